/* SPDX-License-Identifier: Apache-2.0 */
/* The GNU library keeps large blocks for later once one has been freed, unless it is told from what size on to ask the
 * system for each. Others are left as they are. */
#include "cli/heap.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "report/messages.h"

void fuhe_heap_give_back(void) {
#ifdef __GLIBC__
    enum { LARGE = 1 << 17 };

    (void)mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

enum fuhe_exit fuhe_out_of_memory(void) {
    struct fuhe_error error;

    (void)fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    fuhe_message_complain(NULL, &error);
    return FUHE_EXIT_INTERNAL;
}
