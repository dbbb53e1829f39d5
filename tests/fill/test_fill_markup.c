/* SPDX-License-Identifier: Apache-2.0 */
#include "fill/markup.h"
#include "tests/support/cases.h"

/* --- tags --- */

struct tag_case {
    const char *name;
    const char *markup;
    const char *tags; /* their names; < begins, > ends, = does both */
};

static const struct tag_case tag_cases[] = {
    {"one within another", "<a><b/></a>", "<a =b >a "},
    {"a comment", "<a><!-- <b> --></a>", "<a >a "},
    {"a section", "<a><![CDATA[<b>]]></a>", "<a >a "},
    {"an instruction", "<?xml version='1.0'?><a/>", "=a "},
    {"an end in an attribute", "<a b='>' c=\"/>\"><d/></a>", "<a =d >a "},
    {"a prefix", "<x:a></x:a>", "<x:a >x:a "},
    {"blanks in tags", "<a\n b='1' /><c ></c >", "=a <c >c "},
    {"cut off", "<a><b c='", "<a <b "},
    {"a comment without end", "<a><!-- ", "<a "},
    {"no tag", "text", ""},
};

static void finds_tags(void **state) {
    const struct tag_case *row = *state;
    const fuhe_text markup = fuhe_text_of(row->markup);
    struct fuhe_text_builder found = {0};
    struct fuhe_markup_tag tag;
    size_t at = 0;

    while (fuhe_markup_next(markup, &at, &tag)) {
        assert_true(tag.begin < tag.end && tag.end <= markup.length && at == tag.end);
        fuhe_text_builder_add(&found, (fuhe_text){&"<>="[tag.kind], 1});
        fuhe_text_builder_add(&found, tag.name);
        fuhe_text_builder_add(&found, FUHE_TEXT(" "));
    }
    assert_int_equal(found.length, strlen(row->tags));
    assert_true(fuhe_text_equals(fuhe_text_builder_text(&found), fuhe_text_of(row->tags)));
    fuhe_text_builder_release(&found);
}

/* --- attributes --- */

struct attribute_case {
    const char *name;
    const char *tag;
    const char *attribute;
    const char *value; /* NULL for none */
};

static const struct attribute_case attribute_cases[] = {
    {"the first", "<c r=\"A1\" s=\"2\">", "r", "A1"},
    {"the last", "<c r=\"A1\" s=\"2\"/>", "s", "2"},
    {"in other quotation marks", "<c r='A\"1'>", "r", "A\"1"},
    {"with a prefix", "<w:tcW w:w=\"900\" w:type=\"dxa\"/>", "type", "dxa"},
    {"named as its element", "<w:tcW w:w=\"900\"/>", "w", "900"},
    {"blanks around =", "<c r = \"A1\">", "r", "A1"},
    {"empty", "<c r=\"\">", "r", ""},
    {"another's value", "<c s=\"r=1\">", "r", NULL},
    {"none", "<c>", "r", NULL},
    {"cut off", "<c r=\"A1", "r", NULL},
};

static void finds_attributes(void **state) {
    const struct attribute_case *row = *state;
    struct fuhe_markup_tag tag;
    size_t at = 0;

    assert_true(fuhe_markup_next(fuhe_text_of(row->tag), &at, &tag));
    const fuhe_text value = fuhe_markup_attribute(&tag, row->attribute);
    assert_int_equal(value.bytes != NULL, row->value != NULL);
    assert_true(fuhe_text_equals(value, fuhe_text_of(row->value)));
}

/* --- ends --- */

static void finds_ends(void **state) {
    const fuhe_text markup = FUHE_TEXT("<a><b><b/></b><c/></a><d/>");
    struct fuhe_markup_tag tag;
    size_t inside;
    size_t at = 0;

    (void)state;
    assert_true(fuhe_markup_next(markup, &at, &tag));
    assert_int_equal(fuhe_markup_end(markup, &tag, &inside), 22);
    assert_int_equal(inside, 18);
    assert_true(fuhe_markup_next(markup, &at, &tag));
    assert_int_equal(fuhe_markup_end(markup, &tag, &inside), 14);
    assert_true(fuhe_markup_next(markup, &at, &tag));
    assert_int_equal(fuhe_markup_end(markup, &tag, &inside), 10);
    assert_int_equal(inside, 10);
}

struct encoding_case {
    const char *name;
    const char *head;
    size_t length;
    bool expected;
};

#define TEXT(literal) (literal), sizeof(literal) - 1

static const struct encoding_case encoding_cases[] = {
    {"declared", TEXT("<?xml version='1.0' encoding='UTF-8'?><a/>"), true},
    {"in small letters", TEXT("<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>"), true},
    {"not declared", TEXT("<a/>"), true},
    {"nothing said of it", TEXT("<?xml version='1.0'?><a/>"), true},
    {"another", TEXT("<?xml version='1.0' encoding='GBK'?><a/>"), false},
    {"two bytes a letter", TEXT("<\0a\0/\0>\0"), false},
    {"with its mark", TEXT("\xFF\xFE<"), false},
};

static void knows_encodings(void **state) {
    const struct encoding_case *row = *state;

    assert_int_equal(fuhe_markup_is_utf8((fuhe_text){row->head, row->length}), row->expected);
}

static void escapes(void **state) {
    struct fuhe_text_builder builder = {0};

    (void)state;
    fuhe_markup_escape(&builder, FUHE_TEXT("a<b>&\"c\"\x01\n好"));
    assert_true(fuhe_text_equals(fuhe_text_builder_text(&builder), FUHE_TEXT("a&lt;b&gt;&amp;&quot;c&quot;\n好")));
    fuhe_text_builder_release(&builder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_ends), cmocka_unit_test(escapes)};

    return RUN_CASES("tags", tag_cases, finds_tags) + RUN_CASES("attributes", attribute_cases, finds_attributes) +
           RUN_CASES("encodings", encoding_cases, knows_encodings) + cmocka_run_group_tests(tests, NULL, NULL);
}
