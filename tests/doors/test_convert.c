/* SPDX-License-Identifier: Apache-2.0 */
/* What is made of an office program's work, by programs that stand in for it, and what its documents are known by. */
#include "doors/convert.h"
#include "doors/compound.h"
#include "doors/soffice.h"
#include "tests/support/cases.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64]; /* for temporary files */

/* Whether nothing is left in the folder for temporary files. */
static bool is_clean(void) {
    DIR *entries = opendir(folder);
    int count = 0;

    while (entries != NULL && readdir(entries) != NULL) {
        count++;
    }
    if (entries != NULL) {
        (void)closedir(entries);
    }
    return count == 2; /* itself and the one above */
}

struct program_case {
    const char *name;
    const char *program; /* in tests/doors/programs, or one that is not there */
    enum fuhe_problem expected;
};

static const struct program_case program_cases[] = {
    {"a program that does its work", FUHE_TEST_PROGRAMS "/copies", FUHE_PROBLEM_NONE},
    {"a program that makes nothing", FUHE_TEST_PROGRAMS "/nothing", FUHE_PROBLEM_CONVERT_NOTHING},
    {"a program that never ends", FUHE_TEST_PROGRAMS "/hangs", FUHE_PROBLEM_CONVERT_TIME},
    {"a program that makes too much", FUHE_TEST_PROGRAMS "/huge", FUHE_PROBLEM_LIMIT_BYTES},
    {"no program", "there-is-no-such-program", FUHE_PROBLEM_CONVERT_MISSING},
};

static void program_is_run(void **state) {
    const struct program_case *row = *state;
    const fuhe_text document = FUHE_TEXT("{\\rtf1 a}");
    const unsigned seconds = row->expected == FUHE_PROBLEM_CONVERT_TIME ? 1 : 120;
    const struct fuhe_soffice_job job = {row->program, seconds, document, "rtf", "docx"};
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_error error = {0};
    fuhe_text converted = {NULL, 0};

    const enum fuhe_status status = fuhe_soffice_convert(&job, arena, &converted, &error);
    assert_int_equal(error.problem, row->expected);
    assert_int_equal(status, error.status);
    assert_true(row->expected != FUHE_PROBLEM_NONE || fuhe_text_equals(converted, document));
    assert_true(is_clean());
    fuhe_arena_free(arena);
}

/* --- kinds --- */

enum { SECTOR = 512, SECTORS = 12, ENTRY = 128 };

/* A compound file of 512-byte sectors: table, directory of four entries, and a stream. */
struct compound {
    char bytes[SECTOR * SECTORS];
};

static void put(char *at, uint32_t word) {
    for (int i = 0; i < 4; i++) {
        at[i] = (char)(unsigned char)(word >> 8 * i);
    }
}

static char *entry_of(struct compound *file, size_t number) {
    return file->bytes + 2 * SECTOR + number * ENTRY;
}

/* kind: 1 for a folder, 2 for a stream, 5 for the root. The child is that of a folder; siblings are to the right. */
static void put_entry(struct compound *file, size_t number, const char *name, char kind, uint32_t right,
                      uint32_t child) {
    char *entry = entry_of(file, number);

    for (size_t i = 0; name[i] != '\0'; i++) {
        entry[2 * i] = name[i];
    }
    entry[64] = (char)(2 * strlen(name) + 2);
    entry[66] = kind;
    put(entry + 68, UINT32_MAX);
    put(entry + 72, right);
    put(entry + 76, child);
    put(entry + 116, 2);
    put(entry + 120, 4096);
}

static void make(struct compound *file, const char *first, const char *inner) {
    memset(file, 0, sizeof *file);
    memcpy(file->bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    file->bytes[30] = 9;
    put(file->bytes + 48, 1);
    put(file->bytes + 56, 4096);
    put(file->bytes + 68, UINT32_MAX);
    put(file->bytes + 76, 0);
    put(file->bytes + SECTOR + 4, UINT32_MAX - 1);
    put_entry(file, 0, "Root Entry", 5, UINT32_MAX, 1);
    put_entry(file, 1, "Objects", 1, 2, 3);
    put_entry(file, 2, first, 2, UINT32_MAX, UINT32_MAX);
    put_entry(file, 3, inner, 2, UINT32_MAX, UINT32_MAX);
    memcpy(file->bytes + (size_t)3 * SECTOR, "head", 4);
}

static void streams_are_found(void **state) {
    struct compound file;
    fuhe_text head;
    const fuhe_text bytes = {file.bytes, sizeof file.bytes};

    (void)state;
    make(&file, "WordDocument", "Workbook");
    assert_true(fuhe_compound_find(bytes, "WordDocument", &head));
    assert_true(fuhe_text_starts_with(head, FUHE_TEXT("head")) && head.length == SECTOR);
    assert_false(fuhe_compound_find(bytes, "Workbook", NULL)); /* a table within the text */
    assert_false(fuhe_compound_find(bytes, "Word", NULL));
    put(entry_of(&file, 2) + 120, 100);
    assert_true(fuhe_compound_find(bytes, "WordDocument", &head));
    assert_int_equal(head.length, 0);
}

/* Every end and every turn of one byte is safe, and so is a circle. */
static void damage_is_survived(void **state) {
    struct compound file;
    struct compound damaged;
    int found = 0;

    (void)state;
    make(&file, "Workbook", "WordDocument");
    for (size_t length = 0; length <= sizeof file.bytes; length += 8) {
        char *copy = malloc(length + 1);
        memcpy(copy, file.bytes, length);
        found += fuhe_compound_find((fuhe_text){copy, length}, "Workbook", NULL);
        free(copy);
    }
    assert_in_range(found, 1, sizeof file.bytes / 8);
    for (size_t at = 0; at < 4 * SECTOR; at++) {
        damaged = file;
        damaged.bytes[at] = (char)(unsigned char)~(unsigned char)damaged.bytes[at];
        (void)fuhe_compound_find((fuhe_text){damaged.bytes, sizeof damaged.bytes}, "Workbook", NULL);
    }
    damaged = file;
    put(entry_of(&damaged, 2) + 72, 1);
    put(damaged.bytes + SECTOR + 4, 1);
    assert_false(fuhe_compound_find((fuhe_text){damaged.bytes, sizeof damaged.bytes}, "Book", NULL));
}

struct refusal_case {
    const char *name;
    fuhe_text bytes;
    enum fuhe_problem expected;
};

static const struct refusal_case refusal_cases[] = {
    {"PDF", {"%PDF-1.7", 8}, FUHE_PROBLEM_INTAKE_PDF},
    {"a compound file of nothing", {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8}, FUHE_PROBLEM_INTAKE_OFFICE},
    {"something else", {"abc", 3}, FUHE_PROBLEM_INTAKE_OFFICE},
    {"nothing", {"", 0}, FUHE_PROBLEM_INTAKE_OFFICE},
};

static void is_refused(void **state) {
    const struct refusal_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_error error = {0};
    fuhe_text converted;

    assert_int_equal(fuhe_convert(row->bytes, arena, &converted, &error), FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.problem, row->expected);
    fuhe_arena_free(arena);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(streams_are_found),
                                              cmocka_unit_test(damage_is_survived)};
    const char *around = getenv("TMPDIR");

    (void)snprintf(folder, sizeof folder, "%s/fuhe-test-XXXXXX",
                   around == NULL || strlen(around) > 32 ? "/tmp" : around);
    if (mkdtemp(folder) == NULL || setenv("TMPDIR", folder, 1) != 0 || setenv("FUHE_TEST_SECRET", "x", 1) != 0) {
        return 1;
    }
    int failed = RUN_CASES("programs", program_cases, program_is_run);
    failed += RUN_CASES("refused", refusal_cases, is_refused);
    failed += cmocka_run_group_tests_name("compound", tests, NULL, NULL);
    (void)rmdir(folder);
    return failed;
}
