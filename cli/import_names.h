/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_IMPORT_NAMES_H
#define FUHE_CLI_IMPORT_NAMES_H

#include "engine/arena.h"

/* Names for the XML of documents: after the document without its ending, with it where two documents differ only in
 * that, and with a number where that does not tell them apart either, as may be in archives. */
struct fuhe_import_names {
    char **paths; /* as named on the command line */
    int count;
    struct fuhe_arena *arena;
    fuhe_text *given; /* to what came in archives */
    size_t given_count;
    size_t given_capacity;
};

/* The name behind the last slash. */
const char *fuhe_import_base(const char *path);

/* The first path of which another one has the same name; NULL when there is none. */
const char *fuhe_import_names_clash(const struct fuhe_import_names *names);

/* The name, without ".xml", of a document named on the command line. */
fuhe_text fuhe_import_name_of_path(const struct fuhe_import_names *names, const char *path);

/* The same of an entry of an archive; it differs from all others. Empty when memory is out. */
fuhe_text fuhe_import_name_of_entry(struct fuhe_import_names *names, const char *entry);

#endif
