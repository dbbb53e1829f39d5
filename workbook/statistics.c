/* SPDX-License-Identifier: Apache-2.0 */
/* 统计: a figure on a line, with its method and n; shares are formulas over part and whole. */
#include <stdio.h>

#include "crosscheck/crosscheck_words.h"
#include "report/messages.h"
#include "report/translate.h"
#include "workbook/statistic_words.h"
#include "workbook/tables.h"

enum column {
    SECTION,
    SUBJECT,
    NAME,
    FIGURE,
    VALUE,
    UNIT,
    N,
    METHOD,
    REASON,
    PART,
    WHOLE,
    SEED,
    DRAWS,
    NUMBER,
    FORM_ID,
    FILE_NAME,
    COLUMN_COUNT
};

static const struct fuhe_column columns[COLUMN_COUNT] = {
    [SECTION] = {N_("Section"), 34, FUHE_LOOK_TEXT},
    [SUBJECT] = {N_("Of what"), 12, FUHE_LOOK_WORD},
    [NAME] = {N_("Kind, department or project"), 42, FUHE_LOOK_TEXT},
    [FIGURE] = {N_("Figure"), 38, FUHE_LOOK_TEXT},
    [VALUE] = {N_("Value"), 12, FUHE_LOOK_NUMBER},
    [UNIT] = {N_("Unit of measure"), 13, FUHE_LOOK_WORD},
    [N] = {N_("From how many (n)"), 10, FUHE_LOOK_NUMBER},
    [METHOD] = {N_("Statistical method"), 44, FUHE_LOOK_TEXT},
    [REASON] = {N_("Left out because"), 13, FUHE_LOOK_WORD},
    [PART] = {N_("Part"), 10, FUHE_LOOK_NUMBER},
    [WHOLE] = {N_("Whole"), 10, FUHE_LOOK_NUMBER},
    [SEED] = {N_("Seed"), 8, FUHE_LOOK_COUNT},
    [DRAWS] = {N_("Draws"), 9, FUHE_LOOK_COUNT},
    [NUMBER] = {N_("No."), 6, FUHE_LOOK_COUNT},
    [FORM_ID] = {N_("Form id"), 30, FUHE_LOOK_TEXT},
    [FILE_NAME] = {N_("File"), 46, FUHE_LOOK_TEXT},
};

struct writing {
    struct fuhe_sheet *sheet;
    const struct fuhe_statistics *statistics;
};

static void write_number(struct fuhe_sheet *sheet, size_t column, bool present, uint64_t number) {
    if (present) {
        fuhe_sheet_count(sheet, column, number);
    } else {
        fuhe_sheet_empty(sheet, column);
    }
}

static void write_name(struct fuhe_sheet *sheet, const struct fuhe_statistics_line *line) {
    const fuhe_text unnamed = fuhe_text_of(_("(not filled in)"));
    fuhe_text name = fuhe_text_of("");

    if (line->subject == FUHE_LINE_SUBJECT_CATEGORY) {
        name = fuhe_text_of(fuhe_message_category(line->category));
    } else if (line->subject == FUHE_LINE_SUBJECT_FINDING) {
        name = fuhe_text_of(fuhe_crosscheck_heading(line->code));
    } else if (line->department != NULL) {
        name = line->department->name.length > 0 ? line->department->name : unnamed;
    } else if (line->form != NULL) {
        name = line->form->project;
    }
    fuhe_sheet_text(sheet, NAME, name);
}

/* Weight on words is counted in hundredths of a point. */
static fuhe_decimal counted(const struct fuhe_statistics_line *line, uint64_t count) {
    const bool is_weight = line->figure == FUHE_LINE_SIGN_WORDS;

    return (fuhe_decimal){(int64_t)count * (is_weight ? FUHE_DECIMAL_ONE / 100 : FUHE_DECIMAL_ONE)};
}

static void write_value(struct fuhe_sheet *sheet, const struct fuhe_statistics_line *line) {
    static const enum fuhe_look looks[] = {FUHE_LOOK_NUMBER, FUHE_LOOK_PERCENT, FUHE_LOOK_POINTS,     FUHE_LOOK_NUMBER,
                                           FUHE_LOOK_SHARE,  FUHE_LOOK_NUMBER,  FUHE_LOOK_PROBABILITY};
    const unsigned places = fuhe_line_places(line->figure);
    struct fuhe_formula_text formula = {""};

    if (line->is_share && line->value.present) {
        fuhe_formula_statistic_share(line->part_count, line->whole_count, places, 'A' + PART, sheet->line, &formula);
    }
    fuhe_sheet_look_once(sheet, looks[places]);
    fuhe_sheet_formula(sheet, VALUE, &formula, line->value.present, line->value.value);
}

static void take_line(void *context, const struct fuhe_statistics_line *line) {
    const struct writing *writing = context;
    struct fuhe_sheet *sheet = writing->sheet;
    const struct fuhe_statistics_form *form = line->form;
    const bool is_drawn = line->method == FUHE_LINE_BY_DIRICHLET;

    fuhe_sheet_word(sheet, SECTION, fuhe_statistic_section(line->section));
    fuhe_sheet_word(sheet, SUBJECT, fuhe_statistic_subject(line->subject));
    write_name(sheet, line);
    fuhe_sheet_word(sheet, FIGURE, fuhe_statistic_figure(line->figure));
    write_value(sheet, line);
    fuhe_sheet_word(sheet, UNIT, fuhe_statistic_unit(line->figure));
    fuhe_sheet_decimal(sheet, N, true, counted(line, line->n));
    fuhe_sheet_word(sheet, METHOD, fuhe_statistic_method(line->method));
    fuhe_sheet_word(sheet, REASON, fuhe_statistic_reason(line->reason));
    fuhe_sheet_decimal(sheet, PART, line->is_share, counted(line, line->part_count));
    fuhe_sheet_decimal(sheet, WHOLE, line->is_share, counted(line, line->whole_count));
    write_number(sheet, SEED, is_drawn, writing->statistics->request.seed);
    write_number(sheet, DRAWS, is_drawn, FUHE_STABILITY_DRAWS);
    write_number(sheet, NUMBER, form != NULL, form == NULL ? 0 : form->page);
    fuhe_sheet_text(sheet, FORM_ID, form == NULL ? fuhe_text_of("") : form->id);
    fuhe_sheet_word(sheet, FILE_NAME, form == NULL ? "" : fuhe_message_file(form->file.bytes));
    fuhe_sheet_next(sheet);
}

void fuhe_statistics_write_sheet(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit,
                                 const struct fuhe_statistics *statistics) {
    struct writing writing = {sheet, statistics};

    fuhe_sheet_add(sheet, kit, FUHE_SHEET_STATISTICS, columns, COLUMN_COUNT,
                   (struct fuhe_sheet_page){SUBJECT + 1, WHOLE + 1});
    fuhe_statistics_each_line(statistics, take_line, &writing);
    fuhe_sheet_finish(sheet);
}
