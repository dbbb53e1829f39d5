/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PACK_CASE_H
#define FUHE_ENGINE_PACK_CASE_H

#include "engine/review.h"

/* Cases of a rule pack: a piece of a form as it is printed, and what the rules must make of it. They are scored as
 * forms are, by fuhe_review_form. Built by a reader (xml/case_reader.h); texts and arrays belong to its arena. */

enum { FUHE_CASE_FINDINGS_MAX = 8 };

/* Points that must count for a row or for execution, and what must be said of the claim. */
struct fuhe_expected_score {
    struct fuhe_figure score; /* verified */
    bool has_verdict;
    enum fuhe_verdict verdict;
};

struct fuhe_case_row {
    struct fuhe_indicator indicator;
    struct fuhe_expected_score expected;
};

struct fuhe_case_execution {
    bool present;
    struct fuhe_fund fund; /* a blank label: the first one that the pack knows */
    struct fuhe_expected_score expected;
    struct fuhe_figure band; /* lower edge of the band that the rate falls into */
};

struct fuhe_case_total {
    bool present;
    struct fuhe_place place;
    struct fuhe_cell claim;
    struct fuhe_figure score;
    struct fuhe_figure deviation; /* points */
    struct fuhe_figure rate;      /* of deviation, percent */
    fuhe_text grade;              /* id; empty when nothing is expected */
    fuhe_text variant;            /* id of the weights that are followed; "own" for the pack's first ones */
};

struct fuhe_code_list {
    enum fuhe_code codes[FUHE_CASE_FINDINGS_MAX];
    size_t count;
};

struct fuhe_pack_case {
    struct fuhe_place place;
    enum fuhe_rule shows; /* the rule, and with it the clause, that the case is an example of */
    struct fuhe_bilingual says;
    struct fuhe_code_list findings; /* that the engine must give */
    struct fuhe_code_list silent;   /* and those that it must not */
    struct fuhe_case_execution execution;
    struct fuhe_case_row *rows;
    size_t row_count;
    struct fuhe_case_total total;
};

struct fuhe_pack_cases {
    fuhe_text pack; /* id */
    struct fuhe_pack_case *cases;
    size_t count;
};

/* The first thing in which a case differs. */
struct fuhe_case_difference {
    bool found;
    struct fuhe_place place;
    const char *what; /* "score", "verdict", "band", "grade", …: the attribute of the case; "rule" for `shows` */
    char expected[64];
    char actual[64];                  /* empty: there is none */
    struct fuhe_figure rescaled_from; /* of a total that was rescaled: what the weights add up to */
};

/* Scores the case by the pack into *review, whose form is made in the arena, and compares. Fails only for want of
 * memory. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_case_run(const struct fuhe_pack_case *example, const struct fuhe_pack *pack,
                                                  struct fuhe_arena *arena, struct fuhe_review *review,
                                                  struct fuhe_case_difference *difference);

/* Whether a review has a finding of this code. */
bool fuhe_review_has_finding(const struct fuhe_review *review, enum fuhe_code code);

#endif
