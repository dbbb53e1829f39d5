/* SPDX-License-Identifier: Apache-2.0 */
/* Which of the packs that are built in a form is scored by, and the values that most depends on. */
#include "engine/pack_choice.h"
#include "tests/support/cases.h"
#include "tests/support/cells.h"
#include "xml/pack_library.h"

static struct fuhe_pack_library library;

struct choice_case {
    const char *name;
    const char *year;
    const char *region;
    const char *department;
    const char *level1; /* of the only indicator */
    const char *pack;
    enum fuhe_choice_reason reason;
};

static const struct choice_case choice_cases[] = {
    {"Yanbian 2024", "2024", "", "延边朝鲜族自治州政务服务和数字化建设管理局", "成本指标", "jilin-yanbian",
     FUHE_CHOICE_REGION},
    {"Jilin 2024 by its region", "2024年度", "吉林省", "某局", "产出指标", "jilin-yanbian", FUHE_CHOICE_REGION},
    {"Yanbian without year", "", "延边州", "", "成本指标", "jilin-yanbian", FUHE_CHOICE_REGION},
    {"Yanbian before its rules", "2023", "延边州", "", "成本指标", "mof-2021-cost", FUHE_CHOICE_NATIONAL},
    {"Yanbian after its rules", "2025", "延边州", "", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"elsewhere with costs", "2024", "", "成都市某局", "成本指标", "mof-2021-cost", FUHE_CHOICE_NATIONAL},
    {"elsewhere without costs", "2024", "", "成都市某局", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"costs before their rules", "2020", "", "某局", "成本指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"Jiangxi", "2023", "江西省南昌市", "", "产出指标", "jiangxi", FUHE_CHOICE_REGION},
    {"Jiangxi by its department, with costs", "2024", "", "江西省某厅", "成本指标", "jiangxi", FUHE_CHOICE_REGION},
    {"Jiangxi after its rules", "2025", "江西省", "", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"no Jiangxi: a lake in Zhejiang", "2023", "", "浙江西湖风景名胜区某局", "产出指标", "mof-2020",
     FUHE_CHOICE_NATIONAL},
    {"Zhejiang, not Jiangxi", "2023", "", "浙江省杭州市西湖区某局", "产出指标", "zhejiang", FUHE_CHOICE_REGION},
    {"no Jiangxi: a ford in Jiangsu", "2023", "", "镇江西津渡某管理处", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"Zhejiang", "2021", "浙江省", "", "产出指标", "zhejiang", FUHE_CHOICE_REGION},
    {"no Zhejiang: a road", "2021", "", "上海市浙江路街道办事处", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"Guangxi", "2022", "广西壮族自治区", "", "产出指标", "guangxi", FUHE_CHOICE_REGION},
    {"no Guangxi: a road", "2022", "", "青岛市广西路街道办事处", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"Pidu in Sichuan", "2025", "", "成都市郫都区某局", "产出指标", "sichuan-pidu", FUHE_CHOICE_REGION},
    {"Pidu before its rules", "2024", "", "成都市郫都区某局", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"Sichuan elsewhere", "2025", "四川省", "", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"a draft is not chosen: Hubei", "2023", "湖北省", "", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"no Hubei: a road", "2023", "", "武汉市洪湖北路小学", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"a draft is not chosen: Beijing", "2023", "北京市", "", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"a draft is not chosen: Guangdong, with costs", "2023", "", "广东省某厅", "成本指标", "mof-2021-cost",
     FUHE_CHOICE_NATIONAL},
    {"the defaults of the module are for who asks", "2020", "", "某局", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"before all rules", "2019", "", "某局", "产出指标", "mof-2020", FUHE_CHOICE_LATEST},
    {"no year", "", "", "某局", "产出指标", "mof-2020", FUHE_CHOICE_NATIONAL},
    {"no year, costs", "", "", "某局", "成本指标", "mof-2021-cost", FUHE_CHOICE_NATIONAL},
};

static void pack_is_chosen(void **state) {
    const struct choice_case *row = *state;
    struct fuhe_indicator indicator = {.level1 = cell_of(row->level1)};
    const struct fuhe_form form = {.year = cell_of(row->year),
                                   .region = cell_of(row->region),
                                   .department = cell_of(row->department),
                                   .indicators = &indicator,
                                   .indicator_count = 1};
    const struct fuhe_pack_choice choice = fuhe_pack_choose(library.packs, library.count, library.built_in, &form);

    assert_non_null(choice.pack);
    assert_string_equal(choice.pack->id.bytes, row->pack);
    assert_string_equal(fuhe_choice_reason_name(choice.reason), fuhe_choice_reason_name(row->reason));
}

struct category_case {
    const char *name;
    enum fuhe_category expected;
};

/* Words of the first level on published forms of several provinces. */
static const struct category_case category_cases[] = {
    {"成本指标", FUHE_CATEGORY_COST},
    {"产出指标", FUHE_CATEGORY_OUTPUT},
    {"产出指标(50分)", FUHE_CATEGORY_OUTPUT},
    {"效益指标", FUHE_CATEGORY_EFFECT},
    {"效果指标", FUHE_CATEGORY_EFFECT},
    {"效益 指标", FUHE_CATEGORY_EFFECT},
    {"满意度指标", FUHE_CATEGORY_SATISFACTION},
    {"满意度指标（10分）", FUHE_CATEGORY_SATISFACTION},
    {"服务对象满意度指标", FUHE_CATEGORY_SATISFACTION},
    {"管理指标", FUHE_CATEGORY_NONE},
};

static void every_pack_knows_the_words(void **state) {
    const struct category_case *row = *state;

    for (size_t i = 0; i < library.count; i++) {
        assert_int_equal(fuhe_pack_find_category(&library.packs[i], fuhe_text_of(row->name)), row->expected);
    }
}

/* Drafts alone may recall. */
static void packs_rest_on_papers(void **state) {
    (void)state;
    for (size_t i = 0; i < library.count; i++) {
        const struct fuhe_pack *pack = &library.packs[i];
        assert_int_equal(fuhe_pack_validate(pack, NULL), FUHE_STATUS_OK);
        for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
            assert_true(pack->status == FUHE_PACK_DRAFT ||
                        pack->citations[rule].confidence != FUHE_CONFIDENCE_RECALLED);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(packs_rest_on_papers)};

    if (fuhe_pack_library_init(&library, NULL) != FUHE_STATUS_OK) {
        return 1;
    }
    int failures = cmocka_run_group_tests_name("built-in packs", tests, NULL, NULL);
    failures += RUN_CASES("choice", choice_cases, pack_is_chosen);
    failures += RUN_CASES("categories", category_cases, every_pack_knows_the_words);
    fuhe_pack_library_free(&library);
    return failures;
}
