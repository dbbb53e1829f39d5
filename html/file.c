/* SPDX-License-Identifier: Apache-2.0 */
/* Files of the report. A report has up to millions of them in folders of a thousand, so folders are made when a file
 * cannot be opened for want of one, and never looked for before. */
#include "html/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void fuhe_file_init(struct fuhe_file *file) {
    file->descriptor = -1;
    file->target = NULL;
    file->path[0] = '\0';
}

static enum fuhe_status fail(const struct fuhe_file *file, int number, struct fuhe_error *err) {
    const enum fuhe_status status =
        fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, strerror(number), NULL);

    fuhe_error_set_subject(err, file->path);
    return status;
}

static enum fuhe_status write_bytes(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    const struct fuhe_file *file = context;

    while (length > 0) {
        const ssize_t written = write(file->descriptor, bytes, length);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return fail(file, errno, err);
        }
        bytes += written;
        length -= (size_t)written;
    }
    return FUHE_STATUS_OK;
}

static int open_to_write(const char *path) {
    return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
}

/* Makes the folders of file->path behind its first `start` bytes. */
static bool make_folders(struct fuhe_file *file, size_t start) {
    for (char *slash = strchr(file->path + start, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        const bool made = mkdir(file->path, 0777) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made) {
            return false;
        }
    }
    return true;
}

enum fuhe_status fuhe_file_open(struct fuhe_file *file, const char *folder, const char *name, struct fuhe_error *err) {
    const int length = snprintf(file->path, sizeof file->path, "%s/%s", folder, name);

    if (length < 0 || (size_t)length >= sizeof file->path) {
        return fail(file, ENAMETOOLONG, err);
    }
    file->descriptor = open_to_write(file->path);
    if (file->descriptor < 0 && errno == ENOENT && make_folders(file, strlen(folder) + 1)) {
        file->descriptor = open_to_write(file->path);
    }
    if (file->descriptor < 0) {
        return fail(file, errno, err);
    }
    fuhe_output_init(&file->output, write_bytes, file);
    return FUHE_STATUS_OK;
}

static enum fuhe_status pass_on(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct fuhe_output *target = context;

    fuhe_output_text(target, (fuhe_text){bytes, length});
    if (target->status != FUHE_STATUS_OK && err != NULL) {
        *err = target->error;
    }
    return target->status;
}

void fuhe_file_open_into(struct fuhe_file *file, struct fuhe_output *target) {
    file->target = target;
    fuhe_output_init(&file->output, pass_on, target);
}

enum fuhe_status fuhe_file_close(struct fuhe_file *file, struct fuhe_error *err) {
    if (file->descriptor < 0 && file->target == NULL) {
        return FUHE_STATUS_OK;
    }
    const enum fuhe_status status = fuhe_output_flush(&file->output, err);
    if (file->target != NULL) {
        file->target = NULL;
        return status;
    }
    const bool closed = close(file->descriptor) == 0;
    file->descriptor = -1;
    return status == FUHE_STATUS_OK && !closed ? fail(file, errno, err) : status;
}

const char *fuhe_file_split(const char *path, char folder[FUHE_FILE_PATH_MAX]) {
    const char *slash = strrchr(path, '/');
    const size_t length = slash == NULL ? 0 : (size_t)(slash - path);

    if (length >= FUHE_FILE_PATH_MAX) {
        return NULL;
    }
    memcpy(folder, slash == NULL ? "." : path, slash == NULL ? sizeof "." : length);
    folder[slash == NULL ? 1 : length] = '\0';
    return slash == NULL ? path : slash + 1;
}
