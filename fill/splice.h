/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_SPLICE_H
#define FUHE_FILL_SPLICE_H

#include "engine/arena.h"
#include "doors/text_builder.h"

/* Changes of a text by the places of its bytes: everything between them stays byte for byte. */
struct fuhe_splice {
    size_t begin;
    size_t end; /* begin where nothing is taken away */
    fuhe_text text;
    size_t number; /* of those at one place the first added comes first */
};

struct fuhe_splices {
    struct fuhe_arena *arena;
    struct fuhe_splice *items;
    size_t count;
    size_t capacity;
};

/* Puts a copy of `text` in the place of the bytes from begin to end. */
FUHE_MUST_USE enum fuhe_status fuhe_splices_add(struct fuhe_splices *splices, size_t begin, size_t end, fuhe_text text);

/* Adds the changed text to the builder; false when two changes are of the same bytes or lie outside of the text. */
FUHE_MUST_USE bool fuhe_splices_apply(struct fuhe_splices *splices, fuhe_text text, struct fuhe_text_builder *builder);

#endif
