/* SPDX-License-Identifier: Apache-2.0 */
/* The makers of a report: pages and notices (html/), the workbook (workbook/), and those that write one file. */
#include "cli/makers.h"

#include "cli/file_makers.h"
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
                                             NULL,
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

static const struct fuhe_maker workbook_maker = {
    FUHE_PRODUCT_XLSX, "review.xlsx",   workbook_begin, workbook_form, workbook_unit,
    workbook_failure,  workbook_finish, workbook_free,  NULL,          NULL};

const struct fuhe_maker *const fuhe_makers[] = {&site_maker,
                                                &workbook_maker,
                                                &fuhe_forms_maker,
                                                &fuhe_indicators_maker,
                                                &fuhe_findings_maker,
                                                &fuhe_statistics_table_maker,
                                                &fuhe_gauge_table_maker,
                                                &fuhe_sample_table_maker,
                                                &fuhe_crosscheck_table_maker,
                                                &fuhe_records_maker,
                                                &fuhe_statistics_lines_maker,
                                                &fuhe_gauge_lines_maker,
                                                &fuhe_sample_lines_maker,
                                                &fuhe_crosscheck_lines_maker,
                                                &fuhe_xml_maker,
                                                NULL};
