/* SPDX-License-Identifier: Apache-2.0 */
/* Packages by libzip. What the directory of the archive announces of a part is held against the limits before it is
 * inflated, and what comes out against what was announced. */
#include "doors/package.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "doors/door.h"

enum { MIB_SHIFT = 20, PIECE_SIZE = 65536 };

struct fuhe_package {
    zip_t *zip;
    zip_uint64_t total; /* bytes of the parts that have been read */
    char piece[PIECE_SIZE];
};

struct taker {
    fuhe_package_take take;
    void *context;
    struct fuhe_error *err;
};

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_package_complain(struct fuhe_error *err, const char *part, const char *what) {
    char found[FUHE_PACKAGE_NAME_SIZE + 256];

    (void)snprintf(found, sizeof found, "%s%s%s", part == NULL ? "" : part, part == NULL ? "" : ": ", what);
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_INTAKE_PACKAGE, found, NULL);
}

static enum fuhe_status refuse_zip(struct fuhe_error *err, const char *part, zip_error_t *error) {
    return zip_error_code_zip(error) == ZIP_ER_MEMORY ? out_of_memory(err)
                                                      : fuhe_package_complain(err, part, zip_error_strerror(error));
}

/* --- the whole --- */

static enum fuhe_status open_zip(struct fuhe_package *package, fuhe_text bytes, struct fuhe_error *err) {
    zip_error_t error;

    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.bytes, bytes.length, 0, &error);
    package->zip = source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, &error);
    const enum fuhe_status status = package->zip == NULL ? refuse_zip(err, NULL, &error) : FUHE_STATUS_OK;
    if (package->zip == NULL && source != NULL) {
        zip_source_free(source);
    }
    zip_error_fini(&error);
    return status;
}

enum fuhe_status fuhe_package_open(fuhe_text bytes, struct fuhe_package **package, struct fuhe_error *err) {
    struct fuhe_package *opened = malloc(sizeof *opened); /* not cleared: the piece is large */

    if (opened == NULL) {
        return out_of_memory(err);
    }
    opened->zip = NULL;
    opened->total = 0;
    enum fuhe_status status = open_zip(opened, bytes, err);
    const zip_int64_t parts = status == FUHE_STATUS_OK ? zip_get_num_entries(opened->zip, 0) : 0;
    if (parts > FUHE_PACKAGE_PARTS_MAX) {
        status =
            fuhe_error_set_limit(err, FUHE_PROBLEM_ARCHIVE_LIMIT, (zip_uint64_t)parts, FUHE_PACKAGE_PARTS_MAX, "files");
    }
    if (status != FUHE_STATUS_OK) {
        fuhe_package_close(opened);
        return status;
    }
    *package = opened;
    return FUHE_STATUS_OK;
}

void fuhe_package_close(struct fuhe_package *package) {
    if (package != NULL && package->zip != NULL) {
        zip_discard(package->zip);
    }
    free(package);
}

static zip_int64_t locate(const struct fuhe_package *package, const char *name) {
    return zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
}

bool fuhe_package_has(const struct fuhe_package *package, const char *name) {
    return locate(package, name) >= 0;
}

/* --- a part --- */

static enum fuhe_status check_part(struct fuhe_package *package, const char *name, const zip_stat_t *information,
                                   struct fuhe_error *err) {
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    const zip_uint64_t size = information->size;
    const zip_uint64_t packed = information->comp_size;

    if ((information->valid & needed) != needed) {
        return fuhe_package_complain(err, name, "its size is not known");
    }
    if (information->encryption_method != ZIP_EM_NONE) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_INTAKE_ENCRYPTED, NULL, NULL);
    }
    if (size >> MIB_SHIFT >= FUHE_PACKAGE_PART_MIB_MAX) {
        return fuhe_error_set_limit(err, FUHE_PROBLEM_ARCHIVE_LIMIT, size >> MIB_SHIFT, FUHE_PACKAGE_PART_MIB_MAX,
                                    "MiB");
    }
    if (size > FUHE_PACKAGE_RATIO_FREE_BYTES && size / FUHE_PACKAGE_RATIO_MAX > packed) {
        return fuhe_error_set_limit(err, FUHE_PROBLEM_ARCHIVE_LIMIT, packed == 0 ? size : size / packed,
                                    FUHE_PACKAGE_RATIO_MAX, ": 1");
    }
    package->total += size;
    return package->total >> MIB_SHIFT < FUHE_PACKAGE_TOTAL_MIB_MAX
               ? FUHE_STATUS_OK
               : fuhe_error_set_limit(err, FUHE_PROBLEM_ARCHIVE_LIMIT, package->total >> MIB_SHIFT,
                                      FUHE_PACKAGE_TOTAL_MIB_MAX, "MiB");
}

/* Also reads the end, where the library compares the check sum. */
static enum fuhe_status read_pieces(struct fuhe_package *package, const char *name, zip_file_t *file,
                                    zip_uint64_t announced, const struct taker *taker) {
    zip_uint64_t left = announced;

    for (;;) {
        const zip_int64_t count = zip_fread(file, package->piece, sizeof package->piece);
        if (count < 0) {
            return refuse_zip(taker->err, name, zip_file_get_error(file));
        }
        if ((zip_uint64_t)count > left || (count == 0 && left > 0)) {
            return fuhe_package_complain(taker->err, name, "its size is not as announced");
        }
        if (count == 0) {
            return FUHE_STATUS_OK;
        }
        left -= (zip_uint64_t)count;
        FUHE_TRY(taker->take(taker->context, (fuhe_text){package->piece, (size_t)count}, taker->err));
    }
}

enum fuhe_status fuhe_package_read(struct fuhe_package *package, const char *name, fuhe_package_take take,
                                   void *context, struct fuhe_error *err) {
    const struct taker taker = {take, context, err};
    const zip_int64_t index = locate(package, name);
    zip_stat_t information;

    if (index < 0) {
        return fuhe_package_complain(err, name, "it is not there");
    }
    if (zip_stat_index(package->zip, (zip_uint64_t)index, 0, &information) != 0) {
        return refuse_zip(err, name, zip_get_error(package->zip));
    }
    FUHE_TRY(check_part(package, name, &information, err));
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)index, 0);
    if (file == NULL) {
        return refuse_zip(err, name, zip_get_error(package->zip));
    }
    const enum fuhe_status status = read_pieces(package, name, file, information.size, &taker);
    (void)zip_fclose(file);
    return status;
}

/* --- kinds --- */

struct head {
    char bytes[PIECE_SIZE];
    size_t length;
};

static enum fuhe_status take_head(void *context, fuhe_text piece, struct fuhe_error *err) {
    struct head *head = context;
    const size_t room = sizeof head->bytes - head->length;
    const size_t length = piece.length < room ? piece.length : room;

    (void)err;
    memcpy(head->bytes + head->length, piece.bytes, length);
    head->length += length;
    return FUHE_STATUS_OK;
}

bool fuhe_package_mentions(fuhe_text bytes, const char *part, const char *const *words) {
    struct head *head = malloc(sizeof *head);
    struct fuhe_package *package = NULL;
    bool found = false;

    if (head != NULL) {
        head->length = 0;
    }
    if (head != NULL && fuhe_text_starts_with(bytes, FUHE_TEXT("PK")) &&
        fuhe_package_open(bytes, &package, NULL) == FUHE_STATUS_OK &&
        fuhe_package_read(package, part, take_head, head, NULL) == FUHE_STATUS_OK) {
        for (; *words != NULL && !found; words++) {
            found = fuhe_door_mentions((fuhe_text){head->bytes, head->length}, *words);
        }
    }
    fuhe_package_close(package);
    free(head);
    return found;
}

bool fuhe_package_is_of_type(fuhe_text bytes, const char *const *types) {
    return fuhe_package_mentions(bytes, "[Content_Types].xml", types);
}
