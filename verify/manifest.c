/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/manifest.h"

#include <stdio.h>
#include <string.h>

#include "report/record.h"
#include "store/documents.h"

static void write_hash(struct fuhe_record *record, const struct fuhe_hash *hash) {
    char text[FUHE_HASH_TEXT_SIZE];

    fuhe_hash_format(hash, text);
    fuhe_record_word(record, "sha256", text);
}

/* --- what the report was derived from --- */

static enum fuhe_status write_pack(void *context, const struct fuhe_store_pack *pack) {
    struct fuhe_record *record = context;

    fuhe_record_open(record, "pack");
    fuhe_record_text(record, "id", pack->id);
    fuhe_record_text(record, "version", pack->version);
    write_hash(record, &pack->hash);
    fuhe_record_close(record);
    return FUHE_STATUS_OK;
}

/* What documents were read with beside the program's own words, if anything. */
static void write_reading(struct fuhe_record *record, const struct fuhe_store_run *run) {
    char text[FUHE_HASH_TEXT_SIZE];

    if (run->words.length > 0) {
        const struct fuhe_hash hash = fuhe_hash_of(run->words);
        fuhe_hash_format(&hash, text);
        fuhe_record_word(record, "words", text);
    }
    if (run->converts) {
        fuhe_record_flag(record, "converts", true);
    }
}

static enum fuhe_status write_head(struct fuhe_store *store, const struct fuhe_manifest_tables *tables,
                                   struct fuhe_output *output, struct fuhe_error *err) {
    struct fuhe_store_run run = {0};
    struct fuhe_record record;

    (void)fuhe_store_latest_run(store, &run);
    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-manifest/1");
    fuhe_record_text(&record, "engine", run.engine);
    fuhe_record_flag(&record, "complete", run.complete);
    fuhe_record_flag(&record, "bom", !tables->no_bom);
    fuhe_record_open_list(&record, "rules");
    FUHE_TRY(fuhe_store_list_packs(store, write_pack, &record, err));
    fuhe_record_close(&record);
    write_reading(&record, &run);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
    return FUHE_STATUS_OK;
}

static void write_document(const struct fuhe_store_document *document, struct fuhe_output *output) {
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_text(&record, "document", fuhe_text_of(document->file));
    if (document->has_hash) {
        write_hash(&record, &document->hash);
    }
    fuhe_record_count(&record, "forms", document->forms);
    if (document->forms > 0) {
        fuhe_record_count(&record, "first_page", document->first_page);
    }
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}

static enum fuhe_status write_documents(struct fuhe_store_documents *documents, struct fuhe_output *output,
                                        struct fuhe_error *err) {
    struct fuhe_store_document document;
    bool given = false;

    FUHE_TRY(fuhe_store_documents_next(documents, &document, &given, err));
    while (given) {
        write_document(&document, output);
        FUHE_TRY(fuhe_store_documents_next(documents, &document, &given, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_manifest_write_origins(struct fuhe_store *store, const struct fuhe_manifest_tables *tables,
                                             struct fuhe_output *output, struct fuhe_error *err) {
    struct fuhe_store_documents *documents;

    FUHE_TRY(write_head(store, tables, output, err));
    FUHE_TRY(fuhe_store_documents_new(store, &documents, err));
    const enum fuhe_status status = write_documents(documents, output, err);
    fuhe_store_documents_free(documents);
    return status;
}

/* --- what it consists of --- */

void fuhe_manifest_write_file(const struct fuhe_report_file *file, struct fuhe_output *output) {
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_text(&record, "file", fuhe_text_of(file->name));
    write_hash(&record, &file->hash);
    fuhe_record_count(&record, "bytes", file->size);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}

enum fuhe_status fuhe_manifest_write(struct fuhe_store *store, const char *folder,
                                     const struct fuhe_manifest_tables *tables, struct fuhe_output *output,
                                     struct fuhe_error *err) {
    struct fuhe_report_files *files;
    struct fuhe_report_file file;
    enum fuhe_status status = FUHE_STATUS_OK;

    FUHE_TRY(fuhe_manifest_write_origins(store, tables, output, err));
    files = fuhe_report_files_new(folder);
    if (files == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    while (status == FUHE_STATUS_OK && fuhe_report_files_next(files, &file)) {
        if (strncmp(file.name, FUHE_MANIFEST_NAME, sizeof FUHE_MANIFEST_NAME - 1) == 0) {
            continue; /* itself, while it is written */
        }
        if (file.has_hash) {
            fuhe_manifest_write_file(&file, output);
        } else {
            status = fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_READ, file.name, NULL);
        }
    }
    fuhe_report_files_free(files);
    return status;
}

/* --- reading --- */

struct fuhe_manifest_tables fuhe_manifest_read_tables(const char *path) {
    static const char without[] = "\"bom\":false,";
    char line[512] = "";
    FILE *file = fopen(path, "rb");

    if (file != NULL) {
        (void)fgets(line, sizeof line, file);
        (void)fclose(file);
    }
    return (struct fuhe_manifest_tables){.no_bom = strstr(line, without) != NULL};
}
