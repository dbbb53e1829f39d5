/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_FUZZ_PARTS_H
#define FUHE_TESTS_FUZZ_PARTS_H

#include <stdint.h>

#include "doors/door.h"
#include "tests/support/archive.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A package for a door: parts that never change, and those that bytes are split into, at zero bytes. */
struct package_plan {
    const struct archive_part *fixed;
    size_t fixed_count;
    const char *const *free_names;
    size_t free_count;
    const struct fuhe_door *door;
};

/* Reads bytes as the free parts of a package; aborts unless its cells lie within their grids and texts are trimmed. */
void read_parts(const struct package_plan *plan, const uint8_t *bytes, size_t size);

#endif
