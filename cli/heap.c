/* SPDX-License-Identifier: Apache-2.0 */
/* The GNU library keeps large blocks for later once one has been freed, unless it is told from what size on to ask the
 * system for each. Others are left as they are. */
#include "cli/heap.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void fuhe_heap_give_back(void) {
#ifdef __GLIBC__
    enum { LARGE = 1 << 17 };

    (void)mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}
