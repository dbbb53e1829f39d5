/* SPDX-License-Identifier: Apache-2.0 */
/* The reasons: findings grouped by code, worst first. A group says what is wrong, where, the working and the rule
 * behind it, and what to do, each once. Then where the claimed and published totals come from. */
#include "report/messages.h"
#include "report/place.h"
#include "report/template.h"
#include "report/text.h"
#include "report/translate.h"
#include "report/width.h"

enum { GROUP_INDENT = 4, PLACE_COLUMNS = 8, SENTENCE_INDENT = GROUP_INDENT + PLACE_COLUMNS };

static bool is_of_group(const struct fuhe_report *report, const struct fuhe_finding *finding, enum fuhe_code code,
                        enum fuhe_severity severity) {
    return finding->code == code && finding->severity == severity && fuhe_report_shows(&report->options, finding);
}

static void indent(struct fuhe_report *report, size_t columns) {
    fuhe_width_spaces(report->output, columns);
}

/* Begins a sentence with its place: "18:77", line and column in the file, in a column of its own; an address is as long
 * as it is and stands in front of the sentence. Returns where that goes. form may be NULL. */
static struct fuhe_output *start_sentence(struct fuhe_report *report, const struct fuhe_form *form,
                                          struct fuhe_place place) {
    struct fuhe_output *scratch = fuhe_text_scratch(report);

    indent(report, GROUP_INDENT);
    fuhe_place_write(scratch, form, place);
    if (fuhe_place_is_of_table(place)) {
        fuhe_output_string(scratch, "  ");
        return scratch;
    }
    fuhe_text_column(report, PLACE_COLUMNS);
    return fuhe_text_scratch(report);
}

static void write_sentence(struct fuhe_report *report, const struct fuhe_review *review,
                           const struct fuhe_finding *finding) {
    struct fuhe_output *scratch = start_sentence(report, review == NULL ? NULL : review->form, finding->place);

    fuhe_message_finding(scratch, review, finding);
    fuhe_text_paragraph(report, SENTENCE_INDENT);
}

/* Whether the finding is about the score of a row: then its working is shown. */
static bool shows_working(const struct fuhe_finding *finding) {
    return finding->code == FUHE_CODE_ITEM_SCORE || finding->code == FUHE_CODE_ITEM_TRUNCATED ||
           finding->code == FUHE_CODE_FULL_MARKS_UNMET || finding->code == FUHE_CODE_SCORE_OVER_WEIGHT;
}

static void write_working(struct fuhe_report *report, const struct fuhe_review *review,
                          const struct fuhe_finding *finding) {
    struct fuhe_output *scratch = fuhe_text_scratch(report);

    if (!shows_working(finding) || finding->index >= review->row_count || !review->rows[finding->index].has_exact) {
        return;
    }
    fuhe_message_working(scratch, &review->rows[finding->index]);
    indent(report, SENTENCE_INDENT);
    fuhe_text_paragraph(report, SENTENCE_INDENT);
}

static void write_labelled(struct fuhe_report *report, const char *label, const char *text) {
    struct fuhe_output *scratch = fuhe_text_scratch(report);

    fuhe_output_string(scratch, label);
    fuhe_output_string(scratch, text);
    indent(report, SENTENCE_INDENT);
    fuhe_text_paragraph(report, SENTENCE_INDENT);
}

static void write_citation(struct fuhe_report *report, const struct fuhe_review *review,
                           const struct fuhe_finding *finding) {
    const struct fuhe_citation *citation = &review->pack->citations[finding->rule];

    if (finding->rule == FUHE_RULE_NONE || !citation->present) {
        return;
    }
    struct fuhe_output *scratch = fuhe_text_scratch(report);
    fuhe_output_string(scratch, _("Rule: "));
    fuhe_message_citation(scratch, citation);
    indent(report, SENTENCE_INDENT);
    fuhe_text_paragraph(report, SENTENCE_INDENT);
}

static void write_head(struct fuhe_report *report, enum fuhe_code code, enum fuhe_severity severity) {
    fuhe_output_string(report->output, "\n  ");
    fuhe_text_style(report, fuhe_text_style_of(severity));
    fuhe_output_string(report->output, fuhe_message_severity(severity));
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
    fuhe_output_string(report->output, "  ");
    fuhe_output_string(report->output, fuhe_message_title(code));
    fuhe_output_string(report->output, "  ");
    fuhe_output_string(report->output, fuhe_code_name(code));
    fuhe_output_char(report->output, '\n');
}

static const struct fuhe_finding *next_of_group(const struct fuhe_report *report, const struct fuhe_review *review,
                                                size_t *next, enum fuhe_code code, enum fuhe_severity severity) {
    while (*next < review->findings.count) {
        const struct fuhe_finding *finding = &review->findings.items[(*next)++];
        if (is_of_group(report, finding, code, severity)) {
            return finding;
        }
    }
    return NULL;
}

/* Of a name there is nothing to say but that it is vague: all of them share one sentence, at the place of the first. */
static void write_vague_names(struct fuhe_report *report, const struct fuhe_review *review,
                              const struct fuhe_finding *finding, size_t next) {
    const struct fuhe_finding *first = finding;
    struct fuhe_output *scratch = start_sentence(report, review->form, first->place);

    fuhe_message_row(scratch, review->form, first->index);
    while ((finding = next_of_group(report, review, &next, first->code, first->severity)) != NULL) {
        fuhe_output_string(scratch, fuhe_message_list_separator());
        fuhe_message_row(scratch, review->form, finding->index);
    }
    fuhe_output_string(scratch, _(": the name does not say what is measured."));
    fuhe_text_paragraph(report, SENTENCE_INDENT);
}

/* A rule is cited once, below the last of the findings in a row that it is behind. */
static void write_sentences(struct fuhe_report *report, const struct fuhe_review *review,
                            const struct fuhe_finding *finding, size_t next) {
    const struct fuhe_finding *const first = finding;

    while (finding != NULL) {
        const struct fuhe_finding *following = next_of_group(report, review, &next, first->code, first->severity);
        write_sentence(report, review, finding);
        write_working(report, review, finding);
        if (first->severity != FUHE_SEVERITY_NOTE && (following == NULL || following->rule != finding->rule)) {
            write_citation(report, review, finding);
        }
        finding = following;
    }
}

/* All findings of a code and severity; nothing when there are none. */
static void write_group(struct fuhe_report *report, const struct fuhe_review *review, enum fuhe_code code,
                        enum fuhe_severity severity) {
    size_t next = 0;
    const struct fuhe_finding *first = next_of_group(report, review, &next, code, severity);

    if (first == NULL) {
        return;
    }
    write_head(report, code, severity);
    if (code == FUHE_CODE_VAGUE_NAME) {
        write_vague_names(report, review, first, next);
    } else {
        write_sentences(report, review, first, next);
    }
    if (severity != FUHE_SEVERITY_NOTE) {
        write_labelled(report, _("To do: "), fuhe_message_advice_on(review, first));
    }
}

static void write_tally(struct fuhe_report *report, const struct fuhe_review *review) {
    size_t counts[FUHE_SEVERITY_COUNT] = {0};
    char digits[FUHE_SEVERITY_COUNT][FUHE_DECIMAL_TEXT_SIZE];
    fuhe_text texts[FUHE_SEVERITY_COUNT];
    struct fuhe_output *scratch = fuhe_text_scratch(report);

    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        counts[finding->severity] += fuhe_report_shows(&report->options, finding);
    }
    for (size_t i = 0; i < FUHE_SEVERITY_COUNT; i++) {
        texts[i] = (fuhe_text){digits[i], fuhe_decimal_format(FUHE_DECIMAL((int64_t)counts[i]), 0, digits[i])};
    }
    const struct fuhe_template_word words[] = {{"errors", texts[FUHE_SEVERITY_ERROR]},
                                               {"warnings", texts[FUHE_SEVERITY_WARNING]},
                                               {"notes", texts[FUHE_SEVERITY_NOTE]},
                                               {NULL, {NULL, 0}}};
    if (counts[FUHE_SEVERITY_ERROR] + counts[FUHE_SEVERITY_WARNING] + counts[FUHE_SEVERITY_NOTE] == 0) {
        fuhe_output_string(scratch, _("Findings: none"));
    } else {
        fuhe_template_words(scratch, _("Findings: errors {errors}, warnings {warnings}, notes {notes}"), words);
    }
    fuhe_output_char(report->output, '\n');
    fuhe_text_style(report, FUHE_STYLE_BOLD);
    fuhe_text_paragraph(report, 0);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
}

void fuhe_text_findings(struct fuhe_report *report, const struct fuhe_review *review) {
    write_tally(report, review);
    for (size_t severity = FUHE_SEVERITY_COUNT; severity-- > 0;) {
        for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
            write_group(report, review, (enum fuhe_code)code, (enum fuhe_severity)severity);
        }
    }
}

static void write_explanation(struct fuhe_report *report, const struct fuhe_review *review, const char *heading,
                              const struct fuhe_explanation *explanation) {
    char total[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_message_total(review, explanation->total, total);
    const struct fuhe_template_word words[] = {{"total", {total, length}}, {NULL, {NULL, 0}}};

    if (explanation->state == FUHE_EXPLANATION_NONE) {
        return;
    }
    fuhe_output_char(report->output, '\n');
    fuhe_text_style(report, FUHE_STYLE_BOLD);
    fuhe_template_words(report->output, heading, words);
    fuhe_text_style(report, FUHE_STYLE_PLAIN);
    fuhe_output_char(report->output, '\n');
    fuhe_message_explanation(fuhe_text_scratch(report), review, explanation);
    indent(report, 2);
    fuhe_text_paragraph(report, 2);
}

void fuhe_text_explanations(struct fuhe_report *report, const struct fuhe_result *result) {
    write_explanation(report, &result->review, _("Where the claimed total {total} may come from"), &result->claimed);
    write_explanation(report, &result->review, _("Where the published total {total} may come from"),
                      &result->disclosed);
}

/* "2 政府网站集约化平台等级保护测评经费": its number in the document and its name, or its id when that is not known. */
static void write_form(struct fuhe_report *report, const struct fuhe_unit_review *review,
                       const struct fuhe_unit_finding *unit, size_t i) {
    const char *project = fuhe_text_project(report, review->form_count, unit->forms[i]);
    struct fuhe_text_state *state = report->state;

    fuhe_output_size(&state->scratch->output, unit->forms[i] + 1);
    fuhe_output_char(&state->scratch->output, ' ');
    fuhe_output_text(&state->scratch->output, project == NULL ? unit->form_ids[i] : fuhe_text_of(project));
}

static void write_forms(struct fuhe_report *report, const struct fuhe_unit_review *review,
                        const struct fuhe_unit_finding *unit) {
    struct fuhe_output *scratch = fuhe_text_scratch(report);

    if (unit->forms == NULL || unit->form_count == 0) {
        return;
    }
    fuhe_output_string(scratch, _("Forms: "));
    for (size_t i = 0; i < unit->form_count; i++) {
        fuhe_output_string(scratch, i == 0 ? "" : fuhe_message_list_separator());
        write_form(report, review, unit, i);
    }
    indent(report, SENTENCE_INDENT);
    fuhe_text_paragraph(report, SENTENCE_INDENT);
}

static void write_unit_finding(struct fuhe_report *report, const struct fuhe_unit_review *review,
                               const struct fuhe_unit_finding *unit) {
    write_head(report, unit->finding.code, unit->finding.severity);
    write_sentence(report, NULL, &unit->finding);
    write_forms(report, review, unit);
    write_labelled(report, _("To do: "), fuhe_message_advice(unit->finding.code));
}

void fuhe_text_unit(struct fuhe_report *report, const char *file, const struct fuhe_unit_review *review) {
    bool any = false;

    for (size_t i = 0; i < review->finding_count; i++) {
        if (!fuhe_report_shows(&report->options, &review->findings[i].finding)) {
            continue;
        }
        if (!any) {
            fuhe_text_heading(report, _("All forms of the document together"));
            fuhe_output_string(report->output, "  ");
            fuhe_width_write(report->output, fuhe_text_of(file));
            fuhe_output_char(report->output, '\n');
            any = true;
        }
        write_unit_finding(report, review, &review->findings[i]);
    }
}
