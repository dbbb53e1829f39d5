/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences about a sample, each a row of a table: when it applies, and what it says. */
#include "sample/sample_words.h"

#include "report/messages.h"
#include "report/translate.h"
#include "sample/paragraph.h"

/* --- what it is, and what follows --------------------------------------------------------------------------------- */

static const char *intro_of(const struct fuhe_sample *sample) {
    if (sample->state == FUHE_SAMPLE_NO_MONEY) {
        return _("Sample by money: no form ({forms} in all) has a budget above zero, so nothing can be drawn. Draw by "
                 "risk: --by risk.");
    }
    if (sample->state == FUHE_SAMPLE_TOO_MUCH) {
        return _("Sample by money: the budgets of {forms} forms add up to more than 92233 trillion yuan, which no "
                 "real ones do; look for a budget with a wrong unit. Nothing was drawn.");
    }
    if (sample->request.method == FUHE_SAMPLE_RISK) {
        return sample->state == FUHE_SAMPLE_EVERYTHING
                   ? _("Sample by risk, the highest first: all forms ({forms}), no more than were asked for.")
                   : _("Sample by risk, the highest first: {drawn} of {forms} forms.");
    }
    return sample->state == FUHE_SAMPLE_EVERYTHING
               ? _("Sample by money: every form with a budget is in it ({drawable}, {money} in all); nothing is left "
                   "to chance.")
               : _("Sample by money: draws {n}, from the budgets of {drawable} forms, {money} in all; interval "
                   "{interval}. "
                   "Forms as large as the interval are all taken: {certain}. Of the others, each yuan has the same "
                   "chance: in each interval one is drawn, its place told by seed {seed}. To review are {drawn} forms, "
                   "with {seen}.");
}

static const char *outlook_of(const struct fuhe_sample *sample) {
    if (sample->request.method == FUHE_SAMPLE_RISK) {
        return _("The order says what to look at first. Nothing follows from these forms for the others: what holds "
                 "for all is what a sample by money is for (--by money).");
    }
    return sample->state == FUHE_SAMPLE_EVERYTHING
               ? _("What the review finds is then the whole truth about forms with a budget, without any upper bound "
                   "to be reckoned.")
               : _("If people review all of these forms and find none scored too high, then, with a confidence of "
                   "{confidence} %, at most {bound} % of the budgets ({most}) stand behind forms scored too high. That "
                   "is {factor} (Poisson, no error seen) times the interval, or all the money not seen when that is "
                   "less, rounded up.");
}

static const char *part_of(const struct fuhe_sample *sample) {
    return sample->origin.whole ? NULL
                                : _("The run behind it was stopped, or is but one shard: the sample is drawn from what "
                                    "had been scored, and says nothing of the rest.");
}

static const char *outside_of(const struct fuhe_sample *sample) {
    return sample->request.method == FUHE_SAMPLE_MONEY && sample->count > 0 && sample->outside > 0
               ? _("Outside are forms without a budget above zero: {outside}. They cannot be drawn, and nothing "
                   "follows for them.")
               : NULL;
}

static const char *unreadable_of(const struct fuhe_sample *sample) {
    return sample->unreadable > 0 ? _("Files and forms that could not be read: {unreadable}. They were not scored and "
                                      "cannot be drawn, and nothing follows for them.")
                                  : NULL;
}

static const char *repeats_of(const struct fuhe_sample *sample) {
    return sample->repeats.projects > 0
               ? _("Projects that came in repeatedly, in several files: {projects}. Each of their forms counts, and so "
                   "does its money: {again} forms more than projects.")
               : NULL;
}

static const char *meaning_of(const struct fuhe_sample *sample) {
    return sample->count > 0 ? outlook_of(sample) : NULL;
}

static const char *condition_of(const struct fuhe_sample *sample) {
    return sample->count > 0 && sample->request.method == FUHE_SAMPLE_MONEY && sample->state == FUHE_SAMPLE_DRAWN
               ? _("That holds only when the seed was settled before anyone saw which forms it draws, and when no form "
                   "was exchanged for another one.")
               : NULL;
}

static const char *reckoning_of(const struct fuhe_sample *sample) {
    return sample->count > 0 && sample->request.method == FUHE_SAMPLE_MONEY
               ? _("To have the review reckoned up, write the table: fuhe sample FOLDER --by money -n {n} --seed "
                   "{seed} "
                   "--confidence {confidence} --format csv > sample.csv (FOLDER is the one of the batch), or copy "
                   "sample.csv out of the "
                   "report, for the next report replaces it; fill in its column “reviewed” with the score that each "
                   "form gets by hand; then give it back: fuhe sample FOLDER --by money -n {n} "
                   "--seed {seed} --confidence {confidence} --reviewed sample.csv")
               : NULL;
}

bool fuhe_sample_write_sentence(const struct fuhe_sample *sample, enum fuhe_sample_sentence sentence,
                                struct fuhe_output *output) {
    static const char *(*const sentences[])(const struct fuhe_sample *) = {
        [FUHE_SAMPLE_DRAWING] = intro_of,       [FUHE_SAMPLE_PART] = part_of,
        [FUHE_SAMPLE_OUTSIDE] = outside_of,     [FUHE_SAMPLE_UNREADABLE] = unreadable_of,
        [FUHE_SAMPLE_REPEATS] = repeats_of,     [FUHE_SAMPLE_MEANING] = meaning_of,
        [FUHE_SAMPLE_CONDITION] = condition_of, [FUHE_SAMPLE_RECKONING] = reckoning_of,
    };
    const struct fuhe_paragraph_word words[] = {
        fuhe_word_count("forms", sample->forms),
        fuhe_word_count("n", sample->request.count),
        fuhe_word_count("drawn", sample->count),
        fuhe_word_count("drawable", sample->forms - sample->outside),
        fuhe_word_count("certain", sample->certain),
        fuhe_word_count("seed", sample->request.seed),
        fuhe_word_money("money", sample->money),
        fuhe_word_money("interval", sample->interval),
        fuhe_word_money("seen", sample->money_seen),
        fuhe_word_count("outside", sample->outside),
        fuhe_word_count("unreadable", sample->unreadable),
        fuhe_word_count("projects", sample->repeats.projects),
        fuhe_word_count("again", sample->repeats.again),
        fuhe_word_count("confidence", sample->request.confidence),
        fuhe_word_decimal("bound", sample->bound.value, 2),
        fuhe_word_decimal("factor", sample->factor.value, 2),
        fuhe_word_bound("most", sample->bound_money),
        {NULL, ""},
    };
    const char *words_of = sentences[sentence](sample);

    if (words_of != NULL) {
        fuhe_words_write(output, words_of, words);
    }
    return words_of != NULL;
}

/* --- a form ------------------------------------------------------------------------------------------------------- */

/* "risk 38: claimed too much 20, findings 18" */
void fuhe_sample_write_risk(const struct fuhe_sample_item *item, struct fuhe_output *output) {
    const struct {
        const char *name;
        unsigned points;
    } parts[] = {
        {item->state == FUHE_REVIEW_UNSCORED ? _("not scored") : _("scored in part"), item->why.state},
        {_("grade claimed too high"), item->why.grade},
        {item->deviation.value.scaled > 0 ? _("points claimed too high") : _("points claimed too low"),
         item->why.deviation},
        {_("findings"), item->why.findings},
        {_("grade not firm"), item->why.firmness},
    };
    const struct fuhe_paragraph_word words[] = {fuhe_word_count("risk", item->risk), {NULL, ""}};
    const char *separator = _(": ");

    fuhe_words_write(output, _("risk {risk}"), words);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i].points > 0) {
            fuhe_output_string(output, separator);
            fuhe_output_string(output, parts[i].name);
            fuhe_output_char(output, ' ');
            fuhe_output_size(output, parts[i].points);
            separator = fuhe_message_list_separator();
        }
    }
}

/* The titles of its findings. */
void fuhe_sample_write_findings(const struct fuhe_sample_item *item, struct fuhe_output *output) {
    fuhe_text rest = item->codes;
    const char *separator = "";

    while (rest.length > 0) {
        const size_t space = fuhe_text_find(rest, FUHE_TEXT(" "));
        const enum fuhe_code code = fuhe_code_find((fuhe_text){rest.bytes, space});

        if (code != FUHE_CODE_COUNT) {
            fuhe_output_string(output, separator);
            fuhe_output_string(output, fuhe_message_title(code));
            separator = fuhe_message_list_separator();
        }
        rest = fuhe_text_from(rest, space < rest.length ? space + 1 : space);
    }
}
