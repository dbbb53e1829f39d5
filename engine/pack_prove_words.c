/* SPDX-License-Identifier: Apache-2.0 */
/* Results in words, and values that are missing. A better step of the scale never scores less for the same claim; a
 * cell that is blank, put off or unreadable earns nothing by itself, whatever the words of the pack. */
#include "engine/pack_trial.h"

#include <stdio.h>

#define WEIGHT FUHE_DECIMAL(100)

/* --- words of the pack ------------------------------------------------------------------------------------------- */

/* What the reader of values takes a text for that is no words. */
static const char *const kind_names[] = {
    [FUHE_VALUE_NONE] = "no entry",  [FUHE_VALUE_NUMBER] = "a number", [FUHE_VALUE_RANK] = "a rank",
    [FUHE_VALUE_ZERO_WORD] = "zero", [FUHE_VALUE_WORDS] = "text",      [FUHE_VALUE_UNREADABLE] = "unreadable",
};

static enum fuhe_status check_words(const struct fuhe_text_list *words, const char *subject, struct fuhe_error *err) {
    for (size_t i = 0; i < words->count; i++) {
        const struct fuhe_cell cell = {.text = words->items[i], .state = FUHE_CELL_TEXT};
        const enum fuhe_value_kind kind = fuhe_value_read(&cell).kind;
        if (kind != FUHE_VALUE_WORDS) {
            char found[256];
            (void)snprintf(found, sizeof found, "%.*s", (int)(cell.text.length < 250 ? cell.text.length : 250),
                           cell.text.bytes);
            return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_NO_WORDS, subject, found, kind_names[kind]);
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_all_words(const struct fuhe_pack *pack, struct fuhe_error *err) {
    char subject[64];

    FUHE_TRY(check_words(&pack->met_words, "words", err));
    FUHE_TRY(check_words(&pack->execution.total_words, "execution", err));
    FUHE_TRY(check_words(&pack->unpaid_words, "cost", err));
    for (size_t i = 0; i < pack->scale_count; i++) {
        FUHE_TRY(check_words(&pack->scale[i].words, "scale", err));
    }
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        (void)snprintf(subject, sizeof subject, "category %s", fuhe_category_name((enum fuhe_category)i));
        FUHE_TRY(check_words(&pack->categories[i].words, subject, err));
    }
    return FUHE_STATUS_OK;
}

/* --- the scale --------------------------------------------------------------------------------------------------- */

/* What a claim (percent of the weight) for a result in these words is worth; false when the words are not on the
 * scale. */
static bool score_step(const struct fuhe_pack *pack, const struct fuhe_scale_step *step, fuhe_decimal claim,
                       fuhe_decimal *verified) {
    char claimed[FUHE_DECIMAL_TEXT_SIZE];
    struct fuhe_indicator indicator = {.weight = fuhe_trial_cell("100"), .target = fuhe_trial_cell("与往年相比")};
    struct fuhe_row row = {.category = FUHE_CATEGORY_OUTPUT};

    (void)fuhe_decimal_format(claim, 2, claimed);
    indicator.score = fuhe_trial_cell(claimed);
    indicator.actual = fuhe_trial_cell("x");
    indicator.actual.text = step->words.items[0];
    if (fuhe_score_indicator(&indicator, pack, &row) != FUHE_STATUS_OK || row.reading != FUHE_READING_WORDS_SCALE) {
        return false;
    }
    *verified = row.verified;
    return true;
}

/* "基本完成 -> 60, 部分完成 -> 80" for the same claim. */
static enum fuhe_status fail_with_words(struct fuhe_error *err, const struct fuhe_scale_step *better,
                                        fuhe_decimal better_points, const struct fuhe_scale_step *worse,
                                        fuhe_decimal worse_points) {
    enum { MOST = 60 };
    char points[2][FUHE_DECIMAL_TEXT_SIZE];
    char found[256];
    const fuhe_text words[] = {better->words.items[0], worse->words.items[0]};

    (void)fuhe_decimal_format(better_points, 0, points[0]);
    (void)fuhe_decimal_format(worse_points, 0, points[1]);
    (void)snprintf(found, sizeof found, "%.*s -> %s, %.*s -> %s",
                   (int)(words[0].length < MOST ? words[0].length : MOST), words[0].bytes, points[0],
                   (int)(words[1].length < MOST ? words[1].length : MOST), words[1].bytes, points[1]);
    return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_NOT_MONOTONE, "scale", found, NULL);
}

static enum fuhe_status check_steps(const struct fuhe_pack *pack, const struct fuhe_scale_step *better,
                                    const struct fuhe_scale_step *worse, struct fuhe_pack_proof *proof,
                                    struct fuhe_error *err) {
    const fuhe_decimal claims[] = {FUHE_DECIMAL(0), worse->low, worse->high, better->low, better->high, WEIGHT};

    for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++) {
        fuhe_decimal points[2];
        if (!score_step(pack, better, claims[i], &points[0]) || !score_step(pack, worse, claims[i], &points[1])) {
            return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_GAP, "scale", claims[i]);
        }
        if (fuhe_decimal_compare(points[0], points[1]) < 0) {
            return fail_with_words(err, better, points[0], worse, points[1]);
        }
        proof->results += 2;
    }
    return FUHE_STATUS_OK;
}

/* The lowest share that steps reach from `edge` downwards without a break; `edge` itself when none does. */
static fuhe_decimal step_below(const struct fuhe_pack *pack, fuhe_decimal edge) {
    for (size_t i = 0; i < pack->scale_count; i++) {
        const struct fuhe_scale_step *step = &pack->scale[i];
        if (fuhe_decimal_compare(step->high, edge) >= 0 && fuhe_decimal_compare(step->low, edge) < 0) {
            return step->low;
        }
    }
    return edge;
}

static bool has_ranges(const struct fuhe_pack *pack) {
    for (size_t i = 0; i < pack->scale_count; i++) {
        if (fuhe_decimal_compare(pack->scale[i].low, pack->scale[i].high) < 0) {
            return true;
        }
    }
    return false;
}

/* Every share belongs to some step, unless each step allows one share only: a claim in a gap would be moved to a step
 * whose words nobody meant. */
static enum fuhe_status check_gaps(const struct fuhe_pack *pack, struct fuhe_error *err) {
    fuhe_decimal edge = WEIGHT;

    while (has_ranges(pack) && fuhe_decimal_compare(edge, FUHE_DECIMAL(0)) > 0) {
        const fuhe_decimal below = step_below(pack, edge);
        if (fuhe_decimal_equals(below, edge)) {
            const bool is_top = fuhe_decimal_equals(edge, WEIGHT);
            return fuhe_pack_fault_number(err, FUHE_PROBLEM_PACK_GAP, "scale",
                                          is_top ? edge : fuhe_trial_written_below(edge));
        }
        edge = below;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_prove_scale(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof, struct fuhe_error *err) {
    FUHE_TRY(check_all_words(pack, err));
    for (size_t i = 1; i < pack->scale_count; i++) {
        FUHE_TRY(check_steps(pack, &pack->scale[i - 1], &pack->scale[i], proof, err));
    }
    return check_gaps(pack, err);
}

/* --- what is missing --------------------------------------------------------------------------------------------- */

/* A cell with nothing in it, in the ways in which people and spreadsheets say so. */
static const char *const nothings[] = {"", "—", "/", "……", "待定", "暂无", "××", "≥××%", "万元", "1.2.3", "#REF!", "∞"};

/* Cells of a row that may be missing, as bits. */
enum part { TARGET = 1, ACTUAL = 2, ROW_WEIGHT = 4, CLAIM = 8 };

struct gap {
    unsigned parts;
    const char *name;
    const char *other; /* what stands in target and result, where these are there */
};

static const struct gap gaps[] = {
    {TARGET, "target", "1次"},  {ACTUAL, "actual", "1次"},       {TARGET, "target", "完成"},
    {ACTUAL, "actual", "完成"}, {TARGET | ACTUAL, "actual", ""}, {ROW_WEIGHT, "weight", "1次"},
    {CLAIM, "score", "1次"},
};

static struct fuhe_cell cell_of(const struct gap *gap, enum part part, const char *nothing, const char *otherwise) {
    return fuhe_trial_cell((gap->parts & part) != 0 ? nothing : otherwise);
}

/* Whether points come of it: computed ones, or verified ones where nothing is claimed. */
static bool earns(const struct fuhe_pack *pack, enum fuhe_category category, const struct gap *gap,
                  const char *nothing) {
    struct fuhe_row row = {.category = category};
    const struct fuhe_indicator indicator = {.target = cell_of(gap, TARGET, nothing, gap->other),
                                             .actual = cell_of(gap, ACTUAL, nothing, gap->other),
                                             .weight = cell_of(gap, ROW_WEIGHT, nothing, "10"),
                                             .score = cell_of(gap, CLAIM, nothing, "7")};

    if (fuhe_score_indicator(&indicator, pack, &row) != FUHE_STATUS_OK) {
        return true;
    }
    return (gap->parts & (ROW_WEIGHT | CLAIM)) != 0 ? row.has_verified : row.has_exact;
}

static enum fuhe_status fail_with_gap(struct fuhe_error *err, const char *subject, const char *place,
                                      const char *nothing) {
    return fuhe_pack_fault(err, FUHE_PROBLEM_PACK_DEFAULT, subject, nothing, place);
}

static enum fuhe_status check_row(const struct fuhe_pack *pack, const char *nothing, struct fuhe_pack_proof *proof,
                                  struct fuhe_error *err) {
    for (size_t i = 0; i < sizeof gaps / sizeof gaps[0]; i++) {
        for (size_t j = 0; j < FUHE_CATEGORY_COUNT; j++) {
            if (earns(pack, (enum fuhe_category)j, &gaps[i], nothing)) {
                return fail_with_gap(err, fuhe_category_name((enum fuhe_category)j), gaps[i].name, nothing);
            }
            proof->missing++;
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_money(const struct fuhe_pack *pack, const char *nothing, struct fuhe_pack_proof *proof,
                                    struct fuhe_error *err) {
    static const char *const names[] = {"budget", "executed", "budget, executed"};

    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct fuhe_fund fund = {.budget = fuhe_trial_cell(i == 1 ? "100" : nothing),
                                 .executed = fuhe_trial_cell(i == 0 ? "100" : nothing)};
        const struct fuhe_form form = {.funds = &fund, .fund_count = 1};
        struct fuhe_execution execution = {0};
        fund.label = fuhe_trial_cell("x");
        fund.label.text = pack->execution.total_words.items[0];
        if (fuhe_score_execution(&form, pack, &execution) != FUHE_STATUS_OK || execution.has_verified) {
            return fail_with_gap(err, "execution", names[i], nothing);
        }
        proof->missing++;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_prove_missing(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                    struct fuhe_error *err) {
    for (size_t i = 0; i < sizeof nothings / sizeof nothings[0]; i++) {
        FUHE_TRY(check_row(pack, nothings[i], proof, err));
        FUHE_TRY(check_money(pack, nothings[i], proof, err));
    }
    return check_money(pack, "无", proof, err);
}
