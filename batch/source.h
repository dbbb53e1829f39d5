/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_SOURCE_H
#define FUHE_BATCH_SOURCE_H

#include <sys/types.h>

#include "batch/name.h"
#include "engine/error.h"
#include "engine/text.h"

/* Names the files to be read, one after the other: those on the command line in their order, the files in folders by
 * the bytes of their names, the names that a pattern stands for, and those in a list. Memory grows with the largest
 * folder, not with the number of files. */
struct fuhe_source;

struct fuhe_source_request {
    char **operands; /* files, folders, patterns, "-"; borrowed */
    size_t operand_count;
    const char *list; /* a file with a name a line, or with names ended by NUL; "-" is standard input; may be NULL */
    const char *left_out; /* a folder that is passed over inside others; may be NULL */
    /* Gives names of files behind all others, and what they are to be called (name.h); false when there is none left.
     * The name is "" of what cannot be opened any more. NULL: there are no others. */
    bool (*next)(void *context, struct fuhe_file_name *file);
    void *context;
};

/* One name. A folder that cannot be read, or leads back to one above it, is a name with an error. */
struct fuhe_item {
    const char *path;   /* "-" is standard input; valid until the next call */
    const char *called; /* likewise; may be NULL */
    bool is_regular;
    size_t size; /* of a regular file */
    struct fuhe_error error;
};

/* The request is borrowed. NULL when memory is out. */
struct fuhe_source *fuhe_source_new(const struct fuhe_source_request *request);
void fuhe_source_free(struct fuhe_source *source); /* takes NULL */

/* The next name; false behind the last one. Inside folders, hidden files and others left behind (name.h) are passed
 * over, and so are folders of results (of fuhe batch and fuhe report). */
bool fuhe_source_next(struct fuhe_source *source, struct fuhe_item *item);

/* How many names are known to come, folders not yet looked into among them. */
size_t fuhe_source_pending(const struct fuhe_source *source);

#endif
