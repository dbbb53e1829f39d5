/* SPDX-License-Identifier: Apache-2.0 */
/* The caller-owned error record: codes and short texts, no sentences, no heap. */
#include "engine/error.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *const problem_names[FUHE_PROBLEM_COUNT] = {
    [FUHE_PROBLEM_NONE] = "none",
    [FUHE_PROBLEM_NO_MEMORY] = "no-memory",
    [FUHE_PROBLEM_OPEN] = "open",
    [FUHE_PROBLEM_IS_DIRECTORY] = "is-directory",
    [FUHE_PROBLEM_READ] = "read",
    [FUHE_PROBLEM_WRITE] = "write",
    [FUHE_PROBLEM_EMPTY] = "empty",
    [FUHE_PROBLEM_NOT_XML] = "not-xml",
    [FUHE_PROBLEM_ENCODING] = "encoding",
    [FUHE_PROBLEM_BYTES] = "bytes",
    [FUHE_PROBLEM_DOCTYPE] = "doctype",
    [FUHE_PROBLEM_ENTITY] = "entity",
    [FUHE_PROBLEM_ROOT] = "root",
    [FUHE_PROBLEM_NAMESPACE] = "namespace",
    [FUHE_PROBLEM_LIMIT_DEPTH] = "limit-depth",
    [FUHE_PROBLEM_LIMIT_TAG] = "limit-tag",
    [FUHE_PROBLEM_LIMIT_TEXT] = "limit-text",
    [FUHE_PROBLEM_LIMIT_FORM] = "limit-form",
    [FUHE_PROBLEM_LIMIT_INDICATORS] = "limit-indicators",
    [FUHE_PROBLEM_LIMIT_FUNDS] = "limit-funds",
    [FUHE_PROBLEM_NO_FORM] = "no-form",
    [FUHE_PROBLEM_NO_FORM_END] = "no-form-end",
    [FUHE_PROBLEM_FOLDER_LOOP] = "folder-loop",
    [FUHE_PROBLEM_ARCHIVE] = "archive",
    [FUHE_PROBLEM_ARCHIVE_LIMIT] = "archive-limit",
    [FUHE_PROBLEM_ARCHIVE_NESTED] = "archive-nested",
    [FUHE_PROBLEM_ARCHIVE_OFFICE] = "archive-office",
    [FUHE_PROBLEM_FOLDER_FOREIGN] = "folder-foreign",
    [FUHE_PROBLEM_FOLDER_BUSY] = "folder-busy",
    [FUHE_PROBLEM_FOLDER_USED] = "folder-used",
    [FUHE_PROBLEM_FOLDER_EXISTS] = "folder-exists",
    [FUHE_PROBLEM_REPORT_FOREIGN] = "report-foreign",
    [FUHE_PROBLEM_REPORT_EDITED] = "report-edited",
    [FUHE_PROBLEM_STORE_NONE] = "store-none",
    [FUHE_PROBLEM_STORE_FOREIGN] = "store-foreign",
    [FUHE_PROBLEM_STORE_NEWER] = "store-newer",
    [FUHE_PROBLEM_STORE_OLDER] = "store-older",
    [FUHE_PROBLEM_STORE_DAMAGED] = "store-damaged",
    [FUHE_PROBLEM_STORE_ENGINE] = "store-engine",
    [FUHE_PROBLEM_STORE_EMPTY] = "store-empty",
    [FUHE_PROBLEM_RUN_COMPLETE] = "run-complete",
    [FUHE_PROBLEM_RUN_FOLDER] = "run-folder",
    [FUHE_PROBLEM_MERGE_INCOMPLETE] = "merge-incomplete",
    [FUHE_PROBLEM_MERGE_ENGINE] = "merge-engine",
    [FUHE_PROBLEM_MERGE_RULES] = "merge-rules",
    [FUHE_PROBLEM_MERGE_COUNT] = "merge-count",
    [FUHE_PROBLEM_MERGE_TWICE] = "merge-twice",
    [FUHE_PROBLEM_MERGE_MISSING] = "merge-missing",
    [FUHE_PROBLEM_MERGE_DOCUMENTS] = "merge-documents",
    [FUHE_PROBLEM_MERGE_NAMES] = "merge-names",
    [FUHE_PROBLEM_MERGE_OVERLAP] = "merge-overlap",
    [FUHE_PROBLEM_MERGE_LOST] = "merge-lost",
    [FUHE_PROBLEM_INTAKE_EMPTY] = "intake-empty",
    [FUHE_PROBLEM_INTAKE_KIND] = "intake-kind",
    [FUHE_PROBLEM_INTAKE_OFFICE] = "intake-office",
    [FUHE_PROBLEM_INTAKE_ENCRYPTED] = "intake-encrypted",
    [FUHE_PROBLEM_INTAKE_PACKAGE] = "intake-package",
    [FUHE_PROBLEM_INTAKE_ARCHIVE] = "intake-archive",
    [FUHE_PROBLEM_INTAKE_PDF] = "intake-pdf",
    [FUHE_PROBLEM_INTAKE_PICTURE] = "intake-picture",
    [FUHE_PROBLEM_INTAKE_FORMS] = "intake-forms",
    [FUHE_PROBLEM_INTAKE_NO_FORM] = "intake-no-form",
    [FUHE_PROBLEM_INTAKE_UNREAD] = "intake-unread",
    [FUHE_PROBLEM_INTAKE_NAMES] = "intake-names",
    [FUHE_PROBLEM_INTAKE_WORDS] = "intake-words",
    [FUHE_PROBLEM_CONVERT_MISSING] = "convert-missing",
    [FUHE_PROBLEM_CONVERT_RUN] = "convert-run",
    [FUHE_PROBLEM_CONVERT_FOLDER] = "convert-folder",
    [FUHE_PROBLEM_CONVERT_NOTHING] = "convert-nothing",
    [FUHE_PROBLEM_CONVERT_TIME] = "convert-time",
    [FUHE_PROBLEM_FILL_OUTPUT] = "fill-output",
    [FUHE_PROBLEM_FILL_SAME] = "fill-same",
    [FUHE_PROBLEM_FILL_OLD] = "fill-old",
    [FUHE_PROBLEM_FILL_KIND] = "fill-kind",
    [FUHE_PROBLEM_LIMIT_BYTES] = "limit-bytes",
    [FUHE_PROBLEM_LIMIT_ATTRIBUTES] = "limit-attributes",
    [FUHE_PROBLEM_LIMIT_BLOCKS] = "limit-blocks",
    [FUHE_PROBLEM_LIMIT_CELLS] = "limit-cells",
    [FUHE_PROBLEM_LIMIT_COLUMNS] = "limit-columns",
    [FUHE_PROBLEM_LIMIT_TABLES] = "limit-tables",
    [FUHE_PROBLEM_FORM_UNKNOWN] = "form-unknown",
    [FUHE_PROBLEM_TABLE_SIZE] = "table-size",
    [FUHE_PROBLEM_TABLE_ENCODING] = "table-encoding",
    [FUHE_PROBLEM_TABLE_QUOTE] = "table-quote",
    [FUHE_PROBLEM_TABLE_CELLS] = "table-cells",
    [FUHE_PROBLEM_TABLE_COLUMN] = "table-column",
    [FUHE_PROBLEM_REVIEWED_BATCH] = "reviewed-batch",
    [FUHE_PROBLEM_REVIEWED_OTHER] = "reviewed-other",
    [FUHE_PROBLEM_REVIEWED_UNKNOWN] = "reviewed-unknown",
    [FUHE_PROBLEM_REVIEWED_TWICE] = "reviewed-twice",
    [FUHE_PROBLEM_REVIEWED_MISSING] = "reviewed-missing",
    [FUHE_PROBLEM_REVIEWED_SCORE] = "reviewed-score",
    [FUHE_PROBLEM_PACK_UNKNOWN] = "pack-unknown",
    [FUHE_PROBLEM_PACK_ELEMENT] = "pack-element",
    [FUHE_PROBLEM_PACK_UNCLOSED] = "pack-unclosed",
    [FUHE_PROBLEM_PACK_MISSING] = "pack-missing",
    [FUHE_PROBLEM_PACK_VALUE] = "pack-value",
    [FUHE_PROBLEM_PACK_DUPLICATE] = "pack-duplicate",
    [FUHE_PROBLEM_PACK_GAP] = "pack-gap",
    [FUHE_PROBLEM_PACK_OVERLAP] = "pack-overlap",
    [FUHE_PROBLEM_PACK_UNREACHABLE] = "pack-unreachable",
    [FUHE_PROBLEM_PACK_NOT_MONOTONE] = "pack-not-monotone",
    [FUHE_PROBLEM_PACK_TURNS_UP] = "pack-turns-up",
    [FUHE_PROBLEM_PACK_FULL] = "pack-full",
    [FUHE_PROBLEM_PACK_NO_WORDS] = "pack-no-words",
    [FUHE_PROBLEM_PACK_DEFAULT] = "pack-default",
    [FUHE_PROBLEM_PACK_AMBIGUOUS] = "pack-ambiguous",
    [FUHE_PROBLEM_PACK_WEIGHTS] = "pack-weights",
    [FUHE_PROBLEM_PACK_ORDER] = "pack-order",
    [FUHE_PROBLEM_PACK_TURNED] = "pack-turned",
    [FUHE_PROBLEM_PACK_WORD_MET] = "pack-word-met",
    [FUHE_PROBLEM_PACK_RATIO] = "pack-ratio",
    [FUHE_PROBLEM_PACK_RECALLED] = "pack-recalled",
    [FUHE_PROBLEM_PACK_PLACEHOLDER] = "pack-placeholder",
    [FUHE_PROBLEM_PACK_PERIOD] = "pack-period",
    [FUHE_PROBLEM_PACK_DRAFT] = "pack-draft",
    [FUHE_PROBLEM_PACK_BASE] = "pack-base",
    [FUHE_PROBLEM_PACK_BASE_FILE] = "pack-base-file",
    [FUHE_PROBLEM_PACK_BASE_VERSION] = "pack-base-version",
    [FUHE_PROBLEM_PACK_BASE_UNSOUND] = "pack-base-unsound",
    [FUHE_PROBLEM_PACK_BASE_OTHER] = "pack-base-other",
    [FUHE_PROBLEM_PACK_CIRCLE] = "pack-circle",
    [FUHE_PROBLEM_PACK_DEPTH] = "pack-depth",
    [FUHE_PROBLEM_PACK_SAME] = "pack-same",
    [FUHE_PROBLEM_PACK_WHY] = "pack-why",
    [FUHE_PROBLEM_PACK_SOURCE] = "pack-source",
    [FUHE_PROBLEM_PACK_ON_DRAFT] = "pack-on-draft",
    [FUHE_PROBLEM_PACK_ON_REPEALED] = "pack-on-repealed",
    [FUHE_PROBLEM_PACK_TAKEN] = "pack-taken",
    [FUHE_PROBLEM_PACK_FOLDER] = "pack-folder",
    [FUHE_PROBLEM_INTERNAL] = "internal",
};

/* Copies what fits, ending at a UTF-8 character boundary. */
static void copy_cut(char *target, size_t size, const char *source) {
    size_t length = source == NULL ? 0 : strlen(source);

    if (length >= size) {
        length = size - 1;
        while (length > 0 && ((unsigned char)source[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    if (length > 0) {
        memcpy(target, source, length);
    }
    target[length] = '\0';
}

enum fuhe_status fuhe_error_set(struct fuhe_error *err, enum fuhe_status status, enum fuhe_problem problem,
                                const char *found, const char *expected) {
    if (err != NULL) {
        memset(err, 0, sizeof *err);
        err->status = status;
        err->problem = problem;
        copy_cut(err->found, sizeof err->found, found);
        copy_cut(err->expected, sizeof err->expected, expected);
    }
    return status;
}

static void write_count(char *text, size_t size, uint64_t count, const char *unit) {
    (void)snprintf(text, size, "%" PRIu64 "%s%s", count, unit[0] == '\0' ? "" : " ", unit);
}

enum fuhe_status fuhe_error_set_limit(struct fuhe_error *err, enum fuhe_problem problem, uint64_t found, uint64_t limit,
                                      const char *unit) {
    char reached[64];
    char allowed[64];

    write_count(reached, sizeof reached, found, unit);
    write_count(allowed, sizeof allowed, limit, unit);
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, problem, reached, allowed);
}

void fuhe_error_set_place(struct fuhe_error *err, uint32_t line, uint32_t column) {
    if (err != NULL) {
        err->line = line;
        err->column = column;
    }
}

void fuhe_error_set_subject(struct fuhe_error *err, const char *subject) {
    if (err != NULL) {
        copy_cut(err->subject, sizeof err->subject, subject);
    }
}

const char *fuhe_problem_name(enum fuhe_problem problem) {
    return problem_names[problem];
}

enum fuhe_problem fuhe_problem_find(const char *name, size_t length) {
    for (size_t i = 0; i < FUHE_PROBLEM_COUNT; i++) {
        if (strlen(problem_names[i]) == length && memcmp(problem_names[i], name, length) == 0) {
            return (enum fuhe_problem)i;
        }
    }
    return FUHE_PROBLEM_INTERNAL;
}
