/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_REAL_H
#define FUHE_STATS_REAL_H

#include "engine/decimal.h"

/* The one place where exact decimals become binary floating point and come back. For files of this folder. */

double fuhe_real_of(fuhe_decimal value);

/* Rounded half away from zero to `places` (0 to 6); value must lie within the range of decimals. */
fuhe_decimal fuhe_real_round(double value, unsigned places);

#endif
