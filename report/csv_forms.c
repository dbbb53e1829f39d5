/* SPDX-License-Identifier: Apache-2.0 */
/* CSV with one line a form, for overviews of many forms: who, what was claimed, what stands, what was found. The other
 * tables have a line an indicator (csv.c) and a line a finding (csv_findings.c). */
#include "engine/risk.h"
#include "report/csv_cell.h"
#include "report/place.h"
#include "report/report.h"

typedef void (*column_writer)(struct fuhe_output *output, const struct fuhe_result *result);

static void column_file(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_text(output, fuhe_text_of(result->file));
}

static void column_number(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_output_size(output, result->number + 1);
}

static void column_line(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_output_size(output, fuhe_place_line(result->form->place));
}

static void column_address(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_address(output, result->form, result->form->place);
}

static void column_id(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_text(output, result->form->id.text);
}

static void column_year(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_text(output, result->form->year.text);
}

static void column_department(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_text(output, result->form->department.text);
}

static void column_unit(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_text(output, result->form->unit.text);
}

static void column_project(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_text(output, result->form->project.text);
}

static void column_rules(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_text(output, result->review.pack->id);
}

static void column_rules_version(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_text(output, result->review.pack->version);
}

static void column_rules_hash(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_output_text(output, result->review.pack->hash);
}

static void column_state(struct fuhe_output *output, const struct fuhe_result *result) {
    static const char *const states[] = {
        [FUHE_REVIEW_SCORED] = "scored", [FUHE_REVIEW_PARTIAL] = "partial", [FUHE_REVIEW_UNSCORED] = "unscored"};

    fuhe_output_string(output, states[result->review.state]);
}

static void column_claimed(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_claim(output, &result->review.totals.claimed);
}

static void column_verified(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_decimal(output, result->review.state != FUHE_REVIEW_UNSCORED, result->review.totals.verified);
}

static void column_points(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_decimal(output, result->review.totals.has_deviation, result->review.totals.deviation_points);
}

static void column_rate(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_csv_decimal(output, result->review.totals.has_deviation_rate, result->review.totals.deviation_rate);
}

static void column_grade_claimed(struct fuhe_output *output, const struct fuhe_result *result) {
    const struct fuhe_pack *pack = result->review.pack;
    const size_t grade = fuhe_review_claimed_grade(&result->review);

    if (grade < pack->grade_count) {
        fuhe_csv_text(output, pack->grades[grade].id);
    }
}

static void column_grade(struct fuhe_output *output, const struct fuhe_result *result) {
    const struct fuhe_grading *grading = &result->review.grading;

    if (grading->has_grade) {
        fuhe_csv_text(output, result->review.pack->grades[grading->grade].id);
    }
}

static void column_firmness(struct fuhe_output *output, const struct fuhe_result *result) {
    fuhe_output_string(output, fuhe_firmness_name(result->review.grading.firmness));
}

static void write_count(struct fuhe_output *output, const struct fuhe_result *result, enum fuhe_severity severity) {
    size_t count = 0;

    for (size_t i = 0; i < result->review.findings.count; i++) {
        count += result->review.findings.items[i].severity == severity;
    }
    fuhe_output_size(output, count);
}

static void column_errors(struct fuhe_output *output, const struct fuhe_result *result) {
    write_count(output, result, FUHE_SEVERITY_ERROR);
}

static void column_warnings(struct fuhe_output *output, const struct fuhe_result *result) {
    write_count(output, result, FUHE_SEVERITY_WARNING);
}

static void column_notes(struct fuhe_output *output, const struct fuhe_result *result) {
    write_count(output, result, FUHE_SEVERITY_NOTE);
}

/* Each code once, in the order of its first finding. */
static void column_findings(struct fuhe_output *output, const struct fuhe_result *result) {
    bool told[FUHE_CODE_COUNT] = {false};
    const char *separator = "";

    for (size_t i = 0; i < result->review.findings.count; i++) {
        const enum fuhe_code code = result->review.findings.items[i].code;
        if (!told[code]) {
            told[code] = true;
            fuhe_output_string(output, separator);
            fuhe_output_string(output, fuhe_code_name(code));
            separator = " ";
        }
    }
}

static const struct {
    const char *name;
    column_writer write;
} columns[] = {
    {"file", column_file},
    {"number", column_number},
    {"line", column_line},
    {"id", column_id},
    {"year", column_year},
    {"department", column_department},
    {"unit", column_unit},
    {"project", column_project},
    {"rules", column_rules},
    {"state", column_state},
    {"total_claimed", column_claimed},
    {"total_verified", column_verified},
    {"deviation_points", column_points},
    {"deviation_rate", column_rate},
    {"grade_claimed", column_grade_claimed},
    {"grade", column_grade},
    {"firmness", column_firmness},
    {"errors", column_errors},
    {"warnings", column_warnings},
    {"notes", column_notes},
    {"findings", column_findings},
    {"address", column_address},
    {"rules_version", column_rules_version},
    {"rules_sha256", column_rules_hash},
};

enum { COLUMN_COUNT = sizeof columns / sizeof columns[0] };

static void forms_begin(struct fuhe_report *report) {
    fuhe_csv_begin(report);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        fuhe_output_string(report->output, i == 0 ? "" : ",");
        fuhe_output_string(report->output, columns[i].name);
    }
    fuhe_output_string(report->output, "\r\n");
}

static void forms_form(struct fuhe_report *report, const struct fuhe_result *result) {
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        fuhe_output_string(report->output, i == 0 ? "" : ",");
        columns[i].write(report->output, result);
    }
    fuhe_output_string(report->output, "\r\n");
}

static void forms_unit(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                       const struct fuhe_unit_review *review) {
    (void)report, (void)file, (void)document, (void)review;
}

static void forms_failure(struct fuhe_report *report, const char *file, const struct fuhe_error *error) {
    (void)report, (void)file, (void)error;
}

static void forms_end(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    (void)report, (void)summary;
}

const struct fuhe_report_format fuhe_report_csv_forms = {"csv-forms",   forms_begin, forms_form, forms_unit,
                                                         forms_failure, forms_end,   NULL};
