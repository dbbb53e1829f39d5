/* SPDX-License-Identifier: Apache-2.0 */
/* The page of a form, from what it is about to what backs it: whoever reads only the first screen knows the verdict. */
#include "html/form_page.h"

#include "html/form_page_parts.h"
#include "report/messages.h"
#include "report/place.h"
#include "report/template.h"
#include "report/translate.h"

fuhe_text fuhe_form_page_department(const struct fuhe_form *form) {
    const fuhe_text name = form->department.text.length > 0 ? form->department.text : form->unit.text;

    return name.length > 0 ? name : fuhe_text_of(_("(no department named)"));
}

fuhe_text fuhe_form_page_project(const struct fuhe_form *form) {
    return form->project.text.length > 0 ? form->project.text : fuhe_text_of(_("(no project name)"));
}

static void write_turn(struct fuhe_page *page, uint64_t number, const char *relation, const char *label) {
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_form(number, address);
    fuhe_page_markup(page, "<a rel=\"");
    fuhe_page_markup(page, relation);
    fuhe_page_markup(page, "\" href=\"");
    fuhe_page_address(page, address);
    fuhe_page_markup(page, "\">");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</a>");
}

/* To the forms before and behind this one. */
static void write_turns(struct fuhe_page *page, const struct fuhe_form_place *place) {
    char number[FUHE_DECIMAL_TEXT_SIZE];
    char count[FUHE_DECIMAL_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"number", {number, fuhe_decimal_format(FUHE_DECIMAL(place->page), 0, number)}},
        {"count", {count, fuhe_decimal_format(FUHE_DECIMAL(place->pages), 0, count)}},
        {NULL, {NULL, 0}},
    };

    fuhe_page_markup(page, "<nav class=\"turn screen\" aria-label=\"");
    fuhe_page_word(page, _("Forms in their order"));
    fuhe_page_markup(page, "\"><p>");
    if (place->page > 1) {
        write_turn(page, place->page - 1, "prev", _("‹ Previous form"));
    }
    fuhe_page_markup(page, " <span>");
    fuhe_template_words(fuhe_page_text(page), _("Form {number} of {count}"), words);
    fuhe_page_markup(page, "</span> ");
    if (place->page < place->pages) {
        write_turn(page, place->page + 1, "next", _("Next form ›"));
    }
    fuhe_page_markup(page, "</p></nav>\n");
}

static void write_fact(struct fuhe_page *page, const char *label, fuhe_text text) {
    if (text.length > 0) {
        fuhe_page_markup(page, "<div><dt>");
        fuhe_page_word(page, label);
        fuhe_page_markup(page, "</dt><dd>");
        fuhe_page_write(page, text);
        fuhe_page_markup(page, "</dd></div>");
    }
}

static void write_file(struct fuhe_page *page, const struct fuhe_result *result) {
    struct fuhe_output *text = fuhe_page_text(page);

    fuhe_page_markup(page, "<div><dt>");
    fuhe_page_word(page, fuhe_place_is_of_table(result->form->place) ? _("File and place") : _("File and line"));
    fuhe_page_markup(page, "</dt><dd>");
    fuhe_page_word(page, fuhe_message_file(result->file));
    fuhe_place_write_start(text, result->form);
    fuhe_page_markup(page, "</dd></div>");
}

static void write_identity(struct fuhe_page *page, const struct fuhe_result *result) {
    const struct fuhe_form *form = result->form;

    fuhe_page_markup(page, "<dl class=\"facts\">");
    write_fact(page, _("Department"), form->department.text);
    write_fact(page, _("Unit"), form->unit.text);
    write_fact(page, _("Year"), form->year.text);
    write_fact(page, _("Form id"), form->id.text);
    write_file(page, result);
    fuhe_page_markup(page, "</dl>\n");
}

static enum fuhe_status write_parts(struct fuhe_page *page, const struct fuhe_result *result,
                                    const struct fuhe_form_place *place, struct fuhe_error *err) {
    struct fuhe_form_parts parts;

    fuhe_form_parts_init(&parts, page, result);
    fuhe_form_page_verdict(&parts);
    fuhe_form_page_explanations(&parts);
    fuhe_form_page_findings(&parts);
    fuhe_form_page_rows(&parts);
    fuhe_form_page_ladder(&parts);
    fuhe_form_page_funds(&parts);
    fuhe_form_page_goal(&parts);
    FUHE_TRY(fuhe_form_page_beside(&parts, place, err));
    fuhe_form_page_rules(&parts);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_form_page_write(struct fuhe_page *page, const struct fuhe_result *result,
                                      const struct fuhe_form_place *place, struct fuhe_error *err) {
    char address[FUHE_ADDRESS_SIZE];
    char department[FUHE_ADDRESS_SIZE];
    const struct fuhe_page_step way[] = {{department, fuhe_form_page_department(result->form)}, {NULL, {NULL, 0}}};
    const struct fuhe_page_head head = {.address = address, .title = fuhe_form_page_project(result->form), .way = way};

    fuhe_address_form(place->page, address);
    fuhe_address_department(place->department, 1, department);
    FUHE_TRY(fuhe_page_open(page, &head, err));
    write_turns(page, place);
    write_identity(page, result);
    FUHE_TRY(write_parts(page, result, place, err));
    return fuhe_page_close(page, err);
}
