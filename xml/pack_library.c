/* SPDX-License-Identifier: Apache-2.0 */
/* The packs at hand, all in one arena. A pack that fails to load leaves the library as it was. */
#define _POSIX_C_SOURCE 200809L
#include "xml/pack_library.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "xml/pack_reader.h"

/* Reads a pack into the next place of the list; *index is that place. */
static enum fuhe_status add(struct fuhe_pack_library *library, const struct fuhe_input *input, size_t *index,
                            struct fuhe_error *err) {
    void *packs = library->packs;

    if (fuhe_arena_grow(library->arena, &packs, library->count, &library->capacity, sizeof *library->packs) !=
        FUHE_STATUS_OK) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    library->packs = packs;
    FUHE_TRY(fuhe_pack_read(input, library->arena, &library->packs[library->count], err));
    *index = library->count++;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_pack_library_init(struct fuhe_pack_library *library, struct fuhe_error *err) {
    size_t index;

    *library = (struct fuhe_pack_library){.arena = fuhe_arena_new()};
    if (library->arena == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    for (size_t i = 0; i < fuhe_builtin_pack_count; i++) {
        struct fuhe_memory_input memory = {.bytes = fuhe_builtin_packs[i].bytes,
                                           .length = fuhe_builtin_packs[i].length};
        const struct fuhe_input input = fuhe_input_from_memory(&memory);
        FUHE_TRY(add(library, &input, &index, err));
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_pack_library_add_file(struct fuhe_pack_library *library, const char *path, size_t *index,
                                            struct fuhe_error *err) {
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, strerror(errno), NULL);
    }
    int descriptor = fileno(file);
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    const enum fuhe_status status = add(library, &input, index, err);
    (void)fclose(file);
    return status;
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
