/* SPDX-License-Identifier: Apache-2.0 */
/* What the sheets of a workbook share: strings, whose runs of different type are joined, number formats,
 * and which styles cross out. */
#include "doors/door_xlsx.h"

#include <string.h>

#include "doors/door.h"
#include "doors/sheet_number.h"

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_xlsx_texts_add(struct fuhe_xlsx_texts *texts, struct fuhe_arena *arena,
                                     const struct fuhe_xlsx_shared *shared, struct fuhe_error *err) {
    void *items = texts->items;
    struct fuhe_xlsx_shared copy = {.struck = shared->struck};

    if (fuhe_arena_grow(arena, &items, texts->count, &texts->capacity, sizeof copy) != FUHE_STATUS_OK ||
        (shared->text.length > 0 && fuhe_arena_copy(arena, shared->text, &copy.text) != FUHE_STATUS_OK)) {
        return out_of_memory(err);
    }
    texts->items = items;
    texts->items[texts->count++] = copy;
    return FUHE_STATUS_OK;
}

/* --- strings --- */

struct strings {
    struct fuhe_xlsx_book *book;
    struct fuhe_xlsx_text text;
    size_t bytes; /* of all strings */
};

/* A string without any cell costs memory too. */
static enum fuhe_status check_limits(const struct strings *strings, struct fuhe_error *err) {
    if (strings->book->strings.count == FUHE_LIMIT_GRID_CELLS) {
        return fuhe_package_complain(err, NULL, "it has more than 1000000 shared strings");
    }
    return strings->bytes <= FUHE_LIMIT_INTAKE_BYTES
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_LIMIT_BYTES, NULL, "64");
}

static enum fuhe_status begin_string(void *context, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct strings *strings = context;

    (void)err;
    if (strcmp(tag->name, "si") == 0) {
        fuhe_xlsx_text_clear(&strings->text);
    }
    fuhe_xlsx_text_begin(&strings->text, tag);
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_string(void *context, const char *name, struct fuhe_error *err) {
    struct strings *strings = context;

    fuhe_xlsx_text_end(&strings->text, name);
    if (strcmp(name, "si") != 0) {
        return FUHE_STATUS_OK;
    }
    const struct fuhe_xlsx_shared string = fuhe_xlsx_text_line(&strings->text);
    if (strings->text.builder.failed) {
        return out_of_memory(err);
    }
    strings->bytes += string.text.length;
    FUHE_TRY(check_limits(strings, err));
    return fuhe_xlsx_texts_add(&strings->book->strings, strings->book->document->arena, &string, err);
}

static enum fuhe_status take_string(void *context, fuhe_text text, struct fuhe_error *err) {
    struct strings *strings = context;

    (void)err;
    fuhe_xlsx_text_add(&strings->text, text);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_xlsx_strings_read(struct fuhe_xlsx_book *book, const char *part, struct fuhe_error *err) {
    const struct fuhe_part_events events = {begin_string, end_string, take_string};
    struct strings strings = {.book = book};
    const enum fuhe_status status = fuhe_part_read(book->package, part, &events, &strings, err);

    fuhe_xlsx_text_release(&strings.text);
    return status;
}

/* --- styles --- */

/* A document's own number formats, by their number. */
struct format {
    uint32_t id;
    fuhe_text code;
};

enum { FORMATS_MAX = 4096, NO_FORMAT = UINT16_MAX, FONTS_MAX = UINT16_MAX };

struct styles {
    struct fuhe_xlsx_book *book;
    struct format *own;
    size_t own_count;
    size_t own_capacity;
    bool *fonts; /* of each: whether it crosses out */
    size_t font_count;
    size_t font_capacity;
    bool in_fonts;
    bool in_cell_styles;
};

static enum fuhe_status add_format(struct styles *styles, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_arena *arena = styles->book->document->arena;
    struct format format = {fuhe_tag_number(tag, "numFmtId", NO_FORMAT, NO_FORMAT), {NULL, 0}};
    void *items = styles->own;

    if (styles->own_count == FORMATS_MAX) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_arena_grow(arena, &items, styles->own_count, &styles->own_capacity, sizeof format) != FUHE_STATUS_OK ||
        fuhe_arena_copy(arena, fuhe_tag_attribute(tag, "formatCode"), &format.code) != FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    styles->own = items;
    styles->own[styles->own_count++] = format;
    return FUHE_STATUS_OK;
}

static fuhe_text code_of(const struct styles *styles, uint32_t id) {
    for (size_t i = 0; i < styles->own_count; i++) {
        if (styles->own[i].id == id) {
            return styles->own[i].code;
        }
    }
    return fuhe_sheet_number_code(id);
}

static enum fuhe_status take_font(struct styles *styles, const struct fuhe_tag *tag, struct fuhe_error *err) {
    void *items = styles->fonts;

    if (strcmp(tag->name, "strike") == 0 && styles->font_count > 0) {
        styles->fonts[styles->font_count - 1] = fuhe_tag_is_on(tag);
    }
    if (strcmp(tag->name, "font") != 0 || styles->font_count == FONTS_MAX) {
        return FUHE_STATUS_OK;
    }
    if (fuhe_arena_grow(styles->book->document->arena, &items, styles->font_count, &styles->font_capacity,
                        sizeof *styles->fonts) != FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    styles->fonts = items;
    styles->fonts[styles->font_count++] = false;
    return FUHE_STATUS_OK;
}

static enum fuhe_status begin_style(void *context, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct styles *styles = context;

    if (strcmp(tag->name, "numFmt") == 0) {
        return add_format(styles, tag, err);
    }
    styles->in_fonts = styles->in_fonts || strcmp(tag->name, "fonts") == 0;
    styles->in_cell_styles = styles->in_cell_styles || strcmp(tag->name, "cellXfs") == 0;
    if (styles->in_fonts) {
        return take_font(styles, tag, err);
    }
    if (!styles->in_cell_styles || strcmp(tag->name, "xf") != 0 || styles->book->formats.count > UINT16_MAX) {
        return FUHE_STATUS_OK;
    }
    const uint32_t font = fuhe_tag_number(tag, "fontId", 0, FONTS_MAX);
    const bool crossed = font < styles->font_count && styles->fonts[font];
    const struct fuhe_xlsx_shared style = {code_of(styles, fuhe_tag_number(tag, "numFmtId", 0, NO_FORMAT)),
                                           crossed ? FUHE_STRUCK_WHOLE : FUHE_STRUCK_NOT};
    return fuhe_xlsx_texts_add(&styles->book->formats, styles->book->document->arena, &style, err);
}

static enum fuhe_status end_style(void *context, const char *name, struct fuhe_error *err) {
    struct styles *styles = context;

    (void)err;
    styles->in_fonts = styles->in_fonts && strcmp(name, "fonts") != 0;
    styles->in_cell_styles = styles->in_cell_styles && strcmp(name, "cellXfs") != 0;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_xlsx_styles_read(struct fuhe_xlsx_book *book, const char *part, struct fuhe_error *err) {
    const struct fuhe_part_events events = {.begin = begin_style, .end = end_style};
    struct styles styles = {.book = book};

    return fuhe_part_read(book->package, part, &events, &styles, err);
}
