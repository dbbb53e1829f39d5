/* SPDX-License-Identifier: Apache-2.0 */
/* A file with its sheets. The library keeps rows that are complete in temporary files, which it puts beside the report:
 * where there is room for one there is room for the other. Nothing in the file tells when it was made. */
#include "workbook/book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/translate.h"
#include "workbook/archive_check.h"

enum {
    PATH_SIZE = 4096,
    FIXED_DATE = 1577836800 /* of creation, which the format asks for: 2020-01-01 */
};

struct fuhe_book {
    struct fuhe_sheet_kit kit;
    struct fuhe_sheet sheets[FUHE_SHEET_COUNT];
    struct fuhe_pack_lines *packs; /* as many as there are rule packs in the report */
    size_t pack_count;
    size_t pack_capacity;
    bool has_departments;
    char folder[PATH_SIZE];
    char path[PATH_SIZE];
    char draft[PATH_SIZE];
};

static enum fuhe_status fail(enum fuhe_status status, const struct fuhe_book *book, const char *found,
                             struct fuhe_error *err) {
    const bool is_memory = status == FUHE_STATUS_NO_MEMORY;
    const char *reason = found == NULL ? "not all rows could be kept" : found;

    (void)fuhe_error_set(err, status, is_memory ? FUHE_PROBLEM_NO_MEMORY : FUHE_PROBLEM_WRITE,
                         is_memory ? NULL : reason, NULL);
    fuhe_error_set_subject(err, book == NULL ? "" : book->path);
    return status;
}

static enum fuhe_status check(const struct fuhe_book *book, struct fuhe_error *err) {
    return book->kit.status == FUHE_STATUS_OK ? FUHE_STATUS_OK : fail(book->kit.status, book, NULL, err);
}

static bool name_files(struct fuhe_book *book, const char *folder, size_t number) {
    char suffix[32] = "";

    if (number > 1) {
        (void)snprintf(suffix, sizeof suffix, "-%zu", number);
    }
    (void)snprintf(book->folder, sizeof book->folder, "%s", folder);
    (void)snprintf(book->path, sizeof book->path, "%s/review%s.xlsx", folder, suffix);
    const int length = snprintf(book->draft, sizeof book->draft, "%s/.review%s.xlsx.part", folder, suffix);
    return length > 0 && (size_t)length < sizeof book->draft;
}

static void set_properties(struct fuhe_book *book) {
    lxw_doc_properties properties = {.title = (char *)(uintptr_t)_("Review of performance self-assessments"),
                                     .author = (char *)(uintptr_t) "fuhe",
                                     .created = FIXED_DATE};

    (void)workbook_set_properties(book->kit.file, &properties);
}

/* The overview is what opens first, though an explanation stands before it. */
static void add_sheets(struct fuhe_book *book) {
    struct fuhe_sheet *sheets = book->sheets;

    fuhe_about_add(&sheets[FUHE_SHEET_ABOUT], &book->kit);
    fuhe_summary_add(&sheets[FUHE_SHEET_SUMMARY], &book->kit);
    fuhe_details_add(&sheets[FUHE_SHEET_DETAILS], &book->kit);
    fuhe_findings_add(&sheets[FUHE_SHEET_FINDINGS], &book->kit);
    fuhe_departments_add(&sheets[FUHE_SHEET_DEPARTMENTS], &book->kit);
    fuhe_ease_add(&sheets[FUHE_SHEET_EASE], &book->kit);
    fuhe_rules_add(&sheets[FUHE_SHEET_RULES], &book->kit);
    if (book->kit.status == FUHE_STATUS_OK) {
        worksheet_activate(sheets[FUHE_SHEET_SUMMARY].worksheet);
    }
}

static enum fuhe_status open_file(struct fuhe_book *book) {
    const lxw_workbook_options options = {.constant_memory = 1, .tmpdir = book->folder};
    struct fuhe_memory_output *scratch = fuhe_memory_output_new();
    lxw_workbook *file = scratch == NULL ? NULL : workbook_new_opt(book->draft, (void *)(uintptr_t)&options);

    book->kit.scratch = scratch;
    if (file == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    FUHE_TRY(fuhe_sheet_kit_init(&book->kit, file, scratch));
    set_properties(book);
    add_sheets(book);
    return book->kit.status;
}

enum fuhe_status fuhe_book_new(const char *folder, size_t number, struct fuhe_book **book, struct fuhe_error *err) {
    struct fuhe_book *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return fail(FUHE_STATUS_NO_MEMORY, NULL, NULL, err);
    }
    const enum fuhe_status status = name_files(made, folder, number) ? open_file(made) : FUHE_STATUS_UNWRITABLE;
    if (status != FUHE_STATUS_OK) {
        (void)fail(status, made, NULL, err);
        fuhe_book_free(made);
        return status;
    }
    *book = made;
    return FUHE_STATUS_OK;
}

void fuhe_book_free(struct fuhe_book *book) {
    if (book == NULL) {
        return;
    }
    if (book->kit.file != NULL) {
        lxw_workbook_free(book->kit.file);
    }
    fuhe_memory_output_free(book->kit.scratch);
    free(book->packs);
    free(book);
}

size_t fuhe_book_forms(const struct fuhe_book *book) {
    return book->sheets[FUHE_SHEET_SUMMARY].line - 2;
}

size_t fuhe_book_lines(const struct fuhe_book *book) {
    const size_t details = book->sheets[FUHE_SHEET_DETAILS].line - 1;
    const size_t findings = book->sheets[FUHE_SHEET_FINDINGS].line - 1;

    return details > findings ? details : findings;
}

/* Where the rules of a form stand; they are written when they are first needed. NULL when memory is out. */
static const struct fuhe_pack_lines *find_rules(struct fuhe_book *book, const struct fuhe_pack *pack) {
    for (size_t i = 0; i < book->pack_count; i++) {
        if (book->packs[i].pack == pack) {
            return &book->packs[i];
        }
    }
    if (book->pack_count == book->pack_capacity) {
        const size_t capacity = book->pack_capacity * 2 + 4;
        struct fuhe_pack_lines *grown = realloc(book->packs, capacity * sizeof *grown);
        if (grown == NULL) {
            return NULL;
        }
        book->packs = grown;
        book->pack_capacity = capacity;
    }
    struct fuhe_pack_lines *lines = &book->packs[book->pack_count++];
    fuhe_rules_write(&book->sheets[FUHE_SHEET_RULES], pack, lines);
    return lines;
}

enum fuhe_status fuhe_book_add_form(struct fuhe_book *book, const struct fuhe_result *result, uint64_t page,
                                    struct fuhe_error *err) {
    const struct fuhe_pack_lines *rules = find_rules(book, result->review.pack);

    if (rules == NULL) {
        return fail(FUHE_STATUS_NO_MEMORY, book, NULL, err);
    }
    const struct fuhe_lines details = fuhe_details_write(&book->sheets[FUHE_SHEET_DETAILS], result, page, rules);
    fuhe_summary_write(&book->sheets[FUHE_SHEET_SUMMARY], result, page, details, rules);
    fuhe_findings_write_form(&book->sheets[FUHE_SHEET_FINDINGS], result, page);
    fuhe_ease_write_form(&book->sheets[FUHE_SHEET_EASE], result, page);
    return check(book, err);
}

enum fuhe_status fuhe_book_add_unit(struct fuhe_book *book, const char *file, const struct fuhe_unit_review *review,
                                    struct fuhe_error *err) {
    fuhe_findings_write_unit(&book->sheets[FUHE_SHEET_FINDINGS], file, review);
    return check(book, err);
}

enum fuhe_status fuhe_book_add_failure(struct fuhe_book *book, const char *file, const struct fuhe_error *error,
                                       struct fuhe_error *err) {
    fuhe_findings_write_failure(&book->sheets[FUHE_SHEET_FINDINGS], file, error);
    return check(book, err);
}

enum fuhe_status fuhe_book_add_department(struct fuhe_book *book, const struct fuhe_survey_department *department,
                                          bool live, struct fuhe_error *err) {
    const size_t last = book->sheets[FUHE_SHEET_SUMMARY].line - 1;

    fuhe_departments_write_row(&book->sheets[FUHE_SHEET_DEPARTMENTS], department, live ? last : 0);
    return check(book, err);
}

enum fuhe_status fuhe_book_add_ease(struct fuhe_book *book, const struct fuhe_survey_department *department,
                                    const struct fuhe_gauge *gauge, struct fuhe_error *err) {
    fuhe_ease_write_department(&book->sheets[FUHE_SHEET_EASE], department, gauge);
    return check(book, err);
}

enum fuhe_status fuhe_book_add_statistics(struct fuhe_book *book, const struct fuhe_statistics *statistics,
                                          struct fuhe_error *err) {
    fuhe_statistics_write_sheet(&book->sheets[FUHE_SHEET_STATISTICS], &book->kit, statistics);
    return check(book, err);
}

enum fuhe_status fuhe_book_add_crosscheck(struct fuhe_book *book, const struct fuhe_crosscheck_extent *extent,
                                          struct fuhe_error *err) {
    FUHE_TRY(fuhe_crosscheck_write_sheet(&book->sheets[FUHE_SHEET_CROSSCHECK], &book->kit, extent, err));
    return check(book, err);
}

enum fuhe_status fuhe_book_add_samples(struct fuhe_book *book, const struct fuhe_sample *samples,
                                       struct fuhe_error *err) {
    fuhe_samples_write_sheet(&book->sheets[FUHE_SHEET_SAMPLE], &book->kit, samples);
    return check(book, err);
}

static void finish_sheets(struct fuhe_book *book, const struct fuhe_about *about) {
    struct fuhe_sheet *sheets = book->sheets;

    fuhe_about_write(&sheets[FUHE_SHEET_ABOUT], about);
    fuhe_summary_finish(&sheets[FUHE_SHEET_SUMMARY]);
    fuhe_details_finish(&sheets[FUHE_SHEET_DETAILS]);
    fuhe_findings_finish(&sheets[FUHE_SHEET_FINDINGS]);
    fuhe_departments_finish(&sheets[FUHE_SHEET_DEPARTMENTS]);
    fuhe_sheet_finish(&sheets[FUHE_SHEET_EASE]);
    fuhe_sheet_finish(&sheets[FUHE_SHEET_RULES]);
}

/* Bytes of rows that each sheet has so far, in the order in which the sheets were added; returns how many there are. */
static size_t measure_sheets(const struct fuhe_book *book, uint64_t sizes[FUHE_SHEET_COUNT]) {
    size_t count = 0;

    for (size_t i = 0; i < FUHE_SHEET_COUNT; i++) {
        if (book->sheets[i].worksheet != NULL) {
            const long size = ftell(book->sheets[i].worksheet->optimize_tmpfile);
            sizes[count++] = size < 0 ? 0 : (uint64_t)size;
        }
    }
    return count;
}

enum fuhe_status fuhe_book_close(struct fuhe_book *book, struct fuhe_about about, struct fuhe_error *err) {
    uint64_t sizes[FUHE_SHEET_COUNT];

    about.forms = fuhe_book_forms(book);
    finish_sheets(book, &about);
    FUHE_TRY(check(book, err));
    const size_t count = measure_sheets(book, sizes);
    const lxw_error error = workbook_close(book->kit.file);
    book->kit.file = NULL;
    if (error != LXW_NO_ERROR || !fuhe_archive_holds(book->draft, sizes, count) ||
        rename(book->draft, book->path) != 0) {
        (void)remove(book->draft);
        return fail(FUHE_STATUS_UNWRITABLE, book, error != LXW_NO_ERROR ? lxw_strerror(error) : NULL, err);
    }
    return FUHE_STATUS_OK;
}
