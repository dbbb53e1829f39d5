/* SPDX-License-Identifier: Apache-2.0 */
/* The readings of a form, cell by cell: "target 13万元 → 130000 元". */
#include "report/reading.h"

#include "engine/pack_choice.h"
#include "engine/value.h"
#include "report/messages.h"
#include "report/place.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

enum { PLACE_COLUMNS = 8, TEXT_INDENT = PLACE_COLUMNS + 2 };

/* What is written into, and the counts. */
struct reader {
    struct fuhe_output *output;
    struct fuhe_output *line; /* the scratch output */
    struct fuhe_memory_output *scratch;
    struct fuhe_reading_count *count;
    const struct fuhe_form *form;
    struct fuhe_place place; /* of the line */
    bool first;              /* cell of its line */
};

/* In a column of its own, when it is short. */
static void write_place(struct fuhe_output *output, const struct fuhe_form *form, struct fuhe_place place) {
    char text[2 * FUHE_DECIMAL_TEXT_SIZE];
    size_t length = 0;

    fuhe_output_string(output, "  ");
    if (fuhe_place_is_of_table(place)) {
        fuhe_place_write(output, form, place);
        fuhe_output_string(output, "  ");
        return;
    }
    if (place.line > 0) {
        length = fuhe_decimal_format(FUHE_DECIMAL((int64_t)place.line), 0, text);
        text[length++] = ':';
        length += fuhe_decimal_format(FUHE_DECIMAL((int64_t)place.column), 0, text + length);
    }
    fuhe_width_left(output, (fuhe_text){text, length}, PLACE_COLUMNS);
}

static void start_line(struct reader *reader, struct fuhe_place place, fuhe_text name) {
    reader->place = place;
    fuhe_memory_output_reset(reader->scratch);
    reader->line = &reader->scratch->output;
    reader->first = true;
    fuhe_output_text(reader->line, name);
}

static void end_line(struct reader *reader) {
    write_place(reader->output, reader->form, reader->place);
    fuhe_width_wrap(reader->output, fuhe_memory_output_text(reader->scratch), TEXT_INDENT, fuhe_width_page());
    fuhe_output_char(reader->output, '\n');
}

static const char *relation_sign(enum fuhe_relation relation) {
    static const char *const signs[] = {
        [FUHE_RELATION_NONE] = "",      [FUHE_RELATION_AT_LEAST] = "≥ ", [FUHE_RELATION_ABOVE] = "> ",
        [FUHE_RELATION_AT_MOST] = "≤ ", [FUHE_RELATION_BELOW] = "< ",    [FUHE_RELATION_EQUAL] = "= ",
    };
    return signs[relation];
}

/* "≥ 95 %", "130000 元": what a number was read as. */
static void write_number(struct fuhe_output *output, const struct fuhe_value *value) {
    fuhe_output_string(output, relation_sign(value->relation));
    fuhe_output_decimal(output, value->number, 0);
    if (value->unit.length > 0) {
        fuhe_output_char(output, ' ');
        fuhe_output_text(output, value->unit);
    }
}

static void write_rank(struct fuhe_output *output, const struct fuhe_value *value) {
    char number[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(value->number, 0, number);
    const struct fuhe_template_word words[] = {{"number", {number, length}}, {NULL, {NULL, 0}}};

    fuhe_template_words(output, _("rank {number}"), words);
}

static void write_meaning(struct reader *reader, const struct fuhe_value *value) {
    switch (value->kind) {
    case FUHE_VALUE_NUMBER:
        write_number(reader->line, value);
        break;
    case FUHE_VALUE_RANK:
        write_rank(reader->line, value);
        break;
    case FUHE_VALUE_ZERO_WORD:
        fuhe_output_string(reader->line, _("none, that is 0"));
        break;
    case FUHE_VALUE_WORDS:
        fuhe_output_string(reader->line, _("words"));
        break;
    case FUHE_VALUE_UNREADABLE:
        fuhe_output_string(reader->line, _("NOT READABLE"));
        reader->count->unreadable++;
        break;
    case FUHE_VALUE_NONE:
        fuhe_output_string(reader->line, _("no entry"));
        break;
    }
}

/* Whether the meaning says more than the printed text does. */
static bool says_more(const struct fuhe_cell *cell, const struct fuhe_value *value) {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(value->number, value->places < 6 ? value->places : 6, text);

    return value->kind != FUHE_VALUE_NUMBER || value->unit.length > 0 ||
           !fuhe_text_equals(cell->text, (fuhe_text){text, length});
}

/* "; target 13万元 → 130000 元". needed says that a form is not complete without it. */
static void write_cell(struct reader *reader, const char *name, const struct fuhe_cell *cell,
                       const struct fuhe_value *value, bool needed) {
    if (value->kind == FUHE_VALUE_NONE && !needed) {
        return;
    }
    fuhe_output_string(reader->line, reader->first ? _(": ") : _("; "));
    reader->first = false;
    fuhe_output_string(reader->line, fuhe_message_cell(name));
    fuhe_output_char(reader->line, ' ');
    reader->count->missing += value->kind == FUHE_VALUE_NONE;
    if (value->kind == FUHE_VALUE_NONE && cell->state != FUHE_CELL_TEXT) {
        fuhe_output_string(reader->line, _("MISSING"));
        return;
    }
    fuhe_output_text(reader->line, cell->text);
    if (says_more(cell, value)) {
        fuhe_output_string(reader->line, " → ");
        write_meaning(reader, value);
    }
}

static void write_figure(struct reader *reader, const char *name, const struct fuhe_cell *cell, bool needed) {
    const struct fuhe_value value = fuhe_value_read_figure(cell, 1);

    write_cell(reader, name, cell, &value, needed);
}

static void write_fund(struct reader *reader, const struct fuhe_fund *fund) {
    start_line(reader, fund->place, fund->label.text);
    write_figure(reader, "initial", &fund->initial, false);
    write_figure(reader, "budget", &fund->budget, false);
    write_figure(reader, "executed", &fund->executed, false);
    write_figure(reader, "rate", &fund->rate, false);
    write_figure(reader, "weight", &fund->weight, false);
    write_figure(reader, "score", &fund->score, false);
    end_line(reader);
}

/* The target, or what it was adjusted to. */
static void write_values(struct reader *reader, const struct fuhe_indicator *indicator) {
    const struct fuhe_value target = fuhe_value_read_target(&indicator->target, &indicator->relation, &indicator->unit);
    const struct fuhe_value adjusted =
        fuhe_value_read_target(&indicator->adjusted, &indicator->relation, &indicator->unit);
    struct fuhe_value actual = fuhe_value_read(&indicator->actual);

    write_cell(reader, "target", &indicator->target, &target, true);
    write_cell(reader, "adjusted", &indicator->adjusted, &adjusted, false);
    (void)fuhe_value_adopt_unit(&actual, &target);
    write_cell(reader, "actual", &indicator->actual, &actual, true);
}

static void write_indicator(struct reader *reader, const struct fuhe_form *form, size_t index) {
    const struct fuhe_indicator *indicator = &form->indicators[index];

    start_line(reader, indicator->place, (fuhe_text){NULL, 0});
    fuhe_message_row(reader->line, form, index);
    write_values(reader, indicator);
    write_figure(reader, "weight", &indicator->weight, true);
    write_figure(reader, "score", &indicator->score, true);
    end_line(reader);
}

static void write_oddities(struct fuhe_output *output, const struct fuhe_oddity *oddities, size_t count) {
    static const char *const kinds[] = {
        [FUHE_ODDITY_UNKNOWN_ELEMENT] = N_("unknown element, passed over: {name}"),
        [FUHE_ODDITY_UNKNOWN_ATTRIBUTE] = N_("unknown attribute, passed over: {name}"),
        [FUHE_ODDITY_REPEATED_ELEMENT] = N_("stands more than once, the first counts: {name}"),
        [FUHE_ODDITY_STRAY_TEXT] = N_("text outside of any cell, passed over: {name}"),
        [FUHE_ODDITY_HIDDEN_SHEETS] = N_("hidden sheets that were not read: {name}"),
        [FUHE_ODDITY_EMBEDDED_DOCUMENTS] = N_("embedded documents that were not read: {name}"),
        [FUHE_ODDITY_TEXT_BOXES] = N_("text boxes that were not read: {name}"),
    };

    for (size_t i = 0; i < count; i++) {
        const struct fuhe_template_word words[] = {{"name", oddities[i].name}, {NULL, {NULL, 0}}};
        write_place(output, NULL, oddities[i].place);
        fuhe_template_words(output, _(kinds[oddities[i].kind]), words);
        fuhe_output_char(output, '\n');
    }
}

static void write_head(struct reader *reader, const struct fuhe_form *form, const char *file) {
    struct fuhe_output *output = reader->output;

    fuhe_width_write(output, fuhe_text_of(fuhe_message_file(file)));
    fuhe_place_write_start(output, form);
    fuhe_output_string(output, form->id.text.length > 0 ? "  " : "");
    fuhe_width_write(output, form->id.text);
    fuhe_output_string(output, form->year.text.length > 0 ? "  " : "");
    fuhe_width_write(output, form->year.text);
    fuhe_output_char(output, '\n');
    start_line(reader, form->project.place, form->project.text);
    if (form->project.text.length == 0) {
        fuhe_output_string(reader->line, _("(no project name)"));
        reader->count->missing++;
    }
    end_line(reader);
}

/* A year and indicators are needed, but are no cells with a value: they have a line only when they are not there. */
static void write_gaps(struct reader *reader, const struct fuhe_form *form) {
    const struct fuhe_value none = {.kind = FUHE_VALUE_NONE};
    const struct fuhe_value unreadable = {.kind = FUHE_VALUE_UNREADABLE};
    const struct fuhe_cell absent = {.state = FUHE_CELL_ABSENT};
    const bool printed = form->year.state == FUHE_CELL_TEXT;

    start_line(reader, printed ? form->year.place : form->place, fuhe_text_of(_("Form")));
    if (fuhe_form_year(form) == 0) {
        write_cell(reader, "year", &form->year, printed ? &unreadable : &none, true);
    }
    if (form->indicator_count == 0) {
        write_cell(reader, "indicators", &absent, &none, true);
    }
    if (!reader->first) {
        end_line(reader);
    }
}

void fuhe_reading_form(struct fuhe_output *output, struct fuhe_memory_output *scratch, const struct fuhe_form *form,
                       const char *file, struct fuhe_reading_count *count) {
    struct reader reader = {.output = output, .scratch = scratch, .count = count, .form = form};

    fuhe_output_string(output, count->forms > 0 ? "\n" : "");
    write_head(&reader, form, file);
    write_gaps(&reader, form);
    for (size_t i = 0; i < form->fund_count; i++) {
        write_fund(&reader, &form->funds[i]);
    }
    for (size_t i = 0; i < form->indicator_count; i++) {
        write_indicator(&reader, form, i);
    }
    start_line(&reader, form->total_claimed.place, fuhe_text_of(_("Total")));
    write_figure(&reader, "claimed", &form->total_claimed, true);
    end_line(&reader);
    write_oddities(output, form->oddities, form->oddity_count);
    count->oddities += form->oddity_count;
    count->forms++;
}

void fuhe_reading_document(struct fuhe_output *output, const struct fuhe_document *document,
                           struct fuhe_reading_count *count) {
    write_oddities(output, document->oddities, document->oddity_count);
    for (size_t i = 0; i < document->oddity_count; i++) {
        *(document->oddities[i].kind < FUHE_ODDITY_HIDDEN_SHEETS ? &count->oddities : &count->unread) += 1;
    }
}

static void write_count(struct fuhe_output *output, const char *sentence, size_t count) {
    char digits[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(FUHE_DECIMAL((int64_t)count), 0, digits);
    const struct fuhe_template_word words[] = {{"count", {digits, length}}, {NULL, {NULL, 0}}};

    fuhe_template_words(output, sentence, words);
}

void fuhe_reading_summary(struct fuhe_output *output, const struct fuhe_reading_count *count) {
    write_count(output, _("\nForms: {count}"), count->forms);
    write_count(output, _("; values missing: {count}"), count->missing);
    write_count(output, _("; not readable: {count}"), count->unreadable);
    write_count(output, _("; no part of a form: {count}"), count->oddities);
    fuhe_output_string(output, _("."));
    fuhe_output_char(output, '\n');
}
