/* SPDX-License-Identifier: Apache-2.0 */
/* A name is that of a file, or of an archive with the name of an entry behind it: the longest part of it that is a file
 * tells. */
#include "verify/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_BYTES = 32768, PATH_BYTES = 8192 };

struct fuhe_names {
    struct fuhe_store_documents *documents;
    const char *folder;
    bool moved;
    struct fuhe_error error;
    char archive[NAME_BYTES]; /* as shown, of the one given last; "" when there was none */
    char name[NAME_BYTES];    /* a part of the name at hand, as it is */
    char path[PATH_BYTES];
};

enum fuhe_status fuhe_names_new(struct fuhe_store *store, const char *folder, bool moved, struct fuhe_names **names,
                                struct fuhe_error *err) {
    struct fuhe_names *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    made->folder = folder;
    made->moved = moved;
    const enum fuhe_status status = fuhe_store_documents_new(store, &made->documents, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_names_free(made);
        return status;
    }
    *names = made;
    return FUHE_STATUS_OK;
}

void fuhe_names_free(struct fuhe_names *names) {
    if (names != NULL) {
        fuhe_store_documents_free(names->documents);
        free(names);
    }
}

enum fuhe_status fuhe_names_status(const struct fuhe_names *names, struct fuhe_error *err) {
    if (names->error.status != FUHE_STATUS_OK && err != NULL) {
        *err = names->error;
    }
    return names->error.status;
}

/* --- finding --- */

static bool is_file(const char *path) {
    struct stat information;

    return stat(path, &information) == 0 && S_ISREG(information.st_mode);
}

/* Sets the path; false when it is too long. */
static bool set_path(struct fuhe_names *names, const char *folder, const char *name) {
    const bool alone = folder[0] == '\0';
    const int length = snprintf(names->path, sizeof names->path, "%s%s%s", folder, alone ? "" : "/", name);

    return length >= 0 && (size_t)length < sizeof names->path;
}

/* Whether the folder has such a file, at its place or without leading parts of its name. */
static bool find_moved(struct fuhe_names *names) {
    for (const char *rest = names->name; rest != NULL;) {
        rest += strspn(rest, "/");
        if (set_path(names, names->folder, rest) && is_file(names->path)) {
            return true;
        }
        rest = strchr(rest, '/');
    }
    return false;
}

static bool find_by_name(struct fuhe_names *names) {
    if (names->moved) {
        return find_moved(names);
    }
    return set_path(names, names->name[0] == '/' ? "" : names->folder, names->name) && is_file(names->path);
}

/* Finds the file that is shown so. */
static bool find(struct fuhe_names *names, fuhe_text shown) {
    if (shown.length >= sizeof names->name) {
        return false;
    }
    memcpy(names->name, shown.bytes, shown.length);
    names->name[shown.length] = '\0';
    if (find_by_name(names)) {
        return true;
    }
    return memchr(shown.bytes, '\\', shown.length) != NULL && fuhe_name_unshow(shown, names->name) < shown.length &&
           find_by_name(names);
}

/* Finds the archive that the document stood in. */
static bool find_archive(struct fuhe_names *names, const char *shown) {
    const char *slash = strrchr(shown, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - shown);

    while (length > 0) {
        if (find(names, (fuhe_text){shown, length})) {
            memcpy(names->archive, shown, length);
            names->archive[length] = '\0';
            return true;
        }
        do {
            length--;
        } while (length > 0 && shown[length] != '/');
    }
    return false;
}

/* --- giving --- */

/* Whether the document stood in the archive that was given last. */
static bool is_given(const struct fuhe_names *names, const char *shown) {
    const size_t length = strlen(names->archive);

    return length > 0 && strncmp(shown, names->archive, length) == 0 && shown[length] == '/';
}

static void give(struct fuhe_names *names, const char *shown, struct fuhe_file_name *file) {
    const bool is_input = strcmp(shown, "-") == 0;

    *file = (struct fuhe_file_name){names->path, shown};
    if (!is_input && find(names, fuhe_text_of(shown))) {
        return;
    }
    if (!is_input && find_archive(names, shown)) {
        file->called = names->archive;
        return;
    }
    file->path = "";
}

bool fuhe_names_next(void *context, struct fuhe_file_name *file) {
    struct fuhe_names *names = context;
    struct fuhe_store_document document;
    bool given = true;

    while (names->error.status == FUHE_STATUS_OK) {
        if (fuhe_store_documents_next(names->documents, &document, &given, &names->error) != FUHE_STATUS_OK || !given) {
            return false;
        }
        if (!is_given(names, document.file)) {
            names->archive[0] = '\0';
            give(names, document.file, file);
            return true;
        }
    }
    return false;
}
