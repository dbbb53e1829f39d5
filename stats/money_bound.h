/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_MONEY_BOUND_H
#define FUHE_STATS_MONEY_BOUND_H

#include "engine/decimal.h"

/* The factor of money-unit sampling: the upper bound, at a confidence in percent (1 to 99), of the mean of a Poisson
 * count of which `errors` were seen. For none it is -ln(1 - confidence): 3.00 at 95 %. Six places, upwards, so that a
 * bound made of it is never too low. errors at most FUHE_MONEY_BOUND_ERRORS_MAX. */
enum { FUHE_MONEY_BOUND_ERRORS_MAX = 10000 };
fuhe_decimal fuhe_money_bound_factor(unsigned confidence, size_t errors);

#endif
