/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_IMPACT_JSON_H
#define FUHE_IMPACT_JSON_H

#include "engine/output.h"
#include "impact/impact.h"

/* A document that could not be read. */
struct fuhe_impact_failure {
    const char *file;
    struct fuhe_error error;
};

/* An impact as one JSON document (impact/impact.schema.json), the same in every language. */
void fuhe_impact_write_json(const struct fuhe_impact *impact, const struct fuhe_impact_failure *failures, size_t count,
                            struct fuhe_output *output);

#endif
