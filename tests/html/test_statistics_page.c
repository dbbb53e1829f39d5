/* SPDX-License-Identifier: Apache-2.0 */
/* The page of the statistics: reasons instead of figures where there is too little, names as text, shares of nothing as
 * a dash, and boxes on a scale that takes them in. */
#include "tests/support/cases.h"

#include <stdio.h>
#include <string.h>

#include "html/chart.h"
#include "html/gauge.h"
#include "html/statistics_page.h"
#include "report/messages.h"

enum { PAGE_BYTES = 1 << 16 };

/* What a page says that was closed; valid until the next one. */
static const char *read_back(struct fuhe_page *page) {
    static char bytes[PAGE_BYTES];
    FILE *file = fopen(SCRATCH_FOLDER "/" FUHE_PAGE_STATISTICS, "rb");

    assert_non_null(file);
    bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
    (void)fclose(file);
    fuhe_page_free(page);
    return bytes;
}

static const char *written(struct fuhe_page *page) {
    assert_int_equal(fuhe_page_close(page, NULL), FUHE_STATUS_OK);
    return read_back(page);
}

static struct fuhe_page *opened(void) {
    struct fuhe_page *page = fuhe_page_new(SCRATCH_FOLDER, true);

    assert_non_null(page);
    assert_int_equal(
        fuhe_page_open(page, &(struct fuhe_page_head){.address = FUHE_PAGE_STATISTICS, .title = FUHE_TEXT("t")}, NULL),
        FUHE_STATUS_OK);
    return page;
}

static size_t count_of(const char *page, const char *part) {
    size_t count = 0;

    for (const char *at = strstr(page, part); at != NULL; at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

/* --- too little --- */

static void nothing_gives_reasons(void **state) {
    const struct fuhe_statistics none = {.form_count = 1, .department_count = 1};
    struct fuhe_page *page = fuhe_page_new(SCRATCH_FOLDER, true);

    (void)state;
    assert_non_null(page);
    assert_int_equal(fuhe_statistics_page_write(page, &none, NULL), FUHE_STATUS_OK);
    const char *bytes = read_back(page);
    assert_int_equal(count_of(bytes, "Left out: "), 6); /* all parts but the gauge */
    assert_int_equal(count_of(bytes, "<table"), 1);
    assert_int_equal(count_of(bytes, "0 / 0"), FUHE_EASE_COUNT);
}

static void names_are_text(void **state) {
    struct fuhe_statistics_form form = {.page = 1, .project = FUHE_TEXT("<script>"), .score = {true, {-4000000}}};
    const struct fuhe_statistics statistics = {.outliers = {&form, 1}};
    struct fuhe_page *page = opened();

    (void)state;
    fuhe_statistics_page_outliers(page, &statistics);
    const char *bytes = written(page);
    assert_non_null(strstr(bytes, "&lt;script&gt;"));
    assert_null(strstr(bytes, "<script>"));
    assert_non_null(strstr(bytes, ">-4.00<"));
}

/* --- gauge --- */

static void gauge_shows_what_it_counts(void **state) {
    struct fuhe_gauge gauge = {.forms = 1};
    struct fuhe_page *page = opened();

    (void)state;
    gauge.signs[FUHE_EASE_WORDS].part = 1250; /* 12.5 points */
    gauge.signs[FUHE_EASE_WORDS].whole = 10000;
    gauge.signs[FUHE_EASE_ROUND_CLAIM].part = 2;
    gauge.signs[FUHE_EASE_ROUND_CLAIM].whole = 2; /* too few for a share */
    fuhe_gauge_table(page, &gauge, NULL);
    const char *bytes = written(page);
    assert_non_null(strstr(bytes, "12.5 / 100</td><td class=\"figure\">12.5%</td>"));
    assert_non_null(strstr(bytes, "2 / 2</td><td class=\"figure\">—</td>"));
}

/* --- boxes --- */

struct spread_case {
    const char *name;
    struct fuhe_spread spread;
    const char *labels[3]; /* of the scale, ended by NULL */
};

#define POINTS(points)                                                                                                 \
    { (points) * FUHE_DECIMAL_ONE }

static const struct spread_case spread_cases[] = {
    {"all the same at zero", {.count = 3}, {">-1<", ">1<", NULL}},
    {"all the same beside zero",
     {2, POINTS(5), POINTS(5), POINTS(5), POINTS(5), POINTS(5), POINTS(5), POINTS(5), {0}, 0, 0},
     {">0<", ">5<", NULL}},
    {"a wild one lies beyond",
     {99, POINTS(-90), POINTS(-2), {0}, {0}, {0}, POINTS(3), POINTS(80), {0}, 0, 0},
     {">-2<", ">3<", NULL}},
    {"nine in ten the same: the least and the most",
     {99, POINTS(-10), {0}, {0}, {0}, {0}, {0}, POINTS(20), {0}, 0, 0},
     {">-10<", ">20<", NULL}},
};

static void scale_takes_the_boxes_in(void **state) {
    const struct spread_case *row = *state;
    const struct fuhe_chart_spreads spreads = {.count = 1, .rows = {{"one", &row->spread}}};
    struct fuhe_page *page = opened();

    fuhe_chart_spreads(page, &spreads);
    const char *bytes = written(page);
    for (size_t i = 0; row->labels[i] != NULL; i++) {
        assert_non_null(strstr(bytes, row->labels[i]));
    }
    assert_null(strstr(bytes, ">-90<"));
    assert_int_equal(count_of(bytes, "<circle"), 2);
}

static void balance_grows_from_the_middle(void **state) {
    struct fuhe_page *page = opened();

    (void)state;
    fuhe_chart_balance(page, 5, 10, 10);
    const char *bytes = written(page);
    assert_non_null(strstr(bytes, "class=\"bar-rest\" x=\"30\" y=\"0\" width=\"30\""));
    assert_non_null(strstr(bytes, "class=\"bar-part\" x=\"60\" y=\"0\" width=\"60\""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_gives_reasons),
        cmocka_unit_test(names_are_text),
        cmocka_unit_test(gauge_shows_what_it_counts),
        cmocka_unit_test(balance_grows_from_the_middle),
    };

    (void)fuhe_language_set("en", LOCALE_FOLDER);
    return RUN_CASES("boxes", spread_cases, scale_takes_the_boxes_in) +
           _cmocka_run_group_tests("statistics page", tests, sizeof tests / sizeof tests[0], NULL, NULL);
}
