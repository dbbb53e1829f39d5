/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_IMPORTING_H
#define FUHE_CLI_IMPORTING_H

#include "cli/exit_codes.h"
#include "cli/files.h"
#include "cli/teaching.h"

/* Documents into form XML. */
struct fuhe_importing {
    const char *folder; /* for the XML; NULL: none is written */
    bool show;          /* print every form as recognised */
    const char *page;   /* file of the page that shows every form over its table; NULL for none */
    struct fuhe_teaching_request teaching;
};

/* Reads each document, those in zip archives one by one, says on standard output what was found, and writes one XML
 * file for each that has forms. */
enum fuhe_exit fuhe_importing_run(const struct fuhe_importing *importing, char **paths, int count,
                                  struct fuhe_output *output);

#endif
