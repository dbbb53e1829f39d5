/* SPDX-License-Identifier: Apache-2.0 */
/* Lines and groups come in as they are found; in the end groups are ranked, lines follow their groups, and a counting
 * sort over pages says which lines each form has. */
#include "crosscheck/lines.h"

#include <stdlib.h>

void fuhe_lines_release(struct fuhe_lines *lines) {
    free(lines->items);
    free(lines->figures);
    free(lines->groups);
    free(lines->starts);
    free(lines->by_page);
}

enum fuhe_status fuhe_lines_make_room(void **items, size_t count, size_t *capacity, size_t size) {
    enum { FIRST = 64 };
    const size_t larger = *capacity == 0 ? FIRST : *capacity + *capacity / 2;
    void *moved = NULL;

    if (count < *capacity) {
        return FUHE_STATUS_OK;
    }
    moved = realloc(*items, larger * size);
    if (moved == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    *items = moved;
    *capacity = larger;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_lines_open_group(struct fuhe_lines *lines, const struct fuhe_line_group *group) {
    void *groups = lines->groups;

    FUHE_TRY(fuhe_lines_make_room(&groups, lines->group_count, &lines->group_capacity, sizeof *lines->groups));
    lines->groups = groups;
    lines->groups[lines->group_count] = *group;
    lines->groups[lines->group_count].id = (uint32_t)lines->group_count;
    lines->group_count++;
    return FUHE_STATUS_OK;
}

static bool has_figures(enum fuhe_code code) {
    return code == FUHE_CODE_UNEVEN_TREATMENT || code == FUHE_CODE_ALL_FULL_MARKS ||
           code == FUHE_CODE_STATEMENT_PROJECTS || code == FUHE_CODE_STATEMENT_FUNDS;
}

static enum fuhe_status add_figures(struct fuhe_lines *lines, const struct fuhe_crosscheck_line *line,
                                    uint32_t *place) {
    void *figures = lines->figures;

    FUHE_TRY(fuhe_lines_make_room(&figures, lines->figure_count, &lines->figure_capacity, sizeof *lines->figures));
    lines->figures = figures;
    *place = (uint32_t)lines->figure_count;
    lines->figures[lines->figure_count++] =
        (struct fuhe_line_figures){line->weight.value, line->claimed.value, line->recomputed.value};
    return FUHE_STATUS_OK;
}

static uint16_t small(size_t number) {
    return number > UINT16_MAX ? UINT16_MAX : (uint16_t)number;
}

enum fuhe_status fuhe_lines_add(struct fuhe_lines *lines, const struct fuhe_crosscheck_line *line) {
    struct fuhe_line_group *group = &lines->groups[lines->group_count - 1];
    struct fuhe_packed_line packed = {.group = group->id,
                                      .department = (uint32_t)line->department,
                                      .page = (uint32_t)line->page,
                                      .like = (uint32_t)line->like,
                                      .row = small(line->row),
                                      .treated_mildly = line->treated_mildly,
                                      .has_weight = line->weight.present,
                                      .has_claimed = line->claimed.present,
                                      .has_recomputed = line->recomputed.present};
    const uint32_t first = line->page != 0 ? packed.page : packed.like;
    void *items = lines->items;

    if (group->lines == FUHE_CROSSCHECK_GROUP_LINES_MAX) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_lines_make_room(&items, lines->count, &lines->capacity, sizeof *lines->items));
    lines->items = items;
    if (has_figures(group->code)) {
        FUHE_TRY(add_figures(lines, line, &packed.more.figures));
    } else {
        packed.more.copy.like_row = small(line->like_row);
        packed.more.copy.similarity = (uint16_t)line->similarity;
    }
    group->first_page = group->first_page == 0 || first < group->first_page ? first : group->first_page;
    group->lines++;
    lines->items[lines->count++] = packed;
    return FUHE_STATUS_OK;
}

/* --- order -------------------------------------------------------------------------------------------------------- */

static int compare(uint64_t a, uint64_t b) {
    return (a > b) - (a < b);
}

static int compare_groups(const void *a, const void *b) {
    const struct fuhe_line_group *first = a;
    const struct fuhe_line_group *second = b;
    int order = compare(first->code, second->code);

    order = order != 0 ? order : compare(second->members, first->members);
    order = order != 0 ? order : compare(first->first_page, second->first_page);
    return order != 0 ? order : compare(first->id, second->id);
}

/* Of one group. */
static int compare_lines(const void *a, const void *b) {
    const struct fuhe_packed_line *first = a;
    const struct fuhe_packed_line *second = b;
    const int order = compare(first->page, second->page);

    return order != 0 ? order : compare(first->row, second->row);
}

/* Lines name their groups by rank from now on. */
static enum fuhe_status rank_groups(struct fuhe_lines *lines) {
    uint32_t *ranks = malloc((lines->group_count + 1) * sizeof *ranks);

    if (ranks == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    qsort(lines->groups, lines->group_count, sizeof *lines->groups, compare_groups);
    for (size_t i = 0; i < lines->group_count; i++) {
        const bool goes_on = i > 0 && lines->groups[i - 1].code == lines->groups[i].code;
        lines->groups[i].number = goes_on ? lines->groups[i - 1].number + 1 : 1;
        ranks[lines->groups[i].id] = (uint32_t)i;
    }
    for (size_t i = 0; i < lines->count; i++) {
        lines->items[i].group = ranks[lines->items[i].group];
    }
    free(ranks);
    return FUHE_STATUS_OK;
}

/* Swaps each line into the stretch of its group; next has where the next line of each goes. */
static void gather_groups(struct fuhe_lines *lines, uint32_t *next) {
    uint32_t end = 0;

    for (size_t i = 0; i < lines->group_count; i++) {
        next[i] = end;
        end += lines->groups[i].lines;
    }
    end = 0;
    for (size_t i = 0; i < lines->group_count; i++) {
        end += lines->groups[i].lines;
        while (next[i] < end) {
            struct fuhe_packed_line *here = &lines->items[next[i]];
            struct fuhe_packed_line *there = &lines->items[next[here->group]++];
            const struct fuhe_packed_line line = *here;
            *here = *there;
            *there = line;
        }
    }
}

/* In place but for a number a group: to sort all lines at once, qsort would hold them twice. */
static enum fuhe_status sort_lines(struct fuhe_lines *lines) {
    uint32_t *next = malloc((lines->group_count + 1) * sizeof *next);

    if (next == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    gather_groups(lines, next);
    for (size_t i = 0; i < lines->group_count; i++) {
        const size_t count = lines->groups[i].lines;
        qsort(lines->items + next[i] - count, count, sizeof *lines->items, compare_lines);
    }
    free(next);
    return FUHE_STATUS_OK;
}

/* starts[page + 1] first counts lines, then becomes where those of the page begin, then where they end, which is where
 * those of the next begin. */
static enum fuhe_status index_pages(struct fuhe_lines *lines, size_t pages) {
    uint32_t sum = 0;

    lines->pages = pages;
    lines->starts = calloc(pages + 2, sizeof *lines->starts);
    lines->by_page = malloc((lines->count + 1) * sizeof *lines->by_page);
    if (lines->starts == NULL || lines->by_page == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < lines->count; i++) {
        lines->starts[lines->items[i].page + 1]++;
    }
    for (size_t i = 0; i < pages + 2; i++) {
        const uint32_t here = lines->starts[i];
        lines->starts[i] = sum;
        sum += here;
    }
    for (size_t i = 0; i < lines->count; i++) {
        lines->by_page[lines->starts[lines->items[i].page + 1]++] = (uint32_t)i;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_lines_sort(struct fuhe_lines *lines, size_t pages) {
    if (lines->count > 0) {
        FUHE_TRY(rank_groups(lines));
        FUHE_TRY(sort_lines(lines));
    }
    return index_pages(lines, pages);
}

struct fuhe_crosscheck_line fuhe_lines_unpack(const struct fuhe_lines *lines, size_t index) {
    const struct fuhe_packed_line *packed = &lines->items[index];
    const struct fuhe_line_group *group = &lines->groups[packed->group];
    struct fuhe_crosscheck_line line = {.code = group->code,
                                        .group = group->number,
                                        .members = group->members,
                                        .mild = group->mild,
                                        .department = packed->department,
                                        .page = packed->page,
                                        .row = packed->row,
                                        .like = packed->like,
                                        .defect = group->defect,
                                        .treated_mildly = packed->treated_mildly};

    if (has_figures(group->code)) {
        const struct fuhe_line_figures *figures = &lines->figures[packed->more.figures];
        line.weight = (struct fuhe_figure){packed->has_weight, figures->weight};
        line.claimed = (struct fuhe_figure){packed->has_claimed, figures->claimed};
        line.recomputed = (struct fuhe_figure){packed->has_recomputed, figures->recomputed};
    } else {
        line.like_row = packed->more.copy.like_row;
        line.similarity = packed->more.copy.similarity;
    }
    return line;
}
