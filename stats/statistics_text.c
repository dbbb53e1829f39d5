/* SPDX-License-Identifier: Apache-2.0 */
/* The statistics for people: for each figure what it is, by which method, from how many; what is left out says why. */
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"
#include "stats/share.h"
#include "stats/table.h"

static void write_heads(struct fuhe_output *output, const char *const *heads) {
    fuhe_table_name(output, fuhe_text_of(""));
    for (; *heads != NULL; heads++) {
        fuhe_table_word(output, _(*heads));
    }
    fuhe_table_end(output);
}

/* --- deviations --------------------------------------------------------------------------------------------------- */

static void write_spread(struct fuhe_output *output, const char *name, const struct fuhe_spread *spread) {
    const fuhe_decimal figures[] = {spread->lower_twentieth, spread->median, spread->upper_twentieth, spread->most,
                                    spread->mad};

    fuhe_table_name(output, fuhe_text_of(name));
    fuhe_table_count(output, spread->count);
    fuhe_table_figure(output, (struct fuhe_figure){spread->count > 0, spread->least}, 2);
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        fuhe_table_figure(output, (struct fuhe_figure){spread->count > 0, figures[i]}, 2);
    }
    if (spread->count >= FUHE_OUTLIERS_MIN) {
        fuhe_table_count(output, spread->outliers);
    } else {
        fuhe_table_word(output, "—");
    }
    fuhe_table_end(output);
}

static void write_deviations(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    static const char *const heads[] = {"n",        N_("least"), "5 %",         N_("median"), "95 %",
                                        N_("most"), "MAD",       N_("outside"), NULL};
    const struct fuhe_table_number numbers[] = {{"minimum", FUHE_OUTLIERS_MIN}, {NULL, 0}};

    fuhe_table_heading(output, _("Deviations in points, claimed less verified"));
    fuhe_table_sentence(output,
                        _("In hundredths of a point; of n sorted values, the quantile q is the one at place ⌈q·n⌉. "
                          "MAD: median distance "
                          "from the median. An outlier has a modified z-score beyond 3.5: 0.6745 (x − median) ÷ MAD, "
                          "or, when MAD is 0, "
                          "(x − median) ÷ (1.2533 × mean distance). Outliers need n of {minimum} or more."),
                        numbers);
    write_heads(output, heads);
    write_spread(output, _("totals of forms"), &statistics->deviations);
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        write_spread(output, fuhe_message_category((enum fuhe_category)i), &statistics->kinds[i]);
    }
}

static void write_outliers(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    static const char *const heads[] = {N_("deviates"), "z", NULL};
    const struct fuhe_table_number numbers[] = {{"minimum", FUHE_OUTLIERS_MIN},
                                                {"departments", statistics->outlier_departments},
                                                {"count", statistics->outlier_forms},
                                                {NULL, 0}};

    fuhe_table_heading(output, _("Forms that stand out in their own department"));
    if (statistics->outlier_departments == 0) {
        fuhe_table_sentence(output,
                            _("Left out: no department has {minimum} forms with a deviation; of fewer, nobody "
                              "can say what is usual."),
                            numbers);
        return;
    }
    fuhe_table_sentence(
        output,
        _("Outliers by the same score, each within its own department. Departments with {minimum} or more deviations: "
          "{departments}; forms that stand out: {count}."),
        numbers);
    if (statistics->outliers.count > 0) {
        write_heads(output, heads);
    }
    for (size_t i = 0; i < statistics->outliers.count; i++) {
        fuhe_table_form(output, &statistics->outliers.items[i]);
        fuhe_table_figure(output, statistics->outliers.items[i].deviation, 2);
        fuhe_table_figure(output, statistics->outliers.items[i].score, 2);
        fuhe_table_end(output);
    }
}

/* --- departments -------------------------------------------------------------------------------------------------- */

static void write_test(struct fuhe_output *output, const struct fuhe_statistics_department *department) {
    const struct fuhe_sign_test *test = &department->test;

    fuhe_table_name(output, department->name);
    fuhe_table_count(output, test->over + test->under);
    fuhe_table_count(output, test->over);
    fuhe_table_count(output, test->under);
    fuhe_table_probability(output, test->p);
    fuhe_table_probability(output, test->adjusted);
    if (test->look_here) {
        fuhe_output_string(output, "  ");
        fuhe_output_string(output, _("look here"));
    }
    fuhe_table_end(output);
}

static void write_tests(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    static const char *const heads[] = {"n", N_("over"), N_("under"), "p", "p Holm", NULL};
    const struct fuhe_table_number numbers[] = {{"minimum", FUHE_SIGN_TEST_MIN},
                                                {"departments", statistics->tested},
                                                {"count", statistics->look_here},
                                                {NULL, 0}};

    fuhe_table_heading(output, _("Departments that claim too much more often than too little"));
    if (statistics->tested == 0) {
        fuhe_table_sentence(output,
                            _("Left out: no department has {minimum} claims that deviate; with fewer, chance alone "
                              "gives any result more often than once in twenty."),
                            numbers);
        return;
    }
    fuhe_table_sentence(output,
                        _("One-sided exact sign test over the n forms that claim more (over) or less (under) than the "
                          "rules give. Departments with {minimum} "
                          "or more of them: "
                          "{departments}; p adjusted for all of these together (Holm); \"look here\", at 0.05 or "
                          "below: {count}. It says where to look first, and nothing about why."),
                        numbers);
    write_heads(output, heads);
    for (size_t i = 0; i < statistics->tests.count; i++) {
        write_test(output, &statistics->tests.items[i]);
    }
}

/* --- all forms ---------------------------------------------------------------------------------------------------- */

static void write_correlation(struct fuhe_output *output, const struct fuhe_correlation_result *correlation) {
    static const char *const heads[] = {"n", "ρ", "p", NULL};
    const struct fuhe_table_number numbers[] = {
        {"minimum", FUHE_CORRELATION_MIN}, {"n", correlation->count}, {NULL, 0}};

    fuhe_table_heading(output, _("Execution and performance"));
    if (correlation->count < FUHE_CORRELATION_MIN) {
        fuhe_table_sentence(
            output, _("Left out: {n} forms have both; below {minimum} the probability is not reliable."), numbers);
        return;
    }
    if (!correlation->rho.present) {
        fuhe_table_sentence(output, _("Left out: one of the two is the same in all {n} forms."), numbers);
        return;
    }
    fuhe_table_paragraph(output,
                         _("Spearman's rank correlation of the execution rate and the share of their weight that "
                           "the indicators earned by the rules; p two-sided, by Student's t."));
    write_heads(output, heads);
    fuhe_table_name(output, fuhe_text_of(_("rate and performance")));
    fuhe_table_count(output, correlation->count);
    fuhe_table_figure(output, correlation->rho, 4);
    fuhe_table_probability(output, correlation->p.value);
    fuhe_table_end(output);
}

static void write_share(struct fuhe_output *output, const char *name, size_t n,
                        const struct fuhe_statistics_share *share) {
    fuhe_table_name(output, fuhe_text_of(name));
    fuhe_table_count(output, n);
    fuhe_table_count(output, share->claimed);
    fuhe_table_figure(output, fuhe_share_of(share->claimed, n), 1);
    fuhe_table_count(output, share->verified);
    fuhe_table_figure(output, fuhe_share_of(share->verified, n), 1);
    fuhe_table_end(output);
}

static void write_shares(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    static const char *const heads[] = {"n", N_("claimed"), "%", N_("by rules"), "%", NULL};
    const struct fuhe_table_number numbers[] = {{"minimum", FUHE_SHARE_MIN}, {NULL, 0}};

    fuhe_table_heading(output, _("Full marks and round numbers"));
    fuhe_table_sentence(
        output,
        _("Counts of claims beside those of the scores that the rules give for the same rows and forms; "
          "percentages from n of {minimum} on, for below that the counts say more."),
        numbers);
    write_heads(output, heads);
    write_share(output, _("rows at full weight"), statistics->full_rows, &statistics->full_row);
    write_share(output, _("totals at full marks"), statistics->total_forms, &statistics->full_form);
    write_share(output, _("totals on whole numbers"), statistics->total_forms, &statistics->whole_total);
    write_share(output, _("totals on multiples of 5"), statistics->total_forms, &statistics->fives_total);
}

void fuhe_statistics_write_text(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
    const struct fuhe_table_number numbers[] = {
        {"forms", statistics->form_count}, {"departments", statistics->department_count}, {NULL, 0}};

    if (statistics->request.form.length == 0) {
        fuhe_table_sentence(output, _("Forms: {forms}; departments: {departments}"), numbers);
        write_deviations(output, statistics);
        write_outliers(output, statistics);
        write_tests(output, statistics);
        write_correlation(output, &statistics->correlation);
        write_shares(output, statistics);
    }
    fuhe_statistics_text_stability(statistics, output);
    fuhe_statistics_text_gauge(statistics, output);
}
