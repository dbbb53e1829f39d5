/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_COMPOUND_H
#define FUHE_DOORS_COMPOUND_H

#include "engine/text.h"

/* Compound files, in which office programs of old (.doc, .xls, .wps, .et) keep streams as in a small file system. */

/* Whether bytes begin as one. */
bool fuhe_compound_is(fuhe_text bytes);

/* Looks for a stream beside the root; name in ASCII. *head (may be NULL) is its first sector, and empty where the
 * stream is too small to have one of its own. Streams of documents that lie within the document do not count. */
bool fuhe_compound_find(fuhe_text bytes, const char *name, fuhe_text *head);

#endif
