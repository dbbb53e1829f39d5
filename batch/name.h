/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_NAME_H
#define FUHE_BATCH_NAME_H

#include "engine/text.h"

/* A file name is any bytes without NUL; shown, it is one line of UTF-8: control characters and bytes that are not UTF-8
 * become \n, \t, \xFF and so on, and only then a backslash becomes two. Other names are shown as they are. */
enum { FUHE_NAME_SHOWN_BYTES = 4 }; /* at most so many for each byte of a name */

/* Writes the name as shown, with a NUL behind it, to `shown`, which has room for FUHE_NAME_SHOWN_BYTES * length + 1
 * bytes; returns its length. */
size_t fuhe_name_show(fuhe_text name, char *shown);

#endif
