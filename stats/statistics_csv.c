/* SPDX-License-Identifier: Apache-2.0 */
/* The statistics as CSV: one figure a line, with stable words, the same in every language. */
#include "report/csv_cell.h"
#include "stats/lines.h"

static const char headings[] =
    "section,subject,file,number,id,department,project,category,code,figure,value,unit,left_out,"
    "n,method,part,whole,seed,draws";

struct writing {
    struct fuhe_output *output;
    const struct fuhe_statistics *statistics;
};

static void next(struct fuhe_output *output) {
    fuhe_output_char(output, ',');
}

static void write_count(struct fuhe_output *output, bool present, uint64_t count) {
    next(output);
    if (present) {
        fuhe_output_size(output, (size_t)count);
    }
}

static void write_text(struct fuhe_output *output, fuhe_text text) {
    next(output);
    fuhe_csv_text(output, text);
}

static void write_word(struct fuhe_output *output, const char *word) {
    next(output);
    fuhe_output_string(output, word);
}

/* Of what the figure is. */
static void write_subject(struct fuhe_output *output, const struct fuhe_statistics_line *line) {
    static const struct fuhe_statistics_form nothing = {.page = 0};
    const struct fuhe_statistics_form *form = line->form == NULL ? &nothing : line->form;
    const bool is_category = line->subject == FUHE_LINE_SUBJECT_CATEGORY;
    const bool is_finding = line->subject == FUHE_LINE_SUBJECT_FINDING;

    fuhe_output_string(output, fuhe_line_section(line->section));
    write_word(output, fuhe_line_subject(line->subject));
    write_text(output, form->file);
    write_count(output, line->form != NULL, form->number);
    write_text(output, form->id);
    write_text(output, line->department == NULL ? form->department : line->department->name);
    write_text(output, form->project);
    write_word(output, is_category ? fuhe_category_name(line->category) : "");
    write_word(output, is_finding ? fuhe_code_name(line->code) : "");
}

static void take_line(void *context, const struct fuhe_statistics_line *line) {
    const struct writing *writing = context;
    struct fuhe_output *output = writing->output;
    const bool is_drawn = line->method == FUHE_LINE_BY_DIRICHLET;

    write_subject(output, line);
    write_word(output, fuhe_line_figure(line->figure));
    next(output);
    if (line->value.present) {
        fuhe_output_decimal(output, line->value.value, fuhe_line_places(line->figure));
    }
    write_word(output, fuhe_line_unit(line->figure));
    write_word(output, fuhe_line_reason(line->reason));
    write_count(output, true, line->n);
    write_word(output, fuhe_line_method(line->method));
    write_count(output, line->is_share, line->part_count);
    write_count(output, line->is_share, line->whole_count);
    write_count(output, is_drawn, writing->statistics->request.seed);
    write_count(output, is_drawn, FUHE_STABILITY_DRAWS);
    fuhe_output_string(output, "\r\n");
}

void fuhe_statistics_write_csv(const struct fuhe_statistics *statistics, bool no_bom, struct fuhe_output *output) {
    struct writing writing = {output, statistics};

    fuhe_csv_mark(output, no_bom);
    fuhe_output_string(output, headings);
    fuhe_output_string(output, "\r\n");
    fuhe_statistics_each_line(statistics, take_line, &writing);
}
