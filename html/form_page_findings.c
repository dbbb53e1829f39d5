/* SPDX-License-Identifier: Apache-2.0 */
/* The findings, grouped by code, worst first: what is wrong, where, the working and the rule behind it, what to do. */
#include "html/findings_page.h"
#include "html/form_page_parts.h"
#include "report/messages.h"
#include "report/place.h"
#include "report/template.h"
#include "report/translate.h"

/* Whether the finding is about the score of a row: then its working is shown. */
static bool shows_working(const struct fuhe_review *review, const struct fuhe_finding *finding) {
    const bool about_score = finding->code == FUHE_CODE_ITEM_SCORE || finding->code == FUHE_CODE_ITEM_TRUNCATED ||
                             finding->code == FUHE_CODE_FULL_MARKS_UNMET ||
                             finding->code == FUHE_CODE_SCORE_OVER_WEIGHT;

    return about_score && finding->index < review->row_count && review->rows[finding->index].has_exact;
}

/* In words for who filled in the form, and in a document by its address; else path, line and column for who has its
 * file. */
static void write_place(struct fuhe_page *page, const struct fuhe_review *review, const struct fuhe_finding *finding) {
    struct fuhe_output *text = fuhe_page_text(page);
    char path[FUHE_PATH_SIZE];
    const bool is_row = finding->block == FUHE_BLOCK_INDICATOR;

    fuhe_finding_path(finding, path);
    fuhe_page_markup(page, "<br/><small>");
    if (is_row) {
        fuhe_page_markup(page, "<a href=\"#row-");
        fuhe_output_size(text, finding->index + 1);
        fuhe_page_markup(page, "\">");
    }
    fuhe_message_place(text, review->form, finding);
    fuhe_page_markup(page, is_row ? "</a></small>" : "</small>");
    if (fuhe_place_is_of_table(finding->place)) {
        return;
    }
    fuhe_page_markup(page, " <span class=\"place\">");
    fuhe_page_word(page, path);
    fuhe_page_word(page, finding->place.line > 0 ? " " : "");
    fuhe_place_write(text, review->form, finding->place);
    fuhe_page_markup(page, "</span>");
}

static void write_citation(struct fuhe_page *page, const struct fuhe_review *review,
                           const struct fuhe_finding *finding) {
    const struct fuhe_citation *citation = &review->pack->citations[finding->rule];

    if (finding->rule != FUHE_RULE_NONE && citation->present) {
        fuhe_page_markup(page, "<p><b>");
        fuhe_page_word(page, _("Rule: "));
        fuhe_page_markup(page, "</b>");
        fuhe_message_citation(fuhe_page_text(page), citation);
        fuhe_page_markup(page, "</p>\n");
    }
}

static void write_sentence(struct fuhe_page *page, const struct fuhe_review *review, const struct fuhe_finding *finding,
                           bool with_citation) {
    fuhe_page_markup(page, "<li>");
    fuhe_message_finding(fuhe_page_text(page), review, finding);
    write_place(page, review, finding);
    if (shows_working(review, finding)) {
        fuhe_page_markup(page, "<br/><span class=\"working\">");
        fuhe_message_working(fuhe_page_text(page), &review->rows[finding->index]);
        fuhe_page_markup(page, "</span>");
    }
    if (with_citation) {
        write_citation(page, review, finding);
    }
    fuhe_page_markup(page, "</li>\n");
}

static const struct fuhe_finding *next_of_group(const struct fuhe_review *review, size_t *next, enum fuhe_code code,
                                                enum fuhe_severity severity) {
    while (*next < review->findings.count) {
        const struct fuhe_finding *finding = &review->findings.items[(*next)++];
        if (finding->code == code && finding->severity == severity) {
            return finding;
        }
    }
    return NULL;
}

static void write_head(struct fuhe_page *page, const struct fuhe_finding *finding) {
    fuhe_page_markup(page, "<section class=\"finding ");
    fuhe_page_markup(page, fuhe_page_kind(finding->severity));
    fuhe_page_markup(page, "\"><h3>");
    fuhe_page_tag(page, fuhe_page_kind(finding->severity), fuhe_message_severity(finding->severity));
    fuhe_page_word(page, " ");
    fuhe_page_word(page, fuhe_message_title(finding->code));
    fuhe_page_markup(page, " <a class=\"code\" href=\"");
    fuhe_page_address(page, FUHE_PAGE_FINDINGS);
    fuhe_page_markup(page, "#");
    fuhe_page_markup(page, fuhe_code_name(finding->code));
    fuhe_page_markup(page, "\">");
    fuhe_page_markup(page, fuhe_code_name(finding->code));
    fuhe_page_markup(page, "</a></h3>\n<ul>\n");
}

/* Whether one rule is behind all findings of a group: then it is cited once, below them. */
static bool has_one_rule(const struct fuhe_review *review, const struct fuhe_finding *first) {
    size_t next = 0;

    for (const struct fuhe_finding *finding = first; finding != NULL;
         finding = next_of_group(review, &next, first->code, first->severity)) {
        if (finding->rule != first->rule) {
            return false;
        }
    }
    return true;
}

/* All findings of a code and severity; nothing when there are none. */
static void write_group(struct fuhe_form_parts *parts, enum fuhe_code code, enum fuhe_severity severity) {
    const struct fuhe_review *review = &parts->result->review;
    struct fuhe_page *page = parts->page;
    size_t next = 0;
    const struct fuhe_finding *first = next_of_group(review, &next, code, severity);

    if (first == NULL) {
        return;
    }
    const bool shares_rule = has_one_rule(review, first);
    write_head(page, first);
    for (const struct fuhe_finding *finding = first; finding != NULL;
         finding = next_of_group(review, &next, code, severity)) {
        write_sentence(page, review, finding, !shares_rule && severity != FUHE_SEVERITY_NOTE);
    }
    fuhe_page_markup(page, "</ul>\n");
    if (severity != FUHE_SEVERITY_NOTE) {
        if (shares_rule) {
            write_citation(page, review, first);
        }
        fuhe_page_markup(page, "<p><b>");
        fuhe_page_word(page, _("To do: "));
        fuhe_page_markup(page, "</b>");
        fuhe_page_word(page, fuhe_message_advice_on(review, first));
        fuhe_page_markup(page, "</p>\n");
    }
    fuhe_page_markup(page, "</section>\n");
}

static void write_heading(struct fuhe_page *page, const size_t counts[FUHE_SEVERITY_COUNT]) {
    char digits[FUHE_SEVERITY_COUNT][FUHE_DECIMAL_TEXT_SIZE];
    fuhe_text texts[FUHE_SEVERITY_COUNT];
    size_t all = 0;

    for (size_t i = 0; i < FUHE_SEVERITY_COUNT; i++) {
        texts[i] = (fuhe_text){digits[i], fuhe_decimal_format(FUHE_DECIMAL(counts[i]), 0, digits[i])};
        all += counts[i];
    }
    const struct fuhe_template_word words[] = {{"errors", texts[FUHE_SEVERITY_ERROR]},
                                               {"warnings", texts[FUHE_SEVERITY_WARNING]},
                                               {"notes", texts[FUHE_SEVERITY_NOTE]},
                                               {NULL, {NULL, 0}}};
    fuhe_page_markup(page, "<h2>");
    fuhe_template_words(
        fuhe_page_text(page),
        all == 0 ? _("Findings: none") : _("Findings: errors {errors}, warnings {warnings}, notes {notes}"), words);
    fuhe_page_markup(page, "</h2>\n");
}

void fuhe_form_page_findings(struct fuhe_form_parts *parts) {
    const struct fuhe_finding_list *findings = &parts->result->review.findings;
    size_t counts[FUHE_SEVERITY_COUNT] = {0};
    bool given[FUHE_CODE_COUNT] = {false};

    for (size_t i = 0; i < findings->count; i++) {
        counts[findings->items[i].severity]++;
        given[findings->items[i].code] = true;
    }
    write_heading(parts->page, counts);
    for (size_t severity = FUHE_SEVERITY_COUNT; severity-- > 0;) {
        for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
            if (given[code]) {
                write_group(parts, (enum fuhe_code)code, (enum fuhe_severity)severity);
            }
        }
    }
}
