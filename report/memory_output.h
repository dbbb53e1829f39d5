/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_MEMORY_OUTPUT_H
#define FUHE_REPORT_MEMORY_OUTPUT_H

#include "engine/output.h"

/* Output kept in memory: for what must be measured before it is shown, or comes later than it is known. */
struct fuhe_memory_output {
    struct fuhe_output output;
    char *bytes;
    size_t length;
    size_t capacity;
};

/* NULL when memory is out. */
struct fuhe_memory_output *fuhe_memory_output_new(void);
void fuhe_memory_output_free(struct fuhe_memory_output *memory); /* takes NULL */

/* Forgets what was written. */
void fuhe_memory_output_reset(struct fuhe_memory_output *memory);

/* All that was written since the last reset; valid until the next write. Cut short when memory is out. */
fuhe_text fuhe_memory_output_text(struct fuhe_memory_output *memory);

#endif
