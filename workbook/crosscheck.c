/* SPDX-License-Identifier: Apache-2.0 */
/* 横向比对: what shows when forms are held against one another, a form (department, statement) of a finding on a line.
 * Names are looked up line by line. */
#include "crosscheck/crosscheck_table.h"
#include "crosscheck/crosscheck_words.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "workbook/tables.h"

enum column {
    FAMILY,
    GROUP,
    MEMBERS,
    NUMBER,
    PROJECT,
    DEPARTMENT,
    ROW,
    SENTENCE,
    OTHER_NUMBER,
    OTHER_PROJECT,
    OTHER_ROW,
    SIMILARITY,
    CLAIMED,
    RECOMPUTED,
    CODE,
    FILE_NAME,
    FORM_ID,
    OTHER_FILE,
    COLUMN_COUNT
};

static const struct fuhe_column columns[COLUMN_COUNT] = {
    [FAMILY] = {N_("Compared"), 24, FUHE_LOOK_TEXT},
    [GROUP] = {N_("Finding no."), 8, FUHE_LOOK_COUNT},
    [MEMBERS] = {N_("Size of the finding"), 8, FUHE_LOOK_COUNT},
    [NUMBER] = {N_("No."), 6, FUHE_LOOK_COUNT},
    [PROJECT] = {N_("Project name"), 30, FUHE_LOOK_TEXT},
    [DEPARTMENT] = {N_("Department or unit"), 24, FUHE_LOOK_TEXT},
    [ROW] = {N_("Indicator no."), 8, FUHE_LOOK_COUNT},
    [SENTENCE] = {N_("What to look at"), 50, FUHE_LOOK_TEXT},
    [OTHER_NUMBER] = {N_("Like no."), 8, FUHE_LOOK_COUNT},
    [OTHER_PROJECT] = {N_("Like project"), 30, FUHE_LOOK_TEXT},
    [OTHER_ROW] = {N_("Like indicator no."), 10, FUHE_LOOK_COUNT},
    [SIMILARITY] = {N_("Similarity (%)"), 9, FUHE_LOOK_PERCENT},
    [CLAIMED] = {N_("Claimed or stated"), 12, FUHE_LOOK_POINTS},
    [RECOMPUTED] = {N_("Compared with"), 12, FUHE_LOOK_POINTS},
    [CODE] = {N_("Code"), 20, FUHE_LOOK_WORD},
    [FILE_NAME] = {N_("File"), 46, FUHE_LOOK_TEXT},
    [FORM_ID] = {N_("Form id"), 30, FUHE_LOOK_TEXT},
    [OTHER_FILE] = {N_("File of the other"), 46, FUHE_LOOK_TEXT},
};

/* Pages and rows count from 1. */
static void write_number(struct fuhe_sheet *sheet, size_t column, uint64_t number) {
    if (number > 0) {
        fuhe_sheet_count(sheet, column, number);
    } else {
        fuhe_sheet_empty(sheet, column);
    }
}

static void write_file(struct fuhe_sheet *sheet, size_t column, fuhe_text file) {
    fuhe_sheet_word(sheet, column, file.length == 0 ? "" : fuhe_message_file(file.bytes));
}

static void write_form(struct fuhe_sheet *sheet, const struct fuhe_crosscheck_named *named) {
    const struct fuhe_crosscheck_line *line = &named->line;

    fuhe_sheet_word(sheet, FAMILY, fuhe_crosscheck_heading(line->code));
    fuhe_sheet_count(sheet, GROUP, line->group);
    fuhe_sheet_count(sheet, MEMBERS, line->members);
    write_number(sheet, NUMBER, line->page);
    fuhe_sheet_text(sheet, PROJECT, named->form.project);
    fuhe_sheet_text(sheet, DEPARTMENT, named->form.department);
    write_number(sheet, ROW, line->row);
    fuhe_crosscheck_write_line(line, fuhe_sheet_scratch(sheet));
    fuhe_sheet_put_scratch(sheet, SENTENCE);
}

static void write_line(struct fuhe_sheet *sheet, const struct fuhe_crosscheck_named *named) {
    const struct fuhe_crosscheck_line *line = &named->line;
    const struct fuhe_figure similarity = fuhe_crosscheck_percent(line);

    write_form(sheet, named);
    write_number(sheet, OTHER_NUMBER, line->page == 0 ? 0 : line->like);
    fuhe_sheet_text(sheet, OTHER_PROJECT, named->other.project);
    write_number(sheet, OTHER_ROW, line->like_row);
    fuhe_sheet_decimal(sheet, SIMILARITY, similarity.present, similarity.value);
    fuhe_sheet_decimal(sheet, CLAIMED, line->claimed.present, line->claimed.value);
    fuhe_sheet_decimal(sheet, RECOMPUTED, line->recomputed.present, line->recomputed.value);
    fuhe_sheet_word(sheet, CODE, fuhe_code_name(line->code));
    write_file(sheet, FILE_NAME, named->form.file);
    fuhe_sheet_text(sheet, FORM_ID, named->form.id);
    write_file(sheet, OTHER_FILE, named->other.file);
    fuhe_sheet_next(sheet);
}

/* Where the rest is. */
static void write_rest(struct fuhe_sheet *sheet, size_t count) {
    char text[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {{"count", {text, fuhe_size_format(count, text)}}, {NULL, {NULL, 0}}};

    fuhe_template_words(fuhe_sheet_scratch(sheet), _("{count} more lines: crosscheck.csv of this report has them all."),
                        words);
    fuhe_sheet_put_scratch(sheet, SENTENCE);
    fuhe_sheet_next(sheet);
}

static enum fuhe_status write_lines(struct fuhe_sheet *sheet, const struct fuhe_crosscheck *crosscheck,
                                    struct fuhe_survey *survey, size_t shown, struct fuhe_error *err) {
    struct fuhe_arena *arena = fuhe_arena_new(); /* of the line at hand */
    enum fuhe_status status = FUHE_STATUS_OK;
    struct fuhe_crosscheck_named named;

    if (arena == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    for (size_t i = 0; i < shown && status == FUHE_STATUS_OK; i++) {
        fuhe_arena_reset(arena);
        status = fuhe_crosscheck_name_line(crosscheck, i, survey, arena, &named, err);
        if (status == FUHE_STATUS_OK) {
            write_line(sheet, &named);
        }
    }
    fuhe_arena_free(arena);
    return status;
}

enum fuhe_status fuhe_crosscheck_write_sheet(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit,
                                             const struct fuhe_crosscheck_extent *extent, struct fuhe_error *err) {
    const size_t count = fuhe_crosscheck_lines(extent->crosscheck);
    const size_t shown = count < extent->lines ? count : extent->lines;

    fuhe_sheet_add(sheet, kit, FUHE_SHEET_CROSSCHECK, columns, COLUMN_COUNT,
                   (struct fuhe_sheet_page){GROUP + 1, SIMILARITY + 1});
    FUHE_TRY(write_lines(sheet, extent->crosscheck, extent->survey, shown, err));
    if (shown < count) {
        write_rest(sheet, count - shown);
    }
    fuhe_sheet_finish(sheet);
    return FUHE_STATUS_OK;
}
