/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_FINDING_H
#define FUHE_ENGINE_FINDING_H

#include "engine/decimal.h"
#include "engine/form.h"
#include "engine/rule.h"

enum fuhe_severity { FUHE_SEVERITY_NOTE, FUHE_SEVERITY_WARNING, FUHE_SEVERITY_ERROR, FUHE_SEVERITY_COUNT };

/* The codes and their usual severities, which a pack may change. X(NAME, "word", SEVERITY). docs/findings.md explains
 * each. */
#define FUHE_CODES(X)                                                                                                  \
    X(DOUBTFUL_READING, "doubtful-reading", ERROR)                                                                     \
    X(ITEM_SCORE, "item-score", ERROR)                                                                                 \
    X(ITEM_ROUNDED, "item-rounded", NOTE)                                                                              \
    X(ITEM_TRUNCATED, "item-truncated", WARNING)                                                                       \
    X(SCORE_OVER_WEIGHT, "score-over-weight", ERROR)                                                                   \
    X(FULL_MARKS_UNMET, "full-marks-unmet", ERROR)                                                                     \
    X(OVER_COMPLETION, "over-completion", NOTE)                                                                        \
    X(TOTAL_SUM, "total-sum", ERROR)                                                                                   \
    X(TOTAL_VERIFIED, "total-verified", ERROR)                                                                         \
    X(WEIGHT_SUM, "weight-sum", ERROR)                                                                                 \
    X(CATEGORY_WEIGHT, "category-weight", WARNING)                                                                     \
    X(DUPLICATE_INDICATOR, "duplicate-indicator", WARNING)                                                             \
    X(EXECUTION_RATE, "execution-rate", WARNING)                                                                       \
    X(EXECUTION_SCORE, "execution-score", ERROR)                                                                       \
    X(EXECUTION_SCORE_MISSING, "execution-score-missing", WARNING)                                                     \
    X(EXECUTION_OVER_100, "execution-over-100", WARNING)                                                               \
    X(FUNDS_TOTAL_MISSING, "funds-total-missing", WARNING)                                                             \
    X(FUNDS_SUM, "funds-sum", WARNING)                                                                                 \
    X(COST_TARGET_SUM, "cost-target-sum", WARNING)                                                                     \
    X(COST_ACTUAL_SUM, "cost-actual-sum", WARNING)                                                                     \
    X(REASON_MISSING, "reason-missing", WARNING)                                                                       \
    X(REASON_NEEDLESS, "reason-needless", NOTE)                                                                        \
    X(UNIT_MISMATCH, "unit-mismatch", WARNING)                                                                         \
    X(UNIT_MISSING, "unit-missing", NOTE)                                                                              \
    X(STALE_YEAR, "stale-year", WARNING)                                                                               \
    X(SATISFACTION_MISSING, "satisfaction-missing", WARNING)                                                           \
    X(SATISFACTION_UNMEASURED, "satisfaction-unmeasured", NOTE)                                                        \
    X(UNSPENT_FULL_OUTPUT, "unspent-full-output", WARNING)                                                             \
    X(VAGUE_NAME, "vague-name", NOTE)                                                                                  \
    X(MISSING_VALUE, "missing-value", ERROR)                                                                           \
    X(UNREADABLE_VALUE, "unreadable-value", ERROR)                                                                     \
    X(LONG_DECIMALS, "long-decimals", NOTE)                                                                            \
    X(BLANK_FORM, "blank-form", NOTE)                                                                                  \
    X(JUDGEMENT, "judgement", WARNING)                                                                                 \
    X(DISCLOSED_TOTAL, "disclosed-total", ERROR)                                                                       \
    X(DISCLOSED_NAME, "disclosed-name", WARNING)                                                                       \
    X(DISCLOSED_FUNDS, "disclosed-funds", WARNING)                                                                     \
    X(DISCLOSED_RATE, "disclosed-rate", WARNING)                                                                       \
    X(UNKNOWN_ELEMENT, "unknown-element", WARNING)                                                                     \
    X(UNREAD_PART, "unread-part", WARNING)                                                                             \
    X(REPEATED_ELEMENT, "repeated-element", ERROR)                                                                     \
    X(UNKNOWN_CATEGORY, "unknown-category", ERROR)                                                                     \
    X(RULES_PERIOD, "rules-period", WARNING)                                                                           \
    X(STATEMENT_PROJECTS, "statement-projects", WARNING)                                                               \
    X(STATEMENT_FUNDS, "statement-funds", WARNING)                                                                     \
    X(COPIED_GOAL, "copied-goal", WARNING)                                                                             \
    X(COPIED_INDICATORS, "copied-indicators", WARNING)                                                                 \
    X(COPIED_REASON, "copied-reason", NOTE)                                                                            \
    X(ALL_FULL_MARKS, "all-full-marks", WARNING)                                                                       \
    X(DUPLICATE_PROJECT, "duplicate-project", WARNING)                                                                 \
    X(UNEVEN_TREATMENT, "uneven-treatment", WARNING)

enum fuhe_code {
#define FUHE_CODE_ROW(name, word, severity) FUHE_CODE_##name,
    FUHE_CODES(FUHE_CODE_ROW)
#undef FUHE_CODE_ROW
        FUHE_CODE_COUNT
};

const char *fuhe_code_name(enum fuhe_code code);             /* "item-score" */
enum fuhe_code fuhe_code_find(fuhe_text word);               /* FUHE_CODE_COUNT when unknown */
enum fuhe_severity fuhe_code_severity(enum fuhe_code code);  /* the usual one */
const char *fuhe_severity_name(enum fuhe_severity severity); /* "error" */

/* Which part of the form a finding is about. */
enum fuhe_block {
    FUHE_BLOCK_FORM,
    FUHE_BLOCK_FUND,
    FUHE_BLOCK_GOAL,
    FUHE_BLOCK_INDICATOR,
    FUHE_BLOCK_CATEGORY,
    FUHE_BLOCK_TOTAL,
    FUHE_BLOCK_DISCLOSED,
    FUHE_BLOCK_STATEMENT,
    FUHE_BLOCK_DOUBT /* of the reading of the form */
};

/* A figure that may be missing. */
struct fuhe_figure {
    bool present;
    fuhe_decimal value;
};

/* Something wrong or remarkable in a form: words and figures, no sentences (report/messages.c has those). */
struct fuhe_finding {
    enum fuhe_code code;
    enum fuhe_severity severity;
    enum fuhe_rule rule; /* the rule of the pack behind it; FUHE_RULE_NONE for plain arithmetic or form completeness */
    enum fuhe_block block;
    size_t index;                /* of the fund row, indicator or doubt, from 0 */
    enum fuhe_category category; /* for FUHE_BLOCK_CATEGORY, FUHE_CATEGORY_NONE otherwise */
    const char *cell;            /* "actual", "score", …: a static word; NULL when the whole block is meant */
    struct fuhe_place place;
    struct fuhe_figure claimed; /* points, percent or money in the form's own unit, as the code says */
    struct fuhe_figure recomputed;
    struct fuhe_figure difference; /* claimed - recomputed */
    struct fuhe_figure low;        /* interval that the printed figures leave open */
    struct fuhe_figure high;
    bool is_rounding; /* the figures may be the same but for what their printing leaves out: always a note */
    fuhe_text quote;  /* words of the form that the finding is about */
    fuhe_text other;  /* what they are held against */
};

/* Findings in the order in which the checks gave them. Memory is the arena's. */
struct fuhe_finding_list {
    struct fuhe_finding *items;
    size_t count;
    size_t capacity;
};

/* Adds a copy of finding. */
FUHE_MUST_USE enum fuhe_status fuhe_finding_add(struct fuhe_finding_list *list, struct fuhe_arena *arena,
                                                const struct fuhe_finding *finding);

struct fuhe_figure fuhe_figure_of(fuhe_decimal value);

enum { FUHE_PATH_SIZE = 96 };

/* Path of the place in the form: "indicators/indicator[3]/@score", "funds/fund[1]/@rate", "total/@claimed". Returns
 * its length. */
size_t fuhe_finding_path(const struct fuhe_finding *finding, char path[FUHE_PATH_SIZE]);

#endif
