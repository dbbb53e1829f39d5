/* SPDX-License-Identifier: Apache-2.0 */
/* The shadow that the parser is given: what is dark in it, what is as it is, and what must wait. In the rows a dark
 * byte is written as '.'. That documents read alike with and without pieces of any size is tested in test_form_reader.
 */
#include "xml/shadow.h"

#include <stdlib.h>
#include <string.h>

#include "tests/support/cases.h"

struct row {
    const char *name;
    const char *document;
    const char *cast; /* of what is given while more may follow; the rest of the document waits */
};

static const struct row rows[] = {
    {"ASCII", "<a b=\"c\">d</a>", "<a b=\"c\">d</a>"},
    {"text", "<a>中a文</a>", "<a>...a...</a>"},
    {"value", "<a b=\"中\" c='x文'>", "<a b=\"...\" c='x...'>"},
    {"other quote in a value", "<a b='中\"中'>", "<a b='...\"...'>"},
    {"end of tag in a value", "<a b='>中'>中", "<a b='>...'>..."},
    {"names", "<名 属=\"中\"></名>", "<名 属=\"...\"></名>"},
    {"name behind a value", "<a b=\"中\" 属=\"中\">", "<a b=\"...\" 属=\"...\">"},
    {"empty element", "<a b=\"中\"/>中", "<a b=\"...\"/>..."},
    {"reference in a value", "<a b=\"中&amp;\" c=\"中\">", "<a b=\"中&amp;\" c=\"...\">"},
    {"line end in a value", "<a b=\"中\n\" c=\"中\r\n\">", "<a b=\"中\n\" c=\"中\r\n\">"},
    {"tab in a value", "<a b=\"中\t\">", "<a b=\"中\t\">"},
    {"line end between values", "<a b=\"中\"\n c=\"中\">", "<a b=\"...\"\n c=\"...\">"},
    {"reference in a text", "<a>中&#20013;中</a>中", "<a>中&#20013;中</a>..."},
    {"line end in a text", "<a>中\n中</a>", "<a>...\n...</a>"},
    {"network line end in a text", "<a>中\r\n中</a>", "<a>...\r\n...</a>"},
    {"comment", "<!--中<>\"'&-->中", "<!--中<>\"'&-->..."},
    {"comment with hyphens", "<!-- 中 - 文 -->中", "<!-- 中 - 文 -->..."},
    {"CDATA", "<![CDATA[中]]<]]>中", "<![CDATA[中]]<]]>..."},
    {"instruction", "<?a 中>?>中", "<?a 中>?>..."},
    {"declaration", "<?xml version='1.0'?>中", "<?xml version='1.0'?>..."},
    {"half-width yen sign", "<a>￥</a>", "<a>...</a>"},
    {"four bytes", "<a>😀</a>", "<a>....</a>"},
    {"delete character", "<a b=\"\x7F\">\x7F</a>", "<a b=\"\x7F\">\x7F</a>"},

    {"start tag waits", "中<a b=\"中\" c", "...<"},
    {"value waits", "中<a b=\"中", "...<"},
    {"end tag waits", "中</a", "...<"},
    {"markup waits", "中<", "...<"},
    {"beginning of a comment waits", "中<!-", "...<"},
    {"beginning of CDATA waits", "中<![CDAT", "...<"},
    {"end of a comment waits", "<!--中--", "<!--中"},
    {"end of CDATA waits", "<![CDATA[中]]", "<![CDATA[中"},
    {"end of an instruction waits", "<?a 中?", "<?a 中"},
    {"line end waits", "<a>中\r", "<a>..."},

    {"carriage return", "<a>中\r中</a>", "<a>中\r中</a>"},
    {"U+FFFE", "<a>中\xEF\xBF\xBE</a>", "<a>中\xEF\xBF\xBE</a>"},
    {"U+FFFF", "<a>中\xEF\xBF\xBF</a>", "<a>中\xEF\xBF\xBF</a>"},
    {"DOCTYPE", "中<!DOCTYPE 中 []>中", "...<!DOCTYPE 中 []>中"},
    {"tag in a tag", "中<a 中<b>中", "...<a 中<b>中"},
    {"tag in a value", "中<a b=\"中<\">中", "...<a b=\"中<\">中"},
    {"quote in an end tag", "中</a\"中\">中", "...</a\"中\">中"},
};

/* '.' for dark bytes that are no delete characters of the document. */
static void show(const char *document, char *cast, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (cast[i] == FUHE_SHADOW_BYTE && document[i] != FUHE_SHADOW_BYTE) {
            cast[i] = '.';
        }
    }
    cast[length] = '\0';
}

static void test_cast(void **state) {
    const struct row *row = *state;
    char cast[256];
    struct fuhe_shadow shadow;

    fuhe_shadow_begin(&shadow);
    const size_t given = fuhe_shadow_cast(&shadow, row->document, strlen(row->document), false, cast);
    show(row->document, cast, given);
    assert_string_equal(cast, row->cast);
}

/* In two pieces, cut anywhere, no byte is lost, and each is itself or dark. */
static void test_cut(void **state) {
    const struct row *row = *state;
    const size_t length = strlen(row->document);
    char cast[256];
    struct fuhe_shadow shadow;

    for (size_t cut = 0; cut <= length; cut++) {
        fuhe_shadow_begin(&shadow);
        const size_t given = fuhe_shadow_cast(&shadow, row->document, cut, false, cast);
        assert_true(given <= cut);
        assert_int_equal(fuhe_shadow_cast(&shadow, row->document + given, length - given, true, cast + given),
                         length - given);
        for (size_t i = 0; i < length; i++) {
            assert_true(cast[i] == row->document[i] || cast[i] == FUHE_SHADOW_BYTE);
        }
    }
}

int main(void) {
    int failures = RUN_CASES("cast", rows, test_cast);
    failures += RUN_CASES("cut", rows, test_cut);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
