/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PACK_RULE_H
#define FUHE_ENGINE_PACK_RULE_H

#include "engine/pack.h"

/* One rule of a pack at a time: what a rule says is all of struct fuhe_pack that belongs to it (its values) and its
 * citation. Identity, period, regions and severities belong to no rule. */

/* Whether the two packs ask the same by this rule: equal values, word lists in the same order. Papers and the words for
 * people are not compared. True for a rule without values. */
bool fuhe_pack_same_rule(const struct fuhe_pack *a, const struct fuhe_pack *b, enum fuhe_rule rule);

/* Puts the values and the citation of one rule of another pack in the place of those of pack, which shares them from
 * then on. Nothing is proved: the two rules may not fit the others (fuhe_pack_validate). */
void fuhe_pack_take_rule(struct fuhe_pack *pack, const struct fuhe_pack *from, enum fuhe_rule rule);

#endif
