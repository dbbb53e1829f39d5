/* SPDX-License-Identifier: Apache-2.0 */
/* Columns of equal width behind a wide first one. A name that is too long has a line of its own, so that the figures
 * stay in line. */
#include "stats/table.h"

#include "report/memory_output.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

void fuhe_table_paragraph(struct fuhe_output *output, const char *text) {
    fuhe_width_spaces(output, FUHE_TABLE_INDENT);
    fuhe_width_wrap(output, fuhe_text_of(text), FUHE_TABLE_INDENT, fuhe_width_page());
    fuhe_output_char(output, '\n');
}

static struct fuhe_memory_output *new_memory(struct fuhe_output *output) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    if (memory == NULL) {
        fuhe_output_no_memory(output);
    }
    return memory;
}

/* Takes memory. */
static void write_wrapped(struct fuhe_output *output, struct fuhe_memory_output *memory) {
    fuhe_width_spaces(output, FUHE_TABLE_INDENT);
    fuhe_width_wrap(output, fuhe_memory_output_text(memory), FUHE_TABLE_INDENT, fuhe_width_page());
    fuhe_output_char(output, '\n');
    fuhe_memory_output_free(memory);
}

void fuhe_table_part(struct fuhe_output *output, const struct fuhe_statistics *statistics,
                     enum fuhe_statistics_part part) {
    struct fuhe_memory_output *memory = new_memory(output);

    fuhe_output_char(output, '\n');
    fuhe_output_string(output, fuhe_statistics_heading(part));
    fuhe_output_char(output, '\n');
    if (memory != NULL) {
        fuhe_statistics_write_method(statistics, part, &memory->output);
        write_wrapped(output, memory);
    }
}

void fuhe_table_sentence(struct fuhe_output *output, const char *sentence, const struct fuhe_table_number *numbers) {
    struct fuhe_template_word words[FUHE_TABLE_NUMBERS_MAX + 1] = {{NULL, {NULL, 0}}};
    char texts[FUHE_TABLE_NUMBERS_MAX][FUHE_SIZE_TEXT_SIZE];
    struct fuhe_memory_output *memory = new_memory(output);

    if (memory == NULL) {
        return;
    }
    for (size_t i = 0; i < FUHE_TABLE_NUMBERS_MAX && numbers[i].name != NULL; i++) {
        words[i].name = numbers[i].name;
        words[i].text = (fuhe_text){texts[i], fuhe_size_format(numbers[i].number, texts[i])};
    }
    fuhe_template_words(&memory->output, sentence, words);
    write_wrapped(output, memory);
}

static void fill(struct fuhe_output *output, size_t columns) {
    if (columns >= FUHE_TABLE_NAME) {
        fuhe_output_char(output, '\n');
        columns = 0;
        fuhe_width_spaces(output, FUHE_TABLE_INDENT);
    }
    fuhe_width_spaces(output, FUHE_TABLE_NAME - columns);
}

void fuhe_table_name(struct fuhe_output *output, fuhe_text name) {
    fuhe_width_spaces(output, FUHE_TABLE_INDENT);
    fuhe_width_write(output, name);
    fill(output, fuhe_width_of(name));
}

/* Returns its columns. */
static size_t write_place(struct fuhe_output *output, const struct fuhe_statistics_form *form) {
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"file", form->file}, {"number", {number, fuhe_size_format(form->number, number)}}, {NULL, {NULL, 0}}};
    struct fuhe_memory_output *memory = new_memory(output);
    size_t columns = 0;

    if (memory != NULL) {
        fuhe_template_words(&memory->output, _("; {file}, form {number}"), words);
        fuhe_width_write(output, fuhe_memory_output_text(memory));
        columns = fuhe_width_of(fuhe_memory_output_text(memory));
        fuhe_memory_output_free(memory);
    }
    return columns;
}

void fuhe_table_form(struct fuhe_output *output, const struct fuhe_statistics_forms *forms, size_t index) {
    const struct fuhe_statistics_form *form = &forms->items[index];
    size_t columns = fuhe_width_of(form->project);

    fuhe_width_spaces(output, FUHE_TABLE_INDENT);
    fuhe_width_write(output, form->project);
    if (form->id.length > 0) {
        fuhe_output_string(output, columns > 0 ? " (" : "(");
        fuhe_width_write(output, form->id);
        fuhe_output_char(output, ')');
        columns += fuhe_width_of(form->id) + (columns > 0 ? 3 : 2);
    }
    if (fuhe_statistics_is_ambiguous(forms, index)) {
        columns += write_place(output, form);
    }
    fill(output, columns);
}

void fuhe_table_word(struct fuhe_output *output, const char *word) {
    fuhe_width_spaces(output, 1);
    fuhe_width_right(output, fuhe_text_of(word), FUHE_TABLE_CELL - 1);
}

void fuhe_table_count(struct fuhe_output *output, size_t count) {
    char text[FUHE_SIZE_TEXT_SIZE];

    fuhe_width_spaces(output, 1);
    fuhe_width_right(output, (fuhe_text){text, fuhe_size_format(count, text)}, FUHE_TABLE_CELL - 1);
}

void fuhe_table_figure(struct fuhe_output *output, struct fuhe_figure figure, unsigned places) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    if (!figure.present) {
        fuhe_table_word(output, "—");
        return;
    }
    (void)fuhe_decimal_format(figure.value, places, text);
    fuhe_table_word(output, text);
}

void fuhe_table_probability(struct fuhe_output *output, fuhe_decimal p) {
    struct fuhe_memory_output *memory = new_memory(output);

    if (memory != NULL) {
        fuhe_statistics_write_probability(p, &memory->output);
        fuhe_width_spaces(output, 1);
        fuhe_width_right(output, fuhe_memory_output_text(memory), FUHE_TABLE_CELL - 1);
        fuhe_memory_output_free(memory);
    }
}

void fuhe_table_end(struct fuhe_output *output) {
    fuhe_output_char(output, '\n');
}
