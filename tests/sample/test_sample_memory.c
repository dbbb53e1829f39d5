/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that runs out between a store and what is said of a sample: either all of it comes out, or the run says that
 * memory ran out; nothing is left out without a word. */
#include "sample/evaluation.h"

#include <stdio.h>

#include "report/memory_output.h"
#include "sample/reviewed.h"
#include "tests/store/stored_run.h"
#include "tests/support/cases.h"
#include "tests/support/failing_memory.h"

#define STORE "sample-memory-store.tmp"

enum { REVIEWED_SIZE = 1 << 16, WRITTEN_SIZE = 1 << 18 };

/* What comes out of a run in which nothing fails. */
static char whole[WRITTEN_SIZE];
static size_t whole_length;

/* The outputs of one run. */
struct written {
    struct fuhe_output output;
    size_t length;
    char bytes[WRITTEN_SIZE];
};

static enum fuhe_status put(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct written *written = context;

    (void)err;
    assert_true(written->length + length <= sizeof written->bytes);
    memcpy(written->bytes + written->length, bytes, length);
    written->length += length;
    return FUHE_STATUS_OK;
}

/* A table for that sample, all of it reviewed but for `left` lines. */
static fuhe_text fill_in(const struct fuhe_sample *sample, size_t left, char table[REVIEWED_SIZE]) {
    size_t end = (size_t)snprintf(table, REVIEWED_SIZE, "method,n,seed,batch,page,file,number,reviewed\n");

    for (size_t i = 0; i < sample->count; i++) {
        const struct fuhe_sample_item *item = &sample->items[i];
        end += (size_t)snprintf(table + end, REVIEWED_SIZE - end, "money,%zu,%u,%s,%u,%.*s,%zu,%s\n",
                                sample->request.count, (unsigned)sample->request.seed, sample->origin.fingerprint,
                                (unsigned)item->page, (int)item->file.length, item->file.bytes, item->number,
                                i < left ? "" : "50");
    }
    return (fuhe_text){table, end};
}

static enum fuhe_status evaluate(const struct fuhe_sample *sample, size_t left, struct fuhe_arena *arena,
                                 struct fuhe_output *output) {
    static char table[REVIEWED_SIZE];
    struct fuhe_reviewed reviewed;
    struct fuhe_evaluation evaluation;

    FUHE_TRY(fuhe_reviewed_read(fill_in(sample, left, table), sample, arena, &reviewed, NULL));
    FUHE_TRY(fuhe_evaluation_make(sample, &reviewed, arena, &evaluation, NULL));
    fuhe_evaluation_write_text(&evaluation, output);
    fuhe_evaluation_write_jsonl(&evaluation, output);
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_all(struct fuhe_survey *survey, struct fuhe_arena *arena, struct fuhe_output *output) {
    const struct fuhe_sample_request requests[] = {{FUHE_SAMPLE_RISK, 3, 1, 95}, {FUHE_SAMPLE_MONEY, 6, 1, 95}};
    struct fuhe_sample sample;

    for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++) {
        FUHE_TRY(fuhe_sample_draw(survey, &requests[i], arena, &sample, NULL));
        fuhe_sample_write_text(&sample, output);
        fuhe_sample_csv_add(&sample, output);
        fuhe_sample_write_jsonl(&sample, output);
    }
    FUHE_TRY(evaluate(&sample, 0, arena, output));
    return evaluate(&sample, 2, arena, output);
}

static enum fuhe_status draw(const void *context) {
    static struct written written;
    struct fuhe_store *store = NULL;
    struct fuhe_survey *survey = NULL;
    struct fuhe_arena *arena = fuhe_arena_new();
    enum fuhe_status status = arena == NULL ? FUHE_STATUS_NO_MEMORY : fuhe_store_open(context, &store, NULL);

    written.length = 0;
    fuhe_output_init(&written.output, put, &written);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_survey_new(store, &survey, NULL);
    }
    if (status == FUHE_STATUS_OK) {
        status = write_all(survey, arena, &written.output);
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_output_flush(&written.output, NULL);
    }
    if (status == FUHE_STATUS_OK && whole_length == 0) {
        memcpy(whole, written.bytes, written.length);
        whole_length = written.length;
    }
    if (status == FUHE_STATUS_OK) {
        assert_int_equal(written.length, whole_length);
        assert_memory_equal(written.bytes, whole, whole_length);
    }
    fuhe_survey_free(survey);
    fuhe_store_close(store);
    fuhe_arena_free(arena);
    return status;
}

static void test_memory(void **state) {
    static const struct stored_run run = {{"tests/forms/yanbian-2024/department.xml"}, NULL, NULL};

    (void)state;
    stored_remove(STORE);
    stored_run(STORE, &run, NULL);
    assert_true(failing_memory_exhaust(draw, STORE) > 10);
    stored_remove(STORE);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_memory)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
