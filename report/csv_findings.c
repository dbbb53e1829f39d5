/* SPDX-License-Identifier: Apache-2.0 */
/* CSV with one line a finding: of a form, of all forms of a document together, or, as a failure, of what could not be
 * read. Words and figures only: the sentences for people differ by language, and these lines do not. */
#include "report/csv_cell.h"
#include "report/place.h"
#include "report/report.h"

/* What one line is about: a finding, with the form or the forms of a document that it is about, or an error. */
struct line {
    const char *kind;
    const char *file;
    const struct fuhe_result *result; /* NULL but for findings of a form */
    const struct fuhe_finding *finding;
    const struct fuhe_unit_finding *of_unit;
    const struct fuhe_error *error;
};

static void column_kind(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, line->kind);
}

static void column_file(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, fuhe_text_of(line->file));
}

/* --- the form --- */

static void column_number(struct fuhe_output *output, const struct line *line) {
    if (line->result != NULL) {
        fuhe_output_size(output, line->result->number + 1);
    }
}

static void write_cell(struct fuhe_output *output, const struct line *line, size_t offset) {
    if (line->result != NULL) {
        const struct fuhe_cell *cell = (const void *)((const char *)line->result->form + offset);
        fuhe_csv_text(output, cell->text);
    }
}

static void column_id(struct fuhe_output *output, const struct line *line) {
    write_cell(output, line, offsetof(struct fuhe_form, id));
}

static void column_year(struct fuhe_output *output, const struct line *line) {
    write_cell(output, line, offsetof(struct fuhe_form, year));
}

static void column_department(struct fuhe_output *output, const struct line *line) {
    write_cell(output, line, offsetof(struct fuhe_form, department));
}

static void column_unit(struct fuhe_output *output, const struct line *line) {
    write_cell(output, line, offsetof(struct fuhe_form, unit));
}

static void column_project(struct fuhe_output *output, const struct line *line) {
    write_cell(output, line, offsetof(struct fuhe_form, project));
}

/* Of a finding over several forms; empty when it is about all of them. */
static void column_forms(struct fuhe_output *output, const struct line *line) {
    const struct fuhe_unit_finding *finding = line->of_unit;

    for (size_t i = 0; finding != NULL && finding->forms != NULL && i < finding->form_count; i++) {
        fuhe_output_string(output, i == 0 ? "" : " ");
        fuhe_output_size(output, finding->forms[i] + 1);
    }
}

/* --- what was found, and where --- */

static void column_code(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, line->error != NULL ? fuhe_problem_name(line->error->problem)
                                                   : fuhe_code_name(line->finding->code));
}

static void column_severity(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, fuhe_severity_name(line->error != NULL ? FUHE_SEVERITY_ERROR : line->finding->severity));
}

static void column_path(struct fuhe_output *output, const struct line *line) {
    char path[FUHE_PATH_SIZE];

    if (line->error != NULL) {
        fuhe_csv_text(output, fuhe_text_of(line->error->subject));
        return;
    }
    fuhe_finding_path(line->finding, path);
    fuhe_csv_text(output, fuhe_text_of(path));
}

static bool is_about_row(const struct line *line) {
    return line->result != NULL && line->finding->block == FUHE_BLOCK_INDICATOR;
}

static void column_row(struct fuhe_output *output, const struct line *line) {
    if (is_about_row(line)) {
        fuhe_output_size(output, line->finding->index + 1);
    }
}

static void column_name(struct fuhe_output *output, const struct line *line) {
    if (is_about_row(line)) {
        fuhe_csv_text(output, line->result->form->indicators[line->finding->index].name.text);
    }
}

static void write_place(struct fuhe_output *output, size_t place) {
    if (place > 0) {
        fuhe_output_size(output, place);
    }
}

static void column_line(struct fuhe_output *output, const struct line *line) {
    write_place(output, line->error != NULL ? line->error->line : fuhe_place_line(line->finding->place));
}

static void column_column(struct fuhe_output *output, const struct line *line) {
    write_place(output, line->error != NULL ? line->error->column : fuhe_place_column(line->finding->place));
}

static void column_address(struct fuhe_output *output, const struct line *line) {
    if (line->of_unit != NULL) {
        fuhe_csv_text(output, line->of_unit->address);
    } else if (line->finding != NULL) {
        fuhe_csv_address(output, line->result->form, line->finding->place);
    }
}

/* --- figures and words --- */

static void write_figure(struct fuhe_output *output, const struct line *line, size_t offset) {
    if (line->finding == NULL) {
        return;
    }
    const struct fuhe_figure *figure = (const void *)((const char *)line->finding + offset);
    if (figure->present) {
        fuhe_output_decimal(output, figure->value, 0);
    }
}

static void column_claimed(struct fuhe_output *output, const struct line *line) {
    write_figure(output, line, offsetof(struct fuhe_finding, claimed));
}

static void column_recomputed(struct fuhe_output *output, const struct line *line) {
    write_figure(output, line, offsetof(struct fuhe_finding, recomputed));
}

static void column_difference(struct fuhe_output *output, const struct line *line) {
    write_figure(output, line, offsetof(struct fuhe_finding, difference));
}

static void column_low(struct fuhe_output *output, const struct line *line) {
    write_figure(output, line, offsetof(struct fuhe_finding, low));
}

static void column_high(struct fuhe_output *output, const struct line *line) {
    write_figure(output, line, offsetof(struct fuhe_finding, high));
}

static void column_quote(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->error != NULL ? fuhe_text_of(line->error->found) : line->finding->quote);
}

static void column_other(struct fuhe_output *output, const struct line *line) {
    fuhe_csv_text(output, line->error != NULL ? fuhe_text_of(line->error->expected) : line->finding->other);
}

/* --- the rule behind it --- */

static void column_rule(struct fuhe_output *output, const struct line *line) {
    fuhe_output_string(output, line->finding == NULL ? "" : fuhe_rule_name(line->finding->rule));
}

/* NULL when there is none, or no text behind it. */
static const struct fuhe_citation *citation_of(const struct line *line) {
    if (line->result == NULL || line->finding->rule == FUHE_RULE_NONE) {
        return NULL;
    }
    const struct fuhe_citation *citation = &line->result->review.pack->citations[line->finding->rule];
    return citation->present && citation->source != NULL ? citation : NULL;
}

static void column_document(struct fuhe_output *output, const struct line *line) {
    const struct fuhe_citation *citation = citation_of(line);

    if (citation != NULL) {
        fuhe_csv_text(output, citation->source->document);
    }
}

static void column_clause(struct fuhe_output *output, const struct line *line) {
    const struct fuhe_citation *citation = citation_of(line);

    if (citation != NULL) {
        fuhe_csv_text(output, citation->clause);
    }
}

static const struct {
    const char *name;
    void (*write)(struct fuhe_output *output, const struct line *line);
} columns[] = {
    {"kind", column_kind},
    {"file", column_file},
    {"number", column_number},
    {"id", column_id},
    {"year", column_year},
    {"department", column_department},
    {"unit", column_unit},
    {"project", column_project},
    {"code", column_code},
    {"severity", column_severity},
    {"path", column_path},
    {"row", column_row},
    {"name", column_name},
    {"line", column_line},
    {"column", column_column},
    {"claimed", column_claimed},
    {"recomputed", column_recomputed},
    {"difference", column_difference},
    {"low", column_low},
    {"high", column_high},
    {"quote", column_quote},
    {"other", column_other},
    {"rule", column_rule},
    {"document", column_document},
    {"clause", column_clause},
    {"forms", column_forms},
    {"address", column_address},
};

enum { COLUMN_COUNT = sizeof columns / sizeof columns[0] };

static void findings_begin(struct fuhe_report *report) {
    fuhe_csv_begin(report);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        fuhe_output_string(report->output, i == 0 ? "" : ",");
        fuhe_output_string(report->output, columns[i].name);
    }
    fuhe_output_string(report->output, "\r\n");
}

static void write_line(struct fuhe_report *report, const struct line *line) {
    if (line->finding != NULL && !fuhe_report_shows(&report->options, line->finding)) {
        return;
    }
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        fuhe_output_string(report->output, i == 0 ? "" : ",");
        columns[i].write(report->output, line);
    }
    fuhe_output_string(report->output, "\r\n");
}

static void findings_form(struct fuhe_report *report, const struct fuhe_result *result) {
    for (size_t i = 0; i < result->review.findings.count; i++) {
        const struct line line = {
            .kind = "form", .file = result->file, .result = result, .finding = &result->review.findings.items[i]};
        write_line(report, &line);
    }
}

static void findings_unit(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                          const struct fuhe_unit_review *review) {
    (void)document;
    for (size_t i = 0; i < review->finding_count; i++) {
        const struct line line = {
            .kind = "unit", .file = file, .finding = &review->findings[i].finding, .of_unit = &review->findings[i]};
        write_line(report, &line);
    }
}

static void findings_failure(struct fuhe_report *report, const char *file, const struct fuhe_error *error) {
    write_line(report, &(struct line){.kind = "failure", .file = file, .error = error});
}

static void findings_end(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    (void)report, (void)summary;
}

const struct fuhe_report_format fuhe_report_csv_findings = {
    "csv-findings", findings_begin, findings_form, findings_unit, findings_failure, findings_end, NULL};
