/* SPDX-License-Identifier: Apache-2.0 */
/* The walk over operands and folders: a stack of listings, the innermost folder on top. A folder is entered when its
 * turn comes, so that only the folders on the way down are in memory. Links are followed; a folder that is on the stack
 * already is a loop. */
#include "batch/source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "batch/listing.h"

enum { PATH_BYTES = 8192, DEPTH_MAX = 256, LIST_BYTES = 65536 };

/* A folder on the way, or the matches of a pattern. */
struct level {
    struct fuhe_listing listing;
    size_t next;
    size_t prefix; /* bytes of path in front of its names */
    bool is_folder;
    dev_t device;
    ino_t inode;
};

struct fuhe_source {
    const struct fuhe_source_request *request;
    size_t next_operand;
    FILE *list;
    bool list_failed;
    char list_end; /* what ends a name in the list */
    size_t list_next;
    size_t list_used;
    bool has_left_out;
    struct stat left_out;
    size_t depth;
    struct level levels[DEPTH_MAX];
    char path[PATH_BYTES];
    char list_bytes[LIST_BYTES];
};

struct fuhe_source *fuhe_source_new(const struct fuhe_source_request *request) {
    struct fuhe_source *source = calloc(1, sizeof *source);

    if (source != NULL) {
        source->request = request;
        source->has_left_out = request->left_out != NULL && stat(request->left_out, &source->left_out) == 0;
    }
    return source;
}

static void leave_level(struct fuhe_source *source) {
    fuhe_listing_reset(&source->levels[--source->depth].listing);
}

void fuhe_source_free(struct fuhe_source *source) {
    if (source == NULL) {
        return;
    }
    while (source->depth > 0) {
        leave_level(source);
    }
    if (source->list != NULL && source->list != stdin) {
        (void)fclose(source->list);
    }
    free(source);
}

size_t fuhe_source_pending(const struct fuhe_source *source) {
    size_t pending = source->request->operand_count - source->next_operand;

    for (size_t i = 0; i < source->depth; i++) {
        pending += source->levels[i].listing.count - source->levels[i].next;
    }
    return pending;
}

/* --- one name --- */

static void fail(struct fuhe_item *item, enum fuhe_problem problem, const char *found) {
    (void)fuhe_error_set(&item->error, FUHE_STATUS_UNREADABLE, problem, found, NULL);
}

/* Puts a name behind the first `prefix` bytes of the path; false when it does not fit. */
static bool set_path(struct fuhe_source *source, size_t prefix, const char *name) {
    const size_t length = strlen(name);

    if (prefix + length + 2 > sizeof source->path) {
        memcpy(source->path + prefix, "…", sizeof "…");
        return false;
    }
    memcpy(source->path + prefix, name, length + 1);
    return true;
}

static bool is_on_the_way(const struct fuhe_source *source, const struct stat *folder) {
    for (size_t i = 0; i < source->depth; i++) {
        const struct level *level = &source->levels[i];
        if (level->is_folder && level->device == folder->st_dev && level->inode == folder->st_ino) {
            return true;
        }
    }
    return false;
}

/* Enters the folder of the path; false after filling in what is wrong with it. */
static bool enter_folder(struct fuhe_source *source, const struct stat *folder, struct fuhe_item *item) {
    struct level *level = &source->levels[source->depth];
    size_t length = strlen(source->path);

    if (is_on_the_way(source, folder) || source->depth == DEPTH_MAX) {
        fail(item, FUHE_PROBLEM_FOLDER_LOOP, NULL);
        return false;
    }
    if (fuhe_listing_read_folder(&level->listing, source->path, &item->error) != FUHE_STATUS_OK) {
        return false;
    }
    if (source->path[length - 1] != '/') {
        source->path[length++] = '/';
    }
    level->next = 0;
    level->prefix = length;
    level->is_folder = true;
    level->device = folder->st_dev;
    level->inode = folder->st_ino;
    source->depth++;
    return true;
}

static bool is_left_out(const struct fuhe_source *source, const struct stat *folder) {
    return source->has_left_out && source->left_out.st_dev == folder->st_dev &&
           source->left_out.st_ino == folder->st_ino;
}

/* Whether a folder inside another one holds results of this program: its pages have tables, too, but are no forms. */
static bool holds_results(struct fuhe_source *source) {
    static const char *const marks[] = {"/.fuhe-batch", "/.fuhe-report"};
    const size_t length = strlen(source->path);
    struct stat information;
    bool found = false;

    for (size_t i = 0; i < sizeof marks / sizeof marks[0] && source->depth > 0 && !found; i++) {
        found = set_path(source, length, marks[i]) && stat(source->path, &information) == 0;
        source->path[length] = '\0';
    }
    return found;
}

/* Looks at what the path leads to; true when it is a name to be given, false when it has been entered or passed over.
 */
static bool look(struct fuhe_source *source, struct fuhe_item *item) {
    struct stat information;

    *item = (struct fuhe_item){.path = source->path};
    if (strcmp(source->path, "-") == 0 && source->depth == 0) {
        return true;
    }
    if (stat(source->path, &information) != 0) {
        fail(item, FUHE_PROBLEM_OPEN, strerror(errno));
        return true;
    }
    if (S_ISDIR(information.st_mode)) {
        return !is_left_out(source, &information) && !holds_results(source) &&
               !enter_folder(source, &information, item);
    }
    item->is_regular = S_ISREG(information.st_mode);
    item->size = item->is_regular && information.st_size > 0 ? (size_t)information.st_size : 0;
    if (!item->is_regular && source->depth > 0) {
        fail(item, FUHE_PROBLEM_READ, "it is no file");
    }
    return true;
}

/* --- where names come from --- */

static bool next_of_level(struct fuhe_source *source, struct fuhe_item *item) {
    struct level *level = &source->levels[source->depth - 1];

    if (level->next == level->listing.count) {
        leave_level(source);
        return false;
    }
    if (!set_path(source, level->prefix, level->listing.names[level->next++])) {
        *item = (struct fuhe_item){.path = source->path};
        fail(item, FUHE_PROBLEM_OPEN, strerror(ENAMETOOLONG));
        return true;
    }
    return look(source, item);
}

/* Enters the names that a pattern stands for; false when it is none, or matches nothing. */
static bool enter_matches(struct fuhe_source *source, const char *pattern) {
    struct level *level = &source->levels[source->depth];
    struct stat information;

    if (strpbrk(pattern, "*?[") == NULL || lstat(pattern, &information) == 0 ||
        fuhe_listing_match(&level->listing, pattern, NULL) != FUHE_STATUS_OK || level->listing.count == 0) {
        return false;
    }
    level->next = 0;
    level->prefix = 0;
    level->is_folder = false;
    source->depth++;
    return true;
}

static bool give(struct fuhe_source *source, const char *name, struct fuhe_item *item) {
    if (set_path(source, 0, name)) {
        return look(source, item);
    }
    *item = (struct fuhe_item){.path = source->path};
    fail(item, FUHE_PROBLEM_OPEN, strerror(ENAMETOOLONG));
    return true;
}

/* --- the list --- */

static int next_byte(struct fuhe_source *source) {
    if (source->list_next == source->list_used) {
        source->list_next = 0;
        source->list_used = fread(source->list_bytes, 1, sizeof source->list_bytes, source->list);
    }
    return source->list_used == 0 ? EOF : (unsigned char)source->list_bytes[source->list_next++];
}

/* Opens the list and looks how its names are ended: by NUL when there is one among its first bytes. True when there is
 * an error to be given. */
static bool open_list(struct fuhe_source *source, struct fuhe_item *item) {
    const char *path = source->request->list;

    source->list = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (source->list == NULL) {
        (void)set_path(source, 0, path);
        *item = (struct fuhe_item){.path = source->path};
        fail(item, FUHE_PROBLEM_OPEN, strerror(errno));
        return true;
    }
    source->list_used = fread(source->list_bytes, 1, sizeof source->list_bytes, source->list);
    source->list_end = memchr(source->list_bytes, '\0', source->list_used) == NULL ? '\n' : '\0';
    return false;
}

/* Reads one name of the list; false at its end. A name that is too long is cut, and then is not found. */
static bool read_name(struct fuhe_source *source, char *name, size_t size) {
    size_t length = 0;
    int byte = next_byte(source);

    if (byte == EOF) {
        return false;
    }
    for (; byte != EOF && byte != source->list_end; byte = next_byte(source)) {
        if (length < size - 1) {
            name[length++] = (char)byte;
        }
    }
    if (source->list_end == '\n' && length > 0 && name[length - 1] == '\r') {
        length--;
    }
    name[length] = '\0';
    return true;
}

/* True when an item was given; *over when there is nothing more. */
static bool next_of_list(struct fuhe_source *source, struct fuhe_item *item, bool *over) {
    char name[PATH_BYTES];

    *over = source->request->list == NULL || source->list_failed;
    if (*over) {
        return false;
    }
    if (source->list == NULL && open_list(source, item)) {
        source->list_failed = true;
        return true;
    }
    if (!read_name(source, name, sizeof name)) {
        *over = true;
        return false;
    }
    return name[0] != '\0' && give(source, name, item);
}

/* --- names given --- */

/* True when an item was given; *over when there is nothing more. */
static bool next_given(struct fuhe_source *source, struct fuhe_item *item, bool *over) {
    struct fuhe_file_name file;
    struct stat information;

    *over = source->request->next == NULL || !source->request->next(source->request->context, &file);
    if (*over) {
        return false;
    }
    const bool fits = set_path(source, 0, file.path);
    *item = (struct fuhe_item){.path = source->path, .called = file.called};
    errno = ENAMETOOLONG;
    if (!fits || stat(source->path, &information) != 0) {
        fail(item, FUHE_PROBLEM_OPEN, strerror(errno));
    } else if (!S_ISREG(information.st_mode)) {
        fail(item, FUHE_PROBLEM_OPEN, "it is no file");
    } else {
        item->is_regular = true;
        item->size = (size_t)information.st_size;
    }
    return true;
}

/* --- all together --- */

/* True when an item was given; *over when there is nothing more. Neither: a folder was entered or left. */
static bool step(struct fuhe_source *source, struct fuhe_item *item, bool *over) {
    *over = false;
    if (source->depth > 0) {
        return next_of_level(source, item);
    }
    if (source->next_operand == source->request->operand_count) {
        return next_of_list(source, item, over) || (*over && next_given(source, item, over));
    }
    const char *operand = source->request->operands[source->next_operand++];
    return !enter_matches(source, operand) && give(source, operand, item);
}

bool fuhe_source_next(struct fuhe_source *source, struct fuhe_item *item) {
    bool over = false;

    while (!over) {
        if (step(source, item, &over)) {
            return true;
        }
    }
    return false;
}
