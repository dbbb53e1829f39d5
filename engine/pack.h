/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PACK_H
#define FUHE_ENGINE_PACK_H

#include "engine/decimal.h"
#include "engine/finding.h"
#include "engine/rule.h"

/* What the rules ask: data read from a rule pack, each value beside the paper that it comes from. Immutable after
 * fuhe_pack_validate and then safe to share between threads. */

/* A text in the two languages that people read. */
struct fuhe_bilingual {
    fuhe_text zh;
    fuhe_text en;
};

enum fuhe_confidence {
    FUHE_CONFIDENCE_SOURCE,    /* S: computed from published filled forms */
    FUHE_CONFIDENCE_VERIFIED,  /* V: read in a public source */
    FUHE_CONFIDENCE_CONFIRMED, /* C: known, and matched by an independent source */
    FUHE_CONFIDENCE_RECALLED,  /* R: recalled only */
    FUHE_CONFIDENCE_NONE       /* ?: practice, no text found */
};

const char *fuhe_confidence_name(enum fuhe_confidence confidence); /* "confirmed" */

/* A document that rules come from. */
struct fuhe_source {
    fuhe_text id;       /* "MOF-10" */
    fuhe_text document; /* 财预〔2020〕10号 */
    struct fuhe_bilingual title;
    fuhe_text date;  /* 2020-02-25 */
    bool by_analogy; /* it was made for others: followed here for want of a text of their own */
};

/* The papers of one rule. */
struct fuhe_citation {
    bool present;
    const struct fuhe_source *source; /* NULL: practice, no text */
    fuhe_text clause;
    enum fuhe_confidence confidence;
    struct fuhe_bilingual says; /* the rule in words for the rule book */
    struct fuhe_bilingual why;  /* in an overlay, why it differs from the base; empty when it does not */
};

enum fuhe_pack_status { FUHE_PACK_IN_FORCE, FUHE_PACK_TRIAL, FUHE_PACK_DRAFT, FUHE_PACK_REPEALED };

struct fuhe_text_list {
    fuhe_text *items;
    size_t count;
};

/* How a number of a category is scored when its target names no operator. */
enum fuhe_method {
    FUHE_METHOD_MORE,            /* w * min(1, a / t) */
    FUHE_METHOD_LESS,            /* full when a <= t, else the pack's less_method */
    FUHE_METHOD_PROPORTIONAL,    /* cost: w * min(1, a / t), spending less earns less */
    FUHE_METHOD_CEILING,         /* cost: full when a <= t, else the pack's less_method */
    FUHE_METHOD_CEILING_IF_SAVED /* cost: as CEILING, but a claim stands for judgement when the reason says unpaid */
};

struct fuhe_category_rule {
    struct fuhe_text_list words; /* a word matches when level 1 begins with it, a number apart (一、产出指标) */
    fuhe_decimal weight;         /* expected points; 0 when the pack has no such category */
    enum fuhe_method method;
};

/* Another set of expected weights that the rules allow. */
struct fuhe_weight_variant {
    fuhe_text id;
    struct fuhe_bilingual when;
    fuhe_decimal weights[FUHE_CATEGORY_COUNT];
};

enum fuhe_execution_method { FUHE_EXECUTION_BANDS, FUHE_EXECUTION_LINEAR };
enum fuhe_rate_basis { FUHE_RATE_EXACT, FUHE_RATE_PRINTED }; /* PRINTED: rounded half-up to rate_places first */
enum fuhe_zero_budget { FUHE_ZERO_BUDGET_UNSCORED, FUHE_ZERO_BUDGET_NO_POINTS, FUHE_ZERO_BUDGET_FULL };

/* Rates of at least `from` percent (and below the next higher band) earn `score`. */
struct fuhe_band {
    fuhe_decimal from;
    fuhe_decimal score;
};

struct fuhe_execution_rule {
    fuhe_decimal weight; /* points at most */
    enum fuhe_execution_method method;
    enum fuhe_rate_basis basis;
    unsigned rate_places;
    enum fuhe_zero_budget zero_budget;
    struct fuhe_band *bands; /* highest first */
    size_t band_count;
    struct fuhe_text_list total_words; /* labels of the total row: 年度资金总额 */
};

enum fuhe_less_method { FUHE_LESS_LINEAR_TO_DOUBLE, FUHE_LESS_INVERSE };
enum fuhe_equal_method { FUHE_EQUAL_ALL_OR_NOTHING, FUHE_EQUAL_AS_MORE };

/* One step of a scale in words: a claim must lie in [low, high] percent of the weight. */
struct fuhe_scale_step {
    struct fuhe_text_list words;
    fuhe_decimal low;
    fuhe_decimal high;
};

/* Results of at least `ratio` times the target lose `cut` percent of the weight. */
struct fuhe_over_tier {
    fuhe_decimal ratio;
    fuhe_decimal cut;
};

enum fuhe_claim_acceptance { FUHE_ACCEPT_EXACT, FUHE_ACCEPT_ROUNDED, FUHE_ACCEPT_TRUNCATED };
enum fuhe_duplicates { FUHE_DUPLICATES_KEEP, FUHE_DUPLICATES_COUNT_ONCE };
enum fuhe_deviation_base { FUHE_DEVIATION_OF_CLAIM, FUHE_DEVIATION_OF_VERIFIED };

/* Totals of at least `from` points have this grade. */
struct fuhe_grade {
    fuhe_text id; /* "excellent" */
    struct fuhe_bilingual name;
    fuhe_decimal from;
};

struct fuhe_pack {
    fuhe_text id;
    fuhe_text version;
    const struct fuhe_pack *base; /* of an overlay: the pack that it changes; else NULL */
    fuhe_text hash;               /* SHA-256 of its document, 64 hexadecimal digits; empty outside a library */
    enum fuhe_pack_status status;
    int32_t from; /* year-month-day as 20240101; 0 when open */
    int32_t to;
    struct fuhe_bilingual title;
    struct fuhe_bilingual issuer;
    struct fuhe_text_list regions; /* words found in region, department or unit of a form; none: the whole country */
    bool needs_cost;               /* chosen by itself only for forms with cost indicators */
    struct fuhe_source *sources;
    size_t source_count;

    struct fuhe_category_rule categories[FUHE_CATEGORY_COUNT];
    fuhe_decimal full_marks; /* 100 */
    struct fuhe_weight_variant *variants;
    size_t variant_count;
    struct fuhe_execution_rule execution;
    enum fuhe_less_method less_method;
    enum fuhe_equal_method equal_method;
    struct fuhe_text_list met_words;    /* an actual value in these words meets a target in words */
    struct fuhe_text_list unpaid_words; /* 待支付 结转 尾款 未到期: reasons that make low spending no saving */
    struct fuhe_scale_step *scale;
    size_t scale_count;
    fuhe_decimal over_explain;         /* ratio from which a reason is asked for; 0 when never */
    struct fuhe_over_tier *over_tiers; /* highest ratio first */
    size_t over_tier_count;
    unsigned item_places; /* of a row's score */
    enum fuhe_rounding item_rounding;
    unsigned total_places; /* of totals, deviation points and rate */
    enum fuhe_rounding total_rounding;
    enum fuhe_claim_acceptance accept;
    bool raise; /* a claim below its recomputed score is corrected upwards */
    enum fuhe_duplicates duplicates;
    enum fuhe_deviation_base deviation_base;
    struct fuhe_grade *grades; /* highest first */
    size_t grade_count;
    fuhe_decimal unspent_rate; /* execution below this percent with full output is remarkable */
    enum fuhe_severity severities[FUHE_CODE_COUNT];
    struct fuhe_citation citations[FUHE_RULE_COUNT];
};

/* Fills in what no pack has to say: usual severities, places, full marks of 100. */
void fuhe_pack_init(struct fuhe_pack *pack);

/* Proves that the pack holds together: no gap, overlap or unreachable band or grade, no step where more performance
 * scores less, weights that close in every variant, a citation for each rule it states. On failure
 * FUHE_STATUS_INVALID with a counter-example in err. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_validate(const struct fuhe_pack *pack, struct fuhe_error *err);

/* The category that the printed level-1 words mean, FUHE_CATEGORY_NONE when none. */
enum fuhe_category fuhe_pack_find_category(const struct fuhe_pack *pack, fuhe_text level1);

/* What is left of printed level-1 words without white space and the number in front of them: 一、成本 指标 is 成本指标.
 * No word for a category is anywhere near as long as bytes. */
enum { FUHE_LEVEL1_BYTES = 96 };
fuhe_text fuhe_level1_word(fuhe_text level1, char bytes[FUHE_LEVEL1_BYTES]);

/* The grade of a total: index into pack->grades. */
size_t fuhe_pack_find_grade(const struct fuhe_pack *pack, fuhe_decimal total);

/* Whether text is (equals, spaces ignored) one of the words / contains one of the words. */
bool fuhe_text_list_has(const struct fuhe_text_list *list, fuhe_text text);
bool fuhe_text_list_within(const struct fuhe_text_list *list, fuhe_text text);

#endif
