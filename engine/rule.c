/* SPDX-License-Identifier: Apache-2.0 */
/* The stable words of rules and categories. */
#include "engine/rule.h"

static const char *const rule_names[FUHE_RULE_COUNT] = {
#define NAME_ROW(name, id) [FUHE_RULE_##name] = id,
    FUHE_RULES(NAME_ROW)
#undef NAME_ROW
};

static const char *const category_names[] = {
    [FUHE_CATEGORY_COST] = "cost",     [FUHE_CATEGORY_OUTPUT] = "output",
    [FUHE_CATEGORY_EFFECT] = "effect", [FUHE_CATEGORY_SATISFACTION] = "satisfaction",
    [FUHE_CATEGORY_NONE] = "",
};

const char *fuhe_rule_name(enum fuhe_rule rule) {
    return rule_names[rule];
}

const char *fuhe_category_name(enum fuhe_category category) {
    return category_names[category];
}
