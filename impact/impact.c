/* SPDX-License-Identifier: Apache-2.0 */
/* Gathers what a change of rules does, form by form. A form that does not move leaves only its part of the sums. */
#include "impact/impact.h"

#include <stdlib.h>

#include "impact/switching.h"

static const char *const kind_names[] = {
    [FUHE_IMPACT_SAME] = "same", [FUHE_IMPACT_MOVED] = "moved",     [FUHE_IMPACT_UP] = "up",
    [FUHE_IMPACT_DOWN] = "down", [FUHE_IMPACT_PARTIAL] = "partial", [FUHE_IMPACT_UNSCORED] = "unscored",
};

static const char *const weights_names[] = {
    [FUHE_IMPACT_CLOSED] = "closed", [FUHE_IMPACT_SCALED] = "scaled", [FUHE_IMPACT_SHORT] = "short"};

const char *fuhe_impact_weights_name(enum fuhe_impact_weights weights) {
    return weights_names[weights];
}

const char *fuhe_impact_kind_name(enum fuhe_impact_kind kind) {
    return kind_names[kind];
}

/* --- making ------------------------------------------------------------------------------------------------------- */

static size_t most_places(const struct fuhe_impact_request *request) {
    size_t most = request->after->grade_count;

    if (request->before != NULL) {
        return request->before->grade_count > most ? request->before->grade_count : most;
    }
    for (size_t i = 0; i < request->pack_count; i++) {
        most = request->packs[i].grade_count > most ? request->packs[i].grade_count : most;
    }
    return most;
}

struct fuhe_impact *fuhe_impact_new(const struct fuhe_impact_request *request) {
    struct fuhe_impact *impact = calloc(1, sizeof *impact);

    if (impact == NULL) {
        return NULL;
    }
    impact->request = *request;
    impact->places = most_places(request);
    impact->arena = fuhe_arena_new();
    if (impact->arena != NULL) {
        const size_t side = impact->places + 1;
        impact->matrix = fuhe_arena_allocate(impact->arena, side * side, sizeof *impact->matrix);
    }
    if (impact->matrix == NULL) {
        fuhe_impact_free(impact);
        return NULL;
    }
    return impact;
}

void fuhe_impact_free(struct fuhe_impact *impact) {
    if (impact != NULL) {
        fuhe_arena_free(impact->arena);
        free(impact->items);
        free(impact);
    }
}

/* --- one form ----------------------------------------------------------------------------------------------------- */

/* The pair of packs for a form that is scored by `before`, made when it is new. */
static enum fuhe_status find_pair(struct fuhe_impact *impact, const struct fuhe_pack *before,
                                  struct fuhe_impact_pair **pair) {
    void *pairs = impact->pairs;

    for (size_t i = 0; i < impact->pair_count; i++) {
        if (impact->pairs[i].before == before) {
            *pair = &impact->pairs[i];
            return FUHE_STATUS_OK;
        }
    }
    FUHE_TRY(fuhe_arena_grow(impact->arena, &pairs, impact->pair_count, &impact->pair_capacity, sizeof **pair));
    impact->pairs = pairs;
    *pair = &impact->pairs[impact->pair_count];
    **pair = (struct fuhe_impact_pair){.before = before};
    FUHE_TRY(fuhe_impact_pair_fill(*pair, impact->request.after, impact->arena));
    impact->pair_count++;
    for (size_t i = 0; i < (*pair)->rule_count; i++) {
        impact->rules[(*pair)->rules[i]].differs = true;
    }
    return FUHE_STATUS_OK;
}

static const struct fuhe_pack *pack_before(const struct fuhe_impact *impact, const struct fuhe_form *form) {
    const struct fuhe_impact_request *request = &impact->request;

    return request->before != NULL ? request->before
                                   : fuhe_pack_choose(request->packs, request->pack_count, request->usual, form).pack;
}

static enum fuhe_impact_weights weights_of(const struct fuhe_totals *totals) {
    if (totals->weights_close || totals->basis == FUHE_BASIS_COUNT_ONCE) {
        return FUHE_IMPACT_CLOSED;
    }
    return totals->basis == FUHE_BASIS_RESCALED ? FUHE_IMPACT_SCALED : FUHE_IMPACT_SHORT;
}

static struct fuhe_impact_side side_of(const struct fuhe_review *review) {
    return (struct fuhe_impact_side){.pack = review->pack,
                                     .state = review->state,
                                     .total = review->totals.verified,
                                     .weights = weights_of(&review->totals),
                                     .scaling = fuhe_impact_scaling(review),
                                     .has_grade = fuhe_review_has_grade(review),
                                     .grade = review->grading.grade,
                                     .is_fragile =
                                         fuhe_review_has_grade(review) && review->grading.firmness == FUHE_FRAGILE};
}

static struct fuhe_figure money_of(const struct fuhe_review *before, const struct fuhe_review *after) {
    const struct fuhe_execution *execution = before->execution.has_money ? &before->execution : &after->execution;

    return (struct fuhe_figure){execution->has_money, execution->budget};
}

static enum fuhe_impact_kind kind_of(const struct fuhe_impact_side *before, const struct fuhe_impact_side *after) {
    if (before->state == FUHE_REVIEW_PARTIAL || after->state == FUHE_REVIEW_PARTIAL) {
        return FUHE_IMPACT_PARTIAL;
    }
    if (!before->has_grade || !after->has_grade) {
        return FUHE_IMPACT_UNSCORED;
    }
    if (before->grade != after->grade) {
        return after->grade < before->grade ? FUHE_IMPACT_UP : FUHE_IMPACT_DOWN;
    }
    return fuhe_decimal_equals(before->total, after->total) ? FUHE_IMPACT_SAME : FUHE_IMPACT_MOVED;
}

static bool is_compared(enum fuhe_impact_kind kind) {
    return kind < FUHE_IMPACT_PARTIAL;
}

static bool moves(enum fuhe_impact_kind kind) {
    return is_compared(kind) && kind != FUHE_IMPACT_SAME;
}

static void compare(struct fuhe_impact_form *form, const struct fuhe_review *before, const struct fuhe_review *after) {
    form->sides[FUHE_IMPACT_BEFORE] = side_of(before);
    form->sides[FUHE_IMPACT_AFTER] = side_of(after);
    form->kind = kind_of(&form->sides[FUHE_IMPACT_BEFORE], &form->sides[FUHE_IMPACT_AFTER]);
    form->money = money_of(before, after);
    form->is_doubtful = fuhe_form_doubts(before->form) > 0;
    if (is_compared(form->kind)) {
        form->is_open = form->sides[FUHE_IMPACT_BEFORE].weights != FUHE_IMPACT_CLOSED ||
                        form->sides[FUHE_IMPACT_AFTER].weights != FUHE_IMPACT_CLOSED;
        form->difference.scaled = after->totals.verified.scaled - before->totals.verified.scaled;
    }
}

/* --- the sums ----------------------------------------------------------------------------------------------------- */

static void group_add(struct fuhe_impact_group *group, const struct fuhe_impact_form *form) {
    group->forms++;
    fuhe_impact_money_add(&group->money, form->money);
}

static size_t place_of(const struct fuhe_impact *impact, const struct fuhe_impact_side *side) {
    return side->has_grade ? side->grade : impact->places;
}

static bool changes_grade(enum fuhe_impact_kind kind) {
    return kind == FUHE_IMPACT_UP || kind == FUHE_IMPACT_DOWN;
}

static void add_weighing(struct fuhe_impact_weighing *weighing, const struct fuhe_impact_form *form) {
    weighing->forms++;
    weighing->regraded += changes_grade(form->kind);
}

static void add_compared(struct fuhe_impact *impact, const struct fuhe_impact_form *form) {
    group_add(&impact->scored, form);
    impact->fragile += form->sides[FUHE_IMPACT_AFTER].is_fragile;
    impact->raised += form->difference.scaled > 0;
    impact->lowered += form->difference.scaled < 0;
    for (size_t when = 0; when < FUHE_IMPACT_WHENS; when++) {
        impact->totals[when] += form->sides[when].total.scaled;
        add_weighing(&impact->weights[when][form->sides[when].weights], form);
    }
}

static void add_effect(struct fuhe_impact_rule *rule, const struct fuhe_impact_effect *effect,
                       const struct fuhe_impact_form *form) {
    rule->points += effect->points.scaled;
    rule->touches += effect->points.scaled != 0 || effect->regrades;
    rule->regrades += effect->regrades;
    if (effect->decides) {
        group_add(&rule->most, form);
    }
}

static void add_effects(struct fuhe_impact *impact, const struct fuhe_impact_form *form) {
    bool decided = form->scaling.decides;

    add_effect(&impact->scaling, &form->scaling, form);
    for (size_t i = 0; i < form->effect_count; i++) {
        add_effect(&impact->rules[form->effects[i].rule], &form->effects[i], form);
        decided = decided || form->effects[i].decides;
    }
    if (!decided && moves(form->kind)) {
        group_add(&impact->together, form);
    }
}

static void add_sums(struct fuhe_impact *impact, const struct fuhe_impact_form *form) {
    const size_t before = place_of(impact, &form->sides[FUHE_IMPACT_BEFORE]);
    const size_t after = place_of(impact, &form->sides[FUHE_IMPACT_AFTER]);

    impact->forms++;
    impact->doubtful += form->is_doubtful;
    group_add(&impact->kinds[form->kind], form);
    if (is_compared(form->kind)) {
        add_compared(impact, form);
    }
    if (form->kind != FUHE_IMPACT_PARTIAL) {
        group_add(&impact->matrix[before * (impact->places + 1) + after], form);
    }
    add_effects(impact, form);
}

/* --- keeping ------------------------------------------------------------------------------------------------------ */

static bool make_room(struct fuhe_impact *impact) {
    if (impact->item_count < impact->item_capacity) {
        return true;
    }
    const size_t capacity = impact->item_capacity == 0 ? 16 : impact->item_capacity * 2;
    struct fuhe_impact_form *items = realloc(impact->items, capacity * sizeof *items);
    if (items == NULL) {
        return false;
    }
    impact->items = items;
    impact->item_capacity = capacity;
    return true;
}

/* Forms of one file share its name. */
static enum fuhe_status keep_file(struct fuhe_impact *impact, const char *file, fuhe_text *kept) {
    const fuhe_text name = fuhe_text_of(file);

    if (impact->item_count > 0 && fuhe_text_equals(impact->items[impact->item_count - 1].file, name)) {
        *kept = impact->items[impact->item_count - 1].file;
        return FUHE_STATUS_OK;
    }
    return fuhe_arena_copy(impact->arena, name, kept);
}

static enum fuhe_status keep(struct fuhe_impact *impact, const char *file, const struct fuhe_form *form,
                             struct fuhe_impact_form *item) {
    if (!make_room(impact)) {
        return FUHE_STATUS_NO_MEMORY;
    }
    FUHE_TRY(keep_file(impact, file, &item->file));
    FUHE_TRY(fuhe_arena_copy(impact->arena, form->id.text, &item->id));
    FUHE_TRY(fuhe_arena_copy(impact->arena, form->project.text, &item->project));
    FUHE_TRY(fuhe_arena_copy(impact->arena, form->department.text, &item->department));
    impact->items[impact->item_count++] = *item;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_impact_add(struct fuhe_impact *impact, const char *file, size_t number,
                                 const struct fuhe_form *form, struct fuhe_arena *arena) {
    const struct fuhe_pack *before = pack_before(impact, form);
    struct fuhe_impact_form item = {.number = number, .order = impact->forms};
    struct fuhe_impact_pair *pair;
    struct fuhe_review reviews[FUHE_IMPACT_WHENS];
    bool is_new;

    if (before == NULL) {
        return FUHE_STATUS_INVALID;
    }
    FUHE_TRY(fuhe_repeats_note(&impact->repeats, form, impact->arena, &is_new));
    impact->repeated += !is_new;
    FUHE_TRY(find_pair(impact, before, &pair));
    FUHE_TRY(fuhe_review_score(form, before, arena, &reviews[FUHE_IMPACT_BEFORE]));
    FUHE_TRY(fuhe_review_score_again(&reviews[FUHE_IMPACT_BEFORE], impact->request.after, arena,
                                     &reviews[FUHE_IMPACT_AFTER]));
    compare(&item, &reviews[FUHE_IMPACT_BEFORE], &reviews[FUHE_IMPACT_AFTER]);
    if (moves(item.kind)) {
        const struct fuhe_impact_move move = {pair, {&reviews[FUHE_IMPACT_BEFORE], &reviews[FUHE_IMPACT_AFTER]}};
        FUHE_TRY(fuhe_impact_switch(&move, impact->request.keeps_parts, impact->arena, arena, &item));
    }
    impact->balanced += item.kind == FUHE_IMPACT_SAME &&
                        fuhe_impact_moves_parts(&reviews[FUHE_IMPACT_BEFORE], &reviews[FUHE_IMPACT_AFTER]);
    if (item.kind != FUHE_IMPACT_SAME || impact->request.keeps_all) {
        FUHE_TRY(keep(impact, file, form, &item));
    }
    pair->forms++;
    add_sums(impact, &item);
    return FUHE_STATUS_OK;
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static int rank_of(enum fuhe_impact_kind kind) {
    static const int ranks[] = {
        [FUHE_IMPACT_UP] = 0,      [FUHE_IMPACT_DOWN] = 0,     [FUHE_IMPACT_MOVED] = 1,
        [FUHE_IMPACT_PARTIAL] = 2, [FUHE_IMPACT_UNSCORED] = 2, [FUHE_IMPACT_SAME] = 3,
    };

    return ranks[kind];
}

static int compare_forms(const void *first, const void *second) {
    const struct fuhe_impact_form *a = first;
    const struct fuhe_impact_form *b = second;
    const int64_t sizes[] = {llabs(a->difference.scaled), llabs(b->difference.scaled)};

    if (rank_of(a->kind) != rank_of(b->kind)) {
        return rank_of(a->kind) - rank_of(b->kind);
    }
    if (sizes[0] != sizes[1]) {
        return sizes[0] > sizes[1] ? -1 : 1;
    }
    return a->order < b->order ? -1 : a->order > b->order;
}

void fuhe_impact_sort(struct fuhe_impact *impact) {
    if (impact->item_count > 0) {
        qsort(impact->items, impact->item_count, sizeof *impact->items, compare_forms);
    }
}

const struct fuhe_impact_group *fuhe_impact_cell(const struct fuhe_impact *impact, size_t before, size_t after) {
    return &impact->matrix[before * (impact->places + 1) + after];
}

/* The most grades that a pack has by which forms were scored; packs that choose no form have no place in the table. */
static size_t grades_of(const struct fuhe_impact *impact, enum fuhe_impact_when when) {
    size_t most = 0;

    if (when == FUHE_IMPACT_AFTER) {
        return impact->request.after->grade_count;
    }
    for (size_t i = 0; i < impact->pair_count; i++) {
        const size_t count = impact->pairs[i].before->grade_count;
        most = count > most ? count : most;
    }
    return impact->pair_count > 0 ? most : impact->places;
}

bool fuhe_impact_shows(const struct fuhe_impact *impact, enum fuhe_impact_when when, size_t place) {
    bool shown = place < grades_of(impact, when);

    for (size_t other = 0; place == impact->places && other <= impact->places && !shown; other++) {
        shown = fuhe_impact_cell(impact, place, other)->forms > 0 || fuhe_impact_cell(impact, other, place)->forms > 0;
    }
    return shown;
}

static struct fuhe_impact_group sum_kinds(const struct fuhe_impact *impact, enum fuhe_impact_kind from,
                                          enum fuhe_impact_kind to) {
    struct fuhe_impact_group sum = {0};

    for (int kind = (int)from; kind <= (int)to; kind++) {
        sum.forms += impact->kinds[kind].forms;
        sum.money.scaled += impact->kinds[kind].money.scaled;
        sum.money.missing += impact->kinds[kind].money.missing;
    }
    return sum;
}

struct fuhe_impact_group fuhe_impact_moved(const struct fuhe_impact *impact) {
    return sum_kinds(impact, FUHE_IMPACT_MOVED, FUHE_IMPACT_DOWN);
}

struct fuhe_impact_group fuhe_impact_regraded(const struct fuhe_impact *impact) {
    return sum_kinds(impact, FUHE_IMPACT_UP, FUHE_IMPACT_DOWN);
}

static struct fuhe_figure average_of(const struct fuhe_impact *impact, fuhe_int128 sum) {
    struct fuhe_figure average = {0};

    if (impact->scored.forms > 0) {
        const fuhe_fraction exact = {sum, (fuhe_int128)impact->scored.forms * FUHE_DECIMAL_ONE};
        average.present = fuhe_fraction_round(exact, 2, FUHE_ROUND_HALF_UP, &average.value) == FUHE_STATUS_OK;
    }
    return average;
}

struct fuhe_figure fuhe_impact_average(const struct fuhe_impact *impact, enum fuhe_impact_when when) {
    return average_of(impact, impact->totals[when]);
}

struct fuhe_figure fuhe_impact_average_difference(const struct fuhe_impact *impact) {
    return average_of(impact, impact->totals[FUHE_IMPACT_AFTER] - impact->totals[FUHE_IMPACT_BEFORE]);
}
