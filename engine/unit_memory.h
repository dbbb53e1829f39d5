/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_UNIT_MEMORY_H
#define FUHE_ENGINE_UNIT_MEMORY_H

#include "engine/unit.h"

/* What a unit remembers; unit.c fills it, unit_checks.c reads it. */

/* 128 bits of a text; both 0 for a text that is missing or too short to compare. */
struct fuhe_mark {
    uint64_t first;
    uint64_t second;
};

/* A text among those that are kept. */
struct fuhe_kept {
    uint32_t offset;
    uint32_t length;
};

/* 64 bytes of one form, its id, and where its goal is when it is in a table of a document. */
struct fuhe_remembered {
    struct fuhe_mark goal;
    struct fuhe_mark project; /* with year, department and unit */
    struct fuhe_place goal_place;
    struct fuhe_kept id;
    struct fuhe_kept goal_address;
};

/* A column of money over all forms, in 元. */
struct fuhe_unit_sum {
    fuhe_decimal value;
    fuhe_decimal slack;
    bool broken; /* a form without the figure, or out of range */
};

struct fuhe_unit {
    struct fuhe_remembered *forms;
    size_t count;
    size_t capacity;
    char *texts;
    size_t texts_length;
    size_t texts_capacity;
    size_t seen; /* forms added, remembered or not */
    size_t full_marks;
    struct fuhe_unit_sum initial;
    struct fuhe_unit_sum budget;
    struct fuhe_unit_sum executed;
};

/* Empty for a text that was not kept. */
static inline fuhe_text fuhe_unit_text(const struct fuhe_unit *unit, struct fuhe_kept kept) {
    return kept.length == 0 ? (fuhe_text){NULL, 0} : (fuhe_text){unit->texts + kept.offset, kept.length};
}

#endif
