/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/jobs.h"

#include <stdlib.h>
#include <unistd.h>

enum { WORKERS_MAX = 256 };

size_t fuhe_jobs_default(void) {
    const long count = sysconf(_SC_NPROCESSORS_ONLN);

    if (count < 1) {
        return 1;
    }
    return count > WORKERS_MAX ? WORKERS_MAX : (size_t)count;
}

bool fuhe_jobs_read(const char *value, size_t *workers) {
    char *end = NULL;
    const unsigned long count = strtoul(value, &end, 10);

    *workers = (size_t)count;
    return value[0] >= '0' && value[0] <= '9' && *end == '\0' && count >= 1 && count <= WORKERS_MAX;
}
