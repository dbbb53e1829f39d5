/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks (.xlsx): which sheets there are, in their order, then each by itself. Hidden sheets are left out and
 * counted: nobody sees them who looks at the document. Macros, links to other files and what is no sheet of cells are
 * not read. */
#include "doors/door_xlsx.h"

#include <string.h>

#include "doors/door.h"

static const char *const types[] = {"spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml",
                                    "ms-excel.sheet.macroenabled.main+xml", "ms-excel.template.macroenabled.main+xml",
                                    NULL};

static bool recognises(fuhe_text bytes) {
    return fuhe_package_is_of_type(bytes, types);
}

/* --- the workbook --- */

enum { SHEETS_MAX = 1000 };

struct sheet {
    fuhe_text name;
    fuhe_text relation;
    bool hidden;
};

struct workbook {
    struct fuhe_xlsx_book *book;
    struct sheet *sheets;
    size_t count;
    size_t capacity;
};

static enum fuhe_status add_sheet(struct workbook *workbook, const struct fuhe_tag *tag) {
    struct fuhe_arena *arena = workbook->book->document->arena;
    const fuhe_text state = fuhe_tag_attribute(tag, "state");
    struct sheet sheet = {.hidden = state.length > 0 && !fuhe_text_equals(state, FUHE_TEXT("visible"))};
    void *items = workbook->sheets;

    FUHE_TRY(fuhe_arena_grow(arena, &items, workbook->count, &workbook->capacity, sizeof sheet));
    workbook->sheets = items;
    FUHE_TRY(fuhe_arena_copy(arena, fuhe_tag_attribute(tag, "name"), &sheet.name));
    FUHE_TRY(fuhe_arena_copy(arena, fuhe_tag_attribute(tag, "id"), &sheet.relation));
    workbook->sheets[workbook->count++] = sheet;
    return FUHE_STATUS_OK;
}

static enum fuhe_status begin_element(void *context, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct workbook *workbook = context;

    if (strcmp(tag->name, "workbookPr") == 0) {
        const fuhe_text from_1904 = fuhe_tag_attribute(tag, "date1904");
        workbook->book->days_from_1904 =
            fuhe_text_equals(from_1904, FUHE_TEXT("1")) || fuhe_text_equals(from_1904, FUHE_TEXT("true"));
    }
    if (strcmp(tag->name, "sheet") != 0) {
        return FUHE_STATUS_OK;
    }
    if (workbook->count == SHEETS_MAX) {
        return fuhe_package_complain(err, NULL, "it has more than 1000 sheets");
    }
    return add_sheet(workbook, tag) == FUHE_STATUS_OK
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status read_sheets(const struct workbook *workbook, const char *part, struct fuhe_error *err) {
    struct fuhe_xlsx_book *book = workbook->book;

    for (size_t i = 0; i < workbook->count; i++) {
        const struct sheet *sheet = &workbook->sheets[i];
        const struct fuhe_relation *relation = fuhe_relations_by_id(&book->relations, sheet->relation);
        if (relation == NULL) {
            return fuhe_package_complain(err, part, "a sheet leads to no part");
        }
        if (!fuhe_text_equals(relation->type, FUHE_TEXT("worksheet"))) {
            continue; /* a chart */
        }
        if (sheet->hidden) {
            book->document->hidden_sheets++;
            continue;
        }
        FUHE_TRY(fuhe_xlsx_sheet_read(book, relation->target, sheet->name, err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_book(struct fuhe_xlsx_book *book, struct fuhe_error *err) {
    const struct fuhe_part_events events = {.begin = begin_element};
    struct workbook workbook = {.book = book};
    struct fuhe_relations relations;

    FUHE_TRY(fuhe_relations_read(book->package, "", book->document->arena, &relations, err));
    const struct fuhe_relation *main_part = fuhe_relations_by_type(&relations, "officeDocument");
    if (main_part == NULL) {
        return fuhe_package_complain(err, "_rels/.rels", "it does not say which part is the workbook");
    }
    const char *part = main_part->target;
    FUHE_TRY(fuhe_relations_read(book->package, part, book->document->arena, &book->relations, err));
    FUHE_TRY(fuhe_part_read(book->package, part, &events, &workbook, err));
    const struct fuhe_relation *strings = fuhe_relations_by_type(&book->relations, "sharedStrings");
    const struct fuhe_relation *styles = fuhe_relations_by_type(&book->relations, "styles");
    if (strings != NULL) {
        FUHE_TRY(fuhe_xlsx_strings_read(book, strings->target, err));
    }
    if (styles != NULL) {
        FUHE_TRY(fuhe_xlsx_styles_read(book, styles->target, err));
    }
    return read_sheets(&workbook, part, err);
}

static enum fuhe_status read_document(fuhe_text bytes, struct fuhe_door_document *document, struct fuhe_error *err) {
    struct fuhe_xlsx_book book = {.document = document};

    FUHE_TRY(fuhe_package_open(bytes, &book.package, err));
    const enum fuhe_status status = read_book(&book, err);
    fuhe_package_close(book.package);
    return status;
}

const struct fuhe_door fuhe_door_xlsx = {"xlsx", recognises, read_document};
