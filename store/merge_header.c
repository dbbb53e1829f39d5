/* SPDX-License-Identifier: Apache-2.0 */
/* Each store is held against the first one that was named; then they are put in order, and gaps show. */
#include "store/merge_header.h"

#include <stdio.h>
#include <string.h>

/* --- reading --- */

static void read_hash(sqlite3_stmt *statement, int column, struct fuhe_hash *hash) {
    const fuhe_text bytes = fuhe_database_blob(statement, column);

    if (bytes.length == sizeof hash->bytes) {
        memcpy(hash->bytes, bytes.bytes, sizeof hash->bytes);
    }
}

static void read_row(sqlite3_stmt *statement, struct fuhe_merge_header *header) {
    const fuhe_text engine = fuhe_database_text(statement, 2);

    header->run = sqlite3_column_int64(statement, 0);
    header->complete = sqlite3_column_int(statement, 1) != 0;
    (void)snprintf(header->engine, sizeof header->engine, "%.*s", (int)engine.length, engine.bytes);
    read_hash(statement, 3, &header->basis);
    header->shard =
        (struct fuhe_shard){(uint32_t)sqlite3_column_int64(statement, 4), (uint32_t)sqlite3_column_int64(statement, 5)};
    header->named = sqlite3_column_int64(statement, 6);
    header->taken = sqlite3_column_int64(statement, 7);
    read_hash(statement, 8, &header->names);
}

enum fuhe_status fuhe_merge_header_read(sqlite3 *database, const char *schema, struct fuhe_merge_header *header,
                                        struct fuhe_error *err) {
    static const char columns[] = "SELECT number, complete, run.engine, sha256, shard, shards, named, taken, names";
    char sql[256];
    sqlite3_stmt *statement;
    bool row;

    *header = (struct fuhe_merge_header){0};
    (void)snprintf(sql, sizeof sql, "%s FROM %s.run JOIN %s.basis ON basis.id = run.basis ORDER BY number DESC LIMIT 1",
                   columns, schema, schema);
    FUHE_TRY(fuhe_database_prepare(database, sql, &statement, err));
    const enum fuhe_status status = fuhe_database_step(statement, &row, err);
    if (row) {
        read_row(statement, header);
    }
    (void)sqlite3_finalize(statement);
    return status;
}

static bool same_hash(const struct fuhe_hash *a, const struct fuhe_hash *b) {
    return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

bool fuhe_merge_header_same(const struct fuhe_merge_header *a, const struct fuhe_merge_header *b) {
    return a->run == b->run && a->complete == b->complete && same_hash(&a->basis, &b->basis) &&
           a->shard.number == b->shard.number && a->shard.count == b->shard.count && a->named == b->named &&
           a->taken == b->taken && same_hash(&a->names, &b->names);
}

/* --- what must hold --- */

enum { SHARD_BYTES = 24, NUMBER_BYTES = 24 };

static void write_shard(char text[SHARD_BYTES], const struct fuhe_shard *shard) {
    (void)snprintf(text, SHARD_BYTES, "%u/%u", (unsigned)shard->number, (unsigned)shard->count);
}

static enum fuhe_status refuse(struct fuhe_error *err, enum fuhe_problem problem, const char *found,
                               const char *expected) {
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, problem, found, expected);
}

static enum fuhe_status check_alone(const struct fuhe_merge_header *header, const char *folder,
                                    struct fuhe_error *err) {
    if (header->run == 0) {
        return refuse(err, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    return header->complete ? FUHE_STATUS_OK : refuse(err, FUHE_PROBLEM_MERGE_INCOMPLETE, folder, NULL);
}

static enum fuhe_status compare_inputs(const struct fuhe_merge_header *header, const struct fuhe_merge_header *other,
                                       struct fuhe_error *err) {
    char found[NUMBER_BYTES];
    char expected[NUMBER_BYTES];

    (void)snprintf(found, sizeof found, "%lld", (long long)header->named);
    (void)snprintf(expected, sizeof expected, "%lld", (long long)other->named);
    if (header->named != other->named) {
        return refuse(err, FUHE_PROBLEM_MERGE_DOCUMENTS, found, expected);
    }
    return same_hash(&header->names, &other->names) ? FUHE_STATUS_OK
                                                    : refuse(err, FUHE_PROBLEM_MERGE_NAMES, NULL, NULL);
}

static enum fuhe_status compare(const struct fuhe_merge_header *header, const struct fuhe_merge_header *other,
                                struct fuhe_error *err) {
    char found[SHARD_BYTES];
    char expected[SHARD_BYTES];

    write_shard(found, &header->shard);
    write_shard(expected, &other->shard);
    if (strcmp(header->engine, other->engine) != 0) {
        return refuse(err, FUHE_PROBLEM_MERGE_ENGINE, header->engine, other->engine);
    }
    if (!same_hash(&header->basis, &other->basis)) {
        return refuse(err, FUHE_PROBLEM_MERGE_RULES, NULL, NULL);
    }
    if (header->shard.count != other->shard.count) {
        return refuse(err, FUHE_PROBLEM_MERGE_COUNT, found, expected);
    }
    return compare_inputs(header, other, err);
}

static enum fuhe_status read_one(const struct fuhe_merge_source *source, struct fuhe_merge_header *header,
                                 struct fuhe_error *err) {
    struct fuhe_store *store;

    FUHE_TRY(fuhe_store_open(source->path, &store, err));
    const enum fuhe_status status = fuhe_merge_header_read(store->database, "main", header, err);
    fuhe_store_close(store);
    FUHE_TRY(status);
    return check_alone(header, source->folder, err);
}

/* --- order --- */

static void swap(struct fuhe_merge_source *sources, struct fuhe_merge_header *headers, size_t a, size_t b) {
    const struct fuhe_merge_source source = sources[a];
    const struct fuhe_merge_header header = headers[a];

    sources[a] = sources[b];
    headers[a] = headers[b];
    sources[b] = source;
    headers[b] = header;
}

/* Puts the newest one in its place among those before it, which are in order; it may be there already. */
static enum fuhe_status put_in_order(struct fuhe_merge_source *sources, struct fuhe_merge_header *headers,
                                     size_t newest, size_t *culprit, struct fuhe_error *err) {
    char found[SHARD_BYTES];
    size_t i = newest;

    while (i > 0 && headers[i - 1].shard.number > headers[i].shard.number) {
        swap(sources, headers, i - 1, i);
        i--;
    }
    *culprit = i;
    if (i == 0 || headers[i - 1].shard.number != headers[i].shard.number) {
        return FUHE_STATUS_OK;
    }
    write_shard(found, &headers[i].shard);
    (void)refuse(err, FUHE_PROBLEM_MERGE_TWICE, found, NULL);
    fuhe_error_set_subject(err, sources[i - 1].folder);
    return FUHE_STATUS_UNREADABLE;
}

/* Those that are there are in order, each once. */
static enum fuhe_status check_complete(const struct fuhe_merge_header *headers, size_t count, struct fuhe_error *err) {
    char found[sizeof err->found];
    struct fuhe_shard shard = headers[0].shard;
    size_t used = 0;
    size_t next = 0;

    if (count == shard.count) {
        return FUHE_STATUS_OK;
    }
    for (shard.number = 1; shard.number <= shard.count; shard.number++) {
        if (next < count && headers[next].shard.number == shard.number) {
            next++;
        } else if (used + SHARD_BYTES + sizeof ", …" < sizeof found) {
            used += (size_t)snprintf(found + used, sizeof found - used, "%s%u/%u", used == 0 ? "" : ", ",
                                     (unsigned)shard.number, (unsigned)shard.count);
        } else {
            (void)snprintf(found + used, sizeof found - used, ", …");
            break;
        }
    }
    return refuse(err, FUHE_PROBLEM_MERGE_MISSING, found, NULL);
}

/* Nothing could be made of figures that this version might not come to. */
static enum fuhe_status check_engine(const struct fuhe_merge_header *header, struct fuhe_error *err) {
    return strcmp(header->engine, FUHE_VERSION) == 0
               ? FUHE_STATUS_OK
               : refuse(err, FUHE_PROBLEM_STORE_ENGINE, header->engine, FUHE_VERSION);
}

enum fuhe_status fuhe_merge_headers_read(struct fuhe_merge_source *sources, struct fuhe_merge_header *headers,
                                         size_t count, size_t *culprit, struct fuhe_error *err) {
    struct fuhe_merge_header first = {0};
    const char *first_folder = sources[0].folder;

    for (size_t i = 0; i < count; i++) {
        *culprit = i;
        FUHE_TRY(read_one(&sources[i], &headers[i], err));
        first = i == 0 ? headers[0] : first;
        const enum fuhe_status status = compare(&headers[i], &first, err);
        if (status != FUHE_STATUS_OK) {
            fuhe_error_set_subject(err, first_folder);
            return status;
        }
        FUHE_TRY(put_in_order(sources, headers, i, culprit, err));
    }
    *culprit = 0;
    FUHE_TRY(check_engine(&headers[0], err));
    *culprit = count;
    return check_complete(headers, count, err);
}

enum fuhe_status fuhe_merge_headers_check_taken(const struct fuhe_merge_header *headers, size_t count,
                                                struct fuhe_error *err) {
    int64_t left = headers[0].named;
    char found[NUMBER_BYTES];

    for (size_t i = 0; i < count; i++) {
        left -= headers[i].taken;
    }
    (void)snprintf(found, sizeof found, "%lld", (long long)left);
    return left == 0 ? FUHE_STATUS_OK : refuse(err, FUHE_PROBLEM_MERGE_LOST, found, NULL);
}
