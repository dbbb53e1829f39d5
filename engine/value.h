/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_VALUE_H
#define FUHE_ENGINE_VALUE_H

#include "engine/decimal.h"
#include "engine/form.h"

/* What a printed cell means. Reading is the first interpretation of a form, so it is kept whole and shown. */

enum fuhe_value_kind {
    FUHE_VALUE_NONE, /* absent, blank, a dash that stands for "no entry" (— - / 空), or never filled in (≥××%, 待定) */
    FUHE_VALUE_NUMBER,    /* 13万元, ≥95%, 不超过10次 */
    FUHE_VALUE_RANK,      /* 前5名, 第2名 */
    FUHE_VALUE_ZERO_WORD, /* 无, 零, 没有: number is 0 */
    FUHE_VALUE_WORDS,     /* 完成, 有所提升, 80-90%, 3次/月…: anything else that is text */
    FUHE_VALUE_UNREADABLE /* meant as a number but not one: 1.2.3, ∞, NaN, #REF!, out of range */
};

enum fuhe_relation {
    FUHE_RELATION_NONE,
    FUHE_RELATION_AT_LEAST, /* ≥ ≧ >= 不低于 不少于 以上 大于等于 及以上 */
    FUHE_RELATION_ABOVE,    /* > 大于 超过 高于 */
    FUHE_RELATION_AT_MOST,  /* ≤ ≦ <= 不超过 不高于 不多于 不大于 以内 以下 小于等于 */
    FUHE_RELATION_BELOW,    /* < 小于 少于 低于 */
    FUHE_RELATION_EQUAL     /* = ＝ 等于 */
};

enum fuhe_unit_kind {
    FUHE_UNIT_NONE,
    FUHE_UNIT_MONEY,   /* number is in 元 */
    FUHE_UNIT_PERCENT, /* number is in percent; 95‰ is 9.5 */
    FUHE_UNIT_TIME,    /* 个工作日, 天, 小时, 分钟, 个月, 年… as printed, not converted */
    FUHE_UNIT_COUNT    /* any other counted word: 人, 次, 个领域 */
};

/* number is in the base unit: 218.4万元 has number 2184000, scale 10000, places 1, half_step 500. */
struct fuhe_value {
    enum fuhe_value_kind kind;
    enum fuhe_relation relation;
    enum fuhe_unit_kind unit_kind;
    fuhe_decimal number;    /* rounded half-up where more than six places would be needed */
    int64_t rest;           /* what that rounding left out, in 10^-12 */
    int64_t scale;          /* 1, 10^4 for 万, 10^8 for 亿 */
    unsigned places;        /* decimals as printed, before the scale */
    fuhe_decimal half_step; /* half a unit of the last printed digit, in the base unit; 0 for a printed zero */
    fuhe_text unit;         /* the words behind the number without the scale: 元, 人, 个工作日, % */
};

/* Reads a cell. Never fails: what it cannot read has kind UNREADABLE. Full-width digits and signs, thousands
 * separators, relation words before (不超过10次) or behind (10次以内), approximations (约5次 is WORDS). */
struct fuhe_value fuhe_value_read(const struct fuhe_cell *cell);

/* Reads a target whose operator and unit may stand in cells of their own; the target's own words win. */
struct fuhe_value fuhe_value_read_target(const struct fuhe_cell *target, const struct fuhe_cell *relation,
                                         const struct fuhe_cell *unit);

/* Whether text is a dash, or a word for nothing: how people leave a cell empty on purpose (— / 无). */
bool fuhe_value_is_dash(fuhe_text text);

/* Gives value the scale and unit of `target` when it is a bare number ("218.4" against "232万元"). True when it did. */
bool fuhe_value_adopt_unit(struct fuhe_value *value, const struct fuhe_value *target);

/* Whether two numbers may be compared: same kind of unit, or one of them with none. */
bool fuhe_value_comparable(const struct fuhe_value *a, const struct fuhe_value *b);

/* A plain number cell (weight, score, rate, money of a fund row): NUMBER, NONE or UNREADABLE; a unit sign that fits
 * (分 for points, % for rates) is accepted. unit_scale multiplies (10^4 for money in 万元, else 1). */
struct fuhe_value fuhe_value_read_figure(const struct fuhe_cell *cell, int64_t unit_scale);

/* Half a unit of the last of `places` printed decimals, rounded up beyond the sixth, which can only widen an interval.
 * For a zero too: where "0" may be the rounding of something small. */
fuhe_decimal fuhe_half_step(unsigned places);

/* 10^4 for 万元, 10^8 for 亿元, 1 for 元; the scale of 万元 when the cell is absent or not understood. */
int64_t fuhe_value_money_scale(const struct fuhe_cell *unit);

#endif
