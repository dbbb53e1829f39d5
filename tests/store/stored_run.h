/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_STORE_STORED_RUN_H
#define FUHE_TESTS_STORE_STORED_RUN_H

#include "batch/batch.h"
#include "store/store.h"

/* A batch that puts its results into a store and renders them as JSON lines on the way, so that what the store gives
 * back can be held against what went in. */

enum { STORED_OPERANDS_MAX = 16 };

struct stored_run {
    const char *operands[STORED_OPERANDS_MAX]; /* files and folders, ended by NULL */
    const char *rules;                         /* id of a pack, or its file; NULL to choose by the form */
    const char *started;                       /* NULL for some time */
};

struct stored_lines {
    char *bytes; /* to be freed */
    size_t length;
    struct fuhe_tally tally;
};

/* Runs it on the store at path, which is made if it is not there. Fails the test when it does not succeed. lines may be
 * NULL. */
void stored_run(const char *path, const struct stored_run *run, struct stored_lines *lines);

/* Opens the store at path for reading. */
struct fuhe_store *stored_open(const char *path);

/* Removes a store and what belongs to it. */
void stored_remove(const char *path);

/* Runs statements on the database of a store behind its back. */
void stored_execute(const char *path, const char *sql);

/* Writes a document: head (up to the forms), the forms of the department `copies` times over, and an end tag. Each form
 * at a place of `broken` (counted from 0; ended by a negative number) loses its end tag. */
void stored_write_document(const char *path, const char *head, int copies, const int *broken);

/* Writes text. */
void stored_write_file(const char *path, const char *text);

/* Reads a whole file; to be freed. */
char *stored_read_file(const char *path, size_t *length);

#endif
