/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_OVERLAY_H
#define FUHE_XML_PACK_OVERLAY_H

#include "engine/form.h"
#include "engine/pack.h"
#include "xml/pack_vocabulary.h"

/* What an overlay has of its base, and what it must not say. Used by pack_reader.c alone. */

/* Gives a pack that nothing was read into all rules and severities of its base. */
void fuhe_pack_inherit(struct fuhe_pack *pack, const struct fuhe_pack *base);

/* Empties the list that the first element of its kind in the document begins, so that it does not go on with that of
 * the base. parent is the struct that the element around it fills. */
void fuhe_pack_begin_list(const struct fuhe_pack_element *element, char *parent);

/* After the document: puts the sources of the base that are still cited behind the overlay's own, and proves that the
 * overlay is one: each rule that it states (by enum fuhe_rule) changes something, no source has the id of one of the
 * base, its status is none that the base's does not allow. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_conclude_overlay(struct fuhe_pack *pack, const bool *states,
                                                          struct fuhe_arena *arena, struct fuhe_error *err);

/* The source of that id, of the pack or of its base; NULL when there is none. */
const struct fuhe_source *fuhe_pack_find_source(const struct fuhe_pack *pack, fuhe_text id);

#endif
