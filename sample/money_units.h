/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_MONEY_UNITS_H
#define FUHE_SAMPLE_MONEY_UNITS_H

#include "engine/fraction.h"

/* Money-unit sampling by cells, exactly. The interval is the money of all forms by `count`. Forms at least as large as
 * that are taken for certain. The money of the others lies on a line, form behind form, and is cut into cells of one
 * interval; one draw falls into each, at a place of its own: what one draw falls on says nothing of the next, so that
 * the order of forms does not matter for what follows from them (docs/sampling.md). A draw behind the end of the line,
 * in its last cell, falls on nothing.
 *
 * An interval is seldom a whole number of 分, so the line is measured in 1/count 分: a cell is then `total` units long,
 * draw k falls on unit k total + place k, and a form of m 分 covers m count units. */
struct fuhe_money_units {
    uint64_t total;     /* 分 of all forms, above 0, below 2^63 */
    size_t count;       /* intervals of all money */
    uint32_t seed;      /* tells the places */
    fuhe_int128 passed; /* units of the line that have gone by; 0 to begin with */
};

/* The place of draw k (from 0) in its cell: floor(random total / 2^64), random being number k of SplitMix64 with the
 * seed (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014). With all money multiplied by a
 * whole number, a seed draws the same forms. */
uint64_t fuhe_money_units_place(uint32_t seed, uint64_t k, uint64_t total);

/* How many draws fall on the next form: 0 for one that is certain, which does not lie on the line; at most 2. */
size_t fuhe_money_units_next(struct fuhe_money_units *units, uint64_t fen);

/* Whether a form of that size is taken with any seed. */
bool fuhe_money_units_certain(const struct fuhe_money_units *units, uint64_t fen);

#endif
