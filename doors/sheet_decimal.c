/* SPDX-License-Identifier: Apache-2.0 */
/* Decimal numbers out of spreadsheet files: digits and the place of the point. */
#include "doors/sheet_decimal.h"

#include <string.h>

enum { POINT_MAX = 30, EXPONENT_MAX = 1000, GROUP = 3 };

static void cut_zeros(struct fuhe_sheet_decimal *decimal) {
    while (decimal->count > 0 && decimal->digits[decimal->count - 1] == 0) {
        decimal->count--;
    }
    if (decimal->count == 0) {
        decimal->point = 0;
        decimal->negative = false;
    }
}

/* Keeps so many digits; `next` is the one behind them. */
static void round_to(struct fuhe_sheet_decimal *decimal, int keep, int next) {
    decimal->count = keep;
    if (next >= 5) {
        while (decimal->count > 0 && decimal->digits[decimal->count - 1] == 9) {
            decimal->count--;
        }
        if (decimal->count == 0) {
            decimal->digits[decimal->count++] = 1;
            decimal->point++;
        } else {
            decimal->digits[decimal->count - 1]++;
        }
    }
    cut_zeros(decimal);
}

void fuhe_sheet_decimal_round(struct fuhe_sheet_decimal *decimal, int decimals) {
    const int keep = decimal->point + decimals;

    if (keep < 0) {
        decimal->count = 0;
        cut_zeros(decimal);
    } else if (keep < decimal->count) {
        round_to(decimal, keep, decimal->digits[keep]);
    }
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* The power of ten behind an e; *at goes behind it. */
static int parse_exponent(fuhe_text text, size_t *at) {
    const bool signed_number = *at + 1 < text.length && (text.bytes[*at + 1] == '-' || text.bytes[*at + 1] == '+');
    const bool negative = signed_number && text.bytes[*at + 1] == '-';
    size_t end = *at + 1 + signed_number;
    int exponent = 0;

    if (end == text.length) {
        return 0;
    }
    for (; end < text.length && is_digit(text.bytes[end]); end++) {
        exponent = exponent > EXPONENT_MAX ? exponent : 10 * exponent + (text.bytes[end] - '0');
    }
    *at = end;
    return negative ? -exponent : exponent;
}

/* Digits are what counts from the first that is not zero. */
struct digits_read {
    int seen; /* digits at all */
    int next; /* the first that is not kept, -1 for none */
    bool behind_point;
};

static void take_digit(struct fuhe_sheet_decimal *decimal, struct digits_read *read, int digit) {
    read->seen++;
    if (digit == 0 && decimal->count == 0) {
        decimal->point -= read->behind_point;
        return;
    }
    decimal->point += !read->behind_point && decimal->point < EXPONENT_MAX;
    if (decimal->count < FUHE_SHEET_DIGITS) {
        decimal->digits[decimal->count++] = (char)digit;
    } else if (read->next < 0) {
        read->next = digit;
    }
}

bool fuhe_sheet_decimal_parse(fuhe_text text, struct fuhe_sheet_decimal *decimal) {
    struct digits_read read = {.next = -1};
    size_t at = 0;

    *decimal = (struct fuhe_sheet_decimal){.negative = text.length > 0 && text.bytes[0] == '-'};
    for (at = decimal->negative; at < text.length && read.seen < EXPONENT_MAX; at++) {
        if (text.bytes[at] == '.' && !read.behind_point) {
            read.behind_point = true;
        } else if (is_digit(text.bytes[at])) {
            take_digit(decimal, &read, text.bytes[at] - '0');
        } else {
            break;
        }
    }
    if (read.seen > 0 && at < text.length && (text.bytes[at] == 'e' || text.bytes[at] == 'E')) {
        decimal->point += parse_exponent(text, &at);
    }
    round_to(decimal, decimal->count, read.next);
    return read.seen > 0 && at == text.length && decimal->point <= POINT_MAX && decimal->point >= -POINT_MAX;
}

static char digit_at(const struct fuhe_sheet_decimal *decimal, int index) {
    return (char)('0' + (index >= 0 && index < decimal->count ? decimal->digits[index] : 0));
}

size_t fuhe_sheet_decimal_print(const struct fuhe_sheet_decimal *decimal, const struct fuhe_sheet_digits *digits,
                                char *text) {
    const int point = decimal->count == 0 ? 0 : decimal->point;
    const int whole = point > digits->whole_min ? point : digits->whole_min;
    int decimals = decimal->count - point;
    size_t length = 0;

    decimals = decimals < digits->decimals_min ? digits->decimals_min : decimals;
    decimals = decimals > digits->decimals_max ? digits->decimals_max : decimals;
    if (decimal->negative) {
        text[length++] = '-';
    }
    for (int left = whole; left > 0; left--) {
        text[length++] = digit_at(decimal, point - left);
        if (digits->thousands && left > 1 && left % GROUP == 1) {
            text[length++] = ',';
        }
    }
    if (decimals > 0) {
        text[length++] = '.';
    }
    for (int i = 0; i < decimals; i++) {
        text[length++] = digit_at(decimal, point + i);
    }
    return length;
}
