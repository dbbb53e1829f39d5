/* SPDX-License-Identifier: Apache-2.0 */
/* 问题清单: a finding on a line, worst first within a form; what concerns whole files, and what could not be read. */
#include "report/messages.h"
#include "report/place.h"
#include "report/translate.h"
#include "workbook/tables.h"

enum column {
    NUMBER,
    PROJECT,
    DEPARTMENT,
    SEVERITY,
    TITLE,
    MESSAGE,
    CLAIMED,
    RECOMPUTED,
    DIFFERENCE,
    ADVICE,
    RULE,
    PLACE,
    CODE,
    FILE_NAME,
    COLUMN_COUNT
};

static const struct fuhe_column columns[COLUMN_COUNT] = {
    [NUMBER] = {N_("No."), 5, FUHE_LOOK_COUNT},
    [PROJECT] = {N_("Project name"), 20, FUHE_LOOK_TEXT},
    [DEPARTMENT] = {N_("Department or unit"), 16, FUHE_LOOK_TEXT},
    [SEVERITY] = {N_("Severity"), 9, FUHE_LOOK_WORD},
    [TITLE] = {N_("Kind of finding"), 14, FUHE_LOOK_TEXT},
    [MESSAGE] = {N_("What is wrong"), 44, FUHE_LOOK_TEXT},
    [CLAIMED] = {N_("As printed"), 11, FUHE_LOOK_NUMBER},
    [RECOMPUTED] = {N_("Compared with"), 11, FUHE_LOOK_NUMBER},
    [DIFFERENCE] = {N_("Difference"), 10, FUHE_LOOK_SIGNED},
    [ADVICE] = {N_("What to do"), 34, FUHE_LOOK_TEXT},
    [RULE] = {N_("Rule and clause"), 36, FUHE_LOOK_TEXT},
    [PLACE] = {N_("Place in the form"), 24, FUHE_LOOK_TEXT},
    [CODE] = {N_("Code"), 18, FUHE_LOOK_TEXT},
    [FILE_NAME] = {N_("File"), 30, FUHE_LOOK_TEXT},
};

static const fuhe_decimal zero;

void fuhe_findings_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit) {
    fuhe_sheet_add(sheet, kit, FUHE_SHEET_FINDINGS, columns, COLUMN_COUNT,
                   (struct fuhe_sheet_page){PROJECT + 1, PLACE});
}

static void write_figure(struct fuhe_sheet *sheet, size_t column, const struct fuhe_figure *figure) {
    fuhe_sheet_decimal(sheet, column, figure->present, figure->value);
}

/* What some findings hold as their second figure is a threshold, a weight, or one of several sums: not what the printed
 * one is to be, so it would mislead in a column beside it. */
static bool is_comparison(const struct fuhe_finding *finding) {
    static const enum fuhe_code others[] = {
        FUHE_CODE_REASON_MISSING,     FUHE_CODE_REASON_NEEDLESS,      FUHE_CODE_UNSPENT_FULL_OUTPUT,
        FUHE_CODE_OVER_COMPLETION,    FUHE_CODE_SATISFACTION_MISSING, FUHE_CODE_STATEMENT_FUNDS,
        FUHE_CODE_EXECUTION_OVER_100,
    };

    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (finding->code == others[i]) {
            return false;
        }
    }
    return finding->code != FUHE_CODE_CATEGORY_WEIGHT || finding->severity != FUHE_SEVERITY_NOTE;
}

static void write_figures(struct fuhe_sheet *sheet, const struct fuhe_finding *finding) {
    static const struct fuhe_figure none;
    const bool compared = is_comparison(finding);

    write_figure(sheet, CLAIMED, &finding->claimed);
    write_figure(sheet, RECOMPUTED, compared ? &finding->recomputed : &none);
    write_figure(sheet, DIFFERENCE, compared ? &finding->difference : &none);
}

static void write_words(struct fuhe_sheet *sheet, const struct fuhe_review *review,
                        const struct fuhe_finding *finding) {
    fuhe_sheet_word(sheet, SEVERITY, fuhe_message_severity(finding->severity));
    fuhe_sheet_word(sheet, TITLE, fuhe_message_title(finding->code));
    fuhe_message_finding(fuhe_sheet_scratch(sheet), review, finding);
    fuhe_sheet_put_scratch(sheet, MESSAGE);
    write_figures(sheet, finding);
    fuhe_sheet_word(sheet, ADVICE,
                    review == NULL ? fuhe_message_advice(finding->code) : fuhe_message_advice_on(review, finding));
}

/* "成本指标 / 办公经费3 / 自评得分", in a document with its address, else below it for who has the XML
 * "indicators/indicator[3]/@score 18:77" */
static void write_place(struct fuhe_sheet *sheet, const struct fuhe_form *form, const struct fuhe_finding *finding) {
    struct fuhe_output *scratch = fuhe_sheet_scratch(sheet);
    char path[FUHE_PATH_SIZE];

    fuhe_finding_path(finding, path);
    fuhe_message_place(scratch, form, finding);
    if (!fuhe_place_is_of_table(finding->place)) {
        fuhe_output_string(scratch, "\n");
        fuhe_output_string(scratch, path);
        fuhe_output_string(scratch, finding->place.line > 0 ? " " : "");
        fuhe_place_write(scratch, form, finding->place);
    }
    fuhe_sheet_put_scratch(sheet, PLACE);
}

static void end_line(struct fuhe_sheet *sheet, const char *code, const char *file) {
    fuhe_sheet_word(sheet, CODE, code);
    fuhe_sheet_word(sheet, FILE_NAME, fuhe_message_file(file));
    fuhe_sheet_next(sheet);
}

static void write_rule(struct fuhe_sheet *sheet, const struct fuhe_pack *pack, enum fuhe_rule rule) {
    struct fuhe_output *scratch = fuhe_sheet_scratch(sheet);

    if (rule != FUHE_RULE_NONE && pack->citations[rule].present) {
        fuhe_message_citation(scratch, &pack->citations[rule]);
    }
    fuhe_sheet_put_scratch(sheet, RULE);
}

static void write_finding(struct fuhe_sheet *sheet, const struct fuhe_result *result,
                          const struct fuhe_finding *finding, uint64_t page) {
    const struct fuhe_form *form = result->form;

    fuhe_sheet_count(sheet, NUMBER, page);
    fuhe_sheet_text(sheet, PROJECT, form->project.text);
    fuhe_sheet_text(sheet, DEPARTMENT, form->department.text.length > 0 ? form->department.text : form->unit.text);
    write_words(sheet, &result->review, finding);
    write_rule(sheet, result->review.pack, finding->rule);
    write_place(sheet, form, finding);
    end_line(sheet, fuhe_code_name(finding->code), result->file);
}

void fuhe_findings_write_form(struct fuhe_sheet *sheet, const struct fuhe_result *result, uint64_t page) {
    const struct fuhe_finding_list *findings = &result->review.findings;

    for (size_t severity = FUHE_SEVERITY_COUNT; severity-- > 0;) {
        for (size_t i = 0; i < findings->count; i++) {
            if (findings->items[i].severity == severity) {
                write_finding(sheet, result, &findings->items[i], page);
            }
        }
    }
}

/* The forms that a finding is about, by their numbers in the file. */
static void write_forms(struct fuhe_sheet *sheet, const struct fuhe_unit_finding *unit) {
    struct fuhe_output *scratch = fuhe_sheet_scratch(sheet);

    if (unit->forms != NULL && unit->form_count > 0) {
        fuhe_output_string(scratch, _("Forms of the file: "));
    }
    for (size_t i = 0; unit->forms != NULL && i < unit->form_count; i++) {
        fuhe_output_string(scratch, i == 0 ? "" : fuhe_message_list_separator());
        fuhe_output_size(scratch, unit->forms[i] + 1);
    }
    fuhe_sheet_put_scratch(sheet, PLACE);
}

void fuhe_findings_write_unit(struct fuhe_sheet *sheet, const char *file, const struct fuhe_unit_review *review) {
    for (size_t i = 0; i < review->finding_count; i++) {
        const struct fuhe_unit_finding *unit = &review->findings[i];

        fuhe_sheet_word(sheet, NUMBER, "");
        fuhe_sheet_word(sheet, PROJECT, _("(all forms of the file)"));
        fuhe_sheet_word(sheet, DEPARTMENT, "");
        write_words(sheet, NULL, &unit->finding);
        fuhe_sheet_word(sheet, RULE, "");
        write_forms(sheet, unit);
        end_line(sheet, fuhe_code_name(unit->finding.code), file);
    }
}

void fuhe_findings_write_failure(struct fuhe_sheet *sheet, const char *file, const struct fuhe_error *error) {
    fuhe_sheet_word(sheet, NUMBER, "");
    fuhe_sheet_word(sheet, PROJECT, _("(not read)"));
    fuhe_sheet_word(sheet, DEPARTMENT, "");
    fuhe_sheet_word(sheet, SEVERITY, _("not read"));
    fuhe_sheet_word(sheet, TITLE, _("file or form not read"));
    fuhe_message_error(fuhe_sheet_scratch(sheet), NULL, error);
    fuhe_sheet_put_scratch(sheet, MESSAGE);
    for (size_t column = CLAIMED; column <= DIFFERENCE; column++) {
        fuhe_sheet_decimal(sheet, column, false, zero);
    }
    fuhe_sheet_word(sheet, ADVICE, _("Correct the file and score it again; it is in no total."));
    fuhe_sheet_word(sheet, RULE, "");
    fuhe_sheet_word(sheet, PLACE, "");
    end_line(sheet, fuhe_problem_name(error->problem), file);
}

void fuhe_findings_finish(struct fuhe_sheet *sheet) {
    fuhe_sheet_mark_word(sheet, SEVERITY, fuhe_message_severity(FUHE_SEVERITY_ERROR), FUHE_MARK_RED);
    fuhe_sheet_mark_word(sheet, SEVERITY, fuhe_message_severity(FUHE_SEVERITY_WARNING), FUHE_MARK_YELLOW);
    fuhe_sheet_mark_word(sheet, SEVERITY, fuhe_message_severity(FUHE_SEVERITY_NOTE), FUHE_MARK_GREY);
    fuhe_sheet_mark_word(sheet, SEVERITY, _("not read"), FUHE_MARK_RED);
    fuhe_sheet_finish(sheet);
}
