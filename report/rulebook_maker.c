/* SPDX-License-Identifier: Apache-2.0 */
/* Items of a rule book, in memory of the arena. An item that finds no room goes to a place where it does no harm, so
 * that who adds need not look. */
#include "report/rulebook_maker.h"

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

void fuhe_rulebook_begin(struct fuhe_rulebook_maker *maker, struct fuhe_rulebook_part *part, const char *name,
                         const char *title) {
    *part = (struct fuhe_rulebook_part){.name = name, .title = title};
    maker->part = part;
    maker->capacity = 0;
}

struct fuhe_rulebook_item *fuhe_rulebook_add(struct fuhe_rulebook_maker *maker, struct fuhe_rulebook_item item) {
    struct fuhe_rulebook_part *part = maker->part;
    void *items = part->items;

    if (maker->status == FUHE_STATUS_OK) {
        maker->status = fuhe_arena_grow(maker->arena, &items, part->count, &maker->capacity, sizeof item);
    }
    if (maker->status != FUHE_STATUS_OK) {
        maker->nowhere = (struct fuhe_rulebook_item){.name = NULL};
        return &maker->nowhere;
    }
    part->items = items;
    part->items[part->count] = item;
    return &part->items[part->count++];
}

struct fuhe_rulebook_item *fuhe_rulebook_add_choice(struct fuhe_rulebook_maker *maker, const char *name,
                                                    const char *label, const struct fuhe_rulebook_choice *choice) {
    return fuhe_rulebook_add(maker, (struct fuhe_rulebook_item){.name = name,
                                                                .label = label,
                                                                .value = fuhe_text_of(choice->name),
                                                                .text = fuhe_text_of(_(choice->words))});
}

struct fuhe_rulebook_item *fuhe_rulebook_add_points(struct fuhe_rulebook_maker *maker, const char *name,
                                                    const char *label, fuhe_decimal points) {
    const struct fuhe_rulebook_figure figures[] = {{"points", points}, {NULL, {0}}};

    return fuhe_rulebook_add(
        maker, (struct fuhe_rulebook_item){.name = name,
                                           .label = label,
                                           .value = fuhe_rulebook_decimal(maker, points),
                                           .text = fuhe_rulebook_sentence(maker, _("{points} points"), figures)});
}

struct fuhe_rulebook_item *fuhe_rulebook_add_places(struct fuhe_rulebook_maker *maker, const char *name,
                                                    const char *label, unsigned places) {
    const fuhe_text text = fuhe_rulebook_decimal(maker, FUHE_DECIMAL(places));

    return fuhe_rulebook_add(
        maker, (struct fuhe_rulebook_item){.name = name, .label = label, .hidden = true, .value = text, .text = text});
}

struct fuhe_rulebook_item *fuhe_rulebook_add_words(struct fuhe_rulebook_maker *maker, const char *name,
                                                   const char *label, const struct fuhe_text_list *words) {
    return fuhe_rulebook_add(
        maker, (struct fuhe_rulebook_item){.kind = FUHE_RULEBOOK_WORDS, .name = name, .label = label, .words = *words});
}

struct fuhe_rulebook_item *fuhe_rulebook_add_table(struct fuhe_rulebook_maker *maker, enum fuhe_rulebook_kind kind,
                                                   const char *name, const char *label, size_t count) {
    struct fuhe_rulebook_row *rows = NULL;

    if (maker->status == FUHE_STATUS_OK && count > 0) {
        rows = fuhe_arena_allocate(maker->arena, count, sizeof *rows);
        maker->status = rows == NULL ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
    }
    return fuhe_rulebook_add(maker, (struct fuhe_rulebook_item){.kind = kind,
                                                                .name = name,
                                                                .label = label,
                                                                .hidden = count == 0,
                                                                .rows = rows,
                                                                .row_count = rows == NULL ? 0 : count});
}

fuhe_text fuhe_rulebook_keep(struct fuhe_rulebook_maker *maker) {
    fuhe_text kept = {NULL, 0};

    if (maker->status == FUHE_STATUS_OK) {
        maker->status = fuhe_arena_copy(maker->arena, fuhe_memory_output_text(maker->scratch), &kept);
    }
    if (maker->status == FUHE_STATUS_OK) {
        maker->status = maker->scratch->output.status;
    }
    fuhe_memory_output_reset(maker->scratch);
    return kept;
}

fuhe_text fuhe_rulebook_decimal(struct fuhe_rulebook_maker *maker, fuhe_decimal value) {
    fuhe_output_decimal(&maker->scratch->output, value, 0);
    return fuhe_rulebook_keep(maker);
}

fuhe_text fuhe_rulebook_sentence(struct fuhe_rulebook_maker *maker, const char *sentence,
                                 const struct fuhe_rulebook_figure *figures) {
    char texts[FUHE_RULEBOOK_FIGURES][FUHE_DECIMAL_TEXT_SIZE];
    struct fuhe_template_word words[FUHE_RULEBOOK_FIGURES + 1] = {{NULL, {NULL, 0}}};

    for (size_t i = 0; i < FUHE_RULEBOOK_FIGURES && figures[i].name != NULL; i++) {
        const size_t length = fuhe_decimal_format(figures[i].value, 0, texts[i]);
        words[i] = (struct fuhe_template_word){figures[i].name, {texts[i], length}};
    }
    fuhe_template_words(&maker->scratch->output, sentence, words);
    return fuhe_rulebook_keep(maker);
}
