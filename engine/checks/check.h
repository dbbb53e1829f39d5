/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_CHECKS_CHECK_H
#define FUHE_ENGINE_CHECKS_CHECK_H

#include "engine/review.h"

/* A family of checks reads form, pack and scores of a finished review, changes none of them, and adds findings. */
struct fuhe_check_context {
    const struct fuhe_review *review;
    struct fuhe_arena *arena;
    struct fuhe_finding_list *findings;
};

/* Runs every family in turn (checks.c has the list). */
FUHE_MUST_USE enum fuhe_status fuhe_checks_run(const struct fuhe_check_context *context);

/* The families, one file each. */
typedef enum fuhe_status fuhe_check(const struct fuhe_check_context *context);
fuhe_check fuhe_check_doubts;       /* cells that the recogniser of documents was not sure of */
fuhe_check fuhe_check_completeness; /* cells that are missing, unreadable, unknown or repeated */
fuhe_check fuhe_check_oddities;     /* what the document holds that no form has */
fuhe_check fuhe_check_decimals;     /* figures with more decimals than are reckoned with */
fuhe_check fuhe_check_blank;        /* for a form that fuhe_form_is_blank says is one */
fuhe_check fuhe_check_period;       /* rules against the form's year, years named in the text against it */
fuhe_check fuhe_check_items;        /* scores of indicators */
fuhe_check fuhe_check_units;        /* units of target and result */
fuhe_check fuhe_check_reasons;
fuhe_check fuhe_check_weights;
fuhe_check fuhe_check_execution; /* score of execution */
fuhe_check fuhe_check_funds;     /* rows of the money block: readable, each rate, sums */
fuhe_check fuhe_check_costs;     /* cost indicators against the money block */
fuhe_check fuhe_check_totals;
fuhe_check fuhe_check_substance; /* what the indicators measure */
fuhe_check fuhe_check_disclosed; /* the published narrative against the form */

/* Whether nothing is filled in where units fill in: no value of an indicator, no money, no score, no total. */
bool fuhe_form_is_blank(const struct fuhe_form *form);

/* Adds a finding with the pack's severity for its code. */
FUHE_MUST_USE enum fuhe_status fuhe_check_report(const struct fuhe_check_context *context,
                                                 const struct fuhe_finding *finding);

/* The same, but no more severe than `most`: an understatement is a warning where an overstatement is an error. */
FUHE_MUST_USE enum fuhe_status fuhe_check_report_at_most(const struct fuhe_check_context *context,
                                                         const struct fuhe_finding *finding, enum fuhe_severity most);

/* The same; what rounding can explain is a note at most. */
FUHE_MUST_USE enum fuhe_status fuhe_check_report_rounding(const struct fuhe_check_context *context,
                                                          struct fuhe_finding *finding, bool is_rounding);

/* A finding that is filled but for figures: about a cell of indicator `index`, or of another block. cell is its path
 * below the block ("@score", "target"). */
struct fuhe_finding fuhe_finding_about_row(enum fuhe_code code, size_t index, const char *cell,
                                           struct fuhe_place place);
struct fuhe_finding fuhe_finding_about_fund(enum fuhe_code code, size_t index, const char *cell,
                                            struct fuhe_place place);
struct fuhe_finding fuhe_finding_about(enum fuhe_code code, enum fuhe_block block, const char *cell,
                                       struct fuhe_place place);

struct fuhe_finding fuhe_finding_about_oddity(const struct fuhe_oddity *oddity);

/* Fills claimed, recomputed and their difference. */
void fuhe_finding_compare(struct fuhe_finding *finding, fuhe_decimal claimed, fuhe_decimal recomputed);

/* Whether its reason cell gives one: a dash or 无 is none. */
bool fuhe_indicator_has_reason(const struct fuhe_indicator *indicator);

/* A figure with what its printing leaves open to either side. */
struct fuhe_amount {
    fuhe_decimal value;
    fuhe_decimal slack;
};

struct fuhe_amount fuhe_amount_of(const struct fuhe_value *value);
FUHE_MUST_USE enum fuhe_status fuhe_amount_add(struct fuhe_amount *sum, struct fuhe_amount amount);

/* Whether two amounts can be the same figure. */
bool fuhe_amounts_meet(struct fuhe_amount a, struct fuhe_amount b);

/* Fills claimed, recomputed, difference and the interval that the printing leaves to claimed; money in 元 is shown in
 * the form's own unit by its scale. */
void fuhe_finding_compare_money(struct fuhe_finding *finding, struct fuhe_amount claimed, struct fuhe_amount recomputed,
                                int64_t scale);

/* How a printed rate in percent stands to part / whole. */
enum fuhe_rate_fit {
    FUHE_RATE_FITS,      /* as near as the printing of all three allows */
    FUHE_RATE_TRUNCATED, /* cut instead of rounded */
    FUHE_RATE_DIFFERS
};

enum fuhe_rate_fit fuhe_rate_compare(struct fuhe_amount rate, struct fuhe_amount part, struct fuhe_amount whole);

#endif
