/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of a text document: rows, cells, runs, lists to choose from and fields. */
#include <string.h>

#include "blank/text.h"

void fuhe_text_mark(struct fuhe_text_form *form, const char *element, const char *value) {
    fuhe_xml_writer_open(form->writer, element);
    if (value != NULL) {
        fuhe_xml_writer_attribute_string(form->writer, "w:val", value);
    }
    fuhe_xml_writer_close(form->writer);
}

static void add_number(struct fuhe_text_form *form, const char *attribute, uint32_t value) {
    char text[FUHE_SIZE_TEXT_SIZE];
    const size_t length = fuhe_size_format(value, text);

    fuhe_xml_writer_attribute(form->writer, attribute, (fuhe_text){text, length});
}

void fuhe_text_number(struct fuhe_text_form *form, const char *element, const char *attribute, uint32_t value) {
    fuhe_xml_writer_open(form->writer, element);
    add_number(form, attribute, value);
    fuhe_xml_writer_close(form->writer);
}

uint32_t fuhe_text_width(const struct fuhe_text_form *form, uint32_t column, uint32_t span) {
    uint32_t width = 0;

    for (uint32_t i = column; i < column + span; i++) {
        width += form->blank->request.has_review ? fuhe_blank_columns[i].broad_twips : fuhe_blank_columns[i].twips;
    }
    return width;
}

/* --- rows and cells ---------------------------------------------------------------------------------------------- */

void fuhe_text_open_row(struct fuhe_text_form *form, uint32_t height) {
    form->line++;
    fuhe_xml_writer_open(form->writer, "w:tr");
    fuhe_xml_writer_open(form->writer, "w:trPr");
    fuhe_text_mark(form, "w:cantSplit", NULL);
    fuhe_xml_writer_open(form->writer, "w:trHeight");
    add_number(form, "w:val", height);
    fuhe_xml_writer_attribute_string(form->writer, "w:hRule", "atLeast");
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_close(form->writer);
}

void fuhe_text_close_row(struct fuhe_text_form *form) {
    fuhe_xml_writer_close(form->writer);
}

static void write_cell_properties(struct fuhe_text_form *form, const struct fuhe_text_cell *cell) {
    fuhe_xml_writer_open(form->writer, "w:tcPr");
    fuhe_xml_writer_open(form->writer, "w:tcW");
    add_number(form, "w:w", fuhe_text_width(form, cell->column, cell->span));
    fuhe_xml_writer_attribute_string(form->writer, "w:type", "dxa");
    fuhe_xml_writer_close(form->writer);
    if (cell->span > 1) {
        fuhe_text_number(form, "w:gridSpan", "w:val", cell->span);
    }
    if (cell->merge != FUHE_MERGE_NONE) {
        fuhe_text_mark(form, "w:vMerge", cell->merge == FUHE_MERGE_FIRST ? "restart" : NULL);
    }
    fuhe_text_mark(form, "w:vAlign", "center");
    fuhe_xml_writer_close(form->writer);
}

void fuhe_text_open_cell(struct fuhe_text_form *form, struct fuhe_text_cell cell) {
    fuhe_xml_writer_open(form->writer, "w:tc");
    write_cell_properties(form, &cell);
    fuhe_xml_writer_open(form->writer, "w:p");
    if (!cell.left) {
        fuhe_xml_writer_open(form->writer, "w:pPr");
        fuhe_text_mark(form, "w:jc", "center");
        fuhe_xml_writer_close(form->writer);
    }
}

void fuhe_text_close_cell(struct fuhe_text_form *form) {
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_close(form->writer);
}

void fuhe_text_put(struct fuhe_text_form *form, struct fuhe_text_cell cell, const char *text) {
    fuhe_text_open_cell(form, cell);
    fuhe_text_run(form, text, cell.label);
    fuhe_text_close_cell(form);
}

/* --- runs -------------------------------------------------------------------------------------------------------- */

static void write_piece(struct fuhe_text_form *form, const char *element, fuhe_text text) {
    fuhe_xml_writer_open(form->writer, element);
    fuhe_xml_writer_attribute_string(form->writer, "xml:space", "preserve");
    fuhe_xml_writer_text(form->writer, text);
    fuhe_xml_writer_close(form->writer);
}

void fuhe_text_run(struct fuhe_text_form *form, const char *text, bool bold) {
    const char *end = strchr(text, '\n');

    if (text[0] == '\0') {
        return;
    }
    fuhe_xml_writer_open(form->writer, "w:r");
    if (bold) {
        fuhe_xml_writer_open(form->writer, "w:rPr");
        fuhe_text_mark(form, "w:b", NULL);
        fuhe_xml_writer_close(form->writer);
    }
    for (; end != NULL; text = end + 1, end = strchr(text, '\n')) {
        write_piece(form, "w:t", (fuhe_text){text, (size_t)(end - text)});
        fuhe_text_mark(form, "w:br", NULL);
    }
    write_piece(form, "w:t", fuhe_text_of(text));
    fuhe_xml_writer_close(form->writer);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

void fuhe_text_choice(struct fuhe_text_form *form, const char *title, const char *const *choices, size_t count,
                      const char *shown) {
    fuhe_xml_writer_open(form->writer, "w:sdt");
    fuhe_xml_writer_open(form->writer, "w:sdtPr");
    fuhe_text_mark(form, "w:alias", title);
    fuhe_xml_writer_open(form->writer, "w:dropDownList");
    for (size_t i = 0; i < count; i++) {
        fuhe_xml_writer_open(form->writer, "w:listItem");
        fuhe_xml_writer_attribute_string(form->writer, "w:displayText", choices[i]);
        fuhe_xml_writer_attribute_string(form->writer, "w:value", choices[i]);
        fuhe_xml_writer_close(form->writer);
    }
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_open(form->writer, "w:sdtContent");
    fuhe_text_run(form, shown, false);
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_close(form->writer);
}

/* --- fields ------------------------------------------------------------------------------------------------------ */

static void write_field_mark(struct fuhe_text_form *form, const char *kind) {
    fuhe_xml_writer_open(form->writer, "w:r");
    fuhe_xml_writer_open(form->writer, "w:fldChar");
    fuhe_xml_writer_attribute_string(form->writer, "w:fldCharType", kind);
    fuhe_xml_writer_close(form->writer);
    fuhe_xml_writer_close(form->writer);
}

static void write_code(struct fuhe_text_form *form, const char *code) {
    fuhe_xml_writer_open(form->writer, "w:r");
    write_piece(form, "w:instrText", fuhe_text_of(code));
    fuhe_xml_writer_close(form->writer);
}

static void finish_field(struct fuhe_text_form *form, const char *shown) {
    write_field_mark(form, "separate");
    fuhe_text_run(form, shown, false);
    write_field_mark(form, "end");
}

void fuhe_text_field(struct fuhe_text_form *form, const char *formula, const char *shown) {
    write_field_mark(form, "begin");
    write_code(form, formula);
    finish_field(form, shown);
}

void fuhe_text_compare(struct fuhe_text_form *form, const struct fuhe_text_comparison *comparison) {
    write_field_mark(form, "begin");
    write_code(form, " IF ");
    fuhe_text_field(form, comparison->formula, "");
    write_code(form, " = ");
    write_code(form, comparison->number);
    write_code(form, " \"");
    write_code(form, comparison->same);
    write_code(form, "\" \"");
    write_code(form, comparison->other);
    fuhe_text_field(form, comparison->formula, "");
    write_code(form, "\" ");
    finish_field(form, "");
}
