/* SPDX-License-Identifier: Apache-2.0 */
/* Totals that add up accepted claims or exact scores with more decimals than totals have: which of them are honest. */
#include "engine/review.h"
#include "tests/support/cases.h"
#include "tests/support/form_builder.h"
#include "xml/pack_library.h"

enum { CHANGES_MAX = 5, NEVER = FUHE_SEVERITY_COUNT };

struct change {
    const char *path;
    const char *text;
};

struct total_case {
    const char *name;
    const char *pack;
    enum fuhe_code code;
    int severity;
    struct change changes[CHANGES_MAX];
};

#define ROW(number, cell) "indicators/indicator[" #number "]/" cell
#define FUND(number, cell) "funds/fund[" #number "]/" cell
#define SUM FUHE_CODE_TOTAL_SUM
#define VERIFIED FUHE_CODE_TOTAL_VERIFIED

/* The other rows and the execution score give 75.25. */
#define RESULT(target, actual, score)                                                                                  \
    {ROW(3, "target"), "≥" target "人次"}, {ROW(3, "actual"), actual "人次"}, {                                        \
        ROW(3, "@score"), score                                                                                        \
    }
#define TOTAL(text)                                                                                                    \
    { "total/@claimed", text }

static const struct total_case total_cases[] = {
    {"with the decimals of its rows",
     "jilin-yanbian",
     VERIFIED,
     NEVER,
     {RESULT("1300", "1260", "19.385"), TOTAL("94.635")}},
    {"… but not those",
     "jilin-yanbian",
     VERIFIED,
     FUHE_SEVERITY_ERROR,
     {RESULT("1300", "1260", "19.385"), TOTAL("94.645")}},
    {"rounded once, from 93.848", "jilin-yanbian", VERIFIED, NEVER, {RESULT("1270", "1181", "18.598"), TOTAL("93.8")}},
    {"exact scores of 93.56496…",
     "jilin-yanbian",
     VERIFIED,
     FUHE_SEVERITY_NOTE,
     {RESULT("1270", "1163", "18.315"), TOTAL("93.56")}},
    {"exact scores of execution, 9.124, and satisfaction, 9.4842…",
     "mof-2020",
     SUM,
     FUHE_SEVERITY_NOTE,
     {{FUND(1, "@executed"), "36.496"},
      {FUND(1, "@score"), "9.12"},
      {ROW(5, "actual"), "90.1%"},
      {ROW(5, "@score"), "9.48"},
      TOTAL("96.86")}},
};

static struct fuhe_pack_library library;

static const struct fuhe_finding *find(const struct fuhe_review *review, enum fuhe_code code) {
    for (size_t i = 0; i < review->findings.count; i++) {
        if (review->findings.items[i].code == code) {
            return &review->findings.items[i];
        }
    }
    return NULL;
}

static void total_is_judged(void **state) {
    const struct total_case *row = *state;
    const struct fuhe_pack *pack = &library.packs[fuhe_pack_library_find(&library, row->pack)];
    struct fuhe_arena *arena = fuhe_arena_new();
    struct form_builder builder;
    struct fuhe_review review;

    assert_non_null(arena);
    form_builder_init(&builder);
    for (size_t i = 0; i < CHANGES_MAX && row->changes[i].path != NULL; i++) {
        form_builder_set(&builder, row->changes[i].path, row->changes[i].text);
    }
    assert_int_equal(fuhe_review_form(&builder.form, pack, arena, &review), FUHE_STATUS_OK);

    const struct fuhe_finding *finding = find(&review, row->code);
    if (row->severity == NEVER) {
        assert_null(finding);
    } else {
        assert_non_null(finding);
        assert_int_equal(finding->severity, row->severity);
    }
    fuhe_arena_free(arena);
}

int main(void) {
    if (fuhe_pack_library_init(&library, NULL) != FUHE_STATUS_OK) {
        return 1;
    }
    const int failures = RUN_CASES("totals", total_cases, total_is_judged);
    fuhe_pack_library_free(&library);
    return failures;
}
