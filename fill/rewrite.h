/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_FILL_REWRITE_H
#define FUHE_FILL_REWRITE_H

#include "engine/output.h"
#include "doors/text_builder.h"

/* A part of a package in its new shape. */
struct fuhe_new_part {
    const char *name;
    fuhe_text content;
};

/* Writes a copy of a package in which some parts are new. All others keep their compressed bytes, and all of them their
 * order, names, times and attributes. Parts that are not in the package are a fault. */
FUHE_MUST_USE enum fuhe_status fuhe_package_rewrite(fuhe_text bytes, const struct fuhe_new_part *parts, size_t count,
                                                    struct fuhe_output *output, struct fuhe_error *err);

#endif
