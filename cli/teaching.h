/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_TEACHING_H
#define FUHE_CLI_TEACHING_H

#include "cli/exit_codes.h"
#include "intake/reader.h"
#include "doors/text_builder.h"

/* What a command line says of documents that are no form XML: --words FILE and --convert. */
struct fuhe_teaching_request {
    const char *words; /* NULL for the program's own alone */
    bool converts;
};

/* The same made ready for readers. Zeroed, it is empty. */
struct fuhe_teaching {
    struct fuhe_reader_options options; /* words: the program's own and those of the file; NULL without a file */
    struct fuhe_text_builder text;      /* of the file */
    struct fuhe_words *taught;
};

/* Reads the file of words, if one is named. What is wrong has been said unless the result is FUHE_EXIT_OK. The teaching
 * must be released whatever the outcome. */
enum fuhe_exit fuhe_teaching_load(struct fuhe_teaching *teaching, const struct fuhe_teaching_request *request);
void fuhe_teaching_release(struct fuhe_teaching *teaching);

/* All bytes of a file, or of standard input for "-", in place of what is in bytes. */
FUHE_MUST_USE enum fuhe_status fuhe_file_load(const char *path, struct fuhe_text_builder *bytes,
                                              struct fuhe_error *err);

#endif
