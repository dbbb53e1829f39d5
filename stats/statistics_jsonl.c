/* SPDX-License-Identifier: Apache-2.0 */
/* The statistics as JSON lines (stats/statistics-line.schema.json): one figure a line. What is not there is left out.
 */
#include "report/record.h"
#include "stats/lines.h"

struct writing {
    struct fuhe_output *output;
    const struct fuhe_statistics *statistics;
};

/* Of what the figure is. */
static void write_subject(struct fuhe_record *record, const struct fuhe_statistics_line *line) {
    fuhe_record_word(record, "subject", fuhe_line_subject(line->subject));
    if (line->form != NULL) {
        fuhe_record_text(record, "file", line->form->file);
        fuhe_record_count(record, "number", line->form->number);
        fuhe_record_text(record, "id", line->form->id);
        fuhe_record_text(record, "department", line->form->department);
        fuhe_record_text(record, "project", line->form->project);
    }
    if (line->department != NULL) {
        fuhe_record_text(record, "department", line->department->name);
    }
    if (line->subject == FUHE_LINE_SUBJECT_CATEGORY) {
        fuhe_record_word(record, "category", fuhe_category_name(line->category));
    }
    if (line->subject == FUHE_LINE_SUBJECT_FINDING) {
        fuhe_record_word(record, "code", fuhe_code_name(line->code));
    }
}

static void write_value(struct fuhe_record *record, const struct fuhe_statistics_line *line) {
    if (line->value.present) {
        fuhe_record_decimal(record, "value", line->value.value, fuhe_line_places(line->figure));
    } else {
        fuhe_record_word(record, "left_out", fuhe_line_reason(line->reason));
    }
    fuhe_record_word(record, "unit", fuhe_line_unit(line->figure));
    fuhe_record_count(record, "n", line->n);
    fuhe_record_word(record, "method", fuhe_line_method(line->method));
    if (line->is_share) {
        fuhe_record_count(record, "part", line->part_count);
        fuhe_record_count(record, "whole", line->whole_count);
    }
}

static void take_line(void *context, const struct fuhe_statistics_line *line) {
    const struct writing *writing = context;
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, writing->output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-statistics/1");
    fuhe_record_word(&record, "section", fuhe_line_section(line->section));
    write_subject(&record, line);
    fuhe_record_word(&record, "figure", fuhe_line_figure(line->figure));
    write_value(&record, line);
    if (line->method == FUHE_LINE_BY_DIRICHLET) {
        fuhe_record_count(&record, "seed", writing->statistics->request.seed);
        fuhe_record_count(&record, "draws", FUHE_STABILITY_DRAWS);
    }
    fuhe_record_close(&record);
    fuhe_output_char(writing->output, '\n');
}

void fuhe_statistics_write_jsonl(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
    struct writing writing = {output, statistics};

    fuhe_statistics_each_line(statistics, take_line, &writing);
}
