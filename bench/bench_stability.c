/* SPDX-License-Identifier: Apache-2.0 */
/* Times how often a second the total of a form is evaluated again with other weights: forms of 15 rows, from all rows
 * alike (drawn as one) to no two alike. One core; processor time. */
#include <stdio.h>
#include <time.h>

#include "stats/stability.h"

enum { ROWS = 15, DRAWS = 2000000 };

static const struct {
    const char *name;
    int different; /* shares among the rows */
} kinds[] = {{"all rows alike", 1}, {"four kinds of rows", 4}, {"eight kinds of rows", 8}, {"no two rows alike", ROWS}};

static struct fuhe_grade grades[] = {{.from = {90000000}}, {.from = {80000000}}, {.from = {60000000}}, {.from = {0}}};

static void build(int different, struct fuhe_row rows[ROWS], struct fuhe_pack *pack, struct fuhe_review *review) {
    *pack = (struct fuhe_pack){.full_marks = FUHE_DECIMAL(100), .grades = grades, .grade_count = 4, .total_places = 2};
    for (int i = 0; i < ROWS; i++) {
        const int64_t percent = 100 - 3 * (i % different);
        rows[i] = (struct fuhe_row){.has_weight = true,
                                    .weight = FUHE_DECIMAL(6),
                                    .has_verified = true,
                                    .verified = {percent * 60000},
                                    .counted = true};
    }
    *review = (struct fuhe_review){.pack = pack,
                                   .rows = rows,
                                   .row_count = ROWS,
                                   .execution = {.has_verified = true, .verified = FUHE_DECIMAL(10)},
                                   .grading = {.has_grade = true, .grade = different > 8 ? 1 : 0}};
}

int main(void) {
    struct fuhe_stability_drawer *drawer = fuhe_stability_drawer_new();
    static struct fuhe_row rows[ROWS];
    static struct fuhe_pack pack;
    static struct fuhe_review review;

    if (drawer == NULL) {
        return 1;
    }
    printf("%-24s %16s %8s\n", "15 rows", "evaluations/s", "stays %");
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct fuhe_stability stability;
        build(kinds[i].different, rows, &pack, &review);
        const clock_t start = clock();
        if (fuhe_stability_draw(drawer, &review, 1, DRAWS, &stability) != FUHE_STATUS_OK) {
            return 1;
        }
        const long long spent = clock() - start;
        printf("%-24s %16lld %8.2f\n", kinds[i].name, (long long)DRAWS * CLOCKS_PER_SEC / (spent > 0 ? spent : 1),
               100.0 * (double)stability.kept / DRAWS);
    }
    fuhe_stability_drawer_free(drawer);
    return 0;
}
