/* SPDX-License-Identifier: Apache-2.0 */
/* The execution score for people: bands or a line, the range of each cut, and what cannot be told. */
#include "infer/inference_write.h"
#include "infer/sentence.h"
#include "report/memory_output.h"
#include "report/translate.h"

enum { INDENT = 2 };

static const struct fuhe_slots nothing;

static void write_bands(const struct fuhe_execution_rule *rule, struct fuhe_output *output) {
    struct fuhe_memory_output *line = fuhe_memory_output_new();

    if (line == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    fuhe_output_string(&line->output, _("Proposal: bands: "));
    for (size_t i = 0; i < rule->band_count; i++) {
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_decimal(&slots, "from", rule->bands[i].from);
        fuhe_slots_decimal(&slots, "score", rule->bands[i].score);
        fuhe_output_string(&line->output, i == 0 ? "" : _("; "));
        fuhe_template_words(&line->output,
                            i + 1 < rule->band_count ? _("from {from} % {score} points") : _("below that {score}"),
                            slots.items);
    }
    fuhe_sentence_text(output, INDENT, fuhe_memory_output_text(line));
    fuhe_memory_output_free(line);
}

static void write_line(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_line *line = &inference->execution.line;
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_decimal(&slots, "weight", line->weight);
    fuhe_slots_count(&slots, "places", line->places);
    fuhe_slots_count(&slots, "rival", line->rival_fits);
    fuhe_slots_count(&slots, "of", inference->observations->execution_count);
    fuhe_sentence_write(output, INDENT,
                        line->basis == FUHE_RATE_EXACT
                            ? _("Proposal: a line: {weight} points times the exact rate, at most {weight}. On the rate "
                                "rounded to {places} places it explains {rival} of {of}.")
                            : _("Proposal: a line: {weight} points times the rate rounded to {places} places, at most "
                                "{weight}. On the exact rate it explains {rival} of {of}."),
                        &slots);
}

/* One end of a range: "project", or "project; told from its total". NULL for want of memory. */
static struct fuhe_memory_output *name_end(const struct fuhe_inference *inference,
                                           const struct fuhe_step_point *point) {
    const struct fuhe_seen_execution *seen = &inference->observations->executions[point->source];
    struct fuhe_memory_output *name = fuhe_memory_output_new();
    char room[FUHE_SIZE_TEXT_SIZE];

    if (name != NULL) {
        fuhe_output_text(&name->output, fuhe_inference_form(inference->observations, seen->at.form, room));
        fuhe_output_string(&name->output, seen->inferred ? _("; told from its total") : "");
    }
    return name;
}

static void write_range(const struct fuhe_inference *inference, const struct fuhe_stair *step,
                        struct fuhe_step_range range, const char *sentence, struct fuhe_output *output) {
    const struct fuhe_step_point *lower = &inference->execution.points[range.above];
    const struct fuhe_step_point *upper = &inference->execution.points[range.up_to];
    struct fuhe_memory_output *lower_name = name_end(inference, lower);
    struct fuhe_memory_output *upper_name = name_end(inference, upper);
    struct fuhe_slots slots = {.count = 0};

    if (lower_name == NULL || upper_name == NULL) {
        fuhe_output_no_memory(output);
    } else {
        fuhe_slots_decimal(&slots, "cut", step->cut);
        fuhe_slots_fraction(&slots, "above", lower->at);
        fuhe_slots_text(&slots, "lower_form", fuhe_memory_output_text(lower_name));
        fuhe_slots_decimal(&slots, "lower", lower->value);
        fuhe_slots_fraction(&slots, "up_to", upper->at);
        fuhe_slots_text(&slots, "upper_form", fuhe_memory_output_text(upper_name));
        fuhe_slots_decimal(&slots, "upper", upper->value);
        fuhe_sentence_write(output, INDENT, sentence, &slots);
    }
    fuhe_memory_output_free(lower_name);
    fuhe_memory_output_free(upper_name);
}

static void write_cut(const struct fuhe_inference *inference, const struct fuhe_stair *step,
                      struct fuhe_output *output) {
    const struct fuhe_step_range range = {step[-1].highest, step->lowest};

    write_range(inference, step, range,
                _("Cut between {lower} and {upper} points: above {above} % ({lower_form}) and up to "
                  "{up_to} % ({upper_form}). Proposed is {cut}, the roundest number there; nothing in the "
                  "forms says {cut} rather than any other."),
                output);
    for (size_t i = 0; i < step->rival_count; i++) {
        write_range(inference, step, step->rivals[i],
                    _("As many scores fit with this cut above {above} % ({lower_form}) and up to {up_to} % "
                      "({upper_form})."),
                    output);
    }
}

/* One score may be one mistake. */
static void write_single(const struct fuhe_inference *inference, const struct fuhe_stair *step,
                         struct fuhe_output *output) {
    struct fuhe_memory_output *name;
    struct fuhe_slots slots = {.count = 0};

    if (step->support > 1) {
        return;
    }
    name = name_end(inference, &inference->execution.points[step->lowest]);
    if (name == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    fuhe_slots_decimal(&slots, "score", step->value);
    fuhe_slots_text(&slots, "form", fuhe_memory_output_text(name));
    fuhe_sentence_write(output, INDENT, _("One score alone speaks for {score} points ({form})."), &slots);
    fuhe_memory_output_free(name);
}

/* The lowest band goes down to 0 %, whether or not a rate so low was seen. */
static void write_lowest(const struct fuhe_execution_proposal *proposal, struct fuhe_output *output) {
    const struct fuhe_stair *lowest = &proposal->steps.items[0];
    struct fuhe_slots slots = {.count = 0};

    if (fuhe_fraction_compare_decimal(proposal->points[lowest->lowest].at, FUHE_DECIMAL(0)) > 0) {
        fuhe_slots_fraction(&slots, "lowest", proposal->points[lowest->lowest].at);
        fuhe_slots_decimal(&slots, "score", lowest->value);
        fuhe_sentence_write(
            output, INDENT,
            _("Below {lowest} % nothing that fits was seen: that {score} points hold there too is assumed."), &slots);
    }
}

static void write_cuts(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_execution_proposal *proposal = &inference->execution;

    for (size_t i = proposal->steps.count; i-- > 1;) {
        write_cut(inference, &proposal->steps.items[i], output);
    }
    for (size_t i = proposal->steps.count; i-- > 0;) {
        write_single(inference, &proposal->steps.items[i], output);
    }
    write_lowest(proposal, output);
    if (proposal->top_is_assumed) {
        fuhe_sentence_write(output, INDENT, _("No form earns full points: that they are for 100 % is assumed."),
                            &nothing);
    }
}

static void write_execution_support(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_execution_proposal *proposal = &inference->execution;
    const bool is_bands = proposal->rule.method == FUHE_EXECUTION_BANDS;
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_count(&slots, "fits", proposal->fits);
    fuhe_slots_count(&slots, "of", inference->observations->execution_count);
    fuhe_slots_count(&slots, "direct", proposal->direct);
    fuhe_slots_count(&slots, "inferred", proposal->inferred);
    fuhe_slots_decimal(&slots, "weight", proposal->line.weight);
    fuhe_slots_count(&slots, "line", proposal->line.fits);
    fuhe_slots_count(&slots, "bands", proposal->band_fits);
    fuhe_slots_count(&slots, "steps", proposal->steps.count);
    fuhe_slots_count(&slots, "beyond", proposal->beyond);
    fuhe_sentence_write(output, INDENT,
                        _("Support: {fits} of {of} scores ({direct} printed, {inferred} told from totals)."), &slots);
    if (is_bands && proposal->line.tried) {
        fuhe_sentence_write(output, INDENT, _("Rival: a line of {weight} points explains {line} of {of}."), &slots);
    } else if (!is_bands) {
        fuhe_sentence_write(output, INDENT, _("Rival: {steps} bands explain {bands} of {of}."), &slots);
    }
    if (proposal->inferred > 0) {
        fuhe_sentence_write(output, INDENT,
                            _("A score told from a total is the claimed total less the claimed rows: it is right only "
                              "where both are."),
                            &slots);
    }
    if (proposal->beyond > 0) {
        fuhe_sentence_write(output, INDENT, _("Rates above 100 %, taken as 100 %: {beyond}."), &slots);
    }
}

static void write_execution_unknown(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_execution_proposal *proposal = &inference->execution;
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_count(&slots, "of", inference->observations->execution_count);
    fuhe_slots_count(&slots, "line", proposal->line.fits);
    fuhe_slots_count(&slots, "bands", proposal->band_fits);
    if (proposal->state == FUHE_EXECUTION_FLAT) {
        fuhe_slots_decimal(&slots, "score",
                           proposal->steps.count == 0 ? FUHE_DECIMAL(0) : proposal->steps.items[0].value);
        fuhe_sentence_write(output, INDENT,
                            inference->observations->execution_count == 1
                                ? _("Nothing is proposed: there is only one score, {score}.")
                                : _("Nothing is proposed: {bands} of {of} scores are {score}, and the others show no "
                                    "band. A cut or a line cannot be told from them."),
                            &slots);
        return;
    }
    fuhe_sentence_write(output, INDENT,
                        proposal->state == FUHE_EXECUTION_UNSEEN
                            ? _("Nothing is proposed: no form has both a rate and a score.")
                            : _("Nothing is proposed: of {of} scores bands explain {bands}, a line {line}."),
                        &slots);
}

void fuhe_inference_write_execution(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_blind_spots *blind = &inference->observations->blind;
    struct fuhe_slots slots = {.count = 0};

    fuhe_inference_write_head(output, _("Execution score"));
    if (inference->execution.state != FUHE_EXECUTION_PROPOSED) {
        write_execution_unknown(inference, output);
    } else {
        if (inference->execution.rule.method == FUHE_EXECUTION_BANDS) {
            write_bands(&inference->execution.rule, output);
        } else {
            write_line(inference, output);
        }
        write_execution_support(inference, output);
        if (inference->execution.rule.method == FUHE_EXECUTION_BANDS) {
            write_cuts(inference, output);
        }
        fuhe_inference_write_executions(inference, output);
    }
    if (blind->without_rate + blind->without_claim > 0) {
        fuhe_slots_count(&slots, "rate", blind->without_rate);
        fuhe_slots_count(&slots, "claim", blind->without_claim);
        fuhe_sentence_write(output, INDENT,
                            _("Not used: forms without a rate: {rate}; without a score that could be told: {claim}."),
                            &slots);
    }
}
