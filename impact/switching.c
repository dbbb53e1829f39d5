/* SPDX-License-Identifier: Apache-2.0 */
/* Which rule does it: a form that moves is scored again by the rules before with one rule of those after in its place,
 * rule by rule. What scaling to full marks does is kept apart from what rules do. The largest of these effects decides;
 * what they do not add up to is left over, for rules act together, too (a weight and a method, a cut and a total). */
#include "impact/switching.h"

#include "engine/pack_rule.h"

/* --- the packs ---------------------------------------------------------------------------------------------------- */

enum fuhe_status fuhe_impact_pair_fill(struct fuhe_impact_pair *pair, const struct fuhe_pack *after,
                                       struct fuhe_arena *arena) {
    for (int rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        if (!fuhe_pack_same_rule(pair->before, after, (enum fuhe_rule)rule)) {
            pair->rules[pair->rule_count++] = (enum fuhe_rule)rule;
        }
    }
    pair->mixed = fuhe_arena_allocate(arena, pair->rule_count, sizeof *pair->mixed);
    if (pair->mixed == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < pair->rule_count; i++) {
        pair->mixed[i] = *pair->before;
        fuhe_pack_take_rule(&pair->mixed[i], after, pair->rules[i]);
    }
    return FUHE_STATUS_OK;
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static struct fuhe_figure score_of_row(const struct fuhe_review *review, size_t row) {
    const struct fuhe_row *scored = &review->rows[row];

    return scored->counted ? (struct fuhe_figure){scored->has_verified, scored->verified}
                           : fuhe_figure_of(FUHE_DECIMAL(0));
}

/* Of a row, or behind the last row the execution score. */
static struct fuhe_figure score_of_part(const struct fuhe_review *review, size_t part) {
    const struct fuhe_execution *execution = &review->execution;

    return part < review->row_count ? score_of_row(review, part)
                                    : (struct fuhe_figure){execution->has_verified, execution->verified};
}

static bool same_figure(struct fuhe_figure a, struct fuhe_figure b) {
    return a.present == b.present && (!a.present || fuhe_decimal_equals(a.value, b.value));
}

static bool part_moves(const struct fuhe_review *a, const struct fuhe_review *b, size_t part) {
    return !same_figure(score_of_part(a, part), score_of_part(b, part));
}

bool fuhe_impact_moves_parts(const struct fuhe_review *before, const struct fuhe_review *after) {
    bool moves = false;

    for (size_t i = 0; i <= before->row_count && !moves; i++) {
        moves = part_moves(before, after, i);
    }
    return moves;
}

static enum fuhe_status list_parts(const struct fuhe_impact_move *move, struct fuhe_arena *kept,
                                   struct fuhe_impact_form *form) {
    const struct fuhe_review *before = move->reviews[FUHE_IMPACT_BEFORE];
    const struct fuhe_review *after = move->reviews[FUHE_IMPACT_AFTER];
    size_t count = 0;

    for (size_t i = 0; i <= before->row_count; i++) {
        count += part_moves(before, after, i);
    }
    form->parts = fuhe_arena_allocate(kept, count, sizeof *form->parts);
    if (form->parts == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i <= before->row_count; i++) {
        if (!part_moves(before, after, i)) {
            continue;
        }
        struct fuhe_impact_part *part = &form->parts[form->part_count++];
        *part = (struct fuhe_impact_part){.is_execution = i == before->row_count,
                                          .row = i,
                                          .scores = {score_of_part(before, i), score_of_part(after, i)}};
        if (!part->is_execution) {
            FUHE_TRY(fuhe_arena_copy(kept, before->form->indicators[i].name.text, &part->name));
        }
    }
    return FUHE_STATUS_OK;
}

/* Notes which parts the mixed rules move. */
static void mark_parts(const struct fuhe_review *before, const struct fuhe_review *mixed, enum fuhe_rule rule,
                       struct fuhe_impact_form *form) {
    for (size_t i = 0; i < form->part_count; i++) {
        if (part_moves(before, mixed, form->parts[i].row)) {
            form->parts[i].rules |= UINT32_C(1) << rule;
        }
    }
}

/* --- effects ------------------------------------------------------------------------------------------------------ */

fuhe_decimal fuhe_impact_scaling(const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;

    const bool is_scaled = totals->basis == FUHE_BASIS_RESCALED;

    return (fuhe_decimal){is_scaled ? totals->rescaled.scaled - totals->as_listed.scaled : 0};
}

static int64_t points_between(const struct fuhe_review *before, const struct fuhe_review *other) {
    return other->totals.verified.scaled - fuhe_impact_scaling(other).scaled -
           (before->totals.verified.scaled - fuhe_impact_scaling(before).scaled);
}

/* Whether the total before, moved by an effect, gets the grade after by a pack. */
static bool gives_grade(const struct fuhe_impact_form *form, const struct fuhe_pack *pack, fuhe_decimal points) {
    const fuhe_decimal total = {form->sides[FUHE_IMPACT_BEFORE].total.scaled + points.scaled};

    return form->kind >= FUHE_IMPACT_UP && fuhe_pack_find_grade(pack, total) == form->sides[FUHE_IMPACT_AFTER].grade;
}

static enum fuhe_status try_rule(const struct fuhe_impact_move *move, size_t index, struct fuhe_arena *scratch,
                                 struct fuhe_impact_form *form) {
    const struct fuhe_review *before = move->reviews[FUHE_IMPACT_BEFORE];
    struct fuhe_impact_effect *effect = &form->effects[index];
    struct fuhe_review mixed;
    const enum fuhe_status status = fuhe_review_score_again(before, &move->pair->mixed[index], scratch, &mixed);

    effect->rule = move->pair->rules[index];
    if (status == FUHE_STATUS_NO_MEMORY) {
        return status;
    }
    /* Rules that were not made for each other may leave the form without a whole total: then nothing is known. */
    effect->known = status == FUHE_STATUS_OK && mixed.state == FUHE_REVIEW_SCORED;
    if (effect->known) {
        effect->points.scaled = points_between(before, &mixed);
        effect->regrades = gives_grade(form, mixed.pack, effect->points);
        mark_parts(before, &mixed, effect->rule, form);
    }
    return FUHE_STATUS_OK;
}

static void take_scaling(struct fuhe_impact_form *form) {
    const struct fuhe_impact_side *sides = form->sides;
    struct fuhe_impact_effect *scaling = &form->scaling;

    scaling->known = true;
    scaling->points.scaled = sides[FUHE_IMPACT_AFTER].scaling.scaled - sides[FUHE_IMPACT_BEFORE].scaling.scaled;
    scaling->regrades = gives_grade(form, sides[FUHE_IMPACT_BEFORE].pack, scaling->points);
}

static int64_t size_of(const struct fuhe_impact_effect *effect) {
    return effect->points.scaled < 0 ? -effect->points.scaled : effect->points.scaled;
}

/* Where nothing moves the total by itself, those rules decide that change the grade. */
static void find_deciders(struct fuhe_impact_form *form) {
    int64_t largest = size_of(&form->scaling);

    for (size_t i = 0; i < form->effect_count; i++) {
        largest = size_of(&form->effects[i]) > largest ? size_of(&form->effects[i]) : largest;
    }
    for (size_t i = 0; i < form->effect_count; i++) {
        struct fuhe_impact_effect *effect = &form->effects[i];
        effect->decides = largest > 0 ? size_of(effect) == largest : effect->regrades;
    }
    form->scaling.decides = largest > 0 && size_of(&form->scaling) == largest;
}

enum fuhe_status fuhe_impact_switch(const struct fuhe_impact_move *move, bool with_parts, struct fuhe_arena *kept,
                                    struct fuhe_arena *scratch, struct fuhe_impact_form *form) {
    form->effects = fuhe_arena_allocate(kept, move->pair->rule_count, sizeof *form->effects);
    if (form->effects == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    if (with_parts) {
        FUHE_TRY(list_parts(move, kept, form));
    }
    take_scaling(form);
    form->rest.scaled = form->difference.scaled - form->scaling.points.scaled;
    for (size_t i = 0; i < move->pair->rule_count; i++) {
        FUHE_TRY(try_rule(move, i, scratch, form));
        form->effect_count++;
        form->rest.scaled -= form->effects[i].points.scaled;
    }
    find_deciders(form);
    return FUHE_STATUS_OK;
}
