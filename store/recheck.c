/* SPDX-License-Identifier: Apache-2.0 */
/* Walks over the documents in force beside the records. Whether the bytes of a document are the same is known behind
 * its last form only; so forms that did nothing but move are kept until then, for in a changed document that is no
 * fault. */
#include "store/recheck_private.h"

#include <stdlib.h>
#include <string.h>

#include "store/survey_form.h"

static const char *const texts[FUHE_RECHECK_STATEMENTS] = {
    [FUHE_RECHECK_DOCUMENTS] =
        "SELECT ordinal, id, path, sha256, whole, around, findings,"
        " (SELECT count(*) FROM form WHERE form.reading = in_force.id) FROM in_force ORDER BY ordinal",
    [FUHE_RECHECK_FIND_DOCUMENT] = "SELECT min(ordinal) FROM in_force WHERE path = ?1 AND ordinal >= ?2",
    [FUHE_RECHECK_FIND_ROW] =
        "SELECT " FUHE_RECHECK_COLUMNS " FROM form JOIN department ON department.id = form.department"
        " JOIN pack ON pack.id = form.pack LEFT JOIN transcript ON transcript.form = form.id"
        " WHERE form.reading = ?1 AND form.seq >= ?2 ORDER BY form.seq LIMIT 1",
    [FUHE_RECHECK_LOOK_AHEAD] =
        "SELECT min(seq) FROM form WHERE reading = ?1 AND seq >= ?2 AND seq < ?2 + ?3 AND form_id = ?4"
        " AND project = ?5",
    [FUHE_RECHECK_FAILURES] =
        "SELECT seq, problem, line, \"column\" FROM failure WHERE reading = ?1 AND seq >= ?2 ORDER BY seq"
        " LIMIT 1",
};

enum fuhe_status fuhe_recheck_no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_recheck_keep(struct fuhe_recheck *recheck, struct fuhe_kept_bytes *kept, const void *bytes,
                                   size_t length) {
    if (length > kept->capacity - kept->length) {
        const size_t capacity = 2 * (kept->length + length);
        char *grown = realloc(kept->bytes, capacity);
        if (grown == NULL) {
            return fuhe_recheck_no_memory(recheck->err);
        }
        kept->bytes = grown;
        kept->capacity = capacity;
    }
    memcpy(kept->bytes + kept->length, bytes, length);
    kept->length += length;
    return FUHE_STATUS_OK;
}

/* --- rows --- */

static enum fuhe_status next_document(struct fuhe_recheck *recheck) {
    return fuhe_database_step(recheck->statements[FUHE_RECHECK_DOCUMENTS], &recheck->has_document, recheck->err);
}

sqlite3_stmt *fuhe_recheck_document_row(const struct fuhe_recheck *recheck) {
    return recheck->statements[FUHE_RECHECK_DOCUMENTS];
}

static const char *document_file(const struct fuhe_recheck *recheck) {
    return fuhe_database_text(fuhe_recheck_document_row(recheck), FUHE_RECHECK_PATH).bytes;
}

/* The row from `seq` on that comes first; *row is NULL when there is none. */
enum fuhe_status fuhe_recheck_find_row(struct fuhe_recheck *recheck, enum fuhe_recheck_statement which, int64_t seq,
                                       sqlite3_stmt **row) {
    sqlite3_stmt *statement = recheck->statements[which];
    bool found = false;

    (void)sqlite3_reset(statement);
    (void)sqlite3_bind_int64(statement, 1,
                             sqlite3_column_int64(fuhe_recheck_document_row(recheck), FUHE_RECHECK_READING));
    (void)sqlite3_bind_int64(statement, 2, seq);
    FUHE_TRY(fuhe_database_step(statement, &found, recheck->err));
    *row = found ? statement : NULL;
    return FUHE_STATUS_OK;
}

/* --- faults --- */

enum fuhe_status fuhe_recheck_tell(struct fuhe_recheck *recheck, struct fuhe_recheck_fault fault) {
    fault.file = document_file(recheck);
    fault.says = fault.says == NULL ? "" : fault.says;
    fault.should = fault.should == NULL ? "" : fault.should;
    recheck->faults++;
    return recheck->take(recheck->context, &fault);
}

enum fuhe_status fuhe_recheck_tell_form(struct fuhe_recheck *recheck, enum fuhe_recheck_kind kind, sqlite3_stmt *row,
                                        const struct fuhe_recheck_difference *difference) {
    recheck->totals.forms_wrong++;
    return fuhe_recheck_tell(recheck,
                             (struct fuhe_recheck_fault){.kind = kind,
                                                         .number = fuhe_survey_count(row, FUHE_RECHECK_NUMBER) + 1,
                                                         .page = recheck->page + recheck->passed,
                                                         .id = fuhe_database_text(row, FUHE_RECHECK_ID),
                                                         .project = fuhe_database_text(row, FUHE_RECHECK_PROJECT),
                                                         .field = difference->field,
                                                         .fields = difference->fields,
                                                         .says = difference->says,
                                                         .should = difference->should});
}

/* --- documents --- */

/* Of a document that could not be read in the first place there was nothing to be read again. */
static enum fuhe_status tell_missing(struct fuhe_recheck *recheck) {
    sqlite3_stmt *row = fuhe_recheck_document_row(recheck);
    const uint64_t forms = fuhe_survey_count(row, FUHE_RECHECK_FORMS);

    if (fuhe_database_is_null(row, FUHE_RECHECK_HASH) && forms == 0) {
        return FUHE_STATUS_OK;
    }
    recheck->totals.documents_missing++;
    recheck->totals.forms_missing += forms - recheck->passed;
    return fuhe_recheck_tell(
        recheck, (struct fuhe_recheck_fault){
                     .kind = FUHE_RECHECK_MISSING, .says = recheck->reason, .forms = forms, .held = recheck->held});
}

static void begin_document(struct fuhe_recheck *recheck) {
    recheck->is_open = true;
    recheck->next_form = 0;
    recheck->next_failure = 0;
    recheck->passed = 0;
    recheck->held = 0;
    recheck->faults = 0;
    recheck->is_underivable = false;
    recheck->is_waiting = false;
    recheck->findings.length = 0;
    recheck->moved.length = 0;
    recheck->reason[0] = '\0';
}

static enum fuhe_status leave_document(struct fuhe_recheck *recheck) {
    sqlite3_stmt *row = fuhe_recheck_document_row(recheck);
    const uint64_t forms = fuhe_survey_count(row, FUHE_RECHECK_FORMS);

    recheck->totals.documents += !fuhe_database_is_null(row, FUHE_RECHECK_HASH);
    recheck->totals.forms += forms;
    recheck->page += forms;
    recheck->is_open = false;
    return next_document(recheck);
}

/* Documents before the ordinal have not been handed in. */
static enum fuhe_status pass_missing(struct fuhe_recheck *recheck, int64_t ordinal) {
    while (recheck->has_document &&
           sqlite3_column_int64(fuhe_recheck_document_row(recheck), FUHE_RECHECK_ORDINAL) < ordinal) {
        begin_document(recheck);
        FUHE_TRY(tell_missing(recheck));
        FUHE_TRY(leave_document(recheck));
    }
    return FUHE_STATUS_OK;
}

/* The document that a record belongs to is at hand, or ignored. */
static enum fuhe_status open_document(struct fuhe_recheck *recheck, fuhe_text file) {
    sqlite3_stmt *question = recheck->statements[FUHE_RECHECK_FIND_DOCUMENT];
    bool row = false;

    if (recheck->is_open || recheck->is_ignored) {
        return FUHE_STATUS_OK;
    }
    recheck->is_ignored = !recheck->has_document;
    if (recheck->is_ignored) {
        return FUHE_STATUS_OK;
    }
    if (!fuhe_text_equals(fuhe_database_text(fuhe_recheck_document_row(recheck), FUHE_RECHECK_PATH), file)) {
        fuhe_database_bind_text(question, 1, file);
        (void)sqlite3_bind_int64(question, 2,
                                 sqlite3_column_int64(fuhe_recheck_document_row(recheck), FUHE_RECHECK_ORDINAL));
        FUHE_TRY(fuhe_database_step(question, &row, recheck->err));
        recheck->is_ignored = fuhe_database_is_null(question, 0);
        const int64_t ordinal = sqlite3_column_int64(question, 0);
        (void)sqlite3_reset(question);
        if (recheck->is_ignored) {
            return FUHE_STATUS_OK;
        }
        FUHE_TRY(pass_missing(recheck, ordinal));
    }
    begin_document(recheck);
    return FUHE_STATUS_OK;
}

/* --- records --- */

static enum fuhe_status take_form(struct fuhe_recheck *recheck, fuhe_text *records) {
    FUHE_TRY(open_document(recheck, fuhe_entry_next(records).bytes));
    fuhe_text record = *records;
    if (!fuhe_fresh_form_read(&recheck->fresh, records)) {
        return fuhe_recheck_no_memory(recheck->err);
    }
    record.length -= records->length;
    return recheck->is_ignored ? FUHE_STATUS_OK : fuhe_recheck_pair_form(recheck, record);
}

struct failure {
    fuhe_text problem;
    int64_t line;
    int64_t column;
    fuhe_text found;
};

static bool same_failure(sqlite3_stmt *row, const struct failure *failure) {
    return fuhe_text_equals(fuhe_database_text(row, 1), failure->problem) &&
           sqlite3_column_int64(row, 2) == failure->line && sqlite3_column_int64(row, 3) == failure->column;
}

static void copy_text(char to[FUHE_RECHECK_TEXT_BYTES], fuhe_text text) {
    const size_t length = text.length < FUHE_RECHECK_TEXT_BYTES ? text.length : FUHE_RECHECK_TEXT_BYTES - 1;

    memcpy(to, length == 0 ? "" : text.bytes, length);
    to[length] = '\0';
}

/* A document that was read then and cannot be opened now has failed as a whole, not at some place in it. */
static bool is_missing_now(const struct fuhe_recheck *recheck, const struct failure *failure) {
    return !fuhe_database_is_null(fuhe_recheck_document_row(recheck), FUHE_RECHECK_HASH) && failure->line == 0 &&
           recheck->passed == 0 &&
           (fuhe_text_equals(failure->problem, FUHE_TEXT("open")) ||
            fuhe_text_equals(failure->problem, FUHE_TEXT("read")));
}

/* A document of an old kind cannot be converted here: nothing can be said against what was read of it then. */
static bool is_underivable(const struct fuhe_recheck *recheck, const struct failure *failure) {
    static const fuhe_text convert = {"convert-", sizeof "convert-" - 1};

    return fuhe_text_starts_with(failure->problem, convert) &&
           fuhe_survey_count(fuhe_recheck_document_row(recheck), FUHE_RECHECK_FORMS) > 0;
}

static enum fuhe_status tell_failure(struct fuhe_recheck *recheck, fuhe_text says, fuhe_text should) {
    char kept[FUHE_RECHECK_TEXT_BYTES];
    char found[FUHE_RECHECK_TEXT_BYTES];

    copy_text(kept, says);
    copy_text(found, should);
    return fuhe_recheck_tell(
        recheck,
        (struct fuhe_recheck_fault){.kind = FUHE_RECHECK_FAILURE, .field = "failure", .says = kept, .should = found});
}

static enum fuhe_status hold_failure(struct fuhe_recheck *recheck, const struct failure *failure) {
    const fuhe_text nothing = {"", 0};
    sqlite3_stmt *row;

    copy_text(recheck->reason, failure->found.length > 0 ? failure->found : failure->problem);
    recheck->is_underivable = is_underivable(recheck, failure);
    if (is_missing_now(recheck, failure) || recheck->is_underivable) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_recheck_find_row(recheck, FUHE_RECHECK_FAILURES, recheck->next_failure, &row));
    if (row != NULL) {
        recheck->next_failure = sqlite3_column_int64(row, 0) + 1;
    }
    if (row != NULL && same_failure(row, failure)) {
        return FUHE_STATUS_OK;
    }
    return tell_failure(recheck, row == NULL ? nothing : fuhe_database_text(row, 1), failure->problem);
}

static enum fuhe_status take_failure(struct fuhe_recheck *recheck, fuhe_text *records) {
    struct failure failure;

    FUHE_TRY(open_document(recheck, fuhe_entry_next(records).bytes));
    failure.problem = fuhe_entry_next(records).bytes;
    failure.line = fuhe_entry_next(records).number;
    failure.column = fuhe_entry_next(records).number;
    (void)fuhe_entry_next(records);
    failure.found = fuhe_entry_next(records).bytes;
    (void)fuhe_entry_next(records);
    return recheck->is_ignored ? FUHE_STATUS_OK : hold_failure(recheck, &failure);
}

static enum fuhe_status take_unit(struct fuhe_recheck *recheck, fuhe_text *records) {
    FUHE_TRY(open_document(recheck, fuhe_entry_next(records).bytes));
    const fuhe_text findings = fuhe_entry_next(records).bytes;
    return recheck->is_ignored ? FUHE_STATUS_OK
                               : fuhe_recheck_keep(recheck, &recheck->findings, findings.bytes, findings.length);
}

/* --- the end of a document --- */

struct mark {
    struct fuhe_entry_value hash;
    struct fuhe_entry_value whole;
    struct fuhe_entry_value around;
};

static enum fuhe_status tell_rest(struct fuhe_recheck *recheck) {
    const fuhe_text nothing = {"", 0};
    sqlite3_stmt *row;

    FUHE_TRY(fuhe_recheck_settle_waiting(recheck, false));
    FUHE_TRY(fuhe_recheck_pass_gone(recheck, INT64_MAX));
    FUHE_TRY(fuhe_recheck_find_row(recheck, FUHE_RECHECK_FAILURES, recheck->next_failure, &row));
    while (row != NULL) {
        FUHE_TRY(tell_failure(recheck, fuhe_database_text(row, 1), nothing));
        FUHE_TRY(fuhe_recheck_find_row(recheck, FUHE_RECHECK_FAILURES, sqlite3_column_int64(row, 0) + 1, &row));
    }
    return FUHE_STATUS_OK;
}

/* In an unchanged document nothing has moved. */
static enum fuhe_status tell_moved(struct fuhe_recheck *recheck) {
    const struct fuhe_recheck_difference moved = {.fields = 1, .field = "place"};
    const uint64_t passed = recheck->passed;
    int64_t form[2];
    sqlite3_stmt *row;

    for (size_t i = 0; i < recheck->moved.length; i += sizeof form) {
        memcpy(form, recheck->moved.bytes + i, sizeof form);
        FUHE_TRY(fuhe_recheck_find_row(recheck, FUHE_RECHECK_FIND_ROW, form[0], &row));
        recheck->passed = (uint64_t)form[1];
        FUHE_TRY(fuhe_recheck_tell_form(recheck, FUHE_RECHECK_FORM, row, &moved));
        recheck->held--;
    }
    recheck->passed = passed;
    return FUHE_STATUS_OK;
}

static enum fuhe_status hold_part(struct fuhe_recheck *recheck, const char *field, bool same) {
    return same
               ? FUHE_STATUS_OK
               : fuhe_recheck_tell(recheck, (struct fuhe_recheck_fault){.kind = FUHE_RECHECK_DOCUMENT, .field = field});
}

/* What several forms show together. */
static enum fuhe_status hold_findings(struct fuhe_recheck *recheck) {
    const fuhe_text kept = fuhe_database_text(fuhe_recheck_document_row(recheck), FUHE_RECHECK_FINDINGS);
    const fuhe_text fresh = {recheck->findings.bytes, recheck->findings.length};

    return hold_part(recheck, "findings", fuhe_text_equals(kept, fresh.length > 0 ? fresh : FUHE_TEXT("{}")));
}

static enum fuhe_status end_unchanged(struct fuhe_recheck *recheck, const struct mark *mark) {
    sqlite3_stmt *row = fuhe_recheck_document_row(recheck);

    FUHE_TRY(tell_moved(recheck));
    FUHE_TRY(hold_part(recheck, "whole", sqlite3_column_int64(row, FUHE_RECHECK_WHOLE) == mark->whole.number));
    FUHE_TRY(hold_part(recheck, "around",
                       fuhe_text_equals(fuhe_database_blob(row, FUHE_RECHECK_AROUND), mark->around.bytes)));
    recheck->totals.store_is_wrong |= recheck->faults > 0 && mark->hash.type != FUHE_ENTRY_NULL;
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_changed(struct fuhe_recheck *recheck) {
    recheck->totals.documents_changed++;
    return fuhe_recheck_tell(
        recheck,
        (struct fuhe_recheck_fault){.kind = FUHE_RECHECK_CHANGED,
                                    .forms = fuhe_survey_count(fuhe_recheck_document_row(recheck), FUHE_RECHECK_FORMS),
                                    .held = recheck->held});
}

static enum fuhe_status end_document(struct fuhe_recheck *recheck, const struct mark *mark) {
    sqlite3_stmt *row = fuhe_recheck_document_row(recheck);
    const bool had_hash = !fuhe_database_is_null(row, FUHE_RECHECK_HASH);
    const bool has_hash = mark->hash.type != FUHE_ENTRY_NULL;

    if ((had_hash && !has_hash) || recheck->is_underivable) {
        return tell_missing(recheck);
    }
    FUHE_TRY(tell_rest(recheck));
    FUHE_TRY(hold_findings(recheck));
    if (had_hash == has_hash && fuhe_text_equals(fuhe_database_blob(row, FUHE_RECHECK_HASH), mark->hash.bytes)) {
        return end_unchanged(recheck, mark);
    }
    return end_changed(recheck);
}

/* The transcript around the forms comes in one piece, or is put together. */
static enum fuhe_status read_around(struct fuhe_recheck *recheck, fuhe_text *records, struct fuhe_entry_value *around) {
    struct fuhe_kept_bytes *joined = &recheck->waiting_record;

    *around = fuhe_entry_next(records);
    if (around->type != FUHE_ENTRY_PART) {
        return FUHE_STATUS_OK;
    }
    joined->length = 0;
    while (around->type == FUHE_ENTRY_PART) {
        FUHE_TRY(fuhe_recheck_keep(recheck, joined, around->bytes.bytes, around->bytes.length));
        *around = fuhe_entry_next(records);
    }
    FUHE_TRY(fuhe_recheck_keep(recheck, joined, around->bytes.bytes, around->bytes.length));
    around->bytes = (fuhe_text){joined->bytes, joined->length};
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_file(struct fuhe_recheck *recheck, fuhe_text *records) {
    struct mark mark;

    FUHE_TRY(open_document(recheck, fuhe_entry_next(records).bytes));
    mark.hash = fuhe_entry_next(records);
    (void)fuhe_entry_next(records); /* elsewhere */
    (void)fuhe_entry_next(records); /* known */
    mark.whole = fuhe_entry_next(records);
    if (recheck->is_open && recheck->is_waiting) {
        FUHE_TRY(fuhe_recheck_settle_waiting(recheck, false)); /* its record gives way to what stands around */
    }
    FUHE_TRY(read_around(recheck, records, &mark.around));
    if (recheck->is_ignored) {
        recheck->is_ignored = false;
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(end_document(recheck, &mark));
    return leave_document(recheck);
}

enum fuhe_status fuhe_recheck_take(struct fuhe_recheck *recheck, fuhe_text records, struct fuhe_error *err) {
    static enum fuhe_status (*const takers[])(struct fuhe_recheck *, fuhe_text *) = {
        [FUHE_ENTRY_FORM] = take_form,
        [FUHE_ENTRY_FAILURE] = take_failure,
        [FUHE_ENTRY_UNIT] = take_unit,
        [FUHE_ENTRY_FILE] = take_file,
    };

    recheck->err = err;
    while (records.length > 0) {
        FUHE_TRY(takers[fuhe_entry_next_kind(&records)](recheck, &records));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_recheck_end(struct fuhe_recheck *recheck, struct fuhe_recheck_totals *totals,
                                  struct fuhe_error *err) {
    recheck->err = err;
    FUHE_TRY(pass_missing(recheck, INT64_MAX));
    *totals = recheck->totals;
    return FUHE_STATUS_OK;
}

/* --- life --- */

static enum fuhe_status begin(struct fuhe_recheck *recheck, struct fuhe_store *store) {
    for (size_t i = 0; i < FUHE_RECHECK_STATEMENTS; i++) {
        FUHE_TRY(fuhe_database_prepare(store->database, texts[i], &recheck->statements[i], recheck->err));
    }
    recheck->page = 1;
    recheck->arena = fuhe_arena_new();
    return recheck->arena == NULL ? fuhe_recheck_no_memory(recheck->err) : next_document(recheck);
}

enum fuhe_status fuhe_recheck_new(struct fuhe_store *store,
                                  enum fuhe_status (*take)(void *context, const struct fuhe_recheck_fault *fault),
                                  void *context, struct fuhe_recheck **recheck, struct fuhe_error *err) {
    struct fuhe_recheck *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return fuhe_recheck_no_memory(err);
    }
    made->take = take;
    made->context = context;
    made->err = err;
    const enum fuhe_status status = begin(made, store);
    if (status != FUHE_STATUS_OK) {
        fuhe_recheck_free(made);
        return status;
    }
    *recheck = made;
    return FUHE_STATUS_OK;
}

void fuhe_recheck_free(struct fuhe_recheck *recheck) {
    if (recheck == NULL) {
        return;
    }
    for (size_t i = 0; i < FUHE_RECHECK_STATEMENTS; i++) {
        (void)sqlite3_finalize(recheck->statements[i]);
    }
    fuhe_arena_free(recheck->arena);
    free(recheck->fresh.joined.bytes);
    free(recheck->waiting.joined.bytes);
    free(recheck->waiting_record.bytes);
    free(recheck->findings.bytes);
    free(recheck->moved.bytes);
    free(recheck);
}
