/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_VERIFY_REPORT_FILES_H
#define FUHE_VERIFY_REPORT_FILES_H

#include "xml/hash.h"
#include "verify/fault.h"

/* Walks over the files of a report, hidden ones apart, in a fixed order: by the bytes of the names, folder by folder.
 */
struct fuhe_report_files;

struct fuhe_report_file {
    const char *name; /* in the report; valid until the next one */
    bool has_hash;    /* false when it cannot be read */
    struct fuhe_hash hash;
    uint64_t size;
};

/* folder is borrowed. NULL when memory is out. */
struct fuhe_report_files *fuhe_report_files_new(const char *folder);
void fuhe_report_files_free(struct fuhe_report_files *files); /* takes NULL */
bool fuhe_report_files_next(struct fuhe_report_files *files, struct fuhe_report_file *file);

/* Which of two names comes first, as strcmp does. */
int fuhe_report_files_compare(fuhe_text a, fuhe_text b);

/* SHA-256 and size of a file; false when it cannot be read. */
bool fuhe_report_file_hash(const char *path, struct fuhe_hash *hash, uint64_t *size);

#endif
