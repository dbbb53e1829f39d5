/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_FILES_H
#define FUHE_CLI_FILES_H

#include "cli/exit_codes.h"
#include "engine/output.h"

/* Output to standard output or a file, and input from standard input or a file. */

enum { FUHE_PATH_BYTES = 4096 };

/* A file appears under its name only when it is complete: until then it is written beside it under another name. */
struct fuhe_output_file {
    struct fuhe_output output;
    int descriptor;
    bool reader_left; /* nobody reads standard output any more (EPIPE): not worth a message */
    const char *path; /* NULL for standard output */
    char temporary[FUHE_PATH_BYTES];
};

/* path is borrowed; NULL means standard output. */
FUHE_MUST_USE enum fuhe_status fuhe_output_file_open(struct fuhe_output_file *file, const char *path,
                                                     struct fuhe_error *err);

/* Writes what is left and puts the file in its place when keep is true and all went well, else removes it. */
FUHE_MUST_USE enum fuhe_status fuhe_output_file_close(struct fuhe_output_file *file, bool keep, struct fuhe_error *err);

/* Closes and says on standard error what could not be written, unless the reader left. Returns exit_code, or
 * FUHE_EXIT_OUTPUT when that is larger and something could not be written. */
enum fuhe_exit fuhe_output_file_finish(struct fuhe_output_file *file, enum fuhe_exit exit_code);
enum fuhe_exit fuhe_output_file_settle(struct fuhe_output_file *file, enum fuhe_exit exit_code, bool keep);

/* Opens a file for reading; "-" is standard input. A directory is refused. The descriptor must be closed unless it is
 * standard input (fuhe_input_file_close). */
FUHE_MUST_USE enum fuhe_status fuhe_input_file_open(const char *path, int *descriptor, struct fuhe_error *err);
void fuhe_input_file_close(int descriptor);

/* Whether output_path names the very file that is read as path. */
bool fuhe_input_file_is(const char *path, const char *output_path);

#endif
