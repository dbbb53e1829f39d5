/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of forms and of departments, row by row as the database finds them. */
#include "store/survey.h"

#include <stdlib.h>

#include "engine/magnitude.h"
#include "store/numbering.h"
#include "store/survey_private.h"

enum fuhe_status fuhe_survey_new(struct fuhe_store *store, struct fuhe_survey **survey, struct fuhe_error *err) {
    struct fuhe_survey *made = NULL;

    FUHE_TRY(fuhe_numbering_make(store, err));
    made = calloc(1, sizeof *made);
    if (made != NULL) {
        made->store = store;
        made->arena = fuhe_arena_new();
    }
    if (made == NULL || made->arena == NULL) {
        free(made);
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    *survey = made;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_rest(struct fuhe_survey *survey, struct fuhe_error *err) {
    return fuhe_database_execute(survey->store->database, "PRAGMA shrink_memory", err);
}

void fuhe_survey_free(struct fuhe_survey *survey) {
    if (survey != NULL) {
        (void)sqlite3_finalize(survey->department);
        (void)sqlite3_finalize(survey->form);
        fuhe_arena_free(survey->arena);
        free(survey);
    }
}

/* --- forms --- */

#define FORMS_BY_PAGE "SELECT " FUHE_SURVEY_PAGE_COLUMNS " FROM temp.survey_page AS page" FUHE_SURVEY_PAGE_JOINS

/* By order, and whether one department is asked for. */
static const char *const form_queries[][2] = {
    [FUHE_SURVEY_BY_PAGE] = {FORMS_BY_PAGE " WHERE ?1 = 0 ORDER BY page.number LIMIT ?2 OFFSET ?3",
                             FORMS_BY_PAGE " WHERE page.department = ?1 ORDER BY page.number LIMIT ?2 OFFSET ?3"},
    [FUHE_SURVEY_BY_RISK] = {FORMS_BY_PAGE " WHERE ?1 = 0 ORDER BY page.risk DESC, page.number LIMIT ?2 OFFSET ?3",
                             FORMS_BY_PAGE " WHERE page.department = ?1 ORDER BY page.risk DESC, page.number"
                                           " LIMIT ?2 OFFSET ?3"},
};

/* SQLite takes a negative limit for none. */
static int64_t limit_of(size_t count) {
    return count == 0 || count > INT64_MAX ? -1 : (int64_t)count;
}

static enum fuhe_status hand_over_forms(sqlite3_stmt *statement,
                                        enum fuhe_status (*take)(void *context, const struct fuhe_survey_form *form),
                                        void *context, struct fuhe_error *err) {
    struct fuhe_survey_form form;
    bool row = true;

    FUHE_TRY(fuhe_database_step(statement, &row, err));
    while (row) {
        FUHE_TRY(fuhe_survey_page_read(statement, &form, err));
        FUHE_TRY(take(context, &form));
        FUHE_TRY(fuhe_database_step(statement, &row, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_forms(struct fuhe_survey *survey, const struct fuhe_survey_request *request,
                                   enum fuhe_status (*take)(void *context, const struct fuhe_survey_form *form),
                                   void *context, struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    int64_t department = 0;

    if (request->department != 0) {
        FUHE_TRY(fuhe_numbering_department(survey->store, request->department, &department, err));
        if (department == 0) {
            return FUHE_STATUS_OK;
        }
    }
    enum fuhe_status status = fuhe_database_prepare(
        survey->store->database, form_queries[request->order][request->department != 0], &statement, err);
    if (status == FUHE_STATUS_OK) {
        (void)sqlite3_bind_int64(statement, 1, department);
        (void)sqlite3_bind_int64(statement, 2, limit_of(request->count));
        (void)sqlite3_bind_int64(statement, 3, (int64_t)request->first);
        status = hand_over_forms(statement, take, context, err);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

enum fuhe_status fuhe_survey_page(struct fuhe_survey *survey, uint64_t page,
                                  enum fuhe_status (*take)(void *context, const struct fuhe_survey_form *form),
                                  void *context, struct fuhe_error *err) {
    if (survey->form == NULL) {
        FUHE_TRY(fuhe_database_prepare(survey->store->database, FORMS_BY_PAGE " WHERE page.number = ?1", &survey->form,
                                       err));
    }
    (void)sqlite3_bind_int64(survey->form, 1, (int64_t)page);
    const enum fuhe_status status = hand_over_forms(survey->form, take, context, err);
    (void)sqlite3_reset(survey->form);
    return status;
}

enum fuhe_status fuhe_survey_budgets(struct fuhe_survey *survey,
                                     enum fuhe_status (*take)(void *context, uint64_t page, struct fuhe_money budget),
                                     void *context, struct fuhe_error *err) {
    static const char budgets[] = "SELECT number, budget FROM temp.survey_page ORDER BY number";
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(survey->store->database, budgets, &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
    }
    while (status == FUHE_STATUS_OK && row) {
        status = take(context, (uint64_t)sqlite3_column_int64(statement, 0), fuhe_survey_fen(statement, 1));
        if (status == FUHE_STATUS_OK) {
            status = fuhe_database_step(statement, &row, err);
        }
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static const char department_of_page[] =
    "SELECT place.number FROM temp.survey_page AS page"
    " JOIN temp.survey_department AS place ON place.id = page.department WHERE page.number = ?1";

enum fuhe_status fuhe_survey_department_of(struct fuhe_survey *survey, uint64_t page, uint64_t *department,
                                           struct fuhe_error *err) {
    bool row = false;

    if (survey->department == NULL) {
        FUHE_TRY(fuhe_database_prepare(survey->store->database, department_of_page, &survey->department, err));
    }
    (void)sqlite3_bind_int64(survey->department, 1, (int64_t)page);
    FUHE_TRY(fuhe_database_step(survey->department, &row, err));
    *department = row ? (uint64_t)sqlite3_column_int64(survey->department, 0) : 0;
    (void)sqlite3_reset(survey->department);
    return FUHE_STATUS_OK;
}

/* --- departments --- */

#define DEPARTMENTS                                                                                                    \
    "SELECT place.number, department.name, forms, unscored, over, under, lowered, deviation_sum, median, highest,"     \
    " budgets, budget_big, budget_small, errors, warnings, notes, risk, spellings, partial, deviations, lowest"        \
    " FROM temp.survey_department AS place CROSS JOIN department ON department.id = place.id"

/* Risk a form is compared as a whole number and twelve places behind it: for up to 10^6 forms a department, two such
 * fractions differ within these places if they differ at all. */
static const char *const department_queries[] = {
    [FUHE_DEPARTMENTS_BY_NUMBER] = DEPARTMENTS " ORDER BY place.number LIMIT ?1",
    [FUHE_DEPARTMENTS_BY_RISK] = DEPARTMENTS " ORDER BY risk / forms DESC,"
                                             " (risk % forms) * 1000000000000 / forms DESC, place.number LIMIT ?1",
};

static struct fuhe_figure larger_by_size(struct fuhe_figure highest, struct fuhe_figure lowest) {
    return fuhe_magnitude_of(lowest.value.scaled) > fuhe_magnitude_of(highest.value.scaled) ? lowest : highest;
}

static struct fuhe_survey_department read_department(sqlite3_stmt *statement) {
    const struct fuhe_figure highest = fuhe_survey_figure(statement, 9);
    const struct fuhe_figure lowest = fuhe_survey_figure(statement, 20);

    return (struct fuhe_survey_department){
        .number = (uint64_t)sqlite3_column_int64(statement, 0),
        .name = fuhe_database_text(statement, 1),
        .forms = fuhe_survey_count(statement, 2),
        .unscored = fuhe_survey_count(statement, 3),
        .over = fuhe_survey_count(statement, 4),
        .under = fuhe_survey_count(statement, 5),
        .lowered = fuhe_survey_count(statement, 6),
        .deviation_sum = fuhe_survey_figure(statement, 7),
        .median = fuhe_survey_figure(statement, 8),
        .highest = highest,
        .lowest = lowest,
        .most = larger_by_size(highest, lowest),
        .budget = fuhe_survey_money_sum(statement, 10),
        .findings = {[FUHE_SEVERITY_ERROR] = fuhe_survey_count(statement, 13),
                     [FUHE_SEVERITY_WARNING] = fuhe_survey_count(statement, 14),
                     [FUHE_SEVERITY_NOTE] = fuhe_survey_count(statement, 15)},
        .risk = (uint64_t)sqlite3_column_int64(statement, 16),
        .spellings = fuhe_survey_count(statement, 17),
        .partial = fuhe_survey_count(statement, 18),
        .deviations = fuhe_survey_count(statement, 19),
    };
}

static enum fuhe_status hand_over_departments(sqlite3_stmt *statement,
                                              enum fuhe_status (*take)(void *context,
                                                                       const struct fuhe_survey_department *department),
                                              void *context, struct fuhe_error *err) {
    bool row = true;

    FUHE_TRY(fuhe_database_step(statement, &row, err));
    while (row) {
        const struct fuhe_survey_department department = read_department(statement);
        FUHE_TRY(take(context, &department));
        FUHE_TRY(fuhe_database_step(statement, &row, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_departments(struct fuhe_survey *survey, enum fuhe_department_order order, size_t count,
                                         enum fuhe_status (*take)(void *context,
                                                                  const struct fuhe_survey_department *department),
                                         void *context, struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    enum fuhe_status status =
        fuhe_database_prepare(survey->store->database, department_queries[order], &statement, err);

    if (status == FUHE_STATUS_OK) {
        (void)sqlite3_bind_int64(statement, 1, limit_of(count));
        status = hand_over_departments(statement, take, context, err);
    }
    (void)sqlite3_finalize(statement);
    return status;
}
