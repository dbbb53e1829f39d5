/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_RULE_H
#define FUHE_ENGINE_RULE_H

#include "engine/text.h"

/* The four categories of indicators (一级指标). Execution (预算执行率) is scored apart. */
enum fuhe_category {
    FUHE_CATEGORY_COST,
    FUHE_CATEGORY_OUTPUT,
    FUHE_CATEGORY_EFFECT,
    FUHE_CATEGORY_SATISFACTION,
    FUHE_CATEGORY_COUNT,
    FUHE_CATEGORY_NONE = FUHE_CATEGORY_COUNT
};

const char *fuhe_category_name(enum fuhe_category category); /* "cost"; "" for NONE */

/* Every rule that a pack states. X(NAME, "id"). A result names the rule that it follows; the pack has its clause. */
#define FUHE_RULES(X)                                                                                                  \
    X(NONE, "")                                                                                                        \
    X(CATEGORIES, "categories")                                                                                        \
    X(WEIGHTS, "weights")                                                                                              \
    X(EXECUTION, "execution")                                                                                          \
    X(NUMBER_MORE, "number-more")                                                                                      \
    X(NUMBER_LESS, "number-less")                                                                                      \
    X(NUMBER_EQUAL, "number-equal")                                                                                    \
    X(RANK, "rank")                                                                                                    \
    X(ZERO_TARGET, "zero-target")                                                                                      \
    X(COST, "cost")                                                                                                    \
    X(WORDS, "words")                                                                                                  \
    X(SCALE, "scale")                                                                                                  \
    X(JUDGEMENT, "judgement")                                                                                          \
    X(OVER_COMPLETION, "over-completion")                                                                              \
    X(ROUNDING, "rounding")                                                                                            \
    X(CLAIM, "claim")                                                                                                  \
    X(DUPLICATES, "duplicates")                                                                                        \
    X(DEVIATION, "deviation")                                                                                          \
    X(GRADES, "grades")                                                                                                \
    X(REASONS, "reasons")                                                                                              \
    X(SATISFACTION, "satisfaction")                                                                                    \
    X(UNSPENT, "unspent")

enum fuhe_rule {
#define FUHE_RULE_ROW(name, id) FUHE_RULE_##name,
    FUHE_RULES(FUHE_RULE_ROW)
#undef FUHE_RULE_ROW
        FUHE_RULE_COUNT
};

const char *fuhe_rule_name(enum fuhe_rule rule); /* "number-more" */

#endif
