/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as the content of an OpenDocument text and workbook. */
#include "tests/fuzz/parts.h"

#define TYPE "application/vnd.oasis.opendocument."

static const struct archive_part text_parts[] = {{"mimetype", {TYPE "text", sizeof TYPE + 3}}};
static const struct archive_part workbook_parts[] = {{"mimetype", {TYPE "spreadsheet", sizeof TYPE + 10}}};
static const char *const free_parts[] = {"content.xml"};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    read_parts(&(struct package_plan){text_parts, 1, free_parts, 1, &fuhe_door_odt}, bytes, size);
    read_parts(&(struct package_plan){workbook_parts, 1, free_parts, 1, &fuhe_door_ods}, bytes, size);
    return 0;
}
