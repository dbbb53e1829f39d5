/* SPDX-License-Identifier: Apache-2.0 */
/* Order, ties and a list that is full. */
#include "stats/foremost.h"

#include "tests/support/cases.h"

enum { ITEMS_MAX = 6 };

struct foremost_case {
    const char *name;
    size_t capacity;
    int given[ITEMS_MAX]; /* keys of items 1, 2, 3 …, ended by 0 */
    uint64_t expected[ITEMS_MAX];
};

static const struct foremost_case foremost_cases[] = {
    {"none", 3, {0}, {0}},
    {"fewer than there is room for", 3, {5, 7}, {2, 1}},
    {"ties by number", 4, {5, 7, 5, 7}, {2, 4, 1, 3}},
    {"the last goes", 3, {1, 2, 3, 4, 5}, {5, 4, 3}},
    {"a tie with the last does not come in", 2, {5, 4, 4}, {1, 2}},
    {"room for one", 1, {3, 9, 4}, {2}},
};

static void test_foremost(void **state) {
    const struct foremost_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_foremost foremost;
    size_t count = 0;

    assert_non_null(arena);
    assert_int_equal(fuhe_foremost_init(&foremost, row->capacity, arena), FUHE_STATUS_OK);
    for (size_t i = 0; i < ITEMS_MAX && row->given[i] != 0; i++) {
        fuhe_foremost_add(&foremost, &(struct fuhe_foremost_item){.key = row->given[i], .number = i + 1});
    }
    while (count < ITEMS_MAX && row->expected[count] != 0) {
        count++;
    }
    assert_int_equal(foremost.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(foremost.items[i].number, row->expected[i]);
    }
    fuhe_arena_free(arena);
}

int main(void) {
    return RUN_CASES("foremost", foremost_cases, test_foremost);
}
