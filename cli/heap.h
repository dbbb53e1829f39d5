/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_HEAP_H
#define FUHE_CLI_HEAP_H

#include "cli/exit_codes.h"

/* From now on, memory for large arrays goes back to the system once it is free: for what goes through a whole batch,
 * where arrays of one step are of no use to the next. */
void fuhe_heap_give_back(void);

/* Says that memory is out, and gives how the program ends then. */
enum fuhe_exit fuhe_out_of_memory(void);

#endif
