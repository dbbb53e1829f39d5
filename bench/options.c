/* SPDX-License-Identifier: Apache-2.0 */
/* "--name value" pairs by a table, which is the help as well. */
#include "bench/options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct option_row *find_row(const struct option_row *rows, const char *name) {
    while (rows->name != NULL && strcmp(rows->name, name) != 0) {
        rows++;
    }
    return rows->name == NULL ? NULL : rows;
}

static bool read_number(const char *text, uint64_t *number) {
    char *end;

    errno = 0;
    const unsigned long long value = strtoull(text, &end, 10);
    if (errno != 0 || end == text || *end != '\0' || *text == '-') {
        return false;
    }
    *number = value;
    return true;
}

static bool read_pair(const struct option_row *row, const char *value) {
    if (row == NULL || value == NULL) {
        return false;
    }
    if (row->text != NULL) {
        *row->text = value;
        return true;
    }
    return read_number(value, row->number);
}

bool options_read(const struct option_row *rows, int count, char **arguments) {
    for (int i = 1; i < count; i += 2) {
        if (!read_pair(find_row(rows, arguments[i]), arguments[i + 1])) {
            (void)fprintf(stderr, "%s: not understood: %s\n", arguments[0], arguments[i]);
            for (; rows->name != NULL; rows++) {
                (void)fprintf(stderr, "  %-12s %s\n", rows->name, rows->help);
            }
            return false;
        }
    }
    return true;
}
