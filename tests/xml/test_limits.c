/* SPDX-License-Identifier: Apache-2.0 */
/* Documents at and over each limit, made here because of their size. */
#include "tests/support/cases.h"
#include "tests/xml/form_dump.h"

/* A piece of a document, `count` times. */
struct piece {
    const char *text;
    size_t count;
};

struct limit_case {
    const char *name;
    struct piece pieces[5];
    const char *expected; /* how the dump ends; "" for no error */
};

#define FORM "<form xmlns='urn:fuhe:form:1'>\n"
#define KIBI(n) ((n)*1024)

static const struct limit_case limit_cases[] = {
    {"indicators, just as many as allowed",
     {{FORM "<indicators>\n", 1}, {"<indicator/>\n", 1000}, {"</indicators></form>", 1}},
     ""},
    {"one indicator too many",
     {{FORM "<indicators>\n", 1}, {"<indicator/>\n", 1001}, {"</indicators></form>", 1}},
     "error limit-indicators 1003:1 [1001] [1000]\n"},
    {"funds, just as many as allowed", {{FORM "<funds>\n", 1}, {"<fund/>\n", 100}, {"</funds></form>", 1}}, ""},
    {"one fund too many",
     {{FORM "<funds>\n", 1}, {"<fund/>\n", 101}, {"</funds></form>", 1}},
     "error limit-funds 103:1 [101] [100]\n"},
    {"a text as long as allowed", {{FORM "<project>", 1}, {"x", KIBI(256)}, {"</project></form>", 1}}, ""},
    {"a text too long",
     {{FORM "<project> ", 1}, {"x", KIBI(256)}, {"</project></form>", 1}},
     "error limit-text 2:11 [262145] [262144]\n"},
    {"10 MB of text in pieces",
     {{FORM "<project>", 1}, {"文字<!-- -->", 700000}, {"</project></form>", 1}},
     "error limit-text 2:10 [262145] [262144]\n"},
    {"10 MB of white space is no value", {{FORM, 1}, {" \n", 5000000}, {"</form>", 1}}, ""},
    {"white space before the root", {{"\n", 1000000}, {"<form xmlns='urn:fuhe:form:1'/>", 1}}, "form 1000001:1\n"},
    {"a tag as long as allowed", {{FORM "<total claimed='", 1}, {"x", KIBI(64) - 17}, {"'/></form>", 1}}, ""},
    {"a tag too long",
     {{FORM "<total claimed='", 1}, {"x", KIBI(64) - 16}, {"'/></form>", 1}},
     "error limit-tag 2:1 [65537] [65536]\n"},
    {"10 MB of one attribute",
     {{FORM "<total claimed='", 1}, {"x", KIBI(10240)}, {"'/></form>", 1}},
     "error limit-tag 2:1 [65537] [65536]\n"},
    {"10 MB of one name",
     {{FORM "<", 1}, {"x", KIBI(10240)}, {"/></form>", 1}},
     "error limit-tag 2:1 [65537] [65536]\n"},
    {"a long comment as allowed", {{FORM "<!--", 1}, {"x", KIBI(64) - 7}, {"--></form>", 1}}, ""},
    {"a comment too long",
     {{FORM "<!--", 1}, {"x", KIBI(64) - 6}, {"--></form>", 1}},
     "error limit-tag 2:1 [65537] [65536]\n"},
    {"10 MB of one comment",
     {{FORM "<!--", 1}, {"x", KIBI(10240)}, {"--></form>", 1}},
     "error limit-tag 2:1 [65537] [65536]\n"},
    {"10 MB of one comment at the start", {{"<!--", 1}, {"x", KIBI(10240)}}, "error limit-tag 1:1 [65537] [65536]\n"},
    {"10 MB of one instruction",
     {{FORM "<?a ", 1}, {"x", KIBI(10240)}, {"?></form>", 1}},
     "error limit-tag 2:1 [65537] [65536]\n"},
    {"10 MB of unknown text", {{FORM "<a>", 1}, {"x", KIBI(10240)}, {"</a></form>", 1}}, "unknown-element 2:1 a\n"},
    {"10 MB of CDATA that never ends",
     {{FORM "<project><![CDATA[", 1}, {"x", KIBI(10240)}},
     "error limit-tag 2:19 [65537] [65536]\n"},
    {"CDATA as long as allowed", {{FORM "<project><![CDATA[", 1}, {"x", KIBI(64)}, {"]]></project></form>", 1}}, ""},
    {"CDATA too long",
     {{FORM "<project><![CDATA[", 1}, {"x", KIBI(64) + 1}, {"]]></project></form>", 1}},
     "error limit-tag 2:19 [65537] [65536]\n"},
    {"nested elements, just as deep as allowed",
     {{FORM, 1}, {"<a>", 31}, {"</a>", 31}, {"</form>", 1}},
     "unknown-element 2:1 a\n"},
    {"100,000 nested elements", {{FORM, 1}, {"<a>", 100000}}, "error limit-depth 2:94 [33] [32]\n"},
    {"more oddities than are kept", {{FORM, 1}, {"<a/>\n", 100000}, {"</form>", 1}}, "unknown-element 101:1 a\n"},
    {"an entity bomb",
     {{"<!DOCTYPE a [<!ENTITY a '", 1},
      {"x", KIBI(60)},
      {"'>\n<!ENTITY b '", 1},
      {"&a;", 20000},
      {"'>]><a>&b;</a>", 1}},
     "error doctype 1:1 [a] []\n"},
};

static struct dump build(const struct piece *pieces, size_t count) {
    struct dump document = {0};

    for (size_t i = 0; i < count && pieces[i].text != NULL; i++) {
        const size_t length = strlen(pieces[i].text);
        document.text = realloc(document.text, document.length + length * pieces[i].count + 1);
        assert_non_null(document.text);
        for (size_t j = 0; j < pieces[i].count; j++) {
            memcpy(document.text + document.length, pieces[i].text, length);
            document.length += length;
        }
    }
    return document;
}

static void check_end(const struct dump *dump, const struct limit_case *row) {
    const fuhe_text text = {dump->text, dump->length};

    if (row->expected[0] == '\0') {
        assert_true(fuhe_text_find(text, FUHE_TEXT("error ")) == text.length);
    } else if (!fuhe_text_ends_with(text, fuhe_text_of(row->expected))) {
        assert_string_equal(dump->text + (dump->length > 200 ? dump->length - 200 : 0), row->expected);
    }
}

static void limit_holds(void **state) {
    const struct limit_case *row = *state;
    static const size_t chunks[] = {0, 1000, 65536};
    struct dump document = build(row->pieces, sizeof row->pieces / sizeof row->pieces[0]);
    struct fuhe_form_reader *reader = fuhe_form_reader_new();

    for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
        struct dump dump = {0};
        (void)dump_read(&dump, reader, (fuhe_text){document.text, document.length}, chunks[i]);
        check_end(&dump, row);
        free(dump.text);
    }
    fuhe_form_reader_free(reader);
    free(document.text);
}

/* A thousand rows, each text within its limit, would still take 16 MB. */
static void large_form_is_refused(void **state) {
    char name[16001];
    struct dump document = {0};
    struct dump dump = {0};
    struct fuhe_form_reader *reader = fuhe_form_reader_new();

    (void)state;
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    dump_add(&document, FORM "<indicators>\n");
    for (int i = 0; i < 1000; i++) {
        dump_add(&document, "<indicator name='%s'/>\n", name);
    }
    dump_add(&document, "</indicators></form>");
    (void)dump_read(&dump, reader, (fuhe_text){document.text, document.length}, 0);
    const fuhe_text text = {dump.text, dump.length};
    assert_true(fuhe_text_starts_with(text, FUHE_TEXT("error limit-form ")));
    assert_true(fuhe_text_ends_with(text, FUHE_TEXT(":1 [8388609] [8388608]\n")));
    fuhe_form_reader_free(reader);
    free(document.text);
    free(dump.text);
}

/* A tag of 80,000 attributes would take the parser seconds; it is refused before it is parsed. */
static void many_attributes_are_refused(void **state) {
    struct dump document = {0};
    struct dump dump = {0};
    struct fuhe_form_reader *reader = fuhe_form_reader_new();

    (void)state;
    dump_add(&document, FORM "<total");
    for (int i = 0; i < 80000; i++) {
        dump_add(&document, " a%d=''", i);
    }
    dump_add(&document, "/></form>");
    (void)dump_read(&dump, reader, (fuhe_text){document.text, document.length}, 0);
    assert_string_equal(dump.text, "error limit-tag 2:1 [65537] [65536]\n");
    fuhe_form_reader_free(reader);
    free(document.text);
    free(dump.text);
}

static enum fuhe_status check_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    size_t *count = context;

    (void)arena;
    (*count)++;
    assert_int_equal(form->indicator_count, 2);
    assert_int_equal(form->place.line, 1);
    assert_true(fuhe_text_equals(form->indicators[1].target.text, FUHE_TEXT("二")));
    return FUHE_STATUS_OK;
}

/* A long document on one line, larger than the parser's own limit for what it holds at once. */
static void documents_may_be_long(void **state) {
    static const struct piece pieces[] = {
        {"<forms xmlns='urn:fuhe:form:1'>", 1},
        {"<form><indicators><indicator name='名'/><indicator><target>二</target></indicator></indicators></form>",
         150000},
        {"</forms>", 1},
    };
    struct dump document = build(pieces, sizeof pieces / sizeof pieces[0]);
    struct fuhe_memory_input memory = {document.text, document.length, 0, 0};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    size_t count = 0;
    const struct fuhe_form_sink sink = {check_form, &count};

    (void)state;
    assert_int_equal(fuhe_form_reader_read(reader, &input, &sink, NULL, NULL), FUHE_STATUS_OK);
    assert_int_equal(count, 150000);
    fuhe_form_reader_free(reader);
    free(document.text);
}

/* Names of unknown elements fill the parser's dictionary; it must not fill up over many documents. */
static void unknown_names_do_not_pile_up(void **state) {
    struct fuhe_form_reader *reader = fuhe_form_reader_new();

    (void)state;
    for (int i = 0; i < 1000; i++) {
        struct dump document = {0};
        struct dump dump = {0};
        dump_add(&document, FORM);
        for (int j = 0; j < 40; j++) {
            dump_add(&document, "<n%d-%d-%01000d/>", i, j, 0);
        }
        dump_add(&document, "</form>");
        assert_int_equal(dump_read(&dump, reader, (fuhe_text){document.text, document.length}, 0), FUHE_STATUS_OK);
        free(document.text);
        free(dump.text);
    }
    fuhe_form_reader_free(reader);
}

int main(void) {
    const struct CMUnitTest others[] = {
        cmocka_unit_test(large_form_is_refused),
        cmocka_unit_test(many_attributes_are_refused),
        cmocka_unit_test(documents_may_be_long),
        cmocka_unit_test(unknown_names_do_not_pile_up),
    };
    return RUN_CASES("limits", limit_cases, limit_holds) + cmocka_run_group_tests_name("size", others, NULL, NULL);
}
