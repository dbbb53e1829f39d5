/* SPDX-License-Identifier: Apache-2.0 */
/* The parser hands over attributes in the order of the tag but without their places. Since it has found the tag
 * well-formed, each attribute is name, '=', quote, anything but that quote, quote. */
#include "xml/start_tag.h"

#include <string.h>

static bool is_space(char character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

struct fuhe_start_tag fuhe_start_tag_begin(fuhe_text raw) {
    struct fuhe_start_tag tag = {raw, 0};

    while (tag.offset < raw.length && !is_space(raw.bytes[tag.offset])) {
        tag.offset++;
    }
    return tag;
}

static bool declares_namespace(fuhe_text raw, size_t name) {
    const fuhe_text rest = fuhe_text_from(raw, name);
    const size_t length = sizeof "xmlns" - 1;

    return fuhe_text_starts_with(rest, FUHE_TEXT("xmlns")) && rest.length > length &&
           (rest.bytes[length] == ':' || rest.bytes[length] == '=' || is_space(rest.bytes[length]));
}

/* One attribute of any kind. */
static bool next_attribute(struct fuhe_start_tag *tag, struct fuhe_raw_attribute *attribute) {
    const char *end = tag->raw.bytes + tag->raw.length;
    const char *name = tag->raw.bytes + tag->offset;

    while (name < end && is_space(*name)) {
        name++;
    }
    const char *value = memchr(name, '=', (size_t)(end - name));
    if (value == NULL) {
        return false;
    }
    do {
        value++;
    } while (value < end && is_space(*value));
    const char *closing = value < end ? memchr(value + 1, *value, (size_t)(end - value - 1)) : NULL;
    if (closing == NULL) {
        return false;
    }
    attribute->name = (size_t)(name - tag->raw.bytes);
    attribute->value = (size_t)(value + 1 - tag->raw.bytes);
    tag->offset = (size_t)(closing + 1 - tag->raw.bytes);
    return true;
}

bool fuhe_start_tag_next(struct fuhe_start_tag *tag, struct fuhe_raw_attribute *attribute) {
    while (next_attribute(tag, attribute)) {
        if (!declares_namespace(tag->raw, attribute->name)) {
            return true;
        }
    }
    return false;
}
