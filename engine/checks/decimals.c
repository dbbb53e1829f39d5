/* SPDX-License-Identifier: Apache-2.0 */
/* Figures with more decimals than points and money are reckoned with, as spreadsheets print them: said once, at the
 * first of them, for nothing is rounded in silence. */
#include "engine/checks/check.h"

enum { SHORTEST_LONG_TEXT = 9 /* 0.1234567 */ };

/* Whether the figure of a cell lost decimals. */
static bool is_rounded(const struct fuhe_cell *cell, int64_t scale) {
    return cell->text.length >= SHORTEST_LONG_TEXT && fuhe_value_read_figure(cell, scale).rest != 0;
}

static enum fuhe_status report(const struct fuhe_check_context *context, struct fuhe_finding finding,
                               const struct fuhe_cell *cell, bool *found) {
    finding.quote = cell->text;
    finding.place = cell->place;
    *found = true;
    return fuhe_check_report(context, &finding);
}

static enum fuhe_status check_funds(const struct fuhe_check_context *context, bool *found) {
    const struct fuhe_form *form = context->review->form;
    const int64_t scale = fuhe_value_money_scale(&form->funds_unit);

    for (size_t i = 0; i < form->fund_count && !*found; i++) {
        const struct fuhe_fund *fund = &form->funds[i];
        const struct {
            const char *path;
            const struct fuhe_cell *cell;
            int64_t scale;
        } cells[] = {{"@initial", &fund->initial, scale},
                     {"@budget", &fund->budget, scale},
                     {"@executed", &fund->executed, scale},
                     {"@rate", &fund->rate, 1},
                     {"@score", &fund->score, 1}};
        for (size_t k = 0; k < sizeof cells / sizeof cells[0] && !*found; k++) {
            if (is_rounded(cells[k].cell, cells[k].scale)) {
                FUHE_TRY(report(context,
                                fuhe_finding_about_fund(FUHE_CODE_LONG_DECIMALS, i, cells[k].path, fund->place),
                                cells[k].cell, found));
            }
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_rows(const struct fuhe_check_context *context, bool *found) {
    const struct fuhe_review *review = context->review;

    for (size_t i = 0; i < review->row_count && !*found; i++) {
        const struct fuhe_indicator *indicator = &review->form->indicators[i];
        const struct fuhe_row *row = &review->rows[i];
        const struct {
            const char *path;
            const struct fuhe_cell *cell;
            bool rounded;
        } cells[] = {
            {"@weight", &indicator->weight, is_rounded(&indicator->weight, 1)},
            {"@score", &indicator->score, is_rounded(&indicator->score, 1)},
            {"target", &indicator->target, row->target.rest != 0},
            {"actual", &indicator->actual, row->actual.rest != 0},
        };
        for (size_t k = 0; k < sizeof cells / sizeof cells[0] && !*found; k++) {
            if (cells[k].rounded) {
                FUHE_TRY(report(context,
                                fuhe_finding_about_row(FUHE_CODE_LONG_DECIMALS, i, cells[k].path, indicator->place),
                                cells[k].cell, found));
            }
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_check_decimals(const struct fuhe_check_context *context) {
    const struct fuhe_cell *total = &context->review->form->total_claimed;
    bool found = false;

    FUHE_TRY(check_funds(context, &found));
    FUHE_TRY(check_rows(context, &found));
    if (!found && is_rounded(total, 1)) {
        return report(context, fuhe_finding_about(FUHE_CODE_LONG_DECIMALS, FUHE_BLOCK_TOTAL, "@claimed", total->place),
                      total, &found);
    }
    return FUHE_STATUS_OK;
}
