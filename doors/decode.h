/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_DECODE_H
#define FUHE_DOORS_DECODE_H

#include "engine/arena.h"

/* Bytes of a text in UTF-8: as they are when they are UTF-8 (whatever they declare), else turned from what their byte
 * order mark says, else from GB18030, which GBK and GB2312 are part of. *utf8 has no byte order mark; it borrows from
 * bytes or lies in the arena. Bytes that are UTF-8 but for a few are refused with the place of the first. */
FUHE_MUST_USE enum fuhe_status fuhe_decode(fuhe_text bytes, struct fuhe_arena *arena, fuhe_text *utf8,
                                           struct fuhe_error *err);

#endif
