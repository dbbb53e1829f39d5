/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_MARKUP_H
#define FUHE_BATCH_MARKUP_H

#include "engine/form.h"

/* Finds forms in the bytes of a collection without parsing it: where it may be cut so that each part can be parsed
 * alone. Bytes are UTF-8 (or what stands for it). What is found is a good guess for any bytes, and right for a
 * well-formed collection of the usual shape; the parser has the last word. */

/* What a large number of bytes holds, at the price of touching them once. */
struct fuhe_markup_count {
    size_t lines; /* line ends */
    size_t forms; /* "</form>" */
    bool special; /* comments, CDATA sections, instructions: there a "</form>" may be no end of a form */
};

struct fuhe_markup_count fuhe_markup_count(fuhe_text bytes);

/* The start tag of the root: false when the root is no <forms …> or is closed at once, and when its end is not in
 * sight. */
bool fuhe_markup_find_head(fuhe_text document, fuhe_text *head);

/* Length of the longest part of bytes, which begin between two forms, that ends behind a form; 0 when no form ends in
 * it. *forms is how many end. */
size_t fuhe_markup_whole_forms(fuhe_text bytes, size_t *forms, size_t *lines);

/* The next form at or behind *offset, which is moved behind it: up to its end tag, or, when that is missing, up to the
 * next form, the end tag of the collection or the end. false when there is none. */
bool fuhe_markup_next_form(fuhe_text bytes, size_t *offset, fuhe_text *form);

#endif
