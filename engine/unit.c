/* SPDX-License-Identifier: Apache-2.0 */
/* The memory of a document's forms: fingerprints instead of texts, sums instead of rows. */
#include "engine/unit.h"

#include <stdlib.h>
#include <string.h>

#include "engine/fingerprint.h"
#include "engine/place.h"
#include "engine/unit_memory.h"

enum { GOAL_CHARACTERS_MIN = 8, TEXT_LENGTH_MAX = FUHE_PLACE_ADDRESS_SIZE, FIRST_FORMS = 64, FIRST_TEXTS = 2048 };

struct fuhe_unit *fuhe_unit_new(void) {
    return calloc(1, sizeof(struct fuhe_unit));
}

void fuhe_unit_free(struct fuhe_unit *unit) {
    if (unit == NULL) {
        return;
    }
    free(unit->forms);
    free(unit->texts);
    free(unit);
}

void fuhe_unit_reset(struct fuhe_unit *unit) {
    const struct fuhe_unit empty = {
        .forms = unit->forms, .capacity = unit->capacity, .texts = unit->texts, .texts_capacity = unit->texts_capacity};
    *unit = empty;
}

/* Room for `wanted` elements of `size` bytes in *block. */
static enum fuhe_status make_room(void **block, size_t wanted, size_t *capacity, size_t first, size_t size) {
    size_t larger = *capacity == 0 ? first : *capacity;
    void *moved = NULL;

    if (wanted <= *capacity) {
        return FUHE_STATUS_OK;
    }
    while (larger < wanted) {
        larger *= 2;
    }
    moved = realloc(*block, larger * size);
    if (moved == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    *block = moved;
    *capacity = larger;
    return FUHE_STATUS_OK;
}

static enum fuhe_status keep(struct fuhe_unit *unit, fuhe_text text, struct fuhe_kept *kept) {
    void *texts = unit->texts;

    *kept = (struct fuhe_kept){0, 0};
    if (text.length == 0 || text.length > TEXT_LENGTH_MAX) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(make_room(&texts, unit->texts_length + text.length, &unit->texts_capacity, FIRST_TEXTS, 1));
    unit->texts = texts;
    memcpy(unit->texts + unit->texts_length, text.bytes, text.length);
    *kept = (struct fuhe_kept){(uint32_t)unit->texts_length, (uint32_t)text.length};
    unit->texts_length += text.length;
    return FUHE_STATUS_OK;
}

static struct fuhe_mark mark_of(const struct fuhe_fingerprint *fingerprint) {
    return (struct fuhe_mark){fingerprint->first, fingerprint->second};
}

static struct fuhe_mark mark_goal(const struct fuhe_form *form) {
    struct fuhe_fingerprint fingerprint = fuhe_fingerprint_new();

    fuhe_fingerprint_add(&fingerprint, form->goal_expected.text);
    return fingerprint.characters < GOAL_CHARACTERS_MIN ? (struct fuhe_mark){0, 0} : mark_of(&fingerprint);
}

static struct fuhe_mark mark_project(const struct fuhe_form *form) {
    struct fuhe_fingerprint fingerprint = fuhe_fingerprint_new();

    fuhe_fingerprint_add(&fingerprint, form->project.text);
    if (fingerprint.characters == 0) {
        return (struct fuhe_mark){0, 0};
    }
    fuhe_fingerprint_add(&fingerprint, form->year.text);
    fuhe_fingerprint_add(&fingerprint, form->department.text);
    fuhe_fingerprint_add(&fingerprint, form->unit.text);
    return mark_of(&fingerprint);
}

static enum fuhe_status remember(struct fuhe_unit *unit, const struct fuhe_form *form) {
    struct fuhe_remembered remembered = {
        .goal = mark_goal(form), .project = mark_project(form), .goal_place = form->goal_expected.place};
    char address[FUHE_PLACE_ADDRESS_SIZE];
    void *forms = unit->forms;

    FUHE_TRY(make_room(&forms, unit->count + 1, &unit->capacity, FIRST_FORMS, sizeof *unit->forms));
    unit->forms = forms;
    FUHE_TRY(keep(unit, form->id.text, &remembered.id));
    FUHE_TRY(keep(unit, fuhe_place_address(form, remembered.goal_place, address), &remembered.goal_address));
    unit->forms[unit->count++] = remembered;
    return FUHE_STATUS_OK;
}

static void add_amount(struct fuhe_unit_sum *sum, bool known, fuhe_decimal value, fuhe_decimal slack) {
    if (!known || fuhe_decimal_add(sum->value, value, &sum->value) != FUHE_STATUS_OK ||
        fuhe_decimal_add(sum->slack, slack, &sum->slack) != FUHE_STATUS_OK) {
        sum->broken = true;
    }
}

/* The initial budget of the total row; without one, of all rows together, where a blank is nothing. */
static void add_initial(struct fuhe_unit *unit, const struct fuhe_review *review) {
    const struct fuhe_form *form = review->form;
    const int64_t scale = fuhe_value_money_scale(&form->funds_unit);
    bool known = false;

    for (size_t i = 0; i < form->fund_count; i++) {
        if (!review->execution.from_parts && i != review->execution.fund) {
            continue;
        }
        const struct fuhe_value initial = fuhe_value_read_figure(&form->funds[i].initial, scale);
        if (initial.kind == FUHE_VALUE_NUMBER) {
            add_amount(&unit->initial, true, initial.number, initial.half_step);
            known = true;
        }
    }
    unit->initial.broken = unit->initial.broken || !known;
}

enum fuhe_status fuhe_unit_add(struct fuhe_unit *unit, const struct fuhe_review *review) {
    const struct fuhe_execution *execution = &review->execution;
    const struct fuhe_claim *claimed = &review->totals.claimed;

    if (unit->count < FUHE_UNIT_FORMS_MAX) {
        FUHE_TRY(remember(unit, review->form));
    }
    unit->seen++;
    unit->full_marks += claimed->present && fuhe_decimal_equals(claimed->value, review->pack->full_marks);
    add_initial(unit, review);
    add_amount(&unit->budget, execution->has_money, execution->budget, execution->budget_half_step);
    add_amount(&unit->executed, execution->has_money, execution->executed, execution->executed_half_step);
    return FUHE_STATUS_OK;
}

static enum fuhe_status join_form(struct fuhe_unit *unit, const struct fuhe_unit *later, size_t index) {
    struct fuhe_remembered form = later->forms[index];
    void *forms = unit->forms;

    FUHE_TRY(make_room(&forms, unit->count + 1, &unit->capacity, FIRST_FORMS, sizeof *unit->forms));
    unit->forms = forms;
    FUHE_TRY(keep(unit, fuhe_unit_text(later, form.id), &form.id));
    FUHE_TRY(keep(unit, fuhe_unit_text(later, form.goal_address), &form.goal_address));
    unit->forms[unit->count++] = form;
    return FUHE_STATUS_OK;
}

static void join_sum(struct fuhe_unit_sum *sum, const struct fuhe_unit_sum *later) {
    add_amount(sum, !later->broken, later->value, later->slack);
}

enum fuhe_status fuhe_unit_join(struct fuhe_unit *unit, const struct fuhe_unit *later) {
    for (size_t i = 0; i < later->count && unit->count < FUHE_UNIT_FORMS_MAX; i++) {
        FUHE_TRY(join_form(unit, later, i));
    }
    unit->seen += later->seen;
    unit->full_marks += later->full_marks;
    join_sum(&unit->initial, &later->initial);
    join_sum(&unit->budget, &later->budget);
    join_sum(&unit->executed, &later->executed);
    return FUHE_STATUS_OK;
}
