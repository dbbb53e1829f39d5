/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_VALUE_WORDS_H
#define FUHE_ENGINE_VALUE_WORDS_H

#include "engine/value.h"

/* The words that the value reader knows. Only value.c uses this. */

/* The kind of a text that is wholly one of the fixed words (—, 无, NaN), else FUHE_VALUE_WORDS. */
enum fuhe_value_kind fuhe_value_word_kind(fuhe_text text);

/* FUHE_VALUE_NONE or FUHE_VALUE_UNREADABLE for a text that is no entry although it looks like one (≥××%, 待定, #REF!),
 * else FUHE_VALUE_WORDS. text is not empty. */
enum fuhe_value_kind fuhe_value_nothing_kind(fuhe_text text);

/* Takes an operator off the front (≥, 不超过) or the back (以上, 以内) of *text; FUHE_RELATION_NONE when there is
 * none. */
enum fuhe_relation fuhe_value_take_front(fuhe_text *text);
enum fuhe_relation fuhe_value_take_back(fuhe_text *text);

/* Takes the scale off the front of *text (万 of 万元): its factor, 1 when there is none. */
int64_t fuhe_value_take_scale(fuhe_text *text);

/* Whether text is a unit, and of what kind. "" is one, of kind FUHE_UNIT_NONE. */
bool fuhe_value_unit_kind(fuhe_text text, enum fuhe_unit_kind *kind);

/* The character in its narrow form: digits and signs of full width, and minus and space of any kind, become ASCII. */
uint32_t fuhe_value_narrow(uint32_t character);

#endif
