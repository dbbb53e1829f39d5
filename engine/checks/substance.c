/* SPDX-License-Identifier: Apache-2.0 */
/* What the indicators measure: satisfaction that is there and measured, output that fits the money spent, names that
 * say something. */
#include "engine/checks/check.h"

/* --- satisfaction ------------------------------------------------------------------------------------------------- */

/* Where the rules have a set of weights without satisfaction, leaving it out is only pointed out; so it is when a row
 * of another category asks about it. */
static enum fuhe_status check_satisfaction_missing(const struct fuhe_check_context *context) {
    const struct fuhe_review *review = context->review;
    const struct fuhe_form *form = review->form;
    bool mild = review->totals.variant != NULL;

    if (review->pack->categories[FUHE_CATEGORY_SATISFACTION].weight.scaled == 0 || review->row_count == 0 ||
        review->categories[FUHE_CATEGORY_SATISFACTION].present) {
        return FUHE_STATUS_OK;
    }
    for (size_t i = 0; i < review->row_count; i++) {
        mild = mild || (review->rows[i].category == FUHE_CATEGORY_NONE && !review->rows[i].is_execution) ||
               fuhe_text_contains(form->indicators[i].name.text, FUHE_TEXT("满意"));
    }
    struct fuhe_finding finding =
        fuhe_finding_about(FUHE_CODE_SATISFACTION_MISSING, FUHE_BLOCK_FORM, "indicators", form->indicators[0].place);
    finding.recomputed = fuhe_figure_of(review->pack->categories[FUHE_CATEGORY_SATISFACTION].weight);
    return fuhe_check_report_at_most(context, &finding, mild ? FUHE_SEVERITY_NOTE : FUHE_SEVERITY_ERROR);
}

static bool is_unmeasured(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_WORDS || value->kind == FUHE_VALUE_ZERO_WORD;
}

static enum fuhe_status check_satisfaction(const struct fuhe_check_context *context, size_t index) {
    const struct fuhe_row *row = &context->review->rows[index];
    const struct fuhe_indicator *indicator = &context->review->form->indicators[index];

    if (row->category != FUHE_CATEGORY_SATISFACTION || (!is_unmeasured(&row->target) && !is_unmeasured(&row->actual))) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding =
        fuhe_finding_about_row(FUHE_CODE_SATISFACTION_UNMEASURED, index, "actual", indicator->actual.place);
    finding.quote = indicator->actual.text;
    finding.other = indicator->target.text;
    return fuhe_check_report(context, &finding);
}

/* --- output and money --------------------------------------------------------------------------------------------- */

static bool all_output_at_full_marks(const struct fuhe_review *review) {
    size_t rows = 0;

    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (row->category != FUHE_CATEGORY_OUTPUT) {
            continue;
        }
        if (!row->has_weight || !row->claim.present || fuhe_decimal_compare(row->claim.value, row->weight) < 0) {
            return false;
        }
        rows++;
    }
    return rows > 0;
}

static enum fuhe_status check_unspent(const struct fuhe_check_context *context) {
    const struct fuhe_review *review = context->review;
    const struct fuhe_execution *execution = &review->execution;

    if (!execution->has_rate || fuhe_fraction_compare_decimal(execution->rate, review->pack->unspent_rate) >= 0 ||
        !all_output_at_full_marks(review)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding = fuhe_finding_about(FUHE_CODE_UNSPENT_FULL_OUTPUT, FUHE_BLOCK_FORM, "indicators",
                                                     review->form->indicators[0].place);
    fuhe_finding_compare(&finding, execution->rate_rounded, review->pack->unspent_rate);
    return fuhe_check_report(context, &finding);
}

/* --- names -------------------------------------------------------------------------------------------------------- */

#define WORD(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

static const fuhe_text hollow_names[] = {
    WORD("其他"),     WORD("其它"),         WORD("其他费用"),     WORD("其他支出"),     WORD("其他经费"),
    WORD("项目数量"), WORD("数量"),         WORD("数量指标"),     WORD("质量指标"),     WORD("时效指标"),
    WORD("成本指标"), WORD("经济成本指标"), WORD("社会成本指标"), WORD("经济效益指标"), WORD("社会效益指标"),
    WORD("指标"),     WORD("费用"),         WORD("经费"),         WORD("项目"),         WORD("工作任务"),
};

/* 办公经费1: one digit behind a Chinese character tells rows apart, not what they measure. */
static bool is_numbered(fuhe_text name) {
    const char last = name.bytes[name.length - 1];

    return name.length >= 4 && last >= '1' && last <= '9' && (unsigned char)name.bytes[name.length - 2] >= 0x80 &&
           (unsigned char)name.bytes[name.length - 4] >= 0xE4 && (unsigned char)name.bytes[name.length - 4] <= 0xE9 &&
           !fuhe_text_contains(name, FUHE_TEXT("第"));
}

static bool is_vague(fuhe_text name) {
    if (name.length == 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof hollow_names / sizeof hollow_names[0]; i++) {
        if (name.length == hollow_names[i].length && fuhe_text_equals(name, hollow_names[i])) {
            return true;
        }
    }
    return is_numbered(name);
}

static enum fuhe_status check_name(const struct fuhe_check_context *context, size_t index) {
    const struct fuhe_cell *name = &context->review->form->indicators[index].name;

    if (!is_vague(name->text)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding = fuhe_finding_about_row(FUHE_CODE_VAGUE_NAME, index, "@name", name->place);
    finding.quote = name->text;
    return fuhe_check_report(context, &finding);
}

enum fuhe_status fuhe_check_substance(const struct fuhe_check_context *context) {
    FUHE_TRY(check_satisfaction_missing(context));
    FUHE_TRY(check_unspent(context));
    for (size_t i = 0; i < context->review->row_count; i++) {
        FUHE_TRY(check_satisfaction(context, i));
        FUHE_TRY(check_name(context, i));
    }
    return FUHE_STATUS_OK;
}
