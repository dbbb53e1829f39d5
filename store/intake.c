/* SPDX-License-Identifier: Apache-2.0 */
/* From records to rows. The row of a document goes in with its first item and is completed by its mark; only then is it
 * known whether the same bytes were read before, and then what went in is taken out again. */
#include "store/intake.h"

#include <stdlib.h>
#include <string.h>

#include "store/known.h"

enum statement {
    ADD_READING,
    COMPLETE_READING,
    DROP_READING,
    RENEW_READING,
    FIND_READING,
    ADD_FORM,
    ADD_TRANSCRIPT,
    ADD_FAILURE,
    NAME_DEPARTMENT
};

static const char *const texts[FUHE_INTAKE_STATEMENTS] = {
    [ADD_READING] = "INSERT INTO reading (path, basis, first_run, last_run, ordinal) VALUES (?1, ?2, ?3, ?3, ?4)",
    [COMPLETE_READING] = "UPDATE reading SET sha256 = ?2, whole = ?3, around = ?4, findings = ?5, done = 1 "
                         "WHERE id = ?1",
    [DROP_READING] = "DELETE FROM reading WHERE id = ?1",
    [RENEW_READING] = "UPDATE reading SET last_run = ?2, ordinal = ?3 WHERE id = ?1",
    /* Always one row, without an id when nothing is found: one named in this run if there is any, for a column beside
     * max() is that of the row of the maximum. An ORDER BY with a LIMIT would make a table of its own each time. */
    [FIND_READING] = "SELECT id, max(last_run = ?4 AND ordinal > 0) FROM reading WHERE path = ?1 AND sha256 IS ?2 "
                     "AND basis = ?3 AND done = 1 AND id <> ?5 AND " FUHE_KNOWN_HOLDS,
    [ADD_FORM] = "INSERT INTO form (reading, seq, department, pack, number, line, form_id, year, kind, project, state, "
                 "claimed_printed, claimed, verified, deviation, rate, grade_claimed, grade, firmness, budget_fen, "
                 "errors, warnings, notes, codes, findings, risk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                 "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_TRANSCRIPT] = "INSERT INTO transcript VALUES (?, ?)",
    [ADD_FAILURE] = "INSERT INTO failure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [NAME_DEPARTMENT] = "INSERT INTO department (name) VALUES (?1) ON CONFLICT DO UPDATE SET name = name "
                        "RETURNING id",
};

enum fuhe_status fuhe_intake_begin(struct fuhe_intake *intake, struct fuhe_error *err) {
    for (size_t i = 0; i < FUHE_INTAKE_STATEMENTS; i++) {
        FUHE_TRY(fuhe_database_prepare(intake->database, texts[i], &intake->statements[i], err));
    }
    return FUHE_STATUS_OK;
}

void fuhe_intake_release(struct fuhe_intake *intake) {
    for (size_t i = 0; i < FUHE_INTAKE_STATEMENTS; i++) {
        (void)sqlite3_finalize(intake->statements[i]);
    }
    free(intake->findings.bytes);
    free(intake->cells.bytes);
    free(intake->packs);
    *intake = (struct fuhe_intake){0};
}

/* --- values --- */

static enum fuhe_status keep(struct fuhe_kept_bytes *kept, fuhe_text bytes, struct fuhe_error *err) {
    if (bytes.length > kept->capacity - kept->length) {
        const size_t capacity = 2 * (kept->length + bytes.length);
        char *grown = realloc(kept->bytes, capacity);
        if (grown == NULL) {
            return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        }
        kept->bytes = grown;
        kept->capacity = capacity;
    }
    if (bytes.length > 0) {
        memcpy(kept->bytes + kept->length, bytes.bytes, bytes.length);
    }
    kept->length += bytes.length;
    return FUHE_STATUS_OK;
}

/* A value whose bytes may come in parts. */
static enum fuhe_status next_whole(struct fuhe_intake *intake, fuhe_text *records, struct fuhe_entry_value *value,
                                   struct fuhe_error *err) {
    *value = fuhe_entry_next(records);
    if (value->type != FUHE_ENTRY_PART) {
        return FUHE_STATUS_OK;
    }
    intake->cells.length = 0;
    while (value->type == FUHE_ENTRY_PART) {
        FUHE_TRY(keep(&intake->cells, value->bytes, err));
        *value = fuhe_entry_next(records);
    }
    FUHE_TRY(keep(&intake->cells, value->bytes, err));
    value->bytes = (fuhe_text){intake->cells.bytes, intake->cells.length};
    return FUHE_STATUS_OK;
}

static void bind(sqlite3_stmt *statement, int parameter, const struct fuhe_entry_value *value) {
    switch (value->type) {
    case FUHE_ENTRY_NUMBER:
        (void)sqlite3_bind_int64(statement, parameter, value->number);
        break;
    case FUHE_ENTRY_TEXT:
        fuhe_database_bind_text(statement, parameter, value->bytes);
        break;
    case FUHE_ENTRY_BLOB:
        fuhe_database_bind_blob(statement, parameter, value->bytes);
        break;
    case FUHE_ENTRY_NULL:
    case FUHE_ENTRY_PART:
        (void)sqlite3_bind_null(statement, parameter);
        break;
    }
}

/* Binds the next values of the record to the parameters from `first` on. */
static void bind_next(sqlite3_stmt *statement, int first, int count, fuhe_text *records) {
    for (int i = 0; i < count; i++) {
        const struct fuhe_entry_value value = fuhe_entry_next(records);
        bind(statement, first + i, &value);
    }
}

/* --- documents --- */

static enum fuhe_status open_reading(struct fuhe_intake *intake, fuhe_text path, struct fuhe_error *err) {
    sqlite3_stmt *statement = intake->statements[ADD_READING];

    if (intake->is_open) {
        return FUHE_STATUS_OK;
    }
    fuhe_database_bind_text(statement, 1, path);
    (void)sqlite3_bind_int64(statement, 2, intake->basis);
    (void)sqlite3_bind_int64(statement, 3, intake->run);
    (void)sqlite3_bind_int64(statement, 4, intake->ordinal);
    FUHE_TRY(fuhe_database_run(statement, err));
    intake->reading = sqlite3_last_insert_rowid(intake->database);
    intake->is_open = true;
    intake->seq = 0;
    intake->findings.length = 0;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_intake_drop(struct fuhe_intake *intake, struct fuhe_error *err) {
    if (!intake->is_open) {
        return FUHE_STATUS_OK;
    }
    intake->is_open = false;
    (void)sqlite3_bind_int64(intake->statements[DROP_READING], 1, intake->reading);
    return fuhe_database_run(intake->statements[DROP_READING], err);
}

/* The mark at the end of a document. */
struct file_entry {
    struct fuhe_entry_value path;
    struct fuhe_entry_value hash;
    struct fuhe_entry_value known;
    struct fuhe_entry_value whole;
    struct fuhe_entry_value around;
};

/* A reading of the same bytes under the same name by the same rules. */
struct twin {
    int64_t id;    /* 0: there is none */
    bool is_named; /* in this run, already */
};

static enum fuhe_status find_twin(struct fuhe_intake *intake, const struct fuhe_entry_value *path,
                                  const struct fuhe_entry_value *hash, struct twin *twin, struct fuhe_error *err) {
    sqlite3_stmt *statement = intake->statements[FIND_READING];
    bool row;

    bind(statement, 1, path);
    bind(statement, 2, hash);
    (void)sqlite3_bind_int64(statement, 3, intake->basis);
    (void)sqlite3_bind_int64(statement, 4, intake->run);
    (void)sqlite3_bind_int64(statement, 5, intake->is_open ? intake->reading : 0);
    FUHE_TRY(fuhe_database_step(statement, &row, err));
    *twin = (struct twin){0};
    if (row) {
        *twin = (struct twin){sqlite3_column_int64(statement, 0), sqlite3_column_int(statement, 1) != 0};
    }
    (void)sqlite3_reset(statement);
    return FUHE_STATUS_OK;
}

static enum fuhe_status renew(struct fuhe_intake *intake, int64_t reading, struct fuhe_error *err) {
    sqlite3_stmt *statement = intake->statements[RENEW_READING];

    (void)sqlite3_bind_int64(statement, 1, reading);
    (void)sqlite3_bind_int64(statement, 2, intake->run);
    (void)sqlite3_bind_int64(statement, 3, intake->ordinal);
    return fuhe_database_run(statement, err);
}

static enum fuhe_status complete(struct fuhe_intake *intake, const struct file_entry *file, struct fuhe_error *err) {
    sqlite3_stmt *statement = intake->statements[COMPLETE_READING];
    const fuhe_text findings = {intake->findings.bytes, intake->findings.length};

    (void)sqlite3_bind_int64(statement, 1, intake->reading);
    bind(statement, 2, &file->hash);
    bind(statement, 3, &file->whole);
    bind(statement, 4, &file->around);
    fuhe_database_bind_text(statement, 5, findings.length > 0 ? findings : FUHE_TEXT("{}"));
    FUHE_TRY(fuhe_database_run(statement, err));
    intake->is_open = false;
    return FUHE_STATUS_OK;
}

/* What could not be read to its end is never taken to be the same as in another run. */
static enum fuhe_status take_own_file(struct fuhe_intake *intake, const struct file_entry *file,
                                      struct fuhe_error *err) {
    struct twin twin;

    FUHE_TRY(find_twin(intake, &file->path, &file->hash, &twin, err));
    if (twin.is_named) {
        return fuhe_intake_drop(intake, err);
    }
    if (twin.id != 0 && file->hash.type != FUHE_ENTRY_NULL) {
        FUHE_TRY(fuhe_intake_drop(intake, err));
        return renew(intake, twin.id, err);
    }
    if (file->known.number != 0) {
        return fuhe_error_set(err, FUHE_STATUS_INTERNAL, FUHE_PROBLEM_INTERNAL, "store", NULL);
    }
    FUHE_TRY(open_reading(intake, file->path.bytes, err));
    return complete(intake, file, err);
}

/* Every document has its number, also one that belongs to another shard or has been named before: so the shards of a
 * run give a document the number that it has in the whole. */
static enum fuhe_status take_file(struct fuhe_intake *intake, fuhe_text *records, struct fuhe_error *err) {
    struct file_entry file = {.path = fuhe_entry_next(records)};

    file.hash = fuhe_entry_next(records);
    const bool is_elsewhere = fuhe_entry_next(records).number != 0;
    file.known = fuhe_entry_next(records);
    file.whole = fuhe_entry_next(records);
    FUHE_TRY(next_whole(intake, records, &file.around, err));
    fuhe_hashing_add(&intake->names, file.path.bytes);
    fuhe_hashing_add(&intake->names, (fuhe_text){"", 1});
    if (!is_elsewhere) {
        FUHE_TRY(take_own_file(intake, &file, err));
        intake->taken++;
    }
    intake->ordinal++;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_unit(struct fuhe_intake *intake, fuhe_text *records, struct fuhe_error *err) {
    FUHE_TRY(open_reading(intake, fuhe_entry_next(records).bytes, err));
    return keep(&intake->findings, fuhe_entry_next(records).bytes, err);
}

static enum fuhe_status take_failure(struct fuhe_intake *intake, fuhe_text *records, struct fuhe_error *err) {
    sqlite3_stmt *statement = intake->statements[ADD_FAILURE];

    FUHE_TRY(open_reading(intake, fuhe_entry_next(records).bytes, err));
    (void)sqlite3_bind_int64(statement, 1, intake->reading);
    (void)sqlite3_bind_int64(statement, 2, intake->seq++);
    bind_next(statement, 3, FUHE_ENTRY_FAILURE_VALUES, records);
    return fuhe_database_run(statement, err);
}

/* --- forms --- */

static struct fuhe_kept_department *place_of(struct fuhe_intake *intake, fuhe_text name) {
    uint32_t hash = 2166136261;

    for (size_t i = 0; i < name.length; i++) {
        hash = (hash ^ (unsigned char)name.bytes[i]) * 16777619;
    }
    return &intake->departments[hash % FUHE_INTAKE_DEPARTMENTS];
}

static enum fuhe_status name_department(struct fuhe_intake *intake, fuhe_text name, int64_t *id,
                                        struct fuhe_error *err) {
    struct fuhe_kept_department *kept = place_of(intake, name);
    sqlite3_stmt *statement = intake->statements[NAME_DEPARTMENT];
    bool row;

    if (kept->id != 0 && fuhe_text_equals((fuhe_text){kept->name, kept->length}, name)) {
        *id = kept->id;
        return FUHE_STATUS_OK;
    }
    fuhe_database_bind_text(statement, 1, name);
    FUHE_TRY(fuhe_database_step(statement, &row, err));
    *id = sqlite3_column_int64(statement, 0);
    FUHE_TRY(fuhe_database_run(statement, err));
    if (name.length <= sizeof kept->name) {
        kept->id = *id;
        kept->length = name.length;
        memcpy(kept->name, name.length > 0 ? name.bytes : "", name.length);
    }
    return FUHE_STATUS_OK;
}

static int64_t row_of(const struct fuhe_intake *intake, int64_t address) {
    const struct fuhe_pack *pack = (const struct fuhe_pack *)(intptr_t)address;

    return intake->packs[pack - intake->library->packs];
}

static enum fuhe_status take_form(struct fuhe_intake *intake, fuhe_text *records, struct fuhe_error *err) {
    sqlite3_stmt *statement = intake->statements[ADD_FORM];
    sqlite3_stmt *transcript = intake->statements[ADD_TRANSCRIPT];
    struct fuhe_entry_value cells;
    int64_t department;

    FUHE_TRY(open_reading(intake, fuhe_entry_next(records).bytes, err));
    FUHE_TRY(name_department(intake, fuhe_entry_next(records).bytes, &department, err));
    (void)sqlite3_bind_int64(statement, 1, intake->reading);
    (void)sqlite3_bind_int64(statement, 2, intake->seq++);
    (void)sqlite3_bind_int64(statement, 3, department);
    (void)sqlite3_bind_int64(statement, 4, row_of(intake, fuhe_entry_next(records).number));
    FUHE_TRY(next_whole(intake, records, &cells, err));
    bind_next(statement, 5, FUHE_ENTRY_FORM_VALUES, records);
    FUHE_TRY(fuhe_database_run(statement, err));
    (void)sqlite3_bind_int64(transcript, 1, sqlite3_last_insert_rowid(intake->database));
    bind(transcript, 2, &cells);
    return fuhe_database_run(transcript, err);
}

enum fuhe_status fuhe_intake_take(struct fuhe_intake *intake, fuhe_text *records, struct fuhe_error *err) {
    static enum fuhe_status (*const takers[])(struct fuhe_intake *, fuhe_text *, struct fuhe_error *) = {
        [FUHE_ENTRY_FORM] = take_form,
        [FUHE_ENTRY_FAILURE] = take_failure,
        [FUHE_ENTRY_UNIT] = take_unit,
        [FUHE_ENTRY_FILE] = take_file,
    };

    return takers[fuhe_entry_next_kind(records)](intake, records, err);
}
