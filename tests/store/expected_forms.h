/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_STORE_EXPECTED_FORMS_H
#define FUHE_TESTS_STORE_EXPECTED_FORMS_H

#include "store/replay.h"
#include "store/survey.h"

/* Headline figures of the forms in force, taken from their replayed results one by one: what lists and sums of the
 * survey are held against. */

enum { FORMS_MAX = 1000, DEPARTMENTS_MAX = 100, TEXT_MAX = 400 };

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

extern struct expected_form forms[FORMS_MAX];
extern size_t form_count;
extern char departments[DEPARTMENTS_MAX][TEXT_MAX]; /* in order of appearance */
extern size_t department_count;
extern struct fuhe_tally tally;

/* Fills all of that from a store. */
void expect_all(struct fuhe_store *store);

/* --- comparing --- */

void assert_text(fuhe_text text, const char *expected);
void assert_figure(struct fuhe_figure figure, struct fuhe_figure expected);
void assert_money(struct fuhe_money money, struct fuhe_money expected);
void assert_form(const struct fuhe_survey_form *form, const struct expected_form *expected);

#endif
