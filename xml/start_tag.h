/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_START_TAG_H
#define FUHE_XML_START_TAG_H

#include "engine/text.h"

/* Walks over a start tag as it is written, to find where each attribute stands. The tag is well-formed. */
struct fuhe_start_tag {
    fuhe_text raw; /* from its '<' to before its '>' */
    size_t offset; /* behind the attribute found last */
};

/* Offsets in raw. */
struct fuhe_raw_attribute {
    size_t name;
    size_t value; /* its first character; the closing quote when it is empty */
};

struct fuhe_start_tag fuhe_start_tag_begin(fuhe_text raw);

/* The next attribute that declares no namespace; false when there is no more. */
bool fuhe_start_tag_next(struct fuhe_start_tag *tag, struct fuhe_raw_attribute *attribute);

#endif
