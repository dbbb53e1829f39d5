/* SPDX-License-Identifier: Apache-2.0 */
/* Files as the commands see them. A file that is written appears under its name only when it is complete. A reader that
 * goes away (EPIPE; SIGPIPE is ignored) is an output that could not be written, but no cause for a message. */
#include "cli/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/interrupt.h"
#include "report/messages.h"
#include "report/translate.h"

static enum fuhe_status system_failure(enum fuhe_status status, enum fuhe_problem problem, const char *path,
                                       struct fuhe_error *err) {
    (void)fuhe_error_set(err, status, problem, strerror(errno), NULL);
    fuhe_error_set_subject(err, path);
    return status;
}

static enum fuhe_status write_all(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct fuhe_output_file *file = context;

    while (length > 0) {
        const ssize_t count = write(file->descriptor, bytes, length);

        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            file->reader_left = errno == EPIPE;
            return system_failure(FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, file->path, err);
        }
        bytes += count;
        length -= (size_t)count;
    }
    return FUHE_STATUS_OK;
}

/* Beside the file, so that renaming stays within one file system. */
static enum fuhe_status open_temporary(struct fuhe_output_file *file, struct fuhe_error *err) {
    const int length = snprintf(file->temporary, sizeof file->temporary, "%s.XXXXXX", file->path);
    const mode_t mask = umask(0);

    (void)umask(mask);
    if (length < 0 || (size_t)length >= sizeof file->temporary) {
        errno = ENAMETOOLONG;
        return system_failure(FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, file->path, err);
    }
    file->descriptor = fuhe_interrupt_make_file(file->temporary);
    if (file->descriptor < 0) {
        file->temporary[0] = '\0';
        return system_failure(FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, file->path, err);
    }
    (void)fchmod(file->descriptor, 0666 & ~mask); /* as a file made in the ordinary way */
    return FUHE_STATUS_OK;
}

/* A device or pipe (/dev/full, /dev/stdout) is written to directly: it cannot be replaced. */
static bool is_special(const char *path) {
    struct stat information;

    return stat(path, &information) == 0 && !S_ISREG(information.st_mode) && !S_ISDIR(information.st_mode);
}

enum fuhe_status fuhe_output_file_open(struct fuhe_output_file *file, const char *path, struct fuhe_error *err) {
    file->descriptor = STDOUT_FILENO;
    file->reader_left = false;
    file->path = path;
    file->temporary[0] = '\0';
    fuhe_output_init(&file->output, write_all, file);
    if (path == NULL) {
        return FUHE_STATUS_OK;
    }
    if (!is_special(path)) {
        return open_temporary(file, err);
    }
    file->descriptor = open(path, O_WRONLY | O_CLOEXEC);
    return file->descriptor >= 0 ? FUHE_STATUS_OK
                                 : system_failure(FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, path, err);
}

enum fuhe_status fuhe_output_file_close(struct fuhe_output_file *file, bool keep, struct fuhe_error *err) {
    enum fuhe_status status = fuhe_output_flush(&file->output, err);

    if (file->path == NULL) {
        return status;
    }
    if (close(file->descriptor) != 0 && status == FUHE_STATUS_OK) {
        status = system_failure(FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, file->path, err);
    }
    if (file->temporary[0] == '\0') {
        return status;
    }
    if (keep && status == FUHE_STATUS_OK && rename(file->temporary, file->path) != 0) {
        status = system_failure(FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, file->path, err);
    }
    if (!keep || status != FUHE_STATUS_OK) {
        (void)unlink(file->temporary);
    }
    fuhe_interrupt_release();
    return status;
}

enum fuhe_exit fuhe_output_file_finish(struct fuhe_output_file *file, enum fuhe_exit exit_code) {
    return fuhe_output_file_settle(file, exit_code, exit_code < FUHE_EXIT_OUTPUT);
}

enum fuhe_exit fuhe_output_file_settle(struct fuhe_output_file *file, enum fuhe_exit exit_code, bool keep) {
    struct fuhe_error error = {0};

    if (fuhe_output_file_close(file, keep, &error) == FUHE_STATUS_OK) {
        return exit_code;
    }
    if (!file->reader_left) {
        fuhe_message_complain(file->path == NULL ? _("standard output") : file->path, &error);
    }
    return exit_code > FUHE_EXIT_OUTPUT ? exit_code : FUHE_EXIT_OUTPUT;
}

bool fuhe_input_file_is(const char *path, const char *output_path) {
    struct stat input;
    struct stat output;
    const int found = strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &input) : stat(path, &input);

    return found == 0 && stat(output_path, &output) == 0 && S_ISREG(output.st_mode) && input.st_dev == output.st_dev &&
           input.st_ino == output.st_ino;
}

enum fuhe_status fuhe_input_file_open(const char *path, int *descriptor, struct fuhe_error *err) {
    struct stat information;

    if (strcmp(path, "-") == 0) {
        *descriptor = STDIN_FILENO;
        return FUHE_STATUS_OK;
    }
    const int opened = open(path, O_RDONLY | O_CLOEXEC);
    if (opened < 0) {
        return system_failure(FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, path, err);
    }
    if (fstat(opened, &information) == 0 && S_ISDIR(information.st_mode)) {
        (void)close(opened);
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_IS_DIRECTORY, NULL, NULL);
    }
    *descriptor = opened;
    return FUHE_STATUS_OK;
}

void fuhe_input_file_close(int descriptor) {
    if (descriptor != STDIN_FILENO) {
        (void)close(descriptor);
    }
}
