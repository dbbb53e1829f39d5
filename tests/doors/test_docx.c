/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>

#include "doors/door.h"
#include "tests/doors/document_text.h"
#include "tests/doors/shorthand.h"
#include "tests/support/archive.h"

/* The body of a document of Word and what it is read as, see document_text.h. In the body, {text} is a run, [text] a
 * cell with one paragraph, ¦ parts rows: "<tbl>[a][b]¦[c]</tbl>". */
struct body_case {
    const char *name;
    const char *body;
    const char *expected;
};

#define STRIKE "<w:r><w:rPr><w:strike/></w:rPr><w:t>"
#define RAISED "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>"
#define END "</w:t></w:r>"
#define FONT(name) "<w:r><w:rPr><w:rFonts w:ascii='" name "' w:hAnsi='" name "' w:eastAsia='宋体'/></w:rPr><w:t>"
#define PART "<w:tcPr><w:vMerge/></w:tcPr>"
#define FIRST "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
#define CONTROL "<w:sdt><w:sdtPr><w:alias w:val='x'/><w:rPr><w:strike/></w:rPr>"
#define FIELD "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='n'/>"
#define FIELD_END                                                                                                      \
    "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar "                          \
    "w:fldCharType='end'/></w:r>"

#define GRID(one, two, three)                                                                                          \
    "<w:tbl><w:tblGrid><w:gridCol w:w='" #one "'/><w:gridCol w:w='" #two "'/><w:gridCol w:w='" #three "'/></"          \
    "w:tblGrid>"
#define WIDE(text, columns)                                                                                            \
    "<w:tc><w:tcPr><w:gridSpan w:val='" #columns "'/></w:tcPr><w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:tc>"
#define OVER(text, columns, merge)                                                                                     \
    "<w:tc><w:tcPr><w:gridSpan w:val='" #columns "'/><w:vMerge w:val='" merge "'/></w:tcPr><w:p><w:r><w:t>" text       \
    "</w:t></w:r></w:p></w:tc>"

static const struct body_case body_cases[] = {
    {"paragraphs and a table", "<w:p>{一、}{总表}</w:p><tbl>[a][b]¦[1][2]</tbl><w:p>{注}</w:p>",
     "<一、总表>[a|b/1|2]<注>"},
    {"empty paragraphs", "<w:p/><w:p>{ }</w:p><w:p>{a}</w:p>", "<a>"},
    {"paragraphs in a cell", "<tbl><w:tc><w:p>{年初}</w:p><w:p>{预算数}</w:p></w:tc>[b][c]</tbl>", "[年初 预算数|b|c]"},
    {"blank cells stay", "<tbl>[][a]¦[b][]</tbl>", "[|a/b|]"},
    {"breaks and tabs",
     "<tbl><w:tc><w:p>{a}<w:r><w:br/></w:r>{b}<w:r><w:tab/></w:r>{c}<w:r><w:cr/></w:r>{d}</w:p></w:tc>"
     "</tbl>",
     "[a b c d]"},
    {"a break in a paragraph", "<w:p>{a}<w:r><w:br w:type='page'/></w:r>{b}</w:p>", "<a><b>"},
    {"tab stops are no tabs", "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>{a}</w:p>", "<a>"},
    {"a hyphen that does not break", "<w:p>{2024}<w:r><w:noBreakHyphen/></w:r>{12}</w:p>", "<2024-12>"},
    {"a soft hyphen", "<w:p>{ab}<w:r><w:softHyphen/></w:r>{cd}</w:p>", "<abcd>"},
    {"spaces are one", "<w:p>{项目   支出}<w:r><w:t xml:space='preserve'>  </w:t></w:r>{表}</w:p>", "<项目 支出 表>"},
    {"a cell over columns",
     "<tbl><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>{a}</w:p></w:tc>[b]¦[c][d][e]</tbl>", "[a|<|b/c|d|e]"},
    {"a cell over rows",
     "<tbl><w:tc>" FIRST "<w:p>{a}</w:p></w:tc>[b]¦<w:tc>" PART "<w:p/></w:tc>[c]¦<w:tc>" PART "<w:p/></w:tc>[d]</tbl>",
     "[a|b/^|c/^|d]"},
    {"two cells over rows, one below the other",
     "<tbl><w:tc>" FIRST "<w:p>{a}</w:p></w:tc>[b]¦<w:tc>" PART "<w:p/></w:tc>[c]¦<w:tc>" FIRST
     "<w:p>{d}</w:p></w:tc>[e]¦<w:tc>" PART "<w:p/></w:tc>[f]</tbl>",
     "[a|b/^|c/d|e/^|f]"},
    {"a cell over rows and columns",
     "<tbl><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge "
     "w:val='restart'/></w:tcPr><w:p>{a}</w:p></w:tc>[b]¦<w:tc><w:tcPr>"
     "<w:gridSpan w:val='2'/><w:vMerge w:val='continue'/></w:tcPr><w:p/></w:tc>[c]¦[d][e][f]</tbl>",
     "[a|<|b/^|^|c/d|e|f]"},
    {"nothing is on the page of a part of the cell above",
     "<tbl><w:tc>" FIRST "<w:p>{a}</w:p></w:tc>[b][c]¦<w:tc>" PART
     "<w:p>{9}</w:p><tbl>[x][y][z]</tbl></w:tc>[d][e]</tbl>",
     "[a|b|c/^|d|e]"},
    {"a part without a cell above",
     "<tbl>[a][b]¦<w:tc>" PART "<w:p>{c}</w:p></w:tc>[d]¦<w:tc>" PART "<w:p/></w:tc>[e]</tbl>", "[a|b/c|d/^|e]"},
    {"a part that is wider than the cell above",
     "<tbl><w:tc>" FIRST
     "<w:p>{a}</w:p></w:tc>[b]¦<w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p>{c}</w:p>"
     "</w:tc></tbl>",
     "[a|b/c|<]"},
    {"columns left out in front",
     "<tbl>[a][b][c]¦<w:trPr><w:gridBefore w:val='2'/></w:trPr>[d]¦<w:trPr><w:gridAfter "
     "w:val='1'/></w:trPr>[e][f]</tbl>",
     "[a|b|c/||d/e|f|]"},
    {"a gap between borders that do not meet",
     GRID(900, 20, 900) "<w:tr>" WIDE("a", 2) "[b]</w:tr><w:tr>[c]" WIDE("d", 2) "</w:tr></w:tbl>", "[a|b/c|d]"},
    {"gaps and cells over rows",
     GRID(900, 20, 900) "<w:tr>" OVER("a", 2, "restart") "[b]</w:tr><w:tr>" OVER("", 1, "continue")
         WIDE("d", 2) "</w:tr></w:tbl>",
     "[a|b/^|d]"},
    {"a blank cell in a gap", GRID(900, 20, 900) "<w:tr>[a][][b]</w:tr><w:tr>[c]" WIDE("d", 2) "</w:tr></w:tbl>",
     "[a|b/c|d]"},
    {"a cell with text in a gap", GRID(900, 20, 900) "<w:tr>[a][x][b]</w:tr></w:tbl>", "[a|x|b]"},
    {"what is narrow and has text is no gap in other rows either",
     GRID(900, 20, 900) "<w:tr>" WIDE("a", 2) "[b]</w:tr><w:tr>[c]" WIDE("d",
                                                                         2) "</w:tr><w:tr>[e][x][f]</w:tr></w:tbl>",
     "[a|<|b/c|d|</e|x|f]"},
    {"gaps beside one that has text, and in other tables",
     GRID(20, 900, 20) "<w:tr>[x][a][]</w:tr><w:tr>" WIDE("b", 2) "[]</w:tr></w:tbl>" GRID(20, 900, 20) "<w:tr>[]" WIDE(
         "c", 2) "</w:tr></w:tbl>",
     "[x|a/b|<][c]"},
    {"narrow columns", GRID(900, 120, 900) "<w:tr>[a][b][c]</w:tr></w:tbl>", "[a|b|c]"},
    {"one small width for all columns", GRID(100, 100, 100) "<w:tr>[a][][c]</w:tr></w:tbl>", "[a||c]"},
    {"more cells than columns", GRID(900, 20, 900) "<w:tr>" WIDE("a", 2) WIDE("b", 2) "[c]</w:tr></w:tbl>",
     "[a|b|<|c]"},
    {"columns left out in front of a gap",
     GRID(900, 20, 900) "<w:tr>[a]" WIDE("b",
                                         2) "</w:tr><w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>[c]</w:tr></w:tbl>",
     "[a|b/|c]"},
    {"columns without a grid", "<w:tbl><w:gridCol w:w='900'/><w:gridCol w:w='900'/><w:tr>[a][b]</w:tr></w:tbl>",
     "[a|b]"},
    {"what the grid was",
     "<w:tbl><w:tblGrid><w:gridCol w:w='900'/><w:gridCol w:w='20'/><w:tblGridChange><w:tblGrid>"
     "<w:gridCol w:w='9'/></w:tblGrid></w:tblGridChange></w:tblGrid><w:tr>[a][]</w:tr></w:tbl>",
     "[a]"},
    {"a table with a gap within a table with none",
     "<tbl>[a][b][c]¦[d]<w:tc>" GRID(900, 20, 900) "<w:tr>" WIDE("1", 2) "[2]</w:tr></w:tbl></w:tc>[e]</tbl>",
     "[1|2][a|b|c/d||e]"},
    {"a table within a value", "<tbl>[a][b][c]¦[d]<w:tc><tbl>[1][2]</tbl><w:p/></w:tc>[e]</tbl>", "[1|2][a|b|c/d||e]"},
    {"a table for layout", "<tbl><w:tc><w:p>{题}</w:p><tbl>[a][b][c]</tbl><w:p>{注}</w:p></w:tc></tbl>",
     "<题>[a|b|c]<注>"},
    {"parts of cells in a table for layout",
     "<tbl><w:tc>" FIRST "<w:p>{题}</w:p></w:tc>¦<w:tc>" PART
     "<w:p/></w:tc>¦<w:tc><w:p>{一}</w:p><tbl>[a][b][c]</tbl></w:tc>"
     "¦<w:tc>" PART "<w:p>{注}</w:p></w:tc></tbl>",
     "<题><一>[a|b|c]<注>"},
    {"controls, tags and links",
     "<w:p>" CONTROL "</w:sdtPr><w:sdtContent>{a}</w:sdtContent></w:sdt><w:smartTag>{b}</w:smartTag><w:hyperlink>{c}"
     "</w:hyperlink><w:fldSimple w:instr='PAGE'>{d}</w:fldSimple></w:p>",
     "<abcd>"},
    {"controls around rows and cells",
     "<w:tbl>" CONTROL "</w:sdtPr><w:sdtContent><w:tr>" CONTROL
     "</w:sdtPr><w:sdtContent>[a]</w:sdtContent></w:sdt>[b]</w:tr></w:sdtContent></w:sdt></w:tbl>",
     "[a|b]"},
    {"a place holder is blank",
     "<w:tbl><w:tr>" CONTROL
     "<w:showingPlcHdr/></w:sdtPr><w:sdtContent>[单击此处]</w:sdtContent></w:sdt>[b]</w:tr></w:tbl>"
     "<w:p>" CONTROL "<w:showingPlcHdr w:val='0'/></w:sdtPr><w:sdtContent>{c}</w:sdtContent></w:sdt></w:p>",
     "[|b]<c>"},
    {"what changes put in is in", "<w:p>{a}<w:ins>{b}</w:ins><w:moveTo>{c}</w:moveTo></w:p>", "<abc>"},
    {"what changes took out is out",
     "<tbl><w:tc><w:p>{2}<w:del><w:r><w:delText>9</w:delText></w:r>{8}</w:del>{0}<w:moveFrom>{7}</w:moveFrom></w:p></"
     "w:tc>"
     "</tbl>",
     "[20]"},
    {"a deleted row", "<tbl>[a]¦<w:trPr><w:del w:id='1'/></w:trPr>[b]¦<w:trPr><w:ins w:id='2'/></w:trPr>[c]</tbl>",
     "[a/c]"},
    {"a deleted cell", "<tbl>[a]<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr><w:p>{b}</w:p></w:tc>[c]</tbl>", "[a|c]"},
    {"what properties were is not what they are",
     "<tbl><w:trPr><w:trPrChange><w:trPr><w:gridBefore w:val='1'/></w:trPr></w:trPrChange></w:trPr><w:tc><w:tcPr>"
     "<w:tcPrChange><w:tcPr><w:gridSpan w:val='3'/><w:vMerge/></w:tcPr></w:tcPrChange></w:tcPr><w:p>{3}<w:r><w:rPr>"
     "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>0</w:t></w:r></w:p></w:tc>[b]</tbl>",
     "[30|b]"},
    {"hidden text does not run into the rest, and what is crossed out is left out",
     "<tbl><w:tc><w:p>" STRIKE "3" END STRIKE "0" END "{20}</w:p></w:tc><w:tc><w:p>{2}<w:r><w:rPr><w:vanish/></w:rPr>"
     "<w:t>9</w:t></w:r>{0}</w:p></w:tc><w:tc><w:p>{1}<w:r><w:rPr><w:strike "
     "w:val='false'/></w:rPr><w:t>2</w:t></w:r></w:p>"
     "</w:tc></tbl>",
     "[~~20|2 9 0|12]"},
    {"crossed out as a whole",
     "<tbl><w:tc><w:p>" STRIKE "3" END "</w:p><w:p>" STRIKE "0" END "</w:p></w:tc><w:tc><w:p><w:r><w:rPr><w:dstrike/>"
     "</w:rPr><w:t>8</w:t></w:r>{ }</w:p></w:tc>[8]</tbl><w:p>" STRIKE "3" END "{0}</w:p>",
     "[~~3 0~~|~~8~~|8]<30>"},
    {"crossed out in a table for layout", "<tbl><w:tc><w:p>" STRIKE "题" END "</w:p><tbl>[a][b][c]</tbl></w:tc></tbl>",
     "<题>[a|b|c]"},
    {"the mark of a paragraph may be crossed out",
     "<tbl><w:tc><w:p><w:pPr><w:rPr><w:strike/><w:del/></w:rPr></w:pPr>{3}{0}</w:p></w:tc></tbl>", "[30]"},
    {"a number of a note does not run into a number",
     "<tbl><w:tc><w:p>{20}" RAISED "1" END "{5}</w:p></w:tc><w:tc><w:p>{m}" RAISED "2" END "{x}</w:p></w:tc></tbl>",
     "[20 1 5|m2x]"},
    {"formulas",
     "<tbl><w:tc><w:p><m:oMath><m:r><m:t>≥95</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r>"
     "<m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p></w:tc></tbl>",
     "[≥95 1 2]"},
    {"boxes by symbol",
     "<w:p><w:r><w:sym w:font='Wingdings 2' w:char='0052'/></w:r>{优 }<w:r><w:sym w:font='Wingdings 2' "
     "w:char='F0A3'/></w:r>"
     "{良 }<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r><w:r><w:sym w:font='Wingdings' "
     "w:char='F0a8'/></w:r></w:p>",
     "<☑优 □良 ☑□>"},
    {"boxes by font",
     "<w:p>" FONT("Wingdings 2") "R优" END FONT("Wingdings 2") "£" END FONT("Wingdings") "\xEF\x83\xBE" END "{R}</w:p>",
     "<☑优□☑R>"},
    {"signs by font", "<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" FONT("Symbol") "95%" END "</w:p>",
     "<≥95%>"},
    {"a symbol of letters",
     "<w:p><w:r><w:sym w:font='MS Gothic' w:char='2611'/><w:sym w:font='宋体' w:char='00D7'/><w:sym "
     "w:font='宋体' w:char='0041'/></w:r></w:p>",
     "<☑×A>"},
    {"symbols that are not known",
     "<w:p>{a}<w:r><w:sym w:font='Wingdings' w:char='F021'/><w:sym w:font='x' w:char='F021'/><w:sym "
     "w:char='zz'/><w:sym/></w:r>"
     "</w:p>",
     "<a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD>"},
    {"a control with a box",
     "<w:p>" CONTROL "<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr><w:sdtContent>"
     "{☒}</w:sdtContent></w:sdt>{优}</w:p>",
     "<☒优>"},
    {"boxes of old",
     "<w:p>" FIELD "<w:checkBox><w:sizeAuto/><w:default w:val='0'/><w:checked/></w:checkBox>" FIELD_END "{优}" FIELD
     "<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>" FIELD_END "{良}</w:p>",
     "<☑优□良>"},
    {"lists of old",
     "<w:p>" FIELD
     "<w:ddList><w:result w:val='1'/><w:default w:val='2'/><w:listEntry w:val='甲'/><w:listEntry w:val='乙'/>"
     "<w:listEntry w:val='丙'/></w:ddList>" FIELD_END "</w:p>",
     "<乙>"},
    {"the first of a list of old",
     "<w:p>" FIELD "<w:ddList><w:result w:val='0'/><w:default w:val='1'/><w:listEntry w:val='甲'/>"
     "<w:listEntry w:val='乙'/></w:ddList>" FIELD_END FIELD "<w:ddList><w:default w:val='1'/><w:listEntry w:val='甲'/>"
     "<w:listEntry w:val='乙'/></w:ddList>" FIELD_END "</w:p>",
     "<甲乙>"},
    {"fields show what came out",
     "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> =SUM(ABOVE) "
     "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{98}<w:r><w:fldChar "
     "w:fldCharType='end'/></w:r></w:p>",
     "<98>"},
    {"text boxes and pictures are left out",
     "<w:p>{a}<w:r><mc:AlternateContent><mc:Choice "
     "Requires='wps'><w:drawing><w:txbxContent><w:p>{b}</w:p></w:txbxContent><a:t>"
     "c</a:t></w:drawing></mc:Choice><mc:Fallback><w:pict><w:p>{d}</w:p></w:pict></mc:Fallback></mc:AlternateContent></"
     "w:r><w:r>"
     "<w:pict><v:textbox><w:txbxContent><tbl>[e]</tbl></w:txbxContent></v:textbox></w:pict></w:r>{f}</w:p>",
     "<af>"},
    {"how a word is pronounced is left out",
     "<w:p><w:r><w:ruby><w:rt>{pin}</w:rt><w:rubyBase>{拼}</w:rubyBase></w:ruby></w:r>"
     "</w:p>",
     "<拼>"},
    {"notes have text elsewhere", "<w:p>{20}<w:r><w:footnoteReference w:id='2'/></w:r>{元}</w:p>", "<20元>"},
    {"text that is not in the document", "<w:p>a<w:r>b</w:r>{c}</w:p>d", "<c>"},
    {"cells without tables", "<w:tr><w:trPr><w:gridBefore w:val='3'/></w:trPr>[a]</w:tr>", "<a>"},
    {"cells without rows", "<w:tbl>[a][b]</w:tbl>", "[a|b]"},
    {"a table without cells", "<w:tbl><w:tr/></w:tbl><w:p>{a}</w:p>", "<a>"},
};

/* --- a package ---------------------------------------------------------------------------------------------------- */

#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define TOP                                                                                                            \
    RELATIONS "<Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"        \
              "officeDocument' Target='/word/document.xml'/></Relationships>"
#define TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define OTHERS " xmlns:m='m' xmlns:mc='mc' xmlns:v='v' xmlns:a='a' xmlns:w14='w14' xmlns:o='o'>"

static const struct shorthand signs[] = {
    {TEXT("{"), TEXT("<w:r><w:rPr><w:sz w:val='24'/></w:rPr><w:t>")},
    {TEXT("}"), TEXT("</w:t></w:r>")},
    {TEXT("["), TEXT("<w:tc><w:tcPr><w:tcW w:w='9'/></w:tcPr><w:p><w:pPr/><w:r><w:t>")},
    {TEXT("]"), TEXT("</w:t></w:r></w:p></w:tc>")},
    {TEXT("¦"), TEXT("</w:tr><w:tr>")},
    {TEXT("<tbl>"), TEXT("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>")},
    {TEXT("</tbl>"), TEXT("</w:tr></w:tbl>")},
};

static const struct shorthands shorthands = {signs, sizeof signs / sizeof signs[0]};

static fuhe_text make_document(const char *body, const char *name_space, const char *type) {
    static char part[65536];
    size_t length = (size_t)snprintf(part, sizeof part, "<w:document xmlns:w='%s'" OTHERS "<w:body>", name_space);

    shorthand_write(&shorthands, body, part, sizeof part, &length);
    length += (size_t)snprintf(part + length, sizeof part - length,
                               "<w:sectPr><w:headerReference/></w:sectPr></w:body></w:document>");
    const struct archive_part parts[] = {
        {"[Content_Types].xml", fuhe_text_of(type)}, {"_rels/.rels", TEXT(TOP)}, {"word/document.xml", {part, length}}};
    return archive_make(parts, sizeof parts / sizeof parts[0]);
}

static void body_is_read(void **state) {
    const struct body_case *row = *state;
    const fuhe_text bytes = make_document(row->body, TRANSITIONAL, WORD "document.main+xml");

    document_text_check(bytes, &fuhe_door_docx, row->expected, FUHE_PROBLEM_NONE);
}

/* The type of the main part, and the name space it is written in. */
struct kind_case {
    const char *name;
    const char *type;
    const char *name_space;
};

static const struct kind_case kind_cases[] = {
    {"strict", WORD "document.main+xml", STRICT},
    {"a template", WORD "template.main+xml", TRANSITIONAL},
    {"with macros", "application/vnd.ms-word.document.macroEnabled.main+xml", TRANSITIONAL},
    {"a template with macros", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml", TRANSITIONAL},
};

static void kind_is_read(void **state) {
    const struct kind_case *row = *state;

    document_text_check(make_document("<tbl>[a][b]</tbl>", row->name_space, row->type), &fuhe_door_docx, "[a|b]",
                        FUHE_PROBLEM_NONE);
}

/* --- counted, limited --------------------------------------------------------------------------------------------- */

/* Four documents, beside a formula that is kept as one; a box twice over for programs of old, a box within a box, and
 * one without text. */
static void what_is_left_out_is_counted(void **state) {
    const fuhe_text bytes = make_document(
        "<w:altChunk/><w:p><w:subDoc/>{a}</"
        "w:p><w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>{b}"
        "</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{b}</w:p></"
        "w:txbxContent>"
        "</w:pict></mc:Fallback></"
        "mc:AlternateContent><w:pict><w:txbxContent><w:p>{c}<w:r><w:pict><w:txbxContent><w:p>{d}"
        "</w:p></w:txbxContent></w:pict></w:r></w:p></w:txbxContent></w:pict><w:drawing><w:txbxContent><w:p>{ }</w:p>"
        "</w:txbxContent></w:drawing><w:drawing><a:t>e</a:t></w:drawing></w:r></w:p>"
        "<w:p><w:r><w:object><v:shape/><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r></w:p>"
        "<w:p><w:r><w:object><v:shape/><o:OLEObject ProgID='Equation.DSMT4'/></w:object></w:r></w:p>"
        "<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>",
        TRANSITIONAL, "wordprocessingml.document.main+xml");
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;

    (void)state;
    fuhe_door_document_begin(&document, arena);
    assert_int_equal(fuhe_door_docx.read(bytes, &document, NULL), FUHE_STATUS_OK);
    assert_int_equal(document.embedded_documents, 4);
    assert_int_equal(document.text_boxes, 2);
    fuhe_arena_free(arena);
    free((void *)(uintptr_t)bytes.bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_left_out_is_counted)};
    int failures = RUN_CASES("documents of Word", body_cases, body_is_read);

    failures += RUN_CASES("kinds of documents of Word", kind_cases, kind_is_read);
    failures += cmocka_run_group_tests_name("left out of documents of Word", tests, NULL, NULL);
    return failures;
}
