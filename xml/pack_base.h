/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_BASE_H
#define FUHE_XML_PACK_BASE_H

#include "xml/pack_library.h"
#include "xml/pack_reader.h"

/* The bases of overlays: from the library, else from files beside that of the overlay. Private to the library. */

/* Overlays that may stand on each other. */
enum { FUHE_PACK_OVERLAYS_MAX = 8 };

/* A document while it is being read. Its base may be read meanwhile, and so on. */
struct fuhe_pack_loading {
    struct fuhe_pack_library *library;
    const char *path;                        /* NULL in memory */
    const struct fuhe_pack_loading *overlay; /* whose base it is; NULL */
    const struct fuhe_pack_name *wanted; /* by that; any other pack in the document is passed over. NULL: any will do */
    struct fuhe_pack_name name;          /* known when it turns out to be an overlay */
};

/* What the reader of loading asks for its base. */
struct fuhe_pack_bases fuhe_pack_bases_of(struct fuhe_pack_loading *loading);

/* Of the library: reads loading->path and adds the pack. With a pack that is not wanted *index is library->count. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_library_load(struct fuhe_pack_loading *loading, size_t *index,
                                                      struct fuhe_error *err);

#endif
