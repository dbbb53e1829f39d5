/* SPDX-License-Identifier: Apache-2.0 */
/* Every byte of a large document passes here once more than through the parser, so counting goes by blocks of a fixed
 * size without branches, which compilers make vector instructions of; a block is looked at closely only when it may
 * hold the end of a form. Where comments and the like are about, tags are walked one by one. */
#include "batch/markup.h"

#include <string.h>

enum { BLOCK = 64 };

static const char form_end[] = "</form>";
enum { FORM_END_LENGTH = sizeof form_end - 1 };

/* --- counting --- */

struct block_signs {
    unsigned char lines;
    unsigned char ends;    /* a "/f", which ends of forms have */
    unsigned char special; /* a "<!" or "<?" */
};

/* Looks at BLOCK bytes; one more must be readable. */
static struct block_signs look_at(const char *bytes) {
    struct block_signs signs = {0, 0, 0};

    for (int i = 0; i < BLOCK; i++) {
        signs.lines = (unsigned char)(signs.lines + (bytes[i] == '\n'));
        signs.ends |= (unsigned char)((bytes[i] == '/') & (bytes[i + 1] == 'f'));
        signs.special |= (unsigned char)((bytes[i] == '<') & ((bytes[i + 1] == '!') | (bytes[i + 1] == '?')));
    }
    return signs;
}

static bool is_at(fuhe_text bytes, size_t offset, const char *word, size_t length) {
    return bytes.length - offset >= length && memcmp(bytes.bytes + offset, word, length) == 0;
}

/* Ends of forms whose slash is in [from, to). */
static size_t count_ends(fuhe_text bytes, size_t from, size_t to) {
    size_t count = 0;

    for (size_t i = from; i < to; i++) {
        count += bytes.bytes[i] == '/' && i > 0 && is_at(bytes, i - 1, form_end, FORM_END_LENGTH);
    }
    return count;
}

static void count_last(fuhe_text bytes, size_t offset, struct fuhe_markup_count *count) {
    count->forms += count_ends(bytes, offset, bytes.length);
    for (size_t i = offset; i < bytes.length; i++) {
        count->lines += bytes.bytes[i] == '\n';
        count->special |=
            bytes.bytes[i] == '<' && i + 1 < bytes.length && (bytes.bytes[i + 1] == '!' || bytes.bytes[i + 1] == '?');
    }
}

struct fuhe_markup_count fuhe_markup_count(fuhe_text bytes) {
    struct fuhe_markup_count count = {0, 0, false};
    size_t offset = 0;

    for (; bytes.length - offset > BLOCK; offset += BLOCK) {
        const struct block_signs signs = look_at(bytes.bytes + offset);
        count.lines += signs.lines;
        count.special |= signs.special != 0;
        if (signs.ends != 0) {
            count.forms += count_ends(bytes, offset, offset + BLOCK);
        }
    }
    count_last(bytes, offset, &count);
    return count;
}

/* --- walking --- */

/* What is not to be looked into, from its opening to its closing. */
static const struct enclosure {
    const char *opening;
    const char *closing;
} enclosures[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

/* The offset behind the enclosure that opens at `offset`; `offset` itself when none does, and bytes.length + 1 when it
 * is not closed. */
static size_t skip_enclosure(fuhe_text bytes, size_t offset) {
    for (size_t i = 0; i < sizeof enclosures / sizeof enclosures[0]; i++) {
        const fuhe_text rest = fuhe_text_from(bytes, offset);
        if (fuhe_text_starts_with(rest, fuhe_text_of(enclosures[i].opening))) {
            const fuhe_text closing = fuhe_text_of(enclosures[i].closing);
            return offset + fuhe_text_find(rest, closing) + (fuhe_text_contains(rest, closing) ? closing.length : 1);
        }
    }
    return offset;
}

/* The next '<', or the end. */
static size_t find_opening(fuhe_text bytes, size_t offset) {
    const char *opening = offset < bytes.length ? memchr(bytes.bytes + offset, '<', bytes.length - offset) : NULL;

    return opening == NULL ? bytes.length : (size_t)(opening - bytes.bytes);
}

/* Whether the tag at `offset` begins with "<name" or "</name" and the name ends there. */
static bool is_tag(fuhe_text bytes, size_t offset, const char *start) {
    const size_t length = strlen(start);
    const size_t behind = offset + length;

    return is_at(bytes, offset, start, length) && behind < bytes.length &&
           strchr(" \t\r\n/>", bytes.bytes[behind]) != NULL && bytes.bytes[behind] != '\0';
}

/* The offset behind the '>' of the tag at `offset`, which an attribute value may have in it; bytes.length + 1 when it
 * is not there. */
static size_t skip_tag(fuhe_text bytes, size_t offset) {
    char quote = '\0';

    for (size_t i = offset; i < bytes.length; i++) {
        const char byte = bytes.bytes[i];
        if (quote != '\0') {
            quote = byte == quote ? '\0' : quote;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '>') {
            return i + 1;
        }
    }
    return bytes.length + 1;
}

bool fuhe_markup_find_head(fuhe_text document, fuhe_text *head) {
    size_t offset = find_opening(document, 0);

    for (size_t behind; offset < document.length; offset = find_opening(document, behind)) {
        behind = skip_enclosure(document, offset);
        if (behind == offset) {
            break;
        }
    }
    if (!is_tag(document, offset, "<forms")) {
        return false;
    }
    const size_t end = skip_tag(document, offset);
    if (end > document.length || document.bytes[end - 2] == '/') {
        return false;
    }
    *head = (fuhe_text){document.bytes + offset, end - offset};
    return true;
}

/* The same as below for bytes with comments and the like. */
static size_t walk_whole_forms(fuhe_text bytes, size_t *forms) {
    size_t end = 0;
    size_t offset = find_opening(bytes, 0);

    *forms = 0;
    while (offset < bytes.length) {
        size_t behind = skip_enclosure(bytes, offset);
        if (is_at(bytes, offset, form_end, FORM_END_LENGTH)) {
            end = offset + FORM_END_LENGTH;
            *forms += 1;
        }
        behind = behind == offset ? offset + 1 : behind;
        offset = behind > bytes.length ? bytes.length : find_opening(bytes, behind);
    }
    return end;
}

static size_t last_form_end(fuhe_text bytes) {
    for (size_t end = bytes.length; end >= FORM_END_LENGTH; end--) {
        if (bytes.bytes[end - 1] == '>' && is_at(bytes, end - FORM_END_LENGTH, form_end, FORM_END_LENGTH)) {
            return end;
        }
    }
    return 0;
}

size_t fuhe_markup_whole_forms(fuhe_text bytes, size_t *forms, size_t *lines) {
    const size_t end = last_form_end(bytes);
    const struct fuhe_markup_count count = fuhe_markup_count((fuhe_text){bytes.bytes, end});

    *forms = count.forms;
    *lines = count.lines;
    if (!count.special) {
        return end;
    }
    const size_t walked = walk_whole_forms((fuhe_text){bytes.bytes, end}, forms);
    if (walked != end) {
        *lines = fuhe_markup_count((fuhe_text){bytes.bytes, walked}).lines;
    }
    return walked;
}

/* --- forms one by one, in bytes that may be broken anywhere --- */

/* The end of the form that begins at `start`. A comment in it counts as one when it closes before the next form. */
static size_t find_form_end(fuhe_text bytes, size_t start) {
    const size_t tag_end = skip_tag(bytes, start);
    size_t offset = find_opening(bytes, start + 1);

    if (tag_end <= offset && bytes.bytes[tag_end - 2] == '/') {
        return tag_end;
    }
    while (offset < bytes.length) {
        if (is_tag(bytes, offset, "<form") || is_tag(bytes, offset, "</forms")) {
            return offset;
        }
        if (is_tag(bytes, offset, "</form")) {
            const size_t end = skip_tag(bytes, offset);
            return end > bytes.length ? bytes.length : end;
        }
        const size_t behind = skip_enclosure(bytes, offset);
        const fuhe_text inside = {bytes.bytes + offset, (behind > bytes.length ? bytes.length : behind) - offset};
        const bool closed = behind <= bytes.length && !fuhe_text_contains(inside, FUHE_TEXT("<form "));
        offset = find_opening(bytes, closed && behind > offset ? behind : offset + 1);
    }
    return bytes.length;
}

bool fuhe_markup_next_form(fuhe_text bytes, size_t *offset, fuhe_text *form) {
    size_t start = find_opening(bytes, *offset);

    while (start < bytes.length && !is_tag(bytes, start, "<form")) {
        const size_t behind = skip_enclosure(bytes, start);
        start = find_opening(bytes, behind > start && behind <= bytes.length ? behind : start + 1);
    }
    if (start >= bytes.length) {
        *offset = bytes.length;
        return false;
    }
    *offset = find_form_end(bytes, start);
    *form = (fuhe_text){bytes.bytes + start, *offset - start};
    return true;
}
