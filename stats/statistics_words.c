/* SPDX-License-Identifier: Apache-2.0 */
/* Headings, methods and reasons. A part is a row of a table: what it is called, whether it is there, and the sentences
 * for both cases with numbers of the batch in them. */
#include "stats/statistics_words.h"

#include "report/template.h"
#include "report/translate.h"
#include "stats/share.h"

/* Of totals or of rows: a form without a claimed total may claim its rows. */
static bool has_deviations(const struct fuhe_statistics *statistics) {
    size_t count = statistics->deviations.count;

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        count += statistics->kinds[i].count;
    }
    return count > 0;
}

static bool has_outliers(const struct fuhe_statistics *statistics) {
    return statistics->outlier_departments > 0;
}

static bool has_tests(const struct fuhe_statistics *statistics) {
    return statistics->tested > 0;
}

static bool has_correlation(const struct fuhe_statistics *statistics) {
    return statistics->correlation.rho.present;
}

static bool has_shares(const struct fuhe_statistics *statistics) {
    return statistics->full_rows + statistics->total_forms > 0;
}

static bool has_stability(const struct fuhe_statistics *statistics) {
    return statistics->stability.count > 0;
}

static bool is_always(const struct fuhe_statistics *statistics) {
    (void)statistics;
    return true;
}

static const struct part {
    const char *heading;
    bool (*is_there)(const struct fuhe_statistics *statistics);
    const char *method;
    const char *reason; /* why it is left out */
    size_t minimum;
} parts[FUHE_STATISTICS_PART_COUNT] = {
    [FUHE_STATISTICS_DEVIATIONS] =
        {N_("Deviations in points, claimed less verified"), has_deviations,
         N_("In hundredths of a point; of n sorted values, the quantile q is the one at place ⌈q·n⌉. MAD: median "
            "distance from the median. An outlier has a modified z-score beyond 3.5: 0.6745 (x − median) ÷ MAD, or, "
            "when MAD is 0, (x − median) ÷ (1.2533 × mean distance). Outliers need n of {minimum} or more."),
         N_("Left out: no row and no form has both a claim and a score by the rules."), FUHE_OUTLIERS_MIN},
    [FUHE_STATISTICS_OUTLIERS] =
        {N_("Forms that stand out in their own department"), has_outliers,
         N_("Outliers by the same score, each within its own department. Departments with {minimum} or more "
            "deviations: {departments}; forms that stand out: {count}."),
         N_("Left out: no department has {minimum} forms with a deviation; of fewer, nobody can say what is usual."),
         FUHE_OUTLIERS_MIN},
    [FUHE_STATISTICS_TESTS] =
        {N_("Departments that claim too much more often than too little"), has_tests,
         N_("One-sided exact sign test over the n forms that claim more (over) or less (under) than the rules give. "
            "Departments with {minimum} or more of them: {tested}; p adjusted for all of these together (Holm); \"look "
            "here\", at 0.05 or below: {look}. It says where to look first, and nothing about why."),
         N_("Left out: no department has {minimum} claims that deviate; with fewer, chance alone gives any result more "
            "often than once in twenty."),
         FUHE_SIGN_TEST_MIN},
    [FUHE_STATISTICS_CORRELATION] =
        {N_("Execution and performance"), has_correlation,
         N_("Spearman's rank correlation of the execution rate and the share of their weight that the indicators "
            "earned by the rules; p two-sided, by Student's t."),
         NULL, FUHE_CORRELATION_MIN},
    [FUHE_STATISTICS_SHARES] =
        {N_("Full marks and round numbers"), has_shares,
         N_("Counts of claims beside those of the scores that the rules give for the same rows and forms; percentages "
            "from n of {minimum} on, for below that the counts say more."),
         N_("Left out: no row and no form has both a claim and a score by the rules."), FUHE_SHARE_MIN},
    [FUHE_STATISTICS_STABILITY] =
        {N_("Grade stability"), has_stability,
         N_("How often the recommended grade stays when the weights of the indicators are drawn anew: {draws} draws "
            "from a Dirichlet distribution around the form's own weights, concentration {concentration} (10 of 90 "
            "points become 10 ± 2.8), execution kept as it is, seed {seed}."),
         N_("Left out: no form has a grade."), 0},
    [FUHE_STATISTICS_GAUGE] =
        {N_("The \"too easy\" gauge"), is_always,
         N_("Signs that targets asked for little, in percent of what could show them. The index is the mean of the "
            "signs that are there, 0 to 100, from {signs} signs on, for a department from {forms} forms on. It is "
            "never part of a score, and no sign by itself means that anything is wrong. The line of all forms counts "
            "all their rows together, so it need not lie between those of the departments."),
         NULL, 0},
};

const char *fuhe_statistics_heading(enum fuhe_statistics_part part) {
    return _(parts[part].heading);
}

bool fuhe_statistics_is_there(const struct fuhe_statistics *statistics, enum fuhe_statistics_part part) {
    return parts[part].is_there(statistics);
}

/* Two reasons: too few, or nothing to compare. */
static const char *reason_of(const struct fuhe_statistics *statistics, const struct part *part) {
    if (part->reason != NULL) {
        return _(part->reason);
    }
    return statistics->correlation.count < FUHE_CORRELATION_MIN
               ? _("Left out: {n} forms have both; below {minimum} the probability is not reliable.")
               : _("Left out: one of the two is the same in all {n} forms.");
}

void fuhe_statistics_write_method(const struct fuhe_statistics *statistics, enum fuhe_statistics_part part,
                                  struct fuhe_output *output) {
    const struct {
        const char *name;
        size_t number;
    } numbers[] = {
        {"minimum", parts[part].minimum},     {"departments", statistics->outlier_departments},
        {"count", statistics->outlier_forms}, {"tested", statistics->tested},
        {"look", statistics->look_here},      {"n", statistics->correlation.count},
        {"draws", FUHE_STABILITY_DRAWS},      {"concentration", FUHE_STABILITY_CONCENTRATION},
        {"seed", statistics->request.seed},   {"signs", FUHE_GAUGE_SIGNS_MIN},
        {"forms", FUHE_GAUGE_FORMS_MIN},
    };
    enum { COUNT = sizeof numbers / sizeof numbers[0] };
    char texts[COUNT][FUHE_SIZE_TEXT_SIZE];
    struct fuhe_template_word words[COUNT + 1] = {{NULL, {NULL, 0}}};

    for (size_t i = 0; i < COUNT; i++) {
        words[i].name = numbers[i].name;
        words[i].text = (fuhe_text){texts[i], fuhe_size_format(numbers[i].number, texts[i])};
    }
    fuhe_template_words(
        output, parts[part].is_there(statistics) ? _(parts[part].method) : reason_of(statistics, &parts[part]), words);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

struct fuhe_statistics_share_row fuhe_statistics_share_row(const struct fuhe_statistics *statistics, size_t index) {
    const struct fuhe_statistics_share_row rows[FUHE_STATISTICS_SHARE_COUNT] = {
        {_("rows at full weight"), statistics->full_rows, statistics->full_row},
        {_("totals at full marks"), statistics->total_forms, statistics->full_form},
        {_("totals on whole numbers"), statistics->total_forms, statistics->whole_total},
        {_("totals on multiples of 5"), statistics->total_forms, statistics->fives_total},
    };

    return rows[index];
}

const char *fuhe_statistics_reason(enum fuhe_stability_state state) {
    return state == FUHE_STABILITY_NO_GRADE ? _("left out: no grade") : _("left out: fewer than two rows with a score");
}

static const struct {
    const char *name;
    const char *meaning;
} signs[FUHE_EASE_COUNT] = {
    [FUHE_EASE_FULL_MARKS] = {N_("full"), N_("rows claimed at full weight")},
    [FUHE_EASE_TARGET_EQUAL] = {N_("equal"), N_("rows whose result is just the target, if it can be exceeded")},
    [FUHE_EASE_WORDS] = {N_("words"), N_("weight on rows that are words, not measured")},
    [FUHE_EASE_OVER_BUDGET] = {N_("costs"), N_("forms whose cost targets exceed the budget")},
    [FUHE_EASE_ROUND_CLAIM] = {N_("round"), N_("whole claims where the rules give no whole score")},
    [FUHE_EASE_STALE_YEAR] = {N_("stale"), N_("rows that name only past years")},
};

const char *fuhe_statistics_sign(enum fuhe_ease ease) {
    return _(signs[ease].name);
}

const char *fuhe_statistics_sign_meaning(enum fuhe_ease ease) {
    return _(signs[ease].meaning);
}

void fuhe_statistics_write_probability(fuhe_decimal p, struct fuhe_output *output) {
    enum { SHOWN = 4, LEAST = 100 };
    fuhe_decimal shown = p;

    if (p.scaled < LEAST) {
        fuhe_output_string(output, "<0.0001");
        return;
    }
    if (fuhe_decimal_round(p, SHOWN, FUHE_ROUND_HALF_UP, &shown) == FUHE_STATUS_OK) {
        fuhe_output_decimal(output, shown, SHOWN);
    }
}

bool fuhe_statistics_is_ambiguous(const struct fuhe_statistics_forms *forms, size_t index) {
    const struct fuhe_statistics_form *form = &forms->items[index];

    for (size_t i = 0; i < forms->count; i++) {
        if (i != index && fuhe_text_equals(forms->items[i].project, form->project) &&
            fuhe_text_equals(forms->items[i].id, form->id)) {
            return true;
        }
    }
    return false;
}
