/* SPDX-License-Identifier: Apache-2.0 */
/* Stopping early without leaving anything half-written. The handler does only what a handler may: unlink a file, start
 * the system's own program to remove a folder, and _exit. */
#include "cli/interrupt.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/exit_codes.h"

static const int stop_signals[] = {SIGHUP, SIGINT, SIGTERM};

enum { STOP_SIGNAL_COUNT = sizeof stop_signals / sizeof stop_signals[0] };

/* Changed only while the signals are blocked. */
static const char *unfinished;
static const char *unfinished_folder;

static void remove_folder(const char *path) {
    const pid_t child = fork();

    if (child == 0) {
        (void)execl("/bin/rm", "rm", "-rf", "--", path, (char *)NULL);
        _exit(1);
    }
    if (child > 0) {
        (void)waitpid(child, NULL, 0);
    }
}

static void stop(int signal_number) {
    (void)signal_number;
    if (unfinished != NULL) {
        (void)unlink(unfinished);
    }
    if (unfinished_folder != NULL) {
        remove_folder(unfinished_folder);
    }
    _exit(FUHE_EXIT_NOTHING);
}

static volatile sig_atomic_t asked;

static void take_note(int signal_number) {
    (void)signal_number;
    asked = 1;
}

static sigset_t all_stop_signals(void) {
    sigset_t set;

    (void)sigemptyset(&set);
    for (int i = 0; i < STOP_SIGNAL_COUNT; i++) {
        (void)sigaddset(&set, stop_signals[i]);
    }
    return set;
}

static void handle(struct sigaction action) {
    struct sigaction before;

    for (int i = 0; i < STOP_SIGNAL_COUNT; i++) {
        if (sigaction(stop_signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) {
            (void)sigaction(stop_signals[i], &action, NULL);
        }
    }
}

void fuhe_interrupt_prepare(void) {
    handle((struct sigaction){.sa_handler = stop, .sa_mask = all_stop_signals()});
}

void fuhe_interrupt_watch(void) {
    asked = 0;
    handle((struct sigaction){.sa_handler = take_note, .sa_flags = (int)SA_RESETHAND});
}

bool fuhe_interrupt_asked(void) {
    return asked != 0;
}

static sigset_t before_hold;

void fuhe_interrupt_hold(void) {
    const sigset_t stopping = all_stop_signals();

    (void)sigprocmask(SIG_BLOCK, &stopping, &before_hold);
}

void fuhe_interrupt_go_on(const char *folder) {
    unfinished_folder = folder;
    (void)sigprocmask(SIG_SETMASK, &before_hold, NULL);
}

int fuhe_interrupt_make_file(char *template) {
    const sigset_t stopping = all_stop_signals();
    sigset_t before;

    (void)sigprocmask(SIG_BLOCK, &stopping, &before);
    const int descriptor = mkstemp(template);
    if (descriptor >= 0) {
        (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
    unfinished = descriptor < 0 ? NULL : template;
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    return descriptor;
}

void fuhe_interrupt_release(void) {
    const sigset_t stopping = all_stop_signals();
    sigset_t before;

    (void)sigprocmask(SIG_BLOCK, &stopping, &before);
    unfinished = NULL;
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
}
