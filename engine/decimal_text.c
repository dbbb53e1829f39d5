/* SPDX-License-Identifier: Apache-2.0 */
/* Decimals as text, both ways. The form of the whole text is decided before its size, so that a long word is never
 * called a number out of range. No locale: the point is a point. */
#include "engine/decimal.h"

#include <string.h>

#include "engine/magnitude.h"

/* A number on its way in: what is left of the text, the digits so far as a whole number, whether they left the range.
 */
struct scan {
    const char *next;
    const char *end;
    uint64_t magnitude;
    bool overflow;
    uint64_t rest; /* decimals seven to twelve */
    bool is_long;  /* a digit other than 0 stands behind the sixth decimal */
};

enum { REST_PLACES = 6, REST_ONE = 1000000, REST_HALF = REST_ONE / 2, LEAST_LONG = 100 };

static bool at_digit(const struct scan *scan) {
    return scan->next < scan->end && *scan->next >= '0' && *scan->next <= '9';
}

static bool skip(struct scan *scan, char character) {
    if (scan->next == scan->end || *scan->next != character) {
        return false;
    }
    scan->next++;
    return true;
}

static void grow(struct scan *scan, uint64_t factor, uint64_t digit) {
    uint64_t magnitude;

    if (__builtin_mul_overflow(scan->magnitude, factor, &magnitude) ||
        __builtin_add_overflow(magnitude, digit, &magnitude)) {
        scan->overflow = true;
        return;
    }
    scan->magnitude = magnitude;
}

static size_t scan_digits(struct scan *scan) {
    const char *const start = scan->next;

    while (at_digit(scan)) {
        grow(scan, 10, (uint64_t)(*scan->next - '0'));
        scan->next++;
    }
    return (size_t)(scan->next - start);
}

/* 1234567 or 1,234,567. */
static bool scan_whole_part(struct scan *scan) {
    size_t digits = scan_digits(scan);

    if (digits == 0) {
        return false;
    }
    if (digits > 3) {
        return true;
    }
    while (skip(scan, ',')) {
        digits = scan_digits(scan);
        if (digits != 3) {
            return false;
        }
    }
    return true;
}

/* One decimal beyond the sixth. */
static void scan_rest(struct scan *scan, unsigned place) {
    const uint64_t digit = (uint64_t)(*scan->next - '0');

    scan->is_long = scan->is_long || digit != 0;
    if (place < FUHE_DECIMAL_PLACES + REST_PLACES) {
        scan->rest += digit * fuhe_powers_of_ten[FUHE_DECIMAL_PLACES + REST_PLACES - 1 - place];
    }
}

/* The decimals behind the point, filled up to six. */
static bool scan_decimals(struct scan *scan, unsigned *places) {
    unsigned count = 0;

    for (; at_digit(scan); scan->next++, count++) {
        if (count < FUHE_DECIMAL_PLACES) {
            grow(scan, 10, (uint64_t)(*scan->next - '0'));
        } else {
            scan_rest(scan, count);
        }
    }
    if (count < FUHE_DECIMAL_PLACES) {
        grow(scan, fuhe_powers_of_ten[FUHE_DECIMAL_PLACES - count], 0);
    }
    *places = count;
    return count > 0;
}

/* Whether the whole text is one number. */
static bool scan_number(struct scan *scan, bool *negative, unsigned *places) {
    if (scan->next == scan->end) {
        return false;
    }
    *negative = skip(scan, '-');
    if (!*negative) {
        skip(scan, '+');
    }
    if (!scan_whole_part(scan)) {
        return false;
    }
    const bool has_point = skip(scan, '.');
    const bool has_decimals = scan_decimals(scan, places);
    return has_point == has_decimals && scan->next == scan->end;
}

static struct scan scan_of(fuhe_text text) {
    return (struct scan){.next = text.bytes, .end = text.bytes + text.length};
}

enum fuhe_status fuhe_decimal_parse(fuhe_text text, fuhe_decimal *result, unsigned *places) {
    struct scan scan = scan_of(text);
    unsigned count = 0;
    bool negative;
    int64_t scaled;

    if (text.length == 0 || !scan_number(&scan, &negative, &count)) {
        return FUHE_STATUS_NOT_A_NUMBER;
    }
    if (scan.overflow || scan.is_long || !fuhe_magnitude_sign(scan.magnitude, negative, &scaled)) {
        return FUHE_STATUS_OVERFLOW;
    }
    result->scaled = scaled;
    *places = count;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_decimal_parse_long(fuhe_text text, fuhe_decimal *result, int64_t *rest, unsigned *places) {
    struct scan scan = scan_of(text);
    unsigned count = 0;
    bool negative;
    int64_t scaled;

    if (text.length == 0 || !scan_number(&scan, &negative, &count)) {
        return FUHE_STATUS_NOT_A_NUMBER;
    }
    if (scan.is_long && scan.magnitude < LEAST_LONG) {
        return FUHE_STATUS_OVERFLOW;
    }
    const bool up = scan.rest >= REST_HALF;
    grow(&scan, 1, up ? 1 : 0);
    if (scan.overflow || !fuhe_magnitude_sign(scan.magnitude, negative, &scaled)) {
        return FUHE_STATUS_OVERFLOW;
    }
    const int64_t beyond = (int64_t)scan.rest - (up ? REST_ONE : 0);
    result->scaled = scaled;
    *rest = negative ? -beyond : beyond;
    *places = count;
    return FUHE_STATUS_OK;
}

/* Writes the last `count` digits of value so that they end before `end`; returns where they begin. */
static char *write_digits(char *end, uint64_t value, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        *--end = (char)('0' + value % 10);
        value /= 10;
    }
    return end;
}

static unsigned count_digits(uint64_t value) {
    unsigned count = 1;

    while (value >= 10) {
        value /= 10;
        count++;
    }
    return count;
}

size_t fuhe_decimal_format(fuhe_decimal a, unsigned min_places, char text[FUHE_DECIMAL_TEXT_SIZE]) {
    const uint64_t magnitude = fuhe_magnitude_of(a.scaled);
    const uint64_t whole = magnitude / FUHE_DECIMAL_ONE;
    uint64_t decimals = magnitude % FUHE_DECIMAL_ONE;
    unsigned places = FUHE_DECIMAL_PLACES;
    char *next = text;

    if (min_places <= 2 && decimals % 10000 == 0) { /* as nearly all figures are */
        decimals /= 10000;
        places = 2;
    }
    while (places > min_places && decimals % 10 == 0) {
        decimals /= 10;
        places--;
    }
    if (a.scaled < 0) {
        *next++ = '-';
    }
    const unsigned digits = count_digits(whole);
    write_digits(next + digits, whole, digits);
    next += digits;
    if (places > 0) {
        *next++ = '.';
        write_digits(next + places, decimals, places);
        next += places;
    }
    *next = '\0';
    return (size_t)(next - text);
}
