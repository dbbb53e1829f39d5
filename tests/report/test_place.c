/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses as spreadsheets and people have them. */
#include "report/place.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "tests/support/cases.h"

struct place_case {
    const char *name;
    const char *sheet; /* NULL: the table has none */
    struct fuhe_place place;
    const char *address;
    const char *english;
    const char *chinese;
};

static const struct place_case place_cases[] = {
    {"a text", NULL, {18, 77, 0}, "", "18:77", "18:77"},
    {"nowhere", NULL, {0, 0, 0}, "", "", ""},
    {"a table", NULL, {12, 4, 3}, "table 3, row 12, column 4", "table 3, row 12, column 4", "第3个表第12行第4列"},
    {"a sheet", "Sheet1", {17, 7, 1}, "Sheet1!G17", "Sheet1!G17", "Sheet1!G17"},
    {"a sheet in Chinese", "自评表", {1, 1, 2}, "自评表!A1", "自评表!A1", "自评表!A1"},
    {"two letters", "a_b", {1, 27, 2}, "a_b!AA1", "a_b!AA1", "a_b!AA1"},
    {"the last column", "Sheet1", {1048576, 16384, 2}, "Sheet1!XFD1048576", "Sheet1!XFD1048576", "Sheet1!XFD1048576"},
    {"a space", "Bad name", {17, 7, 1}, "'Bad name'!G17", "'Bad name'!G17", "'Bad name'!G17"},
    {"an apostrophe", "Li's", {1, 2, 1}, "'Li''s'!B1", "'Li''s'!B1", "'Li''s'!B1"},
    {"Chinese marks", "表（一）", {1, 2, 1}, "'表（一）'!B1", "'表（一）'!B1", "'表（一）'!B1"},
    {"a digit in front", "2024年", {1, 2, 1}, "'2024年'!B1", "'2024年'!B1", "'2024年'!B1"},
    {"like a cell", "A1", {1, 2, 1}, "'A1'!B1", "'A1'!B1", "'A1'!B1"},
    {"like a cell in the other way", "R1C1", {1, 2, 1}, "'R1C1'!B1", "'R1C1'!B1", "'R1C1'!B1"},
    {"like a row", "r", {1, 2, 1}, "'r'!B1", "'r'!B1", "'r'!B1"},
    {"letters", "abc", {1, 2, 1}, "abc!B1", "abc!B1", "abc!B1"},
};

static struct fuhe_memory_output *memory;

static struct fuhe_form form_of(const struct place_case *row, struct fuhe_table_name names[2]) {
    names[0] = (struct fuhe_table_name){row->place.table + 1, FUHE_TEXT("another")};
    names[1] = (struct fuhe_table_name){row->place.table, fuhe_text_of(row->sheet)};
    return (struct fuhe_form){.table_names = names, .table_name_count = row->sheet == NULL ? 1 : 2};
}

static void assert_says(fuhe_text text, const char *expected) {
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
}

static void places_are(void **state) {
    const struct place_case *row = *state;
    struct fuhe_table_name names[2];
    const struct fuhe_form form = form_of(row, names);
    char address[FUHE_PLACE_ADDRESS_SIZE];

    assert_says(fuhe_place_address(&form, row->place, address), row->address);
    for (size_t i = 0; i < 2; i++) {
        assert_true(fuhe_language_set(i == 0 ? "en" : "zh", LOCALE_FOLDER));
        fuhe_memory_output_reset(memory);
        fuhe_place_write(&memory->output, &form, row->place);
        assert_says(fuhe_memory_output_text(memory), i == 0 ? row->english : row->chinese);
    }
}

/* Whatever a document calls its sheets, an address has room, and no half of a character. */
static void long_names_are_cut(void **state) {
    static char name[2000];
    const struct fuhe_table_name names[] = {{1, {name, sizeof name - sizeof name % 3}}};
    const struct fuhe_form form = {.table_names = names, .table_name_count = 1};
    char address[FUHE_PLACE_ADDRESS_SIZE];

    (void)state;
    for (size_t i = 0; i + 3 <= sizeof name; i += 3) {
        memcpy(name + i, "表", 3);
    }
    const fuhe_text cut = fuhe_place_address(&form, (struct fuhe_place){UINT32_MAX, UINT32_MAX, 1}, address);
    assert_true(cut.length < sizeof address);
    assert_true(fuhe_text_contains(cut, FUHE_TEXT("表…!MWLQKWU4294967295")));
    memset(name, '\'', sizeof name);
    assert_true(fuhe_place_address(&form, (struct fuhe_place){1, 1, 1}, address).length < sizeof address);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(long_names_are_cut)};
    int failures = 0;

    memory = fuhe_memory_output_new();
    if (memory == NULL) {
        return 1;
    }
    failures += RUN_CASES("places", place_cases, places_are) + cmocka_run_group_tests(tests, NULL, NULL);
    fuhe_memory_output_free(memory);
    return failures;
}
