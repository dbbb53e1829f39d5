/* SPDX-License-Identifier: Apache-2.0 */
/* Elements that speak of columns come in the order of these and do not overlap: one that speaks of a new column among
 * others is parted, and what nobody speaks of comes in front of the next one. */
#include "fill/sheet_columns.h"

#include "engine/output.h"

enum { SCORE_WIDTH = 11, REASON_WIDTH = 40 };

struct columns {
    const struct fuhe_cell_map *map;
    const struct fuhe_write *writes;
    size_t count;
    struct fuhe_splices *splices;
    struct fuhe_text_builder text;
};

static void add(struct columns *columns, const char *text) {
    fuhe_text_builder_add(&columns->text, fuhe_text_of(text));
}

static void add_number(struct columns *columns, uint32_t number) {
    char digits[FUHE_SIZE_TEXT_SIZE];

    fuhe_text_builder_add(&columns->text, (fuhe_text){digits, fuhe_size_format(number, digits)});
}

static void add_name(struct columns *columns, const char *open, const char *name) {
    add(columns, open);
    fuhe_text_builder_add(&columns->text, columns->map->data.prefix);
    add(columns, name);
}

static enum fuhe_status put(struct columns *columns, size_t begin, size_t end) {
    const enum fuhe_status status =
        columns->text.failed ? FUHE_STATUS_NO_MEMORY
                             : fuhe_splices_add(columns->splices, begin, end, fuhe_text_builder_text(&columns->text));

    columns->text.length = 0;
    return status;
}

/* The first heading at or behind a column; NULL for none. */
static const struct fuhe_write *next_heading(const struct columns *columns, uint32_t column) {
    const struct fuhe_write *next = NULL;

    for (size_t i = 0; i < columns->count; i++) {
        const struct fuhe_write *write = &columns->writes[i];
        if (write->kind == FUHE_WRITE_HEADING && write->column >= column &&
            (next == NULL || write->column < next->column)) {
            next = write;
        }
    }
    return next;
}

static void add_width(struct columns *columns, const struct fuhe_write *heading) {
    const bool is_reason = fuhe_text_equals(heading->text, FUHE_TEXT("偏差原因"));

    add_name(columns, "<", "col min=\"");
    add_number(columns, heading->column + 1);
    add(columns, "\" max=\"");
    add_number(columns, heading->column + 1);
    add(columns, "\" width=\"");
    add_number(columns, is_reason ? REASON_WIDTH : SCORE_WIDTH);
    add(columns, "\" customWidth=\"1\"/>");
}

/* --- columns that an element speaks of ---------------------------------------------------------------------------- */

/* The element once more, of some of its columns. */
static void add_part(struct columns *columns, const struct fuhe_mapped_columns *span, uint32_t first, uint32_t last) {
    const fuhe_text text = span->tag.text;
    const fuhe_text min = fuhe_markup_attribute(&span->tag, "min");
    const fuhe_text max = fuhe_markup_attribute(&span->tag, "max");
    const bool in_order = min.bytes < max.bytes;
    const fuhe_text one = in_order ? min : max;
    const fuhe_text other = in_order ? max : min;
    const char *const between = one.bytes + one.length;
    const char *const rest = other.bytes + other.length;

    if (first > last) {
        return;
    }
    fuhe_text_builder_add(&columns->text, (fuhe_text){text.bytes, (size_t)(one.bytes - text.bytes)});
    add_number(columns, (in_order ? first : last) + 1);
    fuhe_text_builder_add(&columns->text, (fuhe_text){between, (size_t)(other.bytes - between)});
    add_number(columns, (in_order ? last : first) + 1);
    fuhe_text_builder_add(&columns->text, (fuhe_text){rest, text.length - (size_t)(rest - text.bytes)});
    if (span->tag.kind == FUHE_TAG_BEGIN) {
        add_name(columns, "</", "col>");
    }
}

static bool is_hidden(const struct fuhe_mapped_columns *span) {
    const fuhe_text hidden = fuhe_markup_attribute(&span->tag, "hidden");

    return fuhe_text_equals(hidden, FUHE_TEXT("1")) || fuhe_text_equals(hidden, FUHE_TEXT("true"));
}

static enum fuhe_status part(struct columns *columns, const struct fuhe_mapped_columns *span) {
    const struct fuhe_write *heading = next_heading(columns, span->first);
    uint32_t next = span->first;

    if (heading == NULL || heading->column > span->last || (span->first == span->last && !is_hidden(span))) {
        return FUHE_STATUS_OK;
    }
    for (; heading != NULL && heading->column <= span->last; heading = next_heading(columns, next)) {
        if (heading->column > next) {
            add_part(columns, span, next, heading->column - 1);
        }
        add_width(columns, heading);
        next = heading->column + 1;
    }
    add_part(columns, span, next, span->last);
    return put(columns, span->tag.begin, span->end);
}

/* --- others ------------------------------------------------------------------------------------------------------ */

/* The element that speaks of a column, else the next one; NULL when there is neither. */
static const struct fuhe_mapped_columns *find_span(const struct columns *columns, uint32_t column) {
    for (size_t i = 0; i < columns->map->span_count; i++) {
        if (columns->map->spans[i].last >= column) {
            return &columns->map->spans[i];
        }
    }
    return NULL;
}

static enum fuhe_status add_widths(struct columns *columns) {
    const struct fuhe_write *heading = next_heading(columns, 0);

    for (; heading != NULL; heading = next_heading(columns, heading->column + 1)) {
        const struct fuhe_mapped_columns *span = find_span(columns, heading->column);
        const size_t place = span == NULL ? columns->map->columns_end : span->tag.begin;
        if (span == NULL || span->first > heading->column) {
            add_width(columns, heading);
            FUHE_TRY(put(columns, place, place));
        }
    }
    return FUHE_STATUS_OK;
}

/* A sheet that says nothing of its columns. */
static enum fuhe_status add_list(struct columns *columns) {
    const struct fuhe_write *heading = next_heading(columns, 0);

    if (heading == NULL) {
        return FUHE_STATUS_OK;
    }
    add_name(columns, "<", "cols>");
    for (; heading != NULL; heading = next_heading(columns, heading->column + 1)) {
        add_width(columns, heading);
    }
    add_name(columns, "</", "cols>");
    return put(columns, columns->map->data.begin, columns->map->data.begin);
}

static enum fuhe_status fill(struct columns *columns) {
    if (columns->map->columns_end == 0) {
        return add_list(columns);
    }
    for (size_t i = 0; i < columns->map->span_count; i++) {
        FUHE_TRY(part(columns, &columns->map->spans[i]));
    }
    return add_widths(columns);
}

enum fuhe_status fuhe_fill_columns(const struct fuhe_cell_map *map, const struct fuhe_write *writes, size_t count,
                                   struct fuhe_splices *splices) {
    struct columns columns = {.map = map, .writes = writes, .count = count, .splices = splices};
    const enum fuhe_status status = fill(&columns);

    fuhe_text_builder_release(&columns.text);
    return status;
}
