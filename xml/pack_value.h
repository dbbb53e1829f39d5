/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_VALUE_H
#define FUHE_XML_PACK_VALUE_H

#include "engine/form.h"
#include "xml/pack_vocabulary.h"

/* Reads the attributes of one table into the struct at target. *cell is that of the first attribute and moves behind
 * the last. element, at place, is named when one is missing or is no such value; with may_lack, those that are missing
 * leave the struct as it is. */
FUHE_MUST_USE enum fuhe_status fuhe_pack_read_values(const struct fuhe_pack_value *values, bool may_lack,
                                                     const struct fuhe_cell **cell, const char *element, void *target,
                                                     struct fuhe_place place, struct fuhe_error *err);

/* Fills err for a pack that is refused; returns FUHE_STATUS_INVALID. */
enum fuhe_status fuhe_pack_refuse(struct fuhe_error *err, enum fuhe_problem problem, const char *subject,
                                  fuhe_text found, const char *expected, struct fuhe_place place);

#endif
