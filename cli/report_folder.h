/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_REPORT_FOLDER_H
#define FUHE_CLI_REPORT_FOLDER_H

#include "cli/files.h"

/* The folder of a report. It is made in a hidden folder beside its place and put there when it is complete; an earlier
 * report is replaced as a whole. Nothing that is no report is ever replaced. */
struct fuhe_report_folder {
    char place[FUHE_PATH_BYTES];    /* where the report goes */
    char building[FUHE_PATH_BYTES]; /* where it is made: exists and is empty but for our mark */
    char former[FUHE_PATH_BYTES];   /* where the earlier one stands while they change places */
    int lock;                       /* keeps others out */
};

FUHE_MUST_USE enum fuhe_status fuhe_report_folder_open(struct fuhe_report_folder *folder, const char *path,
                                                       struct fuhe_error *err);

/* Puts the report in its place; with keep false, or when that fails, drops it and leaves an earlier one as it was. */
FUHE_MUST_USE enum fuhe_status fuhe_report_folder_close(struct fuhe_report_folder *folder, bool keep,
                                                        struct fuhe_error *err);

#endif
