/* SPDX-License-Identifier: Apache-2.0 */
/* A chain of blocks; allocation moves a pointer. A reset keeps the first block, which grows to what one form needs. */
#include "engine/arena.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 * 1024, KEPT_BLOCK_MAX = 1024 * 1024, ALIGNMENT = 16 };

struct block {
    struct block *next;
    size_t size;
    size_t used;
    size_t padding;
    _Alignas(ALIGNMENT) char bytes[];
};

struct fuhe_arena {
    struct block *first;
    struct block *current;
};

static struct block *block_new(size_t size) {
    struct block *block = malloc(sizeof *block + size);

    if (block != NULL) {
        block->next = NULL;
        block->size = size;
        block->used = 0;
    }
    return block;
}

static void blocks_free(struct block *block) {
    while (block != NULL) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
}

struct fuhe_arena *fuhe_arena_new(void) {
    struct fuhe_arena *arena = malloc(sizeof *arena);

    if (arena == NULL) {
        return NULL;
    }
    arena->first = block_new(FIRST_BLOCK);
    arena->current = arena->first;
    if (arena->first == NULL) {
        free(arena);
        return NULL;
    }
    return arena;
}

void fuhe_arena_free(struct fuhe_arena *arena) {
    if (arena != NULL) {
        blocks_free(arena->first);
        free(arena);
    }
}

size_t fuhe_arena_size(const struct fuhe_arena *arena) {
    size_t total = 0;

    for (const struct block *block = arena->first; block != NULL; block = block->next) {
        total += block->size;
    }
    return total;
}

void fuhe_arena_reset(struct fuhe_arena *arena) {
    const size_t total = fuhe_arena_size(arena);

    blocks_free(arena->first->next);
    arena->first->next = NULL;
    if (total > arena->first->size && total <= KEPT_BLOCK_MAX) {
        struct block *larger = block_new(total);
        if (larger != NULL) {
            free(arena->first);
            arena->first = larger;
        }
    }
    arena->first->used = 0;
    arena->current = arena->first;
}

/* Bytes for `size`, not zeroed. */
static char *take(struct fuhe_arena *arena, size_t size) {
    const size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    struct block *block = arena->current;

    if (rounded < size) {
        return NULL;
    }
    if (block->size - block->used < rounded) {
        const size_t wanted = block->size * 2 > KEPT_BLOCK_MAX ? KEPT_BLOCK_MAX : block->size * 2;
        block = block_new(rounded > wanted ? rounded : wanted);
        if (block == NULL) {
            return NULL;
        }
        arena->current->next = block;
        arena->current = block;
    }
    char *bytes = block->bytes + block->used;
    block->used += rounded;
    return bytes;
}

void *fuhe_arena_allocate(struct fuhe_arena *arena, size_t count, size_t size) {
    size_t bytes;

    if (__builtin_mul_overflow(count, size, &bytes)) {
        return NULL;
    }
    char *memory = take(arena, bytes);
    return memory == NULL ? NULL : memset(memory, 0, bytes);
}

enum fuhe_status fuhe_arena_copy(struct fuhe_arena *arena, fuhe_text text, fuhe_text *copy) {
    char *bytes = take(arena, text.length + 1);

    if (bytes == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    if (text.length > 0) {
        memcpy(bytes, text.bytes, text.length);
    }
    bytes[text.length] = '\0';
    *copy = (fuhe_text){bytes, text.length};
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_arena_grow(struct fuhe_arena *arena, void **items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) {
        return FUHE_STATUS_OK;
    }
    const size_t wanted = *capacity == 0 ? 8 : *capacity * 2;
    void *larger = fuhe_arena_allocate(arena, wanted, size);
    if (larger == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    if (count > 0) {
        memcpy(larger, *items, count * size);
    }
    *items = larger;
    *capacity = wanted;
    return FUHE_STATUS_OK;
}
