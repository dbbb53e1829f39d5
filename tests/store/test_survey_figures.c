/* SPDX-License-Identifier: Apache-2.0 */
/* What the survey makes of figures that real forms seldom have: deviations are put into the database by hand. */
#include "store/survey.h"
#include "tests/store/stored_run.h"
#include "tests/support/cases.h"

#include <stdio.h>

#include <libxml/parser.h>

#define STORE "figures-store.tmp"

/* --- histograms --- */

struct bin_case {
    const char *name;
    const char *deviations; /* of the 15 forms of the department, millionths, JSON */
    int64_t width;
    size_t count;
    int bins[6]; /* distance from the middle and number, by twos; the rest are 0 */
};

static const struct bin_case bin_cases[] = {
    {"none", "[]", 10000, 0, {0, 0}},
    {"all zero", "[0,0,0]", 10000, 3, {0, 3}},
    {"one of a hundredth", "[10000]", 10000, 1, {1, 1}},
    {"just beyond a hundredth", "[10001]", 10000, 1, {2, 1}},
    {"up to the last bin", "[100000]", 10000, 1, {10, 1}},
    {"just beyond the last bin", "[100001]", 20000, 1, {6, 1}},
    {"both signs", "[-30000, 0, 30000]", 10000, 3, {-3, 1, 0, 1, 3, 1}},
    {"the next width after 0.02", "[200001, -1]", 50000, 2, {5, 1, -1, 1}},
    {"tenths", "[-1000000]", 100000, 1, {-10, 1}},
    {"whole points", "[9500000]", 1000000, 1, {10, 1}},
    {"tens of points", "[-95000000]", 10000000, 1, {-10, 1}},
    {"more than the widest", "[800000000, -800000000]", 10000000, 2, {10, 1, -10, 1}},
    {"a lone one does not set the width", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,90000000]", 10000000, 15, {1, 14, 9, 1}},
    {"a tenth of them does", "[0,0,0,0,0,0,0,0,0,0,0,0,0,5000000,90000000]", 10000000, 15, {0, 13, 1, 1, 9, 1}},
};

static void bins_are(void **state) {
    const struct bin_case *row = *state;
    struct fuhe_survey_deviations found;
    struct fuhe_survey *changed = NULL;
    size_t expected[FUHE_HISTOGRAM_BINS] = {0};
    char sql[300];

    (void)snprintf(sql, sizeof sql, "UPDATE form SET deviation = json_extract('%s', '$[' || number || ']')",
                   row->deviations);
    stored_execute(STORE, sql);
    struct fuhe_store *store = stored_open(STORE);
    assert_int_equal(fuhe_survey_new(store, &changed, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_survey_deviations(changed, &found, NULL), FUHE_STATUS_OK);
    for (size_t i = 0; i < 6; i += 2) {
        expected[FUHE_HISTOGRAM_BINS / 2 + row->bins[i]] += (size_t)row->bins[i + 1];
    }
    assert_int_equal(found.count, row->count);
    assert_int_equal(found.bin_width.scaled, row->width);
    assert_memory_equal(found.bins, expected, sizeof expected);
    fuhe_survey_free(changed);
    fuhe_store_close(store);
}

/* --- money beyond all range --- */

static enum fuhe_status check_absent(void *context, const struct fuhe_survey_department *department) {
    (void)context;
    assert_false(department->budget.present);
    return FUHE_STATUS_OK;
}

static void sums_out_of_range_are_absent(void **state) {
    struct fuhe_survey *changed = NULL;
    struct fuhe_survey_money money;
    struct fuhe_survey_code codes[FUHE_CODE_COUNT];
    size_t count;

    (void)state;
    stored_execute(STORE, "UPDATE form SET budget_fen = 9000000000000000000, deviation = NULL");
    struct fuhe_store *store = stored_open(STORE);
    assert_int_equal(fuhe_survey_new(store, &changed, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_survey_money(changed, &money, NULL), FUHE_STATUS_OK);
    assert_false(money.all.present);
    assert_false(money.over.present);
    assert_int_equal(fuhe_survey_codes(changed, 0, codes, &count, NULL), FUHE_STATUS_OK);
    assert_true(count > 0 && codes[0].forms > 1 && !codes[0].budget.present);
    assert_int_equal(fuhe_survey_departments(changed, FUHE_DEPARTMENTS_BY_RISK, 0, check_absent, NULL, NULL),
                     FUHE_STATUS_OK);
    fuhe_survey_free(changed);
    fuhe_store_close(store);
}

/* --- a store that goes on changing --- */

static size_t count_deviations(struct fuhe_store *store) {
    struct fuhe_survey *looked = NULL;
    struct fuhe_survey_deviations found;

    assert_int_equal(fuhe_survey_new(store, &looked, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_survey_deviations(looked, &found, NULL), FUHE_STATUS_OK);
    fuhe_survey_free(looked);
    return found.count;
}

/* Open for writing, each survey sees what there is by then; open for reading, all see the same. */
static void surveys_see_changes(void **state) {
    struct fuhe_store *written = NULL;
    struct fuhe_store *read = NULL;

    (void)state;
    stored_execute(STORE, "UPDATE form SET deviation = 0");
    read = stored_open(STORE);
    assert_int_equal(fuhe_store_open_to_write(STORE, &written, NULL), FUHE_STATUS_OK);
    assert_int_equal(count_deviations(written), 15);
    assert_int_equal(count_deviations(read), 15);
    stored_execute(STORE, "UPDATE form SET deviation = NULL WHERE number = 14");
    assert_int_equal(count_deviations(written), 14);
    assert_int_equal(count_deviations(read), 15);
    fuhe_store_close(written);
    fuhe_store_close(read);
}

static int make_department(void **state) {
    static const struct stored_run run = {{"tests/forms/yanbian-2024/department.xml"}, NULL, NULL};

    (void)state;
    stored_remove(STORE);
    stored_run(STORE, &run, NULL);
    return 0;
}

static int remove_department(void **state) {
    (void)state;
    stored_remove(STORE);
    return 0;
}

int main(void) {
    const struct CMUnitTest changed[] = {cmocka_unit_test(sums_out_of_range_are_absent),
                                         cmocka_unit_test(surveys_see_changes)};

    xmlInitParser();
    return make_department(NULL) + RUN_CASES("bins", bin_cases, bins_are) +
           cmocka_run_group_tests(changed, NULL, remove_department);
}
