/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_VERIFY_MANIFEST_CHECK_H
#define FUHE_VERIFY_MANIFEST_CHECK_H

#include "verify/lines.h"
#include "verify/manifest.h"

/* A file of the report whose lines have been derived anew. */
struct fuhe_verified_table {
    const char *name; /* NULL ends the list */
    struct fuhe_lines_result result;
};

/* Holds the manifest against the store, and the files of the report against the manifest. tables: what is known of them
 * from elsewhere. Adds to totals. */
FUHE_MUST_USE enum fuhe_status fuhe_manifest_check(struct fuhe_store *store, const char *folder,
                                                   const struct fuhe_verified_table *tables,
                                                   const struct fuhe_fault_sink *sink,
                                                   struct fuhe_verify_totals *totals, struct fuhe_error *err);

#endif
