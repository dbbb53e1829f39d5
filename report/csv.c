/* SPDX-License-Identifier: Apache-2.0 */
/* CSV (RFC 4180): one line an indicator, with the columns of its form in front; a form without indicators has one line
 * all the same. */
#include "report/csv_cell.h"
#include "report/place.h"
#include "report/report.h"

/* What one line is about. indicator and row are NULL for a form without indicators. */
struct line {
    const struct fuhe_report *report;
    const struct fuhe_result *result;
    size_t index;
    const struct fuhe_indicator *indicator;
    const struct fuhe_row *row;
};

static void column_file(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, fuhe_text_of(line->result->file));
}

static void column_number(struct fuhe_output *output, const struct line *line) {
    fuhe_output_size(output, line->result->number + 1);
}

static void column_id(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->result->form->id.text);
}

static void column_year(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->result->form->year.text);
}

static void column_project(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->result->form->project.text);
}

static void column_unit(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->result->form->unit.text);
}

static void column_rules(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->result->review.pack->id);
}

static void column_total_claimed(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_claim(output, &line->result->review.totals.claimed);
}

static bool is_scored(const struct line *line) {
    return line->result->review.state != FUHE_REVIEW_UNSCORED;
}

static void column_total_verified(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_decimal(output, is_scored(line), line->result->review.totals.verified);
}

static void column_deviation_points(struct fuhe_output *output, const struct line *line) {
    const struct fuhe_totals *totals = &line->result->review.totals;
    fuhe_csv_decimal(output, totals->has_deviation, totals->deviation_points);
}

static void column_deviation_rate(struct fuhe_output *output, const struct line *line) {
    const struct fuhe_totals *totals = &line->result->review.totals;
    fuhe_csv_decimal(output, totals->has_deviation_rate, totals->deviation_rate);
}

static void column_grade(struct fuhe_output *output, const struct line *line) {
    const struct fuhe_grading *grading = &line->result->review.grading;

    if (grading->has_grade) {
        fuhe_csv_text(output, line->result->review.pack->grades[grading->grade].id);
    }
}

static void column_firmness(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, fuhe_firmness_name(line->result->review.grading.firmness));
}

static void column_execution_rate(struct fuhe_output *output, const struct line *line) {
    const struct fuhe_execution *execution = &line->result->review.execution;
    fuhe_csv_decimal(output, execution->has_rate, execution->rate_rounded);
}

static void column_execution_claimed(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_claim(output, &line->result->review.execution.claim);
}

static void column_execution_verified(struct fuhe_output *output, const struct line *line) {
    const struct fuhe_execution *execution = &line->result->review.execution;
    fuhe_csv_decimal(output, execution->has_verified, execution->verified);
}

static void column_row(struct fuhe_output *output, const struct line *line) {
    fuhe_output_size(output, line->index + 1);
}

static void column_line(struct fuhe_output *output, const struct line *line) {
    fuhe_output_size(output, fuhe_place_line(line->indicator->place));
}

static void column_address(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_address(output, line->result->form, line->indicator->place);
}

static void column_category(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, fuhe_category_name(line->row->category));
}

static void column_level1(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->indicator->level1.text);
}

static void column_level2(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->indicator->level2.text);
}

static void column_name(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->indicator->name.text);
}

static void column_target(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->indicator->target.text);
}

static void column_actual(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->indicator->actual.text);
}

static void column_weight(struct fuhe_output *output, const struct line *line) {
    if (line->row->has_weight) {
        fuhe_output_decimal(output, line->row->weight, 0);
    }
}

static void column_claimed(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_claim(output, &line->row->claim);
}

/* 9÷2, for a spreadsheet makes a date of 9/2. */
static void column_exact(struct fuhe_output *output, const struct line *line) {
    char text[FUHE_FRACTION_TEXT_SIZE];

    if (!line->row->has_exact) {
        return;
    }
    const fuhe_text fraction = {text, fuhe_fraction_format(line->row->exact, text)};
    const size_t slash = fuhe_text_find(fraction, FUHE_TEXT("/"));
    fuhe_output_text(output, (fuhe_text){text, slash});
    if (slash < fraction.length) {
        fuhe_output_string(output, "÷");
        fuhe_output_text(output, fuhe_text_from(fraction, slash + 1));
    }
}

static void column_recomputed(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_decimal(output, line->row->has_exact, line->row->recomputed);
}

static void column_verified(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_decimal(output, line->row->has_verified, line->row->verified);
}

static void column_verdict(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, fuhe_verdict_name(line->row->verdict));
}

static void column_counted(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, line->row->counted ? "true" : "false");
}

static void column_rule(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, fuhe_rule_name(line->row->rule));
}

/* The codes of the findings about a row, or about the rest of the form. */
static void write_codes(struct fuhe_output *output, const struct line *line, bool of_row) {
    const struct fuhe_finding_list *findings = &line->result->review.findings;
    const char *separator = "";

    for (size_t i = 0; i < findings->count; i++) {
        const struct fuhe_finding *finding = &findings->items[i];
        const bool about_row = finding->block == FUHE_BLOCK_INDICATOR;

        if (about_row != of_row || (about_row && finding->index != line->index) ||
            !fuhe_report_shows(&line->report->options, finding)) {
            continue;
        }
        fuhe_output_string(output, separator);
        fuhe_output_string(output, fuhe_code_name(finding->code));
        separator = " ";
    }
}

static void column_findings(struct fuhe_output *output, const struct line *line) {
    write_codes(output, line, true);
}

static void column_form_findings(struct fuhe_output *output, const struct line *line) {
    write_codes(output, line, false);
}

static const struct {
    const char *name;
    bool of_row; /* empty for a form without indicators */
    void (*write)(struct fuhe_output *output, const struct line *line);
} columns[] = {
    {"file", false, column_file},
    {"number", false, column_number},
    {"id", false, column_id},
    {"year", false, column_year},
    {"project", false, column_project},
    {"unit", false, column_unit},
    {"rules", false, column_rules},
    {"total_claimed", false, column_total_claimed},
    {"total_verified", false, column_total_verified},
    {"deviation_points", false, column_deviation_points},
    {"deviation_rate", false, column_deviation_rate},
    {"grade", false, column_grade},
    {"firmness", false, column_firmness},
    {"execution_rate", false, column_execution_rate},
    {"execution_claimed", false, column_execution_claimed},
    {"execution_verified", false, column_execution_verified},
    {"form_findings", false, column_form_findings},
    {"row", true, column_row},
    {"line", true, column_line},
    {"category", true, column_category},
    {"level1", true, column_level1},
    {"level2", true, column_level2},
    {"name", true, column_name},
    {"target", true, column_target},
    {"actual", true, column_actual},
    {"weight", true, column_weight},
    {"claimed", true, column_claimed},
    {"exact", true, column_exact},
    {"recomputed", true, column_recomputed},
    {"verified", true, column_verified},
    {"verdict", true, column_verdict},
    {"counted", true, column_counted},
    {"rule", true, column_rule},
    {"findings", true, column_findings},
    {"address", true, column_address},
};

enum { COLUMN_COUNT = sizeof columns / sizeof columns[0] };

static void csv_begin(struct fuhe_report *report) {
    fuhe_csv_begin(report);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        fuhe_output_string(report->output, i == 0 ? "" : ",");
        fuhe_output_string(report->output, columns[i].name);
    }
    fuhe_output_string(report->output, "\r\n");
}

static void write_line(struct fuhe_output *output, const struct line *line) {
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        fuhe_output_string(output, i == 0 ? "" : ",");
        if (line->row != NULL || !columns[i].of_row) {
            columns[i].write(output, line);
        }
    }
    fuhe_output_string(output, "\r\n");
}

static void csv_form(struct fuhe_report *report, const struct fuhe_result *result) {
    struct line line = {report, result, 0, NULL, NULL};

    for (size_t i = 0; i < result->review.row_count; i++) {
        line.index = i;
        line.indicator = &result->form->indicators[i];
        line.row = &result->review.rows[i];
        write_line(report->output, &line);
    }
    if (result->review.row_count == 0) {
        write_line(report->output, &line);
    }
}

/* What is not about one indicator has no place in a table of indicators: the other formats have it. */
static void csv_unit(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                     const struct fuhe_unit_review *review) {
    (void)report;
    (void)file;
    (void)document;
    (void)review;
}

static void csv_failure(struct fuhe_report *report, const char *file, const struct fuhe_error *error) {
    (void)report;
    (void)file;
    (void)error;
}

static void csv_end(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    (void)report;
    (void)summary;
}

const struct fuhe_report_format fuhe_report_csv = {"csv", csv_begin, csv_form, csv_unit, csv_failure, csv_end, NULL};
