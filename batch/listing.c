/* SPDX-License-Identifier: Apache-2.0 */
/* Folders and patterns. A folder may have a million names: they stand one behind the other in one block. */
#include "batch/listing.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "batch/name.h"

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status add_name(struct fuhe_listing *listing, const char *name, struct fuhe_error *err) {
    const size_t length = strlen(name) + 1;

    if (listing->capacity - listing->used < length) {
        const size_t capacity = listing->capacity * 2 + length + 1024;
        char *grown = realloc(listing->bytes, capacity);
        if (grown == NULL) {
            return no_memory(err);
        }
        listing->bytes = grown;
        listing->capacity = capacity;
    }
    memcpy(listing->bytes + listing->used, name, length);
    listing->used += length;
    listing->count++;
    return FUHE_STATUS_OK;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum fuhe_status sort_names(struct fuhe_listing *listing, struct fuhe_error *err) {
    const char *name = listing->bytes;

    if (listing->count == 0) {
        return FUHE_STATUS_OK;
    }
    listing->names = calloc(listing->count, sizeof *listing->names);
    if (listing->names == NULL) {
        return no_memory(err);
    }
    for (size_t i = 0; i < listing->count; i++) {
        listing->names[i] = name;
        name += strlen(name) + 1;
    }
    qsort(listing->names, listing->count, sizeof *listing->names, compare_names);
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_entries(struct fuhe_listing *listing, DIR *folder, struct fuhe_error *err) {
    const struct dirent *entry;

    errno = 0;
    while ((entry = readdir(folder)) != NULL) {
        if (!fuhe_name_is_left_behind(entry->d_name)) {
            FUHE_TRY(add_name(listing, entry->d_name, err));
        }
        errno = 0;
    }
    if (errno != 0) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_READ, strerror(errno), NULL);
    }
    return sort_names(listing, err);
}

enum fuhe_status fuhe_listing_read_folder(struct fuhe_listing *listing, const char *path, struct fuhe_error *err) {
    DIR *folder = opendir(path);

    *listing = (struct fuhe_listing){0};
    if (folder == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, strerror(errno), NULL);
    }
    const enum fuhe_status status = read_entries(listing, folder, err);
    (void)closedir(folder);
    if (status != FUHE_STATUS_OK) {
        fuhe_listing_reset(listing);
    }
    return status;
}

static enum fuhe_status copy_matches(struct fuhe_listing *listing, const glob_t *matches, struct fuhe_error *err) {
    for (size_t i = 0; i < matches->gl_pathc; i++) {
        FUHE_TRY(add_name(listing, matches->gl_pathv[i], err));
    }
    return sort_names(listing, err);
}

enum fuhe_status fuhe_listing_match(struct fuhe_listing *listing, const char *pattern, struct fuhe_error *err) {
    glob_t matches;
    const int code = glob(pattern, GLOB_NOSORT, NULL, &matches);

    *listing = (struct fuhe_listing){0};
    if (code != 0) {
        return code == GLOB_NOSPACE ? no_memory(err) : FUHE_STATUS_OK;
    }
    const enum fuhe_status status = copy_matches(listing, &matches, err);
    globfree(&matches);
    if (status != FUHE_STATUS_OK) {
        fuhe_listing_reset(listing);
    }
    return status;
}

void fuhe_listing_reset(struct fuhe_listing *listing) {
    free(listing->bytes);
    free(listing->names);
    *listing = (struct fuhe_listing){0};
}
