/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_ARCHIVE_H
#define FUHE_BATCH_ARCHIVE_H

#include "engine/text.h"
#include "xml/hash.h"
#include "xml/input.h"

/* Zip archives of documents. Entries are read into memory only: their names, absolute or with "..", are names and
 * nothing else. Limits against archives that were made to fill a memory or a disk: */
enum {
    FUHE_ARCHIVE_ENTRIES_MAX = 200000,
    FUHE_ARCHIVE_ENTRY_MIB_MAX = 256,
    FUHE_ARCHIVE_TOTAL_MIB_MAX = 4096,
    FUHE_ARCHIVE_RATIO_MAX = 250,         /* inflated to deflated size, of entries that are … */
    FUHE_ARCHIVE_RATIO_FREE_BYTES = 65536 /* … larger than this when inflated */
};

struct fuhe_archive;

/* Whether a file that begins with these bytes is an archive. */
bool fuhe_archive_is(fuhe_text bytes);

/* Whether a path is named like an archive, "….zip". */
bool fuhe_archive_is_name(const char *path);

/* Opens the archive in a file and holds it against the limits for the whole. An office document is an archive, too, and
 * refused as FUHE_PROBLEM_ARCHIVE_OFFICE. */
FUHE_MUST_USE enum fuhe_status fuhe_archive_open(const char *path, struct fuhe_archive **archive,
                                                 struct fuhe_error *err);

/* Whether what could not be opened is to be read as a document: it is one, or a damaged one by all signs. */
bool fuhe_archive_may_be_document(const char *path, const struct fuhe_error *err);
void fuhe_archive_close(struct fuhe_archive *archive); /* takes NULL */
size_t fuhe_archive_count(const struct fuhe_archive *archive);

struct fuhe_archive_entry {
    const char *name; /* in UTF-8 when it can be told how; valid until the next look */
    size_t size;      /* inflated, as announced */
    struct fuhe_error error;
};

/* Looks at an entry; false when it is nothing to be read (a folder, a hidden file). Encrypted entries and those beyond
 * a limit have an error. */
bool fuhe_archive_look(struct fuhe_archive *archive, size_t index, struct fuhe_archive_entry *entry);

/* Begins to read an entry that has been looked at: *input gives its bytes, and fails when there are more than
 * announced. One entry at a time. */
FUHE_MUST_USE enum fuhe_status fuhe_archive_begin(struct fuhe_archive *archive, size_t index, struct fuhe_input *input,
                                                  struct fuhe_error *err);
void fuhe_archive_end(struct fuhe_archive *archive);

/* Reads an entry to its end for nothing but its hash; false when that fails. */
bool fuhe_archive_hash(struct fuhe_archive *archive, size_t index, struct fuhe_hash *hash);

#endif
