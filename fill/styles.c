/* SPDX-License-Identifier: Apache-2.0 */
/* A style that is needed is a copy of another one with one thing changed, put at the end of the list: numbers of styles
 * stay what they are. */
#include "fill/styles.h"

#include "engine/decimal.h"
#include "engine/output.h"
#include "fill/markup.h"
#include "doors/sheet_number.h"

enum { STYLES_MAX = 64000 };

static size_t offset_in(fuhe_text markup, fuhe_text part) {
    return (size_t)(part.bytes - markup.bytes);
}

static enum fuhe_status add_style(struct fuhe_styles *styles, const struct fuhe_markup_tag *tag, size_t end) {
    void *items = styles->items;

    FUHE_TRY(fuhe_arena_grow(styles->splices.arena, &items, styles->count, &styles->capacity, sizeof *styles->items));
    styles->items = items;
    styles->items[styles->count++] = (struct fuhe_style){.begin = tag->begin, .end = end};
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_styles_read(struct fuhe_styles *styles, struct fuhe_arena *arena, fuhe_text markup) {
    struct fuhe_markup_tag tag;
    bool inside = false;
    size_t at = 0;

    styles->markup = markup;
    styles->splices = (struct fuhe_splices){.arena = arena};
    while (styles->list_end == 0 && fuhe_markup_next(markup, &at, &tag)) {
        if (fuhe_markup_is(&tag, "cellXfs")) {
            const fuhe_text count = fuhe_markup_attribute(&tag, "count");
            if (tag.kind == FUHE_TAG_BEGIN && count.bytes != NULL) {
                styles->count_begin = offset_in(markup, count);
                styles->count_end = styles->count_begin + count.length;
            }
            inside = tag.kind == FUHE_TAG_BEGIN;
            styles->list_end = tag.kind == FUHE_TAG_END ? tag.begin : 0;
        } else if (inside && fuhe_markup_is(&tag, "xf") && tag.kind != FUHE_TAG_END && styles->count < STYLES_MAX) {
            at = fuhe_markup_end(markup, &tag, NULL);
            FUHE_TRY(add_style(styles, &tag, at));
        }
    }
    return FUHE_STATUS_OK;
}

/* --- changed copies ---------------------------------------------------------------------------------------------- */

/* Sets an attribute of the tag at the start of an element. */
static enum fuhe_status set_attribute(struct fuhe_splices *splices, const struct fuhe_markup_tag *tag, const char *name,
                                      fuhe_text value) {
    const fuhe_text old = fuhe_markup_attribute(tag, name);
    struct fuhe_text_builder added = {0};

    if (old.bytes != NULL) {
        const size_t begin = tag->begin + (size_t)(old.bytes - tag->text.bytes);
        return fuhe_splices_add(splices, begin, begin + old.length, value);
    }
    const size_t at = tag->end - (tag->kind == FUHE_TAG_EMPTY ? 2 : 1);
    fuhe_text_builder_add(&added, FUHE_TEXT(" "));
    fuhe_text_builder_add(&added, fuhe_text_of(name));
    fuhe_text_builder_add(&added, FUHE_TEXT("=\""));
    fuhe_text_builder_add(&added, value);
    fuhe_text_builder_add(&added, FUHE_TEXT("\""));
    const enum fuhe_status status =
        added.failed ? FUHE_STATUS_NO_MEMORY : fuhe_splices_add(splices, at, at, fuhe_text_builder_text(&added));
    fuhe_text_builder_release(&added);
    return status;
}

/* Puts text behind the tag that an element begins with; one without anything in it gets an end tag. */
static enum fuhe_status put_inside(struct fuhe_splices *splices, const struct fuhe_markup_tag *tag, fuhe_text text) {
    if (tag->kind == FUHE_TAG_BEGIN) {
        return fuhe_splices_add(splices, tag->end, tag->end, text);
    }
    FUHE_TRY(fuhe_splices_add(splices, tag->end - 2, tag->end, FUHE_TEXT(">")));
    FUHE_TRY(fuhe_splices_add(splices, tag->end, tag->end, text));
    FUHE_TRY(fuhe_splices_add(splices, tag->end, tag->end, FUHE_TEXT("</")));
    FUHE_TRY(fuhe_splices_add(splices, tag->end, tag->end, tag->name));
    return fuhe_splices_add(splices, tag->end, tag->end, FUHE_TEXT(">"));
}

static bool find_alignment(fuhe_text element, const struct fuhe_markup_tag *style, struct fuhe_markup_tag *tag) {
    size_t at = style->end;

    while (fuhe_markup_next(element, &at, tag)) {
        if (fuhe_markup_is(tag, "alignment") && tag->kind != FUHE_TAG_END) {
            return true;
        }
    }
    return false;
}

/* An alignment is the first of the parts that a style may have. */
static enum fuhe_status wrap(struct fuhe_splices *splices, fuhe_text element, const struct fuhe_markup_tag *style) {
    struct fuhe_markup_tag alignment;
    struct fuhe_text_builder added = {0};

    FUHE_TRY(set_attribute(splices, style, "applyAlignment", FUHE_TEXT("1")));
    if (find_alignment(element, style, &alignment)) {
        return set_attribute(splices, &alignment, "wrapText", FUHE_TEXT("1"));
    }
    fuhe_text_builder_add(&added, FUHE_TEXT("<"));
    fuhe_text_builder_add(&added, style->prefix);
    fuhe_text_builder_add(&added, FUHE_TEXT("alignment vertical=\"center\" wrapText=\"1\"/>"));
    const enum fuhe_status status =
        added.failed ? FUHE_STATUS_NO_MEMORY : put_inside(splices, style, fuhe_text_builder_text(&added));
    fuhe_text_builder_release(&added);
    return status;
}

static enum fuhe_status change_copy(struct fuhe_splices *splices, fuhe_text element, enum fuhe_style_change change) {
    struct fuhe_markup_tag style;
    size_t at = 0;

    if (!fuhe_markup_next(element, &at, &style)) {
        return FUHE_STATUS_INTERNAL;
    }
    return change == FUHE_STYLE_GENERAL ? set_attribute(splices, &style, "numFmtId", FUHE_TEXT("0"))
                                        : wrap(splices, element, &style);
}

static enum fuhe_status add_changed(struct fuhe_styles *styles, fuhe_text element, enum fuhe_style_change change) {
    struct fuhe_splices splices = {.arena = styles->splices.arena};
    struct fuhe_text_builder copy = {0};
    enum fuhe_status status = change_copy(&splices, element, change);

    if (status == FUHE_STATUS_OK && (!fuhe_splices_apply(&splices, element, &copy) || copy.failed)) {
        status = copy.failed ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_INTERNAL;
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_splices_add(&styles->splices, styles->list_end, styles->list_end, fuhe_text_builder_text(&copy));
    }
    fuhe_text_builder_release(&copy);
    return status;
}

/* A style that is not in the list stays what it is. */
static enum fuhe_status find_changed(struct fuhe_styles *styles, uint32_t style, enum fuhe_style_change change,
                                     uint32_t *found) {
    *found = style;
    if (style >= styles->count || styles->list_end == 0 || styles->count + styles->added >= STYLES_MAX) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_style *base = &styles->items[style];
    if (base->changed[change] == 0) {
        FUHE_TRY(add_changed(styles, (fuhe_text){styles->markup.bytes + base->begin, base->end - base->begin}, change));
        base->changed[change] = styles->count + styles->added++;
    }
    *found = base->changed[change];
    return FUHE_STATUS_OK;
}

/* --- asking ------------------------------------------------------------------------------------------------------ */

static bool same_number(fuhe_text one, fuhe_text other) {
    fuhe_decimal left;
    fuhe_decimal right;
    unsigned places;

    return fuhe_decimal_parse(one, &left, &places) == FUHE_STATUS_OK &&
           fuhe_decimal_parse(other, &right, &places) == FUHE_STATUS_OK && fuhe_decimal_equals(left, right);
}

enum fuhe_status fuhe_styles_for_number(struct fuhe_styles *styles, uint32_t style, fuhe_text number, uint32_t *found) {
    char shown[FUHE_SHEET_NUMBER_SIZE];
    const fuhe_text code = style < styles->formats->count ? styles->formats->items[style].text : (fuhe_text){NULL, 0};

    *found = style;
    return same_number(fuhe_sheet_number_print(number, code, false, shown), number)
               ? FUHE_STATUS_OK
               : find_changed(styles, style, FUHE_STYLE_GENERAL, found);
}

enum fuhe_status fuhe_styles_for_prose(struct fuhe_styles *styles, uint32_t style, uint32_t *found) {
    struct fuhe_markup_tag tag;
    size_t at = style < styles->count ? styles->items[style].begin : styles->markup.length;

    *found = style;
    while (style < styles->count && fuhe_markup_next(styles->markup, &at, &tag) && at <= styles->items[style].end) {
        const fuhe_text wraps = fuhe_markup_attribute(&tag, "wrapText");
        if (fuhe_text_equals(wraps, FUHE_TEXT("1")) || fuhe_text_equals(wraps, FUHE_TEXT("true"))) {
            return FUHE_STATUS_OK;
        }
    }
    return find_changed(styles, style, FUHE_STYLE_WRAPPED, found);
}

enum fuhe_status fuhe_styles_end(struct fuhe_styles *styles) {
    char count[FUHE_SIZE_TEXT_SIZE];

    if (styles->added == 0 || styles->count_end == 0) {
        return FUHE_STATUS_OK;
    }
    const size_t length = fuhe_size_format((size_t)styles->count + styles->added, count);
    return fuhe_splices_add(&styles->splices, styles->count_begin, styles->count_end, (fuhe_text){count, length});
}
