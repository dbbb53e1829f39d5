/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_BATCH_FOLDER_H
#define FUHE_CLI_BATCH_FOLDER_H

#include "batch/outcome.h"
#include "cli/files.h"

/* The folder with the results of fuhe batch: reviews.jsonl, reviews.csv, summary.json, and unscored/ with a text for
 * each form or file that could not be scored. A file appears under its name only when it is complete and on the disk.
 */

enum fuhe_batch_file { FUHE_BATCH_RECORDS, FUHE_BATCH_TABLE, FUHE_BATCH_SUMMARY, FUHE_BATCH_FILE_COUNT };

struct fuhe_batch_folder {
    const char *path;
    int lock; /* keeps other runs out */
    size_t unscored_count;
    struct fuhe_output_file files[FUHE_BATCH_FILE_COUNT];
    char paths[FUHE_BATCH_FILE_COUNT][FUHE_PATH_BYTES];
    struct fuhe_output_file entry;
};

/* Makes the folder, or takes one of ours over: what an earlier run left is removed. path is borrowed. A folder with
 * anything else in it is refused. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_folder_open(struct fuhe_batch_folder *folder, const char *path,
                                                      struct fuhe_error *err);

/* Adds an entry to unscored/. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_folder_add_unscored(struct fuhe_batch_folder *folder,
                                                              const struct fuhe_unscored *unscored,
                                                              struct fuhe_error *err);

/* Puts the files in their places, the summary last; with keep false they are dropped. */
FUHE_MUST_USE enum fuhe_status fuhe_batch_folder_close(struct fuhe_batch_folder *folder, bool keep,
                                                       struct fuhe_error *err);

#endif
