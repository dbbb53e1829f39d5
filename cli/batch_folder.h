/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_BATCH_FOLDER_H
#define FUHE_CLI_BATCH_FOLDER_H

#include "cli/files.h"
#include "report/tally.h"
#include "store/unscored.h"

/* The folder with the results of fuhe batch: review.sqlite, and made from it summary.json and unscored/, with a text
 * for each form or file that could not be scored. Zeroed, it is closed. */
struct fuhe_batch_folder {
    const char *path;
    bool is_locked;
    int lock; /* keeps other runs out */
    size_t unscored_count;
    char store[FUHE_PATH_BYTES]; /* path of review.sqlite */
    char summary[FUHE_PATH_BYTES];
    struct fuhe_output_file file; /* at hand */
};

/* Makes the folder, or takes one of ours. path is borrowed. A folder with anything else in it is refused; with
 * `existing`, one without results, too. Must be closed whatever the outcome. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_folder_open(struct fuhe_batch_folder *folder, const char *path, bool existing,
                                                      struct fuhe_error *err);

/* Removes what an earlier run left beside the store, and unfinished files. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_folder_empty(struct fuhe_batch_folder *folder, struct fuhe_error *err);

/* Adds an entry to unscored/. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_folder_add_unscored(struct fuhe_batch_folder *folder,
                                                              const struct fuhe_store_unscored *unscored,
                                                              struct fuhe_error *err);

/* Writes the counts, on the disk before they can be seen. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_folder_write_summary(struct fuhe_batch_folder *folder,
                                                               const struct fuhe_tally *tally, bool complete,
                                                               struct fuhe_error *err);

void fuhe_batch_folder_close(struct fuhe_batch_folder *folder);

#endif
