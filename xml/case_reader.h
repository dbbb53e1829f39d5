/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_CASE_READER_H
#define FUHE_XML_CASE_READER_H

#include "engine/pack_case.h"
#include "xml/input.h"

/* Reads the cases of a rule pack, namespace urn:fuhe:cases:1 (rules/cases.xsd). Everything lives in arena. What is not
 * known, and a case that states no outcome, is an error. */
FUHE_MUST_USE enum fuhe_status fuhe_cases_read(const struct fuhe_input *input, struct fuhe_arena *arena,
                                               struct fuhe_pack_cases *cases, struct fuhe_error *err);

#endif
