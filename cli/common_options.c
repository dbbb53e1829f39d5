/* SPDX-License-Identifier: Apache-2.0 */
/* The values of options that several commands have. */
#include "cli/common_options.h"

#include <string.h>

#include "cli/jobs.h"

bool fuhe_option_take_fail_on(void *fail_on, const char *value) {
    return fuhe_options_read_fail_on(value, fail_on);
}

bool fuhe_option_take_jobs(void *workers, const char *value) {
    return fuhe_jobs_read(value, workers);
}

bool fuhe_option_take_json(void *json, const char *value) {
    *(bool *)json = strcmp(value, "json") == 0;
    return *(bool *)json || strcmp(value, "text") == 0;
}
