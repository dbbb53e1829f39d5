/* SPDX-License-Identifier: Apache-2.0 */
/* Small collections of which every similarity can be reckoned by hand, and what holds whatever the texts. A set is
 * written as stretches of numbers, "1-9 20"; each number is made a feature. */
#define _POSIX_C_SOURCE 200809L
#include "crosscheck/likeness.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "crosscheck/features.h"
#include "crosscheck/likeness_order.h"
#include "tests/support/cases.h"

enum { SETS_MAX = 8, OWNER = 1000 };

struct number_set {
    uint32_t items[FUHE_FEATURES_MAX];
    size_t count;
};

static int upwards(const void *a, const void *b) {
    const uint32_t first = *(const uint32_t *)a;
    const uint32_t second = *(const uint32_t *)b;

    return (first > second) - (first < second);
}

static void add_numbers(struct number_set *set, unsigned long from, unsigned long to) {
    for (unsigned long number = from; number <= to && set->count < FUHE_FEATURES_MAX; number++) {
        set->items[set->count++] = (uint32_t)number * UINT32_C(0x9E3779B1);
    }
    qsort(set->items, set->count, sizeof set->items[0], upwards);
}

static void read_set(const char *text, struct number_set *set) {
    set->count = 0;
    while (*text != '\0') {
        char *end;
        const unsigned long from = strtoul(text, &end, 10);
        const unsigned long to = *end == '-' ? strtoul(end + 1, &end, 10) : from;
        add_numbers(set, from, to);
        text = end + strspn(end, " ");
    }
}

static void add(struct fuhe_likeness *likeness, uint64_t owner, const struct number_set *set) {
    assert_int_equal(fuhe_likeness_add(likeness, owner, set->items, set->count, NULL), FUHE_STATUS_OK);
}

static void add_text(struct fuhe_likeness *likeness, uint64_t owner, const char *text) {
    static struct number_set set;

    read_set(text, &set);
    add(likeness, owner, &set);
}

static struct fuhe_likeness *new_likeness(void) {
    struct fuhe_likeness *likeness = NULL;

    assert_int_equal(fuhe_likeness_new(&likeness, NULL), FUHE_STATUS_OK);
    return likeness;
}

static struct fuhe_likeness_matches find(struct fuhe_likeness *likeness) {
    struct fuhe_likeness_matches matches = {0};

    assert_int_equal(fuhe_likeness_find(likeness, &matches, NULL), FUHE_STATUS_OK);
    return matches;
}

/* --- rows --- */

struct set_case {
    const char *name;
    const char *sets[SETS_MAX];
    const char *expected; /* text=like:group:similarity for each match; texts from 0 */
};

static const struct set_case set_cases[] = {
    {"no text", {0}, ""},
    {"one text", {"1-100"}, ""},
    {"two that have nothing in common", {"1-100", "200-300"}, ""},
    {"the same twice", {"1-100", "1-100"}, "0=0:0:1000 1=0:0:1000"},
    {"one feature, the same", {"7", "7"}, "0=0:0:1000 1=0:0:1000"},
    {"one feature, not the same", {"7", "8"}, ""},
    {"blank texts", {"", "", "1-9"}, ""},
    {"90 of 100", {"1-90 101-105", "1-90 201-205"}, "0=0:0:1000 1=0:0:900"},
    {"cut, not rounded", {"1-9 10", "1-9 11"}, "0=0:0:1000 1=0:0:818"},
    {"all but one of very many", {"1-2000", "1-1999"}, "0=0:0:1000 1=0:0:999"},
    {"on the limit", {"1-80 101-110", "1-80 201-210"}, "0=0:0:1000 1=0:0:800"},
    {"below the limit", {"1-799 1001-1100", "1-799 1101-1200"}, ""},
    {"one within the other", {"1-100", "1-95"}, "0=0:0:1000 1=0:0:950"},
    {"two pairs", {"1-50", "100-150", "100-150", "1-50"}, "0=0:0:1000 3=0:0:1000 1=1:1:1000 2=1:1:1000"},
    {"the same as the second", {"1-50", "60-90", "60-90"}, "1=1:0:1000 2=1:0:1000"},
    {"the third is like both, which are not alike",
     {"1-90 101-110", "11-100 111-120", "1-100"},
     "0=0:0:1000 1=2:0:818 2=0:0:818"},
    {"the more alike of two earlier ones that are not alike",
     {"1-90 101-110", "6-100 111-115", "1-100"},
     "0=0:0:1000 1=2:0:904 2=1:0:904"},
    {"within a group one will do", {"1-90", "1-95", "1-99"}, "0=0:0:1000 1=0:0:947 2=0:0:909"},
    {"like two that are the same", {"1-100", "1-100", "1-95"}, "0=0:0:1000 1=0:0:1000 2=0:0:950"},
    {"the same as one and like another", {"1-95", "1-100", "1-100"}, "0=0:0:1000 1=0:0:950 2=1:0:1000"},
};

static void print_matches(const struct fuhe_likeness_matches *matches, char *text, size_t size) {
    size_t length = 0;

    text[0] = '\0';
    for (size_t i = 0; i < matches->count; i++) {
        const struct fuhe_likeness_match *match = &matches->items[i];
        length += (size_t)snprintf(text + length, size - length, "%s%u=%u:%u:%u", i > 0 ? " " : "",
                                   (unsigned)(match->owner - OWNER), (unsigned)(match->like - OWNER),
                                   (unsigned)match->group, match->similarity);
    }
}

static void test_sets(void **state) {
    const struct set_case *row = *state;
    struct fuhe_likeness *likeness = new_likeness();
    char text[1024];

    for (size_t i = 0; i < SETS_MAX && row->sets[i] != NULL; i++) {
        add_text(likeness, OWNER + i, row->sets[i]);
    }
    const struct fuhe_likeness_matches matches = find(likeness);
    print_matches(&matches, text, sizeof text);
    assert_string_equal(text, row->expected);
    fuhe_likeness_free(likeness);
}

/* --- many texts --- */

/* Shares 90 features with all others and has 10 of its own. */
static void add_boilerplate(struct fuhe_likeness *likeness, unsigned long number) {
    static struct number_set set;

    set.count = 0;
    add_numbers(&set, 1, 90);
    add_numbers(&set, 1000 + 10 * number, 1009 + 10 * number);
    add(likeness, OWNER + number, &set);
}

/* What everybody writes makes no copy: 90 of 110 would be 818. */
static void test_common_phrases(void **state) {
    struct fuhe_likeness *likeness = new_likeness();

    (void)state;
    for (unsigned long i = 0; i < 1000; i++) {
        add_boilerplate(likeness, i);
    }
    assert_int_equal(find(likeness).count, 0);
    fuhe_likeness_free(likeness);
}

/* Weights of 1, for what 1,000 of 1,000 have, and of 6: (90 + 6 x 95) of (90 + 6 x 105). */
static void test_rare_phrases(void **state) {
    static struct number_set set;
    struct fuhe_likeness *likeness = new_likeness();

    (void)state;
    for (unsigned long i = 0; i < 1000; i++) {
        add_boilerplate(likeness, i);
    }
    for (unsigned long i = 0; i < 2; i++) {
        set.count = 0;
        add_numbers(&set, 1, 90);
        add_numbers(&set, 500, 594);
        add_numbers(&set, 600 + 5 * i, 604 + 5 * i);
        add(likeness, OWNER + 2000 + i, &set);
    }
    const struct fuhe_likeness_matches matches = find(likeness);
    assert_int_equal(matches.count, 2);
    assert_int_equal(matches.items[1].owner, OWNER + 2001);
    assert_int_equal(matches.items[1].like, OWNER + 2000);
    assert_int_equal(matches.items[1].similarity, 1000 * (90 + 6 * 95) / (90 + 6 * 105));
    fuhe_likeness_free(likeness);
}

/* One of two phrases that half of all texts have, from 1 or 101, and features of its own. */
static void add_with_phrase(struct fuhe_likeness *likeness, uint64_t owner, unsigned long from, unsigned long count) {
    static struct number_set set;
    const unsigned long phrase = owner % 2 == 0 ? 1 : 101;

    set.count = 0;
    add_numbers(&set, phrase, phrase + 99);
    add_numbers(&set, from, from + count - 1);
    add(likeness, owner, &set);
}

/* Pairs that share 300 features of weight 6 and differ in 200 of weight 2: 818, of plain counts 600. Who counts them
 * alike must look for them alike. */
static void test_weights_lead(void **state) {
    enum { OTHERS = 1000, PAIRS = 40 };
    struct fuhe_likeness *likeness = new_likeness();

    (void)state;
    for (unsigned long i = 0; i < OTHERS; i++) {
        add_with_phrase(likeness, i, 1000 + 10 * i, 10);
    }
    for (unsigned long i = 0; i < 2 * PAIRS; i++) {
        add_with_phrase(likeness, OTHERS + i, 100000 + 300 * (i / 2), 300);
    }
    const struct fuhe_likeness_matches matches = find(likeness);
    assert_in_range(matches.groups, PAIRS - 1, PAIRS);
    assert_int_equal(matches.count, 2 * matches.groups);
    fuhe_likeness_free(likeness);
}

/* Twelve texts that are nearly like one another, behind them two that are alike and have little but that to
 * themselves: where these meet, others are there already. */
static void add_crowd(struct fuhe_likeness *likeness, unsigned long family) {
    static struct number_set set;
    const unsigned long from = 1000 * family;

    for (unsigned long i = 0; i < 14; i++) {
        const unsigned long common = i < 12 ? 88 : 90;
        set.count = 0;
        add_numbers(&set, from, from + common - 1);
        add_numbers(&set, from + 100 + 12 * i, from + 100 + 12 * i + (100 - common) - 1);
        add(likeness, OWNER + 14 * family + i, &set);
    }
}

static void test_crowds(void **state) {
    enum { FAMILIES = 40 };
    struct fuhe_likeness *likeness = new_likeness();

    (void)state;
    for (unsigned long family = 0; family < FAMILIES; family++) {
        add_crowd(likeness, family);
    }
    const struct fuhe_likeness_matches matches = find(likeness);
    assert_in_range(matches.groups, FAMILIES - 1, FAMILIES);
    assert_int_equal(matches.count, 2 * matches.groups);
    assert_in_range(matches.items[1].similarity, 810, 825); /* 818, but for features that share a counter */
    fuhe_likeness_free(likeness);
}

static void test_all_the_same(void **state) {
    enum { TEXTS = 3000 };
    struct fuhe_likeness *likeness = new_likeness();

    (void)state;
    for (size_t i = 0; i < TEXTS; i++) {
        add_text(likeness, UINT64_MAX - i, "1-60");
    }
    const struct fuhe_likeness_matches matches = find(likeness);
    assert_int_equal(matches.count, TEXTS);
    assert_int_equal(matches.groups, 1);
    for (size_t i = 0; i < TEXTS; i++) {
        assert_true(matches.items[i].owner == UINT64_MAX - i && matches.items[i].like == UINT64_MAX);
        assert_int_equal(matches.items[i].similarity, 1000);
    }
    fuhe_likeness_free(likeness);
}

/* More features than there is room for: the first ones count. */
static void test_too_many_features(void **state) {
    static uint32_t features[FUHE_FEATURES_MAX + 500];
    struct fuhe_likeness *likeness = new_likeness();

    (void)state;
    for (size_t i = 0; i < FUHE_FEATURES_MAX + 500; i++) {
        features[i] = (uint32_t)i * 1000003;
    }
    for (size_t i = 0; i < 2; i++) {
        const size_t count = FUHE_FEATURES_MAX + 500 * i;
        assert_int_equal(fuhe_likeness_add(likeness, i, features, count, NULL), FUHE_STATUS_OK);
    }
    assert_int_equal(find(likeness).items[1].similarity, 1000);
    fuhe_likeness_free(likeness);
}

static void test_order(void **state) {
    enum { NUMBERS = 20000 };
    static uint64_t numbers[NUMBERS];
    uint64_t sum = 0;
    uint64_t sum_after = 0;

    (void)state;
    for (size_t i = 0; i < NUMBERS; i++) {
        const uint64_t upper = i % 3 == 0 ? 77 : i * i * UINT64_C(0x9E3779B97F4A7C15) >> 33;
        numbers[i] = upper << 32 | (NUMBERS - i);
        sum += numbers[i] ^ numbers[i] >> 7;
    }
    fuhe_likeness_order(numbers, NUMBERS);
    for (size_t i = 0; i < NUMBERS; i++) {
        assert_true(i == 0 || numbers[i - 1] < numbers[i]);
        sum_after += numbers[i] ^ numbers[i] >> 7;
    }
    assert_true(sum == sum_after);
    fuhe_likeness_order(numbers, 0);
}

/* --- no room on the disk --- */

static rlim_t set_file_limit(rlim_t bytes) {
    struct rlimit limit;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    return before;
}

/* Adds 300 texts until one fails, then looks for copies when none did. */
static enum fuhe_status work(struct fuhe_likeness *likeness, size_t features, struct fuhe_error *err) {
    static struct number_set set;
    struct fuhe_likeness_matches matches;

    set.count = 0;
    add_numbers(&set, 1, features);
    for (uint64_t i = 0; i < 300; i++) {
        set.items[set.count - 1] = UINT32_MAX - (uint32_t)i;
        FUHE_TRY(fuhe_likeness_add(likeness, i, set.items, set.count, err));
    }
    return fuhe_likeness_find(likeness, &matches, err);
}

struct disk_case {
    const char *name;
    size_t features; /* of each of 300 texts */
    rlim_t limit;    /* bytes of a file */
};

static const struct disk_case disk_cases[] = {
    {"no room at all", 100, 0},
    {"full while texts are added", 100, 50000},
    {"full at the last text", 100, 123500},   /* of 123,600 bytes */
    {"full while texts are signed", 1, 8000}, /* the texts are 4,800 bytes, the signatures 15,600 */
    {"full at the last signature", 1, 15500},
};

static void test_disk_is_full(void **state) {
    const struct disk_case *row = *state;
    struct fuhe_likeness *likeness = new_likeness();
    struct fuhe_error err = {0};

    (void)signal(SIGXFSZ, SIG_IGN);
    const rlim_t before = set_file_limit(row->limit);
    const enum fuhe_status status = work(likeness, row->features, &err);
    (void)set_file_limit(before);
    assert_int_equal(status, FUHE_STATUS_UNWRITABLE);
    assert_int_equal(err.problem, FUHE_PROBLEM_WRITE);
    assert_string_not_equal(err.found, "");
    fuhe_likeness_free(likeness);
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_common_phrases),    cmocka_unit_test(test_rare_phrases),
        cmocka_unit_test(test_weights_lead),      cmocka_unit_test(test_crowds),
        cmocka_unit_test(test_all_the_same),      cmocka_unit_test(test_order),
        cmocka_unit_test(test_too_many_features),
    };
    int failures = RUN_CASES("sets", set_cases, test_sets);

    failures += RUN_CASES("disk", disk_cases, test_disk_is_full);
    failures += cmocka_run_group_tests_name("many", tests, NULL, NULL);
    fuhe_likeness_free(NULL);
    return failures;
}
