/* SPDX-License-Identifier: Apache-2.0 */
/* Holm: of m sorted p-values, the i-th times (m - i + 1), never below the one before, at most 1 (S. Holm, A Simple
 * Sequentially Rejective Multiple Test Procedure, 1979). Needs no independence of departments. */
#include "stats/sign_test.h"

#include <gsl/gsl_cdf.h>
#include <stdlib.h>

#include "stats/real.h"

static const double level = 0.05;

static double probability(const struct fuhe_sign_test *test) {
    const unsigned trials = (unsigned)(test->over + test->under);

    return test->over == 0 ? 1 : gsl_cdf_binomial_Q((unsigned)test->over - 1, 0.5, trials);
}

static int compare(const void *left, const void *right) {
    const struct fuhe_sign_test *a = left;
    const struct fuhe_sign_test *b = right;
    const double p = probability(a);
    const double q = probability(b);

    if (p < q || p > q) {
        return p < q ? -1 : 1;
    }
    return (a->department > b->department) - (a->department < b->department);
}

void fuhe_sign_tests_run(struct fuhe_sign_test *tests, size_t count) {
    double least = 0;

    if (count == 0) {
        return; /* tests may be NULL, which is not to be sorted */
    }
    qsort(tests, count, sizeof *tests, compare);
    for (size_t i = 0; i < count; i++) {
        const double p = probability(&tests[i]);
        const double adjusted = p * (double)(count - i);
        least = adjusted > least ? adjusted : least;
        least = least > 1 ? 1 : least;
        tests[i].p = fuhe_real_round(p, FUHE_DECIMAL_PLACES);
        tests[i].adjusted = fuhe_real_round(least, FUHE_DECIMAL_PLACES);
        tests[i].look_here = least <= level;
    }
}

static int compare_departments(const void *left, const void *right) {
    const uint64_t a = ((const struct fuhe_sign_test *)left)->department;
    const uint64_t b = ((const struct fuhe_sign_test *)right)->department;

    return (a > b) - (a < b);
}

void fuhe_sign_tests_sort(struct fuhe_sign_test *tests, size_t count) {
    if (count > 0) {
        qsort(tests, count, sizeof *tests, compare_departments);
    }
}

const struct fuhe_sign_test *fuhe_sign_tests_find(const struct fuhe_sign_test *tests, size_t count,
                                                  uint64_t department) {
    const struct fuhe_sign_test key = {.department = department};

    return count == 0 ? NULL : bsearch(&key, tests, count, sizeof key, compare_departments);
}
