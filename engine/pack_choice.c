/* SPDX-License-Identifier: Apache-2.0 */
/* Which pack a form is scored by. Every pack that may be chosen gets a standing (valid in the form's year, region word,
 * asks for costs, date), and the best standing wins. */
#include "engine/pack_choice.h"

#include "engine/pack_version.h"

enum { NO_YEAR = 0, FIRST_YEAR = 1900, LAST_YEAR = 2999 };

static const char *const reason_names[] = {
    [FUHE_CHOICE_ASKED] = "asked",
    [FUHE_CHOICE_REGION] = "region",
    [FUHE_CHOICE_NATIONAL] = "national",
    [FUHE_CHOICE_LATEST] = "latest",
};

const char *fuhe_choice_reason_name(enum fuhe_choice_reason reason) {
    return reason_names[reason];
}

/* 一 to 九. */
static const uint16_t chinese_digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};

/* The value of a decimal digit, full-width and Chinese ones (〇, ○ and 零 for zero) included; 10 for any other
 * character. */
static uint32_t digit_of(uint32_t character) {
    if (character == 0x3007 || character == 0x25CB || character == 0x96F6) {
        return 0;
    }
    for (uint32_t i = 0; i < sizeof chinese_digits / sizeof chinese_digits[0]; i++) {
        if (chinese_digits[i] == character) {
            return i + 1;
        }
    }
    const uint32_t narrow = character >= 0xFF10 ? character - 0xFF10 : character - '0';
    return narrow < 10 ? narrow : 10;
}

static bool ends_a_year(fuhe_text rest) {
    return rest.length == 0 || fuhe_text_equals(rest, FUHE_TEXT("年")) || fuhe_text_equals(rest, FUHE_TEXT("年度"));
}

int32_t fuhe_form_year(const struct fuhe_form *form) {
    const fuhe_text text = fuhe_text_trim(form->year.text);
    uint32_t year = 0;
    size_t at = 0;

    for (int digits = 0; digits < 4 && at < text.length; digits++) {
        const uint32_t digit = digit_of(fuhe_text_next(text, &at));
        if (digit == 10) {
            return NO_YEAR;
        }
        year = year * 10 + digit;
    }
    if (year < FIRST_YEAR || year > LAST_YEAR || !ends_a_year(fuhe_text_trim(fuhe_text_from(text, at)))) {
        return NO_YEAR;
    }
    return (int32_t)year;
}

/* Years between the pack's period and the year of a form; 0 when it covers the year. */
static int32_t years_off(const struct fuhe_pack *pack, int32_t year) {
    const int32_t first = pack->from / 10000;
    const int32_t last = pack->to / 10000;

    if (year == NO_YEAR) {
        return 0;
    }
    if (pack->from != 0 && year < first) {
        return first - year;
    }
    return pack->to != 0 && year > last ? year - last : 0;
}

bool fuhe_pack_covers_year(const struct fuhe_pack *pack, int32_t year) {
    return years_off(pack, year) == 0;
}

static fuhe_text longest_word_in(const struct fuhe_text_list *words, fuhe_text text) {
    fuhe_text longest = {NULL, 0};

    for (size_t i = 0; i < words->count; i++) {
        if (words->items[i].length > longest.length && fuhe_text_contains(text, words->items[i])) {
            longest = words->items[i];
        }
    }
    return longest;
}

/* The longest region word of the pack in what the form says of its place: a region cell speaks alone; only without
 * one do the names of department and unit count. */
static fuhe_text region_word(const struct fuhe_pack *pack, const struct fuhe_form *form) {
    if (form->region.text.length > 0) {
        return longest_word_in(&pack->regions, form->region.text);
    }
    if (form->document != NULL && form->document->region.text.length > 0) {
        return longest_word_in(&pack->regions, form->document->region.text);
    }
    const fuhe_text department = longest_word_in(&pack->regions, form->department.text);
    const fuhe_text unit = longest_word_in(&pack->regions, form->unit.text);
    return unit.length > department.length ? unit : department;
}

static bool has_costs(const struct fuhe_pack *pack, const struct fuhe_form *form) {
    for (size_t i = 0; i < form->indicator_count; i++) {
        if (fuhe_pack_find_category(pack, form->indicators[i].level1.text) == FUHE_CATEGORY_COST) {
            return true;
        }
    }
    return false;
}

struct standing {
    const struct fuhe_pack *pack;
    bool is_usual;
    int32_t years_off;
    fuhe_text matched;
};

/* Whether the pack may be chosen for the form at all. */
static bool may_stand(const struct fuhe_pack *pack, const struct fuhe_form *form, fuhe_text matched) {
    return (pack->status == FUHE_PACK_IN_FORCE || pack->status == FUHE_PACK_TRIAL) &&
           (pack->regions.count == 0 || matched.length > 0) && (!pack->needs_cost || has_costs(pack, form));
}

/* Whether a, which stands later in the list than b, is to be preferred; of two alike it is. */
static bool is_better(const struct standing *a, const struct standing *b) {
    if (a->years_off != b->years_off) {
        return a->years_off < b->years_off;
    }
    if (a->matched.length != b->matched.length) {
        return a->matched.length > b->matched.length;
    }
    if (a->pack->needs_cost != b->pack->needs_cost) {
        return a->pack->needs_cost;
    }
    if (a->is_usual != b->is_usual) {
        return b->is_usual;
    }
    if (a->pack->from != b->pack->from) {
        return a->pack->from > b->pack->from;
    }
    return !fuhe_text_equals(a->pack->id, b->pack->id) ||
           fuhe_pack_version_compare(a->pack->version, b->pack->version) >= 0;
}

static enum fuhe_choice_reason reason_of(const struct standing *standing) {
    if (standing->years_off != 0) {
        return FUHE_CHOICE_LATEST;
    }
    return standing->matched.length > 0 ? FUHE_CHOICE_REGION : FUHE_CHOICE_NATIONAL;
}

struct fuhe_pack_choice fuhe_pack_choose(const struct fuhe_pack *packs, size_t count, size_t usual,
                                         const struct fuhe_form *form) {
    const int32_t year = fuhe_form_year(form);
    struct standing best = {NULL, false, 0, {NULL, 0}};
    bool has_other_years = false;

    for (size_t i = 0; i < count; i++) {
        const fuhe_text matched = region_word(&packs[i], form);
        const struct standing standing = {&packs[i], i < usual, years_off(&packs[i], year), matched};
        has_other_years =
            has_other_years || (matched.length > 0 && standing.years_off != 0 && may_stand(&packs[i], form, matched));
        if (may_stand(&packs[i], form, matched) && (best.pack == NULL || is_better(&standing, &best))) {
            best = standing;
        }
    }
    if (best.pack == NULL) {
        return (struct fuhe_pack_choice){.reason = FUHE_CHOICE_LATEST};
    }
    const enum fuhe_choice_reason reason = reason_of(&best);
    return (struct fuhe_pack_choice){best.pack, reason, best.matched,
                                     has_other_years && reason == FUHE_CHOICE_NATIONAL};
}
