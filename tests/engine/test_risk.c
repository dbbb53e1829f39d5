/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/risk.h"
#include "tests/support/cases.h"
#include "tests/support/cells.h"
#include "tests/support/form_builder.h"
#include "tests/support/plain_pack.h"

enum { FINDINGS_MAX = 64, NONE = 9 };

/* Four grades; grades of a row are places in this list. */
static const struct {
    const char *id;
    const char *name;
    int64_t from;
} named[] = {{"excellent", "优秀", 90}, {"good", "良好", 80}, {"fair", "一般", 60}, {"poor", "较差", 0}};

static struct fuhe_grade grades[sizeof named / sizeof named[0]];

struct made {
    struct form_builder builder;
    struct fuhe_pack pack;
    struct fuhe_finding findings[FINDINGS_MAX];
    struct fuhe_review review;
};

static void make(struct made *made) {
    form_builder_init(&made->builder);
    plain_pack_init(&made->pack);
    made->pack.grades = grades;
    made->pack.grade_count = sizeof named / sizeof named[0];
    for (size_t i = 0; i < made->pack.grade_count; i++) {
        const fuhe_text id = fuhe_text_of(named[i].id);
        grades[i] = (struct fuhe_grade){id, {fuhe_text_of(named[i].name), id}, FUHE_DECIMAL(named[i].from)};
    }
    made->review =
        (struct fuhe_review){.form = &made->builder.form, .pack = &made->pack, .findings = {made->findings, 0, 0}};
}

/* --- the claimed grade --- */

struct grade_case {
    const char *name;
    const char *printed; /* NULL: no such cell */
    bool has_claim;
    int64_t claimed; /* scaled */
    size_t expected;
};

static const struct grade_case grade_cases[] = {
    {"as printed", "良好", true, 99000000, 1},
    {"in English", "good", true, 99000000, 1},
    {"by id", "poor", true, 99000000, 3},
    {"spaces are ignored", "优 秀", true, 10000000, 0},
    {"of the total, when none is printed", NULL, true, 90000000, 0},
    {"just below a bound", NULL, true, 89999999, 1},
    {"of the total, when blank", "", true, 0, 3},
    {"of the total, when no grade is called so", "甲", true, 60000000, 2},
    {"without a total", NULL, false, 0, 4},
    {"as printed without a total", "较差", false, 0, 3},
    {"below every grade", NULL, true, -1, 4},
};

static void claimed_grade_is(void **state) {
    const struct grade_case *row = *state;
    static struct made made;

    make(&made);
    made.builder.form.total_grade = cell_of(row->printed);
    made.review.totals.claimed = (struct fuhe_claim){row->has_claim, {row->claimed}, 2};
    assert_int_equal(fuhe_review_claimed_grade(&made.review), row->expected);
}

/* --- parts of the risk --- */

struct risk_case {
    const char *name;
    enum fuhe_review_state state;
    size_t claimed;     /* grade; NONE for none */
    size_t recommended; /* likewise */
    bool has_deviation;
    int64_t deviation; /* scaled */
    unsigned errors, warnings, notes;
    enum fuhe_firmness firmness;
    struct fuhe_risk expected;
};

static const struct risk_case risk_cases[] = {
    {"a sound form", FUHE_REVIEW_SCORED, 0, 0, true, 0, 0, 0, 0, FUHE_FIRM, {0, 0, 0, 0, 0}},
    {"unscored", FUHE_REVIEW_UNSCORED, 0, NONE, false, 0, 2, 1, 0, FUHE_UNDECIDABLE, {100, 0, 0, 11, 0}},
    {"partial", FUHE_REVIEW_PARTIAL, 1, 1, true, 0, 1, 0, 0, FUHE_FIRM, {40, 0, 0, 5, 0}},
    {"partial: what is missing is not claimed too much",
     FUHE_REVIEW_PARTIAL,
     0,
     2,
     true,
     32500000,
     0,
     1,
     0,
     FUHE_FRAGILE,
     {40, 0, 0, 1, 0}},
    {"fragile", FUHE_REVIEW_SCORED, 1, 1, true, 0, 0, 1, 0, FUHE_FRAGILE, {0, 0, 0, 1, 10}},
    {"one grade too high", FUHE_REVIEW_SCORED, 0, 1, true, 0, 0, 0, 0, FUHE_FIRM, {0, 30, 0, 0, 0}},
    {"two grades too high", FUHE_REVIEW_SCORED, 1, 3, true, 0, 0, 0, 0, FUHE_FIRM, {0, 60, 0, 0, 0}},
    {"three are no more than two", FUHE_REVIEW_SCORED, 0, 3, true, 0, 0, 0, 0, FUHE_FIRM, {0, 60, 0, 0, 0}},
    {"a grade too low", FUHE_REVIEW_SCORED, 3, 0, true, 0, 0, 0, 0, FUHE_FIRM, {0, 0, 0, 0, 0}},
    {"no grade claimed", FUHE_REVIEW_SCORED, NONE, 3, true, 0, 0, 0, 0, FUHE_FIRM, {0, 0, 0, 0, 0}},
    {"half a point too much", FUHE_REVIEW_SCORED, 0, 0, true, 999999, 0, 0, 0, FUHE_FIRM, {0, 0, 0, 0, 0}},
    {"a point too much", FUHE_REVIEW_SCORED, 0, 0, true, 1000000, 0, 0, 0, FUHE_FIRM, {0, 0, 4, 0, 0}},
    {"nine points too much", FUHE_REVIEW_SCORED, 0, 0, true, 9990000, 0, 0, 0, FUHE_FIRM, {0, 0, 36, 0, 0}},
    {"any more", FUHE_REVIEW_SCORED, 0, 0, true, INT64_MAX, 0, 0, 0, FUHE_FIRM, {0, 0, 40, 0, 0}},
    {"half a point too little", FUHE_REVIEW_SCORED, 0, 0, true, -999999, 0, 0, 0, FUHE_FIRM, {0, 0, 0, 0, 0}},
    {"seven points too little", FUHE_REVIEW_SCORED, 0, 0, true, -7500000, 0, 0, 0, FUHE_FIRM, {0, 0, 7, 0, 0}},
    {"far too little", FUHE_REVIEW_SCORED, 0, 0, true, INT64_MIN, 0, 0, 0, FUHE_FIRM, {0, 0, 40, 0, 0}},
    {"no deviation", FUHE_REVIEW_SCORED, 0, 0, false, 9000000, 0, 0, 0, FUHE_FIRM, {0, 0, 0, 0, 0}},
    {"notes are nothing", FUHE_REVIEW_SCORED, 0, 0, true, 0, 0, 0, 20, FUHE_FIRM, {0, 0, 0, 0, 0}},
    {"most of errors and warnings", FUHE_REVIEW_SCORED, 0, 0, true, 0, 7, 11, 1, FUHE_FIRM, {0, 0, 0, 40, 0}},
    {"just below the most", FUHE_REVIEW_SCORED, 0, 0, true, 0, 5, 9, 0, FUHE_FIRM, {0, 0, 0, 34, 0}},
};

static void add_findings(struct made *made, unsigned count, enum fuhe_severity severity) {
    for (unsigned i = 0; i < count; i++) {
        made->findings[made->review.findings.count++] = (struct fuhe_finding){.severity = severity};
    }
}

static void risk_is(void **state) {
    const struct risk_case *row = *state;
    static struct made made;

    make(&made);
    made.builder.form.total_grade = cell_of(NULL);
    made.review.state = row->state;
    if (row->claimed < NONE) {
        made.review.totals.claimed = (struct fuhe_claim){true, grades[row->claimed].from, 2};
    }
    made.review.grading = (struct fuhe_grading){
        .has_grade = row->recommended < NONE, .grade = row->recommended % NONE, .firmness = row->firmness};
    made.review.totals.has_deviation = row->has_deviation;
    made.review.totals.deviation_points = (fuhe_decimal){row->deviation};
    add_findings(&made, row->errors, FUHE_SEVERITY_ERROR);
    add_findings(&made, row->warnings, FUHE_SEVERITY_WARNING);
    add_findings(&made, row->notes, FUHE_SEVERITY_NOTE);
    const struct fuhe_risk risk = fuhe_risk_of(&made.review);
    const struct fuhe_risk *expected = &row->expected;
    assert_int_equal(risk.state, expected->state);
    assert_int_equal(risk.grade, expected->grade);
    assert_int_equal(risk.deviation, expected->deviation);
    assert_int_equal(risk.findings, expected->findings);
    assert_int_equal(risk.firmness, expected->firmness);
    assert_int_equal(fuhe_risk_total(&risk),
                     expected->state + expected->grade + expected->deviation + expected->findings + expected->firmness);
}

int main(void) {
    return RUN_CASES("claimed grade", grade_cases, claimed_grade_is) + RUN_CASES("risk", risk_cases, risk_is);
}
