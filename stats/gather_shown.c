/* SPDX-License-Identifier: Apache-2.0 */
/* The forms and departments that are shown: each form is scored once more for what is said of it, each department gets
 * its name. Texts are copied, for those of the store do not last. */
#include "engine/risk.h"
#include "stats/gather.h"

#include <string.h>

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* --- forms -------------------------------------------------------------------------------------------------------- */

/* The form being looked up. */
struct lookup {
    struct fuhe_gathering *gathering;
    struct fuhe_statistics_form *form;
    struct fuhe_stability_drawer *drawer; /* NULL: stability is not asked for */
};

static enum fuhe_status copy_texts(struct fuhe_arena *arena, const struct fuhe_result *result,
                                   struct fuhe_statistics_form *form) {
    const struct fuhe_review *review = &result->review;
    const struct fuhe_form *printed = review->form;
    const struct fuhe_cell *department = printed->department.text.length > 0 ? &printed->department : &printed->unit;

    FUHE_TRY(fuhe_arena_copy(arena, fuhe_text_of(result->file), &form->file));
    FUHE_TRY(fuhe_arena_copy(arena, printed->id.text, &form->id));
    FUHE_TRY(fuhe_arena_copy(arena, printed->project.text, &form->project));
    FUHE_TRY(fuhe_arena_copy(arena, department->text, &form->department));
    if (fuhe_review_has_grade(review)) {
        const struct fuhe_grade *grade = &review->pack->grades[review->grading.grade];
        FUHE_TRY(fuhe_arena_copy(arena, grade->id, &form->grade));
        FUHE_TRY(fuhe_arena_copy(arena, grade->name.zh, &form->grade_name.zh));
        FUHE_TRY(fuhe_arena_copy(arena, grade->name.en, &form->grade_name.en));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_form(void *context, const struct fuhe_result *result, uint64_t page) {
    struct lookup *lookup = context;
    struct fuhe_gathering *gathering = lookup->gathering;
    const struct fuhe_review *review = &result->review;
    const struct fuhe_risk risk = fuhe_risk_of(review);
    struct fuhe_statistics_form *form = lookup->form;

    form->page = page;
    form->number = result->number + 1;
    form->deviation = fuhe_review_deviation(review);
    form->verified = (struct fuhe_figure){review->state != FUHE_REVIEW_UNSCORED, review->totals.verified};
    form->margin = fuhe_gather_margin(review);
    form->risk = fuhe_risk_total(&risk);
    form->gauge = fuhe_gauge_of(review);
    if (copy_texts(gathering->arena, result, form) != FUHE_STATUS_OK) {
        return no_memory(gathering->err);
    }
    if (lookup->drawer != NULL && fuhe_stability_draw(lookup->drawer, review, gathering->statistics->request.seed,
                                                      FUHE_STABILITY_DRAWS, &form->stability) != FUHE_STATUS_OK) {
        return no_memory(gathering->err);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status look_up(struct fuhe_gathering *gathering, const struct fuhe_foremost *ranking,
                                struct fuhe_stability_drawer *drawer, struct fuhe_statistics_forms *forms) {
    struct lookup lookup = {.gathering = gathering, .drawer = drawer};
    const struct fuhe_replay_sink sink = {.form = take_form, .context = &lookup};

    forms->items = fuhe_arena_allocate(gathering->arena, ranking->count, sizeof *forms->items);
    if (forms->items == NULL && ranking->count > 0) {
        return no_memory(gathering->err);
    }
    for (size_t i = 0; i < ranking->count; i++) {
        lookup.form = &forms->items[forms->count++];
        lookup.form->score = ranking->items[i].value;
        lookup.form->peers = ranking->items[i].peers;
        FUHE_TRY(fuhe_replay_page(gathering->replay, ranking->items[i].number, &sink, gathering->err));
    }
    return FUHE_STATUS_OK;
}

/* --- stability ---------------------------------------------------------------------------------------------------- */

static bool has_page(const struct fuhe_foremost *ranking, uint64_t page) {
    for (size_t i = 0; i < ranking->count; i++) {
        if (ranking->items[i].number == page) {
            return true;
        }
    }
    return false;
}

/* Those nearest to a cut, then those of the highest risk that are not among them. */
static enum fuhe_status choose_forms(struct fuhe_gathering *gathering, struct fuhe_foremost *chosen) {
    const struct fuhe_foremost *nearest = &gathering->nearest;
    const struct fuhe_foremost *risky = &gathering->risky;

    if (fuhe_foremost_init(chosen, nearest->count + risky->count, gathering->arena) != FUHE_STATUS_OK) {
        return no_memory(gathering->err);
    }
    for (size_t i = 0; i < nearest->count; i++) {
        chosen->items[chosen->count++] = nearest->items[i];
    }
    for (size_t i = 0; i < risky->count; i++) {
        if (!has_page(nearest, risky->items[i].number)) {
            chosen->items[chosen->count++] = risky->items[i];
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status look_up_stability(struct fuhe_gathering *gathering) {
    struct fuhe_foremost chosen;
    struct fuhe_stability_drawer *drawer = NULL;

    FUHE_TRY(choose_forms(gathering, &chosen));
    drawer = fuhe_stability_drawer_new();
    if (drawer == NULL) {
        return no_memory(gathering->err);
    }
    const enum fuhe_status status = look_up(gathering, &chosen, drawer, &gathering->statistics->stability);
    fuhe_stability_drawer_free(drawer);
    return status;
}

/* --- departments -------------------------------------------------------------------------------------------------- */

static enum fuhe_status name_those(struct fuhe_gathering *gathering, const struct fuhe_survey_department *department,
                                   struct fuhe_statistics_departments *list) {
    for (size_t i = 0; i < list->count; i++) {
        struct fuhe_statistics_department *item = &list->items[i];
        if (item->number != department->number) {
            continue;
        }
        item->forms = department->forms;
        if (fuhe_arena_copy(gathering->arena, department->name, &item->name) != FUHE_STATUS_OK) {
            return no_memory(gathering->err);
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_department(void *context, const struct fuhe_survey_department *department) {
    struct fuhe_gathering *gathering = context;

    FUHE_TRY(name_those(gathering, department, &gathering->statistics->tests));
    return name_those(gathering, department, &gathering->statistics->easy_departments);
}

static enum fuhe_status make_list(struct fuhe_gathering *gathering, struct fuhe_statistics_departments *list,
                                  size_t count) {
    list->items = fuhe_arena_allocate(gathering->arena, count, sizeof *list->items);
    list->count = list->items == NULL ? 0 : count;
    return list->items == NULL && count > 0 ? no_memory(gathering->err) : FUHE_STATUS_OK;
}

static enum fuhe_status list_departments(struct fuhe_gathering *gathering) {
    struct fuhe_statistics *statistics = gathering->statistics;
    const size_t top = statistics->request.top;

    FUHE_TRY(make_list(gathering, &statistics->tests, gathering->test_count < top ? gathering->test_count : top));
    FUHE_TRY(make_list(gathering, &statistics->easy_departments, gathering->easy_departments.count));
    for (size_t i = 0; i < statistics->tests.count; i++) {
        statistics->tests.items[i] =
            (struct fuhe_statistics_department){.number = gathering->tests[i].department, .test = gathering->tests[i]};
    }
    for (size_t i = 0; i < statistics->easy_departments.count; i++) {
        const struct fuhe_foremost_item *ranked = &gathering->easy_departments.items[i];
        statistics->easy_departments.items[i] =
            (struct fuhe_statistics_department){.number = ranked->number, .gauge = ranked->gauge};
    }
    return fuhe_survey_departments(gathering->survey, FUHE_DEPARTMENTS_BY_NUMBER, 0, take_department, gathering,
                                   gathering->err);
}

/* --- tests -------------------------------------------------------------------------------------------------------- */

/* The list of the least p keeps its own: this brings copies into another order. */
static enum fuhe_status keep_tests(struct fuhe_gathering *gathering) {
    struct fuhe_sign_test *kept = NULL;

    if (gathering->test_count == 0) {
        return FUHE_STATUS_OK;
    }
    kept = fuhe_arena_allocate(gathering->arena, gathering->test_count, sizeof *kept);
    if (kept == NULL) {
        return no_memory(gathering->err);
    }
    memcpy(kept, gathering->tests, gathering->test_count * sizeof *kept);
    fuhe_sign_tests_sort(kept, gathering->test_count);
    gathering->statistics->every_test = kept;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_gather_shown(struct fuhe_gathering *gathering) {
    struct fuhe_statistics *statistics = gathering->statistics;

    FUHE_TRY(look_up(gathering, &gathering->outliers, NULL, &statistics->outliers));
    FUHE_TRY(look_up_stability(gathering));
    FUHE_TRY(fuhe_gather_crosscheck(gathering));
    FUHE_TRY(look_up(gathering, &gathering->easy_forms, NULL, &statistics->easy_forms));
    FUHE_TRY(list_departments(gathering));
    return keep_tests(gathering);
}
