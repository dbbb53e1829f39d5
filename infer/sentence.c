/* SPDX-License-Identifier: Apache-2.0 */
/* Fills sentences in. A paragraph is put together in memory first: only a whole one can be broken into lines. */
#include "infer/sentence.h"

#include "report/memory_output.h"
#include "report/width.h"

void fuhe_slots_text(struct fuhe_slots *slots, const char *name, fuhe_text text) {
    if (slots->count < FUHE_SLOTS_MAX) {
        slots->items[slots->count++] = (struct fuhe_template_word){name, text};
    }
}

void fuhe_slots_count(struct fuhe_slots *slots, const char *name, size_t count) {
    if (slots->count < FUHE_SLOTS_MAX) {
        char *room = slots->room[slots->count];
        fuhe_slots_text(slots, name, (fuhe_text){room, fuhe_size_format(count, room)});
    }
}

void fuhe_slots_decimal(struct fuhe_slots *slots, const char *name, fuhe_decimal value) {
    if (slots->count < FUHE_SLOTS_MAX) {
        char *room = slots->room[slots->count];
        fuhe_slots_text(slots, name, (fuhe_text){room, fuhe_decimal_format(value, 0, room)});
    }
}

void fuhe_slots_fraction(struct fuhe_slots *slots, const char *name, fuhe_fraction value) {
    fuhe_decimal rounded;

    if (fuhe_fraction_round(value, 2, FUHE_ROUND_HALF_UP, &rounded) == FUHE_STATUS_OK) {
        fuhe_slots_decimal(slots, name, rounded);
    }
}

void fuhe_sentence_text(struct fuhe_output *output, size_t indent, fuhe_text text) {
    fuhe_width_spaces(output, indent);
    fuhe_width_wrap(output, text, indent, fuhe_width_page());
    fuhe_output_char(output, '\n');
}

void fuhe_sentence_write(struct fuhe_output *output, size_t indent, const char *sentence,
                         const struct fuhe_slots *slots) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    if (memory == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    fuhe_template_words(&memory->output, sentence, slots->items);
    fuhe_sentence_text(output, indent, fuhe_memory_output_text(memory));
    fuhe_memory_output_free(memory);
}
