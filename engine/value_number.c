/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers in cells: a run of figures, then scale and unit, then nothing. What has more behind it is a sentence, and
 * what has figures that make no number is unreadable only where a good number would have been one. */
#include "engine/value_number.h"

#include <string.h>

#include "engine/value_words.h"

enum { RUN_MAX = 64 };

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

fuhe_text fuhe_value_skip_space(fuhe_text text) {
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
        if (length < RUN_MAX) {
            run->bytes[length++] = (char)c;
        } else {
            run->too_long = true;
        }
        run->end = at;
    }
    run->text = (fuhe_text){run->bytes, length};
}

/* First bytes of full-width figures (U+FFxx) and of the minus sign U+2212. */
static bool may_be_wide(unsigned char byte) {
    return byte == 0xEF || byte == 0xE2;
}

static void take_run(fuhe_text cell, struct run *run) {
    size_t at = cell.bytes[0] == '-' || cell.bytes[0] == '+' ? 1 : 0;

    while (at < cell.length && is_figure((unsigned char)cell.bytes[at])) {
        at++;
    }
    run->too_long = false;
    run->end = at;
    run->text = (fuhe_text){cell.bytes, at};
    if (at < cell.length && may_be_wide((unsigned char)cell.bytes[at])) {
        widen_run(cell, run);
    }
}

fuhe_decimal fuhe_half_step(unsigned places) {
    static const int64_t halves[] = {500000, 50000, 5000, 500, 50, 5};

    return (fuhe_decimal){places < sizeof halves / sizeof halves[0] ? halves[places] : 1};
}

void fuhe_value_make_unreadable(struct fuhe_value *value) {
    *value = (struct fuhe_value){.kind = FUHE_VALUE_UNREADABLE, .scale = 1};
}

static struct fuhe_value words(void) {
    return (struct fuhe_value){.kind = FUHE_VALUE_WORDS, .scale = 1};
}

/* What a factor makes of the decimals that were rounded away comes back into the number. */
static enum fuhe_status restore_rest(struct fuhe_value *value, int64_t factor) {
    if (value->rest == 0) {
        return FUHE_STATUS_OK;
    }
    const int64_t rest = value->rest * factor;
    int64_t carry = rest / FUHE_DECIMAL_ONE;
    const int64_t left = rest % FUHE_DECIMAL_ONE;
    const int64_t half = FUHE_DECIMAL_ONE / 2;

    /* Ties go away from zero, whichever way the rest itself goes. */
    carry += left > half || (left == half && value->number.scaled >= 0) ? 1 : 0;
    carry -= left < -half || (left == -half && value->number.scaled < 0) ? 1 : 0;

    value->rest = rest - carry * FUHE_DECIMAL_ONE;
    return fuhe_decimal_add(value->number, (fuhe_decimal){carry}, &value->number);
}

void fuhe_value_scale(struct fuhe_value *value, int64_t factor) {
    if (factor == 1) {
        return;
    }
    if (fuhe_decimal_multiply_whole(value->number, factor, &value->number) != FUHE_STATUS_OK ||
        restore_rest(value, factor) != FUHE_STATUS_OK ||
        fuhe_decimal_multiply_whole(value->half_step, factor, &value->half_step) != FUHE_STATUS_OK) {
        fuhe_value_make_unreadable(value);
        return;
    }
    value->scale = factor;
}

/* A per mille is a tenth of a percent. */
static void divide_by_ten(struct fuhe_value *value) {
    if (value->number.scaled % 10 != 0 || value->rest != 0) {
        fuhe_value_make_unreadable(value);
        return;
    }
    value->number.scaled /= 10;
    value->half_step.scaled = (value->half_step.scaled + 9) / 10;
}

void fuhe_value_give_unit(struct fuhe_value *value, fuhe_text unit, enum fuhe_unit_kind kind, int64_t scale) {
    value->unit = unit;
    value->unit_kind = kind;
    if (fuhe_text_equals(unit, FUHE_TEXT("‰"))) {
        divide_by_ten(value);
    } else {
        fuhe_value_scale(value, scale);
    }
}

bool fuhe_value_read_plain(fuhe_text text, struct fuhe_value *value) {
    if (fuhe_decimal_parse_long(text, &value->number, &value->rest, &value->places) != FUHE_STATUS_OK) {
        return false;
    }
    value->kind = FUHE_VALUE_NUMBER;
    value->scale = 1;
    if (value->number.scaled != 0) {
        value->half_step = fuhe_half_step(value->places);
    }
    return true;
}

static bool parse_run(const struct run *run, struct fuhe_value *value) {
    return !run->too_long && fuhe_value_read_plain(run->text, value);
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
    const fuhe_text unit = fuhe_value_skip_space(rest);
    enum fuhe_unit_kind kind;

    if (!fuhe_value_unit_kind(unit, &kind) || is_date(run, unit) || (scale != 1 && kind == FUHE_UNIT_PERCENT)) {
        *value = words();
        return;
    }
    if (value->relation == FUHE_RELATION_NONE) {
        value->relation = back;
    }
    fuhe_value_give_unit(value, unit, kind, scale);
}

void fuhe_value_read_unit(fuhe_text text, struct fuhe_value *value) {
    read_unit(&(struct run){.end = 0}, text, value);
}

void fuhe_value_read_number(fuhe_text text, struct fuhe_value *value) {
    struct run run;
    fuhe_text rest;

    take_run(text, &run);
    rest = fuhe_value_skip_space(fuhe_text_from(text, run.end));
    if (run.text.length == 0) {
        *value = words();
        return;
    }
    if (parse_run(&run, value)) {
        if (is_exponent(rest)) {
            fuhe_value_make_unreadable(value);
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
        fuhe_value_make_unreadable(value);
    }
}

/* 前5名, 第2名, 前5位以内. */
void fuhe_value_read_rank(fuhe_text text, struct fuhe_value *value) {
    const bool first = fuhe_text_starts_with(text, FUHE_TEXT("前"));
    struct run run;
    fuhe_text unit;

    text = fuhe_value_skip_space(fuhe_text_from(text, sizeof "前" - 1));
    *value = words();
    if (text.length == 0) {
        return;
    }
    take_run(text, &run);
    unit = fuhe_value_skip_space(fuhe_text_from(text, run.end));
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
