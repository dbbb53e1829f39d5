/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/store/expected_forms.h"

#include <stdio.h>
#include <string.h>

#include "engine/risk.h"
#include "tests/support/cases.h"

struct expected_form forms[FORMS_MAX];
size_t form_count;
char departments[DEPARTMENTS_MAX][TEXT_MAX];
size_t department_count;
struct fuhe_tally tally;

static void copy(char to[TEXT_MAX], fuhe_text text) {
    assert_true(text.length < TEXT_MAX);
    (void)snprintf(to, TEXT_MAX, "%.*s", (int)text.length, text.bytes == NULL ? "" : text.bytes);
}

/* Among the forms there is one whose name is a formula: "+延边州某局". */
static const char *without_plus(const char *name) {
    return name[0] == '+' ? name + 1 : name;
}

static size_t number_department(const char *name) {
    size_t i = 0;

    while (i < department_count && strcmp(without_plus(departments[i]), without_plus(name)) != 0) {
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

/* The names of grades, which are the replay's, for as long as the program runs. */
static void keep_grades(void) {
    static char names[FUHE_TALLY_GRADES_MAX][TEXT_MAX];

    for (size_t i = 1; i < tally.grade_count; i++) {
        copy(names[i], tally.grades[i]);
        tally.grades[i] = fuhe_text_of(names[i]);
    }
}

void expect_all(struct fuhe_store *store) {
    const struct fuhe_replay_sink sink = {expect_form, expect_unit, expect_failure, expect_file, NULL};
    struct fuhe_replay *replay = NULL;

    form_count = 0;
    department_count = 0;
    assert_int_equal(fuhe_replay_new(store, &replay, NULL), FUHE_STATUS_OK);
    fuhe_tally_reset(&tally);
    assert_int_equal(fuhe_replay_all(replay, &sink, NULL), FUHE_STATUS_OK);
    keep_grades();
    fuhe_replay_free(replay);
}

/* --- comparing --- */

void assert_text(fuhe_text text, const char *expected) {
    char found[TEXT_MAX];

    copy(found, text);
    assert_string_equal(found, expected);
}

void assert_figure(struct fuhe_figure figure, struct fuhe_figure expected) {
    assert_int_equal(figure.present, expected.present);
    assert_true(!expected.present || figure.value.scaled == expected.value.scaled);
}

void assert_money(struct fuhe_money money, struct fuhe_money expected) {
    assert_int_equal(money.present, expected.present);
    assert_true(!expected.present || money.fen == expected.fen);
}

void assert_form(const struct fuhe_survey_form *form, const struct expected_form *expected) {
    const bool whole = expected->state == FUHE_REVIEW_SCORED;

    assert_int_equal(form->page, (uint64_t)(expected - forms) + 1);
    assert_int_equal(form->department, expected->department_number);
    assert_text(form->file, expected->file);
    assert_int_equal(form->number, expected->number);
    assert_text(form->id, expected->id);
    assert_text(form->year, expected->year);
    assert_text(form->department_name, departments[expected->department_number - 1]);
    assert_text(form->project, expected->project);
    assert_int_equal(form->state, expected->state);
    assert_text(form->claimed, expected->claimed);
    assert_figure(form->claimed_points, expected->claimed_points);
    assert_figure(form->verified, expected->verified);
    if (whole) {
        assert_figure(form->deviation, expected->deviation);
        assert_figure(form->rate, expected->rate);
    } else { /* what follows from a total that leaves something out is not known */
        assert_false(form->deviation.present || form->rate.present);
    }
    assert_text(form->pack, expected->pack);
    assert_text(form->grade_claimed, expected->grade_claimed);
    assert_text(form->grade, whole ? expected->grade : "");
    assert_text(form->grade_claimed_name, expected->grade_claimed_name);
    assert_text(form->grade_name, whole ? expected->grade_name : "");
    assert_int_equal(form->firmness, expected->firmness);
    assert_money(form->budget, expected->budget);
    assert_memory_equal(form->findings, expected->findings, sizeof form->findings);
    assert_text(form->codes, expected->codes);
    assert_int_equal(form->risk, expected->risk);
}
