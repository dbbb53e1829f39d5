/* SPDX-License-Identifier: Apache-2.0 */
/* Words that two rule packs do not share, for people, and the steps of a scale, whose bounds may have moved: of each
 * step the bound that moved, and only the words that came or went. */
#include "report/rulebook_diff_words.h"

#include "report/messages.h"
#include "report/rulebook.h"
#include "report/rulebook_diff.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

enum { VALUE_COLUMN = FUHE_RULEBOOK_INDENT + FUHE_RULEBOOK_LABEL };

/* --- words ------------------------------------------------------------------------------------------------------- */

static void begin_line(struct fuhe_output *output, const char *label) {
    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    fuhe_width_left(output, fuhe_text_of(label), FUHE_RULEBOOK_LABEL);
}

/* "added: 达到、已达到"; false when no word is left. */
static bool write_only(struct fuhe_output *output, const char *label, const char *mark,
                       const struct fuhe_text_list *words, const struct fuhe_text_list *except) {
    if (!fuhe_rulebook_words_beyond(words, except)) {
        return false;
    }
    begin_line(output, label);
    fuhe_output_string(output, mark);
    fuhe_rulebook_write_words(output, words, except, VALUE_COLUMN + fuhe_width_of(fuhe_text_of(mark)));
    fuhe_output_char(output, '\n');
    return true;
}

void fuhe_rulebook_words_changed(struct fuhe_output *output, const char *label, const struct fuhe_text_list *before,
                                 const struct fuhe_text_list *after) {
    const bool removed = write_only(output, label, _("removed: "), before, after);
    const bool added = write_only(output, removed ? "" : label, _("added: "), after, before);

    if (!removed && !added) {
        begin_line(output, label);
        fuhe_output_string(output, _("the same words in another order, or a word twice"));
        fuhe_output_char(output, '\n');
    }
}

/* --- steps ------------------------------------------------------------------------------------------------------- */

/* "Second band": the best is the first. */
static const char *const ordinals[] = {
    N_("First band"), N_("Second band"), N_("Third band"), N_("Fourth band"), N_("Fifth band"), N_("Sixth band"),
};

enum { ORDINAL_COUNT = sizeof ordinals / sizeof ordinals[0] };

struct end {
    size_t figure;
    const char *named;    /* of a band that has an ordinal */
    const char *numbered; /* of one further down */
};

static const struct end ends[] = {
    {0, N_("{band}: lower end {before} % → {after} %"), N_("Band {number}: lower end {before} % → {after} %")},
    {1, N_("{band}: upper end {before} % → {after} %"), N_("Band {number}: upper end {before} % → {after} %")},
};

static void write_end(struct fuhe_output *output, const struct end *end, size_t rank,
                      const struct fuhe_rulebook_row *const rows[2]) {
    char texts[2][FUHE_DECIMAL_TEXT_SIZE];
    char number[FUHE_SIZE_TEXT_SIZE];
    const bool is_named = rank < ORDINAL_COUNT;
    const struct fuhe_template_word words[] = {
        {"band", fuhe_text_of(is_named ? _(ordinals[rank]) : "")},
        {"number", {number, fuhe_size_format(rank + 1, number)}},
        {"before", {texts[0], fuhe_decimal_format(rows[0]->figures[end->figure], 0, texts[0])}},
        {"after", {texts[1], fuhe_decimal_format(rows[1]->figures[end->figure], 0, texts[1])}},
        {NULL, {NULL, 0}},
    };

    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    fuhe_template_words(output, is_named ? _(end->named) : _(end->numbered), words);
    fuhe_output_char(output, '\n');
}

/* "removed: 60 to 80 percent of the weight"; no mark for a step that stays. */
static void write_heading(struct fuhe_output *output, const char *mark, fuhe_text text) {
    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    fuhe_output_string(output, mark);
    fuhe_output_text(output, text);
    fuhe_output_char(output, '\n');
}

/* A step that is in one pack only, with all of its words. */
static void write_whole(struct fuhe_output *output, const char *mark, const struct fuhe_rulebook_row *row) {
    static const struct fuhe_text_list none = {NULL, 0};

    write_heading(output, mark, row->text);
    fuhe_width_spaces(output, VALUE_COLUMN);
    fuhe_rulebook_write_words(output, &row->words, &none, VALUE_COLUMN);
    fuhe_output_char(output, '\n');
}

static void write_step(struct fuhe_output *output, size_t rank, const struct fuhe_rulebook_row *before,
                       const struct fuhe_rulebook_row *after) {
    const struct fuhe_rulebook_row *const rows[] = {before, after};
    bool moved = false;

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (!fuhe_decimal_equals(before->figures[ends[i].figure], after->figures[ends[i].figure])) {
            write_end(output, &ends[i], rank, rows);
            moved = true;
        }
    }
    if (!fuhe_rulebook_same_words(&before->words, &after->words)) {
        if (!moved) {
            write_heading(output, "", before->text);
        }
        fuhe_rulebook_words_changed(output, "", &before->words, &after->words);
    }
}

void fuhe_rulebook_steps_changed(struct fuhe_output *output, const struct fuhe_rulebook_item *before,
                                 const struct fuhe_rulebook_item *after) {
    for (size_t i = 0; i < before->row_count; i++) {
        const struct fuhe_rulebook_row *row = &before->rows[i];
        const struct fuhe_rulebook_row *like = fuhe_rulebook_step_like(before, row, after);
        if (like == NULL) {
            write_whole(output, _("removed: "), row);
        } else {
            write_step(output, fuhe_rulebook_step_rank(before, row), row, like);
        }
    }
    for (size_t i = 0; i < after->row_count; i++) {
        if (fuhe_rulebook_step_like(after, &after->rows[i], before) == NULL) {
            write_whole(output, _("added: "), &after->rows[i]);
        }
    }
}
