/* SPDX-License-Identifier: Apache-2.0 */
/* Two versions of one pack, built in as those of rules/ are: the second one is an overlay of the first. */
#include "tests/support/cases.h"
#include "tests/support/cells.h"
#include "xml/pack_library.h"

struct year_case {
    const char *name;
    const char *year;
    const char *version;
};

static const struct year_case year_cases[] = {
    {"the year of the first", "2024", "1"},
    {"the year of the second", "2025", "2"},
    {"a later year", "2030", "2"},
    {"an earlier year", "2020", "1"},
};

static void version_of_the_year_is_chosen(void **state) {
    const struct year_case *row = *state;
    const struct fuhe_form form = {.year = cell_of(row->year)};
    struct fuhe_pack_library library;

    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    const struct fuhe_pack_choice choice = fuhe_pack_library_choose(&library, NULL, &form);
    assert_true(fuhe_text_equals(choice.pack->id, FUHE_TEXT("example")));
    assert_true(fuhe_text_equals(choice.pack->version, fuhe_text_of(row->version)));
    fuhe_pack_library_free(&library);
}

static void both_are_built_in(void **state) {
    struct fuhe_pack_library library;

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(library.built_in, 2);
    assert_int_equal(fuhe_pack_library_find(&library, "example"), 1);
    assert_int_equal(fuhe_pack_library_find(&library, "example@1"), 0);
    assert_string_equal(fuhe_builtin_packs[1].id, "example");
    assert_true(fuhe_text_equals(library.packs[1].base->version, FUHE_TEXT("1")));
    assert_true(library.packs[0].raise);
    assert_false(library.packs[1].raise);
    fuhe_pack_library_free(&library);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_are_built_in)};
    int failures = cmocka_run_group_tests_name("versions", tests, NULL, NULL);

    failures += RUN_CASES("years", year_cases, version_of_the_year_is_chosen);
    return failures;
}
