/* SPDX-License-Identifier: Apache-2.0 */
/* Writing cells, and what makes a table fit for reading and printing: headings that stay, filter, page set-up. The
 * library takes rows in order and forgets them; marks go by ranges, so they cost the same for any number of lines. */
#include "workbook/sheet.h"

#include "report/translate.h"
#include "workbook/number.h"

enum {
    HEADING_LINES = 2, /* at least */
    LINE_HEIGHT = 16,  /* in points, like all heights */
    ROW_MARGIN = 3,
    HEIGHT_MAX = 25, /* in lines: what a row can hold */
    PAPER_A4 = 9
};

/* --- looks ------------------------------------------------------------------------------------------------------- */

static const struct {
    const char *number;
    uint8_t align;
    bool wraps;
} looks[FUHE_LOOKS] = {
    [FUHE_LOOK_TEXT] = {NULL, LXW_ALIGN_LEFT, true},
    [FUHE_LOOK_WORD] = {NULL, LXW_ALIGN_CENTER, true},
    [FUHE_LOOK_POINTS] = {"0.00####", LXW_ALIGN_RIGHT, false},
    [FUHE_LOOK_SIGNED] = {"+0.00####;-0.00####;0.00", LXW_ALIGN_RIGHT, false},
    [FUHE_LOOK_NUMBER] = {NULL, LXW_ALIGN_RIGHT, false},
    [FUHE_LOOK_PERCENT] = {"0.0", LXW_ALIGN_RIGHT, false},
    [FUHE_LOOK_SHARE] = {"0.0000", LXW_ALIGN_RIGHT, false},
    [FUHE_LOOK_PROBABILITY] = {"0.000000", LXW_ALIGN_RIGHT, false},
    [FUHE_LOOK_BLANK] = {"0.00####", LXW_ALIGN_RIGHT, false},
    [FUHE_LOOK_COUNT] = {"0", LXW_ALIGN_CENTER, false},
    [FUHE_LOOK_LINK] = {NULL, LXW_ALIGN_CENTER, false},
    [FUHE_LOOK_HEADING] = {NULL, LXW_ALIGN_CENTER, true},
    [FUHE_LOOK_TITLE] = {NULL, LXW_ALIGN_LEFT, false},
};

static const struct {
    lxw_color_t paper;
    lxw_color_t ink;
} marks[FUHE_MARK_COUNT] = {
    [FUHE_MARK_RED] = {0xFBE0DD, 0x9C1C12},
    [FUHE_MARK_YELLOW] = {0xFFF2CC, 0x7A5200},
    [FUHE_MARK_BLUE] = {0xDDEBF7, 0x1F4E79},
    [FUHE_MARK_GREY] = {0xEDEDED, 0x595959},
};

static void set_look(lxw_format *format, enum fuhe_look look) {
    format_set_align(format, looks[look].align);
    format_set_align(format, look == FUHE_LOOK_HEADING ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (looks[look].number != NULL) {
        format_set_num_format(format, looks[look].number);
    }
    if (look == FUHE_LOOK_TEXT || looks[look].align == LXW_ALIGN_RIGHT) {
        format_set_indent(format, 1);
    }
    if (looks[look].wraps) {
        format_set_text_wrap(format);
    }
    if (look == FUHE_LOOK_TITLE) {
        format_set_bold(format);
        format_set_font_size(format, 14);
        return;
    }
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xBFBFBF);
    if (look == FUHE_LOOK_HEADING) {
        format_set_bold(format);
        format_set_bg_color(format, 0xE7ECF2);
    }
    if (look == FUHE_LOOK_BLANK) {
        format_set_bg_color(format, 0xFFFBE6);
    }
    if (look == FUHE_LOOK_LINK) {
        format_set_font_color(format, 0x0B5CAD);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
}

enum fuhe_status fuhe_sheet_kit_init(struct fuhe_sheet_kit *kit, lxw_workbook *file,
                                     struct fuhe_memory_output *scratch) {
    kit->file = file;
    kit->scratch = scratch;
    kit->status = FUHE_STATUS_OK;
    for (size_t i = 0; i < FUHE_LOOKS; i++) {
        kit->looks[i] = workbook_add_format(file);
        if (kit->looks[i] == NULL) {
            return FUHE_STATUS_NO_MEMORY;
        }
        set_look(kit->looks[i], (enum fuhe_look)i);
    }
    for (size_t i = 0; i < FUHE_MARK_COUNT; i++) {
        kit->marks[i] = workbook_add_format(file);
        if (kit->marks[i] == NULL) {
            return FUHE_STATUS_NO_MEMORY;
        }
        format_set_bg_color(kit->marks[i], marks[i].paper);
        format_set_font_color(kit->marks[i], marks[i].ink);
    }
    return FUHE_STATUS_OK;
}

/* --- the table --------------------------------------------------------------------------------------------------- */

static void keep(struct fuhe_sheet *sheet, lxw_error error) {
    if (error != LXW_NO_ERROR && sheet->kit->status == FUHE_STATUS_OK) {
        sheet->kit->status = error == LXW_ERROR_MEMORY_MALLOC_FAILED ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_UNWRITABLE;
    }
}

static lxw_row_t row_of(const struct fuhe_sheet *sheet) {
    return (lxw_row_t)(sheet->line - 1);
}

static lxw_format *look_of(struct fuhe_sheet *sheet, size_t column) {
    const enum fuhe_look look = sheet->once != FUHE_LOOKS ? sheet->once : sheet->columns[column].look;

    sheet->once = FUHE_LOOKS;
    return sheet->kit->looks[look];
}

static void set_page(struct fuhe_sheet *sheet, const char *name) {
    char header[128];

    (void)snprintf(header, sizeof header, "&C&\"-,Bold\"%s", name);
    worksheet_set_landscape(sheet->worksheet);
    worksheet_set_paper(sheet->worksheet, PAPER_A4);
    worksheet_set_margins(sheet->worksheet, 0.4, 0.4, 0.6, 0.6);
    worksheet_fit_to_pages(sheet->worksheet, 1, 0);
    keep(sheet, worksheet_set_header(sheet->worksheet, header));
    keep(sheet, worksheet_set_footer(sheet->worksheet, _("&CPage &P of &N")));
}

static void write_headings(struct fuhe_sheet *sheet) {
    size_t height = HEADING_LINES;

    for (size_t i = 0; i < sheet->column_count; i++) {
        const size_t lines = fuhe_cell_text_lines(_(sheet->columns[i].heading), sheet->columns[i].width);
        height = lines > height ? lines : height;
    }
    keep(sheet, worksheet_set_row(sheet->worksheet, 0, fuhe_number_of_count(height * LINE_HEIGHT), NULL));
    for (size_t i = 0; i < sheet->column_count; i++) {
        keep(sheet, worksheet_set_column(sheet->worksheet, (lxw_col_t)i, (lxw_col_t)i, sheet->columns[i].width, NULL));
        keep(sheet, worksheet_write_string(sheet->worksheet, 0, (lxw_col_t)i, _(sheet->columns[i].heading),
                                           sheet->kit->looks[FUHE_LOOK_HEADING]));
    }
}

void fuhe_sheet_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit, enum fuhe_sheet_kind kind,
                    const struct fuhe_column *columns, size_t column_count, struct fuhe_sheet_page page) {
    const char *name = fuhe_sheet_name(kind);

    *sheet = (struct fuhe_sheet){.kit = kit,
                                 .worksheet = workbook_add_worksheet(kit->file, name),
                                 .columns = columns,
                                 .column_count = column_count,
                                 .printed = page.printed,
                                 .line = 1,
                                 .height = 1,
                                 .once = FUHE_LOOKS};
    if (sheet->worksheet == NULL) {
        keep(sheet, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    set_page(sheet, name);
    write_headings(sheet);
    worksheet_freeze_panes(sheet->worksheet, 1, (lxw_col_t)page.fixed);
    keep(sheet, worksheet_repeat_rows(sheet->worksheet, 0, 0));
    sheet->line = 2;
}

/* --- cells ------------------------------------------------------------------------------------------------------- */

static bool is_open(const struct fuhe_sheet *sheet) {
    return sheet->kit->status == FUHE_STATUS_OK;
}

void fuhe_sheet_look_once(struct fuhe_sheet *sheet, enum fuhe_look look) {
    sheet->once = look;
}

void fuhe_sheet_empty(struct fuhe_sheet *sheet, size_t column) {
    if (is_open(sheet)) {
        keep(sheet, worksheet_write_blank(sheet->worksheet, row_of(sheet), (lxw_col_t)column, look_of(sheet, column)));
    }
}

void fuhe_sheet_text(struct fuhe_sheet *sheet, size_t column, fuhe_text text) {
    if (!is_open(sheet)) {
        return;
    }
    if (text.length == 0) {
        fuhe_sheet_empty(sheet, column);
        return;
    }
    const char *made = fuhe_cell_text_make(text, sheet->kit->text);
    const size_t height = fuhe_cell_text_lines(made, sheet->columns[column].width - 1);
    sheet->height = height > sheet->height ? height : sheet->height;
    keep(sheet,
         worksheet_write_string(sheet->worksheet, row_of(sheet), (lxw_col_t)column, made, look_of(sheet, column)));
}

void fuhe_sheet_word(struct fuhe_sheet *sheet, size_t column, const char *word) {
    fuhe_sheet_text(sheet, column, fuhe_text_of(word));
}

void fuhe_sheet_decimal(struct fuhe_sheet *sheet, size_t column, bool present, fuhe_decimal value) {
    if (!is_open(sheet)) {
        return;
    }
    if (!present) {
        fuhe_sheet_empty(sheet, column);
        return;
    }
    keep(sheet, worksheet_write_number(sheet->worksheet, row_of(sheet), (lxw_col_t)column, fuhe_number_of(value),
                                       look_of(sheet, column)));
}

void fuhe_sheet_count(struct fuhe_sheet *sheet, size_t column, uint64_t count) {
    if (is_open(sheet)) {
        keep(sheet, worksheet_write_number(sheet->worksheet, row_of(sheet), (lxw_col_t)column,
                                           fuhe_number_of_count(count), look_of(sheet, column)));
    }
}

void fuhe_sheet_formula(struct fuhe_sheet *sheet, size_t column, const struct fuhe_formula_text *formula, bool present,
                        fuhe_decimal value) {
    if (!present || formula->text[0] == '\0') {
        fuhe_sheet_decimal(sheet, column, present, value);
        return;
    }
    if (is_open(sheet)) {
        keep(sheet, worksheet_write_formula_num(sheet->worksheet, row_of(sheet), (lxw_col_t)column, formula->text,
                                                look_of(sheet, column), fuhe_number_of(value)));
    }
}

void fuhe_sheet_formula_word(struct fuhe_sheet *sheet, size_t column, const struct fuhe_formula_text *formula,
                             fuhe_text value) {
    if (value.length == 0 || formula->text[0] == '\0') {
        fuhe_sheet_text(sheet, column, value);
        return;
    }
    if (is_open(sheet)) {
        keep(sheet, worksheet_write_formula_str(sheet->worksheet, row_of(sheet), (lxw_col_t)column, formula->text,
                                                look_of(sheet, column), fuhe_cell_text_make(value, sheet->kit->text)));
    }
}

struct fuhe_output *fuhe_sheet_scratch(struct fuhe_sheet *sheet) {
    fuhe_memory_output_reset(sheet->kit->scratch);
    return &sheet->kit->scratch->output;
}

void fuhe_sheet_put_scratch(struct fuhe_sheet *sheet, size_t column) {
    fuhe_sheet_text(sheet, column, fuhe_memory_output_text(sheet->kit->scratch));
}

/* Not every program fits the height of a row to its texts. The library does not look whether a disk is full. */
void fuhe_sheet_next(struct fuhe_sheet *sheet) {
    const size_t lines = sheet->height < HEIGHT_MAX ? sheet->height : HEIGHT_MAX;

    if (is_open(sheet)) {
        keep(sheet, worksheet_set_row(sheet->worksheet, row_of(sheet),
                                      fuhe_number_of_count(lines * LINE_HEIGHT + ROW_MARGIN), NULL));
    }
    if (is_open(sheet) && ferror(sheet->worksheet->optimize_tmpfile) != 0) {
        keep(sheet, LXW_ERROR_CREATING_TMPFILE);
    }
    sheet->height = 1;
    sheet->line++;
}

/* --- the end ----------------------------------------------------------------------------------------------------- */

static void mark(struct fuhe_sheet *sheet, size_t column, lxw_conditional_format *condition) {
    if (is_open(sheet) && sheet->line > 2) {
        keep(sheet, worksheet_conditional_format_range(sheet->worksheet, 1, (lxw_col_t)column, row_of(sheet) - 1,
                                                       (lxw_col_t)column, condition));
    }
}

void fuhe_sheet_mark_word(struct fuhe_sheet *sheet, size_t column, const char *word, enum fuhe_mark mark_of_word) {
    char quoted[64];

    (void)snprintf(quoted, sizeof quoted, "\"%s\"", word);
    lxw_conditional_format condition = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                        .value_string = quoted,
                                        .format = sheet->kit->marks[mark_of_word]};
    mark(sheet, column, &condition);
}

/* An empty cell is not above zero, but the text of one would be. */
void fuhe_sheet_mark_sign(struct fuhe_sheet *sheet, size_t column) {
    lxw_conditional_format more = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                   .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN,
                                   .value = 0,
                                   .format = sheet->kit->marks[FUHE_MARK_RED]};
    lxw_conditional_format less = more;

    less.criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN;
    less.format = sheet->kit->marks[FUHE_MARK_BLUE];
    mark(sheet, column, &more);
    mark(sheet, column, &less);
}

void fuhe_sheet_finish(struct fuhe_sheet *sheet) {
    char range[64];

    if (is_open(sheet) && fflush(sheet->worksheet->optimize_tmpfile) != 0) {
        keep(sheet, LXW_ERROR_CREATING_TMPFILE);
    }
    if (!is_open(sheet) || sheet->line <= 2) {
        return;
    }
    const lxw_row_t last = row_of(sheet) - 1;
    const lxw_col_t right = (lxw_col_t)(sheet->column_count - 1);
    keep(sheet, worksheet_print_area(sheet->worksheet, 0, 0, last, (lxw_col_t)(sheet->printed - 1)));
    keep(sheet, worksheet_autofilter(sheet->worksheet, 0, 0, last, right));
    (void)snprintf(range, sizeof range, "A2:%c%zu", 'A' + (int)right, sheet->line - 1);
    keep(sheet, worksheet_ignore_errors(sheet->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range));
    keep(sheet, worksheet_ignore_errors(sheet->worksheet, LXW_IGNORE_FORMULA_DIFFERS, range));
}
