/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_CHECKS_CHECK_H
#define FUHE_ENGINE_CHECKS_CHECK_H

#include "engine/review.h"

/* A family of checks reads form, pack and scores of a finished review, changes none of them, and adds findings. */
struct fuhe_check_context {
    const struct fuhe_review *review;
    struct fuhe_arena *arena;
    struct fuhe_finding_list *findings;
};

typedef enum fuhe_status (*fuhe_check)(const struct fuhe_check_context *context);

/* One row of a family's table, ended by a row of NULL. */
struct fuhe_check_family {
    const char *name;
    const fuhe_check *checks; /* ended by NULL */
};

/* Runs every family in turn (checks.c has the list). */
FUHE_MUST_USE enum fuhe_status fuhe_checks_run(const struct fuhe_check_context *context);

/* Adds a finding with the pack's severity for its code. */
FUHE_MUST_USE enum fuhe_status fuhe_check_report(const struct fuhe_check_context *context,
                                                 const struct fuhe_finding *finding);

/* The same with a severity of its own (a sum inside its interval is a note whatever the pack says). */
FUHE_MUST_USE enum fuhe_status fuhe_check_report_as(const struct fuhe_check_context *context,
                                                    const struct fuhe_finding *finding, enum fuhe_severity severity);

/* A finding that is filled but for figures: about a cell of indicator `index`, or of another block. */
struct fuhe_finding fuhe_finding_about_row(enum fuhe_code code, size_t index, const char *cell,
                                           struct fuhe_place place);
struct fuhe_finding fuhe_finding_about(enum fuhe_code code, enum fuhe_block block, const char *cell,
                                       struct fuhe_place place);

#endif
