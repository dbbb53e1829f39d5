/* SPDX-License-Identifier: Apache-2.0 */
/* By way of the decimal text, for which the C library finds the nearest double; the locale of numbers is always "C". */
#include "workbook/number.h"

#include <stdlib.h>

double fuhe_number_of(fuhe_decimal value) {
    char text[FUHE_DECIMAL_TEXT_SIZE];

    (void)fuhe_decimal_format(value, 0, text);
    return strtod(text, NULL);
}

double fuhe_number_of_count(uint64_t count) {
    return (double)count;
}
