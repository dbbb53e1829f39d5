/* SPDX-License-Identifier: Apache-2.0 */
/* Collects results in words by sorting rows by them. */
#include "infer/wording.h"

#include <stdlib.h>

/* A longer result is a report, no word; and what a pack lists, people must read. */
enum { WORD_BYTES_MAX = 48, WORDS_MAX = 50 };

/* One row with a result in words. */
struct use {
    fuhe_text word;
    fuhe_decimal percent;
    bool is_known;
    size_t row;
};

static int compare_texts(fuhe_text a, fuhe_text b) {
    const size_t common = a.length < b.length ? a.length : b.length;
    const int order = common == 0 ? 0 : memcmp(a.bytes, b.bytes, common);

    return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

static int by_word(const void *a, const void *b) {
    const struct use *first = a;
    const struct use *second = b;
    const int order = compare_texts(first->word, second->word);

    return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

static int by_count(const void *a, const void *b) {
    const struct fuhe_word_use *first = a;
    const struct fuhe_word_use *second = b;

    if (first->count != second->count) {
        return first->count < second->count ? 1 : -1;
    }
    return (first->row > second->row) - (first->row < second->row);
}

static bool has_digit(fuhe_text text) {
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] >= '0' && text.bytes[i] <= '9') {
            return true;
        }
    }
    return false;
}

/* Without the mark that ends a sentence, as the engine compares words. */
static fuhe_text plain(fuhe_text words) {
    while (fuhe_text_ends_with(words, FUHE_TEXT("。")) || fuhe_text_ends_with(words, FUHE_TEXT("；"))) {
        words.length -= 3;
    }
    return words;
}

/* Words that repeat their target say nothing of what the words are worth. */
static bool read_use(const struct fuhe_seen_row *row, struct use *use) {
    fuhe_fraction percent;
    const bool is_words = row->rule == FUHE_RULE_WORDS || row->rule == FUHE_RULE_SCALE ||
                          (row->rule == FUHE_RULE_JUDGEMENT && !has_digit(row->target) && !has_digit(row->actual));

    if (!is_words || row->category == FUHE_CATEGORY_NONE || row->actual.length == 0 || row->weight.scaled <= 0 ||
        fuhe_text_same_name(row->target, row->actual)) {
        return false;
    }
    use->word = plain(row->actual);
    use->is_known = row->rule != FUHE_RULE_JUDGEMENT;
    return fuhe_fraction_scale(row->claim.value, FUHE_DECIMAL(100), row->weight, &percent) == FUHE_STATUS_OK &&
           fuhe_fraction_round(percent, 2, FUHE_ROUND_HALF_UP, &use->percent) == FUHE_STATUS_OK;
}

static void take_use(const struct fuhe_observations *observations, const struct use *use,
                     struct fuhe_wording *wording) {
    const struct fuhe_seen_row *row = &observations->rows[use->row];
    struct fuhe_word_use *item = wording->count == 0 ? NULL : &wording->items[wording->count - 1];

    if (item == NULL || !fuhe_text_equals(item->word, use->word)) {
        item = &wording->items[wording->count++];
        *item = (struct fuhe_word_use){
            .word = use->word, .least = use->percent, .most = use->percent, .is_known = use->is_known, .row = use->row};
    }
    item->count++;
    item->full += fuhe_decimal_equals(row->claim.value, row->weight);
    item->least = fuhe_decimal_min(item->least, use->percent);
    item->most = fuhe_decimal_max(item->most, use->percent);
}

enum fuhe_status fuhe_wording_infer(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                    struct fuhe_wording *wording) {
    struct use *uses = fuhe_arena_allocate(arena, observations->row_count, sizeof *uses);
    size_t count = 0;

    *wording =
        (struct fuhe_wording){.items = fuhe_arena_allocate(arena, observations->row_count, sizeof *wording->items)};
    if (uses == NULL || wording->items == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->row_count; i++) {
        uses[count].row = i;
        count += read_use(&observations->rows[i], &uses[count]);
    }
    qsort(uses, count, sizeof *uses, by_word);
    for (size_t i = 0; i < count; i++) {
        take_use(observations, &uses[i], wording);
    }
    qsort(wording->items, wording->count, sizeof *wording->items, by_count);
    for (size_t i = 0; i < wording->count; i++) {
        struct fuhe_word_use *item = &wording->items[i];
        item->is_proposed = !item->is_known && item->count >= FUHE_WORD_SUPPORT && item->full == item->count &&
                            item->word.length > 0 && item->word.length <= WORD_BYTES_MAX &&
                            wording->proposed < WORDS_MAX;
        wording->proposed += item->is_proposed;
    }
    return FUHE_STATUS_OK;
}
