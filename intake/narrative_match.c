/* SPDX-License-Identifier: Apache-2.0 */
/* Which form an item of the narrative belongs to: the one of the same name, else the only one left whose total, budget
 * and execution are the item's, when it is the only item of the kind. */
#include "intake/recogniser_state.h"

#include "engine/value.h"

/* The same number, however many decimals it is printed with. */
static bool same_figure(const struct fuhe_cell *a, const struct fuhe_cell *b) {
    const struct fuhe_value of_a = fuhe_value_read_figure(a, 1);
    const struct fuhe_value of_b = fuhe_value_read_figure(b, 1);

    return of_a.kind == FUHE_VALUE_NUMBER && of_b.kind == FUHE_VALUE_NUMBER &&
           fuhe_decimal_equals(of_a.number, of_b.number);
}

static bool same_figures(const struct fuhe_form *form, const struct fuhe_disclosed *disclosed) {
    bool money = false;

    for (size_t i = 0; i < form->fund_count; i++) {
        money = money || (same_figure(&form->funds[i].budget, &disclosed->budget) &&
                          same_figure(&form->funds[i].executed, &disclosed->executed));
    }
    return money && same_figure(&form->total_claimed, &disclosed->total);
}

static bool same_name(const struct fuhe_form *form, const struct fuhe_disclosed *disclosed) {
    return disclosed->name.text.length > 0 && fuhe_text_same_name(form->project.text, disclosed->name.text);
}

static void join(struct fuhe_narrative *item, struct fuhe_recognised *form, bool by_figures) {
    item->form = form;
    item->by_figures = by_figures;
    form->form.disclosed = item->disclosed;
    form->disclosed_by_figures = by_figures;
}

static void match_by_name(struct fuhe_recognition *recognition, struct fuhe_narrative *item) {
    for (size_t i = 0; i < recognition->form_count && item->form == NULL; i++) {
        struct fuhe_recognised *form = recognition->forms[i];
        if (!form->form.disclosed.present && same_name(&form->form, &item->disclosed)) {
            join(item, form, false);
        }
    }
}

/* The only form without an item whose figures are these; NULL when there is none or more than one. */
static struct fuhe_recognised *only_form(const struct fuhe_recognition *recognition,
                                         const struct fuhe_disclosed *disclosed) {
    struct fuhe_recognised *found = NULL;

    for (size_t i = 0; i < recognition->form_count; i++) {
        struct fuhe_recognised *form = recognition->forms[i];
        if (form->form.disclosed.present || !same_figures(&form->form, disclosed)) {
            continue;
        }
        if (found != NULL) {
            return NULL;
        }
        found = form;
    }
    return found;
}

static bool is_only_item(const struct fuhe_recognition *recognition, const struct fuhe_form *form) {
    size_t count = 0;

    for (size_t i = 0; i < recognition->narrative_count; i++) {
        const struct fuhe_narrative *item = &recognition->narratives[i];
        count += item->form == NULL && same_figures(form, &item->disclosed);
    }
    return count == 1;
}

/* Comparing every item with every form takes long in a document of thousands that match nothing; such items are told
 * to belong to no form. */
static bool is_worth_it(const struct fuhe_recognition *recognition) {
    enum { COMPARISONS_MAX = 1000000 };
    size_t left = 0;

    for (size_t i = 0; i < recognition->narrative_count; i++) {
        left += recognition->narratives[i].form == NULL;
    }
    return left == 0 || (recognition->form_count + left) <= COMPARISONS_MAX / left;
}

void fuhe_recognise_match(struct fuhe_recognition *recognition) {
    for (size_t i = 0; i < recognition->narrative_count; i++) {
        match_by_name(recognition, &recognition->narratives[i]);
    }
    const bool worth = is_worth_it(recognition);
    for (size_t i = 0; worth && i < recognition->narrative_count; i++) {
        struct fuhe_narrative *item = &recognition->narratives[i];
        struct fuhe_recognised *form = item->form == NULL ? only_form(recognition, &item->disclosed) : NULL;
        if (form != NULL && is_only_item(recognition, &form->form)) {
            join(item, form, true);
        }
    }
}
