/* SPDX-License-Identifier: Apache-2.0 */
#include "tests/support/cases.h"
#include "tests/xml/form_dump.h"

struct document_case {
    const char *name;
    const char *document;
    const char *expected; /* the dump */
};

#define NS " xmlns='urn:fuhe:form:1'"

/* --- values and where they stand --- */

static const struct document_case value_cases[] = {
    {"one form", "<form" NS " id='a'/>", "form 1:1\n@id 1:35 =a\n"},
    {"two forms", "<forms" NS "><form/>\n<form/></forms>", "form 1:32\nform 2:1\n"},
    {"absent, blank, text", "<form" NS "><project/>\n<unit> \n</unit>\n<department> d</department></form>",
     "form 1:1\nproject 1:31 ~\ndepartment 4:14 =d\nunit 2:1 ~\n"},
    {"columns count characters", "<form" NS " kind='项目' id='热线'/>", "form 1:1\n@id 1:45 =热线\n@kind 1:37 =项目\n"},
    {"a character beyond the first plane is one column", "<form" NS " kind='\xF0\xA0\x9C\x8E' id='a'/>",
     "form 1:1\n@id 1:44 =a\n@kind 1:37 =𠜎\n"},
    {"a byte order mark has no column", "\xEF\xBB\xBF<form" NS " id='a'/>", "form 1:1\n@id 1:35 =a\n"},
    {"behind declaration and comments", "<?xml version='1.0'?>\n<!-- <form> --> <?a b?>\n  <form" NS " id='a'/>",
     "form 3:3\n@id 3:37 =a\n"},
    {"attributes on lines of their own", "<form" NS "\n  id = 'a'\r\n\tyear=\"2024\"\n/>",
     "form 1:1\n@id 2:9 =a\n@year 3:8 =2024\n"},
    {"attribute with quote, '>' and '='", "<form" NS " kind='\"> id=' id=\"'x\"/>",
     "form 1:1\n@id 1:49 ='x\n@kind 1:37 =\"> id=\n"},
    {"attribute with references", "<form" NS " kind='&lt;&#20013;&amp;&quot;' id='&#x35;'/>",
     "form 1:1\n@id 1:66 =5\n@kind 1:37 =<中&\"\n"},
    {"attribute with a line end", "<form" NS " kind='a\nb' id='c'/>", "form 1:1\n@id 2:8 =c\n@kind 1:37 =a b\n"},
    {"empty attribute", "<form" NS " kind='' id='a'/>", "form 1:1\n@id 1:43 =a\n@kind 1:37 ~\n"},
    {"attributes are trimmed",
     "<form" NS " kind=' \xE3\x80\x80"
     "a ' id='b'/>",
     "form 1:1\n@id 1:47 =b\n@kind 1:37 =a\n"},
    {"text behind white space", "<form" NS ">\n<project>\n  \t项目 一\n</project></form>",
     "form 1:1\nproject 3:4 =项目 一\n"},
    {"text behind ideographic space", "<form" NS ">\n<project>\xE3\x80\x80项</project></form>",
     "form 1:1\nproject 2:11 =项\n"},
    {"text behind a comment", "<form" NS ">\n<project> <!-- x\n --> a<!-- y -->b</project></form>",
     "form 1:1\nproject 3:6 =ab\n"},
    {"text in CDATA", "<form" NS ">\n<project> <![CDATA[ <a> ]]>&amp;</project></form>",
     "form 1:1\nproject 2:21 =<a> &\n"},
    {"empty CDATA", "<form" NS ">\n<project><![CDATA[]]>a</project></form>", "form 1:1\nproject 2:22 =a\n"},
    {"a reference behind white CDATA", "<form" NS ">\n<project><![CDATA[ ]]>&#20013;</project></form>",
     "form 1:1\nproject 2:23 =中\n"},
    {"text that begins with a reference", "<form" NS ">\n<project> &#20013;国</project></form>",
     "form 1:1\nproject 2:11 =中国\n"},
    {"text behind a reference to white space", "<form" NS ">\n<project>&#32;a</project></form>",
     "form 1:1\nproject 2:15 =a\n"},
    {"a return as a reference stays", "<form" NS ">\n<project>a&#13;b\r\nc</project></form>",
     "form 1:1\nproject 2:10 =a\rb\nc\n"},
    {"namespace by prefix", "<f:form xmlns:f='urn:fuhe:form:1' id='a'><f:project>p</f:project></f:form>",
     "form 1:1\n@id 1:39 =a\nproject 1:53 =p\n"},
    {"attributes of XML and of schemas are passed over",
     "<form" NS " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b' xml:lang='zh' "
     "id='a'/>",
     "form 1:1\n@id 1:128 =a\n"},
    {"a statement before", "<forms" NS " source='s'><statement projects='1'/><form/></forms>",
     "form 1:68\n@source 1:40 =s\nstatement 1:43\n@projects 1:64 =1\n"},
    {"a statement behind", "<forms" NS "><form/><statement/></forms>", "form 1:32\nstatement 1:39\n"},
};

static void document_reads_as(void **state) {
    const struct document_case *row = *state;
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    struct dump dump = {0};

    (void)dump_read(&dump, reader, fuhe_text_of(row->document), 0);
    assert_string_equal(dump.text, row->expected);
    fuhe_form_reader_free(reader);
    free(dump.text);
}

/* --- what is no part of a form --- */

static const struct document_case oddity_cases[] = {
    {"unknown element, with all inside", "<form" NS ">\n<total2><total claimed='1'/>text<a/></total2>\n<total/></form>",
     "form 1:1\ntotal\nunknown-element 2:1 total2\n"},
    {"unknown attribute", "<form" NS " colour='red' id='a'/>",
     "form 1:1\n@id 1:48 =a\nunknown-attribute 1:31 colour\n"},
    {"attribute of a foreign namespace", "<form" NS " xmlns:o='urn:o' o:id='a' id='b'/>",
     "form 1:1\n@id 1:60 =b\nunknown-attribute 1:47 id\n"},
    {"element of a foreign namespace", "<form" NS "><project xmlns='urn:o'>p</project></form>",
     "form 1:1\nunknown-element 1:31 project\n"},
    {"known element in the wrong place", "<form" NS "><target>1</target></form>",
     "form 1:1\nunknown-element 1:31 target\n"},
    {"element inside a text", "<form" NS "><project>a<b>c</b>d</project></form>",
     "form 1:1\nproject 1:40 =ad\nunknown-element 1:41 b\n"},
    {"two totals: the first counts", "<form" NS "><total claimed='1'/><total claimed='2'/></form>",
     "form 1:1\ntotal\n@claimed 1:47 =1\nrepeated-element 1:51 total\n"},
    {"two goals", "<form" NS "><goal><expected>a</expected></goal><goal><achieved>b</achieved></goal></form>",
     "form 1:1\nexpected 1:47 =a\nrepeated-element 1:66 goal\n"},
    {"two targets",
     "<form" NS "><indicators><indicator><target>1</target><target>2</target></indicator>"
     "<indicator><target>3</target></indicator></indicators></form>",
     "form 1:1\nindicator 1:43\ntarget 1:62 =1\nindicator 1:102\ntarget 1:121 =3\nrepeated-element 1:72 target\n"},
    {"doubts of the reading",
     "<form" NS "><doubts><doubt value='score' why='ticks' at='Sheet1!G17' text='约20'/><doubt/></doubts></form>",
     "form 1:1\ndoubt 1:39\n@value 1:53 =score\n@why 1:65 =ticks\n@at 1:76 =Sheet1!G17\n@text 1:94 =约20\n"
     "doubt 1:100\n"},
    {"stray text, told once an element", "<form" NS ">\n a<total/>b\n<goal>c</goal></form>",
     "form 1:1\ntotal\nstray-text 2:2 form\nstray-text 3:7 goal\n"},
    {"stray CDATA", "<form" NS "><![CDATA[ a]]></form>", "form 1:1\nstray-text 1:41 form\n"},
    {"white space is not stray", "<form" NS "> \xE3\x80\x80 \n</form>", "form 1:1\n"},
    {"between forms", "<forms" NS "><note/>a<form/>b<form colour=''/></forms>",
     "form 1:40\nform 1:48\nunknown-attribute 1:54 colour\nunknown-element 1:32 note\nstray-text 1:39 forms\n"},
    {"two statements", "<forms" NS "><statement projects='1'/><form/><statement projects='2'/></forms>",
     "form 1:57\nstatement 1:32\n@projects 1:53 =1\nrepeated-element 1:64 statement\n"},
    {"attributes of an unknown element are part of it", "<form" NS "><a b='1'/></form>",
     "form 1:1\nunknown-element 1:31 a\n"},
};

/* --- what is refused --- */

static const struct document_case refusal_cases[] = {
    {"nothing", "", "error empty 0:0 [] []\n"},
    {"a byte order mark only", "\xEF\xBB\xBF", "error empty 0:0 [] []\n"},
    {"white space only", " \n ", "error empty 0:0 [] []\n"},
    {"two letters", "hi", "error not-xml 1:1 [no '<' at the start] []\n"},
    {"the beginning of a tag", "\n<", "error not-xml 2:2 [the document ends before its first element] []\n"},
    {"a comment only", "<!-- 2024 -->", "error not-xml 1:14 [the document ends before its first element] []\n"},
    {"no markup", "总分 100", "error not-xml 1:1 [no '<' at the start] []\n"},
    {"an element that is cut off", "<form" NS ">\n<project>a",
     "error not-xml 2:11 [the document ends inside <project>] []\n"},
    {"a tag that is cut off", "<form" NS ">\n<project ", "error not-xml 2:10 ["},
    {"crossed tags", "<form" NS ">\n<project></unit></form>", "error not-xml 2:17 ["},
    {"an attribute twice", "<form" NS " id='a' id='b'/>", "error not-xml 1:44 ["},
    {"something behind the root", "<form" NS "/>\n<form/>", "form 1:1\nerror not-xml 2:1 ["},
    {"a prefix of no namespace", "<form" NS ">\n<o:a/></form>", "error not-xml 2:5 ["},
    {"a control character", "<form" NS ">\n<project>a\x01</project></form>", "error not-xml 2:11 ["},
    {"'<' in an attribute", "<form" NS " kind='\">' id=\"'<'\"/>", "error not-xml 1:46 ["},
    {"the end of CDATA in a text", "<form" NS ">\n<project>中]]>文</project></form>", "error not-xml 2:11 ["},
    {"a namespace that is no URI", "<form xmlns='urn:\xE4\xB8\xAD'/>", "error not-xml 1:20 ["},
    {"a DOCTYPE", "<?xml version='1.0'?>\n <!DOCTYPE form><form" NS "/>", "error doctype 2:2 [form] []\n"},
    {"a DOCTYPE with a file", "<!DOCTYPE forms SYSTEM 'file:///etc/passwd'>\n<form" NS "/>",
     "error doctype 1:1 [forms] []\n"},
    {"an entity of its own",
     "<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<form" NS "><project>&x;</project></form>",
     "error doctype 1:1 [f] []\n"},
    {"an entity that is not predefined", "<form" NS ">\n<project>a&nbsp;b</project></form>",
     "error entity 2:17 [nbsp] []\n"},
    {"an entity in an attribute", "<form" NS "\n id='&nbsp;'/>", "error entity 2:12 [nbsp] []\n"},
    {"another root", "<html>\n</html>", "error root 1:1 [html] [forms, form]\n"},
    {"another root in our namespace", "\n<fund" NS "/>", "error root 2:1 [fund] [forms, form]\n"},
    {"no namespace", "<form id='a'/>", "error namespace 1:1 [] [urn:fuhe:form:1]\n"},
    {"another namespace", "<forms xmlns='urn:fuhe:form:2'/>",
     "error namespace 1:1 [urn:fuhe:form:2] [urn:fuhe:form:1]\n"},
    {"no form", " <forms" NS "><statement/></forms>", "statement 1:33\nerror no-form 1:2 [] []\n"},
    {"forms before a fault are delivered", "<forms" NS "><form id='a'/>\n<form id='b'></forms>",
     "form 1:32\n@id 1:42 =a\nerror not-xml 2:22 ["},
};

/* What stands in [] after that is the parser's own wording in some rows. */
static void document_is_refused(void **state) {
    const struct document_case *row = *state;
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    struct dump dump = {0};

    assert_int_equal(dump_read(&dump, reader, fuhe_text_of(row->document), 0), FUHE_STATUS_UNREADABLE);
    if (!fuhe_text_starts_with((fuhe_text){dump.text, dump.length}, fuhe_text_of(row->expected))) {
        assert_string_equal(dump.text, row->expected);
    }
    fuhe_form_reader_free(reader);
    free(dump.text);
}

/* --- chunks and documents one after another --- */

static const char *const files[] = {
    "tests/forms/yanbian-2024/department.xml",
    "tests/forms/yanbian-2024/hotline-operation.xml",
    "tests/xml/documents/full.xml",
    "tests/xml/documents/nasty.xml",
    "tests/xml/documents/sparse.xml",
    "tests/xml/documents/statement-last.xml",
};
enum { FILE_COUNT = sizeof files / sizeof files[0] };

static void check_chunks(struct fuhe_form_reader *reader, fuhe_text bytes) {
    static const size_t chunks[] = {1, 2, 3, 7, 64, 300, 4096};
    struct dump whole = {0};

    (void)dump_read(&whole, reader, bytes, 0);
    for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
        struct dump pieces = {0};
        (void)dump_read(&pieces, reader, bytes, chunks[i]);
        assert_string_equal(pieces.text, whole.text);
        free(pieces.text);
    }
    free(whole.text);
}

static void check_rows_in_chunks(struct fuhe_form_reader *reader, const struct document_case *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        check_chunks(reader, fuhe_text_of(rows[i].document));
    }
}

#define CHECK_ROWS_IN_CHUNKS(reader, rows) check_rows_in_chunks(reader, rows, sizeof(rows) / sizeof(rows)[0])

/* However the bytes arrive, and whatever the reader has read before, the same is read. */
static void chunk_size_does_not_matter(void **state) {
    struct fuhe_form_reader *reader = fuhe_form_reader_new();

    (void)state;
    for (size_t i = 0; i < FILE_COUNT; i++) {
        const fuhe_text bytes = dump_load(files[i]);
        check_chunks(reader, bytes);
        free((void *)(uintptr_t)bytes.bytes);
    }
    CHECK_ROWS_IN_CHUNKS(reader, value_cases);
    CHECK_ROWS_IN_CHUNKS(reader, oddity_cases);
    CHECK_ROWS_IN_CHUNKS(reader, refusal_cases);
    fuhe_form_reader_free(reader);
}

/* Every line end and every byte is a place where a document may be cut off: an error each time, and the reader is as
 * good as new. */
static void cut_documents_are_refused(void **state) {
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    const fuhe_text bytes = dump_load("tests/xml/documents/nasty.xml");
    const size_t end = fuhe_text_find(bytes, FUHE_TEXT("</form>"));

    (void)state;
    for (size_t length = 0; length < end + sizeof "</form>" - 1; length++) {
        struct dump dump = {0};
        assert_int_equal(dump_read(&dump, reader, (fuhe_text){bytes.bytes, length}, 0), FUHE_STATUS_UNREADABLE);
        free(dump.text);
    }
    struct dump used = {0};
    struct dump fresh = {0};
    struct fuhe_form_reader *other = fuhe_form_reader_new();
    assert_int_equal(dump_read(&used, reader, bytes, 0), FUHE_STATUS_OK);
    assert_int_equal(dump_read(&fresh, other, bytes, 0), FUHE_STATUS_OK);
    assert_string_equal(used.text, fresh.text);
    free(used.text);
    free(fresh.text);
    fuhe_form_reader_free(reader);
    fuhe_form_reader_free(other);
    free((void *)(uintptr_t)bytes.bytes);
}

/* --- the receiver, and inputs that fail --- */

static enum fuhe_status stop_at_second(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    int *count = context;

    (void)form, (void)arena;
    return ++*count == 2 ? FUHE_STATUS_STOPPED : FUHE_STATUS_OK;
}

static void receiver_may_stop(void **state) {
    const fuhe_text bytes = FUHE_TEXT("<forms" NS "><form/><form/><form/></forms>");
    struct fuhe_memory_input memory = {bytes.bytes, bytes.length, 0, 0};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    int count = 0;
    const struct fuhe_form_sink sink = {stop_at_second, &count};
    struct fuhe_error error = {0};

    (void)state;
    assert_int_equal(fuhe_form_reader_read(reader, &input, &sink, NULL, &error), FUHE_STATUS_STOPPED);
    assert_int_equal(error.status, FUHE_STATUS_STOPPED);
    assert_int_equal(count, 2);
    fuhe_form_reader_free(reader);
}

/* Text in, a failure afterwards. */
struct failing_input {
    const char *text;
    enum fuhe_problem problem;
};

static enum fuhe_status read_failing(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    struct failing_input *failing = context;

    if (failing->text == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, failing->problem, "why", NULL);
    }
    *count = strlen(failing->text);
    assert_true(*count <= size);
    memcpy(buffer, failing->text, *count);
    failing->text = NULL;
    return FUHE_STATUS_OK;
}

struct failure_case {
    const char *name;
    struct failing_input input;
    int forms;
};

static const struct failure_case failure_cases[] = {
    {"a directory", {NULL, FUHE_PROBLEM_IS_DIRECTORY}, 0},
    {"within the first bytes", {"<f", FUHE_PROBLEM_READ}, 0},
    {"behind a form", {"<forms" NS "><form/> <form/", FUHE_PROBLEM_READ}, 1},
};

static void failure_of_input_is_handed_on(void **state) {
    const struct failure_case *row = *state;
    struct failing_input failing = row->input;
    const struct fuhe_input input = {read_failing, &failing};
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    int count = 0;
    const struct fuhe_form_sink sink = {stop_at_second, &count};
    struct fuhe_error error = {0};

    assert_int_equal(fuhe_form_reader_read(reader, &input, &sink, NULL, &error), FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.problem, row->input.problem);
    assert_string_equal(error.found, "why");
    assert_int_equal(error.line, 0);
    assert_int_equal(count, row->forms);
    fuhe_form_reader_free(reader);
}

int main(void) {
    const struct CMUnitTest others[] = {
        cmocka_unit_test(chunk_size_does_not_matter),
        cmocka_unit_test(cut_documents_are_refused),
        cmocka_unit_test(receiver_may_stop),
    };
    return RUN_CASES("values", value_cases, document_reads_as) +
           RUN_CASES("oddities", oddity_cases, document_reads_as) +
           RUN_CASES("refusals", refusal_cases, document_is_refused) +
           RUN_CASES("failures", failure_cases, failure_of_input_is_handed_on) +
           cmocka_run_group_tests_name("reading", others, NULL, NULL);
}
