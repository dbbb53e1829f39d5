/* SPDX-License-Identifier: Apache-2.0 */
/* Dates and times of spreadsheets: days since the end of 1899 (or the first of 1904), parts of a day behind the point.
 */
#include "doors/sheet_pattern.h"

#include <stdio.h>
#include <string.h>

enum { DAYS_MAX = 2958465, SECONDS_OF_DAY = 86400, FRACTION_DIGITS = 10, LEAP_DAY_THAT_WAS_NONE = 60 };

#define FRACTION_SCALE INT64_C(10000000000)

struct moment {
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
};

/* Days and seconds of a number; false when it is no date. */
static bool split_number(const struct fuhe_sheet_decimal *decimal, int64_t *days, int64_t *seconds) {
    int64_t fraction = 0;
    int64_t whole = 0;

    if (decimal->negative || decimal->point > 7) {
        return false;
    }
    for (int i = 0; i < decimal->point; i++) {
        whole = 10 * whole + (i < decimal->count ? decimal->digits[i] : 0);
    }
    for (int i = decimal->point; i < decimal->point + FRACTION_DIGITS; i++) {
        fraction = 10 * fraction + (i >= 0 && i < decimal->count ? decimal->digits[i] : 0);
    }
    *seconds = (fraction * SECONDS_OF_DAY + FRACTION_SCALE / 2) / FRACTION_SCALE;
    *days = whole + *seconds / SECONDS_OF_DAY;
    *seconds %= SECONDS_OF_DAY;
    return *days <= DAYS_MAX;
}

/* Of the calendar, from days since 1970-01-01: years that begin in March make February's length the last question. */
static void find_date(int64_t days, struct moment *moment) {
    const int64_t shifted = days + 719468;
    const int64_t era = shifted / 146097;
    const int64_t day_of_era = shifted % 146097;
    const int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int64_t month = (5 * day_of_year + 2) / 153;

    moment->day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    moment->month = (int)(month < 10 ? month + 3 : month - 9);
    moment->year = (int)(year_of_era + era * 400 + (moment->month <= 2));
}

static bool find_moment(const struct fuhe_sheet_decimal *decimal, bool days_from_1904, struct moment *moment) {
    int64_t days;
    int64_t seconds;

    if (!split_number(decimal, &days, &seconds)) {
        return false;
    }
    if (days_from_1904) {
        days -= 24107; /* 1904-01-01 */
    } else {
        days -= 25569 - (days < LEAP_DAY_THAT_WAS_NONE);
    }
    find_date(days, moment);
    moment->hour = (int)(seconds / 3600);
    moment->minute = (int)(seconds / 60 % 60);
    moment->second = (int)(seconds % 60);
    return true;
}

static size_t run_length(fuhe_text section, size_t at) {
    size_t end = at;

    while (end < section.length && (section.bytes[end] | 0x20) == (section.bytes[at] | 0x20)) {
        end++;
    }
    return end - at;
}

/* Minutes stand behind hours, or in front of seconds; months are m too. */
static bool is_minute(fuhe_text section, size_t behind, char before) {
    const size_t begin = behind;

    while (behind < section.length && section.bytes[behind] == ':') {
        behind++;
    }
    return before == 'h' || (behind > begin && behind < section.length && (section.bytes[behind] | 0x20) == 's');
}

static int value_of(const struct moment *moment, char letter, bool minute, size_t width) {
    switch (letter) {
    case 'y':
        return width <= 2 ? moment->year % 100 : moment->year;
    case 'm':
        return minute ? moment->minute : moment->month;
    case 'd':
        return moment->day;
    case 'h':
        return moment->hour;
    default:
        return moment->second;
    }
}

/* [h] counts hours beyond a day. */
static bool is_elapsed(fuhe_text inside) {
    return inside.length > 0 && strchr("hHmMsS", inside.bytes[0]) != NULL;
}

size_t fuhe_sheet_date_print(const struct fuhe_sheet_decimal *decimal, fuhe_text section, bool days_from_1904,
                             char *text) {
    struct moment moment;
    char before = 0;
    size_t length = 0;

    if (!find_moment(decimal, days_from_1904, &moment)) {
        return 0;
    }
    for (size_t at = 0; at < section.length && length < 300;) {
        const size_t begin = at;
        const struct fuhe_sheet_token token = fuhe_sheet_token_next(section, &at);
        if (token.letter != 0 && strchr("ymdhs", token.letter) != NULL) {
            const size_t width = run_length(section, begin);
            at = begin + width;
            const int value = value_of(&moment, token.letter, is_minute(section, at, before), width);
            const int digits = token.letter == 'y' && width > 2 ? 4 : (width == 2 ? 2 : 1);
            length += (size_t)snprintf(text + length, 16, "%0*d", digits, value);
            before = token.letter;
        } else if (token.letter == 0 && token.words.length <= FUHE_SHEET_WORDS_SIZE) {
            memcpy(text + length, token.words.bytes, token.words.length);
            length += token.words.length;
        } else if (token.letter == '/' || token.letter == '.' || token.letter == ',') {
            text[length++] = token.letter;
        } else if (token.letter != '[' || is_elapsed(token.inside)) {
            return 0; /* weekdays, halves of a day, parts of a second */
        }
    }
    return length;
}
