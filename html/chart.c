/* SPDX-License-Identifier: Apache-2.0 */
/* What every chart is made of: shapes, labels and axes. Pictures carry classes, not colours, and their words stand in
 * title and desc, where screen readers look. */
#include "html/chart.h"

enum { TENTHS = 10, DOT_RADIUS = 28, BAR_WIDTH = 1200, BAR_HEIGHT = 120, BAR_LINE = 16 };

/* --- parts --- */

static void write_tenths(struct fuhe_page *page, const char *name, int64_t tenths) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format((fuhe_decimal){tenths * (FUHE_DECIMAL_ONE / TENTHS)}, 0, text);
    fuhe_page_markup(page, " ");
    fuhe_page_markup(page, name);
    fuhe_page_markup(page, "=\"");
    fuhe_page_markup(page, text);
    fuhe_page_markup(page, "\"");
}

static void write_style(struct fuhe_page *page, const char *style) {
    fuhe_page_markup(page, " class=\"");
    fuhe_page_markup(page, style);
    fuhe_page_markup(page, "\"");
}

static void write_id(struct fuhe_page *page, const char *id, const char *part) {
    fuhe_page_markup(page, id);
    fuhe_page_markup(page, part);
}

void fuhe_chart_open(struct fuhe_page *page, const char *id, int64_t height, const char *title) {
    char digits[FUHE_DECIMAL_TEXT_SIZE];

    fuhe_page_markup(page, "<svg class=\"plot\" role=\"img\" aria-labelledby=\"");
    write_id(page, id, "-title ");
    write_id(page, id, "-desc\" viewBox=\"0 0 420 ");
    (void)fuhe_decimal_format(FUHE_DECIMAL(height / TENTHS), 0, digits);
    fuhe_page_markup(page, digits);
    fuhe_page_markup(page, "\">\n<title id=\"");
    write_id(page, id, "-title\">");
    fuhe_page_word(page, title);
    fuhe_page_markup(page, "</title>\n<desc id=\"");
    write_id(page, id, "-desc\">");
}

void fuhe_chart_draw(struct fuhe_page *page) {
    fuhe_page_markup(page, "</desc>\n");
}

void fuhe_chart_close(struct fuhe_page *page) {
    fuhe_page_markup(page, "</svg>\n");
}

void fuhe_chart_rectangle(struct fuhe_page *page, const char *style, struct fuhe_chart_box box) {
    fuhe_page_markup(page, "<rect");
    write_style(page, style);
    write_tenths(page, "x", box.x);
    write_tenths(page, "y", box.y);
    write_tenths(page, "width", box.width);
    write_tenths(page, "height", box.height);
    fuhe_page_markup(page, "/>\n");
}

void fuhe_chart_line(struct fuhe_page *page, const char *style, struct fuhe_chart_point from,
                     struct fuhe_chart_point to) {
    fuhe_page_markup(page, "<line");
    write_style(page, style);
    write_tenths(page, "x1", from.x);
    write_tenths(page, "y1", from.y);
    write_tenths(page, "x2", to.x);
    write_tenths(page, "y2", to.y);
    fuhe_page_markup(page, "/>\n");
}

void fuhe_chart_dot(struct fuhe_page *page, struct fuhe_chart_point centre) {
    fuhe_page_markup(page, "<circle");
    write_tenths(page, "cx", centre.x);
    write_tenths(page, "cy", centre.y);
    write_tenths(page, "r", DOT_RADIUS);
    fuhe_page_markup(page, "/>\n");
}

void fuhe_chart_text_open(struct fuhe_page *page, const char *style, struct fuhe_chart_point place) {
    fuhe_page_markup(page, "<text");
    write_style(page, style);
    write_tenths(page, "x", place.x);
    write_tenths(page, "y", place.y);
    fuhe_page_markup(page, ">");
}

void fuhe_chart_text_close(struct fuhe_page *page) {
    fuhe_page_markup(page, "</text>\n");
}

void fuhe_chart_label(struct fuhe_page *page, const char *style, struct fuhe_chart_point place, fuhe_text text) {
    fuhe_chart_text_open(page, style, place);
    fuhe_page_write(page, text);
    fuhe_chart_text_close(page);
}

void fuhe_chart_count(struct fuhe_page *page, const char *style, struct fuhe_chart_point place, size_t count) {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(FUHE_DECIMAL((int64_t)count), 0, text);

    fuhe_chart_label(page, style, place, (fuhe_text){text, length});
}

/* --- axes --- */

int64_t fuhe_chart_place(const struct fuhe_chart_axis *axis, int64_t value) {
    const int64_t span = axis->to - axis->from;
    const int64_t along = value < axis->from ? 0 : value > axis->to ? span : value - axis->from;

    return span <= 0 ? axis->start : axis->start + along * axis->length / span;
}

int64_t fuhe_chart_step(int64_t span, int64_t most) {
    static const int64_t round[] = {1, 2, 5};

    for (int64_t power = 1; power <= INT64_MAX / 100; power *= 10) {
        for (size_t i = 0; i < sizeof round / sizeof round[0]; i++) {
            if (span / (round[i] * power) <= most) {
                return round[i] * power;
            }
        }
    }
    return INT64_MAX;
}

int64_t fuhe_chart_round_up(int64_t value, int64_t step) {
    const int64_t rest = value % step;

    return rest == 0 ? value : value - rest + (rest > 0 ? step : 0);
}

/* --- in cells --- */

static int64_t length_of(uint64_t part, uint64_t whole, int64_t room) {
    const struct fuhe_chart_axis axis = {0, whole == 0 ? 1 : (int64_t)whole, 0, room};

    return fuhe_chart_place(&axis, part > INT64_MAX ? INT64_MAX : (int64_t)part);
}

static void open_cell(struct fuhe_page *page) {
    fuhe_page_markup(page,
                     "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 120 12\" preserveAspectRatio=\"none\">\n");
}

void fuhe_chart_bar(struct fuhe_page *page, uint64_t part, uint64_t whole) {
    open_cell(page);
    fuhe_chart_rectangle(page, "bar-part",
                         (struct fuhe_chart_box){0, 0, length_of(part, whole, BAR_WIDTH), BAR_HEIGHT});
    fuhe_page_markup(page, "</svg>");
}

void fuhe_chart_balance(struct fuhe_page *page, uint64_t left, uint64_t right, uint64_t most) {
    const int64_t middle = BAR_WIDTH / 2;
    const int64_t leftwards = length_of(left, most, middle);

    open_cell(page);
    fuhe_chart_rectangle(page, "bar-rest", (struct fuhe_chart_box){middle - leftwards, 0, leftwards, BAR_HEIGHT});
    fuhe_chart_rectangle(page, "bar-part",
                         (struct fuhe_chart_box){middle, 0, length_of(right, most, middle), BAR_HEIGHT});
    fuhe_chart_rectangle(page, "bar-zero", (struct fuhe_chart_box){middle - BAR_LINE / 2, 0, BAR_LINE, BAR_HEIGHT});
    fuhe_page_markup(page, "</svg>");
}
