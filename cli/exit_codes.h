/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_EXIT_CODES_H
#define FUHE_CLI_EXIT_CODES_H

/* How the program ends: fixed, small, never counts. These are the codes of scoring; a command that gives fewer of them,
 * or for reasons of its own, has a table of its own. The help prints the tables and the tests read this one.
 * X(NAME, code, meaning); where the meaning is used, N_ comes from report/translate.h. */
#define FUHE_EXITS(X)                                                                                                  \
    X(OK, 0, N_("evaluated; no finding at or above --fail-on"))                                                        \
    X(FINDINGS, 1, N_("findings at or above --fail-on"))                                                               \
    X(USAGE, 2, N_("the command line is not understood"))                                                              \
    X(UNSCORED, 3, N_("some form could not be read or scored"))                                                        \
    X(RULES, 4, N_("a rule pack is not valid"))                                                                        \
    X(NOTHING, 5, N_("stopped early, or nothing was evaluated"))                                                       \
    X(OUTPUT, 6, N_("output could not be written"))                                                                    \
    X(INTERNAL, 70, N_("a fault of this program"))

enum fuhe_exit {
#define FUHE_EXIT_ROW(name, code, meaning) FUHE_EXIT_##name = (code),
    FUHE_EXITS(FUHE_EXIT_ROW)
#undef FUHE_EXIT_ROW
};

/* A code that a command can give, and why. */
struct fuhe_exit_reason {
    enum fuhe_exit code;
    const char *meaning; /* a message id */
};

#endif
