/* SPDX-License-Identifier: Apache-2.0 */
/* Names for people: tables from the engine's words to message ids. */
#include "report/messages.h"

#include "report/translate.h"

static const char *const severities[FUHE_SEVERITY_COUNT] = {
    [FUHE_SEVERITY_NOTE] = N_("note"),
    [FUHE_SEVERITY_WARNING] = N_("warning"),
    [FUHE_SEVERITY_ERROR] = N_("error"),
};

static const char *const verdicts[] = {
    [FUHE_VERDICT_EXACT] = N_("agrees"),
    [FUHE_VERDICT_ROUNDED] = N_("rounded"),
    [FUHE_VERDICT_TRUNCATED] = N_("cut off"),
    [FUHE_VERDICT_OVERSTATED] = N_("overstated"),
    [FUHE_VERDICT_UNDERSTATED] = N_("understated"),
    [FUHE_VERDICT_JUDGEMENT] = N_("to be judged"),
    [FUHE_VERDICT_UNSCORED] = N_("not scored"),
};

static const char *const categories[] = {
    [FUHE_CATEGORY_COST] = N_("Cost indicators"),
    [FUHE_CATEGORY_OUTPUT] = N_("Output indicators"),
    [FUHE_CATEGORY_EFFECT] = N_("Effect indicators"),
    [FUHE_CATEGORY_SATISFACTION] = N_("Satisfaction indicators"),
    [FUHE_CATEGORY_NONE] = N_("Indicators of no known category"),
};

static const char *const losses[] = {
    [FUHE_LOSS_EXECUTION] = N_("budget not executed"),
    [FUHE_LOSS_TARGET_UNMET] = N_("target not met"),
    [FUHE_LOSS_COST_UNSPENT] = N_("cost below target, scored in proportion"),
    [FUHE_LOSS_TARGET_EXCEEDED] = N_("target exceeded"),
    [FUHE_LOSS_CLAIMED_LESS] = N_("claimed below full marks"),
    [FUHE_LOSS_UNSCORED] = N_("not scored"),
    [FUHE_LOSS_DUPLICATE] = N_("counts once only"),
    [FUHE_LOSS_WEIGHTS_SHORT] = N_("weights below full marks"),
    [FUHE_LOSS_WEIGHTS_OVER] = N_("weights above full marks"),
    [FUHE_LOSS_RESCALED] = N_("rescaled to full marks"),
    [FUHE_LOSS_ROUNDED] = N_("total rounded"),
};

static const char *const firmnesses[] = {
    [FUHE_FIRM] = N_("firm"),
    [FUHE_FRAGILE] = N_("fragile"),
    [FUHE_UNDECIDABLE] = N_("undecidable"),
};

static const char *const slips[FUHE_SLIP_KIND_COUNT] = {
    [FUHE_SLIP_ROW_MISSING_FROM_FORM] = N_("a row of {difference} points is missing from the form"),
    [FUHE_SLIP_ROW_RECOMPUTED] = N_("{row} is counted at {to} instead of {from}"),
    [FUHE_SLIP_ROW_LEFT_OUT] = N_("{row} ({from} points) is left out"),
    [FUHE_SLIP_ROW_TWICE] = N_("{row} ({from} points) is counted twice"),
    [FUHE_SLIP_EXECUTION_LEFT_OUT] = N_("the execution score ({from} points) is left out"),
    [FUHE_SLIP_EXECUTION_BAND] = N_("the execution score is counted at {to} instead of {from}"),
    [FUHE_SLIP_ROW_ROUNDED] = N_("{row} is rounded from {from} to {to}"),
    [FUHE_SLIP_ROW_CUT] = N_("{row} is cut from {from} to {to}"),
    [FUHE_SLIP_DIGITS_SWAPPED] = N_("{row} has its digits swapped, {to} for {from}"),
    [FUHE_SLIP_OTHER_WEIGHT] = N_("{row} is scored by the weight of another row, {to} for {from}"),
    [FUHE_SLIP_FULL_MARKS] = N_("{row} is counted at its full marks {to} instead of {from}"),
};

const char *fuhe_message_severity(enum fuhe_severity severity) {
    return _(severities[severity]);
}

const char *fuhe_message_verdict(enum fuhe_verdict verdict) {
    return _(verdicts[verdict]);
}

const char *fuhe_message_category(enum fuhe_category category) {
    return _(categories[category]);
}

const char *fuhe_message_loss(enum fuhe_loss loss) {
    return _(losses[loss]);
}

const char *fuhe_message_firmness(enum fuhe_firmness firmness) {
    return _(firmnesses[firmness]);
}

const char *fuhe_message_slip(enum fuhe_slip_kind kind) {
    return _(slips[kind]);
}

const char *fuhe_message_list_separator(void) {
    return fuhe_language_is_chinese() ? "、" : ", ";
}

fuhe_text fuhe_message_choose(struct fuhe_bilingual text) {
    const fuhe_text first = fuhe_language_is_chinese() ? text.zh : text.en;
    const fuhe_text second = fuhe_language_is_chinese() ? text.en : text.zh;

    return first.length > 0 ? first : second;
}

/* Whether another indicator of the form has the same name. */
static bool has_namesake(const struct fuhe_form *form, size_t row) {
    for (size_t i = 0; i < form->indicator_count; i++) {
        if (i != row && fuhe_text_same_name(form->indicators[i].name.text, form->indicators[row].name.text)) {
            return true;
        }
    }
    return false;
}

void fuhe_message_row(struct fuhe_output *output, const struct fuhe_form *form, size_t row) {
    const struct fuhe_indicator *indicator = &form->indicators[row];

    if (indicator->name.text.length == 0) {
        fuhe_output_string(output, _("indicator "));
        fuhe_output_size(output, row + 1);
        return;
    }
    fuhe_output_text(output, indicator->name.text);
    if (has_namesake(form, row) && indicator->level1.text.length > 0) {
        fuhe_output_string(output, _(" ("));
        fuhe_output_text(output, indicator->level1.text);
        fuhe_output_string(output, _(")"));
    }
}

/* Of a rule that an overlay changes. */
static void write_why(struct fuhe_output *output, const struct fuhe_citation *citation) {
    const fuhe_text why = fuhe_message_choose(citation->why);

    if (why.length > 0) {
        fuhe_output_string(output, _("; reason for the change: "));
        fuhe_output_text(output, why);
    }
}

void fuhe_message_citation(struct fuhe_output *output, const struct fuhe_citation *citation) {
    const fuhe_text says = fuhe_message_choose(citation->says);

    fuhe_output_text(output, says);
    fuhe_output_string(output, says.length == 0 ? "" : _(" — "));
    if (citation->source == NULL) {
        fuhe_output_string(output, _("practice, no text"));
        write_why(output, citation);
        return;
    }
    fuhe_output_text(output, citation->source->document);
    fuhe_output_string(output, citation->clause.length == 0 ? "" : " ");
    fuhe_output_text(output, citation->clause);
    fuhe_output_string(output, citation->source->by_analogy ? _(" (by analogy)") : "");
    if (citation->confidence == FUHE_CONFIDENCE_SOURCE) {
        fuhe_output_string(output, _(" (worked out from the published forms)"));
    }
    write_why(output, citation);
}
