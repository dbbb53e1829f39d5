/* SPDX-License-Identifier: Apache-2.0 */
/* An inference as one JSON document (infer/inference.schema.json): figures as decimal strings, rates also as fractions,
 * and every counter-example. */
#include "engine/place.h"
#include "infer/inference_write.h"
#include "report/record.h"

static const char *const roundings[] = {
    [FUHE_ROUND_HALF_UP] = "half-up", [FUHE_ROUND_HALF_EVEN] = "half-even", [FUHE_ROUND_TRUNCATE] = "truncate"};

static void write_rate(struct fuhe_record *record, const char *name, const char *exact, fuhe_fraction rate) {
    fuhe_decimal rounded;

    if (fuhe_fraction_round(rate, 2, FUHE_ROUND_HALF_UP, &rounded) == FUHE_STATUS_OK) {
        fuhe_record_decimal(record, name, rounded, 2);
    }
    fuhe_record_fraction(record, exact, rate);
}

/* Which form, and where in it. Fields of an open object. */
static void write_place(struct fuhe_record *record, const struct fuhe_observations *observations,
                        const struct fuhe_seen_place *at) {
    const struct fuhe_seen_form *form = &observations->forms[at->form];

    fuhe_record_text(record, "file", form->file);
    fuhe_record_count(record, "number", form->number);
    fuhe_record_text(record, "id", form->id);
    fuhe_record_text(record, "project", form->project);
    fuhe_record_count(record, "line", fuhe_place_line(at->place));
    fuhe_record_count(record, "column", fuhe_place_column(at->place));
    if (at->address.length > 0) {
        fuhe_record_text(record, "address", at->address);
    }
}

typedef void write_point(struct fuhe_record *record, const struct fuhe_inference *inference, const char *name,
                         const struct fuhe_step_point *point);

/* Other ranges of a cut that explain as much. */
static void write_ranges(struct fuhe_record *record, const struct fuhe_inference *inference,
                         const struct fuhe_stair *step, const struct fuhe_step_point *points, write_point *write) {
    if (step->rival_count == 0) {
        return;
    }
    fuhe_record_open_list(record, "other_ranges");
    for (size_t i = 0; i < step->rival_count; i++) {
        fuhe_record_open(record, "range");
        write(record, inference, "above", &points[step->rivals[i].above]);
        write(record, inference, "up_to", &points[step->rivals[i].up_to]);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

/* --- execution ---------------------------------------------------------------------------------------------------- */

static void write_end(struct fuhe_record *record, const struct fuhe_inference *inference, const char *name,
                      const struct fuhe_step_point *point) {
    const struct fuhe_seen_execution *seen = &inference->observations->executions[point->source];

    fuhe_record_open(record, name);
    write_place(record, inference->observations, &seen->at);
    write_rate(record, "rate", "rate_exact", point->at);
    fuhe_record_decimal(record, "score", point->value, 0);
    fuhe_record_flag(record, "told_from_total", seen->inferred);
    fuhe_record_close(record);
}

/* The bands, the highest first; a range only where a form stands at both ends. */
static void write_bands(struct fuhe_record *record, const struct fuhe_inference *inference) {
    const struct fuhe_execution_proposal *proposal = &inference->execution;
    const bool assumed = proposal->top_is_assumed;

    fuhe_record_open_list(record, "bands");
    for (size_t i = 0; i < proposal->rule.band_count; i++) {
        const bool is_seen = i > 0 || !assumed;
        const size_t step = proposal->rule.band_count - 1 - i;
        fuhe_record_open(record, "band");
        fuhe_record_decimal(record, "from", proposal->rule.bands[i].from, 0);
        fuhe_record_decimal(record, "score", proposal->rule.bands[i].score, 0);
        fuhe_record_count(record, "support", is_seen ? proposal->steps.items[step].support : 0);
        if (is_seen && step > 0) {
            write_end(record, inference, "above", &proposal->points[proposal->steps.items[step - 1].highest]);
            write_end(record, inference, "up_to", &proposal->points[proposal->steps.items[step].lowest]);
            write_ranges(record, inference, &proposal->steps.items[step], proposal->points, write_end);
        }
        if (is_seen && step == 0) {
            write_end(record, inference, "lowest", &proposal->points[proposal->steps.items[0].lowest]);
        }
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void write_line(struct fuhe_record *record, const struct fuhe_line *line) {
    if (line->tried) {
        fuhe_record_open(record, "line");
        fuhe_record_decimal(record, "weight", line->weight, 0);
        fuhe_record_word(record, "basis", line->basis == FUHE_RATE_EXACT ? "exact" : "printed");
        fuhe_record_count(record, "places", line->places);
        fuhe_record_count(record, "fits", line->fits);
        fuhe_record_count(record, "other_basis_fits", line->rival_fits);
        fuhe_record_close(record);
    }
}

static void write_score_misfits(struct fuhe_record *record, const struct fuhe_inference *inference) {
    struct fuhe_pack pack = *inference->observations->base;

    pack.execution = inference->execution.rule;
    fuhe_record_open_list(record, "misfits");
    for (size_t i = 0; i < inference->execution.misfit_count; i++) {
        const struct fuhe_seen_execution *seen = &inference->observations->executions[inference->execution.misfits[i]];
        struct fuhe_execution execution = seen->execution;
        fuhe_record_open(record, "misfit");
        write_place(record, inference->observations, &seen->at);
        write_rate(record, "rate", "rate_exact", seen->execution.rate);
        fuhe_record_decimal(record, "claimed", seen->execution.claim.value, 0);
        if (fuhe_execution_rescore(&pack, &execution) == FUHE_STATUS_OK) {
            fuhe_record_decimal(record, "gives", execution.recomputed, 0);
        }
        fuhe_record_flag(record, "told_from_total", seen->inferred);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void write_execution(struct fuhe_record *record, const struct fuhe_inference *inference) {
    const struct fuhe_execution_proposal *proposal = &inference->execution;
    const bool is_proposed = proposal->state == FUHE_EXECUTION_PROPOSED;
    const bool is_bands = is_proposed && proposal->rule.method == FUHE_EXECUTION_BANDS;

    fuhe_record_open(record, "execution");
    fuhe_record_word(record, "state", fuhe_execution_state_found_name(proposal->state));
    fuhe_record_count(record, "scores", inference->observations->execution_count);
    fuhe_record_count(record, "printed", proposal->direct);
    fuhe_record_count(record, "told_from_totals", proposal->inferred);
    fuhe_record_count(record, "above_100", proposal->beyond);
    fuhe_record_count(record, "without_rate", inference->observations->blind.without_rate);
    fuhe_record_count(record, "without_score", inference->observations->blind.without_claim);
    fuhe_record_count(record, "bands_fit", proposal->band_fits);
    if (is_proposed) {
        fuhe_record_word(record, "method", is_bands ? "bands" : "linear");
        fuhe_record_decimal(record, "weight", proposal->rule.weight, 0);
        fuhe_record_count(record, "fits", proposal->fits);
        fuhe_record_flag(record, "top_is_assumed", proposal->top_is_assumed);
    }
    write_line(record, &proposal->line);
    if (is_bands) {
        write_bands(record, inference);
    }
    write_score_misfits(record, inference);
    fuhe_record_close(record);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static void write_rows(struct fuhe_record *record, const struct fuhe_inference *inference, const size_t *rows,
                       size_t count) {
    fuhe_record_open_list(record, "misfits");
    for (size_t i = 0; i < count; i++) {
        const struct fuhe_seen_row *row = &inference->observations->rows[rows[i]];
        const struct fuhe_outcome *outcome = fuhe_methods_outcome(&inference->methods, row);
        fuhe_record_open(record, "misfit");
        write_place(record, inference->observations, &row->at);
        fuhe_record_count(record, "row", row->number);
        fuhe_record_text(record, "name", row->name);
        fuhe_record_text(record, "target", row->target);
        fuhe_record_text(record, "actual", row->actual);
        fuhe_record_decimal(record, "weight", row->weight, 0);
        fuhe_record_decimal(record, "claimed", row->claim.value, 0);
        if (outcome != NULL) {
            fuhe_record_decimal(record, "gives", outcome->recomputed, 0);
        }
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void write_election(struct fuhe_record *record, const struct fuhe_inference *inference,
                           const struct fuhe_election *election) {
    fuhe_record_open(record, "election");
    fuhe_record_word(record, "rows_of", fuhe_family_name(election->family));
    fuhe_record_count(record, "rows", election->rows);
    fuhe_record_count(record, "telling", election->telling);
    fuhe_record_count(record, "fit_any", election->any);
    fuhe_record_count(record, "full_marks_short", election->idle);
    fuhe_record_count(record, "fit", election->fit);
    fuhe_record_count(record, "unscored", election->unscored);
    fuhe_record_word(record, "state", fuhe_election_state_name(election->state));
    fuhe_record_word(record, "base_method", election->rivals[election->own].word);
    fuhe_record_flag(record, "proposed", election->is_decided);
    fuhe_record_word(record, "method", election->rivals[election->best].word);
    fuhe_record_open_list(record, "rivals");
    for (size_t i = 0; i < election->rival_count; i++) {
        fuhe_record_open(record, "rival");
        fuhe_record_word(record, "method", election->rivals[i].word);
        fuhe_record_count(record, "fits", election->rivals[i].fits);
        fuhe_record_count(record, "misfits", election->rivals[i].misfits);
        fuhe_record_count(record, "below_full_marks", election->rivals[i].partial);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    write_rows(record, inference, election->misfits, election->misfit_count);
    fuhe_record_close(record);
}

static void write_methods(struct fuhe_record *record, const struct fuhe_inference *inference) {
    fuhe_record_open_list(record, "methods");
    for (size_t i = 0; i < FUHE_FAMILY_COUNT; i++) {
        if (inference->methods.elections[i].rows > 0) {
            write_election(record, inference, &inference->methods.elections[i]);
        }
    }
    fuhe_record_close(record);
}

static void write_rounding(struct fuhe_record *record, const struct fuhe_inference *inference) {
    const struct fuhe_rounding_habit *habit = &inference->rounding;

    fuhe_record_open(record, "rounding");
    fuhe_record_flag(record, "proposed", habit->is_decided);
    fuhe_record_word(record, "mode", roundings[habit->rounding]);
    fuhe_record_flag(record, "by_convention", habit->is_convention);
    fuhe_record_count(record, "places", habit->item_places);
    fuhe_record_count(record, "rounded", habit->rounded);
    fuhe_record_count(record, "telling", habit->telling);
    fuhe_record_count(record, "half_up_fits", habit->fits[FUHE_ROUND_HALF_UP]);
    fuhe_record_count(record, "half_even_fits", habit->fits[FUHE_ROUND_HALF_EVEN]);
    fuhe_record_count(record, "truncate_fits", habit->fits[FUHE_ROUND_TRUNCATE]);
    fuhe_record_open_list(record, "decimals");
    for (size_t i = 0; i <= FUHE_DECIMAL_PLACES; i++) {
        if (habit->places[i] > 0) {
            fuhe_record_open(record, "printed");
            fuhe_record_count(record, "places", i);
            fuhe_record_count(record, "rows", habit->places[i]);
            fuhe_record_close(record);
        }
    }
    fuhe_record_close(record);
    write_rows(record, inference, habit->misfits, habit->misfit_count);
    fuhe_record_close(record);
}

/* --- the rest ----------------------------------------------------------------------------------------------------- */

static void write_weights(struct fuhe_record *record, const struct fuhe_inference *inference) {
    const struct fuhe_weight_sets *sets = &inference->weights;

    fuhe_record_open(record, "weights");
    fuhe_record_count(record, "forms", sets->forms);
    fuhe_record_count(record, "closing", sets->closing);
    fuhe_record_flag(record, "differ", sets->is_new);
    fuhe_record_decimal(record, "execution", sets->execution, 0);
    fuhe_record_open_list(record, "sets");
    for (size_t i = 0; i < sets->count; i++) {
        fuhe_record_open(record, "set");
        for (size_t j = 0; j < FUHE_CATEGORY_COUNT; j++) {
            fuhe_record_decimal(record, fuhe_category_name((enum fuhe_category)j), sets->items[i].weights[j], 0);
        }
        fuhe_record_decimal(record, "sum", sets->items[i].sum, 0);
        fuhe_record_flag(record, "closes", sets->items[i].closes);
        fuhe_record_count(record, "forms", sets->items[i].count);
        fuhe_record_count(record, "first", inference->observations->forms[sets->items[i].form].number);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

static void write_total(struct fuhe_record *record, const struct fuhe_inference *inference, const char *name,
                        const struct fuhe_step_point *point) {
    const struct fuhe_seen_place at = {.form = point->source};

    fuhe_record_open(record, name);
    write_place(record, inference->observations, &at);
    fuhe_record_decimal(record, "total", inference->observations->forms[point->source].total, 2);
    fuhe_record_text(record, "grade", inference->observations->forms[point->source].grade);
    fuhe_record_close(record);
}

static void write_steps(struct fuhe_record *record, const struct fuhe_inference *inference) {
    const struct fuhe_grade_proposal *proposal = &inference->grades;

    fuhe_record_open_list(record, "cuts");
    for (size_t i = proposal->is_proposed ? proposal->steps.count : 0; i-- > 0;) {
        const struct fuhe_stair *step = &proposal->steps.items[i];
        fuhe_record_open(record, "cut");
        fuhe_record_text(record, "name", proposal->labels[step->value.scaled / FUHE_DECIMAL_ONE].name);
        fuhe_record_decimal(record, "from", step->cut, 0);
        fuhe_record_count(record, "support", step->support);
        if (i > 0) {
            write_total(record, inference, "above", &proposal->points[step[-1].highest]);
            write_total(record, inference, "up_to", &proposal->points[step->lowest]);
            write_ranges(record, inference, step, proposal->points, write_total);
        } else {
            write_total(record, inference, "lowest", &proposal->points[step->lowest]);
        }
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void write_grades(struct fuhe_record *record, const struct fuhe_inference *inference) {
    const struct fuhe_grade_proposal *proposal = &inference->grades;

    fuhe_record_open(record, "grades");
    fuhe_record_flag(record, "proposed", proposal->is_proposed);
    fuhe_record_count(record, "printed", proposal->printed);
    fuhe_record_count(record, "unread", proposal->unread);
    write_steps(record, inference);
    fuhe_record_open_list(record, "misfits");
    for (size_t i = 0; i < proposal->printed; i++) {
        if (!proposal->points[i].fits) {
            write_total(record, inference, "misfit", &proposal->points[i]);
        }
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

static void write_words(struct fuhe_record *record, const struct fuhe_wording *wording) {
    fuhe_record_open_list(record, "words");
    for (size_t i = 0; i < wording->count; i++) {
        const struct fuhe_word_use *use = &wording->items[i];
        fuhe_record_open(record, "word");
        fuhe_record_text(record, "word", use->word);
        fuhe_record_count(record, "rows", use->count);
        fuhe_record_count(record, "full", use->full);
        fuhe_record_decimal(record, "least_percent", use->least, 2);
        fuhe_record_decimal(record, "most_percent", use->most, 2);
        fuhe_record_flag(record, "known", use->is_known);
        fuhe_record_flag(record, "proposed", use->is_proposed);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

void fuhe_inference_write_json(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_observations *observations = inference->observations;
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-inference/1");
    fuhe_record_text(&record, "base", observations->base->id);
    fuhe_record_text(&record, "base_version", observations->base->version);
    fuhe_record_count(&record, "forms", observations->form_count);
    fuhe_record_count(&record, "left_out_doubtful", observations->blind.doubtful);
    fuhe_record_count(&record, "left_out_repeated", observations->blind.repeated);
    fuhe_record_count(&record, "rows", observations->row_count);
    write_execution(&record, inference);
    write_methods(&record, inference);
    write_rounding(&record, inference);
    write_weights(&record, inference);
    write_grades(&record, inference);
    write_words(&record, &inference->wording);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}
