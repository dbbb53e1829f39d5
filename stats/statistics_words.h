/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_STATISTICS_WORDS_H
#define FUHE_STATS_STATISTICS_WORDS_H

#include "stats/statistics.h"

/* What the statistics are called and how they were made, in the language that was set: the same words in the text, on
 * pages and in a workbook. */

enum fuhe_statistics_part {
    FUHE_STATISTICS_DEVIATIONS,
    FUHE_STATISTICS_OUTLIERS,
    FUHE_STATISTICS_TESTS,
    FUHE_STATISTICS_CORRELATION,
    FUHE_STATISTICS_SHARES,
    FUHE_STATISTICS_STABILITY,
    FUHE_STATISTICS_GAUGE,
    FUHE_STATISTICS_PART_COUNT
};

const char *fuhe_statistics_heading(enum fuhe_statistics_part part);

/* False when there is too little to give its figures. */
bool fuhe_statistics_is_there(const struct fuhe_statistics *statistics, enum fuhe_statistics_part part);

/* The method with its n and limits; of a part that is not there, why not. */
void fuhe_statistics_write_method(const struct fuhe_statistics *statistics, enum fuhe_statistics_part part,
                                  struct fuhe_output *output);

/* Full marks and round numbers, claimed and by the rules. */
enum { FUHE_STATISTICS_SHARE_COUNT = 4 };
struct fuhe_statistics_share_row {
    const char *name;
    size_t n;
    struct fuhe_statistics_share share;
};
struct fuhe_statistics_share_row fuhe_statistics_share_row(const struct fuhe_statistics *statistics, size_t index);

/* Why the stability of a form is not there. */
const char *fuhe_statistics_reason(enum fuhe_stability_state state);

/* A sign of the gauge: "words", and what is counted: "weight on rows that are words, not measured". */
const char *fuhe_statistics_sign(enum fuhe_ease ease);
const char *fuhe_statistics_sign_meaning(enum fuhe_ease ease);

/* "0.0312", "<0.0001" */
void fuhe_statistics_write_probability(fuhe_decimal p, struct fuhe_output *output);

/* Whether another one of the list has the same project and id: then only file and number tell them apart. */
bool fuhe_statistics_is_ambiguous(const struct fuhe_statistics_forms *forms, size_t index);

#endif
