/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_RECONCILE_H
#define FUHE_ENGINE_RECONCILE_H

#include "engine/arena.h"
#include "engine/decimal.h"

struct fuhe_review;

/* The cause finder: how could people have come from the rows of a form to the total that they print? It looks for the
 * smallest sets of human slips that give the total exactly, starting from the rows as claimed plus the execution score
 * (totals.sum_of_claims). One set is convincing, eleven are a guess: so it counts them all.
 *
 * A slip changes one thing: one row (with a claim), or the execution score, or one row missing from the form;
 * a set has at most one slip of each. A slip that changes nothing is none, and two slips that bring the same row to the
 * same points are one: the likelier kind stands. Sets of one, two, three common slips are tried first, in this order;
 * only when there are none, sets of one, two, three with far-fetched slips among them. */

/* In order of likelihood; the first six are common, the others far-fetched. x is the exact score, w the weight. Where
 * no exact score can be computed the claim stands for it; a row without weight has no slip that needs w. */
enum fuhe_slip_kind {
    FUHE_SLIP_ROW_MISSING_FROM_FORM, /* a row as heavy as the points by which the weights fall short of full marks */
    FUHE_SLIP_ROW_RECOMPUTED,        /* a row stands in the total at its recomputed score, not at its claim */
    FUHE_SLIP_ROW_LEFT_OUT,          /* counts nothing */
    FUHE_SLIP_ROW_TWICE,             /* the claim counts twice */
    FUHE_SLIP_EXECUTION_LEFT_OUT,
    FUHE_SLIP_EXECUTION_BAND, /* the points of another band, other than zero; by a linear rule the recomputed points */
    FUHE_SLIP_LAST_COMMON = FUHE_SLIP_EXECUTION_BAND,
    FUHE_SLIP_ROW_ROUNDED,    /* x rounded half-up to one place or none */
    FUHE_SLIP_ROW_CUT,        /* x cut to one place or none */
    FUHE_SLIP_DIGITS_SWAPPED, /* two neighbouring digits of the printed claim, on the same side of the point */
    FUHE_SLIP_OTHER_WEIGHT,   /* x / w * the weight of another row, rounded as the pack rounds rows */
    FUHE_SLIP_FULL_MARKS,     /* w */
    FUHE_SLIP_KIND_COUNT
};

const char *fuhe_slip_name(enum fuhe_slip_kind kind); /* "row-left-out" */

struct fuhe_slip {
    enum fuhe_slip_kind kind;
    size_t row;        /* of the review; meaningless for the execution and missing-row kinds */
    fuhe_decimal from; /* points that it had */
    fuhe_decimal to;   /* points that it has in the total */
};

enum { FUHE_CAUSE_SLIPS_MAX = 3, FUHE_CAUSES_SHOWN_MAX = 16 };

struct fuhe_cause {
    size_t slip_count;
    struct fuhe_slip slips[FUHE_CAUSE_SLIPS_MAX];
    bool closes_weights;  /* they do not give full marks as listed, but do with what it leaves out or adds */
    bool drops_duplicate; /* it closes the weights, and leaves out a row that the review does not count either */
};

enum fuhe_explanation_state {
    FUHE_EXPLANATION_NONE,        /* no such total on the form, or nothing to compare it with */
    FUHE_EXPLANATION_ADDS_UP,     /* the rows as claimed give it: any deviation lies in the rows */
    FUHE_EXPLANATION_FOUND,       /* by common slips */
    FUHE_EXPLANATION_FAR_FETCHED, /* only with far-fetched slips, of at most two: a hint, no evidence */
    FUHE_EXPLANATION_INCOMPLETE,  /* not searched: what the form lacks, or was read wrong of it, may be the cause */
    FUHE_EXPLANATION_NOT_FOUND    /* nothing, or only sets of three with far-fetched ones: "not explained" */
};

const char *fuhe_explanation_name(enum fuhe_explanation_state state);

struct fuhe_explanation {
    enum fuhe_explanation_state state;
    fuhe_decimal total; /* to be explained */
    fuhe_decimal base;  /* rows as claimed and execution */
    size_t size;        /* slips in each of the smallest sets; 0 when there are none */
    uint64_t sets;      /* how many sets of that size there are, in all */
    /* The best of them, FUHE_CAUSES_SHOWN_MAX at most, ranked by the kinds of their slips; of equal kinds those first
     * that close the weights (by a duplicate, if there is one), then by rows. */
    struct fuhe_cause *causes;
    size_t cause_count;
    uint64_t nodes;      /* steps that the search took */
    bool budget_reached; /* the search stopped at its budget: sets may be missing */
};

/* Explains total (points) for a finished review. Causes live in the arena. Takes some ten million steps at most. Fails
 * only for want of memory. */
FUHE_MUST_USE enum fuhe_status fuhe_reconcile(const struct fuhe_review *review, fuhe_decimal total,
                                              struct fuhe_arena *arena, struct fuhe_explanation *explanation);

#endif
