/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_SHEET_COLUMNS_H
#define FUHE_FILL_SHEET_COLUMNS_H

#include "fill/cell_map.h"
#include "fill/splice.h"

/* Makes the columns of a sheet that get headings as wide as what stands in them needs, and shows them. What one element
 * says of several columns stays true of all others; what somebody has said of that one column stays. */
FUHE_MUST_USE enum fuhe_status fuhe_fill_columns(const struct fuhe_cell_map *map, const struct fuhe_write *writes,
                                                 size_t count, struct fuhe_splices *splices);

#endif
