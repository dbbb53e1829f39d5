/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/pack_choice.h"
#include "tests/support/cases.h"
#include "tests/support/cells.h"

enum { PACKS = 6 };

/* A prefecture's pack of 2024, its province's, two national ones (without and with costs), a draft, a repealed one. */
static void make_packs(struct fuhe_pack packs[PACKS]) {
    static fuhe_text prefecture[] = {{"延边", sizeof "延边" - 1}};
    static fuhe_text province[] = {{"吉林省", sizeof "吉林省" - 1}};
    static fuhe_text cost_word = {"成本", sizeof "成本" - 1};

    for (size_t i = 0; i < PACKS; i++) {
        fuhe_pack_init(&packs[i]);
        packs[i].categories[FUHE_CATEGORY_COST].words = (struct fuhe_text_list){&cost_word, 1};
    }
    packs[0].id = FUHE_TEXT("prefecture");
    packs[0].from = 20240101;
    packs[0].to = 20241231;
    packs[0].regions = (struct fuhe_text_list){prefecture, 1};
    packs[1].id = FUHE_TEXT("province");
    packs[1].from = 20220101;
    packs[1].regions = (struct fuhe_text_list){province, 1};
    packs[2].id = FUHE_TEXT("national");
    packs[2].from = 20200225;
    packs[3].id = FUHE_TEXT("national-cost");
    packs[3].from = 20210818;
    packs[3].status = FUHE_PACK_TRIAL;
    packs[3].needs_cost = true;
    packs[4].id = FUHE_TEXT("draft");
    packs[4].status = FUHE_PACK_DRAFT;
    packs[4].from = 20240101;
    packs[5].id = FUHE_TEXT("repealed");
    packs[5].status = FUHE_PACK_REPEALED;
    packs[5].from = 20240101;
}

struct choice_case {
    const char *name;
    const char *year;
    const char *region;
    const char *document_region;
    const char *department;
    const char *unit;
    const char *level1; /* of the only indicator; NULL for none */
    const char *pack;
    enum fuhe_choice_reason reason;
    const char *matched;
};

static const struct choice_case choice_cases[] = {
    {"by department", "2024", "", "", "延边州政务局", "", "成本指标", "prefecture", FUHE_CHOICE_REGION, "延边"},
    {"by unit", "2024年度", "", "", "", "延边州政务局", NULL, "prefecture", FUHE_CHOICE_REGION, "延边"},
    {"by region cell", "2024", "延边州", "", "某局", "", NULL, "prefecture", FUHE_CHOICE_REGION, "延边"},
    {"by the document's region", "2024", "", "延边", "某局", "", NULL, "prefecture", FUHE_CHOICE_REGION, "延边"},
    {"region cell before department", "2024", "广东省", "延边", "延边州政务局", "", NULL, "national",
     FUHE_CHOICE_NATIONAL, ""},
    {"the form's region before the document's", "2024", "吉林省", "延边", "", "", NULL, "province", FUHE_CHOICE_REGION,
     "吉林省"},
    {"longest word wins", "2024", "吉林省延边州", "", "", "", NULL, "province", FUHE_CHOICE_REGION, "吉林省"},
    {"region pack of another year gives way", "2025", "延边州", "", "", "", NULL, "national", FUHE_CHOICE_NATIONAL, ""},
    {"national with costs", "2024", "", "", "某局", "", "成本指标", "national-cost", FUHE_CHOICE_NATIONAL, ""},
    {"national without costs", "2024", "", "", "某局", "", "产出指标", "national", FUHE_CHOICE_NATIONAL, ""},
    {"no indicator at all", "2024", "", "", "某局", "", NULL, "national", FUHE_CHOICE_NATIONAL, ""},
    {"costs before their rules", "2020", "", "", "", "", "成本指标", "national", FUHE_CHOICE_NATIONAL, ""},
    {"the year in which rules begin", "2021", "", "", "", "", "成本指标", "national-cost", FUHE_CHOICE_NATIONAL, ""},
    {"before any rules", "2019", "", "", "", "", NULL, "national", FUHE_CHOICE_LATEST, ""},
    {"before any rules, with region", "2019", "延边州", "", "", "", "成本指标", "national", FUHE_CHOICE_LATEST, ""},
    {"no year, region", "", "延边州", "", "", "", NULL, "prefecture", FUHE_CHOICE_REGION, "延边"},
    {"no year", "", "", "", "", "", NULL, "national", FUHE_CHOICE_NATIONAL, ""},
    {"no year, costs", "—", "", "", "", "", "成本", "national-cost", FUHE_CHOICE_NATIONAL, ""},
};

static void pack_is_chosen(void **state) {
    const struct choice_case *row = *state;
    struct fuhe_pack packs[PACKS];
    const struct fuhe_document document = {.region = cell_of(row->document_region)};
    struct fuhe_indicator indicator = {.level1 = cell_of(row->level1 == NULL ? "" : row->level1)};
    const struct fuhe_form form = {.document = &document,
                                   .year = cell_of(row->year),
                                   .region = cell_of(row->region),
                                   .department = cell_of(row->department),
                                   .unit = cell_of(row->unit),
                                   .indicators = &indicator,
                                   .indicator_count = row->level1 == NULL ? 0 : 1};

    make_packs(packs);
    const struct fuhe_pack_choice choice = fuhe_pack_choose(packs, PACKS, PACKS, &form);
    assert_non_null(choice.pack);
    assert_string_equal(choice.pack->id.bytes, row->pack);
    assert_string_equal(fuhe_choice_reason_name(choice.reason), fuhe_choice_reason_name(row->reason));
    assert_true(fuhe_text_equals(choice.matched, fuhe_text_of(row->matched)));
}

struct region_case {
    const char *name;
    const char *year;
    const char *region;
    bool has_other_years;
};

static const struct region_case region_rows[] = {
    {"no rules of the region", "2025", "上海市", false},
    {"rules of the region for another year", "2025", "延边州", true},
    {"rules of the region for the year", "2024", "延边州", false},
};

static void other_years_are_told(void **state) {
    const struct region_case *row = *state;
    struct fuhe_pack packs[PACKS];
    const struct fuhe_form form = {.year = cell_of(row->year), .region = cell_of(row->region)};

    make_packs(packs);
    packs[0].to = packs[1].to = 20241231;
    assert_int_equal(fuhe_pack_choose(packs, PACKS, PACKS, &form).has_other_years, row->has_other_years);
}

static void nothing_to_choose(void **state) {
    struct fuhe_pack packs[PACKS];
    const struct fuhe_form form = {.document = NULL};

    (void)state;
    make_packs(packs);
    assert_null(fuhe_pack_choose(packs, 0, PACKS, &form).pack);
    assert_null(fuhe_pack_choose(&packs[4], 2, PACKS, &form).pack); /* a draft and a repealed one */
    assert_null(fuhe_pack_choose(packs, 2, PACKS, &form).pack);     /* packs of other regions */
    assert_null(fuhe_pack_choose(&packs[3], 1, PACKS, &form).pack); /* a pack for costs that the form has not */
}

static void later_of_two_alike(void **state) {
    struct fuhe_pack packs[PACKS];
    const struct fuhe_form form = {.document = NULL};

    (void)state;
    make_packs(packs);
    packs[3] = packs[2];
    assert_ptr_equal(fuhe_pack_choose(packs, PACKS, PACKS, &form).pack, &packs[3]);
}

struct year_case {
    const char *name;
    const char *year;
    int32_t expected;
};

static const struct year_case year_cases[] = {
    {"plain", "2024", 2024},
    {"with the character", "2024年", 2024},
    {"fiscal year", " 2024 年度 ", 2024},
    {"full-width", "２０２４年度", 2024},
    {"first", "1900", 1900},
    {"last", "2999", 2999},
    {"too early", "1899", 0},
    {"too late", "3000", 0},
    {"two digits", "24", 0},
    {"five digits", "20245", 0},
    {"a range", "2023-2024", 0},
    {"in Chinese digits", "二〇二四年度", 2024},
    {"with a circle for zero", "二○二四年", 2024},
    {"with the character for zero", "二零二四", 2024},
    {"words behind", "2024年预算", 0},
    {"words", "去年", 0},
    {"a dash", "—", 0},
    {"blank", "", 0},
};

static void year_is(void **state) {
    const struct year_case *row = *state;
    const struct fuhe_form form = {.year = cell_of(row->year)};

    assert_int_equal(fuhe_form_year(&form), row->expected);
}

struct period_case {
    const char *name;
    int32_t from;
    int32_t to;
    int32_t year;
    bool expected;
};

static const struct period_case period_cases[] = {
    {"inside", 20240101, 20241231, 2024, true}, {"part of the year", 20240701, 0, 2024, true},
    {"before", 20240101, 0, 2023, false},       {"after", 0, 20241231, 2025, false},
    {"open at both ends", 0, 0, 1949, true},    {"unknown year", 20240101, 20241231, 0, true},
    {"the last day", 0, 20240101, 2024, true},
};

static void period_covers(void **state) {
    const struct period_case *row = *state;
    const struct fuhe_pack pack = {.from = row->from, .to = row->to};

    assert_int_equal(fuhe_pack_covers_year(&pack, row->year), row->expected);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_choose),
        cmocka_unit_test(later_of_two_alike),
    };
    int failures = cmocka_run_group_tests_name("few packs", tests, NULL, NULL);
    failures += RUN_CASES("choice", choice_cases, pack_is_chosen);
    failures += RUN_CASES("region of other years", region_rows, other_years_are_told);
    failures += RUN_CASES("year", year_cases, year_is);
    failures += RUN_CASES("period", period_cases, period_covers);
    return failures;
}
