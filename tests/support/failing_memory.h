/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_SUPPORT_FAILING_MEMORY_H
#define FUHE_TESTS_SUPPORT_FAILING_MEMORY_H

#include <stddef.h>

#include "engine/error.h"

/* Memory that runs out: a program linked by fuhe_add_memory_test() asks these in place of malloc and its kin, which the
 * linker sees to (--wrap, within the program's own objects and static libraries). */

/* Runs work once as it is (whatever is kept for good is kept from then on), then with the n-th allocation failing, n =
 * 1, 2, … until it needs fewer. Each run must end with OK or “out of memory” and give back every block, else the test
 * fails. Returns in how many of the runs the work gave up. */
size_t failing_memory_exhaust(enum fuhe_status (*work)(const void *), const void *context);

#endif
