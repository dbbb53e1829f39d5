/* SPDX-License-Identifier: Apache-2.0 */
/* Workers on a document of several parts, whole and broken: any number of them gives the same bytes, each form its own
 * number, each fault its place. Run under the thread sanitizer by the preset tsan. */
#include "batch/batch.h"
#include "store/survey.h"
#include "store/writer.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>

enum { COPIES = 40, COPY_FORMS = 15, ROOM = 4 << 20 };

/* What a batch has handed on. */
struct received {
    char *bytes;
    size_t length;
    size_t unscored;
    size_t limit; /* ends the batch when there are more bytes; 0 for no limit */
};

static enum fuhe_status take_bytes(void *context, size_t format, fuhe_text bytes) {
    struct received *received = context;

    assert_int_equal(format, 0);
    if (received->limit != 0 && received->length + bytes.length > received->limit) {
        return FUHE_STATUS_UNWRITABLE;
    }
    char *grown = realloc(received->bytes, received->length + bytes.length);
    assert_non_null(grown);
    received->bytes = grown;
    memcpy(received->bytes + received->length, bytes.bytes, bytes.length);
    received->length += bytes.length;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_unscored(void *context, const struct fuhe_unscored *unscored) {
    (void)unscored;
    ((struct received *)context)->unscored++;
    return FUHE_STATUS_OK;
}

static char *read_file(const char *path, size_t *length) {
    char *bytes = malloc(ROOM);
    FILE *file = fopen(path, "rb");

    assert_true(bytes != NULL && file != NULL);
    *length = fread(bytes, 1, ROOM - 1, file);
    bytes[*length] = '\0';
    (void)fclose(file);
    return bytes;
}

/* Writes the forms of the department many times over into a document at path; with `broken`, some of them without an
 * end tag, so that numbers cannot be told by looking at end tags alone. */
static void write_document(const char *path, bool broken) {
    size_t length;
    char *department = read_file("tests/forms/yanbian-2024/department.xml", &length);
    char *forms = strstr(department, "  <form ");
    char *end = strstr(department, "</forms>");
    FILE *file = fopen(path, "wb");

    assert_true(forms != NULL && end != NULL && file != NULL);
    (void)fwrite(department, 1, (size_t)(forms - department), file);
    for (int i = 0; i < COPIES; i++) {
        const size_t all = (size_t)(end - forms);
        const size_t cut = broken && i % 9 == 3 ? strlen("</form>\n") : 0;
        (void)fwrite(forms, 1, all - cut, file);
    }
    (void)fwrite(end, 1, strlen(end), file);
    assert_int_equal(fclose(file), 0);
    free(department);
}

static enum fuhe_status run_batch(const char *path, size_t workers, struct received *received,
                                  struct fuhe_tally *tally) {
    static const struct fuhe_report_format *const formats[] = {&fuhe_report_jsonl};
    struct fuhe_pack_library library;
    char *operands[] = {(char *)(uintptr_t)path};
    const struct fuhe_batch_request request = {.source = {.operands = operands, .operand_count = 1},
                                               .library = &library,
                                               .formats = formats,
                                               .format_count = 1,
                                               .workers = workers,
                                               .sink = {take_bytes, take_unscored, received}};
    bool stopped;

    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    struct fuhe_batch *batch = fuhe_batch_start(&request);
    assert_non_null(batch);
    while (!fuhe_batch_wait(batch, 50)) {
        const struct fuhe_batch_progress progress = fuhe_batch_progress(batch);
        assert_true(progress.done <= progress.whole);
    }
    const enum fuhe_status status = fuhe_batch_finish(batch, tally, &stopped);
    fuhe_pack_library_free(&library);
    return status;
}

/* Every form is there, with the numbers from 1 on but those of broken ones. */
static void check_numbers(const struct received *received, bool broken) {
    const char *line = received->bytes;
    char *all = malloc(received->length + 1);

    assert_non_null(all);
    memcpy(all, received->bytes, received->length);
    all[received->length] = '\0';
    line = all;
    for (int number = 1; number <= COPIES * COPY_FORMS; number++) {
        char wanted[40];
        if (broken && number % COPY_FORMS == 0 && (number / COPY_FORMS - 1) % 9 == 3) {
            continue;
        }
        (void)snprintf(wanted, sizeof wanted, "\"number\":%d,\"id\"", number);
        line = strstr(line, wanted);
        assert_non_null(line);
    }
    free(all);
}

static void check_document(bool broken) {
    static const size_t workers[] = {1, 3, 8};
    const char *path = broken ? "batch-broken.tmp" : "batch-whole.tmp";
    struct received first = {0};

    write_document(path, broken);
    for (size_t i = broken ? 1 : 0; i < sizeof workers / sizeof workers[0]; i++) {
        struct received received = {0};
        struct fuhe_tally tally;
        assert_int_equal(run_batch(path, workers[i], &received, &tally), FUHE_STATUS_OK);
        const size_t lost = broken ? (COPIES - 3 + 8) / 9 : 0;
        assert_int_equal(tally.forms, COPIES * COPY_FORMS - lost);
        assert_int_equal(tally.failures, lost);
        assert_int_equal(received.unscored, lost);
        if (first.bytes == NULL) {
            check_numbers(&received, broken);
            first = received;
            continue;
        }
        assert_int_equal(received.length, first.length);
        assert_memory_equal(received.bytes, first.bytes, first.length);
        free(received.bytes);
    }
    free(first.bytes);
    (void)remove(path);
}

static void whole_document(void **state) {
    (void)state;
    check_document(false);
}

static void broken_document(void **state) {
    (void)state;
    check_document(true);
}

/* A receiver that refuses ends the batch; nothing is handed on behind it. */
static void receiver_refuses(void **state) {
    struct received received = {.limit = 1000000};
    struct fuhe_tally tally;

    (void)state;
    write_document("batch-refused.tmp", false);
    assert_int_equal(run_batch("batch-refused.tmp", 2, &received, &tally), FUHE_STATUS_UNWRITABLE);
    assert_true(received.length <= received.limit);
    free(received.bytes);
    (void)remove("batch-refused.tmp");
}

/* --- into a store --- */

#define STORE "batch-store.tmp"

static enum fuhe_status take_records(void *context, size_t format, fuhe_text records) {
    (void)format;
    return fuhe_store_writer_take(context, records, NULL);
}

static enum fuhe_status leave_unscored(void *context, const struct fuhe_unscored *unscored) {
    (void)context, (void)unscored;
    return FUHE_STATUS_OK;
}

static void run_into_store(const char *path, size_t workers, struct fuhe_tally *tally) {
    static const struct fuhe_report_format *const formats[] = {&fuhe_store_records};
    struct fuhe_pack_library library;
    struct fuhe_store *store = NULL;
    struct fuhe_store_writer *writer = NULL;
    char forms[] = "tests/forms/yanbian-2024";
    char others[] = "tests/cli/forms";
    char *operands[] = {(char *)(uintptr_t)path, forms, others};
    const struct fuhe_store_run_request run = {.library = &library};
    struct fuhe_batch_request request = {.source = {.operands = operands, .operand_count = 3},
                                         .library = &library,
                                         .formats = formats,
                                         .format_count = 1,
                                         .reviews_only = true,
                                         .workers = workers,
                                         .sink = {.write = take_records, .unscored = leave_unscored}};
    bool stopped;

    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_open_to_write(STORE, &store, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_writer_new(store, &run, &writer, NULL), FUHE_STATUS_OK);
    request.store = writer;
    request.sink.context = writer;
    struct fuhe_batch *batch = fuhe_batch_start(&request);
    assert_non_null(batch);
    while (!fuhe_batch_wait(batch, 50)) {
    }
    assert_int_equal(fuhe_batch_finish(batch, tally, &stopped), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_writer_end(writer, true, NULL), FUHE_STATUS_OK);
    fuhe_store_writer_free(writer);
    fuhe_store_close(store);
    fuhe_pack_library_free(&library);
}

static void count_stored(struct fuhe_tally *tally) {
    struct fuhe_store *store = NULL;
    struct fuhe_arena *arena = fuhe_arena_new();

    assert_non_null(arena);
    assert_int_equal(fuhe_store_open(STORE, &store, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_store_tally(store, arena, tally, NULL), FUHE_STATUS_OK);
    fuhe_store_close(store);
    fuhe_arena_free(arena);
}

/* What is in force is what the batch has counted; a second run finds all of it known, by any worker, and scores
 * nothing. */
static void store_takes_all(void **state) {
    struct fuhe_tally scored;
    struct fuhe_tally stored;
    struct fuhe_tally again;

    (void)state;
    (void)remove(STORE);
    write_document("batch-stored.tmp", true);
    run_into_store("batch-stored.tmp", 3, &scored);
    count_stored(&stored);
    assert_int_equal(stored.files, scored.files);
    assert_int_equal(stored.forms, scored.forms);
    assert_int_equal(stored.failures, scored.failures);
    assert_memory_equal(stored.states, scored.states, sizeof stored.states);
    assert_memory_equal(stored.findings, scored.findings, sizeof stored.findings);
    run_into_store("batch-stored.tmp", 4, &again);
    assert_int_equal(again.files, scored.files);
    assert_int_equal(again.forms, 0);
    count_stored(&again);
    assert_int_equal(again.forms, scored.forms);
    (void)remove("batch-stored.tmp");
    (void)remove(STORE);
}

static int enter_folder(void **state) {
    (void)state;
    return access("tests/forms/yanbian-2024/department.xml", R_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(whole_document), cmocka_unit_test(broken_document),
                                       cmocka_unit_test(receiver_refuses), cmocka_unit_test(store_takes_all)};

    xmlInitParser();
    return cmocka_run_group_tests(tests, enter_folder, NULL);
}
