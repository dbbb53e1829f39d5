/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_DOOR_XLSX_H
#define FUHE_DOORS_DOOR_XLSX_H

#include "doors/grid.h"
#include "doors/part.h"
#include "doors/text_builder.h"

/* What the sheets of a workbook share. */
struct fuhe_xlsx_shared {
    fuhe_text text;
    enum fuhe_struck struck;
};

struct fuhe_xlsx_texts {
    struct fuhe_xlsx_shared *items;
    size_t count;
    size_t capacity;
};

struct fuhe_xlsx_book {
    struct fuhe_package *package;
    struct fuhe_door_document *document;
    struct fuhe_relations relations; /* of the workbook */
    struct fuhe_xlsx_texts strings;
    struct fuhe_xlsx_texts formats; /* the code of each style, and whether its font is crossed out */
    bool days_from_1904;
    size_t text_bytes; /* of all cells so far */
};

FUHE_MUST_USE enum fuhe_status fuhe_xlsx_texts_add(struct fuhe_xlsx_texts *texts, struct fuhe_arena *arena,
                                                   const struct fuhe_xlsx_shared *shared, struct fuhe_error *err);

FUHE_MUST_USE enum fuhe_status fuhe_xlsx_strings_read(struct fuhe_xlsx_book *book, const char *part,
                                                      struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_xlsx_styles_read(struct fuhe_xlsx_book *book, const char *part,
                                                     struct fuhe_error *err);

/* Reads a sheet into one grid, whose rows and columns are those of the sheet. */
FUHE_MUST_USE enum fuhe_status fuhe_xlsx_sheet_read(struct fuhe_xlsx_book *book, const char *part, fuhe_text name,
                                                    struct fuhe_error *err);

/* "G17" at *at, counted from 0; false when there is none, or it is beyond any sheet. */
bool fuhe_xlsx_reference_parse(fuhe_text text, size_t *at, uint32_t *row, uint32_t *column);

/* The text of a string or a cell, from the elements in it; begins with zeros. */
struct fuhe_xlsx_text {
    struct fuhe_text_builder builder; /* that stands */
    struct fuhe_text_builder struck;  /* that is crossed out */
    size_t pronounced;                /* depth of elements that say how it is pronounced */
    bool in_value;
    bool is_crossed; /* the run at hand */
    bool is_raised;
    bool is_apart; /* how the text before is held */
};

void fuhe_xlsx_text_release(struct fuhe_xlsx_text *text);
void fuhe_xlsx_text_clear(struct fuhe_xlsx_text *text);
void fuhe_xlsx_text_begin(struct fuhe_xlsx_text *text, const struct fuhe_tag *tag);
void fuhe_xlsx_text_end(struct fuhe_xlsx_text *text, const char *name);
void fuhe_xlsx_text_add(struct fuhe_xlsx_text *text, fuhe_text more);

/* It on one line: line breaks are spaces, and several spaces are one. Nothing is added behind this. */
struct fuhe_xlsx_shared fuhe_xlsx_text_line(struct fuhe_xlsx_text *text);

#endif
