/* SPDX-License-Identifier: Apache-2.0 */
/* The parser reports values but not where they stand; the window keeps the written form until its place is known. */
#include "xml/window.h"

#include <string.h>

void fuhe_window_init(struct fuhe_window *window) {
    fuhe_cursor_init(&window->cursor);
    window->offset = 0;
    window->length = 0;
}

void fuhe_window_drop(struct fuhe_window *window, size_t offset) {
    const size_t left = fuhe_window_end(window) - offset;

    fuhe_window_place(window, offset);
    memmove(window->bytes, window->bytes + (offset - window->offset), left);
    window->offset = offset;
    window->length = left;
}
