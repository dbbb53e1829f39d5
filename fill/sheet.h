/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_SHEET_H
#define FUHE_FILL_SHEET_H

#include "fill/plan.h"
#include "fill/splice.h"
#include "fill/styles.h"

/* Notes what changes in the part of a sheet when cells are written: those cells, and what says how far rows, the sheet
 * and its columns reach. Cells with formulas are left alone, and counted. `writes` are those of this sheet; their order
 * is changed. */
FUHE_MUST_USE enum fuhe_status fuhe_fill_sheet(fuhe_text markup, struct fuhe_write *writes, size_t count,
                                               struct fuhe_styles *styles, struct fuhe_splices *splices,
                                               size_t *formulas);

#endif
