/* SPDX-License-Identifier: Apache-2.0 */
/* The table of scores: execution, then the indicators by category with sums. A row that agrees takes one short line;
 * what differs is marked and has its working below. */
#include "report/messages.h"
#include "report/text.h"
#include "report/translate.h"
#include "report/width.h"

enum {
    NAME_MAX_COLUMNS = 30,
    NAME_MIN_COLUMNS = 14,
    VALUE_MAX_COLUMNS = 14,
    FIGURE_COLUMNS = 9,
    VERDICT_COLUMNS = 14,
    MARK_COLUMNS = 4 /* the indent of a row, with its mark */
};

/* How wide the texts of this form are. */
struct layout {
    size_t name;
    size_t target;
    size_t actual;
};

static size_t at_most(size_t width, size_t limit) {
    return width < limit ? width : limit;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

/* Columns that a page leaves for names beside the values and figures of a form. */
static size_t name_limit(const struct layout *layout) {
    const size_t others = MARK_COLUMNS + 2 + layout->target + 2 + layout->actual + 3 * FIGURE_COLUMNS + VERDICT_COLUMNS;
    const size_t room = fuhe_width_page() - at_most(others, fuhe_width_page());

    return larger(at_most(room, NAME_MAX_COLUMNS), NAME_MIN_COLUMNS);
}

static struct layout measure(const struct fuhe_form *form) {
    struct layout layout = {fuhe_width_of(fuhe_text_of(_("Budget execution"))),
                            fuhe_width_of(fuhe_text_of(_("Target"))), fuhe_width_of(fuhe_text_of(_("Result")))};

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        layout.name = larger(layout.name, fuhe_width_of(fuhe_text_of(fuhe_message_category((enum fuhe_category)i))));
    }
    for (size_t i = 0; i < form->indicator_count; i++) {
        const struct fuhe_indicator *indicator = &form->indicators[i];
        layout.name = larger(layout.name, fuhe_width_of(indicator->name.text));
        layout.target = larger(layout.target, at_most(fuhe_width_of(indicator->target.text), VALUE_MAX_COLUMNS));
        layout.actual = larger(layout.actual, at_most(fuhe_width_of(indicator->actual.text), VALUE_MAX_COLUMNS));
    }
    layout.name = at_most(layout.name, name_limit(&layout));
    return layout;
}

static void write_figure(struct fuhe_report *report, bool present, fuhe_decimal value, unsigned places) {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = present ? fuhe_decimal_format(value, places, text) : 0;

    fuhe_output_char(report->output, ' '); /* between two figures that are too wide */
    fuhe_width_right(report->output, present ? (fuhe_text){text, length} : FUHE_TEXT("—"), FIGURE_COLUMNS - 1);
}

static void write_claim(struct fuhe_report *report, const struct fuhe_claim *claim) {
    write_figure(report, claim->present, claim->value, at_most(claim->places, 6) == 6 ? 6 : claim->places);
}

/* A name that is too wide has a line of its own. */
static void write_name(struct fuhe_report *report, fuhe_text name, size_t columns, size_t indent) {
    fuhe_width_left(report->output, name, columns);
    if (fuhe_width_of(name) > columns) {
        fuhe_output_char(report->output, '\n');
        fuhe_width_spaces(report->output, indent + columns);
    }
    fuhe_width_spaces(report->output, 2);
}

static void write_heads(struct fuhe_report *report, const struct layout *layout) {
    struct fuhe_output *output = report->output;

    fuhe_output_char(output, '\n');
    fuhe_text_style(report, FUHE_STYLE_BOLD);
    fuhe_width_left(output, fuhe_text_of(_("Scores")), MARK_COLUMNS + layout->name + 2);
    fuhe_width_left(output, fuhe_text_of(_("Target")), layout->target + 2);
    fuhe_width_left(output, fuhe_text_of(_("Result")), layout->actual);
    fuhe_width_right(output, fuhe_text_of(_("Weight")), FIGURE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("Claimed")), FIGURE_COLUMNS);
    fuhe_width_right(output, fuhe_text_of(_("Verified")), FIGURE_COLUMNS);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
    fuhe_output_char(output, '\n');
}

/* Starts a line that is no indicator: its label stands where names stand, target and result stay empty. */
static void write_label(struct fuhe_report *report, const struct layout *layout, const char *label) {
    fuhe_output_string(report->output, "  ");
    fuhe_width_left(report->output, fuhe_text_of(label),
                    MARK_COLUMNS - 2 + layout->name + 2 + layout->target + 2 + layout->actual);
}

/* The difference behind a score that differs, else the word for its verdict. */
static void write_verdict(struct fuhe_report *report, enum fuhe_verdict verdict, const struct fuhe_claim *claim,
                          fuhe_decimal verified) {
    const bool differs =
        verdict == FUHE_VERDICT_OVERSTATED || verdict == FUHE_VERDICT_UNDERSTATED || verdict == FUHE_VERDICT_TRUNCATED;

    fuhe_output_string(report->output, "  ");
    fuhe_output_string(report->output, fuhe_message_verdict(verdict));
    if (differs && claim->present) {
        fuhe_output_char(report->output, ' ');
        fuhe_text_signed(report->output, (fuhe_decimal){claim->value.scaled - verified.scaled});
    }
}

static void write_below(struct fuhe_report *report) {
    fuhe_width_spaces(report->output, MARK_COLUMNS + 2);
    fuhe_text_paragraph(report, MARK_COLUMNS + 2);
}

static void write_execution(struct fuhe_report *report, const struct fuhe_review *review, const struct layout *layout) {
    const struct fuhe_execution *execution = &review->execution;
    struct fuhe_output *scratch;

    write_label(report, layout, _("Budget execution"));
    write_figure(report, true, review->pack->execution.weight, 0);
    write_claim(report, &execution->claim);
    write_figure(report, execution->has_verified, execution->verified, 2);
    if (execution->claim.present || !execution->has_verified) {
        write_verdict(report, execution->verdict, &execution->claim, execution->verified);
    } else {
        fuhe_output_string(report->output, "  ");
        fuhe_output_string(report->output, _("not filled in"));
    }
    fuhe_output_char(report->output, '\n');
    scratch = fuhe_text_scratch(report);
    fuhe_message_execution(scratch, review);
    if (execution->has_money && execution->has_rate) {
        write_below(report);
    }
}

static void write_category(struct fuhe_report *report, const struct fuhe_review *review, const struct layout *layout,
                           enum fuhe_category category) {
    const bool known = category != FUHE_CATEGORY_NONE;
    const struct fuhe_category_result *result = known ? &review->categories[category] : NULL;

    write_label(report, layout, fuhe_message_category(category));
    if (known) {
        write_figure(report, true, result->weight, 0);
        write_figure(report, true, result->claimed, 2);
        write_figure(report, true, result->verified, 2);
    }
    if (known && !fuhe_decimal_equals(result->weight, result->expected)) {
        fuhe_output_string(report->output, _("  expected weight "));
        fuhe_output_decimal(report->output, result->expected, 0);
    }
    fuhe_output_char(report->output, '\n');
}

static bool is_plain(const struct fuhe_row *row) {
    return row->counted && (row->verdict == FUHE_VERDICT_EXACT || fuhe_row_claims_exactly(row));
}

/* A text cut to a column, with an ellipsis where something is missing. */
static void write_value(struct fuhe_report *report, fuhe_text text, size_t columns) {
    if (fuhe_width_of(text) <= columns) {
        fuhe_width_left(report->output, text, columns);
        return;
    }
    size_t end = 0;
    size_t next = 0;
    while (next < text.length) {
        (void)fuhe_text_next(text, &next);
        if (fuhe_width_of((fuhe_text){text.bytes, next}) + 1 > columns) {
            break;
        }
        end = next;
    }
    const size_t used = fuhe_width_of((fuhe_text){text.bytes, end}) + 1;
    fuhe_width_write(report->output, (fuhe_text){text.bytes, end});
    fuhe_output_string(report->output, "…");
    fuhe_width_spaces(report->output, columns - used);
}

/* " 0–20": what could be defended for a row that somebody has to judge. */
static void write_range(struct fuhe_report *report, const struct fuhe_row *row) {
    fuhe_output_char(report->output, ' ');
    fuhe_output_decimal(report->output, row->low, 0);
    fuhe_output_string(report->output, "–");
    fuhe_output_decimal(report->output, row->high, 0);
}

static void write_remark(struct fuhe_report *report, const struct fuhe_row *row) {
    const enum fuhe_text_style style = row->verdict == FUHE_VERDICT_OVERSTATED ? FUHE_STYLE_RED : FUHE_STYLE_YELLOW;

    if (!is_plain(row)) {
        fuhe_text_style(report, style);
    }
    if (row->is_execution) {
        fuhe_output_string(report->output, _("  see budget execution"));
    } else {
        const bool exactly = fuhe_row_claims_exactly(row);
        write_verdict(report, exactly ? FUHE_VERDICT_EXACT : row->verdict, &row->claim, row->verified);
    }
    if (row->has_range) {
        write_range(report, row);
    }
    if (!row->counted && !row->is_execution) {
        fuhe_output_string(report->output, _(", not counted"));
    }
    if (!is_plain(row)) {
        fuhe_text_style(report, FUHE_STYLE_PLAIN);
    }
    fuhe_output_char(report->output, '\n');
}

static void write_working(struct fuhe_report *report, const struct fuhe_row *row) {
    const bool wanted = !is_plain(row) || (report->options.explain && row->formula != FUHE_FORMULA_FULL);

    if (wanted && row->has_exact && row->formula != FUHE_FORMULA_NONE && row->formula != FUHE_FORMULA_FULL) {
        fuhe_message_working(fuhe_text_scratch(report), row);
        write_below(report);
    }
}

static void write_row(struct fuhe_report *report, const struct fuhe_review *review, const struct layout *layout,
                      size_t index) {
    const struct fuhe_row *row = &review->rows[index];
    const struct fuhe_indicator *indicator = &review->form->indicators[index];

    fuhe_output_string(report->output, is_plain(row) ? "    " : "  * ");
    write_name(report, indicator->name.text, layout->name, MARK_COLUMNS);
    write_value(report, indicator->target.text, layout->target);
    fuhe_output_string(report->output, "  ");
    write_value(report, indicator->actual.text, layout->actual);
    write_figure(report, row->has_weight, row->weight, 0);
    write_claim(report, &row->claim);
    write_figure(report, row->has_verified, row->verified, 2);
    write_remark(report, row);
    write_working(report, row);
}

static bool has_rows(const struct fuhe_review *review, enum fuhe_category category) {
    for (size_t i = 0; i < review->row_count; i++) {
        if (review->rows[i].category == category) {
            return true;
        }
    }
    return false;
}

static void write_total(struct fuhe_report *report, const struct fuhe_review *review, const struct layout *layout) {
    const struct fuhe_totals *totals = &review->totals;

    fuhe_text_style(report, FUHE_STYLE_BOLD);
    write_label(report, layout, _("Sum"));
    write_figure(report, true, totals->weight_sum, 0);
    write_figure(report, true, totals->sum_of_claims, 2);
    write_figure(report, review->state != FUHE_REVIEW_UNSCORED, totals->verified, 2);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
    fuhe_output_char(report->output, '\n');
    if (fuhe_message_execution_is_blank(review)) {
        fuhe_message_blank_execution(fuhe_text_scratch(report), review);
        write_below(report);
    }
}

void fuhe_text_rows(struct fuhe_report *report, const struct fuhe_review *review) {
    const struct layout layout = measure(review->form);

    write_heads(report, &layout);
    write_execution(report, review, &layout);
    for (size_t category = 0; category <= FUHE_CATEGORY_NONE; category++) {
        if (!has_rows(review, (enum fuhe_category)category)) {
            continue;
        }
        write_category(report, review, &layout, (enum fuhe_category)category);
        for (size_t i = 0; i < review->row_count; i++) {
            if (review->rows[i].category == category) {
                write_row(report, review, &layout, i);
            }
        }
    }
    write_total(report, review, &layout);
}
