/* SPDX-License-Identifier: Apache-2.0 */
/* Puts the parts of a long document together again. What a reader tells once for a document (a second statement, stray
 * text among the forms, oddities up to a limit) is told once here, too. */
#include "batch/gathering.h"

#include "xml/form_reader.h"

bool fuhe_part_yield_init(struct fuhe_part_yield *yield) {
    *yield = (struct fuhe_part_yield){.unit = fuhe_unit_new(), .arena = fuhe_arena_new()};
    return yield->unit != NULL && yield->arena != NULL;
}

void fuhe_part_yield_release(struct fuhe_part_yield *yield) {
    fuhe_unit_free(yield->unit);
    fuhe_arena_free(yield->arena);
    *yield = (struct fuhe_part_yield){0};
}

bool fuhe_gathering_init(struct fuhe_gathering *gathering) {
    *gathering = (struct fuhe_gathering){0};
    return fuhe_part_yield_init(&gathering->sum);
}

void fuhe_gathering_release(struct fuhe_gathering *gathering) {
    fuhe_part_yield_release(&gathering->sum);
}

/* --- what stands around forms --- */

static enum fuhe_status keep_statement(struct fuhe_arena *arena, struct fuhe_statement *statement) {
    struct fuhe_cell *const cells[] = {&statement->projects, &statement->funds, &statement->share, &statement->spending,
                                       &statement->unit};

    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        FUHE_TRY(fuhe_arena_copy(arena, cells[i]->text, &cells[i]->text));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status keep_head(struct fuhe_arena *arena, struct fuhe_document *around) {
    FUHE_TRY(fuhe_arena_copy(arena, around->source.text, &around->source.text));
    return fuhe_arena_copy(arena, around->region.text, &around->region.text);
}

/* Columns of the front are counted back from what is behind it, if need be through zero. */
static bool is_in_front(struct fuhe_place place, const struct fuhe_part_front *front) {
    return place.line == front->behind.line &&
           (uint32_t)(place.column - (front->behind.column - front->columns)) < front->columns;
}

static enum fuhe_status keep_oddity(struct fuhe_part_yield *yield, const struct fuhe_oddity *oddity, size_t *capacity) {
    void *oddities = yield->around.oddities;
    struct fuhe_oddity kept = *oddity;

    if (yield->around.oddity_count == FUHE_LIMIT_ODDITIES) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_copy(yield->arena, oddity->name, &kept.name));
    FUHE_TRY(fuhe_arena_grow(yield->arena, &oddities, yield->around.oddity_count, capacity, sizeof kept));
    yield->around.oddities = oddities;
    yield->around.oddities[yield->around.oddity_count++] = kept;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_part_yield_keep(struct fuhe_part_yield *yield, const struct fuhe_document *around,
                                      const struct fuhe_part_front *front) {
    size_t capacity = 0;

    fuhe_arena_reset(yield->arena);
    yield->around = (struct fuhe_document){.is_collection = around->is_collection,
                                           .source = around->source,
                                           .region = around->region,
                                           .statement = around->statement};
    FUHE_TRY(keep_head(yield->arena, &yield->around));
    FUHE_TRY(keep_statement(yield->arena, &yield->around.statement));
    for (size_t i = 0; i < around->oddity_count; i++) {
        if (!is_in_front(around->oddities[i].place, front)) {
            FUHE_TRY(keep_oddity(yield, &around->oddities[i], &capacity));
        }
    }
    return FUHE_STATUS_OK;
}

/* --- the sum --- */

static bool is_stray_text(const struct fuhe_oddity *oddity) {
    return oddity->kind == FUHE_ODDITY_STRAY_TEXT && fuhe_text_equals(oddity->name, FUHE_TEXT("forms"));
}

static enum fuhe_status add_oddity(struct fuhe_gathering *gathering, const struct fuhe_oddity *oddity) {
    const bool is_stray = is_stray_text(oddity);

    if (is_stray && gathering->has_stray_text) {
        return FUHE_STATUS_OK;
    }
    gathering->has_stray_text |= is_stray;
    return keep_oddity(&gathering->sum, oddity, &gathering->oddity_capacity);
}

static bool is_before(struct fuhe_place a, struct fuhe_place b) {
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

/* The first statement counts; another one is an oddity among those of its part. */
static enum fuhe_status add_around(struct fuhe_gathering *gathering, const struct fuhe_document *around) {
    const struct fuhe_oddity second = {FUHE_ODDITY_REPEATED_ELEMENT, around->statement.place, FUHE_TEXT("statement")};
    struct fuhe_document *sum = &gathering->sum.around;
    bool is_due = around->statement.present && sum->statement.present;

    if (around->statement.present && !sum->statement.present) {
        sum->statement = around->statement;
        FUHE_TRY(keep_statement(gathering->sum.arena, &sum->statement));
    }
    for (size_t i = 0; i < around->oddity_count; i++) {
        if (is_due && is_before(second.place, around->oddities[i].place)) {
            FUHE_TRY(add_oddity(gathering, &second));
            is_due = false;
        }
        FUHE_TRY(add_oddity(gathering, &around->oddities[i]));
    }
    return is_due ? add_oddity(gathering, &second) : FUHE_STATUS_OK;
}

/* The start tag of the collection, which is that of its first part. */
static enum fuhe_status add_head(struct fuhe_part_yield *sum, const struct fuhe_document *around) {
    if (sum->around.is_collection || !around->is_collection) {
        return FUHE_STATUS_OK;
    }
    sum->around.is_collection = true;
    sum->around.source = around->source;
    sum->around.region = around->region;
    return keep_head(sum->arena, &sum->around);
}

enum fuhe_status fuhe_gathering_add(struct fuhe_gathering *gathering, const struct fuhe_part_yield *yield) {
    struct fuhe_part_yield *sum = &gathering->sum;

    FUHE_TRY(fuhe_unit_join(sum->unit, yield->unit));
    FUHE_TRY(add_head(sum, &yield->around));
    FUHE_TRY(add_around(gathering, &yield->around));
    sum->last_pack = yield->last_pack != NULL ? yield->last_pack : sum->last_pack;
    sum->numbers += yield->numbers;
    sum->forms += yield->forms;
    sum->failures += yield->failures;
    return FUHE_STATUS_OK;
}

static enum fuhe_status judge(const struct fuhe_part_yield *sum, const char *file, struct fuhe_outcome *outcome) {
    struct fuhe_unit_review review;
    struct fuhe_error error;

    if (sum->forms == 0) {
        (void)fuhe_error_set(&error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_NO_FORM, NULL, NULL);
        return fuhe_outcome_add_failure(outcome, file, &error);
    }
    FUHE_TRY(fuhe_unit_review_forms(sum->unit, &sum->around, sum->last_pack, sum->arena, &review));
    return fuhe_outcome_add_unit(outcome, file, &sum->around, &review);
}

enum fuhe_status fuhe_gathering_close(struct fuhe_gathering *gathering, const char *file, const struct fuhe_hash *hash,
                                      struct fuhe_outcome *outcome) {
    const struct fuhe_part_yield *sum = &gathering->sum;
    const struct fuhe_file_mark mark = {.file = file,
                                        .hash = hash == NULL ? NULL : hash->bytes,
                                        .around = sum->forms == 0 ? NULL : &sum->around,
                                        .whole = sum->failures == 0 && sum->forms > 0};

    if (sum->failures == 0) {
        FUHE_TRY(judge(sum, file, outcome));
    }
    return fuhe_outcome_add_file(outcome, &mark);
}
