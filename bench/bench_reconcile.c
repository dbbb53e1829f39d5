/* SPDX-License-Identifier: Apache-2.0 */
/* Times the cause finder on forms of 60 rows made to be hard: rows that all differ, so that there are thousands of
 * far-fetched slips, and totals that only sets of three give, or none. Prints the milliseconds of the slowest run. */
#include <stdio.h>
#include <time.h>

#include "engine/reconcile.h"
#include "tests/support/bare_review.h"

enum { ROWS = 60, TOTALS = 20, TEXT = FUHE_DECIMAL_TEXT_SIZE };

struct figures {
    char weight[TEXT];
    char claim[TEXT];
    char actual[TEXT];
    char target[TEXT];
};

/* One kind of form: the figures of row i, points x 10^6, and the steps between the totals tried. */
struct kind {
    const char *name;
    int64_t (*weight)(unsigned i);
    int64_t (*claim)(unsigned i);
    int64_t (*actual)(unsigned i); /* of a target of 977 */
    int64_t middle;                /* of the differences to explain */
    int64_t step;
};

static int64_t equal_weight(unsigned i) {
    (void)i;
    return 1500000;
}

static int64_t rising_weight(unsigned i) {
    return (int64_t)(i + 1) * FUHE_DECIMAL_ONE;
}

static int64_t cents_weight(unsigned i) {
    return 500000 + (int64_t)(i * 37 % 211) * 10000;
}

static int64_t scattered_weight(unsigned i) {
    return 1000003 + (int64_t)(i * i) * 7919 + (int64_t)i * 104729;
}

static int64_t whole_claim(unsigned i) {
    return (int64_t)(i % 3 + 1) * FUHE_DECIMAL_ONE;
}

static int64_t cents_claim(unsigned i) {
    return 400000 + (int64_t)(i * 53 % 197) * 10000;
}

static int64_t scattered_claim(unsigned i) {
    return 912345 + (int64_t)(i * i) * 6733 + (int64_t)i * 100003;
}

/* In hundredths, effects of these are 1 more than a multiple of 3 and fill a wide range. */
static int64_t dense_weight(unsigned i) {
    return (int64_t)(2 + 3 * i) * FUHE_DECIMAL_ONE;
}

static int64_t dense_claim(unsigned i) {
    return 10000 + (int64_t)i * 30000;
}

static int64_t full_actual(unsigned i) {
    (void)i;
    return INT64_C(977) * FUHE_DECIMAL_ONE;
}

static int64_t part_actual(unsigned i) {
    return (int64_t)(500 + i * 7) * FUHE_DECIMAL_ONE;
}

static const struct kind kinds[] = {
    {"equal rows", equal_weight, equal_weight, full_actual, 0, 1500000},
    {"three effects give it, in very many ways", dense_weight, dense_claim, full_actual, 270 * INT64_C(1000000), 30000},
    {"weights 1 to 60, all met", rising_weight, rising_weight, full_actual, 0, 1000000},
    {"weights 1 to 60, claims small", rising_weight, whole_claim, part_actual, 0, 10000},
    {"weights and claims in hundredths", cents_weight, cents_claim, part_actual, 0, 10000},
    {"weights in hundredths, totals off the grid", cents_weight, cents_claim, part_actual, 0, 10007},
    {"weights and claims to six places", scattered_weight, scattered_claim, part_actual, 0, 10000},
    {"six places, totals off the grid", scattered_weight, scattered_claim, part_actual, 0, 10007},
};

static void write_points(int64_t points, char text[TEXT]) {
    fuhe_decimal_format((fuhe_decimal){points}, 0, text);
}

static void build(const struct kind *kind, struct bare_review *bare) {
    static struct figures figures[ROWS];
    struct bare_row rows[ROWS];

    for (unsigned i = 0; i < ROWS; i++) {
        write_points(kind->weight(i), figures[i].weight);
        write_points(kind->claim(i), figures[i].claim);
        write_points(kind->actual(i), figures[i].actual);
        write_points(INT64_C(977) * FUHE_DECIMAL_ONE, figures[i].target);
        rows[i] = (struct bare_row){figures[i].weight, figures[i].claim, figures[i].actual, figures[i].target, false};
    }
    bare_review_build(bare, "7", rows, ROWS);
}

/* Of processor time: other programs do not count. */
static int64_t now_in_microseconds(void) {
    return (int64_t)clock() * 1000000 / CLOCKS_PER_SEC;
}

int main(void) {
    static struct bare_review bare;
    struct fuhe_arena *arena = fuhe_arena_new();

    printf("%-44s %8s %10s %16s %5s %s\n", "60 rows", "ms", "nodes", "sets", "size", "budget reached");
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct fuhe_explanation slowest = {.nodes = 0};
        int64_t worst = -1;
        build(&kinds[i], &bare);
        for (int64_t j = -TOTALS / 2; j < TOTALS / 2; j++) {
            struct fuhe_explanation explanation;
            const fuhe_decimal total = {bare.review.totals.sum_of_claims.scaled + kinds[i].middle +
                                        (j * 13 + 1) * kinds[i].step};
            const int64_t start = now_in_microseconds();
            if (fuhe_reconcile(&bare.review, total, arena, &explanation) != FUHE_STATUS_OK) {
                return 1;
            }
            const int64_t spent = now_in_microseconds() - start;
            if (spent > worst) {
                worst = spent;
                slowest = explanation;
            }
            fuhe_arena_reset(arena);
        }
        printf("%-44s %4lld.%03lld %10llu %16llu %5zu %s\n", kinds[i].name, (long long)worst / 1000,
               (long long)worst % 1000, (unsigned long long)slowest.nodes, (unsigned long long)slowest.sets,
               slowest.size, slowest.budget_reached ? "yes" : "no");
    }
    fuhe_arena_free(arena);
    return 0;
}
