/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_EVALUATION_H
#define FUHE_SAMPLE_EVALUATION_H

#include "sample/reviewed.h"

/* What the review of a sample by money says of the money of all.
 *
 * A form whose audited figure is a and that got r by hand, r < a, was scored too high; its tainting is (a - r) / a. Two
 * questions: how much money stands behind forms scored too high at all (tainting counted as 1), and how much of it
 * stands behind the points that did not hold (over-scoring). What is certain is known; each draw that fell on a form by
 * chance stands for one interval J of money. The estimate is known money + J times the taintings. The most, with the
 * confidence asked for, is the Stringer bound: known money + J (F(0) + sum over taintings, the largest first, of
 * (F(k) - F(k - 1)) t(k)), F the factors of Poisson (stats/money_bound.h); or, when that is less, what was found plus
 * all money not seen. K. W. Stringer, Practical Aspects of Statistical Sampling in Auditing, 1963; Leslie, Teitlebaum
 * and Anderson, Dollar-Unit Sampling, 1979. Forms scored too low are counted and set against nothing. */
enum fuhe_audited { FUHE_AUDITED_CLAIMED, FUHE_AUDITED_VERIFIED, FUHE_AUDITED_COUNT };

struct fuhe_evaluation_money {
    struct fuhe_money estimate; /* rounded half-up */
    fuhe_decimal estimate_percent;
    struct fuhe_money most; /* rounded up */
    fuhe_decimal most_percent;
};

struct fuhe_evaluation_line {
    size_t too_high; /* forms */
    size_t too_low;
    size_t as_reviewed;
    size_t partial; /* the rules could not score them in full: held against nothing */
    size_t without; /* without the audited figure: nothing was claimed, so nothing too high */
    struct fuhe_evaluation_money forms;
    struct fuhe_evaluation_money points;
};

struct fuhe_evaluation {
    const struct fuhe_sample *sample;
    const struct fuhe_reviewed *reviewed;
    bool complete; /* every form is reviewed: else there are no lines */
    struct fuhe_evaluation_line lines[FUHE_AUDITED_COUNT];
};

/* Borrows sample and reviewed. */
FUHE_MUST_USE enum fuhe_status fuhe_evaluation_make(const struct fuhe_sample *sample,
                                                    const struct fuhe_reviewed *reviewed, struct fuhe_arena *arena,
                                                    struct fuhe_evaluation *evaluation, struct fuhe_error *err);

void fuhe_evaluation_write_text(const struct fuhe_evaluation *evaluation, struct fuhe_output *output);
void fuhe_evaluation_write_jsonl(const struct fuhe_evaluation *evaluation, struct fuhe_output *output);

#endif
