/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_GAUGE_LEDGER_H
#define FUHE_STATS_GAUGE_LEDGER_H

#include "engine/error.h"
#include "stats/gauge.h"

/* The gauges of all departments, by number. They wait in a temporary file: there may be as many departments as forms.
 */
struct fuhe_gauge_ledger;

FUHE_MUST_USE enum fuhe_status fuhe_gauge_ledger_new(struct fuhe_gauge_ledger **ledger, struct fuhe_error *err);
void fuhe_gauge_ledger_free(struct fuhe_gauge_ledger *ledger); /* takes NULL */

/* The gauge of the next department, from number 1 on. */
FUHE_MUST_USE enum fuhe_status fuhe_gauge_ledger_add(struct fuhe_gauge_ledger *ledger, const struct fuhe_gauge *gauge,
                                                     struct fuhe_error *err);

/* Of a department by its number; nothing at all for a number that was not added. */
FUHE_MUST_USE enum fuhe_status fuhe_gauge_ledger_read(struct fuhe_gauge_ledger *ledger, uint64_t number,
                                                      struct fuhe_gauge *gauge, struct fuhe_error *err);

#endif
