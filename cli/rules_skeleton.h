/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_SKELETON_H
#define FUHE_CLI_RULES_SKELETON_H

#include "cli/rules_base.h"
#include "engine/output.h"

/* The files that a new rule pack begins with. */

/* A rule pack that is about to be written. */
struct fuhe_rules_skeleton {
    const char *id;
    const char *folder; /* for the commands that its comments name */
    const struct fuhe_rules_base *base;
    bool full; /* a whole copy of the base */
};

/* One file of it. */
struct fuhe_rules_skeleton_file {
    const char *name;
    const char *holds; /* a message id (report/translate.h) */
    void (*write)(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton);
};

/* Whether the new pack has that file: cases are those of the base. */
bool fuhe_rules_skeleton_has(const struct fuhe_rules_skeleton *skeleton, const struct fuhe_rules_skeleton_file *file);

/* Ended by a row without name. */
extern const struct fuhe_rules_skeleton_file fuhe_rules_skeleton_files[];

#endif
