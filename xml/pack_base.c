/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the base of an overlay. Documents that are being read form a chain, from the one that was asked for to the base
 * of its base: a name that comes twice in it is a circle. */
#include "xml/pack_base.h"

#include <stdio.h>
#include <string.h>

enum { PATH_BYTES = 4096 };

static const fuhe_text none = {NULL, 0};

static bool same_name(const struct fuhe_pack_name *a, const struct fuhe_pack_name *b) {
    return fuhe_text_equals(a->id, b->id) && fuhe_text_equals(a->version, b->version);
}

/* Adds to a list that fits an error: "a, b". */
static void list_name(char *text, size_t size, const char *separator, fuhe_text id, fuhe_text version) {
    const size_t used = strlen(text);

    (void)snprintf(text + used, size - used, "%s%.*s%s%.*s", used == 0 ? "" : separator,
                   (int)(id.length < 100 ? id.length : 100), id.length == 0 ? "" : id.bytes,
                   id.length > 0 && version.length > 0 ? "@" : "", (int)(version.length < 100 ? version.length : 100),
                   version.length == 0 ? "" : version.bytes);
}

/* --- what is refused --- */

/* "a@1 > b@1 > a@1": from the pack that is asked for again back to itself. */
static void list_circle(const struct fuhe_pack_loading *loading, const struct fuhe_pack_name *wanted, char *text,
                        size_t size) {
    if (!same_name(&loading->name, wanted)) {
        list_circle(loading->overlay, wanted, text, size);
    }
    list_name(text, size, " > ", loading->name.id, loading->name.version);
}

static enum fuhe_status refuse_circle(const struct fuhe_pack_loading *loading, const struct fuhe_pack_name *wanted,
                                      struct fuhe_error *err) {
    char circle[256] = "";

    list_circle(loading, wanted, circle, sizeof circle);
    list_name(circle, sizeof circle, " > ", wanted->id, wanted->version);
    return fuhe_error_set(err, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_CIRCLE, circle, NULL);
}

static enum fuhe_status check_circle(const struct fuhe_pack_loading *loading, const struct fuhe_pack_name *wanted,
                                     struct fuhe_error *err) {
    for (const struct fuhe_pack_loading *each = loading; each != NULL; each = each->overlay) {
        if (same_name(&each->name, wanted)) {
            return refuse_circle(loading, wanted, err);
        }
    }
    return FUHE_STATUS_OK;
}

/* Counts the overlays that are being read and those that a base stands on. */
static enum fuhe_status check_depth(const struct fuhe_pack_loading *loading, const struct fuhe_pack *base,
                                    struct fuhe_error *err) {
    char found[16];
    int depth = 0;

    for (; loading != NULL; loading = loading->overlay) {
        depth++;
    }
    for (; base != NULL && base->base != NULL; base = base->base) {
        depth++;
    }
    if (depth <= FUHE_PACK_OVERLAYS_MAX) {
        return FUHE_STATUS_OK;
    }
    (void)snprintf(found, sizeof found, "%d", depth);
    return fuhe_error_set(err, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_DEPTH, found, "8");
}

_Static_assert(FUHE_PACK_OVERLAYS_MAX == 8, "the error says so");

/* --- what is at hand --- */

static bool is_first_of_id(const struct fuhe_pack_library *library, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (fuhe_text_equals(library->packs[i].id, library->packs[index].id)) {
            return false;
        }
    }
    return true;
}

static void list_versions(const struct fuhe_pack_library *library, fuhe_text id, char *versions, size_t size) {
    for (size_t i = 0; i < library->count; i++) {
        if (fuhe_text_equals(library->packs[i].id, id)) {
            list_name(versions, size, ", ", library->packs[i].version, none);
        }
    }
}

static enum fuhe_status refuse_version(const struct fuhe_pack_name *wanted, const char *versions,
                                       struct fuhe_error *err) {
    char version[128] = "";
    char id[128] = "";

    list_name(version, sizeof version, "", wanted->version, none);
    list_name(id, sizeof id, "", wanted->id, none);
    (void)fuhe_error_set(err, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_BASE_VERSION, version, versions);
    fuhe_error_set_subject(err, id);
    return FUHE_STATUS_INVALID;
}

static enum fuhe_status refuse_unknown(const struct fuhe_pack_loading *loading, const struct fuhe_pack_name *wanted,
                                       struct fuhe_error *err) {
    const struct fuhe_pack_library *library = loading->library;
    const int id_length = (int)(wanted->id.length < 40 ? wanted->id.length : 40);
    char found[128] = "";
    char ids[256] = "";
    char files[128] = "";

    for (size_t i = 0; i < library->count; i++) {
        if (is_first_of_id(library, i)) {
            list_name(ids, sizeof ids, ", ", library->packs[i].id, none);
        }
    }
    list_name(found, sizeof found, "", wanted->id, wanted->version);
    (void)fuhe_error_set(err, FUHE_STATUS_INVALID,
                         loading->path == NULL ? FUHE_PROBLEM_PACK_BASE : FUHE_PROBLEM_PACK_BASE_FILE, found, ids);
    if (loading->path != NULL) {
        (void)snprintf(files, sizeof files, "%.*s.xml, %.*s/pack.xml", id_length, wanted->id.bytes, id_length,
                       wanted->id.bytes);
        fuhe_error_set_subject(err, files);
    }
    return FUHE_STATUS_INVALID;
}

/* --- files --- */

/* Whether a name may stand in that of a file, and leads nowhere else. */
static bool may_name_file(fuhe_text name) {
    return name.length > 0 && name.length < 200 && name.bytes[0] != '.' &&
           memchr(name.bytes, '/', name.length) == NULL && memchr(name.bytes, '\\', name.length) == NULL;
}

/* The n-th place where the base of an overlay in a file may be: beside it, then beside its folder; with the version in
 * its name, then without; as a file, then as a folder. */
enum { PLACES = 8 };

static bool make_path(const char *overlay, const struct fuhe_pack_name *wanted, unsigned n, char path[PATH_BYTES]) {
    const char *slash = strrchr(overlay, '/');
    const int folder = slash == NULL ? 0 : (int)(slash + 1 - overlay);
    const bool versioned = (n & 2) == 0;
    const int length = snprintf(path, PATH_BYTES, "%.*s%s%.*s%s%.*s%s", folder, overlay, n < PLACES / 2 ? "" : "../",
                                (int)wanted->id.length, wanted->id.bytes, versioned ? "@" : "",
                                versioned ? (int)wanted->version.length : 0, wanted->version.bytes,
                                (n & 1) == 0 ? ".xml" : "/pack.xml");
    return length > 0 && length < PATH_BYTES;
}

static bool can_be_read(const char *path) {
    FILE *file = fopen(path, "rb");

    if (file != NULL) {
        (void)fclose(file);
    }
    return file != NULL;
}

/* A failure that is not that of the base alone is told as it is. */
static enum fuhe_status refuse_unsound(const char *path, struct fuhe_error *err) {
    const bool is_of_all = err == NULL || err->problem == FUHE_PROBLEM_PACK_CIRCLE ||
                           err->problem == FUHE_PROBLEM_PACK_DEPTH || err->problem == FUHE_PROBLEM_PACK_BASE_UNSOUND ||
                           err->problem == FUHE_PROBLEM_PACK_BASE_OTHER || err->problem == FUHE_PROBLEM_NO_MEMORY;

    return is_of_all ? FUHE_STATUS_INVALID
                     : fuhe_error_set(err, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_BASE_UNSOUND, path, NULL);
}

/* Looks into one file. *index is library->count when it is not there, or has another pack. */
static enum fuhe_status try_file(const struct fuhe_pack_loading *overlay, const struct fuhe_pack_name *wanted,
                                 const char *path, char versions[256], size_t *index, struct fuhe_error *err) {
    struct fuhe_pack_loading loading = {
        .library = overlay->library, .path = path, .overlay = overlay, .wanted = wanted};

    *index = overlay->library->count;
    if (!can_be_read(path)) {
        return FUHE_STATUS_OK;
    }
    const enum fuhe_status status = fuhe_pack_library_load(&loading, index, err);
    if (status != FUHE_STATUS_OK) {
        return status == FUHE_STATUS_NO_MEMORY ? status : refuse_unsound(path, err);
    }
    if (*index == overlay->library->count && fuhe_text_equals(loading.name.id, wanted->id)) {
        list_name(versions, 256, ", ", loading.name.version, none);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_in_files(const struct fuhe_pack_loading *loading, const struct fuhe_pack_name *wanted,
                                      char versions[256], size_t *index, struct fuhe_error *err) {
    char path[PATH_BYTES];

    *index = loading->library->count;
    if (loading->path == NULL || !may_name_file(wanted->id) || !may_name_file(wanted->version)) {
        return FUHE_STATUS_OK;
    }
    for (unsigned n = 0; n < PLACES && *index == loading->library->count; n++) {
        if (make_path(loading->path, wanted, n, path)) {
            FUHE_TRY(try_file(loading, wanted, path, versions, index, err));
        }
    }
    return FUHE_STATUS_OK;
}

/* --- the base --- */

/* The base is at hand. A file beside the overlay that has another pack of its name leaves in doubt which is meant; one
 * that is no sound pack does not. */
static enum fuhe_status check_files(const struct fuhe_pack_loading *loading, const struct fuhe_pack_name *wanted,
                                    size_t base, struct fuhe_error *err) {
    char versions[256] = "";
    char name[256] = "";
    size_t index;

    if (find_in_files(loading, wanted, versions, &index, NULL) != FUHE_STATUS_OK || index == base ||
        index == loading->library->count) {
        return FUHE_STATUS_OK;
    }
    list_name(name, sizeof name, "", wanted->id, wanted->version);
    return fuhe_error_set(err, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_BASE_OTHER, name, NULL);
}

static enum fuhe_status find_base(void *context, const struct fuhe_pack_name *overlay,
                                  const struct fuhe_pack_name *wanted, const struct fuhe_pack **base,
                                  struct fuhe_error *err) {
    struct fuhe_pack_loading *loading = context;
    const struct fuhe_pack_library *library = loading->library;
    char versions[256] = "";

    loading->name = *overlay;
    if (loading->wanted != NULL && !same_name(overlay, loading->wanted)) {
        return FUHE_STATUS_INVALID; /* another pack, which nobody has asked for */
    }
    FUHE_TRY(check_circle(loading, wanted, err));
    FUHE_TRY(check_depth(loading, NULL, err));
    list_versions(library, wanted->id, versions, sizeof versions);
    size_t index = fuhe_pack_library_find_version(library, wanted->id, wanted->version);
    if (index < library->count) {
        FUHE_TRY(check_files(loading, wanted, index, err));
    } else {
        FUHE_TRY(find_in_files(loading, wanted, versions, &index, err));
    }
    if (index == library->count) {
        return versions[0] == '\0' ? refuse_unknown(loading, wanted, err) : refuse_version(wanted, versions, err);
    }
    *base = &library->packs[index];
    return check_depth(loading, *base, err);
}

struct fuhe_pack_bases fuhe_pack_bases_of(struct fuhe_pack_loading *loading) {
    return (struct fuhe_pack_bases){find_base, loading};
}
