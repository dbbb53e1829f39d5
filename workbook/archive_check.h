/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_ARCHIVE_CHECK_H
#define FUHE_WORKBOOK_ARCHIVE_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the sheets of an .xlsx file are at least so many bytes long before packing: sizes[0] of the first sheet. */
bool fuhe_archive_holds(const char *path, const uint64_t *sizes, size_t count);

#endif
