/* SPDX-License-Identifier: Apache-2.0 */
/* 说明: what the file is, whether the run was complete, and what the columns of the other sheets mean. */
#include "crosscheck/crosscheck_words.h"
#include "report/template.h"
#include "report/translate.h"
#include "sample/sample_words.h"
#include "stats/statistics_words.h"
#include "workbook/tables.h"

static const struct fuhe_column columns[] = {
    {N_("Subject"), 26, FUHE_LOOK_TEXT},
    {N_("Explanation"), 110, FUHE_LOOK_TEXT},
};

/* Subject, then what to know of it. */
static const char *const paragraphs[][2] = {
    {N_("Purpose"),
     N_("Project expenditure performance self-assessments, recomputed by the rules: claimed and verified "
        "scores, deviations, grades, findings. The review is an aid; the decision is a person's.")},
    {N_("Summary"), N_("A form on a line. The verified total is the sum of its lines on the sheet of indicators that "
                       "count, rounded as the rules round; deviation, rate and grade follow from it by formula.")},
    {N_("Indicator details"),
     N_("The execution score and each indicator on a line. “Recomputed” is a formula over weight, "
        "target and result; change a figure, and score, total and grade change with it.")},
    {N_("Score taken"),
     N_("“by the rules”: the recomputed score. “as claimed”: the claim stands, because it is an honest "
        "rounding of the recomputed score or because only a person can judge the row (then at most "
        "the weight). “not scored”: claim or weight is missing; the row is in no total.")},
    {N_("Counted"), N_("“no”: a duplicate row that is left out so that the weights close, or a row that is scored "
                       "elsewhere. Set it to “yes” to see the total with it.")},
    {N_("Firmness"), N_("“firm”: every defensible reading of the form gives the same grade. “fragile”: another reading "
                        "gives another grade; look at the form before the grade is set.")},
    {N_("Formulas"), N_("Spreadsheets compute in binary; figures are therefore rounded to more places first, so that "
                        "what lies exactly between two hundredths is rounded up. A score without a formula is one "
                        "that a spreadsheet cannot compute exactly.")},
    {N_("Verified score"),
     N_("Of an indicator, the reviewed score of the form; of a form, the total that the pages call "
        "verified total.")},
    {N_("Compared with"), N_("On the list of findings: the figure that the printed one is to equal or is held against. "
                             "Empty where there is none; what to do then stands beside it.")},
    {N_("Deviation"), N_("Claimed minus verified: + is claimed too high (red), − too low (blue).")},
    {N_("Ease of targets"),
     N_("Signs that targets asked for little: a form on a line, behind all forms a department on a line. The index is "
        "the mean of the shares that can be seen, by formula over the parts and wholes on the right. It is no part of "
        "any score, and no sign by itself means that anything is wrong: filter and sort to see which forms deserve a "
        "question.")},
};

void fuhe_about_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit) {
    fuhe_sheet_add(sheet, kit, FUHE_SHEET_ABOUT, columns, sizeof columns / sizeof columns[0],
                   (struct fuhe_sheet_page){1, 2});
}

static void write_paragraph(struct fuhe_sheet *sheet, const char *subject, const char *text) {
    fuhe_sheet_word(sheet, 0, subject);
    fuhe_sheet_word(sheet, 1, text);
    fuhe_sheet_next(sheet);
}

static void write_extent(struct fuhe_sheet *sheet, const struct fuhe_about *about) {
    struct fuhe_output *scratch;
    char forms[FUHE_DECIMAL_TEXT_SIZE];
    char file[FUHE_DECIMAL_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"forms", {forms, fuhe_decimal_format(FUHE_DECIMAL((int64_t)about->forms), 0, forms)}},
        {"file", {file, fuhe_decimal_format(FUHE_DECIMAL((int64_t)about->file), 0, file)}},
        {NULL, {NULL, 0}},
    };

    fuhe_sheet_word(sheet, 0, _("Extent"));
    scratch = fuhe_sheet_scratch(sheet);
    fuhe_template_words(scratch, _("Part {file} of the report, forms: {forms}."), words);
    if (about->has_next) {
        fuhe_output_string(scratch, _(" It goes on in the next file."));
    }
    fuhe_sheet_put_scratch(sheet, 1);
    fuhe_sheet_next(sheet);
}

/* A sentence for each part of the statistics: its method, or why it is left out. */
static void write_methods(struct fuhe_sheet *sheet, const struct fuhe_statistics *statistics) {
    write_paragraph(
        sheet, fuhe_sheet_name(FUHE_SHEET_STATISTICS),
        _("What only the whole shows, a figure on a line, each with its method and from how many (n). Where "
          "n is too small the figure is left out, and beside it stands why. None of it is part of a score; "
          "it says where to look first. The methods:"));
    for (size_t i = 0; i < FUHE_STATISTICS_PART_COUNT; i++) {
        const enum fuhe_statistics_part part = (enum fuhe_statistics_part)i;
        fuhe_sheet_word(sheet, 0, fuhe_statistics_heading(part));
        fuhe_statistics_write_method(statistics, part, fuhe_sheet_scratch(sheet));
        fuhe_sheet_put_scratch(sheet, 1);
        fuhe_sheet_next(sheet);
    }
}

static void write_comparing(struct fuhe_sheet *sheet, const struct fuhe_crosscheck *crosscheck) {
    write_paragraph(sheet, fuhe_sheet_name(FUHE_SHEET_CROSSCHECK), fuhe_crosscheck_caution());
    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
        const enum fuhe_code code = fuhe_crosscheck_families[i];
        struct fuhe_output *scratch;
        fuhe_sheet_word(sheet, 0, fuhe_crosscheck_heading(code));
        scratch = fuhe_sheet_scratch(sheet);
        fuhe_crosscheck_write_method(crosscheck, code, scratch);
        if (fuhe_crosscheck_is_judged(crosscheck, code)) {
            fuhe_output_char(scratch, ' ');
            fuhe_crosscheck_write_count(crosscheck, code, scratch);
        }
        fuhe_sheet_put_scratch(sheet, 1);
        fuhe_sheet_next(sheet);
    }
}

/* How each sample was drawn, and what follows from its review. */
static void write_sampling(struct fuhe_sheet *sheet, const struct fuhe_sample *samples) {
    static const enum fuhe_sample_sentence sentences[] = {FUHE_SAMPLE_DRAWING, FUHE_SAMPLE_PART, FUHE_SAMPLE_OUTSIDE,
                                                          FUHE_SAMPLE_MEANING, FUHE_SAMPLE_CONDITION};

    write_paragraph(sheet, fuhe_sheet_name(FUHE_SHEET_SAMPLE),
                    _("Forms to review by hand, by risk and by money. Write what the review gives into the yellow "
                      "columns of a copy of this file outside the report: the next report replaces it. To have the "
                      "review reckoned up, save this sheet of the copy as CSV and give it to fuhe sample --by money "
                      "--reviewed, or fill in a copy of sample.csv."));
    for (size_t i = 0; i < FUHE_SAMPLE_METHOD_COUNT; i++) {
        for (size_t j = 0; j < sizeof sentences / sizeof sentences[0]; j++) {
            if (fuhe_sample_write_sentence(&samples[i], sentences[j], fuhe_sheet_scratch(sheet))) {
                fuhe_sheet_word(sheet, 0, "");
                fuhe_sheet_put_scratch(sheet, 1);
                fuhe_sheet_next(sheet);
            }
        }
    }
}

void fuhe_about_write(struct fuhe_sheet *sheet, const struct fuhe_about *about) {
    write_extent(sheet, about);
    write_paragraph(sheet, _("Completeness"),
                    about->complete ? _("The run was complete.")
                                    : _("The run was stopped before all forms were read, or took only its share of "
                                        "them (--shard): this report has only those that were read."));
    for (size_t i = 0; i < sizeof paragraphs / sizeof paragraphs[0]; i++) {
        write_paragraph(sheet, _(paragraphs[i][0]), _(paragraphs[i][1]));
    }
    if (about->statistics != NULL) {
        write_methods(sheet, about->statistics);
        write_comparing(sheet, about->statistics->crosscheck);
    }
    if (about->samples != NULL) {
        write_sampling(sheet, about->samples);
    }
}
