/* SPDX-License-Identifier: Apache-2.0 */
/* What a finding code means, in a few words: the heading above its findings. */
#include "report/messages.h"
#include "report/translate.h"

static const char *const titles[FUHE_CODE_COUNT] = {
    [FUHE_CODE_DOUBTFUL_READING] = N_("read with doubt"),
    [FUHE_CODE_ITEM_SCORE] = N_("score differs from the rules"),
    [FUHE_CODE_ITEM_ROUNDED] = N_("score rounded to fewer places"),
    [FUHE_CODE_ITEM_TRUNCATED] = N_("score cut off, not rounded"),
    [FUHE_CODE_SCORE_OVER_WEIGHT] = N_("score above the weight"),
    [FUHE_CODE_FULL_MARKS_UNMET] = N_("full marks not earned by the rules"),
    [FUHE_CODE_OVER_COMPLETION] = N_("result far above the target"),
    [FUHE_CODE_TOTAL_SUM] = N_("total is not the sum of the scores"),
    [FUHE_CODE_TOTAL_VERIFIED] = N_("total differs from the verified one"),
    [FUHE_CODE_WEIGHT_SUM] = N_("weights do not close"),
    [FUHE_CODE_CATEGORY_WEIGHT] = N_("weights of a category differ"),
    [FUHE_CODE_DUPLICATE_INDICATOR] = N_("indicator stands twice"),
    [FUHE_CODE_EXECUTION_RATE] = N_("execution rate differs"),
    [FUHE_CODE_EXECUTION_SCORE] = N_("execution score differs"),
    [FUHE_CODE_EXECUTION_SCORE_MISSING] = N_("execution score not filled in"),
    [FUHE_CODE_EXECUTION_OVER_100] = N_("more executed than budgeted"),
    [FUHE_CODE_FUNDS_TOTAL_MISSING] = N_("total row of the funds missing"),
    [FUHE_CODE_FUNDS_SUM] = N_("funds do not add up"),
    [FUHE_CODE_COST_TARGET_SUM] = N_("cost targets and budget differ"),
    [FUHE_CODE_COST_ACTUAL_SUM] = N_("cost results and spending differ"),
    [FUHE_CODE_REASON_MISSING] = N_("reason not filled in"),
    [FUHE_CODE_REASON_NEEDLESS] = N_("reason without a deviation"),
    [FUHE_CODE_UNIT_MISMATCH] = N_("units differ"),
    [FUHE_CODE_UNIT_MISSING] = N_("unit missing"),
    [FUHE_CODE_STALE_YEAR] = N_("words of another year"),
    [FUHE_CODE_SATISFACTION_MISSING] = N_("no satisfaction indicator"),
    [FUHE_CODE_SATISFACTION_UNMEASURED] = N_("satisfaction not measured"),
    [FUHE_CODE_UNSPENT_FULL_OUTPUT] = N_("hardly anything spent, full output"),
    [FUHE_CODE_VAGUE_NAME] = N_("vague name"),
    [FUHE_CODE_MISSING_VALUE] = N_("value missing"),
    [FUHE_CODE_UNREADABLE_VALUE] = N_("value not readable"),
    [FUHE_CODE_JUDGEMENT] = N_("to be judged by a person"),
    [FUHE_CODE_DISCLOSED_TOTAL] = N_("published total differs"),
    [FUHE_CODE_DISCLOSED_NAME] = N_("published name differs"),
    [FUHE_CODE_DISCLOSED_FUNDS] = N_("published funds differ"),
    [FUHE_CODE_DISCLOSED_RATE] = N_("published execution rate differs"),
    [FUHE_CODE_UNKNOWN_ELEMENT] = N_("no part of a form"),
    [FUHE_CODE_REPEATED_ELEMENT] = N_("stands more than once"),
    [FUHE_CODE_UNKNOWN_CATEGORY] = N_("unknown category"),
    [FUHE_CODE_RULES_PERIOD] = N_("rules of another year"),
    [FUHE_CODE_STATEMENT_PROJECTS] = N_("number of projects differs"),
    [FUHE_CODE_STATEMENT_FUNDS] = N_("stated funds differ"),
    [FUHE_CODE_COPIED_GOAL] = N_("goals are the same"),
    [FUHE_CODE_COPIED_INDICATORS] = N_("indicators are the same"),
    [FUHE_CODE_COPIED_REASON] = N_("reasons are boilerplate"),
    [FUHE_CODE_ALL_FULL_MARKS] = N_("full marks everywhere"),
    [FUHE_CODE_DUPLICATE_PROJECT] = N_("project has several forms"),
    [FUHE_CODE_UNEVEN_TREATMENT] = N_("same defect treated differently"),
};

const char *fuhe_message_title(enum fuhe_code code) {
    return _(titles[code]);
}
