/* SPDX-License-Identifier: Apache-2.0 */
/* Money is reckoned in millionths of a 分 and rounded once, at the end: bounds upwards, estimates half-up. A tainting
 * is kept as the money of one interval that it takes: T (a - r) / (n a), rounded up to that unit. */
#include "sample/evaluation.h"

#include <stdlib.h>

#include "engine/fraction.h"
#include "stats/money_bound.h"

enum { MICRO = 1000000 };

/* One question about one figure. */
struct reckoning {
    const struct fuhe_sample *sample;
    fuhe_int128 *shares; /* of an interval, in millionths of 分, of the draws that fell on forms by chance */
    size_t share_count;
    fuhe_int128 known; /* of forms that are certain, in the same unit */
    fuhe_int128 found; /* of all forms reviewed: each with its own money */
};

static fuhe_int128 divide_up(fuhe_int128 a, fuhe_int128 b) {
    return (a + b - 1) / b;
}

static int compare_shares(const void *left, const void *right) {
    const fuhe_int128 a = *(const fuhe_int128 *)left;
    const fuhe_int128 b = *(const fuhe_int128 *)right;

    return (a < b) - (a > b); /* the largest first */
}

/* Tainted by over / audited: money of its own, and of each draw. Absurdly high scores lose digits that would not fit;
 * the tainting then grows by a hair. */
static void add_form(struct reckoning *reckoning, const struct fuhe_sample_item *item, int64_t over, int64_t audited) {
    enum { FITS = 1 << 30 };

    while (audited > FITS) {
        audited /= 2;
        over = over / 2 + 1 < audited ? over / 2 + 1 : audited;
    }
    const fuhe_int128 own = divide_up((fuhe_int128)item->budget.fen * MICRO * over, audited);
    const fuhe_int128 whole = (fuhe_int128)reckoning->sample->money.fen * MICRO;

    reckoning->found += own;
    reckoning->known += item->certain ? own : 0;
    for (size_t i = 0; i < item->hits; i++) {
        reckoning->shares[reckoning->share_count++] =
            divide_up(whole * over, (fuhe_int128)reckoning->sample->request.count * audited);
    }
}

/* In fen; `rounding` is what is added before the division. */
static struct fuhe_money to_money(fuhe_int128 micro, fuhe_int128 rounding) {
    return (struct fuhe_money){true, (int64_t)((micro + rounding) / MICRO)};
}

static fuhe_decimal percent_of(struct fuhe_money part, struct fuhe_money whole, bool upwards) {
    enum { HUNDREDTHS = 10000, HUNDREDTH = FUHE_DECIMAL_ONE / 100 };
    const fuhe_int128 more = upwards ? (fuhe_int128)whole.fen - 1 : whole.fen / 2;

    return (fuhe_decimal){(int64_t)(((fuhe_int128)part.fen * HUNDREDTHS + more) / whole.fen) * HUNDREDTH};
}

static fuhe_int128 smaller(fuhe_int128 a, fuhe_int128 b) {
    return a < b ? a : b;
}

/* J F(0), and J (F(k) - F(k - 1)) t(k) for each tainting. */
static fuhe_int128 stringer_of(const struct reckoning *reckoning) {
    const struct fuhe_sample *sample = reckoning->sample;
    const unsigned confidence = sample->request.confidence;
    fuhe_decimal factor = fuhe_money_bound_factor(confidence, 0);
    fuhe_int128 sum =
        divide_up((fuhe_int128)sample->money.fen * MICRO, (fuhe_int128)sample->request.count) * factor.scaled;

    for (size_t i = 0; i < reckoning->share_count; i++) {
        const fuhe_decimal next = fuhe_money_bound_factor(confidence, i + 1);
        sum += reckoning->shares[i] * (next.scaled - factor.scaled);
        factor = next;
    }
    return divide_up(sum, FUHE_DECIMAL_ONE);
}

static struct fuhe_evaluation_money settle(struct reckoning *reckoning) {
    const struct fuhe_sample *sample = reckoning->sample;
    const fuhe_int128 whole = (fuhe_int128)sample->money.fen * MICRO;
    const fuhe_int128 unseen = whole - (fuhe_int128)sample->money_seen.fen * MICRO;
    fuhe_int128 estimate = reckoning->known;
    struct fuhe_evaluation_money money;

    if (reckoning->share_count > 0) {
        qsort(reckoning->shares, reckoning->share_count, sizeof *reckoning->shares, compare_shares);
    }
    for (size_t i = 0; i < reckoning->share_count; i++) {
        estimate += reckoning->shares[i];
    }
    const fuhe_int128 ceiling = smaller(reckoning->found + unseen, whole);
    const fuhe_int128 most = smaller(reckoning->known + stringer_of(reckoning), ceiling);
    money.estimate = to_money(smaller(estimate, ceiling), MICRO / 2);
    money.estimate_percent = percent_of(money.estimate, sample->money, false);
    money.most = to_money(most, MICRO - 1);
    money.most_percent = percent_of(money.most, sample->money, true);
    return money;
}

static struct fuhe_figure audited_of(const struct fuhe_sample_item *item, enum fuhe_audited audited) {
    const struct fuhe_figure whole = {item->verified.present && item->state == FUHE_REVIEW_SCORED,
                                      item->verified.value};

    return audited == FUHE_AUDITED_CLAIMED ? item->claimed_points : whole;
}

/* Its verified total leaves something out: to hold it against a whole one would make the rules look too strict. */
static bool is_partial(const struct fuhe_sample_item *item, enum fuhe_audited audited) {
    return audited == FUHE_AUDITED_VERIFIED && item->state == FUHE_REVIEW_PARTIAL;
}

static void count_form(struct fuhe_evaluation_line *line, struct fuhe_figure audited, int64_t over) {
    if (!audited.present) {
        return;
    }
    line->too_high += over > 0;
    line->too_low += over < 0;
    line->as_reviewed += over == 0;
}

/* That fell on forms by chance. */
static size_t count_draws(const struct fuhe_sample *sample) {
    size_t draws = 0;

    for (size_t i = 0; i < sample->count; i++) {
        draws += sample->items[i].hits;
    }
    return draws;
}

static enum fuhe_status reckon(const struct fuhe_evaluation *evaluation, enum fuhe_audited audited,
                               struct fuhe_arena *arena, struct fuhe_evaluation_line *line) {
    const struct fuhe_sample *sample = evaluation->sample;
    struct reckoning forms = {.sample = sample};
    struct reckoning points = {.sample = sample};
    const size_t draws = count_draws(sample);

    forms.shares = fuhe_arena_allocate(arena, draws + 1, sizeof *forms.shares);
    points.shares = fuhe_arena_allocate(arena, draws + 1, sizeof *points.shares);
    if (forms.shares == NULL || points.shares == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < sample->count; i++) {
        const struct fuhe_figure figure = audited_of(&sample->items[i], audited);
        const int64_t over = figure.value.scaled - evaluation->reviewed->scores[i].value.scaled;
        const bool partial = is_partial(&sample->items[i], audited);
        line->partial += partial;
        line->without += !figure.present && !partial;
        count_form(line, figure, over);
        if (figure.present && over > 0) {
            add_form(&forms, &sample->items[i], 1, 1);
            add_form(&points, &sample->items[i], over, figure.value.scaled);
        }
    }
    line->forms = settle(&forms);
    line->points = settle(&points);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_evaluation_make(const struct fuhe_sample *sample, const struct fuhe_reviewed *reviewed,
                                      struct fuhe_arena *arena, struct fuhe_evaluation *evaluation,
                                      struct fuhe_error *err) {
    *evaluation = (struct fuhe_evaluation){
        .sample = sample, .reviewed = reviewed, .complete = sample->count > 0 && reviewed->unreviewed == 0};
    for (size_t i = 0; i < FUHE_AUDITED_COUNT && evaluation->complete; i++) {
        if (reckon(evaluation, (enum fuhe_audited)i, arena, &evaluation->lines[i]) != FUHE_STATUS_OK) {
            return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        }
    }
    return FUHE_STATUS_OK;
}
