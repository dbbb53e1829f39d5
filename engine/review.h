/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_REVIEW_H
#define FUHE_ENGINE_REVIEW_H

#include "engine/claim.h"
#include "engine/finding.h"
#include "engine/pack.h"
#include "engine/value.h"

/* The result of scoring one form by one pack: every figure with its working. Data is visible and const once built.
 * Everything lives in the arena given to fuhe_review_form; form and pack are borrowed and must outlive the review. */

/* How the target of a row was read. */
enum fuhe_reading {
    FUHE_READING_MORE,
    FUHE_READING_LESS,
    FUHE_READING_EQUAL,
    FUHE_READING_RANK,
    FUHE_READING_ZERO,
    FUHE_READING_WORDS_MET,
    FUHE_READING_WORDS_SCALE,
    FUHE_READING_JUDGEMENT
};

const char *fuhe_reading_name(enum fuhe_reading reading); /* "more" */

/* The formula by which the exact score came about. */
enum fuhe_formula {
    FUHE_FORMULA_NONE,
    FUHE_FORMULA_FULL,             /* w */
    FUHE_FORMULA_ZERO,             /* 0 */
    FUHE_FORMULA_PROPORTION,       /* w * a / t */
    FUHE_FORMULA_INVERSE,          /* w * t / a */
    FUHE_FORMULA_LINEAR_TO_DOUBLE, /* w * (2t - a) / t */
    FUHE_FORMULA_OVER_TIER,        /* w * (100 - cut) / 100 */
    FUHE_FORMULA_BAND,             /* execution: the points of the band */
    FUHE_FORMULA_RATE              /* execution: w * executed / budget */
};

const char *fuhe_formula_name(enum fuhe_formula formula); /* "proportion" */

/* One indicator. Points outside 0 to 10^6 are no points: such a row has no weight or no claim. */
struct fuhe_row {
    enum fuhe_category category;
    bool has_weight;
    fuhe_decimal weight;
    struct fuhe_claim claim;
    struct fuhe_value target; /* after adjustment, with operator and unit of their own cells */
    struct fuhe_value actual; /* with the target's unit when printed without one */
    bool unit_is_lent;        /* it was */
    enum fuhe_reading reading;
    enum fuhe_formula formula;
    const struct fuhe_over_tier *over_tier; /* of the pack, for FUHE_FORMULA_OVER_TIER; else NULL */
    enum fuhe_rule rule;
    bool has_exact;
    fuhe_fraction exact;
    fuhe_decimal recomputed; /* exact at the pack's places; of a claim outside its band of words, the band's edge */
    enum fuhe_verdict verdict;
    bool has_verified;
    fuhe_decimal verified;
    bool has_range; /* a judgement: the verified score could defensibly lie anywhere in [low, high] */
    fuhe_decimal low;
    fuhe_decimal high;
    bool is_execution; /* the form prints the execution score here: it counts there, and this row is empty */
    bool counted;      /* false for a duplicate that was left out, and for is_execution */
    uint64_t likeness; /* on long forms, differs where rows are not the same indicator; else 0 */
};

enum fuhe_execution_state {
    FUHE_EXECUTION_SCORED,
    FUHE_EXECUTION_JUDGEMENT, /* the score cannot be computed; the claim stands */
    FUHE_EXECUTION_UNSCORED
};

struct fuhe_execution {
    enum fuhe_execution_state state;
    bool from_parts;     /* the total row is missing or empty: sums of the other rows */
    size_t fund;         /* the total row, when not from_parts */
    bool has_money;      /* budget and executed could be read */
    fuhe_decimal budget; /* in 元, like executed */
    fuhe_decimal executed;
    fuhe_decimal budget_half_step; /* what the printing leaves open */
    fuhe_decimal executed_half_step;
    bool has_rate;             /* false when the budget is zero */
    fuhe_fraction rate;        /* percent, exact, not capped */
    fuhe_decimal rate_rounded; /* percent, two places */
    enum fuhe_formula formula;
    size_t band; /* index into the pack's bands, for FUHE_FORMULA_BAND */
    fuhe_fraction exact;
    fuhe_decimal recomputed;
    struct fuhe_claim claim;
    bool has_row; /* the form prints it among the indicators too */
    size_t row;
    struct fuhe_claim row_claim; /* what it claims there, which is `claim` when the money block has none */
    enum fuhe_verdict verdict;   /* FUHE_VERDICT_UNSCORED when there is no claim */
    bool has_verified;
    fuhe_decimal verified;
};

struct fuhe_category_result {
    bool present;          /* the form has rows of it */
    fuhe_decimal weight;   /* of the rows as listed */
    fuhe_decimal expected; /* by the pack, or its variant that fits */
    fuhe_decimal claimed;  /* rows as listed */
    fuhe_decimal verified; /* counted rows */
};

enum fuhe_review_state {
    FUHE_REVIEW_SCORED,
    FUHE_REVIEW_PARTIAL, /* some row or the execution score could not be scored; the total leaves it out */
    FUHE_REVIEW_UNSCORED /* nothing could be evaluated: there is no total */
};

/* Which reading of the weights the recommended total follows. */
enum fuhe_basis { FUHE_BASIS_AS_LISTED, FUHE_BASIS_RESCALED, FUHE_BASIS_COUNT_ONCE };

const char *fuhe_basis_name(enum fuhe_basis basis); /* "as-listed" */

struct fuhe_totals {
    fuhe_decimal weight_sum; /* indicators and execution, as listed */
    bool weights_close;
    const struct fuhe_weight_variant *variant; /* that the weights fit; NULL for the pack's own */
    fuhe_decimal sum_of_claims; /* rows as claimed, and the execution score as claimed or else recomputed */
    struct fuhe_claim claimed;
    enum fuhe_basis basis;
    fuhe_decimal verified; /* the recommended one */
    fuhe_decimal as_listed;
    bool has_rescaled;
    fuhe_decimal rescaled; /* to full marks, only when the weights do not close */
    bool has_deviation;
    fuhe_decimal deviation_points; /* claimed - verified */
    bool has_deviation_rate;
    fuhe_decimal deviation_rate; /* percent */
};

enum fuhe_firmness { FUHE_FIRM, FUHE_FRAGILE, FUHE_UNDECIDABLE };

const char *fuhe_firmness_name(enum fuhe_firmness firmness);      /* "firm" */
const char *fuhe_review_state_name(enum fuhe_review_state state); /* "scored" */

enum fuhe_decider { FUHE_DECIDER_NONE, FUHE_DECIDER_ROW, FUHE_DECIDER_EXECUTION, FUHE_DECIDER_WEIGHTS };

struct fuhe_grading {
    bool has_grade;
    size_t grade; /* index into pack->grades */
    enum fuhe_firmness firmness;
    enum fuhe_decider decider; /* what makes it fragile */
    size_t deciding_row;
    fuhe_decimal lowest; /* of every defensible reading */
    fuhe_decimal highest;
    bool has_margin_up;
    fuhe_decimal margin_up; /* points to the next better grade */
    bool has_margin_down;
    fuhe_decimal margin_down; /* points above the lower bound of this grade */
};

struct fuhe_review {
    const struct fuhe_form *form;
    const struct fuhe_pack *pack;
    bool pack_is_named; /* by the user, not chosen by region and year */
    enum fuhe_review_state state;
    struct fuhe_row *rows; /* form->indicator_count of them */
    size_t row_count;
    struct fuhe_execution execution;
    struct fuhe_category_result categories[FUHE_CATEGORY_COUNT];
    struct fuhe_totals totals;
    struct fuhe_grading grading;
    struct fuhe_finding_list findings;
};

/* What can be said of the form as a whole. A total that leaves something out is a part, and part against whole is no
 * deviation: a form that was scored in part has neither deviation nor rate nor grade, and nothing but these functions
 * says so. What `totals` and `grading` hold of it is provisional, for reports that call it that. */
struct fuhe_figure fuhe_review_deviation(const struct fuhe_review *review);
struct fuhe_figure fuhe_review_deviation_rate(const struct fuhe_review *review);
bool fuhe_review_has_grade(const struct fuhe_review *review);

/* Whether a row is claimed at its exact score, with all of its decimals, and the claim stands. */
bool fuhe_row_claims_exactly(const struct fuhe_row *row);

/* How many cells that points or money hang on were read with doubt: a person must compare them with the document first.
 * Of a review, as its findings say. */
size_t fuhe_form_doubts(const struct fuhe_form *form);
size_t fuhe_review_doubts(const struct fuhe_review *review);

/* Scores form by pack: rows, execution, totals and grade, without any check: there are no findings. Fails only for want
 * of memory. */
FUHE_MUST_USE enum fuhe_status fuhe_review_score(const struct fuhe_form *form, const struct fuhe_pack *pack,
                                                 struct fuhe_arena *arena, struct fuhe_review *review);

/* The same for a form that was scored already, by another pack: its cells, which mean the same by every pack, are taken
 * from that review. */
FUHE_MUST_USE enum fuhe_status fuhe_review_score_again(const struct fuhe_review *read, const struct fuhe_pack *pack,
                                                       struct fuhe_arena *arena, struct fuhe_review *review);

/* Scores form by pack and runs every check. Fails only for want of memory. Not changed by locale, time or thread. */
FUHE_MUST_USE enum fuhe_status fuhe_review_form(const struct fuhe_form *form, const struct fuhe_pack *pack,
                                                struct fuhe_arena *arena, struct fuhe_review *review);

/* The rows and the execution score alone, without totals, grade and findings, which stay empty: for whoever tries many
 * packs on one form. */
FUHE_MUST_USE enum fuhe_status fuhe_review_rows(const struct fuhe_form *form, const struct fuhe_pack *pack,
                                                struct fuhe_arena *arena, struct fuhe_review *review);

/* Scores execution once more by another pack: its money and claim stay, what follows from them is worked anew. */
FUHE_MUST_USE enum fuhe_status fuhe_execution_rescore(const struct fuhe_pack *pack, struct fuhe_execution *execution);

/* The total before any rounding: exact scores of the counted rows and the execution score, brought to four places
 * half-up; a verified score stands in where nothing can be computed. Worked on demand, as only reports ask for it. */
FUHE_MUST_USE enum fuhe_status fuhe_review_exact_total(const struct fuhe_review *review, fuhe_decimal *total);

#endif
