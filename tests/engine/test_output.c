/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "engine/output.h"
#include "tests/support/cases.h"

/* Keeps what was written; fails at the call of number `fail_at` (from 1; 0 for never). */
struct receiver {
    char bytes[200000];
    size_t length;
    unsigned calls;
    unsigned fail_at;
};

static struct receiver receiver;
static struct fuhe_output output;

static enum fuhe_status receive(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct receiver *target = context;

    target->calls++;
    if (target->calls == target->fail_at) {
        return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, "full", NULL);
    }
    memcpy(target->bytes + target->length, bytes, length);
    target->length += length;
    return FUHE_STATUS_OK;
}

static int start(void **state) {
    (void)state;
    memset(&receiver, 0, sizeof receiver);
    fuhe_output_init(&output, receive, &receiver);
    return 0;
}

static void pieces_arrive_in_order(void **state) {
    (void)state;
    fuhe_output_string(&output, "得分 ");
    fuhe_output_decimal(&output, (fuhe_decimal){9500000}, 2);
    fuhe_output_char(&output, ' ');
    fuhe_output_size(&output, 42);
    fuhe_output_text(&output, (fuhe_text){NULL, 0});
    assert_int_equal(receiver.calls, 0);
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_OK);
    assert_string_equal(receiver.bytes, "得分 9.50 42");
}

static void text_larger_than_the_buffer_arrives_whole(void **state) {
    static char large[sizeof output.buffer + 1];

    (void)state;
    memset(large, 'x', sizeof large);
    fuhe_output_string(&output, "before");
    fuhe_output_text(&output, (fuhe_text){large, sizeof large});
    fuhe_output_string(&output, "after");
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_OK);
    assert_int_equal(receiver.length, sizeof large + strlen("beforeafter"));
    assert_memory_equal(receiver.bytes, "beforex", 7);
    assert_memory_equal(receiver.bytes + receiver.length - 6, "xafter", 6);
}

static void first_failure_is_kept(void **state) {
    struct fuhe_error error = {0};

    (void)state;
    receiver.fail_at = 1;
    fuhe_output_string(&output, "lost");
    assert_int_equal(fuhe_output_flush(&output, NULL), FUHE_STATUS_UNWRITABLE);
    fuhe_output_string(&output, "never handed over");
    assert_int_equal(fuhe_output_flush(&output, &error), FUHE_STATUS_UNWRITABLE);
    assert_int_equal(error.problem, FUHE_PROBLEM_WRITE);
    assert_int_equal(receiver.calls, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(pieces_arrive_in_order, start),
        cmocka_unit_test_setup(text_larger_than_the_buffer_arrives_whole, start),
        cmocka_unit_test_setup(first_failure_is_kept, start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
