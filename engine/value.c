/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what a printed cell means. A text is a number only when nothing is left over: operator, digits, scale, unit,
 * and not one character more. So no number is ever guessed from a part of a sentence or a date. */
#include "engine/value.h"

#include "engine/value_number.h"
#include "engine/value_words.h"

enum { LONGEST_NUMBER_TEXT = 256 };

static bool may_begin_number(fuhe_text text) {
    size_t offset = 0;
    const uint32_t c = text.length == 0 ? 0 : fuhe_value_narrow(fuhe_text_next(text, &offset));

    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-' || c == '+';
}

/* Whether a text may be anything but plain words, by its first character: what most cells are decided by. */
static bool begins_like_value(uint32_t c) {
    static const uint16_t first[] = {
        0x00B7, 0x00D7, 0x2010, 0x2013, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x2030, 0x221E,
        0x2264, 0x2265, 0x2266, 0x2267, 0x25A1, 0x2A7D, 0x2A7E, 0x3001, 0x3002, 0x3007, 0x3010, 0x3011, 0x4E07,
        0x4E0D, 0x4E2A, 0x4EBF, 0x4F4E, 0x5143, 0x5206, 0x524D, 0x5343, 0x5468, 0x591A, 0x5927, 0x5929, 0x5C0F,
        0x5C11, 0x5DE5, 0x5E74, 0x5F85, 0x63A7, 0x65E0, 0x65E5, 0x6682, 0x6700, 0x672A, 0x6CA1, 0x767E, 0x79D2,
        0x7A7A, 0x7B2C, 0x7B49, 0x81EA, 0x81F3, 0x8D85, 0x8FBE, 0x96F6, 0x9AD8};

    if (c < 0x80) {
        return true;
    }
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
        if (first[i] == c) {
            return true;
        }
    }
    return false;
}

static void read_marked_number(fuhe_text text, struct fuhe_value *value) {
    if (fuhe_text_starts_with(text, FUHE_TEXT("前")) || fuhe_text_starts_with(text, FUHE_TEXT("第"))) {
        fuhe_value_read_rank(text, value);
        return;
    }
    value->relation = fuhe_value_take_front(&text);
    if (value->relation != FUHE_RELATION_NONE) {
        text = fuhe_value_skip_space(text);
    }
    if (may_begin_number(text)) {
        fuhe_value_read_number(text, value);
    } else {
        value->relation = FUHE_RELATION_NONE;
    }
}

static void read_marked(fuhe_text text, struct fuhe_value *value) {
    value->kind = fuhe_value_word_kind(text);
    if (value->kind == FUHE_VALUE_WORDS) {
        read_marked_number(text, value);
    }
    if (value->kind == FUHE_VALUE_WORDS) {
        value->kind = fuhe_value_nothing_kind(text);
    }
}

static struct fuhe_value read_text(fuhe_text text) {
    struct fuhe_value value = {.kind = FUHE_VALUE_WORDS, .scale = 1};
    size_t offset = 0;

    if (text.bytes[0] >= '0' && text.bytes[0] <= '9') {
        fuhe_value_read_number(text, &value);
    } else if (text.length <= LONGEST_NUMBER_TEXT &&
               begins_like_value(fuhe_value_narrow(fuhe_text_next(text, &offset)))) {
        read_marked(text, &value);
    }
    return value;
}

struct fuhe_value fuhe_value_read(const struct fuhe_cell *cell) {
    if (cell->state != FUHE_CELL_TEXT) {
        return (struct fuhe_value){.kind = FUHE_VALUE_NONE, .scale = 1};
    }
    return read_text(cell->text);
}

bool fuhe_value_is_dash(fuhe_text text) {
    const enum fuhe_value_kind kind = text.length == 0 ? FUHE_VALUE_WORDS : fuhe_value_word_kind(text);

    return kind == FUHE_VALUE_NONE || kind == FUHE_VALUE_ZERO_WORD;
}

static bool is_bare(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_NUMBER && value->unit.length == 0 && value->scale == 1;
}

struct fuhe_value fuhe_value_read_target(const struct fuhe_cell *target, const struct fuhe_cell *relation,
                                         const struct fuhe_cell *unit) {
    struct fuhe_value value = fuhe_value_read(target);

    if (value.kind == FUHE_VALUE_NUMBER && value.relation == FUHE_RELATION_NONE && relation->state == FUHE_CELL_TEXT) {
        fuhe_text sign = relation->text;
        const enum fuhe_relation found = fuhe_value_take_front(&sign);
        value.relation = sign.length == 0 ? found : FUHE_RELATION_NONE;
    }
    if (is_bare(&value) && unit->state == FUHE_CELL_TEXT) {
        const enum fuhe_relation found = value.relation;
        struct fuhe_value with_unit = value;
        fuhe_value_read_unit(unit->text, &with_unit);
        if (with_unit.kind != FUHE_VALUE_WORDS) {
            value = with_unit;
            value.relation = found;
        }
    }
    return value;
}

bool fuhe_value_adopt_unit(struct fuhe_value *value, const struct fuhe_value *target) {
    if (!is_bare(value) || target->kind != FUHE_VALUE_NUMBER || is_bare(target)) {
        return false;
    }
    fuhe_value_give_unit(value, target->unit, target->unit_kind, target->scale);
    return value->kind == FUHE_VALUE_NUMBER;
}

/* The unit without the 个 that may stand before it; 日 is 天. */
static fuhe_text time_unit(fuhe_text unit) {
    if (fuhe_text_starts_with(unit, FUHE_TEXT("个"))) {
        unit = fuhe_text_from(unit, sizeof "个" - 1);
    }
    return fuhe_text_equals(unit, FUHE_TEXT("日")) ? FUHE_TEXT("天") : unit;
}

bool fuhe_value_comparable(const struct fuhe_value *a, const struct fuhe_value *b) {
    if (a->unit_kind == FUHE_UNIT_NONE || b->unit_kind == FUHE_UNIT_NONE) {
        return true;
    }
    if (a->unit_kind != b->unit_kind) {
        return false;
    }
    /* Hours and days are both time, but not converted. */
    return a->unit_kind != FUHE_UNIT_TIME || fuhe_text_equals(time_unit(a->unit), time_unit(b->unit));
}

/* The fits-all signs of a figure: 分 behind points, % behind rates, money behind money. */
static bool figure_unit_fits(const struct fuhe_value *value, int64_t unit_scale) {
    if (value->unit.length == 0 && value->scale == 1) {
        return true;
    }
    if (unit_scale == 1 && value->scale == 1 &&
        (fuhe_text_equals(value->unit, FUHE_TEXT("分")) || fuhe_text_equals(value->unit, FUHE_TEXT("%")) ||
         fuhe_text_equals(value->unit, FUHE_TEXT("％")))) {
        return true;
    }
    return value->unit_kind == FUHE_UNIT_MONEY || (unit_scale != 1 && value->scale == unit_scale);
}

struct fuhe_value fuhe_value_read_figure(const struct fuhe_cell *cell, int64_t unit_scale) {
    struct fuhe_value value = {.scale = 1};

    if (cell->state == FUHE_CELL_TEXT && fuhe_value_read_plain(cell->text, &value)) {
        fuhe_value_scale(&value, unit_scale);
        return value;
    }
    value = fuhe_value_read(cell);

    if (value.kind == FUHE_VALUE_ZERO_WORD) {
        value.kind = FUHE_VALUE_NONE;
    }
    if (value.kind == FUHE_VALUE_NONE) {
        return value;
    }
    if (value.kind != FUHE_VALUE_NUMBER || value.relation != FUHE_RELATION_NONE ||
        !figure_unit_fits(&value, unit_scale)) {
        fuhe_value_make_unreadable(&value);
    } else if (value.unit.length == 0 && value.scale == 1) {
        fuhe_value_scale(&value, unit_scale);
    }
    return value;
}

struct money_row {
    fuhe_text word;
    int64_t scale;
};

/* A word stands before any that it ends with. */
static const struct money_row money_units[] = {
    {{"千万元", sizeof "千万元" - 1}, 10000000}, {{"百万元", sizeof "百万元" - 1}, 1000000},
    {{"万元", sizeof "万元" - 1}, 10000},        {{"亿元", sizeof "亿元" - 1}, 100000000},
    {{"千元", sizeof "千元" - 1}, 1000},         {{"元", sizeof "元" - 1}, 1},
};

int64_t fuhe_value_money_scale(const struct fuhe_cell *unit) {
    if (unit->state == FUHE_CELL_TEXT && !fuhe_text_equals(unit->text, FUHE_TEXT("万元"))) {
        for (size_t i = 0; i < sizeof money_units / sizeof money_units[0]; i++) {
            if (fuhe_text_ends_with(unit->text, money_units[i].word)) {
                return money_units[i].scale;
            }
        }
    }
    return 10000;
}
