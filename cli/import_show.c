/* SPDX-License-Identifier: Apache-2.0 */
/* A form as it was recognised, row by row as in its table: rows are named by their number there, columns by theirs over
 * each heading, so that every value can be held against the document. ~ and ? mark rows that are not certain. */
#include "cli/import_table.h"
#include "cli/import_text.h"
#include "report/place.h"
#include "report/translate.h"
#include "report/width.h"

struct shown_cell {
    enum fuhe_role role;
    size_t offset;
};

static const struct shown_cell fund_cells[] = {
    {FUHE_ROLE_FUND_LABEL, offsetof(struct fuhe_fund, label)},
    {FUHE_ROLE_INITIAL, offsetof(struct fuhe_fund, initial)},
    {FUHE_ROLE_BUDGET, offsetof(struct fuhe_fund, budget)},
    {FUHE_ROLE_EXECUTED, offsetof(struct fuhe_fund, executed)},
    {FUHE_ROLE_RATE, offsetof(struct fuhe_fund, rate)},
    {FUHE_ROLE_FUND_WEIGHT, offsetof(struct fuhe_fund, weight)},
    {FUHE_ROLE_FUND_SCORE, offsetof(struct fuhe_fund, score)},
};

static const struct shown_cell indicator_cells[] = {
    {FUHE_ROLE_LEVEL1, offsetof(struct fuhe_indicator, level1)},
    {FUHE_ROLE_LEVEL2, offsetof(struct fuhe_indicator, level2)},
    {FUHE_ROLE_NAME, offsetof(struct fuhe_indicator, name)},
    {FUHE_ROLE_RELATION, offsetof(struct fuhe_indicator, relation)},
    {FUHE_ROLE_TARGET, offsetof(struct fuhe_indicator, target)},
    {FUHE_ROLE_VALUE_UNIT, offsetof(struct fuhe_indicator, unit)},
    {FUHE_ROLE_ADJUSTED, offsetof(struct fuhe_indicator, adjusted)},
    {FUHE_ROLE_ACTUAL, offsetof(struct fuhe_indicator, actual)},
    {FUHE_ROLE_WEIGHT, offsetof(struct fuhe_indicator, weight)},
    {FUHE_ROLE_SCORE, offsetof(struct fuhe_indicator, score)},
    {FUHE_ROLE_REASON, offsetof(struct fuhe_indicator, reason)},
    {FUHE_ROLE_REVIEWED_SCORE, offsetof(struct fuhe_indicator, reviewed_score)},
    {FUHE_ROLE_REVIEWED_REASON, offsetof(struct fuhe_indicator, reviewed_reason)},
};

/* One block of rows: of what struct, where its cells are. */
struct block {
    const struct fuhe_recognised *form;
    const char *rows; /* the first struct */
    size_t row_size;
    size_t row_count;
    const struct shown_cell *cells;
    size_t cell_count;
    enum fuhe_role name; /* the role whose marks say where a row is */
};

enum { ADDRESS_COLUMNS = 3, NUMBER_SIZE = 24, LABEL_COLUMNS = 22 };

struct row_address {
    char row[NUMBER_SIZE];
    char line[NUMBER_SIZE];
    fuhe_text sign;
};

static fuhe_text number_text(char *text, size_t number) {
    return (fuhe_text){text, fuhe_size_format(number, text)};
}

static bool is_of(const struct block *block, enum fuhe_role role) {
    for (size_t i = 0; i < block->cell_count; i++) {
        if (block->cells[i].role == role) {
            return true;
        }
    }
    return false;
}

/* The first mark of a row says where it is, the least sure one of its table row how sure it is. */
static void find_address(const struct block *block, size_t index, struct row_address *address, fuhe_text *cells) {
    const struct fuhe_recognised *form = block->form;
    const struct fuhe_mark *first = NULL;
    enum fuhe_sureness worst = FUHE_SURE_CERTAIN;

    for (size_t i = 0; i < form->mark_count && first == NULL; i++) {
        const struct fuhe_mark *mark = &form->marks[i];
        first = mark->index == index && is_of(block, mark->role) ? mark : NULL;
    }
    for (size_t i = 0; first != NULL && i < form->mark_count; i++) {
        const struct fuhe_mark *mark = &form->marks[i];
        const bool same = mark->row == first->row && mark->grid == first->grid;
        worst = same && mark->sureness > worst ? mark->sureness : worst;
    }
    if (first != NULL) {
        cells[0] = number_text(address->row, first->row + 1U);
        cells[1] = first->line > 0 ? number_text(address->line, first->line) : (fuhe_text){NULL, 0};
    }
    cells[2] = worst == FUHE_SURE_CERTAIN ? (fuhe_text){NULL, 0}
                                          : (worst == FUHE_SURE_LIKELY ? FUHE_TEXT("~") : FUHE_TEXT("?"));
}

static const struct fuhe_cell *cell_at(const struct block *block, size_t row, size_t cell) {
    return (const struct fuhe_cell *)(const void *)(block->rows + row * block->row_size + block->cells[cell].offset);
}

/* The column that most rows have a value of a role in, counted from 1; 0 when there is none. */
static size_t column_of(const struct block *block, enum fuhe_role role) {
    for (size_t i = 0; i < block->form->mark_count; i++) {
        const struct fuhe_mark *mark = &block->form->marks[i];
        if (mark->role == role && mark->why == FUHE_WHY_HEADING) {
            return mark->column + 1U;
        }
    }
    return 0;
}

static bool is_used(const struct block *block, size_t cell) {
    for (size_t row = 0; row < block->row_count; row++) {
        if (cell_at(block, row, cell)->state == FUHE_CELL_TEXT) {
            return true;
        }
    }
    return false;
}

static bool is_of_sheet(const struct block *block) {
    const struct fuhe_grid *grid = block->form->first_grid;

    return grid != NULL && grid->sheet.length > 0;
}

/* Sheets have letters for columns. */
static fuhe_text column_name(const struct block *block, size_t column, char *text) {
    return is_of_sheet(block) ? fuhe_place_letters((uint32_t)column, text) : number_text(text, column);
}

static bool has_lines(const struct block *block) {
    for (size_t i = 0; i < block->form->mark_count; i++) {
        if (block->form->marks[i].line > 0) {
            return true;
        }
    }
    return false;
}

static bool add_headings(struct fuhe_import_table *table, const struct block *block, char (*numbers)[NUMBER_SIZE]) {
    fuhe_text cells[FUHE_IMPORT_COLUMNS_MAX] = {fuhe_text_of(_("row")), fuhe_text_of(_("line")), {NULL, 0}};
    fuhe_text columns[FUHE_IMPORT_COLUMNS_MAX] = {{NULL, 0}};

    if (!has_lines(block)) {
        cells[1] = (fuhe_text){NULL, 0};
    }
    for (size_t i = 0; i < block->cell_count; i++) {
        if (is_used(block, i)) {
            const size_t column = column_of(block, block->cells[i].role);
            cells[ADDRESS_COLUMNS + i] = fuhe_text_of(fuhe_import_role(block->cells[i].role));
            columns[ADDRESS_COLUMNS + i] = column > 0 ? column_name(block, column, numbers[i]) : (fuhe_text){NULL, 0};
        }
    }
    return fuhe_import_table_add(table, cells) && fuhe_import_table_add(table, columns);
}

static bool add_row(struct fuhe_import_table *table, const struct block *block, size_t row,
                    struct row_address *address) {
    fuhe_text cells[FUHE_IMPORT_COLUMNS_MAX] = {{NULL, 0}};

    find_address(block, row, address, cells);
    for (size_t i = 0; i < block->cell_count; i++) {
        cells[ADDRESS_COLUMNS + i] = cell_at(block, row, i)->text;
    }
    return fuhe_import_table_add(table, cells);
}

static bool write_block(struct fuhe_output *output, const struct block *block, const char *heading) {
    static struct row_address addresses[1024]; /* no form has as many rows */
    static char numbers[FUHE_IMPORT_COLUMNS_MAX][NUMBER_SIZE];
    struct fuhe_import_table table = {.columns = ADDRESS_COLUMNS + block->cell_count};
    bool good = true;

    if (block->row_count == 0) {
        return true;
    }
    fuhe_output_string(output, "  ");
    fuhe_output_string(output, heading);
    fuhe_output_char(output, '\n');
    good = add_headings(&table, block, numbers);
    for (size_t row = 0; good && row < block->row_count; row++) {
        good = add_row(&table, block, row, &addresses[row]);
    }
    if (good) {
        fuhe_import_table_write(&table, output, 4);
    }
    fuhe_import_table_release(&table);
    return good;
}

/* --- values of their own ----------------------------------------------------------------------------------------- */

static const struct fuhe_mark *find_mark(const struct fuhe_recognised *form, enum fuhe_role role) {
    for (size_t i = 0; i < form->mark_count; i++) {
        if (form->marks[i].role == role) {
            return &form->marks[i];
        }
    }
    return NULL;
}

static void write_value(struct fuhe_output *output, const struct fuhe_recognised *form, enum fuhe_role role,
                        const struct fuhe_cell *cell) {
    const struct fuhe_mark *mark = find_mark(form, role);

    if (role == FUHE_ROLE_YEAR && mark == NULL) {
        mark = find_mark(form, FUHE_ROLE_TITLE);
    }
    if (cell->state != FUHE_CELL_TEXT) {
        return;
    }
    fuhe_output_string(output, "    ");
    fuhe_width_left(output, fuhe_text_of(fuhe_import_role(role)), LABEL_COLUMNS);
    fuhe_width_wrap(output, cell->text, 4 + LABEL_COLUMNS, fuhe_width_page());
    if (mark != NULL) {
        fuhe_output_string(output, "  [");
        fuhe_import_place(output, mark);
        fuhe_output_char(output, ']');
    }
    fuhe_output_char(output, '\n');
}

static void write_disclosed(struct fuhe_output *output, const struct fuhe_recognised *form) {
    const struct fuhe_disclosed *disclosed = &form->form.disclosed;
    const struct {
        enum fuhe_role role;
        const struct fuhe_cell *cell;
    } figures[] = {{FUHE_ROLE_TOTAL, &disclosed->total},
                   {FUHE_ROLE_BUDGET, &disclosed->budget},
                   {FUHE_ROLE_EXECUTED, &disclosed->executed},
                   {FUHE_ROLE_RATE, &disclosed->rate}};

    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {fuhe_import_number("line", disclosed->place.line, number),
                                               {NULL, {NULL, 0}}};

    if (!disclosed->present) {
        return;
    }
    fuhe_output_string(output, "    ");
    fuhe_width_left(output, fuhe_text_of(fuhe_import_role(FUHE_ROLE_NAME_END)), LABEL_COLUMNS);
    fuhe_width_write(output, disclosed->name.text);
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        fuhe_output_string(output, i == 0 ? _(": ") : _(", "));
        fuhe_output_string(output, fuhe_import_role(figures[i].role));
        fuhe_output_char(output, ' ');
        fuhe_width_write(output, figures[i].cell->text);
    }
    if (disclosed->place.line > 0) {
        fuhe_import_fill(
            output, form->disclosed_by_figures ? _("  [line {line}, by its figures]") : _("  [line {line}]"), words);
    } else if (form->disclosed_by_figures) {
        fuhe_output_string(output, _("  [by its figures]"));
    }
    fuhe_output_char(output, '\n');
}

static bool write_form(struct fuhe_output *output, const struct fuhe_recognised *recognised) {
    const struct fuhe_form *form = &recognised->form;
    const struct block funds = {recognised,          (const char *)form->funds,
                                sizeof *form->funds, form->fund_count,
                                fund_cells,          sizeof fund_cells / sizeof fund_cells[0],
                                FUHE_ROLE_FUND_LABEL};
    const struct block indicators = {recognised,
                                     (const char *)form->indicators,
                                     sizeof *form->indicators,
                                     form->indicator_count,
                                     indicator_cells,
                                     sizeof indicator_cells / sizeof indicator_cells[0],
                                     FUHE_ROLE_NAME};

    fuhe_output_char(output, '\n');
    fuhe_width_write(output, form->id.text);
    fuhe_output_string(output, recognised->needs_look ? _(": a person must look at this form") : "");
    fuhe_output_char(output, '\n');
    write_value(output, recognised, FUHE_ROLE_YEAR, &form->year);
    write_value(output, recognised, FUHE_ROLE_PROJECT, &form->project);
    write_value(output, recognised, FUHE_ROLE_DEPARTMENT, &form->department);
    write_value(output, recognised, FUHE_ROLE_UNIT, &form->unit);
    if (!write_block(output, &funds, _("Funds"))) {
        return false;
    }
    write_value(output, recognised, FUHE_ROLE_EXPECTED, &form->goal_expected);
    write_value(output, recognised, FUHE_ROLE_ACHIEVED, &form->goal_achieved);
    if (!write_block(output, &indicators, _("Indicators"))) {
        return false;
    }
    write_value(output, recognised, FUHE_ROLE_TOTAL, &form->total_claimed);
    write_value(output, recognised, FUHE_ROLE_DEVIATION, &form->total_deviation_rate);
    write_value(output, recognised, FUHE_ROLE_GRADE, &form->total_grade);
    write_disclosed(output, recognised);
    return fuhe_import_write_doubts(output, recognised, true);
}

bool fuhe_import_write_forms(struct fuhe_output *output, const struct fuhe_intake *intake) {
    for (size_t i = 0; i < intake->recognition.form_count; i++) {
        if (!write_form(output, intake->recognition.forms[i])) {
            return false;
        }
    }
    return true;
}
