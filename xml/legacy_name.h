/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_LEGACY_NAME_H
#define FUHE_XML_LEGACY_NAME_H

#include <stdbool.h>
#include <stddef.h>

/* Names that Chinese systems store without saying how (in archives, above all) are GB18030 when they are not UTF-8.
 * Writes the name as UTF-8 with a NUL behind it into `size` bytes; false when it is neither, or does not fit. */
bool fuhe_legacy_name_convert(const char *name, char *utf8, size_t size);

#endif
