/* SPDX-License-Identifier: Apache-2.0 */
/* XML of namespace urn:fuhe:review:1 (report/review.xsd): forms, units and failures in the order in which they came,
 * then the summary. */
#include "report/record.h"

static void start_element(struct fuhe_record *record, struct fuhe_report *report, const char *name) {
    fuhe_record_init(record, FUHE_RECORD_XML, report->output);
    fuhe_record_open(record, name);
}

static void end_element(struct fuhe_record *record) {
    fuhe_record_close(record);
    fuhe_output_char(record->output, '\n');
}

static void xml_begin(struct fuhe_report *report) {
    fuhe_output_string(report->output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                       "<review xmlns=\"urn:fuhe:review:1\" engine=\"" FUHE_VERSION "\">\n");
}

static void xml_form(struct fuhe_report *report, const struct fuhe_result *result) {
    struct fuhe_record record;

    start_element(&record, report, "form");
    fuhe_record_form(&record, &report->options, result);
    end_element(&record);
}

static void xml_unit(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                     const struct fuhe_unit_review *review) {
    struct fuhe_record record;

    (void)document;
    start_element(&record, report, "unit");
    fuhe_record_unit(&record, &report->options, file, review);
    end_element(&record);
}

static void xml_failure(struct fuhe_report *report, const char *file, const struct fuhe_error *error) {
    struct fuhe_record record;

    start_element(&record, report, "failure");
    fuhe_record_failure(&record, file, error);
    end_element(&record);
}

static void xml_end(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    struct fuhe_record record;

    start_element(&record, report, "summary");
    fuhe_record_summary(&record, summary);
    end_element(&record);
    fuhe_output_string(report->output, "</review>\n");
}

const struct fuhe_report_format fuhe_report_xml = {"xml", xml_begin, xml_form, xml_unit, xml_failure, xml_end, NULL};
