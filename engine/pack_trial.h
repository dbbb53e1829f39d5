/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PACK_TRIAL_H
#define FUHE_ENGINE_PACK_TRIAL_H

#include "engine/pack_prove.h"
#include "engine/score.h"

/* What the proofs of a pack have in common: the values to try, tiny forms, and how a failure is told. Private to
 * pack_validate.c and pack_prove*.c. */

enum { FUHE_TRIAL_EDGES_MAX = 64, FUHE_TRIAL_VALUES_MAX = 16 * FUHE_TRIAL_EDGES_MAX };

/* Values to try: rates, multiples of a target. */
struct fuhe_trial_values {
    fuhe_decimal items[FUHE_TRIAL_VALUES_MAX];
    size_t count;
};

/* An edge, and what lies just below and above it: by the finest step there is and by a hundredth. */
void fuhe_trial_add_edge(struct fuhe_trial_values *values, fuhe_decimal edge);
void fuhe_trial_add(struct fuhe_trial_values *values, fuhe_decimal value); /* unless it is negative */
void fuhe_trial_sort(struct fuhe_trial_values *values);                    /* ascending, each once */

/* A value and what it earns. */
struct fuhe_trial_point {
    fuhe_decimal value;
    fuhe_decimal points;
};

/* 79.99 in front of 80, 79.994 in front of 79.995: what people would write, not 79.999999. */
fuhe_decimal fuhe_trial_written_below(fuhe_decimal edge);

/* Takes note of the step from one value to the next, if that is the finest one and larger than any before. */
void fuhe_trial_note_jump(struct fuhe_jump *jump, struct fuhe_trial_point below, struct fuhe_trial_point at,
                          unsigned places);

/* A cell that prints this text; one that is blank for "". */
struct fuhe_cell fuhe_trial_cell(const char *text);

/* Return FUHE_STATUS_INVALID. */
enum fuhe_status fuhe_pack_fault(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                 const char *found, const char *expected);
enum fuhe_status fuhe_pack_fault_number(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                        fuhe_decimal found);

/* "100 -> 5, 80 -> 7": the better value first. */
enum fuhe_status fuhe_pack_fault_pair(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                      struct fuhe_trial_point better, struct fuhe_trial_point worse);

/* "100 -> 9", where it should be `weight`. */
enum fuhe_status fuhe_pack_fault_full(struct fuhe_error *err, const char *subject, struct fuhe_trial_point found,
                                      fuhe_decimal weight);

/* Points as they are scored, which is at most the weight; of an exact score above the weight, which no rule may give,
 * that score itself. */
fuhe_decimal fuhe_trial_points(fuhe_fraction exact, fuhe_decimal weight, fuhe_decimal scored);

/* Score of an execution rate (percent); *execution is filled in. False when none comes about. */
bool fuhe_trial_rate(const struct fuhe_pack *pack, fuhe_decimal rate, struct fuhe_execution *execution);

/* The proofs, each in a file of its own. */
FUHE_MUST_USE enum fuhe_status fuhe_prove_execution(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                                    struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_prove_results(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                                  struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_prove_scale(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                                struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_prove_missing(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                                  struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_prove_totals(const struct fuhe_pack *pack, struct fuhe_pack_proof *proof,
                                                 struct fuhe_error *err);

#endif
