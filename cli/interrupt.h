/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_INTERRUPT_H
#define FUHE_CLI_INTERRUPT_H

#include <stdbool.h>

/* From now on the signals that ask a program to stop (Ctrl-C, a closed terminal, kill) end it with FUHE_EXIT_NOTHING;
 * those that the caller ignores stay ignored. */
void fuhe_interrupt_prepare(void);

/* Makes the unfinished file of the template (mkstemp) and removes it when the program is stopped before
 * fuhe_interrupt_release. template is borrowed until then. Returns the descriptor, -1 on failure (errno). */
int fuhe_interrupt_make_file(char *template);
void fuhe_interrupt_release(void);

/* Lets these signals wait, so that folders can be made and moved; then lets them come again. From then on folder (NULL
 * for none; borrowed) is unfinished: it is removed with all that is in it when the program is stopped. */
void fuhe_interrupt_hold(void);
void fuhe_interrupt_go_on(const char *folder);

/* From now on the first of these signals only asks to stop; the second one ends the program at once. */
void fuhe_interrupt_watch(void);
bool fuhe_interrupt_asked(void);

#endif
