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

/* One row may be one mistake: it takes two to propose a method. Where a rival explains half as many rows that the best
 * does not, units do not all do the same. */
enum { FUHE_RIVALS_MAX = 3, FUHE_VOTES_MIN = 2, FUHE_CLEARLY = 2 };

/* One method in an election. */
struct fuhe_rival {
    const char *word; /* as a pack calls it: "proportional" */
    int value;        /* of the enum that the pack has for it */
    size_t fits;      /* rows that can tell and whose claims it explains */
    size_t misfits;   /* rows that can tell, which it scores, and whose claims it does not explain */
    size_t partial;   /* of those that fit: claims below full marks, which the base pack's method does not explain */
    size_t apart;     /* of those that fit: rows that the best does not explain */
};

/* What an election came to. */
enum fuhe_election_state {
    FUHE_ELECTION_ALIKE,      /* no row can tell */
    FUHE_ELECTION_FEW,        /* fewer rows than it takes */
    FUHE_ELECTION_SPLIT,      /* none explains most */
    FUHE_ELECTION_TWO,        /* two practices: one explains not clearly more than another */
    FUHE_ELECTION_FULL_MARKS, /* it rests on full marks, which a unit that works out nothing writes as well */
    FUHE_ELECTION_DECIDED
};

const char *fuhe_election_state_name(enum fuhe_election_state state); /* "two-practices" */

struct fuhe_election {
    enum fuhe_family family;
    size_t rows;     /* of the family: fit + misfit_count + unscored */
    size_t telling;  /* rows that can tell */
    size_t any;      /* rows that cannot, and fit any method */
    size_t idle;     /* full marks that only less-is-better explains: no evidence of it */
    size_t fit;      /* rows that `best` explains; when nothing is decided, that some method explains */
    size_t unscored; /* rows that it, or every method, leaves to a person */
    struct fuhe_rival rivals[FUHE_RIVALS_MAX];
    size_t rival_count; /* 1: there is nothing to choose */
    size_t own;         /* the base pack's */
    size_t best;        /* the one that the claims speak for; the base pack's when none is */
    size_t leading;     /* the one that explains most, decided or not */
    size_t rival;       /* the one that explains most of what that does not; itself when nothing does */
    enum fuhe_election_state state;
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
