/* SPDX-License-Identifier: Apache-2.0 */
/* What a reviewed sample says, for people: first what was found, then what follows for all money, then in words what
 * that means and what it does not. */
#include <string.h>

#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"
#include "sample/evaluation.h"
#include "sample/paragraph.h"

enum { INDENT = 2, NAME = 40, CELL = 10, MONEY = 20, NAMED_MAX = 5 };

static void write_intro(struct fuhe_output *output, const struct fuhe_evaluation *evaluation) {
    const struct fuhe_sample *sample = evaluation->sample;
    const struct fuhe_paragraph_word words[] = {
        fuhe_word_count("n", sample->request.count),   fuhe_word_count("seed", sample->request.seed),
        fuhe_word_count("forms", sample->count),       fuhe_word_count("certain", sample->certain),
        fuhe_word_money("seen", sample->money_seen),   fuhe_word_money("money", sample->money),
        fuhe_word_money("interval", sample->interval), fuhe_word_count("passed", evaluation->reviewed->passed_over),
        fuhe_word_count("outside", sample->outside),   {NULL, ""}};

    fuhe_paragraph_write(output, INDENT,
                         sample->state == FUHE_SAMPLE_EVERYTHING
                             ? _("Reviewed sample by money: every form with a budget ({forms}, {money} in all).")
                             : _("Reviewed sample by money: draws {n}, seed {seed}; forms in it: {forms}, "
                                 "with {seen} of {money}; interval {interval}; drawn with any seed: {certain}."),
                         words);
    if (sample->outside > 0) {
        fuhe_paragraph_write(output, INDENT,
                             _("Outside are forms without a budget above zero: {outside}. Nothing follows for them."),
                             words);
    }
    if (evaluation->reviewed->passed_over > 0) {
        fuhe_paragraph_write(output, INDENT, _("Lines of a sample by risk, passed over: {passed}."), words);
    }
}

/* --- not reviewed yet --- */

static void write_form(struct fuhe_output *output, const struct fuhe_sample_item *item) {
    struct fuhe_memory_output *line = fuhe_memory_output_new();
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"file", item->file}, {"number", {number, fuhe_size_format(item->number, number)}}, {NULL, {NULL, 0}}};

    if (line == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    fuhe_output_text(&line->output, item->project);
    fuhe_output_string(&line->output, item->project.length > 0 ? _("; ") : "");
    fuhe_template_words(&line->output, _("{file}, form {number}"), words);
    fuhe_paragraph_text(output, 2 * INDENT, fuhe_memory_output_text(line));
    fuhe_memory_output_free(line);
}

static void write_unreviewed(struct fuhe_output *output, const struct fuhe_evaluation *evaluation) {
    const struct fuhe_reviewed *reviewed = evaluation->reviewed;
    const struct fuhe_paragraph_word words[] = {fuhe_word_count("unreviewed", reviewed->unreviewed),
                                                fuhe_word_count("forms", evaluation->sample->count),
                                                fuhe_word_count("more", reviewed->unreviewed - NAMED_MAX),
                                                {NULL, ""}};
    size_t named = 0;

    fuhe_paragraph_write(output, INDENT,
                         _("Nothing can be said yet: {unreviewed} of {forms} forms have no score in the column "
                           "“reviewed”. To leave them out would leave out just those that are hard to review. Missing "
                           "are:"),
                         words);
    for (size_t i = 0; i < evaluation->sample->count && named < NAMED_MAX; i++) {
        if (!reviewed->scores[i].present) {
            write_form(output, &evaluation->sample->items[i]);
            named++;
        }
    }
    if (reviewed->unreviewed > NAMED_MAX) {
        fuhe_paragraph_write(output, 2 * INDENT, _("and {more} more"), words);
    }
}

/* --- reviewed --- */

/* A share and its money; a long amount pushes what follows. */
static void write_amount(struct fuhe_output *output, fuhe_decimal percent, const struct fuhe_paragraph_word *money) {
    const struct fuhe_paragraph_word word = fuhe_word_decimal("", percent, 2);

    fuhe_width_right(output, fuhe_text_of(word.text), CELL - 2);
    fuhe_output_string(output, " % ");
    fuhe_width_right(output, fuhe_text_of(money->text), MONEY - 1);
}

static void write_share(struct fuhe_output *output, const char *name, const struct fuhe_evaluation_money *money,
                        bool estimated) {
    const struct fuhe_paragraph_word estimate = fuhe_word_money("", money->estimate);
    const struct fuhe_paragraph_word most = fuhe_word_bound("", money->most);

    fuhe_width_spaces(output, 2 * INDENT);
    fuhe_width_left(output, fuhe_text_of(name), NAME - 2 * INDENT);
    write_amount(output, money->estimate_percent, &estimate);
    if (estimated) {
        write_amount(output, money->most_percent, &most);
    }
    fuhe_output_char(output, '\n');
}

static void write_heads(struct fuhe_output *output, const struct fuhe_sample *sample) {
    struct fuhe_memory_output *head = fuhe_memory_output_new();
    const struct fuhe_paragraph_word percent = fuhe_word_count("confidence", sample->request.confidence);
    const struct fuhe_template_word words[] = {{percent.name, fuhe_text_of(percent.text)}, {NULL, {NULL, 0}}};

    if (head == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    fuhe_width_spaces(output, NAME);
    fuhe_width_right(output, fuhe_text_of(_("estimate")), CELL + MONEY);
    fuhe_template_words(&head->output, _("at most ({confidence} %)"), words);
    fuhe_width_right(output, fuhe_memory_output_text(head), CELL + MONEY);
    fuhe_output_char(output, '\n');
    fuhe_memory_output_free(head);
}

static void write_line(struct fuhe_output *output, const struct fuhe_sample *sample, const char *name,
                       const struct fuhe_evaluation_line *line) {
    const bool estimated = sample->state != FUHE_SAMPLE_EVERYTHING;
    const struct fuhe_paragraph_word words[] = {
        fuhe_word_count("high", line->too_high),    fuhe_word_count("low", line->too_low),
        fuhe_word_count("same", line->as_reviewed), fuhe_word_count("without", line->without),
        fuhe_word_count("partial", line->partial),  {NULL, ""}};

    fuhe_output_char(output, '\n');
    fuhe_paragraph_write(output, INDENT, name, NULL);
    fuhe_paragraph_write(output, 2 * INDENT,
                         _("Forms scored too high: {high}; too low: {low}; as reviewed: {same}; without this score: "
                           "{without}."),
                         words);
    if (line->partial > 0) {
        fuhe_paragraph_write(output, 2 * INDENT,
                             _("Not scored in full by the rules, and so held against nothing: {partial}."), words);
    }
    if (estimated) {
        write_heads(output, sample);
    }
    write_share(output, _("money of forms scored too high"), &line->forms, estimated);
    write_share(output, _("money behind the points too high"), &line->points, estimated);
}

static void write_meaning(struct fuhe_output *output, const struct fuhe_evaluation *evaluation) {
    const struct fuhe_evaluation_line *claimed = &evaluation->lines[FUHE_AUDITED_CLAIMED];
    const struct fuhe_paragraph_word words[] = {fuhe_word_count("confidence", evaluation->sample->request.confidence),
                                                fuhe_word_decimal("forms", claimed->forms.most_percent, 2),
                                                fuhe_word_decimal("points", claimed->points.most_percent, 2),
                                                {NULL, ""}};

    fuhe_output_char(output, '\n');
    if (evaluation->sample->state == FUHE_SAMPLE_EVERYTHING) {
        fuhe_paragraph_write(
            output, INDENT, _("Every form with a budget was reviewed: these are the amounts themselves, no estimates."),
            NULL);
        return;
    }
    fuhe_paragraph_write(
        output, INDENT,
        _("With a confidence of {confidence} % for each bound by itself: at most {forms} % of the budgets stand "
          "behind forms that claim too much; of each 100 yuan at most {points} stand behind points "
          "that a review would not confirm. Upper bounds by Stringer with Poisson factors."),
        words);
    fuhe_paragraph_write(output, INDENT,
                         _("It says nothing about which other forms these are, nor why, nor that money was misspent: a "
                           "point too much is a score that does not hold. Forms scored too low are not set against "
                           "those scored too high."),
                         NULL);
}

void fuhe_evaluation_write_text(const struct fuhe_evaluation *evaluation, struct fuhe_output *output) {
    write_intro(output, evaluation);
    if (!evaluation->complete) {
        write_unreviewed(output, evaluation);
        return;
    }
    write_line(output, evaluation->sample, _("The claimed total, held against the review by hand"),
               &evaluation->lines[FUHE_AUDITED_CLAIMED]);
    write_line(output, evaluation->sample, _("The total by the rules, held against the review by hand"),
               &evaluation->lines[FUHE_AUDITED_VERIFIED]);
    write_meaning(output, evaluation);
}
