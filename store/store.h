/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_STORE_H
#define FUHE_STORE_STORE_H

#include "engine/error.h"
#include "engine/text.h"
#include "store/shard.h"

/* The results of all runs on one folder, in one SQLite database (docs/store.md: tables, columns, versions). What is
 * kept of a form is its transcript and its headline figures; everything else is worked out again from the transcript by
 * the same rules and the same engine (replay.h), and held against the headline figures.
 *
 * A reading is one document as it was read and scored once, by one basis (engine version and rule packs). A run names
 * documents in order; each is either a new reading or one that is known from before, unchanged. The reviews in force
 * are the readings of the latest run; others are history. */
struct fuhe_store;

enum { FUHE_STORE_VERSION = 2 };

/* Opens a store that exists. A newer, older, foreign or damaged one is refused (FUHE_PROBLEM_STORE_...). Several
 * programs may read one store at a time, even while a run writes to it: they see what was there when they opened it. */
FUHE_MUST_USE enum fuhe_status fuhe_store_open(const char *path, struct fuhe_store **store, struct fuhe_error *err);

/* The same for writing; makes the store when there is none. What a run that was killed had begun and not ended is
 * removed. The caller sees to it that there is one writer at a time. */
FUHE_MUST_USE enum fuhe_status fuhe_store_open_to_write(const char *path, struct fuhe_store **store,
                                                        struct fuhe_error *err);
void fuhe_store_close(struct fuhe_store *store); /* takes NULL */

/* The latest run. */
struct fuhe_store_run {
    uint64_t number;         /* from 1 */
    bool complete;           /* all documents that it was to read have been read */
    fuhe_text engine;        /* version */
    fuhe_text rules;         /* as asked for; empty to choose by the form */
    fuhe_text words;         /* a file of them, by which forms in documents were known; may be empty */
    bool converts;           /* documents of old kinds were converted */
    fuhe_text arguments;     /* of the command, each ended by NUL */
    fuhe_text folder;        /* that it was called in */
    fuhe_text started;       /* UTC, "2025-03-01T08:00:00Z"; in no report */
    struct fuhe_shard shard; /* which documents it took */
};

/* false when there is none. Texts live as long as the store. */
bool fuhe_store_latest_run(const struct fuhe_store *store, struct fuhe_store_run *run);

#endif
