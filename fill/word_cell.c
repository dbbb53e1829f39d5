/* SPDX-License-Identifier: Apache-2.0 */
/* New text looks as the text beside it: the properties of its paragraph and of its first run are copied as they are,
 * unless they cross it out, hide it, raise it, or tell of changes. */
#include "fill/word_cell.h"

#include "engine/output.h"
#include "fill/tick.h"

void fuhe_word_add(struct fuhe_word_text *text, const char *bytes) {
    fuhe_text_builder_add(&text->bytes, fuhe_text_of(bytes));
}

static void add_name(struct fuhe_word_text *text, const char *open, const char *name) {
    fuhe_word_add(text, open);
    fuhe_text_builder_add(&text->bytes, text->prefix);
    fuhe_word_add(text, name);
}

void fuhe_word_open(struct fuhe_word_text *text, const char *name) {
    add_name(text, "<", name);
}

void fuhe_word_close(struct fuhe_word_text *text, const char *name) {
    add_name(text, "</", name);
    fuhe_word_add(text, ">");
}

void fuhe_word_attribute(struct fuhe_word_text *text, const char *name, uint32_t value) {
    char digits[FUHE_SIZE_TEXT_SIZE];

    add_name(text, " ", name);
    fuhe_word_add(text, "=\"");
    fuhe_text_builder_add(&text->bytes, (fuhe_text){digits, fuhe_size_format(value, digits)});
    fuhe_word_add(text, "\"");
}

/* --- looks ------------------------------------------------------------------------------------------------------- */

/* The first element of a name from `at` to `end`; an empty text when there is none. */
static fuhe_text find_element(fuhe_text markup, size_t at, size_t end, const char *name,
                              struct fuhe_markup_tag *found) {
    struct fuhe_markup_tag tag;

    while (at < end && fuhe_markup_next(markup, &at, &tag) && tag.end <= end) {
        if (tag.kind != FUHE_TAG_END && fuhe_markup_is(&tag, name)) {
            *found = tag;
            return (fuhe_text){tag.text.bytes, fuhe_markup_end(markup, &tag, NULL) - tag.begin};
        }
    }
    return (fuhe_text){NULL, 0};
}

static bool is_plain(fuhe_text properties) {
    static const char *const odd[] = {"PrChange", "strike", "dstrike", "vanish", "vertAlign",
                                      ":ins ",    ":del ",  "sectPr",  "rStyle"};

    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        if (fuhe_text_contains(properties, fuhe_text_of(odd[i]))) {
            return false;
        }
    }
    return true;
}

/* The properties that an element begins with, ready to be copied. */
static fuhe_text find_properties(fuhe_text markup, const struct fuhe_markup_tag *element, const char *name) {
    struct fuhe_markup_tag tag;
    size_t at = element->end;

    if (element->kind != FUHE_TAG_BEGIN || !fuhe_markup_next(markup, &at, &tag) || tag.kind == FUHE_TAG_END ||
        !fuhe_markup_is(&tag, name)) {
        return (fuhe_text){NULL, 0};
    }
    const fuhe_text found = {tag.text.bytes, fuhe_markup_end(markup, &tag, NULL) - tag.begin};
    return is_plain(found) ? found : (fuhe_text){NULL, 0};
}

void fuhe_word_add_run(struct fuhe_word_text *text, fuhe_text markup, const struct fuhe_table_cell *like,
                       fuhe_text content) {
    struct fuhe_markup_tag run;

    fuhe_word_open(text, "r>");
    if (like != NULL && find_element(markup, like->tag.end, like->inside_end, "r", &run).length > 0) {
        fuhe_text_builder_add(&text->bytes, find_properties(markup, &run, "rPr"));
    }
    fuhe_word_open(text, "t xml:space=\"preserve\">");
    fuhe_markup_escape(&text->bytes, content);
    fuhe_word_close(text, "t");
    fuhe_word_close(text, "r");
}

static void add_cell_properties(struct fuhe_word_text *text, fuhe_text markup, const struct fuhe_table_cell *like,
                                uint32_t columns, uint32_t width) {
    static const char *const kept[] = {"tcBorders", "shd", "noWrap", "tcMar", "vAlign"};
    struct fuhe_markup_tag tag;
    struct fuhe_markup_tag found;
    const fuhe_text properties = find_element(markup, like->tag.end, like->inside_end, "tcPr", &tag);

    fuhe_word_open(text, "tcPr>");
    fuhe_word_open(text, "tcW");
    fuhe_word_attribute(text, "w", width);
    add_name(text, " ", width > 0 ? "type=\"dxa\"/>" : "type=\"auto\"/>");
    if (columns > 1) {
        fuhe_word_open(text, "gridSpan");
        fuhe_word_attribute(text, "val", columns);
        fuhe_word_add(text, "/>");
    }
    for (size_t i = 0; i < sizeof kept / sizeof kept[0] && properties.length > 0; i++) {
        const size_t end = tag.begin + properties.length;
        fuhe_text_builder_add(&text->bytes, find_element(markup, tag.end, end, kept[i], &found));
    }
    fuhe_word_close(text, "tcPr");
}

void fuhe_word_add_cell(struct fuhe_word_text *text, fuhe_text markup, const struct fuhe_table_cell *like,
                        uint32_t columns, uint32_t width, fuhe_text content) {
    struct fuhe_markup_tag paragraph;

    fuhe_word_open(text, "tc>");
    add_cell_properties(text, markup, like, columns, width);
    fuhe_word_open(text, "p>");
    if (find_element(markup, like->tag.end, like->inside_end, "p", &paragraph).length > 0) {
        fuhe_text_builder_add(&text->bytes, find_properties(markup, &paragraph, "pPr"));
    }
    if (content.length > 0) {
        fuhe_word_add_run(text, markup, like, content);
    }
    fuhe_word_close(text, "p");
    fuhe_word_close(text, "tc");
}

/* --- text -------------------------------------------------------------------------------------------------------- */

/* A text on its way into a cell. */
struct putting {
    struct fuhe_word_text *text;
    struct fuhe_splices *splices;
    fuhe_text markup;
    const struct fuhe_table_cell *cell;
    const struct fuhe_table_cell *like;
    fuhe_text content;
};

static enum fuhe_status splice(const struct putting *putting, size_t begin, size_t end) {
    struct fuhe_text_builder *bytes = &putting->text->bytes;
    const enum fuhe_status status = bytes->failed
                                        ? FUHE_STATUS_NO_MEMORY
                                        : fuhe_splices_add(putting->splices, begin, end, fuhe_text_builder_text(bytes));

    bytes->length = 0;
    return status;
}

/* Puts the text in the place of the runs of a control. */
static enum fuhe_status replace_runs(const struct putting *putting, size_t at, size_t end, bool *done) {
    struct fuhe_markup_tag run;
    size_t length;

    while ((length = find_element(putting->markup, at, end, "r", &run).length) > 0) {
        if (!*done) {
            fuhe_word_add_run(putting->text, putting->markup, putting->like, putting->content);
        }
        at = run.begin + length;
        FUHE_TRY(splice(putting, run.begin, at));
        *done = true;
    }
    return FUHE_STATUS_OK;
}

/* A content control that shows what to fill in: with the text it is no place holder any more. */
static enum fuhe_status put_in_control(const struct putting *putting, bool *done) {
    const size_t end = putting->cell->inside_end;
    struct fuhe_markup_tag tag;
    struct fuhe_markup_tag inside;
    const fuhe_text mark = find_element(putting->markup, putting->cell->tag.end, end, "showingPlcHdr", &tag);

    if (mark.length == 0) {
        return FUHE_STATUS_OK;
    }
    const fuhe_text control = find_element(putting->markup, tag.end, end, "sdtContent", &inside);
    if (control.length > 0) {
        FUHE_TRY(replace_runs(putting, inside.end, inside.begin + control.length, done));
    }
    return *done ? splice(putting, tag.begin, tag.begin + mark.length) : FUHE_STATUS_OK;
}

static enum fuhe_status put_in_paragraph(const struct putting *putting, const struct fuhe_markup_tag *paragraph) {
    const bool is_empty = paragraph->kind == FUHE_TAG_EMPTY;
    size_t begin = paragraph->end - 2;
    size_t end = paragraph->end;

    if (is_empty) {
        fuhe_word_add(putting->text, ">");
    } else {
        (void)fuhe_markup_end(putting->markup, paragraph, &begin);
        end = begin;
    }
    fuhe_word_add_run(putting->text, putting->markup, putting->like, putting->content);
    if (is_empty) {
        fuhe_word_add(putting->text, "</");
        fuhe_text_builder_add(&putting->text->bytes, paragraph->name);
        fuhe_word_add(putting->text, ">");
    }
    return splice(putting, begin, end);
}

enum fuhe_status fuhe_word_put(struct fuhe_word_text *text, struct fuhe_splices *splices, fuhe_text markup,
                               const struct fuhe_table_cell *cell, const struct fuhe_table_cell *like,
                               fuhe_text content, bool *done) {
    const struct putting putting = {text, splices, markup, cell, like, content};
    struct fuhe_markup_tag paragraph;

    *done = false;
    FUHE_TRY(put_in_control(&putting, done));
    if (*done || find_element(markup, cell->tag.end, cell->inside_end, "p", &paragraph).length == 0) {
        return FUHE_STATUS_OK;
    }
    *done = true;
    return put_in_paragraph(&putting, &paragraph);
}

/* --- ticks ------------------------------------------------------------------------------------------------------- */

enum { PIECES_MAX = 200 };

/* The texts of a cell one behind the other, and where each of them stands. */
struct pieces {
    struct fuhe_text_builder text;
    size_t begins[PIECES_MAX]; /* in the text */
    size_t places[PIECES_MAX]; /* in the part */
    size_t count;
};

static void gather(struct pieces *pieces, fuhe_text markup, const struct fuhe_table_cell *cell) {
    struct fuhe_markup_tag tag;
    size_t at = cell->tag.end;
    size_t inside;

    while (at < cell->inside_end && fuhe_markup_next(markup, &at, &tag) && pieces->count < PIECES_MAX) {
        if (tag.kind != FUHE_TAG_BEGIN || !fuhe_markup_is(&tag, "t")) {
            continue;
        }
        (void)fuhe_markup_end(markup, &tag, &inside);
        pieces->begins[pieces->count] = pieces->text.length;
        pieces->places[pieces->count++] = tag.end;
        fuhe_text_builder_add(&pieces->text, (fuhe_text){markup.bytes + tag.end, inside - tag.end});
    }
}

/* Takes away what the tick is put in the place of, piece by piece; the tick goes into the first. */
static enum fuhe_status change(struct fuhe_splices *splices, const struct pieces *pieces,
                               const struct fuhe_tick *tick) {
    bool put = false;

    for (size_t i = 0; i < pieces->count; i++) {
        const size_t piece_end = i + 1 < pieces->count ? pieces->begins[i + 1] : pieces->text.length;
        const size_t begin = tick->begin > pieces->begins[i] ? tick->begin : pieces->begins[i];
        const size_t end = tick->end < piece_end ? tick->end : piece_end;
        const size_t place = pieces->places[i] - pieces->begins[i];
        if (begin > end || (put && begin == end) || begin > piece_end) {
            continue;
        }
        FUHE_TRY(fuhe_splices_add(splices, place + begin, place + end, put ? (fuhe_text){NULL, 0} : tick->mark));
        put = true;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_word_tick(struct fuhe_splices *splices, fuhe_text markup, const struct fuhe_table_cell *cell,
                                fuhe_text grade, bool *done) {
    struct pieces pieces = {.count = 0};
    struct fuhe_tick tick;
    enum fuhe_status status = FUHE_STATUS_OK;

    gather(&pieces, markup, cell);
    *done = !pieces.text.failed && pieces.count < PIECES_MAX &&
            fuhe_tick_find(fuhe_text_builder_text(&pieces.text), grade, &tick);
    if (*done) {
        status = change(splices, &pieces, &tick);
    }
    fuhe_text_builder_release(&pieces.text);
    return status;
}
