/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doors/door.h"
#include "tests/doors/document_text.h"

/* A document and what it is read as, see document_text.h. */
struct door_case {
    const char *name;
    const char *bytes;
    const char *kind;
    const char *expected;
};

static const struct door_case door_cases[] = {
    {"a pipe table", "| a | b |\n|---|:-:|\n| 1 | 2 |\n", "markdown", "[a|b/1|2]"},
    {"no bar at the end", "| a | b\n| 1 | 2\n", "markdown", "[a|b/1|2]"},
    {"no bar at the start", "a | b | c\n1 | 2 | 3\n", "markdown", "[a|b|c/1|2|3]"},
    {"one bar in a sentence", "a | b\n", "markdown", "<a | b>"},
    {"an escaped bar", "| a \\| b | c |\n", "markdown", "[a | b|c]"},
    {"line breaks and marks", "| 年初<br>预算数 | **总分** | a&nbsp;&lt;&amp; |\n", "markdown",
     "[年初 预算数|总分|a <&]"},
    {"blank cells stay", "| | a | |\n| b | | c |\n", "markdown", "[|a|/b||c]"},
    {"dashes are values", "| a | b |\n|---|---|\n| - | - |\n", "markdown", "[a|b/-|-]"},
    {"drawn rules", "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n", "markdown", "[a|b/1|2]"},
    {"text around", "# 一、总表\n\n| a | b |\n\n- 说明\n> 引文\n", "markdown", "<一、总表>[a|b]<说明><引文>"},
    {"a blank line parts tables", "| a | b |\n\n| c | d |\n", "markdown", "[a|b][c|d]"},
    {"escapes", "12\\. 名称\\*\n", "markdown", "<12. 名称*>"},
    {"carriage returns", "| a | b |\r\n| c | d |\r\n", "markdown", "[a|b/c|d]"},
    {"GBK text", "| \xCF\xEE\xC4\xBF | \xC3\xFB\xB3\xC6 |\n", "markdown", "[项目|名称]"},
    {"UTF-16", "\xFF\xFE\x79\x98\xEE\x76", "markdown", "<项目>"},
    {"byte order mark", "\xEF\xBB\xBF| a | b |\n", "markdown", "[a|b]"},
    {"a table in HTML", "<table><tr><td>a</td><td>b</td></tr><tr><td>1<td>2</table>", "html", "[a|b/1|2]"},
    {"spans", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>", "html", "[a|b|</^|c|d]"},
    {"spans that are no numbers", "<table><tr><td rowspan=x colspan=0>a<td>b</table>", "html", "[a|b]"},
    {"text around a table", "<p>题</p><table><tr><td>a<td>b<td>c</table>注", "html", "<题>[a|b|c]<注>"},
    {"white space", "<table><tr><td> 项\n 目 <td>a\n b<td>x<br>y</table>", "html", "[项目|a b|x y]"},
    {"paragraphs in a cell", "<table><tr><td><p>a</p><p>b</p><td>c<td>d</table>", "html", "[a b|c|d]"},
    {"hidden text does not run into the rest, and what is crossed out is left out",
     "<table><tr><td><s>30</s>20<td><del>1</del>8<td>2<span style='display: none'>9</span>0</table>", "html",
     "[~~20|~~8|2 9 0]"},
    {"crossed out as a whole",
     "<table><tr><td><s>3</s><s>0</s><td style='text-decoration: line-through'><p>a<p>b<td>8<tr "
     "style='text-decoration:line-through'><td>1<td><td>2<tr><td>3</table><p><s>3</s>0",
     "html", "[~~30~~|~~a b~~|8/~~1~~||~~2~~/3||]<30>"},
    {"crossed out without an end", "<table><tr><td><s>30<td>20<tr><td>10</table>", "html", "[~~30~~|20/10|]"},
    {"a number of a note does not run into a number", "<table><tr><td>20<sup>1</sup><td>m<sup>2</sup><td>x</table>",
     "html", "[20 1|m2|x]"},
    {"entities of HTML", "<p>a&nbsp;&lt;&#39033;&amp;</p>", "html", "<a\xC2\xA0<项&>"},
    {"scripts and titles", "<html><title>t</title><script>document.write('<p>x')</script><p>a</html>", "html", "<a>"},
    {"a table for layout", "<table><tr><td>题<table><tr><td>a<td>b<td>c</table></table>", "html", "<题>[a|b|c]"},
    {"a title in the row above", "<table><tr><td>题<tr><td><table><tr><td>a<td>b<td>c</table></table>", "html",
     "<题>[a|b|c]"},
    {"a table within a value", "<table><tr><td>a<td>b<td>c<tr><td>d<td><table><tr><td>1<td>2</table><td>e</table>",
     "html", "[1|2][a|b|c/d||e]"},
    {"cells without rows", "<table><td>a<td>b</table>", "html", "[a|b]"},
    {"tables that are not closed", "<table><tr><td>a<td>b<td>c", "html", "[a|b|c]"},
    {"end tags without beginning", "<p></table></td></tr>x", "html", "<x>"},
    {"a page in GBK that says so", "<html><meta charset=gb2312><p>\xCF\xEE\xC4\xBF</p>", "html", "<项目>"},
    {"a page in GBK that says nothing", "<p>\xCF\xEE\xC4\xBF</p>", "html", "<项目>"},
    {"a page in UTF-8 that says GBK", "<meta charset=gbk><p>项目</p>", "html", "<项目>"},
    {"a table of HTML in a text", "题\n<table><tr><td>a</td><td>b</td><td>c</td></tr></table>\n", "html",
     "<题>[a|b|c]"},
    {"what no XML may hold", "a\xEF\xBF\xBF项\xEF\xBF\xBE\n", "markdown", "<a\xEF\xBF\xBD项\xEF\xBF\xBD>"},
    {"a page without an end", "<p>a<!-- b", "html", "<a>"},
};

static enum fuhe_status read_bytes(fuhe_text bytes, struct fuhe_arena *arena, struct fuhe_door_document *document,
                                   const struct fuhe_door **door, struct fuhe_error *error) {
    *door = fuhe_door_find(bytes, error);
    fuhe_door_document_begin(document, arena);
    return *door == NULL ? error->status : (*door)->read(bytes, document, error);
}

static void door_reads(void **state) {
    const struct door_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    const struct fuhe_door *door;
    struct fuhe_error error = {0};
    struct text_line text;

    assert_int_equal(read_bytes(fuhe_text_of(row->bytes), arena, &document, &door, &error), FUHE_STATUS_OK);
    assert_string_equal(door->kind, row->kind);
    document_text_write(&document, &text);
    assert_string_equal(text.bytes, row->expected);
    fuhe_arena_free(arena);
}

/* --- refused ----------------------------------------------------------------------------------------------------- */

/* before, then `times` times a part. */
struct bad_case {
    const char *name;
    const char *before;
    const char *part;
    size_t times;
    enum fuhe_problem problem;
    uint32_t line;
};

static const struct bad_case bad_cases[] = {
    {"nothing at all", "", "", 0, FUHE_PROBLEM_EMPTY, 0},
    {"nothing but white space", " \n", "", 0, FUHE_PROBLEM_INTAKE_EMPTY, 0},
    {"PDF", "%PDF-1.7\n", "", 0, FUHE_PROBLEM_INTAKE_PDF, 0},
    {"half an archive", "PK\x03\x04", "x", 50, FUHE_PROBLEM_INTAKE_PACKAGE, 0},
    {"an old office document", "\xD0\xCF\x11\xE0\xA1\xB1", "x", 50, FUHE_PROBLEM_INTAKE_OFFICE, 0},
    {"form XML", "<form xmlns=\"urn:fuhe:form:1\"/>", "", 0, FUHE_PROBLEM_INTAKE_FORMS, 0},
    {"control characters", "\x01\x02 table", "", 0, FUHE_PROBLEM_INTAKE_KIND, 0},
    {"a broken byte in UTF-8", "项目名称\n项目\xE5 名称的文字", "", 0, FUHE_PROBLEM_BYTES, 2},
    {"a surrogate in UTF-8", "项目名称\n项目\xED\xA0\x80 名称的文字和更多的文字", "", 0, FUHE_PROBLEM_BYTES, 2},
    {"an overlong form in UTF-8", "项目\xE0\x80\xAF 名称的文字和更多的文字", "", 0, FUHE_PROBLEM_BYTES, 1},
    {"16,385 columns", "|", "a|", 16385, FUHE_PROBLEM_LIMIT_COLUMNS, 1},
    {"16,385 columns of HTML", "<table><tr>", "<td>a", 16385, FUHE_PROBLEM_LIMIT_COLUMNS, 1},
    {"elements too deep", "<html><body>", "<div>", 600, FUHE_PROBLEM_LIMIT_DEPTH, 1},
    {"tables too deep", "<html><body>", "<table><tr><td>", 17, FUHE_PROBLEM_LIMIT_TABLES, 1},
};

static void door_refuses(void **state) {
    const struct bad_case *row = *state;
    const size_t begin = strlen(row->before);
    const size_t part = strlen(row->part);
    char *bytes = malloc(begin + part * row->times + 1);
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    const struct fuhe_door *door;
    struct fuhe_error error = {0};

    assert_non_null(bytes);
    memcpy(bytes, row->before, begin);
    for (size_t i = 0; i < row->times; i++) {
        memcpy(bytes + begin + i * part, row->part, part);
    }
    const fuhe_text text = {bytes, begin + part * row->times};
    assert_int_equal(read_bytes(text, arena, &document, &door, &error), FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.problem, row->problem);
    assert_int_equal(error.line, row->line);
    fuhe_arena_free(arena);
    free(bytes);
}

/* As many columns as are allowed are read. */
static void as_many_columns_as_allowed(void **state) {
    char *bytes = malloc(2 * FUHE_LIMIT_GRID_COLUMNS + 1);
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    const struct fuhe_door *door;
    struct fuhe_error error = {0};

    (void)state;
    assert_non_null(bytes);
    bytes[0] = '|';
    for (size_t i = 0; i < FUHE_LIMIT_GRID_COLUMNS; i++) {
        memcpy(bytes + 1 + 2 * i, "a|", 2);
    }
    assert_int_equal(read_bytes((fuhe_text){bytes, 2 * FUHE_LIMIT_GRID_COLUMNS + 1}, arena, &document, &door, &error),
                     FUHE_STATUS_OK);
    assert_int_equal(document.blocks[0].grid.columns, FUHE_LIMIT_GRID_COLUMNS);
    fuhe_arena_free(arena);
    free(bytes);
}

/* --- places ------------------------------------------------------------------------------------------------------ */

static void a_cell_knows_its_place(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    const struct fuhe_door *door;
    struct fuhe_error error = {0};

    (void)state;
    assert_int_equal(read_bytes(FUHE_TEXT("题\n\n| 项目 |  名称 |\n"), arena, &document, &door, &error),
                     FUHE_STATUS_OK);
    const struct fuhe_grid *grid = &document.blocks[1].grid;
    assert_int_equal(grid->cells[1].place.line, 3);
    assert_int_equal(grid->cells[1].place.column, 9);
    assert_int_equal(document.blocks[0].paragraph.place.line, 1);
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_many_columns_as_allowed),
        cmocka_unit_test(a_cell_knows_its_place),
    };
    int failures = RUN_CASES("doors read", door_cases, door_reads);

    failures += RUN_CASES("doors refuse", bad_cases, door_refuses);
    failures += cmocka_run_group_tests_name("doors", tests, NULL, NULL);
    return failures;
}
