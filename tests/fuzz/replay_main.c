/* SPDX-License-Identifier: Apache-2.0 */
/* Stands in for the fuzzer: gives every file of the folders named on the command line to the target, once whole and
 * once for each half, so that cut documents are tried too. Fails when a folder cannot be read or holds no file. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { FILE_SIZE_MAX = 1 << 20, PATH_SIZE = 4096 };

/* The target gets a copy of exactly `size` bytes, so that a sanitizer sees every read beyond them. */
static int try_bytes(const uint8_t *bytes, size_t size) {
    uint8_t *copy = malloc(size == 0 ? 1 : size);
    int outcome = -1;

    if (copy == NULL) {
        return -1;
    }
    for (size_t i = 0; i < size; i++) {
        copy[i] = bytes[i];
    }
    outcome = LLVMFuzzerTestOneInput(copy, size);
    free(copy);
    return outcome;
}

static int replay_file(const char *path) {
    static uint8_t bytes[FILE_SIZE_MAX];
    FILE *file = fopen(path, "rb");
    size_t size = 0;

    if (file == NULL) {
        perror(path);
        return -1;
    }
    size = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    if (try_bytes(bytes, size) != 0 || try_bytes(bytes, size / 2) != 0 ||
        try_bytes(bytes + size / 2, size - size / 2) != 0) {
        (void)fprintf(stderr, "%s: failed\n", path);
        return -1;
    }
    return 0;
}

/* Number of files replayed, -1 when one failed. */
static int replay_folder(const char *folder) {
    DIR *stream = opendir(folder);
    const struct dirent *entry = NULL;
    int count = 0;

    if (stream == NULL) {
        perror(folder);
        return -1;
    }
    while (count >= 0 && (entry = readdir(stream)) != NULL) {
        char path[PATH_SIZE];
        if (entry->d_name[0] == '.') {
            continue;
        }
        (void)snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        count = replay_file(path) == 0 ? count + 1 : -1;
    }
    (void)closedir(stream);
    return count;
}

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        const int count = replay_folder(argv[i]);
        if (count <= 0) {
            (void)fprintf(stderr, "%s: %s\n", argv[i], count == 0 ? "no file to replay" : "stopped");
            return EXIT_FAILURE;
        }
        (void)printf("%s: %d files\n", argv[i], count);
    }
    return argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
