/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "intake/reader.h"
#include "intake/words.h"
#include "tests/support/cases.h"

#define NAMESPACE "xmlns=\"urn:fuhe:form:1\""

/* --- which way --------------------------------------------------------------------------------------------------- */

struct way_case {
    const char *name;
    fuhe_text head;
    bool whole;
};

#define HEAD(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

static const struct way_case way_cases[] = {
    {"nothing", HEAD(""), false},
    {"white space", HEAD(" \n\t"), false},
    {"a form", HEAD("<form " NAMESPACE "><project>p</project></form>"), false},
    {"a form behind a declaration", HEAD("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<forms " NAMESPACE ">"), false},
    {"a form behind a comment about pages", HEAD("<!-- <table> --><forms " NAMESPACE ">"), false},
    {"a long comment about pages", HEAD("<?xml version=\"1.0\"?><!-- from <table> and <html > --><!-- and so on"),
     false},
    {"a form with rubbish in front", HEAD("x<form " NAMESPACE "/>"), false},
    {"a form without its namespace", HEAD("<form><project>p</project></form>"), false},
    {"a form of another namespace", HEAD("<forms xmlns=\"urn:other\"><form>"), false},
    {"a document type of XML", HEAD("<!DOCTYPE forms [<!ENTITY p \"q\">]><forms>"), false},
    {"any XML", HEAD("<?xml version=\"1.0\"?><catalogue/>"), false},
    {"a tag that is broken off", HEAD("<for"), false},
    {"byte order mark", HEAD("\xEF\xBB\xBF<form"), false},
    {"UTF-16, small end first", HEAD("\xFF\xFE<\0f\0o\0r\0m\0"), false},
    {"UTF-16, large end first", HEAD("\xFE\xFF\0<\0f\0o\0r\0m"), false},
    {"UTF-16 without a mark", HEAD("<\0f\0o\0r\0m\0"), false},
    {"a text in UTF-16", HEAD("\xFF\xFE\x79\x98\xEE\x76|\0"), true},
    {"a page", HEAD("<html><body>"), true},
    {"a page in capitals", HEAD("\n<TABLE border=0>"), true},
    {"a page that says what it is", HEAD("<!DOCTYPE html>\n<!-- none of its tags yet -->"), true},
    {"a page behind a comment", HEAD("<!-- saved --><!--[if !mso]><!--><html>"), true},
    {"a page in XML", HEAD("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"), true},
    {"a text", HEAD("| a | b |\n"), true},
    {"an office document", HEAD("PK\3\4\x14\0\6\0"), true},
    {"an old office document", HEAD("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), true},
    {"a PDF", HEAD("%PDF-1.7"), true},
    {"bytes", HEAD("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), true},
};

static void test_way(void **state) {
    const struct way_case *way = *state;

    assert_int_equal(fuhe_reader_takes_whole(way->head), way->whole);
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

#define FORM(project, header)                                                                                          \
    "| 项目名称 | " project " | | | |\n| " header " | 指标值 | 完成值 | 权重 | 得分 |\n"                     \
    "| 培训 | 10次 | 9次 | 20 | 18 |\n"

struct reading_case {
    const char *name;
    const char *bytes;
    const char *projects; /* each ended by a comma */
    enum fuhe_problem problem;
};

static const struct reading_case reading_cases[] = {
    {"form XML", "<forms " NAMESPACE "><form><project>甲</project></form><form><project>乙</project></form></forms>",
     "甲,乙,", FUHE_PROBLEM_NONE},
    {"form XML that ends too early", "<forms " NAMESPACE "><form><project>甲</project></form>", "甲,",
     FUHE_PROBLEM_NOT_XML},
    {"a text", FORM("甲", "三级指标"), "甲,", FUHE_PROBLEM_NONE},
    {"two forms", FORM("甲", "三级指标") "\n" FORM("乙", "三级指标"), "甲,乙,", FUHE_PROBLEM_NONE},
    {"a page",
     "<table><tr><td>项目名称<td>甲<tr><td>三级指标<td>指标值<td>完成值<td>权重<td>得分"
     "<tr><td>培训<td>10次<td>9次<td>20<td>18</table>",
     "甲,", FUHE_PROBLEM_NONE},
    {"no form", "通知\n\n各单位：\n", "", FUHE_PROBLEM_INTAKE_NO_FORM},
    {"a word that is not known", FORM("甲", "绩效内容"), "", FUHE_PROBLEM_INTAKE_NO_FORM},
    {"a PDF", "%PDF-1.7", "", FUHE_PROBLEM_INTAKE_PDF},
    {"nothing", "", "", FUHE_PROBLEM_EMPTY},
};

struct taken {
    char projects[256];
    enum fuhe_status answer;
};

static enum fuhe_status take_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    struct taken *taken = context;
    const size_t used = strlen(taken->projects);

    assert_non_null(form->document);
    assert_non_null(fuhe_arena_allocate(arena, 1, 100000));
    assert_true(fuhe_arena_size(arena) < 1000000);
    assert_true(used + form->project.text.length + 2 < sizeof taken->projects);
    memcpy(taken->projects + used, form->project.text.bytes, form->project.text.length);
    taken->projects[used + form->project.text.length] = ',';
    return taken->answer;
}

static enum fuhe_status read_in_pieces(struct fuhe_reader *reader, const char *bytes, size_t chunk, struct taken *taken,
                                       struct fuhe_error *err) {
    struct fuhe_memory_input memory = {.bytes = bytes, .length = strlen(bytes), .chunk = chunk};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    const struct fuhe_form_sink sink = {take_form, taken};
    struct fuhe_document document;

    memset(taken->projects, 0, sizeof taken->projects);
    *err = (struct fuhe_error){0};
    const enum fuhe_status status = fuhe_reader_read(reader, &input, &sink, &document, err);
    assert_int_equal(document.is_collection, status == FUHE_STATUS_OK || bytes[0] != '\0');
    return status;
}

static void test_reading(void **state) {
    const struct reading_case *reading = *state;
    const size_t chunks[] = {0, 1, 7};
    struct fuhe_reader *reader = fuhe_reader_new(NULL);
    struct taken taken = {.answer = FUHE_STATUS_OK};
    struct fuhe_error err;

    assert_non_null(reader);
    for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
        const enum fuhe_status status = read_in_pieces(reader, reading->bytes, chunks[i], &taken, &err);
        assert_int_equal(status == FUHE_STATUS_OK, reading->problem == FUHE_PROBLEM_NONE);
        assert_int_equal(err.problem, reading->problem);
        assert_string_equal(taken.projects, reading->projects);
    }
    fuhe_reader_free(reader);
}

static void test_words(void **state) {
    struct fuhe_words *words = fuhe_words_new();
    const struct fuhe_reader_options options = {.words = words};
    struct fuhe_reader *reader = fuhe_reader_new(&options);
    struct taken taken = {.answer = FUHE_STATUS_OK};
    struct fuhe_error err;

    (void)state;
    assert_int_equal(fuhe_words_teach(words, FUHE_TEXT("[indicator]\nname = 绩效内容\n"), &err), FUHE_STATUS_OK);
    assert_int_equal(read_in_pieces(reader, FORM("甲", "绩效内容"), 0, &taken, &err), FUHE_STATUS_OK);
    assert_string_equal(taken.projects, "甲,");
    fuhe_reader_free(reader);
    fuhe_words_free(words);
}

/* A receiver that stops is obeyed at once. */
static void test_stop(void **state) {
    struct fuhe_reader *reader = fuhe_reader_new(NULL);
    struct taken taken = {.answer = FUHE_STATUS_STOPPED};
    struct fuhe_error err;

    (void)state;
    assert_int_equal(read_in_pieces(reader, FORM("甲", "三级指标") "\n" FORM("乙", "三级指标"), 0, &taken, &err),
                     FUHE_STATUS_STOPPED);
    assert_string_equal(taken.projects, "甲,");
    fuhe_reader_free(reader);
}

/* Input that breaks off within its beginning: what was read comes first. */
static enum fuhe_status read_and_break(void *context, char *buffer, size_t size, size_t *count,
                                       struct fuhe_error *err) {
    const char **bytes = context;

    (void)size;
    if (*bytes == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_READ, "broken", NULL);
    }
    *count = strlen(*bytes);
    memcpy(buffer, *bytes, *count);
    *bytes = NULL;
    return FUHE_STATUS_OK;
}

static void test_broken_input(void **state) {
    struct fuhe_reader *reader = fuhe_reader_new(NULL);
    struct taken taken = {.answer = FUHE_STATUS_OK};
    const struct fuhe_form_sink sink = {take_form, &taken};
    const char *texts[] = {"<forms " NAMESPACE "><form><project>甲</project></form>", "| a | b |\n"};
    const char *projects[] = {"甲,", ""};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        const struct fuhe_input input = {read_and_break, &texts[i]};
        struct fuhe_error err = {0};
        memset(taken.projects, 0, sizeof taken.projects);
        assert_int_equal(fuhe_reader_read(reader, &input, &sink, NULL, &err), FUHE_STATUS_UNREADABLE);
        assert_int_equal(err.problem, FUHE_PROBLEM_READ);
        assert_string_equal(err.found, "broken");
        assert_string_equal(taken.projects, projects[i]);
    }
    fuhe_reader_free(reader);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_words), cmocka_unit_test(test_stop),
                                       cmocka_unit_test(test_broken_input)};
    int failures = RUN_CASES("which way", way_cases, test_way);

    failures += RUN_CASES("reading", reading_cases, test_reading);
    failures += cmocka_run_group_tests(tests, NULL, NULL);
    return failures;
}
