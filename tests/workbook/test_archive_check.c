/* SPDX-License-Identifier: Apache-2.0 */
/* Whether an archive is known to lack the end of a sheet, by the directory of archives made byte by byte. */
#include <stdio.h>
#include <string.h>

#include "tests/support/cases.h"
#include "workbook/archive_check.h"

#define PATH SCRATCH_FOLDER "/archive.zip"

struct archive_case {
    const char *name;
    const char *entry;
    uint32_t length; /* that the directory tells */
    uint64_t wanted;
    size_t missing; /* bytes cut off at the end */
    bool expected;
};

static const struct archive_case archives[] = {
    {"as long as wanted", "xl/worksheets/sheet1.xml", 70000, 70000, 0, true},
    {"longer", "xl/worksheets/sheet1.xml", 70001, 70000, 0, true},
    {"without its end", "xl/worksheets/sheet1.xml", 69999, 70000, 0, false},
    {"another sheet", "xl/worksheets/sheet2.xml", 70000, 70000, 0, false},
    {"no sheet", "xl/worksheets.xml", 70000, 70000, 0, false},
    {"an archive without its end", "xl/worksheets/sheet1.xml", 70000, 70000, 1, false},
    {"no archive", "", 0, 0, 68, false},
};

static void put(unsigned char *bytes, size_t number, size_t size) {
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)(number >> (8 * i));
    }
}

/* The directory and the end of an archive with one entry; the entry itself is not looked at. */
static void write_archive(const struct archive_case *row) {
    unsigned char bytes[256] = {'P', 'K', 1, 2};
    const size_t name = strlen(row->entry);
    const size_t directory = 46 + name;

    put(bytes + 24, row->length, 4);
    put(bytes + 28, name, 2);
    memcpy(bytes + 46, row->entry, name);
    memcpy(bytes + directory, "PK\5\6", 4);
    put(bytes + directory + 12, directory, 4);

    FILE *file = fopen(PATH, "wb");
    assert_non_null(file);
    const size_t size = directory + 22 - row->missing;
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static void test_archive(void **state) {
    const struct archive_case *row = *state;

    write_archive(row);
    assert_int_equal(fuhe_archive_holds(PATH, &row->wanted, 1), row->expected);
    assert_int_equal(remove(PATH), 0);
}

static void test_missing(void **state) {
    const uint64_t wanted = 0;

    (void)state;
    assert_false(fuhe_archive_holds(SCRATCH_FOLDER "/none.zip", &wanted, 1));
}

int main(void) {
    const struct CMUnitTest others[] = {cmocka_unit_test(test_missing)};

    return RUN_CASES("archives", archives, test_archive) + cmocka_run_group_tests(others, NULL, NULL);
}
