/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_MONEY_UNITS_H
#define FUHE_SAMPLE_MONEY_UNITS_H

#include "engine/fraction.h"

/* Money-unit sampling with a random start, exactly: the money of all forms lies on a line, form behind form, and is cut
 * into `count` equal intervals; one draw falls into each, always at the same place of it. An interval is seldom a whole
 * number of 分, so the line is measured in 1/count 分: it is then `total` units long, draw k falls on unit start + k
 * total, and a form of m 分 covers m count units. Each unit of start has the same chance, so a form is drawn with the
 * chance m count / total exactly, or for certain when that is 1 or more. */
struct fuhe_money_units {
    uint64_t total;     /* 分 of all forms, above 0, below 2^63 */
    size_t count;       /* of draws */
    uint64_t start;     /* below total */
    fuhe_int128 passed; /* units of the forms that have gone by */
};

/* The start of a seed: floor(random total / 2^64), random being the first number of SplitMix64 (Steele, Lea and Flood,
 * Fast Splittable Pseudorandom Number Generators, 2014). With all money multiplied by a whole number, a seed draws the
 * same forms. */
uint64_t fuhe_money_units_start(uint32_t seed, uint64_t total);

/* How many draws fall on the next form of the line. */
size_t fuhe_money_units_next(struct fuhe_money_units *units, uint64_t fen);

/* Whether a form of that size is drawn whatever the start. */
bool fuhe_money_units_certain(const struct fuhe_money_units *units, uint64_t fen);

#endif
