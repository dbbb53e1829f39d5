/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_SIGN_TEST_H
#define FUHE_STATS_SIGN_TEST_H

#include <stddef.h>

#include "engine/decimal.h"

/* Does a department claim too much more often than too little? One-sided sign test over the forms whose claim deviates:
 * p is the probability that at least `over` of over + under fair coins fall on one side, exact for every n. How large
 * the deviations are plays no part, for nothing is known of their shape. */

/* Five out of five is the first result that chance gives less often than once in twenty (1/32). */
enum { FUHE_SIGN_TEST_MIN = 5 };

/* One department's; many are tested at once, so what seems rare in one is common in some. */
struct fuhe_sign_test {
    uint64_t department; /* its number */
    size_t over;
    size_t under;
    fuhe_decimal p;
    fuhe_decimal adjusted; /* by Holm's step-down method: the chance of even one false alarm stays below it */
    bool look_here;        /* adjusted is at most 0.05, before rounding */
};

/* Fills p, adjusted and look_here of tests that have their numbers, and puts them in order: the least p first, then by
 * department. */
void fuhe_sign_tests_run(struct fuhe_sign_test *tests, size_t count);

/* Puts tests in order of their departments; finds the one of a department in such a list, NULL when there is none. */
void fuhe_sign_tests_sort(struct fuhe_sign_test *tests, size_t count);
const struct fuhe_sign_test *fuhe_sign_tests_find(const struct fuhe_sign_test *tests, size_t count,
                                                  uint64_t department);

#endif
