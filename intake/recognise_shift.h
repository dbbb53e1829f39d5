/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INTAKE_RECOGNISE_SHIFT_H
#define FUHE_INTAKE_RECOGNISE_SHIFT_H

#include "intake/recogniser_state.h"

/* How far a row of indicators stands left of its header, because cells in front that were merged are missing. */
struct fuhe_shift {
    uint32_t columns;
    bool unclear; /* another reading is as good */
};

struct fuhe_shift fuhe_shift_find(const struct fuhe_recogniser *state);

/* The first column whose heading is about values, not levels or name. */
uint32_t fuhe_shift_first_value(const struct fuhe_columns *columns);

#endif
