/* SPDX-License-Identifier: Apache-2.0 */
/* How the target of a row reads, which decides the formula: by its operator, else by the method of its category. Where
 * the direction or the unit is only a guess, the reading is a judgement: nobody is accused on a guess. */
#include "engine/fraction.h"
#include "engine/score.h"

struct reading {
    enum fuhe_reading reading;
    enum fuhe_rule rule;
};

static const struct reading judgement = {FUHE_READING_JUDGEMENT, FUHE_RULE_JUDGEMENT};

/* By the operator that the target prints. */
static const struct reading relation_readings[] = {
    [FUHE_RELATION_AT_LEAST] = {FUHE_READING_MORE, FUHE_RULE_NUMBER_MORE},
    [FUHE_RELATION_ABOVE] = {FUHE_READING_MORE, FUHE_RULE_NUMBER_MORE},
    [FUHE_RELATION_AT_MOST] = {FUHE_READING_LESS, FUHE_RULE_NUMBER_LESS},
    [FUHE_RELATION_BELOW] = {FUHE_READING_LESS, FUHE_RULE_NUMBER_LESS},
    [FUHE_RELATION_EQUAL] = {FUHE_READING_EQUAL, FUHE_RULE_NUMBER_EQUAL},
};

/* By the method of the category, when it prints none. */
static const struct reading method_readings[] = {
    [FUHE_METHOD_MORE] = {FUHE_READING_MORE, FUHE_RULE_NUMBER_MORE},
    [FUHE_METHOD_LESS] = {FUHE_READING_LESS, FUHE_RULE_NUMBER_LESS},
    [FUHE_METHOD_PROPORTIONAL] = {FUHE_READING_MORE, FUHE_RULE_COST},
    [FUHE_METHOD_CEILING] = {FUHE_READING_LESS, FUHE_RULE_COST},
    [FUHE_METHOD_CEILING_IF_SAVED] = {FUHE_READING_LESS, FUHE_RULE_COST},
};

#define WORD(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

/* Names of which less is better. Whole measures, for more is better of 投诉办结率; and of 事故发生率降幅. */
static const fuhe_text unwelcome[] = {
    WORD("投诉率"),   WORD("投诉量"), WORD("投诉次数"), WORD("投诉件数"), WORD("信访量"),   WORD("发生率"),
    WORD("发生次数"), WORD("事故率"), WORD("事故数"),   WORD("事故次数"), WORD("事故起数"), WORD("差错率"),
    WORD("错误率"),   WORD("误差"),   WORD("故障率"),   WORD("故障数"),   WORD("故障次数"), WORD("死亡率"),
    WORD("发病率"),   WORD("违规率"), WORD("流失率"),   WORD("失业率"),   WORD("返工率"),   WORD("退货率"),
    WORD("超时率"),   WORD("逾期率"), WORD("中断次数"),
};

static bool is_unwelcome(fuhe_text name) {
    if (fuhe_text_contains(name, FUHE_TEXT("降"))) {
        return false;
    }
    for (size_t i = 0; i < sizeof unwelcome / sizeof unwelcome[0]; i++) {
        if (fuhe_text_contains(name, unwelcome[i])) {
            return true;
        }
    }
    return false;
}

/* Days are a deadline more often than an amount; in a timeliness row so are figures without a unit. */
static bool may_be_deadline(fuhe_text level2, enum fuhe_unit_kind unit) {
    if (unit == FUHE_UNIT_NONE) {
        return fuhe_text_contains(level2, FUHE_TEXT("时效"));
    }
    return unit == FUHE_UNIT_TIME && !fuhe_text_contains(level2, FUHE_TEXT("数量"));
}

/* Whether more or less is better cannot be told. A ceiling on anything but money may be a saving rate. */
static bool direction_is_open(const struct fuhe_indicator *indicator, const struct fuhe_row *row,
                              enum fuhe_method method) {
    if (row->category == FUHE_CATEGORY_COST) {
        return method != FUHE_METHOD_PROPORTIONAL && row->target.unit_kind != FUHE_UNIT_MONEY;
    }
    return row->target.number.scaled < 0 || may_be_deadline(indicator->level2.text, row->target.unit_kind) ||
           is_unwelcome(indicator->name.text);
}

/* A bare result takes the unit of its target, unless it is more likely to have another: a share of one where percent
 * are printed (0.96 for 96%), or yuan where ten thousands are. */
static bool lent_unit_is_doubtful(const struct fuhe_row *row) {
    const fuhe_int128 actual = row->actual.number.scaled;
    const fuhe_int128 target = row->target.number.scaled;

    if (!row->unit_is_lent || actual <= 0) {
        return false;
    }
    if (row->target.unit_kind == FUHE_UNIT_PERCENT) {
        return actual <= FUHE_DECIMAL_ONE && target > FUHE_DECIMAL_ONE;
    }
    return row->target.scale > 1 && actual > 100 * target;
}

/* Low spending that is only not yet paid is no saving. */
static bool is_unpaid(const struct fuhe_indicator *indicator, const struct fuhe_row *row,
                      const struct fuhe_pack *pack) {
    return fuhe_decimal_compare(row->actual.number, row->target.number) < 0 &&
           fuhe_text_list_within(&pack->unpaid_words, indicator->reason.text);
}

static struct reading read_number(const struct fuhe_indicator *indicator, const struct fuhe_row *row,
                                  const struct fuhe_pack *pack) {
    const enum fuhe_method method = pack->categories[row->category].method;
    const enum fuhe_relation relation = row->target.relation;

    if (row->target.number.scaled == 0 && (relation == FUHE_RELATION_NONE || relation == FUHE_RELATION_EQUAL)) {
        return (struct reading){FUHE_READING_ZERO, FUHE_RULE_ZERO_TARGET};
    }
    if (relation != FUHE_RELATION_NONE) {
        return relation_readings[relation];
    }
    if (fuhe_decimal_equals(row->target.number, row->actual.number)) {
        return method_readings[method];
    }
    if (direction_is_open(indicator, row, method) ||
        (method == FUHE_METHOD_CEILING_IF_SAVED && is_unpaid(indicator, row, pack))) {
        return judgement;
    }
    return method_readings[method];
}

const struct fuhe_cell *fuhe_target_cell(const struct fuhe_indicator *indicator) {
    const bool is_adjusted = fuhe_value_read(&indicator->adjusted).kind != FUHE_VALUE_NONE;

    return is_adjusted ? &indicator->adjusted : &indicator->target;
}

/* The words of a cell without the full stop that some forms print. */
static fuhe_text plain_words(const struct fuhe_cell *cell) {
    fuhe_text words = cell->text;

    while (fuhe_text_ends_with(words, FUHE_TEXT("。")) || fuhe_text_ends_with(words, FUHE_TEXT("；"))) {
        words.length -= 3;
    }
    return words;
}

const struct fuhe_scale_step *fuhe_scale_step_of(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack) {
    const fuhe_text words = plain_words(&indicator->actual);

    for (size_t i = 0; i < pack->scale_count; i++) {
        if (fuhe_text_list_has(&pack->scale[i].words, words)) {
            return &pack->scale[i];
        }
    }
    return NULL;
}

static struct reading read_words(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack) {
    const fuhe_text target = plain_words(fuhe_target_cell(indicator));
    const fuhe_text actual = plain_words(&indicator->actual);

    if (fuhe_text_same_name(target, actual)) {
        return (struct reading){FUHE_READING_WORDS_MET, FUHE_RULE_WORDS};
    }
    if (fuhe_scale_step_of(indicator, pack) != NULL) {
        return (struct reading){FUHE_READING_WORDS_SCALE, FUHE_RULE_SCALE};
    }
    if (fuhe_text_list_has(&pack->met_words, actual)) {
        return (struct reading){FUHE_READING_WORDS_MET, FUHE_RULE_WORDS};
    }
    return judgement;
}

static bool is_number(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_NUMBER || value->kind == FUHE_VALUE_ZERO_WORD;
}

/* 前5名 may be answered by 第2名 or 2, but not by 90分, and nothing ranks before the first. */
static bool is_rank(const struct fuhe_value *value) {
    return value->kind == FUHE_VALUE_RANK ||
           (value->kind == FUHE_VALUE_NUMBER && value->unit.length == 0 && value->number.scaled > 0);
}

static struct reading read_target(const struct fuhe_indicator *indicator, const struct fuhe_row *row,
                                  const struct fuhe_pack *pack) {
    const struct fuhe_value *target = &row->target;
    const struct fuhe_value *actual = &row->actual;

    if (row->category == FUHE_CATEGORY_NONE || actual->kind == FUHE_VALUE_NONE) {
        return judgement;
    }
    if (target->kind == FUHE_VALUE_WORDS && actual->kind == FUHE_VALUE_WORDS) {
        return read_words(indicator, pack);
    }
    if (target->kind == FUHE_VALUE_RANK && is_rank(actual)) {
        return (struct reading){FUHE_READING_RANK, FUHE_RULE_RANK};
    }
    if (target->kind == FUHE_VALUE_ZERO_WORD && is_number(actual)) {
        return (struct reading){FUHE_READING_ZERO, FUHE_RULE_ZERO_TARGET};
    }
    if (target->kind == FUHE_VALUE_NUMBER && is_number(actual) && fuhe_value_comparable(target, actual) &&
        !lent_unit_is_doubtful(row)) {
        return read_number(indicator, row, pack);
    }
    return judgement;
}

void fuhe_read_row(const struct fuhe_indicator *indicator, const struct fuhe_pack *pack, struct fuhe_row *row) {
    const struct reading reading = read_target(indicator, row, pack);

    row->reading = reading.reading;
    row->rule = reading.rule;
}
