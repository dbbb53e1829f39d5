/* SPDX-License-Identifier: Apache-2.0 */
/* What was found in a document, in a line a form, and under it what a person must look at. */
#include "cli/import_text.h"

#include "report/memory_output.h"
#include "report/translate.h"
#include "report/width.h"

/* --- doubts ------------------------------------------------------------------------------------------------------ */

static bool is_shown(const struct fuhe_mark *mark, bool all) {
    return mark->sureness == FUHE_SURE_UNSURE || (all && mark->sureness == FUHE_SURE_LIKELY);
}

static void write_doubt(struct fuhe_output *output, const struct fuhe_mark *mark) {
    const bool quoted = mark->text.length > 0 && mark->text.length <= 90 && !fuhe_mark_is_of_row(mark);
    const bool role = mark->role != FUHE_ROLE_NONE && !fuhe_mark_is_of_row(mark);
    const struct fuhe_template_word words[] = {
        {"role", fuhe_text_of(fuhe_import_role(mark->role))},
        {"why", fuhe_text_of(fuhe_import_why(mark->why))},
        {"text", mark->text},
        {NULL, {NULL, 0}},
    };

    fuhe_import_place(output, mark);
    fuhe_output_string(output, _(": "));
    fuhe_import_fill(output, role ? _("{role}: {why}") : "{why}", words);
    fuhe_import_fill(output, quoted ? _(" (“{text}”)") : "", words);
}

bool fuhe_import_write_doubts(struct fuhe_output *output, const struct fuhe_recognised *form, bool all) {
    struct fuhe_memory_output *scratch = fuhe_memory_output_new();

    for (size_t i = 0; scratch != NULL && i < form->mark_count; i++) {
        const struct fuhe_mark *mark = &form->marks[i];
        if (!is_shown(mark, all) || fuhe_mark_says_it_again(form->marks, i)) {
            continue;
        }
        fuhe_memory_output_reset(scratch);
        write_doubt(&scratch->output, mark);
        fuhe_output_string(output, mark->sureness == FUHE_SURE_UNSURE ? "    ? " : "    ~ ");
        fuhe_width_wrap(output, fuhe_memory_output_text(scratch), 6, fuhe_width_page());
        fuhe_output_char(output, '\n');
    }
    fuhe_memory_output_free(scratch);
    return scratch != NULL;
}

/* --- summary ----------------------------------------------------------------------------------------------------- */

/* Rows and cells that are only likely, or not read. */
static size_t count_likely(const struct fuhe_recognised *form) {
    size_t count = 0;

    for (size_t i = 0; i < form->mark_count; i++) {
        count += form->marks[i].sureness == FUHE_SURE_LIKELY && !fuhe_mark_says_it_again(form->marks, i);
    }
    return count;
}

static void write_form(struct fuhe_output *output, const struct fuhe_recognised *recognised) {
    const struct fuhe_form *form = &recognised->form;
    const size_t likely = count_likely(recognised);
    char numbers[3][FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        fuhe_import_number("likely", likely, numbers[2]),
        {"project", form->project.text.length > 0 ? form->project.text : fuhe_text_of(_("(without a name)"))},
        {"total", form->total_claimed.text.length > 0 ? form->total_claimed.text : FUHE_TEXT("—")},
        fuhe_import_number("indicators", form->indicator_count, numbers[0]),
        fuhe_import_number("funds", form->fund_count, numbers[1]),
        {NULL, {NULL, 0}},
    };

    fuhe_output_string(output, recognised->needs_look ? "  ? " : "    ");
    fuhe_width_left(output, form->id.text, 9);
    fuhe_output_char(output, ' ');
    fuhe_import_fill(output, _("{project}: indicators {indicators}, fund rows {funds}, total {total}"), words);
    fuhe_import_fill(output, likely > 0 ? _("; ~ {likely}, see --show") : "", words);
    fuhe_output_char(output, '\n');
    (void)fuhe_import_write_doubts(output, recognised, false);
}

static void write_narrative(struct fuhe_output *output, const struct fuhe_narrative *item) {
    const struct fuhe_place *place = &item->disclosed.place;
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        fuhe_import_number("line", place->line, number),
        {"name", item->disclosed.name.text},
        {"form", item->form == NULL ? (fuhe_text){NULL, 0} : item->form->form.id.text},
        {NULL, {NULL, 0}},
    };

    if (item->form != NULL && !item->by_figures) {
        return;
    }
    fuhe_output_string(output, item->form == NULL ? "  ? " : "  ~ ");
    fuhe_import_fill(output, place->line > 0 ? _("narrative item in line {line}") : _("narrative item"), words);
    fuhe_import_fill(output,
                     item->form == NULL
                         ? _(": {name}: no form has this name, nor this total and money alone; it is not taken over\n")
                         : _(": {name}: no form has this name; total and money are those of {form}\n"),
                     words);
}

static fuhe_text or_dash(const struct fuhe_cell *cell) {
    return cell->text.length > 0 ? cell->text : FUHE_TEXT("—");
}

static void write_statement(struct fuhe_output *output, const struct fuhe_recognition *recognition) {
    const struct fuhe_statement *statement = &recognition->document.statement;
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        fuhe_import_number("line", statement->place.line, number),
        {"projects", or_dash(&statement->projects)},
        {"money", or_dash(&statement->funds)},
        {"unit", statement->unit.text},
        {"share", or_dash(&statement->share)},
        {"spending", or_dash(&statement->spending)},
        {NULL, {NULL, 0}},
    };

    if (statement->present) {
        fuhe_output_string(output, "    ");
        fuhe_import_fill(output, statement->place.line > 0 ? _("statement in line {line}") : _("statement"), words);
        fuhe_import_fill(output,
                         _(": projects {projects}, money {money} {unit}, share {share} %, project spending "
                           "{spending}\n"),
                         words);
    }
    if (recognition->statement_is_unclear) {
        fuhe_output_string(output, _("  ? the text has several statements or amounts of project spending that differ; "
                                     "compare what was taken with the document\n"));
    }
}

bool fuhe_import_needs_look(const struct fuhe_recognition *recognition) {
    bool needs = recognition->statement_is_unclear;

    for (size_t i = 0; i < recognition->form_count && !needs; i++) {
        needs = recognition->forms[i]->needs_look;
    }
    for (size_t i = 0; i < recognition->narrative_count && !needs; i++) {
        needs = recognition->narratives[i].form == NULL;
    }
    return needs;
}

static void write_left_out(struct fuhe_output *output, const char *message, size_t count) {
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {fuhe_import_number("count", count, number), {NULL, {NULL, 0}}};

    if (count > 0) {
        fuhe_import_fill(output, message, words);
    }
}

void fuhe_import_write_summary(struct fuhe_output *output, const char *path, const struct fuhe_intake *intake) {
    const struct fuhe_recognition *recognition = &intake->recognition;

    char numbers[4][FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"document", fuhe_text_of(path)},
        {"kind", fuhe_text_of(intake->kind)},
        fuhe_import_number("forms", recognition->form_count, numbers[0]),
        fuhe_import_number("items", recognition->narrative_count, numbers[1]),
        fuhe_import_number("statements", recognition->document.statement.present, numbers[2]),
        fuhe_import_number("tables", recognition->other_tables, numbers[3]),
        {NULL, {NULL, 0}},
    };

    fuhe_import_fill(output,
                     _("{document} ({kind}): forms {forms}, narrative items {items}, statements {statements}, "
                       "tables that are no forms {tables}\n"),
                     words);
    write_left_out(output, _("  ~ hidden sheets that were not read: {count}\n"), intake->document.hidden_sheets);
    write_left_out(output, _("  ~ documents within it that were not read: {count}\n"),
                   intake->document.embedded_documents);
    write_left_out(output, _("  ~ text boxes that were not read: {count}\n"), intake->document.text_boxes);
    for (size_t i = 0; i < recognition->form_count; i++) {
        write_form(output, recognition->forms[i]);
    }
    for (size_t i = 0; i < recognition->narrative_count; i++) {
        write_narrative(output, &recognition->narratives[i]);
    }
    write_statement(output, recognition);
}
