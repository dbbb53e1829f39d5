/* SPDX-License-Identifier: Apache-2.0 */
/* How causes of a total are worded: the more sets would do, the less is claimed. */
#include <string.h>

#include "report/memory_output.h"
#include "report/messages.h"
#include "tests/support/cases.h"

static struct fuhe_indicator indicators[3] = {
    {.name = {.text = {"A", 1}}, .level1 = {.text = {"L1", 2}}},
    {.name = {.text = {"A", 1}}, .level1 = {.text = {"L2", 2}}},
    {.name = {.text = {"B", 1}}},
};
static struct fuhe_row rows[3] = {{.counted = false}, {.counted = true}, {.counted = true}};
static struct fuhe_form form = {.indicators = indicators, .indicator_count = 3};
static const struct fuhe_review review = {.form = &form, .rows = rows, .row_count = 3};

enum { FIVE = 5 * FUHE_DECIMAL_ONE };

#define LEFT_OUT(index)                                                                                                \
    {                                                                                                                  \
        FUHE_SLIP_ROW_LEFT_OUT, (index), {FIVE}, {                                                                     \
            0                                                                                                          \
        }                                                                                                              \
    }
#define TWICE(index)                                                                                                   \
    {                                                                                                                  \
        FUHE_SLIP_ROW_TWICE, (index), {FIVE}, {                                                                        \
            2 * FIVE                                                                                                   \
        }                                                                                                              \
    }
#define RECOMPUTED(index)                                                                                              \
    {                                                                                                                  \
        FUHE_SLIP_ROW_RECOMPUTED, (index), {920000}, {                                                                 \
            820000                                                                                                     \
        }                                                                                                              \
    }
#define MISSING                                                                                                        \
    {                                                                                                                  \
        FUHE_SLIP_ROW_MISSING_FROM_FORM, 0, {0}, {                                                                     \
            FIVE                                                                                                       \
        }                                                                                                              \
    }

struct explanation_case {
    const char *name;
    enum fuhe_explanation_state state;
    size_t size;
    uint64_t sets;
    struct fuhe_cause causes[6];
    size_t cause_count;
    bool budget_reached;
    const char *expected;
};

static const struct explanation_case explanation_cases[] = {
    {"nothing to explain", FUHE_EXPLANATION_NONE, 0, 0, {{0}}, 0, false, ""},
    {"incomplete",
     FUHE_EXPLANATION_INCOMPLETE,
     0,
     0,
     {{0}},
     0,
     false,
     "Not searched: what is missing on this form, or was read with doubt, may be the cause."},
    {"adds up",
     FUHE_EXPLANATION_ADDS_UP,
     0,
     0,
     {{0}},
     0,
     false,
     "The scores as claimed give 95.00; any deviation lies in the scores themselves."},
    {"nothing found",
     FUHE_EXPLANATION_NOT_FOUND,
     0,
     0,
     {{0}},
     0,
     false,
     "Not explained: no set of one or two usual slips turns 90.00, the scores as claimed, into 95.00."},
    {"only far-fetched sets of three",
     FUHE_EXPLANATION_NOT_FOUND,
     3,
     2,
     {{0}},
     0,
     false,
     "Not explained: no set of one or two usual slips turns 90.00, the scores as claimed, into 95.00. Only 2 sets of 3 "
     "slips with far-fetched ones would, which proves nothing."},
    {"one set is convincing",
     FUHE_EXPLANATION_FOUND,
     1,
     1,
     {{1, {TWICE(2)}, false}},
     1,
     false,
     "One slip turns 90.00, the scores as claimed, into 95.00. It is: B (5 points) is counted twice. There is no other "
     "of "
     "that size, which is convincing."},
    {"one far-fetched set is a hint",
     FUHE_EXPLANATION_FAR_FETCHED,
     1,
     1,
     {{1, {{FUHE_SLIP_FULL_MARKS, 2, {0}, {FIVE}}}, false}},
     1,
     false,
     "One slip turns 90.00, the scores as claimed, into 95.00. It is: B is counted at its full marks 5 instead of 0. "
     "Such "
     "slips are far-fetched: a hint where to look, no evidence."},
    {"few sets are worth a look",
     FUHE_EXPLANATION_FOUND,
     1,
     2,
     {{1, {TWICE(0)}, false}, {1, {TWICE(2)}, false}},
     2,
     false,
     "One slip turns 90.00, the scores as claimed, into 95.00; 2 different ones would. First: A (L1) (5 points) is "
     "counted "
     "twice. Others: B (5 points) is counted twice. Only few fit, so these are worth a look."},
    {"many sets are guesses",
     FUHE_EXPLANATION_FOUND,
     1,
     5,
     {{1, {TWICE(0)}, false},
      {1, {TWICE(1)}, false},
      {1, {TWICE(2)}, false},
      {1, {TWICE(0)}, false},
      {1, {TWICE(1)}, false}},
     5,
     false,
     "One slip turns 90.00, the scores as claimed, into 95.00; 5 different ones would. First: A (L1) (5 points) is "
     "counted "
     "twice. Others: A (L2) (5 points) is counted twice; B (5 points) is counted twice; A (L1) (5 points) is counted "
     "twice; and 1 more. With so many that fit, they are guesses, no evidence for any of them."},
    {"one of its kind before a crowd",
     FUHE_EXPLANATION_FOUND,
     1,
     6,
     {{1, {MISSING}, true},
      {1, {TWICE(0)}, true},
      {1, {TWICE(1)}, true},
      {1, {TWICE(2)}, true},
      {1, {TWICE(2)}, true},
      {1, {TWICE(2)}, true}},
     6,
     false,
     "One slip turns 90.00, the scores as claimed, into 95.00; 6 different ones would. First: a row of 5 points is "
     "missing "
     "from the form; the weights then close. Any one of 5 rows counted twice would do as well, which is no evidence "
     "for "
     "any of them."},
    {"the first alone closes the weights",
     FUHE_EXPLANATION_FOUND,
     1,
     2,
     {{1, {LEFT_OUT(2)}, true}, {1, {LEFT_OUT(1)}, false}},
     2,
     false,
     "One slip turns 90.00, the scores as claimed, into 95.00; 2 different ones would. First: B (5 points) is left "
     "out; "
     "the weights then close. The first stands out, for it alone makes the weights close. Others: A (L2) (5 points) is "
     "left out. Only few fit, so these are worth a look."},
    {"a slip common to all sets of two",
     FUHE_EXPLANATION_FOUND,
     2,
     2,
     {{2, {RECOMPUTED(2), LEFT_OUT(0)}, true}, {2, {RECOMPUTED(2), LEFT_OUT(1)}, true}},
     2,
     false,
     "2 slips together turn 90.00, the scores as claimed, into 95.00; 2 different sets of 2 would. In all of them B is "
     "counted at 0.82 instead of 0.92; with it goes one of these: A (L1) (5 points) is left out; A (L2) (5 points) is "
     "left "
     "out. Each of these makes the weights close. A (L1) stands out, for it is on the form twice. Only few fit, so "
     "these "
     "are worth a look."},
    {"two slips with nothing in common",
     FUHE_EXPLANATION_FOUND,
     2,
     2,
     {{2, {RECOMPUTED(2), LEFT_OUT(0)}, false}, {2, {TWICE(1), LEFT_OUT(2)}, false}},
     2,
     false,
     "2 slips together turn 90.00, the scores as claimed, into 95.00; 2 different sets of 2 would. First: B is counted "
     "at "
     "0.82 instead of 0.92, and A (L1) (5 points) is left out. Others: A (L2) (5 points) is counted twice, and B (5 "
     "points) is left out. Only few fit, so these are worth a look."},
    {"the search ended at its limit",
     FUHE_EXPLANATION_NOT_FOUND,
     0,
     0,
     {{0}},
     0,
     true,
     "Not explained: no set of one or two usual slips turns 90.00, the scores as claimed, into 95.00. The search ended "
     "at "
     "its limit: there may be more."},
};

static void is_worded(void **state) {
    const struct explanation_case *row = *state;
    struct fuhe_cause causes[6];
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    memcpy(causes, row->causes, sizeof causes);
    const struct fuhe_explanation explanation = {.state = row->state,
                                                 .total = FUHE_DECIMAL(95),
                                                 .base = FUHE_DECIMAL(90),
                                                 .size = row->size,
                                                 .sets = row->sets,
                                                 .causes = causes,
                                                 .cause_count = row->cause_count,
                                                 .budget_reached = row->budget_reached};
    fuhe_message_explanation(&memory->output, &review, &explanation);
    const fuhe_text text = fuhe_memory_output_text(memory);
    assert_int_equal(text.length, strlen(row->expected));
    assert_memory_equal(text.bytes, row->expected, text.length);
    fuhe_memory_output_free(memory);
}

int main(void) {
    return RUN_CASES("explanation", explanation_cases, is_worded);
}
