/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_READER_H
#define FUHE_XML_PACK_READER_H

#include "engine/pack.h"
#include "xml/input.h"

/* Reads one rule pack of namespace urn:fuhe:rules:1 (rules/pack.xsd) and validates it. Everything lives in arena. An
 * unknown element or attribute is an error: a rule that is not understood must not be passed over. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_read(const struct fuhe_input *input, struct fuhe_arena *arena,
                                              struct fuhe_pack *pack, struct fuhe_error *err);

#endif
