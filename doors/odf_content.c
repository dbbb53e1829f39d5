/* SPDX-License-Identifier: Apache-2.0 */
/* content.xml of an OpenDocument: styles, then paragraphs and tables, with the text that they show. What floats over
 * the page, notes and old versions of the text are left out. */
#include "doors/odf.h"

#include <stdlib.h>
#include <string.h>

#include "doors/door.h"
#include "doors/sheet_number.h"

enum { REPEATS_MAX = 16777216, SPAN_MAX = FUHE_SHEET_ROWS_MAX };

typedef enum fuhe_status (*beginning)(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err);
typedef enum fuhe_status (*ending)(struct fuhe_odf *odf, struct fuhe_error *err);

static enum fuhe_status skip(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag, (void)err;
    odf->skipped = 1;
    return FUHE_STATUS_OK;
}

/* --- text --------------------------------------------------------------------------------------------------------- */

enum fuhe_status fuhe_odf_count(struct fuhe_odf *odf, fuhe_text text, struct fuhe_error *err) {
    odf->text_bytes += text.length;
    return odf->text_bytes <= FUHE_LIMIT_INTAKE_BYTES
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_BYTES, "> 64", "64");
}

static enum fuhe_status add(struct fuhe_odf *odf, fuhe_text text, struct fuhe_error *err) {
    struct fuhe_text_builder *cell = odf->kind->cell_text(odf);

    FUHE_TRY(fuhe_odf_count(odf, text, err));
    if (cell != NULL) {
        fuhe_text_builder_add(cell, text);
    } else {
        fuhe_flow_text(&odf->flow, text, (struct fuhe_place){0});
    }
    return FUHE_STATUS_OK;
}

static void update_strike(struct fuhe_odf *odf) {
    odf->flow.is_struck = odf->crossed > 0 && odf->stands == 0;
}

/* What begins may be crossed out, or stand within what is. */
static void begin_strike(struct fuhe_odf *odf, struct fuhe_odf_style style) {
    if (odf->crossed == 0 && (style.signs & FUHE_ODF_STRUCK) != 0) {
        odf->crossed = odf->depth;
    } else if (odf->crossed > 0 && odf->stands == 0 && (style.signs & FUHE_ODF_STANDS) != 0) {
        odf->stands = odf->depth;
    }
    update_strike(odf);
}

static void end_strike(struct fuhe_odf *odf) {
    odf->crossed = odf->crossed == odf->depth ? 0 : odf->crossed;
    odf->stands = odf->stands == odf->depth ? 0 : odf->stands;
    update_strike(odf);
}

static struct fuhe_odf_style style_of(const struct fuhe_odf *odf, enum fuhe_odf_family family,
                                      const struct fuhe_tag *tag) {
    return fuhe_odf_styles_find(&odf->styles, family, fuhe_tag_attribute(tag, "style-name"));
}

static enum fuhe_status begin_paragraph(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)err;
    begin_strike(odf, style_of(odf, FUHE_ODF_PARAGRAPH, tag));
    if (odf->paragraph == 0 && (odf->kind->has_paragraphs || odf->kind->cell_text(odf) != NULL)) {
        odf->paragraph = odf->depth;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_paragraph(struct fuhe_odf *odf, struct fuhe_error *err) {
    end_strike(odf);
    if (odf->paragraph != odf->depth) {
        return FUHE_STATUS_OK;
    }
    odf->paragraph = odf->apart = odf->pictures = 0;
    return odf->kind->line_break(odf, err);
}

static enum fuhe_status take_space(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag;
    return odf->paragraph > 0 ? add(odf, FUHE_TEXT(" "), err) : FUHE_STATUS_OK;
}

static enum fuhe_status take_break(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    (void)tag;
    return odf->paragraph > 0 ? odf->kind->line_break(odf, err) : FUHE_STATUS_OK;
}

/* What is hidden or raised behind a figure must not run into what stands beside it. */
static bool is_apart(struct fuhe_odf *odf, unsigned signs) {
    const struct fuhe_text_builder *cell = odf->kind->cell_text(odf);

    return (signs & FUHE_ODF_APART) != 0 ||
           ((signs & FUHE_ODF_RAISED) != 0 && cell != NULL && fuhe_text_builder_ends_with_digit(cell));
}

static enum fuhe_status begin_span(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const struct fuhe_odf_style style = style_of(odf, FUHE_ODF_TEXT, tag);

    begin_strike(odf, style);
    if (odf->pictures == 0 && style.font != NULL) {
        odf->pictures = odf->depth;
        odf->font = style.font;
    }
    if (odf->apart > 0 || odf->paragraph == 0 || !is_apart(odf, style.signs)) {
        return FUHE_STATUS_OK;
    }
    odf->apart = odf->depth;
    return add(odf, FUHE_TEXT(" "), err);
}

static enum fuhe_status end_span(struct fuhe_odf *odf, struct fuhe_error *err) {
    end_strike(odf);
    odf->pictures = odf->pictures == odf->depth ? 0 : odf->pictures;
    if (odf->apart != odf->depth) {
        return FUHE_STATUS_OK;
    }
    odf->apart = 0;
    return add(odf, FUHE_TEXT(" "), err);
}

/* A control that only asks for its content. */
static enum fuhe_status begin_control(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const fuhe_text asks = fuhe_tag_attribute(tag, "showing-place-holder");

    return fuhe_text_equals(asks, FUHE_TEXT("true")) ? skip(odf, tag, err) : FUHE_STATUS_OK;
}

/* Sections and texts that are hidden, always or just now. */
static enum fuhe_status begin_hidden(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    const bool hidden = fuhe_text_equals(fuhe_tag_attribute(tag, "display"), FUHE_TEXT("none")) ||
                        fuhe_text_equals(fuhe_tag_attribute(tag, "is-hidden"), FUHE_TEXT("true"));

    return hidden ? skip(odf, tag, err) : FUHE_STATUS_OK;
}

/* --- tables ------------------------------------------------------------------------------------------------------- */

/* Where a cell that shows no text has its value, and how the value is shown. */
static const struct {
    const char *attribute;
    const char *type; /* NULL for any */
    fuhe_text code;
} values[] = {
    {"value", "percentage", {"0.00%", 5}}, {"value", NULL, {NULL, 0}},         {"date-value", NULL, {NULL, 0}},
    {"time-value", NULL, {NULL, 0}},       {"boolean-value", NULL, {NULL, 0}}, {"string-value", NULL, {NULL, 0}},
};

static void keep_value(const struct fuhe_tag *tag, char *kept) {
    char buffer[FUHE_SHEET_NUMBER_SIZE];

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        fuhe_text value = fuhe_tag_attribute(tag, values[i].attribute);
        if (value.length == 0 || (values[i].type != NULL && !fuhe_text_equals(fuhe_tag_attribute(tag, "value-type"),
                                                                              fuhe_text_of(values[i].type)))) {
            continue;
        }
        if (strcmp(values[i].attribute, "value") == 0) {
            value = fuhe_sheet_number_print(value, values[i].code, false, buffer);
        }
        if (value.length < FUHE_ODF_VALUE_SIZE) {
            memcpy(kept, value.bytes, value.length);
            kept[value.length] = '\0';
        }
        return;
    }
}

static uint32_t count_of(const struct fuhe_tag *tag, const char *attribute, uint32_t limit) {
    const uint32_t count = fuhe_tag_number(tag, attribute, 1, limit);

    return count == 0 ? 1 : count;
}

static enum fuhe_status begin_cell(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_odf_cell cell = {.repeats = count_of(tag, "number-columns-repeated", REPEATS_MAX),
                                 .row_span = count_of(tag, "number-rows-spanned", SPAN_MAX),
                                 .column_span = count_of(tag, "number-columns-spanned", SPAN_MAX)};

    keep_value(tag, cell.value);
    begin_strike(odf, style_of(odf, FUHE_ODF_CELL, tag));
    return odf->kind->begin_cell(odf, &cell, err);
}

/* A place that another cell covers: only workbooks need to know, whose cells have a place by counting. */
static enum fuhe_status begin_covered(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    if (odf->in_sheet) {
        const uint32_t repeats = count_of(tag, "number-columns-repeated", REPEATS_MAX);
        odf->column = odf->column > REPEATS_MAX ? odf->column : odf->column + repeats;
    }
    return skip(odf, tag, err);
}

static enum fuhe_status begin_row(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    return odf->kind->begin_row(odf, count_of(tag, "number-rows-repeated", REPEATS_MAX), err);
}

static enum fuhe_status begin_table(struct fuhe_odf *odf, const struct fuhe_tag *tag, struct fuhe_error *err) {
    odf->paragraph = odf->apart = odf->pictures = 0;
    return odf->kind->begin_table(odf, tag, err);
}

static enum fuhe_status end_table(struct fuhe_odf *odf, struct fuhe_error *err) {
    return odf->kind->end_table(odf, err);
}

static enum fuhe_status end_row(struct fuhe_odf *odf, struct fuhe_error *err) {
    return odf->kind->end_row(odf, err);
}

static enum fuhe_status end_cell(struct fuhe_odf *odf, struct fuhe_error *err) {
    const enum fuhe_status status = odf->kind->end_cell(odf, err);

    end_strike(odf);
    return status;
}

/* --- all of them, in the order of their names --- */

static const struct element {
    const char *name;
    beginning begin;
    ending end;
} elements[] = {
    {"annotation", skip, NULL},
    {"caption", skip, NULL}, /* of a drawing, like circles and lines */
    {"circle", skip, NULL},
    {"connector", skip, NULL},
    {"content-control", begin_control, NULL},
    {"content-validations", skip, NULL},
    {"control", skip, NULL},
    {"covered-table-cell", begin_covered, NULL},
    {"custom-shape", skip, NULL},
    {"dde-links", skip, NULL},
    {"ellipse", skip, NULL},
    {"forms", skip, NULL},
    {"frame", skip, NULL},
    {"g", skip, NULL},
    {"h", begin_paragraph, end_paragraph},
    {"hidden-text", begin_hidden, NULL},
    {"line", skip, NULL},
    {"line-break", take_break, NULL},
    {"measure", skip, NULL},
    {"named-expressions", skip, NULL},
    {"note", skip, NULL},
    {"p", begin_paragraph, end_paragraph},
    {"page-thumbnail", skip, NULL},
    {"path", skip, NULL},
    {"placeholder", skip, NULL},
    {"polygon", skip, NULL},
    {"polyline", skip, NULL},
    {"rect", skip, NULL},
    {"regular-polygon", skip, NULL},
    {"ruby-text", skip, NULL},
    {"s", take_space, NULL},
    {"scene", skip, NULL},
    {"script", skip, NULL},
    {"section", begin_hidden, NULL},
    {"shapes", skip, NULL},
    {"span", begin_span, end_span},
    {"tab", take_space, NULL},
    {"table", begin_table, end_table},
    {"table-cell", begin_cell, end_cell},
    {"table-of-content", skip, NULL},
    {"table-row", begin_row, end_row},
    {"tracked-changes", skip, NULL},
};

static int compare_name(const void *name, const void *element) {
    return strcmp(name, ((const struct element *)element)->name);
}

static const struct element *find_element(const char *name) {
    return bsearch(name, elements, sizeof elements / sizeof elements[0], sizeof elements[0], compare_name);
}

static enum fuhe_status begin_element(void *context, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_odf *odf = context;

    odf->depth++;
    if (odf->skipped > 0) {
        odf->skipped++;
        odf->in_text_box = odf->in_text_box || strcmp(tag->name, "text-box") == 0;
        return FUHE_STATUS_OK;
    }
    if (!odf->in_body) {
        odf->in_body = strcmp(tag->name, "body") == 0;
        if (odf->in_body) {
            fuhe_odf_styles_sort(&odf->styles);
        }
        return odf->in_body ? FUHE_STATUS_OK : fuhe_odf_styles_begin(&odf->styles, tag, err);
    }
    const struct element *element = find_element(tag->name);
    return element == NULL || element->begin == NULL ? FUHE_STATUS_OK : element->begin(odf, tag, err);
}

static enum fuhe_status leave(struct fuhe_odf *odf, const char *name, struct fuhe_error *err) {
    if (odf->skipped > 0) {
        odf->skipped--;
        odf->in_text_box = odf->in_text_box && odf->skipped > 0;
        return FUHE_STATUS_OK;
    }
    if (!odf->in_body) {
        return fuhe_odf_styles_end(&odf->styles, name, err);
    }
    const struct element *element = find_element(name);
    return element == NULL || element->end == NULL ? FUHE_STATUS_OK : element->end(odf, err);
}

static enum fuhe_status end_element(void *context, const char *name, struct fuhe_error *err) {
    struct fuhe_odf *odf = context;
    const enum fuhe_status status = leave(odf, name, err);

    odf->depth--;
    return status;
}

static enum fuhe_status add_pictures(struct fuhe_odf *odf, fuhe_text text, struct fuhe_error *err) {
    for (size_t at = 0; at < text.length;) {
        FUHE_TRY(add(odf, fuhe_symbol_next(odf->font, text, &at), err));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_text(void *context, fuhe_text text, struct fuhe_error *err) {
    struct fuhe_odf *odf = context;

    if (odf->in_text_box && fuhe_text_trim(text).length > 0) {
        odf->document->text_boxes++;
        odf->in_text_box = false;
    }
    if (odf->paragraph == 0 || odf->skipped > 0) {
        return FUHE_STATUS_OK;
    }
    return odf->pictures > 0 ? add_pictures(odf, text, err) : add(odf, text, err);
}

enum fuhe_status fuhe_odf_read(struct fuhe_odf *odf, struct fuhe_package *package, struct fuhe_error *err) {
    const struct fuhe_part_events events = {begin_element, end_element, take_text};

    odf->styles.arena = odf->document->arena;
    fuhe_flow_begin(&odf->flow, odf->document);
    enum fuhe_status status = fuhe_part_read(package, "content.xml", &events, odf, err);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_flow_end(&odf->flow, err);
    }
    fuhe_flow_release(&odf->flow);
    fuhe_text_builder_release(&odf->text);
    fuhe_text_builder_release(&odf->struck);
    return status;
}
