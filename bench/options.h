/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_OPTIONS_H
#define FUHE_BENCH_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

/* An option with its value: a whole number or a text. The table ends with a row without a name. */
struct option_row {
    const char *name; /* "--forms" */
    const char *help;
    uint64_t *number;
    const char **text;
};

/* Reads "--name value" pairs into the table's targets. False when something is unknown or malformed: the table is then
 * printed to standard error. */
bool options_read(const struct option_row *rows, int count, char **arguments);

#endif
