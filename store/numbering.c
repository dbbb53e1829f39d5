/* SPDX-License-Identifier: Apache-2.0 */
/* Temporary tables are SQLite's: they go to a file when they outgrow a small cache. A row of survey_page has all that
 * sums are made of, so that the wide rows of the store are read once. */
#include "store/numbering.h"

#include "store/name_key.h"

/* Documents are put in order before their forms, which then come in order and need not be sorted. */
static const char make_pages[] =
    "CREATE TEMP TABLE survey_order (place INTEGER PRIMARY KEY, reading INTEGER NOT NULL);"
    "INSERT INTO temp.survey_order (reading) SELECT id FROM in_force ORDER BY ordinal, id;"
    "CREATE TEMP TABLE survey_page (number INTEGER PRIMARY KEY, form INTEGER NOT NULL, reading INTEGER NOT NULL,"
    " project INTEGER, department INTEGER NOT NULL, risk INTEGER NOT NULL, unscored INTEGER NOT NULL,"
    " partial INTEGER NOT NULL, lowered INTEGER NOT NULL, deviation INTEGER, budget INTEGER, errors INTEGER NOT NULL,"
    " warnings INTEGER NOT NULL, notes INTEGER NOT NULL);"
    "INSERT INTO temp.survey_page (form, reading, project, department, risk, unscored, partial, lowered, deviation,"
    " budget, errors, warnings, notes)"
    " SELECT form.id, form.reading,"
    "  iif(name_key(form.project) = name_key(''), NULL, name_key(department.name, form.project, form.year)),"
    "  form.department, form.risk, form.state = 'unscored', form.state = 'partial',"
    "  form.state = 'scored' AND coalesce("
    "   (SELECT ordinal FROM grade WHERE grade.pack = form.pack AND grade.id = form.grade)"
    "   > (SELECT ordinal FROM grade WHERE grade.pack = form.pack AND grade.id = form.grade_claimed), 0),"
    "  iif(form.state = 'scored', form.deviation, NULL), form.budget_fen, form.errors, form.warnings, form.notes"
    " FROM temp.survey_order AS reading CROSS JOIN form ON form.reading = reading.reading"
    " CROSS JOIN department ON department.id = form.department ORDER BY reading.place, form.seq;"
    "DROP TABLE temp.survey_order;"
    "CREATE INDEX temp.survey_page_by_department ON survey_page (department, number);"
    "CREATE INDEX temp.survey_page_by_risk ON survey_page (risk DESC, number);";

/* Spellings of a department are one: that of its first form stands for all. */
static const char join_spellings[] =
    "CREATE TEMP TABLE survey_spelling (id INTEGER PRIMARY KEY, key INTEGER NOT NULL, first INTEGER NOT NULL,"
    " department INTEGER);"
    "INSERT INTO temp.survey_spelling (id, key, first)"
    " SELECT page.department, name_key(department.name), min(page.number) FROM temp.survey_page AS page"
    " CROSS JOIN department ON department.id = page.department GROUP BY page.department;"
    "UPDATE temp.survey_spelling SET department = whole.department FROM"
    " (SELECT id, first_value(id) OVER (PARTITION BY key ORDER BY first) AS department FROM temp.survey_spelling)"
    "  AS whole WHERE whole.id = survey_spelling.id;"
    "UPDATE temp.survey_page SET department = spelling.department FROM temp.survey_spelling AS spelling"
    " WHERE spelling.id = survey_page.department AND spelling.department <> spelling.id;";

/* Projects that more than one document has. */
static const char find_repeats[] =
    "CREATE TEMP TABLE survey_repeat (project INTEGER PRIMARY KEY, first INTEGER NOT NULL, forms INTEGER NOT NULL);"
    "INSERT INTO temp.survey_repeat SELECT project, min(number), count(*) FROM temp.survey_page"
    " WHERE project IS NOT NULL GROUP BY project HAVING min(reading) < max(reading);";

/* The median of an even number is the lower one of the middle two. */
static const char make_departments[] =
    "CREATE TEMP TABLE survey_department (number INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, spellings INTEGER,"
    " forms INTEGER, unscored INTEGER, partial INTEGER, over INTEGER, under INTEGER, lowered INTEGER,"
    " deviations INTEGER, deviation_sum INTEGER, median INTEGER, highest INTEGER, lowest INTEGER, budgets INTEGER,"
    " budget_big INTEGER, budget_small INTEGER, errors INTEGER, warnings INTEGER, notes INTEGER, risk INTEGER);"
    "INSERT INTO temp.survey_department (id, spellings, forms, unscored, partial, over, under, lowered, deviations,"
    " deviation_sum, highest, lowest, budgets, budget_big, budget_small, errors, warnings, notes, risk)"
    " SELECT department, 1, count(*), sum(unscored), sum(partial), sum(coalesce(deviation > 0, 0)),"
    "  sum(coalesce(deviation < 0, 0)), sum(lowered), count(deviation), sum(deviation), max(deviation),"
    "  min(deviation), count(budget), sum(budget / " FUHE_MONEY_SPLIT "), sum(budget % " FUHE_MONEY_SPLIT "),"
    "  sum(errors), sum(warnings), sum(notes), sum(risk)"
    " FROM temp.survey_page GROUP BY department ORDER BY min(number);"
    "UPDATE temp.survey_department SET spellings = many.count FROM"
    " (SELECT department, count(*) AS count FROM temp.survey_spelling GROUP BY department HAVING count(*) > 1) AS many"
    " WHERE many.department = survey_department.id;"
    "CREATE INDEX temp.survey_page_by_deviation ON survey_page (department, deviation);"
    "UPDATE temp.survey_department SET median = middle.deviation FROM"
    " (SELECT sorted.department, sorted.deviation FROM"
    "  (SELECT department, deviation, row_number() OVER (PARTITION BY department ORDER BY deviation) AS place"
    "   FROM temp.survey_page WHERE deviation IS NOT NULL) AS sorted"
    "  CROSS JOIN temp.survey_department AS whole ON whole.id = sorted.department"
    "  WHERE sorted.place = (whole.deviations + 1) / 2) AS middle"
    " WHERE middle.department = survey_department.id;"
    "DROP INDEX temp.survey_page_by_deviation; DROP TABLE temp.survey_spelling;";

static const char drop_all[] = "DROP TABLE IF EXISTS temp.survey_page; DROP TABLE IF EXISTS temp.survey_department;"
                               "DROP TABLE IF EXISTS temp.survey_spelling; DROP TABLE IF EXISTS temp.survey_repeat;"
                               "DROP TABLE IF EXISTS temp.survey_order;";

static enum fuhe_status is_made(sqlite3 *database, bool *made, struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    enum fuhe_status status = fuhe_database_prepare(
        database, "SELECT 1 FROM sqlite_temp_schema WHERE name = 'survey_department'", &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, made, err);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

/* What is open for reading shows one state for as long as it is open; what is being written to may have changed. A
 * store that is open for reading refuses to make tables, even temporary ones, unless it is told otherwise; its file is
 * safe. */
enum fuhe_status fuhe_numbering_make(struct fuhe_store *store, struct fuhe_error *err) {
    static const char *const steps[] = {drop_all, make_pages, join_spellings, find_repeats, make_departments};
    static const char smaller[] =
        "PRAGMA query_only = OFF; PRAGMA main.cache_size = -2048; PRAGMA temp.cache_size = -2048;";
    static const char usual[] = "PRAGMA main.cache_size = -8192; PRAGMA temp.cache_size = -4096; PRAGMA shrink_memory;";
    sqlite3 *database = store->database;
    bool made = false;

    FUHE_TRY(is_made(database, &made, err));
    if (made && !store->writes) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_database_execute(database, smaller, err));
    FUHE_TRY(fuhe_name_key_add(database, err));
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        FUHE_TRY(fuhe_database_execute(database, steps[i], err));
    }
    return fuhe_database_execute(database, usual, err);
}

enum fuhe_status fuhe_numbering_department(struct fuhe_store *store, uint64_t number, int64_t *id,
                                           struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(
        store->database, "SELECT id FROM temp.survey_department WHERE number = ?", &statement, err);

    if (status == FUHE_STATUS_OK) {
        (void)sqlite3_bind_int64(statement, 1, (int64_t)number);
        status = fuhe_database_step(statement, &row, err);
    }
    if (status == FUHE_STATUS_OK) {
        *id = row ? sqlite3_column_int64(statement, 0) : 0;
    }
    (void)sqlite3_finalize(statement);
    return status;
}
