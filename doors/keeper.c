/* SPDX-License-Identifier: Apache-2.0 */
/* Two processes: the program in a group of its own, which can be killed as a whole, and a shell that waits at a line
 * which closes by itself when this process ends, however it ends; then it kills the group and removes the folder. */
#include "doors/keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ARGUMENTS_MAX = 16, PAUSE_NANOSECONDS = 20000000, NOT_FOUND = 127, VARIABLE_SIZE = 4200 };

/* $1 is the folder. A group is told on the line as soon as it is there. */
static const char keeping[] = "read -r group && { read -r done || kill -s KILL -- \"-$group\"; } 2>/dev/null\n"
                              "exec rm -rf -- \"$1\"";

/* $1 is the folder, the rest what to run. 4 GiB of memory, files of 512 MiB, no memory images. */
static const char running[] = "cd -- \"$1\" || exit 1\nshift\nulimit -c 0\nulimit -f 1048576\nulimit -v 4194304\n"
                              "exec \"$@\"";

static enum fuhe_status cannot_run(struct fuhe_error *err, int code) {
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_CONVERT_RUN, strerror(code), NULL);
}

/* A group of its own is not interrupted with this process, and nothing that this process blocks is blocked in it. */
static int set_attributes(posix_spawnattr_t *attributes) {
    sigset_t none;
    sigset_t usual;

    (void)sigemptyset(&none);
    (void)sigfillset(&usual);
    (void)posix_spawnattr_setpgroup(attributes, 0);
    (void)posix_spawnattr_setsigmask(attributes, &none);
    (void)posix_spawnattr_setsigdefault(attributes, &usual);
    return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

/* Runs /bin/sh; input is a descriptor, -1 for nothing. Returns an error number. */
static int start(const char *const *arguments, char *const *environment, int input, pid_t *process) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) {
        return code;
    }
    code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        code = input < 0 ? posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
                         : posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
        code = code != 0 ? code : posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        code = code != 0 ? code : posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
        code = code != 0 ? code : set_attributes(&attributes);
        /* The pointers are not written to: the interface is older than const. */
        code = code != 0 ? code
                         : posix_spawn(process, "/bin/sh", &actions, &attributes, (char *const *)(uintptr_t)arguments,
                                       environment);
        (void)posix_spawnattr_destroy(&attributes);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return code;
}

/* --- the keeper --- */

enum fuhe_status fuhe_keeper_begin(struct fuhe_keeper *keeper, const char *folder, struct fuhe_error *err) {
    const char *const arguments[] = {"sh", "-c", keeping, "sh", folder, NULL};
    char path[] = "PATH=/usr/bin:/bin";
    char *const environment[] = {path, NULL};
    int ends[2];
    pid_t process;

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return cannot_run(err, errno);
    }
    const int code = start(arguments, environment, ends[1], &process);
    (void)close(ends[1]);
    if (code != 0) {
        (void)close(ends[0]);
        return cannot_run(err, code);
    }
    *keeper = (struct fuhe_keeper){folder, process, ends[0]};
    return FUHE_STATUS_OK;
}

/* A line to a keeper that is gone is lost. */
static void tell(const struct fuhe_keeper *keeper, const char *line) {
    const ssize_t sent = send(keeper->line, line, strlen(line), MSG_NOSIGNAL);

    (void)sent;
}

void fuhe_keeper_end(struct fuhe_keeper *keeper) {
    tell(keeper, "done\ndone\n");
    (void)close(keeper->line);
    while (waitpid(keeper->process, NULL, 0) < 0 && errno == EINTR) {
    }
}

/* --- the program --- */

static bool is_over(const struct timespec *begin, unsigned seconds) {
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    const time_t passed = now.tv_sec - begin->tv_sec - (now.tv_nsec < begin->tv_nsec);
    return passed >= (time_t)seconds;
}

/* Leaves it to be waited for, so that its number is not given to another group. */
static bool has_ended(pid_t process) {
    siginfo_t information = {.si_pid = 0};

    return waitid(P_PID, (id_t)process, &information, WEXITED | WNOHANG | WNOWAIT) != 0 || information.si_pid != 0;
}

/* Gives how it ended, -1 when it had to be killed. */
static int wait_for(pid_t process, unsigned seconds) {
    const struct timespec pause = {.tv_nsec = PAUSE_NANOSECONDS};
    struct timespec begin;
    bool in_time = true;
    int ended = 0;

    (void)clock_gettime(CLOCK_MONOTONIC, &begin);
    while (in_time && !has_ended(process)) {
        in_time = !is_over(&begin, seconds);
        (void)nanosleep(&pause, NULL);
    }
    (void)kill(-process, SIGKILL); /* or what it left behind */
    while (waitpid(process, &ended, 0) < 0 && errno == EINTR) {
    }
    return in_time ? ended : -1;
}

enum fuhe_status fuhe_keeper_run(const struct fuhe_keeper *keeper, const char *const *arguments, unsigned seconds,
                                 struct fuhe_error *err) {
    const char *all[ARGUMENTS_MAX] = {"sh", "-c", running, "sh", keeper->folder};
    static const char *const names[] = {"PATH", "HOME", "TMPDIR"};
    const char *const path = getenv("PATH");
    const char *const values[] = {path == NULL ? "/usr/bin:/bin" : path, keeper->folder, keeper->folder};
    char variables[3][VARIABLE_SIZE];
    char *const environment[] = {variables[0], variables[1], variables[2], NULL};
    char line[32];
    pid_t process;

    for (size_t i = 5; *arguments != NULL && i < ARGUMENTS_MAX - 1; i++) {
        all[i] = *arguments++;
    }
    for (size_t i = 0; i < 3; i++) {
        (void)snprintf(variables[i], VARIABLE_SIZE, "%s=%s", names[i], values[i]);
    }
    const int code = start(all, environment, -1, &process);
    if (code != 0) {
        return cannot_run(err, code);
    }
    (void)snprintf(line, sizeof line, "%ld\n", (long)process);
    tell(keeper, line);
    const int ended = wait_for(process, seconds);
    if (ended == -1) {
        (void)snprintf(line, sizeof line, "%u", seconds);
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_CONVERT_TIME, NULL, line);
    }
    const bool is_missing = WIFEXITED(ended) && WEXITSTATUS(ended) == NOT_FOUND;
    return is_missing ? fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_CONVERT_MISSING, NULL, NULL)
                      : FUHE_STATUS_OK;
}
