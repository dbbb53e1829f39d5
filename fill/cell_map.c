/* SPDX-License-Identifier: Apache-2.0 */
/* One pass over the tags of a sheet. Rows and cells that do not say where they are follow those in front of them. */
#include "fill/cell_map.h"

#include <stdlib.h>

#include "doors/door_xlsx.h"

enum { COLUMNS_MAX = 16384 };

struct mapping {
    struct fuhe_cell_map *map;
    uint32_t next_row;
    uint32_t next_column;
    struct fuhe_mapped_row *row; /* the one at hand, when it matters */
};

static int compare_numbers(const void *left, const void *right) {
    const uint32_t one = *(const uint32_t *)left;
    const uint32_t other = *(const uint32_t *)right;

    return (one > other) - (one < other);
}

static bool is_wanted(const struct fuhe_cell_map *map, uint32_t row) {
    return map->wanted_count > 0 && bsearch(&row, map->wanted, map->wanted_count, sizeof row, compare_numbers) != NULL;
}

/* Whether an attribute says a number beyond what sheets have: then the part is not read. */
static bool take_row_number(struct mapping *mapping, const struct fuhe_markup_tag *tag) {
    const fuhe_text number = fuhe_markup_attribute(tag, "r");
    const uint32_t found = fuhe_text_to_whole(number, 0, 1048577);

    if (number.bytes != NULL) {
        mapping->next_row = found - 1;
    }
    return number.bytes == NULL || (found > 0 && found <= 1048576);
}

static enum fuhe_status begin_row(struct mapping *mapping, const struct fuhe_markup_tag *tag, bool *good) {
    struct fuhe_cell_map *map = mapping->map;
    void *items = map->rows;

    mapping->next_column = 0;
    mapping->row = NULL;
    if (!*good || !is_wanted(map, mapping->next_row)) {
        return FUHE_STATUS_OK;
    }
    *good = map->row_count == 0 || map->rows[map->row_count - 1].number < mapping->next_row;
    FUHE_TRY(fuhe_arena_grow(map->arena, &items, map->row_count, &map->row_capacity, sizeof *map->rows));
    map->rows = items;
    mapping->row = &map->rows[map->row_count++];
    *mapping->row = (struct fuhe_mapped_row){.number = mapping->next_row,
                                             .tag = *tag,
                                             .inside_end = tag->end,
                                             .end = tag->end,
                                             .first_cell = map->cell_count};
    return FUHE_STATUS_OK;
}

/* "G6:G9" */
static bool parse_range(fuhe_text reference, struct fuhe_mapped_range *range) {
    size_t at = 0;

    if (!fuhe_xlsx_reference_parse(reference, &at, &range->row, &range->column)) {
        return false;
    }
    range->last_row = range->row;
    range->last_column = range->column;
    at++;
    return at > reference.length || fuhe_xlsx_reference_parse(reference, &at, &range->last_row, &range->last_column);
}

/* A formula that is shared stands in each of its cells, one that gives several values only in the first. */
static enum fuhe_status take_formula(struct fuhe_cell_map *map, const struct fuhe_markup_tag *tag) {
    const bool is_shared = fuhe_text_equals(fuhe_markup_attribute(tag, "t"), FUHE_TEXT("shared"));
    struct fuhe_mapped_range range;
    void *items = map->ranges;

    if (is_shared || !parse_range(fuhe_markup_attribute(tag, "ref"), &range)) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_grow(map->arena, &items, map->range_count, &map->range_capacity, sizeof range));
    map->ranges = items;
    map->ranges[map->range_count++] = range;
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_formula(struct fuhe_cell_map *map, const struct fuhe_markup_tag *tag, size_t end,
                                     bool *found) {
    struct fuhe_markup_tag inner;
    size_t at = tag->end;

    *found = false;
    while (!*found && at < end && fuhe_markup_next(map->markup, &at, &inner) && at <= end) {
        *found = fuhe_markup_is(&inner, "f");
    }
    return *found ? take_formula(map, &inner) : FUHE_STATUS_OK;
}

/* False when the place of the cell is in another row than it stands in, or nowhere. */
static bool take_column(struct mapping *mapping, const struct fuhe_markup_tag *tag) {
    const fuhe_text reference = fuhe_markup_attribute(tag, "r");
    uint32_t row = mapping->next_row;
    size_t at = 0;

    return reference.bytes == NULL || (fuhe_xlsx_reference_parse(reference, &at, &row, &mapping->next_column) &&
                                       at == reference.length && row == mapping->next_row);
}

static enum fuhe_status take_cell(struct mapping *mapping, const struct fuhe_markup_tag *tag, size_t end) {
    struct fuhe_cell_map *map = mapping->map;
    void *items = map->cells;
    bool has_formula;

    FUHE_TRY(find_formula(map, tag, end, &has_formula));
    if (mapping->row == NULL) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_grow(map->arena, &items, map->cell_count, &map->cell_capacity, sizeof *map->cells));
    map->cells = items;
    map->cells[map->cell_count++] =
        (struct fuhe_mapped_cell){.column = mapping->next_column,
                                  .style = fuhe_text_to_whole(fuhe_markup_attribute(tag, "s"), 0, UINT32_MAX),
                                  .begin = tag->begin,
                                  .end = end,
                                  .has_formula = has_formula};
    mapping->row->cell_count++;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_columns(struct fuhe_cell_map *map, const struct fuhe_markup_tag *tag) {
    const uint32_t first = fuhe_text_to_whole(fuhe_markup_attribute(tag, "min"), 0, COLUMNS_MAX);
    const uint32_t last = fuhe_text_to_whole(fuhe_markup_attribute(tag, "max"), 0, COLUMNS_MAX);
    void *items = map->spans;

    if (first == 0 || last < first) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_grow(map->arena, &items, map->span_count, &map->span_capacity, sizeof *map->spans));
    map->spans = items;
    map->spans[map->span_count++] =
        (struct fuhe_mapped_columns){*tag, fuhe_markup_end(map->markup, tag, NULL), first - 1, last - 1};
    return FUHE_STATUS_OK;
}

/* What stands in front of the rows. */
static enum fuhe_status take_head(struct fuhe_cell_map *map, const struct fuhe_markup_tag *tag) {
    if (fuhe_markup_is(tag, "dimension") && tag->kind != FUHE_TAG_END) {
        map->dimension = *tag;
    } else if (fuhe_markup_is(tag, "cols") && tag->kind == FUHE_TAG_END) {
        map->columns_end = tag->begin;
    } else if (fuhe_markup_is(tag, "col") && tag->kind != FUHE_TAG_END) {
        return take_columns(map, tag);
    } else if (fuhe_markup_is(tag, "sheetData")) {
        map->data = *tag;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_tag(struct mapping *mapping, const struct fuhe_markup_tag *tag, size_t *at, bool *good) {
    if (fuhe_markup_is(tag, "row") && tag->kind != FUHE_TAG_END) {
        *good = take_row_number(mapping, tag);
        FUHE_TRY(begin_row(mapping, tag, good));
        mapping->next_row += tag->kind == FUHE_TAG_EMPTY;
    } else if (fuhe_markup_is(tag, "row")) {
        if (mapping->row != NULL) {
            mapping->row->inside_end = tag->begin;
            mapping->row->end = tag->end;
        }
        mapping->next_row++;
        mapping->row = NULL;
    } else if (fuhe_markup_is(tag, "c") && tag->kind != FUHE_TAG_END) {
        *good = take_column(mapping, tag);
        *at = fuhe_markup_end(mapping->map->markup, tag, NULL);
        FUHE_TRY(take_cell(mapping, tag, *at));
        mapping->next_column++;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_cell_map_read(struct fuhe_cell_map *map, bool *good) {
    struct mapping mapping = {.map = map};
    struct fuhe_markup_tag tag;
    size_t at = 0;

    *good = fuhe_markup_is_utf8(map->markup);
    while (*good && map->data.text.bytes == NULL && fuhe_markup_next(map->markup, &at, &tag)) {
        FUHE_TRY(take_head(map, &tag));
    }
    *good = *good && map->data.text.bytes != NULL && map->data.kind == FUHE_TAG_BEGIN;
    while (*good && fuhe_markup_next(map->markup, &at, &tag) && !fuhe_markup_is(&tag, "sheetData")) {
        FUHE_TRY(take_tag(&mapping, &tag, &at, good));
    }
    return FUHE_STATUS_OK;
}

static int compare_row_number(const void *number, const void *row) {
    return compare_numbers(number, &((const struct fuhe_mapped_row *)row)->number);
}

const struct fuhe_mapped_row *fuhe_cell_map_row(const struct fuhe_cell_map *map, uint32_t number) {
    return map->row_count == 0 ? NULL
                               : bsearch(&number, map->rows, map->row_count, sizeof *map->rows, compare_row_number);
}

const struct fuhe_mapped_cell *fuhe_cell_map_cell(const struct fuhe_cell_map *map, const struct fuhe_mapped_row *row,
                                                  uint32_t column) {
    for (size_t i = 0; i < row->cell_count; i++) {
        if (map->cells[row->first_cell + i].column == column) {
            return &map->cells[row->first_cell + i];
        }
    }
    return NULL;
}

bool fuhe_cell_map_is_reckoned(const struct fuhe_cell_map *map, uint32_t row, uint32_t column,
                               const struct fuhe_mapped_cell *cell) {
    for (size_t i = 0; i < map->range_count; i++) {
        const struct fuhe_mapped_range *range = &map->ranges[i];
        if (row >= range->row && row <= range->last_row && column >= range->column && column <= range->last_column) {
            return true;
        }
    }
    return cell != NULL && cell->has_formula;
}
