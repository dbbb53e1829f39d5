/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as cases of a rule pack, run by a pack that is built in. What is read is scored and noted; what is refused says
 * why. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "engine/pack_coverage.h"
#include "xml/case_reader.h"
#include "xml/pack_library.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static const struct fuhe_pack *the_pack(void) {
    static struct fuhe_pack_library library;

    if (library.count == 0) {
        require(fuhe_pack_library_init(&library, NULL) == FUHE_STATUS_OK);
    }
    return &library.packs[0];
}

static void run_cases(const struct fuhe_pack_cases *cases, struct fuhe_arena *arena) {
    struct fuhe_coverage coverage;

    require(fuhe_coverage_init(&coverage, the_pack(), arena) == FUHE_STATUS_OK);
    for (size_t i = 0; i < cases->count; i++) {
        struct fuhe_case_difference difference;
        struct fuhe_review review;
        require(fuhe_pack_case_run(&cases->cases[i], the_pack(), arena, &review, &difference) == FUHE_STATUS_OK);
        require(!difference.found || difference.what != NULL);
        fuhe_coverage_note(&coverage, &cases->cases[i], &review); /* as if it did not differ */
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct fuhe_memory_input memory = {.bytes = (const char *)bytes, .length = size};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_pack_cases cases;
    struct fuhe_error err;

    if (arena == NULL) {
        return 0;
    }
    memset(&err, 0, sizeof err);
    if (fuhe_cases_read(&input, arena, &cases, &err) == FUHE_STATUS_OK) {
        require(cases.count > 0);
        run_cases(&cases, arena);
    } else {
        require(err.problem != FUHE_PROBLEM_NONE && err.status != FUHE_STATUS_OK);
    }
    fuhe_arena_free(arena);
    return 0;
}
