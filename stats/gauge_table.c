/* SPDX-License-Identifier: Apache-2.0 */
/* A line is what is said of the form or department, the index, and for each sign its part, its whole and its share. */
#include "stats/gauge_table.h"

#include "report/csv_cell.h"
#include "report/record.h"

struct fuhe_figure fuhe_gauge_line_index(const struct fuhe_gauge_line *line, enum fuhe_line_reason *reason) {
    const struct fuhe_figure none = {.present = false};
    const struct fuhe_figure index = fuhe_gauge_index(&line->gauge);

    if (line->department != NULL && line->gauge.forms < FUHE_GAUGE_FORMS_MIN) {
        *reason = FUHE_LINE_REASON_TOO_FEW_FORMS;
        return none;
    }
    *reason = index.present ? FUHE_LINE_REASON_NONE : FUHE_LINE_REASON_TOO_FEW_SIGNS;
    return index;
}

size_t fuhe_gauge_line_signs(const struct fuhe_gauge_line *line) {
    size_t signs = 0;

    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        signs += fuhe_gauge_share(&line->gauge, (enum fuhe_ease)i).present;
    }
    return signs;
}

/* Who it is; a department has no more than its name. */
struct naming {
    fuhe_text file;
    size_t number;
    fuhe_text id;
    fuhe_text year;
    fuhe_text department;
    fuhe_text project;
};

static struct naming naming_of(const struct fuhe_gauge_line *line) {
    if (line->result == NULL) {
        return (struct naming){.department = line->department->name};
    }
    const struct fuhe_form *form = line->result->form;
    const struct fuhe_cell *department = form->department.text.length > 0 ? &form->department : &form->unit;
    return (struct naming){.file = fuhe_text_of(line->result->file),
                           .number = line->result->number + 1,
                           .id = form->id.text,
                           .year = form->year.text,
                           .department = department->text,
                           .project = form->project.text};
}

static const char *kind_of(const struct fuhe_gauge_line *line) {
    return fuhe_line_subject(line->result == NULL ? FUHE_LINE_SUBJECT_DEPARTMENT : FUHE_LINE_SUBJECT_FORM);
}

/* --- CSV ---------------------------------------------------------------------------------------------------------- */

void fuhe_gauge_table_begin_csv(bool no_bom, struct fuhe_output *output) {
    static const char *const parts[] = {"part", "whole", "percent"};

    fuhe_csv_mark(output, no_bom);
    fuhe_output_string(output, "kind,file,number,id,year,department,project,forms,index,left_out,signs");
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        for (size_t j = 0; j < sizeof parts / sizeof parts[0]; j++) {
            fuhe_output_char(output, ',');
            fuhe_output_string(output, fuhe_ease_name((enum fuhe_ease)i));
            fuhe_output_char(output, '-');
            fuhe_output_string(output, parts[j]);
        }
    }
    fuhe_output_string(output, "\r\n");
}

static void put_text(struct fuhe_output *output, fuhe_text text) {
    fuhe_output_char(output, ',');
    fuhe_csv_text(output, text);
}

static void put_count(struct fuhe_output *output, uint64_t count) {
    fuhe_output_char(output, ',');
    fuhe_output_size(output, (size_t)count);
}

static void put_figure(struct fuhe_output *output, struct fuhe_figure figure) {
    fuhe_output_char(output, ',');
    if (figure.present) {
        fuhe_output_decimal(output, figure.value, 1);
    }
}

static void put_naming(struct fuhe_output *output, const struct fuhe_gauge_line *line) {
    const struct naming naming = naming_of(line);

    fuhe_output_string(output, kind_of(line));
    put_text(output, naming.file);
    fuhe_output_char(output, ',');
    if (naming.number > 0) {
        fuhe_output_size(output, naming.number);
    }
    put_text(output, naming.id);
    put_text(output, naming.year);
    put_text(output, naming.department);
    put_text(output, naming.project);
}

void fuhe_gauge_table_write_csv(const struct fuhe_gauge_line *line, struct fuhe_output *output) {
    enum fuhe_line_reason reason;
    const struct fuhe_figure index = fuhe_gauge_line_index(line, &reason);

    put_naming(output, line);
    put_count(output, line->gauge.forms);
    put_figure(output, index);
    put_text(output, fuhe_text_of(fuhe_line_reason(reason)));
    put_count(output, fuhe_gauge_line_signs(line));
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        put_count(output, line->gauge.signs[i].part);
        put_count(output, line->gauge.signs[i].whole);
        put_figure(output, fuhe_gauge_share(&line->gauge, (enum fuhe_ease)i));
    }
    fuhe_output_string(output, "\r\n");
}

/* --- JSON lines --------------------------------------------------------------------------------------------------- */

static void write_naming(struct fuhe_record *record, const struct fuhe_gauge_line *line) {
    const struct naming naming = naming_of(line);

    fuhe_record_word(record, "kind", kind_of(line));
    if (line->result != NULL) {
        fuhe_record_text(record, "file", naming.file);
        fuhe_record_count(record, "number", naming.number);
        fuhe_record_text(record, "id", naming.id);
        fuhe_record_text(record, "year", naming.year);
    }
    fuhe_record_text(record, "department", naming.department);
    if (line->result != NULL) {
        fuhe_record_text(record, "project", naming.project);
    }
}

static void write_signs(struct fuhe_record *record, const struct fuhe_gauge *gauge) {
    fuhe_record_open_list(record, "signs");
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        const struct fuhe_figure share = fuhe_gauge_share(gauge, (enum fuhe_ease)i);
        fuhe_record_open(record, "sign");
        fuhe_record_word(record, "sign", fuhe_ease_name((enum fuhe_ease)i));
        fuhe_record_count(record, "part", gauge->signs[i].part);
        fuhe_record_count(record, "n", gauge->signs[i].whole);
        if (share.present) {
            fuhe_record_decimal(record, "percent", share.value, 1);
        }
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

void fuhe_gauge_table_write_jsonl(const struct fuhe_gauge_line *line, struct fuhe_output *output) {
    struct fuhe_record record;
    enum fuhe_line_reason reason;
    const struct fuhe_figure index = fuhe_gauge_line_index(line, &reason);

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-gauge/1");
    write_naming(&record, line);
    fuhe_record_count(&record, "forms", line->gauge.forms);
    if (index.present) {
        fuhe_record_decimal(&record, "index", index.value, 1);
    } else {
        fuhe_record_word(&record, "left_out", fuhe_line_reason(reason));
    }
    fuhe_record_word(&record, "method", fuhe_line_method(FUHE_LINE_BY_MEAN_OF_SHARES));
    write_signs(&record, &line->gauge);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}
