/* SPDX-License-Identifier: Apache-2.0 */
/* An inference for people: for each rule what is proposed, what supports it, its rivals, and what does not fit. What
 * cannot be told is said. */
#include "infer/inference_write.h"
#include "infer/sentence.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"

enum { INDENT = 2, WORDS_LISTED = 8, SETS_LISTED = 5 };

static const struct fuhe_slots nothing;

void fuhe_inference_write_head(struct fuhe_output *output, const char *head) {
    fuhe_output_char(output, '\n');
    fuhe_sentence_write(output, 0, head, &nothing);
}

static void write_left_out(const struct fuhe_blind_spots *blind, struct fuhe_output *output) {
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_count(&slots, "doubtful", blind->doubtful);
    fuhe_slots_count(&slots, "repeated", blind->repeated);
    if (blind->doubtful > 0) {
        fuhe_sentence_write(output, 0,
                            _("Read with doubt and left out: {doubtful}. Nothing is taken from a form until it has "
                              "been compared with its document."),
                            &slots);
    }
    if (blind->repeated > 0) {
        fuhe_sentence_write(output, 0, _("Left out because the same form came before: {repeated}."), &slots);
    }
}

static void write_intro(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_observations *observations = inference->observations;
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_count(&slots, "forms", observations->form_count);
    fuhe_slots_count(&slots, "rows", observations->row_count);
    fuhe_slots_text(&slots, "base", observations->base->id);
    fuhe_slots_text(&slots, "version", observations->base->version);
    fuhe_sentence_write(
        output, 0,
        _("What claims show of the rules that they were scored by. Forms: {forms}; rows with a claim: {rows}; "
          "compared with {base}, version {version}."),
        &slots);
    write_left_out(&observations->blind, output);
    fuhe_sentence_write(
        output, 0, _("This is how forms were scored, not how a rule reads: look for the notice before you use it."),
        &nothing);
}

/* --- methods ------------------------------------------------------------------------------------------------------ */

static const char *const family_heads[FUHE_FAMILY_COUNT] = {
    [FUHE_FAMILY_COST] = N_("Costs, targets without an operator"),
    [FUHE_FAMILY_OUTPUT] = N_("Outputs, targets without an operator"),
    [FUHE_FAMILY_EFFECT] = N_("Effects, targets without an operator"),
    [FUHE_FAMILY_SATISFACTION] = N_("Satisfaction, targets without an operator"),
    [FUHE_FAMILY_MORE] = N_("Targets with ≥ or >"),
    [FUHE_FAMILY_LESS] = N_("Less is better: targets with ≤ or <"),
    [FUHE_FAMILY_EQUAL] = N_("Targets with ="),
    [FUHE_FAMILY_RANK] = N_("Ranks"),
    [FUHE_FAMILY_ZERO] = N_("Targets of zero"),
};

const char *fuhe_inference_method(const char *word) {
    static const struct {
        const char *word;
        const char *text;
    } methods[] = {
        {"proportional", N_("in proportion of actual to target cost, spending less earns less")},
        {"ceiling", N_("full marks up to the target, as a ceiling")},
        {"ceiling-if-saved", N_("a ceiling, unless the reason says that it is not yet paid")},
        {"more", N_("in proportion of result to target, at most full marks")},
        {"less", N_("less is better, without the target saying so")},
        {"linear-to-double", N_("full marks up to the target, none at twice the target, a line between them")},
        {"inverse", N_("full marks up to the target, above it in the proportion of target to result")},
        {"all-or-nothing", N_("full marks when equal, otherwise none")},
        {"as-more", N_("in proportion of result to target, going beyond loses nothing")},
        {"rank", N_("full marks up to the rank aimed at, behind it in the proportion of ranks")},
        {"zero-target", N_("full marks for zero, otherwise none")},
    };

    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        if (fuhe_text_equals(fuhe_text_of(word), fuhe_text_of(methods[i].word))) {
            return _(methods[i].text);
        }
    }
    return word;
}

static void write_rivals(const struct fuhe_election *election, struct fuhe_output *output) {
    for (size_t i = 0; i < election->rival_count; i++) {
        struct fuhe_slots slots = {.count = 0};
        if (election->is_decided && i == election->best) {
            continue;
        }
        fuhe_slots_text(&slots, "method", fuhe_text_of(fuhe_inference_method(election->rivals[i].word)));
        fuhe_slots_count(&slots, "fits", election->rivals[i].fits);
        fuhe_slots_count(&slots, "telling", election->telling);
        fuhe_sentence_write(output, INDENT, _("Rival: {method}: explains {fits} of {telling}."), &slots);
    }
}

/* Why nothing is proposed, though there are rows that can tell. */
static const char *const undecided[] = {
    [FUHE_ELECTION_FEW] = N_("Nothing is proposed: only {telling} row can tell, and it takes two; {any} more fit any "
                             "method."),
    [FUHE_ELECTION_SPLIT] = N_("Nothing is proposed: of {telling} rows that can tell no method alone explains most; "
                               "{any} more fit any method."),
    [FUHE_ELECTION_TWO] = N_("Nothing is proposed: two practices stand side by side. Of {telling} rows that can tell "
                             "{first} fit “{leading}” and {second} “{rival}”; a proposal must explain at least twice "
                             "what its rival does. {any} more fit any method."),
    [FUHE_ELECTION_FULL_MARKS] = N_("Nothing is proposed: of {telling} rows that can tell {first} fit “{leading}”, but "
                                    "not two of them speak for it by less than full marks, and full marks are claimed "
                                    "as well where nothing was worked out. {any} more fit any method."),
};

static void write_election_result(const struct fuhe_election *election, struct fuhe_output *output) {
    const struct fuhe_rival *best = &election->rivals[election->best];
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_text(&slots, "method", fuhe_text_of(fuhe_inference_method(best->word)));
    fuhe_slots_count(&slots, "fits", best->fits);
    fuhe_slots_count(&slots, "telling", election->telling);
    fuhe_slots_count(&slots, "any", election->any);
    fuhe_slots_count(&slots, "rows", election->rows);
    fuhe_slots_count(&slots, "fit", election->fit);
    if (election->rival_count == 1) {
        fuhe_sentence_write(output, INDENT, _("Rows: {rows}; {method}: {any} fit. There is no other method for them."),
                            &slots);
    } else if (election->is_decided) {
        fuhe_sentence_write(output, INDENT, _("Proposal: {method}."), &slots);
        fuhe_sentence_write(output, INDENT,
                            _("Support: {fits} of {telling} rows that can tell; {any} more fit any method. In all "
                              "{fit} of {rows} rows fit."),
                            &slots);
    } else if (election->telling == 0 && election->idle > 0) {
        fuhe_sentence_write(output, INDENT, _("Nothing is proposed: no row can tell; {any} of {rows} fit any method."),
                            &slots);
    } else if (election->telling == 0) {
        fuhe_sentence_write(
            output, INDENT,
            _("Nothing is proposed: every method gives the same for all rows ({rows}); of them fit: {any}."), &slots);
    } else {
        fuhe_slots_text(&slots, "leading",
                        fuhe_text_of(fuhe_inference_method(election->rivals[election->leading].word)));
        fuhe_slots_text(&slots, "rival", fuhe_text_of(fuhe_inference_method(election->rivals[election->rival].word)));
        fuhe_slots_count(&slots, "first", election->rivals[election->leading].fits);
        fuhe_slots_count(&slots, "second", election->rivals[election->rival].fits);
        fuhe_sentence_write(output, INDENT, _(undecided[election->state]), &slots);
    }
    if (election->idle > 0) {
        fuhe_slots_count(&slots, "idle", election->idle);
        fuhe_sentence_write(output, INDENT,
                            _("Rows that claim full marks for a result short of its target: {idle}. That is the "
                              "commonest slip, and no sign that less is better."),
                            &slots);
    }
    if (election->unscored > 0) {
        fuhe_slots_count(&slots, "unscored", election->unscored);
        fuhe_sentence_write(output, INDENT, _("Rows left to a person: {unscored}."), &slots);
    }
}

static void write_election(const struct fuhe_inference *inference, const struct fuhe_election *election,
                           struct fuhe_output *output) {
    if (election->rows == 0) {
        return;
    }
    fuhe_inference_write_head(output, _(family_heads[election->family]));
    write_election_result(election, output);
    if (election->rival_count > 1 && election->telling > 0) {
        write_rivals(election, output);
    }
    fuhe_inference_write_rows(inference, election->misfits, election->misfit_count, output);
}

/* --- rounding ----------------------------------------------------------------------------------------------------- */

static const char *const roundings[] = {
    [FUHE_ROUND_HALF_UP] = N_("rounded half-up"),
    [FUHE_ROUND_HALF_EVEN] = N_("rounded half to even"),
    [FUHE_ROUND_TRUNCATE] = N_("cut off"),
};

static void write_places(const struct fuhe_rounding_habit *habit, struct fuhe_output *output) {
    struct fuhe_memory_output *line = fuhe_memory_output_new();
    const char *separator = "";

    if (line == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    fuhe_output_string(&line->output, _("Decimals printed: "));
    for (unsigned i = 0; i <= FUHE_DECIMAL_PLACES; i++) {
        struct fuhe_slots slots = {.count = 0};
        if (habit->places[i] > 0) {
            fuhe_slots_count(&slots, "places", i);
            fuhe_slots_count(&slots, "count", habit->places[i]);
            fuhe_output_string(&line->output, separator);
            fuhe_template_words(&line->output, _("{places} (rows: {count})"), slots.items);
            separator = _("; ");
        }
    }
    fuhe_sentence_text(output, INDENT, fuhe_memory_output_text(line));
    fuhe_memory_output_free(line);
}

static void write_rounding(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_rounding_habit *habit = &inference->rounding;
    struct fuhe_slots slots = {.count = 0};

    fuhe_inference_write_head(output, _("Rounding"));
    if (habit->rounded == 0) {
        fuhe_sentence_write(output, INDENT, _("Nothing is proposed: no score had to be rounded."), &nothing);
        return;
    }
    fuhe_slots_text(&slots, "rounding", fuhe_text_of(_(roundings[habit->rounding])));
    fuhe_slots_count(&slots, "places", habit->item_places);
    fuhe_slots_count(&slots, "rounded", habit->rounded);
    fuhe_slots_count(&slots, "telling", habit->telling);
    fuhe_slots_count(&slots, "half_up", habit->fits[FUHE_ROUND_HALF_UP]);
    fuhe_slots_count(&slots, "even", habit->fits[FUHE_ROUND_HALF_EVEN]);
    fuhe_slots_count(&slots, "cut", habit->fits[FUHE_ROUND_TRUNCATE]);
    fuhe_sentence_write(output, INDENT,
                        habit->is_decided
                            ? _("Proposal: {rounding}, to at most {places} decimals.")
                            : _("Nothing is proposed: no way of rounding explains two rows, most of them, and twice "
                                "what another does."),
                        &slots);
    fuhe_sentence_write(output, INDENT,
                        _("Support: of {rounded} rows whose score had to be rounded {telling} can tell; half-up "
                          "explains {half_up}, half to even {even}, cutting off {cut}."),
                        &slots);
    if (habit->is_convention) {
        fuhe_sentence_write(output, INDENT,
                            _("Half-up cannot be told from half to even by these claims: {rounding} is a "
                              "convention."),
                            &slots);
    }
    write_places(habit, output);
    fuhe_inference_write_rounded(inference, habit->misfits, habit->misfit_count, output);
}

/* --- weights ------------------------------------------------------------------------------------------------------ */

static void write_weights(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_weight_sets *sets = &inference->weights;

    fuhe_inference_write_head(output, _("Weights"));
    if (sets->forms == 0) {
        fuhe_sentence_write(output, INDENT, _("Nothing is proposed: no form has all of its weights."), &nothing);
        return;
    }
    for (size_t i = 0; i < sets->count && i < SETS_LISTED; i++) {
        const struct fuhe_weight_set *set = &sets->items[i];
        char room[FUHE_SIZE_TEXT_SIZE];
        struct fuhe_slots slots = {.count = 0};
        for (size_t j = 0; j < FUHE_CATEGORY_COUNT; j++) {
            fuhe_slots_decimal(&slots, fuhe_category_name((enum fuhe_category)j), set->weights[j]);
        }
        fuhe_slots_decimal(&slots, "execution", sets->execution);
        fuhe_slots_decimal(&slots, "sum", set->sum);
        fuhe_slots_count(&slots, "count", set->count);
        fuhe_slots_count(&slots, "forms", sets->forms);
        fuhe_slots_text(&slots, "form", fuhe_inference_form(inference->observations, set->form, room));
        fuhe_sentence_write(
            output, INDENT,
            set->closes ? _("{count} of {forms} forms: cost {cost}, output {output}, effect {effect}, satisfaction "
                            "{satisfaction}, execution {execution}.")
                        : _("{count} of {forms} forms: cost {cost}, output {output}, effect {effect}, satisfaction "
                            "{satisfaction}, execution {execution} make {sum}: they do not close "
                            "({form})."),
            &slots);
    }
    if (sets->count > SETS_LISTED) {
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_count(&slots, "more", sets->count - SETS_LISTED);
        fuhe_sentence_write(output, INDENT, _("Other sets of weights: {more}."), &slots);
    }
}

/* --- grades ------------------------------------------------------------------------------------------------------- */

static void write_grade_range(const struct fuhe_inference *inference, const struct fuhe_stair *step,
                              struct fuhe_step_range range, const char *sentence, struct fuhe_output *output) {
    const struct fuhe_grade_proposal *proposal = &inference->grades;
    const struct fuhe_step_point *below = &proposal->points[range.above];
    const struct fuhe_step_point *above = &proposal->points[range.up_to];
    char rooms[2][FUHE_SIZE_TEXT_SIZE];
    struct fuhe_slots slots = {.count = 0};

    fuhe_slots_text(&slots, "lower", proposal->labels[step[-1].value.scaled / FUHE_DECIMAL_ONE].name);
    fuhe_slots_text(&slots, "upper", proposal->labels[step->value.scaled / FUHE_DECIMAL_ONE].name);
    fuhe_slots_fraction(&slots, "above", below->at);
    fuhe_slots_fraction(&slots, "up_to", above->at);
    fuhe_slots_text(&slots, "lower_form", fuhe_inference_form(inference->observations, below->source, rooms[0]));
    fuhe_slots_text(&slots, "upper_form", fuhe_inference_form(inference->observations, above->source, rooms[1]));
    fuhe_slots_decimal(&slots, "cut", step->cut);
    fuhe_sentence_write(output, INDENT, sentence, &slots);
}

static void write_grade_cuts(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_steps *steps = &inference->grades.steps;

    for (size_t i = steps->count; i-- > 1;) {
        const struct fuhe_stair *step = &steps->items[i];
        const struct fuhe_step_range range = {step[-1].highest, step->lowest};
        write_grade_range(inference, step, range,
                          _("{upper} from {cut} points: the cut to {lower} can lie above {above} ({lower_form}) and up "
                            "to {up_to} ({upper_form}); {cut} is the roundest number there."),
                          output);
        for (size_t j = 0; j < step->rival_count; j++) {
            write_grade_range(inference, step, step->rivals[j],
                              _("As many grades fit with this cut above {above} ({lower_form}) and up to {up_to} "
                                "({upper_form})."),
                              output);
        }
    }
}

static void write_lowest_grade(const struct fuhe_grade_proposal *proposal, struct fuhe_output *output) {
    const struct fuhe_stair *lowest = &proposal->steps.items[0];
    struct fuhe_slots slots = {.count = 0};

    if (fuhe_fraction_compare_decimal(proposal->points[lowest->lowest].at, FUHE_DECIMAL(0)) > 0) {
        fuhe_slots_fraction(&slots, "lowest", proposal->points[lowest->lowest].at);
        fuhe_slots_text(&slots, "grade", proposal->labels[lowest->value.scaled / FUHE_DECIMAL_ONE].name);
        fuhe_sentence_write(
            output, INDENT,
            _("Below {lowest} points nothing that fits was seen: that {grade} holds there too is assumed."), &slots);
    }
}

static void write_grading(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_grade_proposal *proposal = &inference->grades;
    struct fuhe_slots slots = {.count = 0};

    fuhe_inference_write_head(output, _("Grades"));
    fuhe_slots_count(&slots, "printed", proposal->printed);
    fuhe_slots_count(&slots, "fits", proposal->printed - proposal->steps.misfits);
    fuhe_slots_count(&slots, "labels", proposal->label_count);
    if (proposal->printed == 0) {
        fuhe_sentence_write(output, INDENT, _("Nothing is proposed: no form prints a grade beside its total."), &slots);
        return;
    }
    if (!proposal->is_proposed) {
        fuhe_sentence_write(output, INDENT,
                            _("Nothing is proposed: {printed} forms print a grade, {labels} different ones; no cuts "
                              "explain them."),
                            &slots);
        return;
    }
    write_grade_cuts(inference, output);
    write_lowest_grade(proposal, output);
    fuhe_sentence_write(output, INDENT, _("Support: {fits} of {printed} forms that print a grade."), &slots);
    fuhe_inference_write_grades(inference, output);
}

/* --- words -------------------------------------------------------------------------------------------------------- */

static void write_words(const struct fuhe_inference *inference, struct fuhe_output *output) {
    const struct fuhe_wording *wording = &inference->wording;

    if (wording->count == 0) {
        return;
    }
    fuhe_inference_write_head(output, _("Results in other words than their target"));
    for (size_t i = 0; i < wording->count && i < WORDS_LISTED; i++) {
        const struct fuhe_word_use *use = &wording->items[i];
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_text(&slots, "word", use->word);
        fuhe_slots_count(&slots, "count", use->count);
        fuhe_slots_decimal(&slots, "least", use->least);
        fuhe_slots_decimal(&slots, "most", use->most);
        fuhe_sentence_write(output, INDENT,
                            use->is_proposed ? _("“{word}” (rows: {count}), always full marks: proposed as a word that "
                                                 "meets its target.")
                                             : _("“{word}” (rows: {count}): {least} to {most} % of the weight."),
                            &slots);
    }
    if (wording->count > WORDS_LISTED) {
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_count(&slots, "more", wording->count - WORDS_LISTED);
        fuhe_sentence_write(output, INDENT, _("Other results in words: {more}."), &slots);
    }
}

void fuhe_inference_write_text(const struct fuhe_inference *inference, struct fuhe_output *output) {
    write_intro(inference, output);
    fuhe_inference_write_execution(inference, output);
    for (size_t i = 0; i < FUHE_FAMILY_COUNT; i++) {
        write_election(inference, &inference->methods.elections[i], output);
    }
    write_rounding(inference, output);
    write_weights(inference, output);
    write_grading(inference, output);
    write_words(inference, output);
}
