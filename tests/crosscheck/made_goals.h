/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_CROSSCHECK_MADE_GOALS_H
#define FUHE_TESTS_CROSSCHECK_MADE_GOALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Made-up goals of 100 to 300 characters: a place, sentences of phrases that many have and of words of their own,
 * figures. The same numbers give the same goal. */
enum { MADE_GOAL_BYTES = 2048 };

struct made_goal {
    uint32_t words;    /* which words, out of all there are */
    uint32_t letter;   /* 0, or which words behind the first sentence: a form letter of several goals */
    uint32_t figures;  /* which figures */
    uint32_t place;    /* which place */
    int dropped;       /* a sentence, from 0; -1 for none */
    uint32_t inserted; /* which short sentence is put in; 0 for none */
    bool other_signs;  /* full-width figures, other punctuation and blanks */
};

/* Returns the number of bytes. */
size_t made_goal_write(const struct made_goal *goal, char text[MADE_GOAL_BYTES]);

#endif
