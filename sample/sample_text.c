/* SPDX-License-Identifier: Apache-2.0 */
/* The sample for the people who fetch forms from the shelf: which, why, and what may be said once they are reviewed. */
#include <string.h>

#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"
#include "sample/paragraph.h"
#include "sample/sample_words.h"

enum { INDENT = 2, NUMBER = 5, INNER = INDENT + NUMBER };

static void write_sentences(struct fuhe_output *output, struct fuhe_memory_output *line,
                            const struct fuhe_sample *sample, enum fuhe_sample_sentence from,
                            enum fuhe_sample_sentence to) {
    for (int i = (int)from; i <= (int)to; i++) {
        if (fuhe_sample_write_sentence(sample, (enum fuhe_sample_sentence)i, &line->output)) {
            fuhe_paragraph_text(output, INDENT, fuhe_memory_output_text(line));
            fuhe_memory_output_reset(line);
        }
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
    fuhe_sample_write_risk(item, &line->output);
    flush_line(output, line);
    fuhe_output_string(&line->output, item->codes.length > 0 ? _("look at: ") : "");
    fuhe_sample_write_findings(item, &line->output);
    flush_line(output, line);
}

void fuhe_sample_write_text(const struct fuhe_sample *sample, struct fuhe_output *output) {
    struct fuhe_memory_output *line = fuhe_memory_output_new();

    if (line == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    write_sentences(output, line, sample, FUHE_SAMPLE_DRAWING, FUHE_SAMPLE_REPEATS);
    for (size_t i = 0; i < sample->count; i++) {
        write_item(output, line, sample, i);
    }
    if (sample->count > 0) {
        fuhe_output_char(output, '\n');
    }
    write_sentences(output, line, sample, FUHE_SAMPLE_MEANING, FUHE_SAMPLE_RECKONING);
    fuhe_memory_output_free(line);
}
