/* SPDX-License-Identifier: Apache-2.0 */
/* What to do about a finding, in one sentence a code; and the names of the cells of a form. */
#include <string.h>

#include "report/messages.h"
#include "report/translate.h"

static const char *const advice[FUHE_CODE_COUNT] = {
    [FUHE_CODE_DOUBTFUL_READING] =
        N_("Compare these cells with the document first; then correct the form XML that fuhe import "
           "writes, take out its doubts, and score that."),
    [FUHE_CODE_LONG_DECIMALS] = N_("Nothing to do; two decimals would make the form easier to check."),
    [FUHE_CODE_BLANK_FORM] = N_("Nothing to do; score the form when it is filled in."),
    [FUHE_CODE_ITEM_SCORE] = N_("Use the recomputed score, or have the target or the result corrected with evidence."),
    [FUHE_CODE_ITEM_ROUNDED] = N_("Nothing to do; two decimals would make the form easier to check."),
    [FUHE_CODE_ITEM_TRUNCATED] = N_("Use the rounded score."),
    [FUHE_CODE_SCORE_OVER_WEIGHT] = N_("A row cannot earn more than its weight; check score and weight for slips."),
    [FUHE_CODE_FULL_MARKS_UNMET] =
        N_("Use the recomputed score, or have the target or the result corrected with evidence."),
    [FUHE_CODE_OVER_COMPLETION] =
        N_("Ask why the result is so far above the target and whether the target was set too low."),
    [FUHE_CODE_TOTAL_SUM] = N_("Correct the total, or find the row that the sum has too much or too little."),
    [FUHE_CODE_TOTAL_VERIFIED] = N_("Record the verified total as the reviewed score."),
    [FUHE_CODE_WEIGHT_SUM] = N_("Have the weights corrected to 100 in all; until then see which total is recommended."),
    [FUHE_CODE_CATEGORY_WEIGHT] = N_("Have the weights of the category set as the rules ask."),
    [FUHE_CODE_DUPLICATE_INDICATOR] =
        N_("Have one of the two rows replaced or removed; if both are meant, say how they differ."),
    [FUHE_CODE_EXECUTION_RATE] = N_("Correct the printed rate, or the amounts behind it."),
    [FUHE_CODE_EXECUTION_SCORE] = N_("Use the recomputed execution score."),
    [FUHE_CODE_EXECUTION_SCORE_MISSING] = N_("Fill in the execution score."),
    [FUHE_CODE_EXECUTION_OVER_100] = N_("Check whether the budget was adjusted in the course of the year."),
    [FUHE_CODE_FUNDS_TOTAL_MISSING] = N_("Fill in the total row of the funds."),
    [FUHE_CODE_FUNDS_SUM] = N_("Check the amounts of the rows against the accounts."),
    [FUHE_CODE_COST_TARGET_SUM] = N_("Check whether the cost indicators cover the whole budget."),
    [FUHE_CODE_COST_ACTUAL_SUM] = N_("Check the actual costs against the accounts."),
    [FUHE_CODE_REASON_MISSING] = N_("Have the reason for the deviation and the measures taken filled in."),
    [FUHE_CODE_REASON_NEEDLESS] = N_("Check whether the reason belongs to another row."),
    [FUHE_CODE_UNIT_MISMATCH] = N_("Have target and result stated in the same unit."),
    [FUHE_CODE_UNIT_MISSING] = N_("Have the unit added."),
    [FUHE_CODE_STALE_YEAR] = N_("Check whether the text was carried over from an earlier form."),
    [FUHE_CODE_SATISFACTION_MISSING] = N_("Add a satisfaction indicator, or state why none applies."),
    [FUHE_CODE_SATISFACTION_UNMEASURED] = N_("Ask for the rate and the survey behind it."),
    [FUHE_CODE_UNSPENT_FULL_OUTPUT] = N_("Ask how the output came about without the money, or what is not yet paid."),
    [FUHE_CODE_VAGUE_NAME] = N_("Have the indicator named after what it measures."),
    [FUHE_CODE_MISSING_VALUE] = N_("Have the value filled in; a blank is not counted as zero."),
    [FUHE_CODE_UNREADABLE_VALUE] = N_("Have the value corrected; it is not counted as zero."),
    [FUHE_CODE_JUDGEMENT] = N_("Judge the row by its evidence and enter the reviewed score."),
    [FUHE_CODE_DISCLOSED_TOTAL] =
        N_("Have the form or the published narrative corrected, so that both state the same total."),
    [FUHE_CODE_DISCLOSED_NAME] = N_("Have the project named alike in both places."),
    [FUHE_CODE_DISCLOSED_FUNDS] = N_("Have the amounts stated alike in both places."),
    [FUHE_CODE_DISCLOSED_RATE] = N_("Have the published rate corrected."),
    [FUHE_CODE_UNKNOWN_ELEMENT] = N_("Check the spelling against the form schema; what is passed over is not scored."),
    [FUHE_CODE_UNREAD_PART] =
        N_("Show hidden sheets, take forms out of embedded documents and text boxes, and score the document again."),
    [FUHE_CODE_REPEATED_ELEMENT] = N_("Keep the one that is right."),
    [FUHE_CODE_UNKNOWN_CATEGORY] = N_("Use a first-level indicator that the rules know."),
    [FUHE_CODE_RULES_PERIOD] = N_("Name the rules to be used with --rules."),
    [FUHE_CODE_STATEMENT_PROJECTS] = N_("Check whether forms are missing or the statement is out of date."),
    [FUHE_CODE_STATEMENT_FUNDS] = N_("Ask which amount the statement means."),
    [FUHE_CODE_COPIED_GOAL] = N_("Have each project state a goal of its own."),
    [FUHE_CODE_COPIED_INDICATORS] = N_("Have each project state indicators of its own, or say who prescribed them."),
    [FUHE_CODE_COPIED_REASON] = N_("Ask for the reason in each case."),
    [FUHE_CODE_ALL_FULL_MARKS] = N_("Look at the evidence of some forms; full marks throughout are rare."),
    [FUHE_CODE_DUPLICATE_PROJECT] = N_("Check which form is the valid one."),
    [FUHE_CODE_UNEVEN_TREATMENT] = N_("Hold the forms side by side and deduct by one measure."),
};

static const struct {
    const char *cell;
    const char *name;
} cells[] = {
    {"score", N_("claimed score")},
    {"weight", N_("weight")},
    {"target", N_("target")},
    {"actual", N_("result")},
    {"adjusted", N_("adjusted target")},
    {"relation", N_("relation")},
    {"reason", N_("reason for the deviation")},
    {"name", N_("name")},
    {"level1", N_("first-level indicator")},
    {"level2", N_("second-level indicator")},
    {"unit", N_("unit")},
    {"indicators", N_("any indicator")},
    {"label", N_("label")},
    {"initial", N_("initial budget")},
    {"budget", N_("full-year budget")},
    {"executed", N_("amount executed")},
    {"rate", N_("execution rate")},
    {"claimed", N_("claimed total")},
    {"grade", N_("grade")},
    {"total", N_("total")},
    {"deviation-rate", N_("deviation rate")},
    {"expected", N_("expected goal")},
    {"achieved", N_("achieved goal")},
    {"projects", N_("number of projects")},
    {"funds", N_("funds")},
    {"share", N_("share of spending")},
    {"spending", N_("project spending")},
    {"year", N_("year")},
    {"id", N_("id")},
    {"project", N_("project name")},
    {"hidden-sheets", N_("hidden sheets")},
    {"embedded-documents", N_("embedded documents")},
    {"text-boxes", N_("text boxes")},
};

/* A doubt about form XML says where in the document the cell was; one that comes with the document itself need not. */
const char *fuhe_message_advice_on(const struct fuhe_review *review, const struct fuhe_finding *finding) {
    const struct fuhe_form *form = review->form;

    if (finding->block == FUHE_BLOCK_DOUBT && finding->index < form->doubt_count &&
        form->doubts[finding->index].at.text.length == 0) {
        return _("Compare them with the document; score the document again when it is corrected.");
    }
    if (finding->code == FUHE_CODE_RULES_PERIOD && review->pack_is_named) {
        return _(
            "Leave out --rules to have the rules of the year, or name a version that covers it; or state that these "
            "rules were applied on purpose.");
    }
    return fuhe_message_advice(finding->code);
}

const char *fuhe_message_advice(enum fuhe_code code) {
    return _(advice[code]);
}

const char *fuhe_message_cell(const char *cell) {
    const char *word = cell[0] == '@' ? cell + 1 : cell;

    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (strcmp(cells[i].cell, word) == 0) {
            return _(cells[i].name);
        }
    }
    return word;
}
