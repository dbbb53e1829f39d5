/* SPDX-License-Identifier: Apache-2.0 */
/* The mean for which `errors` or fewer are as improbable as the confidence leaves open is a quantile of the gamma
 * distribution (F. Garwood, Fiducial Limits for the Poisson Distribution, 1936). */
#include "stats/money_bound.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

fuhe_decimal fuhe_money_bound_factor(unsigned confidence, size_t errors) {
    const double quantile = gsl_cdf_gamma_Pinv((double)confidence / 100, (double)errors + 1, 1);
    int64_t scaled = (int64_t)ceil(quantile * FUHE_DECIMAL_ONE);

    /* The quantile is found by iteration: it is the probability itself that has the last word. */
    while (gsl_cdf_gamma_P((double)scaled / FUHE_DECIMAL_ONE, (double)errors + 1, 1) < (double)confidence / 100) {
        scaled++;
    }
    return (fuhe_decimal){scaled};
}
