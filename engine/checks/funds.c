/* SPDX-License-Identifier: Apache-2.0 */
/* The money block: cells that are no figures, each printed rate against its own row, the parts against the total row.
 * Every cell is read once. */
#include "engine/checks/check.h"

enum column { INITIAL, BUDGET, EXECUTED, COLUMNS };

static const char *const column_cells[COLUMNS] = {"@initial", "@budget", "@executed"};

static const struct fuhe_cell *cell_of(const struct fuhe_fund *fund, enum column column) {
    switch (column) {
    case INITIAL:
        return &fund->initial;
    case BUDGET:
        return &fund->budget;
    case EXECUTED:
    case COLUMNS:
        break;
    }
    return &fund->executed;
}

/* The parts of one column. */
struct parts {
    struct fuhe_amount sum;
    size_t numbers;
    bool broken; /* a cell that is no figure, or a sum out of range */
};

struct money_block {
    int64_t scale;
    bool has_total;
    struct fuhe_value totals[COLUMNS];
    struct parts parts[COLUMNS];
    size_t part_count;
    bool nested; /* some parts may be parts of parts */
};

static enum fuhe_status report_unreadable(const struct fuhe_check_context *context, size_t index, const char *path,
                                          const struct fuhe_cell *cell) {
    struct fuhe_finding finding = fuhe_finding_about_fund(FUHE_CODE_UNREADABLE_VALUE, index, path, cell->place);

    finding.quote = cell->text;
    return fuhe_check_report(context, &finding);
}

/* Where the total of the budget is an honest 0, no rate can be wrong. */
static enum fuhe_status check_rate(const struct fuhe_check_context *context, size_t index,
                                   const struct fuhe_value *rate, const struct fuhe_value values[COLUMNS]) {
    const struct fuhe_fund *fund = &context->review->form->funds[index];
    const struct fuhe_amount printed = {rate->number, fuhe_half_step(rate->places)};
    fuhe_fraction exact;
    fuhe_decimal recomputed;

    if (rate->kind != FUHE_VALUE_NUMBER || values[BUDGET].kind != FUHE_VALUE_NUMBER ||
        values[EXECUTED].kind != FUHE_VALUE_NUMBER || values[BUDGET].number.scaled <= 0) {
        return FUHE_STATUS_OK;
    }
    const enum fuhe_rate_fit fit =
        fuhe_rate_compare(printed, fuhe_amount_of(&values[EXECUTED]), fuhe_amount_of(&values[BUDGET]));
    if (fit == FUHE_RATE_FITS ||
        fuhe_fraction_scale(values[EXECUTED].number, FUHE_DECIMAL(100), values[BUDGET].number, &exact) !=
            FUHE_STATUS_OK ||
        fuhe_fraction_round(exact, 2, FUHE_ROUND_HALF_UP, &recomputed) != FUHE_STATUS_OK) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding = fuhe_finding_about_fund(FUHE_CODE_EXECUTION_RATE, index, "@rate", fund->rate.place);
    fuhe_finding_compare(&finding, rate->number, recomputed);
    finding.quote = fund->label.text;
    const bool truncated = fit == FUHE_RATE_TRUNCATED;
    return fuhe_check_report_at_most(context, &finding, truncated ? FUHE_SEVERITY_NOTE : FUHE_SEVERITY_ERROR);
}

static void add_part(struct money_block *block, const struct fuhe_fund *fund, const struct fuhe_value values[COLUMNS]) {
    block->nested = block->nested || block->part_count >= 3 ||
                    (block->part_count > 0 && fuhe_text_contains(fund->label.text, FUHE_TEXT("其中")));
    block->part_count++;
    for (size_t i = 0; i < COLUMNS; i++) {
        struct parts *parts = &block->parts[i];
        if (values[i].kind == FUHE_VALUE_NUMBER) {
            parts->numbers++;
            parts->broken = parts->broken || fuhe_amount_add(&parts->sum, fuhe_amount_of(&values[i])) != FUHE_STATUS_OK;
        } else {
            parts->broken = parts->broken || values[i].kind == FUHE_VALUE_UNREADABLE;
        }
    }
}

/* Less than nothing can be neither the budget of a year nor what was spent of it. */
static bool is_negative(const struct fuhe_value *value, enum column column) {
    return column != INITIAL && value->kind == FUHE_VALUE_NUMBER && value->number.scaled < 0;
}

static enum fuhe_status check_row(const struct fuhe_check_context *context, size_t index, struct money_block *block) {
    const struct fuhe_review *review = context->review;
    const struct fuhe_fund *fund = &review->form->funds[index];
    const struct fuhe_value rate = fuhe_value_read_figure(&fund->rate, 1);
    struct fuhe_value values[COLUMNS];

    for (size_t i = 0; i < COLUMNS; i++) {
        const struct fuhe_cell *cell = cell_of(fund, (enum column)i);
        values[i] = fuhe_value_read_figure(cell, block->scale);
        if (values[i].kind == FUHE_VALUE_UNREADABLE || is_negative(&values[i], (enum column)i)) {
            FUHE_TRY(report_unreadable(context, index, column_cells[i], cell));
        }
    }
    if (rate.kind == FUHE_VALUE_UNREADABLE) {
        FUHE_TRY(report_unreadable(context, index, "@rate", &fund->rate));
    }
    if (fund->score.state == FUHE_CELL_TEXT && fuhe_value_read_figure(&fund->score, 1).kind == FUHE_VALUE_UNREADABLE) {
        FUHE_TRY(report_unreadable(context, index, "@score", &fund->score));
    }
    if (index == review->execution.fund) {
        block->has_total = true;
        for (size_t i = 0; i < COLUMNS; i++) {
            block->totals[i] = values[i];
        }
    } else {
        add_part(block, fund, values);
    }
    return check_rate(context, index, &rate, values);
}

/* Parts that add up to more than the total may be counted in one another; parts that add up to less may not. */
static enum fuhe_status check_column(const struct fuhe_check_context *context, const struct money_block *block,
                                     enum column column) {
    const size_t index = context->review->execution.fund;
    const struct fuhe_fund *fund = &context->review->form->funds[index];
    const struct parts *parts = &block->parts[column];
    const struct fuhe_amount total = fuhe_amount_of(&block->totals[column]);

    if (block->totals[column].kind != FUHE_VALUE_NUMBER || parts->numbers == 0 || parts->broken ||
        fuhe_decimal_equals(total.value, parts->sum.value) ||
        (block->nested && fuhe_decimal_compare(parts->sum.value, total.value) > 0)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding =
        fuhe_finding_about_fund(FUHE_CODE_FUNDS_SUM, index, column_cells[column], cell_of(fund, column)->place);
    fuhe_finding_compare_money(&finding, total, parts->sum, block->scale);
    return fuhe_check_report_rounding(context, &finding, fuhe_amounts_meet(total, parts->sum));
}

/* A total row without figures is as good as none; one with a cell that cannot be read has its finding already. */
static bool total_is_missing(const struct money_block *block) {
    return !block->has_total || block->totals[BUDGET].kind == FUHE_VALUE_NONE ||
           block->totals[EXECUTED].kind == FUHE_VALUE_NONE;
}

static enum fuhe_status report_total_missing(const struct fuhe_check_context *context,
                                             const struct money_block *block) {
    const struct fuhe_form *form = context->review->form;
    const struct fuhe_place place = form->fund_count > 0 ? form->funds[0].place : form->place;
    struct fuhe_finding finding = fuhe_finding_about(FUHE_CODE_FUNDS_TOTAL_MISSING, FUHE_BLOCK_FORM, "funds", place);

    if (block->has_total) {
        const size_t index = context->review->execution.fund;
        finding = fuhe_finding_about_fund(FUHE_CODE_FUNDS_TOTAL_MISSING, index, NULL, form->funds[index].place);
    }
    return fuhe_check_report(context, &finding);
}

enum fuhe_status fuhe_check_funds(const struct fuhe_check_context *context) {
    const struct fuhe_form *form = context->review->form;
    struct money_block block = {.scale = fuhe_value_money_scale(&form->funds_unit)};

    for (size_t i = 0; i < form->fund_count; i++) {
        FUHE_TRY(check_row(context, i, &block));
    }
    if (total_is_missing(&block)) {
        return report_total_missing(context, &block);
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        FUHE_TRY(check_column(context, &block, (enum column)i));
    }
    return FUHE_STATUS_OK;
}
