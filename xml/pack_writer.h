/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_WRITER_H
#define FUHE_XML_PACK_WRITER_H

#include "engine/output.h"
#include "engine/pack.h"

/* A pack as its difference from another one: an overlay (docs/rule-packs.md). */
struct fuhe_overlay {
    const struct fuhe_pack *pack;     /* identity, title, issuer, sources, and all rules as they should be */
    const struct fuhe_pack *base;     /* what it is written against; unchanged lists are the very same ones */
    const bool *rules;                /* FUHE_RULE_COUNT of them: the rules to write, each with its citation */
    const struct fuhe_bilingual *why; /* likewise: the reason for each */
};

/* Writes the overlay as a document of namespace urn:fuhe:rules:1: of each rule the values that differ from the base's.
 * The output is not flushed; its failures are its own. */
FUHE_MUST_USE enum fuhe_status fuhe_overlay_write(const struct fuhe_overlay *overlay, struct fuhe_output *output,
                                                  struct fuhe_error *err);

#endif
