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

/* 48 bytes and the id of one form. */
struct fuhe_remembered {
    struct fuhe_mark goal;
    struct fuhe_mark project; /* with year, department and unit */
    struct fuhe_place goal_place;
    uint32_t id_offset;
    uint32_t id_length;
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
    char *ids;
    size_t ids_length;
    size_t ids_capacity;
    size_t seen; /* forms added, remembered or not */
    size_t full_marks;
    struct fuhe_unit_sum initial;
    struct fuhe_unit_sum budget;
    struct fuhe_unit_sum executed;
};

#endif
