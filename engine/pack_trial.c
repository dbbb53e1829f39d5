/* SPDX-License-Identifier: Apache-2.0 */
/* Values to try, tiny forms and counter-examples for the proofs of a pack. */
#include "engine/pack_trial.h"

#include <stdio.h>
#include <stdlib.h>

enum { FINEST = 1, HUNDREDTH = FUHE_DECIMAL_ONE / 100 };

/* --- values ------------------------------------------------------------------------------------------------------ */

void fuhe_trial_add(struct fuhe_trial_values *values, fuhe_decimal value) {
    if (value.scaled >= 0 && values->count < FUHE_TRIAL_VALUES_MAX) {
        values->items[values->count++] = value;
    }
}

void fuhe_trial_add_edge(struct fuhe_trial_values *values, fuhe_decimal edge) {
    static const int64_t steps[] = {-HUNDREDTH, -FINEST, 0, FINEST, HUNDREDTH};

    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        fuhe_trial_add(values, (fuhe_decimal){edge.scaled + steps[i]});
    }
}

static int compare(const void *a, const void *b) {
    return fuhe_decimal_compare(*(const fuhe_decimal *)a, *(const fuhe_decimal *)b);
}

void fuhe_trial_sort(struct fuhe_trial_values *values) {
    size_t kept = 0;

    qsort(values->items, values->count, sizeof values->items[0], compare);
    for (size_t i = 0; i < values->count; i++) {
        if (kept == 0 || !fuhe_decimal_equals(values->items[kept - 1], values->items[i])) {
            values->items[kept++] = values->items[i];
        }
    }
    values->count = kept;
}

/* --- jumps ------------------------------------------------------------------------------------------------------- */

/* How many decimals a value needs. */
static unsigned decimals(fuhe_decimal value) {
    unsigned places = FUHE_DECIMAL_PLACES;
    int64_t scaled = value.scaled;

    while (places > 0 && scaled % 10 == 0) {
        scaled /= 10;
        places--;
    }
    return places;
}

fuhe_decimal fuhe_trial_written_below(fuhe_decimal edge) {
    const unsigned places = decimals(edge) < 2 ? 2 : decimals(edge);
    int64_t step = FUHE_DECIMAL_ONE;

    for (unsigned i = 0; i < places; i++) {
        step /= 10;
    }
    return (fuhe_decimal){edge.scaled - step};
}

/* A score that rises along a line moves by a unit of its last place between neighbours, which is no jump. */
void fuhe_trial_note_jump(struct fuhe_jump *jump, struct fuhe_trial_point below, struct fuhe_trial_point at,
                          unsigned places) {
    const int64_t size = llabs(at.points.scaled - below.points.scaled);
    int64_t unit = FUHE_DECIMAL_ONE;

    for (unsigned i = 0; i < places; i++) {
        unit /= 10;
    }
    if (at.value.scaled - below.value.scaled != FINEST || size <= unit ||
        (jump->present && size < llabs(jump->points_at.scaled - jump->points_below.scaled))) {
        return;
    }
    *jump = (struct fuhe_jump){true, fuhe_trial_written_below(at.value), at.value, below.points, at.points};
}

/* --- forms ------------------------------------------------------------------------------------------------------- */

struct fuhe_cell fuhe_trial_cell(const char *text) {
    const fuhe_text printed = fuhe_text_of(text);

    return (struct fuhe_cell){.text = printed, .state = printed.length == 0 ? FUHE_CELL_BLANK : FUHE_CELL_TEXT};
}

fuhe_decimal fuhe_trial_points(fuhe_fraction exact, fuhe_decimal weight, fuhe_decimal scored) {
    fuhe_decimal above;

    return fuhe_fraction_compare_decimal(exact, weight) > 0 &&
                   fuhe_fraction_round(exact, FUHE_DECIMAL_PLACES, FUHE_ROUND_HALF_UP, &above) == FUHE_STATUS_OK
               ? above
               : scored;
}

bool fuhe_trial_rate(const struct fuhe_pack *pack, fuhe_decimal rate, struct fuhe_execution *execution) {
    char executed[FUHE_DECIMAL_TEXT_SIZE];
    struct fuhe_fund fund = {.budget = fuhe_trial_cell("100")};
    const struct fuhe_form form = {.funds = &fund, .fund_count = 1, .funds_unit = fuhe_trial_cell("元")};

    (void)fuhe_decimal_format(rate, 0, executed);
    fund.label = fuhe_trial_cell("x");
    fund.label.text = pack->execution.total_words.items[0];
    fund.executed = fuhe_trial_cell(executed);
    *execution = (struct fuhe_execution){0};
    return fuhe_score_execution(&form, pack, execution) == FUHE_STATUS_OK && execution->has_verified;
}

/* --- counter-examples -------------------------------------------------------------------------------------------- */

enum fuhe_status fuhe_pack_fault(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                 const char *found, const char *expected) {
    (void)fuhe_error_set(err, FUHE_STATUS_INVALID, problem, found, expected);
    fuhe_error_set_subject(err, subject);
    return FUHE_STATUS_INVALID;
}

enum fuhe_status fuhe_pack_fault_number(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                        fuhe_decimal found) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(found, 0, text);
    return fuhe_pack_fault(err, problem, subject, text, NULL);
}

enum { POINT_TEXT_SIZE = 2 * FUHE_DECIMAL_TEXT_SIZE + 8 };

static void write_point(struct fuhe_trial_point point, char text[POINT_TEXT_SIZE]) {
    char texts[2][FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(point.value, 0, texts[0]);
    (void)fuhe_decimal_format(point.points, 0, texts[1]);
    (void)snprintf(text, POINT_TEXT_SIZE, "%s -> %s", texts[0], texts[1]);
}

enum fuhe_status fuhe_pack_fault_pair(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                      struct fuhe_trial_point better, struct fuhe_trial_point worse) {
    char texts[2][POINT_TEXT_SIZE];
    char found[2 * POINT_TEXT_SIZE + 2];

    write_point(better, texts[0]);
    write_point(worse, texts[1]);
    (void)snprintf(found, sizeof found, "%s, %s", texts[0], texts[1]);
    return fuhe_pack_fault(err, problem, subject, found, NULL);
}

enum fuhe_status fuhe_pack_fault_full(struct fuhe_error *err, const char *subject, struct fuhe_trial_point found,
                                      fuhe_decimal weight) {
    char text[POINT_TEXT_SIZE];
    char expected[FUHE_DECIMAL_TEXT_SIZE];

    write_point(found, text);
    (void)fuhe_decimal_format(weight, 0, expected);
    return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_FULL, subject, text, expected);
}
