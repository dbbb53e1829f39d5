/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_COUNTED_FINDING_H
#define FUHE_STORE_COUNTED_FINDING_H

#include "engine/finding.h"

/* Findings as the store counts them, by form or document: {"code/severity":count,…}. */
struct fuhe_counted_finding {
    enum fuhe_code code;
    enum fuhe_severity severity;
    size_t count;
};

/* Reads the next one and moves *rest behind it; *found is false when there is none left. FUHE_STATUS_UNREADABLE for
 * anything else. */
FUHE_MUST_USE enum fuhe_status fuhe_counted_finding_next(fuhe_text *rest, struct fuhe_counted_finding *finding,
                                                         bool *found);

#endif
