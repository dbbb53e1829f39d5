/* SPDX-License-Identifier: Apache-2.0 */
/* A scanner of markup that keeps to places: it knows where tags, comments, sections and instructions end, and nothing
 * of what they mean. */
#include "fill/markup.h"

static size_t find_from(fuhe_text markup, size_t at, const char *wanted) {
    const fuhe_text rest = fuhe_text_from(markup, at);
    const fuhe_text word = fuhe_text_of(wanted);
    const size_t found = fuhe_text_find(rest, word);

    return found == rest.length ? markup.length : at + found + word.length;
}

/* Where the tag that begins at `at` ends: > in quotation marks is no end. */
static size_t end_of_tag(fuhe_text markup, size_t at) {
    char quote = '\0';

    for (; at < markup.length; at++) {
        const char letter = markup.bytes[at];
        if (quote != '\0') {
            quote = letter == quote ? '\0' : quote;
        } else if (letter == '"' || letter == '\'') {
            quote = letter;
        } else if (letter == '>') {
            return at + 1;
        }
    }
    return markup.length;
}

static bool is_name_end(char letter) {
    return letter == '>' || letter == '/' || letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
}

static void take_name(struct fuhe_markup_tag *tag) {
    const size_t begin = tag->kind == FUHE_TAG_END ? 2 : 1;
    size_t end = begin;

    while (end < tag->text.length && !is_name_end(tag->text.bytes[end])) {
        end++;
    }
    tag->name = (fuhe_text){tag->text.bytes + begin, end - begin};
    const size_t colon = fuhe_text_find(tag->name, FUHE_TEXT(":"));
    tag->prefix = (fuhe_text){tag->name.bytes, colon == tag->name.length ? 0 : colon + 1};
}

bool fuhe_markup_next(fuhe_text markup, size_t *at, struct fuhe_markup_tag *tag) {
    static const struct {
        const char *begin;
        const char *end;
    } others[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}};

    while (*at < markup.length) {
        const char *open = memchr(markup.bytes + *at, '<', markup.length - *at);
        if (open == NULL) {
            break;
        }
        const size_t begin = (size_t)(open - markup.bytes);
        const fuhe_text rest = fuhe_text_from(markup, begin);
        size_t other = 0;
        while (other < sizeof others / sizeof others[0] &&
               !fuhe_text_starts_with(rest, fuhe_text_of(others[other].begin))) {
            other++;
        }
        if (other < sizeof others / sizeof others[0]) {
            *at = find_from(markup, begin + strlen(others[other].begin), others[other].end);
            continue;
        }
        *at = end_of_tag(markup, begin);
        *tag = (struct fuhe_markup_tag){.text = {open, *at - begin}, .begin = begin, .end = *at};
        tag->kind = fuhe_text_starts_with(tag->text, FUHE_TEXT("</")) ? FUHE_TAG_END
                    : fuhe_text_ends_with(tag->text, FUHE_TEXT("/>")) ? FUHE_TAG_EMPTY
                                                                      : FUHE_TAG_BEGIN;
        take_name(tag);
        return true;
    }
    *at = markup.length;
    return false;
}

bool fuhe_markup_is(const struct fuhe_markup_tag *tag, const char *name) {
    return fuhe_text_equals(fuhe_text_from(tag->name, tag->prefix.length), fuhe_text_of(name));
}

/* One attribute at *at, which goes behind it. */
static bool next_attribute(fuhe_text text, size_t *at, fuhe_text *name, fuhe_text *value) {
    while (*at < text.length && is_name_end(text.bytes[*at])) {
        ++*at;
    }
    const size_t begin = *at;
    while (*at < text.length && text.bytes[*at] != '=' && !is_name_end(text.bytes[*at])) {
        ++*at;
    }
    *name = (fuhe_text){text.bytes + begin, *at - begin};
    while (*at < text.length && text.bytes[*at] != '"' && text.bytes[*at] != '\'') {
        ++*at;
    }
    if (*at == text.length) {
        return false;
    }
    const char *open = text.bytes + *at;
    const char *close = memchr(open + 1, *open, text.length - *at - 1);
    if (close == NULL) {
        return false;
    }
    *value = (fuhe_text){open + 1, (size_t)(close - open) - 1};
    *at = (size_t)(close - text.bytes) + 1;
    return true;
}

fuhe_text fuhe_markup_attribute(const struct fuhe_markup_tag *tag, const char *name) {
    size_t at = (size_t)(tag->name.bytes - tag->text.bytes) + tag->name.length;
    fuhe_text found;
    fuhe_text value;

    while (next_attribute(tag->text, &at, &found, &value)) {
        const size_t colon = fuhe_text_find(found, FUHE_TEXT(":"));
        if (fuhe_text_equals(colon == found.length ? found : fuhe_text_from(found, colon + 1), fuhe_text_of(name))) {
            return value;
        }
    }
    return (fuhe_text){NULL, 0};
}

size_t fuhe_markup_end(fuhe_text markup, const struct fuhe_markup_tag *tag, size_t *inside) {
    struct fuhe_markup_tag next = *tag;
    size_t depth = tag->kind == FUHE_TAG_BEGIN;
    size_t at = tag->end;

    while (depth > 0 && fuhe_markup_next(markup, &at, &next)) {
        depth += next.kind == FUHE_TAG_BEGIN;
        depth -= next.kind == FUHE_TAG_END;
    }
    if (inside != NULL) {
        *inside = tag->kind == FUHE_TAG_BEGIN ? next.begin : tag->end;
    }
    return at;
}

bool fuhe_markup_is_utf8(fuhe_text markup) {
    const fuhe_text head = {markup.bytes, markup.length < 200 ? markup.length : 200};
    const size_t declared = fuhe_text_find(head, FUHE_TEXT("encoding="));
    const bool has_zero = head.length > 0 && memchr(head.bytes, '\0', head.length) != NULL;
    const fuhe_text name = declared == head.length ? (fuhe_text){NULL, 0} : fuhe_text_from(head, declared + 10);

    if (has_zero || !fuhe_text_starts_with(head, FUHE_TEXT("<?xml")) || declared == head.length) {
        return !has_zero && !fuhe_text_starts_with(head, FUHE_TEXT("\xFE\xFF")) &&
               !fuhe_text_starts_with(head, FUHE_TEXT("\xFF\xFE"));
    }
    return fuhe_text_starts_with(name, FUHE_TEXT("UTF-8")) || fuhe_text_starts_with(name, FUHE_TEXT("utf-8"));
}

void fuhe_markup_escape(struct fuhe_text_builder *builder, fuhe_text text) {
    static const struct {
        char letter;
        const char *entity;
    } entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};

    for (size_t i = 0; i < text.length; i++) {
        fuhe_text piece = {text.bytes + i, 1};
        for (size_t k = 0; k < sizeof entities / sizeof entities[0]; k++) {
            piece = entities[k].letter == text.bytes[i] ? fuhe_text_of(entities[k].entity) : piece;
        }
        const unsigned char letter = (unsigned char)text.bytes[i];
        if (letter >= ' ' || letter == '\t' || letter == '\n') {
            fuhe_text_builder_add(builder, piece);
        }
    }
}
