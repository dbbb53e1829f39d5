/* SPDX-License-Identifier: Apache-2.0 */
/* Two outputs in memory, filled side by side. */
#include "infer/both.h"

enum fuhe_status fuhe_both_begin(struct fuhe_both *both) {
    both->zh = fuhe_memory_output_new();
    both->en = fuhe_memory_output_new();
    if (both->zh == NULL || both->en == NULL) {
        fuhe_memory_output_free(both->zh);
        fuhe_memory_output_free(both->en);
        return FUHE_STATUS_NO_MEMORY;
    }
    return FUHE_STATUS_OK;
}

void fuhe_both_add(struct fuhe_both *both, const char *zh, const char *en, const struct fuhe_slots *slots) {
    fuhe_template_words(&both->zh->output, zh, slots->items);
    fuhe_template_words(&both->en->output, en, slots->items);
}

static enum fuhe_status take_text(struct fuhe_memory_output *memory, struct fuhe_arena *arena, fuhe_text *text) {
    const fuhe_text whole = fuhe_memory_output_text(memory);

    return memory->output.status == FUHE_STATUS_OK ? fuhe_arena_copy(arena, whole, text) : FUHE_STATUS_NO_MEMORY;
}

enum fuhe_status fuhe_both_end(struct fuhe_both *both, struct fuhe_arena *arena, struct fuhe_bilingual *text) {
    enum fuhe_status status = take_text(both->zh, arena, &text->zh);

    if (status == FUHE_STATUS_OK) {
        status = take_text(both->en, arena, &text->en);
    }
    fuhe_memory_output_free(both->zh);
    fuhe_memory_output_free(both->en);
    return status;
}

enum fuhe_status fuhe_both_say(const char *zh, const char *en, const struct fuhe_slots *slots, struct fuhe_arena *arena,
                               struct fuhe_bilingual *text) {
    struct fuhe_both both;

    FUHE_TRY(fuhe_both_begin(&both));
    fuhe_both_add(&both, zh, en, slots);
    return fuhe_both_end(&both, arena, text);
}
