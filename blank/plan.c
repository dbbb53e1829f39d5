/* SPDX-License-Identifier: Apache-2.0 */
/* Which groups a form has, how many rows each and what points the rules expect of it. The first level is called as the
 * rule pack calls it; the words of the second are those of the Ministry's indicator frame (财预〔2021〕101号), and cost
 * stands among the output where the rules do not list it apart. */
#include "blank/words.h"

/* Of a category: its words, and how many rows it has unless asked otherwise. */
struct usual {
    const char *level2[FUHE_BLANK_LEVEL2_MAX];
    uint32_t rows;
};

static const struct usual usual_groups[FUHE_CATEGORY_COUNT] = {
    [FUHE_CATEGORY_COST] = {{"经济成本指标", "社会成本指标", "生态环境成本指标"}, 3},
    [FUHE_CATEGORY_OUTPUT] = {{"数量指标", "质量指标", "时效指标"}, 6},
    [FUHE_CATEGORY_EFFECT] = {{"经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"}, 4},
    [FUHE_CATEGORY_SATISFACTION] = {{"服务对象满意度指标"}, 2},
};

static const char cost_of_output[] = "成本指标";

static bool is_expected(const struct fuhe_pack *pack, size_t category) {
    return pack->categories[category].weight.scaled > 0;
}

static void add_words(const struct fuhe_pack *pack, struct fuhe_blank_group *group) {
    const struct usual *usual = &usual_groups[group->category];

    while (group->level2_count < FUHE_BLANK_LEVEL2_MAX && usual->level2[group->level2_count] != NULL) {
        group->level2[group->level2_count] = usual->level2[group->level2_count];
        group->level2_count++;
    }
    if (group->category == FUHE_CATEGORY_OUTPUT && !is_expected(pack, FUHE_CATEGORY_COST)) {
        group->level2[group->level2_count++] = cost_of_output;
    }
}

static void add_group(struct fuhe_blank *blank, size_t category, uint32_t rows) {
    const struct fuhe_pack *pack = blank->request.pack;
    struct fuhe_blank_group *group = &blank->groups[blank->group_count++];
    const struct fuhe_text_list *words = &pack->categories[category].words;

    *group = (struct fuhe_blank_group){.category = (enum fuhe_category)category, .first = blank->rows, .rows = rows};
    if (words->count > 0) {
        fuhe_blank_copy(words->items[0], SIZE_MAX, group->level1, sizeof group->level1);
    }
    add_words(pack, group);
    blank->rows += rows;
}

/* --- weights ----------------------------------------------------------------------------------------------------- */

/* Points that a set of weights gives the groups of the form; 0 when a category without rows would have points, or one
 * with rows none. */
static bool fits(const struct fuhe_blank *blank, const fuhe_decimal weights[FUHE_CATEGORY_COUNT]) {
    bool has_rows[FUHE_CATEGORY_COUNT] = {false};
    bool good = true;

    for (uint32_t i = 0; i < blank->group_count; i++) {
        has_rows[blank->groups[i].category] = true;
    }
    for (size_t category = 0; category < FUHE_CATEGORY_COUNT; category++) {
        good = good && has_rows[category] == (weights[category].scaled > 0);
    }
    return good;
}

/* The usual weights, or the first variant that fits the groups; none where rows are asked for that no rule weighs. */
static void set_weights(struct fuhe_blank *blank) {
    const struct fuhe_pack *pack = blank->request.pack;
    fuhe_decimal weights[FUHE_CATEGORY_COUNT];
    const fuhe_decimal *chosen = weights;
    size_t variant = 0;

    for (size_t category = 0; category < FUHE_CATEGORY_COUNT; category++) {
        weights[category] = pack->categories[category].weight;
    }
    while (!fits(blank, chosen)) {
        if (variant == pack->variant_count) {
            return;
        }
        chosen = pack->variants[variant++].weights;
    }
    for (uint32_t i = 0; i < blank->group_count; i++) {
        blank->groups[i].weight = chosen[blank->groups[i].category];
    }
}

bool fuhe_blank_plan(const struct fuhe_blank_request *request, struct fuhe_blank *blank) {
    *blank = (struct fuhe_blank){.request = *request};
    for (size_t category = 0; category < FUHE_CATEGORY_COUNT; category++) {
        const uint32_t usual = is_expected(request->pack, category) ? usual_groups[category].rows : 0;
        const uint32_t rows = request->has_rows[category] ? request->rows[category] : usual;
        if (rows > 0) {
            add_group(blank, category, rows);
        }
    }
    set_weights(blank);
    return blank->rows > 0;
}

/* Each word has its share of the rows, in order; the first ones where there are fewer rows than words. */
const char *fuhe_blank_level2(const struct fuhe_blank_group *group, uint32_t row) {
    return group->level2[group->rows < group->level2_count ? row : row * group->level2_count / group->rows];
}
