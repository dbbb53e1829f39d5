/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_WORDS_H
#define FUHE_WORKBOOK_WORDS_H

/* Words that formulas and cells share, in the language that was set. None has a quotation mark in it. */

enum fuhe_sheet_kind {
    FUHE_SHEET_ABOUT,
    FUHE_SHEET_SUMMARY,
    FUHE_SHEET_DETAILS,
    FUHE_SHEET_FINDINGS,
    FUHE_SHEET_DEPARTMENTS,
    FUHE_SHEET_EASE,
    FUHE_SHEET_RULES,
    FUHE_SHEET_STATISTICS, /* from here on only when there is what they show, behind all others */
    FUHE_SHEET_CROSSCHECK,
    FUHE_SHEET_SAMPLE,
    FUHE_SHEET_COUNT
};

const char *fuhe_sheet_name(enum fuhe_sheet_kind kind); /* "汇总" */

enum fuhe_word {
    FUHE_WORD_YES,
    FUHE_WORD_NO,
    FUHE_WORD_BY_RULES,
    FUHE_WORD_BY_CLAIM,
    FUHE_WORD_UNSCORED,
    FUHE_WORD_INCOMPLETE,
    FUHE_WORD_SAME,
    FUHE_WORD_LOWERED,
    FUHE_WORD_RAISED,
    FUHE_WORD_SHOW
};

const char *fuhe_word(enum fuhe_word word); /* "是" */

#endif
