/* SPDX-License-Identifier: Apache-2.0 */
/* One walk over all figures, in the order of the text: of what each is, of how many, and why it is not there. */
#include "stats/lines.h"

#include "crosscheck/crosscheck_words.h"
#include "stats/share.h"

/* --- the walk ----------------------------------------------------------------------------------------------------- */

struct walk {
    const struct fuhe_statistics *statistics;
    fuhe_line_taker take;
    void *context;
    struct fuhe_statistics_line line; /* whose part and subject hold until others are set */
};

static void begin(struct walk *walk, size_t section, enum fuhe_line_subject subject) {
    walk->line = (struct fuhe_statistics_line){.section = section, .subject = subject};
}

static void begin_form(struct walk *walk, size_t section, const struct fuhe_statistics_form *form) {
    begin(walk, section, FUHE_LINE_SUBJECT_FORM);
    walk->line.form = form;
}

static void begin_department(struct walk *walk, size_t section, const struct fuhe_statistics_department *department) {
    begin(walk, section, FUHE_LINE_SUBJECT_DEPARTMENT);
    walk->line.department = department;
}

/* Hands on the line with a figure, or the reason why there is none. */
static void hand_on(struct walk *walk, enum fuhe_line_figure figure, enum fuhe_line_method method,
                    struct fuhe_figure value, enum fuhe_line_reason reason) {
    walk->line.figure = figure;
    walk->line.method = method;
    walk->line.value = value;
    walk->line.reason = value.present ? FUHE_LINE_REASON_NONE : reason;
    walk->take(walk->context, &walk->line);
}

static void tell(struct walk *walk, enum fuhe_line_figure figure, struct fuhe_figure value, uint64_t n,
                 enum fuhe_line_reason reason) {
    walk->line.n = n;
    walk->line.is_share = false;
    hand_on(walk, figure, fuhe_line_usual_method(figure), value, reason);
}

static void tell_count(struct walk *walk, enum fuhe_line_figure figure, uint64_t count, uint64_t n) {
    tell(walk, figure, fuhe_figure_of(FUHE_DECIMAL((int64_t)count)), n, FUHE_LINE_REASON_NONE);
}

/* A share says its counts even where a percentage would say too much. */
static void tell_share(struct walk *walk, enum fuhe_line_figure figure, struct fuhe_figure value, uint64_t part,
                       uint64_t whole) {
    walk->line.n = whole;
    walk->line.is_share = true;
    walk->line.part_count = part;
    walk->line.whole_count = whole;
    hand_on(walk, figure, FUHE_LINE_BY_SHARE, value, FUHE_LINE_REASON_TOO_FEW);
}

static void walk_batch(struct walk *walk) {
    const struct fuhe_statistics *statistics = walk->statistics;

    begin(walk, FUHE_LINE_SECTION_BATCH, FUHE_LINE_SUBJECT_BATCH);
    tell_count(walk, FUHE_LINE_FORMS, statistics->form_count, statistics->form_count);
    tell_count(walk, FUHE_LINE_DEPARTMENTS, statistics->department_count, statistics->form_count);
}

/* --- deviations --------------------------------------------------------------------------------------------------- */

static enum fuhe_line_method scale_of(const struct fuhe_spread *spread) {
    if (spread->mad.scaled > 0) {
        return FUHE_LINE_BY_SCORE_MAD;
    }
    return spread->distance_sum > 0 ? FUHE_LINE_BY_SCORE_MEAN : FUHE_LINE_BY_SCORE_SAME;
}

static void walk_spread(struct walk *walk, const struct fuhe_spread *spread) {
    const struct {
        enum fuhe_line_figure figure;
        fuhe_decimal value;
    } rows[] = {
        {FUHE_LINE_LEAST, spread->least},        {FUHE_LINE_Q05, spread->lower_twentieth},
        {FUHE_LINE_Q25, spread->lower_quartile}, {FUHE_LINE_MEDIAN, spread->median},
        {FUHE_LINE_Q75, spread->upper_quartile}, {FUHE_LINE_Q95, spread->upper_twentieth},
        {FUHE_LINE_MOST, spread->most},          {FUHE_LINE_MAD, spread->mad},
    };
    const struct fuhe_figure outliers = {spread->count >= FUHE_OUTLIERS_MIN, FUHE_DECIMAL((int64_t)spread->outliers)};

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tell(walk, rows[i].figure, (struct fuhe_figure){spread->count > 0, rows[i].value}, spread->count,
             FUHE_LINE_REASON_NO_VALUES);
    }
    hand_on(walk, FUHE_LINE_OUTLIERS, scale_of(spread), outliers, FUHE_LINE_REASON_TOO_FEW);
}

static void walk_deviations(struct walk *walk) {
    begin(walk, FUHE_STATISTICS_DEVIATIONS, FUHE_LINE_SUBJECT_BATCH);
    walk_spread(walk, &walk->statistics->deviations);
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        begin(walk, FUHE_STATISTICS_DEVIATIONS, FUHE_LINE_SUBJECT_CATEGORY);
        walk->line.category = (enum fuhe_category)i;
        walk_spread(walk, &walk->statistics->kinds[i]);
    }
}

static void walk_outliers(struct walk *walk) {
    const struct fuhe_statistics *statistics = walk->statistics;
    const struct fuhe_figure forms = {statistics->outlier_departments > 0,
                                      FUHE_DECIMAL((int64_t)statistics->outlier_forms)};

    begin(walk, FUHE_STATISTICS_OUTLIERS, FUHE_LINE_SUBJECT_BATCH);
    tell_count(walk, FUHE_LINE_DEPARTMENTS, statistics->outlier_departments, statistics->department_count);
    tell(walk, FUHE_LINE_OUTLIERS, forms, statistics->outlier_departments, FUHE_LINE_REASON_TOO_FEW);
    for (size_t i = 0; i < statistics->outliers.count; i++) {
        const struct fuhe_statistics_form *form = &statistics->outliers.items[i];
        begin_form(walk, FUHE_STATISTICS_OUTLIERS, form);
        tell(walk, FUHE_LINE_DEVIATION, form->deviation, 1, FUHE_LINE_REASON_NO_VALUES);
        tell(walk, FUHE_LINE_SCORE, form->score, form->peers, FUHE_LINE_REASON_ALL_THE_SAME);
    }
}

/* --- departments and all forms ------------------------------------------------------------------------------------ */

static void walk_tests(struct walk *walk) {
    const struct fuhe_statistics *statistics = walk->statistics;
    const struct fuhe_figure look_here = {statistics->tested > 0, FUHE_DECIMAL((int64_t)statistics->look_here)};

    begin(walk, FUHE_STATISTICS_TESTS, FUHE_LINE_SUBJECT_BATCH);
    tell_count(walk, FUHE_LINE_TESTED, statistics->tested, statistics->department_count);
    tell(walk, FUHE_LINE_LOOK_HERE, look_here, statistics->tested, FUHE_LINE_REASON_TOO_FEW);
    for (size_t i = 0; i < statistics->tests.count; i++) {
        const struct fuhe_sign_test *test = &statistics->tests.items[i].test;
        const size_t n = test->over + test->under;
        begin_department(walk, FUHE_STATISTICS_TESTS, &statistics->tests.items[i]);
        tell_count(walk, FUHE_LINE_OVER, test->over, n);
        tell(walk, FUHE_LINE_P, fuhe_figure_of(test->p), n, FUHE_LINE_REASON_NONE);
        tell(walk, FUHE_LINE_P_ADJUSTED, fuhe_figure_of(test->adjusted), n, FUHE_LINE_REASON_NONE);
        tell_count(walk, FUHE_LINE_LOOK_HERE, test->look_here, n);
    }
}

static void walk_correlation(struct walk *walk) {
    const struct fuhe_correlation_result *correlation = &walk->statistics->correlation;
    const enum fuhe_line_reason reason =
        correlation->count < FUHE_CORRELATION_MIN ? FUHE_LINE_REASON_TOO_FEW : FUHE_LINE_REASON_ALL_THE_SAME;

    begin(walk, FUHE_STATISTICS_CORRELATION, FUHE_LINE_SUBJECT_BATCH);
    tell(walk, FUHE_LINE_RHO, correlation->rho, correlation->count, reason);
    tell(walk, FUHE_LINE_P_RHO, correlation->p, correlation->count, reason);
}

/* In the order of fuhe_statistics_share_row. */
static void walk_shares(struct walk *walk) {
    begin(walk, FUHE_STATISTICS_SHARES, FUHE_LINE_SUBJECT_BATCH);
    for (size_t i = 0; i < FUHE_STATISTICS_SHARE_COUNT; i++) {
        const struct fuhe_statistics_share_row row = fuhe_statistics_share_row(walk->statistics, i);
        const enum fuhe_line_figure claimed = (enum fuhe_line_figure)(FUHE_LINE_FULL_ROWS_CLAIMED + 2 * i);
        const enum fuhe_line_figure verified = (enum fuhe_line_figure)(claimed + 1);
        tell_share(walk, claimed, fuhe_share_of(row.share.claimed, row.n), row.share.claimed, row.n);
        tell_share(walk, verified, fuhe_share_of(row.share.verified, row.n), row.share.verified, row.n);
    }
}

/* --- single forms ------------------------------------------------------------------------------------------------- */

static void tell_stability(struct walk *walk, const struct fuhe_stability *stability) {
    static const enum fuhe_line_reason why[] = {[FUHE_STABILITY_DONE] = FUHE_LINE_REASON_NONE,
                                                [FUHE_STABILITY_NO_GRADE] = FUHE_LINE_REASON_NO_GRADE,
                                                [FUHE_STABILITY_FEW_ROWS] = FUHE_LINE_REASON_TOO_FEW_ROWS};
    const bool is_done = stability->state == FUHE_STABILITY_DONE;

    walk->line.n = stability->rows;
    walk->line.is_share = is_done;
    walk->line.part_count = stability->kept;
    walk->line.whole_count = FUHE_STABILITY_DRAWS;
    hand_on(walk, FUHE_LINE_STAYS, FUHE_LINE_BY_DIRICHLET, (struct fuhe_figure){is_done, stability->share},
            why[stability->state]);
}

static void walk_stability(struct walk *walk) {
    const struct fuhe_statistics_forms *forms = &walk->statistics->stability;

    for (size_t i = 0; i < forms->count; i++) {
        const struct fuhe_statistics_form *form = &forms->items[i];
        begin_form(walk, FUHE_STATISTICS_STABILITY, form);
        tell(walk, FUHE_LINE_VERIFIED, form->verified, 1, FUHE_LINE_REASON_NO_VALUES);
        tell(walk, FUHE_LINE_MARGIN, form->margin, 1, FUHE_LINE_REASON_NO_GRADE);
        tell_count(walk, FUHE_LINE_RISK, form->risk, 1);
        tell_stability(walk, &form->stability);
    }
}

static void tell_gauge(struct walk *walk, const struct fuhe_gauge *gauge) {
    tell(walk, FUHE_LINE_INDEX, fuhe_gauge_index(gauge), gauge->forms, FUHE_LINE_REASON_TOO_FEW_SIGNS);
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        tell_share(walk, (enum fuhe_line_figure)(FUHE_LINE_SIGN_FULL_MARKS + i),
                   fuhe_gauge_share(gauge, (enum fuhe_ease)i), gauge->signs[i].part, gauge->signs[i].whole);
    }
}

static void walk_gauge(struct walk *walk) {
    const struct fuhe_statistics *statistics = walk->statistics;

    begin(walk, FUHE_STATISTICS_GAUGE, FUHE_LINE_SUBJECT_BATCH);
    tell_gauge(walk, &statistics->gauge);
    for (size_t i = 0; i < statistics->easy_departments.count; i++) {
        begin_department(walk, FUHE_STATISTICS_GAUGE, &statistics->easy_departments.items[i]);
        tell_gauge(walk, &statistics->easy_departments.items[i].gauge);
    }
    for (size_t i = 0; i < statistics->easy_forms.count; i++) {
        begin_form(walk, FUHE_STATISTICS_GAUGE, &statistics->easy_forms.items[i]);
        tell_gauge(walk, &statistics->easy_forms.items[i].gauge);
    }
}

/* --- the cross-check ---------------------------------------------------------------------------------------------- */

static enum fuhe_line_method method_of(enum fuhe_code code) {
    static const struct {
        enum fuhe_code code;
        enum fuhe_line_method method;
    } rows[] = {
        {FUHE_CODE_COPIED_GOAL, FUHE_LINE_BY_LIKENESS},
        {FUHE_CODE_COPIED_INDICATORS, FUHE_LINE_BY_LIKENESS},
        {FUHE_CODE_COPIED_REASON, FUHE_LINE_BY_LIKENESS},
        {FUHE_CODE_ALL_FULL_MARKS, FUHE_LINE_BY_FULL_MARKS},
        {FUHE_CODE_DUPLICATE_PROJECT, FUHE_LINE_BY_NAME_AND_YEAR},
        {FUHE_CODE_UNEVEN_TREATMENT, FUHE_LINE_BY_SAME_DEFECT},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].code == code) {
            return rows[i].method;
        }
    }
    return FUHE_LINE_BY_STATEMENT;
}

static void walk_family(struct walk *walk, enum fuhe_code code) {
    const struct fuhe_crosscheck *crosscheck = walk->statistics->crosscheck;
    const struct fuhe_crosscheck_count count = fuhe_crosscheck_count(crosscheck, code);
    const struct {
        enum fuhe_line_figure figure;
        size_t count;
    } rows[] = {
        {FUHE_LINE_FINDINGS, count.groups}, {FUHE_LINE_FORMS_FOUND, count.forms}, {FUHE_LINE_CLEARED, count.cleared}};
    const bool is_judged = fuhe_crosscheck_is_judged(crosscheck, code);

    begin(walk, FUHE_LINE_SECTION_CROSSCHECK, FUHE_LINE_SUBJECT_FINDING);
    walk->line.code = code;
    walk->line.n = count.compared;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].figure != FUHE_LINE_CLEARED || method_of(code) == FUHE_LINE_BY_STATEMENT) {
            hand_on(walk, rows[i].figure, method_of(code),
                    (struct fuhe_figure){is_judged, FUHE_DECIMAL((int64_t)rows[i].count)}, FUHE_LINE_REASON_TOO_FEW);
        }
    }
}

void fuhe_statistics_each_line(const struct fuhe_statistics *statistics, fuhe_line_taker take, void *context) {
    struct walk walk = {.statistics = statistics, .take = take, .context = context};

    walk_batch(&walk);
    walk_deviations(&walk);
    walk_outliers(&walk);
    walk_tests(&walk);
    walk_correlation(&walk);
    walk_shares(&walk);
    walk_stability(&walk);
    walk_gauge(&walk);
    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        walk_family(&walk, fuhe_crosscheck_families[i]);
    }
}
