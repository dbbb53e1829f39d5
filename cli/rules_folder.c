/* SPDX-License-Identifier: Apache-2.0 */
/* A folder of rule packs. Bases may stand behind overlays by name, so files whose base is not at hand yet are tried
 * again for as long as others get in. */
#define _POSIX_C_SOURCE 200809L
#include "cli/rules_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/marked_folder.h"
#include "cli/rules_named.h"
#include "report/messages.h"

enum { PATH_BYTES = 4096 };

/* The files of a folder that are still to be read. */
struct pending {
    char **paths;
    size_t count;
};

static enum fuhe_exit complain_of_folder(const char *path, enum fuhe_status status, enum fuhe_problem problem,
                                         const char *found) {
    struct fuhe_error error = {0};

    (void)fuhe_error_set(&error, status, problem, found, NULL);
    fuhe_message_complain(path, &error);
    return fuhe_rules_exit(status);
}

/* --- listing --- */

bool fuhe_rules_is_folder(const char *path) {
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const char *fuhe_rules_file_of(const char *path, char joined[FUHE_PATH_BYTES]) {
    return fuhe_rules_is_folder(path) && fuhe_folder_join(joined, path, "pack.xml") ? joined : path;
}

static bool is_file(const char *path) {
    struct stat status;

    return stat(path, &status) == 0 && !S_ISDIR(status.st_mode);
}

bool fuhe_rules_has_pack(const char *folder) {
    char joined[FUHE_PATH_BYTES];

    return fuhe_folder_join(joined, folder, "pack.xml") && is_file(joined);
}

/* Whether an entry of the folder is a rule pack, or has one; path gets its name. */
static bool name_pack(const char *folder, const char *entry, char path[PATH_BYTES]) {
    const char *slash = fuhe_text_ends_with(fuhe_text_of(folder), FUHE_TEXT("/")) ? "" : "/";

    if (entry[0] == '.' || strcmp(entry, "cases.xml") == 0 ||
        snprintf(path, PATH_BYTES, "%s%s%s/pack.xml", folder, slash, entry) >= PATH_BYTES) {
        return false;
    }
    if (is_file(path)) {
        return true;
    }
    (void)snprintf(path, PATH_BYTES, "%s%s%s", folder, slash, entry);
    return fuhe_text_ends_with(fuhe_text_of(entry), FUHE_TEXT(".xml")) && is_file(path);
}

static bool append(struct pending *pending, const char *path) {
    char **larger = realloc(pending->paths, (pending->count + 1) * sizeof *larger);
    char *copy = strdup(path);

    pending->paths = larger == NULL ? pending->paths : larger;
    if (larger == NULL || copy == NULL) {
        free(copy);
        return false;
    }
    pending->paths[pending->count++] = copy;
    return true;
}

static int compare_paths(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool list(DIR *folder, const char *name, struct pending *pending) {
    char path[PATH_BYTES];
    bool is_listed = true;

    for (const struct dirent *entry = readdir(folder); entry != NULL && is_listed; entry = readdir(folder)) {
        is_listed = !name_pack(name, entry->d_name, path) || append(pending, path);
    }
    if (pending->count > 0) {
        qsort(pending->paths, pending->count, sizeof *pending->paths, compare_paths);
    }
    return is_listed;
}

/* --- adding --- */

static bool may_come_later(const struct fuhe_error *error) {
    return error->problem == FUHE_PROBLEM_PACK_BASE_FILE || error->problem == FUHE_PROBLEM_PACK_BASE_VERSION;
}

enum fuhe_exit fuhe_rules_refuse_twin(const struct fuhe_pack_library *library, size_t index, const char *path) {
    const struct fuhe_pack *pack = &library->packs[index];
    char name[256];

    if (fuhe_pack_library_find_twin(library, index) == library->count) {
        return FUHE_EXIT_OK;
    }
    (void)snprintf(name, sizeof name, "%.*s@%.*s", (int)(pack->id.length < 100 ? pack->id.length : 100), pack->id.bytes,
                   (int)(pack->version.length < 100 ? pack->version.length : 100), pack->version.bytes);
    return complain_of_folder(path, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_TAKEN, name);
}

/* Reads one file; *is_read tells whether it is done with. */
static enum fuhe_exit add_one(struct fuhe_pack_library *library, const char *path, bool is_last_time, bool *is_read) {
    struct fuhe_error error = {0};
    size_t index;
    const enum fuhe_status status = fuhe_pack_library_add_file(library, path, &index, &error);

    *is_read = status == FUHE_STATUS_OK || is_last_time || !may_come_later(&error);
    if (status == FUHE_STATUS_OK) {
        return fuhe_rules_refuse_twin(library, index, path);
    }
    if (!*is_read) {
        return FUHE_EXIT_OK;
    }
    fuhe_message_complain(path, &error);
    return fuhe_rules_exit(status);
}

/* Goes once over the files; those that are not read stay pending. */
static enum fuhe_exit add_round(struct fuhe_pack_library *library, struct pending *pending, bool is_last_time) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;
    size_t kept = 0;

    for (size_t i = 0; i < pending->count; i++) {
        char *path = pending->paths[i];
        bool is_read = false;
        if (exit_code == FUHE_EXIT_OK) {
            exit_code = add_one(library, path, is_last_time, &is_read);
        }
        if (is_read) {
            free(path);
        } else {
            pending->paths[kept++] = path;
        }
    }
    pending->count = kept;
    return exit_code;
}

static enum fuhe_exit add_all(struct fuhe_pack_library *library, struct pending *pending) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;
    bool is_last_time = false;

    while (exit_code == FUHE_EXIT_OK && pending->count > 0) {
        const size_t before = pending->count;
        exit_code = add_round(library, pending, is_last_time);
        is_last_time = pending->count == before;
    }
    return exit_code;
}

enum fuhe_exit fuhe_rules_add_folder(struct fuhe_pack_library *library, const char *path) {
    struct pending pending = {NULL, 0};
    DIR *folder = opendir(path);
    enum fuhe_exit exit_code;

    if (folder == NULL) {
        return complain_of_folder(path, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, strerror(errno));
    }
    if (!list(folder, path, &pending)) {
        exit_code = complain_of_folder(path, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL);
    } else if (pending.count == 0) {
        exit_code = complain_of_folder(path, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_FOLDER, NULL);
    } else {
        exit_code = add_all(library, &pending);
    }
    (void)closedir(folder);
    while (pending.count > 0) {
        free(pending.paths[--pending.count]);
    }
    free(pending.paths);
    return exit_code;
}
