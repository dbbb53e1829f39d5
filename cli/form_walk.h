/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_FORM_WALK_H
#define FUHE_CLI_FORM_WALK_H

#include "cli/exit_codes.h"
#include "intake/reader.h"

/* Goes over the forms of all documents that operands name: files, folders, patterns, archives and "-", as fuhe batch
 * takes them, one after the other and with nothing kept. */
struct fuhe_form_walk {
    /* A form, which is number `number` of its file, from 0; of an entry of an archive, file is the archive, a slash and
     * the entry. arena is for the work on it. */
    enum fuhe_status (*take_form)(void *context, const char *file, size_t number, const struct fuhe_form *form,
                                  struct fuhe_arena *arena);
    /* A document that cannot be read, which has been said; the others go on. */
    enum fuhe_status (*take_failure)(void *context, const char *file, const struct fuhe_error *error);
    void *context;
};

/* FUHE_EXIT_OK, or that of a fault of this program, which has been said. Options and operands are borrowed. */
enum fuhe_exit fuhe_form_walk_over(const struct fuhe_form_walk *walk, const struct fuhe_reader_options *options,
                                   int count, char **operands);

#endif
