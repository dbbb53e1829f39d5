/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_SUPPORT_PLAIN_PACK_H
#define FUHE_TESTS_SUPPORT_PLAIN_PACK_H

/* A small pack that holds together, built without any document: tests change one thing in it. It borrows static
 * memory, so one at a time. */
#include "engine/pack.h"

static inline struct fuhe_text_list plain_words(fuhe_text *words, size_t count) {
    return (struct fuhe_text_list){words, count};
}

static inline void plain_pack_init(struct fuhe_pack *pack) {
    static fuhe_text category_words[FUHE_CATEGORY_COUNT][2];
    static fuhe_text total_word, met_word, nearly_word, unmet_word;
    static struct fuhe_band bands[3];
    static struct fuhe_grade grades[2];
    static struct fuhe_scale_step scale[2];
    static struct fuhe_weight_variant variant;

    category_words[FUHE_CATEGORY_COST][0] = FUHE_TEXT("成本");
    category_words[FUHE_CATEGORY_OUTPUT][0] = FUHE_TEXT("产出");
    category_words[FUHE_CATEGORY_EFFECT][0] = FUHE_TEXT("效益指标");
    category_words[FUHE_CATEGORY_EFFECT][1] = FUHE_TEXT("效果指标");
    category_words[FUHE_CATEGORY_SATISFACTION][0] = FUHE_TEXT("满意度");
    total_word = FUHE_TEXT("年度资金总额");
    met_word = FUHE_TEXT("完成");
    nearly_word = FUHE_TEXT("基本完成");
    unmet_word = FUHE_TEXT("未完成");
    bands[0] = (struct fuhe_band){FUHE_DECIMAL(100), FUHE_DECIMAL(10)};
    bands[1] = (struct fuhe_band){FUHE_DECIMAL(60), FUHE_DECIMAL(5)};
    bands[2] = (struct fuhe_band){FUHE_DECIMAL(0), FUHE_DECIMAL(0)};
    grades[0] = (struct fuhe_grade){FUHE_TEXT("good"), {FUHE_TEXT("好"), FUHE_TEXT("good")}, FUHE_DECIMAL(60)};
    grades[1] = (struct fuhe_grade){FUHE_TEXT("poor"), {FUHE_TEXT("差"), FUHE_TEXT("poor")}, FUHE_DECIMAL(0)};
    scale[0] = (struct fuhe_scale_step){plain_words(&nearly_word, 1), FUHE_DECIMAL(80), FUHE_DECIMAL(100)};
    scale[1] = (struct fuhe_scale_step){plain_words(&unmet_word, 1), FUHE_DECIMAL(0), FUHE_DECIMAL(80)};
    variant = (struct fuhe_weight_variant){
        .id = FUHE_TEXT("no-cost"), .weights = {FUHE_DECIMAL(0), FUHE_DECIMAL(50), FUHE_DECIMAL(30), FUHE_DECIMAL(10)}};

    fuhe_pack_init(pack);
    pack->id = FUHE_TEXT("plain");
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        static const int64_t weights[FUHE_CATEGORY_COUNT] = {20, 40, 20, 10};
        pack->categories[i].words = plain_words(category_words[i], i == FUHE_CATEGORY_EFFECT ? 2 : 1);
        pack->categories[i].weight = FUHE_DECIMAL(weights[i]);
    }
    pack->variants = &variant;
    pack->variant_count = 1;
    pack->execution.weight = FUHE_DECIMAL(10);
    pack->execution.bands = bands;
    pack->execution.band_count = 3;
    pack->execution.total_words = plain_words(&total_word, 1);
    pack->met_words = plain_words(&met_word, 1);
    pack->scale = scale;
    pack->scale_count = 2;
    pack->grades = grades;
    pack->grade_count = 2;
    for (size_t i = FUHE_RULE_NONE + 1; i < FUHE_RULE_COUNT; i++) {
        pack->citations[i].present = true;
        pack->citations[i].says = (struct fuhe_bilingual){FUHE_TEXT("规则"), FUHE_TEXT("rule")};
    }
}

#endif
