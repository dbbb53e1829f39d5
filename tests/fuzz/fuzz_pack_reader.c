/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as a rule pack. What is read is a pack that holds together; what is refused says why. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "xml/pack_library.h"
#include "xml/pack_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

/* Whatever an overlay names, it stands on one of the packs that are built in. */
static enum fuhe_status find_base(void *context, const struct fuhe_pack_name *overlay,
                                  const struct fuhe_pack_name *wanted, const struct fuhe_pack **base,
                                  struct fuhe_error *err) {
    static struct fuhe_pack_library library;

    (void)context;
    (void)overlay;
    if (library.count == 0) {
        FUHE_TRY(fuhe_pack_library_init(&library, err));
    }
    *base = &library.packs[wanted->id.length % library.count];
    return FUHE_STATUS_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    const struct fuhe_pack_bases bases = {find_base, NULL};
    struct fuhe_memory_input memory = {.bytes = (const char *)bytes, .length = size};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_pack pack;
    struct fuhe_error err;

    if (arena == NULL) {
        return 0;
    }
    memset(&err, 0, sizeof err);
    if (fuhe_pack_read(&input, &bases, arena, &pack, &err) == FUHE_STATUS_OK) {
        require(fuhe_pack_validate(&pack, NULL) == FUHE_STATUS_OK);
        require(fuhe_pack_find_grade(&pack, FUHE_DECIMAL(0)) == pack.grade_count - 1);
        require(fuhe_pack_find_grade(&pack, pack.full_marks) == 0);
    } else {
        require(err.problem != FUHE_PROBLEM_NONE && err.status != FUHE_STATUS_OK);
    }
    fuhe_arena_free(arena);
    return 0;
}
