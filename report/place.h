/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_PLACE_H
#define FUHE_REPORT_PLACE_H

#include "engine/finding.h"
#include "engine/output.h"

/* "成本指标 › 办公经费3 › 自评得分": the place of a finding as the form names it. */
void fuhe_message_place(struct fuhe_output *output, const struct fuhe_form *form, const struct fuhe_finding *finding);

#endif
