/* SPDX-License-Identifier: Apache-2.0 */
/* The walk over one result, for machines: every figure with its working, in a fixed order, the same in every language.
 * A figure that is not there is left out, never written as zero. Rows and forms are counted from 1, as people do. */
#include "report/record.h"

#include "report/place.h"

static const char *const states[] = {
    [FUHE_REVIEW_SCORED] = "scored",
    [FUHE_REVIEW_PARTIAL] = "partial",
    [FUHE_REVIEW_UNSCORED] = "unscored",
};

static const char *const execution_states[] = {
    [FUHE_EXECUTION_SCORED] = "scored",
    [FUHE_EXECUTION_JUDGEMENT] = "judgement",
    [FUHE_EXECUTION_UNSCORED] = "unscored",
};

static const char *const value_kinds[] = {
    [FUHE_VALUE_NONE] = "none",           [FUHE_VALUE_NUMBER] = "number", [FUHE_VALUE_RANK] = "rank",
    [FUHE_VALUE_ZERO_WORD] = "zero-word", [FUHE_VALUE_WORDS] = "words",   [FUHE_VALUE_UNREADABLE] = "unreadable",
};

static const char *const relations[] = {
    [FUHE_RELATION_NONE] = "",           [FUHE_RELATION_AT_LEAST] = "at-least", [FUHE_RELATION_ABOVE] = "above",
    [FUHE_RELATION_AT_MOST] = "at-most", [FUHE_RELATION_BELOW] = "below",       [FUHE_RELATION_EQUAL] = "equal",
};

static const char *const deciders[] = {
    [FUHE_DECIDER_NONE] = "",
    [FUHE_DECIDER_ROW] = "row",
    [FUHE_DECIDER_EXECUTION] = "execution",
    [FUHE_DECIDER_WEIGHTS] = "weights",
};

/* Line and column are 0 where there is an address. */
static void record_place(struct fuhe_record *record, struct fuhe_place place, fuhe_text address) {
    fuhe_record_count(record, "line", fuhe_place_line(place));
    fuhe_record_count(record, "column", fuhe_place_column(place));
    if (fuhe_place_is_of_table(place)) {
        fuhe_record_text(record, "address", address);
    }
}

static void record_place_of_form(struct fuhe_record *record, const struct fuhe_form *form, struct fuhe_place place) {
    char text[FUHE_PLACE_ADDRESS_SIZE];

    record_place(record, place, fuhe_place_address(form, place, text));
}

FUHE_RECORD_INLINE void record_cell(struct fuhe_record *record, const char *name, const struct fuhe_cell *cell) {
    if (cell->state != FUHE_CELL_ABSENT) {
        fuhe_record_text(record, name, cell->text);
    }
}

FUHE_RECORD_INLINE void record_decimal_if(struct fuhe_record *record, const char *name, bool present,
                                          fuhe_decimal value) {
    if (present) {
        fuhe_record_decimal(record, name, value, 2);
    }
}

FUHE_RECORD_INLINE void record_claim(struct fuhe_record *record, const char *name, const struct fuhe_claim *claim) {
    if (claim->present) {
        fuhe_record_decimal(record, name, claim->value, claim->places < 6 ? claim->places : 6);
    }
}

static void record_rule(struct fuhe_record *record, enum fuhe_rule rule) {
    if (rule != FUHE_RULE_NONE) {
        fuhe_record_word(record, "rule", fuhe_rule_name(rule));
    }
}

/* The total before any rounding is not kept with the review, for it takes longer than the review itself. */
static void record_exact_total(struct fuhe_record *record, const struct fuhe_review *review) {
    fuhe_decimal exact;

    if (review->state != FUHE_REVIEW_UNSCORED && fuhe_review_exact_total(review, &exact) == FUHE_STATUS_OK) {
        fuhe_record_decimal(record, "exact", exact, 4);
    }
}

static void record_totals(struct fuhe_record *record, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;
    const bool scored = review->state != FUHE_REVIEW_UNSCORED;

    fuhe_record_open(record, "totals");
    record_claim(record, "claimed", &totals->claimed);
    record_decimal_if(record, "verified", scored, totals->verified);
    if (scored) {
        fuhe_record_word(record, "basis", fuhe_basis_name(totals->basis));
    }
    record_decimal_if(record, "as_listed", scored, totals->as_listed);
    record_decimal_if(record, "rescaled", scored && totals->has_rescaled, totals->rescaled);
    record_exact_total(record, review);
    fuhe_record_decimal(record, "weight_sum", totals->weight_sum, 0);
    fuhe_record_flag(record, "weights_close", totals->weights_close);
    if (totals->variant != NULL) {
        fuhe_record_text(record, "weight_variant", totals->variant->id);
    }
    fuhe_record_decimal(record, "sum_of_claims", totals->sum_of_claims, 2);
    record_decimal_if(record, "deviation_points", totals->has_deviation, totals->deviation_points);
    record_decimal_if(record, "deviation_rate", totals->has_deviation_rate, totals->deviation_rate);
    fuhe_record_close(record);
}

static void record_grading(struct fuhe_record *record, const struct fuhe_review *review) {
    const struct fuhe_grading *grading = &review->grading;

    fuhe_record_open(record, "grading");
    if (grading->has_grade) {
        const struct fuhe_grade *grade = &review->pack->grades[grading->grade];
        fuhe_record_text(record, "grade", grade->id);
        fuhe_record_text(record, "name", grade->name.zh);
    }
    fuhe_record_word(record, "firmness", fuhe_firmness_name(grading->firmness));
    if (grading->decider != FUHE_DECIDER_NONE) {
        fuhe_record_word(record, "decided_by", deciders[grading->decider]);
    }
    if (grading->decider == FUHE_DECIDER_ROW) {
        fuhe_record_count(record, "deciding_row", grading->deciding_row + 1);
    }
    record_decimal_if(record, "lowest", grading->has_grade, grading->lowest);
    record_decimal_if(record, "highest", grading->has_grade, grading->highest);
    record_decimal_if(record, "margin_up", grading->has_margin_up, grading->margin_up);
    record_decimal_if(record, "margin_down", grading->has_margin_down, grading->margin_down);
    fuhe_record_close(record);
}

static void record_execution(struct fuhe_record *record, const struct fuhe_review *review) {
    const struct fuhe_execution *execution = &review->execution;
    const bool scored = execution->state == FUHE_EXECUTION_SCORED;

    fuhe_record_open(record, "execution");
    fuhe_record_word(record, "state", execution_states[execution->state]);
    fuhe_record_flag(record, "from_parts", execution->from_parts);
    record_decimal_if(record, "budget_yuan", execution->has_money, execution->budget);
    record_decimal_if(record, "executed_yuan", execution->has_money, execution->executed);
    if (execution->has_rate) {
        fuhe_record_fraction(record, "rate_exact", execution->rate);
        fuhe_record_decimal(record, "rate", execution->rate_rounded, 2);
    }
    record_claim(record, "claimed", &execution->claim);
    if (scored) {
        fuhe_record_word(record, "formula", fuhe_formula_name(execution->formula));
        fuhe_record_fraction(record, "exact", execution->exact);
        fuhe_record_decimal(record, "recomputed", execution->recomputed, 2);
    }
    fuhe_record_word(record, "verdict", fuhe_verdict_name(execution->verdict));
    record_decimal_if(record, "verified", execution->has_verified, execution->verified);
    record_rule(record, FUHE_RULE_EXECUTION);
    fuhe_record_close(record);
}

static void record_categories(struct fuhe_record *record, const struct fuhe_review *review) {
    fuhe_record_open_list(record, "categories");
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        const struct fuhe_category_result *category = &review->categories[i];
        if (!category->present) {
            continue;
        }
        fuhe_record_open(record, "category");
        fuhe_record_word(record, "category", fuhe_category_name((enum fuhe_category)i));
        fuhe_record_decimal(record, "weight", category->weight, 0);
        fuhe_record_decimal(record, "expected", category->expected, 0);
        fuhe_record_decimal(record, "claimed", category->claimed, 2);
        fuhe_record_decimal(record, "verified", category->verified, 2);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

/* A cell as printed and as read. */
static void record_value(struct fuhe_record *record, const char *name, const struct fuhe_cell *cell,
                         const struct fuhe_value *value) {
    const bool is_number =
        value->kind == FUHE_VALUE_NUMBER || value->kind == FUHE_VALUE_RANK || value->kind == FUHE_VALUE_ZERO_WORD;

    fuhe_record_open(record, name);
    record_cell(record, "printed", cell);
    fuhe_record_word(record, "kind", value_kinds[value->kind]);
    if (value->relation != FUHE_RELATION_NONE) {
        fuhe_record_word(record, "relation", relations[value->relation]);
    }
    if (is_number) {
        fuhe_record_decimal(record, "number", value->number, 0);
    }
    if (value->unit.length > 0) {
        fuhe_record_text(record, "unit", value->unit);
    }
    fuhe_record_close(record);
}

static void record_working(struct fuhe_record *record, const struct fuhe_row *row) {
    fuhe_record_word(record, "reading", fuhe_reading_name(row->reading));
    record_rule(record, row->rule);
    if (row->has_exact) {
        fuhe_record_word(record, "formula", fuhe_formula_name(row->formula));
        fuhe_record_fraction(record, "exact", row->exact);
        fuhe_record_decimal(record, "recomputed", row->recomputed, 2);
    }
    record_decimal_if(record, "low", row->has_range, row->low);
    record_decimal_if(record, "high", row->has_range, row->high);
    fuhe_record_word(record, "verdict", fuhe_verdict_name(row->verdict));
    record_decimal_if(record, "verified", row->has_verified, row->verified);
    fuhe_record_flag(record, "counted", row->counted);
}

static void record_row(struct fuhe_record *record, const struct fuhe_review *review, size_t index) {
    const struct fuhe_row *row = &review->rows[index];
    const struct fuhe_indicator *indicator = &review->form->indicators[index];

    fuhe_record_open(record, "row");
    fuhe_record_count(record, "number", index + 1);
    record_cell(record, "name", &indicator->name);
    record_cell(record, "level1", &indicator->level1);
    record_cell(record, "level2", &indicator->level2);
    if (row->category != FUHE_CATEGORY_NONE) {
        fuhe_record_word(record, "category", fuhe_category_name(row->category));
    }
    record_place_of_form(record, review->form, indicator->place);
    if (row->has_weight) {
        fuhe_record_decimal(record, "weight", row->weight, 0);
    }
    record_claim(record, "claimed", &row->claim);
    record_working(record, row);
    record_value(record, "target", &indicator->target, &row->target);
    record_value(record, "actual", &indicator->actual, &row->actual);
    fuhe_record_close(record);
}

static void record_rows(struct fuhe_record *record, const struct fuhe_review *review) {
    fuhe_record_open_list(record, "rows");
    for (size_t i = 0; i < review->row_count; i++) {
        record_row(record, review, i);
    }
    fuhe_record_close(record);
}

FUHE_RECORD_INLINE void record_figure(struct fuhe_record *record, const char *name, struct fuhe_figure figure) {
    if (figure.present) {
        fuhe_record_decimal(record, name, figure.value, 0);
    }
}

void fuhe_record_finding(struct fuhe_record *record, const struct fuhe_form *form, fuhe_text address,
                         const struct fuhe_finding *finding) {
    char path[FUHE_PATH_SIZE];
    const size_t path_length = fuhe_finding_path(finding, path);

    fuhe_record_open(record, "finding");
    fuhe_record_word(record, "code", fuhe_code_name(finding->code));
    fuhe_record_word(record, "severity", fuhe_severity_name(finding->severity));
    fuhe_record_text(record, "path", (fuhe_text){path, path_length});
    if (finding->block == FUHE_BLOCK_INDICATOR) {
        fuhe_record_count(record, "row", finding->index + 1);
    }
    if (finding->category != FUHE_CATEGORY_NONE) {
        fuhe_record_word(record, "category", fuhe_category_name(finding->category));
    }
    record_place(record, finding->place, address);
    if (finding->block == FUHE_BLOCK_DOUBT && form != NULL) {
        record_cell(record, "value", &form->doubts[finding->index].value);
        record_cell(record, "why", &form->doubts[finding->index].why);
    }
    record_rule(record, finding->rule);
    record_figure(record, "claimed", finding->claimed);
    record_figure(record, "recomputed", finding->recomputed);
    record_figure(record, "difference", finding->difference);
    record_figure(record, "low", finding->low);
    record_figure(record, "high", finding->high);
    if (finding->quote.length > 0) {
        fuhe_record_text(record, "quote", finding->quote);
    }
    if (finding->other.length > 0) {
        fuhe_record_text(record, "other", finding->other);
    }
}

static void record_findings(struct fuhe_record *record, const struct fuhe_report_options *options,
                            const struct fuhe_review *review) {
    char address[FUHE_PLACE_ADDRESS_SIZE];

    fuhe_record_open_list(record, "findings");
    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];

        if (fuhe_report_shows(options, finding)) {
            fuhe_record_finding(record, review->form, fuhe_place_address(review->form, finding->place, address),
                                finding);
            fuhe_record_close(record);
        }
    }
    fuhe_record_close(record);
}

void fuhe_record_form(struct fuhe_record *record, const struct fuhe_report_options *options,
                      const struct fuhe_result *result) {
    const struct fuhe_form *form = result->form;

    fuhe_record_text(record, "file", fuhe_text_of(result->file));
    fuhe_record_count(record, "number", result->number + 1);
    record_cell(record, "id", &form->id);
    record_cell(record, "year", &form->year);
    record_cell(record, "kind", &form->kind);
    record_cell(record, "project", &form->project);
    record_cell(record, "department", &form->department);
    record_cell(record, "unit", &form->unit);
    fuhe_record_word(record, "state", states[result->review.state]);
    fuhe_record_rules(record, options, result);
    record_totals(record, &result->review);
    record_grading(record, &result->review);
    record_execution(record, &result->review);
    record_categories(record, &result->review);
    record_rows(record, &result->review);
    record_findings(record, options, &result->review);
    fuhe_record_causes(record, result);
    fuhe_record_ladder(record, result);
}
