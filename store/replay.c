/* SPDX-License-Identifier: Apache-2.0 */
/* Reads documents as the database has them, and scores their forms as the batch does. Forms and failures of a document
 * are two lists, both counted by the same numbers, which are walked together. */
#include "store/replay.h"

#include <stdio.h>
#include <stdlib.h>

#include "store/headline.h"
#include "store/numbering.h"
#include "store/survey_form.h"
#include "store/transcript.h"

struct fuhe_replay {
    struct fuhe_store *store;
    struct fuhe_pack_library library;
    const struct fuhe_pack *rules;     /* for every form; NULL to choose by the form */
    struct fuhe_arena *arena;          /* of the form at hand */
    struct fuhe_arena *document_arena; /* of what stands around the forms */
    struct fuhe_unit *unit;
};

/* --- rule packs --- */

/* Adds a pack; what this program has read before, it can read again. */
static enum fuhe_status load_pack(struct fuhe_replay *replay, fuhe_text document, size_t *index,
                                  struct fuhe_error *err) {
    const enum fuhe_status status = fuhe_pack_library_add_bytes(&replay->library, document, index, err);
    const bool is_damage = status != FUHE_STATUS_OK && status != FUHE_STATUS_NO_MEMORY;

    return is_damage ? fuhe_survey_damaged(err, "pack.xml") : status;
}

/* Adds the packs of the run's basis in their order. */
static enum fuhe_status load_packs(struct fuhe_replay *replay, struct fuhe_error *err) {
    static const char sql[] =
        "SELECT pack.xml, pack.id IS basis.asked, basis.built_in FROM run JOIN basis ON basis.id = run.basis"
        " JOIN basis_pack ON basis_pack.basis = basis.id JOIN pack ON pack.id = basis_pack.pack"
        " WHERE run.number = (SELECT max(number) FROM run) ORDER BY basis_pack.ordinal";
    sqlite3_stmt *statement = NULL;
    size_t index = 0;
    size_t asked = 0;
    bool row = false;
    bool is_asked = false;
    enum fuhe_status status = fuhe_database_prepare(replay->store->database, sql, &statement, err);

    if (status == FUHE_STATUS_OK) {
        status = fuhe_database_step(statement, &row, err);
    }
    while (status == FUHE_STATUS_OK && row) {
        status = load_pack(replay, fuhe_database_blob(statement, 0), &index, err);
        if (status == FUHE_STATUS_OK && sqlite3_column_int(statement, 1) != 0) {
            asked = index;
            is_asked = true;
        }
        replay->library.built_in = (size_t)sqlite3_column_int64(statement, 2);
        if (status == FUHE_STATUS_OK) {
            status = fuhe_database_step(statement, &row, err);
        }
    }
    (void)sqlite3_finalize(statement);
    replay->rules = is_asked && status == FUHE_STATUS_OK ? &replay->library.packs[asked] : NULL;
    return status;
}

/* --- life --- */

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status check_engine(const struct fuhe_store *store, struct fuhe_error *err) {
    struct fuhe_store_run run;

    if (!fuhe_store_latest_run(store, &run)) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    if (fuhe_text_equals(run.engine, FUHE_TEXT(FUHE_VERSION))) {
        return FUHE_STATUS_OK;
    }
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_ENGINE, run.engine.bytes, FUHE_VERSION);
}

static enum fuhe_status fill(struct fuhe_replay *replay, struct fuhe_error *err) {
    replay->arena = fuhe_arena_new();
    replay->document_arena = fuhe_arena_new();
    replay->unit = fuhe_unit_new();
    FUHE_TRY(fuhe_pack_library_init_empty(&replay->library, err));
    if (replay->arena == NULL || replay->document_arena == NULL || replay->unit == NULL) {
        return no_memory(err);
    }
    return load_packs(replay, err);
}

enum fuhe_status fuhe_replay_new(struct fuhe_store *store, struct fuhe_replay **replay, struct fuhe_error *err) {
    struct fuhe_replay *made = NULL;

    FUHE_TRY(check_engine(store, err));
    made = calloc(1, sizeof *made);
    if (made == NULL) {
        return no_memory(err);
    }
    made->store = store;
    const enum fuhe_status status = fill(made, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_replay_free(made);
        return status;
    }
    *replay = made;
    return FUHE_STATUS_OK;
}

void fuhe_replay_free(struct fuhe_replay *replay) {
    if (replay != NULL) {
        fuhe_pack_library_free(&replay->library);
        fuhe_arena_free(replay->arena);
        fuhe_arena_free(replay->document_arena);
        fuhe_unit_free(replay->unit);
        free(replay);
    }
}

const struct fuhe_pack_library *fuhe_replay_library(const struct fuhe_replay *replay) {
    return &replay->library;
}

const struct fuhe_pack *fuhe_replay_rules(const struct fuhe_replay *replay) {
    return replay->rules;
}

/* --- one form --- */

#define FORM_COLUMNS "transcript.cells, form.number, " FUHE_HEADLINE_COLUMNS
enum { CELLS, NUMBER, HEADLINE, BEHIND_FORM = HEADLINE + FUHE_HEADLINE_COLUMN_COUNT };

static enum fuhe_status form_damaged(const char *file, size_t number, struct fuhe_error *err) {
    char found[sizeof err->found];

    (void)snprintf(found, sizeof found, "form %zu, %.200s", number + 1, file);
    return fuhe_survey_damaged(err, found);
}

/* Scores the form of a row that begins with FORM_COLUMNS. What is kept of it lives in *form and the arena, until the
 * next step of the statement. */
static enum fuhe_status score_form(struct fuhe_replay *replay, sqlite3_stmt *row, const char *file,
                                   const struct fuhe_document *document, struct fuhe_form *form,
                                   struct fuhe_result *result, struct fuhe_error *err) {
    const size_t number = fuhe_survey_count(row, NUMBER);

    fuhe_arena_reset(replay->arena);
    const enum fuhe_status status = fuhe_transcript_read_form(fuhe_database_blob(row, CELLS), replay->arena, form);
    if (status != FUHE_STATUS_OK) {
        return status == FUHE_STATUS_NO_MEMORY ? no_memory(err) : form_damaged(file, number, err);
    }
    form->document = document;
    const struct fuhe_pack_choice choice = fuhe_pack_library_choose(&replay->library, replay->rules, form);
    if (choice.pack == NULL) {
        return form_damaged(file, number, err);
    }
    if (fuhe_result_make(form, choice, replay->arena, result) != FUHE_STATUS_OK) {
        return no_memory(err);
    }
    result->file = file;
    result->number = number;
    return fuhe_headline_agrees(row, HEADLINE, &result->review) ? FUHE_STATUS_OK : form_damaged(file, number, err);
}

/* --- one document --- */

struct document {
    int64_t reading;
    const char *file;
    bool whole;
    bool has_around;
    struct fuhe_document around;
    const struct fuhe_pack *last_pack;
};

/* What stands around the forms, from a column; of a document that could not be read there is nothing. */
static enum fuhe_status read_around(struct fuhe_replay *replay, sqlite3_stmt *row, int column,
                                    struct document *document, struct fuhe_error *err) {
    document->has_around = !fuhe_database_is_null(row, column);
    fuhe_arena_reset(replay->document_arena);
    if (!document->has_around) {
        return document->whole ? fuhe_survey_damaged(err, "reading.around") : FUHE_STATUS_OK;
    }
    const enum fuhe_status status =
        fuhe_transcript_read_document(fuhe_database_blob(row, column), replay->document_arena, &document->around);
    if (status == FUHE_STATUS_NO_MEMORY) {
        return no_memory(err);
    }
    return status == FUHE_STATUS_OK ? status : fuhe_survey_damaged(err, "reading.around");
}

/* A walk over all documents. */
struct walk {
    struct fuhe_replay *replay;
    const struct fuhe_replay_sink *sink;
    sqlite3_stmt *documents;
    sqlite3_stmt *forms;
    sqlite3_stmt *failures;
    uint64_t page;
    struct document document;
    struct fuhe_error *err;
};

static enum fuhe_status hand_over_form(struct walk *walk) {
    struct document *document = &walk->document;
    struct fuhe_result result;
    struct fuhe_form form;

    walk->page++;
    if (walk->sink->form == NULL && walk->sink->unit == NULL) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(score_form(walk->replay, walk->forms, document->file, document->has_around ? &document->around : NULL,
                        &form, &result, walk->err));
    document->last_pack = result.choice.pack;
    if (document->whole && fuhe_unit_add(walk->replay->unit, &result.review) != FUHE_STATUS_OK) {
        return no_memory(walk->err);
    }
    return walk->sink->form == NULL ? FUHE_STATUS_OK : walk->sink->form(walk->sink->context, &result, walk->page);
}

static const char *string(sqlite3_stmt *row, int column) {
    return (const char *)sqlite3_column_text(row, column);
}

static enum fuhe_status hand_over_failure(struct walk *walk) {
    sqlite3_stmt *row = walk->failures;
    const fuhe_text word = fuhe_database_text(row, 1);
    const enum fuhe_problem problem = fuhe_problem_find(word.bytes, word.length);
    struct fuhe_error failure;

    if (walk->sink->failure == NULL) {
        return FUHE_STATUS_OK;
    }
    if (problem == FUHE_PROBLEM_INTERNAL) {
        return fuhe_survey_damaged(walk->err, "failure.problem");
    }
    (void)fuhe_error_set(&failure, FUHE_STATUS_UNREADABLE, problem, string(row, 5), string(row, 6));
    fuhe_error_set_place(&failure, (uint32_t)sqlite3_column_int64(row, 2), (uint32_t)sqlite3_column_int64(row, 3));
    fuhe_error_set_subject(&failure, string(row, 4));
    return walk->sink->failure(walk->sink->context, walk->document.file, &failure);
}

/* Forms and failures in the order in which they came out of the document. */
static enum fuhe_status walk_items(struct walk *walk) {
    bool form = false;
    bool failure = false;

    FUHE_TRY(fuhe_database_step(walk->forms, &form, walk->err));
    FUHE_TRY(fuhe_database_step(walk->failures, &failure, walk->err));
    while (form || failure) {
        if (form &&
            (!failure || sqlite3_column_int64(walk->forms, BEHIND_FORM) < sqlite3_column_int64(walk->failures, 0))) {
            FUHE_TRY(hand_over_form(walk));
            FUHE_TRY(fuhe_database_step(walk->forms, &form, walk->err));
        } else {
            FUHE_TRY(hand_over_failure(walk));
            FUHE_TRY(fuhe_database_step(walk->failures, &failure, walk->err));
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status hand_over_unit(struct walk *walk) {
    const struct document *document = &walk->document;
    struct fuhe_replay *replay = walk->replay;
    struct fuhe_unit_review review;

    if (!document->whole || walk->sink->unit == NULL) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_unit_review_forms(replay->unit, &document->around, document->last_pack, replay->document_arena, &review) !=
        FUHE_STATUS_OK) {
        return no_memory(walk->err);
    }
    return walk->sink->unit(walk->sink->context, document->file, &document->around, &review);
}

/* The document of a row: reading, path, whole, around. */
static enum fuhe_status walk_document(struct walk *walk) {
    struct document *document = &walk->document;

    *document = (struct document){.reading = sqlite3_column_int64(walk->documents, 0),
                                  .file = string(walk->documents, 1),
                                  .whole = sqlite3_column_int(walk->documents, 2) != 0};
    FUHE_TRY(read_around(walk->replay, walk->documents, 3, document, walk->err));
    fuhe_unit_reset(walk->replay->unit);
    (void)sqlite3_bind_int64(walk->forms, 1, document->reading);
    (void)sqlite3_bind_int64(walk->failures, 1, document->reading);
    FUHE_TRY(walk_items(walk));
    FUHE_TRY(hand_over_unit(walk));
    return walk->sink->file == NULL ? FUHE_STATUS_OK : walk->sink->file(walk->sink->context, document->file);
}

static enum fuhe_status prepare(struct walk *walk) {
    static const char documents[] = "SELECT id, path, whole, around FROM in_force ORDER BY ordinal";
    static const char forms[] = "SELECT " FORM_COLUMNS ", form.seq FROM form LEFT JOIN transcript"
                                " ON transcript.form = form.id WHERE form.reading = ? ORDER BY form.seq";
    static const char failures[] = "SELECT seq, problem, line, \"column\", subject, found, expected FROM failure"
                                   " WHERE reading = ? ORDER BY seq";
    sqlite3 *database = walk->replay->store->database;

    FUHE_TRY(fuhe_database_prepare(database, documents, &walk->documents, walk->err));
    FUHE_TRY(fuhe_database_prepare(database, forms, &walk->forms, walk->err));
    return fuhe_database_prepare(database, failures, &walk->failures, walk->err);
}

static enum fuhe_status walk_all(struct walk *walk) {
    bool row = false;

    FUHE_TRY(prepare(walk));
    FUHE_TRY(fuhe_database_step(walk->documents, &row, walk->err));
    while (row) {
        FUHE_TRY(walk_document(walk));
        FUHE_TRY(fuhe_database_step(walk->documents, &row, walk->err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_replay_all(struct fuhe_replay *replay, const struct fuhe_replay_sink *sink,
                                 struct fuhe_error *err) {
    struct walk walk = {.replay = replay, .sink = sink, .err = err};
    const enum fuhe_status status = walk_all(&walk);

    (void)sqlite3_finalize(walk.documents);
    (void)sqlite3_finalize(walk.forms);
    (void)sqlite3_finalize(walk.failures);
    return status;
}

/* --- some pages --- */

enum { PAGE = BEHIND_FORM, FILE_NAME, AROUND };

static enum fuhe_status walk_pages(struct fuhe_replay *replay, sqlite3_stmt *row, const struct fuhe_replay_sink *sink,
                                   struct fuhe_error *err) {
    struct document document = {0};
    struct fuhe_result result;
    struct fuhe_form form;
    bool found = true;

    FUHE_TRY(fuhe_database_step(row, &found, err));
    while (found) {
        document = (struct document){.file = string(row, FILE_NAME)};
        FUHE_TRY(read_around(replay, row, AROUND, &document, err));
        FUHE_TRY(
            score_form(replay, row, document.file, document.has_around ? &document.around : NULL, &form, &result, err));
        FUHE_TRY(sink->form(sink->context, &result, (uint64_t)sqlite3_column_int64(row, PAGE)));
        FUHE_TRY(fuhe_database_step(row, &found, err));
    }
    return FUHE_STATUS_OK;
}

#define PAGES                                                                                                          \
    "SELECT " FORM_COLUMNS ", page.number, reading.path, reading.around"                                               \
    " FROM temp.survey_page AS page CROSS JOIN form ON form.id = page.form"                                            \
    " CROSS JOIN reading ON reading.id = form.reading LEFT JOIN transcript ON transcript.form = form.id"

static enum fuhe_status replay_pages(struct fuhe_replay *replay, const char *sql, int64_t which,
                                     const struct fuhe_replay_sink *sink, struct fuhe_error *err) {
    sqlite3_stmt *statement = NULL;
    enum fuhe_status status = fuhe_database_prepare(replay->store->database, sql, &statement, err);

    if (status == FUHE_STATUS_OK) {
        (void)sqlite3_bind_int64(statement, 1, which);
        status = walk_pages(replay, statement, sink, err);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

enum fuhe_status fuhe_replay_department(struct fuhe_replay *replay, uint64_t department,
                                        const struct fuhe_replay_sink *sink, struct fuhe_error *err) {
    int64_t id = 0;

    FUHE_TRY(fuhe_numbering_make(replay->store, err));
    FUHE_TRY(fuhe_numbering_department(replay->store, department, &id, err));
    if (sink->form == NULL || id == 0) {
        return FUHE_STATUS_OK;
    }
    return replay_pages(replay, PAGES " WHERE page.department = ? ORDER BY page.number", id, sink, err);
}

enum fuhe_status fuhe_replay_page(struct fuhe_replay *replay, uint64_t page, const struct fuhe_replay_sink *sink,
                                  struct fuhe_error *err) {
    FUHE_TRY(fuhe_numbering_make(replay->store, err));
    if (sink->form == NULL || page > INT64_MAX) {
        return FUHE_STATUS_OK;
    }
    return replay_pages(replay, PAGES " WHERE page.number = ?", (int64_t)page, sink, err);
}
