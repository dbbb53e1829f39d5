/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_SHADOW_H
#define FUHE_XML_SHADOW_H

#include <stdbool.h>
#include <stddef.h>

/* What the parser is given in place of a document: the same number of bytes, but in texts and attribute values each
 * byte of a character beyond ASCII is FUHE_SHADOW_BYTE. The parser takes half as long over it, for every other
 * character of a Chinese form would leave its fast path. Its events say where the real bytes stand. */
enum { FUHE_SHADOW_BYTE = 0x7F };

enum fuhe_shadow_state {
    FUHE_SHADOW_TEXT,
    FUHE_SHADOW_MARKUP, /* behind a '<' */
    FUHE_SHADOW_COMMENT,
    FUHE_SHADOW_CDATA,
    FUHE_SHADOW_INSTRUCTION
};

struct fuhe_shadow {
    enum fuhe_shadow_state state; /* what the next byte is inside of */
    bool text_as_it_is;           /* the text that is going on has a reference */
    bool off;                     /* from here on the document is its own shadow */
};

void fuhe_shadow_begin(struct fuhe_shadow *shadow);

/* Writes the shadow of bytes, which are whole UTF-8 characters; returns how many may be given to the parser. The rest
 * is of a tag whose end has not come and must come again, with more behind it. With `last` all are returned. */
size_t fuhe_shadow_cast(struct fuhe_shadow *shadow, const char *bytes, size_t length, bool last, char *cast);

#endif
