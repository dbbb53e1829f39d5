/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_RECHECK_H
#define FUHE_STORE_RECHECK_H

#include "store/store.h"

/* Holds documents that were read and scored again against what the store keeps of them, form by form. It takes the
 * records of the store's format (writer.h), of the documents in force or some of them, in input order. */
struct fuhe_recheck;

/* What no longer holds. */
enum fuhe_recheck_kind {
    FUHE_RECHECK_MISSING,   /* a document that cannot be read any more: its forms cannot be scored again */
    FUHE_RECHECK_CHANGED,   /* a document with other bytes; told behind its forms */
    FUHE_RECHECK_DOCUMENT,  /* the same bytes, but what is kept of the document as a whole is another */
    FUHE_RECHECK_FORM,      /* a form that gives something else */
    FUHE_RECHECK_FORM_GONE, /* a form that is not in the document any more */
    FUHE_RECHECK_FORM_NEW,  /* a form that was not in it */
    FUHE_RECHECK_FAILURE    /* what could not be read in it, now or then */
};

/* Texts are valid until the next. */
struct fuhe_recheck_fault {
    enum fuhe_recheck_kind kind;
    const char *file;  /* as shown */
    uint64_t number;   /* of the form in its document, from 1; 0 of others; of a new one, where it stands now */
    uint64_t page;     /* of the form in the report; 0 of others */
    fuhe_text id;      /* of the form */
    fuhe_text project; /* of the form */
    const char *field; /* in which they differ, the weightiest one; NULL when there is none to be named */
    uint64_t fields;   /* how many differ */
    const char *says;  /* what is kept, shortened; of a missing document, what is wrong with it */
    const char *should;
    uint64_t forms; /* of a missing or changed document: how many are kept of it … */
    uint64_t held;  /* … and of how many the same was found */
};

struct fuhe_recheck_totals {
    uint64_t documents; /* in force that could be read when they were scored */
    uint64_t documents_missing;
    uint64_t documents_changed;
    uint64_t forms; /* in force */
    uint64_t forms_missing;
    uint64_t forms_wrong; /* that give something else, or are gone */
    bool store_is_wrong;  /* a document with the same bytes gives something else than what is kept of it */
};

/* take is called for each fault, in calls that never overlap; any status but OK stops the recheck and is handed on.
 * store is borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_recheck_new(struct fuhe_store *store,
                                                enum fuhe_status (*take)(void *context,
                                                                         const struct fuhe_recheck_fault *fault),
                                                void *context, struct fuhe_recheck **recheck, struct fuhe_error *err);
void fuhe_recheck_free(struct fuhe_recheck *recheck); /* takes NULL */

/* Takes whole records. */
FUHE_MUST_USE enum fuhe_status fuhe_recheck_take(struct fuhe_recheck *recheck, fuhe_text records,
                                                 struct fuhe_error *err);

/* Nothing more comes: documents that were not handed in are missing. */
FUHE_MUST_USE enum fuhe_status fuhe_recheck_end(struct fuhe_recheck *recheck, struct fuhe_recheck_totals *totals,
                                                struct fuhe_error *err);

#endif
