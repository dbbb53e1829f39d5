/* SPDX-License-Identifier: Apache-2.0 */
/* Forms and rows of a document are paired by what they are called: a form that does not fit the next row waits for the
 * one behind it, which tells whether it was put in, left out or changed. */
#include "store/recheck_private.h"
#include "store/survey_form.h"

enum { LOOK_AHEAD = 64 };

static enum fuhe_status find_form_row(struct fuhe_recheck *recheck, sqlite3_stmt **row) {
    return fuhe_recheck_find_row(recheck, FUHE_RECHECK_FIND_ROW, recheck->next_form, row);
}

static enum fuhe_status tell_new(struct fuhe_recheck *recheck, const struct fuhe_fresh_form *form) {
    return fuhe_recheck_tell(recheck, (struct fuhe_recheck_fault){.kind = FUHE_RECHECK_FORM_NEW,
                                                                  .number = fuhe_fresh_form_number(form) + 1,
                                                                  .id = fuhe_fresh_form_id(form),
                                                                  .project = fuhe_fresh_form_project(form)});
}

static void pass_form(struct fuhe_recheck *recheck, sqlite3_stmt *row) {
    recheck->next_form = sqlite3_column_int64(row, FUHE_RECHECK_SEQ) + 1;
    recheck->passed++;
}

/* Rows up to that seq have no form any more. */
enum fuhe_status fuhe_recheck_pass_gone(struct fuhe_recheck *recheck, int64_t end) {
    const struct fuhe_recheck_difference nothing = {0};
    sqlite3_stmt *row;

    FUHE_TRY(find_form_row(recheck, &row));
    while (row != NULL && sqlite3_column_int64(row, FUHE_RECHECK_SEQ) < end) {
        FUHE_TRY(fuhe_recheck_tell_form(recheck, FUHE_RECHECK_FORM_GONE, row, &nothing));
        pass_form(recheck, row);
        FUHE_TRY(find_form_row(recheck, &row));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status hold(struct fuhe_recheck *recheck, sqlite3_stmt *row, const struct fuhe_fresh_form *form) {
    struct fuhe_recheck_difference difference;

    if (fuhe_recheck_compare(row, form, recheck->arena, &difference) != FUHE_STATUS_OK) {
        return fuhe_recheck_no_memory(recheck->err);
    }
    if (difference.fields > 0) {
        FUHE_TRY(fuhe_recheck_tell_form(recheck, FUHE_RECHECK_FORM, row, &difference));
    } else {
        recheck->held++;
    }
    if (difference.fields == 0 && difference.moved) {
        const int64_t moved[2] = {sqlite3_column_int64(row, FUHE_RECHECK_SEQ), (int64_t)recheck->passed};
        FUHE_TRY(fuhe_recheck_keep(recheck, &recheck->moved, moved, sizeof moved));
    }
    pass_form(recheck, row);
    return FUHE_STATUS_OK;
}

/* The seq of a row further down that has the form at hand; 0 when there is none near. */
static enum fuhe_status look_ahead(struct fuhe_recheck *recheck, int64_t *seq) {
    sqlite3_stmt *statement = recheck->statements[FUHE_RECHECK_LOOK_AHEAD];
    sqlite3_stmt *row;

    fuhe_database_bind_text(statement, 4, fuhe_fresh_form_id(&recheck->fresh));
    fuhe_database_bind_text(statement, 5, fuhe_fresh_form_project(&recheck->fresh));
    (void)sqlite3_bind_int64(statement, 3, LOOK_AHEAD);
    FUHE_TRY(fuhe_recheck_find_row(recheck, FUHE_RECHECK_LOOK_AHEAD, recheck->next_form, &row));
    *seq = sqlite3_column_int64(row, 0);
    (void)sqlite3_reset(statement);
    return FUHE_STATUS_OK;
}

/* The form that waits is the one of the next row, or a new one. */
enum fuhe_status fuhe_recheck_settle_waiting(struct fuhe_recheck *recheck, bool is_new) {
    sqlite3_stmt *row = NULL;

    if (!recheck->is_waiting) {
        return FUHE_STATUS_OK;
    }
    recheck->is_waiting = false;
    if (!is_new) {
        FUHE_TRY(find_form_row(recheck, &row));
    }
    return row == NULL ? tell_new(recheck, &recheck->waiting) : hold(recheck, row, &recheck->waiting);
}

static enum fuhe_status wait(struct fuhe_recheck *recheck, fuhe_text record) {
    recheck->waiting_record.length = 0;
    FUHE_TRY(fuhe_recheck_keep(recheck, &recheck->waiting_record, record.bytes, record.length));
    record.bytes = recheck->waiting_record.bytes;
    recheck->is_waiting = true;
    return fuhe_fresh_form_read(&recheck->waiting, &record) ? FUHE_STATUS_OK : fuhe_recheck_no_memory(recheck->err);
}

/* record: the form, to be kept if need be. */
enum fuhe_status fuhe_recheck_pair_form(struct fuhe_recheck *recheck, fuhe_text record) {
    sqlite3_stmt *row;
    int64_t seq = 0;

    FUHE_TRY(find_form_row(recheck, &row));
    if (row != NULL && fuhe_recheck_is_same(row, &recheck->fresh)) {
        FUHE_TRY(fuhe_recheck_settle_waiting(recheck, true));
        return hold(recheck, row, &recheck->fresh);
    }
    if (recheck->is_waiting) {
        FUHE_TRY(fuhe_recheck_settle_waiting(recheck, false));
        return fuhe_recheck_pair_form(recheck, record);
    }
    if (row == NULL) {
        return tell_new(recheck, &recheck->fresh);
    }
    FUHE_TRY(look_ahead(recheck, &seq));
    if (seq == 0) {
        return wait(recheck, record);
    }
    FUHE_TRY(fuhe_recheck_pass_gone(recheck, seq));
    FUHE_TRY(find_form_row(recheck, &row));
    return row == NULL ? tell_new(recheck, &recheck->fresh) : hold(recheck, row, &recheck->fresh);
}
