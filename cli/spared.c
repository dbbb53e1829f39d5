/* SPDX-License-Identifier: Apache-2.0 */
/* Files that no output may take the place of. They are known by device and inode, so that another way to write a path,
 * or a link, is no way round. */
#define _POSIX_C_SOURCE 200809L
#include "cli/spared.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/files.h"
#include "cli/marked_folder.h"
#include "report/translate.h"

enum { MOST_FOLDERS = 64 }; /* above a file */

static enum fuhe_exit refuse(const struct fuhe_command *command, const char *output) {
    return fuhe_options_complain(command, _("--output names a file that is read; choose another name"), output);
}

/* The folder that a file lies in. */
static void folder_of(const char *path, char folder[FUHE_PATH_BYTES]) {
    const char *slash = strrchr(path, '/');
    const int length = slash == NULL ? 1 : (int)(slash - path) + 1;

    (void)snprintf(folder, FUHE_PATH_BYTES, "%.*s", length, slash == NULL ? "." : path);
}

/* Whether the file that path names, which must be there, lies within the folder at any depth. */
static bool lies_in(const char *path, const struct stat *folder) {
    char above[FUHE_PATH_BYTES];
    struct stat status;

    folder_of(path, above);
    for (size_t i = 0; i < MOST_FOLDERS && stat(above, &status) == 0; i++) {
        const size_t length = strlen(above);
        if (status.st_dev == folder->st_dev && status.st_ino == folder->st_ino) {
            return true;
        }
        (void)snprintf(above + length, sizeof above - length, "/..");
    }
    return false;
}

static bool is_read(const char *name, const char *output) {
    struct stat status;
    struct stat file;

    if (strcmp(name, "-") != 0 && stat(name, &status) == 0 && S_ISDIR(status.st_mode)) {
        return stat(output, &file) == 0 && S_ISREG(file.st_mode) && lies_in(output, &status);
    }
    return fuhe_input_file_is(name, output);
}

enum fuhe_exit fuhe_spare_file(const struct fuhe_command *command, const char *output, const char *name) {
    return output != NULL && name != NULL && is_read(name, output) ? refuse(command, output) : FUHE_EXIT_OK;
}

enum fuhe_exit fuhe_spare_files(const struct fuhe_command *command, const char *output, int count, char **names) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;

    for (int i = 0; i < count && exit_code == FUHE_EXIT_OK; i++) {
        exit_code = fuhe_spare_file(command, output, names[i]);
    }
    return exit_code;
}

/* The page of a pack may lie beside it, in its folder. */
static bool is_of_pack(const char *output) {
    return fuhe_text_ends_with(fuhe_text_of(output), FUHE_TEXT(".xml"));
}

enum fuhe_exit fuhe_spare_rules(const struct fuhe_command *command, const char *output, const char *name) {
    char folder[FUHE_PATH_BYTES];
    char cases[FUHE_PATH_BYTES];
    struct stat status;

    if (output == NULL || name == NULL || stat(name, &status) != 0) {
        return FUHE_EXIT_OK;
    }
    if (S_ISDIR(status.st_mode)) {
        return is_of_pack(output) ? fuhe_spare_file(command, output, name) : FUHE_EXIT_OK;
    }
    folder_of(name, folder);
    if (fuhe_folder_join(cases, folder, "cases.xml") && is_read(cases, output)) {
        return refuse(command, output);
    }
    return fuhe_spare_file(command, output, name);
}

enum fuhe_exit fuhe_spare_library(const struct fuhe_command *command, const char *output,
                                  const struct fuhe_pack_library *library) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;

    for (size_t i = 0; i < library->count && exit_code == FUHE_EXIT_OK; i++) {
        exit_code = fuhe_spare_file(command, output, library->paths[i].bytes);
    }
    return exit_code;
}
