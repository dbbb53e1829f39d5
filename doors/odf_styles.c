/* SPDX-License-Identifier: Apache-2.0 */
/* Styles of an OpenDocument: which tables are hidden, and which runs of text are crossed out, hidden, raised or
 * pictures. All others are forgotten. */
#include "doors/odf.h"

#include <stdlib.h>
#include <string.h>

enum { STYLES_MAX = 65536 };

static const struct {
    const char *name;
    enum fuhe_odf_family family;
} families[] = {
    {"table", FUHE_ODF_TABLE},
    {"table-cell", FUHE_ODF_CELL},
    {"paragraph", FUHE_ODF_PARAGRAPH},
    {"text", FUHE_ODF_TEXT},
};

static enum fuhe_odf_family family_of(fuhe_text family) {
    for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
        if (fuhe_text_equals(family, fuhe_text_of(families[i].name))) {
            return families[i].family;
        }
    }
    return FUHE_ODF_OTHER;
}

static unsigned line_signs(fuhe_text style) {
    const unsigned says = fuhe_text_equals(style, FUHE_TEXT("none")) ? FUHE_ODF_STANDS : FUHE_ODF_STRUCK;

    return style.length > 0 ? says : 0U;
}

/* "super 58%", "33% 58%", "-10%": above or below the line, if not by 0 %. */
static bool is_raised(fuhe_text position) {
    return position.length > 0 && !fuhe_text_starts_with(position, FUHE_TEXT("0"));
}

static unsigned text_signs(const struct fuhe_tag *tag) {
    const bool hidden = fuhe_text_equals(fuhe_tag_attribute(tag, "display"), FUHE_TEXT("none"));

    return (hidden ? FUHE_ODF_APART : 0U) | line_signs(fuhe_tag_attribute(tag, "text-line-through-style")) |
           line_signs(fuhe_tag_attribute(tag, "text-line-through-type")) |
           (is_raised(fuhe_tag_attribute(tag, "text-position")) ? FUHE_ODF_RAISED : 0U);
}

enum fuhe_status fuhe_odf_styles_begin(struct fuhe_odf_styles *styles, const struct fuhe_tag *tag,
                                       struct fuhe_error *err) {
    struct fuhe_odf_style *now = &styles->now;

    if (strcmp(tag->name, "style") == 0) {
        *now = (struct fuhe_odf_style){.family = family_of(fuhe_tag_attribute(tag, "family"))};
        return now->family == FUHE_ODF_OTHER ||
                       fuhe_arena_copy(styles->arena, fuhe_tag_attribute(tag, "name"), &now->name) == FUHE_STATUS_OK
                   ? FUHE_STATUS_OK
                   : fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    if (now->family == FUHE_ODF_TABLE && strcmp(tag->name, "table-properties") == 0 &&
        fuhe_text_equals(fuhe_tag_attribute(tag, "display"), FUHE_TEXT("false"))) {
        now->signs |= FUHE_ODF_HIDDEN;
    } else if (now->family == FUHE_ODF_TEXT && strcmp(tag->name, "text-properties") == 0) {
        now->signs |= text_signs(tag);
        now->font = fuhe_symbol_font_find(fuhe_tag_attribute(tag, "font-name"));
    } else if (now->family != FUHE_ODF_OTHER && strcmp(tag->name, "text-properties") == 0) {
        now->signs |= text_signs(tag) & FUHE_ODF_STRUCK;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_odf_styles_end(struct fuhe_odf_styles *styles, const char *name, struct fuhe_error *err) {
    void *items = styles->items;

    if (strcmp(name, "style") != 0) {
        return FUHE_STATUS_OK;
    }
    if ((styles->now.signs != 0 || styles->now.font != NULL) && styles->count < STYLES_MAX) {
        if (fuhe_arena_grow(styles->arena, &items, styles->count, &styles->capacity, sizeof styles->now) !=
            FUHE_STATUS_OK) {
            return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        }
        styles->items = items;
        styles->items[styles->count++] = styles->now;
    }
    styles->now = (struct fuhe_odf_style){0};
    return FUHE_STATUS_OK;
}

static int compare(const void *left, const void *right) {
    const struct fuhe_odf_style *one = left;
    const struct fuhe_odf_style *other = right;

    if (one->family != other->family) {
        return one->family < other->family ? -1 : 1;
    }
    if (one->name.length != other->name.length) {
        return one->name.length < other->name.length ? -1 : 1;
    }
    return one->name.length == 0 ? 0 : memcmp(one->name.bytes, other->name.bytes, one->name.length);
}

void fuhe_odf_styles_sort(struct fuhe_odf_styles *styles) {
    if (styles->count > 0) {
        qsort(styles->items, styles->count, sizeof *styles->items, compare);
    }
}

struct fuhe_odf_style fuhe_odf_styles_find(const struct fuhe_odf_styles *styles, enum fuhe_odf_family family,
                                           fuhe_text name) {
    const struct fuhe_odf_style wanted = {.name = name, .family = family};
    const struct fuhe_odf_style *found =
        styles->count == 0 ? NULL : bsearch(&wanted, styles->items, styles->count, sizeof wanted, compare);

    return found == NULL ? wanted : *found;
}
