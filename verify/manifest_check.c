/* SPDX-License-Identifier: Apache-2.0 */
/* The lines of the manifest about files, and the files, are two lists in the same order, which are walked together. */
#include "verify/manifest_check.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "report/memory_output.h"

enum { PATH_BYTES = 4096 };

struct check {
    const struct fuhe_verified_table *tables;
    const struct fuhe_fault_sink *sink;
    struct fuhe_verify_totals *totals;
    struct fuhe_lines *lines;
    struct fuhe_report_files *files;
    struct fuhe_memory_output *expected; /* the line that a file should have */
    bool has_line;
    fuhe_text line;
    uint64_t number; /* of the line */
    fuhe_text name;  /* that it speaks of */
    bool has_file;
    struct fuhe_report_file file;
};

static enum fuhe_status tell(const struct check *check, struct fuhe_fault fault) {
    return check->sink->take(check->sink->context, &fault);
}

/* --- lines --- */

/* Takes the next line; one that speaks of no file is told and passed over. */
static enum fuhe_status next_line(struct check *check) {
    const fuhe_text start = FUHE_TEXT(FUHE_MANIFEST_FILE_LINE);

    while ((check->has_line = fuhe_lines_next(check->lines, &check->line, &check->number))) {
        check->name =
            fuhe_text_starts_with(check->line, start) ? fuhe_text_from(check->line, start.length) : (fuhe_text){"", 0};
        const size_t end = fuhe_text_find(check->name, FUHE_TEXT("\""));
        if (end < check->name.length) {
            check->name.length = end;
            return FUHE_STATUS_OK;
        }
        FUHE_TRY(tell(check, (struct fuhe_fault){
                                 .kind = FUHE_FAULT_LINE_ADDED,
                                 .file = FUHE_TEXT(FUHE_MANIFEST_NAME),
                                 .line = check->number,
                                 .says = {check->line.bytes, check->line.length < 120 ? check->line.length : 120}}));
    }
    return FUHE_STATUS_OK;
}

static void next_file(struct check *check) {
    do {
        check->has_file = fuhe_report_files_next(check->files, &check->file);
    } while (check->has_file && strcmp(check->file.name, FUHE_MANIFEST_NAME) == 0);
    check->totals->files += check->has_file;
}

/* --- files --- */

static const struct fuhe_verified_table *find_table(const struct check *check) {
    for (const struct fuhe_verified_table *table = check->tables; table->name != NULL; table++) {
        if (strcmp(table->name, check->file.name) == 0) {
            return table;
        }
    }
    return NULL;
}

/* The line says something else than the file. Of a table it is known which of them is right. */
static enum fuhe_status tell_file(struct check *check, fuhe_text expected) {
    const struct fuhe_verified_table *table = find_table(check);

    if (table != NULL && table->result.same) {
        return tell(check, (struct fuhe_fault){.kind = FUHE_FAULT_LINE_CHANGED,
                                               .file = FUHE_TEXT(FUHE_MANIFEST_NAME),
                                               .line = check->number,
                                               .says = check->line,
                                               .should = expected});
    }
    if (table != NULL && table->result.faults > 0) {
        return FUHE_STATUS_OK;
    }
    return tell(check, (struct fuhe_fault){.kind = FUHE_FAULT_FILE_CHANGED, .file = fuhe_text_of(check->file.name)});
}

static enum fuhe_status hold_file(struct check *check) {
    fuhe_memory_output_reset(check->expected);
    if (check->file.has_hash) {
        fuhe_manifest_write_file(&check->file, &check->expected->output);
    }
    fuhe_text expected = fuhe_memory_output_text(check->expected);
    expected.length -= expected.length > 0;
    return fuhe_text_equals(expected, check->line) ? FUHE_STATUS_OK : tell_file(check, expected);
}

static enum fuhe_status walk(struct check *check) {
    next_file(check);
    FUHE_TRY(next_line(check));
    while (check->has_file || check->has_line) {
        const fuhe_text file = fuhe_text_of(check->has_file ? check->file.name : "");
        int order = check->has_file ? -1 : 1;
        if (check->has_file && check->has_line) {
            order = fuhe_report_files_compare(file, check->name);
        }
        if (order < 0) {
            FUHE_TRY(tell(check, (struct fuhe_fault){.kind = FUHE_FAULT_FILE_ADDED, .file = file}));
            next_file(check);
        } else if (order > 0) {
            FUHE_TRY(tell(check, (struct fuhe_fault){.kind = FUHE_FAULT_FILE_MISSING, .file = check->name}));
            FUHE_TRY(next_line(check));
        } else {
            FUHE_TRY(hold_file(check));
            next_file(check);
            FUHE_TRY(next_line(check));
        }
    }
    return FUHE_STATUS_OK;
}

/* --- all together --- */

static enum fuhe_status hold_origins(struct check *check, struct fuhe_store *store,
                                     const struct fuhe_manifest_tables *tables, struct fuhe_error *err) {
    struct fuhe_lines_result result;

    FUHE_TRY(fuhe_manifest_write_origins(store, tables, fuhe_lines_output(check->lines), err));
    return fuhe_lines_end(check->lines, &result, err);
}

static enum fuhe_status run_check(struct check *check, struct fuhe_store *store, const char *folder, const char *path,
                                  struct fuhe_error *err) {
    const struct fuhe_manifest_tables tables = fuhe_manifest_read_tables(path);
    const struct fuhe_lines_request request = {path, FUHE_MANIFEST_NAME, FUHE_MANIFEST_FILE_LINE, *check->sink};

    check->files = fuhe_report_files_new(folder);
    check->expected = fuhe_memory_output_new();
    if (check->files == NULL || check->expected == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    FUHE_TRY(fuhe_lines_new(&request, &check->lines, err));
    FUHE_TRY(hold_origins(check, store, &tables, err));
    return walk(check);
}

enum fuhe_status fuhe_manifest_check(struct fuhe_store *store, const char *folder,
                                     const struct fuhe_verified_table *tables, const struct fuhe_fault_sink *sink,
                                     struct fuhe_verify_totals *totals, struct fuhe_error *err) {
    struct check check = {.tables = tables, .sink = sink, .totals = totals};
    char path[PATH_BYTES];
    struct fuhe_hash hash;
    uint64_t size;

    const int length = snprintf(path, sizeof path, "%s/" FUHE_MANIFEST_NAME, folder);
    if (length < 0 || (size_t)length >= sizeof path || !fuhe_report_file_hash(path, &hash, &size)) {
        return tell(&check,
                    (struct fuhe_fault){.kind = FUHE_FAULT_MANIFEST_MISSING, .file = FUHE_TEXT(FUHE_MANIFEST_NAME)});
    }
    totals->has_manifest = true;
    fuhe_hash_format(&hash, totals->manifest);
    const enum fuhe_status status = run_check(&check, store, folder, path, err);
    fuhe_lines_free(check.lines);
    fuhe_report_files_free(check.files);
    fuhe_memory_output_free(check.expected);
    return status;
}
