/* SPDX-License-Identifier: Apache-2.0 */
/* The makers of a report: pages and notices (html/), the workbook (workbook/), and formats that write one file
 * (report/). */
#include "cli/makers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/files.h"
#include "html/site.h"
#include "workbook/workbook.h"

static const struct {
    const char *word;
    unsigned product;
} words[] = {
    {"html", FUHE_PRODUCT_HTML}, {"notices", FUHE_PRODUCT_NOTICES}, {"xlsx", FUHE_PRODUCT_XLSX},
    {"csv", FUHE_PRODUCT_CSV},   {"jsonl", FUHE_PRODUCT_JSONL},     {"xml", FUHE_PRODUCT_XML},
};

static unsigned find_product(fuhe_text word) {
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (fuhe_text_equals(word, fuhe_text_of(words[i].word))) {
            return words[i].product;
        }
    }
    return 0;
}

bool fuhe_products_read(const char *list, unsigned *products) {
    fuhe_text rest = fuhe_text_of(list);
    bool known = true;

    *products = 0;
    for (bool more = true; more && known;) {
        const size_t comma = fuhe_text_find(rest, FUHE_TEXT(","));
        const unsigned product = find_product((fuhe_text){rest.bytes, comma});

        known = product != 0;
        *products |= product;
        more = comma < rest.length;
        rest = more ? fuhe_text_from(rest, comma + 1) : rest;
    }
    return known;
}

/* --- pages and notices --- */

static enum fuhe_status site_begin(const struct fuhe_maker *maker, const struct fuhe_making *making, void **state,
                                   struct fuhe_error *err) {
    const struct fuhe_site_request request = {.folder = making->folder,
                                              .complete = making->complete,
                                              .pages = (making->products & FUHE_PRODUCT_HTML) != 0,
                                              .notices = (making->products & FUHE_PRODUCT_NOTICES) != 0,
                                              .survey = making->survey,
                                              .statistics = making->statistics,
                                              .samples = making->samples};
    struct fuhe_site *site;

    (void)maker;
    FUHE_TRY(fuhe_site_new(&request, &site, err));
    *state = site;
    return FUHE_STATUS_OK;
}

static enum fuhe_status site_form(void *state, const struct fuhe_result *result, uint64_t page,
                                  struct fuhe_error *err) {
    return fuhe_site_add_form(state, result, page, err);
}

static enum fuhe_status site_unit(void *state, const char *file, const struct fuhe_unit_review *review,
                                  struct fuhe_error *err) {
    return fuhe_site_add_unit(state, file, review, err);
}

static enum fuhe_status site_failure(void *state, const char *file, const struct fuhe_error *error,
                                     struct fuhe_error *err) {
    return fuhe_site_add_failure(state, file, error, err);
}

static enum fuhe_status site_finish(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    return fuhe_site_finish(state, end->survey, end->replay, err);
}

static void site_free(void *state) {
    fuhe_site_free(state);
}

static const struct fuhe_maker site_maker = {FUHE_PRODUCT_HTML | FUHE_PRODUCT_NOTICES,
                                             "index.html",
                                             site_begin,
                                             site_form,
                                             site_unit,
                                             site_failure,
                                             site_finish,
                                             site_free,
                                             NULL};

/* --- the workbook --- */

static enum fuhe_status workbook_begin(const struct fuhe_maker *maker, const struct fuhe_making *making, void **state,
                                       struct fuhe_error *err) {
    struct fuhe_workbook *workbook;

    (void)maker;
    FUHE_TRY(fuhe_workbook_new(making->folder, making->complete, &workbook, err));
    *state = workbook;
    return FUHE_STATUS_OK;
}

static enum fuhe_status workbook_form(void *state, const struct fuhe_result *result, uint64_t page,
                                      struct fuhe_error *err) {
    return fuhe_workbook_add_form(state, result, page, err);
}

static enum fuhe_status workbook_unit(void *state, const char *file, const struct fuhe_unit_review *review,
                                      struct fuhe_error *err) {
    return fuhe_workbook_add_unit(state, file, review, err);
}

static enum fuhe_status workbook_failure(void *state, const char *file, const struct fuhe_error *error,
                                         struct fuhe_error *err) {
    return fuhe_workbook_add_failure(state, file, error, err);
}

static enum fuhe_status workbook_finish(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    const struct fuhe_workbook_end whole = {end->survey, end->statistics, end->samples};

    return fuhe_workbook_finish(state, &whole, err);
}

static void workbook_free(void *state) {
    fuhe_workbook_free(state);
}

static const struct fuhe_maker workbook_maker = {FUHE_PRODUCT_XLSX, "review.xlsx", workbook_begin,
                                                 workbook_form,     workbook_unit, workbook_failure,
                                                 workbook_finish,   workbook_free, NULL};

/* --- formats that write one file --- */

struct single {
    struct fuhe_report report;
    struct fuhe_output_file file;
    bool is_open;
    char path[FUHE_PATH_BYTES];
};

static enum fuhe_status single_open(struct single *single, const char *folder, const char *name,
                                    struct fuhe_error *err) {
    const int length = snprintf(single->path, sizeof single->path, "%s/%s", folder, name);

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
    FUHE_TRY(single_open(single, making->folder, maker->file, err));
    single->report.format = maker->format;
    single->report.options.no_bom = making->no_bom;
    single->report.output = &single->file.output;
    maker->format->begin(&single->report);
    return FUHE_STATUS_OK;
}

/* What the output remembers of a failure. */
static enum fuhe_status status_of(const struct single *single, struct fuhe_error *err) {
    const struct fuhe_output *output = single->report.output;

    if (output->status != FUHE_STATUS_OK && err != NULL) {
        *err = output->error;
    }
    return output->status;
}

static enum fuhe_status single_form(void *state, const struct fuhe_result *result, uint64_t page,
                                    struct fuhe_error *err) {
    struct single *single = state;

    (void)page;
    single->report.format->form(&single->report, result);
    single->report.written++;
    return status_of(single, err);
}

static enum fuhe_status single_unit(void *state, const char *file, const struct fuhe_unit_review *review,
                                    struct fuhe_error *err) {
    struct single *single = state;

    single->report.format->unit(&single->report, file, NULL, review);
    return status_of(single, err);
}

static enum fuhe_status single_failure(void *state, const char *file, const struct fuhe_error *error,
                                       struct fuhe_error *err) {
    struct single *single = state;

    single->report.format->failure(&single->report, file, error);
    return status_of(single, err);
}

static enum fuhe_status single_finish(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    struct single *single = state;

    single->report.format->end(&single->report, &end->summary);
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

#define SINGLE(product, file, format)                                                                                  \
    { (product), (file), single_begin, single_form, single_unit, single_failure, single_finish, single_free, (format) }

static const struct fuhe_maker forms_maker = SINGLE(FUHE_PRODUCT_CSV, "reviews.csv", &fuhe_report_csv_forms);
static const struct fuhe_maker indicators_maker = SINGLE(FUHE_PRODUCT_CSV, "indicators.csv", &fuhe_report_csv);
static const struct fuhe_maker findings_maker = SINGLE(FUHE_PRODUCT_CSV, "findings.csv", &fuhe_report_csv_findings);
static const struct fuhe_maker lines_maker = SINGLE(FUHE_PRODUCT_JSONL, "reviews.jsonl", &fuhe_report_jsonl);
static const struct fuhe_maker xml_maker = SINGLE(FUHE_PRODUCT_XML, "reviews.xml", &fuhe_report_xml);

/* --- samples --- */

/* A table or lines of all samples: known before the first form, written at the end. */
struct sample_file {
    const char *folder;
    const char *name;
    bool no_bom;
};

static enum fuhe_status sample_begin(const struct fuhe_maker *maker, const struct fuhe_making *making, void **state,
                                     struct fuhe_error *err) {
    struct sample_file *file = calloc(1, sizeof *file);

    if (file == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    *file = (struct sample_file){making->folder, maker->file, making->no_bom};
    *state = file;
    return FUHE_STATUS_OK;
}

static enum fuhe_status sample_form(void *state, const struct fuhe_result *result, uint64_t page,
                                    struct fuhe_error *err) {
    (void)state, (void)result, (void)page, (void)err;
    return FUHE_STATUS_OK;
}

static enum fuhe_status sample_unit(void *state, const char *file, const struct fuhe_unit_review *review,
                                    struct fuhe_error *err) {
    (void)state, (void)file, (void)review, (void)err;
    return FUHE_STATUS_OK;
}

static enum fuhe_status sample_failure(void *state, const char *file, const struct fuhe_error *error,
                                       struct fuhe_error *err) {
    (void)state, (void)file, (void)error, (void)err;
    return FUHE_STATUS_OK;
}

static void write_sample_table(const struct sample_file *file, const struct fuhe_sample *samples,
                               struct fuhe_output *output) {
    fuhe_sample_csv_begin(file->no_bom, output);
    for (size_t i = 0; i < FUHE_SAMPLE_METHOD_COUNT; i++) {
        fuhe_sample_csv_add(&samples[i], output);
    }
}

static void write_sample_lines(const struct sample_file *file, const struct fuhe_sample *samples,
                               struct fuhe_output *output) {
    (void)file;
    for (size_t i = 0; i < FUHE_SAMPLE_METHOD_COUNT; i++) {
        fuhe_sample_write_jsonl(&samples[i], output);
    }
}

static enum fuhe_status sample_write(const struct sample_file *file, const struct fuhe_making_end *end,
                                     void (*write)(const struct sample_file *, const struct fuhe_sample *,
                                                   struct fuhe_output *),
                                     struct fuhe_error *err) {
    struct single *single = calloc(1, sizeof *single);

    if (single == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    enum fuhe_status status = single_open(single, file->folder, file->name, err);
    if (status == FUHE_STATUS_OK) {
        write(file, end->samples, &single->file.output);
        status = fuhe_output_file_close(&single->file, true, err);
    }
    free(single);
    return status;
}

static enum fuhe_status sample_finish_table(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    return sample_write(state, end, write_sample_table, err);
}

static enum fuhe_status sample_finish_lines(void *state, const struct fuhe_making_end *end, struct fuhe_error *err) {
    return sample_write(state, end, write_sample_lines, err);
}

static const struct fuhe_maker sample_table_maker = {FUHE_PRODUCT_CSV,    "sample.csv", sample_begin,
                                                     sample_form,         sample_unit,  sample_failure,
                                                     sample_finish_table, free,         NULL};
static const struct fuhe_maker sample_lines_maker = {FUHE_PRODUCT_JSONL,  "sample.jsonl", sample_begin,
                                                     sample_form,         sample_unit,    sample_failure,
                                                     sample_finish_lines, free,           NULL};

const struct fuhe_maker *const fuhe_makers[] = {
    &site_maker,  &workbook_maker, &forms_maker,        &indicators_maker,   &findings_maker,
    &lines_maker, &xml_maker,      &sample_table_maker, &sample_lines_maker, NULL};
