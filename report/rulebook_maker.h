/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_RULEBOOK_MAKER_H
#define FUHE_REPORT_RULEBOOK_MAKER_H

#include "engine/arena.h"
#include "engine/pack_prove.h"
#include "report/memory_output.h"
#include "report/rulebook_model.h"

/* How the parts of a rule book are put together. What fails is kept, and every later call does nothing. */
struct fuhe_rulebook_maker {
    struct fuhe_arena *arena;
    struct fuhe_memory_output *scratch;
    const struct fuhe_pack *pack;
    struct fuhe_pack_proof proof;
    struct fuhe_rulebook_part *part;   /* that is being filled */
    size_t capacity;                   /* of its items */
    struct fuhe_rulebook_item nowhere; /* for an item that finds no room */
    enum fuhe_status status;
};

/* A word of the pack's format and what people call it; not yet translated. */
struct fuhe_rulebook_choice {
    const char *name;
    const char *words;
};

/* A value and its name in a sentence; a list of fewer than FUHE_RULEBOOK_FIGURES ends with a NULL name. */
struct fuhe_rulebook_figure {
    const char *name;
    fuhe_decimal value;
};

void fuhe_rulebook_begin(struct fuhe_rulebook_maker *maker, struct fuhe_rulebook_part *part, const char *name,
                         const char *title);

/* Adds an item; the one added may be changed until the next is. Never NULL. */
struct fuhe_rulebook_item *fuhe_rulebook_add(struct fuhe_rulebook_maker *maker, struct fuhe_rulebook_item item);
struct fuhe_rulebook_item *fuhe_rulebook_add_choice(struct fuhe_rulebook_maker *maker, const char *name,
                                                    const char *label, const struct fuhe_rulebook_choice *choice);
struct fuhe_rulebook_item *fuhe_rulebook_add_points(struct fuhe_rulebook_maker *maker, const char *name,
                                                    const char *label, fuhe_decimal points);
struct fuhe_rulebook_item *fuhe_rulebook_add_places(struct fuhe_rulebook_maker *maker, const char *name,
                                                    const char *label, unsigned places);
struct fuhe_rulebook_item *fuhe_rulebook_add_words(struct fuhe_rulebook_maker *maker, const char *name,
                                                   const char *label, const struct fuhe_text_list *words);

/* Adds a table of `count` rows, which are to be filled in; their address stays. */
struct fuhe_rulebook_item *fuhe_rulebook_add_table(struct fuhe_rulebook_maker *maker, enum fuhe_rulebook_kind kind,
                                                   const char *name, const char *label, size_t count);

/* Texts that live as long as the book. */
fuhe_text fuhe_rulebook_decimal(struct fuhe_rulebook_maker *maker, fuhe_decimal value);
fuhe_text fuhe_rulebook_sentence(struct fuhe_rulebook_maker *maker, const char *sentence,
                                 const struct fuhe_rulebook_figure *figures);
fuhe_text fuhe_rulebook_keep(struct fuhe_rulebook_maker *maker); /* what was written to the scratch, which is emptied */

/* The values of one rule (rulebook_rules.c). */
void fuhe_rulebook_add_values(struct fuhe_rulebook_maker *maker, enum fuhe_rule rule);

#endif
