/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_TICK_H
#define FUHE_FILL_TICK_H

#include "engine/text.h"

/* Ticking a grade where a form prints all of them with boxes: ( )优秀 ( )良好, □优秀 □良好, 优秀（ ）. */

enum { FUHE_TICK_SIZE = 4 }; /* bytes that a tick adds at most */

/* What of a text gives way to which mark. */
struct fuhe_tick {
    size_t begin;
    size_t end;
    fuhe_text mark;
};

/* False when the text has no such grade, or the grade no box. */
bool fuhe_tick_find(fuhe_text text, fuhe_text grade, struct fuhe_tick *tick);

/* The text with its tick, in `ticked`, which has room for it and FUHE_TICK_SIZE more. */
fuhe_text fuhe_tick_set(fuhe_text text, const struct fuhe_tick *tick, char *ticked);

#endif
