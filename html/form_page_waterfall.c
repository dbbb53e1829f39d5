/* SPDX-License-Identifier: Apache-2.0 */
/* The ladder as a waterfall of bars: full marks, a bar for each step from what there was to what is left, the verified
 * total. Whole units throughout; the scale starts at a whole ten below the lowest step, and says so. */
#include "html/form_page_parts.h"
#include "report/template.h"
#include "report/translate.h"

enum {
    STEPS_MAX = 24, /* bars; the table has the others */
    LEFT = 40,
    PITCH = 52,
    BAR = 34,
    TOP = 22,
    HEIGHT = 150,
    FOOT = 26,
    TEN = 10 * FUHE_DECIMAL_ONE,
    MARGIN = 3 * FUHE_DECIMAL_ONE /* so that the lowest bar is seen */
};

/* The points at the lower and upper edge of the bars. */
struct scale {
    int64_t low;
    int64_t high;
};

static struct scale scale_of(const struct fuhe_ladder *ladder, size_t shown) {
    struct scale scale = {ladder->end.scaled, ladder->full.scaled};

    for (size_t i = 0; i < shown; i++) {
        const int64_t left = ladder->steps[i].left.scaled;
        scale.low = left < scale.low ? left : scale.low;
        scale.high = left > scale.high ? left : scale.high;
    }
    scale.low = scale.low < TEN ? 0 : (scale.low - MARGIN) / TEN * TEN;
    scale.high = (scale.high + TEN - 1) / TEN * TEN;
    return scale;
}

/* Distance from the top edge. */
static int64_t depth_of(const struct scale *scale, int64_t points) {
    const int64_t within = points < scale->low ? scale->low : points;

    return TOP + (scale->high - within) / 1000 * HEIGHT / ((scale->high - scale->low) / 1000);
}

static void write_number(struct fuhe_page *page, const char *name, int64_t value) {
    fuhe_page_markup(page, name);
    fuhe_output_size(fuhe_page_text(page), (size_t)value);
    fuhe_page_markup(page, "\"");
}

static void open_text(struct fuhe_page *page, const char *kind, int64_t x, int64_t y) {
    fuhe_page_markup(page, "<text class=\"");
    fuhe_page_markup(page, kind);
    write_number(page, "\" x=\"", x);
    write_number(page, " y=\"", y);
    fuhe_page_markup(page, ">");
}

/* One bar between two figures of points at place `index`. */
static void write_bar(struct fuhe_page *page, const struct scale *scale, const char *kind, size_t index, int64_t from,
                      int64_t to) {
    const int64_t top = depth_of(scale, from > to ? from : to);
    const int64_t height = depth_of(scale, from > to ? to : from) - top;

    fuhe_page_markup(page, "<rect class=\"");
    fuhe_page_markup(page, kind);
    write_number(page, "\" x=\"", LEFT + (int64_t)index * PITCH + (PITCH - BAR) / 2);
    write_number(page, " y=\"", top);
    write_number(page, " width=\"", BAR);
    write_number(page, " height=\"", height > 0 ? height : 1);
    fuhe_page_markup(page, "/>");
}

/* The figure above a bar and the words below it. */
static void write_labels(struct fuhe_page *page, const struct scale *scale, size_t index, int64_t upper,
                         fuhe_decimal figure, const char *words) {
    const int64_t middle = LEFT + (int64_t)index * PITCH + PITCH / 2;

    open_text(page, "value", middle, depth_of(scale, upper) - 5);
    fuhe_page_word(page, words == NULL && figure.scaled > 0 ? "+" : "");
    fuhe_output_decimal(fuhe_page_text(page), figure, 2);
    fuhe_page_markup(page, "</text>");
    open_text(page, "name", middle, TOP + HEIGHT + 17);
    if (words != NULL) {
        fuhe_page_word(page, words);
    } else {
        fuhe_output_size(fuhe_page_text(page), index);
    }
    fuhe_page_markup(page, "</text>\n");
}

static void write_step(struct fuhe_page *page, const struct scale *scale, size_t index, const struct fuhe_step *step) {
    const int64_t before = step->left.scaled + step->points.scaled;
    const int64_t upper = before > step->left.scaled ? before : step->left.scaled;

    write_bar(page, scale, step->points.scaled > 0 ? "loss" : "gain", index, before, step->left.scaled);
    write_labels(page, scale, index, upper, (fuhe_decimal){-step->points.scaled}, NULL);
}

static void write_total(struct fuhe_page *page, const struct scale *scale, size_t index, fuhe_decimal total,
                        const char *words) {
    write_bar(page, scale, "total", index, total.scaled, scale->low);
    write_labels(page, scale, index, total.scaled, total, words);
}

static void write_axis(struct fuhe_page *page, const struct scale *scale, size_t bars) {
    static const int64_t edges[] = {0, 1};

    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
        const int64_t points = edges[i] == 0 ? scale->high : scale->low;
        const int64_t y = depth_of(scale, points);

        fuhe_page_markup(page, "<line");
        write_number(page, " x1=\"", LEFT);
        write_number(page, " x2=\"", LEFT + (int64_t)bars * PITCH);
        write_number(page, " y1=\"", y);
        write_number(page, " y2=\"", y);
        fuhe_page_markup(page, "/>");
        open_text(page, "edge", LEFT - 6, y + 4);
        fuhe_output_decimal(fuhe_page_text(page), (fuhe_decimal){points}, 0);
        fuhe_page_markup(page, "</text>\n");
    }
}

static void write_caption(struct fuhe_page *page, const struct scale *scale, bool all) {
    char low[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format((fuhe_decimal){scale->low}, 0, low);
    const struct fuhe_template_word words[] = {{"low", {low, length}}, {NULL, {NULL, 0}}};

    fuhe_page_markup(page, "<figcaption>");
    fuhe_template_words(fuhe_page_text(page),
                        _("Numbers below the bars are the steps of the table. The scale begins at {low} points."),
                        words);
    fuhe_page_word(page, all ? "" : _(" Later steps stand in the table only."));
    fuhe_page_markup(page, "</figcaption></figure>\n");
}

void fuhe_form_page_waterfall(struct fuhe_page *page, const struct fuhe_ladder *ladder) {
    const size_t shown = ladder->count < STEPS_MAX ? ladder->count : STEPS_MAX;
    const struct scale scale = scale_of(ladder, shown);
    const size_t bars = shown + 2;

    fuhe_page_markup(page, "<figure class=\"chart\"><div class=\"frame\" role=\"region\" tabindex=\"0\" aria-label=\"");
    fuhe_page_word(page, _("Waterfall from full marks to the verified total; the table below has its figures"));
    fuhe_page_markup(page, "\"><svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"");
    fuhe_page_word(page, _("Waterfall from full marks to the verified total; the table below has its figures"));
    write_number(page, "\" width=\"", LEFT + (int64_t)bars * PITCH);
    write_number(page, " height=\"", TOP + HEIGHT + FOOT);
    fuhe_page_markup(page, " viewBox=\"0 0 ");
    fuhe_output_size(fuhe_page_text(page), LEFT + bars * PITCH);
    write_number(page, " ", TOP + HEIGHT + FOOT);
    fuhe_page_markup(page, ">\n");
    write_axis(page, &scale, bars);
    write_total(page, &scale, 0, ladder->full, _("full marks"));
    for (size_t i = 0; i < shown; i++) {
        write_step(page, &scale, i + 1, &ladder->steps[i]);
    }
    write_total(page, &scale, shown + 1, ladder->end, _("Verified"));
    fuhe_page_markup(page, "</svg></div>");
    write_caption(page, &scale, shown == ladder->count);
}
