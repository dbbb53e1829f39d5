/* SPDX-License-Identifier: Apache-2.0 */
/* Claimed against verified totals. On the diagonal both are the same; below it lies what was claimed too much. The axes
 * begin at the lowest figure there is, at a round number, for most totals are high. */
#include "html/chart.h"
#include "html/figures.h"
#include "report/translate.h"

enum {
    LEFT = 560,
    TOP = 120,
    SIDE = 3400,
    DOTS_HEIGHT = 3960,
    CELLS_HEIGHT = 4180,
    TEN = 10,
    TICKS = 8,
    FULL = 100,
    SHADES = 5
};

static int64_t whole_points(fuhe_decimal value) {
    const int64_t points = value.scaled / FUHE_DECIMAL_ONE;

    return points < 0 ? 0 : points > FUHE_SCATTER_MAX ? FUHE_SCATTER_MAX : points;
}

void fuhe_chart_scatter_add(struct fuhe_chart_scatter *scatter, fuhe_decimal claimed, fuhe_decimal verified) {
    if (scatter->count < FUHE_SCATTER_DOTS_MAX) {
        scatter->dots[scatter->count] = (struct fuhe_scatter_dot){claimed, verified};
    }
    scatter->count++;
    scatter->cells[whole_points(claimed)][whole_points(verified)]++;
}

/* --- what is shown --- */

/* In whole points; a side of a cell is `cell` points. */
struct view {
    int64_t from, to;
    int64_t cell;
    struct fuhe_chart_axis across, up;
};

static struct view view_of(const struct fuhe_chart_scatter *scatter) {
    int64_t least = FULL - TEN;
    int64_t most = FULL - 1;

    for (int64_t i = 0; i <= FUHE_SCATTER_MAX; i++) {
        for (int64_t j = 0; j <= FUHE_SCATTER_MAX; j++) {
            const int64_t low = i < j ? i : j;
            const int64_t high = i < j ? j : i;
            least = scatter->cells[i][j] > 0 && low < least ? low : least;
            most = scatter->cells[i][j] > 0 && high > most ? high : most;
        }
    }
    const int64_t from = least / TEN * TEN;
    const int64_t to = most <= FULL ? FULL : fuhe_chart_round_up(most, TEN);
    return (struct view){from,
                         to,
                         to - from > FULL / 2 ? 2 : 1,
                         {from * FUHE_DECIMAL_ONE, to * FUHE_DECIMAL_ONE, LEFT, SIDE},
                         {from * FUHE_DECIMAL_ONE, to * FUHE_DECIMAL_ONE, TOP + SIDE, -SIDE}};
}

static struct fuhe_chart_point point_of(const struct view *view, fuhe_decimal claimed, fuhe_decimal verified) {
    return (struct fuhe_chart_point){fuhe_chart_place(&view->across, claimed.scaled),
                                     fuhe_chart_place(&view->up, verified.scaled)};
}

static void draw_tick(struct fuhe_page *page, const struct view *view, int64_t value) {
    const fuhe_decimal low = FUHE_DECIMAL(view->from);
    const fuhe_decimal high = FUHE_DECIMAL(view->to);
    const struct fuhe_chart_point below = point_of(view, FUHE_DECIMAL(value), low);
    const struct fuhe_chart_point beside = point_of(view, low, FUHE_DECIMAL(value));

    fuhe_chart_line(page, "grid", below, point_of(view, FUHE_DECIMAL(value), high));
    fuhe_chart_line(page, "grid", beside, point_of(view, high, FUHE_DECIMAL(value)));
    fuhe_chart_count(page, "middle", (struct fuhe_chart_point){below.x, below.y + 170}, (size_t)value);
    fuhe_chart_count(page, "end", (struct fuhe_chart_point){beside.x - 60, beside.y + 40}, (size_t)value);
}

static void draw_frame(struct fuhe_page *page, const struct view *view) {
    const int64_t step = fuhe_chart_step(view->to - view->from, TICKS);

    for (int64_t value = view->from; value <= view->to; value += step) {
        draw_tick(page, view, value);
    }
    fuhe_chart_line(page, "diagonal", (struct fuhe_chart_point){LEFT, TOP + SIDE},
                    (struct fuhe_chart_point){LEFT + SIDE, TOP});
    fuhe_chart_label(page, "middle", (struct fuhe_chart_point){LEFT + SIDE / 2, DOTS_HEIGHT - 50},
                     fuhe_text_of(_("Claimed total")));
    fuhe_chart_label(page, "middle upright", (struct fuhe_chart_point){-(TOP + SIDE / 2), 150},
                     fuhe_text_of(_("Verified total")));
}

/* --- dots and cells --- */

static void draw_dots(struct fuhe_page *page, const struct view *view, const struct fuhe_chart_scatter *scatter) {
    fuhe_page_markup(page, "<g class=\"dots\">\n");
    for (size_t i = 0; i < scatter->count; i++) {
        fuhe_chart_dot(page, point_of(view, scatter->dots[i].claimed, scatter->dots[i].verified));
    }
    fuhe_page_markup(page, "</g>\n");
}

/* Forms in a cell of the view. The last cell takes in the upper end of the axis. */
static size_t count_in(const struct view *view, const struct fuhe_chart_scatter *scatter, int64_t claimed,
                       int64_t verified) {
    const int64_t right = claimed + view->cell == view->to ? view->to : claimed + view->cell - 1;
    const int64_t top = verified + view->cell == view->to ? view->to : verified + view->cell - 1;
    size_t count = 0;

    for (int64_t i = claimed; i <= right; i++) {
        for (int64_t j = verified; j <= top; j++) {
            count += scatter->cells[i][j];
        }
    }
    return count;
}

/* Ten times as many forms are a shade darker. */
static void draw_cell(struct fuhe_page *page, const struct view *view, int64_t claimed, int64_t verified,
                      size_t count) {
    static const char *const shades[] = {"shade-1", "shade-2", "shade-3", "shade-4", "shade-5"};
    const struct fuhe_chart_point low = point_of(view, FUHE_DECIMAL(claimed), FUHE_DECIMAL(verified));
    const struct fuhe_chart_point high =
        point_of(view, FUHE_DECIMAL(claimed + view->cell), FUHE_DECIMAL(verified + view->cell));
    size_t shade = 0;

    for (size_t most = TEN; count >= most && shade < SHADES - 1; most *= TEN) {
        shade++;
    }
    fuhe_chart_rectangle(page, shades[shade], (struct fuhe_chart_box){low.x, high.y, high.x - low.x, low.y - high.y});
}

static void draw_cells(struct fuhe_page *page, const struct view *view, const struct fuhe_chart_scatter *scatter) {
    for (int64_t claimed = view->from; claimed < view->to; claimed += view->cell) {
        for (int64_t verified = view->from; verified < view->to; verified += view->cell) {
            const size_t count = count_in(view, scatter, claimed, verified);
            if (count > 0) {
                draw_cell(page, view, claimed, verified, count);
            }
        }
    }
}

static void draw_key(struct fuhe_page *page) {
    static const char *const shades[] = {"shade-1", "shade-2", "shade-3", "shade-4", "shade-5"};
    static const char *const from[] = {"1–9", "10–99", "100–999", "1000–9999", "≥ 10000"};

    for (int64_t i = 0; i < SHADES; i++) {
        const int64_t x = LEFT + i * (SIDE / SHADES);
        fuhe_chart_rectangle(page, shades[i], (struct fuhe_chart_box){x, CELLS_HEIGHT - 150, 110, 110});
        fuhe_chart_label(page, "small", (struct fuhe_chart_point){x + 140, CELLS_HEIGHT - 60}, fuhe_text_of(from[i]));
    }
}

/* --- words --- */

static void describe(struct fuhe_page *page, const struct fuhe_chart_scatter *scatter) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(scatter->count)}, {NULL, {{0}}}};

    fuhe_figures_words(
        page,
        scatter->count <= FUHE_SCATTER_DOTS_MAX
            ? _("A dot for each of {count} forms. On the diagonal the claim is the verified total; below "
                "it, more was claimed.")
            : _("{count} forms in cells, the darker the more. On the diagonal the claim is the verified "
                "total; below it, more was claimed."),
        words);
}

void fuhe_chart_scatter(struct fuhe_page *page, const struct fuhe_chart_scatter *scatter) {
    const struct view view = view_of(scatter);
    const bool dots = scatter->count <= FUHE_SCATTER_DOTS_MAX;

    fuhe_chart_open(page, "scatter", dots ? DOTS_HEIGHT : CELLS_HEIGHT, _("Claimed and verified totals"));
    describe(page, scatter);
    fuhe_chart_draw(page);
    if (!dots) {
        draw_cells(page, &view, scatter);
        draw_key(page);
    }
    draw_frame(page, &view);
    if (dots) {
        draw_dots(page, &view, scatter);
    }
    fuhe_chart_close(page);
}
