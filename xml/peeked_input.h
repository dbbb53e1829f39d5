/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PEEKED_INPUT_H
#define FUHE_XML_PEEKED_INPUT_H

#include "engine/text.h"
#include "xml/input.h"

enum { FUHE_PEEKED_BYTES = 4096 };

/* An input of which the beginning is read ahead, to see what it is, and given out again. */
struct fuhe_peeked_input {
    const struct fuhe_input *rest; /* borrowed */
    size_t length;
    size_t given;
    bool ended;              /* there is no more, or … */
    struct fuhe_error fault; /* … what reading on met: it is met again behind what was read */
    char head[FUHE_PEEKED_BYTES];
};

/* Reads the beginning: FUHE_PEEKED_BYTES unless there are fewer. */
fuhe_text fuhe_peeked_input_begin(struct fuhe_peeked_input *peeked, const struct fuhe_input *rest);

/* All of it; peeked is borrowed. */
struct fuhe_input fuhe_input_from_peeked(struct fuhe_peeked_input *peeked);

#endif
