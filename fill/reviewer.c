/* SPDX-License-Identifier: Apache-2.0 */
/* The reviewer's cells of a form, as its review gives them: in a copy of the form that shares all other cells with it.
 */
#include "fill/reviewer.h"

#include <stdlib.h>
#include <string.h>

#include "report/memory_output.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

struct fuhe_reviewer {
    struct fuhe_memory_output *words;
    struct fuhe_arena *arena;
};

struct fuhe_reviewer *fuhe_reviewer_new(void) {
    struct fuhe_reviewer *reviewer = calloc(1, sizeof *reviewer);

    if (reviewer == NULL) {
        return NULL;
    }
    reviewer->words = fuhe_memory_output_new();
    reviewer->arena = fuhe_arena_new();
    if (reviewer->words == NULL || reviewer->arena == NULL) {
        fuhe_reviewer_free(reviewer);
        return NULL;
    }
    return reviewer;
}

void fuhe_reviewer_free(struct fuhe_reviewer *reviewer) {
    if (reviewer != NULL) {
        fuhe_memory_output_free(reviewer->words);
        fuhe_arena_free(reviewer->arena);
        free(reviewer);
    }
}

static bool is_blank(const struct fuhe_cell *cell) {
    return cell->state != FUHE_CELL_TEXT;
}

/* Puts a copy of text into the cell. */
static enum fuhe_status set_text(struct fuhe_reviewer *reviewer, struct fuhe_cell *cell, fuhe_text text) {
    FUHE_TRY(fuhe_arena_copy(reviewer->arena, text, &cell->text));
    cell->state = FUHE_CELL_TEXT;
    return FUHE_STATUS_OK;
}

static enum fuhe_status set_decimal(struct fuhe_reviewer *reviewer, struct fuhe_cell *cell, fuhe_decimal value,
                                    unsigned places) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    return set_text(reviewer, cell, (fuhe_text){text, fuhe_decimal_format(value, places, text)});
}

/* "自评 0.92；按规则 " */
static void write_claim(struct fuhe_output *output, const struct fuhe_claim *claim) {
    if (claim->present) {
        fuhe_output_string(output, _("claimed "));
        fuhe_output_decimal(output, claim->value, claim->places < 6 ? claim->places : 6);
    } else {
        fuhe_output_string(output, _("no score claimed"));
    }
    fuhe_output_string(output, _("; by the rules "));
}

/* "自评 0.92；按规则 2 × 5.34 ÷ 13 = 267/325 ≈ 0.82": why the verified score is not the claimed one. */
static void write_reason(struct fuhe_output *output, const struct fuhe_row *row) {
    if (!row->counted) {
        fuhe_output_string(output, _("the same indicator stands twice and counts once"));
        return;
    }
    write_claim(output, &row->claim);
    if (row->has_exact && row->formula != FUHE_FORMULA_NONE) {
        fuhe_message_working(output, row);
    } else {
        fuhe_output_decimal(output, row->verified, 2);
    }
}

/* What the row claims, else the money block. */
static const struct fuhe_claim *execution_claim(const struct fuhe_execution *execution) {
    return execution->row_claim.present ? &execution->row_claim : &execution->claim;
}

/* "自评 9.5；按规则 9.5 ÷ 10 = 95.00 %；80 % 至不足 100 % 得 7 分" */
static void write_execution_reason(struct fuhe_output *output, const struct fuhe_review *review) {
    write_claim(output, execution_claim(&review->execution));
    if (review->execution.has_rate) {
        fuhe_message_execution(output, review);
    } else {
        fuhe_output_decimal(output, review->execution.verified, 2);
    }
}

/* What the sentence on a row to be judged is about. */
struct judgement {
    const struct fuhe_row *row; /* NULL for the execution score */
    const struct fuhe_indicator *indicator;
};

static bool write_cell(struct fuhe_output *output, const struct fuhe_cell *cell) {
    if (!is_blank(cell) && output != NULL) {
        fuhe_output_text(output, cell->text);
    }
    return !is_blank(cell);
}

static bool write_points(struct fuhe_output *output, fuhe_decimal points) {
    if (output != NULL) {
        fuhe_output_decimal(output, points, 0);
    }
    return true;
}

static bool judgement_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct judgement *judgement = context;

    if (judgement->row == NULL) {
        return false;
    }
    if (fuhe_text_equals(name, FUHE_TEXT("target"))) {
        return write_cell(output, &judgement->indicator->target);
    }
    if (fuhe_text_equals(name, FUHE_TEXT("actual"))) {
        return write_cell(output, &judgement->indicator->actual);
    }
    if (fuhe_text_equals(name, FUHE_TEXT("score"))) {
        return write_points(output, judgement->row->verified);
    }
    return write_points(output, fuhe_text_equals(name, FUHE_TEXT("low")) ? judgement->row->low : judgement->row->high);
}

/* "需人工判断：完成值“建立”对指标值“建立健全”无法计算；得分暂为 15，由人工在 0 至 15 之间判断" */
static void write_judgement(struct fuhe_output *output, const struct judgement *judgement) {
    const char *whole = N_("to be judged by a person: “{actual}” against “{target}” cannot be computed; {score} points "
                           "stand until somebody has judged it (between {low} and {high})");
    const char *bare = N_("to be judged by a person: no score can be computed");

    fuhe_template_write(output, _(fuhe_template_fits(whole, judgement_value, judgement) ? whole : bare),
                        judgement_value, judgement);
}

static bool is_claimed(const struct fuhe_claim *claim, fuhe_decimal verified) {
    return claim->present && fuhe_decimal_equals(claim->value, verified);
}

static enum fuhe_status fill_score(struct fuhe_reviewer *reviewer, struct fuhe_reviewed *reviewed,
                                   struct fuhe_indicator *indicator, fuhe_decimal score, unsigned places) {
    if (!is_blank(&indicator->reviewed_score)) {
        return FUHE_STATUS_OK;
    }
    reviewed->scores++;
    return set_decimal(reviewer, &indicator->reviewed_score, score, places);
}

/* Takes what has been written into the words. */
static enum fuhe_status fill_reason(struct fuhe_reviewer *reviewer, struct fuhe_reviewed *reviewed,
                                    struct fuhe_indicator *indicator) {
    reviewed->reasons++;
    return set_text(reviewer, &indicator->reviewed_reason, fuhe_memory_output_text(reviewer->words));
}

static enum fuhe_status fill_row(struct fuhe_reviewer *reviewer, struct fuhe_reviewed *reviewed,
                                 const struct fuhe_row *row, struct fuhe_indicator *indicator) {
    const unsigned places = row->claim.present && row->claim.places < 6 ? row->claim.places : 0;
    const bool is_judged = row->counted && row->verdict == FUHE_VERDICT_JUDGEMENT;
    const fuhe_decimal score = row->counted ? row->verified : FUHE_DECIMAL(0);

    if (!row->has_verified) {
        return FUHE_STATUS_OK;
    }
    reviewed->judgements += is_judged && is_blank(&indicator->reviewed_score);
    FUHE_TRY(fill_score(reviewer, reviewed, indicator, score, places));
    if (!is_blank(&indicator->reviewed_reason) ||
        (row->counted && !is_judged && is_claimed(&row->claim, row->verified))) {
        return FUHE_STATUS_OK;
    }
    fuhe_memory_output_reset(reviewer->words);
    if (is_judged) {
        write_judgement(&reviewer->words->output, &(struct judgement){row, indicator});
    } else {
        write_reason(&reviewer->words->output, row);
    }
    return fill_reason(reviewer, reviewed, indicator);
}

/* Whether anything of the form is still to be judged, whatever a reviewer has entered. */
static bool has_judgement(const struct fuhe_review *review) {
    bool found = review->execution.state == FUHE_EXECUTION_JUDGEMENT;

    for (size_t i = 0; i < review->row_count && !found; i++) {
        found = review->rows[i].counted && review->rows[i].verdict == FUHE_VERDICT_JUDGEMENT;
    }
    return found;
}

/* The grade in the words of the rules, which are the words of the form. One that a judgement may change is the
 * person's to tick. */
static enum fuhe_status fill_grade(struct fuhe_reviewer *reviewer, const struct fuhe_review *review,
                                   struct fuhe_reviewed *reviewed) {
    if (!fuhe_review_has_grade(review) || !is_blank(&reviewed->form.total_grade)) {
        return FUHE_STATUS_OK;
    }
    reviewed->leaves_grade = review->grading.firmness != FUHE_FIRM && has_judgement(review);
    return reviewed->leaves_grade
               ? FUHE_STATUS_OK
               : set_text(reviewer, &reviewed->form.total_grade, review->pack->grades[review->grading.grade].name.zh);
}

static enum fuhe_status fill_total(struct fuhe_reviewer *reviewer, const struct fuhe_review *review,
                                   struct fuhe_reviewed *reviewed) {
    const struct fuhe_figure rate = fuhe_review_deviation_rate(review);
    char text[FUHE_DECIMAL_TEXT_SIZE];

    if (review->state == FUHE_REVIEW_UNSCORED) {
        return FUHE_STATUS_OK;
    }
    reviewed->form.has_total = true;
    if (rate.present && is_blank(&reviewed->form.total_deviation_rate)) {
        FUHE_TRY(set_decimal(reviewer, &reviewed->form.total_deviation_rate, rate.value, review->pack->total_places));
    }
    if (review->state == FUHE_REVIEW_SCORED) {
        const size_t length = fuhe_message_total(review, review->totals.verified, text);
        FUHE_TRY(fuhe_arena_copy(reviewer->arena, (fuhe_text){text, length}, &reviewed->total));
    }
    return fill_grade(reviewer, review, reviewed);
}

/* The row that prints the execution score takes the one of the money block. */
static enum fuhe_status fill_execution(struct fuhe_reviewer *reviewer, const struct fuhe_review *review,
                                       struct fuhe_reviewed *reviewed, struct fuhe_indicator *indicators) {
    const struct fuhe_execution *execution = &review->execution;
    struct fuhe_indicator *row = &indicators[execution->row];
    const bool is_judged = execution->state == FUHE_EXECUTION_JUDGEMENT;

    if (!execution->has_row || !execution->has_verified) {
        return FUHE_STATUS_OK;
    }
    reviewed->judgements += is_judged && is_blank(&row->reviewed_score);
    FUHE_TRY(fill_score(reviewer, reviewed, row, execution->verified, 0));
    if (!is_blank(&row->reviewed_reason) ||
        (!is_judged && is_claimed(execution_claim(execution), execution->verified))) {
        return FUHE_STATUS_OK;
    }
    fuhe_memory_output_reset(reviewer->words);
    if (is_judged) {
        write_judgement(&reviewer->words->output, &(struct judgement){NULL, row});
    } else {
        write_execution_reason(&reviewer->words->output, review);
    }
    return fill_reason(reviewer, reviewed, row);
}

static enum fuhe_status fill_copy(struct fuhe_reviewer *reviewer, const struct fuhe_review *review,
                                  struct fuhe_reviewed *reviewed) {
    struct fuhe_form *form = &reviewed->form;
    struct fuhe_indicator *indicators =
        fuhe_arena_allocate(reviewer->arena, form->indicator_count + 1, sizeof *form->indicators);

    if (indicators == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < form->indicator_count; i++) {
        indicators[i] = form->indicators[i];
        FUHE_TRY(fill_row(reviewer, reviewed, &review->rows[i], &indicators[i]));
    }
    FUHE_TRY(fill_execution(reviewer, review, reviewed, indicators));
    form->indicators = indicators;
    return fill_total(reviewer, review, reviewed);
}

enum fuhe_status fuhe_reviewer_fill(struct fuhe_reviewer *reviewer, const struct fuhe_result *result,
                                    struct fuhe_reviewed *reviewed) {
    *reviewed = (struct fuhe_reviewed){.form = *result->form};
    fuhe_arena_reset(reviewer->arena);
    return fill_copy(reviewer, &result->review, reviewed);
}
