/* SPDX-License-Identifier: Apache-2.0 */
/* Peak memory of scoring more and more forms: one process makes them up and writes them into a pipe, another scores
 * them from it and then reads its own high-water mark. The document is one, so nothing may grow with the forms. */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/form_maker.h"
#include "bench/options.h"
#include "bench/scoring.h"

static bool write_all(int descriptor, struct text_buffer *buffer) {
    for (size_t at = 0; at < buffer->used;) {
        const ssize_t written = write(descriptor, buffer->bytes + at, buffer->used - at);
        if (written < 0) {
            return false;
        }
        at += (size_t)written;
    }
    buffer->used = 0;
    return true;
}

static bool write_forms(uint64_t forms, int descriptor) {
    const struct form_maker maker = {FORM_MAKER_SEED, FORM_MAKER_SLIP_PERCENT};
    struct text_buffer buffer = {0};
    bool written = true;

    form_maker_begin(&buffer, forms);
    for (uint64_t number = 0; number < forms && written; number++) {
        form_maker_add(&maker, number, &buffer);
        written = buffer.used < 65536 || write_all(descriptor, &buffer);
    }
    form_maker_end(&buffer);
    written = written && write_all(descriptor, &buffer);
    text_buffer_free(&buffer);
    return written;
}

/* VmHWM of this process in KiB, 0 when it is not known. (The figure of getrusage is inherited over exec.) */
static long peak_memory(void) {
    FILE *file = fopen("/proc/self/status", "r");
    char line[256];
    long peak = 0;

    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (sscanf(line, "VmHWM: %ld", &peak) == 1) {
            break;
        }
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return peak;
}

static bool score_forms(int descriptor, uint64_t forms) {
    struct scoring *scoring = scoring_start(true);

    if (scoring == NULL || !scoring_read(scoring, descriptor)) {
        return false;
    }
    printf("%10zu forms %12zu bytes of results %8.1f MB\n", scoring->forms, scoring->written,
           (double)peak_memory() / 1024);
    const bool complete = scoring->forms == forms;
    scoring_stop(scoring);
    return complete && fflush(stdout) == 0;
}

/* Runs in a process of its own, so that each size has its own high-water mark. */
static int run_child(uint64_t forms) {
    int ends[2];

    if (pipe(ends) != 0) {
        return EXIT_FAILURE;
    }
    const pid_t writer = fork();
    if (writer < 0) {
        return EXIT_FAILURE;
    }
    if (writer == 0) {
        (void)close(ends[0]);
        return write_forms(forms, ends[1]) ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    (void)close(ends[1]);
    const bool scored = score_forms(ends[0], forms);
    int status;
    (void)close(ends[0]);
    return waitpid(writer, &status, 0) == writer && status == 0 && scored ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **arguments) {
    uint64_t largest = 1000000;
    const struct option_row rows[] = {
        {"--largest", "most forms of a run (1000000)", &largest, NULL},
        {NULL, NULL, NULL, NULL},
    };

    if (!options_read(rows, count, arguments)) {
        return 2;
    }
    for (uint64_t forms = 1000; forms <= largest; forms *= 10) {
        const pid_t child = fork();
        if (child == 0) {
            return run_child(forms);
        }
        int status;
        if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
            (void)fprintf(stderr, "scoring %" PRIu64 " forms failed\n", forms);
            return EXIT_FAILURE;
        }
    }
    return 0;
}
