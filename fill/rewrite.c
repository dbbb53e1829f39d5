/* SPDX-License-Identifier: Apache-2.0 */
/* The copy is made by libzip in memory. It copies what is unchanged as it is; a part that is replaced would get the
 * time of the day, so that it is given its old one again: the same input gives the same bytes. */
#include "fill/rewrite.h"

#include <stdlib.h>
#include <zip.h>

#include "doors/package.h"

static enum fuhe_status complain(struct fuhe_error *err, const char *part, zip_error_t *error) {
    return zip_error_code_zip(error) == ZIP_ER_MEMORY
               ? fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL)
               : fuhe_package_complain(err, part, zip_error_strerror(error));
}

static enum fuhe_status replace(zip_t *zip, const struct fuhe_new_part *part, struct fuhe_error *err) {
    const zip_int64_t index = zip_name_locate(zip, part->name, ZIP_FL_NOCASE);
    zip_stat_t old;

    if (index < 0 || zip_stat_index(zip, (zip_uint64_t)index, 0, &old) != 0) {
        return complain(err, part->name, zip_get_error(zip));
    }
    zip_source_t *source = zip_source_buffer(zip, part->content.bytes, part->content.length, 0);
    if (source == NULL) {
        return complain(err, part->name, zip_get_error(zip));
    }
    if (zip_file_replace(zip, (zip_uint64_t)index, source, 0) != 0) {
        zip_source_free(source);
        return complain(err, part->name, zip_get_error(zip));
    }
    const bool kept =
        ((old.valid & ZIP_STAT_MTIME) == 0 || zip_file_set_mtime(zip, (zip_uint64_t)index, old.mtime, 0) == 0) &&
        (old.comp_method != ZIP_CM_STORE || zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0);
    return kept ? FUHE_STATUS_OK : complain(err, part->name, zip_get_error(zip));
}

static enum fuhe_status write_out(zip_source_t *source, struct fuhe_output *output, struct fuhe_error *err) {
    char piece[16384];
    zip_int64_t count = 0;

    if (zip_source_open(source) != 0) {
        return complain(err, NULL, zip_source_error(source));
    }
    while ((count = zip_source_read(source, piece, sizeof piece)) > 0) {
        fuhe_output_text(output, (fuhe_text){piece, (size_t)count});
    }
    (void)zip_source_close(source);
    return count == 0 ? FUHE_STATUS_OK : complain(err, NULL, zip_source_error(source));
}

/* Closing writes; what cannot be written is thrown away. */
static enum fuhe_status change(zip_t *zip, const struct fuhe_new_part *parts, size_t count, struct fuhe_error *err) {
    enum fuhe_status status = FUHE_STATUS_OK;

    for (size_t i = 0; i < count && status == FUHE_STATUS_OK; i++) {
        status = replace(zip, &parts[i], err);
    }
    if (status == FUHE_STATUS_OK && zip_close(zip) == 0) {
        return FUHE_STATUS_OK;
    }
    status = status == FUHE_STATUS_OK ? complain(err, NULL, zip_get_error(zip)) : status;
    zip_discard(zip);
    return status;
}

/* libzip shares pieces of the old package with the new one and frees both, so that it must own them. */
static zip_source_t *make_source(fuhe_text bytes, zip_error_t *error) {
    char *copy = malloc(bytes.length + 1);
    zip_source_t *source = NULL;

    if (copy == NULL) {
        zip_error_set(error, ZIP_ER_MEMORY, 0);
        return NULL;
    }
    memcpy(copy, bytes.bytes, bytes.length);
    source = zip_source_buffer_create(copy, bytes.length, 1, error);
    if (source == NULL) {
        free(copy);
    }
    return source;
}

enum fuhe_status fuhe_package_rewrite(fuhe_text bytes, const struct fuhe_new_part *parts, size_t count,
                                      struct fuhe_output *output, struct fuhe_error *err) {
    zip_error_t error;

    if (count == 0) {
        fuhe_output_text(output, bytes);
        return FUHE_STATUS_OK;
    }
    zip_error_init(&error);
    zip_source_t *source = make_source(bytes, &error);
    zip_t *zip = source == NULL ? NULL : zip_open_from_source(source, 0, &error);
    enum fuhe_status status = zip == NULL ? complain(err, NULL, &error) : FUHE_STATUS_OK;
    zip_error_fini(&error);
    if (zip == NULL) {
        zip_source_free(source);
        return status;
    }
    zip_source_keep(source);
    status = change(zip, parts, count, err);
    if (status == FUHE_STATUS_OK) {
        status = write_out(source, output, err);
    }
    zip_source_free(source);
    return status;
}
