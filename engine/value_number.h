/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_VALUE_NUMBER_H
#define FUHE_ENGINE_VALUE_NUMBER_H

#include "engine/value.h"

/* Numbers and ranks, as parts of the value reader. Only value.c uses this. text is not empty and holds a whole cell but
 * for an operator in front of it; value has kind FUHE_VALUE_WORDS and scale 1 on entry, and stays so when text is no
 * number. */
void fuhe_value_read_number(fuhe_text text, struct fuhe_value *value);
/* Reads text when it is digits and nothing else but a point and separators: most figures. */
bool fuhe_value_read_plain(fuhe_text text, struct fuhe_value *value);

void fuhe_value_read_rank(fuhe_text text, struct fuhe_value *value); /* text begins with 前 or 第 */

/* Gives a bare number the scale and unit in text ("万元"); kind becomes FUHE_VALUE_WORDS when text is no unit. */
void fuhe_value_read_unit(fuhe_text text, struct fuhe_value *value);

/* The same for a unit already read. */
void fuhe_value_give_unit(struct fuhe_value *value, fuhe_text unit, enum fuhe_unit_kind kind, int64_t scale);

/* Multiplies the number; out of range it is unreadable. */
void fuhe_value_scale(struct fuhe_value *value, int64_t factor);

void fuhe_value_make_unreadable(struct fuhe_value *value);

/* text without white space at its ends; cheap when there is none. */
fuhe_text fuhe_value_skip_space(fuhe_text text);

#endif
