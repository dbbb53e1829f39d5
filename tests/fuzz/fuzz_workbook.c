/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as the parts of a workbook, which a check sum keeps from a fuzzer of whole files: sheet, strings, styles and
 * workbook, parted by zero bytes, are put into a package of their own and read. Cells lie within their grids. */
#include "tests/fuzz/parts.h"

#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define TYPE "spreadsheetml.sheet.main+xml"
#define TOP RELATIONS "<Relationship Id='a' Type='/officeDocument' Target='b.xml'/></Relationships>"
#define LINKS                                                                                                          \
    RELATIONS "<Relationship Id='a' Type='/worksheet' Target='0'/>"                                                    \
              "<Relationship Id='b' Type='/sharedStrings' Target='1'/>"                                                \
              "<Relationship Id='c' Type='/styles' Target='2'/></Relationships>"

static const struct archive_part fixed_parts[] = {
    {"[Content_Types].xml", {TYPE, sizeof TYPE - 1}},
    {"_rels/.rels", {TOP, sizeof TOP - 1}},
    {"_rels/b.xml.rels", {LINKS, sizeof LINKS - 1}},
};
static const char *const free_parts[] = {"0", "1", "2", "b.xml"};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    read_parts(&(struct package_plan){fixed_parts, 3, free_parts, 4, &fuhe_door_xlsx}, bytes, size);
    return 0;
}
