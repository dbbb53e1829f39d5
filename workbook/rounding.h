/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_ROUNDING_H
#define FUHE_WORKBOOK_ROUNDING_H

#include "engine/fraction.h"

/* Rounding in a spreadsheet, which computes in binary: where the exact value is 0.125 the computed one may be
 * 0.12499999999999999. A first rounding to many places (the guard) brings it back, and is right as long as no exact
 * value lies closer to a step of the second rounding than the guard can tell without lying on it. */

/* The guard for rounding exact to `places` places (0 to 6); 0 when none is safe: then no formula can be trusted. */
unsigned fuhe_rounding_guard(fuhe_fraction exact, unsigned places);

/* Enough for the longest one: a rounded quotient of a rounded sum, each named three times by half-even. */
enum { FUHE_ROUNDING_TEXT_SIZE = 2048 };

/* "ROUND(ROUND(G2*K2/I2,10),2)" for the expression "G2*K2/I2". Returns text. */
const char *fuhe_rounding_text(const char *expression, enum fuhe_rounding rounding, unsigned places, unsigned guard,
                               char text[FUHE_ROUNDING_TEXT_SIZE]);

#endif
