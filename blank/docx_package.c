/* SPDX-License-Identifier: Apache-2.0 */
/* The package of a text document, put together in memory. Every part has the same date, so that the same form is the
 * same file. */
#include <stdlib.h>
#include <zip.h>

#include "blank/text.h"
#include "report/memory_output.h"

enum { DOS_DATE = ((2020 - 1980) << 9) | (1 << 5) | 1 };

static enum fuhe_status complain(enum fuhe_status status, struct fuhe_error *err) {
    const bool is_memory = status == FUHE_STATUS_NO_MEMORY;

    return fuhe_error_set(err, status, is_memory ? FUHE_PROBLEM_NO_MEMORY : FUHE_PROBLEM_WRITE,
                          is_memory ? NULL : "the package could not be put together", NULL);
}

static bool add_part(zip_t *package, const char *name, fuhe_text content) {
    zip_source_t *source = zip_source_buffer(package, content.bytes, content.length, 0);
    const zip_int64_t index = source == NULL ? -1 : zip_file_add(package, name, source, ZIP_FL_ENC_UTF_8);

    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_set_file_compression(package, (zip_uint64_t)index, ZIP_CM_DEFLATE, 0) == 0 &&
           zip_file_set_dostime(package, (zip_uint64_t)index, 0, DOS_DATE, 0) == 0;
}

/* Takes its own hold of the buffer, which lives on when the package is closed. */
static bool fill(zip_source_t *buffer, fuhe_text document) {
    zip_source_keep(buffer);
    zip_t *package = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    bool good = package != NULL;

    if (package == NULL) {
        zip_source_free(buffer);
        return false;
    }
    for (const struct fuhe_blank_part *part = fuhe_blank_parts; good && part->name != NULL; part++) {
        good = add_part(package, part->name, part->content == NULL ? document : fuhe_text_of(part->content));
    }
    if (good && zip_close(package) == 0) {
        return true;
    }
    zip_discard(package);
    return false;
}

static bool hand_on(zip_source_t *buffer, struct fuhe_output *output) {
    char bytes[16384];
    zip_int64_t length;

    if (zip_source_open(buffer) != 0) {
        return false;
    }
    while ((length = zip_source_read(buffer, bytes, sizeof bytes)) > 0) {
        fuhe_output_text(output, (fuhe_text){bytes, (size_t)length});
    }
    (void)zip_source_close(buffer);
    return length == 0;
}

enum fuhe_status fuhe_blank_write_docx(const struct fuhe_blank *blank, struct fuhe_output *output,
                                       struct fuhe_error *err) {
    struct fuhe_memory_output *document = fuhe_memory_output_new();
    zip_source_t *buffer = document == NULL ? NULL : zip_source_buffer_create(NULL, 0, 0, NULL);
    enum fuhe_status status = buffer == NULL ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;

    if (status == FUHE_STATUS_OK) {
        status = fuhe_blank_write_document(blank, &document->output, err);
    }
    const bool written = status == FUHE_STATUS_OK;
    if (written && !(fill(buffer, fuhe_memory_output_text(document)) && hand_on(buffer, output))) {
        status = FUHE_STATUS_UNWRITABLE;
    }
    zip_source_free(buffer);
    fuhe_memory_output_free(document);
    return status == FUHE_STATUS_OK ? status : complain(status, err);
}
