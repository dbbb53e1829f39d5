/* SPDX-License-Identifier: Apache-2.0 */
/* The sample for the people who fetch forms from the shelf: which, why, and what may be said once they are reviewed. */
#include <string.h>

#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"
#include "sample/paragraph.h"
#include "sample/sample.h"

enum { INDENT = 2, NUMBER = 5, INNER = INDENT + NUMBER };

/* --- how it was drawn --- */

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
               : _("Sample by money: draws {n}, from the budgets of {drawable} forms, {money} in all. Each yuan has "
                   "the same chance: one in each {interval} is drawn, its place told by seed {seed}. Forms that they "
                   "fell on: {drawn}, with {seen}; so large that any seed draws them: {certain}.");
}

static void write_intro(struct fuhe_output *output, const struct fuhe_sample *sample) {
    const struct fuhe_paragraph_word words[] = {
        fuhe_word_count("forms", sample->forms),     fuhe_word_count("n", sample->request.count),
        fuhe_word_count("drawn", sample->count),     fuhe_word_count("drawable", sample->forms - sample->outside),
        fuhe_word_count("certain", sample->certain), fuhe_word_count("seed", sample->request.seed),
        fuhe_word_money("money", sample->money),     fuhe_word_money("interval", sample->interval),
        fuhe_word_money("seen", sample->money_seen), {NULL, ""}};

    fuhe_paragraph_write(output, INDENT, intro_of(sample), words);
}

static void write_notes(struct fuhe_output *output, const struct fuhe_sample *sample) {
    const struct fuhe_paragraph_word words[] = {fuhe_word_count("outside", sample->outside),
                                                fuhe_word_count("projects", sample->repeats.projects),
                                                fuhe_word_count("again", sample->repeats.again),
                                                {NULL, ""}};

    if (sample->request.method == FUHE_SAMPLE_MONEY && sample->count > 0 && sample->outside > 0) {
        fuhe_paragraph_write(output, INDENT,
                             _("Outside are forms without a budget above zero: {outside}. They cannot be drawn, and "
                               "nothing follows for them."),
                             words);
    }
    if (sample->repeats.projects > 0) {
        fuhe_paragraph_write(output, INDENT,
                             _("Projects that came in repeatedly, in several files: {projects}. Each of their forms "
                               "counts, and so does its money: {again} forms more than projects."),
                             words);
    }
}

/* --- one form --- */

static void write_head(struct fuhe_output *line, const struct fuhe_sample_item *item) {
    fuhe_output_text(line, item->project);
    if (item->id.length > 0) {
        fuhe_output_string(line, item->project.length > 0 ? " (" : "(");
        fuhe_output_text(line, item->id);
        fuhe_output_string(line, ")");
    }
}

static void write_place(struct fuhe_output *line, const struct fuhe_sample_item *item) {
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {{"department", item->department},
                                               {"file", item->file},
                                               {"number", {number, fuhe_size_format(item->number, number)}},
                                               {NULL, {NULL, 0}}};

    fuhe_template_words(
        line, item->department.length > 0 ? _("{department}; {file}, form {number}") : _("{file}, form {number}"),
        words);
}

static void write_figure(struct fuhe_output *line, struct fuhe_figure figure) {
    if (figure.present) {
        fuhe_output_decimal(line, figure.value, 2);
    } else {
        fuhe_output_string(line, "—");
    }
}

static void write_named(struct fuhe_output *line, const char *sentence, const char *name, fuhe_text text) {
    const struct fuhe_template_word words[] = {{name, text}, {NULL, {NULL, 0}}};

    fuhe_template_words(line, sentence, words);
}

static void write_scores(struct fuhe_output *line, const struct fuhe_sample_item *item) {
    const struct fuhe_paragraph_word budget = fuhe_word_money("budget", item->budget);

    write_named(line, _("budget {budget}"), "budget", fuhe_text_of(budget.text));
    fuhe_output_string(line, _("; "));
    write_named(line, _("claimed {claimed}"), "claimed", item->claimed.length > 0 ? item->claimed : FUHE_TEXT("—"));
    fuhe_output_string(line, _(", by the rules "));
    write_figure(line, item->verified);
    if (item->deviation.present && item->deviation.value.scaled != 0) {
        fuhe_output_string(line, item->deviation.value.scaled > 0 ? " (+" : " (");
        write_figure(line, item->deviation);
        fuhe_output_char(line, ')');
    }
}

static void write_hits(struct fuhe_output *line, const struct fuhe_sample *sample,
                       const struct fuhe_sample_item *item) {
    if (sample->request.method != FUHE_SAMPLE_MONEY || sample->state == FUHE_SAMPLE_EVERYTHING) {
        return;
    }
    fuhe_output_string(line, _("; "));
    fuhe_output_string(line, item->certain ? _("drawn with any seed") : _("drawn by chance"));
}

/* "risk 38: claimed too much 20, findings 18" */
static void write_risk(struct fuhe_output *line, const struct fuhe_sample_item *item) {
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
    const struct fuhe_paragraph_word risk = fuhe_word_count("risk", item->risk);
    const char *separator = _(": ");

    write_named(line, _("risk {risk}"), "risk", fuhe_text_of(risk.text));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i].points > 0) {
            fuhe_output_string(line, separator);
            fuhe_output_string(line, parts[i].name);
            fuhe_output_char(line, ' ');
            fuhe_output_size(line, parts[i].points);
            separator = fuhe_message_list_separator();
        }
    }
}

/* The titles of its findings. */
static void write_findings(struct fuhe_output *line, const struct fuhe_sample_item *item) {
    fuhe_text rest = item->codes;
    const char *separator = _("look at: ");

    while (rest.length > 0) {
        const size_t space = fuhe_text_find(rest, FUHE_TEXT(" "));
        const enum fuhe_code code = fuhe_code_find((fuhe_text){rest.bytes, space});

        if (code != FUHE_CODE_COUNT) {
            fuhe_output_string(line, separator);
            fuhe_output_string(line, fuhe_message_title(code));
            separator = fuhe_message_list_separator();
        }
        rest = fuhe_text_from(rest, space < rest.length ? space + 1 : space);
    }
}

static void flush_line(struct fuhe_output *output, struct fuhe_memory_output *line) {
    const fuhe_text text = fuhe_memory_output_text(line);

    if (text.length > 0) {
        fuhe_paragraph_text(output, INNER, text);
    }
    fuhe_memory_output_reset(line);
}

static void write_item(struct fuhe_output *output, struct fuhe_memory_output *line, const struct fuhe_sample *sample,
                       size_t index) {
    const struct fuhe_sample_item *item = &sample->items[index];
    char number[FUHE_SIZE_TEXT_SIZE];
    const size_t digits = fuhe_size_format(index + 1, number);

    fuhe_output_char(output, '\n');
    fuhe_width_right(output, (fuhe_text){number, digits}, NUMBER);
    fuhe_width_spaces(output, 2);
    write_head(&line->output, item);
    fuhe_width_wrap(output, fuhe_memory_output_text(line), INNER, fuhe_width_page());
    fuhe_output_char(output, '\n');
    fuhe_memory_output_reset(line);
    write_place(&line->output, item);
    flush_line(output, line);
    write_scores(&line->output, item);
    write_hits(&line->output, sample, item);
    flush_line(output, line);
    write_risk(&line->output, item);
    flush_line(output, line);
    write_findings(&line->output, item);
    flush_line(output, line);
}

/* --- what may be said afterwards --- */

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

static void write_outlook(struct fuhe_output *output, const struct fuhe_sample *sample) {
    const bool drawn = sample->request.method == FUHE_SAMPLE_MONEY && sample->state == FUHE_SAMPLE_DRAWN;
    const struct fuhe_paragraph_word words[] = {fuhe_word_count("confidence", sample->request.confidence),
                                                fuhe_word_decimal("bound", sample->bound.value, 2),
                                                fuhe_word_decimal("factor", sample->factor.value, 2),
                                                fuhe_word_bound("most", sample->bound_money),
                                                {NULL, ""}};

    if (sample->count == 0) {
        return;
    }
    fuhe_output_char(output, '\n');
    fuhe_paragraph_write(output, INDENT, outlook_of(sample), words);
    if (drawn) {
        fuhe_paragraph_write(output, INDENT,
                             _("That holds only when the seed was settled before anyone saw which forms it draws, and "
                               "when no form was exchanged for another one."),
                             NULL);
    }
    if (sample->request.method == FUHE_SAMPLE_MONEY) {
        fuhe_paragraph_write(output, INDENT,
                             _("To have the review reckoned up: write the table with --format csv, fill in its column "
                               "“reviewed” with the score that each form gets by hand, and give it back with "
                               "--reviewed."),
                             NULL);
    }
}

void fuhe_sample_write_text(const struct fuhe_sample *sample, struct fuhe_output *output) {
    struct fuhe_memory_output *line = fuhe_memory_output_new();

    if (line == NULL) {
        output->status = fuhe_error_set(&output->error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        return;
    }
    write_intro(output, sample);
    write_notes(output, sample);
    for (size_t i = 0; i < sample->count; i++) {
        write_item(output, line, sample, i);
    }
    write_outlook(output, sample);
    fuhe_memory_output_free(line);
}
