/* SPDX-License-Identifier: Apache-2.0 */
/* 指标明细: the execution score and each indicator on a line, figures beside the formulas that they feed. */
#include "engine/score.h"
#include "report/messages.h"
#include "report/translate.h"
#include "workbook/tables.h"

static const struct fuhe_column columns[FUHE_DETAIL_COLUMN_COUNT] = {
    [FUHE_DETAIL_NUMBER] = {N_("No."), 5, FUHE_LOOK_COUNT},
    [FUHE_DETAIL_PROJECT] = {N_("Project name"), 18, FUHE_LOOK_TEXT},
    [FUHE_DETAIL_CATEGORY] = {N_("Category"), 10, FUHE_LOOK_TEXT},
    [FUHE_DETAIL_LEVEL1] = {N_("Level 1"), 11, FUHE_LOOK_TEXT},
    [FUHE_DETAIL_LEVEL2] = {N_("Level 2"), 13, FUHE_LOOK_TEXT},
    [FUHE_DETAIL_NAME] = {N_("Indicator (level 3)"), 20, FUHE_LOOK_TEXT},
    [FUHE_DETAIL_WEIGHT] = {N_("Weight"), 7, FUHE_LOOK_NUMBER},
    [FUHE_DETAIL_TARGET] = {N_("Target"), 13, FUHE_LOOK_TEXT},
    [FUHE_DETAIL_TARGET_NUMBER] = {N_("Target as a number"), 10, FUHE_LOOK_NUMBER},
    [FUHE_DETAIL_ACTUAL] = {N_("Result achieved"), 13, FUHE_LOOK_TEXT},
    [FUHE_DETAIL_ACTUAL_NUMBER] = {N_("Result as a number"), 10, FUHE_LOOK_NUMBER},
    [FUHE_DETAIL_CLAIM] = {N_("Claimed score"), 9, FUHE_LOOK_POINTS},
    [FUHE_DETAIL_METHOD] = {N_("How it is scored"), 28, FUHE_LOOK_TEXT},
    [FUHE_DETAIL_RECOMPUTED] = {N_("Recomputed"), 9, FUHE_LOOK_POINTS},
    [FUHE_DETAIL_BASIS] = {N_("Score taken"), 10, FUHE_LOOK_WORD},
    [FUHE_DETAIL_VERIFIED] = {N_("Verified score"), 9, FUHE_LOOK_POINTS},
    [FUHE_DETAIL_DIFFERENCE] = {N_("Difference"), 9, FUHE_LOOK_SIGNED},
    [FUHE_DETAIL_COUNTED] = {N_("Counted"), 8, FUHE_LOOK_WORD},
    [FUHE_DETAIL_VERDICT] = {N_("Verdict"), 10, FUHE_LOOK_WORD},
    [FUHE_DETAIL_RULE] = {N_("Rule and clause"), 30, FUHE_LOOK_TEXT},
};

/* The method in words, by how the target reads, for rows without a working of their own. */
static const char *const methods[] = {
    [FUHE_READING_MORE] = N_("more is better: weight × result ÷ target, at most the weight"),
    [FUHE_READING_LESS] = N_("less is better: full up to the target, less above it"),
    [FUHE_READING_EQUAL] = N_("must equal the target"),
    [FUHE_READING_RANK] = N_("a rank: full up to the target, else weight × target ÷ result"),
    [FUHE_READING_ZERO] = N_("must be zero: full at zero, else none"),
    [FUHE_READING_WORDS_MET] = N_("target in words, met: full"),
    [FUHE_READING_WORDS_SCALE] = N_("result in words of a scale: within the band of the weight"),
    [FUHE_READING_JUDGEMENT] = N_("cannot be computed: a person judges; until then the claim, at most the weight"),
};

static const char cost_method[] = N_("cost in proportion: weight × cost ÷ target, at most the weight");

void fuhe_details_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit) {
    fuhe_sheet_add(sheet, kit, FUHE_SHEET_DETAILS, columns, FUHE_DETAIL_COLUMN_COUNT,
                   (struct fuhe_sheet_page){FUHE_DETAIL_PROJECT + 1, FUHE_DETAIL_VERDICT + 1});
}

void fuhe_clause_write(struct fuhe_output *output, const struct fuhe_pack *pack, enum fuhe_rule rule) {
    const struct fuhe_citation *citation = &pack->citations[rule];

    if (rule == FUHE_RULE_NONE || !citation->present) {
        return;
    }
    if (citation->source == NULL) {
        fuhe_output_string(output, _("practice, no text"));
        return;
    }
    fuhe_output_text(output, citation->source->document);
    fuhe_output_string(output, citation->clause.length == 0 ? "" : " ");
    fuhe_output_text(output, citation->clause);
}

static void write_clause(struct fuhe_sheet *sheet, const struct fuhe_pack *pack, enum fuhe_rule rule) {
    fuhe_clause_write(fuhe_sheet_scratch(sheet), pack, rule);
    fuhe_sheet_put_scratch(sheet, FUHE_DETAIL_RULE);
}

static bool is_numeric(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_NUMBER || value->kind == FUHE_VALUE_RANK || value->kind == FUHE_VALUE_ZERO_WORD;
}

/* The scale to show target and result in: that which both print, else none. */
static int64_t scale_of(const struct fuhe_row *row) {
    const int64_t scale = row->target.scale;
    const bool fits = scale > 1 && row->actual.scale == scale && row->target.number.scaled % scale == 0 &&
                      row->actual.number.scaled % scale == 0;

    return fits ? scale : 1;
}

static void write_value(struct fuhe_sheet *sheet, size_t column, const struct fuhe_value *value, int64_t scale) {
    fuhe_sheet_decimal(sheet, column, is_numeric(value), (fuhe_decimal){value->number.scaled / scale});
}

/* A printed target with the operator and unit of its own cells. */
static void write_target(struct fuhe_sheet *sheet, const struct fuhe_indicator *indicator) {
    struct fuhe_output *scratch = fuhe_sheet_scratch(sheet);

    fuhe_output_text(scratch, indicator->relation.text);
    fuhe_output_text(scratch, fuhe_target_cell(indicator)->text);
    fuhe_output_text(scratch, indicator->unit.text);
    fuhe_sheet_put_scratch(sheet, FUHE_DETAIL_TARGET);
}

/* Where spending less earns less, more is not better. */
static bool is_share_of_cost(const struct fuhe_row *row, const struct fuhe_pack *pack) {
    return row->reading == FUHE_READING_MORE && row->category == FUHE_CATEGORY_COST &&
           pack->categories[FUHE_CATEGORY_COST].method == FUHE_METHOD_PROPORTIONAL;
}

static void write_method(struct fuhe_sheet *sheet, const struct fuhe_row *row, const struct fuhe_pack *pack) {
    struct fuhe_output *scratch = fuhe_sheet_scratch(sheet);

    if (row->is_execution) {
        fuhe_output_string(scratch, _("see budget execution"));
    } else if (row->has_exact && row->formula > FUHE_FORMULA_ZERO) {
        fuhe_message_working(scratch, row);
    } else {
        fuhe_output_string(scratch, is_share_of_cost(row, pack) ? _(cost_method) : _(methods[row->reading]));
    }
    fuhe_sheet_put_scratch(sheet, FUHE_DETAIL_METHOD);
}

static void write_heads(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page) {
    fuhe_sheet_count(sheet, FUHE_DETAIL_NUMBER, page);
    fuhe_sheet_text(sheet, FUHE_DETAIL_PROJECT, result->form->project.text);
}

/* What the verified score and the difference of a line follow from. */
struct outcome {
    enum fuhe_verdict verdict;
    const struct fuhe_claim *claim;
    bool has_recomputed;
    fuhe_decimal recomputed;
    bool has_verified;
    fuhe_decimal verified;
    bool counted;
};

/* The claim stands, or the score by the rules takes its place. */
static enum fuhe_word basis_of(const struct outcome *outcome) {
    if (!outcome->has_verified) {
        return FUHE_WORD_UNSCORED;
    }
    const bool by_rules = outcome->has_recomputed && fuhe_decimal_equals(outcome->recomputed, outcome->verified);

    return by_rules ? FUHE_WORD_BY_RULES : FUHE_WORD_BY_CLAIM;
}

static void write_outcome(struct fuhe_sheet *sheet, const struct outcome *outcome,
                          const struct fuhe_formula_text *recomputed) {
    struct fuhe_formula_text formula;
    const fuhe_decimal difference = {outcome->claim->value.scaled - outcome->verified.scaled};

    fuhe_sheet_formula(sheet, FUHE_DETAIL_RECOMPUTED, recomputed, outcome->has_recomputed, outcome->recomputed);
    fuhe_sheet_word(sheet, FUHE_DETAIL_BASIS, fuhe_word(basis_of(outcome)));
    fuhe_formula_verified(outcome->verdict, sheet->line, &formula);
    fuhe_sheet_formula(sheet, FUHE_DETAIL_VERIFIED, &formula, outcome->has_verified, outcome->verified);
    fuhe_formula_difference(sheet->line, &formula);
    fuhe_sheet_formula(sheet, FUHE_DETAIL_DIFFERENCE, &formula, outcome->has_verified && outcome->claim->present,
                       difference);
    fuhe_sheet_word(sheet, FUHE_DETAIL_COUNTED, fuhe_word(outcome->counted ? FUHE_WORD_YES : FUHE_WORD_NO));
}

/* --- execution --------------------------------------------------------------------------------------------------- */

static void write_money(struct fuhe_sheet *sheet, const struct fuhe_form *form,
                        const struct fuhe_execution *execution) {
    const struct fuhe_fund *fund =
        execution->from_parts || execution->fund >= form->fund_count ? NULL : &form->funds[execution->fund];
    const int64_t scale = fuhe_value_money_scale(&form->funds_unit);
    const bool fits = execution->budget.scaled % scale == 0 && execution->executed.scaled % scale == 0;
    const int64_t shown = fits ? scale : 1;

    fuhe_sheet_text(sheet, FUHE_DETAIL_TARGET, fund == NULL ? (fuhe_text){NULL, 0} : fund->budget.text);
    fuhe_sheet_decimal(sheet, FUHE_DETAIL_TARGET_NUMBER, execution->has_money,
                       (fuhe_decimal){execution->budget.scaled / shown});
    fuhe_sheet_text(sheet, FUHE_DETAIL_ACTUAL, fund == NULL ? (fuhe_text){NULL, 0} : fund->executed.text);
    fuhe_sheet_decimal(sheet, FUHE_DETAIL_ACTUAL_NUMBER, execution->has_money,
                       (fuhe_decimal){execution->executed.scaled / shown});
}

static void write_execution_verdict(struct fuhe_sheet *sheet, const struct fuhe_execution *execution) {
    const bool unclaimed = execution->has_verified && !execution->claim.present;

    fuhe_sheet_word(sheet, FUHE_DETAIL_VERDICT,
                    unclaimed ? _("not filled in") : fuhe_message_verdict(execution->verdict));
}

static void write_execution(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page,
                            const struct fuhe_pack_lines *rules) {
    const struct fuhe_review *review = &result->review;
    const struct fuhe_execution *execution = &review->execution;
    const bool scored = execution->state == FUHE_EXECUTION_SCORED;
    const struct outcome outcome = {execution->verdict,      &execution->claim,   scored, execution->recomputed,
                                    execution->has_verified, execution->verified, true};
    struct fuhe_formula_text formula;

    write_heads(sheet, result, page);
    fuhe_sheet_word(sheet, FUHE_DETAIL_CATEGORY, _("Budget execution"));
    fuhe_sheet_word(sheet, FUHE_DETAIL_LEVEL1, "");
    fuhe_sheet_word(sheet, FUHE_DETAIL_LEVEL2, "");
    fuhe_sheet_word(sheet, FUHE_DETAIL_NAME, _("Budget executed over full-year budget"));
    fuhe_sheet_decimal(sheet, FUHE_DETAIL_WEIGHT, true, review->pack->execution.weight);
    write_money(sheet, result->form, execution);
    fuhe_sheet_decimal(sheet, FUHE_DETAIL_CLAIM, execution->claim.present, execution->claim.value);
    fuhe_message_execution(fuhe_sheet_scratch(sheet), review);
    fuhe_sheet_put_scratch(sheet, FUHE_DETAIL_METHOD);
    fuhe_formula_execution(execution, review->pack, rules->bands, sheet->line, &formula);
    write_outcome(sheet, &outcome, &formula);
    write_execution_verdict(sheet, execution);
    write_clause(sheet, review->pack, FUHE_RULE_EXECUTION);
    fuhe_sheet_next(sheet);
}

/* --- indicators -------------------------------------------------------------------------------------------------- */

/* The share of the weight, in percent, at the edge of the band that a claim in words was moved to. */
static const fuhe_decimal *edge_of(const struct fuhe_indicator *indicator, const struct fuhe_row *row,
                                   const struct fuhe_pack *pack) {
    const struct fuhe_scale_step *step = fuhe_scale_step_of(indicator, pack);

    if (row->reading != FUHE_READING_WORDS_SCALE || step == NULL) {
        return NULL;
    }
    if (row->verdict == FUHE_VERDICT_OVERSTATED) {
        return &step->high;
    }
    return row->verdict == FUHE_VERDICT_UNDERSTATED ? &step->low : NULL;
}

static void write_names(struct fuhe_sheet *sheet, const struct fuhe_indicator *indicator, const struct fuhe_row *row) {
    const bool known = row->category != FUHE_CATEGORY_NONE;
    const char *category = row->is_execution ? _("Budget execution") : fuhe_message_category(row->category);

    fuhe_sheet_word(sheet, FUHE_DETAIL_CATEGORY, known || row->is_execution ? category : _("unknown"));
    fuhe_sheet_text(sheet, FUHE_DETAIL_LEVEL1, indicator->level1.text);
    fuhe_sheet_text(sheet, FUHE_DETAIL_LEVEL2, indicator->level2.text);
    fuhe_sheet_text(sheet, FUHE_DETAIL_NAME, indicator->name.text);
}

static void write_figures(struct fuhe_sheet *sheet, const struct fuhe_indicator *indicator,
                          const struct fuhe_row *row) {
    const int64_t scale = scale_of(row);

    fuhe_sheet_decimal(sheet, FUHE_DETAIL_WEIGHT, row->has_weight, row->weight);
    write_target(sheet, indicator);
    write_value(sheet, FUHE_DETAIL_TARGET_NUMBER, &row->target, scale);
    fuhe_sheet_text(sheet, FUHE_DETAIL_ACTUAL, indicator->actual.text);
    write_value(sheet, FUHE_DETAIL_ACTUAL_NUMBER, &row->actual, scale);
    fuhe_sheet_decimal(sheet, FUHE_DETAIL_CLAIM, row->claim.present, row->claim.value);
}

static void write_verdict(struct fuhe_sheet *sheet, const struct fuhe_row *row) {
    const bool dropped = !row->counted && !row->is_execution;

    fuhe_sheet_word(sheet, FUHE_DETAIL_VERDICT,
                    row->is_execution ? "" : (dropped ? _("left out") : fuhe_message_verdict(row->verdict)));
}

static void write_row(struct fuhe_sheet *sheet, const struct fuhe_result *result, size_t index, uint64_t page) {
    const struct fuhe_indicator *indicator = &result->form->indicators[index];
    const struct fuhe_row *row = &result->review.rows[index];
    const fuhe_decimal *edge = edge_of(indicator, row, result->review.pack);
    const struct outcome outcome = {row->verdict,    &row->claim,       row->has_exact || edge != NULL,
                                    row->recomputed, row->has_verified, row->verified,
                                    row->counted};
    struct fuhe_formula_text formula;

    write_heads(sheet, result, page);
    write_names(sheet, indicator, row);
    write_figures(sheet, indicator, row);
    write_method(sheet, row, result->review.pack);
    fuhe_formula_row(row, result->review.pack, edge, sheet->line, &formula);
    write_outcome(sheet, &outcome, &formula);
    write_verdict(sheet, row);
    write_clause(sheet, result->review.pack, row->is_execution ? FUHE_RULE_EXECUTION : row->rule);
    fuhe_sheet_next(sheet);
}

struct fuhe_lines fuhe_details_write(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page,
                                     const struct fuhe_pack_lines *rules) {
    const struct fuhe_lines lines = {sheet->line, sheet->line + result->review.row_count};

    write_execution(sheet, result, page, rules);
    for (size_t i = 0; i < result->review.row_count; i++) {
        write_row(sheet, result, i, page);
    }
    return lines;
}

void fuhe_details_finish(struct fuhe_sheet *sheet) {
    fuhe_sheet_mark_sign(sheet, FUHE_DETAIL_DIFFERENCE);
    fuhe_sheet_mark_word(sheet, FUHE_DETAIL_BASIS, fuhe_word(FUHE_WORD_UNSCORED), FUHE_MARK_YELLOW);
    fuhe_sheet_mark_word(sheet, FUHE_DETAIL_COUNTED, fuhe_word(FUHE_WORD_NO), FUHE_MARK_GREY);
    fuhe_sheet_mark_word(sheet, FUHE_DETAIL_VERDICT, fuhe_message_verdict(FUHE_VERDICT_OVERSTATED), FUHE_MARK_RED);
    fuhe_sheet_mark_word(sheet, FUHE_DETAIL_VERDICT, fuhe_message_verdict(FUHE_VERDICT_UNDERSTATED), FUHE_MARK_BLUE);
    fuhe_sheet_mark_word(sheet, FUHE_DETAIL_VERDICT, fuhe_message_verdict(FUHE_VERDICT_JUDGEMENT), FUHE_MARK_YELLOW);
    fuhe_sheet_finish(sheet);
}
