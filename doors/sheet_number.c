/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of spreadsheets as they are shown. A file stores 98.74 as "98.739999999999995": rounded to 15 digits in
 * decimal, which is what spreadsheets do, it is 98.74 again. No binary number takes part. */
#include "doors/sheet_number.h"

#include <stdio.h>
#include <string.h>

#include "doors/sheet_decimal.h"
#include "doors/sheet_pattern.h"

/* Formats that programs know by number, as a Chinese one shows them. */
static const struct {
    uint32_t id;
    const char *code;
} known_codes[] = {
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {14, "yyyy/m/d"},
    {18, "h:mm"},
    {19, "h:mm:ss"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "yyyy/m/d h:mm"},
    {27, "yyyy年m月"},
    {28, "m月d日"},
    {29, "m月d日"},
    {30, "m/d/yy"},
    {31, "yyyy年m月d日"},
    {32, "h时mm分"},
    {33, "h时mm分ss秒"},
    {37, "#,##0;-#,##0"},
    {38, "#,##0;-#,##0"},
    {39, "#,##0.00;-#,##0.00"},
    {40, "#,##0.00;-#,##0.00"},
    {50, "yyyy年m月"},
    {51, "m月d日"},
    {54, "m月d日"},
    {57, "yyyy年m月"},
    {58, "m月d日"},
};

fuhe_text fuhe_sheet_number_code(uint32_t id) {
    for (size_t i = 0; i < sizeof known_codes / sizeof known_codes[0]; i++) {
        if (known_codes[i].id == id) {
            return fuhe_text_of(known_codes[i].code);
        }
    }
    return (fuhe_text){NULL, 0};
}

/* As General shows it in a column that is wide enough: eleven characters at most, but all of the whole part. */
enum { GENERAL_DIGITS = 10 };

static fuhe_text print_general(struct fuhe_sheet_decimal decimal, fuhe_text value, char *buffer) {
    const int whole = decimal.point < 1 ? 1 : decimal.point;
    const bool was_zero = decimal.count == 0;

    fuhe_sheet_decimal_round(&decimal, whole < GENERAL_DIGITS ? GENERAL_DIGITS - whole : 0);
    if (decimal.count == 0 && !was_zero) {
        return value;
    }
    const struct fuhe_sheet_digits digits = {.whole_min = 1, .decimals_max = GENERAL_DIGITS};
    return (fuhe_text){buffer, fuhe_sheet_decimal_print(&decimal, &digits, buffer)};
}

static fuhe_text print_pattern(struct fuhe_sheet_decimal decimal, const struct fuhe_sheet_pattern *pattern,
                               char *buffer) {
    size_t length = 0;

    decimal.point += decimal.count > 0 ? 2 * pattern->percents : 0;
    fuhe_sheet_decimal_round(&decimal, pattern->digits.decimals_max);
    decimal.negative = decimal.negative && !pattern->takes_sign && decimal.count > 0;
    if (decimal.negative) {
        buffer[length++] = '-';
        decimal.negative = false;
    }
    memcpy(buffer + length, pattern->prefix, pattern->prefix_length);
    length += pattern->prefix_length;
    if (pattern->has_digits) {
        length += fuhe_sheet_decimal_print(&decimal, &pattern->digits, buffer + length);
    }
    memcpy(buffer + length, pattern->suffix, pattern->suffix_length);
    return (fuhe_text){buffer, length + pattern->suffix_length};
}

fuhe_text fuhe_sheet_number_print(fuhe_text value, fuhe_text code, bool days_from_1904,
                                  char buffer[FUHE_SHEET_NUMBER_SIZE]) {
    struct fuhe_sheet_decimal decimal;
    struct fuhe_sheet_pattern pattern;

    if (!fuhe_sheet_decimal_parse(value, &decimal)) {
        return value;
    }
    fuhe_sheet_pattern_parse(code, &decimal, &pattern);
    if (pattern.kind == FUHE_SHEET_PATTERN_DATE) {
        const size_t length = fuhe_sheet_date_print(&decimal, pattern.section, days_from_1904, buffer);
        return length > 0 ? (fuhe_text){buffer, length} : print_general(decimal, value, buffer);
    }
    return pattern.kind == FUHE_SHEET_PATTERN_NUMBER ? print_pattern(decimal, &pattern, buffer)
                                                     : print_general(decimal, value, buffer);
}
