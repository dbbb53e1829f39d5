/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BLANK_WORDS_H
#define FUHE_BLANK_WORDS_H

#include "blank/blank.h"

/* What stands on an empty form, whatever kind of document it is. */

enum fuhe_blank_column {
    FUHE_BLANK_BLOCK,
    FUHE_BLANK_LEVEL1,
    FUHE_BLANK_LEVEL2,
    FUHE_BLANK_NAME,
    FUHE_BLANK_TARGET,
    FUHE_BLANK_ACTUAL,
    FUHE_BLANK_WEIGHT,
    FUHE_BLANK_SCORE,
    FUHE_BLANK_REASON,
    FUHE_BLANK_REVIEWED_SCORE, /* from here on only with the reviewer's cells */
    FUHE_BLANK_REVIEWED_REASON,
    FUHE_BLANK_COLUMNS
};

/* Heading of the indicators, and widths: in digits, in twentieths of a point upright, and on a broad page. */
struct fuhe_blank_column_words {
    const char *heading;
    uint32_t digits;
    uint32_t twips;
    uint32_t broad_twips;
};

extern const struct fuhe_blank_column_words fuhe_blank_columns[FUHE_BLANK_COLUMNS];

/* Rows of money: the first is the total, with weight and score. */
enum { FUHE_BLANK_FUNDS = 4 };
extern const char *const fuhe_blank_funds[FUHE_BLANK_FUNDS];

/* Figures of a row of money, in the columns from FUHE_BLANK_NAME on. */
enum { FUHE_BLANK_FIGURES = 6 };
extern const char *const fuhe_blank_figures[FUHE_BLANK_FIGURES];

extern const char fuhe_blank_signature[]; /* for pen and stamp */

uint32_t fuhe_blank_column_count(const struct fuhe_blank *blank);

enum { FUHE_BLANK_TEXT_SIZE = 1024 };

/* As much of a text as has room, in whole characters. */
void fuhe_blank_copy(fuhe_text text, size_t characters, char *copy, size_t size);

/* "项目支出绩效自评表（2025年度）" */
void fuhe_blank_title(uint32_t year, char text[FUHE_BLANK_TEXT_SIZE]);

/* "产出指标", and "（50分）" on a line of its own */
void fuhe_blank_level1(const struct fuhe_blank_group *group, char text[FUHE_BLANK_TEXT_SIZE]);

/* "□优 □良 □中 □差", with grade `ticked` of the pack ticked; none when it has no such grade. */
void fuhe_blank_grades(const struct fuhe_pack *pack, size_t ticked, char text[FUHE_BLANK_TEXT_SIZE]);

/* 填报说明, line by line from 0; false behind the last one. keeper says what the document does by itself. */
bool fuhe_blank_instruction(const struct fuhe_blank *blank, const char *const *keeper, uint32_t line,
                            char text[FUHE_BLANK_TEXT_SIZE]);

/* What the pack says of a rule, in Chinese and whole characters; empty when it says nothing. */
void fuhe_blank_says(const struct fuhe_pack *pack, enum fuhe_rule rule, size_t characters,
                     char text[FUHE_BLANK_TEXT_SIZE]);

#endif
