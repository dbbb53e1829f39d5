/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_SHEET_PATTERN_H
#define FUHE_DOORS_SHEET_PATTERN_H

#include "doors/sheet_decimal.h"

/* A number format, as far as it is understood. */
enum fuhe_sheet_pattern_kind { FUHE_SHEET_PATTERN_GENERAL, FUHE_SHEET_PATTERN_NUMBER, FUHE_SHEET_PATTERN_DATE };

enum { FUHE_SHEET_WORDS_SIZE = 96, FUHE_SHEET_PLACES_MAX = 30 };

struct fuhe_sheet_pattern {
    enum fuhe_sheet_pattern_kind kind;
    fuhe_text section; /* of the code, that counts for the number */
    char prefix[FUHE_SHEET_WORDS_SIZE];
    char suffix[FUHE_SHEET_WORDS_SIZE];
    size_t prefix_length;
    size_t suffix_length;
    struct fuhe_sheet_digits digits;
    int percents;
    bool has_digits;
    bool takes_sign; /* the section is for negative numbers and says so by itself */
};

/* What of a code counts for a number. */
void fuhe_sheet_pattern_parse(fuhe_text code, const struct fuhe_sheet_decimal *decimal,
                              struct fuhe_sheet_pattern *pattern);

/* A piece of a section: a character that means something, or words to be shown. */
struct fuhe_sheet_token {
    fuhe_text words;  /* empty for a character that means something, and for what takes room only */
    char letter;      /* in small letters; 0 for words, '[' for a colour, condition or elapsed time */
    fuhe_text inside; /* of [] */
};

/* The token at *at, which goes behind it. */
struct fuhe_sheet_token fuhe_sheet_token_next(fuhe_text code, size_t *at);

/* Prints a date or time, days being counted in decimal; 0 when there is none. At most 128 bytes beside the words. */
size_t fuhe_sheet_date_print(const struct fuhe_sheet_decimal *decimal, fuhe_text section, bool days_from_1904,
                             char *text);

#endif
