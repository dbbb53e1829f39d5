/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_VERIFY_LINES_H
#define FUHE_VERIFY_LINES_H

#include "verify/fault.h"

/* Holds lines, as they are derived anew, against those of a file, and says which were changed, are missing or have been
 * added. Memory does not grow with the file. */
struct fuhe_lines;

struct fuhe_lines_request {
    const char *path;
    const char *name;  /* for the faults */
    const char *until; /* a line that begins so ends what is compared; NULL: everything is */
    struct fuhe_fault_sink sink;
};

/* The request is borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_lines_new(const struct fuhe_lines_request *request, struct fuhe_lines **lines,
                                              struct fuhe_error *err);
void fuhe_lines_free(struct fuhe_lines *lines); /* takes NULL */

/* Takes what the file should say. */
struct fuhe_output *fuhe_lines_output(struct fuhe_lines *lines);

struct fuhe_lines_result {
    uint64_t lines; /* that the file should have */
    uint64_t faults;
    bool same; /* the file is what was derived, byte for byte */
};

/* All has been derived. */
FUHE_MUST_USE enum fuhe_status fuhe_lines_end(struct fuhe_lines *lines, struct fuhe_lines_result *result,
                                              struct fuhe_error *err);

/* Then: the lines of the file from `until` on, one by one, without their ends; false behind the last. The text is valid
 * until the next. */
bool fuhe_lines_next(struct fuhe_lines *lines, fuhe_text *line, uint64_t *number);

#endif
