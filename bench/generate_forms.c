/* SPDX-License-Identifier: Apache-2.0 */
/* Prints made-up forms: one document with all of them, or a document each into a folder. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/form_maker.h"
#include "bench/options.h"

static bool write_bytes(FILE *file, struct text_buffer *buffer) {
    const bool written = fwrite(buffer->bytes, 1, buffer->used, file) == buffer->used;

    buffer->used = 0;
    return written;
}

static bool write_stream(const struct form_maker *maker, uint64_t count) {
    struct text_buffer buffer = {0};
    bool written = true;

    form_maker_begin(&buffer, count);
    for (uint64_t number = 0; number < count && written; number++) {
        form_maker_add(maker, number, &buffer);
        written = write_bytes(stdout, &buffer);
    }
    form_maker_end(&buffer);
    written = written && write_bytes(stdout, &buffer);
    text_buffer_free(&buffer);
    return written && fflush(stdout) == 0;
}

static bool write_file(const char *folder, uint64_t number, struct text_buffer *buffer) {
    char path[4096];

    (void)snprintf(path, sizeof path, "%s/form-%06" PRIu64 ".xml", folder, number);
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        return false;
    }
    const bool written = write_bytes(file, buffer);
    return fclose(file) == 0 && written;
}

static bool write_folder(const struct form_maker *maker, uint64_t count, const char *folder) {
    struct text_buffer buffer = {0};
    bool written = true;

    for (uint64_t number = 0; number < count && written; number++) {
        form_maker_make_document(maker, number, &buffer);
        written = write_file(folder, number, &buffer);
    }
    text_buffer_free(&buffer);
    return written;
}

int main(int count, char **arguments) {
    uint64_t forms = 1000;
    uint64_t seed = FORM_MAKER_SEED;
    uint64_t slips = FORM_MAKER_SLIP_PERCENT;
    const char *folder = NULL;
    const struct option_row rows[] = {
        {"--forms", "how many forms (1000)", &forms, NULL},
        {"--seed", "the same seed gives the same bytes (2024)", &seed, NULL},
        {"--slips", "percent of forms with a planted slip (15)", &slips, NULL},
        {"--folder", "write one document a form into this folder", NULL, &folder},
        {NULL, NULL, NULL, NULL},
    };

    if (!options_read(rows, count, arguments)) {
        return 2;
    }
    const struct form_maker maker = {seed, (unsigned)slips};
    const bool written = folder == NULL ? write_stream(&maker, forms) : write_folder(&maker, forms, folder);
    if (!written) {
        (void)fprintf(stderr, "%s: %s\n", arguments[0], strerror(errno));
        return 6;
    }
    return 0;
}
