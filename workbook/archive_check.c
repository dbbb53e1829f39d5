/* SPDX-License-Identifier: Apache-2.0 */
/* The library copies rows from temporary files without looking whether the disk took them all; a disk that was full for
 * a while would leave sheets without their ends. The directory at the end of the archive tells how long each one is. */
#include "workbook/archive_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    END_SIZE = 22, /* of the record that ends an archive without a comment */
    END_DIRECTORY_SIZE = 12,
    ENTRY_SIZE = 46, /* of an entry of the directory, without its name */
    ENTRY_LENGTH = 24,
    ENTRY_NAME = 28,
    ENTRY_EXTRA = 30,
    ENTRY_COMMENT = 32,
    DIRECTORY_MAX = 16384 /* far more than a workbook has */
};

#define SHEET_PATH "xl/worksheets/sheet"

static uint32_t number_at(const unsigned char *bytes, size_t size) {
    uint32_t number = 0;

    for (size_t i = size; i-- > 0;) {
        number = number << 8 | bytes[i];
    }
    return number;
}

/* Reads the directory into bytes; returns its size, 0 when it cannot be had. */
static size_t read_directory(FILE *file, unsigned char bytes[DIRECTORY_MAX]) {
    unsigned char end[END_SIZE];

    if (fseek(file, -END_SIZE, SEEK_END) != 0 || fread(end, 1, END_SIZE, file) != END_SIZE ||
        memcmp(end, "PK\5\6", 4) != 0) {
        return 0;
    }
    const size_t size = number_at(end + END_DIRECTORY_SIZE, 4);
    if (size == 0 || size > DIRECTORY_MAX || fseek(file, -(long)(size + END_SIZE), SEEK_END) != 0) {
        return 0;
    }
    return fread(bytes, 1, size, file) == size ? size : 0;
}

/* The number of the sheet that a path names, from 1; 0 when it names none. */
static size_t sheet_of(const unsigned char *name, size_t length) {
    char digits[8] = "";
    const size_t prefix = sizeof SHEET_PATH - 1;

    if (length <= prefix || length - prefix >= sizeof digits || memcmp(name, SHEET_PATH, prefix) != 0) {
        return 0;
    }
    memcpy(digits, name + prefix, length - prefix);
    return strtoul(digits, NULL, 10);
}

/* How many of the sheets in the directory are long enough. */
static size_t count_whole(const unsigned char *bytes, size_t size, const uint64_t *sizes, size_t count) {
    size_t whole = 0;

    for (size_t at = 0; at + ENTRY_SIZE <= size && memcmp(bytes + at, "PK\1\2", 4) == 0;) {
        const unsigned char *entry = bytes + at;
        const size_t name = number_at(entry + ENTRY_NAME, 2);
        const size_t next =
            at + ENTRY_SIZE + name + number_at(entry + ENTRY_EXTRA, 2) + number_at(entry + ENTRY_COMMENT, 2);
        const size_t sheet = next <= size ? sheet_of(entry + ENTRY_SIZE, name) : 0;
        whole += sheet > 0 && sheet <= count && number_at(entry + ENTRY_LENGTH, 4) >= sizes[sheet - 1];
        at = next;
    }
    return whole;
}

bool fuhe_archive_holds(const char *path, const uint64_t *sizes, size_t count) {
    unsigned char bytes[DIRECTORY_MAX];
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        return false;
    }
    const size_t size = read_directory(file, bytes);
    (void)fclose(file);
    return count_whole(bytes, size, sizes, count) == count;
}
