/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks: sheet by sheet, and the styles that all of them share at the end. */
#include <stdlib.h>

#include "fill/parts.h"
#include "fill/sheet.h"

struct workbook {
    struct fuhe_parts *parts;
    struct fuhe_xlsx_book book;
    struct fuhe_door_document formats; /* what the formats of the book live in */
    struct fuhe_styles styles;
};

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* A workbook without styles shows all numbers as they are. */
static enum fuhe_status read_styles(struct workbook *workbook, struct fuhe_error *err) {
    struct fuhe_parts *parts = workbook->parts;
    struct fuhe_relations relations;
    fuhe_text markup;

    FUHE_TRY(fuhe_relations_read(parts->package, "", parts->arena, &relations, err));
    const struct fuhe_relation *book = fuhe_relations_by_type(&relations, "officeDocument");
    if (book == NULL) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_relations_read(parts->package, book->target, parts->arena, &relations, err));
    const struct fuhe_relation *styles = fuhe_relations_by_type(&relations, "styles");
    if (styles == NULL) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_xlsx_styles_read(&workbook->book, styles->target, err));
    FUHE_TRY(fuhe_parts_load(parts, styles->target, &markup, err));
    workbook->styles.part = styles->target;
    return fuhe_styles_read(&workbook->styles, parts->arena, markup) == FUHE_STATUS_OK ? FUHE_STATUS_OK
                                                                                       : out_of_memory(err);
}

static enum fuhe_status fill_sheet(struct workbook *workbook, struct fuhe_write *writes, size_t count, size_t *formulas,
                                   struct fuhe_error *err) {
    struct fuhe_splices splices = {.arena = workbook->parts->arena};
    const char *part = writes->grid->part;
    fuhe_text markup;

    FUHE_TRY(fuhe_parts_load(workbook->parts, part, &markup, err));
    const enum fuhe_status status = fuhe_fill_sheet(markup, writes, count, &workbook->styles, &splices, formulas);
    if (status == FUHE_STATUS_UNREADABLE) {
        return fuhe_package_complain(err, part, "its cells are not in the order of their places");
    }
    return status == FUHE_STATUS_OK ? fuhe_parts_add(workbook->parts, part, markup, &splices, err) : out_of_memory(err);
}

static int compare_sheets(const void *left, const void *right) {
    const struct fuhe_write *one = left;
    const struct fuhe_write *other = right;

    return (one->grid->number > other->grid->number) - (one->grid->number < other->grid->number);
}

enum fuhe_status fuhe_workbook_fill(struct fuhe_parts *parts, struct fuhe_plan *plan, size_t *formulas,
                                    struct fuhe_error *err) {
    struct workbook workbook = {.parts = parts};

    workbook.formats.arena = parts->arena;
    workbook.book = (struct fuhe_xlsx_book){.package = parts->package, .document = &workbook.formats};
    workbook.styles.formats = &workbook.book.formats;
    if (plan->count == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(read_styles(&workbook, err));
    qsort(plan->items, plan->count, sizeof *plan->items, compare_sheets);
    for (size_t i = 0, next; i < plan->count; i = next) {
        for (next = i + 1; next < plan->count && plan->items[next].grid == plan->items[i].grid;) {
            next++;
        }
        FUHE_TRY(fill_sheet(&workbook, plan->items + i, next - i, formulas, err));
    }
    if (workbook.styles.part == NULL) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_styles_end(&workbook.styles) != FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    return fuhe_parts_add(parts, workbook.styles.part, workbook.styles.markup, &workbook.styles.splices, err);
}
