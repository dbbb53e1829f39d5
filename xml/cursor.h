/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_CURSOR_H
#define FUHE_XML_CURSOR_H

#include <stddef.h>

#include "engine/form.h"

/* Line and column of an offset in UTF-8 that only moves forward. */
struct fuhe_cursor {
    size_t offset;
    struct fuhe_place place;
};

void fuhe_cursor_init(struct fuhe_cursor *cursor);

/* Moves past `length` bytes, which stand at the cursor, and returns the place behind them. FUHE_CURSOR_PADDING bytes
 * behind them must be readable: what they hold does not matter. */
enum { FUHE_CURSOR_PADDING = 32 };
struct fuhe_place fuhe_cursor_move(struct fuhe_cursor *cursor, const char *bytes, size_t length);

#endif
