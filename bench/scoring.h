/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_SCORING_H
#define FUHE_BENCH_SCORING_H

#include "api/fuhe.h"
#include "report/report.h"

/* The whole library at work, as a program would use it: packs chosen by the form, results thrown away or written as
 * JSON lines and counted. */
struct scoring {
    struct fuhe_pack_library library;
    struct fuhe_scorer *scorer;
    struct fuhe_score_sink sink;
    struct fuhe_output output;
    struct fuhe_report report;
    size_t forms;
    size_t written; /* bytes of results */
};

/* NULL when memory is out. */
struct scoring *scoring_start(bool report);
void scoring_stop(struct scoring *scoring); /* takes NULL */

/* Scores a document from an open file. */
bool scoring_read(struct scoring *scoring, int descriptor);

#endif
