/* SPDX-License-Identifier: Apache-2.0 */
/* Claimed by recommended grades as a heat map. Every cell has its number; shades go by shares of the fullest cell, and
 * the diagonal, where nothing is to be changed, is framed. */
#include "html/chart.h"
#include "report/translate.h"

enum { LEFT = 900, TOP = 480, ROW = 340, BOTTOM = 60, SHADES = 5, HEAD = 160, NAMES = 400, MARGIN = 15 };

static size_t fullest_cell(const struct fuhe_chart_grades *grades) {
    size_t fullest = 1;

    for (size_t i = 0; i < grades->count * grades->count; i++) {
        const size_t count = grades->forms[i / grades->count][i % grades->count];
        fullest = count > fullest ? count : fullest;
    }
    return fullest;
}

/* Shade 1 to 5; half-way to a full cell is far darker than one form in a thousand, so the root of the share counts. */
static size_t shade_of(size_t count, size_t fullest) {
    size_t shade = 1;

    while (shade < SHADES && count * (SHADES * SHADES) > shade * shade * fullest) {
        shade++;
    }
    return shade;
}

static int64_t width_of(const struct fuhe_chart_grades *grades) {
    return (FUHE_CHART_WIDTH - MARGIN - LEFT) / (int64_t)grades->count;
}

static void draw_cell(struct fuhe_page *page, const struct fuhe_chart_grades *grades, size_t claimed,
                      size_t recommended, size_t fullest) {
    static const char *const shades[] = {"shade-0", "shade-1", "shade-2", "shade-3", "shade-4", "shade-5"};
    static const char *const texts[] = {"middle", "middle", "middle", "middle", "middle light", "middle light"};
    const size_t count = grades->forms[claimed][recommended];
    const size_t shade = count == 0 ? 0 : shade_of(count, fullest);
    const int64_t width = width_of(grades);
    const struct fuhe_chart_box box = {LEFT + (int64_t)recommended * width, TOP + (int64_t)claimed * ROW, width, ROW};

    fuhe_chart_rectangle(page, shades[shade], box);
    fuhe_chart_count(page, texts[shade], (struct fuhe_chart_point){box.x + width / 2, box.y + ROW / 2 + 45}, count);
}

static void draw_frames(struct fuhe_page *page, const struct fuhe_chart_grades *grades) {
    const int64_t width = width_of(grades);

    for (size_t i = 0; i < grades->count; i++) {
        fuhe_chart_rectangle(page, "frame",
                             (struct fuhe_chart_box){LEFT + (int64_t)i * width, TOP + (int64_t)i * ROW, width, ROW});
    }
}

static void draw_names(struct fuhe_page *page, const struct fuhe_chart_grades *grades) {
    const int64_t width = width_of(grades);

    for (size_t i = 0; i < grades->count; i++) {
        fuhe_chart_label(page, "middle", (struct fuhe_chart_point){LEFT + (int64_t)i * width + width / 2, NAMES},
                         grades->names[i]);
        fuhe_chart_label(page, "end", (struct fuhe_chart_point){LEFT - 80, TOP + (int64_t)i * ROW + ROW / 2 + 45},
                         grades->names[i]);
    }
}

void fuhe_chart_matrix(struct fuhe_page *page, const struct fuhe_chart_grades *grades) {
    const size_t fullest = fullest_cell(grades);

    fuhe_chart_open(page, "matrix", TOP + (int64_t)grades->count * ROW + BOTTOM, _("Grades claimed and recommended"));
    fuhe_page_word(page, _("A row for each claimed grade, a column for each recommended one; the same figures stand in "
                           "the table below."));
    fuhe_chart_draw(page);
    fuhe_chart_label(page, "middle", (struct fuhe_chart_point){(LEFT + FUHE_CHART_WIDTH) / 2, HEAD},
                     fuhe_text_of(_("Recommended grade")));
    fuhe_chart_label(page, "end", (struct fuhe_chart_point){LEFT - 80, NAMES}, fuhe_text_of(_("Claimed grade")));
    for (size_t i = 0; i < grades->count * grades->count; i++) {
        draw_cell(page, grades, i / grades->count, i % grades->count, fullest);
    }
    draw_frames(page, grades);
    draw_names(page, grades);
    fuhe_chart_close(page);
}
