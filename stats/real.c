/* SPDX-License-Identifier: Apache-2.0 */
/* A decimal has up to 19 digits, a double about 16: points, shares and probabilities have far fewer. */
#include "stats/real.h"

#include <math.h>

double fuhe_real_of(fuhe_decimal value) {
    return (double)value.scaled / FUHE_DECIMAL_ONE;
}

fuhe_decimal fuhe_real_round(double value, unsigned places) {
    int64_t unit = FUHE_DECIMAL_ONE;

    for (unsigned i = 0; i < places; i++) {
        unit /= 10;
    }
    return (fuhe_decimal){llround(value * FUHE_DECIMAL_ONE / (double)unit) * unit};
}
