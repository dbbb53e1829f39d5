/* SPDX-License-Identifier: Apache-2.0 */
/* The packs at hand, all in one arena. A pack that fails to load leaves the library as it was. */
#define _POSIX_C_SOURCE 200809L
#include "xml/pack_library.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "engine/pack_version.h"
#include "xml/hash.h"
#include "xml/pack_base.h"

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* Room for one more pack and its document. */
static enum fuhe_status make_room(struct fuhe_pack_library *library) {
    void *packs = library->packs;
    void *documents = library->documents;
    void *paths = library->paths;

    FUHE_TRY(fuhe_arena_grow(library->arena, &packs, library->count, &library->capacity, sizeof *library->packs));
    library->packs = packs;
    FUHE_TRY(fuhe_arena_grow(library->arena, &documents, library->count, &library->document_capacity,
                             sizeof *library->documents));
    library->documents = documents;
    FUHE_TRY(fuhe_arena_grow(library->arena, &paths, library->count, &library->path_capacity, sizeof *library->paths));
    library->paths = paths;
    return FUHE_STATUS_OK;
}

/* --- adding --- */

/* The document of the base, and of its base, come first. */
static void hash_documents(const struct fuhe_pack_library *library, const struct fuhe_pack *pack, fuhe_text document,
                           struct fuhe_hashing *hashing) {
    if (pack->base != NULL) {
        const size_t base = fuhe_pack_library_find_hash(library, pack->base->hash);
        hash_documents(library, &library->packs[base], library->documents[base], hashing);
    }
    fuhe_hashing_add(hashing, document);
}

static enum fuhe_status write_hash(const struct fuhe_pack_library *library, struct fuhe_pack *pack, fuhe_text document,
                                   struct fuhe_error *err) {
    struct fuhe_hashing hashing;
    char text[FUHE_HASH_TEXT_SIZE];

    fuhe_hashing_begin(&hashing);
    hash_documents(library, pack, document, &hashing);
    const struct fuhe_hash hash = fuhe_hashing_end(&hashing);
    fuhe_hash_format(&hash, text);
    return fuhe_arena_copy(library->arena, fuhe_text_of(text), &pack->hash) == FUHE_STATUS_OK ? FUHE_STATUS_OK
                                                                                              : no_memory(err);
}

/* Puts a pack behind the others, unless one of the same content is there. */
static enum fuhe_status add(struct fuhe_pack_library *library, struct fuhe_pack *pack, fuhe_text document,
                            size_t *index, struct fuhe_error *err) {
    FUHE_TRY(write_hash(library, pack, document, err));
    *index = fuhe_pack_library_find_hash(library, pack->hash);
    if (*index < library->count) {
        return FUHE_STATUS_OK;
    }
    if (make_room(library) != FUHE_STATUS_OK) {
        return no_memory(err);
    }
    library->packs[library->count] = *pack;
    library->paths[library->count] = (fuhe_text){NULL, 0};
    library->documents[library->count++] = document;
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_memory(struct fuhe_pack_library *library, fuhe_text bytes, size_t *index,
                                   struct fuhe_error *err) {
    struct fuhe_memory_input memory = {.bytes = bytes.bytes, .length = bytes.length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct fuhe_pack_loading loading = {.library = library};
    const struct fuhe_pack_bases bases = fuhe_pack_bases_of(&loading);
    struct fuhe_pack pack;

    FUHE_TRY(fuhe_pack_read(&input, &bases, library->arena, &pack, err));
    return add(library, &pack, bytes, index, err);
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
    library->built_in = library->count;
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

/* Reads the pack of an open file; kept has its bytes then. */
static enum fuhe_status read_file(FILE *file, struct fuhe_pack_loading *loading, struct kept_input *kept,
                                  struct fuhe_pack *pack, struct fuhe_error *err) {
    int descriptor = fileno(file);
    const struct fuhe_input from = fuhe_input_from_descriptor(&descriptor);
    const struct fuhe_input input = {read_kept, kept};
    const struct fuhe_pack_bases bases = fuhe_pack_bases_of(loading);

    *kept = (struct kept_input){.from = &from, .arena = loading->library->arena};
    const enum fuhe_status status = fuhe_pack_read(&input, &bases, loading->library->arena, pack, err);
    kept->from = NULL;
    if (status == FUHE_STATUS_OK) {
        loading->name = (struct fuhe_pack_name){pack->id, pack->version};
    }
    return status;
}

/* Whether the document has another pack than the one that is wanted. */
static bool is_other(const struct fuhe_pack_loading *loading) {
    return loading->wanted != NULL && loading->name.id.length > 0 &&
           (!fuhe_text_equals(loading->name.id, loading->wanted->id) ||
            !fuhe_text_equals(loading->name.version, loading->wanted->version));
}

enum fuhe_status fuhe_pack_library_load(struct fuhe_pack_loading *loading, size_t *index, struct fuhe_error *err) {
    FILE *file = fopen(loading->path, "rb");
    struct fuhe_pack_library *library = loading->library;
    struct fuhe_pack pack;
    struct kept_input kept;

    if (file == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, strerror(errno), NULL);
    }
    const enum fuhe_status status = read_file(file, loading, &kept, &pack, err);
    (void)fclose(file);
    if (is_other(loading)) {
        *index = library->count;
        return FUHE_STATUS_OK;
    }
    if (status != FUHE_STATUS_OK) {
        return status;
    }
    FUHE_TRY(add(library, &pack, (fuhe_text){kept.bytes, kept.length}, index, err));
    return fuhe_arena_copy(library->arena, fuhe_text_of(loading->path), &library->paths[*index]) == FUHE_STATUS_OK
               ? FUHE_STATUS_OK
               : no_memory(err);
}

enum fuhe_status fuhe_pack_library_add_file(struct fuhe_pack_library *library, const char *path, size_t *index,
                                            struct fuhe_error *err) {
    struct fuhe_pack_loading loading = {.library = library, .path = path};

    return fuhe_pack_library_load(&loading, index, err);
}

/* --- finding --- */

size_t fuhe_pack_library_find_version(const struct fuhe_pack_library *library, fuhe_text id, fuhe_text version) {
    size_t index = 0;

    while (index < library->count && !(fuhe_text_equals(library->packs[index].id, id) &&
                                       fuhe_text_equals(library->packs[index].version, version))) {
        index++;
    }
    return index;
}

size_t fuhe_pack_library_find_hash(const struct fuhe_pack_library *library, fuhe_text hash) {
    size_t index = 0;

    while (index < library->count && !fuhe_text_equals(library->packs[index].hash, hash)) {
        index++;
    }
    return index;
}

static bool is_usable(const struct fuhe_pack *pack) {
    return pack->status == FUHE_PACK_IN_FORCE || pack->status == FUHE_PACK_TRIAL;
}

/* Whether a is to be preferred to b when only their id is named. */
static bool is_before(const struct fuhe_pack *a, const struct fuhe_pack *b) {
    const int order = fuhe_pack_version_compare(a->version, b->version);

    if (is_usable(a) != is_usable(b)) {
        return is_usable(a);
    }
    return order != 0 ? order > 0 : a->from > b->from;
}

static size_t find_latest(const struct fuhe_pack_library *library, fuhe_text id) {
    size_t latest = library->count;

    for (size_t i = 0; i < library->count; i++) {
        if (fuhe_text_equals(library->packs[i].id, id) &&
            (latest == library->count || is_before(&library->packs[i], &library->packs[latest]))) {
            latest = i;
        }
    }
    return latest;
}

size_t fuhe_pack_library_find(const struct fuhe_pack_library *library, const char *name) {
    const fuhe_text whole = fuhe_text_of(name);
    const size_t at = fuhe_text_find(whole, FUHE_TEXT("@"));

    if (at == whole.length) {
        return find_latest(library, whole);
    }
    return fuhe_pack_library_find_version(library, (fuhe_text){whole.bytes, at}, fuhe_text_from(whole, at + 1));
}

size_t fuhe_pack_library_find_twin(const struct fuhe_pack_library *library, size_t index) {
    const struct fuhe_pack *pack = &library->packs[index];
    size_t twin = 0;

    while (twin < library->count && (twin == index || !fuhe_text_equals(library->packs[twin].id, pack->id) ||
                                     !fuhe_text_equals(library->packs[twin].version, pack->version))) {
        twin++;
    }
    return twin;
}

struct fuhe_pack_choice fuhe_pack_library_choose(const struct fuhe_pack_library *library, const struct fuhe_pack *rules,
                                                 const struct fuhe_form *form) {
    if (rules != NULL) {
        return (struct fuhe_pack_choice){.pack = rules, .reason = FUHE_CHOICE_ASKED};
    }
    return fuhe_pack_choose(library->packs, library->count, library->built_in, form);
}

void fuhe_pack_library_free(struct fuhe_pack_library *library) {
    fuhe_arena_free(library->arena);
    *library = (struct fuhe_pack_library){.arena = NULL};
}
