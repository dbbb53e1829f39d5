/* SPDX-License-Identifier: Apache-2.0 */
#include "fill/sheet.h"
#include "tests/support/cases.h"

/* A value written into a sheet: "row 1, column 3" is D2. */
struct sheet_case {
    const char *name;
    struct fuhe_write write;
    const char *sheet;
    const char *expected; /* NULL: refused */
    size_t formulas;
};

#define NUMBER(to_row, to_column, digits)                                                                              \
    {                                                                                                                  \
        .kind = FUHE_WRITE_NUMBER, .row = (to_row), .column = (to_column), .text = {(digits), sizeof(digits) - 1},     \
        .like_row = (to_row)                                                                                           \
    }
#define WORD(to_row, to_column, word)                                                                                  \
    {                                                                                                                  \
        .kind = FUHE_WRITE_WORD, .row = (to_row), .column = (to_column), .text = {(word), sizeof(word) - 1},           \
        .like_row = (to_row)                                                                                           \
    }
#define BELOW(to_row, to_column, digits)                                                                               \
    {                                                                                                                  \
        .kind = FUHE_WRITE_NUMBER, .row = (to_row), .column = (to_column), .in_new_row = true,                         \
        .text = {(digits), sizeof(digits) - 1}, .like_row = (to_row)                                                   \
    }

#define HEADING(to_column)                                                                                             \
    {                                                                                                                  \
        .kind = FUHE_WRITE_HEADING, .row = 0, .column = (to_column), .text = { "a", 1 }                                \
    }
#define COLUMNED(columns) "<x><cols>" columns "</cols><sheetData><row r='1'>"
#define COLUMNS(columns) COLUMNED(columns) "</row></sheetData></x>"
#define HEADED(letter)                                                                                                 \
    "<c r=\"" #letter "1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">a</t></is></c></row></sheetData></x>"

static const struct sheet_case sheet_cases[] = {
    {"a blank cell keeps its style", NUMBER(0, 1, "5"),
     "<x><sheetData><row r='1'><c r='A1' s='3'/><c r='B1' s='7'/></row></sheetData></x>",
     "<x><sheetData><row r='1'><c r='A1' s='3'/><c r=\"B1\" s=\"7\"><v>5</v></c></row></sheetData></x>"},
    {"a cell that is not there looks like the other", NUMBER(0, 1, "5"),
     "<x><sheetData><row r='1'><c r='A1' s='3'/><c r='C1'/></row></sheetData></x>",
     "<x><sheetData><row r='1'><c r='A1' s='3'/><c r=\"B1\" s=\"3\"><v>5</v></c><c r='C1'/></row></sheetData></x>"},
    {"a cell without a style, too", NUMBER(0, 1, "5"),
     "<x><sheetData><row r='1'><c r='A1' s='3'/><c r='B1'></c></row></sheetData></x>",
     "<x><sheetData><row r='1'><c r='A1' s='3'/><c r=\"B1\" s=\"3\"><v>5</v></c></row></sheetData></x>"},
    {"at the end of its row", NUMBER(1, 3, "0.82"),
     "<x><sheetData><row r='1'/><row r='2'><c r='A2'><v>1</v></c></row></sheetData></x>",
     "<x><sheetData><row r='1'/><row r='2'><c r='A2'><v>1</v></c><c r=\"D2\"><v>0.82</v></c></row></sheetData></x>"},
    {"a row without cells", NUMBER(0, 1, "5"), "<x><sheetData><row r='1'/></sheetData></x>",
     "<x><sheetData><row r='1'><c r=\"B1\"><v>5</v></c></row></sheetData></x>"},
    {"cells that do not say where they are", NUMBER(1, 2, "5"),
     "<x><sheetData><row><c/></row><row><c/><c/><c s='4'/></row></sheetData></x>",
     "<x><sheetData><row><c/></row><row><c/><c/><c r=\"C2\" s=\"4\"><v>5</v></c></row></sheetData></x>"},
    {"text stands in the cell", WORD(0, 0, "a<b"),
     "<x><sheetData><row r='1'><c r='A1' t='s'><v>9</v></c></row></sheetData></x>",
     "<x><sheetData><row r='1'><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">a&lt;b</t></is></c></row>"
     "</sheetData></x>"},
    {"elements have the prefix of the sheet", WORD(0, 0, "a"),
     "<x:x><x:sheetData><x:row r='1'><x:c r='A1'/></x:row></x:sheetData></x:x>",
     "<x:x><x:sheetData><x:row r='1'><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">a</x:t></x:is>"
     "</x:c></x:row></x:sheetData></x:x>"},
    {"a formula is left alone", NUMBER(0, 0, "5"),
     "<x><sheetData><row r='1'><c r='A1'><f>B1</f></c></row></sheetData></x>",
     "<x><sheetData><row r='1'><c r='A1'><f>B1</f></c></row></sheetData></x>", 1},
    {"one of the cells that a formula fills", NUMBER(1, 0, "5"),
     "<x><sheetData><row r='1'><c r='A1'><f t='array' ref='A1:A2'>B1:B2</f></c></row><row r='2'><c r='A2'/></row>"
     "</sheetData></x>",
     "<x><sheetData><row r='1'><c r='A1'><f t='array' ref='A1:A2'>B1:B2</f></c></row><row r='2'><c r='A2'/></row>"
     "</sheetData></x>",
     1},
    {"beside cells that share a formula", NUMBER(1, 0, "5"),
     "<x><sheetData><row r='1'><c r='A1'><f t='shared' si='0' ref='A1:A3'>B1</f></c></row><row r='2'><c r='A2'/></row>"
     "</sheetData></x>",
     "<x><sheetData><row r='1'><c r='A1'><f t='shared' si='0' ref='A1:A3'>B1</f></c></row><row r='2'><c "
     "r=\"A2\"><v>5</v></c></row></sheetData></x>"},
    {"a new column", HEADING(2), "<x><sheetData><row r='1'/></sheetData></x>",
     "<x><cols><col min=\"3\" max=\"3\" width=\"11\" customWidth=\"1\"/></cols><sheetData><row r='1'>" HEADED(C)},
    {"behind all that is said of columns", HEADING(2), COLUMNS("<col min='1' max='2'/>"),
     COLUMNED("<col min='1' max='2'/><col min=\"3\" max=\"3\" width=\"11\" customWidth=\"1\"/>") HEADED(C)},
    {"between", HEADING(2), COLUMNS("<col min='1' max='2'/><col min='4' max='9'/>"),
     COLUMNED("<col min='1' max='2'/><col min=\"3\" max=\"3\" width=\"11\" customWidth=\"1\"/><col min='4' "
              "max='9'/>") HEADED(C)},
    {"among columns that are hidden", HEADING(2), COLUMNS("<col hidden='1' max='9' min='2' style='3'></col>"),
     COLUMNED("<col hidden='1' max='2' min='2' style='3'></col><col min=\"3\" max=\"3\" width=\"11\" "
              "customWidth=\"1\"/><col hidden='1' max='9' min='4' style='3'></col>") HEADED(C)},
    {"a hidden one alone", HEADING(2), COLUMNS("<col min='3' max='3' hidden='true'/>"),
     COLUMNED("<col min=\"3\" max=\"3\" width=\"11\" customWidth=\"1\"/>") HEADED(C)},
    {"one that has its width", HEADING(2), COLUMNS("<col min='3' max='3' width='20'/>"),
     COLUMNED("<col min='3' max='3' width='20'/>") HEADED(C)},
    {"how far a row and the sheet reach", NUMBER(0, 2, "5"),
     "<x><dimension ref='A1:B1'/><sheetData><row r='1' spans='1:2'><c r='A1'/></row></sheetData></x>",
     "<x><dimension ref='A1:C1'/><sheetData><row r='1' spans='1:3'><c r='A1'/><c r=\"C1\"><v>5</v></c></row>"
     "</sheetData></x>"},
    {"a new row", BELOW(0, 0, "5"),
     "<x><dimension ref=\"A1:B1\"/><sheetData><row r='1'><c r='A1' s='2'/></row><row r='3'/></sheetData></x>",
     "<x><dimension ref=\"A1:B2\"/><sheetData><row r='1'><c r='A1' s='2'/></row><row r=\"2\"><c r=\"A2\" "
     "s=\"2\"><v>5</v>"
     "</c></row><row r='3'/></sheetData></x>"},
    {"a new row that is there", BELOW(0, 0, "5"), "<x><sheetData><row r='1'/><row r='2' ht='9'/></sheetData></x>",
     "<x><sheetData><row r='1'/><row r='2' ht='9'><c r=\"A2\"><v>5</v></c></row></sheetData></x>"},
    {"rows out of order", NUMBER(0, 0, "5"), "<x><sheetData><row r='1'/><row r='1'/></sheetData></x>", NULL},
    {"no such row", NUMBER(5, 0, "5"), "<x><sheetData><row r='1'/></sheetData></x>", NULL},
    {"no sheet", NUMBER(0, 0, "5"), "<x/>", NULL},
    {"a place that is none", NUMBER(0, 0, "5"), "<x><sheetData><row r='1'><c r='1A'/></row></sheetData></x>", NULL},
    {"another encoding", NUMBER(0, 0, "5"),
     "<?xml version='1.0' encoding='GBK'?><x><sheetData><row r='1'><c r='A1'/></row></sheetData></x>", NULL},
};

static void writes(void **state) {
    const struct sheet_case *row = *state;
    const fuhe_text sheet = fuhe_text_of(row->sheet);
    struct fuhe_splices splices = {.arena = fuhe_arena_new()};
    struct fuhe_xlsx_texts formats = {0};
    struct fuhe_styles styles = {.formats = &formats};
    struct fuhe_text_builder builder = {0};
    struct fuhe_write write = row->write;
    size_t formulas = 0;

    assert_non_null(splices.arena);
    const enum fuhe_status status = fuhe_fill_sheet(sheet, &write, 1, &styles, &splices, &formulas);
    assert_int_equal(status, row->expected == NULL ? FUHE_STATUS_UNREADABLE : FUHE_STATUS_OK);
    if (row->expected != NULL) {
        assert_true(fuhe_splices_apply(&splices, sheet, &builder));
        fuhe_text_builder_add(&builder, (fuhe_text){"", 1});
        assert_string_equal(builder.bytes, row->expected);
        assert_int_equal(formulas, row->formulas);
    }
    fuhe_text_builder_release(&builder);
    fuhe_arena_free(splices.arena);
}

/* --- styles --- */

static const char stylesheet[] = "<styleSheet><cellXfs count=\"2\"><xf numFmtId=\"1\"/>"
                                 "<xf numFmtId=\"9\"><alignment horizontal=\"left\"/></xf></cellXfs></styleSheet>";

struct style_case {
    const char *name;
    const char *number; /* NULL: text of several lines */
    uint32_t style;
    uint32_t expected;
    const char *added;
};

static const struct style_case style_cases[] = {
    {"a whole number fits", "5", 0, 0, ""},
    {"decimals would be lost", "0.82", 0, 2, "<xf numFmtId=\"0\"/>"},
    {"percent would say something else", "5", 1, 2, "<xf numFmtId=\"0\"><alignment horizontal=\"left\"/></xf>"},
    {"lines are broken", NULL, 0, 2,
     "<xf numFmtId=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>"},
    {"beside what is said of them", NULL, 1, 2,
     "<xf numFmtId=\"9\" applyAlignment=\"1\"><alignment horizontal=\"left\" wrapText=\"1\"/></xf>"},
    {"a style that is not there", "0.5", 7, 7, ""},
};

static void derives(void **state) {
    const struct style_case *row = *state;
    const fuhe_text markup = FUHE_TEXT(stylesheet);
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_xlsx_shared codes[] = {{.text = FUHE_TEXT("0")}, {.text = FUHE_TEXT("0%")}};
    const struct fuhe_xlsx_texts formats = {codes, 2, 2};
    struct fuhe_styles styles = {.part = "styles.xml", .formats = &formats};
    uint32_t found = 99;

    assert_non_null(arena);
    assert_int_equal(fuhe_styles_read(&styles, arena, markup), FUHE_STATUS_OK);
    for (int twice = 0; twice < 2; twice++) {
        assert_int_equal(row->number == NULL
                             ? fuhe_styles_for_prose(&styles, row->style, &found)
                             : fuhe_styles_for_number(&styles, row->style, fuhe_text_of(row->number), &found),
                         FUHE_STATUS_OK);
        assert_int_equal(found, row->expected);
    }
    assert_int_equal(styles.splices.count, row->added[0] == '\0' ? 0 : 1);
    if (styles.splices.count > 0) {
        assert_true(fuhe_text_equals(styles.splices.items[0].text, fuhe_text_of(row->added)));
        assert_int_equal(fuhe_styles_end(&styles), FUHE_STATUS_OK);
        assert_true(fuhe_text_equals(styles.splices.items[1].text, FUHE_TEXT("3")));
    }
    fuhe_arena_free(arena);
}

int main(void) {
    return RUN_CASES("cells", sheet_cases, writes) + RUN_CASES("styles", style_cases, derives);
}
