/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_DOCUMENTS_H
#define FUHE_STORE_DOCUMENTS_H

#include "xml/hash.h"
#include "store/store.h"

/* The documents in force, one by one in input order, and the rule packs by which they were scored. */

struct fuhe_store_document {
    const char *file; /* as shown; valid until the next one */
    bool has_hash;    /* false when it could not be read to its end */
    struct fuhe_hash hash;
    uint64_t forms;
    uint64_t first_page; /* of its first form; of a document without forms, that of the next form there is */
};

struct fuhe_store_documents;

/* store is borrowed, and may be used by another thread meanwhile. */
FUHE_MUST_USE enum fuhe_status
fuhe_store_documents_new(struct fuhe_store *store, struct fuhe_store_documents **documents, struct fuhe_error *err);
void fuhe_store_documents_free(struct fuhe_store_documents *documents); /* takes NULL */

/* *given is false behind the last one. */
FUHE_MUST_USE enum fuhe_status fuhe_store_documents_next(struct fuhe_store_documents *documents,
                                                         struct fuhe_store_document *document, bool *given,
                                                         struct fuhe_error *err);

/* A rule pack of the latest run, in its order. */
struct fuhe_store_pack {
    fuhe_text id;
    fuhe_text version;
    struct fuhe_hash hash;  /* that the store says it has */
    struct fuhe_hash found; /* that its bytes have */
};

/* Calls take for each; any status but OK ends the list and is handed on. */
FUHE_MUST_USE enum fuhe_status fuhe_store_list_packs(struct fuhe_store *store,
                                                     enum fuhe_status (*take)(void *context,
                                                                              const struct fuhe_store_pack *pack),
                                                     void *context, struct fuhe_error *err);

#endif
