/* SPDX-License-Identifier: Apache-2.0 */
/* Words of the database are those of reports; a word that is none of them is a damaged store. */
#include "store/survey_form.h"

#include "store/numbering.h"

static const char *const states[] = {
    [FUHE_REVIEW_SCORED] = "scored", [FUHE_REVIEW_PARTIAL] = "partial", [FUHE_REVIEW_UNSCORED] = "unscored"};

enum fuhe_status fuhe_survey_damaged(struct fuhe_error *err, const char *found) {
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_DAMAGED, found, NULL);
}

bool fuhe_survey_find_state(fuhe_text word, enum fuhe_review_state *state) {
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        if (fuhe_text_equals(word, fuhe_text_of(states[i]))) {
            *state = (enum fuhe_review_state)i;
            return true;
        }
    }
    return false;
}

static bool find_firmness(fuhe_text word, enum fuhe_firmness *firmness) {
    for (int i = FUHE_FIRM; i <= FUHE_UNDECIDABLE; i++) {
        if (fuhe_text_equals(word, fuhe_text_of(fuhe_firmness_name((enum fuhe_firmness)i)))) {
            *firmness = (enum fuhe_firmness)i;
            return true;
        }
    }
    return false;
}

struct fuhe_figure fuhe_survey_figure(sqlite3_stmt *statement, int column) {
    const fuhe_decimal value = {sqlite3_column_int64(statement, column)};

    return (struct fuhe_figure){!fuhe_database_is_null(statement, column), value};
}

struct fuhe_money fuhe_survey_fen(sqlite3_stmt *statement, int column) {
    return (struct fuhe_money){!fuhe_database_is_null(statement, column), sqlite3_column_int64(statement, column)};
}

size_t fuhe_survey_count(sqlite3_stmt *statement, int column) {
    return (size_t)sqlite3_column_int64(statement, column);
}

struct fuhe_money fuhe_survey_money_sum(sqlite3_stmt *statement, int column) {
    struct fuhe_money money = {.present = sqlite3_column_int64(statement, column) > 0};

    if (__builtin_mul_overflow(sqlite3_column_int64(statement, column + 1), FUHE_MONEY_BIG, &money.fen) ||
        __builtin_add_overflow(sqlite3_column_int64(statement, column + 2), money.fen, &money.fen)) {
        money = (struct fuhe_money){false, 0};
    }
    return money;
}

/* The store keeps what the engine said; lists say what is known (engine/review.h). */
static void leave_out_provisional(struct fuhe_survey_form *form) {
    if (form->state == FUHE_REVIEW_SCORED) {
        return;
    }
    form->deviation = (struct fuhe_figure){false, {0}};
    form->rate = form->deviation;
    form->grade = (fuhe_text){NULL, 0};
    form->grade_name = form->grade;
}

/* In the order of FUHE_SURVEY_COLUMNS. */
enum fuhe_status fuhe_survey_form_read(sqlite3_stmt *statement, struct fuhe_survey_form *form, struct fuhe_error *err) {
    *form = (struct fuhe_survey_form){
        .file = fuhe_database_text(statement, 0),
        .number = fuhe_survey_count(statement, 1) + 1,
        .id = fuhe_database_text(statement, 2),
        .year = fuhe_database_text(statement, 3),
        .department_name = fuhe_database_text(statement, 4),
        .project = fuhe_database_text(statement, 5),
        .claimed = fuhe_database_text(statement, 7),
        .claimed_points = fuhe_survey_figure(statement, 8),
        .verified = fuhe_survey_figure(statement, 9),
        .deviation = fuhe_survey_figure(statement, 10),
        .rate = fuhe_survey_figure(statement, 11),
        .pack = fuhe_database_text(statement, 12),
        .grade_claimed = fuhe_database_text(statement, 13),
        .grade = fuhe_database_text(statement, 14),
        .grade_claimed_name = fuhe_database_text(statement, 15),
        .grade_name = fuhe_database_text(statement, 16),
        .budget = fuhe_survey_fen(statement, 18),
        .findings = {[FUHE_SEVERITY_ERROR] = fuhe_survey_count(statement, 19),
                     [FUHE_SEVERITY_WARNING] = fuhe_survey_count(statement, 20),
                     [FUHE_SEVERITY_NOTE] = fuhe_survey_count(statement, 21)},
        .codes = fuhe_database_text(statement, 22),
        .risk = (unsigned)sqlite3_column_int64(statement, 23),
        .is_doubtful = sqlite3_column_int64(statement, 24) > 0,
    };
    if (!fuhe_survey_find_state(fuhe_database_text(statement, 6), &form->state) ||
        !find_firmness(fuhe_database_text(statement, 17), &form->firmness)) {
        return fuhe_survey_damaged(err, "form.state, form.firmness");
    }
    leave_out_provisional(form);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_page_read(sqlite3_stmt *statement, struct fuhe_survey_form *form, struct fuhe_error *err) {
    FUHE_TRY(fuhe_survey_form_read(statement, form, err));
    form->page = (uint64_t)sqlite3_column_int64(statement, FUHE_SURVEY_COLUMN_COUNT);
    form->department = (uint64_t)sqlite3_column_int64(statement, FUHE_SURVEY_COLUMN_COUNT + 1);
    form->department_name = fuhe_database_text(statement, FUHE_SURVEY_COLUMN_COUNT + 2);
    return FUHE_STATUS_OK;
}
