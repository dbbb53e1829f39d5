/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_WRITER_H
#define FUHE_STORE_WRITER_H

#include "report/report.h"
#include "xml/hash.h"
#include "store/store.h"
#include "xml/pack_library.h"

/* How a run gets into the store. Workers render results in a format of the store's own, many at a time; the writer
 * takes these bytes in order and puts them into the database, in transactions that end between documents or, within a
 * long one, between forms. A document counts once it is complete. */

/* The format: bytes that only fuhe_store_writer_take understands, within one program. It needs reviews, no explanations
 * and no ladder. */
extern const struct fuhe_report_format fuhe_store_records;

struct fuhe_store_run_request {
    const struct fuhe_pack_library *library; /* borrowed, like all below */
    const struct fuhe_pack *rules;           /* for every form; NULL to choose by the form */
    fuhe_text words;                         /* a file of them that was taught; may be empty */
    bool converts;                           /* documents of old kinds */
    fuhe_text asked_rules;                   /* the word they were asked for by; empty to choose */
    fuhe_text arguments;                     /* each ended by NUL: what a run that goes on needs to know */
    fuhe_text folder;
    fuhe_text started;
    struct fuhe_shard shard; /* zeroed for all documents */
    bool goes_on;            /* with the latest run, which must not be complete; else a new one begins */
};

struct fuhe_store_writer;

FUHE_MUST_USE enum fuhe_status fuhe_store_writer_new(struct fuhe_store *store,
                                                     const struct fuhe_store_run_request *request,
                                                     struct fuhe_store_writer **writer, struct fuhe_error *err);

/* Takes whole records, in order. A file that is named twice in a run counts once, at its first place. */
FUHE_MUST_USE enum fuhe_status fuhe_store_writer_take(struct fuhe_store_writer *writer, fuhe_text records,
                                                      struct fuhe_error *err);

/* Brings everything to the disk. complete: there was nothing left to read. */
FUHE_MUST_USE enum fuhe_status fuhe_store_writer_end(struct fuhe_store_writer *writer, bool complete,
                                                     struct fuhe_error *err);
void fuhe_store_writer_free(struct fuhe_store_writer *writer); /* takes NULL; what has not been ended is given up */

/* Answers whether a document of that name with these bytes was read before by the same rules and engine. One for each
 * worker; it sees what was in the store when the run began. */
struct fuhe_store_known;
struct fuhe_store_known *fuhe_store_known_new(const struct fuhe_store_writer *writer); /* NULL when memory is out */
void fuhe_store_known_free(struct fuhe_store_known *known);                            /* takes NULL */
bool fuhe_store_is_known(struct fuhe_store_known *known, const char *file, const struct fuhe_hash *hash);

/* Whether anything at all can be known. */
bool fuhe_store_knows_any(const struct fuhe_store_known *known);

#endif
