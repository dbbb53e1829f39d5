/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_IMPACT_TEXT_H
#define FUHE_IMPACT_TEXT_H

#include "engine/output.h"
#include "impact/impact.h"

/* An impact for people, to be read from top to bottom: what changes, the grades before and after, which rules do it,
 * and the forms. Of the forms that move at most FUHE_IMPACT_TEXT_FORMS unless all were kept. */
enum { FUHE_IMPACT_TEXT_FORMS = 20 };

void fuhe_impact_write_text(const struct fuhe_impact *impact, struct fuhe_output *output);

#endif
