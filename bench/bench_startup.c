/* SPDX-License-Identifier: Apache-2.0 */
/* How long a person waits for one form: starts the program again and again and prints milliseconds from start to end as
 * a clock on the wall shows them. */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "bench/options.h"
#include "bench/statistics.h"

extern char **environ;

enum { RUNS_MAX = 1000 };

/* Exit code of "program score form", its output thrown away; -1 when it could not be started. */
static int run_once(const char *program, const char *form) {
    char *const arguments[] = {(char *)(uintptr_t)program, (char *)(uintptr_t) "score", (char *)(uintptr_t)form, NULL};
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = 0;

    if (posix_spawn_file_actions_init(&actions) != 0) {
        return -1;
    }
    bool started = posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0) == 0;
    started = started && posix_spawn(&child, program, &actions, NULL, arguments, environ) == 0;
    (void)posix_spawn_file_actions_destroy(&actions);
    if (!started || waitpid(child, &status, 0) != child || !WIFEXITED(status)) {
        return -1;
    }
    return WEXITSTATUS(status);
}

int main(int count, char **arguments) {
    static double times[RUNS_MAX];
    uint64_t runs = 50;
    const char *program = "./build/release/fuhe";
    const char *form = "tests/forms/yanbian-2024/hotline-operation.xml";
    const struct option_row rows[] = {
        {"--runs", "how often, at most 1000 (50)", &runs, NULL},
        {"--program", "path of fuhe", NULL, &program},
        {"--form", "path of a form", NULL, &form},
        {NULL, NULL, NULL, NULL},
    };

    if (!options_read(rows, count, arguments) || runs == 0 || runs > RUNS_MAX) {
        return 2;
    }
    (void)run_once(program, form); /* warm */
    for (uint64_t i = 0; i < runs; i++) {
        const double began = statistics_wall_seconds();
        const int code = run_once(program, form);
        times[i] = statistics_wall_seconds() - began;
        if (code != 0 && code != 1) {
            (void)fprintf(stderr, "%s score %s: exit code %d\n", program, form, code);
            return EXIT_FAILURE;
        }
    }
    const double least = statistics_minimum(times, runs);
    printf("one form, start to end, %d runs: median %.2f ms, least %.2f ms\n", (int)runs,
           statistics_median(times, runs) * 1e3, least * 1e3);
    return 0;
}
