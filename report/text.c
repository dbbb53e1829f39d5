/* SPDX-License-Identifier: Apache-2.0 */
/* The report for people: of each form first the verdict, then the reasons, worst first, then where the total comes
 * from, then the rows; at the end an overview of all forms. */
#include "report/text.h"

#include <stdlib.h>
#include <string.h>

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

void fuhe_text_style(struct fuhe_report *report, enum fuhe_text_style style) {
    static const char *const sequences[] = {
        [FUHE_STYLE_PLAIN] = "\033[0m",   [FUHE_STYLE_BOLD] = "\033[1m",  [FUHE_STYLE_RED] = "\033[31m",
        [FUHE_STYLE_YELLOW] = "\033[33m", [FUHE_STYLE_CYAN] = "\033[36m",
    };

    if (report->options.colour) {
        fuhe_output_string(report->output, sequences[style]);
    }
}

enum fuhe_text_style fuhe_text_style_of(enum fuhe_severity severity) {
    static const enum fuhe_text_style styles[FUHE_SEVERITY_COUNT] = {
        [FUHE_SEVERITY_NOTE] = FUHE_STYLE_CYAN,
        [FUHE_SEVERITY_WARNING] = FUHE_STYLE_YELLOW,
        [FUHE_SEVERITY_ERROR] = FUHE_STYLE_RED,
    };
    return styles[severity];
}

struct fuhe_output *fuhe_text_scratch(struct fuhe_report *report) {
    struct fuhe_text_state *state = report->state;

    fuhe_memory_output_reset(state->scratch);
    return &state->scratch->output;
}

void fuhe_text_paragraph(struct fuhe_report *report, size_t indent) {
    struct fuhe_text_state *state = report->state;

    fuhe_width_wrap(report->output, fuhe_memory_output_text(state->scratch), indent, fuhe_width_page());
    fuhe_output_char(report->output, '\n');
}

void fuhe_text_column(struct fuhe_report *report, size_t columns) {
    struct fuhe_text_state *state = report->state;

    fuhe_width_left(report->output, fuhe_memory_output_text(state->scratch), columns);
}

void fuhe_text_heading(struct fuhe_report *report, const char *heading) {
    fuhe_output_char(report->output, '\n');
    fuhe_text_style(report, FUHE_STYLE_BOLD);
    fuhe_output_string(report->output, heading);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
    fuhe_output_char(report->output, '\n');
}

void fuhe_text_signed(struct fuhe_output *output, fuhe_decimal value) {
    fuhe_output_string(output, value.scaled > 0 ? "+" : "");
    fuhe_output_decimal(output, value, 2);
}

static void text_begin(struct fuhe_report *report) {
    struct fuhe_text_state *state = calloc(1, sizeof *state);

    if (state != NULL) {
        state->scratch = fuhe_memory_output_new();
    }
    report->state = state;
    if (state == NULL || state->scratch == NULL) {
        report->output->status =
            fuhe_error_set(&report->output->error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
}

/* False when memory was out at the beginning: nothing is written then. */
static bool is_working(const struct fuhe_report *report) {
    const struct fuhe_text_state *state = report->state;

    return state != NULL && state->scratch != NULL;
}

static void write_rule(struct fuhe_report *report) {
    for (size_t i = 0; i < fuhe_width_page() / 2; i++) {
        fuhe_output_string(report->output, "──");
    }
    fuhe_output_char(report->output, '\n');
}

static void text_form(struct fuhe_report *report, const struct fuhe_result *result) {
    if (!is_working(report)) {
        return;
    }
    if (report->written > 0) {
        fuhe_output_char(report->output, '\n');
        write_rule(report);
    }
    fuhe_text_verdict(report, result);
    fuhe_text_findings(report, &result->review);
    fuhe_text_explanations(report, result);
    fuhe_text_rows(report, &result->review);
    if (report->options.explain) {
        fuhe_text_ladder(report, result);
    }
    fuhe_text_remember(report, result);
}

static void text_unit(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                      const struct fuhe_unit_review *review) {
    (void)document;
    if (is_working(report)) {
        fuhe_text_unit(report, file, review);
    }
}

/* What failed has been said on standard error when it happened; the closing lines count it. */
static void text_failure(struct fuhe_report *report, const char *file, const struct fuhe_error *error) {
    (void)report;
    (void)file;
    (void)error;
}

static void write_count(struct fuhe_report *report, const char *one, const char *many, size_t count) {
    char digits[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(FUHE_DECIMAL((int64_t)count), 0, digits);
    const struct fuhe_template_word words[] = {{"count", {digits, length}}, {NULL, {NULL, 0}}};

    fuhe_template_words(report->output, fuhe_translate_count(one, many, count), words);
}

static void write_counts(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    write_count(report, N_("{count} form"), N_("{count} forms"), summary->forms);
    write_count(report, N_(": {count} error"), N_(": {count} errors"), summary->findings[FUHE_SEVERITY_ERROR]);
    write_count(report, N_(", {count} warning"), N_(", {count} warnings"), summary->findings[FUHE_SEVERITY_WARNING]);
    write_count(report, N_(", {count} note"), N_(", {count} notes"), summary->findings[FUHE_SEVERITY_NOTE]);
}

static void write_summary(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    if (summary->forms > 0) {
        fuhe_output_char(report->output, '\n');
        write_counts(report, summary);
    } else {
        fuhe_output_string(report->output, _("No form was read"));
    }
    if (summary->unscored > 0) {
        write_count(report, N_("; {count} form not scored"), N_("; {count} forms not scored"), summary->unscored);
    }
    if (summary->failures > 0) {
        write_count(report, N_("; {count} file not read"), N_("; {count} files not read"), summary->failures);
    }
    fuhe_output_string(report->output, _("."));
    fuhe_output_char(report->output, '\n');
    if (summary->findings[FUHE_SEVERITY_ERROR] + summary->findings[FUHE_SEVERITY_WARNING] > 0) {
        fuhe_output_string(report->output,
                           _("On the left: line and column in the file. What a finding means: fuhe explain CODE\n"));
    }
}

static void text_end(struct fuhe_report *report, const struct fuhe_report_summary *summary) {
    if (is_working(report)) {
        fuhe_text_overview(report);
        write_summary(report, summary);
    }
    fuhe_text_forget(report);
}

const struct fuhe_report_format fuhe_report_text = {"text",       text_begin, text_form, text_unit,
                                                    text_failure, text_end,   NULL};
