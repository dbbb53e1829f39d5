/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers claims. Every row is scored by the engine itself under each trial pack, and of each outcome only what later
 * steps compare is kept. */
#include "infer/observation.h"

#include "engine/pack_choice.h"
#include "engine/place.h"
#include "engine/score.h"

enum { DEPARTMENTS_MAX = 4 };

/* What each trial exchanges in the base pack. */
static const struct {
    enum fuhe_method cost;
    enum fuhe_method others;
    enum fuhe_less_method less;
    enum fuhe_equal_method equal;
} exchanges[FUHE_TRIAL_COUNT] = {
    [FUHE_TRIAL_PROPORTIONAL] = {FUHE_METHOD_PROPORTIONAL, FUHE_METHOD_MORE, FUHE_LESS_LINEAR_TO_DOUBLE,
                                 FUHE_EQUAL_ALL_OR_NOTHING},
    [FUHE_TRIAL_CEILING_LINEAR] = {FUHE_METHOD_CEILING, FUHE_METHOD_MORE, FUHE_LESS_LINEAR_TO_DOUBLE,
                                   FUHE_EQUAL_AS_MORE},
    [FUHE_TRIAL_CEILING_INVERSE] = {FUHE_METHOD_CEILING, FUHE_METHOD_MORE, FUHE_LESS_INVERSE, FUHE_EQUAL_AS_MORE},
    [FUHE_TRIAL_SAVED_LINEAR] = {FUHE_METHOD_CEILING_IF_SAVED, FUHE_METHOD_MORE, FUHE_LESS_LINEAR_TO_DOUBLE,
                                 FUHE_EQUAL_AS_MORE},
    [FUHE_TRIAL_SAVED_INVERSE] = {FUHE_METHOD_CEILING_IF_SAVED, FUHE_METHOD_MORE, FUHE_LESS_INVERSE,
                                  FUHE_EQUAL_AS_MORE},
    [FUHE_TRIAL_LESS_LINEAR] = {FUHE_METHOD_PROPORTIONAL, FUHE_METHOD_LESS, FUHE_LESS_LINEAR_TO_DOUBLE,
                                FUHE_EQUAL_AS_MORE},
    [FUHE_TRIAL_LESS_INVERSE] = {FUHE_METHOD_PROPORTIONAL, FUHE_METHOD_LESS, FUHE_LESS_INVERSE, FUHE_EQUAL_AS_MORE},
};

void fuhe_observations_init(struct fuhe_observations *observations, const struct fuhe_pack *base,
                            struct fuhe_arena *arena) {
    *observations = (struct fuhe_observations){.arena = arena, .base = base};
    for (size_t i = 0; i < FUHE_TRIAL_COUNT; i++) {
        struct fuhe_pack *trial = &observations->trials[i];
        *trial = *base;
        for (size_t j = 0; j < FUHE_CATEGORY_COUNT; j++) {
            trial->categories[j].method = j == FUHE_CATEGORY_COST ? exchanges[i].cost : exchanges[i].others;
        }
        trial->less_method = exchanges[i].less;
        trial->equal_method = exchanges[i].equal;
    }
}

static enum fuhe_status note_place(struct fuhe_observations *observations, const struct fuhe_form *form,
                                   struct fuhe_place place, struct fuhe_seen_place *seen) {
    char text[FUHE_PLACE_ADDRESS_SIZE];
    const fuhe_text address = fuhe_place_address(form, place, text);

    seen->form = observations->form_count - 1;
    seen->place = place;
    return address.length == 0 ? FUHE_STATUS_OK : fuhe_arena_copy(observations->arena, address, &seen->address);
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

static uint8_t roundings_that_give(const struct fuhe_claim *claim, fuhe_fraction exact, unsigned places) {
    static const struct {
        enum fuhe_rounding rounding;
        uint8_t bit;
    } roundings[] = {{FUHE_ROUND_HALF_UP, FUHE_GIVES_HALF_UP},
                     {FUHE_ROUND_HALF_EVEN, FUHE_GIVES_HALF_EVEN},
                     {FUHE_ROUND_TRUNCATE, FUHE_GIVES_CUT}};
    uint8_t gives = 0;

    for (size_t i = 0; i < sizeof roundings / sizeof roundings[0]; i++) {
        fuhe_decimal rounded;
        if (fuhe_fraction_round(exact, places, roundings[i].rounding, &rounded) == FUHE_STATUS_OK &&
            fuhe_decimal_equals(rounded, claim->value)) {
            gives = (uint8_t)(gives | roundings[i].bit);
        }
    }
    return gives;
}

static bool fits(enum fuhe_verdict verdict) {
    return verdict == FUHE_VERDICT_EXACT || verdict == FUHE_VERDICT_ROUNDED || verdict == FUHE_VERDICT_TRUNCATED;
}

static struct fuhe_outcome outcome_of(const struct fuhe_row *row) {
    const unsigned places = row->claim.places < FUHE_DECIMAL_PLACES ? row->claim.places : FUHE_DECIMAL_PLACES;
    struct fuhe_outcome outcome = {.computed = row->has_exact};

    if (!row->has_exact ||
        fuhe_fraction_round(row->exact, places, FUHE_ROUND_HALF_UP, &outcome.printed) != FUHE_STATUS_OK) {
        return (struct fuhe_outcome){.computed = false};
    }
    outcome.fits = fits(row->verdict);
    outcome.recomputed = row->recomputed;
    outcome.gives = roundings_that_give(&row->claim, row->exact, places);
    outcome.is_rounded = fuhe_fraction_compare_decimal(row->exact, outcome.printed) != 0;
    return outcome;
}

static enum fuhe_status note_cells(struct fuhe_observations *observations, const struct fuhe_indicator *indicator,
                                   struct fuhe_seen_row *seen) {
    FUHE_TRY(fuhe_arena_copy(observations->arena, indicator->name.text, &seen->name));
    const fuhe_text target =
        indicator->adjusted.state == FUHE_CELL_TEXT ? indicator->adjusted.text : indicator->target.text;
    FUHE_TRY(fuhe_arena_copy(observations->arena, target, &seen->target));
    return fuhe_arena_copy(observations->arena, indicator->actual.text, &seen->actual);
}

/* Row i of the form, which reviews[…] have scored in every way. */
static enum fuhe_status add_row(struct fuhe_observations *observations, const struct fuhe_review *reviews, size_t i) {
    const struct fuhe_form *form = reviews[0].form;
    const struct fuhe_indicator *indicator = &form->indicators[i];
    const struct fuhe_row *row = &reviews[FUHE_TRIAL_PROPORTIONAL].rows[i];
    void *items = observations->rows;

    if (row->is_execution || !row->has_weight || !row->claim.present) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_grow(observations->arena, &items, observations->row_count, &observations->row_capacity,
                             sizeof *observations->rows));
    observations->rows = items;
    struct fuhe_seen_row *seen = &observations->rows[observations->row_count];
    *seen = (struct fuhe_seen_row){.number = i + 1,
                                   .category = row->category,
                                   .relation = row->target.relation,
                                   .rule = row->rule,
                                   .reading = row->reading,
                                   .weight = row->weight,
                                   .claim = row->claim};
    for (size_t j = 0; j < FUHE_TRIAL_COUNT; j++) {
        seen->outcomes[j] = outcome_of(&reviews[j].rows[i]);
    }
    FUHE_TRY(note_cells(observations, indicator, seen));
    FUHE_TRY(note_place(observations, form, indicator->score.place, &seen->at));
    observations->row_count++;
    return FUHE_STATUS_OK;
}

/* --- execution --------------------------------------------------------------------------------------------------- */

/* The claimed total less every claimed row: no execution score when one of them is missing, or what is left is none. */
static bool infer_claim(const struct fuhe_review *review, struct fuhe_claim *claim) {
    const struct fuhe_claim total = fuhe_points_read(&review->form->total_claimed);
    fuhe_decimal rest = total.value;
    unsigned places = total.places;

    if (!total.present || review->row_count == 0) {
        return false;
    }
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_claim *row = &review->rows[i].claim;
        if (review->rows[i].is_execution) {
            continue;
        }
        if (!row->present || fuhe_decimal_subtract(rest, row->value, &rest) != FUHE_STATUS_OK) {
            return false;
        }
        places = row->places > places ? row->places : places;
    }
    *claim = (struct fuhe_claim){true, rest, places};
    return rest.scaled >= 0;
}

/* The cell that the score stands in, or should. */
static struct fuhe_place place_of(const struct fuhe_review *review, bool inferred) {
    const struct fuhe_form *form = review->form;
    const struct fuhe_execution *execution = &review->execution;

    if (inferred) {
        return form->total_claimed.place;
    }
    if (execution->has_row && execution->row_claim.present) {
        return form->indicators[execution->row].score.place;
    }
    for (size_t i = 0; i < form->fund_count; i++) {
        const size_t index = execution->from_parts ? i : execution->fund;
        if (fuhe_points_read(&form->funds[index].score).present) {
            return form->funds[index].score.place;
        }
    }
    return form->place;
}

static enum fuhe_status add_execution(struct fuhe_observations *observations, const struct fuhe_review *review) {
    struct fuhe_seen_execution seen = {.execution = review->execution};
    const struct fuhe_form *form = review->form;
    void *items = observations->executions;

    if (!review->execution.has_rate) {
        observations->blind.without_rate++;
        return FUHE_STATUS_OK;
    }
    seen.inferred = !seen.execution.claim.present;
    if (seen.inferred && !infer_claim(review, &seen.execution.claim)) {
        observations->blind.without_claim++;
        return FUHE_STATUS_OK;
    }
    if (review->execution.fund < form->fund_count) {
        seen.weight = fuhe_points_read(&form->funds[review->execution.fund].weight);
        seen.rate = fuhe_points_read(&form->funds[review->execution.fund].rate);
    } else if (review->execution.has_row) {
        seen.weight = fuhe_points_read(&form->indicators[review->execution.row].weight);
    }
    FUHE_TRY(note_place(observations, form, place_of(review, seen.inferred), &seen.at));
    FUHE_TRY(fuhe_arena_grow(observations->arena, &items, observations->execution_count,
                             &observations->execution_capacity, sizeof seen));
    observations->executions = items;
    observations->executions[observations->execution_count++] = seen;
    return FUHE_STATUS_OK;
}

/* --- the form ---------------------------------------------------------------------------------------------------- */

/* Weights by category; none when a row has no weight or no category. */
static bool sum_weights(const struct fuhe_review *review, fuhe_decimal weights[FUHE_CATEGORY_COUNT]) {
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (row->is_execution) {
            continue;
        }
        if (!row->has_weight || row->category == FUHE_CATEGORY_NONE ||
            fuhe_decimal_add(weights[row->category], row->weight, &weights[row->category]) != FUHE_STATUS_OK) {
            return false;
        }
    }
    return review->row_count > 0;
}

static enum fuhe_status note_department(struct fuhe_observations *observations, const struct fuhe_form *form) {
    const fuhe_text name = form->department.text.length > 0 ? form->department.text : form->unit.text;
    void *items = observations->departments;

    for (size_t i = 0; i < observations->department_count; i++) {
        if (fuhe_text_same_name(observations->departments[i], name)) {
            return FUHE_STATUS_OK;
        }
    }
    if (name.length == 0 || observations->department_count == DEPARTMENTS_MAX) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_grow(observations->arena, &items, observations->department_count,
                             &observations->department_capacity, sizeof name));
    observations->departments = items;
    return fuhe_arena_copy(observations->arena, name, &observations->departments[observations->department_count++]);
}

static enum fuhe_status add_form(struct fuhe_observations *observations, const struct fuhe_review *review,
                                 fuhe_text file) {
    const struct fuhe_form *form = review->form;
    const struct fuhe_claim total = fuhe_points_read(&form->total_claimed);
    struct fuhe_seen_form seen = {
        .number = observations->came, .year = fuhe_form_year(form), .has_total = total.present, .total = total.value};
    const size_t last = observations->form_count - 1;
    void *items = observations->forms;

    if (observations->form_count > 0 && fuhe_text_equals(observations->forms[last].file, file)) {
        seen.file = observations->forms[last].file;
    } else {
        FUHE_TRY(fuhe_arena_copy(observations->arena, file, &seen.file));
    }
    FUHE_TRY(fuhe_arena_copy(observations->arena, form->id.text, &seen.id));
    FUHE_TRY(fuhe_arena_copy(observations->arena, form->project.text, &seen.project));
    FUHE_TRY(fuhe_arena_copy(observations->arena, form->total_grade.text, &seen.grade));
    seen.has_weights = sum_weights(review, seen.weights);
    FUHE_TRY(fuhe_arena_grow(observations->arena, &items, observations->form_count, &observations->form_capacity,
                             sizeof seen));
    observations->forms = items;
    observations->forms[observations->form_count++] = seen;
    return note_department(observations, form);
}

enum fuhe_status fuhe_observations_add(struct fuhe_observations *observations, const struct fuhe_form *form,
                                       fuhe_text file, struct fuhe_arena *scratch) {
    struct fuhe_review reviews[FUHE_TRIAL_COUNT];
    bool is_new;

    observations->came++;
    if (fuhe_form_doubts(form) > 0) {
        observations->blind.doubtful++;
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_repeats_note(&observations->repeats, form, observations->arena, &is_new));
    if (!is_new) {
        observations->blind.repeated++;
        return FUHE_STATUS_OK;
    }
    for (size_t i = 0; i < FUHE_TRIAL_COUNT; i++) {
        FUHE_TRY(fuhe_review_rows(form, &observations->trials[i], scratch, &reviews[i]));
    }
    FUHE_TRY(add_form(observations, &reviews[0], file));
    FUHE_TRY(add_execution(observations, &reviews[0]));
    for (size_t i = 0; i < form->indicator_count; i++) {
        FUHE_TRY(add_row(observations, reviews, i));
    }
    return FUHE_STATUS_OK;
}
