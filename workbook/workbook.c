/* SPDX-License-Identifier: Apache-2.0 */
/* Shares results out to files. The first file stays open to the end, for it has the departments of all of them; of the
 * others one is open at a time. */
#include "workbook/workbook.h"

#include <stdlib.h>

#include "workbook/book.h"
#include "workbook/limits.h"

static const struct fuhe_workbook_limits usual_limits = {20000, 400000, 2000000};

struct fuhe_workbook {
    const char *folder;
    bool complete;
    struct fuhe_workbook_limits limits;
    struct fuhe_book *first;
    struct fuhe_book *later; /* the one being written when it is not the first; else NULL */
    size_t number;           /* of the file being written, from 1 */
};

enum fuhe_status fuhe_workbook_new(const char *folder, bool complete, struct fuhe_workbook **workbook,
                                   struct fuhe_error *err) {
    struct fuhe_workbook *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    *made = (struct fuhe_workbook){.folder = folder, .complete = complete, .limits = usual_limits, .number = 1};
    const enum fuhe_status status = fuhe_book_new(folder, 1, &made->first, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_workbook_free(made);
        return status;
    }
    *workbook = made;
    return FUHE_STATUS_OK;
}

void fuhe_workbook_free(struct fuhe_workbook *workbook) {
    if (workbook != NULL) {
        fuhe_book_free(workbook->first);
        fuhe_book_free(workbook->later);
        free(workbook);
    }
}

void fuhe_workbook_set_limits(struct fuhe_workbook *workbook, struct fuhe_workbook_limits limits) {
    workbook->limits = limits;
}

static struct fuhe_book *current(struct fuhe_workbook *workbook) {
    return workbook->later == NULL ? workbook->first : workbook->later;
}

static enum fuhe_status close_later(struct fuhe_workbook *workbook, bool has_next, struct fuhe_error *err) {
    const struct fuhe_about about = {.complete = workbook->complete, .file = workbook->number, .has_next = has_next};
    enum fuhe_status status = FUHE_STATUS_OK;

    if (workbook->later != NULL) {
        status = fuhe_book_close(workbook->later, about, err);
        fuhe_book_free(workbook->later);
        workbook->later = NULL;
    }
    return status;
}

/* Goes on in the next file when these lines would be too many for the one being written. */
static enum fuhe_status make_room(struct fuhe_workbook *workbook, size_t forms, size_t lines, struct fuhe_error *err) {
    struct fuhe_book *book = current(workbook);
    const bool is_empty = fuhe_book_lines(book) <= 1;

    if (is_empty || (fuhe_book_forms(book) + forms <= workbook->limits.forms &&
                     fuhe_book_lines(book) + lines <= workbook->limits.lines)) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(close_later(workbook, true, err));
    FUHE_TRY(fuhe_book_new(workbook->folder, workbook->number + 1, &workbook->later, err));
    workbook->number++;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_workbook_add_form(struct fuhe_workbook *workbook, const struct fuhe_result *result, uint64_t page,
                                        struct fuhe_error *err) {
    const size_t rows = result->review.row_count + 1;
    const size_t findings = result->review.findings.count;

    FUHE_TRY(make_room(workbook, 1, rows > findings ? rows : findings, err));
    return fuhe_book_add_form(current(workbook), result, page, err);
}

enum fuhe_status fuhe_workbook_add_unit(struct fuhe_workbook *workbook, const char *file,
                                        const struct fuhe_unit_review *review, struct fuhe_error *err) {
    FUHE_TRY(make_room(workbook, 0, review->finding_count, err));
    return fuhe_book_add_unit(current(workbook), file, review, err);
}

enum fuhe_status fuhe_workbook_add_failure(struct fuhe_workbook *workbook, const char *file,
                                           const struct fuhe_error *error, struct fuhe_error *err) {
    FUHE_TRY(make_room(workbook, 0, 1, err));
    return fuhe_book_add_failure(current(workbook), file, error, err);
}

/* --- the end ----------------------------------------------------------------------------------------------------- */

struct departments {
    struct fuhe_book *book;
    size_t count;
    bool live;
    struct fuhe_error *err;
};

static enum fuhe_status count_department(void *context, const struct fuhe_survey_department *department) {
    struct departments *departments = context;

    (void)department;
    departments->count++;
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_department(void *context, const struct fuhe_survey_department *department) {
    const struct departments *departments = context;

    return fuhe_book_add_department(departments->book, department, departments->live, departments->err);
}

/* Formulas would have to look at each form for each department, and cannot look into other files. */
static enum fuhe_status add_departments(struct fuhe_workbook *workbook, struct fuhe_survey *survey,
                                        struct fuhe_error *err) {
    struct departments departments = {workbook->first, 0, false, err};

    FUHE_TRY(fuhe_survey_departments(survey, FUHE_DEPARTMENTS_BY_RISK, FUHE_SHEET_LINES_MAX - 1, count_department,
                                     &departments, err));
    departments.live =
        workbook->number == 1 && departments.count * fuhe_book_forms(workbook->first) <= workbook->limits.comparings;
    return fuhe_survey_departments(survey, FUHE_DEPARTMENTS_BY_RISK, FUHE_SHEET_LINES_MAX - 1, add_department,
                                   &departments, err);
}

/* --- gauges of departments --- */

struct gauges {
    struct fuhe_book *book;
    struct fuhe_gauge_ledger *ledger;
    struct fuhe_error *err;
};

static enum fuhe_status add_gauge(void *context, const struct fuhe_survey_department *department) {
    const struct gauges *gauges = context;
    struct fuhe_gauge gauge;

    FUHE_TRY(fuhe_gauge_ledger_read(gauges->ledger, department->number, &gauge, gauges->err));
    return fuhe_book_add_ease(gauges->book, department, &gauge, gauges->err);
}

/* The sheet has the forms of the first file already. */
static enum fuhe_status add_gauges(struct fuhe_workbook *workbook, const struct fuhe_workbook_end *end,
                                   struct fuhe_error *err) {
    struct gauges gauges = {workbook->first, end->statistics->gauges, err};
    const size_t room = FUHE_SHEET_LINES_MAX - 1 - fuhe_book_forms(workbook->first);

    return fuhe_survey_departments(end->survey, FUHE_DEPARTMENTS_BY_RISK, room, add_gauge, &gauges, err);
}

static enum fuhe_status add_crosscheck(struct fuhe_workbook *workbook, const struct fuhe_workbook_end *end,
                                       struct fuhe_error *err) {
    const struct fuhe_crosscheck_extent extent = {end->statistics->crosscheck, end->survey, workbook->limits.lines};

    return fuhe_book_add_crosscheck(workbook->first, &extent, err);
}

static enum fuhe_status add_whole(struct fuhe_workbook *workbook, const struct fuhe_workbook_end *end,
                                  struct fuhe_error *err) {
    FUHE_TRY(add_departments(workbook, end->survey, err));
    if (end->statistics != NULL) {
        FUHE_TRY(add_gauges(workbook, end, err));
        FUHE_TRY(fuhe_book_add_statistics(workbook->first, end->statistics, err));
        FUHE_TRY(add_crosscheck(workbook, end, err));
    }
    return end->samples == NULL ? FUHE_STATUS_OK : fuhe_book_add_samples(workbook->first, end->samples, err);
}

enum fuhe_status fuhe_workbook_finish(struct fuhe_workbook *workbook, const struct fuhe_workbook_end *end,
                                      struct fuhe_error *err) {
    const struct fuhe_about about = {.complete = workbook->complete,
                                     .file = 1,
                                     .has_next = workbook->number > 1,
                                     .statistics = end->statistics,
                                     .samples = end->samples};

    FUHE_TRY(add_whole(workbook, end, err));
    FUHE_TRY(close_later(workbook, false, err));
    return fuhe_book_close(workbook->first, about, err);
}
