/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INTAKE_WORDS_H
#define FUHE_INTAKE_WORDS_H

#include "engine/arena.h"

/* The words by which forms are known. They are data: words.txt, and files of the same shape that a user adds. */

/* Where a word counts: "得分" is one thing over the funds and another over the indicators. */
enum fuhe_word_section {
    FUHE_WORDS_TITLE,
    FUHE_WORDS_LABEL,
    FUHE_WORDS_GOAL,
    FUHE_WORDS_FUNDS,
    FUHE_WORDS_INDICATOR,
    FUHE_WORDS_TOTAL,
    FUHE_WORDS_LEVEL1,
    FUHE_WORDS_NARRATIVE,
    FUHE_WORDS_STATEMENT,
    FUHE_WORDS_SECTION_COUNT
};

/* What a cell or phrase says. */
enum fuhe_role {
    FUHE_ROLE_NONE,
    FUHE_ROLE_HEADING, /* the form's own words: titles, labels, headers */
    FUHE_ROLE_TITLE,
    FUHE_ROLE_CODE,
    FUHE_ROLE_YEAR,
    FUHE_ROLE_PROJECT,
    FUHE_ROLE_DEPARTMENT,
    FUHE_ROLE_UNIT,
    FUHE_ROLE_FUNDS, /* labels of blocks */
    FUHE_ROLE_GOAL,
    FUHE_ROLE_BLOCK,
    FUHE_ROLE_NOTE,
    FUHE_ROLE_EXPECTED,
    FUHE_ROLE_ACHIEVED,
    FUHE_ROLE_FUND_LABEL,
    FUHE_ROLE_INITIAL,
    FUHE_ROLE_BUDGET,
    FUHE_ROLE_EXECUTED,
    FUHE_ROLE_RATE,
    FUHE_ROLE_FUND_WEIGHT,
    FUHE_ROLE_FUND_SCORE,
    FUHE_ROLE_LEVEL1,
    FUHE_ROLE_LEVEL2,
    FUHE_ROLE_NAME,
    FUHE_ROLE_RELATION,
    FUHE_ROLE_TARGET,
    FUHE_ROLE_ADJUSTED,
    FUHE_ROLE_VALUE_UNIT,
    FUHE_ROLE_ACTUAL,
    FUHE_ROLE_WEIGHT,
    FUHE_ROLE_SCORE,
    FUHE_ROLE_REASON,
    FUHE_ROLE_REVIEWED_SCORE,
    FUHE_ROLE_REVIEWED_REASON,
    FUHE_ROLE_TOTAL,
    FUHE_ROLE_DEVIATION,
    FUHE_ROLE_GRADE,
    FUHE_ROLE_NAME_END,  /* of the narrative */
    FUHE_ROLE_SPENDING,  /* of the statement */
    FUHE_ROLE_SELF,      /* over columns of the unit itself */
    FUHE_ROLE_REVIEWER,  /* over columns of whoever checks it */
    FUHE_ROLE_CONTINUED, /* a line between the parts of a form */
    FUHE_ROLE_COUNT
};

struct fuhe_words;

/* The words that come with the program. NULL when memory is out. */
struct fuhe_words *fuhe_words_new(void);
void fuhe_words_free(struct fuhe_words *words); /* takes NULL */

/* Adds the words of a text like words.txt. err has the line of what is not understood. */
FUHE_MUST_USE enum fuhe_status fuhe_words_teach(struct fuhe_words *words, fuhe_text text, struct fuhe_error *err);

/* What a whole cell means in a section; FUHE_ROLE_NONE when it is none of its words. */
enum fuhe_role fuhe_words_find(const struct fuhe_words *words, enum fuhe_word_section section, fuhe_text text);

/* Whether a cell has a word of that role in a section, where a word may have several. */
bool fuhe_words_has(const struct fuhe_words *words, enum fuhe_word_section section, enum fuhe_role role,
                    fuhe_text text);

/* Where the first phrase of a role stands in text from an offset on: *begin and *end. The longest of those that begin
 * there. False when there is none. */
bool fuhe_words_search(const struct fuhe_words *words, enum fuhe_word_section section, enum fuhe_role role,
                       fuhe_text text, size_t from, size_t *begin, size_t *end);

/* The stable name of a role: "reviewed-score". */
const char *fuhe_role_name(enum fuhe_role role);

/* What a word is compared by: without white space, width, colons and a bracket at its end. Empty when it is too long
 * for any word. */
enum { FUHE_WORD_SIZE = 160 };
fuhe_text fuhe_word_key(fuhe_text text, char key[FUHE_WORD_SIZE]);

#endif
