/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_DIFFERENCE_H
#define FUHE_CLI_DIFFERENCE_H

#include "report/memory_output.h"
#include "store/history.h"

/* Shows what is different between the results of two batches, form by form. */
struct fuhe_difference {
    struct fuhe_output *output;
    struct fuhe_memory_output *scratch;
    bool json;
    enum fuhe_history_key key;
    size_t same;
    size_t changed;
    size_t added;
    size_t removed;
};

void fuhe_difference_begin(struct fuhe_difference *difference);
enum fuhe_status fuhe_difference_take(void *difference, const struct fuhe_history_review *before,
                                      const struct fuhe_history_review *after);
void fuhe_difference_end(struct fuhe_difference *difference);

#endif
