/* SPDX-License-Identifier: Apache-2.0 */
/* Writes forms as they were read: a cell that is absent is left out, one that is blank is written empty. */
#include "xml/form_writer.h"

#include <stdlib.h>

#include "engine/place.h"
#include "xml/form_vocabulary.h"
#include "xml/xml_writer.h"

struct fuhe_form_writer {
    struct fuhe_xml_writer *xml;
    const struct fuhe_document *document;
    bool many;
    bool statement_written;
};

static const struct fuhe_cell *cell_of(const void *record, const struct fuhe_sax_attribute *attribute) {
    return (const struct fuhe_cell *)(const void *)((const char *)record + attribute->cell);
}

static bool is_present(const struct fuhe_cell *cell) {
    return cell->state != FUHE_CELL_ABSENT;
}

static bool any_present(const struct fuhe_sax_attribute *cells, const void *record) {
    while (cells->name != NULL && !is_present(cell_of(record, cells))) {
        cells++;
    }
    return cells->name != NULL;
}

static void write_attributes(struct fuhe_xml_writer *xml, const struct fuhe_sax_attribute *cells, const void *record) {
    for (; cells->name != NULL; cells++) {
        const struct fuhe_cell *cell = cell_of(record, cells);
        if (is_present(cell)) {
            fuhe_xml_writer_attribute(xml, cells->name, cell->text);
        }
    }
}

/* An element with attributes only. */
static void write_empty(struct fuhe_xml_writer *xml, const char *element, const struct fuhe_sax_attribute *cells,
                        const void *record) {
    fuhe_xml_writer_open(xml, element);
    write_attributes(xml, cells, record);
    fuhe_xml_writer_close(xml);
}

static void write_text(struct fuhe_xml_writer *xml, const char *element, const struct fuhe_cell *cell) {
    if (is_present(cell)) {
        fuhe_xml_writer_element(xml, element, cell->text);
    }
}

static void write_funds(struct fuhe_xml_writer *xml, const struct fuhe_form *form) {
    if (form->fund_count == 0 && !is_present(&form->funds_unit)) {
        return;
    }
    fuhe_xml_writer_open(xml, "funds");
    write_attributes(xml, fuhe_funds_cells, form);
    for (size_t i = 0; i < form->fund_count; i++) {
        write_empty(xml, "fund", fuhe_fund_cells, &form->funds[i]);
    }
    fuhe_xml_writer_close(xml);
}

static void write_goal(struct fuhe_xml_writer *xml, const struct fuhe_form *form) {
    if (!is_present(&form->goal_expected) && !is_present(&form->goal_achieved)) {
        return;
    }
    fuhe_xml_writer_open(xml, "goal");
    write_text(xml, "expected", &form->goal_expected);
    write_text(xml, "achieved", &form->goal_achieved);
    fuhe_xml_writer_close(xml);
}

static void write_indicator(struct fuhe_xml_writer *xml, const struct fuhe_indicator *indicator) {
    fuhe_xml_writer_open(xml, "indicator");
    write_attributes(xml, fuhe_indicator_cells, indicator);
    if (is_present(&indicator->target) || any_present(fuhe_target_cells, indicator)) {
        fuhe_xml_writer_open(xml, "target");
        write_attributes(xml, fuhe_target_cells, indicator);
        fuhe_xml_writer_text(xml, indicator->target.text);
        fuhe_xml_writer_close(xml);
    }
    write_text(xml, "actual", &indicator->actual);
    write_text(xml, "reason", &indicator->reason);
    if (any_present(fuhe_reviewed_cells, indicator)) {
        write_empty(xml, "reviewed", fuhe_reviewed_cells, indicator);
    }
    fuhe_xml_writer_close(xml);
}

static void write_indicators(struct fuhe_xml_writer *xml, const struct fuhe_form *form) {
    if (form->indicator_count == 0) {
        return;
    }
    fuhe_xml_writer_open(xml, "indicators");
    for (size_t i = 0; i < form->indicator_count; i++) {
        write_indicator(xml, &form->indicators[i]);
    }
    fuhe_xml_writer_close(xml);
}

static void write_disclosed(struct fuhe_xml_writer *xml, const struct fuhe_disclosed *disclosed) {
    if (disclosed->present) {
        fuhe_xml_writer_open(xml, "disclosed");
        write_attributes(xml, fuhe_disclosed_cells, disclosed);
        fuhe_xml_writer_text(xml, disclosed->text.text);
        fuhe_xml_writer_close(xml);
    }
}

/* A form out of a document says where its doubts are; one out of XML says what stands there. */
static void write_doubt(struct fuhe_xml_writer *xml, const struct fuhe_form *form, const struct fuhe_doubt *doubt) {
    struct fuhe_doubt written = *doubt;
    char text[FUHE_PLACE_ADDRESS_SIZE];

    if (!is_present(&written.at) && fuhe_place_is_of_table(doubt->place)) {
        written.at = (struct fuhe_cell){fuhe_place_address(form, doubt->place, text), {0}, FUHE_CELL_TEXT};
    }
    write_empty(xml, "doubt", fuhe_doubt_cells, &written);
}

static void write_doubts(struct fuhe_xml_writer *xml, const struct fuhe_form *form) {
    if (form->doubt_count == 0) {
        return;
    }
    fuhe_xml_writer_open(xml, "doubts");
    for (size_t i = 0; i < form->doubt_count; i++) {
        write_doubt(xml, form, &form->doubts[i]);
    }
    fuhe_xml_writer_close(xml);
}

/* The statement may become known only behind the forms, when they are written as they are read. */
static void write_statement(struct fuhe_form_writer *writer) {
    const struct fuhe_document *document = writer->document;

    if (writer->many && document != NULL && document->statement.present && !writer->statement_written) {
        write_empty(writer->xml, "statement", fuhe_statement_cells, &document->statement);
        writer->statement_written = true;
    }
}

struct fuhe_form_writer *fuhe_form_writer_new(struct fuhe_output *output, const struct fuhe_document *document,
                                              bool many) {
    struct fuhe_form_writer *writer = calloc(1, sizeof *writer);

    if (writer == NULL) {
        return NULL;
    }
    writer->document = document;
    writer->many = many;
    writer->xml = fuhe_xml_writer_new(output);
    if (writer->xml == NULL) {
        free(writer);
        return NULL;
    }
    if (many) {
        fuhe_xml_writer_open(writer->xml, "forms");
        fuhe_xml_writer_attribute_string(writer->xml, "xmlns", FUHE_FORM_NAMESPACE);
        if (document != NULL) {
            write_attributes(writer->xml, fuhe_forms_cells, document);
        }
        write_statement(writer);
    }
    return writer;
}

void fuhe_form_writer_write(struct fuhe_form_writer *writer, const struct fuhe_form *form) {
    struct fuhe_xml_writer *xml = writer->xml;

    fuhe_xml_writer_open(xml, "form");
    if (!writer->many) {
        fuhe_xml_writer_attribute_string(xml, "xmlns", FUHE_FORM_NAMESPACE);
    }
    write_attributes(xml, fuhe_form_cells, form);
    write_text(xml, "project", &form->project);
    write_text(xml, "department", &form->department);
    write_text(xml, "unit", &form->unit);
    write_funds(xml, form);
    write_goal(xml, form);
    write_indicators(xml, form);
    if (form->has_total) {
        write_empty(xml, "total", fuhe_total_cells, form);
    }
    write_disclosed(xml, &form->disclosed);
    write_doubts(xml, form);
    fuhe_xml_writer_close(xml);
}

enum fuhe_status fuhe_form_writer_end(struct fuhe_form_writer *writer, struct fuhe_error *err) {
    if (writer == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    write_statement(writer);
    const enum fuhe_status status = fuhe_xml_writer_end(writer->xml, err);
    free(writer);
    return status;
}
