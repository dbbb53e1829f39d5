/* SPDX-License-Identifier: Apache-2.0 */
/* The list of check families, and what they share: making and reporting findings. */
#include "engine/checks/check.h"

/* Findings come in this order. */
static fuhe_check *const families[] = {
    fuhe_check_doubts,  fuhe_check_oddities, fuhe_check_completeness, fuhe_check_decimals,  fuhe_check_items,
    fuhe_check_reasons, fuhe_check_units,    fuhe_check_weights,      fuhe_check_totals,    fuhe_check_execution,
    fuhe_check_funds,   fuhe_check_costs,    fuhe_check_period,       fuhe_check_substance, fuhe_check_disclosed,
};

/* What there is to say of a form that is not filled in. */
static fuhe_check *const blank_families[] = {fuhe_check_doubts, fuhe_check_oddities, fuhe_check_blank};

static enum fuhe_status run(fuhe_check *const *checks, size_t count, const struct fuhe_check_context *context) {
    for (size_t i = 0; i < count; i++) {
        FUHE_TRY(checks[i](context));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_checks_run(const struct fuhe_check_context *context) {
    if (fuhe_form_is_blank(context->review->form)) {
        return run(blank_families, sizeof blank_families / sizeof blank_families[0], context);
    }
    return run(families, sizeof families / sizeof families[0], context);
}

enum fuhe_status fuhe_check_report(const struct fuhe_check_context *context, const struct fuhe_finding *finding) {
    return fuhe_check_report_at_most(context, finding, FUHE_SEVERITY_ERROR);
}

enum fuhe_status fuhe_check_report_at_most(const struct fuhe_check_context *context, const struct fuhe_finding *finding,
                                           enum fuhe_severity most) {
    const enum fuhe_severity usual = context->review->pack->severities[finding->code];
    struct fuhe_finding graded = *finding;

    graded.severity = usual < most ? usual : most;
    return fuhe_finding_add(context->findings, context->arena, &graded);
}

enum fuhe_status fuhe_check_report_rounding(const struct fuhe_check_context *context, struct fuhe_finding *finding,
                                            bool is_rounding) {
    finding->is_rounding = is_rounding;
    return fuhe_check_report_at_most(context, finding, is_rounding ? FUHE_SEVERITY_NOTE : FUHE_SEVERITY_ERROR);
}

/* The rule behind each code; the others are plain arithmetic or a matter of completeness. */
static const enum fuhe_rule rules[FUHE_CODE_COUNT] = {
    [FUHE_CODE_OVER_COMPLETION] = FUHE_RULE_OVER_COMPLETION,
    [FUHE_CODE_WEIGHT_SUM] = FUHE_RULE_WEIGHTS,
    [FUHE_CODE_CATEGORY_WEIGHT] = FUHE_RULE_WEIGHTS,
    [FUHE_CODE_DUPLICATE_INDICATOR] = FUHE_RULE_DUPLICATES,
    [FUHE_CODE_EXECUTION_SCORE] = FUHE_RULE_EXECUTION,
    [FUHE_CODE_EXECUTION_SCORE_MISSING] = FUHE_RULE_EXECUTION,
    [FUHE_CODE_EXECUTION_OVER_100] = FUHE_RULE_EXECUTION,
    [FUHE_CODE_FUNDS_TOTAL_MISSING] = FUHE_RULE_EXECUTION,
    [FUHE_CODE_REASON_MISSING] = FUHE_RULE_REASONS,
    [FUHE_CODE_REASON_NEEDLESS] = FUHE_RULE_REASONS,
    [FUHE_CODE_SATISFACTION_MISSING] = FUHE_RULE_WEIGHTS,
    [FUHE_CODE_SATISFACTION_UNMEASURED] = FUHE_RULE_SATISFACTION,
    [FUHE_CODE_UNSPENT_FULL_OUTPUT] = FUHE_RULE_UNSPENT,
    [FUHE_CODE_UNKNOWN_CATEGORY] = FUHE_RULE_CATEGORIES,
    [FUHE_CODE_JUDGEMENT] = FUHE_RULE_JUDGEMENT,
};

struct fuhe_finding fuhe_finding_about(enum fuhe_code code, enum fuhe_block block, const char *cell,
                                       struct fuhe_place place) {
    return (struct fuhe_finding){.code = code,
                                 .rule = rules[code],
                                 .block = block,
                                 .category = FUHE_CATEGORY_NONE,
                                 .cell = cell,
                                 .place = place};
}

struct fuhe_finding fuhe_finding_about_row(enum fuhe_code code, size_t index, const char *cell,
                                           struct fuhe_place place) {
    struct fuhe_finding finding = fuhe_finding_about(code, FUHE_BLOCK_INDICATOR, cell, place);

    finding.index = index;
    return finding;
}

struct fuhe_finding fuhe_finding_about_fund(enum fuhe_code code, size_t index, const char *cell,
                                            struct fuhe_place place) {
    struct fuhe_finding finding = fuhe_finding_about(code, FUHE_BLOCK_FUND, cell, place);

    finding.index = index;
    return finding;
}

struct fuhe_finding fuhe_finding_about_oddity(const struct fuhe_oddity *oddity) {
    static const struct {
        enum fuhe_code code;
        const char *cell;
    } kinds[] = {
        [FUHE_ODDITY_UNKNOWN_ELEMENT] = {FUHE_CODE_UNKNOWN_ELEMENT, NULL},
        [FUHE_ODDITY_UNKNOWN_ATTRIBUTE] = {FUHE_CODE_UNKNOWN_ELEMENT, NULL},
        [FUHE_ODDITY_REPEATED_ELEMENT] = {FUHE_CODE_REPEATED_ELEMENT, NULL},
        [FUHE_ODDITY_STRAY_TEXT] = {FUHE_CODE_UNKNOWN_ELEMENT, NULL},
        [FUHE_ODDITY_HIDDEN_SHEETS] = {FUHE_CODE_UNREAD_PART, "hidden-sheets"},
        [FUHE_ODDITY_EMBEDDED_DOCUMENTS] = {FUHE_CODE_UNREAD_PART, "embedded-documents"},
        [FUHE_ODDITY_TEXT_BOXES] = {FUHE_CODE_UNREAD_PART, "text-boxes"},
    };
    struct fuhe_finding finding =
        fuhe_finding_about(kinds[oddity->kind].code, FUHE_BLOCK_FORM, kinds[oddity->kind].cell, oddity->place);

    finding.quote = oddity->name;
    return finding;
}

void fuhe_finding_compare(struct fuhe_finding *finding, fuhe_decimal claimed, fuhe_decimal recomputed) {
    fuhe_decimal difference;

    finding->claimed = fuhe_figure_of(claimed);
    finding->recomputed = fuhe_figure_of(recomputed);
    if (fuhe_decimal_subtract(claimed, recomputed, &difference) == FUHE_STATUS_OK) {
        finding->difference = fuhe_figure_of(difference);
    }
}
