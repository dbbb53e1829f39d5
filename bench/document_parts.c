/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of packages as office programs write them, with the attributes that they leave on everything, and without
 * parts that have nothing to do with tables. */
#include <stdio.h>
#include <string.h>

#include "bench/document_maker.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/"
#define TYPES "application/vnd.openxmlformats-officedocument."
#define RELATION(id, type, target)                                                                                     \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE "officeDocument/2006/relationships/" type "\" Target=\"" target "\"/" \
    ">"
#define RELATIONS(items)                                                                                               \
    DECLARATION "<Relationships xmlns=\"" OFFICE "package/2006/relationships\">" items "</Relationships>"
#define CONTENT_TYPES(overrides)                                                                                       \
    DECLARATION "<Types xmlns=\"" OFFICE "package/2006/content-types\"><Default Extension=\"rels\" ContentType="       \
                "\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "            \
                "ContentType=\"application/xml\"/>" overrides "</Types>"
#define OVERRIDE(name, type) "<Override PartName=\"" name "\" ContentType=\"" TYPES type "+xml\"/>"

static bool is_number(const char *text) {
    return text[0] != '\0' && strspn(text, "0123456789.") == strlen(text);
}

/* --- xlsx --- */

/* A text has the number of the first cell that says it. */
static size_t string_number(const struct form_table *table, size_t index) {
    size_t number = 0;

    for (size_t i = 0; i < index; i++) {
        if (strcmp(table->cells[i].text, table->cells[index].text) == 0) {
            return string_number(table, i);
        }
    }
    for (size_t i = 0; i < index; i++) {
        bool first = !is_number(table->cells[i].text);
        for (size_t before = 0; before < i && first; before++) {
            first = strcmp(table->cells[before].text, table->cells[i].text) != 0;
        }
        number += first;
    }
    return number;
}

static void write_strings(const struct form_table *table, struct text_buffer *buffer) {
    size_t next = 0;

    text_buffer_put(buffer, DECLARATION "<sst xmlns=\"" OFFICE "spreadsheetml/2006/main\">");
    for (size_t i = 0; i < table->count; i++) {
        if (!is_number(table->cells[i].text) && string_number(table, i) == next) {
            text_buffer_print(buffer, "<si><t>%s</t><phoneticPr fontId=\"1\" type=\"noConversion\"/></si>",
                              table->cells[i].text);
            next++;
        }
    }
    text_buffer_put(buffer, "</sst>");
}

static void write_sheet_cell(const struct form_table *table, int row, int column, struct text_buffer *buffer) {
    const struct table_cell *cell = form_table_at(table, row, column);

    text_buffer_print(buffer, "<c r=\"%c%d\" s=\"%d\"", 'A' + column, row + 1, column + 1);
    if (cell == NULL || !table_cell_begins(cell, row, column) || cell->text[0] == '\0') {
        text_buffer_put(buffer, "/>");
    } else if (is_number(cell->text)) {
        text_buffer_print(buffer, "><v>%s</v></c>", cell->text);
    } else {
        text_buffer_print(buffer, " t=\"s\"><v>%zu</v></c>", string_number(table, (size_t)(cell - table->cells)));
    }
}

static void write_sheet(const struct form_table *table, struct text_buffer *buffer) {
    text_buffer_put(buffer, DECLARATION "<worksheet xmlns=\"" OFFICE "spreadsheetml/2006/main\"><sheetData>");
    for (int row = 0; row < table->rows; row++) {
        text_buffer_print(buffer, "<row r=\"%d\" spans=\"1:9\" ht=\"24\" customHeight=\"1\">", row + 1);
        for (int column = 0; column < TABLE_COLUMNS; column++) {
            write_sheet_cell(table, row, column, buffer);
        }
        text_buffer_put(buffer, "</row>");
    }
    text_buffer_put(buffer, "</sheetData><mergeCells>");
    for (size_t i = 0; i < table->count; i++) {
        const struct table_cell *cell = &table->cells[i];
        if (cell->row_span > 1 || cell->column_span > 1) {
            text_buffer_print(buffer, "<mergeCell ref=\"%c%d:%c%d\"/>", 'A' + cell->column, cell->row + 1,
                              'A' + cell->column + cell->column_span - 1, cell->row + cell->row_span);
        }
    }
    text_buffer_put(buffer, "</mergeCells></worksheet>");
}

static void write_styles(const struct form_table *table, struct text_buffer *buffer) {
    (void)table;
    text_buffer_put(buffer, DECLARATION "<styleSheet xmlns=\"" OFFICE "spreadsheetml/2006/main\"><fonts count=\"2\">"
                                        "<font><sz val=\"11\"/><name val=\"宋体\"/></font><font><sz val=\"12\"/><name "
                                        "val=\"仿宋\"/></font></fonts><cellXfs count=\"12\">");
    for (int i = 0; i < 12; i++) {
        text_buffer_print(buffer,
                          "<xf numFmtId=\"0\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
                          "applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"
                          "</xf>",
                          i % 2);
    }
    text_buffer_put(buffer, "</cellXfs></styleSheet>");
}

const struct document_part document_xlsx_parts[] = {
    {"[Content_Types].xml",
     CONTENT_TYPES(OVERRIDE("/xl/workbook.xml", "spreadsheetml.sheet.main") OVERRIDE(
         "/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet") OVERRIDE("/xl/styles.xml", "spreadsheetml.styles")
                       OVERRIDE("/xl/sharedStrings.xml", "spreadsheetml.sharedStrings")),
     NULL},
    {"_rels/.rels", RELATIONS(RELATION("rId1", "officeDocument", "xl/workbook.xml")), NULL},
    {"xl/workbook.xml",
     DECLARATION "<workbook xmlns=\"" OFFICE "spreadsheetml/2006/main\" xmlns:r=\"" OFFICE
                 "officeDocument/2006/relationships\"><sheets><sheet name=\"自评表\" sheetId=\"1\" r:id=\"rId1\"/>"
                 "</sheets></workbook>",
     NULL},
    {"xl/_rels/workbook.xml.rels",
     RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml") RELATION("rId2", "styles", "styles.xml")
                   RELATION("rId3", "sharedStrings", "sharedStrings.xml")),
     NULL},
    {"xl/worksheets/sheet1.xml", NULL, write_sheet},
    {"xl/styles.xml", NULL, write_styles},
    {"xl/sharedStrings.xml", NULL, write_strings},
    {NULL, NULL, NULL},
};

/* --- docx --- */

#define RUN_STYLE                                                                                                        \
    "<w:rPr><w:rFonts w:ascii=\"仿宋\" w:eastAsia=\"仿宋\" w:hAnsi=\"仿宋\" w:cs=\"宋体\" w:hint=\"eastAsia\"/>" \
    "<w:kern w:val=\"0\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>"

static void write_document_cell(const struct table_cell *cell, bool begins, struct text_buffer *buffer) {
    text_buffer_put(buffer, "<w:tc><w:tcPr><w:tcW w:w=\"1020\" w:type=\"dxa\"/>");
    if (cell != NULL && cell->column_span > 1) {
        text_buffer_print(buffer, "<w:gridSpan w:val=\"%d\"/>", cell->column_span);
    }
    if (cell != NULL && cell->row_span > 1) {
        text_buffer_put(buffer, begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    }
    text_buffer_put(buffer,
                    "<w:vAlign w:val=\"center\"/></w:tcPr><w:p w:rsidR=\"00A77B3E\" w:rsidRDefault=\"00B64D2F\">"
                    "<w:pPr><w:widowControl/><w:jc w:val=\"center\"/>" RUN_STYLE "</w:pPr>");
    if (cell != NULL && begins && cell->text[0] != '\0') {
        text_buffer_print(buffer, "<w:r>" RUN_STYLE "<w:t>%s</w:t></w:r>", cell->text);
    }
    text_buffer_put(buffer, "</w:p></w:tc>");
}

static void write_document(const struct form_table *table, struct text_buffer *buffer) {
    text_buffer_put(buffer, DECLARATION "<w:document xmlns:w=\"" OFFICE "wordprocessingml/2006/main\" xmlns:r=\"" OFFICE
                                        "officeDocument/2006/relationships\"><w:body><w:tbl><w:tblPr><w:tblW w:w=\"9180"
                                        "\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>");
    for (int column = 0; column < TABLE_COLUMNS; column++) {
        text_buffer_put(buffer, "<w:gridCol w:w=\"1020\"/>");
    }
    text_buffer_put(buffer, "</w:tblGrid>");
    for (int row = 0; row < table->rows; row++) {
        text_buffer_put(buffer, "<w:tr w:rsidR=\"00A77B3E\"><w:trPr><w:trHeight w:val=\"400\"/></w:trPr>");
        for (int column = 0; column < TABLE_COLUMNS;) {
            const struct table_cell *cell = form_table_at(table, row, column);
            write_document_cell(cell, cell != NULL && cell->row == row, buffer);
            column += cell == NULL ? 1 : cell->column_span;
        }
        text_buffer_put(buffer, "</w:tr>");
    }
    text_buffer_put(buffer, "</w:tbl><w:p/></w:body></w:document>");
}

const struct document_part document_docx_parts[] = {
    {"[Content_Types].xml", CONTENT_TYPES(OVERRIDE("/word/document.xml", "wordprocessingml.document.main")), NULL},
    {"_rels/.rels", RELATIONS(RELATION("rId1", "officeDocument", "word/document.xml")), NULL},
    {"word/document.xml", NULL, write_document},
    {NULL, NULL, NULL},
};

/* --- OpenDocument --- */

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
#define ODF_CONTENT                                                                                                    \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content xmlns:office=\"" ODF                         \
    "office:1.0\" xmlns:table=\"" ODF "table:1.0\" xmlns:text=\"" ODF                                                  \
    "text:1.0\" office:version=\"1.3\"><office:body>"
#define ODF_MANIFEST(kind)                                                                                             \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"" ODF                             \
    "manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type="       \
    "\"application/vnd.oasis.opendocument." kind "\"/><manifest:file-entry manifest:full-path=\"content.xml\" "        \
    "manifest:media-type=\"text/xml\"/></manifest:manifest>"

static void write_open_cell(const struct table_cell *cell, bool begins, struct text_buffer *buffer) {
    if (cell != NULL && !begins) {
        text_buffer_put(buffer, "<table:covered-table-cell table:style-name=\"ce1\"/>");
        return;
    }
    text_buffer_put(buffer, "<table:table-cell table:style-name=\"ce1\"");
    if (cell != NULL && (cell->row_span > 1 || cell->column_span > 1)) {
        text_buffer_print(buffer, " table:number-columns-spanned=\"%d\" table:number-rows-spanned=\"%d\"",
                          cell->column_span, cell->row_span);
    }
    if (cell == NULL || cell->text[0] == '\0') {
        text_buffer_put(buffer, "/>");
    } else if (is_number(cell->text)) {
        text_buffer_print(buffer,
                          " office:value-type=\"float\" office:value=\"%s\"><text:p text:style-name=\"P1\">%s</text:p>"
                          "</table:table-cell>",
                          cell->text, cell->text);
    } else {
        text_buffer_print(buffer,
                          " office:value-type=\"string\"><text:p text:style-name=\"P1\">%s</text:p></table:table-cell>",
                          cell->text);
    }
}

static void write_open_table(const struct form_table *table, struct text_buffer *buffer) {
    text_buffer_put(buffer, "<table:table table:name=\"自评表\" table:style-name=\"ta1\"><table:table-column "
                            "table:style-name=\"co1\" table:number-columns-repeated=\"9\"/>");
    for (int row = 0; row < table->rows; row++) {
        text_buffer_put(buffer, "<table:table-row table:style-name=\"ro1\">");
        for (int column = 0; column < TABLE_COLUMNS; column++) {
            const struct table_cell *cell = form_table_at(table, row, column);
            write_open_cell(cell, cell != NULL && table_cell_begins(cell, row, column), buffer);
        }
        text_buffer_put(buffer, "</table:table-row>");
    }
    text_buffer_put(buffer, "</table:table>");
}

static void write_ods(const struct form_table *table, struct text_buffer *buffer) {
    text_buffer_put(buffer, ODF_CONTENT "<office:spreadsheet>");
    write_open_table(table, buffer);
    text_buffer_put(buffer, "</office:spreadsheet></office:body></office:document-content>");
}

static void write_odt(const struct form_table *table, struct text_buffer *buffer) {
    text_buffer_put(buffer, ODF_CONTENT "<office:text>");
    write_open_table(table, buffer);
    text_buffer_put(buffer, "</office:text></office:body></office:document-content>");
}

const struct document_part document_ods_parts[] = {
    {"mimetype", "application/vnd.oasis.opendocument.spreadsheet", NULL},
    {"META-INF/manifest.xml", ODF_MANIFEST("spreadsheet"), NULL},
    {"content.xml", NULL, write_ods},
    {NULL, NULL, NULL},
};

const struct document_part document_odt_parts[] = {
    {"mimetype", "application/vnd.oasis.opendocument.text", NULL},
    {"META-INF/manifest.xml", ODF_MANIFEST("text"), NULL},
    {"content.xml", NULL, write_odt},
    {NULL, NULL, NULL},
};
