/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>

#include "doors/door.h"
#include "tests/doors/document_text.h"
#include "tests/doors/shorthand.h"
#include "tests/support/archive.h"

/* The body of an OpenDocument and what it is read as, see document_text.h. In the body, [text] is a cell with one
 * paragraph, [] a blank one, ¦ parts rows: "<tbl>[a][b]¦[c][]</tbl>". */
struct body_case {
    const char *name;
    const char *body;
    const char *expected;
    enum fuhe_problem problem;
};

#define COVERED "<table:covered-table-cell/>"
#define CELL(attributes, content) "<table:table-cell " attributes ">" content "</table:table-cell>"
#define P(text) "<text:p>" text "</text:p>"
#define CROSSED_P(text) "<text:p text:style-name='crossed'>" text "</text:p>"
#define SPAN(style, text) "<text:span text:style-name='" style "'>" text "</text:span>"

static const struct body_case text_cases[] = {
    {"paragraphs and a table", P("一、") "<text:h>总表</text:h><tbl>[a][b]¦[1][2]</tbl>" P("注"),
     "<一、><总表>[a|b/1|2]<注>"},
    {"empty paragraphs", P("") P(" ") "<text:p/>" P("a"), "<a>"},
    {"lists and sections",
     "<text:list><text:list-item>" P("a") "</text:list-item></text:list><text:section>" P("b") "</text:section>",
     "<a><b>"},
    {"spaces, tabs, breaks", P("a<text:s text:c='3'/>b<text:tab/>c  d<text:line-break/>e"), "<a b c d><e>"},
    {"the same in a cell", "<tbl>[a<text:s/>b<text:tab/>c<text:line-break/>d]</tbl>", "[a b c d]"},
    {"lines of the file", P("项目\n  支出 a\n  b"), "<项目支出 a b>"},
    {"paragraphs in a cell", "<tbl>" CELL("", P("年初") P("预算数")) "[b]</tbl>", "[年初 预算数|b]"},
    {"spans, links, fields", P("a" SPAN("x", "b") "<text:a>c</text:a><text:page-number>7</text:page-number>"),
     "<abc7>"},
    {"crossed out, hidden", "<tbl>[" SPAN("crossed", "30") "20][1" SPAN("hidden", "2") "3]</tbl>", "[~~20|1 2 3]"},
    {"crossed out as a whole",
     "<tbl>" CELL("", CROSSED_P("30") CROSSED_P("20")) "[" SPAN("crossed", "8") " ]" CELL(
         "table:style-name='crossed' office:value='9'", "") "[8]</tbl>" P(SPAN("crossed", "3") "0"),
     "[~~30 20~~|~~8~~|~~9~~|8]<30>"},
    {"not crossed out within", "<tbl>" CELL("", CROSSED_P("90" SPAN("stands", "95") "90")) "[8]</tbl>", "[~~95|8]"},
    {"crossed out, repeated",
     "<tbl>" CELL("table:number-columns-repeated='2' table:style-name='crossed'", P("a")) "[b]</tbl>",
     "[~~a~~|~~a~~|b]"},
    {"raised", "<tbl>[20" SPAN("raised", "1") "][500m" SPAN("raised", "2") "][5" SPAN("lowered", "a") "]</tbl>",
     "[20 1|500m2|5 a]"},
    {"not raised", "<tbl>[20" SPAN("level", "1") "]</tbl>", "[201]"},
    {"crossed out within the same", "<tbl>[1" SPAN("crossed", "2" SPAN("hidden", "3") "4") "5]</tbl>", "[~~15]"},
    {"letters that are pictures",
     "<tbl>[" SPAN("pictures", "\xEF\x83\xBE") "优 " SPAN("pictures", "\xC2\xA8") "良]</tbl>", "[☑优 □良]"},
    {"pronunciation",
     P("<text:ruby><text:ruby-base>绩效</text:ruby-base><text:ruby-text>ji</text:ruby-text></text:ruby>"), "<绩效>"},
    {"notes and remarks",
     P("a<text:note><text:note-citation>1</text:note-citation><text:note-body>" P(
         "x") "</text:note-body></text:note>b"
              "<office:annotation>" P("y") "</office:annotation>c"),
     "<abc>"},
    {"what floats",
     P("a<draw:frame><draw:text-box>" P("x") "</draw:text-box></draw:frame><draw:custom-shape>" P(
         "y") "</draw:custom-shape>b"),
     "<ab>"},
    {"old versions",
     "<text:tracked-changes><text:changed-region><text:deletion>" P(
         "x") "</text:deletion></text:changed-region></text:tracked-changes>" P("a<text:change-start/"
                                                                                ">b<text:change-end/>"),
     "<ab>"},
    {"controls",
     P("a<loext:content-control>b</loext:content-control><loext:content-control loext:showing-place-holder='true'>点击"
       "</loext:content-control><text:placeholder>c</text:placeholder>"),
     "<ab>"},
    {"contents", "<text:table-of-content><text:index-body>" P("x") "</text:index-body></text:table-of-content>" P("a"),
     "<a>"},
    {"hidden sections",
     "<text:section text:display='none'>" P("x") "</text:section><text:section text:display='condition' "
                                                 "text:is-hidden='true'>" P("y") "</text:section>" P(
                                                     "a<text:hidden-text text:is-hidden='true'>z</text:hidden-text>"),
     "<a>"},
    {"blank cells stay", "<tbl>[][a]¦[b][]</tbl>", "[|a/b|]"},
    {"a cell over columns", "<tbl>" CELL("table:number-columns-spanned='2'", P("a")) COVERED "[b]¦[c][d][e]</tbl>",
     "[a|<|b/c|d|e]"},
    {"a cell over rows", "<tbl>" CELL("table:number-rows-spanned='2'", P("a")) "[b]¦" COVERED "[c]¦[d][e]</tbl>",
     "[a|b/^|c/d|e]"},
    {"heading rows and groups of rows",
     "<table:table><table:table-header-rows><table:table-row>[a]</table:table-row></table:table-header-rows>"
     "<table:table-row-group><table:table-rows><table:table-row>[b]</table:table-row></table:table-rows>"
     "</table:table-row-group></table:table>",
     "[a/b]"},
    {"cells repeated", "<tbl>" CELL("table:number-columns-repeated='3'", P("a")) "[b]</tbl>", "[a|a|a|b]"},
    {"blank cells repeated", "<tbl>[a]" CELL("table:number-columns-repeated='2'", "") "[b]</tbl>", "[a|||b]"},
    {"rows repeated",
     "<table:table><table:table-row table:number-rows-repeated='3'>[a][b]</table:table-row><table:table-row>[c]"
     "</table:table-row></table:table>",
     "[a|b/a|b/a|b/c|]"},
    {"rows with blanks within repeated",
     "<table:table><table:table-row table:number-rows-repeated='2'>[a]" CELL(
         "table:number-columns-repeated='2'",
         "") "[b]</table:table-row><table:table-row>[c]</table:table-row></table:table>",
     "[a|||b/a|||b/c|||]"},
    {"blank rows repeated",
     "<table:table><table:table-row>[a]</table:table-row><table:table-row table:number-rows-repeated='3'>[]"
     "</table:table-row><table:table-row>[c]</table:table-row></table:table>",
     "[a////c]"},
    {"a million blanks at the end cost nothing",
     "<table:table><table:table-row>[a]" CELL(
         "table:number-columns-repeated='1000000'",
         "") "</table:table-row><table:table-row "
             "table:number-rows-repeated='1000000'>[]</table:table-row></table:table>",
     "[a|/|]"},
    {"a value without its text", "<tbl>" CELL("office:value-type='float' office:value='12.50'", "") "[b]</tbl>",
     "[12.5|b]"},
    {"a table within a value", "<tbl>[a][b][c]¦[d]" CELL("", "<tbl>[1][2]</tbl>" P("")) "[e]</tbl>",
     "[1|2][a|b|c/d||e]"},
    {"a table for layout", "<tbl>" CELL("", P("题") "<tbl>[a][b][c]</tbl>" P("注")) "</tbl>", "<题>[a|b|c]<注>"},
    {"cells without a table", CELL("", P("a")), "<a>"},
    {"cells without a row", "<table:table>[a][b]</table:table>", "[a|b]"},
    {"many cells by repetition",
     "<table:table><table:table-row table:number-rows-repeated='9999999'>" CELL(
         "table:number-columns-repeated='9999'", P("a")) "</table:table-row></table:table>",
     "", FUHE_PROBLEM_LIMIT_CELLS},
    {"many columns by repetition", "<tbl>" CELL("table:number-columns-repeated='16385'", P("a")) "</tbl>", "",
     FUHE_PROBLEM_LIMIT_COLUMNS},
    {"many rows by repetition",
     "<table:table><table:table-row table:number-rows-repeated='16777216'>[]</table:table-row><table:table-row>[a]"
     "</table:table-row></table:table>",
     "", FUHE_PROBLEM_LIMIT_CELLS},
};

#define SHEET(rows) "<table:table table:name='表'>" rows "</table:table>"
#define ROW(repeats, cells) "<table:table-row table:number-rows-repeated='" repeats "'>" cells "</table:table-row>"
#define BLANKS(count) "<table:table-cell table:number-columns-repeated='" count "'/>"

static const struct body_case sheet_cases[] = {
    {"a sheet", "<tbl>[a][b]¦[1][2]</tbl>", "[a|b/1|2]"},
    {"two sheets", "<tbl>[a]</tbl><tbl>[b]</tbl>", "[a][b]"},
    {"a blank sheet", "<tbl>[][]</tbl><tbl>[b]</tbl>", "[b]"},
    {"a hidden sheet",
     "<table:table table:style-name='hidden'><table:table-row>[x]</table:table-row></table:table><tbl>[a]"
     "</tbl>",
     "[a]"},
    {"a style of the same name",
     "<table:table table:style-name='crossed'><table:table-row>[a]</table:table-row>"
     "</table:table>",
     "[a]"},
    {"text shown, not the value",
     "<tbl>" CELL("office:value-type='percentage' office:value='0.9765'", P("97.65%")) "</tbl>", "[97.65%]"},
    {"values without text",
     "<tbl>" CELL("office:value-type='float' office:value='20'", "")
         CELL("office:value-type='percentage' office:value='0.825'", "")
             CELL("office:value-type='date' office:date-value='2024-12-31'", "")
                 CELL("office:value-type='string' office:string-value='甲'", "")
                     CELL("office:value-type='boolean' office:boolean-value='true'", "") "</tbl>",
     "[20|82.50%|2024-12-31|甲|true]"},
    {"paragraphs in a cell", "<tbl>" CELL("", P("年初") P("预算数")) "</tbl>", "[年初 预算数]"},
    {"crossed out in part", "<tbl>[" SPAN("crossed", "30") "20]</tbl>", "[~~20]"},
    {"crossed out as a whole",
     "<tbl>" CELL("table:style-name='crossed' office:value='9'", "")
         CELL("table:style-name='crossed' table:number-columns-repeated='2'", P("a") P("b")) "[8]</tbl>",
     "[~~9~~|~~a b~~|~~a b~~|8]"},
    {"not crossed out within", "<tbl>" CELL("table:style-name='crossed'", P("90" SPAN("stands", "95"))) "</tbl>",
     "[~~95]"},
    {"blanks in front", SHEET(ROW("2", BLANKS("1024")) ROW("1", BLANKS("2") "[a]")), "[||/||/||a]"},
    {"blanks at the end", SHEET(ROW("1", "[a]" BLANKS("16383")) ROW("1048575", BLANKS("16384"))), "[a]"},
    {"rows repeated", SHEET(ROW("3", "[a][b]") ROW("1", "[c]")), "[a|b/a|b/a|b/c|]"},
    {"cells repeated", SHEET(ROW("2", CELL("table:number-columns-repeated='2'", P("a")))), "[a|a/a|a]"},
    {"merged cells",
     "<tbl>" CELL("table:number-columns-spanned='2' table:number-rows-spanned='2'", P("a")) COVERED
     "[b]¦<table:covered-table-cell table:number-columns-repeated='2'/>[c]¦[d][e][f]</tbl>",
     "[a|<|b/^|^|c/d|e|f]"},
    {"text under merged cells",
     "<tbl>" CELL("table:number-columns-spanned='2'",
                  P("a")) "<table:covered-table-cell>" P("x") "</table:covered-table-cell>[b]</tbl>",
     "[a|<|b]"},
    {"merged rows repeated", SHEET(ROW("2", CELL("table:number-columns-spanned='2'", P("a")) COVERED "[b]")),
     "[a|<|b/a|<|b]"},
    {"remarks, drawings, links, checks, old versions",
     "<table:content-validations><text:p>x</text:p></table:content-validations>"
     "<table:tracked-changes><table:table-cell><text:p>x</text:p></table:table-cell></table:tracked-changes>"
     "<table:table><table:shapes><text:p>x</text:p></table:shapes><table:table-row><table:table-cell>"
     "<office:annotation><text:p>x</text:p></office:annotation><text:p>a</text:p>"
     "<draw:frame><text:p>x</text:p></draw:frame></table:table-cell></table:table-row></table:table>"
     "<table:dde-links><tbl>[x]</tbl></table:dde-links>",
     "[a]"},
    {"a sheet within a sheet", "<tbl>[a]" CELL("", "<tbl>[x]</tbl>" P("b")) "</tbl>", "[a|b]"},
    {"text outside", P("x") "<table:table-row>[x]</table:table-row>", ""},
    {"a million cells with text",
     SHEET(ROW("1000", "<table:table-cell table:number-columns-repeated='1001'>" P("a") "</table:table-cell>")), "",
     FUHE_PROBLEM_LIMIT_CELLS},
    {"ever more rows with text", SHEET(ROW("16777216", "[a]")), "", FUHE_PROBLEM_LIMIT_CELLS},
    {"far down", SHEET(ROW("16777216", BLANKS("1")) ROW("16777216", BLANKS("1")) ROW("1", "[a]")), "",
     FUHE_PROBLEM_LIMIT_CELLS},
    {"far to the right", SHEET(ROW("1", BLANKS("4294967295") BLANKS("4294967295") "[a]")), "",
     FUHE_PROBLEM_LIMIT_COLUMNS},
    {"far apart", SHEET(ROW("1", "[a]") ROW("9999", BLANKS("1")) ROW("1", BLANKS("9999") "[b]")), "",
     FUHE_PROBLEM_LIMIT_CELLS},
};

/* --- documents ---------------------------------------------------------------------------------------------------- */

#define HEAD                                                                                                           \
    "<office:document-content xmlns:office='o' xmlns:style='y' xmlns:text='t' xmlns:table='a' xmlns:draw='d' "         \
    "xmlns:loext='l'>"                                                                                                 \
    "<office:automatic-styles><style:style style:name='hidden' style:family='table'><style:table-properties "          \
    "table:display='false'/></style:style><style:style style:name='shown' style:family='table'>"                       \
    "<style:table-properties table:display='true'/></style:style>" CROSSING("text") CROSSING("table-cell")             \
        CROSSING("paragraph") TEXT_STYLE("stands", "text-line-through-style", "none")                                  \
            TEXT_STYLE("hidden", "display", "none") TEXT_STYLE("raised", "text-position", "super 58%")                 \
                TEXT_STYLE("lowered", "text-position", "-20% 58%") TEXT_STYLE("level", "text-position", "0% 100%")     \
                    TEXT_STYLE("pictures", "font-name", "Wingdings") "</office:automatic-styles><office:body>"
#define CROSSING(family)                                                                                               \
    "<style:style style:name='crossed' style:family='" family "'><style:text-properties "                              \
    "style:text-line-through-style='solid' style:text-line-through-type='single'/></style:style>"
#define OASIS "application/vnd.oasis.opendocument."
#define TEXT_STYLE(name, attribute, value)                                                                             \
    "<style:style style:name='" name "' style:family='text'><style:text-properties style:" attribute "='" value        \
    "'/></style:style>"

static const struct shorthand signs[] = {
    {TEXT("[]"), TEXT("<table:table-cell/>")},
    {TEXT("["), TEXT("<table:table-cell><text:p>")},
    {TEXT("]"), TEXT("</text:p></table:table-cell>")},
    {TEXT("¦"), TEXT("</table:table-row><table:table-row>")},
    {TEXT("<tbl>"), TEXT("<table:table><table:table-column/><table:table-row>")},
    {TEXT("</tbl>"), TEXT("</table:table-row></table:table>")},
};

static const struct shorthands shorthands = {signs, sizeof signs / sizeof signs[0]};

/* name and content of a part that says what the whole is, and one more part, "" for none. */
static fuhe_text make_document(const char *body, const char *name, const char *content, const char *more) {
    static char part[65536];
    size_t length = (size_t)snprintf(part, sizeof part, "%s", HEAD);

    shorthand_write(&shorthands, body, part, sizeof part, &length);
    length += (size_t)snprintf(part + length, sizeof part - length, "</office:body></office:document-content>");
    const struct archive_part parts[] = {
        {name, fuhe_text_of(content)}, {"content.xml", {part, length}}, {more, {"", 0}}};
    return archive_make(parts, more[0] == '\0' ? 2 : 3);
}

static void text_is_read(void **state) {
    const struct body_case *row = *state;

    document_text_check(make_document(row->body, "mimetype", OASIS "text", ""), &fuhe_door_odt, row->expected,
                        row->problem);
}

static void workbook_is_read(void **state) {
    const struct body_case *row = *state;

    document_text_check(make_document(row->body, "mimetype", OASIS "spreadsheet", ""), &fuhe_door_ods, row->expected,
                        row->problem);
}

static void hidden_sheets_are_counted(void **state) {
    const fuhe_text bytes =
        make_document("<table:table table:style-name='hidden'/><table:table table:style-name='shown' "
                      "table:name='表1'><table:table-row>[a]</table:table-row></table:table>",
                      "mimetype", OASIS "spreadsheet", "");
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;

    (void)state;
    fuhe_door_document_begin(&document, arena);
    assert_int_equal(fuhe_door_ods.read(bytes, &document, NULL), FUHE_STATUS_OK);
    assert_int_equal(document.hidden_sheets, 1);
    assert_int_equal(document.block_count, 1);
    assert_true(fuhe_text_equals(document.blocks[0].grid.sheet, FUHE_TEXT("表1")));
    fuhe_arena_free(arena);
    free((void *)(uintptr_t)bytes.bytes);
}

#define BOX(text) "<draw:frame><draw:text-box>" text "</draw:text-box></draw:frame>"

static void text_boxes_are_counted(void **state) {
    const fuhe_text bytes =
        make_document(P("a" BOX(P("b") P("c")) BOX(P(" "))) BOX(P("d")) P("e"), "mimetype", OASIS "text", "");
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;

    (void)state;
    fuhe_door_document_begin(&document, arena);
    assert_int_equal(fuhe_door_odt.read(bytes, &document, NULL), FUHE_STATUS_OK);
    assert_int_equal(document.text_boxes, 2);
    fuhe_arena_free(arena);
    free((void *)(uintptr_t)bytes.bytes);
}

/* --- kinds --- */

#define MANIFEST "META-INF/manifest.xml"
#define ENTRY(path, type, content)                                                                                     \
    "<m:manifest xmlns:m='m'><m:file-entry m:full-path='" path "' m:media-type='" type "'>" content                    \
    "</m:file-entry></m:manifest>"

struct kind_case {
    const char *name;
    const char *part;
    const char *content;
    const char *more;
    const struct fuhe_door *door;
    enum fuhe_problem problem;
};

static const struct kind_case kind_cases[] = {
    {"a workbook", "mimetype", OASIS "spreadsheet", "", &fuhe_door_ods},
    {"a template of workbooks", "mimetype", OASIS "spreadsheet-template", "", &fuhe_door_ods},
    {"a text", "mimetype", OASIS "text", "", &fuhe_door_odt},
    {"a template of texts", "mimetype", OASIS "text-template", "", &fuhe_door_odt},
    {"a drawing", "mimetype", OASIS "graphics", "", NULL, FUHE_PROBLEM_INTAKE_OFFICE},
    {"without mimetype", MANIFEST, ENTRY("/", OASIS "text", ""), "", &fuhe_door_odt},
    {"without mimetype, with an object", MANIFEST, ENTRY("Object 1/", OASIS "text", ""), "", NULL,
     FUHE_PROBLEM_INTAKE_ARCHIVE},
    {"a manifest that is none", MANIFEST, "x", "", NULL, FUHE_PROBLEM_INTAKE_ARCHIVE},
    {"locked", MANIFEST, ENTRY("/", OASIS "text", "<m:encryption-data/>"), "", &fuhe_door_odt,
     FUHE_PROBLEM_INTAKE_ENCRYPTED},
    {"locked as a whole", "mimetype", OASIS "spreadsheet", "encrypted-package", &fuhe_door_ods,
     FUHE_PROBLEM_INTAKE_ENCRYPTED},
};

static void kind_is_told(void **state) {
    const struct kind_case *row = *state;
    const fuhe_text bytes = make_document("", row->part, row->content, row->more);
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    struct fuhe_error error = {0};

    const struct fuhe_door *door = fuhe_door_find(bytes, &error);
    assert_ptr_equal(door, row->door);
    fuhe_door_document_begin(&document, arena);
    if (door != NULL) {
        const enum fuhe_status status = door->read(bytes, &document, &error);
        assert_int_equal(status, error.status);
    }
    assert_int_equal(error.problem, row->problem);
    fuhe_arena_free(arena);
    free((void *)(uintptr_t)bytes.bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(hidden_sheets_are_counted),
                                       cmocka_unit_test(text_boxes_are_counted)};
    int failures = RUN_CASES("OpenDocument texts", text_cases, text_is_read);

    failures += RUN_CASES("OpenDocument workbooks", sheet_cases, workbook_is_read);
    failures += RUN_CASES("kinds of OpenDocument", kind_cases, kind_is_told);
    failures += cmocka_run_group_tests_name("sheets", tests, NULL, NULL);
    return failures;
}
