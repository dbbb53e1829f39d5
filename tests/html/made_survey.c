/* SPDX-License-Identifier: Apache-2.0 */
/* Made-up forms: seven departments, one form in four deviates, one in fifty has no score, texts that try to be markup.
 * Answers are worked out the plain way, over all forms in memory. */
#include "tests/html/made_survey.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/replay.h"

enum { DEPARTMENTS = 7, POINTS = 100, CENTS = 10000 };

struct fuhe_survey {
    size_t count;
    const struct fuhe_pack_library *library;
    const struct fuhe_pack *pack;
    size_t *by_risk;
};

struct names {
    char id[32];
    char project[128];
};

/* --- forms --- */

static const char *const departments[DEPARTMENTS] = {
    "教育局", "卫生健康局", "政务服务和数字化建设管理局", "", "<b>Roads & Bridges</b>", "交通运输局", "水利局",
};

static const char *const codes[] = {"", "item-score total-sum", "item-rounded", "weight-sum judgement",
                                    "unreadable-value"};

/* Deviations in hundredths of points, from -20.00 to +20.00, three in four of them none. */
static int64_t deviation_of(size_t number) {
    return number % 4 == 0 ? (int64_t)(number * 7919 % 4001) - 2000 : 0;
}

static bool is_unscored(size_t number) {
    return number % 50 == 49;
}

static struct fuhe_figure figure_of(int64_t hundredths) {
    return fuhe_figure_of((fuhe_decimal){hundredths * CENTS});
}

static void name_form(size_t number, struct names *names) {
    static const char *const works[] = {"运行维护", "设备购置 \"A\" \\ B", "Training\tand\nadvice", "改造<script>"};

    (void)snprintf(names->id, sizeof names->id, "form-%zu", number + 1);
    (void)snprintf(names->project, sizeof names->project, "第%zu号项目%s", number + 1, works[number % 4]);
}

static void grade_form(const struct fuhe_pack *pack, struct fuhe_survey_form *form) {
    const struct fuhe_grade *claimed = &pack->grades[fuhe_pack_find_grade(pack, form->claimed_points.value)];
    const struct fuhe_grade *verified = &pack->grades[fuhe_pack_find_grade(pack, form->verified.value)];

    form->grade_claimed = claimed->id;
    form->grade_claimed_name = claimed->name.zh;
    form->grade = verified->id;
    form->grade_name = verified->name.zh;
}

static void score_form(const struct fuhe_pack *pack, size_t number, struct fuhe_survey_form *form) {
    const int64_t deviation = deviation_of(number);
    const int64_t verified = 7500 + (int64_t)(number * 104729 % 500);

    form->claimed_points = figure_of(verified + deviation);
    form->verified = figure_of(verified);
    form->deviation = figure_of(deviation);
    form->risk = (unsigned)(deviation > 0 ? deviation / 25 : -deviation / 100);
    grade_form(pack, form);
}

static void make_form(const struct fuhe_survey *survey, size_t number, struct names *names,
                      struct fuhe_survey_form *form) {
    const size_t department = number % DEPARTMENTS;

    name_form(number, names);
    *form = (struct fuhe_survey_form){.page = number + 1,
                                      .department = department + 1,
                                      .file = FUHE_TEXT("made.xml"),
                                      .number = number + 1,
                                      .id = fuhe_text_of(names->id),
                                      .year = FUHE_TEXT("2024"),
                                      .department_name = fuhe_text_of(departments[department]),
                                      .project = fuhe_text_of(names->project),
                                      .pack = survey->pack->id,
                                      .budget = {true, (int64_t)(number % 100) * 1234500},
                                      .codes = fuhe_text_of(codes[is_unscored(number) ? 4 : number % 4])};
    if (is_unscored(number)) {
        form->state = FUHE_REVIEW_UNSCORED;
        form->risk = POINTS;
        form->findings[FUHE_SEVERITY_ERROR] = 1;
        return;
    }
    form->state = number % 10 == 3 ? FUHE_REVIEW_PARTIAL : FUHE_REVIEW_SCORED;
    form->findings[FUHE_SEVERITY_ERROR] = number % 4 == 1 ? 2 : 0;
    form->findings[FUHE_SEVERITY_NOTE] = number % 4 == 2;
    score_form(survey->pack, number, form);
}

/* --- the survey --- */

static const struct fuhe_survey *sorted_survey;

static int compare_risk(const void *a, const void *b) {
    struct names names;
    struct fuhe_survey_form first, second;
    const size_t left = *(const size_t *)a;
    const size_t right = *(const size_t *)b;

    make_form(sorted_survey, left, &names, &first);
    make_form(sorted_survey, right, &names, &second);
    return first.risk != second.risk ? (first.risk < second.risk ? 1 : -1) : left < right ? -1 : left > right;
}

struct fuhe_survey *made_survey_new(size_t forms, const struct fuhe_pack_library *library) {
    struct fuhe_survey *survey = malloc(sizeof *survey);

    assert(survey != NULL);
    *survey = (struct fuhe_survey){.count = forms, .library = library, .by_risk = calloc(forms + 1, sizeof(size_t))};
    survey->pack = &library->packs[fuhe_pack_library_find(library, "jilin-yanbian")];
    for (size_t i = 0; i < forms; i++) {
        survey->by_risk[i] = i;
    }
    sorted_survey = survey;
    qsort(survey->by_risk, forms, sizeof(size_t), compare_risk);
    return survey;
}

void fuhe_survey_free(struct fuhe_survey *survey) {
    if (survey != NULL) {
        free(survey->by_risk);
    }
    free(survey);
}

struct fuhe_replay *made_survey_replay(struct fuhe_survey *survey) {
    return (struct fuhe_replay *)(void *)survey;
}

const struct fuhe_pack_library *fuhe_replay_library(const struct fuhe_replay *replay) {
    return ((const struct fuhe_survey *)(const void *)replay)->library;
}

enum fuhe_status fuhe_replay_department(struct fuhe_replay *replay, uint64_t department,
                                        const struct fuhe_replay_sink *sink, struct fuhe_error *err) {
    (void)replay;
    (void)department;
    (void)sink;
    (void)err;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_replay_page(struct fuhe_replay *replay, uint64_t page, const struct fuhe_replay_sink *sink,
                                  struct fuhe_error *err) {
    return fuhe_replay_department(replay, page, sink, err);
}

enum fuhe_status fuhe_survey_page(struct fuhe_survey *survey, uint64_t page,
                                  enum fuhe_status (*take)(void *context, const struct fuhe_survey_form *form),
                                  void *context, struct fuhe_error *err) {
    const struct fuhe_survey_request request = {.first = page - 1, .count = 1};

    return fuhe_survey_forms(survey, &request, take, context, err);
}

enum fuhe_status fuhe_survey_forms(struct fuhe_survey *survey, const struct fuhe_survey_request *request,
                                   enum fuhe_status (*take)(void *context, const struct fuhe_survey_form *form),
                                   void *context, struct fuhe_error *err) {
    struct fuhe_survey_form form;
    struct names names;
    size_t taken = 0;
    size_t passed = 0;

    (void)err;
    for (size_t i = 0; i < survey->count && (request->count == 0 || taken < request->count); i++) {
        make_form(survey, request->order == FUHE_SURVEY_BY_RISK ? survey->by_risk[i] : i, &names, &form);
        if ((request->department != 0 && form.department != request->department) || passed++ < request->first) {
            continue;
        }
        taken++;
        FUHE_TRY(take(context, &form));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_department_of(struct fuhe_survey *survey, uint64_t page, uint64_t *department,
                                           struct fuhe_error *err) {
    (void)err;
    *department = page <= survey->count ? (page - 1) % DEPARTMENTS + 1 : 0;
    return FUHE_STATUS_OK;
}

static void add_to_department(struct fuhe_survey_department *department, const struct fuhe_survey_form *form) {
    department->number = form->department;
    department->name = form->department_name;
    department->forms++;
    department->unscored += form->state == FUHE_REVIEW_UNSCORED;
    department->partial += form->state == FUHE_REVIEW_PARTIAL;
    department->over += form->state == FUHE_REVIEW_SCORED && form->deviation.value.scaled > 0;
    department->under += form->state == FUHE_REVIEW_SCORED && form->deviation.value.scaled < 0;
    department->lowered += form->state == FUHE_REVIEW_SCORED && form->grade.bytes != form->grade_claimed.bytes &&
                           form->deviation.value.scaled > 0;
    department->risk += form->risk;
    department->budget = (struct fuhe_money){true, department->budget.fen + form->budget.fen};
    department->median = figure_of(0);
    department->spellings = 1;
    if (form->state == FUHE_REVIEW_SCORED && form->deviation.value.scaled >= department->most.value.scaled) {
        department->most = department->highest = form->deviation;
    }
}

/* By number only: what lists do with the order is not in question here. */
enum fuhe_status fuhe_survey_departments(struct fuhe_survey *survey, enum fuhe_department_order order, size_t count,
                                         enum fuhe_status (*take)(void *context,
                                                                  const struct fuhe_survey_department *department),
                                         void *context, struct fuhe_error *err) {
    struct fuhe_survey_department all[DEPARTMENTS] = {{0}};
    struct fuhe_survey_form form;
    struct names names;

    (void)order;
    (void)err;
    for (size_t i = 0; i < survey->count; i++) {
        make_form(survey, i, &names, &form);
        add_to_department(&all[i % DEPARTMENTS], &form);
    }
    for (size_t i = 0; i < DEPARTMENTS && all[i].forms > 0 && (count == 0 || i < count); i++) {
        FUHE_TRY(take(context, &all[i]));
    }
    return FUHE_STATUS_OK;
}

static size_t grade_place(struct fuhe_tally *tally, fuhe_text id) {
    size_t place = 0;

    while (place < tally->grade_count && !fuhe_text_equals(tally->grades[place], id)) {
        place++;
    }
    if (place == tally->grade_count) {
        tally->grades[tally->grade_count++] = id;
    }
    return place;
}

enum fuhe_status fuhe_survey_tally(struct fuhe_survey *survey, struct fuhe_tally *tally, struct fuhe_error *err) {
    struct fuhe_survey_form form;
    struct names names;

    (void)err;
    fuhe_tally_reset(tally);
    tally->files = 3;
    tally->failures = 1;
    tally->forms = survey->count;
    for (size_t i = 0; i < survey->count; i++) {
        make_form(survey, i, &names, &form);
        tally->states[form.state]++;
        const size_t claimed = grade_place(tally, form.grade_claimed);
        const size_t recommended = grade_place(tally, form.grade);
        tally->matrix[claimed][recommended]++;
        tally->partial[claimed][recommended] += form.state == FUHE_REVIEW_PARTIAL;
    }
    return FUHE_STATUS_OK;
}

/* --- deviations --- */

static int compare_decimals(const void *a, const void *b) {
    return fuhe_decimal_compare(*(const fuhe_decimal *)a, *(const fuhe_decimal *)b);
}

/* The q-th of `of` parts of n sorted figures lies at place ceil(n q / of), from 1. */
static fuhe_decimal quantile(const fuhe_decimal *sorted, size_t count, size_t part, size_t of) {
    return sorted[(count * part + of - 1) / of - 1];
}

static void add_bin(struct fuhe_survey_deviations *result, fuhe_decimal value) {
    const int64_t middle = FUHE_HISTOGRAM_BINS / 2;
    const int64_t magnitude = value.scaled < 0 ? -value.scaled : value.scaled;
    const int64_t bin = (magnitude + result->bin_width.scaled - 1) / result->bin_width.scaled;
    const int64_t place = bin > middle ? middle : bin;

    result->bins[middle + (value.scaled < 0 ? -place : place)]++;
}

enum fuhe_status fuhe_survey_deviations(struct fuhe_survey *survey, struct fuhe_survey_deviations *result,
                                        struct fuhe_error *err) {
    fuhe_decimal *all = calloc(survey->count + 1, sizeof *all);
    struct fuhe_survey_form form;
    struct names names;

    (void)err;
    assert(all != NULL);
    *result = (struct fuhe_survey_deviations){.bin_width = FUHE_DECIMAL(2)};
    for (size_t i = 0; i < survey->count; i++) {
        make_form(survey, i, &names, &form);
        if (form.deviation.present && form.state == FUHE_REVIEW_SCORED) {
            const int64_t scaled = form.deviation.value.scaled;
            all[result->count++] = form.deviation.value;
            *(scaled > 0 ? &result->over : scaled < 0 ? &result->under : &result->none) += 1;
            add_bin(result, form.deviation.value);
        }
    }
    qsort(all, result->count, sizeof *all, compare_decimals);
    if (result->count > 0) {
        result->least = all[0];
        result->lower_twentieth = quantile(all, result->count, 1, 20);
        result->lower_quartile = quantile(all, result->count, 1, 4);
        result->median = quantile(all, result->count, 1, 2);
        result->upper_quartile = quantile(all, result->count, 3, 4);
        result->upper_twentieth = quantile(all, result->count, 19, 20);
        result->most = all[result->count - 1];
    }
    free(all);
    return FUHE_STATUS_OK;
}

/* --- findings and money --- */

enum fuhe_status fuhe_survey_codes(struct fuhe_survey *survey, uint64_t department, struct fuhe_survey_code *rows,
                                   size_t *count, struct fuhe_error *err) {
    static const enum fuhe_code known[] = {FUHE_CODE_ITEM_SCORE, FUHE_CODE_TOTAL_SUM, FUHE_CODE_ITEM_ROUNDED,
                                           FUHE_CODE_WEIGHT_SUM, FUHE_CODE_JUDGEMENT, FUHE_CODE_UNREADABLE_VALUE};
    struct fuhe_survey_form form;
    struct names names;

    (void)department;
    (void)err;
    *count = sizeof known / sizeof known[0];
    for (size_t i = 0; i < *count; i++) {
        rows[i] = (struct fuhe_survey_code){.code = known[i]};
        for (size_t j = 0; j < survey->count; j++) {
            make_form(survey, j, &names, &form);
            if (fuhe_text_contains(form.codes, fuhe_text_of(fuhe_code_name(known[i])))) {
                rows[i].findings++;
                rows[i].severities[fuhe_code_severity(known[i])]++;
                rows[i].forms++;
                rows[i].budget = (struct fuhe_money){true, rows[i].budget.fen + form.budget.fen};
            }
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_money(struct fuhe_survey *survey, struct fuhe_survey_money *money,
                                   struct fuhe_error *err) {
    struct fuhe_survey_form form;
    struct names names;

    (void)err;
    *money = (struct fuhe_survey_money){{true, 0}, {true, 0}, {false, 0}};
    for (size_t i = 0; i < survey->count; i++) {
        make_form(survey, i, &names, &form);
        money->all.fen += form.budget.fen;
        money->over.fen += form.state == FUHE_REVIEW_SCORED && form.deviation.value.scaled > 0 ? form.budget.fen : 0;
    }
    return FUHE_STATUS_OK;
}

/* --- projects that came in more than once --- */

/* The first two forms are of one project. */
enum fuhe_status fuhe_survey_repeats(struct fuhe_survey *survey, struct fuhe_survey_repeats *repeats,
                                     struct fuhe_error *err) {
    (void)err;
    *repeats =
        survey->count < 2 ? (struct fuhe_survey_repeats){0} : (struct fuhe_survey_repeats){1, 2, 1, {true, 1234500}};
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_survey_repeated_forms(struct fuhe_survey *survey,
                                            enum fuhe_status (*take)(void *context,
                                                                     const struct fuhe_survey_repeated *repeated),
                                            void *context, struct fuhe_error *err) {
    struct fuhe_survey_repeated repeated = {.first = 1, .forms = 2};
    struct names names;

    (void)err;
    for (size_t i = 0; survey->count >= 2 && i < repeated.forms; i++) {
        make_form(survey, i, &names, &repeated.form);
        FUHE_TRY(take(context, &repeated));
    }
    return FUHE_STATUS_OK;
}
