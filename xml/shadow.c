/* SPDX-License-Identifier: Apache-2.0 */
/* Darkens everything first, which the compiler turns into a few vector instructions, then walks from tag to tag and
 * puts back what the parser must see as it is: names, comments, CDATA, instructions, values with references or line
 * ends (the parser rewrites those), and namespaces. Where the document is strange enough that places could shift, or
 * malformed, its rest is left alone: only speed is lost. */
#include "xml/shadow.h"

#include <stdint.h>
#include <string.h>

#include "engine/eight_bytes.h"

struct cast {
    struct fuhe_shadow *shadow;
    const char *bytes;
    size_t length;
    char *dark;
    bool has_reference;
};

/* Returned instead of an offset: the construct has no end yet. */
static const size_t unfinished = SIZE_MAX;

void fuhe_shadow_begin(struct fuhe_shadow *shadow) {
    *shadow = (struct fuhe_shadow){.state = FUHE_SHADOW_TEXT};
}

/* Darkens all bytes. Tells whether there is something that the parser refuses or changes by itself: U+FFFE, U+FFFF, a
 * carriage return without line feed. */
static bool darken(struct cast *cast) {
    const unsigned char *bytes = (const unsigned char *)cast->bytes;
    unsigned char *dark = (unsigned char *)cast->dark;
    unsigned char reference = 0;
    unsigned char carriage = 0;
    unsigned char strange = 0;

    for (size_t i = 0; i < cast->length; i++) {
        dark[i] = bytes[i] >= 0x80 ? FUHE_SHADOW_BYTE : bytes[i];
        reference |= bytes[i] == '&';
        carriage |= bytes[i] == '\r';
    }
    for (size_t i = 2; i < cast->length; i++) {
        strange |= (unsigned char)((bytes[i - 2] == 0xEF) & (bytes[i - 1] == 0xBF) & (bytes[i] >= 0xBE));
    }
    for (size_t i = 1; carriage != 0 && i < cast->length; i++) {
        strange |= (unsigned char)((bytes[i - 1] == '\r') & (bytes[i] != '\n'));
    }
    cast->has_reference = reference != 0;
    return strange != 0;
}

static void restore(struct cast *cast, size_t from, size_t to) {
    memcpy(cast->dark + from, cast->bytes + from, to - from);
}

static size_t give_up(struct cast *cast, size_t at) {
    restore(cast, at, cast->length);
    cast->shadow->off = true;
    return cast->length;
}

static bool starts_with(const struct cast *cast, size_t at, const char *word) {
    const size_t length = strlen(word);
    return cast->length - at >= length && memcmp(cast->bytes + at, word, length) == 0;
}

static size_t find(const struct cast *cast, size_t at, char byte) {
    const char *found = memchr(cast->bytes + at, byte, cast->length - at);
    return found == NULL ? cast->length : (size_t)(found - cast->bytes);
}

/* Behind the next '<'. At a reference the parser leaves its fast path, and then must see what it copies. */
static size_t pass_text(struct cast *cast, size_t at) {
    const size_t end = find(cast, at, '<');

    if (cast->has_reference && memchr(cast->bytes + at, '&', end - at) != NULL) {
        cast->shadow->text_as_it_is = true;
    }
    if (cast->shadow->text_as_it_is) {
        restore(cast, at, end);
    }
    if (end == cast->length) {
        return end;
    }
    cast->shadow->text_as_it_is = false;
    cast->shadow->state = FUHE_SHADOW_MARKUP;
    return end + 1;
}

/* Through a comment, CDATA or instruction, to its end or near the end of what there is. */
static size_t pass_as_it_is(struct cast *cast, size_t at) {
    static const char *const endings[] = {
        [FUHE_SHADOW_COMMENT] = "-->", [FUHE_SHADOW_CDATA] = "]]>", [FUHE_SHADOW_INSTRUCTION] = "?>"};
    const char *ending = endings[cast->shadow->state];
    const size_t length = strlen(ending);

    for (size_t end = find(cast, at, ending[0]); end < cast->length; end = find(cast, end + 1, ending[0])) {
        if (starts_with(cast, end, ending)) {
            restore(cast, at, end + length);
            cast->shadow->state = FUHE_SHADOW_TEXT;
            return end + length;
        }
    }
    if (cast->length - at < length) {
        return unfinished;
    }
    restore(cast, at, cast->length - length + 1);
    return cast->length - length + 1;
}

static size_t pass_declaration(struct cast *cast, size_t at) {
    static const size_t longest = sizeof "![CDATA[" - 1;

    if (starts_with(cast, at, "!--")) {
        cast->shadow->state = FUHE_SHADOW_COMMENT;
        return at + sizeof "!--" - 1;
    }
    if (starts_with(cast, at, "![CDATA[")) {
        cast->shadow->state = FUHE_SHADOW_CDATA;
        return at + longest;
    }
    return cast->length - at < longest ? unfinished : give_up(cast, at);
}

/* Marks all but quotes, '<', '>' (which differs from it in one bit) and bytes that are not ASCII. */
static uint64_t find_plain_in_tag(uint64_t eight) {
    return fuhe_eight_unlike(eight, '"') & fuhe_eight_unlike(eight, '\'') &
           fuhe_eight_unlike(eight | FUHE_EACH_BYTE('<' ^ '>'), '>') & ~eight & FUHE_ALL_MARKS;
}

/* Marks all but quotes, '&' (one bit from the single quote), '<' and control characters, in a shadow. */
static uint64_t find_plain_in_value(uint64_t eight) {
    return fuhe_eight_unlike(eight, '"') & fuhe_eight_unlike(eight | FUHE_EACH_BYTE('&' ^ '\''), '\'') &
           fuhe_eight_unlike(eight, '<') & (eight + FUHE_EACH_BYTE(0x80 - ' ')) & FUHE_ALL_MARKS;
}

/* To the next byte that has no mark; at the end of what there is, to where there are no more eight bytes. */
static size_t skip_plain(const char *bytes, size_t at, size_t length, uint64_t (*find_plain)(uint64_t)) {
    while (length - at >= FUHE_EIGHT) {
        const uint64_t plain = find_plain(fuhe_eight_load(bytes + at));
        if (plain != FUHE_ALL_MARKS) {
            return at + fuhe_eight_first(~plain & FUHE_ALL_MARKS);
        }
        at += FUHE_EIGHT;
    }
    return at;
}

/* To the next quote, '<' or '>', or to the end of what there is. */
static size_t pass_names(const struct cast *cast, size_t at) {
    for (at = skip_plain(cast->bytes, at, cast->length, find_plain_in_tag); at < cast->length; at++) {
        const char byte = cast->bytes[at];
        if (byte == '"' || byte == '\'' || byte == '<' || byte == '>') {
            break;
        }
        cast->dark[at] = byte;
    }
    return at;
}

/* From an opening quote behind its closing one. */
static size_t pass_value(struct cast *cast, size_t quote) {
    bool as_it_is = false;
    size_t at = quote + 1;

    for (; (at = skip_plain(cast->dark, at, cast->length, find_plain_in_value)) < cast->length; at++) {
        const char byte = cast->dark[at];
        if (byte == cast->bytes[quote]) {
            if (as_it_is) {
                restore(cast, quote, at);
            }
            return at + 1;
        }
        if (byte == '<') {
            return give_up(cast, quote);
        }
        as_it_is |= byte == '&' || byte == '\t' || byte == '\n' || byte == '\r';
    }
    return unfinished;
}

static size_t pass_tag(struct cast *cast, size_t at) {
    const bool ends_element = cast->bytes[at] == '/';

    at = pass_names(cast, at);
    while (at < cast->length && cast->bytes[at] != '>') {
        if (cast->bytes[at] == '<' || ends_element) {
            return give_up(cast, at);
        }
        at = pass_value(cast, at);
        if (at == unfinished || cast->shadow->off) {
            return at;
        }
        at = pass_names(cast, at);
    }
    if (at == cast->length) {
        return unfinished;
    }
    cast->shadow->state = FUHE_SHADOW_TEXT;
    return at + 1;
}

static size_t pass_markup(struct cast *cast, size_t at) {
    switch (cast->bytes[at]) {
    case '?':
        cast->shadow->state = FUHE_SHADOW_INSTRUCTION;
        return at + 1;
    case '!':
        return pass_declaration(cast, at);
    default:
        return pass_tag(cast, at);
    }
}

static size_t pass_one(struct cast *cast, size_t at) {
    switch (cast->shadow->state) {
    case FUHE_SHADOW_TEXT:
        return pass_text(cast, at);
    case FUHE_SHADOW_MARKUP:
        return pass_markup(cast, at);
    case FUHE_SHADOW_COMMENT:
    case FUHE_SHADOW_CDATA:
    case FUHE_SHADOW_INSTRUCTION:
        break;
    }
    return pass_as_it_is(cast, at);
}

size_t fuhe_shadow_cast(struct fuhe_shadow *shadow, const char *bytes, size_t length, bool last, char *dark) {
    const bool splits_line_end = length > 0 && bytes[length - 1] == '\r' && !last;
    struct cast cast = {shadow, bytes, splits_line_end ? length - 1 : length, dark, false};

    if (shadow->off || darken(&cast)) {
        cast.length = length;
        return give_up(&cast, 0);
    }
    for (size_t at = 0; at < cast.length;) {
        const size_t next = pass_one(&cast, at);
        if (next == unfinished) {
            return last ? give_up(&cast, at) : at;
        }
        at = next;
    }
    return cast.length;
}
