/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_JOBS_H
#define FUHE_CLI_JOBS_H

#include <stdbool.h>
#include <stddef.h>

/* The option -j: how many workers. */

/* One for each processor. */
size_t fuhe_jobs_default(void);

/* Reads a number of workers; false when it is none, or too large. */
bool fuhe_jobs_read(const char *value, size_t *workers);

#endif
