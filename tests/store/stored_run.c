/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/store/stored_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "store/writer.h"
#include "tests/support/cases.h"

enum { WORKERS = 2, STORE_FORMAT = 1 };

struct receiving {
    struct stored_lines *lines;
    struct fuhe_store_writer *writer;
};

static void add_lines(struct stored_lines *lines, fuhe_text bytes) {
    char *grown = realloc(lines->bytes, lines->length + bytes.length + 1);

    assert_non_null(grown);
    memcpy(grown + lines->length, bytes.bytes, bytes.length);
    lines->bytes = grown;
    lines->length += bytes.length;
    grown[lines->length] = '\0';
}

static enum fuhe_status take_bytes(void *context, size_t format, fuhe_text bytes) {
    struct receiving *receiving = context;

    if (format == STORE_FORMAT) {
        return fuhe_store_writer_take(receiving->writer, bytes, NULL);
    }
    add_lines(receiving->lines, bytes);
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_unscored(void *context, const struct fuhe_unscored *unscored) {
    (void)context, (void)unscored;
    return FUHE_STATUS_OK;
}

static const struct fuhe_pack *find_rules(struct fuhe_pack_library *library, const char *rules) {
    size_t index;

    assert_int_equal(fuhe_pack_library_init(library, NULL), FUHE_STATUS_OK);
    if (rules == NULL) {
        return NULL;
    }
    index = fuhe_pack_library_find(library, rules);
    if (index == library->count) {
        assert_int_equal(fuhe_pack_library_add_file(library, rules, &index, NULL), FUHE_STATUS_OK);
    }
    return &library->packs[index];
}

static void run_batch(const struct fuhe_batch_request *request, struct stored_lines *lines) {
    bool stopped = true;
    struct fuhe_batch *batch = fuhe_batch_start(request);

    assert_non_null(batch);
    while (!fuhe_batch_wait(batch, 50)) {
    }
    assert_int_equal(fuhe_batch_finish(batch, &lines->tally, &stopped), FUHE_STATUS_OK);
    assert_false(stopped);
}

void stored_run(const char *path, const struct stored_run *run, struct stored_lines *lines) {
    static const struct fuhe_report_format *const formats[] = {&fuhe_report_jsonl, &fuhe_store_records};
    struct stored_lines own = {0};
    struct receiving receiving = {.lines = &own};
    struct fuhe_pack_library library;
    struct fuhe_store *store = NULL;
    char *operands[STORED_OPERANDS_MAX];
    size_t count = 0;

    for (; run->operands[count] != NULL; count++) {
        operands[count] = (char *)(uintptr_t)run->operands[count];
    }
    const struct fuhe_pack *rules = find_rules(&library, run->rules);
    const struct fuhe_store_run_request request = {
        .library = &library,
        .rules = rules,
        .asked_rules = fuhe_text_of(run->rules),
        .started = fuhe_text_of(run->started == NULL ? "2025-03-01T08:00:00Z" : run->started)};
    assert_int_equal(fuhe_store_open_to_write(path, &store, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_writer_new(store, &request, &receiving.writer, NULL), FUHE_STATUS_OK);
    const struct fuhe_batch_request batch = {.source = {.operands = operands, .operand_count = count},
                                             .library = &library,
                                             .rules = rules,
                                             .formats = formats,
                                             .format_count = sizeof formats / sizeof formats[0],
                                             .workers = WORKERS,
                                             .store = receiving.writer,
                                             .sink = {take_bytes, take_unscored, &receiving}};
    run_batch(&batch, &own);
    assert_int_equal(fuhe_store_writer_end(receiving.writer, true, NULL), FUHE_STATUS_OK);
    fuhe_store_writer_free(receiving.writer);
    fuhe_store_close(store);
    fuhe_pack_library_free(&library);
    if (lines == NULL) {
        free(own.bytes);
    } else {
        *lines = own;
        lines->tally.grade_count = 1; /* their names were the library's */
    }
}

struct fuhe_store *stored_open(const char *path) {
    struct fuhe_store *store = NULL;

    assert_int_equal(fuhe_store_open(path, &store, NULL), FUHE_STATUS_OK);
    return store;
}

void stored_remove(const char *path) {
    static const char *const ends[] = {"", "-wal", "-shm"};
    char name[200];

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        (void)snprintf(name, sizeof name, "%s%s", path, ends[i]);
        (void)remove(name);
    }
}

void stored_execute(const char *path, const char *sql) {
    sqlite3 *database = NULL;

    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s: %s", sql, sqlite3_errmsg(database));
    }
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

char *stored_read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    long size;

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size = ftell(file);
    assert_true(size >= 0);
    rewind(file);
    bytes = malloc((size_t)size + 1);
    assert_non_null(bytes);
    *length = fread(bytes, 1, (size_t)size, file);
    bytes[*length] = '\0';
    (void)fclose(file);
    return bytes;
}

void stored_write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    (void)fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static bool is_listed(const int *list, int number) {
    for (; list != NULL && *list >= 0; list++) {
        if (*list == number) {
            return true;
        }
    }
    return false;
}

void stored_write_document(const char *path, const char *head, int copies, const int *broken) {
    static const char end_tag[] = "</form>";
    size_t length;
    char *department = stored_read_file("tests/forms/yanbian-2024/department.xml", &length);
    FILE *file = fopen(path, "wb");
    int number = 0;

    assert_non_null(file);
    (void)fputs(head, file);
    for (int i = 0; i < copies; i++) {
        for (const char *form = strstr(department, "<form "); form != NULL; number++) {
            const char *end = strstr(form, end_tag);
            assert_non_null(end);
            (void)fwrite(form, 1, (size_t)(end - form), file);
            (void)fputs(is_listed(broken, number) ? "\n" : "</form>\n", file);
            form = strstr(end, "<form ");
        }
    }
    (void)fputs("</forms>\n", file);
    assert_int_equal(fclose(file), 0);
    free(department);
}
