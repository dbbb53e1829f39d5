/* SPDX-License-Identifier: Apache-2.0 */
/* A project that came in twice, in its first version and corrected, or alone and in a collection, is counted twice. The
 * survey has found which projects these are; here they are counted and listed. */
#include "store/numbering.h"
#include "store/survey_private.h"

enum fuhe_status fuhe_survey_repeats(struct fuhe_survey *survey, struct fuhe_survey_repeats *repeats,
                                     struct fuhe_error *err) {
    static const char sql[] =
        "SELECT (SELECT count(*) FROM temp.survey_repeat), count(*), count(budget),"
        " sum(budget / " FUHE_MONEY_SPLIT "), sum(budget % " FUHE_MONEY_SPLIT ") FROM temp.survey_page AS page"
        " CROSS JOIN temp.survey_repeat AS repeated ON repeated.project = page.project"
        " WHERE page.number > repeated.first";
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(survey->store->database, sql, &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
    }
    if (status == FUHE_STATUS_OK) {
        *repeats = (struct fuhe_survey_repeats){
            .projects = fuhe_survey_count(statement, 0),
            .forms = fuhe_survey_count(statement, 0) + fuhe_survey_count(statement, 1),
            .again = fuhe_survey_count(statement, 1),
            .money = fuhe_survey_money_sum(statement, 2),
        };
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static enum fuhe_status hand_over(sqlite3_stmt *statement,
                                  enum fuhe_status (*take)(void *context, const struct fuhe_survey_repeated *repeated),
                                  void *context, struct fuhe_error *err) {
    struct fuhe_survey_repeated repeated;
    bool row = true;

    FUHE_TRY(fuhe_database_step(statement, &row, err));
    while (row) {
        FUHE_TRY(fuhe_survey_page_read(statement, &repeated.form, err));
        repeated.first = (uint64_t)sqlite3_column_int64(statement, FUHE_SURVEY_PAGE_COLUMN_COUNT);
        repeated.forms = fuhe_survey_count(statement, FUHE_SURVEY_PAGE_COLUMN_COUNT + 1);
        FUHE_TRY(take(context, &repeated));
        FUHE_TRY(fuhe_database_step(statement, &row, err));
    }
    return FUHE_STATUS_OK;
}

/* Pages are sorted by their numbers alone before their forms are looked at, so that little has to be moved. */
enum fuhe_status fuhe_survey_repeated_forms(struct fuhe_survey *survey,
                                            enum fuhe_status (*take)(void *context,
                                                                     const struct fuhe_survey_repeated *repeated),
                                            void *context, struct fuhe_error *err) {
    static const char sql[] =
        "SELECT " FUHE_SURVEY_PAGE_COLUMNS ", page.first, page.forms FROM"
        " (SELECT page.number, page.form, page.department, repeated.first, repeated.forms FROM temp.survey_page AS page"
        "  CROSS JOIN temp.survey_repeat AS repeated ON repeated.project = page.project"
        "  ORDER BY repeated.first, page.number LIMIT -1) AS page" FUHE_SURVEY_PAGE_JOINS
        " ORDER BY page.first, page.number";
    sqlite3_stmt *statement = NULL;
    enum fuhe_status status = fuhe_database_prepare(survey->store->database, sql, &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = hand_over(statement, take, context, err);
    }
    (void)sqlite3_finalize(statement);
    return status;
}
