/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/support/cases.h"
#include "tests/xml/form_dump.h"
#include "xml/form_writer.h"

static enum fuhe_status collect(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    (void)err;
    dump_add(context, "%.*s", (int)length, bytes);
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    (void)arena;
    fuhe_form_writer_write(context, form);
    return FUHE_STATUS_OK;
}

/* What writing as it is read makes of a document. */
static struct dump rewrite(struct fuhe_form_reader *reader, fuhe_text bytes, bool many) {
    struct dump written = {0};
    struct fuhe_document document = {0};
    struct fuhe_output *output = malloc(sizeof *output);
    struct fuhe_memory_input memory = {bytes.bytes, bytes.length, 0, 0};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);

    assert_non_null(output);
    fuhe_output_init(output, collect, &written);
    if (many) {
        struct dump ignored = {0};
        const struct fuhe_form_sink count = {dump_form, &ignored};
        assert_int_equal(fuhe_form_reader_read(reader, &input, &count, &document, NULL), FUHE_STATUS_OK);
        memory.offset = 0;
        free(ignored.text);
    }
    /* The texts of `document` live until the next call only: a second reader writes. */
    struct fuhe_form_reader *second = fuhe_form_reader_new();
    struct fuhe_form_writer *writer = fuhe_form_writer_new(output, &document, many);
    const struct fuhe_form_sink sink = {write_form, writer};
    assert_int_equal(fuhe_form_reader_read(second, &input, &sink, NULL, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_form_writer_end(writer, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_output_flush(output, NULL), FUHE_STATUS_OK);
    fuhe_form_reader_free(second);
    free(output);
    return written;
}

/* Reading what was written gives what was read; writing that gives the same bytes. */
static void check_round_trip(fuhe_text bytes, bool many) {
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    struct dump first = {.without_places = true};
    struct dump second = {.without_places = true};

    assert_int_equal(dump_read(&first, reader, bytes, 0), FUHE_STATUS_OK);
    struct dump written = rewrite(reader, bytes, many);
    const fuhe_text text = {written.text, written.length};
    assert_int_equal(dump_read(&second, reader, text, 0), FUHE_STATUS_OK);
    assert_string_equal(first.text, second.text);
    struct dump again = rewrite(reader, text, many);
    assert_string_equal(written.text, again.text);
    fuhe_form_reader_free(reader);
    free(first.text);
    free(second.text);
    free(written.text);
    free(again.text);
}

struct file_case {
    const char *name;
    bool many;
};

#define FORMS "tests/forms/yanbian-2024/"
static const struct file_case file_cases[] = {
    {FORMS "department.xml", true},           {FORMS "business-environment.xml", false},
    {FORMS "hotline-move.xml", false},        {FORMS "hotline-operation.xml", false},
    {"tests/xml/documents/full.xml", true},   {"tests/xml/documents/nasty.xml", false},
    {"tests/xml/documents/sparse.xml", true}, {"tests/xml/documents/statement-last.xml", true},
};

static void file_survives(void **state) {
    const struct file_case *row = *state;
    const fuhe_text bytes = dump_load(row->name);

    check_round_trip(bytes, row->many);
    free((void *)(uintptr_t)bytes.bytes);
}

struct written_case {
    const char *name;
    const char *form; /* inside <form> */
    const char *expected;
};

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<form xmlns=\"urn:fuhe:form:1\""

static const struct written_case written_cases[] = {
    {"nothing", "", HEAD "/>\n"},
    {"absent is left out, blank is empty", "<project> </project><unit>u</unit>",
     HEAD ">\n  <project/>\n  <unit>u</unit>\n</form>\n"},
    {"a total without attributes", "<total/>", HEAD ">\n  <total/>\n</form>\n"},
    {"the unit of money alone", "<funds unit='元'/>", HEAD ">\n  <funds unit=\"元\"/>\n</form>\n"},
    {"a blank attribute", "<total claimed=' '/>", HEAD ">\n  <total claimed=\"\"/>\n</form>\n"},
    {"markup in a text", "<project>&lt;a b=\"1\"&gt; &amp;amp; ]]&gt;</project>",
     HEAD ">\n  <project>&lt;a b=&quot;1&quot;&gt; &amp;amp; ]]&gt;</project>\n</form>\n"},
    {"markup and line ends in an attribute", "<total claimed='a&#10;b&#9;c&#13;&quot;&lt;&amp;'/>",
     HEAD ">\n  <total claimed=\"a&#10;b&#9;c&#13;&quot;&lt;&amp;\"/>\n</form>\n"},
    {"a return in a text", "<project>a&#13;b\nc</project>", HEAD ">\n  <project>a&#13;b\nc</project>\n</form>\n"},
    {"characters beyond the first plane", "<project>&#x2070E;&#x1F600;</project>",
     HEAD ">\n  <project>\xF0\xA0\x9C\x8E\xF0\x9F\x98\x80</project>\n</form>\n"},
    {"doubts", "<doubts><doubt text='约40' at='Sheet1!C4' why='not-a-number' value='initial'/></doubts>",
     HEAD ">\n  <doubts>\n    <doubt value=\"initial\" why=\"not-a-number\" at=\"Sheet1!C4\" text=\"约40\"/>\n"
          "  </doubts>\n</form>\n"},
    {"the reviewer's columns",
     "<indicators><indicator><reviewed score='1'/></indicator></indicators>"
     "<total grade='良好' deviation-rate='4.05' claimed='9'/>",
     HEAD ">\n  <indicators>\n    <indicator>\n      <reviewed score=\"1\"/>\n    </indicator>\n  </indicators>\n"
          "  <total claimed=\"9\" grade=\"良好\" deviation-rate=\"4.05\"/>\n</form>\n"},
};

static void form_is_written(void **state) {
    const struct written_case *row = *state;
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    struct dump document = {0};

    dump_add(&document, "<form xmlns='urn:fuhe:form:1'>%s</form>", row->form);
    struct dump written = rewrite(reader, (fuhe_text){document.text, document.length}, false);
    assert_string_equal(written.text, row->expected);
    fuhe_form_reader_free(reader);
    free(document.text);
    free(written.text);
}

static enum fuhe_status write_nothing(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    (void)context, (void)bytes, (void)length;
    return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, "full", NULL);
}

/* The failure of an output is what the writer returns, however much is written behind it. */
static void failure_is_kept(void **state) {
    struct fuhe_output *output = malloc(sizeof *output);
    const struct fuhe_form form = {.project = {FUHE_TEXT("p"), {0, 0}, FUHE_CELL_TEXT}};
    struct fuhe_error error = {0};

    (void)state;
    assert_non_null(output);
    fuhe_output_init(output, write_nothing, NULL);
    struct fuhe_form_writer *writer = fuhe_form_writer_new(output, NULL, true);
    for (int i = 0; i < 2000; i++) {
        fuhe_form_writer_write(writer, &form);
    }
    assert_int_equal(fuhe_form_writer_end(writer, &error), FUHE_STATUS_UNWRITABLE);
    assert_int_equal(error.problem, FUHE_PROBLEM_WRITE);
    assert_int_equal(fuhe_form_writer_end(NULL, &error), FUHE_STATUS_NO_MEMORY);
    free(output);
}

/* What a form cannot hold when it was read, but a program may put there. */
static void control_characters_are_replaced(void **state) {
    struct dump written = {0};
    struct fuhe_output *output = malloc(sizeof *output);
    const struct fuhe_form form = {.project = {FUHE_TEXT("a\x01\x1F"), {0, 0}, FUHE_CELL_TEXT}};

    (void)state;
    assert_non_null(output);
    fuhe_output_init(output, collect, &written);
    struct fuhe_form_writer *writer = fuhe_form_writer_new(output, NULL, false);
    fuhe_form_writer_write(writer, &form);
    assert_int_equal(fuhe_form_writer_end(writer, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_output_flush(output, NULL), FUHE_STATUS_OK);
    assert_string_equal(written.text, HEAD ">\n  <project>a\xEF\xBF\xBD\xEF\xBF\xBD</project>\n</form>\n");
    free(written.text);
    free(output);
}

int main(void) {
    const struct CMUnitTest others[] = {
        cmocka_unit_test(failure_is_kept),
        cmocka_unit_test(control_characters_are_replaced),
    };
    return RUN_CASES("files", file_cases, file_survives) + RUN_CASES("written", written_cases, form_is_written) +
           cmocka_run_group_tests_name("faults", others, NULL, NULL);
}
