/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_METHODS_H
#define FUHE_INFER_METHODS_H

#include "infer/observation.h"

/* Which method explains the claims of each family of rows: an election among the methods that there are. Only rows
 * vote that can tell: those where two methods would print different scores. */

enum fuhe_family {
    FUHE_FAMILY_COST, /* figures without an operator, by category */
    FUHE_FAMILY_OUTPUT,
    FUHE_FAMILY_EFFECT,
    FUHE_FAMILY_SATISFACTION,
    FUHE_FAMILY_MORE,  /* figures with ≥ or > */
    FUHE_FAMILY_LESS,  /* with ≤ or <, and any others whose claims only one of the two methods for those explains */
    FUHE_FAMILY_EQUAL, /* with = */
    FUHE_FAMILY_RANK,
    FUHE_FAMILY_ZERO,
    FUHE_FAMILY_COUNT
};

const char *fuhe_family_name(enum fuhe_family family); /* "cost" */

/* One row may be one mistake: it takes two to propose a method. */
enum { FUHE_RIVALS_MAX = 3, FUHE_VOTES_MIN = 2 };

/* One method in an election. */
struct fuhe_rival {
    const char *word; /* as a pack calls it: "proportional" */
    int value;        /* of the enum that the pack has for it */
    size_t fits;      /* rows that can tell and whose claims it explains */
    size_t misfits;   /* rows that can tell, which it scores, and whose claims it does not explain */
};

struct fuhe_election {
    enum fuhe_family family;
    size_t rows;    /* of the family, that can be computed at all */
    size_t telling; /* rows that can tell */
    size_t any;     /* rows that cannot, and fit any method */
    struct fuhe_rival rivals[FUHE_RIVALS_MAX];
    size_t rival_count; /* 1: there is nothing to choose */
    size_t own;         /* the base pack's */
    size_t best;        /* the one that the claims speak for; the base pack's when none is */
    bool is_decided;
    size_t *misfits; /* indices of rows that `best` does not explain; when nothing is decided, that none explains */
    size_t misfit_count;
};

struct fuhe_methods {
    struct fuhe_election elections[FUHE_FAMILY_COUNT];
    enum fuhe_less_method less; /* as elected */
};

FUHE_MUST_USE enum fuhe_status fuhe_methods_elect(const struct fuhe_observations *observations,
                                                  struct fuhe_arena *arena, struct fuhe_methods *methods);

/* What a row scores by the methods elected; NULL when the row is no figure. */
const struct fuhe_outcome *fuhe_methods_outcome(const struct fuhe_methods *methods, const struct fuhe_seen_row *row);

#endif
