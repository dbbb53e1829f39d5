/* SPDX-License-Identifier: Apache-2.0 */
/* Names of the sheets, and the words by which formulas decide. */
#include "workbook/words.h"

#include "report/translate.h"

static const char *const sheets[FUHE_SHEET_COUNT] = {
    [FUHE_SHEET_ABOUT] = N_("About"),
    [FUHE_SHEET_SUMMARY] = N_("Summary"),
    [FUHE_SHEET_DETAILS] = N_("Indicator details"),
    [FUHE_SHEET_FINDINGS] = N_("List of findings"),
    [FUHE_SHEET_DEPARTMENTS] = N_("Department statistics"),
    [FUHE_SHEET_EASE] = N_("Ease of targets"),
    [FUHE_SHEET_STATISTICS] = N_("Statistics"),
    [FUHE_SHEET_CROSSCHECK] = N_("Cross-check"),
    [FUHE_SHEET_SAMPLE] = N_("Sample"),
    [FUHE_SHEET_RULES] = N_("Rules used"),
};

static const char *const words[] = {
    [FUHE_WORD_YES] = N_("yes"),
    [FUHE_WORD_NO] = N_("no"),
    [FUHE_WORD_BY_RULES] = N_("by the rules"),
    [FUHE_WORD_BY_CLAIM] = N_("as claimed"),
    [FUHE_WORD_UNSCORED] = N_("not scored"),
    [FUHE_WORD_INCOMPLETE] = N_("incomplete"),
    [FUHE_WORD_SAME] = N_("same"),
    [FUHE_WORD_LOWERED] = N_("lowered"),
    [FUHE_WORD_RAISED] = N_("raised"),
    [FUHE_WORD_SHOW] = N_("show"),
};

const char *fuhe_sheet_name(enum fuhe_sheet_kind kind) {
    return _(sheets[kind]);
}

const char *fuhe_word(enum fuhe_word word) {
    return _(words[word]);
}
