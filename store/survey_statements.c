/* SPDX-License-Identifier: Apache-2.0 */
/* Statements of departments, by what was found when their documents were scored: only those that did not fit are looked
 * at more closely. */
#include <string.h>

#include "engine/finding.h"
#include "store/numbering.h"
#include "store/survey_form.h"
#include "store/survey_private.h"
#include "store/transcript.h"

/* Where the pages of a document are, and which departments have forms in documents that broke off. */
static const char make_open[] =
    "CREATE INDEX IF NOT EXISTS temp.survey_page_by_reading ON survey_page (reading);"
    "DROP TABLE IF EXISTS temp.survey_open;"
    "CREATE TEMP TABLE survey_open (department INTEGER PRIMARY KEY);"
    "INSERT OR IGNORE INTO temp.survey_open SELECT page.department FROM in_force AS reading"
    " CROSS JOIN temp.survey_page AS page ON page.reading = reading.id WHERE reading.whole = 0;";

static const char find_pages[] =
    "SELECT min(page.number), min(place.number), max(place.number),"
    " max(page.department IN (SELECT department FROM temp.survey_open)),"
    " min(name_key(department.name) <> name_key('')),"
    " iif(min(name_key(form.year)) = max(name_key(form.year)) AND name_key(min(form.year)) <> name_key(''),"
    "  name_key(min(form.year)), 0) FROM temp.survey_page AS page"
    " CROSS JOIN temp.survey_department AS place ON place.id = page.department"
    " CROSS JOIN department ON department.id = page.department CROSS JOIN form ON form.id = page.form"
    " WHERE page.reading = ?1";

struct walk {
    struct fuhe_survey *survey;
    sqlite3_stmt *documents;
    sqlite3_stmt *pages; /* of a document; NULL until one is looked at */
    struct fuhe_arena *arena;
    struct fuhe_survey_stated *stated;
    enum fuhe_status (*take)(void *context, const struct fuhe_survey_statement *statement);
    void *context;
    struct fuhe_error *err;
};

static enum fuhe_status prepare_pages(struct walk *walk) {
    sqlite3 *database = walk->survey->store->database;

    FUHE_TRY(fuhe_database_execute(database, make_open, walk->err));
    return fuhe_database_prepare(database, find_pages, &walk->pages, walk->err);
}

/* A document whose forms are of several departments, or of none, is nobody's. */
static enum fuhe_status find_department(struct walk *walk, int64_t reading, struct fuhe_survey_statement *statement,
                                        bool *is_one) {
    bool row = false;

    if (walk->pages == NULL) {
        FUHE_TRY(prepare_pages(walk));
    }
    (void)sqlite3_bind_int64(walk->pages, 1, reading);
    FUHE_TRY(fuhe_database_step(walk->pages, &row, walk->err));
    *is_one = row && !fuhe_database_is_null(walk->pages, 0) &&
              sqlite3_column_int64(walk->pages, 1) == sqlite3_column_int64(walk->pages, 2) &&
              sqlite3_column_int(walk->pages, 4) != 0;
    statement->page = (uint64_t)sqlite3_column_int64(walk->pages, 0);
    statement->department = (uint64_t)sqlite3_column_int64(walk->pages, 1);
    statement->open = sqlite3_column_int(walk->pages, 3) != 0;
    statement->year = (uint64_t)sqlite3_column_int64(walk->pages, 5);
    (void)sqlite3_reset(walk->pages);
    return FUHE_STATUS_OK;
}

/* {"statement-funds/warning": 1}: whether there is such a key. */
static bool has_code(fuhe_text findings, enum fuhe_code code) {
    char key[64] = "\"";

    (void)strncat(key, fuhe_code_name(code), sizeof key - 3);
    (void)strncat(key, "/", 2);
    return fuhe_text_contains(findings, fuhe_text_of(key));
}

static bool states(const struct fuhe_cell *cell) {
    return fuhe_value_read(cell).kind == FUHE_VALUE_NUMBER;
}

/* The document of a row: id, around, findings. */
static enum fuhe_status take_document(struct walk *walk) {
    const fuhe_text findings = fuhe_database_text(walk->documents, 2);
    struct fuhe_document around;
    struct fuhe_survey_statement statement = {.around = &around,
                                              .differs_in_projects = has_code(findings, FUHE_CODE_STATEMENT_PROJECTS),
                                              .differs_in_funds = has_code(findings, FUHE_CODE_STATEMENT_FUNDS)};
    bool is_one = false;

    fuhe_arena_reset(walk->arena);
    const enum fuhe_status status =
        fuhe_transcript_read_document(fuhe_database_blob(walk->documents, 1), walk->arena, &around);
    if (status != FUHE_STATUS_OK) {
        return status == FUHE_STATUS_NO_MEMORY ? fuhe_error_set(walk->err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL)
                                               : fuhe_survey_damaged(walk->err, "reading.around");
    }
    if (!around.statement.present) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(find_department(walk, sqlite3_column_int64(walk->documents, 0), &statement, &is_one));
    walk->stated->projects += states(&around.statement.projects) && (is_one || !statement.differs_in_projects);
    walk->stated->funds += states(&around.statement.funds) && (is_one || !statement.differs_in_funds);
    return is_one && (statement.differs_in_projects || statement.differs_in_funds)
               ? walk->take(walk->context, &statement)
               : FUHE_STATUS_OK;
}

static enum fuhe_status walk_documents(struct walk *walk) {
    static const char sql[] = "SELECT id, around, findings FROM in_force WHERE whole = 1 AND around IS NOT NULL"
                              " ORDER BY ordinal, id";
    bool row = false;

    walk->arena = fuhe_arena_new();
    if (walk->arena == NULL) {
        return fuhe_error_set(walk->err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    FUHE_TRY(fuhe_database_prepare(walk->survey->store->database, sql, &walk->documents, walk->err));
    FUHE_TRY(fuhe_database_step(walk->documents, &row, walk->err));
    while (row) {
        FUHE_TRY(take_document(walk));
        FUHE_TRY(fuhe_database_step(walk->documents, &row, walk->err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_statements(struct fuhe_survey *survey, struct fuhe_survey_stated *stated,
                                        enum fuhe_status (*take)(void *context,
                                                                 const struct fuhe_survey_statement *statement),
                                        void *context, struct fuhe_error *err) {
    struct walk walk = {.survey = survey, .stated = stated, .take = take, .context = context, .err = err};

    *stated = (struct fuhe_survey_stated){0, 0};
    const enum fuhe_status status = walk_documents(&walk);
    (void)sqlite3_finalize(walk.documents);
    (void)sqlite3_finalize(walk.pages);
    fuhe_arena_free(walk.arena);
    return status;
}
