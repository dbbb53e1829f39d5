/* SPDX-License-Identifier: Apache-2.0 */
/* Folders that this program takes for its own, and locks. */
#include "cli/marked_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum fuhe_status fuhe_folder_refuse(struct fuhe_error *err, enum fuhe_problem problem, const char *found) {
    return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, problem, found, NULL);
}

enum fuhe_status fuhe_folder_refuse_system(struct fuhe_error *err) {
    return fuhe_folder_refuse(err, FUHE_PROBLEM_WRITE, strerror(errno));
}

bool fuhe_folder_join(char joined[FUHE_PATH_BYTES], const char *folder, const char *name) {
    const int length = snprintf(joined, FUHE_PATH_BYTES, "%s/%s", folder, name);

    errno = ENAMETOOLONG;
    return length > 0 && length < FUHE_PATH_BYTES;
}

bool fuhe_folder_is_no_entry(const char *name) {
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

enum fuhe_status fuhe_folder_lock(const char *folder, const char *mark, int *lock, struct fuhe_error *err) {
    char path[FUHE_PATH_BYTES];
    struct flock request = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

    if (!fuhe_folder_join(path, folder, mark)) {
        return fuhe_folder_refuse_system(err);
    }
    const int opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (opened < 0) {
        return fuhe_folder_refuse_system(err);
    }
    if (fcntl(opened, F_SETLK, &request) != 0) {
        (void)close(opened);
        return fuhe_folder_refuse(err, FUHE_PROBLEM_FOLDER_BUSY, NULL);
    }
    *lock = opened;
    return FUHE_STATUS_OK;
}
