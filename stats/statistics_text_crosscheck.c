/* SPDX-License-Identifier: Apache-2.0 */
/* The part of the text about what forms show beside one another: for each family its method and n, what was found, and
 * the first groups with the names of their projects. */
#include "crosscheck/crosscheck_words.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"
#include "stats/table.h"

enum { GROUP_INDENT = 2, LINE_INDENT = 4 };

/* The memory of one paragraph at a time; its text is wrapped when it is complete. */
static void write_wrapped(struct fuhe_output *output, struct fuhe_memory_output *memory, size_t indent) {
    fuhe_width_spaces(output, indent);
    fuhe_width_wrap(output, fuhe_memory_output_text(memory), indent, fuhe_width_page());
    fuhe_output_char(output, '\n');
    fuhe_memory_output_reset(memory);
}

static void write_name(struct fuhe_output *output, const struct fuhe_crosscheck_name *name, size_t row) {
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {{"row", {number, fuhe_size_format(row, number)}}, {NULL, {NULL, 0}}};

    fuhe_output_text(output, name->project.length > 0 ? name->project : name->file);
    if (name->id.length > 0) {
        fuhe_output_string(output, " (");
        fuhe_output_text(output, name->id);
        fuhe_output_char(output, ')');
    }
    if (row > 0) {
        fuhe_output_string(output, fuhe_message_list_separator());
        fuhe_template_words(output, _("row {row}"), words);
    }
}

static void write_heading(struct fuhe_output *output, const char *heading) {
    fuhe_output_char(output, '\n');
    fuhe_output_string(output, heading);
    fuhe_output_char(output, '\n');
}

/* A department as a whole, a document, or a form; and the one that it is like, or where it stands when that is the same
 * project. */
static void write_subject(struct fuhe_output *output, const struct fuhe_crosscheck_named *named) {
    if (named->line.page == 0) {
        fuhe_output_text(output, named->form.department);
        if (named->form.file.length > 0) {
            fuhe_output_string(output, " (");
            fuhe_output_text(output, named->form.file);
            fuhe_output_char(output, ')');
        }
        return;
    }
    write_name(output, &named->form, named->line.row);
    if (named->line.code == FUHE_CODE_DUPLICATE_PROJECT) {
        fuhe_output_string(output, fuhe_message_list_separator());
        fuhe_output_text(output, named->form.file);
    } else if (named->other.number > 0) {
        fuhe_output_string(output, " ~ ");
        write_name(output, &named->other, named->line.like_row);
    }
}

static void write_group_head(struct fuhe_memory_output *memory, const struct fuhe_crosscheck_line *line) {
    char texts[2][FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {{"group", {texts[0], fuhe_size_format(line->group, texts[0])}},
                                               {"members", {texts[1], fuhe_size_format(line->members, texts[1])}},
                                               {NULL, {NULL, 0}}};

    fuhe_template_words(&memory->output,
                        line->code == FUHE_CODE_UNEVEN_TREATMENT ? _("Group {group}, {members} places:")
                                                                 : _("Group {group}, {members} forms:"),
                        words);
}

static void write_line(struct fuhe_output *output, struct fuhe_memory_output *memory,
                       const struct fuhe_crosscheck_named *named) {
    write_subject(&memory->output, named);
    fuhe_output_string(&memory->output, fuhe_language_is_chinese() ? "：" : ": ");
    fuhe_crosscheck_write_line(&named->line, &memory->output);
    write_wrapped(output, memory, LINE_INDENT);
}

/* What a group has beyond the lines that were shown. */
static void write_rest(struct fuhe_output *output, struct fuhe_memory_output *memory,
                       const struct fuhe_crosscheck_line *line, size_t shown) {
    char text[FUHE_SIZE_TEXT_SIZE];

    if (line->page == 0 || line->members <= shown) {
        return;
    }
    const struct fuhe_template_word words[] = {{"count", {text, fuhe_size_format(line->members - shown, text)}},
                                               {NULL, {NULL, 0}}};
    fuhe_template_words(&memory->output,
                        line->code == FUHE_CODE_UNEVEN_TREATMENT
                            ? _("and {count} more places, see crosscheck.csv of the report")
                            : _("and {count} more forms, see crosscheck.csv of the report"),
                        words);
    write_wrapped(output, memory, LINE_INDENT);
}

static void write_lines(struct fuhe_output *output, struct fuhe_memory_output *memory,
                        const struct fuhe_statistics_crosscheck *shown) {
    size_t group = 0;
    size_t in_group = 0;

    for (size_t i = 0; i < shown->count; i++) {
        const struct fuhe_crosscheck_line *line = &shown->items[i].line;
        if (line->group != group && line->page != 0) {
            write_group_head(memory, line);
            write_wrapped(output, memory, GROUP_INDENT);
        }
        in_group = line->group == group ? in_group + 1 : 1;
        group = line->group;
        write_line(output, memory, &shown->items[i]);
        if (i + 1 == shown->count || shown->items[i + 1].line.group != group) {
            write_rest(output, memory, line, in_group);
        }
    }
}

static size_t place_of(enum fuhe_code code) {
    size_t place = 0;

    while (place + 1 < FUHE_CROSSCHECK_FAMILIES && fuhe_crosscheck_families[place] != code) {
        place++;
    }
    return place;
}

static void write_families(const struct fuhe_statistics *statistics, struct fuhe_output *output,
                           struct fuhe_memory_output *memory) {
    enum fuhe_code order[FUHE_CROSSCHECK_FAMILIES];

    fuhe_crosscheck_reading_order(statistics->crosscheck, order);
    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        const enum fuhe_code code = order[i];
        write_heading(output, fuhe_crosscheck_heading(code));
        fuhe_crosscheck_write_method(statistics->crosscheck, code, &memory->output);
        write_wrapped(output, memory, FUHE_TABLE_INDENT);
        if (fuhe_crosscheck_is_judged(statistics->crosscheck, code)) {
            fuhe_crosscheck_write_count(statistics->crosscheck, code, &memory->output);
            write_wrapped(output, memory, FUHE_TABLE_INDENT);
            write_lines(output, memory, &statistics->crosschecks[place_of(code)]);
        }
    }
}

void fuhe_statistics_text_crosscheck(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    if (memory == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    write_heading(output, fuhe_crosscheck_title());
    fuhe_table_paragraph(output, fuhe_crosscheck_caution());
    write_families(statistics, output, memory);
    fuhe_memory_output_free(memory);
}
