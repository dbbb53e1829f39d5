/* SPDX-License-Identifier: Apache-2.0 */
/* The execution score: whether it is there, right, and based on no more money than the budget. */
#include "engine/checks/check.h"
#include "engine/score.h"

static bool has_total_row(const struct fuhe_review *review) {
    return review->execution.fund < review->form->fund_count;
}

/* About the claim where it is printed: in the total row, else in the only part with a score, else among the
 * indicators. */
static struct fuhe_finding about_claim(const struct fuhe_review *review, enum fuhe_code code) {
    const struct fuhe_form *form = review->form;
    size_t i = review->execution.fund;

    if (!has_total_row(review) || !fuhe_points_read(&form->funds[i].score).present) {
        for (i = 0; i < form->fund_count && !fuhe_points_read(&form->funds[i].score).present; i++) {
        }
    }
    if (i == form->fund_count) {
        i = review->execution.row;
        return fuhe_finding_about_row(code, i, "@score", form->indicators[i].score.place);
    }
    struct fuhe_finding finding = fuhe_finding_about_fund(code, i, "@score", form->funds[i].score.place);
    finding.quote = form->funds[i].label.text;
    return finding;
}

/* No rate, as with a budget of zero: the claim stands until a person has looked. */
static enum fuhe_status report_judgement(const struct fuhe_check_context *context) {
    struct fuhe_finding finding = about_claim(context->review, FUHE_CODE_JUDGEMENT);

    finding.claimed = fuhe_figure_of(context->review->execution.claim.value);
    return fuhe_check_report(context, &finding);
}

/* The score printed a second time, among the indicators, and not the same. */
static enum fuhe_status check_second_claim(const struct fuhe_check_context *context) {
    const struct fuhe_execution *execution = &context->review->execution;

    if (!execution->row_claim.present || fuhe_decimal_equals(execution->row_claim.value, execution->claim.value)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding = fuhe_finding_about_row(FUHE_CODE_EXECUTION_SCORE, execution->row, "@score",
                                                         context->review->form->indicators[execution->row].score.place);
    fuhe_finding_compare(&finding, execution->row_claim.value, execution->verified);
    return fuhe_check_report(context, &finding);
}

static enum fuhe_status check_missing(const struct fuhe_check_context *context) {
    const struct fuhe_review *review = context->review;
    const struct fuhe_form *form = review->form;
    struct fuhe_finding finding;

    if (review->pack->execution.weight.scaled == 0 || (form->fund_count == 0 && !review->execution.has_row)) {
        return FUHE_STATUS_OK;
    }
    if (has_total_row(review)) {
        const struct fuhe_fund *fund = &form->funds[review->execution.fund];
        if (fuhe_value_read_figure(&fund->score, 1).kind == FUHE_VALUE_UNREADABLE) {
            return FUHE_STATUS_OK;
        }
        finding = fuhe_finding_about_fund(FUHE_CODE_EXECUTION_SCORE_MISSING, review->execution.fund, "@score",
                                          fund->score.state == FUHE_CELL_ABSENT ? fund->place : fund->score.place);
    } else if (form->fund_count > 0) {
        finding = fuhe_finding_about(FUHE_CODE_EXECUTION_SCORE_MISSING, FUHE_BLOCK_FORM, "funds", form->funds[0].place);
    } else {
        const size_t row = review->execution.row;
        finding = fuhe_finding_about_row(FUHE_CODE_EXECUTION_SCORE_MISSING, row, "@score", form->indicators[row].place);
    }
    if (review->execution.has_verified) {
        finding.recomputed = fuhe_figure_of(review->execution.recomputed);
    }
    return fuhe_check_report(context, &finding);
}

static enum fuhe_status check_score(const struct fuhe_check_context *context) {
    const struct fuhe_execution *execution = &context->review->execution;
    const bool over = fuhe_decimal_compare(execution->claim.value, context->review->pack->execution.weight) > 0;
    const bool differs = execution->verdict == FUHE_VERDICT_OVERSTATED ||
                         execution->verdict == FUHE_VERDICT_UNDERSTATED ||
                         execution->verdict == FUHE_VERDICT_TRUNCATED || over;

    if (execution->state == FUHE_EXECUTION_JUDGEMENT) {
        FUHE_TRY(report_judgement(context));
    }
    FUHE_TRY(check_second_claim(context));
    if (!differs) {
        return FUHE_STATUS_OK;
    }
    const bool computed = execution->state == FUHE_EXECUTION_SCORED;
    struct fuhe_finding finding = about_claim(context->review, FUHE_CODE_EXECUTION_SCORE);
    fuhe_finding_compare(&finding, execution->claim.value,
                         computed ? execution->recomputed : context->review->pack->execution.weight);
    const bool above = execution->verdict == FUHE_VERDICT_OVERSTATED || over;
    return fuhe_check_report_at_most(context, &finding, above ? FUHE_SEVERITY_ERROR : FUHE_SEVERITY_WARNING);
}

static enum fuhe_status check_over_budget(const struct fuhe_check_context *context) {
    const struct fuhe_review *review = context->review;
    const struct fuhe_execution *execution = &review->execution;
    const struct fuhe_amount executed = {execution->executed, execution->executed_half_step};
    const struct fuhe_amount budget = {execution->budget, execution->budget_half_step};

    if (!execution->has_rate || fuhe_decimal_compare(execution->executed, execution->budget) <= 0 ||
        fuhe_amounts_meet(executed, budget)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_finding finding =
        execution->from_parts
            ? fuhe_finding_about(FUHE_CODE_EXECUTION_OVER_100, FUHE_BLOCK_FORM, "funds", review->form->funds[0].place)
            : fuhe_finding_about_fund(FUHE_CODE_EXECUTION_OVER_100, execution->fund, "@executed",
                                      review->form->funds[execution->fund].executed.place);
    finding.recomputed = fuhe_figure_of(execution->rate_rounded);
    return fuhe_check_report(context, &finding);
}

enum fuhe_status fuhe_check_execution(const struct fuhe_check_context *context) {
    FUHE_TRY(context->review->execution.claim.present ? check_score(context) : check_missing(context));
    return check_over_budget(context);
}
