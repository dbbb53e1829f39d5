/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_LIMITS_H
#define FUHE_WORKBOOK_LIMITS_H

#include "workbook/workbook.h"

/* What goes into one file: beyond, it goes on in the next one, between forms. A spreadsheet could take more lines, but
 * people could not open it. */
struct fuhe_workbook_limits {
    size_t forms;
    size_t lines;      /* of the longest sheet */
    size_t comparings; /* departments by forms: up to here they are formulas over the overview */
};

/* Before the first form; for tests. */
void fuhe_workbook_set_limits(struct fuhe_workbook *workbook, struct fuhe_workbook_limits limits);

#endif
