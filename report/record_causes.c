/* SPDX-License-Identifier: Apache-2.0 */
/* The rest of the walk for machines: explanations, ladder, units, failures and the summary. */
#include "report/record.h"

static bool is_about_row(enum fuhe_slip_kind kind) {
    return kind != FUHE_SLIP_ROW_MISSING_FROM_FORM && kind != FUHE_SLIP_EXECUTION_LEFT_OUT &&
           kind != FUHE_SLIP_EXECUTION_BAND;
}

static void record_slips(struct fuhe_record *record, const struct fuhe_cause *cause) {
    fuhe_record_open_list(record, "slips");
    for (size_t i = 0; i < cause->slip_count; i++) {
        const struct fuhe_slip *slip = &cause->slips[i];

        fuhe_record_open(record, "slip");
        fuhe_record_word(record, "kind", fuhe_slip_name(slip->kind));
        if (is_about_row(slip->kind)) {
            fuhe_record_count(record, "row", slip->row + 1);
        }
        fuhe_record_decimal(record, "from", slip->from, 2);
        fuhe_record_decimal(record, "to", slip->to, 2);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void record_explanation(struct fuhe_record *record, const char *of, const struct fuhe_explanation *explanation) {
    if (explanation->state == FUHE_EXPLANATION_NONE) {
        return;
    }
    fuhe_record_open(record, "explanation");
    fuhe_record_word(record, "of", of);
    fuhe_record_word(record, "state", fuhe_explanation_name(explanation->state));
    fuhe_record_decimal(record, "total", explanation->total, 2);
    fuhe_record_decimal(record, "base", explanation->base, 2);
    fuhe_record_count(record, "size", explanation->size);
    fuhe_record_count(record, "sets", explanation->sets);
    fuhe_record_flag(record, "budget_reached", explanation->budget_reached);
    fuhe_record_open_list(record, "causes");
    for (size_t i = 0; i < explanation->cause_count; i++) {
        fuhe_record_open(record, "cause");
        fuhe_record_flag(record, "closes_weights", explanation->causes[i].closes_weights);
        record_slips(record, &explanation->causes[i]);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

void fuhe_record_causes(struct fuhe_record *record, const struct fuhe_result *result) {
    fuhe_record_open_list(record, "explanations");
    record_explanation(record, "claimed", &result->claimed);
    record_explanation(record, "disclosed", &result->disclosed);
    fuhe_record_close(record);
}

void fuhe_record_ladder(struct fuhe_record *record, const struct fuhe_result *result) {
    const struct fuhe_ladder *ladder = &result->ladder;

    if (result->review.state == FUHE_REVIEW_UNSCORED) {
        return;
    }
    fuhe_record_open(record, "ladder");
    fuhe_record_decimal(record, "full", ladder->full, 0);
    fuhe_record_decimal(record, "end", ladder->end, 2);
    fuhe_record_open_list(record, "steps");
    for (size_t i = 0; i < ladder->count; i++) {
        const struct fuhe_step *step = &ladder->steps[i];

        fuhe_record_open(record, "step");
        fuhe_record_word(record, "loss", fuhe_loss_name(step->loss));
        if (step->has_row) {
            fuhe_record_count(record, "row", step->row + 1);
        }
        if (step->rule != FUHE_RULE_NONE) {
            fuhe_record_word(record, "rule", fuhe_rule_name(step->rule));
        }
        fuhe_record_decimal(record, "points", step->points, 2);
        fuhe_record_decimal(record, "left", step->left, 2);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

static void record_unit_finding(struct fuhe_record *record, const struct fuhe_unit_finding *unit) {
    fuhe_record_finding(record, NULL, unit->address, &unit->finding);
    fuhe_record_open_list(record, "forms");
    for (size_t i = 0; unit->forms != NULL && i < unit->form_count; i++) {
        fuhe_record_open(record, "form");
        fuhe_record_count(record, "number", unit->forms[i] + 1);
        fuhe_record_text(record, "id", unit->form_ids[i]);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    fuhe_record_close(record);
}

void fuhe_record_unit(struct fuhe_record *record, const struct fuhe_report_options *options, const char *file,
                      const struct fuhe_unit_review *review) {
    fuhe_record_text(record, "file", fuhe_text_of(file));
    fuhe_record_count(record, "forms", review->form_count);
    fuhe_record_flag(record, "complete", review->complete);
    fuhe_record_open_list(record, "findings");
    for (size_t i = 0; i < review->finding_count; i++) {
        if (fuhe_report_shows(options, &review->findings[i].finding)) {
            record_unit_finding(record, &review->findings[i]);
        }
    }
    fuhe_record_close(record);
}

static void record_text_if(struct fuhe_record *record, const char *name, const char *text) {
    if (text[0] != '\0') {
        fuhe_record_text(record, name, fuhe_text_of(text));
    }
}

void fuhe_record_failure(struct fuhe_record *record, const char *file, const struct fuhe_error *error) {
    fuhe_record_text(record, "file", fuhe_text_of(file));
    fuhe_record_word(record, "problem", fuhe_problem_name(error->problem));
    if (error->line > 0) {
        fuhe_record_count(record, "line", error->line);
        fuhe_record_count(record, "column", error->column);
    }
    record_text_if(record, "subject", error->subject);
    record_text_if(record, "found", error->found);
    record_text_if(record, "expected", error->expected);
}

void fuhe_record_summary(struct fuhe_record *record, const struct fuhe_report_summary *summary) {
    fuhe_record_count(record, "files", summary->files);
    fuhe_record_count(record, "forms", summary->forms);
    fuhe_record_count(record, "unscored", summary->unscored);
    fuhe_record_count(record, "failures", summary->failures);
    fuhe_record_count(record, "errors", summary->findings[FUHE_SEVERITY_ERROR]);
    fuhe_record_count(record, "warnings", summary->findings[FUHE_SEVERITY_WARNING]);
    fuhe_record_count(record, "notes", summary->findings[FUHE_SEVERITY_NOTE]);
}
