/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what a printed cell means. A text is a number only when nothing is left over: operator, digits, scale, unit,
 * and not one character more. So no number is ever guessed from a part of a sentence or a date. */
#include "engine/value.h"

#include <string.h>

#include "engine/value_words.h"

enum { RUN_MAX = 64, LONGEST_NUMBER_TEXT = 256 };

/* Digits, points and separators at the start of a text, in ASCII. */
struct run {
    char bytes[RUN_MAX];
    fuhe_text text; /* in bytes, or in the cell itself when that is ASCII */
    size_t end;     /* in the cell */
    bool too_long;
};

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_figure(uint32_t c) {
    return is_digit(c) || c == '.' || c == ',';
}

static fuhe_text skip_space(fuhe_text text) {
    if (text.length == 0 || ((unsigned char)text.bytes[0] > ' ' && (unsigned char)text.bytes[0] < 0x80)) {
        return text;
    }
    return fuhe_text_trim(text);
}

static void widen_run(fuhe_text cell, struct run *run) {
    size_t length = 0;
    size_t at = 0;

    run->end = 0;
    while (at < cell.length) {
        const uint32_t c = fuhe_value_narrow(fuhe_text_next(cell, &at));
        const bool sign = run->end == 0 && (c == '-' || c == '+');
        if (!sign && !is_figure(c)) {
            break;
        }
        run->too_long = length == RUN_MAX;
        if (run->too_long) {
            break;
        }
        run->bytes[length++] = (char)c;
        run->end = at;
    }
    run->text = (fuhe_text){run->bytes, length};
}

static void take_run(fuhe_text cell, struct run *run) {
    size_t at = cell.bytes[0] == '-' || cell.bytes[0] == '+' ? 1 : 0;

    while (at < cell.length && is_figure((unsigned char)cell.bytes[at])) {
        at++;
    }
    run->too_long = false;
    run->end = at;
    run->text = (fuhe_text){cell.bytes, at};
    if (at < cell.length && (unsigned char)cell.bytes[at] >= 0x80) {
        widen_run(cell, run);
    }
}

/* Half a unit of the last printed digit; rounded up beyond the sixth place, which can only widen the interval. */
static fuhe_decimal half_step(unsigned places) {
    static const int64_t halves[] = {500000, 50000, 5000, 500, 50, 5};

    return (fuhe_decimal){places < sizeof halves / sizeof halves[0] ? halves[places] : 1};
}

static void make_unreadable(struct fuhe_value *value) {
    *value = (struct fuhe_value){.kind = FUHE_VALUE_UNREADABLE, .scale = 1};
}

static struct fuhe_value words(void) {
    return (struct fuhe_value){.kind = FUHE_VALUE_WORDS, .scale = 1};
}

static void multiply(struct fuhe_value *value, int64_t factor) {
    if (factor == 1) {
        return;
    }
    if (fuhe_decimal_multiply_whole(value->number, factor, &value->number) != FUHE_STATUS_OK ||
        fuhe_decimal_multiply_whole(value->half_step, factor, &value->half_step) != FUHE_STATUS_OK) {
        make_unreadable(value);
        return;
    }
    value->scale = factor;
}

/* A per mille is a tenth of a percent. */
static void divide_by_ten(struct fuhe_value *value) {
    if (value->number.scaled % 10 != 0) {
        make_unreadable(value);
        return;
    }
    value->number.scaled /= 10;
    value->half_step.scaled = (value->half_step.scaled + 9) / 10;
}

static bool is_per_mille(fuhe_text unit) {
    return fuhe_text_equals(unit, FUHE_TEXT("‰"));
}

static bool parse_run(const struct run *run, struct fuhe_value *value) {
    value->places = 0;
    if (run->too_long || fuhe_decimal_parse(run->text, &value->number, &value->places) != FUHE_STATUS_OK) {
        return false;
    }
    value->kind = FUHE_VALUE_NUMBER;
    value->scale = 1;
    if (value->number.scaled != 0) {
        value->half_step = half_step(value->places);
    }
    return true;
}

/* 1e5, 10^30, 1.5E+05: a number in a notation that forms do not use. */
static bool is_exponent(fuhe_text rest) {
    size_t at = 1;

    if (rest.length < 2 || strchr("eE^", rest.bytes[0]) == NULL) {
        return false;
    }
    at += rest.bytes[1] == '+' || rest.bytes[1] == '-' ? 1 : 0;
    while (at < rest.length && is_digit((unsigned char)rest.bytes[at])) {
        at++;
    }
    return at == rest.length && is_digit((unsigned char)rest.bytes[at - 1]);
}

static bool is_year(fuhe_text digits) {
    return digits.length >= 4 &&
           (fuhe_text_starts_with(digits, FUHE_TEXT("19")) || fuhe_text_starts_with(digits, FUHE_TEXT("20")));
}

/* "2024.12.31", and "1." before words: text that begins with figures, no broken number. */
static bool is_date_or_item(fuhe_text run, fuhe_text rest) {
    const char last = run.bytes[run.length - 1];

    return (rest.length > 0 && (last == '.' || last == ',')) ||
           (is_year(run) && run.length >= 8 && run.length <= 10 && run.bytes[4] == '.');
}

/* "2024年", "12月": a point in time, no amount. */
static bool is_date(const struct run *run, fuhe_text unit) {
    return fuhe_text_starts_with(unit, FUHE_TEXT("月")) ||
           (run->text.length == 4 && is_year(run->text) && fuhe_text_starts_with(unit, FUHE_TEXT("年")));
}

static void read_unit(const struct run *run, fuhe_text rest, struct fuhe_value *value) {
    const enum fuhe_relation back = fuhe_value_take_back(&rest);
    const int64_t scale = fuhe_value_take_scale(&rest);
    const fuhe_text unit = skip_space(rest);
    enum fuhe_unit_kind kind;

    if (!fuhe_value_unit_kind(unit, &kind) || is_date(run, unit) || (scale != 1 && kind == FUHE_UNIT_PERCENT)) {
        *value = words();
        return;
    }
    if (value->relation == FUHE_RELATION_NONE) {
        value->relation = back;
    }
    value->unit = unit;
    value->unit_kind = kind;
    if (is_per_mille(unit)) {
        divide_by_ten(value);
    } else {
        multiply(value, scale);
    }
}

static void read_number(fuhe_text text, struct fuhe_value *value) {
    struct run run;
    fuhe_text rest;

    take_run(text, &run);
    rest = skip_space(fuhe_text_from(text, run.end));
    if (run.text.length == 0) {
        *value = words();
        return;
    }
    if (parse_run(&run, value)) {
        if (is_exponent(rest)) {
            make_unreadable(value);
        } else if (rest.length > 0) {
            read_unit(&run, rest, value);
        }
        return;
    }
    if (run.text.length == 1 && !is_digit((unsigned char)run.text.bytes[0])) {
        *value = words();
        return;
    }
    /* A broken number is one only where a good one would have been: "1.2.3万元", not "1. 完成". */
    value->kind = FUHE_VALUE_NUMBER;
    read_unit(&run, rest, value);
    if (value->kind == FUHE_VALUE_WORDS || is_date_or_item(run.text, rest)) {
        *value = words();
    } else {
        make_unreadable(value);
    }
}

/* 前5名, 第2名, 前5位以内. */
static void read_rank(fuhe_text text, struct fuhe_value *value) {
    const bool first = fuhe_text_starts_with(text, FUHE_TEXT("前"));
    struct run run;
    fuhe_text unit;

    text = skip_space(fuhe_text_from(text, sizeof "前" - 1));
    *value = words();
    if (text.length == 0) {
        return;
    }
    take_run(text, &run);
    unit = skip_space(fuhe_text_from(text, run.end));
    (void)fuhe_value_take_back(&unit);
    if (!fuhe_text_equals(unit, FUHE_TEXT("名")) && !fuhe_text_equals(unit, FUHE_TEXT("位")) &&
        !(first && unit.length == 0)) {
        return;
    }
    if (run.text.length == 0 || !is_digit((unsigned char)run.text.bytes[0]) || !parse_run(&run, value) ||
        value->places != 0 || value->number.scaled == 0) {
        *value = words();
        return;
    }
    value->kind = FUHE_VALUE_RANK;
    value->unit = unit;
    value->unit_kind = FUHE_UNIT_COUNT;
    value->half_step = (fuhe_decimal){0};
}

static bool may_begin_number(fuhe_text text) {
    size_t offset = 0;
    const uint32_t c = text.length == 0 ? 0 : fuhe_value_narrow(fuhe_text_next(text, &offset));

    return is_figure(c) || c == '-' || c == '+';
}

/* Whether a text may be anything but plain words, by its first character: what most cells are decided by. */
static bool begins_like_value(uint32_t c) {
    static const uint32_t first[] = {0x2013, 0x2014, 0x2015, 0x2264, 0x2265, 0x2266, 0x2267, 0x221E, 0x2A7D, 0x2A7E,
                                     0x3007, 0x4E0D, 0x4F4E, 0x524D, 0x5927, 0x591A, 0x5C0F, 0x5C11, 0x63A7, 0x65E0,
                                     0x6700, 0x6CA1, 0x7A7A, 0x7B2C, 0x7B49, 0x81F3, 0x8D85, 0x8FBE, 0x96F6, 0x9AD8};

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

static void read_marked(fuhe_text text, struct fuhe_value *value) {
    value->kind = fuhe_value_word_kind(text);
    if (value->kind != FUHE_VALUE_WORDS) {
        return;
    }
    if (fuhe_text_starts_with(text, FUHE_TEXT("前")) || fuhe_text_starts_with(text, FUHE_TEXT("第"))) {
        read_rank(text, value);
        return;
    }
    value->relation = fuhe_value_take_front(&text);
    if (value->relation != FUHE_RELATION_NONE) {
        text = skip_space(text);
    }
    if (may_begin_number(text)) {
        read_number(text, value);
    } else {
        value->relation = FUHE_RELATION_NONE;
    }
}

static struct fuhe_value read_text(fuhe_text text) {
    struct fuhe_value value = {.kind = FUHE_VALUE_WORDS, .scale = 1};
    size_t offset = 0;

    if (is_digit((unsigned char)text.bytes[0])) {
        read_number(text, &value);
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
        read_unit(&(struct run){.end = 0}, unit->text, &with_unit);
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
    value->unit = target->unit;
    value->unit_kind = target->unit_kind;
    if (is_per_mille(target->unit)) {
        divide_by_ten(value);
    } else {
        multiply(value, target->scale);
    }
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
    struct fuhe_value value = fuhe_value_read(cell);

    if (value.kind == FUHE_VALUE_ZERO_WORD) {
        value.kind = FUHE_VALUE_NONE;
    }
    if (value.kind == FUHE_VALUE_NONE) {
        return value;
    }
    if (value.kind != FUHE_VALUE_NUMBER || value.relation != FUHE_RELATION_NONE ||
        !figure_unit_fits(&value, unit_scale)) {
        make_unreadable(&value);
    } else if (value.unit.length == 0 && value.scale == 1) {
        multiply(&value, unit_scale);
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
    if (unit->state == FUHE_CELL_TEXT) {
        for (size_t i = 0; i < sizeof money_units / sizeof money_units[0]; i++) {
            if (fuhe_text_ends_with(unit->text, money_units[i].word)) {
                return money_units[i].scale;
            }
        }
    }
    return 10000;
}
