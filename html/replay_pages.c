/* SPDX-License-Identifier: Apache-2.0 */
/* Rows for what could not be scored or read and why, and for what whole documents show. A row never grows without
 * bounds: of many findings or forms it names the first ones and how many more there are. */
#include "html/replay_pages.h"

#include "html/figures.h"
#include "report/messages.h"
#include "report/translate.h"

enum { REASONS_MAX = 5, FORMS_MAX = 20 };

static const struct fuhe_page_column unscored_columns[] = {
    {N_("File"), ""},
    {N_("Form"), ""},
    {N_("Reason, and what to do"), "wide"},
    {NULL, NULL},
};

static const struct fuhe_page_column document_columns[] = {
    {N_("File"), ""},  {N_("Finding"), ""}, {N_("What it shows, and what to do"), "wide"},
    {N_("Forms"), ""}, {NULL, NULL},
};

const struct fuhe_parts_plan fuhe_unscored_plan = {
    .first = "unscored.html",
    .stem = "unscored/",
    .title = N_("Not scored or not readable"),
    .lead = N_("What has no score, where it lies, why, and what to do. It counts neither as zero nor as full marks."),
    .nothing = N_("Every form could be read and scored, at least in part."),
    .caption = N_("Files and forms without a score, in the order of the input"),
    .columns = unscored_columns,
};

const struct fuhe_parts_plan fuhe_documents_plan = {
    .first = "documents.html",
    .stem = "documents/",
    .title = N_("What whole documents show"),
    .lead =
        N_("Projects that came in more than once, and findings that only all forms of a document together can give: "
           "repeated projects, copied goals, figures that the department stated as a whole."),
    .nothing = N_("No document shows anything beyond its single forms."),
    .caption = N_("Findings over all forms of a document"),
    .columns = document_columns,
};

static void write_more(struct fuhe_page *page, size_t count) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(count)}, {NULL, {{0}}}};

    fuhe_figures_words(page, _("and {count} more"), words);
}

static void write_advice(struct fuhe_page *page, enum fuhe_code code) {
    fuhe_page_markup(page, " <span class=\"soft\">");
    fuhe_page_word(page, fuhe_message_advice(code));
    fuhe_page_markup(page, "</span>");
}

static void open_row(struct fuhe_page *page, const char *file) {
    fuhe_page_markup(page, "<tr><th scope=\"row\">");
    fuhe_page_word(page, fuhe_message_file(file));
    fuhe_page_markup(page, "</th>");
}

/* --- not scored --- */

static void write_form(struct fuhe_page *page, const struct fuhe_result *result, uint64_t number) {
    const fuhe_text project = result->form->project.text;
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_form(number, address);
    fuhe_page_markup(page, "<td>");
    fuhe_page_link(page, address,
                   project.length > 0                 ? project
                   : result->form->id.text.length > 0 ? result->form->id.text
                                                      : fuhe_text_of(_("without a name")));
    fuhe_page_markup(page, "</td>");
}

static void write_reasons(struct fuhe_page *page, const struct fuhe_review *review) {
    size_t count = 0;

    fuhe_page_markup(page, "<td class=\"wide\"><ul>");
    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        if (finding->severity != FUHE_SEVERITY_ERROR || count++ >= REASONS_MAX) {
            continue;
        }
        fuhe_page_markup(page, "<li>");
        fuhe_message_finding(fuhe_page_text(page), review, finding);
        write_advice(page, finding->code);
        fuhe_page_markup(page, "</li>");
    }
    if (count > REASONS_MAX || count == 0) {
        fuhe_page_markup(page, "<li>");
        count == 0 ? fuhe_page_word(page, _("Nothing on the form could be evaluated."))
                   : write_more(page, count - REASONS_MAX);
        fuhe_page_markup(page, "</li>");
    }
    fuhe_page_markup(page, "</ul></td></tr>\n");
}

enum fuhe_status fuhe_unscored_add_form(struct fuhe_parts *parts, const struct fuhe_result *result, uint64_t page,
                                        struct fuhe_error *err) {
    FUHE_TRY(fuhe_parts_next(parts, err));
    open_row(parts->page, result->file);
    write_form(parts->page, result, page);
    write_reasons(parts->page, &result->review);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_unscored_add_failure(struct fuhe_parts *parts, const char *file, const struct fuhe_error *error,
                                           struct fuhe_error *err) {
    FUHE_TRY(fuhe_parts_next(parts, err));
    open_row(parts->page, file);
    fuhe_page_markup(parts->page, "<td>—</td><td class=\"wide\">");
    fuhe_message_error(fuhe_page_text(parts->page), NULL, error);
    fuhe_page_markup(parts->page, "</td></tr>\n");
    return FUHE_STATUS_OK;
}

/* --- documents --- */

static void write_finding_forms(struct fuhe_page *page, const struct fuhe_unit_finding *finding) {
    const size_t named = finding->form_count < FORMS_MAX ? finding->form_count : FORMS_MAX;

    fuhe_page_markup(page, "<td>");
    if (finding->forms == NULL) {
        fuhe_page_word(page, _("all"));
    }
    for (size_t i = 0; i < named && finding->forms != NULL; i++) {
        fuhe_page_word(page, i == 0 ? "" : fuhe_message_list_separator());
        if (finding->form_ids[i].length > 0) {
            fuhe_page_write(page, finding->form_ids[i]);
        } else {
            fuhe_page_word(page, _("form "));
            fuhe_output_size(fuhe_page_text(page), finding->forms[i] + 1);
        }
    }
    if (finding->forms != NULL && finding->form_count > named) {
        fuhe_page_word(page, fuhe_message_list_separator());
        write_more(page, finding->form_count - named);
    }
    fuhe_page_markup(page, "</td></tr>\n");
}

static void write_finding(struct fuhe_page *page, const struct fuhe_unit_finding *finding) {
    fuhe_page_markup(page, "<td>");
    fuhe_page_tag(page, fuhe_page_kind(finding->finding.severity), fuhe_message_severity(finding->finding.severity));
    fuhe_page_markup(page, " ");
    fuhe_page_word(page, fuhe_message_title(finding->finding.code));
    fuhe_page_markup(page, "</td><td class=\"wide\">");
    fuhe_message_finding(fuhe_page_text(page), NULL, &finding->finding);
    write_advice(page, finding->finding.code);
    fuhe_page_markup(page, "</td>");
    write_finding_forms(page, finding);
}

enum fuhe_status fuhe_documents_add(struct fuhe_parts *parts, const char *file, const struct fuhe_unit_review *review,
                                    struct fuhe_error *err) {
    for (size_t i = 0; i < review->finding_count; i++) {
        FUHE_TRY(fuhe_parts_next(parts, err));
        open_row(parts->page, file);
        write_finding(parts->page, &review->findings[i]);
    }
    return FUHE_STATUS_OK;
}
