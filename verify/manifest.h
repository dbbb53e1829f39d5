/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_VERIFY_MANIFEST_H
#define FUHE_VERIFY_MANIFEST_H

#include "engine/output.h"
#include "store/store.h"
#include "verify/report_files.h"

/* The manifest of a report, report/manifest.jsonl: what it was derived from (version, rule packs, documents) and what
 * it consists of (files), each with its SHA-256 (verify/manifest.schema.json). The same for the same report. */
#define FUHE_MANIFEST_NAME "manifest.jsonl"

/* How the tables of a report were asked for. */
struct fuhe_manifest_tables {
    bool no_bom;
};

/* Writes all of it; folder has the finished files of the report. */
FUHE_MUST_USE enum fuhe_status fuhe_manifest_write(struct fuhe_store *store, const char *folder,
                                                   const struct fuhe_manifest_tables *tables,
                                                   struct fuhe_output *output, struct fuhe_error *err);

/* Only what is derived from the store: the lines in front of those of the files. */
FUHE_MUST_USE enum fuhe_status fuhe_manifest_write_origins(struct fuhe_store *store,
                                                           const struct fuhe_manifest_tables *tables,
                                                           struct fuhe_output *output, struct fuhe_error *err);

/* The line of a file, and how every such line begins. */
void fuhe_manifest_write_file(const struct fuhe_report_file *file, struct fuhe_output *output);
#define FUHE_MANIFEST_FILE_LINE "{\"file\":\""

/* Reads from the first line of a manifest how the tables were asked for. */
struct fuhe_manifest_tables fuhe_manifest_read_tables(const char *path);

/* Names a table or workbook of a report that is no longer what its manifest says, for somebody may have filled it in;
 * false when there is none, or no manifest. */
bool fuhe_manifest_find_edited(const char *folder, char *edited, size_t size);

#endif
