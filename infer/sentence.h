/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INFER_SENTENCE_H
#define FUHE_INFER_SENTENCE_H

#include "engine/fraction.h"
#include "report/template.h"

/* Sentences with figures in them. The same figures fill a sentence in one language or in two. */

enum { FUHE_SLOTS_MAX = 16, FUHE_SLOT_SIZE = 32 };

/* Named figures and texts; zeroed, there are none. More than fit are left out, which a sentence shows at once. */
struct fuhe_slots {
    size_t count;
    struct fuhe_template_word items[FUHE_SLOTS_MAX + 1]; /* ended by a row without name */
    char room[FUHE_SLOTS_MAX][FUHE_SLOT_SIZE];
};

void fuhe_slots_text(struct fuhe_slots *slots, const char *name, fuhe_text text); /* borrowed */
void fuhe_slots_count(struct fuhe_slots *slots, const char *name, size_t count);
void fuhe_slots_decimal(struct fuhe_slots *slots, const char *name, fuhe_decimal value);

/* Rounded half-up to two places, which are left out when they are zeros: 99.36, 100. */
void fuhe_slots_fraction(struct fuhe_slots *slots, const char *name, fuhe_fraction value);

/* The sentence as a paragraph of its own, indented, from column 0. */
void fuhe_sentence_write(struct fuhe_output *output, size_t indent, const char *sentence,
                         const struct fuhe_slots *slots);

/* Any text as such a paragraph. */
void fuhe_sentence_text(struct fuhe_output *output, size_t indent, fuhe_text text);

#endif
