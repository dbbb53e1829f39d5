/* SPDX-License-Identifier: Apache-2.0 */
/* Every reading of design's table, its formula and its verdict, one row each. */
#include "engine/score.h"
#include "tests/support/cases.h"
#include "tests/support/cells.h"

static fuhe_text met_words[] = {{"完成", 6}, {"已完成", 9}, {"达标", 6}};
static fuhe_text unpaid_words[] = {{"待支付", 9}, {"结转", 6}};
static fuhe_text mostly_words[] = {{"基本完成", 12}};
static fuhe_text partly_words[] = {{"部分完成", 12}};
static struct fuhe_scale_step scale[] = {
    {{mostly_words, 1}, {80000000}, {100000000}},
    {{partly_words, 1}, {60000000}, {80000000}},
};
static struct fuhe_over_tier tiers[] = {{{3000000}, {20000000}}, {{2000000}, {10000000}}};
static struct fuhe_over_tier free_tier[] = {{{2000000}, {0}}};

/* Which pack a case is scored by. */
enum rules { PLAIN, INVERSE, AS_MORE, CEILING, SAVED, TIERS, FREE_TIER, NO_RAISE, WHOLE_POINTS };

static struct fuhe_pack pack_of(enum rules rules) {
    struct fuhe_pack pack = {0};

    fuhe_pack_init(&pack);
    pack.item_places = rules == WHOLE_POINTS ? 0 : 2;
    pack.accept = FUHE_ACCEPT_ROUNDED;
    pack.raise = rules != NO_RAISE;
    pack.less_method = rules == INVERSE ? FUHE_LESS_INVERSE : FUHE_LESS_LINEAR_TO_DOUBLE;
    pack.equal_method = rules == AS_MORE ? FUHE_EQUAL_AS_MORE : FUHE_EQUAL_ALL_OR_NOTHING;
    pack.met_words = (struct fuhe_text_list){met_words, 3};
    pack.unpaid_words = (struct fuhe_text_list){unpaid_words, 2};
    pack.scale = scale;
    pack.scale_count = 2;
    pack.over_tiers = rules == FREE_TIER ? free_tier : tiers;
    pack.over_tier_count = rules == TIERS ? 2 : rules == FREE_TIER;
    pack.categories[FUHE_CATEGORY_COST].method = FUHE_METHOD_PROPORTIONAL;
    if (rules == CEILING) {
        pack.categories[FUHE_CATEGORY_COST].method = FUHE_METHOD_CEILING;
    } else if (rules == SAVED) {
        pack.categories[FUHE_CATEGORY_COST].method = FUHE_METHOD_CEILING_IF_SAVED;
    }
    return pack;
}

struct row_case {
    const char *name;
    enum rules rules;
    enum fuhe_category category;
    const char *target;
    const char *actual;
    const char *weight;
    const char *score;
    enum fuhe_reading reading;
    const char *exact; /* NULL: cannot be computed */
    enum fuhe_verdict verdict;
    const char *verified; /* NULL: none */
    const char *level2;
    const char *reason;
    const char *relation;
    const char *unit;
    const char *adjusted;
    const char *name_of_row;
};

#define OUTPUT FUHE_CATEGORY_OUTPUT
#define COST FUHE_CATEGORY_COST
#define MORE FUHE_READING_MORE
#define LESS FUHE_READING_LESS
#define EQUAL FUHE_READING_EQUAL
#define RANK FUHE_READING_RANK
#define ZERO FUHE_READING_ZERO
#define MET FUHE_READING_WORDS_MET
#define SCALE FUHE_READING_WORDS_SCALE
#define OPEN FUHE_READING_JUDGEMENT
#define EXACT FUHE_VERDICT_EXACT
#define ROUNDED FUHE_VERDICT_ROUNDED
#define OVER FUHE_VERDICT_OVERSTATED
#define UNDER FUHE_VERDICT_UNDERSTATED
#define STANDS FUHE_VERDICT_JUDGEMENT
#define NONE FUHE_VERDICT_UNSCORED

static const struct row_case row_cases[] = {
    {"more: met", PLAIN, OUTPUT, "43人", "43人", "20", "20", MORE, "20", EXACT, "20"},
    {"more: short, honest rounding", PLAIN, OUTPUT, "114人", "103人", "10", "9", MORE, "515/57", ROUNDED, "9"},
    {"more: a result of a spreadsheet, claimed by all of its decimals", PLAIN, OUTPUT, "1.5", "1.3333333333", "30",
     "26.666667", MORE, "1333333/50000", ROUNDED, "26.666667"},
    {"more: the same, by six of them", PLAIN, OUTPUT, "1.5", "1.333333", "30", "26.666667", MORE, "1333333/50000", OVER,
     "26.67"},
    {"more: short, overstated", PLAIN, OUTPUT, "50项", "40项", "20", "18", MORE, "16", OVER, "16"},
    {"more: short, full marks are never a rounding", PLAIN, OUTPUT, "100人", "97人", "10", "10", MORE, "97/10", OVER,
     "9.7"},
    {"more: short, understated", PLAIN, OUTPUT, "50项", "40项", "20", "15", MORE, "16", UNDER, "16"},
    {"more: understated stays when the pack does not raise", NO_RAISE, OUTPUT, "50项", "40项", "20", "15", MORE, "16",
     UNDER, "15"},
    {"more: nothing done", PLAIN, OUTPUT, "10个", "0个", "20", "0", MORE, "0", EXACT, "0"},
    {"more: negative result", PLAIN, OUTPUT, "10%", "-5%", "20", "0", MORE, "0", EXACT, "0"},
    {"more: exceeded", PLAIN, OUTPUT, "10个", "35个", "20", "20", MORE, "20", EXACT, "20"},
    {"more: exceeded twofold loses a tenth", TIERS, OUTPUT, "10个", "25个", "20", "18", MORE, "18", EXACT, "18"},
    {"more: exceeded threefold loses a fifth", TIERS, OUTPUT, "10个", "30个", "20", "18", MORE, "16", OVER, "16"},
    {"more: exactly twofold loses a tenth", TIERS, OUTPUT, "10个", "20个", "20", "18", MORE, "18", EXACT, "18"},
    {"more: a hair below twofold loses nothing", TIERS, OUTPUT, "10000个", "19999个", "20", "20", MORE, "20", EXACT,
     "20"},
    {"more: full marks beyond a tier", TIERS, OUTPUT, "10个", "20个", "20", "20", MORE, "18", OVER, "18"},
    {"more: full marks beyond a tier are never a rounding", TIERS, OUTPUT, "10个", "20个", "1", "1", MORE, "9/10", OVER,
     "0.9"},
    {"more: twofold across units of money", TIERS, OUTPUT, "5000万元", "1亿元", "20", "18", MORE, "18", EXACT, "18"},
    {"more: a hair below twofold across units of money", TIERS, OUTPUT, "5000万元", "0.99999亿元", "20", "20", MORE,
     "20", EXACT, "20"},
    {"more: a third of a target, exactly twofold", TIERS, OUTPUT, "0.3", "0.6", "20", "18", MORE, "18", EXACT, "18"},
    {"more: a tier that takes nothing off", FREE_TIER, OUTPUT, "10个", "20个", "20", "20", MORE, "20", EXACT, "20"},
    {"more: a target of zero has no tiers", TIERS, OUTPUT, "≥0", "30", "20", "20", MORE, "20", EXACT, "20"},
    {"more: a negative target has no tiers", TIERS, OUTPUT, "≥-5%", "30%", "20", "20", MORE, "20", EXACT, "20"},
    {"equal, all or nothing: tiers do not matter", TIERS, OUTPUT, "＝10个", "30个", "20", "0", EQUAL, "0", EXACT, "0"},
    {"less: tiers do not matter", TIERS, OUTPUT, "≤10次", "4次", "20", "20", LESS, "20", EXACT, "20"},
    {"cost in proportion: twice the target loses a tenth", TIERS, COST, "10万元", "20万元", "20", "18", MORE, "18",
     EXACT, "18"},
    {"more: operator at least", PLAIN, OUTPUT, "≥95%", "90%", "10", "9.47", MORE, "180/19", EXACT, "9.47"},
    {"more: operator at least zero", PLAIN, OUTPUT, "≥0", "3", "10", "10", MORE, "10", EXACT, "10"},
    {"more: operator above, reached exactly", PLAIN, OUTPUT, "＞3次", "3次", "10", "10", MORE, "10", EXACT, "10"},
    {"more: bare actual takes the target's unit", PLAIN, COST, "232万元", "218.4", "10", "9.41", MORE, "273/29", EXACT,
     "9.41"},
    {"more: units of money compare across scales", PLAIN, COST, "1亿元", "5000万元", "10", "5", MORE, "5", EXACT, "5"},
    {"more: adjusted target counts", PLAIN, OUTPUT, "100人", "40人", "10", "8", MORE, "8", EXACT, "8", NULL, NULL, NULL,
     NULL, "50人"},
    {"more: operator and unit in cells of their own", PLAIN, OUTPUT, "95", "90%", "10", "9.47", MORE, "180/19", EXACT,
     "9.47", NULL, NULL, "≥", "%", NULL},
    {"less: met", PLAIN, OUTPUT, "≤10次", "8次", "10", "10", LESS, "10", EXACT, "10"},
    {"less: linear to double", PLAIN, OUTPUT, "≤10次", "12次", "10", "8", LESS, "8", EXACT, "8"},
    {"less: double is nothing", PLAIN, OUTPUT, "≤10次", "20次", "10", "0", LESS, "0", EXACT, "0"},
    {"less: more than double is nothing", PLAIN, OUTPUT, "不超过10次", "35次", "10", "2", LESS, "0", OVER, "0"},
    {"less: inverse", INVERSE, OUTPUT, "≤10次", "12次", "10", "8.33", LESS, "25/3", EXACT, "8.33"},
    {"less: at most zero, met", PLAIN, OUTPUT, "≤0起", "0起", "10", "10", LESS, "10", EXACT, "10"},
    {"less: at most zero, not met", PLAIN, OUTPUT, "≤0起", "1起", "10", "10", LESS, "0", OVER, "0"},
    {"less: at most zero, inverse", INVERSE, OUTPUT, "≤0起", "1起", "10", "10", LESS, "0", OVER, "0"},
    {"less: twice the target is out of range", PLAIN, OUTPUT, "≤500000000万元", "550000000万元", "10", "9", LESS, "9",
     EXACT, "9"},
    {"equal: met", PLAIN, OUTPUT, "＝12期", "12期", "10", "10", EQUAL, "10", EXACT, "10"},
    {"equal: not met", PLAIN, OUTPUT, "＝12期", "13期", "10", "10", EQUAL, "0", OVER, "0"},
    {"equal: as more", AS_MORE, OUTPUT, "=12期", "9期", "10", "7.5", EQUAL, "15/2", EXACT, "7.5"},
    {"equal: zero is a zero target", AS_MORE, OUTPUT, "=0起", "5起", "10", "10", ZERO, "0", OVER, "0"},
    {"rank: better", PLAIN, OUTPUT, "前5名", "前2名", "20", "20", RANK, "20", EXACT, "20"},
    {"rank: worse", PLAIN, OUTPUT, "前5名", "第8名", "20", "12.5", RANK, "25/2", EXACT, "12.5"},
    {"rank: nought is no rank", PLAIN, OUTPUT, "前5名", "0", "20", "20", OPEN, NULL, STANDS, "20"},
    {"rank: a share is no rank", PLAIN, OUTPUT, "前5名", "95%", "20", "20", OPEN, NULL, STANDS, "20"},
    {"zero: word", PLAIN, OUTPUT, "无", "无", "10", "10", ZERO, "10", EXACT, "10"},
    {"zero: number against word", PLAIN, OUTPUT, "无", "0起", "10", "10", ZERO, "10", EXACT, "10"},
    {"zero: not met", PLAIN, OUTPUT, "0起", "2起", "10", "10", ZERO, "0", OVER, "0"},
    {"words: same", PLAIN, OUTPUT, "完成", "完成", "20", "20", MET, "20", EXACT, "20"},
    {"words: same but for a full stop and spaces", PLAIN, OUTPUT, "平稳 运行", "平稳运行。", "20", "20", MET, "20",
     EXACT, "20"},
    {"words: met by a word of the pack", PLAIN, OUTPUT, "平稳运行", "已完成", "20", "20", MET, "20", EXACT, "20"},
    {"words: met, claim below", PLAIN, OUTPUT, "完成", "完成", "20", "15", MET, "20", UNDER, "20"},
    {"words: the adjusted target counts", PLAIN, OUTPUT, "10次", "平稳运行", "20", "20", MET, "20", EXACT, "20", NULL,
     NULL, NULL, NULL, "平稳运行"},
    {"words: the target before its adjustment no longer counts", PLAIN, OUTPUT, "提升", "提升", "20", "20", OPEN, NULL,
     STANDS, "20", NULL, NULL, NULL, NULL, "大幅提升"},
    {"scale: inside the band", PLAIN, OUTPUT, "完成", "基本完成", "20", "17", SCALE, NULL, STANDS, "17"},
    {"scale: at the edge", PLAIN, OUTPUT, "完成", "基本完成", "20", "16", SCALE, NULL, STANDS, "16"},
    {"scale: at the upper edge", PLAIN, OUTPUT, "完成", "部分完成", "20", "16", SCALE, NULL, STANDS, "16"},
    {"scale: above the band", PLAIN, OUTPUT, "完成", "部分完成", "20", "18", SCALE, NULL, OVER, "16"},
    {"scale: below the band", PLAIN, OUTPUT, "完成", "部分完成", "20", "5", SCALE, NULL, UNDER, "12"},
    {"scale: below the band, pack does not raise", NO_RAISE, OUTPUT, "完成", "部分完成", "20", "5", SCALE, NULL, UNDER,
     "5"},
    {"scale: the upper edge at the claim's decimals", PLAIN, OUTPUT, "完成", "部分完成", "1.33", "1.1", SCALE, NULL,
     STANDS, "1.1"},
    {"scale: the lower edge at the claim's decimals", PLAIN, OUTPUT, "完成", "基本完成", "3", "2", SCALE, NULL, STANDS,
     "2"},
    {"scale: full marks are never a rounding", PLAIN, OUTPUT, "完成", "部分完成", "1", "1", SCALE, NULL, OVER, "0.8"},
    {"scale: an edge by all of its decimals", PLAIN, OUTPUT, "完成", "部分完成", "0.33", "0.264", SCALE, NULL, STANDS,
     "0.264"},
    {"scale: just above the edge by all of its decimals", PLAIN, OUTPUT, "完成", "部分完成", "0.33", "0.2641", SCALE,
     NULL, OVER, "0.26"},
    {"scale: the lower edge by all of its decimals", PLAIN, OUTPUT, "完成", "部分完成", "0.36", "0.216", SCALE, NULL,
     STANDS, "0.216"},
    {"scale: the edge between two bands belongs to the upper", PLAIN, OUTPUT, "完成", "基本完成", "7", "5.6", SCALE,
     NULL, STANDS, "5.6"},
    {"scale: and to the lower", PLAIN, OUTPUT, "完成", "部分完成", "7", "5.6", SCALE, NULL, STANDS, "5.6"},
    {"scale: a whole claim for an edge between", PLAIN, OUTPUT, "完成", "部分完成", "7", "6", SCALE, NULL, STANDS, "6"},
    {"scale: half a point of 1.5 below the edge", PLAIN, OUTPUT, "完成", "基本完成", "1.5", "1.19", SCALE, NULL, UNDER,
     "1.2"},
    {"scale: a claim over the weight", PLAIN, OUTPUT, "完成", "基本完成", "10", "12", SCALE, NULL, OVER, "10"},
    {"scale: no claim", PLAIN, OUTPUT, "完成", "基本完成", "10", "", SCALE, NULL, NONE, NULL},
    {"scale: a negative claim is none", PLAIN, OUTPUT, "完成", "基本完成", "10", "-3", SCALE, NULL, NONE, NULL},
    {"scale: words that go on behind those of a step are left to a person", PLAIN, OUTPUT, "完成",
     "部分完成并具有一定效果", "10", "9", OPEN, NULL, STANDS, "9"},
    {"scale: no edge passes the weight", PLAIN, OUTPUT, "完成", "基本完成", "1.335", "1.34", SCALE, NULL, OVER,
     "1.335"},
    {"judgement: words", PLAIN, OUTPUT, "提升", "有所提升", "10", "9", OPEN, NULL, STANDS, "9"},
    {"judgement: capped at the weight", PLAIN, OUTPUT, "提升", "有所提升", "10", "12", OPEN, NULL, STANDS, "10"},
    {"judgement: number against words", PLAIN, OUTPUT, "≥95%", "完成", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: words against number", PLAIN, OUTPUT, "提升", "5%", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: actual is blank", PLAIN, OUTPUT, "10人", "", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: target is a dash", PLAIN, OUTPUT, "—", "10人", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: not filled in, in the same words", PLAIN, OUTPUT, "待定", "待定", "10", "10", OPEN, NULL, STANDS,
     "10"},
    {"judgement: a pattern left as it was", PLAIN, OUTPUT, "≥××%", "≥××%", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: a dash of any length", PLAIN, OUTPUT, "———", "———", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: nothing but a full stop", PLAIN, OUTPUT, "。", "；", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: the same broken formula", PLAIN, OUTPUT, "Err:502", "Err:502", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: target is unreadable", PLAIN, OUTPUT, "∞", "10人", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: units cannot be compared", PLAIN, OUTPUT, "95%", "3万元", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: unknown category", PLAIN, FUHE_CATEGORY_NONE, "10人", "5人", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: days of a timeliness row may be a deadline", PLAIN, OUTPUT, "30个工作日", "20个工作日", "10", "10",
     OPEN, NULL, STANDS, "10", "时效指标"},
    {"judgement: so may days of any row but a quantity", PLAIN, OUTPUT, "5个工作日", "3个工作日", "10", "10", OPEN,
     NULL, STANDS, "10", "质量指标"},
    {"judgement: … or under a merged cell", PLAIN, OUTPUT, "24小时", "12小时", "10", "10", OPEN, NULL, STANDS, "10"},
    {"quantity: days of training are an amount", PLAIN, OUTPUT, "5天", "4天", "10", "8", MORE, "8", EXACT, "8",
     "数量指标"},
    {"judgement: months of a timeliness row without a unit", PLAIN, OUTPUT, "12", "10", "10", "10", OPEN, NULL, STANDS,
     "10", "时效指标"},
    {"judgement: a rate of complaints", PLAIN, FUHE_CATEGORY_EFFECT, "5%", "2%", "10", "10", OPEN, NULL, STANDS, "10",
     NULL, NULL, NULL, NULL, NULL, "群众投诉率"},
    {"judgement: … that is exceeded", PLAIN, FUHE_CATEGORY_EFFECT, "5%", "9%", "10", "10", OPEN, NULL, STANDS, "10",
     NULL, NULL, NULL, NULL, NULL, "群众投诉率"},
    {"more: complaints settled", PLAIN, FUHE_CATEGORY_EFFECT, "100%", "90%", "10", "10", MORE, "9", OVER, "9", NULL,
     NULL, NULL, NULL, NULL, "投诉办结率"},
    {"more: a fall of accidents", PLAIN, FUHE_CATEGORY_EFFECT, "5%", "8%", "10", "10", MORE, "10", EXACT, "10", NULL,
     NULL, NULL, NULL, NULL, "事故发生率下降"},
    {"less: an operator gives the direction of a rate of complaints", PLAIN, FUHE_CATEGORY_EFFECT, "≤5%", "2%", "10",
     "10", LESS, "10", EXACT, "10", NULL, NULL, NULL, NULL, NULL, "群众投诉率"},
    {"judgement: below zero", PLAIN, FUHE_CATEGORY_EFFECT, "-5%", "-8%", "10", "10", OPEN, NULL, STANDS, "10"},
    {"judgement: a share where percent are printed", PLAIN, OUTPUT, "≥95%", "0.96", "10", "10", OPEN, NULL, STANDS,
     "10"},
    {"judgement: … one for all of them", PLAIN, OUTPUT, "100%", "1", "10", "10", OPEN, NULL, STANDS, "10"},
    {"more: a printed share of a percent is meant", PLAIN, OUTPUT, "100%", "0.5%", "10", "0.05", MORE, "1/20", EXACT,
     "0.05"},
    {"judgement: yuan where ten thousands are printed", CEILING, COST, "100万元", "990000", "10", "10", OPEN, NULL,
     STANDS, "10"},
    {"judgement: points against a rank", PLAIN, OUTPUT, "前5名", "90分", "10", "10", OPEN, NULL, STANDS, "10"},
    {"rank: a bare number is a rank", PLAIN, OUTPUT, "前5名", "8", "20", "12.5", RANK, "25/2", EXACT, "12.5"},
    {"timeliness: equal days need no direction", PLAIN, OUTPUT, "80个工作日", "80个工作日", "20", "20", MORE, "20",
     EXACT, "20", "时效指标"},
    {"timeliness: an operator gives the direction", PLAIN, OUTPUT, "≤30个工作日", "20个工作日", "10", "10", LESS, "10",
     EXACT, "10", "时效指标"},
    {"cost: proportional", PLAIN, COST, "13万元", "5.34万元", "2", "0.92", MORE, "267/325", OVER, "0.82"},
    {"cost: ceiling, less is full", CEILING, COST, "13万元", "5.34万元", "2", "2", LESS, "2", EXACT, "2"},
    {"cost: ceiling, overspent", CEILING, COST, "10万元", "12万元", "10", "10", LESS, "8", OVER, "8"},
    {"cost: ceiling on a saving rate is open", CEILING, COST, "5%", "6%", "10", "10", OPEN, NULL, STANDS, "10"},
    {"cost: saved", SAVED, COST, "13万元", "5.34万元", "2", "2", LESS, "2", EXACT, "2", NULL, "招标节约"},
    {"cost: only not yet paid", SAVED, COST, "13万元", "5.34万元", "2", "0.82", OPEN, NULL, STANDS, "0.82", NULL,
     "有部分款项待支付"},
    {"cost: unpaid words do not matter when all is spent", SAVED, COST, "13万元", "13万元", "2", "2", LESS, "2", EXACT,
     "2", NULL, "结转资金"},
    {"unscored: no claim", PLAIN, OUTPUT, "10人", "5人", "10", "", MORE, "5", NONE, NULL},
    {"unscored: no weight", PLAIN, OUTPUT, "10人", "5人", NULL, "5", MORE, NULL, NONE, NULL},
    {"unscored: a weight of 10^30", PLAIN, OUTPUT, "10人", "5人", "1000000000000000000000000000000", "5", MORE, NULL,
     NONE, NULL},
    {"unscored: a negative weight", PLAIN, OUTPUT, "10人", "5人", "-10", "5", MORE, NULL, NONE, NULL},
    {"unscored: a negative claim", PLAIN, OUTPUT, "10人", "5人", "10", "-5", MORE, "5", NONE, NULL},
    {"unscored: more points than any form has", PLAIN, OUTPUT, "10人", "5人", "1000001", "5", MORE, NULL, NONE, NULL},
    {"the most points that are points", PLAIN, OUTPUT, "10人", "5人", "1000000", "500000", MORE, "500000", EXACT,
     "500000"},
    {"claim over the weight", PLAIN, OUTPUT, "10人", "10人", "10", "11", MORE, "10", OVER, "10"},
    {"a weight finer than scores", WHOLE_POINTS, OUTPUT, "10人", "10人", "2.5", "2.5", MORE, "5/2", EXACT, "2.5"},
    {"a weight finer than scores, claim over it", WHOLE_POINTS, OUTPUT, "10人", "10人", "2.5", "3", MORE, "5/2", OVER,
     "2.5"},
    {"scale: a weight finer than scores", WHOLE_POINTS, OUTPUT, "完成", "基本完成", "2.5", "3", SCALE, NULL, OVER,
     "2.5"},
    {"weight zero", PLAIN, OUTPUT, "10人", "5人", "0", "0", MORE, "0", EXACT, "0"},
};

static void row_is_scored(void **state) {
    const struct row_case *row = *state;
    const struct fuhe_pack pack = pack_of(row->rules);
    const struct fuhe_indicator indicator = {
        .name = cell_of(row->name_of_row),
        .level2 = cell_of(row->level2),
        .weight = cell_of(row->weight),
        .score = cell_of(row->score),
        .target = cell_of(row->target),
        .relation = cell_of(row->relation),
        .unit = cell_of(row->unit),
        .adjusted = cell_of(row->adjusted),
        .actual = cell_of(row->actual),
        .reason = cell_of(row->reason),
    };
    struct fuhe_row result = {.category = row->category};
    char exact[FUHE_FRACTION_TEXT_SIZE];
    char verified[FUHE_DECIMAL_TEXT_SIZE];

    assert_int_equal(fuhe_score_indicator(&indicator, &pack, &result), FUHE_STATUS_OK);
    assert_int_equal(result.reading, row->reading);
    assert_int_equal(result.has_exact, row->exact != NULL);
    assert_true(result.over_tier == NULL || result.over_tier->cut.scaled > 0);
    if (row->exact != NULL) {
        fuhe_fraction_format(result.exact, exact);
        assert_string_equal(exact, row->exact);
    }
    assert_string_equal(fuhe_verdict_name(result.verdict), fuhe_verdict_name(row->verdict));
    assert_int_equal(result.has_range, row->exact == NULL && row->verified != NULL);
    assert_int_equal(result.has_verified, row->verified != NULL);
    assert_true(!result.has_weight || fuhe_decimal_compare(result.recomputed, result.weight) <= 0);
    if (row->verified != NULL) {
        fuhe_decimal_format(result.verified, 0, verified);
        assert_string_equal(verified, row->verified);
    }
}

int main(void) {
    return RUN_CASES("rows", row_cases, row_is_scored);
}
