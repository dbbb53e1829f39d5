/* SPDX-License-Identifier: Apache-2.0 */
/* One pass over the tags of a document; what is open of tables, rows and cells is kept on a stack of its own. */
#include "fill/table_map.h"

#include "doors/part.h"

enum { DEPTH_MAX = 512, COLUMNS_MAX = 16384 };

enum level { LEVEL_TABLE, LEVEL_ROW, LEVEL_CELL };

struct open {
    enum level level;
    size_t index;
};

struct mapping {
    struct fuhe_table_map *map;
    struct open open[DEPTH_MAX]; /* no part is nested deeper */
    size_t depth;
};

static const char *const names[] = {[LEVEL_TABLE] = "tbl", [LEVEL_ROW] = "tr", [LEVEL_CELL] = "tc"};

/* The index of what is open on a level right around; false when there is none. */
static bool find_open(const struct mapping *mapping, enum level level, size_t *index) {
    const struct open *last = mapping->depth == 0 ? NULL : &mapping->open[mapping->depth - 1];

    if (last == NULL || last->level != level) {
        return false;
    }
    *index = last->index;
    return true;
}

static enum fuhe_status add_table(struct mapping *mapping, const struct fuhe_markup_tag *tag, size_t *index) {
    struct fuhe_table_map *map = mapping->map;
    void *items = map->tables;

    FUHE_TRY(fuhe_arena_grow(map->arena, &items, map->table_count, &map->table_capacity, sizeof *map->tables));
    map->tables = items;
    *index = map->table_count++;
    map->tables[*index] = (struct fuhe_table){.begin = tag->end};
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_row(struct mapping *mapping, const struct fuhe_markup_tag *tag, size_t *index) {
    struct fuhe_table_map *map = mapping->map;
    void *items = map->rows;
    struct fuhe_table_row row = {
        .tag = *tag, .inside_end = tag->end, .end = tag->end, .table = SIZE_MAX, .last_cell = SIZE_MAX};

    (void)find_open(mapping, LEVEL_TABLE, &row.table);
    FUHE_TRY(fuhe_arena_grow(map->arena, &items, map->row_count, &map->row_capacity, sizeof *map->rows));
    map->rows = items;
    *index = map->row_count++;
    map->rows[*index] = row;
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_cell(struct mapping *mapping, const struct fuhe_markup_tag *tag, size_t *index) {
    struct fuhe_table_map *map = mapping->map;
    void *items = map->cells;
    struct fuhe_table_cell cell = {.tag = *tag, .inside_end = tag->end, .row = SIZE_MAX, .span = 1};

    (void)find_open(mapping, LEVEL_ROW, &cell.row);
    FUHE_TRY(fuhe_arena_grow(map->arena, &items, map->cell_count, &map->cell_capacity, sizeof *map->cells));
    map->cells = items;
    *index = map->cell_count++;
    map->cells[*index] = cell;
    if (cell.row != SIZE_MAX) {
        map->rows[cell.row].last_cell = *index;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status (*const adders[])(struct mapping *, const struct fuhe_markup_tag *, size_t *) = {
    [LEVEL_TABLE] = add_table, [LEVEL_ROW] = add_row, [LEVEL_CELL] = add_cell};

/* --- ends -------------------------------------------------------------------------------------------------------- */

static void end_cell(struct fuhe_table_map *map, size_t index, const struct fuhe_markup_tag *tag) {
    struct fuhe_table_cell *cell = &map->cells[index];

    cell->inside_end = tag->begin;
    if (cell->row != SIZE_MAX) {
        struct fuhe_table_row *row = &map->rows[cell->row];
        row->width = row->width > COLUMNS_MAX ? row->width : row->width + cell->span;
    }
}

static void end_row(struct fuhe_table_map *map, size_t index, const struct fuhe_markup_tag *tag) {
    struct fuhe_table_row *row = &map->rows[index];

    row->inside_end = tag->begin;
    row->end = tag->end;
    if (row->table != SIZE_MAX && map->tables[row->table].width < row->width) {
        map->tables[row->table].width = row->width;
    }
}

static void (*const enders[])(struct fuhe_table_map *, size_t,
                              const struct fuhe_markup_tag *) = {[LEVEL_ROW] = end_row, [LEVEL_CELL] = end_cell};

/* --- properties -------------------------------------------------------------------------------------------------- */

static void take_property(const struct mapping *mapping, const struct fuhe_markup_tag *tag) {
    struct fuhe_table_map *map = mapping->map;
    const fuhe_text value = fuhe_markup_attribute(tag, "val");
    const uint32_t number = fuhe_text_to_whole(value, 0, COLUMNS_MAX);
    size_t index;

    if (find_open(mapping, LEVEL_CELL, &index)) {
        struct fuhe_table_cell *cell = &map->cells[index];
        if (fuhe_markup_is(tag, "gridSpan")) {
            cell->span = number > 0 ? number : 1;
        } else if (fuhe_markup_is(tag, "vMerge")) {
            cell->is_merged = true;
            cell->goes_on = !fuhe_text_equals(value, FUHE_TEXT("restart"));
        }
    } else if (find_open(mapping, LEVEL_ROW, &index)) {
        struct fuhe_table_row *row = &map->rows[index];
        if (fuhe_markup_is(tag, "gridBefore")) {
            row->width += number;
        } else if (fuhe_markup_is(tag, "gridAfter")) {
            row->after_begin = tag->begin;
            row->after_end = fuhe_markup_end(map->markup, tag, NULL);
        }
    } else if (find_open(mapping, LEVEL_TABLE, &index) && fuhe_markup_is(tag, "tblGrid") && tag->kind == FUHE_TAG_END &&
               map->tables[index].grid_end == 0) {
        map->tables[index].grid_end = tag->begin;
    }
}

static enum fuhe_status take_tag(struct mapping *mapping, const struct fuhe_markup_tag *tag) {
    for (enum level level = LEVEL_TABLE; level <= LEVEL_CELL; level++) {
        struct open *last = mapping->depth == 0 ? NULL : &mapping->open[mapping->depth - 1];
        size_t index = 0;
        if (!fuhe_markup_is(tag, names[level])) {
            continue;
        }
        if (tag->kind == FUHE_TAG_END) {
            if (last != NULL && last->level == level) {
                if (enders[level] != NULL) {
                    enders[level](mapping->map, last->index, tag);
                }
                mapping->depth--;
            }
            return FUHE_STATUS_OK;
        }
        FUHE_TRY(adders[level](mapping, tag, &index));
        if (tag->kind == FUHE_TAG_BEGIN && mapping->depth < DEPTH_MAX) {
            mapping->open[mapping->depth++] = (struct open){level, index};
        }
        return FUHE_STATUS_OK;
    }
    if (tag->kind != FUHE_TAG_END || fuhe_markup_is(tag, "tblGrid")) {
        take_property(mapping, tag);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_table_map_read(struct fuhe_table_map *map) {
    struct mapping mapping = {.map = map};
    struct fuhe_markup_tag tag;
    size_t at = 0;

    while (fuhe_markup_next(map->markup, &at, &tag)) {
        if (fuhe_text_ends_with(tag.name, FUHE_TEXT("Change"))) {
            at = fuhe_markup_end(map->markup, &tag, NULL); /* what properties were before it */
            continue;
        }
        FUHE_TRY(take_tag(&mapping, &tag));
    }
    return FUHE_STATUS_OK;
}
