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
    const struct fuhe_table_number numbers[] = {{"count", statistics->partial_forms}, {NULL, 0}};

    if (statistics->partial_forms > 0) {
        fuhe_table_sentence(output,
                            _("Totals leave out {count} partly scored forms: what is missing in them decides the rest. "
                              "Their rows that have a score count."),
                            numbers);
    }
    write_heads(output, heads);
    write_spread(output, _("totals of forms"), &statistics->deviations);
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        write_spread(output, fuhe_message_category((enum fuhe_category)i), &statistics->kinds[i]);
    }
}

static void write_outliers(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    static const char *const heads[] = {"n", N_("deviates"), "z", NULL};

    if (statistics->outliers.count > 0) {
        write_heads(output, heads);
    }
    for (size_t i = 0; i < statistics->outliers.count; i++) {
        fuhe_table_form(output, &statistics->outliers, i);
        fuhe_table_count(output, statistics->outliers.items[i].peers);
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

    write_heads(output, heads);
    for (size_t i = 0; i < statistics->tests.count; i++) {
        write_test(output, &statistics->tests.items[i]);
    }
}

/* --- all forms ---------------------------------------------------------------------------------------------------- */

static void write_correlation(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    static const char *const heads[] = {"n", "ρ", "p", NULL};

    write_heads(output, heads);
    fuhe_table_name(output, fuhe_text_of(_("rate and performance")));
    fuhe_table_count(output, statistics->correlation.count);
    fuhe_table_figure(output, statistics->correlation.rho, 4);
    fuhe_table_probability(output, statistics->correlation.p.value);
    fuhe_table_end(output);
}

static void write_share(struct fuhe_output *output, const struct fuhe_statistics_share_row *row) {
    fuhe_table_name(output, fuhe_text_of(row->name));
    fuhe_table_count(output, row->n);
    fuhe_table_count(output, row->share.claimed);
    fuhe_table_figure(output, fuhe_share_of(row->share.claimed, row->n), 1);
    fuhe_table_count(output, row->share.verified);
    fuhe_table_figure(output, fuhe_share_of(row->share.verified, row->n), 1);
    fuhe_table_end(output);
}

static void write_shares(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    static const char *const heads[] = {"n", N_("claimed"), "%", N_("by rules"), "%", NULL};

    write_heads(output, heads);
    for (size_t i = 0; i < FUHE_STATISTICS_SHARE_COUNT; i++) {
        const struct fuhe_statistics_share_row row = fuhe_statistics_share_row(statistics, i);
        write_share(output, &row);
    }
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

/* The order of the parts is that of the text. */
static void write_parts(struct fuhe_output *output, const struct fuhe_statistics *statistics) {
    static void (*const figures[])(struct fuhe_output *, const struct fuhe_statistics *) = {
        [FUHE_STATISTICS_DEVIATIONS] = write_deviations, [FUHE_STATISTICS_OUTLIERS] = write_outliers,
        [FUHE_STATISTICS_TESTS] = write_tests,           [FUHE_STATISTICS_CORRELATION] = write_correlation,
        [FUHE_STATISTICS_SHARES] = write_shares,
    };

    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        fuhe_table_part(output, statistics, (enum fuhe_statistics_part)i);
        if (fuhe_statistics_is_there(statistics, (enum fuhe_statistics_part)i)) {
            figures[i](output, statistics);
        }
    }
}

void fuhe_statistics_write_text(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
    const struct fuhe_table_number numbers[] = {
        {"forms", statistics->form_count}, {"departments", statistics->department_count}, {NULL, 0}};

    if (statistics->request.form.length == 0) {
        fuhe_table_sentence(output, _("Forms: {forms}; departments: {departments}"), numbers);
        write_parts(output, statistics);
    }
    fuhe_statistics_text_stability(statistics, output);
    fuhe_statistics_text_gauge(statistics, output);
    if (statistics->crosscheck != NULL) {
        fuhe_statistics_text_crosscheck(statistics, output);
    }
}
