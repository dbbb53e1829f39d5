/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as the main part of a document of Word. */
#include "tests/fuzz/parts.h"

#define TYPE "wordprocessingml.document.main+xml"
#define TOP                                                                                                            \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"                             \
    "<Relationship Id='a' Type='/officeDocument' Target='0'/></Relationships>"

static const struct archive_part fixed_parts[] = {
    {"[Content_Types].xml", {TYPE, sizeof TYPE - 1}},
    {"_rels/.rels", {TOP, sizeof TOP - 1}},
};
static const char *const free_parts[] = {"0"};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    read_parts(&(struct package_plan){fixed_parts, 2, free_parts, 1, &fuhe_door_docx}, bytes, size);
    return 0;
}
