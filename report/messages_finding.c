/* SPDX-License-Identifier: Apache-2.0 */
/* One sentence a finding. A code has one or more sentences; the first whose figures and words are all there is the one
 * that is said. Names that sentences may use: see `names` below. */
#include <string.h>

#include "report/messages.h"
#include "report/place.h"
#include "report/rulebook_model.h"
#include "report/template.h"
#include "report/translate.h"

enum { FIGURE_SIZE = FUHE_AMOUNT_TEXT_SIZE };

struct sentence_row {
    enum fuhe_code code;
    unsigned places; /* that claimed, recomputed and difference show at least */
    const char *sentence;
};

static const struct sentence_row sentences[] = {
    {FUHE_CODE_DOUBTFUL_READING, 0, N_("{doubt}: {why} (“{quote}”).")},
    {FUHE_CODE_DOUBTFUL_READING, 0, N_("{doubt}: {why}.")},
    {FUHE_CODE_ITEM_SCORE, 2, N_("{row}: the claimed score is {score}, the rules give {recomputed} ({apart}).")},
    {FUHE_CODE_ITEM_ROUNDED, 2,
     N_("{row}: the claimed score {score} is {exact} rounded to fewer places; the claim stands.")},
    {FUHE_CODE_ITEM_TRUNCATED, 2,
     N_("{row}: the claimed score {score} is {exact} with digits cut off; rounded it is {recomputed}.")},
    {FUHE_CODE_SCORE_OVER_WEIGHT, 2, N_("{row}: the claimed score {score} is above the weight of {weight}.")},
    {FUHE_CODE_FULL_MARKS_UNMET, 2,
     N_("{row}: full marks ({score}) are claimed; the cost “{spent}” is below the target “{target}”, and by the rules "
        "spending less earns less: {recomputed}.")},
    {FUHE_CODE_FULL_MARKS_UNMET, 2,
     N_("{row}: full marks ({score}) are claimed; the result “{exceeding}” is so far above the target “{target}” that "
        "by "
        "the rules points go: {recomputed}.")},
    {FUHE_CODE_FULL_MARKS_UNMET, 2,
     N_("{row}: full marks ({score}) are claimed, but the result “{actual}” does not meet the target “{target}”; the "
        "rules give {recomputed}.")},
    {FUHE_CODE_OVER_COMPLETION, 0, N_("{row}: the result “{actual}” is far above the target “{target}”.")},
    {FUHE_CODE_TOTAL_SUM, 2,
     N_("The claimed total is {claimed}; the claimed scores and {execution} by the rules for the execution score, "
        "which is not filled in, add up to {recomputed} ({apart}).")},
    {FUHE_CODE_TOTAL_SUM, 2,
     N_("The claimed total is {claimed}; the claimed scores add up to {recomputed} ({apart}).")},
    {FUHE_CODE_TOTAL_VERIFIED, 2, N_("The claimed total is {claimed}; the verified total is {recomputed} ({apart}).")},
    {FUHE_CODE_WEIGHT_SUM, 0,
     N_("The weights of the indicators and of execution add up to {claimed} instead of {recomputed} ({apart}).")},
    {FUHE_CODE_CATEGORY_WEIGHT, 0,
     N_("{category}: the weights add up to {claimed}, usually {recomputed}; the rules allow it: {variant}.")},
    {FUHE_CODE_CATEGORY_WEIGHT, 0, N_("{category}: the weights add up to {claimed}, the rules expect {recomputed}.")},
    {FUHE_CODE_DUPLICATE_INDICATOR, 0,
     N_("{row}: the same indicator (name, target, result and weight of {weight}) stands twice; without one of them the "
        "weights close, so it counts once.")},
    {FUHE_CODE_DUPLICATE_INDICATOR, 0, N_("{row}: the same indicator stands twice.")},
    {FUHE_CODE_EXECUTION_RATE, 2,
     N_("The printed execution rate is {claimed} %; executed over budget is {recomputed} %.")},
    {FUHE_CODE_EXECUTION_SCORE, 2,
     N_("The claimed execution score is {claimed}; the rules give {recomputed} ({apart}).")},
    {FUHE_CODE_EXECUTION_SCORE_MISSING, 2,
     N_("The execution score is not filled in; by the rules it is {recomputed}.")},
    {FUHE_CODE_EXECUTION_SCORE_MISSING, 2, N_("The execution score is not filled in and cannot be computed.")},
    {FUHE_CODE_EXECUTION_OVER_100, 2,
     N_("More is executed than budgeted: the execution rate is {recomputed} %, counted as 100 %.")},
    {FUHE_CODE_EXECUTION_OVER_100, 2, N_("More is executed than budgeted; the execution rate is counted as 100 %.")},
    {FUHE_CODE_FUNDS_TOTAL_MISSING, 0,
     N_("The total row of the funds is missing or empty; where there are other rows, their sum takes its place.")},
    {FUHE_CODE_FUNDS_SUM, 0,
     N_("Funds, {cell}: the total row has {claimed} {money}, the other rows add up to {recomputed} {money}.")},
    {FUHE_CODE_FUNDS_SUM, 0,
     N_("Funds: the total row has {claimed} {money}, the other rows add up to {recomputed} {money}.")},
    {FUHE_CODE_COST_TARGET_SUM, 0,
     N_("The targets of the cost indicators add up to {claimed} {money}, the full-year budget is {recomputed} "
        "{money} ({apart}).")},
    {FUHE_CODE_COST_ACTUAL_SUM, 0,
     N_("The results of the cost indicators add up to {claimed} {money}, executed is {recomputed} "
        "{money} ({apart}).")},
    {FUHE_CODE_REASON_MISSING, 0,
     N_("{row}: the cost “{spent}” is below the target “{target}” and earns less by the rules, but no reason is "
        "given.")},
    {FUHE_CODE_REASON_MISSING, 0,
     N_("{row}: the result “{missed}” does not meet the target “{target}”, but no reason is given.")},
    {FUHE_CODE_REASON_MISSING, 0,
     N_("{row}: the claimed score {score} is below the weight of {weight}, but no reason is given.")},
    {FUHE_CODE_REASON_MISSING, 0, N_("{row}: points are lost, but no reason is given.")},
    {FUHE_CODE_REASON_NEEDLESS, 0, N_("{row}: a reason for a deviation is given although the target is met.")},
    {FUHE_CODE_UNIT_MISMATCH, 0,
     N_("{row}: the units of the target “{target}” and of the result “{actual}” are not the same.")},
    {FUHE_CODE_UNIT_MISSING, 0, N_("{row}: “{quote}” has no unit.")},
    {FUHE_CODE_UNIT_MISSING, 0, N_("{row}: a unit is missing.")},
    {FUHE_CODE_STALE_YEAR, 0,
     N_("{row}: the words “{quote}” speak of another year than {year}, the year of the form.")},
    {FUHE_CODE_STALE_YEAR, 0, N_("{place}: the words “{quote}” speak of another year than the form.")},
    {FUHE_CODE_SATISFACTION_MISSING, 0, N_("The form has no satisfaction indicator.")},
    {FUHE_CODE_SATISFACTION_UNMEASURED, 0,
     N_("{row}: satisfaction is stated in words (“{actual}”), without a measured rate.")},
    {FUHE_CODE_UNSPENT_FULL_OUTPUT, 2,
     N_("{claimed} % of the budget is executed, yet every output indicator has full marks.")},
    {FUHE_CODE_UNSPENT_FULL_OUTPUT, 2,
     N_("{recomputed} % of the budget is executed, yet every output indicator has full marks.")},
    {FUHE_CODE_UNSPENT_FULL_OUTPUT, 2,
     N_("A large part of the budget is not executed, yet every output indicator has full marks.")},
    {FUHE_CODE_VAGUE_NAME, 0, N_("{row}: the name does not say what is measured.")},
    {FUHE_CODE_MISSING_VALUE, 0, N_("{place}: {cell} is missing.")},
    {FUHE_CODE_MISSING_VALUE, 0, N_("{place}: a value is missing.")},
    {FUHE_CODE_LONG_DECIMALS, 0,
     N_("{place}: “{quote}” has more than six decimals. Such figures are reckoned with rounded to six, and nothing is "
        "held against the form that comes of it.")},
    {FUHE_CODE_BLANK_FORM, 0, N_("The form is blank: nothing is filled in yet, so nothing is scored.")},
    {FUHE_CODE_UNREADABLE_VALUE, 0, N_("{place}: {cell} is not a valid figure: “{quote}”.")},
    {FUHE_CODE_UNREADABLE_VALUE, 0, N_("{place}: a value is not a valid figure: “{quote}”.")},
    {FUHE_CODE_JUDGEMENT, 0,
     N_("{row}: “{actual}” against “{target}” cannot be computed; the claimed score {score} stands until somebody has "
        "judged it (between {low} and {high}).")},
    {FUHE_CODE_JUDGEMENT, 0,
     N_("{row}: “{actual}” against “{target}” cannot be computed; the claimed score {score} stands until somebody has "
        "judged it.")},
    {FUHE_CODE_JUDGEMENT, 0, N_("{place}: no score can be computed; somebody has to judge.")},
    {FUHE_CODE_DISCLOSED_TOTAL, 2,
     N_("The published total is {claimed}, the total on the form is {recomputed} ({apart}).")},
    {FUHE_CODE_DISCLOSED_NAME, 0, N_("The published name is “{quote}”, on the form it is “{other}”.")},
    {FUHE_CODE_DISCLOSED_FUNDS, 0,
     N_("Published funds, {cell}: {claimed} {money}; on the form: {recomputed} {money} ({apart}).")},
    {FUHE_CODE_DISCLOSED_FUNDS, 0,
     N_("Published funds: {claimed} {money}; on the form: {recomputed} {money} ({apart}).")},
    {FUHE_CODE_DISCLOSED_RATE, 0,
     N_("The published execution rate is {claimed} %; executed over budget is {recomputed} %.")},
    {FUHE_CODE_UNKNOWN_ELEMENT, 0, N_("“{quote}” is no part of a form; it was passed over.")},
    {FUHE_CODE_UNREAD_PART, 0,
     N_("In the document, {quote} {cell} were not read; if a form is among them, show it or take it out and score "
        "again.")},
    {FUHE_CODE_REPEATED_ELEMENT, 0, N_("“{quote}” stands more than once; the first one counts.")},
    {FUHE_CODE_UNKNOWN_CATEGORY, 0, N_("{row}: the rules have no category for “{quote}”.")},
    {FUHE_CODE_UNKNOWN_CATEGORY, 0, N_("{row}: the category (first-level indicator) is missing.")},
    {FUHE_CODE_RULES_PERIOD, 0,
     N_("The rules named by --rules, {named}, are in force {period}; the form is for {quote}.")},
    {FUHE_CODE_RULES_PERIOD, 0,
     N_("The rules are not for the year of the form ({quote}); the nearest ones are used ({other}).")},
    {FUHE_CODE_RULES_PERIOD, 0, N_("No rules are in force for the year of the form; the nearest ones are used.")},
    {FUHE_CODE_STATEMENT_PROJECTS, 0, N_("The department states {claimed} projects; there are {recomputed} forms.")},
    {FUHE_CODE_STATEMENT_FUNDS, 0,
     N_("The department states funds of {claimed} {money}; the initial budgets, full-year budgets and executed amounts "
        "of "
        "the forms add up to {other}.")},
    {FUHE_CODE_STATEMENT_FUNDS, 0,
     N_("The department states funds of {claimed} {money}, which no budget figure of the forms adds up to.")},
    {FUHE_CODE_COPIED_GOAL, 0, N_("Forms share the same goal, word for word: “{quote}”.")},
    {FUHE_CODE_COPIED_GOAL, 0, N_("Forms share the same goal, word for word.")},
    {FUHE_CODE_COPIED_INDICATORS, 0, N_("Forms of different projects share the same indicators and targets.")},
    {FUHE_CODE_COPIED_REASON, 0, N_("Several forms give the same reason.")},
    {FUHE_CODE_ALL_FULL_MARKS, 0, N_("Every form claims full marks in every indicator.")},
    {FUHE_CODE_DUPLICATE_PROJECT, 0, N_("The project “{quote}” has more than one form.")},
    {FUHE_CODE_DUPLICATE_PROJECT, 0, N_("A project has more than one form.")},
    {FUHE_CODE_UNEVEN_TREATMENT, 0, N_("The same defect costs points in some forms of the department, not in others.")},
};

/* What the sentence is about. */
struct subject {
    const struct fuhe_review *review; /* NULL for findings over several forms, like form */
    const struct fuhe_form *form;
    const struct fuhe_row *row; /* NULL when it is not about an indicator */
    const struct fuhe_finding *finding;
    unsigned places;
    bool is_money; /* the figures are amounts: digits in groups of three */
};

static const struct fuhe_indicator *indicator_of(const struct subject *subject) {
    return subject->row == NULL ? NULL : &subject->form->indicators[subject->finding->index];
}

static bool write_text(struct fuhe_output *output, fuhe_text text) {
    if (output != NULL) {
        fuhe_output_text(output, text);
    }
    return text.length > 0;
}

static bool write_figure(struct fuhe_output *output, struct fuhe_figure figure, unsigned places) {
    if (output != NULL && figure.present) {
        fuhe_output_decimal(output, figure.value, places);
    }
    return figure.present;
}

/* A figure of the finding as people write it: 1234567.8 of money is 1,234,567.80. */
static size_t format(const struct subject *subject, fuhe_decimal value, unsigned places, char text[FIGURE_SIZE]) {
    return subject->is_money ? fuhe_message_amount(value, text) : fuhe_decimal_format(value, places, text);
}

static bool write_compared(struct fuhe_output *output, const struct subject *subject, struct fuhe_figure figure,
                           unsigned places) {
    char text[FIGURE_SIZE];

    if (output != NULL && figure.present) {
        fuhe_output_text(output, (fuhe_text){text, format(subject, figure.value, places, text)});
    }
    return figure.present;
}

static bool write_row(struct fuhe_output *output, const struct subject *subject) {
    if (output != NULL && subject->row != NULL) {
        fuhe_message_row(output, subject->form, subject->finding->index);
    }
    return subject->row != NULL;
}

static bool write_claimed(struct fuhe_output *output, const struct subject *subject) {
    const bool is_total = subject->finding->block == FUHE_BLOCK_TOTAL && subject->review != NULL;
    const unsigned places = is_total ? subject->review->totals.claimed.places : subject->places;

    return write_compared(output, subject, subject->finding->claimed, places);
}

static bool write_recomputed(struct fuhe_output *output, const struct subject *subject) {
    return write_compared(output, subject, subject->finding->recomputed, subject->places);
}

/* "0.10 more": the difference without its sign. */
static bool write_apart(struct fuhe_output *output, const struct subject *subject) {
    const struct fuhe_figure difference = subject->finding->difference;
    char number[FIGURE_SIZE];

    if (output != NULL && difference.present) {
        const bool less = difference.value.scaled < 0;
        const fuhe_decimal size = {less ? -difference.value.scaled : difference.value.scaled};
        const size_t length = format(subject, size, subject->places, number);
        const struct fuhe_template_word words[] = {{"number", {number, length}}, {NULL, {NULL, 0}}};

        fuhe_template_words(output, less ? _("{number} less") : _("{number} more"), words);
    }
    return difference.present;
}

static bool write_low(struct fuhe_output *output, const struct subject *subject) {
    return write_figure(output, subject->finding->low, 0);
}

static bool write_high(struct fuhe_output *output, const struct subject *subject) {
    return write_figure(output, subject->finding->high, 0);
}

static bool write_quote(struct fuhe_output *output, const struct subject *subject) {
    return write_text(output, subject->finding->quote);
}

static bool write_other(struct fuhe_output *output, const struct subject *subject) {
    return write_text(output, subject->finding->other);
}

static bool write_score(struct fuhe_output *output, const struct subject *subject) {
    return subject->row != NULL && write_text(output, indicator_of(subject)->score.text);
}

static bool write_target(struct fuhe_output *output, const struct subject *subject) {
    return subject->row != NULL && write_text(output, indicator_of(subject)->target.text);
}

static bool write_actual(struct fuhe_output *output, const struct subject *subject) {
    return subject->row != NULL && write_text(output, indicator_of(subject)->actual.text);
}

/* The result of a cost that is below its target where spending less earns less: no target is missed there. */
static bool write_spent(struct fuhe_output *output, const struct subject *subject) {
    const struct fuhe_row *row = subject->row;

    return row != NULL && row->has_exact && row->rule == FUHE_RULE_COST &&
           fuhe_decimal_compare(row->actual.number, row->target.number) < 0 && write_actual(output, subject);
}

/* A result that costs points because it is far above its target. */
static bool write_exceeding(struct fuhe_output *output, const struct subject *subject) {
    return subject->row != NULL && subject->row->over_tier != NULL && write_actual(output, subject);
}

/* The result that the rules give less than full marks for. */
static bool write_missed(struct fuhe_output *output, const struct subject *subject) {
    const struct fuhe_row *row = subject->row;

    return row != NULL && row->has_exact && row->formula != FUHE_FORMULA_OVER_TIER &&
           fuhe_decimal_compare(row->recomputed, row->weight) < 0 && write_actual(output, subject);
}

static bool write_weight(struct fuhe_output *output, const struct subject *subject) {
    const bool present = subject->row != NULL && subject->row->has_weight;

    if (output != NULL && present) {
        fuhe_output_decimal(output, subject->row->weight, 0);
    }
    return present;
}

/* The exact score to four places: enough to see how it was rounded. */
static bool write_exact(struct fuhe_output *output, const struct subject *subject) {
    char fraction[FUHE_FRACTION_TEXT_SIZE];
    fuhe_decimal exact;

    if (subject->row != NULL && subject->row->has_exact && subject->row->claim.places >= 4) {
        const size_t length = fuhe_fraction_format(subject->row->exact, fraction);
        return write_text(output, (fuhe_text){fraction, length});
    }
    if (subject->row == NULL || !subject->row->has_exact ||
        fuhe_fraction_round(subject->row->exact, 4, FUHE_ROUND_HALF_UP, &exact) != FUHE_STATUS_OK) {
        return false;
    }
    if (output != NULL) {
        fuhe_output_decimal(output, exact, 4);
    }
    return true;
}

static bool write_category(struct fuhe_output *output, const struct subject *subject) {
    if (output != NULL) {
        fuhe_output_string(output, fuhe_message_category(subject->finding->category));
    }
    return true;
}

static bool write_cell(struct fuhe_output *output, const struct subject *subject) {
    if (output != NULL && subject->finding->cell != NULL) {
        fuhe_output_string(output, fuhe_message_cell(subject->finding->cell));
    }
    return subject->finding->cell != NULL;
}

static bool write_year(struct fuhe_output *output, const struct subject *subject) {
    return subject->form != NULL && write_text(output, subject->form->year.text);
}

/* The row, the fund row or the part of the form: always there. */
static bool write_place(struct fuhe_output *output, const struct subject *subject) {
    const struct fuhe_finding *finding = subject->finding;

    if (output == NULL || write_row(output, subject)) {
        return true;
    }
    fuhe_output_string(output, fuhe_message_block(finding->block));
    if (finding->block == FUHE_BLOCK_FUND && subject->form != NULL && finding->index < subject->form->fund_count) {
        fuhe_output_string(output, " ");
        fuhe_output_text(output, subject->form->funds[finding->index].label.text);
    }
    return true;
}

/* The execution score by the rules, when the form leaves it blank. */
static bool write_execution(struct fuhe_output *output, const struct subject *subject) {
    const bool is_blank = subject->review != NULL && fuhe_message_execution_is_blank(subject->review);

    return is_blank && write_figure(output, fuhe_figure_of(subject->review->execution.verified), 2);
}

/* When the weights of the form are another set that the rules allow. */
static bool write_variant(struct fuhe_output *output, const struct subject *subject) {
    const struct fuhe_weight_variant *variant = subject->review == NULL ? NULL : subject->review->totals.variant;

    return variant != NULL && write_text(output, fuhe_message_choose(variant->when));
}

/* The pack that was named by the user; nothing when it was chosen. */
static bool write_named(struct fuhe_output *output, const struct subject *subject) {
    const bool is_named = subject->review != NULL && subject->review->pack_is_named;

    if (output != NULL && is_named) {
        const struct fuhe_pack *pack = subject->review->pack;
        const struct fuhe_template_word words[] = {{"id", pack->id}, {"version", pack->version}, {NULL, {NULL, 0}}};

        fuhe_template_words(output, _("{id} (version {version})"), words);
    }
    return is_named;
}

static bool write_period(struct fuhe_output *output, const struct subject *subject) {
    if (output != NULL && subject->review != NULL) {
        fuhe_rulebook_period(output, subject->review->pack);
    }
    return subject->review != NULL;
}

/* The unit of the money on the form. */
static bool write_money(struct fuhe_output *output, const struct subject *subject) {
    const fuhe_text unit = subject->form == NULL ? (fuhe_text){NULL, 0} : subject->form->funds_unit.text;

    return write_text(output, unit.length > 0 ? unit : FUHE_TEXT("万元"));
}

static const struct fuhe_doubt *doubt_of(const struct subject *subject) {
    const struct fuhe_finding *finding = subject->finding;
    const bool known =
        subject->form != NULL && finding->block == FUHE_BLOCK_DOUBT && finding->index < subject->form->doubt_count;

    return known ? &subject->form->doubts[finding->index] : NULL;
}

/* A word that is not known is said as it is, for other programs write doubts, too. */
static bool write_word(struct fuhe_output *output, const char *says, fuhe_text word) {
    return write_text(output, says == NULL ? word : fuhe_text_of(says));
}

/* What a doubtful cell was read as, and where it stood in the document that the form was made from. */
static bool write_doubt(struct fuhe_output *output, const struct subject *subject) {
    const struct fuhe_doubt *doubt = doubt_of(subject);

    if (doubt == NULL) {
        return false;
    }
    const bool nothing = doubt->value.text.length == 0 || fuhe_text_equals(doubt->value.text, FUHE_TEXT("none"));
    const char *says = nothing ? _("a cell") : fuhe_message_doubt_value(doubt->value.text);
    (void)write_word(output, says, doubt->value.text);
    if (output != NULL && doubt->at.text.length > 0) {
        fuhe_output_string(output, _(" ("));
        fuhe_place_write_address(output, doubt->at.text);
        fuhe_output_string(output, _(")"));
    }
    return true;
}

static bool write_why(struct fuhe_output *output, const struct subject *subject) {
    const struct fuhe_doubt *doubt = doubt_of(subject);

    return doubt != NULL && write_word(output, fuhe_message_doubt_why(doubt->why.text), doubt->why.text);
}

static const struct {
    const char *name;
    bool (*write)(struct fuhe_output *output, const struct subject *subject);
} names[] = {
    {"row", write_row},
    {"money", write_money},
    {"place", write_place},
    {"cell", write_cell},
    {"category", write_category},
    {"score", write_score},
    {"weight", write_weight},
    {"target", write_target},
    {"actual", write_actual},
    {"exact", write_exact},
    {"claimed", write_claimed},
    {"recomputed", write_recomputed},
    {"apart", write_apart},
    {"low", write_low},
    {"high", write_high},
    {"quote", write_quote},
    {"other", write_other},
    {"year", write_year},
    {"variant", write_variant},
    {"spent", write_spent},
    {"exceeding", write_exceeding},
    {"missed", write_missed},
    {"execution", write_execution},
    {"doubt", write_doubt},
    {"named", write_named},
    {"period", write_period},
    {"why", write_why},
};

static bool value_of(struct fuhe_output *output, fuhe_text name, const void *context) {
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (fuhe_text_equals(name, fuhe_text_of(names[i].name))) {
            return names[i].write(output, context);
        }
    }
    return false;
}

void fuhe_message_finding(struct fuhe_output *output, const struct fuhe_review *review,
                          const struct fuhe_finding *finding) {
    const bool about_row =
        review != NULL && finding->block == FUHE_BLOCK_INDICATOR && finding->index < review->row_count;
    struct subject subject = {.review = review,
                              .form = review == NULL ? NULL : review->form,
                              .row = about_row ? &review->rows[finding->index] : NULL,
                              .finding = finding};

    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
        const struct sentence_row *row = &sentences[i];

        subject.places = row->places;
        subject.is_money = strstr(row->sentence, "{money}") != NULL;
        if (row->code == finding->code && fuhe_template_fits(row->sentence, value_of, &subject)) {
            fuhe_template_write(output, _(row->sentence), value_of, &subject);
            fuhe_output_string(output, finding->is_rounding ? _(" Rounding can explain the difference.") : "");
            return;
        }
    }
    fuhe_output_string(output, fuhe_code_name(finding->code)); /* figures are missing: the bare word is still true */
}
