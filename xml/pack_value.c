/* SPDX-License-Identifier: Apache-2.0 */
/* Turns the attributes of a rule pack into values: one small function a kind, chosen by a table. */
#include "xml/pack_value.h"

#include <stdio.h>
#include <string.h>

enum fuhe_status fuhe_pack_refuse(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                  fuhe_text found, const char *expected, struct fuhe_place place) {
    char text[512]; /* more than an error keeps */

    (void)snprintf(text, sizeof text, "%.*s", (int)(found.length < 500 ? found.length : 500),
                   found.length == 0 ? "" : found.bytes);
    (void)fuhe_error_set(err, FUHE_STATUS_INVALID, problem, text, expected);
    fuhe_error_set_subject(err, subject);
    fuhe_error_set_place(err, place.line, place.column);
    return FUHE_STATUS_INVALID;
}

/* Values: each reads a cell into *target, or says what kind of value it expected. */

static const char *read_text(fuhe_text text, void *target, const struct fuhe_pack_choice_word *choices) {
    (void)choices;
    *(fuhe_text *)target = text;
    return NULL;
}

static const char *read_number(fuhe_text text, void *target, const struct fuhe_pack_choice_word *choices) {
    unsigned places;
    (void)choices;
    return fuhe_decimal_parse(text, target, &places) == FUHE_STATUS_OK ? NULL : "a number";
}

static const char *read_places(fuhe_text text, void *target, const struct fuhe_pack_choice_word *choices) {
    (void)choices;
    if (text.length != 1 || text.bytes[0] < '0' || text.bytes[0] > '0' + FUHE_DECIMAL_PLACES) {
        return "0..6";
    }
    *(unsigned *)target = (unsigned)(text.bytes[0] - '0');
    return NULL;
}

static bool is_calendar_day(int32_t year, int32_t month, int32_t day) {
    static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    if (year == 0 || month < 1 || month > 12 || day < 1) {
        return false;
    }
    return day <= days[month - 1] + (leap && month == 2 ? 1 : 0);
}

static const char *read_date(fuhe_text text, void *target, const struct fuhe_pack_choice_word *choices) {
    static const char shape[] = "9999-99-99";
    int32_t date = 0;

    (void)choices;
    for (size_t i = 0; i < sizeof shape - 1; i++) {
        const char character = i < text.length ? text.bytes[i] : '\0';
        const bool digit = character >= '0' && character <= '9';
        if (shape[i] == '9' ? !digit : character != shape[i]) {
            return "YYYY-MM-DD";
        }
        date = digit ? date * 10 + (character - '0') : date;
    }
    if (text.length != sizeof shape - 1 || !is_calendar_day(date / 10000, date / 100 % 100, date % 100)) {
        return "YYYY-MM-DD";
    }
    *(int32_t *)target = date;
    return NULL;
}

static const char *read_yes_no(fuhe_text text, void *target, const struct fuhe_pack_choice_word *choices) {
    const bool yes = fuhe_text_equals(text, FUHE_TEXT("yes"));

    (void)choices;
    if (!yes && !fuhe_text_equals(text, FUHE_TEXT("no"))) {
        return "yes | no";
    }
    *(bool *)target = yes;
    return NULL;
}

_Static_assert(sizeof(enum fuhe_pack_status) == sizeof(int), "choices are stored as int");

static const char *read_choice(fuhe_text text, void *target, const struct fuhe_pack_choice_word *choices) {
    for (; choices->word != NULL; choices++) {
        if (fuhe_text_equals(text, fuhe_text_of(choices->word))) {
            memcpy(target, &choices->value, sizeof choices->value);
            return NULL;
        }
    }
    return "";
}

/* "bands | linear" */
static void list_choices(const struct fuhe_pack_choice_word *choices, char text[256]) {
    size_t used = 0;

    text[0] = '\0';
    for (const char *separator = ""; choices->word != NULL; choices++, separator = " | ") {
        used += (size_t)snprintf(text + used, 256 - used, "%s%s", separator, choices->word);
    }
}

static const char *(*const value_readers[])(fuhe_text, void *, const struct fuhe_pack_choice_word *) = {
    [FUHE_PACK_TEXT] = read_text, [FUHE_PACK_NUMBER] = read_number, [FUHE_PACK_PLACES] = read_places,
    [FUHE_PACK_DATE] = read_date, [FUHE_PACK_YES_NO] = read_yes_no, [FUHE_PACK_CHOICE] = read_choice,
};

/* What people write in Chinese where a word of a list is expected. */
static const struct {
    const char *chinese;
    const char *word;
} chinese_words[] = {
    {"施行", "in-force"},   {"现行", "in-force"},       {"有效", "in-force"},
    {"试行", "trial"},      {"草案", "draft"},          {"废止", "repealed"},
    {"已废止", "repealed"}, {"成本", "cost"},           {"成本指标", "cost"},
    {"产出", "output"},     {"产出指标", "output"},     {"效益", "effect"},
    {"效益指标", "effect"}, {"满意度", "satisfaction"}, {"满意度指标", "satisfaction"},
    {"分档", "bands"},      {"按比例", "linear"},       {"四舍五入", "half-up"},
    {"截断", "truncate"},   {"提示", "note"},           {"警告", "warning"},
    {"错误", "error"},      {"惯例", "none"},           {"是", "yes"},
    {"否", "no"},
};

/* The word of the list that was meant; NULL when it is not known. */
static const char *meant(fuhe_text text, const char *expected) {
    for (size_t i = 0; i < sizeof chinese_words / sizeof chinese_words[0]; i++) {
        if (fuhe_text_equals(text, fuhe_text_of(chinese_words[i].chinese)) &&
            strstr(expected, chinese_words[i].word) != NULL) {
            return chinese_words[i].word;
        }
    }
    return NULL;
}

static enum fuhe_status read_value(const struct fuhe_pack_value *value, const struct fuhe_cell *cell,
                                   const char *element, void *target, struct fuhe_error *err) {
    char subject[64];
    char choices[256];
    const char *expected = "text";

    if (cell->state == FUHE_CELL_TEXT) {
        expected = value_readers[value->kind](cell->text, (char *)target + value->offset, value->choices);
    }
    if (expected == NULL) {
        return FUHE_STATUS_OK;
    }
    (void)snprintf(subject, sizeof subject, "%s/@%s", element, value->name);
    if (value->kind == FUHE_PACK_CHOICE) {
        list_choices(value->choices, choices);
        expected = choices;
    }
    const char *word = cell->state == FUHE_CELL_TEXT ? meant(cell->text, expected) : NULL;
    expected = word != NULL ? word : expected;
    return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, subject, cell->text, expected, cell->place);
}

enum fuhe_status fuhe_pack_read_values(const struct fuhe_pack_value *values, bool may_lack,
                                       const struct fuhe_cell **cell, const char *element, void *target,
                                       struct fuhe_place place, struct fuhe_error *err) {
    for (const struct fuhe_pack_value *value = values; value->name != NULL; value++, (*cell)++) {
        if ((*cell)->state != FUHE_CELL_ABSENT) {
            FUHE_TRY(read_value(value, *cell, element, target, err));
        } else if (value->required && !may_lack) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_MISSING, element, (fuhe_text){NULL, 0}, value->name, place);
        }
    }
    return FUHE_STATUS_OK;
}
