/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/report_files.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/source.h"

struct fuhe_report_files {
    char *folder;
    struct fuhe_source_request request;
    struct fuhe_source *source;
    size_t prefix; /* bytes of a path in front of the name */
};

struct fuhe_report_files *fuhe_report_files_new(const char *folder) {
    const size_t length = strlen(folder);
    struct fuhe_report_files *files = calloc(1, sizeof *files);

    if (files == NULL) {
        return NULL;
    }
    files->folder = malloc(length + 1);
    if (files->folder != NULL) {
        memcpy(files->folder, folder, length + 1);
        files->prefix = length > 0 && folder[length - 1] == '/' ? length : length + 1;
        files->request = (struct fuhe_source_request){.operands = &files->folder, .operand_count = 1};
        files->source = fuhe_source_new(&files->request);
    }
    if (files->source == NULL) {
        fuhe_report_files_free(files);
        return NULL;
    }
    return files;
}

void fuhe_report_files_free(struct fuhe_report_files *files) {
    if (files != NULL) {
        fuhe_source_free(files->source);
        free(files->folder);
        free(files);
    }
}

bool fuhe_report_file_hash(const char *path, struct fuhe_hash *hash, uint64_t *size) {
    enum { PIECE_BYTES = 65536 };
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat information;
    char piece[PIECE_BYTES];
    struct fuhe_hashing hashing;
    ssize_t count = 1;

    if (descriptor < 0) {
        return false;
    }
    if (fstat(descriptor, &information) != 0 || !S_ISREG(information.st_mode)) {
        (void)close(descriptor); /* a device in a report that one was handed need not end */
        return false;
    }
    *size = 0;
    fuhe_hashing_begin(&hashing);
    while ((count = read(descriptor, piece, sizeof piece)) > 0) {
        fuhe_hashing_add(&hashing, (fuhe_text){piece, (size_t)count});
        *size += (uint64_t)count;
    }
    (void)close(descriptor);
    *hash = fuhe_hashing_end(&hashing);
    return count == 0;
}

bool fuhe_report_files_next(struct fuhe_report_files *files, struct fuhe_report_file *file) {
    struct fuhe_item item;

    if (!fuhe_source_next(files->source, &item)) {
        return false;
    }
    file->name = strlen(item.path) > files->prefix ? item.path + files->prefix : item.path;
    file->size = 0;
    file->has_hash = item.error.status == FUHE_STATUS_OK && fuhe_report_file_hash(item.path, &file->hash, &file->size);
    return true;
}

/* A slash comes before every other byte, as folders are walked before names that go on. */
int fuhe_report_files_compare(fuhe_text a, fuhe_text b) {
    for (size_t i = 0; i < a.length && i < b.length; i++) {
        const int left = a.bytes[i] == '/' ? 0 : (unsigned char)a.bytes[i];
        const int right = b.bytes[i] == '/' ? 0 : (unsigned char)b.bytes[i];
        if (left != right) {
            return left - right;
        }
    }
    return (a.length > b.length) - (a.length < b.length);
}
