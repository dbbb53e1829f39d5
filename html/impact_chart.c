/* SPDX-License-Identifier: Apache-2.0 */
/* Totals before and after, a line a form: an open dot, a line, a filled dot. The grades after the change stand behind
 * as their lower bounds. */
#include "html/chart.h"
#include "html/figures.h"
#include "html/impact_page.h"
#include "html/impact_parts.h"
#include "impact/words.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"

enum { LEFT = 1580, RIGHT = 4100, TOP = 260, ROW = 170, AXIS = 180, TICKS = 6, NAME_CHARACTERS = 13 };

struct view {
    struct fuhe_page *page;
    const struct fuhe_impact *impact;
    struct fuhe_chart_axis axis; /* in points */
    int64_t step;
    size_t lines;
};

static bool moves(const struct fuhe_impact_form *form) {
    return form->kind == FUHE_IMPACT_MOVED || form->kind == FUHE_IMPACT_UP || form->kind == FUHE_IMPACT_DOWN;
}

/* From the round number below the least total to the full marks. */
static void find_axis(struct view *view) {
    const int64_t full = view->impact->request.after->full_marks.scaled;
    int64_t least = full;

    for (size_t i = 0; i < view->lines; i++) {
        for (size_t when = 0; when < FUHE_IMPACT_WHENS; when++) {
            const int64_t total = view->impact->items[i].sides[when].total.scaled;
            least = total < least ? total : least;
        }
    }
    view->step = fuhe_chart_step((full - least) / FUHE_DECIMAL_ONE + 1, TICKS) * FUHE_DECIMAL_ONE;
    view->axis = (struct fuhe_chart_axis){least / view->step * view->step, full, LEFT, RIGHT - LEFT};
}

static void draw_upright(const struct view *view, const char *style, int64_t x) {
    fuhe_chart_line(view->page, style, (struct fuhe_chart_point){x, TOP - 60},
                    (struct fuhe_chart_point){x, TOP + (int64_t)view->lines * ROW});
}

static void draw_scale(const struct view *view) {
    const int64_t floor = TOP + (int64_t)view->lines * ROW;

    for (int64_t value = view->axis.from; value <= view->axis.to; value += view->step) {
        const int64_t x = fuhe_chart_place(&view->axis, value);
        draw_upright(view, "grid", x);
        fuhe_chart_count(view->page, "middle small", (struct fuhe_chart_point){x, floor + 120},
                         (size_t)(value / FUHE_DECIMAL_ONE));
    }
}

static void draw_grades(const struct view *view) {
    const struct fuhe_pack *pack = view->impact->request.after;

    for (size_t i = 0; i < pack->grade_count; i++) {
        const int64_t from = pack->grades[i].from.scaled;
        if (from >= view->axis.from) {
            const int64_t x = fuhe_chart_place(&view->axis, from);
            draw_upright(view, "diagonal", x);
            fuhe_chart_label(view->page, "small", (struct fuhe_chart_point){x + 15, TOP - 80},
                             fuhe_message_choose(pack->grades[i].name));
        }
    }
}

/* As much of a name as there is room for; a Chinese character takes two columns. */
static fuhe_text beginning(fuhe_text name) {
    size_t columns = 0;
    size_t end = 0;

    while (end < name.length && columns < 2 * NAME_CHARACTERS) {
        columns += fuhe_text_next(name, &end) < 0x2E80 ? 1 : 2;
    }
    return (fuhe_text){name.bytes, end};
}

static void draw_name(const struct view *view, const struct fuhe_impact_form *form, int64_t y) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    if (memory == NULL) {
        return;
    }
    fuhe_impact_write_name(&memory->output, form);
    const fuhe_text name = fuhe_memory_output_text(memory);
    const fuhe_text shown = beginning(name);
    fuhe_chart_text_open(view->page, "end small", (struct fuhe_chart_point){LEFT - 60, y + 35});
    fuhe_page_write(view->page, shown);
    fuhe_page_word(view->page, shown.length < name.length ? "…" : "");
    fuhe_chart_text_close(view->page);
    fuhe_memory_output_free(memory);
}

static void draw_dot(const struct view *view, const char *group, fuhe_decimal total, int64_t y) {
    fuhe_page_markup(view->page, group);
    fuhe_chart_dot(view->page, (struct fuhe_chart_point){fuhe_chart_place(&view->axis, total.scaled), y});
    fuhe_page_markup(view->page, "</g>\n");
}

static void draw_form(const struct view *view, const struct fuhe_impact_form *form, int64_t y) {
    const fuhe_decimal before = form->sides[FUHE_IMPACT_BEFORE].total;
    const fuhe_decimal after = form->sides[FUHE_IMPACT_AFTER].total;

    draw_name(view, form, y);
    fuhe_chart_line(view->page, form->difference.scaled < 0 ? "fall" : "rise",
                    (struct fuhe_chart_point){fuhe_chart_place(&view->axis, before.scaled), y},
                    (struct fuhe_chart_point){fuhe_chart_place(&view->axis, after.scaled), y});
    draw_dot(view, "<g class=\"dots open\">\n", before, y);
    draw_dot(view, form->difference.scaled < 0 ? "<g class=\"dots fall\">\n" : "<g class=\"dots rise\">\n", after, y);
}

static void draw(const struct view *view) {
    fuhe_chart_open(view->page, "totals", TOP + (int64_t)view->lines * ROW + AXIS, _("Totals before and after"));
    fuhe_page_word(view->page, _("A line for each form, from its total before (open dot) to the one after (filled "
                                 "dot); the same figures stand in the list below."));
    fuhe_chart_draw(view->page);
    draw_scale(view);
    draw_grades(view);
    for (size_t i = 0; i < view->lines; i++) {
        draw_form(view, &view->impact->items[i], TOP + (int64_t)i * ROW + ROW / 2);
    }
    fuhe_chart_close(view->page);
}

void fuhe_impact_page_chart(struct fuhe_page *page, const struct fuhe_impact *impact) {
    struct view view = {.page = page, .impact = impact};

    while (view.lines < impact->item_count && view.lines < FUHE_IMPACT_PAGE_LINES &&
           moves(&impact->items[view.lines])) {
        view.lines++;
    }
    if (view.lines == 0) {
        return;
    }
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(view.lines)}, {NULL, {{0}}}};
    find_axis(&view);
    fuhe_page_section_open(page, "totals-section", _("Totals before and after"));
    if (fuhe_impact_moved(impact).forms > view.lines) {
        fuhe_figures_paragraph(page, _("The first {count} forms of the list below."), words);
    }
    fuhe_page_figure_open(page, _("Open dot: before. Filled dot: after. Dashed: from here on, the grade after."));
    draw(&view);
    fuhe_page_figure_close(page);
    fuhe_page_section_close(page);
}
