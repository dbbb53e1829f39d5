/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_DEVIATION_H
#define FUHE_REPORT_DEVIATION_H

#include "engine/review.h"

/* How many points of claimed less verified total a finding accounts for: negative where it was claimed too little, zero
 * for what does not move the total or merely follows from other findings. */
fuhe_decimal fuhe_deviation_part(const struct fuhe_review *review, const struct fuhe_finding *finding);

#endif
