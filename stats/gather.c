/* SPDX-License-Identifier: Apache-2.0 */
/* One walk over the departments; of each, first its forms are scored again from the store, then its headline figures
 * are looked at once more for outliers. What is kept beside counts is a few forms, a few departments, and one line for
 * each department with enough deviations to be tested. */
#include "stats/gather.h"

#include <stdlib.h>

#include "engine/risk.h"

/* --- one form ----------------------------------------------------------------------------------------------------- */

static bool is_multiple(fuhe_decimal value, int64_t of) {
    return value.scaled % (of * FUHE_DECIMAL_ONE) == 0;
}

static void add_share(struct fuhe_statistics_share *share, bool claimed, bool verified) {
    share->claimed += claimed;
    share->verified += verified;
}

static void add_totals(struct fuhe_statistics *statistics, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;
    const fuhe_decimal claimed = totals->claimed.value;
    const fuhe_decimal verified = totals->verified;
    const int64_t full = review->pack->full_marks.scaled;

    if (!fuhe_review_deviation(review).present) {
        return;
    }
    statistics->total_forms++;
    add_share(&statistics->full_form, claimed.scaled >= full, verified.scaled >= full);
    add_share(&statistics->whole_total, is_multiple(claimed, 1), is_multiple(verified, 1));
    add_share(&statistics->fives_total, is_multiple(claimed, 5), is_multiple(verified, 5));
}

static void add_row(struct fuhe_gathering *gathering, const struct fuhe_row *row) {
    struct fuhe_statistics *statistics = gathering->statistics;

    if (!row->claim.present || !row->has_weight || !row->has_verified || row->weight.scaled <= 0) {
        return;
    }
    statistics->full_rows++;
    add_share(&statistics->full_row, row->claim.value.scaled >= row->weight.scaled,
              row->verified.scaled >= row->weight.scaled);
    if (row->category != FUHE_CATEGORY_NONE) {
        const fuhe_decimal deviation = {row->claim.value.scaled - row->verified.scaled};
        fuhe_distribution_add(&gathering->kinds[row->category], deviation);
    }
}

/* Performance is what the indicators earned of their weight: the total would hold the execution score too. */
static enum fuhe_status add_pair(struct fuhe_gathering *gathering, const struct fuhe_review *review) {
    fuhe_decimal verified = {0};
    fuhe_decimal weight = {0};
    fuhe_fraction share;
    fuhe_decimal percent;

    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        if (row->counted && row->has_weight && row->has_verified) {
            verified.scaled += row->verified.scaled;
            weight.scaled += row->weight.scaled;
        }
    }
    if (!review->execution.has_rate || review->execution.rate_rounded.scaled < 0 || weight.scaled <= 0 ||
        verified.scaled < 0) {
        return FUHE_STATUS_OK;
    }
    share = (fuhe_fraction){(fuhe_int128)verified.scaled * 100, weight.scaled};
    if (fuhe_fraction_round(share, 2, FUHE_ROUND_HALF_UP, &percent) != FUHE_STATUS_OK) {
        return FUHE_STATUS_OK;
    }
    return fuhe_correlation_add(gathering->correlation, review->execution.rate_rounded, percent, gathering->err);
}

struct fuhe_figure fuhe_gather_margin(const struct fuhe_review *review) {
    const struct fuhe_grading *grading = &review->grading;
    const bool has_grade = fuhe_review_has_grade(review);
    struct fuhe_figure margin = {has_grade && grading->has_margin_up, grading->margin_up};

    if (has_grade && grading->has_margin_down &&
        (!margin.present || grading->margin_down.scaled < margin.value.scaled)) {
        margin = fuhe_figure_of(grading->margin_down);
    }
    return margin;
}

static void rank_form(struct fuhe_gathering *gathering, const struct fuhe_review *review, uint64_t page) {
    const struct fuhe_figure margin = fuhe_gather_margin(review);
    const struct fuhe_gauge gauge = fuhe_gauge_of(review);
    const struct fuhe_figure index = fuhe_gauge_index(&gauge);
    const struct fuhe_risk risk = fuhe_risk_of(review);

    if (margin.present) {
        fuhe_foremost_add(&gathering->nearest,
                          &(struct fuhe_foremost_item){.key = -margin.value.scaled, .number = page});
        fuhe_foremost_add(&gathering->risky,
                          &(struct fuhe_foremost_item){.key = fuhe_risk_total(&risk), .number = page});
    }
    if (index.present) {
        fuhe_foremost_add(&gathering->easy_forms,
                          &(struct fuhe_foremost_item){.key = index.value.scaled, .number = page});
    }
    fuhe_gauge_add(&gathering->department_gauge, &gauge);
}

static enum fuhe_status take_form(void *context, const struct fuhe_result *result, uint64_t page) {
    struct fuhe_gathering *gathering = context;
    const struct fuhe_review *review = &result->review;
    const struct fuhe_figure deviation = fuhe_review_deviation(review);

    gathering->statistics->form_count++;
    gathering->statistics->partial_forms += review->state == FUHE_REVIEW_PARTIAL;
    add_totals(gathering->statistics, review);
    for (size_t i = 0; i < review->row_count; i++) {
        add_row(gathering, &review->rows[i]);
    }
    if (deviation.present) {
        fuhe_distribution_add(gathering->all, deviation.value);
        fuhe_distribution_add(gathering->department, deviation.value);
    }
    rank_form(gathering, review, page);
    FUHE_TRY(fuhe_crosscheck_add(gathering->statistics->crosscheck, result, page, gathering->department_number,
                                 gathering->err));
    return add_pair(gathering, review);
}

/* --- one department ----------------------------------------------------------------------------------------------- */

static enum fuhe_status take_headline(void *context, const struct fuhe_survey_form *form) {
    struct fuhe_gathering *gathering = context;

    if (form->deviation.present && fuhe_spread_is_outlier(&gathering->department_spread, form->deviation.value)) {
        const struct fuhe_figure score = fuhe_spread_score(&gathering->department_spread, form->deviation.value);
        const int64_t size = score.value.scaled < 0 ? -score.value.scaled : score.value.scaled;
        fuhe_foremost_add(
            &gathering->outliers,
            &(struct fuhe_foremost_item){
                .key = size, .number = form->page, .value = score, .peers = gathering->department_spread.count});
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_outliers(struct fuhe_gathering *gathering, uint64_t department) {
    const struct fuhe_survey_request forms = {.order = FUHE_SURVEY_BY_PAGE, .department = department};

    if (gathering->department->count < FUHE_OUTLIERS_MIN) {
        return FUHE_STATUS_OK;
    }
    gathering->statistics->outlier_departments++;
    gathering->department_spread = fuhe_distribution_spread(gathering->department);
    gathering->statistics->outlier_forms += gathering->department_spread.outliers;
    if (gathering->department_spread.outliers == 0) {
        return FUHE_STATUS_OK;
    }
    return fuhe_survey_forms(gathering->survey, &forms, take_headline, gathering, gathering->err);
}

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status add_test(struct fuhe_gathering *gathering, const struct fuhe_survey_department *department) {
    if (department->over + department->under < FUHE_SIGN_TEST_MIN) {
        return FUHE_STATUS_OK;
    }
    if (gathering->test_count == gathering->test_capacity) {
        const size_t capacity = gathering->test_capacity * 2 + 64;
        struct fuhe_sign_test *tests = realloc(gathering->tests, capacity * sizeof *tests);
        if (tests == NULL) {
            return no_memory(gathering->err);
        }
        gathering->tests = tests;
        gathering->test_capacity = capacity;
    }
    gathering->tests[gathering->test_count++] =
        (struct fuhe_sign_test){.department = department->number, .over = department->over, .under = department->under};
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_department(void *context, const struct fuhe_survey_department *department) {
    struct fuhe_gathering *gathering = context;
    const struct fuhe_replay_sink sink = {.form = take_form, .context = gathering};

    gathering->statistics->department_count++;
    gathering->department_number = department->number;
    gathering->department_gauge = (struct fuhe_gauge){.forms = 0};
    fuhe_distribution_reset(gathering->department);
    FUHE_TRY(fuhe_replay_department(gathering->replay, department->number, &sink, gathering->err));
    fuhe_gauge_add(&gathering->statistics->gauge, &gathering->department_gauge);
    FUHE_TRY(fuhe_gauge_ledger_add(gathering->statistics->gauges, &gathering->department_gauge, gathering->err));

    const struct fuhe_figure index = fuhe_gauge_index(&gathering->department_gauge);
    if (index.present && gathering->department_gauge.forms >= FUHE_GAUGE_FORMS_MIN) {
        fuhe_foremost_add(&gathering->easy_departments,
                          &(struct fuhe_foremost_item){.key = index.value.scaled,
                                                       .number = department->number,
                                                       .gauge = gathering->department_gauge});
    }
    FUHE_TRY(add_test(gathering, department));
    FUHE_TRY(fuhe_crosscheck_end_department(gathering->statistics->crosscheck, department, gathering->err));
    return find_outliers(gathering, department->number);
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static void finish_counts(struct fuhe_gathering *gathering) {
    struct fuhe_statistics *statistics = gathering->statistics;

    if (gathering->all->count > 0) {
        statistics->deviations = fuhe_distribution_spread(gathering->all);
    }
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        if (gathering->kinds[i].count > 0) {
            statistics->kinds[i] = fuhe_distribution_spread(&gathering->kinds[i]);
        }
    }
    fuhe_sign_tests_run(gathering->tests, gathering->test_count);
    statistics->tested = gathering->test_count;
    for (size_t i = 0; i < gathering->test_count; i++) {
        statistics->look_here += gathering->tests[i].look_here;
    }
}

static enum fuhe_status walk(struct fuhe_gathering *gathering) {
    struct fuhe_statistics *statistics = gathering->statistics;

    FUHE_TRY(fuhe_gauge_ledger_new(&statistics->gauges, gathering->err));
    FUHE_TRY(fuhe_crosscheck_new(&statistics->crosscheck, gathering->err));
    FUHE_TRY(fuhe_crosscheck_add_statements(statistics->crosscheck, gathering->survey, gathering->err));
    FUHE_TRY(fuhe_survey_departments(gathering->survey, FUHE_DEPARTMENTS_BY_NUMBER, 0, take_department, gathering,
                                     gathering->err));
    finish_counts(gathering);
    FUHE_TRY(fuhe_survey_rest(gathering->survey, gathering->err));
    FUHE_TRY(fuhe_crosscheck_finish(statistics->crosscheck, gathering->err));
    return fuhe_correlation_finish(gathering->correlation, &statistics->correlation, gathering->err);
}

/* A form by its id or project, or nothing asked for. */
static enum fuhe_status take_named(void *context, const struct fuhe_survey_form *form) {
    struct fuhe_gathering *gathering = context;
    const fuhe_text name = gathering->statistics->request.form;

    if (fuhe_text_same_name(form->id, name) || fuhe_text_same_name(form->project, name)) {
        fuhe_foremost_add(&gathering->nearest, &(struct fuhe_foremost_item){.number = form->page});
        fuhe_foremost_add(&gathering->easy_forms, &(struct fuhe_foremost_item){.number = form->page});
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_named(struct fuhe_gathering *gathering) {
    const struct fuhe_survey_request all = {.order = FUHE_SURVEY_BY_PAGE};
    const fuhe_text name = gathering->statistics->request.form;

    FUHE_TRY(fuhe_survey_forms(gathering->survey, &all, take_named, gathering, gathering->err));
    if (gathering->nearest.count == 0) {
        return fuhe_error_set(gathering->err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_FORM_UNKNOWN, name.bytes, NULL);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status init(struct fuhe_gathering *gathering, struct fuhe_store *store) {
    struct fuhe_foremost *const rankings[] = {&gathering->outliers, &gathering->nearest, &gathering->risky,
                                              &gathering->easy_departments, &gathering->easy_forms};

    gathering->all = fuhe_arena_allocate(gathering->arena, 1, sizeof *gathering->all);
    gathering->department = fuhe_arena_allocate(gathering->arena, 1, sizeof *gathering->department);
    gathering->kinds = fuhe_arena_allocate(gathering->arena, FUHE_CATEGORY_COUNT, sizeof *gathering->kinds);
    if (gathering->all == NULL || gathering->department == NULL || gathering->kinds == NULL) {
        return no_memory(gathering->err);
    }
    for (size_t i = 0; i < sizeof rankings / sizeof rankings[0]; i++) {
        if (fuhe_foremost_init(rankings[i], gathering->statistics->request.top, gathering->arena) != FUHE_STATUS_OK) {
            return no_memory(gathering->err);
        }
    }
    FUHE_TRY(fuhe_replay_new(store, &gathering->replay, gathering->err));
    FUHE_TRY(fuhe_survey_new(store, &gathering->survey, gathering->err));
    return fuhe_correlation_new(&gathering->correlation, gathering->err);
}

static enum fuhe_status gather(struct fuhe_gathering *gathering, struct fuhe_store *store) {
    const bool is_one = gathering->statistics->request.form.length > 0;

    FUHE_TRY(init(gathering, store));
    FUHE_TRY(is_one ? find_named(gathering) : walk(gathering));
    return fuhe_gather_shown(gathering);
}

enum fuhe_status fuhe_statistics_gather(struct fuhe_store *store, const struct fuhe_statistics_request *request,
                                        struct fuhe_arena *arena, struct fuhe_statistics *statistics,
                                        struct fuhe_error *err) {
    struct fuhe_gathering gathering = {.statistics = statistics, .arena = arena, .err = err};

    *statistics = (struct fuhe_statistics){.request = *request};
    const enum fuhe_status status = gather(&gathering, store);
    fuhe_correlation_free(gathering.correlation);
    fuhe_survey_free(gathering.survey);
    fuhe_replay_free(gathering.replay);
    free(gathering.tests);
    if (status != FUHE_STATUS_OK) {
        fuhe_statistics_free(statistics);
    }
    return status;
}

void fuhe_statistics_free(struct fuhe_statistics *statistics) {
    fuhe_gauge_ledger_free(statistics->gauges);
    fuhe_crosscheck_free(statistics->crosscheck);
    statistics->gauges = NULL;
    statistics->crosscheck = NULL;
}
