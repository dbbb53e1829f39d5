/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_OBSERVATION_H
#define FUHE_INFER_OBSERVATION_H

#include "engine/repeats.h"
#include "engine/review.h"

/* What forms claim, gathered form by form, and what each of a few ways of scoring would give for it. Nothing is
 * concluded here. All texts are copied, so forms may be forgotten. */

/* Ways of scoring rows: the base pack with some of its methods exchanged. Together they hold every method that there
 * is. */
enum fuhe_trial {
    FUHE_TRIAL_PROPORTIONAL, /* costs proportional, less linear, equal all or nothing, others more */
    FUHE_TRIAL_CEILING_LINEAR,
    FUHE_TRIAL_CEILING_INVERSE,
    FUHE_TRIAL_SAVED_LINEAR, /* ceiling-if-saved */
    FUHE_TRIAL_SAVED_INVERSE,
    FUHE_TRIAL_LESS_LINEAR, /* output, effect and satisfaction: less is better */
    FUHE_TRIAL_LESS_INVERSE,
    FUHE_TRIAL_COUNT
};

/* Which roundings of the exact score, to the decimals that the claim prints, give the claim. */
enum { FUHE_GIVES_HALF_UP = 1, FUHE_GIVES_HALF_EVEN = 2, FUHE_GIVES_CUT = 4 };

/* What one way gives for a row. */
struct fuhe_outcome {
    bool computed;           /* false: nothing can be computed that way, it says nothing of the row */
    bool fits;               /* the engine's verdict: exact, rounded or truncated */
    uint8_t gives;           /* FUHE_GIVES_… */
    bool is_rounded;         /* the exact score has more decimals than the claim prints */
    fuhe_decimal recomputed; /* at the decimals of the base pack */
    fuhe_decimal printed;    /* half-up at the decimals of the claim: what it would say on the form */
};

struct fuhe_seen_form {
    size_t number; /* among all that came, from 1 */
    fuhe_text file;
    fuhe_text id;
    fuhe_text project;
    int32_t year; /* 0: none */
    bool has_total;
    fuhe_decimal total;
    fuhe_text grade; /* as printed; may be empty */
    bool has_weights;
    fuhe_decimal weights[FUHE_CATEGORY_COUNT]; /* sums of the rows as listed */
};

/* A cell that was observed. */
struct fuhe_seen_place {
    size_t form; /* index into forms */
    struct fuhe_place place;
    fuhe_text address; /* of a cell of a table; else empty */
};

/* The execution score of a form with a rate. */
struct fuhe_seen_execution {
    struct fuhe_seen_place at;
    bool inferred; /* none is printed: claim is the claimed total less the claimed rows, good only when the total is */
    struct fuhe_claim weight; /* as printed beside it */
    struct fuhe_claim rate;   /* as printed: only its decimals are of use */
    struct fuhe_execution execution;
};

/* A row with weight and claim. */
struct fuhe_seen_row {
    struct fuhe_seen_place at;
    size_t number; /* in the form, from 1 */
    fuhe_text name;
    fuhe_text target;
    fuhe_text actual;
    enum fuhe_category category;
    enum fuhe_relation relation;
    enum fuhe_rule rule;       /* that it falls under by the first way */
    enum fuhe_reading reading; /* likewise */
    fuhe_decimal weight;
    struct fuhe_claim claim;
    struct fuhe_outcome outcomes[FUHE_TRIAL_COUNT];
};

/* What is no evidence, and why. */
struct fuhe_blind_spots {
    size_t doubtful;      /* forms that were read with doubt, which nothing is taken from */
    size_t repeated;      /* forms that came before */
    size_t without_rate;  /* forms without a budget, or with amounts that cannot be read */
    size_t without_claim; /* no score is printed, and total or some row is missing or they do not fit */
};

struct fuhe_observations {
    struct fuhe_arena *arena;
    const struct fuhe_pack *base;
    struct fuhe_pack trials[FUHE_TRIAL_COUNT];
    struct fuhe_seen_form *forms;
    size_t form_count; /* that are evidence */
    size_t form_capacity;
    struct fuhe_seen_execution *executions;
    size_t execution_count;
    size_t execution_capacity;
    struct fuhe_seen_row *rows;
    size_t row_count;
    size_t row_capacity;
    fuhe_text *departments; /* different ones, in the order in which they came */
    size_t department_count;
    size_t department_capacity;
    size_t came; /* forms, evidence or not */
    struct fuhe_repeats repeats;
    struct fuhe_blind_spots blind;
};

/* base is borrowed, like the arena, and must outlive the observations. */
void fuhe_observations_init(struct fuhe_observations *observations, const struct fuhe_pack *base,
                            struct fuhe_arena *arena);

/* Takes in a form, unless it came before or was read with doubt; scratch is for the reviews on the way. Fails only for
 * want of memory. */
FUHE_MUST_USE enum fuhe_status fuhe_observations_add(struct fuhe_observations *observations,
                                                     const struct fuhe_form *form, fuhe_text file,
                                                     struct fuhe_arena *scratch);

#endif
