/* SPDX-License-Identifier: Apache-2.0 */
/* Counts attributes before libxml2 sees them: it holds each attribute of a tag against all others, so that a tag with a
 * million of them would take hours. Comments and scripts are stepped over, for they hold what only looks like tags. */
#include "doors/html_tags.h"

#include <string.h>

static bool is_blank(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Offset behind the next `mark` from an offset on; the end when there is none. */
static size_t behind(fuhe_text page, size_t at, fuhe_text mark) {
    const fuhe_text rest = fuhe_text_from(page, at);
    const size_t found = fuhe_text_find(rest, mark);

    return found == rest.length ? page.length : at + found + mark.length;
}

static size_t skip_blanks(fuhe_text page, size_t at) {
    while (at < page.length && (is_blank(page.bytes[at]) || page.bytes[at] == '/')) {
        at++;
    }
    return at;
}

static size_t skip_word(fuhe_text page, size_t at, const char *ends) {
    while (at < page.length && !is_blank(page.bytes[at]) &&
           (page.bytes[at] == '\0' || strchr(ends, page.bytes[at]) == NULL)) {
        at++;
    }
    return at;
}

/* A value in quotation marks, or up to the next blank. */
static size_t skip_value(fuhe_text page, size_t at) {
    at = skip_blanks(page, at);
    if (at < page.length && (page.bytes[at] == '"' || page.bytes[at] == '\'')) {
        return behind(page, at + 1, (fuhe_text){page.bytes + at, 1});
    }
    return skip_word(page, at, ">");
}

/* Counts the attributes from *at, behind the name of a tag; *at goes to its end. */
static size_t count_attributes(fuhe_text page, size_t *at) {
    size_t count = 0;

    for (*at = skip_blanks(page, *at); *at < page.length && page.bytes[*at] != '>'; *at = skip_blanks(page, *at)) {
        count++;
        *at = skip_word(page, *at + 1, "=>/");
        const size_t sign = skip_blanks(page, *at);
        if (sign < page.length && page.bytes[sign] == '=') {
            *at = skip_value(page, sign + 1);
        }
    }
    return count;
}

static bool has_raw_text(fuhe_text name) {
    return name.length >= 5 && (name.bytes[0] == 's' || name.bytes[0] == 'S') &&
           (fuhe_text_equals(fuhe_text_from(name, 1), FUHE_TEXT("cript")) ||
            fuhe_text_equals(fuhe_text_from(name, 1), FUHE_TEXT("tyle")) ||
            fuhe_text_equals(fuhe_text_from(name, 1), FUHE_TEXT("CRIPT")) ||
            fuhe_text_equals(fuhe_text_from(name, 1), FUHE_TEXT("TYLE")));
}

size_t fuhe_html_attributes_max(fuhe_text page) {
    size_t most = 0;

    for (size_t at = behind(page, 0, FUHE_TEXT("<")); at < page.length; at = behind(page, at, FUHE_TEXT("<"))) {
        if (fuhe_text_starts_with(fuhe_text_from(page, at), FUHE_TEXT("!--"))) {
            at = behind(page, at, FUHE_TEXT("-->"));
            continue;
        }
        if (!is_letter(page.bytes[at])) {
            continue;
        }
        const size_t begin = at;
        at = skip_word(page, at, ">/");
        const fuhe_text name = {page.bytes + begin, at - begin};
        const size_t count = count_attributes(page, &at);
        most = count > most ? count : most;
        if (has_raw_text(name)) {
            at = behind(page, at, FUHE_TEXT("</"));
        }
    }
    return most;
}
