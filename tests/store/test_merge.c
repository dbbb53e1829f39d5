/* SPDX-License-Identifier: Apache-2.0 */
/* Shards: how they are written, what belongs to which, and what they come to when they are put together. */
#include "store/merge.h"
#include "report/memory_output.h"
#include "store/writer.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#define WHOLE "merge-test.tmp"

enum { STEPS_MAX = 6, SHARDS = 3 };

static const char *const paths[SHARDS] = {"merge-test-1.tmp", "merge-test-2.tmp", "merge-test-3.tmp"};

/* --- numbers --- */

struct shard_row {
    const char *name;
    bool read;
    struct fuhe_shard shard;
};

static const struct shard_row shard_rows[] = {
    {"1/1", true, {1, 1}}, {"3/8", true, {3, 8}}, {"10000/10000", true, {10000, 10000}},
    {"0/2", false, {0}},   {"3/2", false, {0}},   {"1/10001", false, {0}},
    {"1", false, {0}},     {"1/", false, {0}},    {"/2", false, {0}},
    {"1/2/3", false, {0}}, {" 1/2", false, {0}},  {"-1/2", false, {0}},
    {"1/2 ", false, {0}},  {"a/b", false, {0}},   {"4294967297/4294967297", false, {0}},
    {"", false, {0}},      {"1//2", false, {0}},  {"01/2", true, {1, 2}},
};

static void reads(void **state) {
    const struct shard_row *row = *state;
    struct fuhe_shard shard = {0};

    assert_int_equal(fuhe_shard_read(row->name, &shard), row->read);
    if (row->read) {
        assert_int_equal(shard.number, row->shard.number);
        assert_int_equal(shard.count, row->shard.count);
    }
}

/* Every document belongs to exactly one shard, whatever it is called; what has no hash goes by its name. */
static void takes_once(void **state) {
    (void)state;
    for (unsigned document = 0; document < 500; document++) {
        char name[16];
        (void)snprintf(name, sizeof name, "%u", document);
        const struct fuhe_hash hash = fuhe_hash_of(fuhe_text_of(name));
        unsigned taken = 0;
        for (uint32_t number = 1; number <= 7; number++) {
            const struct fuhe_shard shard = {number, 7};
            const bool takes = fuhe_shard_takes(&shard, &hash, "elsewhere");
            assert_int_equal(takes, fuhe_shard_takes(&shard, &hash, "here"));
            assert_int_equal(takes, fuhe_shard_takes(&shard, NULL, name));
            taken += takes;
        }
        assert_int_equal(taken, 1);
    }
    assert_true(fuhe_shard_takes(&(struct fuhe_shard){0, 0}, NULL, "a"));
    assert_true(fuhe_shard_takes(&(struct fuhe_shard){1, 1}, NULL, "a"));
}

/* --- putting together --- */

/* What a shard comes by: a document, and whether it is its own. */
struct step {
    char path; /* '\0' ends the steps */
    bool own;
};

struct row {
    const char *name;
    struct step shards[SHARDS][STEPS_MAX];
    enum fuhe_problem problem;
    const char *in_force;
};

static const struct row rows[] = {
    {"each has some",
     {{{'a', true}, {'b', false}, {'c', false}, {'d', true}},
      {{'a', false}, {'b', true}, {'c', false}, {'d', false}},
      {{'a', false}, {'b', false}, {'c', true}, {'d', false}}},
     FUHE_PROBLEM_NONE,
     "a@1 b@2 c@3 d@4"},
    {"one has all",
     {{{'a', false}, {'b', false}}, {{'a', true}, {'b', true}}, {{'a', false}, {'b', false}}},
     FUHE_PROBLEM_NONE,
     "a@1 b@2"},
    {"named twice",
     {{{'a', true}, {'b', false}, {'a', true}, {'c', false}},
      {{'a', false}, {'b', true}, {'a', false}, {'c', false}},
      {{'a', false}, {'b', false}, {'a', false}, {'c', true}}},
     FUHE_PROBLEM_NONE,
     "a@1 b@2 c@4"},
    {"no documents", {{{'\0'}}, {{'\0'}}, {{'\0'}}}, FUHE_PROBLEM_NONE, ""},
    {"one in two shards",
     {{{'a', true}, {'b', false}}, {{'a', true}, {'b', false}}, {{'a', false}, {'b', true}}},
     FUHE_PROBLEM_MERGE_OVERLAP,
     NULL},
    {"one in none",
     {{{'a', true}, {'b', false}}, {{'a', false}, {'b', false}}, {{'a', false}, {'b', false}}},
     FUHE_PROBLEM_MERGE_LOST,
     NULL},
    {"one in two and one in none",
     {{{'a', true}, {'b', false}}, {{'a', true}, {'b', false}}, {{'a', false}, {'b', false}}},
     FUHE_PROBLEM_MERGE_OVERLAP,
     NULL},
    {"a document more",
     {{{'a', true}, {'b', false}}, {{'a', false}, {'b', true}}, {{'a', false}, {'b', false}, {'c', true}}},
     FUHE_PROBLEM_MERGE_DOCUMENTS,
     NULL},
    {"another order",
     {{{'a', true}, {'b', false}}, {{'a', false}, {'b', true}}, {{'b', false}, {'a', false}}},
     FUHE_PROBLEM_MERGE_NAMES,
     NULL},
};

static void write_step(struct fuhe_report *report, const struct step *step) {
    const char name[] = {step->path, '\0'};
    const struct fuhe_hash hash = fuhe_hash_of(fuhe_text_of(name));
    const struct fuhe_file_mark mark = {.file = name, .hash = step->own ? hash.bytes : NULL, .elsewhere = !step->own};
    struct fuhe_error error;

    (void)fuhe_error_set(&error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_NOT_XML, "found", NULL);
    if (step->own) {
        fuhe_store_records.failure(report, name, &error);
    }
    fuhe_store_records.file(report, &mark);
}

static void write_shard(const struct step *steps, uint32_t number, bool complete) {
    struct fuhe_pack_library library;
    struct fuhe_store *store = NULL;
    struct fuhe_store_writer *writer = NULL;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    struct fuhe_report report = {.format = &fuhe_store_records, .output = &memory->output};

    (void)remove(paths[number - 1]);
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_open_to_write(paths[number - 1], &store, NULL), FUHE_STATUS_OK);
    const struct fuhe_store_run_request request = {.library = &library, .shard = {number, SHARDS}};
    assert_int_equal(fuhe_store_writer_new(store, &request, &writer, NULL), FUHE_STATUS_OK);
    for (const struct step *step = steps; step->path != '\0'; step++) {
        write_step(&report, step);
    }
    assert_int_equal(fuhe_store_writer_take(writer, fuhe_memory_output_text(memory), NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_writer_end(writer, complete, NULL), FUHE_STATUS_OK);
    fuhe_store_writer_free(writer);
    fuhe_store_close(store);
    fuhe_pack_library_free(&library);
    fuhe_memory_output_free(memory);
}

static void ask(const char *sql, char *text, size_t size) {
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    size_t used = 0;

    text[0] = '\0';
    assert_int_equal(sqlite3_open(WHOLE, &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        used += (size_t)snprintf(text + used, size - used, "%s%s", used == 0 ? "" : " ",
                                 (const char *)sqlite3_column_text(statement, 0));
    }
    (void)sqlite3_finalize(statement);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

/* The stores in an order that begins with `first`. */
static enum fuhe_status merge(size_t first, size_t *culprit, struct fuhe_error *err) {
    struct fuhe_merge_source sources[SHARDS];

    for (size_t i = 0; i < SHARDS; i++) {
        const char *path = paths[(first + i) % SHARDS];
        sources[i] = (struct fuhe_merge_source){path, path};
    }
    (void)remove(WHOLE);
    return fuhe_merge_write(sources, SHARDS, WHOLE, culprit, err);
}

static void comes_to(void **state) {
    const struct row *row = *state;
    struct fuhe_error error;
    char text[200];
    size_t culprit;

    for (uint32_t number = 1; number <= SHARDS; number++) {
        write_shard(row->shards[number - 1], number, true);
    }
    for (size_t first = 0; first < SHARDS; first++) {
        if (row->in_force == NULL) {
            assert_int_equal(merge(first, &culprit, &error), FUHE_STATUS_UNREADABLE);
            assert_string_equal(fuhe_problem_name(error.problem), fuhe_problem_name(row->problem));
            continue;
        }
        assert_int_equal(merge(first, &culprit, &error), FUHE_STATUS_OK);
        ask("SELECT path || '@' || ordinal FROM in_force ORDER BY ordinal", text, sizeof text);
        assert_string_equal(text, row->in_force);
        ask("SELECT count(*) = (SELECT count(*) FROM in_force) FROM failure", text, sizeof text);
        assert_string_equal(text, "1");
        ask("SELECT number || complete || shard || shards || (named = taken) FROM run", text, sizeof text);
        assert_string_equal(text, "11111");
    }
}

/* The shard whose run has not ended is named. */
static void refuses_incomplete(void **state) {
    struct fuhe_error error;
    size_t culprit;

    (void)state;
    for (uint32_t number = 1; number <= SHARDS; number++) {
        write_shard(rows[0].shards[number - 1], number, number != 2);
    }
    assert_int_equal(merge(0, &culprit, &error), FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.problem, FUHE_PROBLEM_MERGE_INCOMPLETE);
    assert_string_equal(error.found, paths[1]);
    assert_int_equal(culprit, 1);
}

static void remove_all(void) {
    (void)remove(WHOLE);
    for (size_t i = 0; i < SHARDS; i++) {
        (void)remove(paths[i]);
    }
}

int main(void) {
    const struct CMUnitTest others[] = {
        cmocka_unit_test(takes_once),
        cmocka_unit_test(refuses_incomplete),
    };
    int failures = RUN_CASES("shard numbers", shard_rows, reads);

    failures += RUN_CASES("shards", rows, comes_to);
    failures += cmocka_run_group_tests_name("shards and stores", others, NULL, NULL);
    remove_all();
    return failures;
}
