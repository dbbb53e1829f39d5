/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_SUPPORT_ARCHIVE_H
#define FUHE_TESTS_SUPPORT_ARCHIVE_H

#include "engine/text.h"

struct archive_part {
    const char *name;
    fuhe_text bytes;
};

/* An archive with these parts, stored as they are, in memory. Free its bytes. Ends the program when it cannot be made.
 */
fuhe_text archive_make(const struct archive_part *parts, size_t count);

#endif
