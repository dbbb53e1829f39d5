/* SPDX-License-Identifier: Apache-2.0 */
/* Makers that write one file each: formats of reviews (report/), tables and lines that are known as a whole at the end
 * (stats/, sample/, crosscheck/), and the gauge, whose forms come by and whose departments are known at the end. */
#include "cli/file_makers.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/files.h"
#include "crosscheck/crosscheck_table.h"
#include "stats/gauge_table.h"

/* --- a file ------------------------------------------------------------------------------------------------------- */

struct single {
    const struct fuhe_maker *maker;
    struct fuhe_report report; /* its output is that of the file */
    struct fuhe_output_file file;
    bool is_open;
    char path[FUHE_PATH_BYTES];
};

static enum fuhe_status single_open(struct single *single, const char *folder, struct fuhe_error *err) {
    const int length = snprintf(single->path, sizeof single->path, "%s/%s", folder, single->maker->file);

    if (length < 0 || (size_t)length >= sizeof single->path) {
        return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, "File name too long", NULL);
    }
    FUHE_TRY(fuhe_output_file_open(&single->file, single->path, err));
    single->is_open = true;
    return FUHE_STATUS_OK;
}

static enum fuhe_status single_begin(const struct fuhe_maker *maker, const struct fuhe_making *making, void **state,
                                     struct fuhe_error *err) {
    struct single *single = calloc(1, sizeof *single);

    if (single == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    *state = single;
    single->maker = maker;
    single->report.options.no_bom = making->no_bom;
    single->report.output = &single->file.output;
    return making->divert == NULL ? single_open(single, making->folder, err)
                                  : making->divert(making->divert_context, maker->file, &single->report.output, err);
}

/* What the output remembers of a failure. */
static enum fuhe_status status_of(const struct single *single, struct fuhe_error *err) {
    const struct fuhe_output *output = single->report.output;

    if (output->status != FUHE_STATUS_OK && err != NULL) {
        *err = output->error;
    }
    return output->status;
}

static enum fuhe_status single_close(struct single *single, struct fuhe_error *err) {
    if (!single->is_open) {
        return fuhe_output_flush(single->report.output, err);
    }
    single->is_open = false;
    return fuhe_output_file_close(&single->file, true, err);
}

static void single_free(void *state) {
    struct single *single = state;

    if (single != NULL && single->is_open && fuhe_output_file_close(&single->file, false, NULL) != FUHE_STATUS_OK) {
        single->is_open = false; /* it is given up anyhow */
    }
    free(single);
}

static enum fuhe_status skip_form(void *state, const struct fuhe_result *result, uint64_t page,
                                  struct fuhe_error *err) {
    (void)state, (void)result, (void)page, (void)err;
    return FUHE_STATUS_OK;
}

static enum fuhe_status skip_unit(void *state, const char *file, const struct fuhe_unit_review *review,
                                  struct fuhe_error *err) {
    (void)state, (void)file, (void)review, (void)err;
    return FUHE_STATUS_OK;
}

static enum fuhe_status skip_failure(void *state, const char *file, const struct fuhe_error *error,
                                     struct fuhe_error *err) {
    (void)state, (void)file, (void)error, (void)err;
    return FUHE_STATUS_OK;
}

/* --- formats of reviews ------------------------------------------------------------------------------------------- */

static enum fuhe_status format_begin(const struct fuhe_maker *maker, const struct fuhe_making *making, void **state,
                                     struct fuhe_error *err) {
    FUHE_TRY(single_begin(maker, making, state, err));
    struct single *single = *state;
    single->report.format = maker->format;
    maker->format->begin(&single->report);
    return FUHE_STATUS_OK;
}

static enum fuhe_status format_form(void *state, const struct fuhe_result *result, uint64_t page,
                                    struct fuhe_error *err) {
    struct single *single = state;

    (void)page;
    single->report.format->form(&single->report, result);
    single->report.written++;
    return status_of(single, err);
}

static enum fuhe_status format_unit(void *state, const char *file, const struct fuhe_unit_review *review,
                                    struct fuhe_error *err) {
    struct single *single = state;

    single->report.format->unit(&single->report, file, NULL, review);
    return status_of(single, err);
}

static enum fuhe_status format_failure(void *state, const char *file, const struct fuhe_error *error,
                                       struct fuhe_error *err) {
    struct single *single = state;

    single->report.format->failure(&single->report, file, error);
    return status_of(single, err);
}

static enum fuhe_status format_finish(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    struct single *single = state;

    single->report.format->end(&single->report, &end->summary);
    return single_close(single, err);
}

#define FORMAT(product, file, format)                                                                                  \
    {                                                                                                                  \
        (product), (file), format_begin, format_form, format_unit, format_failure, format_finish, single_free,         \
            (format), NULL                                                                                             \
    }

const struct fuhe_maker fuhe_forms_maker = FORMAT(FUHE_PRODUCT_CSV, "reviews.csv", &fuhe_report_csv_forms);
const struct fuhe_maker fuhe_indicators_maker = FORMAT(FUHE_PRODUCT_CSV, "indicators.csv", &fuhe_report_csv);
const struct fuhe_maker fuhe_findings_maker = FORMAT(FUHE_PRODUCT_CSV, "findings.csv", &fuhe_report_csv_findings);
const struct fuhe_maker fuhe_records_maker = FORMAT(FUHE_PRODUCT_JSONL, "reviews.jsonl", &fuhe_report_jsonl);
const struct fuhe_maker fuhe_xml_maker = FORMAT(FUHE_PRODUCT_XML, "reviews.xml", &fuhe_report_xml);

/* --- what is known as a whole ------------------------------------------------------------------------------------- */

static enum fuhe_status whole_finish(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    struct single *single = state;

    single->maker->write(end, single->report.options.no_bom, single->report.output);
    return single_close(single, err);
}

static void write_statistics_table(const struct fuhe_making_end *end, bool no_bom, struct fuhe_output *output) {
    fuhe_statistics_write_csv(end->statistics, no_bom, output);
}

static void write_statistics_lines(const struct fuhe_making_end *end, bool no_bom, struct fuhe_output *output) {
    (void)no_bom;
    fuhe_statistics_write_jsonl(end->statistics, output);
}

static void write_sample_table(const struct fuhe_making_end *end, bool no_bom, struct fuhe_output *output) {
    fuhe_sample_csv_begin(no_bom, output);
    for (size_t i = 0; i < FUHE_SAMPLE_METHOD_COUNT; i++) {
        fuhe_sample_csv_add(&end->samples[i], output);
    }
}

static void write_sample_lines(const struct fuhe_making_end *end, bool no_bom, struct fuhe_output *output) {
    (void)no_bom;
    for (size_t i = 0; i < FUHE_SAMPLE_METHOD_COUNT; i++) {
        fuhe_sample_write_jsonl(&end->samples[i], output);
    }
}

#define WHOLE(product, file, write)                                                                                    \
    { (product), (file), single_begin, skip_form, skip_unit, skip_failure, whole_finish, single_free, NULL, (write) }

const struct fuhe_maker fuhe_statistics_table_maker = WHOLE(FUHE_PRODUCT_CSV, "statistics.csv", write_statistics_table);
const struct fuhe_maker fuhe_statistics_lines_maker =
    WHOLE(FUHE_PRODUCT_JSONL, "statistics.jsonl", write_statistics_lines);
const struct fuhe_maker fuhe_sample_table_maker = WHOLE(FUHE_PRODUCT_CSV, "sample.csv", write_sample_table);
const struct fuhe_maker fuhe_sample_lines_maker = WHOLE(FUHE_PRODUCT_JSONL, "sample.jsonl", write_sample_lines);

/* --- the gauge ---------------------------------------------------------------------------------------------------- */

static void write_gauge(const struct single *single, const struct fuhe_gauge_line *line) {
    const bool is_table = single->maker->products == FUHE_PRODUCT_CSV;

    (is_table ? fuhe_gauge_table_write_csv : fuhe_gauge_table_write_jsonl)(line, single->report.output);
}

static enum fuhe_status gauge_begin(const struct fuhe_maker *maker, const struct fuhe_making *making, void **state,
                                    struct fuhe_error *err) {
    FUHE_TRY(single_begin(maker, making, state, err));
    struct single *single = *state;
    if (maker->products == FUHE_PRODUCT_CSV) {
        fuhe_gauge_table_begin_csv(making->no_bom, single->report.output);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status gauge_form(void *state, const struct fuhe_result *result, uint64_t page,
                                   struct fuhe_error *err) {
    const struct single *single = state;
    const struct fuhe_gauge_line line = {.result = result, .gauge = fuhe_gauge_of(&result->review)};

    (void)page;
    write_gauge(single, &line);
    return status_of(single, err);
}

struct departments {
    const struct single *single;
    struct fuhe_gauge_ledger *gauges;
    struct fuhe_error *err;
};

static enum fuhe_status take_department(void *context, const struct fuhe_survey_department *department) {
    const struct departments *departments = context;
    struct fuhe_gauge_line line = {.department = department};

    FUHE_TRY(fuhe_gauge_ledger_read(departments->gauges, department->number, &line.gauge, departments->err));
    write_gauge(departments->single, &line);
    return status_of(departments->single, departments->err);
}

static enum fuhe_status gauge_finish(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    struct single *single = state;
    struct departments departments = {single, end->statistics->gauges, err};

    FUHE_TRY(fuhe_survey_departments(end->survey, FUHE_DEPARTMENTS_BY_NUMBER, 0, take_department, &departments, err));
    return single_close(single, err);
}

#define GAUGE(product, file)                                                                                           \
    { (product), (file), gauge_begin, gauge_form, skip_unit, skip_failure, gauge_finish, single_free, NULL, NULL }

const struct fuhe_maker fuhe_gauge_table_maker = GAUGE(FUHE_PRODUCT_CSV, "gauge.csv");
const struct fuhe_maker fuhe_gauge_lines_maker = GAUGE(FUHE_PRODUCT_JSONL, "gauge.jsonl");

/* --- the cross-check ---------------------------------------------------------------------------------------------- */

static enum fuhe_status crosscheck_finish(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    struct single *single = state;
    const struct fuhe_crosscheck *crosscheck = end->statistics->crosscheck;
    struct fuhe_output *output = single->report.output;

    if (single->maker->products == FUHE_PRODUCT_CSV) {
        FUHE_TRY(fuhe_crosscheck_write_csv(crosscheck, end->survey, single->report.options.no_bom, output, err));
    } else {
        FUHE_TRY(fuhe_crosscheck_write_jsonl(crosscheck, end->survey, output, err));
    }
    return single_close(single, err);
}

#define CROSSCHECK(product, file)                                                                                      \
    { (product), (file), single_begin, skip_form, skip_unit, skip_failure, crosscheck_finish, single_free, NULL, NULL }

const struct fuhe_maker fuhe_crosscheck_table_maker = CROSSCHECK(FUHE_PRODUCT_CSV, "crosscheck.csv");
const struct fuhe_maker fuhe_crosscheck_lines_maker = CROSSCHECK(FUHE_PRODUCT_JSONL, "crosscheck.jsonl");
