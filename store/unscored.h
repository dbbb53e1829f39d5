/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_UNSCORED_H
#define FUHE_STORE_UNSCORED_H

#include "store/store.h"

/* A form in force in which nothing could be evaluated, or what could not be read. Texts are valid until the next. */
struct fuhe_store_unscored {
    fuhe_text file;
    bool is_form;            /* it was read */
    size_t number;           /* of the form in its file, from 0; for is_form */
    uint32_t line;           /* of the form; for is_form */
    fuhe_text id;            /* for is_form */
    fuhe_text project;       /* for is_form */
    struct fuhe_error error; /* else what is wrong, and where */
};

/* Calls take for each of them, in input order; any status but OK ends the list and is handed on. */
FUHE_MUST_USE enum fuhe_status
fuhe_store_list_unscored(struct fuhe_store *store,
                         enum fuhe_status (*take)(void *context, const struct fuhe_store_unscored *unscored),
                         void *context, struct fuhe_error *err);

/* How many documents in force were read by an earlier run and have not changed since. */
FUHE_MUST_USE enum fuhe_status fuhe_store_count_unchanged(struct fuhe_store *store, size_t *count,
                                                          struct fuhe_error *err);

#endif
