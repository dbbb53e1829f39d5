/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a rule pack: which category a word means, which grade a total earns, whether a word is in a list. */
#include "engine/pack.h"

#include <string.h>

static const char *const confidence_names[] = {
    [FUHE_CONFIDENCE_SOURCE] = "source",       [FUHE_CONFIDENCE_VERIFIED] = "verified",
    [FUHE_CONFIDENCE_CONFIRMED] = "confirmed", [FUHE_CONFIDENCE_RECALLED] = "recalled",
    [FUHE_CONFIDENCE_NONE] = "none",
};

const char *fuhe_confidence_name(enum fuhe_confidence confidence) {
    return confidence_names[confidence];
}

void fuhe_pack_init(struct fuhe_pack *pack) {
    memset(pack, 0, sizeof *pack);
    pack->full_marks = FUHE_DECIMAL(100);
    pack->execution.rate_places = 2;
    pack->item_places = 2;
    pack->item_rounding = FUHE_ROUND_HALF_UP;
    pack->total_places = 2;
    pack->total_rounding = FUHE_ROUND_HALF_UP;
    pack->accept = FUHE_ACCEPT_ROUNDED;
    pack->raise = true;
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        pack->severities[i] = fuhe_code_severity((enum fuhe_code)i);
    }
    for (size_t i = 0; i < FUHE_RULE_COUNT; i++) {
        pack->citations[i].confidence = FUHE_CONFIDENCE_NONE;
    }
}

/* The start of text without its white space: narrow cells break words ("成本 指标"). */
static fuhe_text without_space(fuhe_text text, char bytes[FUHE_LEVEL1_BYTES]) {
    size_t length = 0;

    for (size_t at = 0; at < text.length;) {
        const size_t start = at;
        (void)fuhe_text_next(text, &at);
        const fuhe_text character = {text.bytes + start, at - start};
        if (fuhe_text_trim(character).length == 0) {
            continue;
        }
        if (length + character.length > FUHE_LEVEL1_BYTES) {
            break;
        }
        memcpy(bytes + length, character.bytes, character.length);
        length += character.length;
    }
    return (fuhe_text){bytes, length};
}

/* Text without the number in front of it: 一、 （二） 3. */
static fuhe_text without_number(fuhe_text text) {
    const fuhe_text numerals = FUHE_TEXT("0123456789０１２３４５６７８９一二三四五六七八九十、.．()（）");

    for (size_t at = 0; at < text.length;) {
        const size_t start = at;
        (void)fuhe_text_next(text, &at);
        if (!fuhe_text_contains(numerals, (fuhe_text){text.bytes + start, at - start})) {
            return fuhe_text_from(text, start);
        }
    }
    return (fuhe_text){NULL, 0};
}

static bool starts_with_any(fuhe_text text, const struct fuhe_text_list *words) {
    for (size_t i = 0; i < words->count; i++) {
        if (fuhe_text_starts_with(text, words->items[i])) {
            return true;
        }
    }
    return false;
}

static enum fuhe_category category_of(const struct fuhe_pack *pack, fuhe_text level1) {
    size_t category = 0;

    while (category < FUHE_CATEGORY_COUNT && !starts_with_any(level1, &pack->categories[category].words)) {
        category++;
    }
    return (enum fuhe_category)category;
}

fuhe_text fuhe_level1_word(fuhe_text level1, char bytes[FUHE_LEVEL1_BYTES]) {
    return without_number(without_space(level1, bytes));
}

enum fuhe_category fuhe_pack_find_category(const struct fuhe_pack *pack, fuhe_text level1) {
    char bytes[FUHE_LEVEL1_BYTES];
    const enum fuhe_category category = category_of(pack, level1);

    return category != FUHE_CATEGORY_NONE ? category : category_of(pack, fuhe_level1_word(level1, bytes));
}

size_t fuhe_pack_find_grade(const struct fuhe_pack *pack, fuhe_decimal total) {
    size_t grade = 0;

    while (grade + 1 < pack->grade_count && fuhe_decimal_compare(total, pack->grades[grade].from) < 0) {
        grade++;
    }
    return grade;
}

bool fuhe_text_list_has(const struct fuhe_text_list *list, fuhe_text text) {
    for (size_t i = 0; i < list->count; i++) {
        if (fuhe_text_same_name(list->items[i], text)) {
            return true;
        }
    }
    return false;
}

bool fuhe_text_list_within(const struct fuhe_text_list *list, fuhe_text text) {
    for (size_t i = 0; i < list->count; i++) {
        if (fuhe_text_contains(text, list->items[i])) {
            return true;
        }
    }
    return false;
}
