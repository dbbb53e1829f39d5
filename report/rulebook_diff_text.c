/* SPDX-License-Identifier: Apache-2.0 */
/* What is different between two rule packs, for people: a value as "before → after", words as those that are added and
 * removed, a table side by side where there is room. */
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/rulebook_diff.h"
#include "report/rulebook_diff_words.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

enum { VALUE_COLUMN = FUHE_RULEBOOK_INDENT + FUHE_RULEBOOK_LABEL };

static const fuhe_text arrow = {" → ", 5};
static const fuhe_text nothing = {"—", 3};

struct writer {
    struct fuhe_output *output;
    const struct fuhe_rulebook_diff *diff;
};

struct pair {
    const struct fuhe_rulebook_item *before;
    const struct fuhe_rulebook_item *after;
};

static void end_line(struct fuhe_output *output) {
    fuhe_output_char(output, '\n');
}

static void begin(struct fuhe_output *output, const char *label) {
    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    fuhe_width_left(output, fuhe_text_of(label), FUHE_RULEBOOK_LABEL);
}

static bool is_same(const struct fuhe_pack *a, const struct fuhe_pack *b) {
    return fuhe_text_equals(a->id, b->id) && fuhe_text_equals(a->version, b->version);
}

/* Two packs of the same name and version are told apart by which was named first. */
static bool is_alike(const struct writer *writer) {
    return is_same(writer->diff->before->pack, writer->diff->after->pack);
}

/* "mof-2020 1"; returns its width. */
static size_t write_name(struct writer *writer, bool is_after) {
    const struct fuhe_pack *pack = is_after ? writer->diff->after->pack : writer->diff->before->pack;
    const fuhe_text word = fuhe_text_of(is_after ? _("after") : _("before"));

    if (is_alike(writer)) {
        fuhe_width_write(writer->output, word);
        return fuhe_width_of(word);
    }
    fuhe_width_write(writer->output, pack->id);
    fuhe_output_char(writer->output, ' ');
    fuhe_width_write(writer->output, pack->version);
    return fuhe_width_of(pack->id) + 1 + fuhe_width_of(pack->version);
}

/* --- values ------------------------------------------------------------------------------------------------------ */

/* On one line where there is room, else the later one below the earlier. */
static void write_change(struct writer *writer, const char *label, fuhe_text before, fuhe_text after) {
    const size_t width = fuhe_width_of(before) + fuhe_width_of(arrow) + fuhe_width_of(after);

    begin(writer->output, label);
    fuhe_width_wrap(writer->output, before, VALUE_COLUMN, fuhe_width_page());
    if (VALUE_COLUMN + width <= fuhe_width_page()) {
        fuhe_output_text(writer->output, arrow);
        fuhe_width_write(writer->output, after);
    } else {
        end_line(writer->output);
        fuhe_width_spaces(writer->output, VALUE_COLUMN);
        fuhe_output_text(writer->output, fuhe_text_from(arrow, 1));
        fuhe_width_wrap(writer->output, after, VALUE_COLUMN + 2, fuhe_width_page());
    }
    end_line(writer->output);
}

static fuhe_text or_nothing(fuhe_text text) {
    return text.length == 0 ? nothing : text;
}

/* What is the same in the language at hand is shown as it differs. */
static void write_value(struct writer *writer, const struct pair *pair) {
    fuhe_text before = pair->before->text;
    fuhe_text after = pair->after->text;

    if (fuhe_text_equals(before, after)) {
        const bool is_english = fuhe_text_equals(pair->before->said.zh, pair->after->said.zh);
        const bool is_said = pair->before->said.zh.length > 0;
        before = is_said ? (is_english ? pair->before->said.en : pair->before->said.zh) : pair->before->value;
        after = is_said ? (is_english ? pair->after->said.en : pair->after->said.zh) : pair->after->value;
    }
    write_change(writer, pair->before->label, or_nothing(before), or_nothing(after));
}

/* --- words ------------------------------------------------------------------------------------------------------- */

/* A list that is empty on one side says something: the whole country. */
static void write_list(struct writer *writer, const struct fuhe_rulebook_item *item, size_t indent) {
    static const struct fuhe_text_list none = {NULL, 0};

    fuhe_output_text(writer->output, item->words.count > 0 ? FUHE_TEXT("") : or_nothing(item->text));
    fuhe_rulebook_write_words(writer->output, &item->words, &none, indent);
}

static size_t list_width(const struct fuhe_rulebook_item *item) {
    size_t width = item->words.count > 0 ? 0 : fuhe_width_of(or_nothing(item->text));

    for (size_t i = 0; i < item->words.count; i++) {
        width += fuhe_width_of(item->words.items[i]) + fuhe_width_of(fuhe_text_of(fuhe_message_list_separator()));
    }
    return width;
}

static void write_words(struct writer *writer, const struct pair *pair) {
    const size_t width = list_width(pair->before);
    const size_t both = width + fuhe_width_of(arrow) + list_width(pair->after);

    if (pair->before->words.count > 0 && pair->after->words.count > 0) {
        fuhe_rulebook_words_changed(writer->output, pair->before->label, &pair->before->words, &pair->after->words);
        return;
    }
    begin(writer->output, pair->before->label);
    write_list(writer, pair->before, VALUE_COLUMN);
    if (VALUE_COLUMN + both <= fuhe_width_page()) {
        fuhe_output_text(writer->output, arrow);
        write_list(writer, pair->after, VALUE_COLUMN + width);
    } else {
        end_line(writer->output);
        fuhe_width_spaces(writer->output, VALUE_COLUMN);
        fuhe_output_text(writer->output, fuhe_text_from(arrow, 1));
        write_list(writer, pair->after, VALUE_COLUMN + 2);
    }
    end_line(writer->output);
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

/* "excellent: from 90 points" */
static void write_row(struct writer *writer, const struct fuhe_rulebook_row *row) {
    const fuhe_text name = row == NULL ? nothing : fuhe_message_choose(row->name);

    fuhe_width_write(writer->output, name);
    fuhe_output_string(writer->output, row == NULL || name.length == 0 ? "" : _(": "));
    fuhe_width_write(writer->output, row == NULL ? FUHE_TEXT("") : row->text);
}

static size_t row_width(const struct fuhe_rulebook_row *row) {
    const fuhe_text name = row == NULL ? nothing : fuhe_message_choose(row->name);

    return fuhe_width_of(name) + (row == NULL || name.length == 0 ? 0 : fuhe_width_of(fuhe_text_of(_(": ")))) +
           (row == NULL ? 0 : fuhe_width_of(row->text));
}

static bool fits(const struct fuhe_rulebook_item *item, size_t columns) {
    bool fits = true;

    for (size_t i = 0; i < item->row_count; i++) {
        fits = fits && row_width(&item->rows[i]) < columns;
    }
    return fits;
}

static void write_row_below(struct writer *writer, const struct fuhe_rulebook_item *item) {
    for (size_t i = 0; i < item->row_count; i++) {
        fuhe_width_spaces(writer->output, VALUE_COLUMN + 2);
        write_row(writer, &item->rows[i]);
        end_line(writer->output);
    }
}

/* "none" on one side, "→" and the rows on the other. */
static void write_from_none(struct writer *writer, const struct pair *pair) {
    const struct fuhe_rulebook_item *const items[] = {pair->before, pair->after};
    const fuhe_text marks[2][2] = {{{"", 0}, {"", 0}}, {fuhe_text_from(arrow, 1), {"  ", 2}}};

    begin(writer->output, pair->before->label);
    for (size_t i = 0; i < 2; i++) {
        for (size_t j = 0; j < items[i]->row_count || j == 0; j++) {
            fuhe_width_spaces(writer->output, i + j == 0 ? 0 : VALUE_COLUMN);
            fuhe_width_write(writer->output, marks[i][j > 0]);
            fuhe_width_write(writer->output, items[i]->row_count == 0 ? items[i]->text : items[i]->rows[j].text);
            end_line(writer->output);
        }
    }
}

static void write_below(struct writer *writer, const struct pair *pair) {
    const struct fuhe_rulebook_item *const items[] = {pair->before, pair->after};

    const char *label = pair->before->label;

    for (size_t i = 0; i < 2; i++) {
        if (items[i]->row_count > 0) {
            begin(writer->output, label);
            (void)write_name(writer, i == 1);
            end_line(writer->output);
            write_row_below(writer, items[i]);
            label = "";
        }
    }
}

/* Which of two tables go on with their next rows, when they are not as long as each other: both go down from the
 * highest first figure, and rows of the same one stand on a line. */
static void choose_rows(const struct fuhe_rulebook_row **left, const struct fuhe_rulebook_row **right) {
    if (*left == NULL || *right == NULL) {
        return;
    }
    const int order = fuhe_decimal_compare((*left)->figures[0], (*right)->figures[0]);
    if (order < 0) {
        *left = NULL;
    } else if (order > 0) {
        *right = NULL;
    }
}

/* Tables of as many rows go line by line. */
static void write_beside(struct writer *writer, const struct pair *pair, size_t columns) {
    const bool is_even = pair->before->row_count == pair->after->row_count;
    size_t i = 0;
    size_t j = 0;

    begin(writer->output, pair->before->label);
    const size_t width = write_name(writer, false);
    fuhe_width_spaces(writer->output, width < columns ? columns - width : 1);
    (void)write_name(writer, true);
    end_line(writer->output);
    while (i < pair->before->row_count || j < pair->after->row_count) {
        const struct fuhe_rulebook_row *left = i < pair->before->row_count ? &pair->before->rows[i] : NULL;
        const struct fuhe_rulebook_row *right = j < pair->after->row_count ? &pair->after->rows[j] : NULL;
        if (!is_even) {
            choose_rows(&left, &right);
        }
        fuhe_width_spaces(writer->output, VALUE_COLUMN);
        write_row(writer, left);
        fuhe_width_spaces(writer->output, columns - row_width(left));
        write_row(writer, right);
        end_line(writer->output);
        i += left != NULL;
        j += right != NULL;
    }
}

static void write_table(struct writer *writer, const struct pair *pair) {
    const size_t columns = (fuhe_width_page() - VALUE_COLUMN) / 2;

    const bool is_in_both = pair->before->row_count > 0 && pair->after->row_count > 0;

    if (!is_in_both && pair->before->text.length > 0) {
        write_from_none(writer, pair);
    } else if (is_in_both && fits(pair->before, columns) && fits(pair->after, columns)) {
        write_beside(writer, pair, columns);
    } else {
        write_below(writer, pair);
    }
}

/* "removed: Without cost indicators: …", its weights below. */
static void write_marked(struct writer *writer, const char *label, const char *mark,
                         const struct fuhe_rulebook_row *row) {
    const size_t indent = VALUE_COLUMN + fuhe_width_of(fuhe_text_of(mark));

    begin(writer->output, label);
    fuhe_output_string(writer->output, mark);
    fuhe_width_wrap(writer->output, row->source != NULL ? row->source->document : fuhe_message_choose(row->name),
                    indent, fuhe_width_page());
    end_line(writer->output);
    fuhe_width_spaces(writer->output, indent);
    if (row->source != NULL) {
        fuhe_width_wrap(writer->output, fuhe_message_choose(row->name), indent, fuhe_width_page());
        fuhe_output_string(writer->output, row->source->date.length == 0 ? "" : " · ");
    }
    fuhe_width_write(writer->output, row->text);
    end_line(writer->output);
}

static void write_variant_changed(struct writer *writer, const char *label, const struct fuhe_rulebook_row *before,
                                  const struct fuhe_rulebook_row *after) {
    if (!fuhe_rulebook_row_equals(FUHE_RULEBOOK_VARIANTS, before, after)) {
        write_change(writer, label, before->text, after->text);
    }
    if (!fuhe_text_equals(fuhe_message_choose(before->name), fuhe_message_choose(after->name))) {
        write_change(writer, label, fuhe_message_choose(before->name), fuhe_message_choose(after->name));
    } else if (fuhe_rulebook_row_equals(FUHE_RULEBOOK_VARIANTS, before, after) &&
               !fuhe_text_equals(before->name.en, after->name.en)) {
        write_change(writer, label, before->name.en, after->name.en);
    }
}

/* Variants and sources: rows that have no like on the other side, then those that have. */
static void write_rows(struct writer *writer, const struct pair *pair) {
    const char *label = pair->before->label;

    for (size_t i = 0; i < pair->before->row_count; i++) {
        const struct fuhe_rulebook_row *row = &pair->before->rows[i];
        const struct fuhe_rulebook_row *like = fuhe_rulebook_row_like(pair->after, row);
        if (like == NULL) {
            write_marked(writer, label, _("removed: "), row);
        } else if (pair->before->kind == FUHE_RULEBOOK_VARIANTS) {
            write_variant_changed(writer, label, row, like);
        }
    }
    for (size_t i = 0; i < pair->after->row_count; i++) {
        if (fuhe_rulebook_row_like(pair->before, &pair->after->rows[i]) == NULL) {
            write_marked(writer, label, _("added: "), &pair->after->rows[i]);
        }
    }
}

static void write_steps(struct writer *writer, const struct pair *pair) {
    fuhe_rulebook_steps_changed(writer->output, pair->before, pair->after);
}

/* --- parts ------------------------------------------------------------------------------------------------------- */

static void write_items(struct writer *writer, const struct fuhe_rulebook_part *before,
                        const struct fuhe_rulebook_part *after, enum fuhe_rulebook_aspect aspect) {
    static void (*const writers[])(struct writer *, const struct pair *) = {
        [FUHE_RULEBOOK_VALUE] = write_value,   [FUHE_RULEBOOK_WORDS] = write_words,
        [FUHE_RULEBOOK_VARIANTS] = write_rows, [FUHE_RULEBOOK_BANDS] = write_table,
        [FUHE_RULEBOOK_STEPS] = write_steps,   [FUHE_RULEBOOK_TIERS] = write_table,
        [FUHE_RULEBOOK_GRADES] = write_table,  [FUHE_RULEBOOK_SOURCES] = write_rows,
    };

    for (size_t i = 0; i < before->count && i < after->count; i++) {
        const struct pair pair = {&before->items[i], &after->items[i]};
        if (FUHE_RULEBOOK_HAS(fuhe_rulebook_item_differs(pair.before, pair.after), aspect)) {
            writers[pair.before->kind](writer, &pair);
        }
    }
}

static void write_heading(struct writer *writer, const char *heading) {
    end_line(writer->output);
    fuhe_output_string(writer->output, heading);
    end_line(writer->output);
}

static void write_part(struct writer *writer, const struct fuhe_rulebook_part *before,
                       const struct fuhe_rulebook_part *after) {
    if (fuhe_rulebook_part_differs(before, after) == 0) {
        return;
    }
    write_heading(writer, before->title);
    for (size_t i = 0; i < FUHE_RULEBOOK_ASPECT_COUNT; i++) {
        write_items(writer, before, after, (enum fuhe_rulebook_aspect)i);
    }
}

/* Why an overlay changes its base, which may be another pack than the one that it is held against. */
static void write_reason(struct writer *writer, size_t rule) {
    const struct fuhe_rulebook *const books[] = {writer->diff->before, writer->diff->after};

    for (size_t i = 0; i < 2; i++) {
        const struct fuhe_rulebook_part *part = &books[i]->rules[rule];
        if (part->change.length > 0) {
            const bool to_the_other = is_same(books[i]->pack->base, books[1 - i]->pack);
            begin(writer->output, _("Reason for the change"));
            fuhe_width_wrap(writer->output, to_the_other ? fuhe_message_choose(part->citation->why) : part->change,
                            VALUE_COLUMN, fuhe_width_page());
            end_line(writer->output);
        }
    }
}

static void write_rule(struct writer *writer, size_t rule) {
    const struct fuhe_rulebook_part *before = &writer->diff->before->rules[rule];

    end_line(writer->output);
    fuhe_output_size(writer->output, rule);
    fuhe_output_string(writer->output, ". ");
    fuhe_output_string(writer->output, before->title);
    fuhe_output_string(writer->output, " [");
    fuhe_output_string(writer->output, before->name);
    fuhe_output_string(writer->output, "]\n");
    for (size_t i = 0; i < FUHE_RULEBOOK_ASPECT_COUNT; i++) {
        write_items(writer, before, &writer->diff->after->rules[rule], (enum fuhe_rulebook_aspect)i);
    }
    write_reason(writer, rule);
}

static void write_rules(struct writer *writer, const char *heading, bool asking) {
    bool headed = false;

    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        const unsigned aspects = writer->diff->rules[rule];
        if (aspects == 0 || FUHE_RULEBOOK_HAS(aspects, FUHE_RULEBOOK_ASKS) != asking) {
            continue;
        }
        if (!headed) {
            write_heading(writer, heading);
            headed = true;
        }
        write_rule(writer, rule);
    }
}

static void write_title(struct writer *writer) {
    if (is_alike(writer)) {
        fuhe_width_write(writer->output, writer->diff->before->pack->id);
        fuhe_output_string(writer->output, _(": "));
    }
    (void)write_name(writer, false);
    fuhe_output_text(writer->output, arrow);
    (void)write_name(writer, true);
    end_line(writer->output);
}

static void write_summary(struct writer *writer) {
    const struct fuhe_rulebook_diff *diff = writer->diff;
    char texts[3][FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"asking", {texts[0], fuhe_size_format(diff->asking, texts[0])}},
        {"same", {texts[1], fuhe_size_format(diff->dressed + diff->same, texts[1])}},
        {"dressed", {texts[2], fuhe_size_format(diff->dressed, texts[2])}},
        {NULL, {NULL, 0}},
    };

    end_line(writer->output);
    fuhe_template_words(writer->output,
                        diff->dressed > 0 ? _("Rules that ask otherwise: {asking}; that ask the same: {same}, of these "
                                              "only in other words or by another paper: {dressed}.")
                                          : _("Rules that ask otherwise: {asking}; that ask the same: {same}."),
                        words);
    end_line(writer->output);
}

void fuhe_rulebook_diff_write(struct fuhe_output *output, const struct fuhe_rulebook_diff *diff) {
    struct writer writer = {output, diff};

    if (!diff->differs) {
        fuhe_output_string(output, _("Both packs say the same, word for word and by the same papers."));
        end_line(output);
        return;
    }
    write_title(&writer);
    write_part(&writer, &diff->before->identity, &diff->after->identity);
    write_rules(&writer, _("Rules that ask otherwise"), true);
    write_rules(&writer, _("Rules that ask the same, in other words or by another paper"), false);
    write_part(&writer, &diff->before->severities, &diff->after->severities);
    write_part(&writer, &diff->before->sources, &diff->after->sources);
    write_summary(&writer);
}
