/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_MARKED_FOLDER_H
#define FUHE_CLI_MARKED_FOLDER_H

#include "cli/files.h"

/* What folders of results and of reports have in common: a hidden file, our mark, tells that a folder is ours, and is
 * locked while a program is at work in it. */

/* Puts a name behind that of a folder; false, with errno set, when it does not fit. */
bool fuhe_folder_join(char joined[FUHE_PATH_BYTES], const char *folder, const char *name);

/* Whether a name found in a folder is "." or "..". */
bool fuhe_folder_is_no_entry(const char *name);

/* Makes the mark if there is none, and locks it; another program at work is FUHE_PROBLEM_FOLDER_BUSY. *lock is to be
 * closed; without success nothing is open. */
FUHE_MUST_USE enum fuhe_status fuhe_folder_lock(const char *folder, const char *mark, int *lock,
                                                struct fuhe_error *err);

/* What cannot be written, with a problem or with what the system says (errno). */
enum fuhe_status fuhe_folder_refuse(struct fuhe_error *err, enum fuhe_problem problem, const char *found);
enum fuhe_status fuhe_folder_refuse_system(struct fuhe_error *err);

#endif
