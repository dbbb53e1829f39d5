/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_LINES_H
#define FUHE_CROSSCHECK_LINES_H

#include "crosscheck/crosscheck.h"

/* The lines in 24 bytes each, with figures and groups beside them, for a batch can have a million. */

struct fuhe_packed_line {
    uint32_t group; /* place in groups */
    uint32_t department;
    uint32_t page;
    uint32_t like;
    union {
        uint32_t figures; /* place in figures, of groups that have them */
        struct {
            uint16_t like_row;
            uint16_t similarity;
        } copy;
    } more;
    uint16_t row;
    bool treated_mildly : 1;
    bool has_weight : 1;
    bool has_claimed : 1;
    bool has_recomputed : 1;
};

struct fuhe_line_figures {
    fuhe_decimal weight;
    fuhe_decimal claimed;
    fuhe_decimal recomputed;
};

struct fuhe_line_group {
    enum fuhe_code code;
    enum fuhe_defect defect;
    uint32_t number; /* within its code, once sorted */
    uint32_t id;     /* place when it was opened */
    uint32_t lines;  /* of it that are kept */
    uint32_t members;
    uint32_t mild;
    uint32_t first_page;
};

struct fuhe_lines {
    struct fuhe_packed_line *items;
    size_t count;
    size_t capacity;
    struct fuhe_line_figures *figures;
    size_t figure_count;
    size_t figure_capacity;
    struct fuhe_line_group *groups;
    size_t group_count;
    size_t group_capacity;
    uint32_t *starts; /* by page: place of its first line in by_page; pages + 2 of them */
    uint32_t *by_page;
    size_t pages;
};

void fuhe_lines_release(struct fuhe_lines *lines);

/* Begins a group; the lines added from now on belong to it, and the first FUHE_CROSSCHECK_GROUP_LINES_MAX are kept.
 * members and mild count what is not, too. */
FUHE_MUST_USE enum fuhe_status fuhe_lines_open_group(struct fuhe_lines *lines, const struct fuhe_line_group *group);
FUHE_MUST_USE enum fuhe_status fuhe_lines_add(struct fuhe_lines *lines, const struct fuhe_crosscheck_line *line);

/* Puts groups and lines in their order, and finds the lines of each page. */
FUHE_MUST_USE enum fuhe_status fuhe_lines_sort(struct fuhe_lines *lines, size_t pages);

struct fuhe_crosscheck_line fuhe_lines_unpack(const struct fuhe_lines *lines, size_t index);

/* Makes room for one more element in an array of the heap. */
FUHE_MUST_USE enum fuhe_status fuhe_lines_make_room(void **items, size_t count, size_t *capacity, size_t size);

#endif
