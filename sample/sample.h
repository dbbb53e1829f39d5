/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_SAMPLE_H
#define FUHE_SAMPLE_SAMPLE_H

#include "engine/arena.h"
#include "engine/output.h"
#include "engine/risk.h"
#include "store/survey.h"

/* Which forms to review by hand.
 *
 * By risk: those of the highest risk (engine/risk.h); nothing follows from them for the others.
 *
 * By money: each 元 of budget has the same chance to be drawn (money-unit sampling by cells: one draw in each interval
 * of money, independent of the others, the forms in input order; Leslie, Teitlebaum and Anderson, Dollar-Unit Sampling,
 * 1979). Forms at least as large as the interval are taken for certain and lie in no interval. Forms without a budget
 * above zero cannot be drawn and are said to be outside. What a review by hand of these forms finds holds for the money
 * of all, with a stated upper bound. */
enum fuhe_sample_method { FUHE_SAMPLE_RISK, FUHE_SAMPLE_MONEY };

enum {
    FUHE_SAMPLE_METHOD_COUNT = 2,
    FUHE_SAMPLE_COUNT_DEFAULT = 50,
    FUHE_SAMPLE_COUNT_MAX = 10000,
    FUHE_SAMPLE_SEED_DEFAULT = 1,
    FUHE_SAMPLE_CONFIDENCE_DEFAULT = 95 /* percent */
};

const char *fuhe_sample_method_name(enum fuhe_sample_method method); /* "risk" */

struct fuhe_sample_request {
    enum fuhe_sample_method method;
    size_t count; /* 1 to FUHE_SAMPLE_COUNT_MAX */
    uint32_t seed;
    unsigned confidence; /* percent: 80, 90, 95, 99 */
};

/* A form to review. Texts live in the arena. */
struct fuhe_sample_item {
    uint64_t page;
    fuhe_text file;
    size_t number; /* in its file, from 1 */
    fuhe_text id;
    fuhe_text year;
    fuhe_text department;
    fuhe_text project;
    enum fuhe_review_state state;
    fuhe_text claimed; /* as printed */
    struct fuhe_figure claimed_points;
    struct fuhe_figure verified;
    struct fuhe_figure deviation;
    fuhe_text pack;          /* id */
    fuhe_text grade_claimed; /* id; empty when there is none */
    fuhe_text grade;
    fuhe_text grade_claimed_name; /* as the rule pack has it, Chinese */
    fuhe_text grade_name;
    struct fuhe_money budget;
    unsigned risk;
    struct fuhe_risk why; /* the parts of the risk */
    fuhe_text codes;      /* of its findings */
    size_t hits;          /* draws that fell on it: 1 or 2; 0 when certain, and by risk */
    bool certain;         /* as large as the interval, or all were taken; by money */
};

/* What came of drawing. */
enum fuhe_sample_state {
    FUHE_SAMPLE_DRAWN,
    FUHE_SAMPLE_EVERYTHING, /* every form that can be drawn is in it: no more of them than were asked for */
    FUHE_SAMPLE_NO_MONEY,   /* by money: no form has a budget above zero */
    FUHE_SAMPLE_TOO_MUCH    /* by money: the budgets add up to more than any real ones can (2^63 分) */
};

struct fuhe_sample {
    struct fuhe_sample_request request;
    enum fuhe_sample_state state;
    struct fuhe_survey_origin origin;   /* the documents drawn from */
    size_t forms;                       /* in the batch */
    size_t unreadable;                  /* files and forms that could not be read: cannot be drawn */
    size_t outside;                     /* of these, without a budget above zero: cannot be drawn by money */
    struct fuhe_survey_repeats repeats; /* all of their forms count, and all of their money */
    struct fuhe_money money;            /* of all with a budget above zero; absent when it is too much */
    struct fuhe_money interval;         /* of money for one draw, rounded up; by money */
    struct fuhe_sample_item *items;     /* by risk: the highest first; by money: in input order */
    size_t count;
    size_t certain;               /* of the items */
    struct fuhe_money money_seen; /* of the items */
    /* By money: if the review by hand finds no form scored too high, then with this confidence at most `bound` of the
     * money (percent, two places, upwards) lies in forms scored too high; absent by risk and when nothing was drawn.
     * It is factor ÷ count, the factor -ln(1 - confidence) of Poisson, or all money not seen when that is less. */
    struct fuhe_figure factor;
    struct fuhe_figure bound;
    struct fuhe_money bound_money;
};

FUHE_MUST_USE enum fuhe_status fuhe_sample_draw(struct fuhe_survey *survey, const struct fuhe_sample_request *request,
                                                struct fuhe_arena *arena, struct fuhe_sample *sample,
                                                struct fuhe_error *err);

/* For people in the language that was set; for machines: CSV, its heading (with the byte order mark unless no_bom) and
 * a line for each form, and JSON lines, one for the sample and one for each form. Several samples go into one file one
 * behind the other. */
void fuhe_sample_write_text(const struct fuhe_sample *sample, struct fuhe_output *output);
void fuhe_sample_csv_begin(bool no_bom, struct fuhe_output *output);
void fuhe_sample_csv_add(const struct fuhe_sample *sample, struct fuhe_output *output);
void fuhe_sample_write_jsonl(const struct fuhe_sample *sample, struct fuhe_output *output);

#endif
