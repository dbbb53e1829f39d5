/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks whose cells have text of several looks. */
#include <stdio.h>
#include <stdlib.h>

#include "doors/door.h"
#include "tests/doors/document_text.h"
#include "tests/support/archive.h"

#define RELATION(type, target) "<Relationship Id='" type "' Type='t/" type "' Target='" target "'/>"
#define RELATIONS(items) "<Relationships>" items "</Relationships>"
#define RUN(look, text) "<r><rPr>" look "</rPr><t>" text "</t></r>"
#define CROSSED "<sz val='11'/><strike/>"
#define RAISED "<vertAlign val='superscript'/>"

/* What a string holds, which is read alike whether it is shared or stands in its cell. */
struct string_case {
    const char *name;
    const char *string;
    const char *expected;
};

static const struct string_case string_cases[] = {
    {"plain", "<t>18</t>", "[a|18]"},
    {"runs of one figure", "<r><t>1</t></r>" RUN("<b/>", "8"), "[a|18]"},
    {"how it is pronounced", "<t>分</t><rPh sb='0' eb='1'><t>ふん</t></rPh>", "[a|分]"},
    {"crossed out in front", RUN(CROSSED, "18") RUN("", "20"), "[a|~~20]"},
    {"crossed out behind", "<r><t>20</t></r>" RUN(CROSSED, "18"), "[a|~~20]"},
    {"crossed out between", "<r><t>2</t></r>" RUN(CROSSED, "18") "<r><t>0</t></r>", "[a|~~20]"},
    {"not crossed out", RUN("<strike val='0'/>", "1") RUN("<strike val='false'/>", "8"), "[a|18]"},
    {"crossed out as a whole", RUN(CROSSED, "1") RUN(CROSSED "<b/>", "8"), "[a|~~18~~]"},
    {"raised behind a figure", "<r><t>20</t></r>" RUN(RAISED, "1"), "[a|20 1]"},
    {"lowered behind a figure", "<r><t>20</t></r>" RUN("<vertAlign val='subscript'/>", "1"), "[a|20 1]"},
    {"raised behind a unit", "<r><t>500m</t></r>" RUN(RAISED, "2"), "[a|500m2]"},
    {"on the line", "<r><t>1</t></r>" RUN("<vertAlign val='baseline'/>", "8"), "[a|18]"},
};

static fuhe_text make_workbook(const char *shared, const char *cell) {
    char strings[1024];
    char sheet[1024];

    (void)snprintf(strings, sizeof strings, "<sst><si><t>a</t></si><si>%s</si></sst>", shared);
    (void)snprintf(sheet, sizeof sheet,
                   "<worksheet><sheetData><row><c t='s'><v>0</v></c>%s</row></sheetData></worksheet>", cell);
    const struct archive_part parts[] = {
        {"[Content_Types].xml", FUHE_TEXT("<Types><Override PartName='/b.xml' ContentType='application/vnd."
                                          "openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>")},
        {"_rels/.rels", FUHE_TEXT(RELATIONS(RELATION("officeDocument", "b.xml")))},
        {"_rels/b.xml.rels", FUHE_TEXT(RELATIONS(RELATION("worksheet", "s.xml") RELATION("sharedStrings", "t.xml")))},
        {"b.xml", FUHE_TEXT("<workbook xmlns:r='r'><sheets><sheet name='表' r:id='worksheet'/></sheets></workbook>")},
        {"s.xml", fuhe_text_of(sheet)},
        {"t.xml", fuhe_text_of(strings)},
    };
    return archive_make(parts, sizeof parts / sizeof parts[0]);
}

static void check(fuhe_text bytes, const char *expected) {
    document_text_check(bytes, &fuhe_door_xlsx, expected, FUHE_PROBLEM_NONE);
}

static void string_is_read(void **state) {
    const struct string_case *row = *state;
    char cell[512];

    check(make_workbook(row->string, "<c t='s'><v>1</v></c>"), row->expected);
    (void)snprintf(cell, sizeof cell, "<c t='inlineStr'><is>%s</is></c>", row->string);
    check(make_workbook("<t/>", cell), row->expected);
}

int main(void) {
    return RUN_CASES("strings of workbooks", string_cases, string_is_read);
}
