/* SPDX-License-Identifier: Apache-2.0 */
/* Documents on the command line are known beforehand and named alike in whatever order they stand; what archives hold
 * is named as it comes, around those names and around one another. */
#include "cli/import_names.h"

#include <stdio.h>
#include <string.h>

#include "cli/files.h"

const char *fuhe_import_base(const char *path) {
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

static fuhe_text stem_of(const char *base) {
    const char *dot = strrchr(base, '.');

    return (fuhe_text){base, dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base)};
}

static const char *base_of(const char *path) {
    return strcmp(path, "-") == 0 ? "stdin" : fuhe_import_base(path);
}

/* How many documents would have that name, without or (`whole`) with their endings. */
static int count_named(const struct fuhe_import_names *names, fuhe_text name, bool whole) {
    int found = 0;

    for (int i = 0; i < names->count; i++) {
        const char *base = base_of(names->paths[i]);
        found += fuhe_text_equals(whole ? fuhe_text_of(base) : stem_of(base), name);
    }
    return found;
}

const char *fuhe_import_names_clash(const struct fuhe_import_names *names) {
    for (int i = 0; i < names->count; i++) {
        if (count_named(names, fuhe_text_of(base_of(names->paths[i])), true) > 1) {
            return names->paths[i];
        }
    }
    return NULL;
}

fuhe_text fuhe_import_name_of_path(const struct fuhe_import_names *names, const char *path) {
    const char *base = base_of(path);

    return count_named(names, stem_of(base), false) > 1 ? fuhe_text_of(base) : stem_of(base);
}

static bool is_free(const struct fuhe_import_names *names, fuhe_text name) {
    bool is_given = count_named(names, name, false) > 0 || count_named(names, name, true) > 0;

    for (size_t i = 0; i < names->given_count && !is_given; i++) {
        is_given = fuhe_text_equals(names->given[i], name);
    }
    return !is_given;
}

static fuhe_text keep(struct fuhe_import_names *names, fuhe_text name) {
    const fuhe_text none = {NULL, 0};
    void *items = names->given;
    fuhe_text copy;

    if (fuhe_arena_copy(names->arena, name, &copy) != FUHE_STATUS_OK ||
        fuhe_arena_grow(names->arena, &items, names->given_count, &names->given_capacity, sizeof copy) !=
            FUHE_STATUS_OK) {
        return none;
    }
    names->given = items;
    names->given[names->given_count++] = copy;
    return copy;
}

fuhe_text fuhe_import_name_of_entry(struct fuhe_import_names *names, const char *entry) {
    const char *base = fuhe_import_base(entry);
    fuhe_text name = stem_of(base);
    char numbered[FUHE_PATH_BYTES];

    if (!is_free(names, name)) {
        name = fuhe_text_of(base);
    }
    for (unsigned number = 2; !is_free(names, name); number++) {
        const int length = snprintf(numbered, sizeof numbered, "%s-%u", base, number);
        if (length < 0 || (size_t)length >= sizeof numbered) {
            return (fuhe_text){NULL, 0};
        }
        name = (fuhe_text){numbered, (size_t)length};
    }
    return keep(names, name);
}
