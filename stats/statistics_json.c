/* SPDX-License-Identifier: Apache-2.0 */
/* The statistics as one JSON document (stats/statistics.schema.json): what was counted, the method as a stable word,
 * and decimal strings. What n is too small for is not there; "left_out" says why. */
#include "crosscheck/crosscheck_words.h"
#include "report/record.h"
#include "stats/share.h"
#include "stats/statistics.h"

static void write_figure(struct fuhe_record *record, const char *name, struct fuhe_figure figure, unsigned places) {
    if (figure.present) {
        fuhe_record_decimal(record, name, figure.value, places);
    }
}

static void write_share(struct fuhe_record *record, const char *name, size_t part, size_t of) {
    fuhe_record_open(record, name);
    fuhe_record_count(record, "count", part);
    write_figure(record, "percent", fuhe_share_of(part, of), 1);
    fuhe_record_close(record);
}

/* --- deviations --------------------------------------------------------------------------------------------------- */

static const char *scale_of(const struct fuhe_spread *spread) {
    if (spread->mad.scaled > 0) {
        return "mad";
    }
    return spread->distance_sum > 0 ? "mean-distance" : "all-the-same";
}

static void write_spread_fields(struct fuhe_record *record, const struct fuhe_spread *spread) {
    fuhe_record_count(record, "n", spread->count);
    if (spread->count == 0) {
        fuhe_record_word(record, "left_out", "none");
        return;
    }
    fuhe_record_decimal(record, "least", spread->least, 2);
    fuhe_record_decimal(record, "q05", spread->lower_twentieth, 2);
    fuhe_record_decimal(record, "q25", spread->lower_quartile, 2);
    fuhe_record_decimal(record, "median", spread->median, 2);
    fuhe_record_decimal(record, "q75", spread->upper_quartile, 2);
    fuhe_record_decimal(record, "q95", spread->upper_twentieth, 2);
    fuhe_record_decimal(record, "most", spread->most, 2);
    fuhe_record_decimal(record, "mad", spread->mad, 2);
    if (spread->count >= FUHE_OUTLIERS_MIN) {
        fuhe_record_count(record, "outliers", spread->outliers);
        fuhe_record_word(record, "scale", scale_of(spread));
    } else {
        fuhe_record_word(record, "left_out", "outliers");
    }
}

static void write_deviations(struct fuhe_record *record, const struct fuhe_statistics *statistics) {
    fuhe_record_open(record, "deviations");
    write_spread_fields(record, &statistics->deviations);
    fuhe_record_close(record);
    fuhe_record_open_list(record, "kinds");
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        fuhe_record_open(record, "kind");
        fuhe_record_word(record, "category", fuhe_category_name((enum fuhe_category)i));
        write_spread_fields(record, &statistics->kinds[i]);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

/* --- forms and departments ---------------------------------------------------------------------------------------- */

static void write_form_name(struct fuhe_record *record, const struct fuhe_statistics_form *form) {
    fuhe_record_count(record, "page", form->page);
    fuhe_record_text(record, "id", form->id);
    fuhe_record_text(record, "project", form->project);
    fuhe_record_text(record, "department", form->department);
}

static void write_outliers(struct fuhe_record *record, const struct fuhe_statistics *statistics) {
    fuhe_record_open(record, "outliers");
    fuhe_record_word(record, "method", "modified-z-score-3.5-within-department");
    fuhe_record_count(record, "minimum", FUHE_OUTLIERS_MIN);
    fuhe_record_count(record, "departments", statistics->outlier_departments);
    fuhe_record_count(record, "count", statistics->outlier_forms);
    fuhe_record_open_list(record, "forms");
    for (size_t i = 0; i < statistics->outliers.count; i++) {
        const struct fuhe_statistics_form *form = &statistics->outliers.items[i];
        fuhe_record_open(record, "form");
        write_form_name(record, form);
        write_figure(record, "deviation", form->deviation, 2);
        write_figure(record, "score", form->score, 2);
        fuhe_record_count(record, "n", form->peers);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

static void write_tests(struct fuhe_record *record, const struct fuhe_statistics *statistics) {
    fuhe_record_open(record, "over_claiming");
    fuhe_record_word(record, "method", "sign-test-exact-one-sided");
    fuhe_record_word(record, "correction", "holm");
    fuhe_record_word(record, "level", "0.05");
    fuhe_record_count(record, "minimum", FUHE_SIGN_TEST_MIN);
    fuhe_record_count(record, "tested", statistics->tested);
    fuhe_record_count(record, "look_here", statistics->look_here);
    fuhe_record_open_list(record, "departments");
    for (size_t i = 0; i < statistics->tests.count; i++) {
        const struct fuhe_statistics_department *department = &statistics->tests.items[i];
        fuhe_record_open(record, "department");
        fuhe_record_text(record, "name", department->name);
        fuhe_record_count(record, "forms", department->forms);
        fuhe_record_count(record, "n", department->test.over + department->test.under);
        fuhe_record_count(record, "over", department->test.over);
        fuhe_record_decimal(record, "p", department->test.p, FUHE_DECIMAL_PLACES);
        fuhe_record_decimal(record, "p_adjusted", department->test.adjusted, FUHE_DECIMAL_PLACES);
        fuhe_record_flag(record, "look_here", department->test.look_here);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

static void write_correlation(struct fuhe_record *record, const struct fuhe_correlation_result *correlation) {
    fuhe_record_open(record, "execution_and_performance");
    fuhe_record_word(record, "method", "spearman");
    fuhe_record_count(record, "minimum", FUHE_CORRELATION_MIN);
    fuhe_record_count(record, "n", correlation->count);
    write_figure(record, "rho", correlation->rho, 4);
    write_figure(record, "p", correlation->p, FUHE_DECIMAL_PLACES);
    if (!correlation->rho.present) {
        fuhe_record_word(record, "left_out", correlation->count < FUHE_CORRELATION_MIN ? "too-few" : "all-the-same");
    }
    fuhe_record_close(record);
}

static void write_claims(struct fuhe_record *record, const char *name, size_t n,
                         const struct fuhe_statistics_share *share) {
    fuhe_record_open(record, name);
    fuhe_record_count(record, "n", n);
    if (n < FUHE_SHARE_MIN) {
        fuhe_record_word(record, "left_out", "too-few");
    }
    write_share(record, "claimed", share->claimed, n);
    write_share(record, "verified", share->verified, n);
    fuhe_record_close(record);
}

static void write_heaping(struct fuhe_record *record, const struct fuhe_statistics *statistics) {
    write_claims(record, "full_rows", statistics->full_rows, &statistics->full_row);
    write_claims(record, "full_totals", statistics->total_forms, &statistics->full_form);
    write_claims(record, "whole_totals", statistics->total_forms, &statistics->whole_total);
    write_claims(record, "multiples_of_five", statistics->total_forms, &statistics->fives_total);
}

/* --- stability ---------------------------------------------------------------------------------------------------- */

static void write_stable_form(struct fuhe_record *record, const struct fuhe_statistics_form *form) {
    const bool done = form->stability.state == FUHE_STABILITY_DONE;

    fuhe_record_open(record, "form");
    write_form_name(record, form);
    write_figure(record, "verified", form->verified, 2);
    fuhe_record_text(record, "grade", form->grade);
    write_figure(record, "margin", form->margin, 2);
    fuhe_record_count(record, "risk", form->risk);
    fuhe_record_count(record, "rows", form->stability.rows);
    if (done) {
        fuhe_record_count(record, "kept", form->stability.kept);
        fuhe_record_decimal(record, "share", form->stability.share, 4);
    } else {
        fuhe_record_word(record, "left_out", fuhe_stability_name(form->stability.state));
    }
    fuhe_record_close(record);
}

static void write_stability(struct fuhe_record *record, const struct fuhe_statistics *statistics) {
    fuhe_record_open(record, "stability");
    fuhe_record_word(record, "method", "dirichlet-weights");
    fuhe_record_count(record, "concentration", FUHE_STABILITY_CONCENTRATION);
    fuhe_record_count(record, "draws", FUHE_STABILITY_DRAWS);
    fuhe_record_count(record, "seed", statistics->request.seed);
    fuhe_record_open_list(record, "forms");
    for (size_t i = 0; i < statistics->stability.count; i++) {
        write_stable_form(record, &statistics->stability.items[i]);
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

/* --- gauge -------------------------------------------------------------------------------------------------------- */

/* The index as a field, the signs as a list. */
static void write_gauge(struct fuhe_record *record, const struct fuhe_gauge *gauge) {
    write_figure(record, "index", fuhe_gauge_index(gauge), 1);
    if (!fuhe_gauge_index(gauge).present) {
        fuhe_record_word(record, "left_out", "too-few-signs");
    }
    fuhe_record_open_list(record, "signs");
    for (size_t i = 0; i < FUHE_EASE_COUNT; i++) {
        fuhe_record_open(record, "sign");
        fuhe_record_word(record, "sign", fuhe_ease_name((enum fuhe_ease)i));
        fuhe_record_count(record, "part", gauge->signs[i].part);
        fuhe_record_count(record, "n", gauge->signs[i].whole);
        write_figure(record, "percent", fuhe_gauge_share(gauge, (enum fuhe_ease)i), 1);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void write_easy_forms(struct fuhe_record *record, const struct fuhe_statistics_forms *forms) {
    fuhe_record_open_list(record, "forms");
    for (size_t i = 0; i < forms->count; i++) {
        fuhe_record_open(record, "form");
        write_form_name(record, &forms->items[i]);
        write_gauge(record, &forms->items[i].gauge);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void write_easy_departments(struct fuhe_record *record, const struct fuhe_statistics *statistics) {
    fuhe_record_open_list(record, "departments");
    for (size_t i = 0; i < statistics->easy_departments.count; i++) {
        const struct fuhe_statistics_department *department = &statistics->easy_departments.items[i];
        fuhe_record_open(record, "department");
        fuhe_record_text(record, "name", department->name);
        fuhe_record_count(record, "forms", department->forms);
        write_gauge(record, &department->gauge);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void write_ease(struct fuhe_record *record, const struct fuhe_statistics *statistics) {
    fuhe_record_open(record, "gauge");
    fuhe_record_word(record, "method", "mean-of-shares");
    fuhe_record_count(record, "signs_minimum", FUHE_GAUGE_SIGNS_MIN);
    if (statistics->request.form.length == 0) {
        fuhe_record_count(record, "forms_minimum", FUHE_GAUGE_FORMS_MIN);
        fuhe_record_open(record, "all");
        write_gauge(record, &statistics->gauge);
        fuhe_record_close(record);
        write_easy_departments(record, statistics);
    }
    write_easy_forms(record, &statistics->easy_forms);
    fuhe_record_close(record);
}

/* --- cross-check -------------------------------------------------------------------------------------------------- */

static void write_family(struct fuhe_record *record, const struct fuhe_statistics *statistics, size_t index) {
    const enum fuhe_code code = fuhe_crosscheck_families[index];
    const struct fuhe_crosscheck_count count = fuhe_crosscheck_count(statistics->crosscheck, code);
    const struct fuhe_statistics_crosscheck *shown = &statistics->crosschecks[index];

    fuhe_record_open(record, "family");
    fuhe_record_word(record, "code", fuhe_code_name(code));
    fuhe_record_count(record, "n", count.compared);
    fuhe_record_count(record, "findings", count.groups);
    fuhe_record_count(record, "forms", count.forms);
    fuhe_record_count(record, "lines", count.lines);
    fuhe_record_count(record, "cleared", count.cleared);
    if (!fuhe_crosscheck_is_judged(statistics->crosscheck, code)) {
        fuhe_record_word(record, "left_out", "too-few");
    }
    fuhe_record_open_list(record, "first");
    for (size_t i = 0; i < shown->count; i++) {
        fuhe_record_open(record, "line");
        fuhe_crosscheck_record(record, &shown->items[i]);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

static void write_crosscheck(struct fuhe_record *record, const struct fuhe_statistics *statistics) {
    fuhe_record_open_list(record, "crosscheck");
    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        write_family(record, statistics, i);
    }
    fuhe_record_close(record);
}

void fuhe_statistics_write_json(const struct fuhe_statistics *statistics, struct fuhe_output *output) {
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-stats/1");
    if (statistics->request.form.length == 0) {
        fuhe_record_count(&record, "forms", statistics->form_count);
        fuhe_record_count(&record, "departments", statistics->department_count);
        write_deviations(&record, statistics);
        write_outliers(&record, statistics);
        write_tests(&record, statistics);
        write_correlation(&record, &statistics->correlation);
        write_heaping(&record, statistics);
    }
    write_stability(&record, statistics);
    write_ease(&record, statistics);
    if (statistics->crosscheck != NULL) {
        write_crosscheck(&record, statistics);
    }
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}
