/* SPDX-License-Identifier: Apache-2.0 */
/* Draws a sample from the headline figures of a batch. By money it walks over the budgets twice, once for their sum and
 * once for the draws, and reads only the forms that were drawn: memory grows with the sample, not with the batch. */
#include "sample/sample.h"

#include "sample/money_units.h"
#include "stats/money_bound.h"

const char *fuhe_sample_method_name(enum fuhe_sample_method method) {
    static const char *const names[] = {[FUHE_SAMPLE_RISK] = "risk", [FUHE_SAMPLE_MONEY] = "money"};

    return names[method];
}

/* One drawing. */
struct drawing {
    struct fuhe_survey *survey;
    struct fuhe_arena *arena;
    struct fuhe_sample *sample;
    size_t capacity; /* of items */
    fuhe_int128 money;
    fuhe_int128 money_seen;
    struct fuhe_money_units units;
    bool takes_all; /* no need to draw */
    struct fuhe_error *err;
};

/* --- items --- */

static enum fuhe_status copy_texts(struct fuhe_arena *arena, const struct fuhe_survey_form *form,
                                   struct fuhe_sample_item *item) {
    const struct {
        fuhe_text from;
        fuhe_text *to;
    } texts[] = {{form->file, &item->file},
                 {form->id, &item->id},
                 {form->year, &item->year},
                 {form->department_name, &item->department},
                 {form->project, &item->project},
                 {form->claimed, &item->claimed},
                 {form->pack, &item->pack},
                 {form->grade_claimed, &item->grade_claimed},
                 {form->grade, &item->grade},
                 {form->grade_claimed_name, &item->grade_claimed_name},
                 {form->grade_name, &item->grade_name},
                 {form->codes, &item->codes}};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        FUHE_TRY(fuhe_arena_copy(arena, texts[i].from, texts[i].to));
    }
    return FUHE_STATUS_OK;
}

static struct fuhe_risk parts_of_risk(const struct fuhe_survey_form *form) {
    const struct fuhe_risk_figures figures = {.state = form->state,
                                              .deviation = form->deviation,
                                              .errors = form->findings[FUHE_SEVERITY_ERROR],
                                              .warnings = form->findings[FUHE_SEVERITY_WARNING],
                                              .firmness = form->firmness};

    return fuhe_risk_from_figures(&figures, form->risk);
}

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* Room for one more item, all zero. */
static struct fuhe_sample_item *add_item(struct drawing *drawing) {
    struct fuhe_sample *sample = drawing->sample;
    void *items = sample->items;

    if (fuhe_arena_grow(drawing->arena, &items, sample->count, &drawing->capacity, sizeof *sample->items) !=
        FUHE_STATUS_OK) {
        return NULL;
    }
    sample->items = items;
    struct fuhe_sample_item *item = &sample->items[sample->count++];
    *item = (struct fuhe_sample_item){0};
    return item;
}

static enum fuhe_status fill_item(struct drawing *drawing, const struct fuhe_survey_form *form,
                                  struct fuhe_sample_item *item) {
    item->page = form->page;
    item->number = form->number;
    item->state = form->state;
    item->claimed_points = form->claimed_points;
    item->verified = form->verified;
    item->deviation = form->deviation;
    item->budget = form->budget;
    item->risk = form->risk;
    item->why = parts_of_risk(form);
    if (form->budget.present && form->budget.fen > 0) {
        drawing->money_seen += form->budget.fen;
    }
    return copy_texts(drawing->arena, form, item) == FUHE_STATUS_OK ? FUHE_STATUS_OK : no_memory(drawing->err);
}

/* --- money --- */

static enum fuhe_status add_budget(void *context, uint64_t page, struct fuhe_money budget) {
    struct drawing *drawing = context;
    const bool counts = budget.present && budget.fen > 0;

    (void)page;
    drawing->sample->forms++;
    drawing->sample->outside += !counts;
    drawing->money += counts ? budget.fen : 0;
    return FUHE_STATUS_OK;
}

static struct fuhe_money money_of(fuhe_int128 fen) {
    return fen > INT64_MAX ? (struct fuhe_money){false, 0} : (struct fuhe_money){true, (int64_t)fen};
}

static enum fuhe_status take_drawn(void *context, uint64_t page, struct fuhe_money budget) {
    struct drawing *drawing = context;
    struct fuhe_sample_item *item;

    if (!budget.present || budget.fen <= 0) {
        return FUHE_STATUS_OK;
    }
    const uint64_t fen = (uint64_t)budget.fen;
    const bool certain = drawing->takes_all || fuhe_money_units_certain(&drawing->units, fen);
    const size_t hits = certain ? 0 : fuhe_money_units_next(&drawing->units, fen);
    if (hits == 0 && !certain) {
        return FUHE_STATUS_OK;
    }
    item = add_item(drawing);
    if (item == NULL) {
        return no_memory(drawing->err);
    }
    item->page = page;
    item->hits = hits;
    item->certain = certain;
    drawing->sample->certain += certain;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_page(void *context, const struct fuhe_survey_form *form) {
    struct drawing *drawing = context;
    struct fuhe_sample *sample = drawing->sample;

    return fill_item(drawing, form, &sample->items[sample->count]);
}

/* The forms that were drawn, once it is known which. */
static enum fuhe_status fill_items(struct drawing *drawing) {
    struct fuhe_sample *sample = drawing->sample;
    const size_t count = sample->count;

    for (sample->count = 0; sample->count < count; sample->count++) {
        const uint64_t page = sample->items[sample->count].page;
        FUHE_TRY(fuhe_survey_page(drawing->survey, page, take_page, drawing, drawing->err));
    }
    return FUHE_STATUS_OK;
}

static fuhe_int128 divide_up(fuhe_int128 a, fuhe_int128 b) {
    return (a + b - 1) / b;
}

/* With no form found too high: factor times the interval, but never more than all the money that was not seen. */
static void set_bound(struct drawing *drawing) {
    enum { HUNDREDTHS = 10000, HUNDREDTH = FUHE_DECIMAL_ONE / 100 };
    struct fuhe_sample *sample = drawing->sample;
    const fuhe_int128 unseen = drawing->money - drawing->money_seen;

    sample->factor = (struct fuhe_figure){true, fuhe_money_bound_factor(sample->request.confidence, 0)};
    fuhe_int128 most =
        divide_up(drawing->money * sample->factor.value.scaled, (fuhe_int128)drawing->units.count * FUHE_DECIMAL_ONE);
    most = most > unseen ? unseen : most;
    sample->bound_money = money_of(most);
    sample->bound.present = true;
    sample->bound.value.scaled = (int64_t)divide_up(most * HUNDREDTHS, drawing->money) * HUNDREDTH;
}

static enum fuhe_status draw_by_money(struct drawing *drawing) {
    struct fuhe_sample *sample = drawing->sample;
    const size_t drawable = sample->forms - sample->outside;

    if (drawing->money == 0 || !sample->money.present) {
        sample->state = drawing->money == 0 ? FUHE_SAMPLE_NO_MONEY : FUHE_SAMPLE_TOO_MUCH;
        return FUHE_STATUS_OK;
    }
    drawing->takes_all = drawable <= sample->request.count;
    drawing->units.total = (uint64_t)sample->money.fen;
    drawing->units.count = sample->request.count;
    drawing->units.seed = sample->request.seed;
    sample->interval = money_of(divide_up(drawing->money, (fuhe_int128)sample->request.count));
    FUHE_TRY(fuhe_survey_budgets(drawing->survey, take_drawn, drawing, drawing->err));
    FUHE_TRY(fill_items(drawing));
    sample->state = sample->count == drawable ? FUHE_SAMPLE_EVERYTHING : FUHE_SAMPLE_DRAWN;
    set_bound(drawing);
    return FUHE_STATUS_OK;
}

/* --- risk --- */

static enum fuhe_status take_risky(void *context, const struct fuhe_survey_form *form) {
    struct drawing *drawing = context;
    struct fuhe_sample_item *item = add_item(drawing);

    return item == NULL ? no_memory(drawing->err) : fill_item(drawing, form, item);
}

static enum fuhe_status draw_by_risk(struct drawing *drawing) {
    struct fuhe_sample *sample = drawing->sample;
    const struct fuhe_survey_request request = {.order = FUHE_SURVEY_BY_RISK, .count = sample->request.count};

    FUHE_TRY(fuhe_survey_forms(drawing->survey, &request, take_risky, drawing, drawing->err));
    sample->state = sample->count == sample->forms ? FUHE_SAMPLE_EVERYTHING : FUHE_SAMPLE_DRAWN;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_sample_draw(struct fuhe_survey *survey, const struct fuhe_sample_request *request,
                                  struct fuhe_arena *arena, struct fuhe_sample *sample, struct fuhe_error *err) {
    struct fuhe_sample drawn = {.request = *request};
    struct fuhe_tally tally;
    struct drawing drawing = {.survey = survey, .arena = arena, .sample = &drawn, .err = err};

    FUHE_TRY(fuhe_survey_budgets(survey, add_budget, &drawing, err));
    FUHE_TRY(fuhe_survey_origin(survey, &drawn.origin, err));
    FUHE_TRY(fuhe_survey_repeats(survey, &drawn.repeats, err));
    FUHE_TRY(fuhe_survey_tally(survey, &tally, err));
    drawn.unreadable = tally.failures;
    drawn.money = money_of(drawing.money);
    FUHE_TRY((request->method == FUHE_SAMPLE_RISK ? draw_by_risk : draw_by_money)(&drawing));
    drawn.money_seen = money_of(drawing.money_seen);
    *sample = drawn;
    return FUHE_STATUS_OK;
}
