/* SPDX-License-Identifier: Apache-2.0 */
/* Counts of parts add up to the counts of the whole, whatever order their grades appear in. */
#include "api/fuhe.h"
#include "report/memory_output.h"
#include "report/tally.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 1 << 20 };

/* The forms of a file, tallied in parts of `size` forms that are added up. */
struct tallying {
    size_t size;
    struct fuhe_tally part;
    struct fuhe_tally whole;
};

static void flush(struct tallying *tallying) {
    fuhe_tally_add(&tallying->whole, &tallying->part);
    fuhe_tally_reset(&tallying->part);
}

static enum fuhe_status take_result(void *context, const struct fuhe_result *result) {
    struct tallying *tallying = context;

    fuhe_tally_add_form(&tallying->part, result);
    if (tallying->part.forms == tallying->size) {
        flush(tallying);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_unit(void *context, const struct fuhe_document *document,
                                  const struct fuhe_unit_review *review) {
    (void)document;
    fuhe_tally_add_unit(&((struct tallying *)context)->part, review);
    return FUHE_STATUS_OK;
}

static struct fuhe_memory_output *tally_file(const char *path, size_t size) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    struct fuhe_pack_library library;
    struct tallying tallying = {.size = size};
    const struct fuhe_score_sink sink = {take_result, take_unit, &tallying};
    char *bytes = malloc(ROOM);
    FILE *file = fopen(path, "rb");

    assert_true(memory != NULL && bytes != NULL && file != NULL);
    const size_t length = fread(bytes, 1, ROOM, file);
    (void)fclose(file);
    fuhe_tally_reset(&tallying.part);
    fuhe_tally_reset(&tallying.whole);
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    struct fuhe_scorer *scorer = fuhe_scorer_new(&library, NULL);
    assert_int_equal(fuhe_scorer_score_buffer(scorer, bytes, length, path, &sink, NULL), FUHE_STATUS_OK);
    flush(&tallying);
    fuhe_tally_write(&tallying.whole, true, &memory->output);
    fuhe_scorer_free(scorer);
    fuhe_pack_library_free(&library);
    free(bytes);
    return memory;
}

static void parts_add_up(void **state) {
    static const char path[] = "tests/forms/yanbian-2024/department.xml";
    struct fuhe_memory_output *whole = tally_file(path, 1000);
    const fuhe_text expected = fuhe_memory_output_text(whole);

    (void)state;
    assert_true(fuhe_text_contains(expected, FUHE_TEXT("\"forms\":15")));
    assert_true(fuhe_text_contains(expected, FUHE_TEXT("{\"claimed\":\"excellent\",\"recommended\":\"excellent\"")));
    for (size_t size = 1; size < 16; size++) {
        struct fuhe_memory_output *parts = tally_file(path, size);
        const fuhe_text text = fuhe_memory_output_text(parts);
        assert_int_equal(text.length, expected.length);
        assert_memory_equal(text.bytes, expected.bytes, text.length);
        fuhe_memory_output_free(parts);
    }
    fuhe_memory_output_free(whole);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(parts_add_up)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
