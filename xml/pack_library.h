/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_LIBRARY_H
#define FUHE_XML_PACK_LIBRARY_H

#include "engine/pack_choice.h"

/* The rule packs at hand: those built in (rules/), and files that the caller adds; the base of an overlay comes before
 * it. Immutable once loaded; may then be shared by threads. */
struct fuhe_pack_library {
    struct fuhe_arena *arena;
    struct fuhe_pack *packs;
    size_t count;
    size_t built_in; /* how many of them, the first ones, come with the program */
    size_t capacity;
    fuhe_text *documents; /* the bytes of XML that each pack was read from */
    size_t document_capacity;
    fuhe_text *paths; /* the file of each pack, NULL bytes for none */
    size_t path_capacity;
};

/* Loads every built-in pack. The library must be freed whatever the outcome. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_library_init(struct fuhe_pack_library *library, struct fuhe_error *err);

/* A library without any pack. Must be freed likewise. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_library_init_empty(struct fuhe_pack_library *library, struct fuhe_error *err);

/* Reads and validates the pack in a file and adds it, unless it is there already; *index is its place. The base of an
 * overlay is looked for in the library, then beside the file and beside its folder (<base>.xml or <base>/pack.xml, also
 * with @<version> behind <base>), and added before it. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_library_add_file(struct fuhe_pack_library *library, const char *path,
                                                          size_t *index, struct fuhe_error *err);

/* The same for a pack in memory, which is copied. A base must be in the library. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_library_add_bytes(struct fuhe_pack_library *library, fuhe_text bytes,
                                                           size_t *index, struct fuhe_error *err);

/* Index of the pack of that name, "ID" or "ID@VERSION", library->count when there is none. Of several versions, one
 * that is in force or on trial comes before drafts and repealed ones, then the latest, then the one that begins last.
 */
size_t fuhe_pack_library_find(const struct fuhe_pack_library *library, const char *name);

/* The same of exactly that version. */
size_t fuhe_pack_library_find_version(const struct fuhe_pack_library *library, fuhe_text id, fuhe_text version);

/* Index of the pack with that hash, library->count when there is none. */
size_t fuhe_pack_library_find_hash(const struct fuhe_pack_library *library, fuhe_text hash);

/* Index of another pack with id and version of the one at index, and other content; library->count when there is none.
 */
size_t fuhe_pack_library_find_twin(const struct fuhe_pack_library *library, size_t index);

/* The pack to score a form by: rules when that is not NULL, else the one that fits the form (pack_choice.h). */
struct fuhe_pack_choice fuhe_pack_library_choose(const struct fuhe_pack_library *library, const struct fuhe_pack *rules,
                                                 const struct fuhe_form *form);

void fuhe_pack_library_free(struct fuhe_pack_library *library);

/* Made at build time from pack.xml and cases.xml of each folder in rules/. */
struct fuhe_builtin_pack {
    const char *id;
    const char *bytes;
    size_t length;
    const char *cases; /* case_reader.h */
    size_t cases_length;
};
extern const struct fuhe_builtin_pack fuhe_builtin_packs[];
extern const size_t fuhe_builtin_pack_count;

#endif
