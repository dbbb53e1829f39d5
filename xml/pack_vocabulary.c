/* SPDX-License-Identifier: Apache-2.0 */
/* The vocabulary of rule packs: data only. rules/pack.xsd says the same to editors, docs/rule-packs.md to people. */
#include "xml/pack_vocabulary.h"

#define END_CHOICES                                                                                                    \
    { NULL, 0 }
#define END_VALUES                                                                                                     \
    { NULL, FUHE_PACK_TEXT, false, 0, NULL }

static const struct fuhe_pack_choice_word statuses[] = {{"in-force", FUHE_PACK_IN_FORCE},
                                                        {"trial", FUHE_PACK_TRIAL},
                                                        {"draft", FUHE_PACK_DRAFT},
                                                        {"repealed", FUHE_PACK_REPEALED},
                                                        END_CHOICES};
static const struct fuhe_pack_choice_word confidences[] = {
    {"source", FUHE_CONFIDENCE_SOURCE},       {"verified", FUHE_CONFIDENCE_VERIFIED},
    {"confirmed", FUHE_CONFIDENCE_CONFIRMED}, {"recalled", FUHE_CONFIDENCE_RECALLED},
    {"none", FUHE_CONFIDENCE_NONE},           END_CHOICES};
static const struct fuhe_pack_choice_word categories[] = {{"cost", FUHE_CATEGORY_COST},
                                                          {"output", FUHE_CATEGORY_OUTPUT},
                                                          {"effect", FUHE_CATEGORY_EFFECT},
                                                          {"satisfaction", FUHE_CATEGORY_SATISFACTION},
                                                          END_CHOICES};
static const struct fuhe_pack_choice_word methods[] = {
    {"more", FUHE_METHOD_MORE}, {"less", FUHE_METHOD_LESS}, END_CHOICES};
static const struct fuhe_pack_choice_word cost_methods[] = {{"proportional", FUHE_METHOD_PROPORTIONAL},
                                                            {"ceiling", FUHE_METHOD_CEILING},
                                                            {"ceiling-if-saved", FUHE_METHOD_CEILING_IF_SAVED},
                                                            END_CHOICES};
static const struct fuhe_pack_choice_word execution_methods[] = {
    {"bands", FUHE_EXECUTION_BANDS}, {"linear", FUHE_EXECUTION_LINEAR}, END_CHOICES};
static const struct fuhe_pack_choice_word bases[] = {
    {"exact", FUHE_RATE_EXACT}, {"printed", FUHE_RATE_PRINTED}, END_CHOICES};
static const struct fuhe_pack_choice_word zero_budgets[] = {{"unscored", FUHE_ZERO_BUDGET_UNSCORED},
                                                            {"no-points", FUHE_ZERO_BUDGET_NO_POINTS},
                                                            {"full", FUHE_ZERO_BUDGET_FULL},
                                                            END_CHOICES};
static const struct fuhe_pack_choice_word less_methods[] = {
    {"linear-to-double", FUHE_LESS_LINEAR_TO_DOUBLE}, {"inverse", FUHE_LESS_INVERSE}, END_CHOICES};
static const struct fuhe_pack_choice_word equal_methods[] = {
    {"all-or-nothing", FUHE_EQUAL_ALL_OR_NOTHING}, {"as-more", FUHE_EQUAL_AS_MORE}, END_CHOICES};
static const struct fuhe_pack_choice_word roundings[] = {{"half-up", FUHE_ROUND_HALF_UP},
                                                         {"half-even", FUHE_ROUND_HALF_EVEN},
                                                         {"truncate", FUHE_ROUND_TRUNCATE},
                                                         END_CHOICES};
static const struct fuhe_pack_choice_word acceptances[] = {
    {"exact", FUHE_ACCEPT_EXACT}, {"rounded", FUHE_ACCEPT_ROUNDED}, {"truncated", FUHE_ACCEPT_TRUNCATED}, END_CHOICES};
static const struct fuhe_pack_choice_word duplicate_modes[] = {
    {"keep", FUHE_DUPLICATES_KEEP}, {"count-once", FUHE_DUPLICATES_COUNT_ONCE}, END_CHOICES};
static const struct fuhe_pack_choice_word deviation_bases[] = {
    {"claim", FUHE_DEVIATION_OF_CLAIM}, {"verified", FUHE_DEVIATION_OF_VERIFIED}, END_CHOICES};
static const struct fuhe_pack_choice_word severities[] = {
    {"note", FUHE_SEVERITY_NOTE}, {"warning", FUHE_SEVERITY_WARNING}, {"error", FUHE_SEVERITY_ERROR}, END_CHOICES};

#define IN(type, member) offsetof(struct type, member)
#define REQUIRED true
#define OPTIONAL false

#define BILINGUAL(offset)                                                                                              \
    {"zh", FUHE_PACK_TEXT, REQUIRED, (offset) + IN(fuhe_bilingual, zh), NULL}, {                                       \
        "en", FUHE_PACK_TEXT, REQUIRED, (offset) + IN(fuhe_bilingual, en), NULL                                        \
    }

/* clang-format off */
static const struct fuhe_pack_value pack_values[] = {
    {"id",         FUHE_PACK_TEXT,   REQUIRED, IN(fuhe_pack, id), NULL},
    {"version",    FUHE_PACK_TEXT,   REQUIRED, IN(fuhe_pack, version), NULL},
    {"status",     FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, status), statuses},
    {"from",       FUHE_PACK_DATE,   OPTIONAL, IN(fuhe_pack, from), NULL},
    {"to",         FUHE_PACK_DATE,   OPTIONAL, IN(fuhe_pack, to), NULL},
    {"needs-cost", FUHE_PACK_YES_NO, OPTIONAL, IN(fuhe_pack, needs_cost), NULL},
    END_VALUES};
static const struct fuhe_pack_value bilingual_values[] = {BILINGUAL(0), END_VALUES};
static const struct fuhe_pack_value source_values[] = {
    {"id",       FUHE_PACK_TEXT, REQUIRED, IN(fuhe_source, id), NULL},
    {"document", FUHE_PACK_TEXT, REQUIRED, IN(fuhe_source, document), NULL},
    {"date",     FUHE_PACK_TEXT, OPTIONAL, IN(fuhe_source, date), NULL},
    {"by-analogy", FUHE_PACK_YES_NO, OPTIONAL, IN(fuhe_source, by_analogy), NULL},
    BILINGUAL(IN(fuhe_source, title)), END_VALUES};
static const struct fuhe_pack_value weights_values[] = {
    {"full-marks",   FUHE_PACK_NUMBER, OPTIONAL, IN(fuhe_pack, full_marks), NULL},
    {"cost",         FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_pack, categories[FUHE_CATEGORY_COST].weight), NULL},
    {"output",       FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_pack, categories[FUHE_CATEGORY_OUTPUT].weight), NULL},
    {"effect",       FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_pack, categories[FUHE_CATEGORY_EFFECT].weight), NULL},
    {"satisfaction", FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_pack, categories[FUHE_CATEGORY_SATISFACTION].weight), NULL},
    END_VALUES};
static const struct fuhe_pack_value variant_values[] = {
    {"id",           FUHE_PACK_TEXT,   REQUIRED, IN(fuhe_weight_variant, id), NULL},
    {"cost",         FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_weight_variant, weights[FUHE_CATEGORY_COST]), NULL},
    {"output",       FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_weight_variant, weights[FUHE_CATEGORY_OUTPUT]), NULL},
    {"effect",       FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_weight_variant, weights[FUHE_CATEGORY_EFFECT]), NULL},
    {"satisfaction", FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_weight_variant, weights[FUHE_CATEGORY_SATISFACTION]), NULL},
    BILINGUAL(IN(fuhe_weight_variant, when)), END_VALUES};
static const struct fuhe_pack_value execution_values[] = {
    {"weight",      FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_pack, execution.weight), NULL},
    {"method",      FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, execution.method), execution_methods},
    {"basis",       FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, execution.basis), bases},
    {"places",      FUHE_PACK_PLACES, REQUIRED, IN(fuhe_pack, execution.rate_places), NULL},
    {"zero-budget", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, execution.zero_budget), zero_budgets},
    END_VALUES};
static const struct fuhe_pack_value band_values[] = {
    {"from",  FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_band, from), NULL},
    {"score", FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_band, score), NULL},
    END_VALUES};
static const struct fuhe_pack_value category_values[] = {
    {"id",     FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack_category_fields, id), categories},
    {"method", FUHE_PACK_CHOICE, OPTIONAL, IN(fuhe_pack_category_fields, rule.method), methods},
    END_VALUES};
static const struct fuhe_pack_value less_values[] = {
    {"method", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, less_method), less_methods}, END_VALUES};
static const struct fuhe_pack_value equal_values[] = {
    {"method", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, equal_method), equal_methods}, END_VALUES};
static const struct fuhe_pack_value cost_values[] = {
    {"method", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, categories[FUHE_CATEGORY_COST].method), cost_methods},
    END_VALUES};
static const struct fuhe_pack_value step_values[] = {
    {"low",  FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_scale_step, low), NULL},
    {"high", FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_scale_step, high), NULL},
    END_VALUES};
static const struct fuhe_pack_value over_values[] = {
    {"explain", FUHE_PACK_NUMBER, OPTIONAL, IN(fuhe_pack, over_explain), NULL}, END_VALUES};
static const struct fuhe_pack_value tier_values[] = {
    {"ratio", FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_over_tier, ratio), NULL},
    {"cut",   FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_over_tier, cut), NULL},
    END_VALUES};
static const struct fuhe_pack_value rounding_values[] = {
    {"item-places",  FUHE_PACK_PLACES, REQUIRED, IN(fuhe_pack, item_places), NULL},
    {"item-mode",    FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, item_rounding), roundings},
    {"total-places", FUHE_PACK_PLACES, REQUIRED, IN(fuhe_pack, total_places), NULL},
    {"total-mode",   FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, total_rounding), roundings},
    END_VALUES};
static const struct fuhe_pack_value claim_values[] = {
    {"accept", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, accept), acceptances},
    {"raise",  FUHE_PACK_YES_NO, REQUIRED, IN(fuhe_pack, raise), NULL},
    END_VALUES};
static const struct fuhe_pack_value duplicates_values[] = {
    {"mode", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, duplicates), duplicate_modes}, END_VALUES};
static const struct fuhe_pack_value deviation_values[] = {
    {"base", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack, deviation_base), deviation_bases}, END_VALUES};
static const struct fuhe_pack_value grade_values[] = {
    {"id",   FUHE_PACK_TEXT,   REQUIRED, IN(fuhe_grade, id), NULL},
    {"from", FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_grade, from), NULL},
    BILINGUAL(IN(fuhe_grade, name)), END_VALUES};
static const struct fuhe_pack_value unspent_values[] = {
    {"rate", FUHE_PACK_NUMBER, REQUIRED, IN(fuhe_pack, unspent_rate), NULL}, END_VALUES};
static const struct fuhe_pack_value severity_values[] = {
    {"code",  FUHE_PACK_TEXT,   REQUIRED, IN(fuhe_pack_severity_fields, code), NULL},
    {"level", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_pack_severity_fields, level), severities},
    END_VALUES};
static const struct fuhe_pack_value no_values[] = {END_VALUES};

const struct fuhe_pack_value fuhe_pack_citation_values[] = {
    {"confidence", FUHE_PACK_CHOICE, REQUIRED, IN(fuhe_citation, confidence), confidences},
    {"clause",     FUHE_PACK_TEXT,   OPTIONAL, IN(fuhe_citation, clause), NULL},
    BILINGUAL(IN(fuhe_citation, says)), END_VALUES};

const struct fuhe_pack_value fuhe_pack_why_values[] = {
    {"why-zh", FUHE_PACK_TEXT, REQUIRED, IN(fuhe_citation, why.zh), NULL},
    {"why-en", FUHE_PACK_TEXT, REQUIRED, IN(fuhe_citation, why.en), NULL},
    END_VALUES};

#define PART(parent_id, word, member_offset, table)                                                                    \
    {.parent = FUHE_PACK_IN_##parent_id, .name = word, .fill = FUHE_PACK_FILLS_PART, .offset = member_offset,          \
     .required = true, .values = table}
#define RULE(id, word, table)                                                                                          \
    {.parent = FUHE_PACK_IN_PACK, .name = word, .fill = FUHE_PACK_FILLS_RULE, .rule = FUHE_RULE_##id, .values = table}
#define ITEM(parent_id, word, owner, array, counter, item, table)                                                      \
    {.parent = FUHE_PACK_IN_##parent_id, .name = word, .fill = FUHE_PACK_FILLS_ITEM, .repeats = true,                  \
     .offset = IN(owner, array), .count = IN(owner, counter), .size = sizeof(struct item), .values = table}
#define FRESH(parent_id, word, type, table)                                                                            \
    {.parent = FUHE_PACK_IN_##parent_id, .name = word, .fill = FUHE_PACK_FILLS_FRESH, .repeats = true,                 \
     .size = sizeof(struct type), .values = table}
#define WORD(parent_id, list_offset)                                                                                   \
    {.parent = FUHE_PACK_IN_##parent_id, .name = "word", .fill = FUHE_PACK_FILLS_WORD, .repeats = true,                \
     .offset = list_offset, .values = no_values}

const struct fuhe_pack_element fuhe_pack_elements[FUHE_PACK_ELEMENT_COUNT] = {
    [FUHE_PACK_IN_PACK] = PART(DOCUMENT, "pack", 0, pack_values),
    [FUHE_PACK_IN_TITLE] = PART(PACK, "title", IN(fuhe_pack, title), bilingual_values),
    [FUHE_PACK_IN_ISSUER] = PART(PACK, "issuer", IN(fuhe_pack, issuer), bilingual_values),
    [FUHE_PACK_IN_REGIONS] = {.parent = FUHE_PACK_IN_PACK, .name = "regions", .fill = FUHE_PACK_FILLS_PART,
                              .values = no_values},
    [FUHE_PACK_IN_REGION_WORD] = WORD(REGIONS, IN(fuhe_pack, regions)),
    [FUHE_PACK_IN_SOURCE] = ITEM(PACK, "source", fuhe_pack, sources, source_count, fuhe_source, source_values),
    [FUHE_PACK_IN_CATEGORIES] = RULE(CATEGORIES, "categories", no_values),
    [FUHE_PACK_IN_CATEGORY] = FRESH(CATEGORIES, "category", fuhe_pack_category_fields, category_values),
    [FUHE_PACK_IN_CATEGORY_WORD] = WORD(CATEGORY, IN(fuhe_pack_category_fields, rule.words)),
    [FUHE_PACK_IN_WEIGHTS] = RULE(WEIGHTS, "weights", weights_values),
    [FUHE_PACK_IN_VARIANT] =
        ITEM(WEIGHTS, "variant", fuhe_pack, variants, variant_count, fuhe_weight_variant, variant_values),
    [FUHE_PACK_IN_EXECUTION] = RULE(EXECUTION, "execution", execution_values),
    [FUHE_PACK_IN_BAND] =
        ITEM(EXECUTION, "band", fuhe_pack, execution.bands, execution.band_count, fuhe_band, band_values),
    [FUHE_PACK_IN_TOTAL_WORD] = WORD(EXECUTION, IN(fuhe_pack, execution.total_words)),
    [FUHE_PACK_IN_NUMBER_MORE] = RULE(NUMBER_MORE, "number-more", no_values),
    [FUHE_PACK_IN_NUMBER_LESS] = RULE(NUMBER_LESS, "number-less", less_values),
    [FUHE_PACK_IN_NUMBER_EQUAL] = RULE(NUMBER_EQUAL, "number-equal", equal_values),
    [FUHE_PACK_IN_RANK] = RULE(RANK, "rank", no_values),
    [FUHE_PACK_IN_ZERO_TARGET] = RULE(ZERO_TARGET, "zero-target", no_values),
    [FUHE_PACK_IN_COST] = RULE(COST, "cost", cost_values),
    [FUHE_PACK_IN_UNPAID_WORD] = WORD(COST, IN(fuhe_pack, unpaid_words)),
    [FUHE_PACK_IN_WORDS] = RULE(WORDS, "words", no_values),
    [FUHE_PACK_IN_MET_WORD] = WORD(WORDS, IN(fuhe_pack, met_words)),
    [FUHE_PACK_IN_SCALE] = RULE(SCALE, "scale", no_values),
    [FUHE_PACK_IN_STEP] = ITEM(SCALE, "step", fuhe_pack, scale, scale_count, fuhe_scale_step, step_values),
    [FUHE_PACK_IN_STEP_WORD] = WORD(STEP, IN(fuhe_scale_step, words)),
    [FUHE_PACK_IN_JUDGEMENT] = RULE(JUDGEMENT, "judgement", no_values),
    [FUHE_PACK_IN_OVER_COMPLETION] = RULE(OVER_COMPLETION, "over-completion", over_values),
    [FUHE_PACK_IN_TIER] =
        ITEM(OVER_COMPLETION, "tier", fuhe_pack, over_tiers, over_tier_count, fuhe_over_tier, tier_values),
    [FUHE_PACK_IN_ROUNDING] = RULE(ROUNDING, "rounding", rounding_values),
    [FUHE_PACK_IN_CLAIM] = RULE(CLAIM, "claim", claim_values),
    [FUHE_PACK_IN_DUPLICATES] = RULE(DUPLICATES, "duplicates", duplicates_values),
    [FUHE_PACK_IN_DEVIATION] = RULE(DEVIATION, "deviation", deviation_values),
    [FUHE_PACK_IN_GRADES] = RULE(GRADES, "grades", no_values),
    [FUHE_PACK_IN_GRADE] = ITEM(GRADES, "grade", fuhe_pack, grades, grade_count, fuhe_grade, grade_values),
    [FUHE_PACK_IN_REASONS] = RULE(REASONS, "reasons", no_values),
    [FUHE_PACK_IN_SATISFACTION] = RULE(SATISFACTION, "satisfaction", no_values),
    [FUHE_PACK_IN_UNSPENT] = RULE(UNSPENT, "unspent", unspent_values),
    [FUHE_PACK_IN_SEVERITY] = FRESH(PACK, "severity", fuhe_pack_severity_fields, severity_values),
};
/* clang-format on */
