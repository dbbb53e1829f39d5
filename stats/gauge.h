/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_GAUGE_H
#define FUHE_STATS_GAUGE_H

#include "engine/review.h"

/* The "too easy" gauge: signs that targets asked for little. Never part of a score, and no sign by itself means that
 * anything is wrong. */
enum fuhe_ease {
    FUHE_EASE_FULL_MARKS,   /* rows claimed at full weight, of rows with claim and weight */
    FUHE_EASE_TARGET_EQUAL, /* rows whose result is just the target, of rows where both are numbers */
    FUHE_EASE_WORDS,        /* weight on rows that were read as words, of all weight */
    FUHE_EASE_OVER_BUDGET,  /* forms whose cost targets add up to more than the budget (cost-target-sum), of forms with
                               cost rows and money */
    FUHE_EASE_ROUND_CLAIM,  /* rows with a whole claim, of rows where the rules give no whole score */
    FUHE_EASE_STALE_YEAR,   /* rows with a year that is past (stale-year), of all rows */
    FUHE_EASE_COUNT
};

const char *fuhe_ease_name(enum fuhe_ease ease); /* "full-marks" */

/* How much of how much shows each sign. Weight is counted in hundredths of a point. */
struct fuhe_gauge {
    size_t forms;
    struct {
        uint64_t part;
        uint64_t whole;
    } signs[FUHE_EASE_COUNT];
};

/* One or two whole claims are no heap. */
enum { FUHE_GAUGE_ROUND_MIN = 3 };
/* Fewer signs would be no gauge but one of its parts. */
enum { FUHE_GAUGE_SIGNS_MIN = 3 };
/* A department of one or two forms is these forms. */
enum { FUHE_GAUGE_FORMS_MIN = 3 };

struct fuhe_gauge fuhe_gauge_of(const struct fuhe_review *review);
void fuhe_gauge_add(struct fuhe_gauge *sum, const struct fuhe_gauge *added);

/* In percent, one place; absent when there is nothing, or of round claims too little, that could show the
 * sign. */
struct fuhe_figure fuhe_gauge_share(const struct fuhe_gauge *gauge, enum fuhe_ease ease);

/* The mean of the shares that are there, each counting the same, 0 to 100, one place, rounded once; absent when there
 * are fewer than FUHE_GAUGE_SIGNS_MIN. */
struct fuhe_figure fuhe_gauge_index(const struct fuhe_gauge *gauge);

#endif
