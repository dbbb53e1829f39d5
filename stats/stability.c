/* SPDX-License-Identifier: Apache-2.0 */
/* Weights follow a Dirichlet distribution around those of the form: independent gamma draws, one a row, over their sum.
 * Rows that earned the same share of their weight are drawn as one, for parts of a Dirichlet distribution add up to a
 * part of one with the sum of their parameters: exact, and most rows earn all. A total is at least some points exactly
 * when the sum of g (share - wanted share) is not negative, so nothing is divided in a draw. */
#include "stats/stability.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <stdlib.h>

#include "stats/real.h"

/* Rows that earned the same share. */
struct group {
    fuhe_decimal weight;
    fuhe_decimal verified; /* of its first row, with that row's weight */
    fuhe_decimal of;
    double alpha;
    double share;
};

struct fuhe_stability_drawer {
    gsl_rng *generator;
    struct group *groups;
    size_t count;
    size_t capacity;
};

/* The shares of the indicators' weight that a total needs for the grade. */
struct bounds {
    double from; /* at least */
    double to;   /* below */
};

const char *fuhe_stability_name(enum fuhe_stability_state state) {
    static const char *const names[] = {[FUHE_STABILITY_DONE] = "done",
                                        [FUHE_STABILITY_NO_GRADE] = "no-grade",
                                        [FUHE_STABILITY_FEW_ROWS] = "too-few-rows"};

    return names[state];
}

struct fuhe_stability_drawer *fuhe_stability_drawer_new(void) {
    struct fuhe_stability_drawer *drawer = calloc(1, sizeof *drawer);

    if (drawer == NULL) {
        return NULL;
    }
    drawer->generator = gsl_rng_alloc(gsl_rng_taus2);
    if (drawer->generator == NULL) {
        free(drawer);
        return NULL;
    }
    return drawer;
}

void fuhe_stability_drawer_free(struct fuhe_stability_drawer *drawer) {
    if (drawer != NULL) {
        gsl_rng_free(drawer->generator);
        free(drawer->groups);
        free(drawer);
    }
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static bool moves(const struct fuhe_row *row) {
    return row->counted && row->has_weight && row->has_verified && row->weight.scaled > 0;
}

static bool same_share(const struct group *group, const struct fuhe_row *row) {
    return (fuhe_int128)group->verified.scaled * row->weight.scaled ==
           (fuhe_int128)row->verified.scaled * group->of.scaled;
}

static enum fuhe_status make_room(struct fuhe_stability_drawer *drawer, size_t rows) {
    struct group *groups = NULL;

    if (rows <= drawer->capacity) {
        return FUHE_STATUS_OK;
    }
    groups = realloc(drawer->groups, rows * sizeof *groups);
    if (groups == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    drawer->groups = groups;
    drawer->capacity = rows;
    return FUHE_STATUS_OK;
}

static void add_row(struct fuhe_stability_drawer *drawer, const struct fuhe_row *row) {
    size_t i = 0;

    while (i < drawer->count && !same_share(&drawer->groups[i], row)) {
        i++;
    }
    if (i == drawer->count) {
        drawer->groups[drawer->count++] = (struct group){.verified = row->verified, .of = row->weight};
    }
    drawer->groups[i].weight.scaled += row->weight.scaled;
}

/* Returns the sum of weights; counts the rows. */
static fuhe_decimal gather(struct fuhe_stability_drawer *drawer, const struct fuhe_review *review, size_t *rows) {
    fuhe_decimal sum = {0};

    drawer->count = 0;
    *rows = 0;
    for (size_t i = 0; i < review->row_count; i++) {
        if (moves(&review->rows[i])) {
            add_row(drawer, &review->rows[i]);
            sum.scaled += review->rows[i].weight.scaled;
            *rows += 1;
        }
    }
    for (size_t i = 0; i < drawer->count; i++) {
        struct group *group = &drawer->groups[i];
        group->alpha = FUHE_STABILITY_CONCENTRATION * fuhe_real_of(group->weight) / fuhe_real_of(sum);
        group->share = fuhe_real_of(group->verified) / fuhe_real_of(group->of);
    }
    return sum;
}

/* --- grade -------------------------------------------------------------------------------------------------------- */

/* Totals are rounded before they are graded, so a grade begins half a unit of the last place early; and where weights
 * are rescaled, the cuts are brought back to the scale of the form. */
static double share_for(const struct fuhe_review *review, fuhe_decimal cut, fuhe_decimal weights) {
    const fuhe_decimal execution = review->execution.has_verified ? review->execution.verified : (fuhe_decimal){0};
    const bool rescaled = review->totals.basis == FUHE_BASIS_RESCALED;
    const double scale =
        rescaled ? fuhe_real_of(review->totals.weight_sum) / fuhe_real_of(review->pack->full_marks) : 1;
    const double early = review->pack->total_rounding == FUHE_ROUND_TRUNCATE
                             ? 0
                             : fuhe_real_of(fuhe_half_step(review->pack->total_places));

    return ((fuhe_real_of(cut) - early) * scale - fuhe_real_of(execution)) / fuhe_real_of(weights);
}

static struct bounds find_bounds(const struct fuhe_review *review, fuhe_decimal weights) {
    const struct fuhe_grade *grades = review->pack->grades;
    const size_t grade = review->grading.grade;
    struct bounds bounds = {-1e9, 1e9};

    if (grade + 1 < review->pack->grade_count) {
        bounds.from = share_for(review, grades[grade].from, weights);
    }
    if (grade > 0) {
        bounds.to = share_for(review, grades[grade - 1].from, weights);
    }
    return bounds;
}

/* --- draws -------------------------------------------------------------------------------------------------------- */

static bool keeps_grade(struct fuhe_stability_drawer *drawer, struct bounds bounds) {
    double sum = 0;
    double earned = 0;

    for (size_t i = 0; i < drawer->count; i++) {
        const double drawn = gsl_ran_gamma(drawer->generator, drawer->groups[i].alpha, 1);
        sum += drawn;
        earned += drawn * drawer->groups[i].share;
    }
    return earned >= bounds.from * sum && earned < bounds.to * sum;
}

static size_t count_kept(struct fuhe_stability_drawer *drawer, struct bounds bounds, size_t draws) {
    size_t kept = 0;

    for (size_t i = 0; i < draws; i++) {
        kept += keeps_grade(drawer, bounds);
    }
    return kept;
}

enum fuhe_status fuhe_stability_draw(struct fuhe_stability_drawer *drawer, const struct fuhe_review *review,
                                     uint32_t seed, size_t draws, struct fuhe_stability *stability) {
    *stability = (struct fuhe_stability){.state = FUHE_STABILITY_NO_GRADE};
    if (!fuhe_review_has_grade(review)) {
        return FUHE_STATUS_OK;
    }
    if (make_room(drawer, review->row_count) != FUHE_STATUS_OK) {
        return FUHE_STATUS_NO_MEMORY;
    }
    const fuhe_decimal weights = gather(drawer, review, &stability->rows);
    if (stability->rows < FUHE_STABILITY_ROWS_MIN) {
        stability->state = FUHE_STABILITY_FEW_ROWS;
        return FUHE_STATUS_OK;
    }
    gsl_rng_set(drawer->generator, seed);
    stability->state = FUHE_STABILITY_DONE;
    stability->kept = count_kept(drawer, find_bounds(review, weights), draws);
    const fuhe_fraction share = {(fuhe_int128)stability->kept, (fuhe_int128)draws};
    return fuhe_fraction_round(share, 4, FUHE_ROUND_HALF_UP, &stability->share);
}
