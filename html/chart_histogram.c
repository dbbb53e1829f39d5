/* SPDX-License-Identifier: Apache-2.0 */
/* The histogram of deviations. Most forms deviate by nothing at all, so the bar of zero stands apart in its own style
 * and is cut when it would flatten all others. Below the axis lies a box plot on the same scale. */
#include "html/chart.h"
#include "html/figures.h"
#include "report/translate.h"

enum {
    MIDDLE = FUHE_HISTOGRAM_BINS / 2,
    LEFT = 420,
    PITCH = 176,  /* of bins */
    GAP = 16,     /* between bars */
    TOP = 260,    /* room for a count above the tallest bar */
    FLOOR = 2000, /* where bars stand */
    BOX_MIDDLE = 2480,
    BOX_HALF = 90,
    HEIGHT = 2860,
    TICKS = 5,
    CUT_ABOVE = 2, /* zero is cut when it is more than this many times as high as the others */
    LABELLED = 2   /* every other edge of a bin has a label */
};

/* The scale of counts ends at the tallest bar, that of zero left out when it is cut. */
struct scale {
    struct fuhe_chart_axis axis;
    int64_t step;
    bool cut;
};

static struct scale scale_of(const struct fuhe_survey_deviations *deviations) {
    const size_t zero = deviations->bins[MIDDLE];
    size_t tallest = 0;

    for (size_t i = 0; i < FUHE_HISTOGRAM_BINS; i++) {
        tallest = i != MIDDLE && deviations->bins[i] > tallest ? deviations->bins[i] : tallest;
    }
    const bool cut = tallest > 0 && zero / CUT_ABOVE > tallest;
    const size_t top = cut || zero < tallest ? tallest : zero;
    const int64_t step = fuhe_chart_step((int64_t)top, TICKS);
    const int64_t end = fuhe_chart_round_up(top == 0 ? 1 : (int64_t)top, step);
    return (struct scale){{0, end, FLOOR, TOP - FLOOR}, step, cut};
}

/* --- bars --- */

static const char *style_of(size_t bin) {
    return bin == MIDDLE ? "zero" : bin > MIDDLE ? "over" : "under";
}

static int64_t left_of(size_t bin) {
    return LEFT + (int64_t)bin * PITCH;
}

static void draw_cut(struct fuhe_page *page, int64_t left) {
    const int64_t right = left + PITCH;

    fuhe_chart_line(page, "cut", (struct fuhe_chart_point){left, TOP + 240},
                    (struct fuhe_chart_point){right, TOP + 160});
    fuhe_chart_line(page, "cut", (struct fuhe_chart_point){left, TOP + 290},
                    (struct fuhe_chart_point){right, TOP + 210});
}

static void draw_bar(struct fuhe_page *page, const struct scale *scale, size_t bin, size_t count) {
    const int64_t top = fuhe_chart_place(&scale->axis, (int64_t)count);

    if (count == 0) {
        return;
    }
    fuhe_chart_rectangle(page, style_of(bin),
                         (struct fuhe_chart_box){left_of(bin) + GAP / 2, top, PITCH - GAP, FLOOR - top});
    if (bin == MIDDLE) {
        fuhe_chart_count(page, "middle", (struct fuhe_chart_point){left_of(bin) + PITCH / 2, top - 60}, count);
    }
    if (bin == MIDDLE && scale->cut) {
        draw_cut(page, left_of(bin));
    }
}

/* --- axes --- */

static void draw_counts(struct fuhe_page *page, const struct scale *scale) {
    for (int64_t count = 0; count <= scale->axis.to; count += scale->step) {
        const int64_t y = fuhe_chart_place(&scale->axis, count);
        fuhe_chart_line(page, count == 0 ? "axis" : "grid", (struct fuhe_chart_point){LEFT, y},
                        (struct fuhe_chart_point){left_of(FUHE_HISTOGRAM_BINS), y});
        fuhe_chart_count(page, "end", (struct fuhe_chart_point){LEFT - 50, y + 40}, (size_t)count);
    }
}

static void draw_edge(struct fuhe_page *page, const struct fuhe_survey_deviations *deviations, int64_t edge) {
    const int64_t x = left_of(MIDDLE) + (edge > 0 ? PITCH : edge == 0 ? PITCH / 2 : 0) + edge * PITCH;
    struct fuhe_decimal value = {0};
    char text[FUHE_DECIMAL_TEXT_SIZE];

    if (fuhe_decimal_multiply_whole(deviations->bin_width, edge, &value) != FUHE_STATUS_OK) {
        return;
    }
    const size_t length = fuhe_decimal_format(value, 0, text);
    fuhe_chart_line(page, "axis", (struct fuhe_chart_point){x, FLOOR}, (struct fuhe_chart_point){x, FLOOR + 40});
    fuhe_chart_label(page, "middle", (struct fuhe_chart_point){x, FLOOR + 170}, (fuhe_text){text, length});
}

static void draw_open_end(struct fuhe_page *page, size_t bin) {
    fuhe_chart_label(page, "middle", (struct fuhe_chart_point){left_of(bin) + PITCH / 2, FLOOR + 170},
                     fuhe_text_of("…"));
}

/* The outermost bins have no end: no edge is marked there. */
static void draw_edges(struct fuhe_page *page, const struct fuhe_survey_deviations *deviations) {
    draw_open_end(page, 0);
    draw_open_end(page, FUHE_HISTOGRAM_BINS - 1);
    for (int64_t edge = 2 - MIDDLE; edge < MIDDLE; edge += LABELLED) {
        draw_edge(page, deviations, edge);
    }
}

/* --- the box --- */

/* Zero lies in the middle of its bin; other values within theirs. */
static int64_t place_of(const struct fuhe_survey_deviations *deviations, fuhe_decimal value) {
    const int64_t width = deviations->bin_width.scaled;
    const struct fuhe_chart_axis over = {0, MIDDLE * width, left_of(MIDDLE + 1), MIDDLE * PITCH};
    const struct fuhe_chart_axis under = {-MIDDLE * width, 0, LEFT, MIDDLE * PITCH};

    if (value.scaled == 0) {
        return left_of(MIDDLE) + PITCH / 2;
    }
    return fuhe_chart_place(value.scaled > 0 ? &over : &under, value.scaled);
}

static void draw_upright(struct fuhe_page *page, const char *style, int64_t x) {
    fuhe_chart_line(page, style, (struct fuhe_chart_point){x, BOX_MIDDLE - BOX_HALF},
                    (struct fuhe_chart_point){x, BOX_MIDDLE + BOX_HALF});
}

static void draw_box(struct fuhe_page *page, const struct fuhe_survey_deviations *deviations) {
    const int64_t low = place_of(deviations, deviations->lower_twentieth);
    const int64_t left = place_of(deviations, deviations->lower_quartile);
    const int64_t right = place_of(deviations, deviations->upper_quartile);
    const int64_t high = place_of(deviations, deviations->upper_twentieth);

    fuhe_chart_line(page, "whisker", (struct fuhe_chart_point){low, BOX_MIDDLE},
                    (struct fuhe_chart_point){high, BOX_MIDDLE});
    draw_upright(page, "whisker", low);
    draw_upright(page, "whisker", high);
    fuhe_chart_rectangle(page, "box", (struct fuhe_chart_box){left, BOX_MIDDLE - BOX_HALF, right - left, 2 * BOX_HALF});
    draw_upright(page, "median", place_of(deviations, deviations->median));
}

/* --- words --- */

static void describe(struct fuhe_page *page, const struct fuhe_survey_deviations *deviations) {
    const struct fuhe_figures_word words[] = {
        {"count", fuhe_figures_count(deviations->count)},    {"over", fuhe_figures_count(deviations->over)},
        {"under", fuhe_figures_count(deviations->under)},    {"none", fuhe_figures_count(deviations->none)},
        {"median", fuhe_figures_points(deviations->median)}, {NULL, {{0}}},
    };

    fuhe_figures_words(page,
                       _("Of {count} forms, {none} claim the verified total, {over} claim more and {under} claim less. "
                         "The median deviation is {median} points."),
                       words);
}

void fuhe_chart_histogram(struct fuhe_page *page, const struct fuhe_survey_deviations *deviations) {
    const struct scale scale = scale_of(deviations);

    fuhe_chart_open(page, "histogram", HEIGHT, _("Forms by deviation"));
    describe(page, deviations);
    fuhe_chart_draw(page);
    draw_counts(page, &scale);
    for (size_t i = 0; i < FUHE_HISTOGRAM_BINS; i++) {
        draw_bar(page, &scale, i, deviations->bins[i]);
    }
    draw_edges(page, deviations);
    draw_box(page, deviations);
    fuhe_chart_label(page, "middle", (struct fuhe_chart_point){left_of(MIDDLE) + PITCH / 2, HEIGHT - 50},
                     fuhe_text_of(_("Claimed minus verified, points")));
    fuhe_chart_close(page);
}
