/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "engine/output.h"
#include "tests/support/cases.h"

enum { BUFFER_SIZE = sizeof((struct fuhe_output *)NULL)->buffer };

/* Keeps what it is given; fails from the given call on. */
struct recorder {
    char bytes[4 * BUFFER_SIZE];
    size_t length;
    unsigned calls;
    unsigned fail_from; /* 0: never */
};

static struct recorder recorder;
static struct fuhe_output output;

static enum fuhe_status record(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct recorder *const into = context;

    into->calls++;
    if (into->fail_from != 0 && into->calls >= into->fail_from) {
        return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, "disk full", NULL);
    }
    assert_true(into->length + length <= sizeof into->bytes);
    memcpy(into->bytes + into->length, bytes, length);
    into->length += length;
    return FUHE_STATUS_OK;
}

static void start(unsigned fail_from) {
    memset(&recorder, 0, sizeof recorder);
    recorder.fail_from = fail_from;
    fuhe_output_init(&output, record, &recorder);
}

static void pieces_are_written_as_one(void **state) {
    (void)state;
    start(0);
    fuhe_output_text(&output, FUHE_TEXT("得分 "));
    fuhe_output_text(&output, (fuhe_text){NULL, 0});
    fuhe_output_decimal(&output, (fuhe_decimal){9400000}, 2);
    fuhe_output_char(&output, '/');
    fuhe_output_size(&output, 0);
    fuhe_output_string(&output, " of ");
    fuhe_output_size(&output, SIZE_MAX);
    assert_int_equal(recorder.calls, 0);
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_OK);
    assert_string_equal(recorder.bytes, "得分 9.40/0 of 18446744073709551615");
    assert_int_equal(recorder.calls, 1);
}

static void nothing_is_not_written(void **state) {
    (void)state;
    start(0);
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_OK);
    assert_int_equal(recorder.calls, 0);
}

struct length_case {
    const char *name;
    size_t first;
    size_t second;
    unsigned calls; /* of the writer */
};

static const struct length_case length_cases[] = {
    {"buffer just full", BUFFER_SIZE - 5, 5, 2},
    {"one byte too many", BUFFER_SIZE - 5, 6, 2},
    {"second as long as the buffer", 5, BUFFER_SIZE, 3},
    {"second longer than the buffer", 5, BUFFER_SIZE + 1, 3},
    {"both longer than the buffer", BUFFER_SIZE + 7, BUFFER_SIZE + 9, 3},
};

static void order_and_bytes_stay(void **state) {
    static char bytes[2 * BUFFER_SIZE];
    const struct length_case *row = *state;

    start(0);
    memset(bytes, 'a', row->first);
    fuhe_output_text(&output, (fuhe_text){bytes, row->first});
    memset(bytes, 'b', row->second);
    fuhe_output_text(&output, (fuhe_text){bytes, row->second});
    fuhe_output_char(&output, 'c');
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_OK);
    assert_int_equal(recorder.calls, row->calls);
    assert_int_equal(recorder.length, row->first + row->second + 1);
    for (size_t i = 0; i < recorder.length; i++) {
        assert_int_equal(recorder.bytes[i], i < row->first ? 'a' : i < row->first + row->second ? 'b' : 'c');
    }
}

static void first_failure_is_kept(void **state) {
    struct fuhe_error err = {0};

    (void)state;
    start(2);
    fuhe_output_string(&output, "kept");
    assert_int_equal(fuhe_output_flush(&output, &err), FUHE_STATUS_OK);
    assert_int_equal(err.status, FUHE_STATUS_OK);
    fuhe_output_string(&output, "lost");
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_UNWRITABLE);
    for (size_t i = 0; i < BUFFER_SIZE + 1; i++) {
        fuhe_output_char(&output, 'x');
    }
    assert_int_equal(fuhe_output_flush(&output, &err), FUHE_STATUS_UNWRITABLE);
    assert_int_equal(recorder.calls, 2);
    assert_string_equal(recorder.bytes, "kept");
    assert_int_equal(err.status, FUHE_STATUS_UNWRITABLE);
    assert_int_equal(err.problem, FUHE_PROBLEM_WRITE);
    assert_string_equal(err.found, "disk full");
}

static void a_long_text_behind_a_failure_is_dropped(void **state) {
    static char bytes[BUFFER_SIZE + 1];

    (void)state;
    start(1);
    fuhe_output_char(&output, 'x');
    fuhe_output_text(&output, (fuhe_text){bytes, sizeof bytes});
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_UNWRITABLE);
    assert_int_equal(recorder.calls, 1);
}

static void init_forgets_a_failure(void **state) {
    (void)state;
    start(1);
    fuhe_output_char(&output, 'x');
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_UNWRITABLE);
    start(0);
    fuhe_output_char(&output, 'y');
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_OK);
    assert_string_equal(recorder.bytes, "y");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_written_as_one), cmocka_unit_test(nothing_is_not_written),
        cmocka_unit_test(first_failure_is_kept),     cmocka_unit_test(a_long_text_behind_a_failure_is_dropped),
        cmocka_unit_test(init_forgets_a_failure),
    };
    return cmocka_run_group_tests_name("output", tests, NULL, NULL) +
           RUN_CASES("lengths", length_cases, order_and_bytes_stay);
}
