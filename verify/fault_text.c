/* SPDX-License-Identifier: Apache-2.0 */
/* Faults and the verdict, for people. */
#include <stdio.h>
#include <string.h>

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"
#include "verify/fault.h"

/* --- words --- */

static const struct {
    const char *field;
    const char *name;
} names[] = {
    {"verified", N_("verified total")},
    {"claimed", N_("claimed total")},
    {"grade", N_("recommended grade")},
    {"grade_claimed", N_("claimed grade")},
    {"state", N_("state")},
    {"deviation", N_("deviation")},
    {"rate", N_("deviation rate")},
    {"firmness", N_("firmness of the grade")},
    {"budget", N_("budget")},
    {"codes", N_("kinds of findings")},
    {"errors", N_("number of errors")},
    {"warnings", N_("number of warnings")},
    {"notes", N_("number of notes")},
    {"findings", N_("findings")},
    {"risk", N_("risk")},
    {"project", N_("project")},
    {"id", N_("id")},
    {"year", N_("year")},
    {"kind", N_("kind of form")},
    {"department", N_("department")},
    {"rules", N_("rule pack")},
    {"rules_version", N_("version of the rule pack")},
    {"rules_sha256", N_("content of the rule pack (SHA-256)")},
    {"cells", N_("cells of the form")},
    {"place", N_("place in the document")},
    {"whole", N_("whether all of it could be read")},
    {"around", N_("what stands around the forms")},
};

static const char *name_of(const char *field) {
    for (size_t i = 0; field != NULL && i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(field, names[i].field) == 0) {
            return _(names[i].name);
        }
    }
    return field == NULL ? "" : field;
}

/* The sentence of each kind; that of a form or failure depends on what is known. */
static const char *const sentences[] = {
    [FUHE_FAULT_ENGINE] = N_("the results are those of fuhe {says}, this is fuhe {should}: only version {says} can "
                             "derive them again"),
    [FUHE_FAULT_PACK] = N_("rule pack {file}: its text in the store was changed; nothing can be derived by it"),
    [FUHE_FAULT_STORE] = N_("the store does not hold together: {says}"),
    [FUHE_FAULT_DOCUMENT_MISSING] = N_("{file}: cannot be read: {says}; forms that cannot be derived again: {forms}"),
    [FUHE_FAULT_DOCUMENT_CHANGED] =
        N_("{file}: changed since it was scored; forms that give the same: {held} of {forms}"),
    [FUHE_FAULT_DOCUMENT] = N_("{file}: the document is unchanged, the store says something else of it: {field}"),
    [FUHE_FAULT_FORM] = N_("{file}, form {form} {name}: {field}: reported {says}, derived {should}"),
    [FUHE_FAULT_FORM_GONE] = N_("{file}, form {form} {name}: not in the document any more"),
    [FUHE_FAULT_FORM_NEW] = N_("{file}, form {form} {name}: is in the document, but not in the report"),
    [FUHE_FAULT_FAILURE] = N_("{file}: what could not be read: reported {says}, found {should}"),
    [FUHE_FAULT_MANIFEST_MISSING] =
        N_("the report has no {file}: nothing says what its files were when they were made"),
    [FUHE_FAULT_LINE_CHANGED] = N_("{file}, line {line}: says {says}, should say {should}"),
    [FUHE_FAULT_LINE_MISSING] = N_("{file}, line {line} is missing: {should}"),
    [FUHE_FAULT_LINE_ADDED] = N_("{file}, line {line} was added: {says}"),
    [FUHE_FAULT_FILE_CHANGED] = N_("{file}: changed since it was made"),
    [FUHE_FAULT_FILE_MISSING] = N_("{file}: missing"),
    [FUHE_FAULT_FILE_ADDED] = N_("{file}: not of this report"),
};

static bool is_bare_form(const struct fuhe_fault *fault) {
    return fault->kind == FUHE_FAULT_FORM && fault->says.length + fault->should.length == 0;
}

static const char *sentence_of(const struct fuhe_fault *fault) {
    if (fault->kind == FUHE_FAULT_FAILURE && fault->should.length == 0) {
        return _("{file}: it could not be read when it was scored ({says}), now it can");
    }
    if (fault->kind == FUHE_FAULT_FAILURE && fault->says.length == 0) {
        return _("{file}: it could be read when it was scored, now it cannot ({should})");
    }
    return is_bare_form(fault) ? _("{file}, form {form} {name}: other than derived: {field}")
                               : _(sentences[fault->kind]);
}

static void write_shown(struct fuhe_output *output, fuhe_text text) {
    if (text.length == 0) {
        fuhe_output_string(output, _("(nothing)"));
    } else {
        fuhe_width_write(output, text);
    }
}

/* What the system says is said in the language of the reader. */
static fuhe_text says_of(const struct fuhe_fault *fault, char *copy, size_t size) {
    if (fault->kind != FUHE_FAULT_DOCUMENT_MISSING || fault->says.length == 0) {
        return fault->says;
    }
    if (fuhe_problem_find(fault->says.bytes, fault->says.length) == FUHE_PROBLEM_CONVERT_MISSING) {
        return fuhe_text_of(_("LibreOffice (soffice), which converted it, is not found"));
    }
    (void)snprintf(copy, size, "%.*s", (int)fault->says.length, fault->says.bytes);
    return fuhe_text_of(fuhe_message_system(copy));
}

static bool write_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct fuhe_fault *fault = context;
    char copy[256];
    const struct {
        const char *name;
        uint64_t value;
    } counts[] = {{"line", fault->line}, {"form", fault->form}, {"forms", fault->forms}, {"held", fault->held}};
    const struct {
        const char *name;
        fuhe_text value;
    } texts[] = {{"file", fault->file},
                 {"says", says_of(fault, copy, sizeof copy)},
                 {"should", fault->should},
                 {"field", fuhe_text_of(name_of(fault->field))},
                 {"name", fault->project.length > 0 ? fault->project : fault->id}};

    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        if (fuhe_text_equals(name, fuhe_text_of(counts[i].name))) {
            fuhe_output_size(output, (size_t)counts[i].value);
            return true;
        }
    }
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (fuhe_text_equals(name, fuhe_text_of(texts[i].name))) {
            write_shown(output, texts[i].value);
            return true;
        }
    }
    return false;
}

void fuhe_fault_write_text(struct fuhe_output *output, const struct fuhe_fault *fault) {
    fuhe_output_string(output, "  ");
    fuhe_template_write(output, sentence_of(fault), write_value, fault);
    if (fault->kind == FUHE_FAULT_FORM && fault->fields > 1) {
        fuhe_output_string(output, _(" (and more of the same form)"));
    }
    fuhe_output_char(output, '\n');
}

/* --- the verdict --- */

static bool write_total(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct fuhe_verify_totals *totals = context;
    const struct {
        const char *name;
        uint64_t value;
    } counts[] = {{"wrong", totals->faults[FUHE_FAULT_WRONG]},
                  {"missing", totals->faults[FUHE_FAULT_MISSING]},
                  {"documents", totals->documents},
                  {"changed", totals->documents_changed},
                  {"lost", totals->documents_missing},
                  {"forms", totals->forms},
                  {"good", totals->forms - totals->forms_wrong - totals->forms_missing},
                  {"files", totals->files},
                  {"lines", totals->lines}};

    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        if (fuhe_text_equals(name, fuhe_text_of(counts[i].name))) {
            fuhe_output_size(output, (size_t)counts[i].value);
            return true;
        }
    }
    if (fuhe_text_equals(name, FUHE_TEXT("manifest"))) {
        fuhe_output_string(output, totals->manifest);
        return true;
    }
    return false;
}

static void write_sentence(struct fuhe_output *output, const char *sentence, const struct fuhe_verify_totals *totals) {
    fuhe_template_write(output, sentence, write_total, totals);
    fuhe_output_char(output, '\n');
}

static const char *verdict_of(const struct fuhe_verify_totals *totals) {
    const bool is_wrong = totals->faults[FUHE_FAULT_WRONG] > 0;
    const bool is_missing = totals->faults[FUHE_FAULT_MISSING] > 0;

    if (is_wrong) {
        return is_missing ? _("Does not hold; differences: {wrong}. Could not be verified: {missing}.")
                          : _("Does not hold; differences: {wrong}.");
    }
    return is_missing ? _("Not all of it could be verified; gaps: {missing}. The rest holds.") : _("Everything holds.");
}

static void write_report(struct fuhe_output *output, const struct fuhe_verify_totals *totals) {
    if (!totals->has_report) {
        write_sentence(output, _("There is no report: only the results of the batch were verified."), totals);
        return;
    }
    if (totals->has_tables) {
        write_sentence(output, _("Lines of tables derived again: {lines}."), totals);
    }
    if (totals->has_manifest) {
        write_sentence(output, _("Files of the report held against its manifest: {files}."), totals);
        write_sentence(output, _("SHA-256 of manifest.jsonl: {manifest}"), totals);
    }
}

void fuhe_verify_write_verdict(struct fuhe_output *output, const struct fuhe_verify_totals *totals) {
    write_sentence(output, verdict_of(totals), totals);
    if (totals->has_documents) {
        write_sentence(output,
                       _("Forms derived again from their documents: {good} of {forms}; documents {documents}, changed "
                         "{changed}, missing {lost}."),
                       totals);
    }
    if (totals->documents_missing > 0) {
        write_sentence(output, _("Documents that were moved are found with --inputs DIR."), totals);
    }
    write_report(output, totals);
}
