/* SPDX-License-Identifier: Apache-2.0 */
#include "store/history_row.h"

#include <string.h>

enum { FIRST = FUHE_SURVEY_COLUMN_COUNT };

static bool read_hash(sqlite3_stmt *statement, int column, struct fuhe_hash *hash) {
    const fuhe_text bytes = fuhe_database_blob(statement, column);

    if (bytes.length != FUHE_HASH_BYTES) {
        return false;
    }
    memcpy(hash->bytes, bytes.bytes, FUHE_HASH_BYTES);
    return true;
}

enum fuhe_status fuhe_history_row_read(sqlite3_stmt *statement, struct fuhe_history_review *review,
                                       struct fuhe_error *err) {
    *review = (struct fuhe_history_review){
        .pack_version = fuhe_database_text(statement, FIRST),
        .engine = fuhe_database_text(statement, FIRST + 2),
        .first_run = (uint64_t)sqlite3_column_int64(statement, FIRST + 3),
        .last_run = (uint64_t)sqlite3_column_int64(statement, FIRST + 4),
        .started = fuhe_database_text(statement, FIRST + 5),
        .in_force = sqlite3_column_int(statement, FIRST + 6) != 0,
        .has_hash = !fuhe_database_is_null(statement, FIRST + 7),
    };
    if (!read_hash(statement, FIRST + 1, &review->pack_hash) ||
        (review->has_hash && !read_hash(statement, FIRST + 7, &review->hash))) {
        return fuhe_survey_damaged(err, "pack.sha256, reading.sha256");
    }
    return fuhe_survey_form_read(statement, &review->form, err);
}

enum fuhe_status fuhe_history_row_keep(struct fuhe_history_review *review, struct fuhe_arena *arena) {
    struct fuhe_survey_form *form = &review->form;
    fuhe_text *const texts[] = {
        &form->file,       &form->id,    &form->year,           &form->department_name, &form->project,
        &form->claimed,    &form->pack,  &form->grade_claimed,  &form->grade,           &form->grade_claimed_name,
        &form->grade_name, &form->codes, &review->pack_version, &review->engine,        &review->started,
        &review->key};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        FUHE_TRY(fuhe_arena_copy(arena, *texts[i], texts[i]));
    }
    return FUHE_STATUS_OK;
}

static bool same_figure(struct fuhe_figure a, struct fuhe_figure b) {
    return a.present == b.present && fuhe_decimal_equals(a.value, b.value);
}

bool fuhe_history_row_same(const struct fuhe_history_review *a, const struct fuhe_history_review *b) {
    const struct fuhe_survey_form *first = &a->form;
    const struct fuhe_survey_form *second = &b->form;
    bool same = first->state == second->state && fuhe_text_equals(first->claimed, second->claimed) &&
                same_figure(first->verified, second->verified) && same_figure(first->deviation, second->deviation) &&
                fuhe_text_equals(first->grade, second->grade) && first->firmness == second->firmness &&
                fuhe_text_equals(first->codes, second->codes) && fuhe_text_equals(a->engine, b->engine);

    for (size_t i = 0; i < FUHE_SEVERITY_COUNT; i++) {
        same = same && first->findings[i] == second->findings[i];
    }
    return same && memcmp(a->pack_hash.bytes, b->pack_hash.bytes, FUHE_HASH_BYTES) == 0;
}
