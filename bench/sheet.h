/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_SHEET_H
#define FUHE_BENCH_SHEET_H

#include "bench/form_maker.h"
#include "bench/random.h"

/* A form while it is made up. Points and money (万元) are whole hundredths, scores are fractions until they are
 * printed: the arithmetic is the maker's own, so that it does not lean on what it measures. */

enum { SHEET_ROWS_MAX = 20, SHEET_FULL_MARKS = 10000, SHEET_EXECUTION_WEIGHT = 10 };

struct sheet_row {
    const char *level1;
    const char *level2;
    char name[96];
    int64_t weight;       /* whole points */
    const char *relation; /* operator and unit in cells of their own; NULL when they stand in the target */
    const char *unit;
    char target[96];
    char adjusted[96];
    char actual[96];
    const char *reason;
    int64_t top; /* the score that the rules give is weight * top / bottom */
    int64_t bottom;
    int64_t claim; /* hundredths */
};

struct sheet {
    struct random_source random;
    uint64_t number;
    const char *place;
    const char *bureau;
    const char *subject;
    const char *purpose;
    int64_t budget;
    int64_t executed;
    int64_t execution_claim; /* hundredths */
    struct sheet_row rows[SHEET_ROWS_MAX];
    size_t row_count;
    int64_t total;     /* as claimed, hundredths */
    int64_t disclosed; /* as published beside the form, hundredths */
};

/* Makes up the whole of form `number`. */
void sheet_make(const struct form_maker *maker, uint64_t number, struct sheet *sheet);

/* Adds the indicators, each with its claim, for the money that the sheet has. */
void sheet_add_rows(struct sheet *sheet);

/* Hundredths as a number without needless zeros: "9.4". */
void sheet_format_hundredths(int64_t hundredths, char text[32]);

/* top * 100 / bottom, half up: a fraction as hundredths. */
int64_t sheet_hundredths(int64_t top, int64_t bottom);

#endif
