/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_SHEET_NUMBER_H
#define FUHE_DOORS_SHEET_NUMBER_H

#include "engine/text.h"

enum { FUHE_SHEET_NUMBER_SIZE = 512 };

/* A number as a spreadsheet shows it: `value` as the file stores it, `code` its number format ("0.00%", "yyyy/m/d";
 * empty for General). Formats beyond plain numbers, thousands, percent, dates and times with words around them give the
 * number as General shows it; what is no number stays as it is. days_from_1904 says from where dates count. The result
 * lies in the buffer or is value. */
fuhe_text fuhe_sheet_number_print(fuhe_text value, fuhe_text code, bool days_from_1904,
                                  char buffer[FUHE_SHEET_NUMBER_SIZE]);

/* The code of a format that has a number only. */
fuhe_text fuhe_sheet_number_code(uint32_t id);

#endif
