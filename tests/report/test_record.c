/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "report/memory_output.h"
#include "report/record.h"
#include "tests/support/cases.h"

static void expect_written(struct fuhe_memory_output *memory, const char *expected) {
    const fuhe_text text = fuhe_memory_output_text(memory);

    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
}

struct escape_case {
    const char *name;
    const char *text;
    const char *json;
    const char *xml;
};

static const struct escape_case escape_cases[] = {
    {"plain", "办公经费3", "{\"t\":\"办公经费3\"}", "<r t=\"办公经费3\"/>"},
    {"marks in full width", "（一）：“是”，", "{\"t\":\"（一）：“是”，\"}", "<r t=\"（一）：“是”，\"/>"},
    {"quote behind many", "检测路灯一万盏\"3", "{\"t\":\"检测路灯一万盏\\\"3\"}", "<r t=\"检测路灯一万盏&quot;3\"/>"},
    {"third of six bytes spoilt", "\xE4\xB8\x41\xE4\xB8\x80一",
     "{\"t\":\"\xEF\xBF\xBD\xEF\xBF\xBD\x41\xE4\xB8\x80一\"}", "<r t=\"\xEF\xBF\xBD\xEF\xBF\xBD\x41\xE4\xB8\x80一\"/>"},
    {"sixth of six bytes spoilt", "\xE4\xB8\x80\xE4\xB8\x41一",
     "{\"t\":\"\xE4\xB8\x80\xEF\xBF\xBD\xEF\xBF\xBD\x41一\"}", "<r t=\"\xE4\xB8\x80\xEF\xBF\xBD\xEF\xBF\xBD\x41一\"/>"},
    {"surrogate", "\xED\xA0\x80一一", "{\"t\":\"\xED\xA0\x80一一\"}", "<r t=\"\xED\xA0\x80一一\"/>"},
    {"quotes", "a\"b'", "{\"t\":\"a\\\"b'\"}", "<r t=\"a&quot;b'\"/>"},
    {"backslash", "a\\b", "{\"t\":\"a\\\\b\"}", "<r t=\"a\\b\"/>"},
    {"markup", "<a&b>", "{\"t\":\"<a&b>\"}", "<r t=\"&lt;a&amp;b&gt;\"/>"},
    {"line ends", "a\n\tb\r", "{\"t\":\"a\\u000a\\u0009b\\u000d\"}", "<r t=\"a&#10;&#9;b&#13;\"/>"},
    {"control character", "a\x01", "{\"t\":\"a\\u0001\"}", "<r t=\"a\xEF\xBF\xBD\"/>"},
    {"no character of XML", "\xEF\xBF\xBE", "{\"t\":\"\xEF\xBF\xBE\"}", "<r t=\"\xEF\xBF\xBD\"/>"},
    {"not UTF-8",
     "a\xFF"
     "b",
     "{\"t\":\"a\xEF\xBF\xBD"
     "b\"}",
     "<r t=\"a\xEF\xBF\xBD"
     "b\"/>"},
    {"cut short", "\xE5\x8A", "{\"t\":\"\xEF\xBF\xBD\xEF\xBF\xBD\"}", "<r t=\"\xEF\xBF\xBD\xEF\xBF\xBD\"/>"},
    {"beyond the first plane", "\xF0\xA0\x80\x80", "{\"t\":\"\xF0\xA0\x80\x80\"}", "<r t=\"\xF0\xA0\x80\x80\"/>"},
    {"empty", "", "{\"t\":\"\"}", "<r t=\"\"/>"},
};

static void is_escaped(void **state) {
    const struct escape_case *row = *state;

    for (int style = FUHE_RECORD_JSON; style <= FUHE_RECORD_XML; style++) {
        struct fuhe_memory_output *memory = fuhe_memory_output_new();
        struct fuhe_record record;

        assert_non_null(memory);
        fuhe_record_init(&record, (enum fuhe_record_style)style, &memory->output);
        fuhe_record_open(&record, "r");
        fuhe_record_text(&record, "t", fuhe_text_of(row->text));
        fuhe_record_close(&record);
        expect_written(memory, style == FUHE_RECORD_JSON ? row->json : row->xml);
        fuhe_memory_output_free(memory);
    }
}

/* Every kind of field, an empty list, a list of objects, an object in an object. */
static void write_tree(struct fuhe_record *record) {
    fuhe_record_open(record, "r");
    fuhe_record_decimal(record, "points", (fuhe_decimal){-50000}, 2);
    fuhe_record_fraction(record, "exact", (fuhe_fraction){10, 4});
    fuhe_record_count(record, "line", 7);
    fuhe_record_flag(record, "closes", false);
    fuhe_record_open_list(record, "none");
    fuhe_record_close(record);
    fuhe_record_open_list(record, "rows");
    fuhe_record_open(record, "row");
    fuhe_record_flag(record, "counted", true);
    fuhe_record_close(record);
    fuhe_record_open(record, "row");
    fuhe_record_open(record, "target");
    fuhe_record_close(record);
    fuhe_record_close(record);
    fuhe_record_close(record);
    fuhe_record_close(record);
}

struct tree_case {
    const char *name;
    enum fuhe_record_style style;
    const char *expected;
};

static const struct tree_case tree_cases[] = {
    {"tree as JSON", FUHE_RECORD_JSON,
     "{\"points\":\"-0.05\",\"exact\":\"5/2\",\"line\":7,\"closes\":false,\"none\":[],"
     "\"rows\":[{\"counted\":true},{\"target\":{}}]}"},
    {"tree as XML", FUHE_RECORD_XML,
     "<r points=\"-0.05\" exact=\"5/2\" line=\"7\" closes=\"false\"><none/>"
     "<rows><row counted=\"true\"/><row><target/></row></rows></r>"},
};

static void tree_is_written(void **state) {
    const struct tree_case *row = *state;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    struct fuhe_record record;

    assert_non_null(memory);
    fuhe_record_init(&record, row->style, &memory->output);
    write_tree(&record);
    expect_written(memory, row->expected);
    fuhe_memory_output_free(memory);
}

/* A text longer than the buffer, of characters of each length, so that the pieces in which it is escaped end at every
 * byte of one. */
static void long_text_is_whole(void **state) {
    static const char *const patterns[] = {"a", "\xC2\xB7", "一", "\xF0\xA0\x80\x80", "aa\xF0\xA0\x80\x80", "\"一"};
    const size_t times = 30000;

    (void)state;
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
        struct fuhe_memory_output *text = fuhe_memory_output_new();
        struct fuhe_memory_output *written = fuhe_memory_output_new();
        struct fuhe_record record;

        assert_true(text != NULL && written != NULL);
        for (size_t n = 0; n < times; n++) {
            fuhe_output_string(&text->output, patterns[i]);
        }
        fuhe_record_init(&record, FUHE_RECORD_XML, &written->output);
        fuhe_record_open(&record, "r");
        fuhe_record_text(&record, "t", fuhe_memory_output_text(text));
        fuhe_record_close(&record);
        const bool quoted = patterns[i][0] == '"';
        const fuhe_text piece = quoted ? FUHE_TEXT("&quot;一") : fuhe_text_of(patterns[i]);
        const fuhe_text whole = fuhe_memory_output_text(written);
        assert_int_equal(whole.length, strlen("<r t=\"\"/>") + times * piece.length);
        for (size_t n = 0; n < times; n++) {
            assert_memory_equal(whole.bytes + strlen("<r t=\"") + n * piece.length, piece.bytes, piece.length);
        }
        fuhe_memory_output_free(text);
        fuhe_memory_output_free(written);
    }
}

static void more_than_the_buffer_is_kept(void **state) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    const size_t lines = 30000;

    (void)state;
    assert_non_null(memory);
    for (size_t i = 0; i < lines; i++) {
        fuhe_output_string(&memory->output, "0123456789");
    }
    const fuhe_text text = fuhe_memory_output_text(memory);
    assert_int_equal(text.length, 10 * lines);
    assert_memory_equal(text.bytes + text.length - 10, "0123456789", 10);
    fuhe_memory_output_reset(memory);
    assert_int_equal(fuhe_memory_output_text(memory).length, 0);
    fuhe_memory_output_free(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(more_than_the_buffer_is_kept),
                                       cmocka_unit_test(long_text_is_whole)};

    return RUN_CASES("escape", escape_cases, is_escaped) + RUN_CASES("tree", tree_cases, tree_is_written) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
