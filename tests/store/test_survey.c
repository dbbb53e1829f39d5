/* SPDX-License-Identifier: Apache-2.0 */
/* Every sum of the survey is worked out a second time, from the replayed results, with plain loops. */
#include "store/survey.h"
#include "report/memory_output.h"
#include "tests/store/expected_forms.h"
#include "tests/store/made_forms.h"
#include "tests/store/stored_run.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#define STORE "survey-store.tmp"
#define MADE "survey-made.xml.tmp"

static struct fuhe_survey *survey;

/* --- forms --- */

struct list_case {
    const char *name;
    struct fuhe_survey_request request;
};

static const struct list_case list_cases[] = {
    {"all by page", {FUHE_SURVEY_BY_PAGE, 0, 0, 0}},
    {"all by risk", {FUHE_SURVEY_BY_RISK, 0, 0, 0}},
    {"the first by page", {FUHE_SURVEY_BY_PAGE, 0, 0, 10}},
    {"some by page", {FUHE_SURVEY_BY_PAGE, 0, 100, 25}},
    {"some by risk", {FUHE_SURVEY_BY_RISK, 0, 100, 25}},
    {"all but some", {FUHE_SURVEY_BY_RISK, 0, 30, 0}},
    {"the last by page", {FUHE_SURVEY_BY_PAGE, 0, 530, 500}},
    {"beyond the last", {FUHE_SURVEY_BY_PAGE, 0, 100000, 10}},
    {"a department by page", {FUHE_SURVEY_BY_PAGE, 3, 0, 0}},
    {"a department by risk", {FUHE_SURVEY_BY_RISK, 4, 0, 0}},
    {"some of a department", {FUHE_SURVEY_BY_RISK, 4, 2, 3}},
    {"no such department", {FUHE_SURVEY_BY_PAGE, 100000, 0, 0}},
};

struct list_walk {
    const struct expected_form *order[FORMS_MAX];
    size_t count;
    size_t next;
};

static enum fuhe_status check_form(void *context, const struct fuhe_survey_form *form) {
    struct list_walk *walk = context;

    assert_true(walk->next < walk->count);
    assert_form(form, walk->order[walk->next++]);
    return FUHE_STATUS_OK;
}

/* Stable: moves each form in front of those with less risk. */
static void sort_by_risk(struct list_walk *walk) {
    for (size_t i = 1; i < walk->count; i++) {
        const struct expected_form *form = walk->order[i];
        size_t place = i;
        for (; place > 0 && walk->order[place - 1]->risk < form->risk; place--) {
            walk->order[place] = walk->order[place - 1];
        }
        walk->order[place] = form;
    }
}

static void list_is(void **state) {
    const struct list_case *row = *state;
    const struct fuhe_survey_request *request = &row->request;
    static struct list_walk walk;

    walk = (struct list_walk){.next = request->first};
    for (size_t i = 0; i < form_count; i++) {
        if (request->department == 0 || forms[i].department_number == request->department) {
            walk.order[walk.count++] = &forms[i];
        }
    }
    if (request->order == FUHE_SURVEY_BY_RISK) {
        sort_by_risk(&walk);
    }
    if (request->count > 0 && request->first + request->count < walk.count) {
        walk.count = request->first + request->count;
    }
    assert_int_equal(fuhe_survey_forms(survey, request, check_form, &walk, NULL), FUHE_STATUS_OK);
    assert_true(walk.next >= walk.count);
}

/* --- departments --- */

static int compare_numbers(const void *a, const void *b) {
    const int64_t first = *(const int64_t *)a;
    const int64_t second = *(const int64_t *)b;

    return (first > second) - (first < second);
}

/* What a form that was scored in part is worth is not known. */
static bool deviates(const struct expected_form *form) {
    return form->deviation.present && form->state == FUHE_REVIEW_SCORED;
}

static bool is_lowered(const struct expected_form *form) {
    return form->lowered && form->state == FUHE_REVIEW_SCORED;
}

/* Deviations of a department, or of all for 0, sorted. */
static size_t sort_deviations(uint64_t department, int64_t sorted[FORMS_MAX]) {
    size_t count = 0;

    for (size_t i = 0; i < form_count; i++) {
        if (deviates(&forms[i]) && (department == 0 || forms[i].department_number == department)) {
            sorted[count++] = forms[i].deviation.value.scaled;
        }
    }
    qsort(sorted, count, sizeof *sorted, compare_numbers);
    return count;
}

static void expect_department(uint64_t number, struct fuhe_survey_department *expected) {
    int64_t sorted[FORMS_MAX];
    const size_t count = sort_deviations(number, sorted);

    *expected = (struct fuhe_survey_department){.number = number};
    for (size_t i = 0; i < form_count; i++) {
        const struct expected_form *form = &forms[i];
        if (form->department_number != number) {
            continue;
        }
        expected->forms++;
        expected->unscored += form->state == FUHE_REVIEW_UNSCORED;
        expected->partial += form->state == FUHE_REVIEW_PARTIAL;
        expected->over += deviates(form) && form->deviation.value.scaled > 0;
        expected->under += deviates(form) && form->deviation.value.scaled < 0;
        expected->lowered += is_lowered(form);
        expected->risk += form->risk;
        expected->budget.present |= form->budget.present;
        expected->budget.fen += form->budget.present ? form->budget.fen : 0;
        for (size_t severity = 0; severity < FUHE_SEVERITY_COUNT; severity++) {
            expected->findings[severity] += form->findings[severity];
        }
    }
    for (size_t i = 0; i < count; i++) {
        expected->deviation_sum.value.scaled += sorted[i];
    }
    if (count > 0) {
        expected->deviation_sum.present = true;
        expected->median = (struct fuhe_figure){true, {sorted[(count + 1) / 2 - 1]}};
        expected->highest = (struct fuhe_figure){true, {sorted[count - 1]}};
        expected->lowest = (struct fuhe_figure){true, {sorted[0]}};
        expected->most = -sorted[0] > sorted[count - 1] ? expected->lowest : expected->highest;
        expected->deviations = count;
    }
}

struct department_walk {
    size_t count;
    bool by_risk;
    struct fuhe_survey_department last;
};

static enum fuhe_status check_department(void *context, const struct fuhe_survey_department *department) {
    struct department_walk *walk = context;
    struct fuhe_survey_department expected;

    expect_department(department->number, &expected);
    assert_text(department->name, departments[department->number - 1]);
    assert_int_equal(department->forms, expected.forms);
    assert_int_equal(department->unscored, expected.unscored);
    assert_int_equal(department->over, expected.over);
    assert_int_equal(department->under, expected.under);
    assert_int_equal(department->lowered, expected.lowered);
    assert_figure(department->deviation_sum, expected.deviation_sum);
    assert_figure(department->median, expected.median);
    assert_figure(department->most, expected.most);
    assert_figure(department->highest, expected.highest);
    assert_figure(department->lowest, expected.lowest);
    assert_int_equal(department->deviations, expected.deviations);
    assert_int_equal(department->partial, expected.partial);
    assert_money(department->budget, expected.budget);
    assert_memory_equal(department->findings, expected.findings, sizeof expected.findings);
    assert_int_equal(department->risk, expected.risk);
    if (walk->by_risk && walk->count > 0) {
        const uint64_t before = walk->last.risk * expected.forms;
        const uint64_t here = expected.risk * walk->last.forms;
        assert_true(before > here || (before == here && walk->last.number < expected.number));
    }
    walk->count++;
    assert_true(walk->by_risk || department->number == walk->count);
    walk->last = expected;
    return FUHE_STATUS_OK;
}

static void pages_have_departments(void **state) {
    uint64_t department = 99;

    (void)state;
    for (size_t i = 0; i < form_count; i++) {
        assert_int_equal(fuhe_survey_department_of(survey, i + 1, &department, NULL), FUHE_STATUS_OK);
        assert_int_equal(department, forms[i].department_number);
    }
    assert_int_equal(fuhe_survey_department_of(survey, form_count + 1, &department, NULL), FUHE_STATUS_OK);
    assert_int_equal(department, 0);
}

static void departments_are(void **state) {
    struct department_walk walk = {0};

    (void)state;
    assert_true(department_count > MADE_DEPARTMENTS);
    assert_int_equal(fuhe_survey_departments(survey, FUHE_DEPARTMENTS_BY_NUMBER, 0, check_department, &walk, NULL),
                     FUHE_STATUS_OK);
    assert_int_equal(walk.count, department_count);
    walk = (struct department_walk){.by_risk = true};
    assert_int_equal(fuhe_survey_departments(survey, FUHE_DEPARTMENTS_BY_RISK, 0, check_department, &walk, NULL),
                     FUHE_STATUS_OK);
    assert_int_equal(walk.count, department_count);
    walk = (struct department_walk){.by_risk = true};
    assert_int_equal(fuhe_survey_departments(survey, FUHE_DEPARTMENTS_BY_RISK, 5, check_department, &walk, NULL),
                     FUHE_STATUS_OK);
    assert_int_equal(walk.count, 5);
}

/* --- the whole --- */

static void tally_is_that_of_the_results(void **state) {
    struct fuhe_memory_output *expected = fuhe_memory_output_new();
    struct fuhe_memory_output *found = fuhe_memory_output_new();
    static struct fuhe_tally counted;

    (void)state;
    assert_true(expected != NULL && found != NULL);
    assert_int_equal(fuhe_survey_tally(survey, &counted, NULL), FUHE_STATUS_OK);
    fuhe_tally_write(&tally, true, &expected->output);
    fuhe_tally_write(&counted, true, &found->output);
    const fuhe_text text = fuhe_memory_output_text(found);
    assert_true(tally.failures > 0 && tally.files > 100 && tally.grade_count > 3);
    assert_true(fuhe_text_contains(text, FUHE_TEXT("duplicate-project")));
    assert_true(fuhe_text_equals(text, fuhe_memory_output_text(expected)));
    fuhe_memory_output_free(expected);
    fuhe_memory_output_free(found);
}

static int64_t quantile(const int64_t *sorted, size_t count, size_t hundredths) {
    size_t place = 0;

    while (place * 100 < count * hundredths) {
        place++;
    }
    return sorted[place == 0 ? 0 : place - 1];
}

static void deviations_are(void **state) {
    struct fuhe_survey_deviations found;
    int64_t sorted[FORMS_MAX];
    const size_t count = sort_deviations(0, sorted);

    (void)state;
    assert_int_equal(fuhe_survey_deviations(survey, &found, NULL), FUHE_STATUS_OK);
    assert_int_equal(found.count, count);
    assert_int_equal(found.over + found.under + found.none, count);
    assert_true(found.over > 20 && found.under > 20 && found.none > 20);
    assert_int_equal(found.least.scaled, sorted[0]);
    assert_int_equal(found.lower_twentieth.scaled, quantile(sorted, count, 5));
    assert_int_equal(found.lower_quartile.scaled, quantile(sorted, count, 25));
    assert_int_equal(found.median.scaled, quantile(sorted, count, 50));
    assert_int_equal(found.upper_quartile.scaled, quantile(sorted, count, 75));
    assert_int_equal(found.upper_twentieth.scaled, quantile(sorted, count, 95));
    assert_int_equal(found.most.scaled, sorted[count - 1]);
    size_t over = 0;
    for (size_t i = 0; i < count; i++) {
        over += sorted[i] > 0;
    }
    assert_int_equal(found.over, over);
}

static void codes_are(void **state) {
    (void)state;
    for (uint64_t department = 0; department <= department_count + 1; department++) {
        struct fuhe_survey_code codes[FUHE_CODE_COUNT];
        size_t count = 99;
        size_t kinds = 0;
        assert_int_equal(fuhe_survey_codes(survey, department, codes, &count, NULL), FUHE_STATUS_OK);
        for (size_t i = 0; i < count; i++) {
            struct fuhe_survey_code expected = {.code = codes[i].code};
            for (size_t f = 0; f < form_count; f++) {
                const size_t *of = forms[f].counts[codes[i].code];
                const size_t findings = of[0] + of[1] + of[2];
                if (findings == 0 || (department != 0 && forms[f].department_number != department)) {
                    continue;
                }
                expected.findings += findings;
                expected.forms++;
                expected.budget.present |= forms[f].budget.present;
                expected.budget.fen += forms[f].budget.present ? forms[f].budget.fen : 0;
                for (int s = 0; s < FUHE_SEVERITY_COUNT; s++) {
                    expected.severities[s] += of[s];
                }
            }
            assert_true(expected.findings > 0);
            assert_int_equal(codes[i].findings, expected.findings);
            assert_int_equal(codes[i].forms, expected.forms);
            assert_memory_equal(codes[i].severities, expected.severities, sizeof expected.severities);
            assert_money(codes[i].budget, expected.budget);
            assert_true(i == 0 || codes[i - 1].findings > codes[i].findings ||
                        (codes[i - 1].findings == codes[i].findings && codes[i - 1].code < codes[i].code));
        }
        for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
            bool any = false;
            for (size_t f = 0; f < form_count; f++) {
                const size_t *of = forms[f].counts[code];
                any |= of[0] + of[1] + of[2] > 0 && (department == 0 || forms[f].department_number == department);
            }
            kinds += any;
        }
        assert_int_equal(count, kinds);
    }
}

static void money_is(void **state) {
    struct fuhe_survey_money money;
    struct fuhe_survey_money expected = {{true, 0}, {true, 0}, {true, 0}};

    (void)state;
    for (size_t i = 0; i < form_count; i++) {
        const int64_t fen = forms[i].budget.present ? forms[i].budget.fen : 0;
        expected.all.fen += fen;
        expected.over.fen += deviates(&forms[i]) && forms[i].deviation.value.scaled > 0 ? fen : 0;
        expected.lowered.fen += is_lowered(&forms[i]) ? fen : 0;
    }
    assert_int_equal(fuhe_survey_money(survey, &money, NULL), FUHE_STATUS_OK);
    assert_true(expected.lowered.fen > 0 && expected.over.fen > expected.lowered.fen);
    assert_money(money.all, expected.all);
    assert_money(money.over, expected.over);
    assert_money(money.lowered, expected.lowered);
}

/* --- the store that all look at --- */

static struct fuhe_store *many;

static void make_many(void) {
    static const struct stored_run earlier = {{"tests/cli/forms", "examples", MADE}, NULL, NULL};
    static const struct stored_run run = {{"tests/forms", "tests/cases", "tests/cli/forms", MADE}, NULL, NULL};

    made_forms_write(MADE);
    stored_remove(STORE);
    stored_run(STORE, &earlier, NULL);
    stored_run(STORE, &run, NULL);
    many = stored_open(STORE);
    expect_all(many);
    assert_int_equal(fuhe_survey_new(many, &survey, NULL), FUHE_STATUS_OK);
}

/* Tests of the survey of many forms. */
static int release_many(void **state) {
    (void)state;
    fuhe_survey_free(survey);
    fuhe_store_close(many);
    stored_remove(STORE);
    return remove(MADE);
}

static void many_are_surveyed(void **state) {
    (void)state;
    make_many();
}

int main(void) {
    const struct CMUnitTest first[] = {cmocka_unit_test(many_are_surveyed)};
    const struct CMUnitTest whole[] = {cmocka_unit_test(pages_have_departments),
                                       cmocka_unit_test(departments_are),
                                       cmocka_unit_test(tally_is_that_of_the_results),
                                       cmocka_unit_test(deviations_are),
                                       cmocka_unit_test(codes_are),
                                       cmocka_unit_test(money_is)};
    int failures;

    xmlInitParser();
    failures = cmocka_run_group_tests(first, NULL, NULL);
    if (failures > 0) {
        return failures;
    }
    failures += RUN_CASES("lists", list_cases, list_is);
    return failures + cmocka_run_group_tests(whole, NULL, release_many);
}
