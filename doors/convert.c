/* SPDX-License-Identifier: Apache-2.0 */
/* Which old kinds become what. The ending of a file's name may be anything, so that streams of the document tell its
 * kind. */
#include "doors/convert.h"

#include "doors/compound.h"
#include "doors/package.h"
#include "doors/soffice.h"

enum { SECONDS_MAX = 120 };

/* A word of a Word document has this bit, and a workbook this record, when a password protects it. */
enum { WORD_FLAGS = 10, WORD_ENCRYPTED = 1, RECORD_HEAD = 4, RECORD_ENCRYPTED = 0x2F, RECORDS_BEFORE = 3 };

static bool is_locked_word(fuhe_text head) {
    return head.length > WORD_FLAGS + 1 && ((unsigned char)head.bytes[WORD_FLAGS + 1] & WORD_ENCRYPTED) != 0;
}

static bool is_locked_workbook(fuhe_text head) {
    size_t at = 0;

    for (int i = 0; i < RECORDS_BEFORE && at + RECORD_HEAD <= head.length; i++) {
        if (head.bytes[at] == RECORD_ENCRYPTED && head.bytes[at + 1] == 0) {
            return true;
        }
        at += RECORD_HEAD + (unsigned char)head.bytes[at + 2] + 256 * (size_t)(unsigned char)head.bytes[at + 3];
    }
    return false;
}

struct stream {
    const char *name;
    const char *from;
    const char *to;
    bool (*is_locked)(fuhe_text head);
};

static const struct stream streams[] = {
    {"WordDocument", "doc", "docx", is_locked_word},
    {"Workbook", "xls", "xlsx", is_locked_workbook},
    {"Book", "xls", "xlsx", is_locked_workbook},
};

/* Fills the endings; false when there is nothing to convert to. */
static bool find_kind(fuhe_text bytes, struct fuhe_soffice_job *job, bool *locked) {
    static const char *const binary_workbooks[] = {"ms-excel.sheet.binary.macroenabled.main", NULL};
    fuhe_text head;

    for (size_t i = 0; i < sizeof streams / sizeof streams[0]; i++) {
        if (fuhe_compound_find(bytes, streams[i].name, &head)) {
            job->from = streams[i].from;
            job->to = streams[i].to;
            *locked = streams[i].is_locked(head);
            return true;
        }
    }
    if (fuhe_text_starts_with(bytes, FUHE_TEXT("{\\rtf"))) {
        job->from = "rtf";
        job->to = "docx";
        return true;
    }
    job->from = "xlsb";
    job->to = "xlsx";
    return fuhe_package_is_of_type(bytes, binary_workbooks);
}

enum fuhe_status fuhe_convert(fuhe_text bytes, struct fuhe_arena *arena, fuhe_text *converted, struct fuhe_error *err) {
    struct fuhe_soffice_job job = {.program = "soffice", .seconds = SECONDS_MAX, .document = bytes};
    struct fuhe_error failure = {0};
    bool locked = false;

    if (!find_kind(bytes, &job, &locked)) {
        const bool is_pdf = fuhe_text_starts_with(bytes, FUHE_TEXT("%PDF"));
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE,
                              is_pdf ? FUHE_PROBLEM_INTAKE_PDF : FUHE_PROBLEM_INTAKE_OFFICE, NULL, NULL);
    }
    const enum fuhe_status status = fuhe_soffice_convert(&job, arena, converted, &failure);
    if (status != FUHE_STATUS_OK && failure.problem == FUHE_PROBLEM_CONVERT_NOTHING && locked) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_INTAKE_ENCRYPTED, NULL, NULL);
    }
    if (status != FUHE_STATUS_OK && err != NULL) {
        *err = failure;
    }
    return status;
}
