/* SPDX-License-Identifier: Apache-2.0 */
/* Counts of grades and findings, form by form in input order: grades are then numbered as they are while scoring. */
#include "store/counted_finding.h"
#include "store/numbering.h"
#include "store/survey_private.h"

/* Runs a query and hands each row to take. department is bound to ?1 unless it is 0. */
static enum fuhe_status for_each(struct fuhe_store *store, const char *sql, int64_t department,
                                 enum fuhe_status (*take)(void *context, sqlite3_stmt *row), void *context,
                                 struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    bool row = false;
    enum fuhe_status status = fuhe_database_prepare(store->database, sql, &statement, err);

    if (status == FUHE_STATUS_OK && department != 0) {
        (void)sqlite3_bind_int64(statement, 1, department);
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
    }
    while (status == FUHE_STATUS_OK && row) {
        status = take(context, statement);
        if (status == FUHE_STATUS_UNREADABLE) {
            (void)fuhe_survey_damaged(err, "form.findings, form.state");
        }
        if (status == FUHE_STATUS_OK) {
            status = fuhe_database_step(statement, &row, err);
        }
    }
    (void)sqlite3_finalize(statement);
    return status;
}

/* --- the tally --- */

struct tallying {
    struct fuhe_tally *tally;
    struct fuhe_arena *arena;
};

static enum fuhe_status add_findings(struct fuhe_tally *tally, fuhe_text findings) {
    struct fuhe_counted_finding finding;
    bool found;

    FUHE_TRY(fuhe_counted_finding_next(&findings, &finding, &found));
    while (found) {
        tally->findings[finding.code][finding.severity] += finding.count;
        FUHE_TRY(fuhe_counted_finding_next(&findings, &finding, &found));
    }
    return FUHE_STATUS_OK;
}

/* The id of a grade as text that stays: the tally keeps those that it has not seen. */
static enum fuhe_status keep_grade(struct tallying *tallying, fuhe_text *id) {
    const struct fuhe_tally *tally = tallying->tally;

    for (size_t i = 0; i < tally->grade_count; i++) {
        if (fuhe_text_equals(tally->grades[i], *id)) {
            *id = tally->grades[i];
            return FUHE_STATUS_OK;
        }
    }
    return tally->grade_count == FUHE_TALLY_GRADES_MAX ? FUHE_STATUS_OK : fuhe_arena_copy(tallying->arena, *id, id);
}

static enum fuhe_status add_form(void *context, sqlite3_stmt *row) {
    struct tallying *tallying = context;
    struct fuhe_tally *tally = tallying->tally;
    fuhe_text claimed = fuhe_database_text(row, 2);
    fuhe_text recommended = fuhe_database_text(row, 3);
    enum fuhe_review_state state;

    if (!fuhe_survey_find_state(fuhe_database_text(row, 0), &state)) {
        return FUHE_STATUS_UNREADABLE;
    }
    tally->forms++;
    tally->states[state]++;
    FUHE_TRY(keep_grade(tallying, &claimed));
    FUHE_TRY(keep_grade(tallying, &recommended));
    fuhe_tally_add_grades(tally, state, claimed, recommended);
    return add_findings(tally, fuhe_database_text(row, 1));
}

static enum fuhe_status add_file(void *context, sqlite3_stmt *row) {
    struct tallying *tallying = context;

    tallying->tally->files++;
    tallying->tally->failures += fuhe_survey_count(row, 1);
    return add_findings(tallying->tally, fuhe_database_text(row, 0));
}

/* Goes without numbers of pages, which take time to make. */
enum fuhe_status fuhe_store_tally(struct fuhe_store *store, struct fuhe_arena *arena, struct fuhe_tally *tally,
                                  struct fuhe_error *err) {
    static const char forms[] =
        "SELECT form.state, form.findings, form.grade_claimed, form.grade FROM in_force AS reading"
        " CROSS JOIN form ON form.reading = reading.id ORDER BY reading.ordinal, form.seq";
    static const char files[] =
        "SELECT findings, (SELECT count(*) FROM failure WHERE failure.reading = in_force.id) FROM in_force";
    struct tallying tallying = {tally, arena};

    fuhe_tally_reset(tally);
    FUHE_TRY(for_each(store, forms, 0, add_form, &tallying, err));
    return for_each(store, files, 0, add_file, &tallying, err);
}

enum fuhe_status fuhe_survey_tally(struct fuhe_survey *survey, struct fuhe_tally *tally, struct fuhe_error *err) {
    return fuhe_store_tally(survey->store, survey->arena, tally, err);
}

/* --- kinds of findings --- */

static void add_money(struct fuhe_money *sum, bool *broken, struct fuhe_money money) {
    if (money.present && !*broken) {
        *broken = __builtin_add_overflow(sum->fen, money.fen, &sum->fen);
        *sum = *broken ? (struct fuhe_money){false, 0} : (struct fuhe_money){true, sum->fen};
    }
}

struct code_walker {
    struct fuhe_survey_code codes[FUHE_CODE_COUNT];
    bool broken[FUHE_CODE_COUNT]; /* its money is out of range */
};

static enum fuhe_status add_codes(void *context, sqlite3_stmt *row) {
    struct code_walker *walker = context;
    const struct fuhe_money budget = fuhe_survey_fen(row, 1);
    fuhe_text findings = fuhe_database_text(row, 0);
    struct fuhe_counted_finding finding;
    bool seen[FUHE_CODE_COUNT] = {false};
    bool found;

    FUHE_TRY(fuhe_counted_finding_next(&findings, &finding, &found));
    while (found) {
        struct fuhe_survey_code *code = &walker->codes[finding.code];
        code->findings += finding.count;
        code->severities[finding.severity] += finding.count;
        if (!seen[finding.code]) {
            seen[finding.code] = true;
            code->forms++;
            add_money(&code->budget, &walker->broken[finding.code], budget);
        }
        FUHE_TRY(fuhe_counted_finding_next(&findings, &finding, &found));
    }
    return FUHE_STATUS_OK;
}

/* Puts a kind behind those that are at least as frequent. */
static void insert(struct fuhe_survey_code *codes, size_t count, const struct fuhe_survey_code *code) {
    size_t place = count;

    while (place > 0 && codes[place - 1].findings < code->findings) {
        codes[place] = codes[place - 1];
        place--;
    }
    codes[place] = *code;
}

enum fuhe_status fuhe_survey_codes(struct fuhe_survey *survey, uint64_t department, struct fuhe_survey_code *codes,
                                   size_t *count, struct fuhe_error *err) {
#define CODES "SELECT form.findings, page.budget FROM temp.survey_page AS page CROSS JOIN form ON form.id = page.form"
    struct code_walker walker = {0};
    int64_t id = 0;

    *count = 0;
    if (department != 0) {
        FUHE_TRY(fuhe_numbering_department(survey->store, department, &id, err));
        if (id == 0) {
            return FUHE_STATUS_OK;
        }
    }
    FUHE_TRY(
        for_each(survey->store, id == 0 ? CODES : CODES " WHERE page.department = ?1", id, add_codes, &walker, err));
#undef CODES
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        walker.codes[i].code = (enum fuhe_code)i;
        if (walker.codes[i].findings > 0) {
            insert(codes, (*count)++, &walker.codes[i]);
        }
    }
    return FUHE_STATUS_OK;
}
