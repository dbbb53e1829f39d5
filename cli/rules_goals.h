/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_RULES_GOALS_H
#define FUHE_CLI_RULES_GOALS_H

#include "engine/output.h"
#include "engine/pack_coverage.h"

/* What the cases of a pack should hit, in words: "Budget execution: a rate of exactly 80 %". */
void fuhe_rules_write_goal(struct fuhe_output *output, const struct fuhe_pack *pack, const struct fuhe_goal_item *item);

#endif
