/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_READER_H
#define FUHE_XML_PACK_READER_H

#include "engine/pack.h"
#include "xml/input.h"

/* Names one rule pack among all. */
struct fuhe_pack_name {
    fuhe_text id;
    fuhe_text version;
};

/* Where the bases of overlays come from. */
struct fuhe_pack_bases {
    /* Finds the base that an overlay wants; it must live as long as the overlay. */
    enum fuhe_status (*find)(void *context, const struct fuhe_pack_name *overlay, const struct fuhe_pack_name *wanted,
                             const struct fuhe_pack **base, struct fuhe_error *err);
    void *context;
};

/* Reads one rule pack of namespace urn:fuhe:rules:1 (rules/pack.xsd) and validates it. Everything lives in arena. An
 * unknown element or attribute is an error: a rule that is not understood must not be passed over. A pack that names a
 * base (an overlay) comes out resolved, with every rule; bases is asked for the base. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_read(const struct fuhe_input *input, const struct fuhe_pack_bases *bases,
                                              struct fuhe_arena *arena, struct fuhe_pack *pack, struct fuhe_error *err);

#endif
