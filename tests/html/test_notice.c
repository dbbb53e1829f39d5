/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "html/notice_parts.h"
#include "tests/support/cases.h"

struct text_case {
    const char *name;
    const char *text;
    size_t most;
    const char *expected;
};

static const struct text_case text_cases[] = {
    {"fits", "abc", 3, "abc"},
    {"empty", "", 3, ""},
    {"cut", "abcd", 3, "abc…"},
    {"cut between characters", "办公经费", 8, "办公…"},
    {"no room for one character", "办", 2, "…"},
};

static void text_is_cut(void **state) {
    const struct text_case *row = *state;
    struct fuhe_notice_text text;

    fuhe_notice_set_text(&text, fuhe_text_of(row->text), row->most);
    assert_int_equal(text.length, strlen(row->expected));
    assert_memory_equal(text.bytes, row->expected, text.length);
}

struct order_case {
    const char *name;
    struct fuhe_notice_correction first;
    struct fuhe_notice_correction second;
};

#define ERROR FUHE_SEVERITY_ERROR
#define WARNING FUHE_SEVERITY_WARNING

#define MOVES .rank = FUHE_NOTICE_MOVES
#define ASKS .rank = FUHE_NOTICE_ASKS

static const struct order_case order_cases[] = {
    {"what moves the total, however light", {MOVES, .severity = WARNING, .points = 1}, {ASKS, .severity = ERROR}},
    {"more points, however light", {MOVES, .severity = WARNING, .points = 2}, {MOVES, .severity = ERROR, .points = 1}},
    {"the worse one", {ASKS, .severity = ERROR, .form.page = 9}, {ASKS, .severity = WARNING, .form.page = 1}},
    {"what is asked for", {ASKS, .severity = WARNING}, {.rank = FUHE_NOTICE_FOLLOWS, .severity = ERROR}},
    {"a reason comes last", {.rank = FUHE_NOTICE_FOLLOWS}, {.rank = FUHE_NOTICE_REASON, .severity = ERROR}},
    {"the earlier form", {ASKS, .form.page = 1, .finding = 5}, {ASKS, .form.page = 2, .finding = 1}},
    {"the earlier finding", {ASKS, .form.page = 1}, {ASKS, .form.page = 1, .finding = 1}},
};

static void first_comes_before(void **state) {
    const struct order_case *row = *state;

    assert_true(fuhe_notice_is_before(&row->first, &row->second));
    assert_false(fuhe_notice_is_before(&row->second, &row->first));
    assert_false(fuhe_notice_is_before(&row->first, &row->first));
}

/* Every code asks a department for something, but those that are the reviewer's own business. */
static void codes_ask(void **state) {
    (void)state;
    for (int code = 0; code < FUHE_CODE_COUNT; code++) {
        assert_int_equal(fuhe_notice_request((enum fuhe_code)code) == NULL,
                         code == FUHE_CODE_RULES_PERIOD || code == FUHE_CODE_DOUBTFUL_READING);
    }
}

int main(void) {
    const struct CMUnitTest codes[] = {cmocka_unit_test(codes_ask)};

    return RUN_CASES("texts", text_cases, text_is_cut) + RUN_CASES("order", order_cases, first_comes_before) +
           _cmocka_run_group_tests("codes", codes, 1, NULL, NULL);
}
