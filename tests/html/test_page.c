/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "html/escape.h"
#include "html/page.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "tests/support/cases.h"

#define BAD "\xEF\xBF\xBD"

struct text_case {
    const char *name;
    const char *text;
    const char *expected;
};

static const struct text_case escape_cases[] = {
    {"plain", "办公经费3 > ", "办公经费3 &gt; "},
    {"markup", "<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"},
    {"end of an attribute", "\" onclick=\"x", "&quot; onclick=&quot;x"},
    {"reference", "&lt;", "&amp;lt;"},
    {"line ends stay", "a\tb\nc\rd", "a\tb\nc\nd"},
    {"control characters", "a\x01\x1B[31m\x7F", "a" BAD BAD "[31m" BAD},
    {"second control characters", "a\xC2\x9B", "a" BAD},
    {"turned direction", "a\xE2\x80\xAEtxt", "a" BAD "txt"},
    {"no character of XML", "\xEF\xBF\xBE", BAD},
    {"surrogate", "\xED\xA0\x80", BAD},
    {"not UTF-8", "a\xFF", "a" BAD},
    {"cut short", "\xE5\x8A", BAD BAD},
    {"Latin, punctuation, second plane", "é—\xF0\xA0\x80\x80", "é—\xF0\xA0\x80\x80"},
    {"empty", "", ""},
};

static void expect_text(struct fuhe_memory_output *memory, const char *expected) {
    const fuhe_text text = fuhe_memory_output_text(memory);

    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
}

static void text_is_harmless(void **state) {
    const struct text_case *row = *state;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    fuhe_escape_text(&memory->output, fuhe_text_of(row->text));
    expect_text(memory, row->expected);
    fuhe_memory_output_free(memory);
}

static const struct text_case path_cases[] = {
    {"plain", "forms/0001/000001.html", "forms/0001/000001.html"},
    {"Chinese", "a/局.html", "a/%E5%B1%80.html"},
    {"marks of addresses", "a#b?c%d:e&f", "a%23b%3Fc%25d%3Ae%26f"},
};

static void path_is_an_address(void **state) {
    const struct text_case *row = *state;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    fuhe_escape_path(&memory->output, fuhe_text_of(row->text));
    expect_text(memory, row->expected);
    fuhe_memory_output_free(memory);
}

#define TEN_OFFICES "政务服务局政务服务局" /* 30 bytes */

static const struct text_case name_cases[] = {
    {"plain", "延边州政务服务和大数据局", "延边州政务服务和大数据局"},
    {"brackets of Chinese", "财政局（本级）", "财政局（本级）"},
    {"Latin with spaces", "Bureau of  Finance", "Bureau_of_Finance"},
    {"separators", "a/b\\c:d", "a_b_c_d"},
    {"way up", "../../etc/passwd", "etc_passwd"},
    {"wildcards and quotes", "a*?\"<>|b", "a_b"},
    {"control characters",
     "a\n\x01"
     "b",
     "a_b"},
    {"turned direction", "a\xE2\x80\xAEgnp.exe", "a_gnp.exe"},
    {"not UTF-8",
     "a\xFF"
     "b",
     "a_b"},
    {"dots and spaces at its ends", " .hidden. ", "hidden"},
    {"nothing left", "///", ""},
    {"empty", "", ""},
    {"cut between characters", TEN_OFFICES TEN_OFFICES TEN_OFFICES "a" TEN_OFFICES,
     TEN_OFFICES TEN_OFFICES TEN_OFFICES "a"
                                         "政务服务局政务服务"},
    {"cut at a mark", TEN_OFFICES TEN_OFFICES TEN_OFFICES "政务服务局政务服务ab /c",
     TEN_OFFICES TEN_OFFICES TEN_OFFICES "政务服务局政务服务ab"},
};

static void name_is_safe(void **state) {
    const struct text_case *row = *state;
    char name[FUHE_ADDRESS_NAME_MAX + 1];
    const size_t length = fuhe_address_name(fuhe_text_of(row->text), name);

    assert_string_equal(name, row->expected);
    assert_int_equal(length, strlen(row->expected));
}

struct address_case {
    const char *name;
    uint64_t number;
    size_t part;
    const char *department;
    const char *form;
    const char *notice;
};

static const struct address_case address_cases[] = {
    {"first", 1, 1, "departments/0001.html", "forms/0001/000001.html", "notices/notice-0001-局.html"},
    {"second part", 7, 2, "departments/0007-2.html", "forms/0001/000007.html", "notices/notice-0007-局.html"},
    {"last of a folder", 1000, 1, "departments/1000.html", "forms/0001/001000.html", "notices/notice-1000-局.html"},
    {"first of the next", 1001, 1, "departments/0002/1001.html", "forms/0002/001001.html",
     "notices/0002/notice-1001-局.html"},
    {"millions", 12345678, 3, "departments/12346/12345678-3.html", "forms/12346/12345678.html",
     "notices/12346/notice-12345678-局.html"},
};

static void page_has_its_place(void **state) {
    const struct address_case *row = *state;
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_department(row->number, row->part, address);
    assert_string_equal(address, row->department);
    fuhe_address_form(row->number, address);
    assert_string_equal(address, row->form);
    fuhe_address_notice(row->number, FUHE_TEXT("局"), address);
    assert_string_equal(address, row->notice);
}

static const char folder[] = SCRATCH_FOLDER;

/* The page that was written last. */
static const char *content(const char *address) {
    static char bytes[65536];
    char path[256];
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/%s", folder, address);
    file = fopen(path, "rb");
    assert_non_null(file);
    bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
    assert_int_equal(fclose(file), 0);
    return bytes;
}

static void expect(const char *bytes, const char *piece) {
    if (strstr(bytes, piece) == NULL) {
        fail_msg("not in the page: %s\n%s", piece, bytes);
    }
}

static void expect_no(const char *bytes, const char *piece) {
    if (strstr(bytes, piece) != NULL) {
        fail_msg("in the page: %s", piece);
    }
}

static void shell_holds_text_and_links(void **state) {
    static const struct fuhe_page_step way[] = {{"departments/0001.html", {"局 & 处", 9}}, {NULL, {NULL, 0}}};
    static const struct fuhe_page_column columns[] = {{"Target", ""}, {"Weight", "figure"}, {NULL, NULL}};
    const struct fuhe_page_head head = {.address = "forms/0001/000001.html", .title = FUHE_TEXT("<项目>"), .way = way};
    struct fuhe_page *page = fuhe_page_new(folder, true);

    (void)state;
    assert_non_null(page);
    assert_int_equal(fuhe_page_open(page, &head, NULL), FUHE_STATUS_OK);
    fuhe_page_table_open(page, "a \"b\"", "rows", columns);
    fuhe_page_markup(page, "<tr>");
    fuhe_page_cell(page, FUHE_TEXT("<b>"));
    fuhe_page_cell_signed(page, fuhe_figure_of((fuhe_decimal){100000}), 2);
    fuhe_page_cell_figure(page, (struct fuhe_figure){false, {0}}, 2);
    fuhe_page_markup(page, "</tr>");
    fuhe_page_table_close(page);
    assert_int_equal(fuhe_page_close(page, NULL), FUHE_STATUS_OK);

    const char *bytes = content(head.address);
    expect(bytes, "<html lang=\"en\">");
    expect(bytes, "<title>&lt;项目&gt;</title>");
    expect(bytes, "<h1>&lt;项目&gt;</h1>");
    expect(bytes, "href=\"../../assets/style.css\"");
    expect(bytes, "<li><a href=\"../../index.html\">Overview</a></li>"
                  "<li><a href=\"../../departments/0001.html\">局 &amp; 处</a></li>");
    expect(bytes, "<caption>a &quot;b&quot;</caption>");
    expect(bytes, "<th scope=\"col\">Target</th><th scope=\"col\" class=\"figure\">Weight</th>");
    expect(bytes, "<tr><td>&lt;b&gt;</td><td class=\"figure\">+0.10</td><td class=\"figure\">—</td></tr>");
    expect_no(bytes, "class=\"incomplete\"");
    fuhe_page_free(page);
}

static void page_alone_has_its_style(void **state) {
    const struct fuhe_page_head head = {.address = "notices/x.html", .title = FUHE_TEXT("x"), .style = "p {}"};
    struct fuhe_page *page = fuhe_page_new(folder, false);

    (void)state;
    assert_non_null(page);
    assert_int_equal(fuhe_page_open(page, &head, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_page_close(page, NULL), FUHE_STATUS_OK);
    expect(content(head.address), "<style>\np {}</style>");
    expect(content(head.address), "class=\"incomplete\"");
    expect_no(content(head.address), "href=");
    expect_no(content(head.address), "src=");
    fuhe_page_free(page);
}

static void overview_is_where_it_is(void **state) {
    const struct fuhe_page_head head = {
        .address = FUHE_PAGE_OVERVIEW, .title = FUHE_TEXT("x"), .script = "assets/search.js"};
    struct fuhe_page *page = fuhe_page_new(folder, true);

    (void)state;
    assert_non_null(page);
    assert_int_equal(fuhe_page_open(page, &head, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_page_close(page, NULL), FUHE_STATUS_OK);
    expect(content(head.address), "<script defer=\"defer\" src=\"assets/search.js\"></script>");
    expect(content(head.address), "<li aria-current=\"page\">Overview</li>");
    fuhe_page_free(page);
}

static void failure_is_told(void **state) {
    const struct fuhe_page_head head = {.address = "x.html", .title = FUHE_TEXT("x")};
    struct fuhe_error err = {0};
    struct fuhe_page *page = fuhe_page_new("/dev/null", true);

    (void)state;
    assert_non_null(page);
    assert_int_equal(fuhe_page_open(page, &head, &err), FUHE_STATUS_UNWRITABLE);
    assert_int_equal(err.problem, FUHE_PROBLEM_WRITE);
    assert_string_equal(err.subject, "/dev/null/x.html");
    fuhe_page_free(page);
}

static void style_is_written(void **state) {
    (void)state;
    assert_int_equal(fuhe_page_write_style(folder, NULL), FUHE_STATUS_OK);
    expect(content("assets/style.css"), "@page");
}

int main(void) {
    const struct CMUnitTest pages[] = {
        cmocka_unit_test(shell_holds_text_and_links), cmocka_unit_test(page_alone_has_its_style),
        cmocka_unit_test(overview_is_where_it_is),    cmocka_unit_test(failure_is_told),
        cmocka_unit_test(style_is_written),
    };

    (void)fuhe_language_set("en", NULL);
    return RUN_CASES("text", escape_cases, text_is_harmless) + RUN_CASES("paths", path_cases, path_is_an_address) +
           RUN_CASES("names", name_cases, name_is_safe) + RUN_CASES("addresses", address_cases, page_has_its_place) +
           _cmocka_run_group_tests("pages", pages, sizeof pages / sizeof pages[0], NULL, NULL);
}
