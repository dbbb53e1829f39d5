/* SPDX-License-Identifier: Apache-2.0 */
/* Every sum of the survey is worked out a second time, from the replayed results, with plain loops. */
#include "store/survey.h"
#include "engine/risk.h"
#include "report/memory_output.h"
#include "store/replay.h"
#include "tests/store/made_forms.h"
#include "tests/store/stored_run.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#define STORE "survey-store.tmp"
#define MADE "survey-made.xml.tmp"

enum { FORMS_MAX = 1000, DEPARTMENTS_MAX = 100, TEXT_MAX = 400 };

/* --- what is expected --- */

struct expected_form {
    char file[TEXT_MAX], id[TEXT_MAX], year[TEXT_MAX], department[TEXT_MAX], project[TEXT_MAX], claimed[TEXT_MAX];
    char pack[TEXT_MAX], grade_claimed[TEXT_MAX], grade[TEXT_MAX], grade_claimed_name[TEXT_MAX], grade_name[TEXT_MAX];
    char codes[TEXT_MAX];
    size_t number, department_number;
    enum fuhe_review_state state;
    struct fuhe_figure claimed_points, verified, deviation, rate;
    enum fuhe_firmness firmness;
    struct fuhe_money budget;
    size_t findings[FUHE_SEVERITY_COUNT];
    size_t counts[FUHE_CODE_COUNT][FUHE_SEVERITY_COUNT];
    unsigned risk;
    bool lowered;
};

static struct expected_form forms[FORMS_MAX];
static size_t form_count;
static char departments[DEPARTMENTS_MAX][TEXT_MAX];
static size_t department_count;
static struct fuhe_tally tally;
static struct fuhe_survey *survey;

static void copy(char to[TEXT_MAX], fuhe_text text) {
    assert_true(text.length < TEXT_MAX);
    (void)snprintf(to, TEXT_MAX, "%.*s", (int)text.length, text.bytes == NULL ? "" : text.bytes);
}

static size_t number_department(const char *name) {
    size_t i = 0;

    while (i < department_count && strcmp(departments[i], name) != 0) {
        i++;
    }
    if (i == department_count) {
        assert_true(department_count < DEPARTMENTS_MAX);
        (void)snprintf(departments[department_count++], TEXT_MAX, "%s", name);
    }
    return i + 1;
}

static void expect_grades(struct expected_form *form, const struct fuhe_review *review) {
    const struct fuhe_pack *pack = review->pack;
    const size_t claimed = fuhe_review_claimed_grade(review);

    if (claimed < pack->grade_count) {
        copy(form->grade_claimed, pack->grades[claimed].id);
        copy(form->grade_claimed_name, pack->grades[claimed].name.zh);
    }
    if (review->grading.has_grade) {
        copy(form->grade, pack->grades[review->grading.grade].id);
        copy(form->grade_name, pack->grades[review->grading.grade].name.zh);
        form->lowered = claimed < review->grading.grade;
    }
}

static void expect_findings(struct expected_form *form, const struct fuhe_finding_list *findings) {
    for (size_t i = 0; i < findings->count; i++) {
        form->findings[findings->items[i].severity]++;
        form->counts[findings->items[i].code][findings->items[i].severity]++;
    }
    for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
        for (size_t i = 0; i < findings->count; i++) {
            if (findings->items[i].code == code) {
                const size_t used = strlen(form->codes);
                (void)snprintf(form->codes + used, TEXT_MAX - used, "%s%s", used == 0 ? "" : " ",
                               fuhe_code_name((enum fuhe_code)code));
                break;
            }
        }
    }
}

static enum fuhe_status expect_form(void *context, const struct fuhe_result *result, uint64_t page) {
    const struct fuhe_review *review = &result->review;
    const struct fuhe_form *printed = result->form;
    const struct fuhe_risk risk = fuhe_risk_of(review);
    struct expected_form *form = &forms[form_count++];

    (void)context;
    assert_true(form_count <= FORMS_MAX);
    assert_int_equal(page, form_count);
    *form = (struct expected_form){.number = result->number + 1, .state = review->state};
    copy(form->file, fuhe_text_of(result->file));
    copy(form->id, printed->id.text);
    copy(form->year, printed->year.text);
    copy(form->department, printed->department.text.length > 0 ? printed->department.text : printed->unit.text);
    copy(form->project, printed->project.text);
    copy(form->claimed, printed->total_claimed.text);
    copy(form->pack, review->pack->id);
    form->department_number = number_department(form->department);
    form->claimed_points = (struct fuhe_figure){review->totals.claimed.present, review->totals.claimed.value};
    form->verified = (struct fuhe_figure){review->state != FUHE_REVIEW_UNSCORED, review->totals.verified};
    form->deviation = (struct fuhe_figure){review->totals.has_deviation, review->totals.deviation_points};
    form->rate = (struct fuhe_figure){review->totals.has_deviation_rate, review->totals.deviation_rate};
    form->firmness = review->grading.firmness;
    form->budget = (struct fuhe_money){review->execution.has_money, review->execution.budget.scaled / 10000};
    form->risk = fuhe_risk_total(&risk);
    expect_grades(form, review);
    expect_findings(form, &review->findings);
    fuhe_tally_add_form(&tally, result);
    return FUHE_STATUS_OK;
}

static enum fuhe_status expect_unit(void *context, const char *file, const struct fuhe_document *document,
                                    const struct fuhe_unit_review *review) {
    (void)context, (void)file, (void)document;
    fuhe_tally_add_unit(&tally, review);
    return FUHE_STATUS_OK;
}

static enum fuhe_status expect_failure(void *context, const char *file, const struct fuhe_error *error) {
    (void)context, (void)file, (void)error;
    tally.failures++;
    return FUHE_STATUS_OK;
}

static enum fuhe_status expect_file(void *context, const char *file) {
    (void)context, (void)file;
    tally.files++;
    return FUHE_STATUS_OK;
}

/* --- comparing --- */

static void assert_text(fuhe_text text, const char *expected) {
    char found[TEXT_MAX];

    copy(found, text);
    assert_string_equal(found, expected);
}

static void assert_figure(struct fuhe_figure figure, struct fuhe_figure expected) {
    assert_int_equal(figure.present, expected.present);
    assert_true(!expected.present || figure.value.scaled == expected.value.scaled);
}

static void assert_money(struct fuhe_money money, struct fuhe_money expected) {
    assert_int_equal(money.present, expected.present);
    assert_true(!expected.present || money.fen == expected.fen);
}

static void assert_form(const struct fuhe_survey_form *form, const struct expected_form *expected) {
    assert_int_equal(form->page, (uint64_t)(expected - forms) + 1);
    assert_int_equal(form->department, expected->department_number);
    assert_text(form->file, expected->file);
    assert_int_equal(form->number, expected->number);
    assert_text(form->id, expected->id);
    assert_text(form->year, expected->year);
    assert_text(form->department_name, expected->department);
    assert_text(form->project, expected->project);
    assert_int_equal(form->state, expected->state);
    assert_text(form->claimed, expected->claimed);
    assert_figure(form->claimed_points, expected->claimed_points);
    assert_figure(form->verified, expected->verified);
    assert_figure(form->deviation, expected->deviation);
    assert_figure(form->rate, expected->rate);
    assert_text(form->pack, expected->pack);
    assert_text(form->grade_claimed, expected->grade_claimed);
    assert_text(form->grade, expected->grade);
    assert_text(form->grade_claimed_name, expected->grade_claimed_name);
    assert_text(form->grade_name, expected->grade_name);
    assert_int_equal(form->firmness, expected->firmness);
    assert_money(form->budget, expected->budget);
    assert_memory_equal(form->findings, expected->findings, sizeof form->findings);
    assert_text(form->codes, expected->codes);
    assert_int_equal(form->risk, expected->risk);
}

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

/* Deviations of a department, or of all for 0, sorted. */
static size_t sort_deviations(uint64_t department, int64_t sorted[FORMS_MAX]) {
    size_t count = 0;

    for (size_t i = 0; i < form_count; i++) {
        if (forms[i].deviation.present && (department == 0 || forms[i].department_number == department)) {
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
        expected->over += form->deviation.present && form->deviation.value.scaled > 0;
        expected->under += form->deviation.present && form->deviation.value.scaled < 0;
        expected->lowered += form->lowered;
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
        expected->most = (struct fuhe_figure){true, {sorted[count - 1]}};
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
                    expected.severity =
                        of[s] > 0 && s > (int)expected.severity ? (enum fuhe_severity)s : expected.severity;
                }
            }
            assert_true(expected.findings > 0);
            assert_int_equal(codes[i].findings, expected.findings);
            assert_int_equal(codes[i].forms, expected.forms);
            assert_int_equal(codes[i].severity, expected.severity);
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
        expected.over.fen += forms[i].deviation.present && forms[i].deviation.value.scaled > 0 ? fen : 0;
        expected.lowered.fen += forms[i].lowered ? fen : 0;
    }
    assert_int_equal(fuhe_survey_money(survey, &money, NULL), FUHE_STATUS_OK);
    assert_true(expected.lowered.fen > 0 && expected.over.fen > expected.lowered.fen);
    assert_money(money.all, expected.all);
    assert_money(money.over, expected.over);
    assert_money(money.lowered, expected.lowered);
}

/* --- the store that all look at --- */

static struct fuhe_store *many;
static struct fuhe_replay *replay;

static void make_many(void) {
    static const struct stored_run earlier = {{"tests/cli/forms", "examples", MADE}, NULL, NULL};
    static const struct stored_run run = {{"tests/forms", "tests/cases", "tests/cli/forms", MADE}, NULL, NULL};
    const struct fuhe_replay_sink sink = {expect_form, expect_unit, expect_failure, expect_file, NULL};

    made_forms_write(MADE);
    stored_remove(STORE);
    stored_run(STORE, &earlier, NULL);
    stored_run(STORE, &run, NULL);
    many = stored_open(STORE);
    fuhe_tally_reset(&tally);
    assert_int_equal(fuhe_replay_new(many, &replay, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_replay_all(replay, &sink, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_survey_new(many, &survey, NULL), FUHE_STATUS_OK);
}

/* Tests of the survey of many forms. */
static int release_many(void **state) {
    (void)state;
    fuhe_survey_free(survey);
    fuhe_replay_free(replay);
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
    const struct CMUnitTest whole[] = {cmocka_unit_test(departments_are),
                                       cmocka_unit_test(tally_is_that_of_the_results), cmocka_unit_test(deviations_are),
                                       cmocka_unit_test(codes_are), cmocka_unit_test(money_is)};
    int failures;

    xmlInitParser();
    failures = cmocka_run_group_tests(first, NULL, NULL);
    if (failures > 0) {
        return failures;
    }
    failures += RUN_CASES("lists", list_cases, list_is);
    return failures + cmocka_run_group_tests(whole, NULL, release_many);
}
