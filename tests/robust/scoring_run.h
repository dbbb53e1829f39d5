/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_ROBUST_SCORING_RUN_H
#define FUHE_TESTS_ROBUST_SCORING_RUN_H

#include <stddef.h>
#include <stdint.h>

#include "api/fuhe.h"

/* A document in memory, and scorings of it boiled down to one number. */

struct document {
    char *bytes;
    size_t length;
};

/* Reads a whole file; bytes == NULL when that fails. The caller frees bytes. */
struct document document_load(const char *path);

/* What a scoring gave: forms, totals, verdicts and findings, as a count and a hash of all of them. */
struct outcome {
    size_t forms;
    size_t findings;
    uint64_t digest;
};

/* Scores the document with a scorer of its own. */
enum fuhe_status scoring_run(const struct fuhe_pack_library *library, const struct document *document,
                             struct outcome *outcome);

#endif
