/* SPDX-License-Identifier: Apache-2.0 */
/* Gauges come back by their number, in any order, and while others are still added. */
#include "stats/gauge_ledger.h"

#include "tests/support/cases.h"

enum { COUNT = 300 };

static struct fuhe_gauge gauge_of(size_t number) {
    struct fuhe_gauge gauge = {.forms = number};

    gauge.signs[FUHE_EASE_WORDS].part = 7 * number;
    gauge.signs[FUHE_EASE_WORDS].whole = 9000 * number;
    return gauge;
}

static void add(struct fuhe_gauge_ledger *ledger, size_t first, size_t last) {
    for (size_t i = first; i <= last; i++) {
        const struct fuhe_gauge gauge = gauge_of(i);
        assert_int_equal(fuhe_gauge_ledger_add(ledger, &gauge, NULL), FUHE_STATUS_OK);
    }
}

static void expect(struct fuhe_gauge_ledger *ledger, uint64_t number, size_t expected) {
    const struct fuhe_gauge gauge = gauge_of(expected);
    struct fuhe_gauge read;

    assert_int_equal(fuhe_gauge_ledger_read(ledger, number, &read, NULL), FUHE_STATUS_OK);
    assert_memory_equal(&read, &gauge, sizeof gauge);
}

static void test_any_order(void **state) {
    struct fuhe_gauge_ledger *ledger;

    (void)state;
    assert_int_equal(fuhe_gauge_ledger_new(&ledger, NULL), FUHE_STATUS_OK);
    expect(ledger, 1, 0);
    add(ledger, 1, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        const size_t number = i * 7 % COUNT + 1; /* 7 and 300 have no common factor: each once */
        expect(ledger, number, number);
    }
    expect(ledger, 12, 12);
    expect(ledger, 13, 13);
    add(ledger, COUNT + 1, COUNT + 2);
    expect(ledger, COUNT + 2, COUNT + 2);
    add(ledger, COUNT + 3, COUNT + 3);
    expect(ledger, 1, 1);
    expect(ledger, COUNT + 3, COUNT + 3);
    fuhe_gauge_ledger_free(ledger);
}

static void test_numbers_that_are_not_there(void **state) {
    struct fuhe_gauge_ledger *ledger;

    (void)state;
    assert_int_equal(fuhe_gauge_ledger_new(&ledger, NULL), FUHE_STATUS_OK);
    add(ledger, 1, 3);
    expect(ledger, 0, 0);
    expect(ledger, 4, 0);
    fuhe_gauge_ledger_free(ledger);
    fuhe_gauge_ledger_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_order),
                                       cmocka_unit_test(test_numbers_that_are_not_there)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
