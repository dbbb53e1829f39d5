/* SPDX-License-Identifier: Apache-2.0 */
/* The packs at hand, all in one arena. A pack that fails to load leaves the library as it was. */
#define _POSIX_C_SOURCE 200809L
#include "xml/pack_library.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "xml/hash.h"
#include "xml/pack_reader.h"

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* Room for one more pack and its document. */
static enum fuhe_status make_room(struct fuhe_pack_library *library) {
    void *packs = library->packs;
    void *documents = library->documents;

    FUHE_TRY(fuhe_arena_grow(library->arena, &packs, library->count, &library->capacity, sizeof *library->packs));
    library->packs = packs;
    FUHE_TRY(fuhe_arena_grow(library->arena, &documents, library->count, &library->document_capacity,
                             sizeof *library->documents));
    library->documents = documents;
    return FUHE_STATUS_OK;
}

/* Reads a pack into the next place of the list; *index is that place. Its document, which may not be complete before
 * the pack is read, is the caller's to fill in. */
static enum fuhe_status add(struct fuhe_pack_library *library, const struct fuhe_input *input, size_t *index,
                            struct fuhe_error *err) {
    if (make_room(library) != FUHE_STATUS_OK) {
        return no_memory(err);
    }
    FUHE_TRY(fuhe_pack_read(input, library->arena, &library->packs[library->count], err));
    *index = library->count++;
    return FUHE_STATUS_OK;
}

/* Notes the bytes that the pack at index was read from, and their hash. */
static enum fuhe_status keep_document(struct fuhe_pack_library *library, size_t index, fuhe_text document,
                                      struct fuhe_error *err) {
    const struct fuhe_hash hash = fuhe_hash_of(document);
    char text[FUHE_HASH_TEXT_SIZE];

    fuhe_hash_format(&hash, text);
    library->documents[index] = document;
    if (fuhe_arena_copy(library->arena, fuhe_text_of(text), &library->packs[index].hash) != FUHE_STATUS_OK) {
        return no_memory(err);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_memory(struct fuhe_pack_library *library, fuhe_text bytes, size_t *index,
                                   struct fuhe_error *err) {
    struct fuhe_memory_input memory = {.bytes = bytes.bytes, .length = bytes.length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);

    FUHE_TRY(add(library, &input, index, err));
    return keep_document(library, *index, bytes, err);
}

enum fuhe_status fuhe_pack_library_init_empty(struct fuhe_pack_library *library, struct fuhe_error *err) {
    *library = (struct fuhe_pack_library){.arena = fuhe_arena_new()};
    return library->arena == NULL ? no_memory(err) : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_pack_library_init(struct fuhe_pack_library *library, struct fuhe_error *err) {
    size_t index;

    FUHE_TRY(fuhe_pack_library_init_empty(library, err));
    for (size_t i = 0; i < fuhe_builtin_pack_count; i++) {
        const fuhe_text bytes = {fuhe_builtin_packs[i].bytes, fuhe_builtin_packs[i].length};
        FUHE_TRY(add_memory(library, bytes, &index, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_pack_library_add_bytes(struct fuhe_pack_library *library, fuhe_text bytes, size_t *index,
                                             struct fuhe_error *err) {
    fuhe_text copy;

    if (fuhe_arena_copy(library->arena, bytes, &copy) != FUHE_STATUS_OK) {
        return no_memory(err);
    }
    return add_memory(library, copy, index, err);
}

/* Bytes that are kept as they are read, so that a file is read no further than the reader of packs goes. */
struct kept_input {
    const struct fuhe_input *from;
    struct fuhe_arena *arena;
    char *bytes;
    size_t length;
    size_t capacity;
};

static enum fuhe_status keep(struct kept_input *kept, const char *bytes, size_t count) {
    if (count > kept->capacity - kept->length) {
        const size_t capacity = 2 * (kept->length + count);
        char *larger = fuhe_arena_allocate(kept->arena, capacity, 1);
        if (larger == NULL) {
            return FUHE_STATUS_NO_MEMORY;
        }
        if (kept->length > 0) {
            memcpy(larger, kept->bytes, kept->length);
        }
        kept->bytes = larger;
        kept->capacity = capacity;
    }
    if (count > 0) {
        memcpy(kept->bytes + kept->length, bytes, count);
    }
    kept->length += count;
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_kept(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    struct kept_input *kept = context;

    FUHE_TRY(kept->from->read(kept->from->context, buffer, size, count, err));
    return keep(kept, buffer, *count) == FUHE_STATUS_OK ? FUHE_STATUS_OK : no_memory(err);
}

enum fuhe_status fuhe_pack_library_add_file(struct fuhe_pack_library *library, const char *path, size_t *index,
                                            struct fuhe_error *err) {
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, strerror(errno), NULL);
    }
    int descriptor = fileno(file);
    const struct fuhe_input from = fuhe_input_from_descriptor(&descriptor);
    struct kept_input kept = {.from = &from, .arena = library->arena};
    const struct fuhe_input input = {read_kept, &kept};
    const enum fuhe_status status = add(library, &input, index, err);
    (void)fclose(file);
    return status != FUHE_STATUS_OK ? status
                                    : keep_document(library, *index, (fuhe_text){kept.bytes, kept.length}, err);
}

size_t fuhe_pack_library_find(const struct fuhe_pack_library *library, const char *id) {
    const fuhe_text wanted = fuhe_text_of(id);
    size_t index = 0;

    while (index < library->count && !fuhe_text_equals(library->packs[index].id, wanted)) {
        index++;
    }
    return index;
}

struct fuhe_pack_choice fuhe_pack_library_choose(const struct fuhe_pack_library *library, const struct fuhe_pack *rules,
                                                 const struct fuhe_form *form) {
    if (rules != NULL) {
        return (struct fuhe_pack_choice){.pack = rules, .reason = FUHE_CHOICE_ASKED};
    }
    return fuhe_pack_choose(library->packs, library->count, form);
}

void fuhe_pack_library_free(struct fuhe_pack_library *library) {
    fuhe_arena_free(library->arena);
    *library = (struct fuhe_pack_library){.arena = NULL};
}
