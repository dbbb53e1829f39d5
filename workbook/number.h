/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_NUMBER_H
#define FUHE_WORKBOOK_NUMBER_H

#include "engine/decimal.h"

/* The one place where a decimal becomes binary floating point, because a spreadsheet knows nothing else: the nearest
 * double, so that it shows as the same decimal again. */
double fuhe_number_of(fuhe_decimal value);
double fuhe_number_of_count(uint64_t count);

#endif
