/* SPDX-License-Identifier: Apache-2.0 */
/* Archives by libzip, which the intake reads by it too: for tests of what is in them, not of archives. */
#include "tests/support/archive.h"

#include <stdlib.h>
#include <zip.h>

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static void add_part(zip_t *zip, const struct archive_part *part) {
    zip_source_t *source = zip_source_buffer(zip, part->bytes.bytes, part->bytes.length, 0);

    require(source != NULL);
    const zip_int64_t index = zip_file_add(zip, part->name, source, 0);
    require(index >= 0 && zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0);
}

static fuhe_text read_all(zip_source_t *source) {
    zip_stat_t information;

    require(zip_source_stat(source, &information) == 0 && zip_source_open(source) == 0);
    char *made = malloc(information.size);
    require(made != NULL && zip_source_read(source, made, information.size) == (zip_int64_t)information.size);
    (void)zip_source_close(source);
    return (fuhe_text){made, information.size};
}

fuhe_text archive_make(const struct archive_part *parts, size_t count) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = source == NULL ? NULL : zip_open_from_source(source, ZIP_TRUNCATE, &error);

    require(zip != NULL);
    zip_source_keep(source);
    for (size_t i = 0; i < count; i++) {
        add_part(zip, &parts[i]);
    }
    require(zip_close(zip) == 0);
    const fuhe_text made = read_all(source);
    zip_source_free(source);
    return made;
}
