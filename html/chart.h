/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_CHART_H
#define FUHE_HTML_CHART_H

#include "html/page.h"
#include "report/tally.h"
#include "stats/distribution.h"
#include "store/survey.h"

/* Charts as inline SVG. Places and lengths are whole tenths of a pixel, so a figure is drawn where it is, on every
 * machine; overview.css has the colours. Each chart has a title and says in words what it shows. */

enum { FUHE_CHART_WIDTH = 4200, FUHE_CHART_TEXT = 120 };

/* --- parts --- */

/* Begins a chart, up to the inside of its <desc>, which says in words what it shows; then draw. id is unique in the
 * page. */
void fuhe_chart_open(struct fuhe_page *page, const char *id, int64_t height, const char *title);
void fuhe_chart_draw(struct fuhe_page *page);
void fuhe_chart_close(struct fuhe_page *page);

struct fuhe_chart_box {
    int64_t x, y, width, height;
};

struct fuhe_chart_point {
    int64_t x, y;
};

void fuhe_chart_rectangle(struct fuhe_page *page, const char *style, struct fuhe_chart_box box);
void fuhe_chart_line(struct fuhe_page *page, const char *style, struct fuhe_chart_point from,
                     struct fuhe_chart_point to);
void fuhe_chart_dot(struct fuhe_page *page, struct fuhe_chart_point centre);
void fuhe_chart_label(struct fuhe_page *page, const char *style, struct fuhe_chart_point place, fuhe_text text);
/* A label that is written to the page between both. */
void fuhe_chart_text_open(struct fuhe_page *page, const char *style, struct fuhe_chart_point place);
void fuhe_chart_text_close(struct fuhe_page *page);
void fuhe_chart_count(struct fuhe_page *page, const char *style, struct fuhe_chart_point place, size_t count);

/* --- axes --- */

/* Values from `from` to `to` lie along `length` tenths of a pixel from `start`; length may be negative (upwards). */
struct fuhe_chart_axis {
    int64_t from, to;
    int64_t start, length;
};

/* Where a value lies; beyond the ends, at the end. */
int64_t fuhe_chart_place(const struct fuhe_chart_axis *axis, int64_t value);

/* The smallest round step (1, 2 or 5 and zeros, at least 1) that goes into span at most `most` times; most > 0. */
int64_t fuhe_chart_step(int64_t span, int64_t most);

/* The first multiple of step that is not below value. */
int64_t fuhe_chart_round_up(int64_t value, int64_t step);

/* --- charts --- */

/* How many forms deviate by how much, zero apart; below, a strip with median, quartiles and twentieths. */
void fuhe_chart_histogram(struct fuhe_page *page, const struct fuhe_survey_deviations *deviations);

/* Claimed by recommended grades, best first. `names` has one name for each, the last is for no grade. */
struct fuhe_chart_grades {
    size_t count;
    fuhe_text names[FUHE_TALLY_GRADES_MAX];
    size_t forms[FUHE_TALLY_GRADES_MAX][FUHE_TALLY_GRADES_MAX]; /* claimed by recommended */
};
void fuhe_chart_matrix(struct fuhe_page *page, const struct fuhe_chart_grades *grades);

/* Claimed against verified totals: a dot a form or, of many, shaded cells. Points beyond the chart lie on its edge. */
enum { FUHE_SCATTER_DOTS_MAX = 2000, FUHE_SCATTER_MAX = 120 };
struct fuhe_chart_scatter {
    size_t count;
    struct fuhe_scatter_dot {
        fuhe_decimal claimed, verified;
    } dots[FUHE_SCATTER_DOTS_MAX];                            /* the first ones */
    size_t cells[FUHE_SCATTER_MAX + 1][FUHE_SCATTER_MAX + 1]; /* by whole points, claimed by verified */
};
void fuhe_chart_scatter_add(struct fuhe_chart_scatter *scatter, fuhe_decimal claimed, fuhe_decimal verified);
void fuhe_chart_scatter(struct fuhe_page *page, const struct fuhe_chart_scatter *scatter);

/* Distributions as boxes above one another, on one scale of points; those of nothing are left out. */
enum { FUHE_SPREADS_MAX = FUHE_CATEGORY_COUNT + 1 };
struct fuhe_chart_spreads {
    size_t count;
    struct fuhe_chart_spread {
        const char *name;
        const struct fuhe_spread *spread;
    } rows[FUHE_SPREADS_MAX];
};
void fuhe_chart_spreads(struct fuhe_page *page, const struct fuhe_chart_spreads *spreads);

/* Two counts in a cell of a table, to the left and to the right of a line; `most` of either fill the room. */
void fuhe_chart_balance(struct fuhe_page *page, uint64_t left, uint64_t right, uint64_t most);

/* A bar in a cell of a table: part of whole. */
void fuhe_chart_bar(struct fuhe_page *page, uint64_t part, uint64_t whole);

#endif
