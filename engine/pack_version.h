/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PACK_VERSION_H
#define FUHE_ENGINE_PACK_VERSION_H

#include "engine/text.h"

/* Which of two versions of a pack is the earlier one: below 0 when a is, 0 when they are the same text. Numbers in them
 * count as numbers: 9 comes before 10, and 1.9 before 1.10. */
int fuhe_pack_version_compare(fuhe_text a, fuhe_text b);

#endif
