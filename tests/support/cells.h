/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_SUPPORT_CELLS_H
#define FUHE_TESTS_SUPPORT_CELLS_H

#include "engine/form.h"

/* A cell as a reader would give it: NULL is absent, "" blank. The text is borrowed. */
static inline struct fuhe_cell cell_of(const char *text) {
    struct fuhe_cell cell = {0};

    if (text != NULL) {
        cell.text = fuhe_text_trim(fuhe_text_of(text));
        cell.state = cell.text.length == 0 ? FUHE_CELL_BLANK : FUHE_CELL_TEXT;
    }
    return cell;
}

#endif
