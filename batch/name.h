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

/* A name that is shown so. Where it has escapes, a name with just these characters is shown so, too: who looks for a
 * file looks for that one first. name has room for as many bytes as shown has, and a NUL. */
size_t fuhe_name_unshow(fuhe_text shown, char *name);

/* Whether a name in a folder or an archive is that of a file that systems and office programs leave behind, which
 * nobody means to hand in: hidden ones, "~$form.docx", "Thumbs.db". */
bool fuhe_name_is_left_behind(const char *name);

/* A file to be opened, and what it is to be called. */
struct fuhe_file_name {
    const char *path;
    const char *called; /* as shown; NULL or empty: after its path */
};

/* The file as shown; with an entry (else NULL), the archive, a slash and the entry. Room that it takes, with the NUL;
 * and writing it. */
size_t fuhe_file_name_room(const struct fuhe_file_name *file, const char *entry);
void fuhe_file_name_show(const struct fuhe_file_name *file, const char *entry, char *shown);

#endif
