/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_VERIFY_NAMES_H
#define FUHE_VERIFY_NAMES_H

#include "batch/name.h"
#include "store/documents.h"

/* Finds the files of the documents in force again, so that they can be read once more under the names they had. */
struct fuhe_names;

/* folder: that names are relative to. moved: the files stand below it, wherever they were: of a name, leading parts may
 * be missing. store and folder are borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_names_new(struct fuhe_store *store, const char *folder, bool moved,
                                              struct fuhe_names **names, struct fuhe_error *err);
void fuhe_names_free(struct fuhe_names *names); /* takes NULL */

/* For fuhe_source_request: context is a struct fuhe_names. An archive is given once, for its first entry; what is not
 * there is given all the same. */
bool fuhe_names_next(void *context, struct fuhe_file_name *file);

/* What ended the names before their end. */
enum fuhe_status fuhe_names_status(const struct fuhe_names *names, struct fuhe_error *err);

#endif
