/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_MARKUP_H
#define FUHE_FILL_MARKUP_H

#include "engine/error.h"
#include "engine/text.h"
#include "doors/text_builder.h"

/* The tags of an XML text with the places of their bytes: what a parser does not say exactly. The text is known to be
 * well-formed XML in UTF-8 without a document type; of any other text what is found makes no sense, but lies in it. */
enum fuhe_tag_kind { FUHE_TAG_BEGIN, FUHE_TAG_END, FUHE_TAG_EMPTY };

struct fuhe_markup_tag {
    enum fuhe_tag_kind kind;
    fuhe_text text;   /* from < to > */
    fuhe_text name;   /* with its prefix */
    fuhe_text prefix; /* with the colon; empty for none */
    size_t begin;     /* where it stands */
    size_t end;
};

/* The next tag at or behind *at, which goes behind it; false when there is none. */
bool fuhe_markup_next(fuhe_text markup, size_t *at, struct fuhe_markup_tag *tag);

/* Whether it has this name, whatever its prefix. */
bool fuhe_markup_is(const struct fuhe_markup_tag *tag, const char *name);

/* The value of an attribute as it is written, without regard to prefixes; bytes is NULL when there is none. */
fuhe_text fuhe_markup_attribute(const struct fuhe_markup_tag *tag, const char *name);

/* Where the element that a tag begins ends: behind its end tag. `inside`, which may be NULL, is where that one begins.
 */
size_t fuhe_markup_end(fuhe_text markup, const struct fuhe_markup_tag *tag, size_t *inside);

/* Whether the text says that it is in UTF-8, or says nothing. */
bool fuhe_markup_is_utf8(fuhe_text markup);

/* Adds a text as character data, without what XML cannot hold. */
void fuhe_markup_escape(struct fuhe_text_builder *builder, fuhe_text text);

#endif
