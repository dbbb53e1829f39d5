/* SPDX-License-Identifier: Apache-2.0 */
#include "fill/splice.h"
#include "tests/support/cases.h"

struct change {
    size_t begin;
    size_t end;
    const char *text;
};

struct splice_case {
    const char *name;
    struct change changes[4]; /* up to one without text */
    const char *expected;     /* of "abcdef"; NULL: refused */
};

static const struct splice_case splice_cases[] = {
    {"none", {{0}}, "abcdef"},
    {"in the place of bytes", {{1, 3, "X"}}, "aXdef"},
    {"between bytes", {{2, 2, "X"}}, "abXcdef"},
    {"at both ends", {{6, 6, "Y"}, {0, 0, "X"}}, "XabcdefY"},
    {"bytes taken away", {{0, 6, ""}}, ""},
    {"in any order", {{4, 5, "Y"}, {1, 2, "X"}}, "aXcdYf"},
    {"at one place in their order", {{2, 2, "X"}, {2, 2, "Y"}}, "abXYcdef"},
    {"in front of what is replaced", {{2, 3, "Y"}, {2, 2, "X"}}, "abXYdef"},
    {"one behind the other", {{1, 2, "X"}, {2, 3, "Y"}}, "aXYdef"},
    {"over one another", {{1, 3, "X"}, {2, 4, "Y"}}, NULL},
    {"twice the same", {{1, 2, "X"}, {1, 2, "Y"}}, NULL},
    {"outside", {{5, 7, "X"}}, NULL},
    {"backwards", {{3, 2, "X"}}, NULL},
};

static void applies(void **state) {
    const struct splice_case *row = *state;
    struct fuhe_splices splices = {.arena = fuhe_arena_new()};
    struct fuhe_text_builder builder = {0};

    assert_non_null(splices.arena);
    for (size_t i = 0; row->changes[i].text != NULL; i++) {
        const struct change *change = &row->changes[i];
        assert_int_equal(fuhe_splices_add(&splices, change->begin, change->end, fuhe_text_of(change->text)),
                         FUHE_STATUS_OK);
    }
    assert_int_equal(fuhe_splices_apply(&splices, FUHE_TEXT("abcdef"), &builder), row->expected != NULL);
    if (row->expected != NULL) {
        assert_true(fuhe_text_equals(fuhe_text_builder_text(&builder), fuhe_text_of(row->expected)));
    }
    fuhe_text_builder_release(&builder);
    fuhe_arena_free(splices.arena);
}

int main(void) {
    return RUN_CASES("splices", splice_cases, applies);
}
