/* SPDX-License-Identifier: Apache-2.0 */
/* Boxes of deviations. The scale takes in nine in ten of every row, so that a single wild claim does not press all
 * boxes together: what lies beyond is a dot on the edge. */
#include "html/chart.h"
#include "html/figures.h"
#include "report/translate.h"

enum {
    LEFT = 240,
    RIGHT = 3960,
    TOP = 60,
    ROW = 480, /* name, and below it the box */
    NAME = 130,
    MIDDLE = 280,
    HALF = 80,
    AXIS = 330, /* ticks, their figures, and what they are */
    TICKS = 6,
    HUNDREDTH = FUHE_DECIMAL_ONE / 100,
    POINT = 100 /* in hundredths */
};

struct view {
    struct fuhe_chart_axis axis; /* in hundredths of a point */
    int64_t step;
    size_t rows;
};

/* --- the scale --- */

static void widen(struct fuhe_chart_axis *axis, fuhe_decimal low, fuhe_decimal high) {
    axis->from = low.scaled / HUNDREDTH < axis->from ? low.scaled / HUNDREDTH : axis->from;
    axis->to = high.scaled / HUNDREDTH > axis->to ? high.scaled / HUNDREDTH : axis->to;
}

static struct view view_of(const struct fuhe_chart_spreads *spreads) {
    struct view view = {.axis = {0, 0, LEFT, RIGHT - LEFT}};
    struct fuhe_chart_axis whole = view.axis;

    for (size_t i = 0; i < spreads->count; i++) {
        const struct fuhe_spread *spread = spreads->rows[i].spread;
        if (spread->count > 0) {
            view.rows++;
            widen(&view.axis, spread->lower_twentieth, spread->upper_twentieth);
            widen(&whole, spread->least, spread->most);
        }
    }
    if (view.axis.from == view.axis.to) {
        view.axis = whole;
    }
    if (view.axis.from == view.axis.to) {
        view.axis.from = -POINT;
        view.axis.to = POINT;
    }
    view.step = fuhe_chart_step(view.axis.to - view.axis.from, TICKS);
    view.axis.from = -fuhe_chart_round_up(-view.axis.from, view.step);
    view.axis.to = fuhe_chart_round_up(view.axis.to, view.step);
    return view;
}

static int64_t place_of(const struct view *view, fuhe_decimal value) {
    return fuhe_chart_place(&view->axis, value.scaled / HUNDREDTH);
}

/* --- drawing --- */

static void draw_scale(struct fuhe_page *page, const struct view *view) {
    const int64_t floor = TOP + (int64_t)view->rows * ROW;

    for (int64_t value = view->axis.from; value <= view->axis.to; value += view->step) {
        const int64_t x = fuhe_chart_place(&view->axis, value);
        char text[FUHE_DECIMAL_TEXT_SIZE];
        const size_t length = fuhe_decimal_format((fuhe_decimal){value * HUNDREDTH}, 0, text);
        fuhe_chart_line(page, value == 0 ? "axis" : "grid", (struct fuhe_chart_point){x, TOP},
                        (struct fuhe_chart_point){x, floor});
        fuhe_chart_label(page, "middle", (struct fuhe_chart_point){x, floor + 140}, (fuhe_text){text, length});
    }
    fuhe_chart_label(page, "middle", (struct fuhe_chart_point){FUHE_CHART_WIDTH / 2, floor + 290},
                     fuhe_text_of(_("Claimed minus verified, points")));
}

static void draw_upright(struct fuhe_page *page, const char *style, int64_t x, int64_t y) {
    fuhe_chart_line(page, style, (struct fuhe_chart_point){x, y - HALF}, (struct fuhe_chart_point){x, y + HALF});
}

static void draw_box(struct fuhe_page *page, const struct view *view, const struct fuhe_spread *spread, int64_t y) {
    const int64_t low = place_of(view, spread->lower_twentieth);
    const int64_t left = place_of(view, spread->lower_quartile);
    const int64_t right = place_of(view, spread->upper_quartile);
    const int64_t high = place_of(view, spread->upper_twentieth);

    fuhe_chart_line(page, "whisker", (struct fuhe_chart_point){low, y}, (struct fuhe_chart_point){high, y});
    draw_upright(page, "whisker", low, y);
    draw_upright(page, "whisker", high, y);
    fuhe_chart_rectangle(page, "box", (struct fuhe_chart_box){left, y - HALF, right - left, 2 * HALF});
    draw_upright(page, "median", place_of(view, spread->median), y);
    fuhe_page_markup(page, "<g class=\"dots\">\n");
    fuhe_chart_dot(page, (struct fuhe_chart_point){place_of(view, spread->least), y});
    fuhe_chart_dot(page, (struct fuhe_chart_point){place_of(view, spread->most), y});
    fuhe_page_markup(page, "</g>\n");
}

/* The name stands on the ground of the page, for lines of the scale run below it. */
static void draw_name(struct fuhe_page *page, const struct fuhe_chart_spread *row, int64_t y) {
    const struct fuhe_figures_word words[] = {{"name", fuhe_figures_of(fuhe_text_of(row->name))},
                                              {"n", fuhe_figures_count(row->spread->count)},
                                              {NULL, {{0}}}};

    fuhe_chart_text_open(page, "halo", (struct fuhe_chart_point){LEFT, y});
    fuhe_figures_words(page, _("{name} (n {n})"), words);
    fuhe_chart_text_close(page);
}

/* --- words --- */

static void describe(struct fuhe_page *page, const struct fuhe_chart_spread *row) {
    const struct fuhe_figures_word words[] = {
        {"name", fuhe_figures_of(fuhe_text_of(row->name))},
        {"n", fuhe_figures_count(row->spread->count)},
        {"median", fuhe_figures_signed(row->spread->median)},
        {"low", fuhe_figures_signed(row->spread->lower_twentieth)},
        {"high", fuhe_figures_signed(row->spread->upper_twentieth)},
        {NULL, {{0}}},
    };

    fuhe_figures_words(page, _("{name} (n {n}): median {median}, nine in ten between {low} and {high}. "), words);
}

void fuhe_chart_spreads(struct fuhe_page *page, const struct fuhe_chart_spreads *spreads) {
    const struct view view = view_of(spreads);
    int64_t top = TOP;

    fuhe_chart_open(page, "spreads", TOP + (int64_t)view.rows * ROW + AXIS, _("How deviations lie"));
    for (size_t i = 0; i < spreads->count; i++) {
        if (spreads->rows[i].spread->count > 0) {
            describe(page, &spreads->rows[i]);
        }
    }
    fuhe_chart_draw(page);
    draw_scale(page, &view);
    for (size_t i = 0; i < spreads->count; i++) {
        if (spreads->rows[i].spread->count > 0) {
            draw_name(page, &spreads->rows[i], top + NAME);
            draw_box(page, &view, spreads->rows[i].spread, top + MIDDLE);
            top += ROW;
        }
    }
    fuhe_chart_close(page);
}
