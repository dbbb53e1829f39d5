/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_FILE_H
#define FUHE_HTML_FILE_H

#include "engine/output.h"

/* A file of the report while it is written. One struct serves for any number of files, one after the other; it is large
 * (65 KB and more) and must not move while a file is open. */
enum { FUHE_FILE_PATH_MAX = 4096 };

struct fuhe_file {
    int descriptor;             /* -1 when no file is open */
    struct fuhe_output *target; /* of a file that is written into an output; else NULL */
    struct fuhe_output output;
    char path[FUHE_FILE_PATH_MAX];
};

void fuhe_file_init(struct fuhe_file *file);

/* Begins folder/name, with the folders that name leads through; what was there is replaced. */
FUHE_MUST_USE enum fuhe_status fuhe_file_open(struct fuhe_file *file, const char *folder, const char *name,
                                              struct fuhe_error *err);

/* Begins one that is written into another output, which must outlive it. */
void fuhe_file_open_into(struct fuhe_file *file, struct fuhe_output *target);

/* Ends it and says what failed since it was opened. Nothing happens when none is open. */
FUHE_MUST_USE enum fuhe_status fuhe_file_close(struct fuhe_file *file, struct fuhe_error *err);

/* Splits the path of a file into a folder and a name in it; NULL when it is too long. */
const char *fuhe_file_split(const char *path, char folder[FUHE_FILE_PATH_MAX]);

#endif
