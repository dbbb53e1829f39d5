/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_ARENA_H
#define FUHE_ENGINE_ARENA_H

#include "engine/error.h"
#include "engine/text.h"

/* Memory for one form under review (or one pack): many small blocks that die together. Not for use by two threads. */
struct fuhe_arena;

/* NULL when memory is out. The caller frees it. */
struct fuhe_arena *fuhe_arena_new(void);
void fuhe_arena_free(struct fuhe_arena *arena); /* takes NULL */

/* Forgets every block; keeps the memory (up to 1 MiB) for the next form. */
void fuhe_arena_reset(struct fuhe_arena *arena);

/* Bytes of memory that the arena holds. */
size_t fuhe_arena_size(const struct fuhe_arena *arena);

/* A zeroed block of count * size bytes, aligned for any type; NULL when memory is out or the product overflows. */
FUHE_MUST_USE void *fuhe_arena_allocate(struct fuhe_arena *arena, size_t count, size_t size);

/* A copy of text, ended by NUL, in *copy. */
FUHE_MUST_USE enum fuhe_status fuhe_arena_copy(struct fuhe_arena *arena, fuhe_text text, fuhe_text *copy);

/* Makes room for one more element of `size` bytes in the array *items, which holds `count` and can hold *capacity.
 * The array may move; the old one stays in the arena. */
FUHE_MUST_USE enum fuhe_status fuhe_arena_grow(struct fuhe_arena *arena, void **items, size_t count, size_t *capacity,
                                               size_t size);

#endif
