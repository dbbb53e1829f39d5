/* SPDX-License-Identifier: Apache-2.0 */
/* Every code, problem and word has a message in both languages. The findings are made up, with every figure and word
 * that a check could give. */
#include <stdio.h>
#include <string.h>

#include "report/memory_output.h"
#include "report/messages.h"
#include "tests/support/cases.h"

enum { MESSAGE_BYTES = 2048 };

static struct fuhe_indicator indicator = {
    .name = {.text = {"办公经费", 12}, .state = FUHE_CELL_TEXT},
    .target = {.text = {"13", 2}, .state = FUHE_CELL_TEXT},
    .actual = {.text = {"5", 1}, .state = FUHE_CELL_TEXT},
    .score = {.text = {"2", 1}, .state = FUHE_CELL_TEXT},
};
static struct fuhe_doubt doubt = {.value.text = {"weight", 6}, .why.text = {"not-a-number", 12}};
static struct fuhe_form form = {
    .indicators = &indicator, .indicator_count = 1, .year = {.text = {"2024", 4}}, .doubts = &doubt, .doubt_count = 1};
static struct fuhe_row row = {.has_weight = true, .has_exact = true, .exact = {2, 3}, .counted = true};
static struct fuhe_pack pack;
static struct fuhe_review review = {.form = &form, .pack = &pack, .rows = &row, .row_count = 1};

static void speak(const char *language) {
    assert_true(fuhe_language_set(language, LOCALE_FOLDER));
}

/* What write puts out for a number, in a language. */
static void say(const char *language, void (*write)(struct fuhe_output *output, size_t number), size_t number,
                char message[MESSAGE_BYTES]) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    speak(language);
    write(&memory->output, number);
    const fuhe_text text = fuhe_memory_output_text(memory);
    assert_true(text.length > 0 && text.length < MESSAGE_BYTES);
    memcpy(message, text.bytes, text.length);
    message[text.length] = '\0';
    fuhe_memory_output_free(memory);
}

static struct fuhe_finding make_finding(enum fuhe_code code) {
    const struct fuhe_figure figure = {true, FUHE_DECIMAL(3)};

    return (struct fuhe_finding){.code = code,
                                 .block = code == FUHE_CODE_DOUBTFUL_READING ? FUHE_BLOCK_DOUBT : FUHE_BLOCK_INDICATOR,
                                 .category = FUHE_CATEGORY_OUTPUT,
                                 .cell = "@score",
                                 .claimed = figure,
                                 .recomputed = figure,
                                 .difference = figure,
                                 .low = figure,
                                 .high = figure,
                                 .quote = FUHE_TEXT("quote"),
                                 .other = FUHE_TEXT("other")};
}

static void write_finding(struct fuhe_output *output, size_t number) {
    const struct fuhe_finding finding = make_finding((enum fuhe_code)number);

    fuhe_message_finding(output, &review, &finding);
}

/* Nothing but the code and its block, of no form: as bare as a finding can be. */
static void write_bare_finding(struct fuhe_output *output, size_t number) {
    const struct fuhe_finding finding = {.code = (enum fuhe_code)number, .category = FUHE_CATEGORY_NONE};

    fuhe_message_finding(output, NULL, &finding);
}

static void write_title(struct fuhe_output *output, size_t number) {
    fuhe_output_string(output, fuhe_message_title((enum fuhe_code)number));
}

static void write_advice(struct fuhe_output *output, size_t number) {
    fuhe_output_string(output, fuhe_message_advice((enum fuhe_code)number));
}

static void write_problem(struct fuhe_output *output, size_t number) {
    const struct fuhe_error error = {.problem = (enum fuhe_problem)number,
                                     .line = 3,
                                     .column = 4,
                                     .found = "(found)",
                                     .expected = "(expected)",
                                     .subject = "(subject)"};

    fuhe_message_error(output, NULL, &error);
}

static void write_severity(struct fuhe_output *output, size_t number) {
    fuhe_output_string(output, fuhe_message_severity((enum fuhe_severity)number));
}

static void write_verdict(struct fuhe_output *output, size_t number) {
    fuhe_output_string(output, fuhe_message_verdict((enum fuhe_verdict)number));
}

static void write_category(struct fuhe_output *output, size_t number) {
    fuhe_output_string(output, fuhe_message_category((enum fuhe_category)number));
}

static void write_loss(struct fuhe_output *output, size_t number) {
    fuhe_output_string(output, fuhe_message_loss((enum fuhe_loss)number));
}

static void write_firmness(struct fuhe_output *output, size_t number) {
    fuhe_output_string(output, fuhe_message_firmness((enum fuhe_firmness)number));
}

static void write_slip(struct fuhe_output *output, size_t number) {
    fuhe_output_string(output, fuhe_message_slip((enum fuhe_slip_kind)number));
}

struct words_case {
    const char *name;
    void (*write)(struct fuhe_output *output, size_t number);
    size_t count;
};

static const struct words_case words_cases[] = {
    {"findings", write_finding, FUHE_CODE_COUNT},
    {"titles", write_title, FUHE_CODE_COUNT},
    {"advice", write_advice, FUHE_CODE_COUNT},
    {"problems", write_problem, FUHE_PROBLEM_COUNT},
    {"severities", write_severity, FUHE_SEVERITY_COUNT},
    {"verdicts", write_verdict, FUHE_VERDICT_UNSCORED + 1},
    {"categories", write_category, FUHE_CATEGORY_NONE + 1},
    {"losses", write_loss, FUHE_LOSS_ROUNDED + 1},
    {"firmnesses", write_firmness, FUHE_UNDECIDABLE + 1},
    {"slips", write_slip, FUHE_SLIP_KIND_COUNT},
};

/* Numbers and words of the form stand in both; so the words around them must differ, and the Chinese be Chinese. */
static void has_both_languages(void **state) {
    const struct words_case *words = *state;
    char english[MESSAGE_BYTES];
    char chinese[MESSAGE_BYTES];

    for (size_t i = 0; i < words->count; i++) {
        say("en", words->write, i, english);
        say("zh", words->write, i, chinese);
        assert_string_not_equal(english, chinese);
        assert_true(strpbrk(chinese, "\xE4\xE5\xE6\xE7\xE8\xE9") != NULL);
        if (words->write != write_slip) { /* slips are sentences still to be filled in */
            assert_null(strchr(english, '{'));
        }
    }
}

static void every_finding_has_a_sentence(void **state) {
    char message[MESSAGE_BYTES];

    (void)state;
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        say("en", write_finding, i, message);
        assert_string_not_equal(message, fuhe_code_name((enum fuhe_code)i));
        assert_int_equal(message[strlen(message) - 1], '.');
    }
}

/* Without its figures a finding is still said, if only by its code; and no place is left open. */
static void bare_findings_are_said(void **state) {
    char message[MESSAGE_BYTES];

    (void)state;
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        say("en", write_bare_finding, i, message);
        assert_null(strchr(message, '{'));
    }
}

struct error_case {
    const char *name;
    const char *file;
    struct fuhe_error error;
    const char *expected;
};

static const struct error_case error_cases[] = {
    {"file, line and column",
     "表格3.xml",
     {.problem = FUHE_PROBLEM_DOCTYPE, .line = 12, .column = 5},
     "表格3.xml:12:5: has a DOCTYPE, which is refused for safety; remove the declaration"},
    {"line only",
     "a.xml",
     {.problem = FUHE_PROBLEM_NO_FORM, .line = 2},
     "a.xml:2: holds no form; at least one <form> was expected"},
    {"no place",
     "a.xml",
     {.problem = FUHE_PROBLEM_OPEN, .found = "Permission denied"},
     "a.xml: cannot be opened: Permission denied; check name and permissions"},
    {"standard input", "-", {.problem = FUHE_PROBLEM_EMPTY}, "standard input: is empty; get the document once more"},
    {"no file",
     NULL,
     {.problem = FUHE_PROBLEM_PACK_UNKNOWN, .found = "x", .expected = "a, b"},
     "there are no rules named “x”; known are: a, b; the name of a file ends in .xml"},
    {"bytes further down",
     "a.xml",
     {.problem = FUHE_PROBLEM_BYTES, .line = 3, .column = 1, .found = "UTF-8"},
     "a.xml:3:1: has bytes that are not UTF-8; save the document in the encoding that it declares, or declare the one "
     "that it has (often GBK)"},
};

static void error_reads(void **state) {
    const struct error_case *expected = *state;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    speak("en");
    fuhe_message_error(&memory->output, expected->file, &expected->error);
    const fuhe_text text = fuhe_memory_output_text(memory);
    assert_int_equal(text.length, strlen(expected->expected));
    assert_memory_equal(text.bytes, expected->expected, text.length);
    fuhe_memory_output_free(memory);
}

static void unknown_language_is_refused(void **state) {
    (void)state;
    speak("zh");
    assert_false(fuhe_language_set("fr", LOCALE_FOLDER));
    assert_true(fuhe_language_is_chinese());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_finding_has_a_sentence),
        cmocka_unit_test(bare_findings_are_said),
        cmocka_unit_test(unknown_language_is_refused),
    };
    return RUN_CASES("words", words_cases, has_both_languages) + RUN_CASES("errors", error_cases, error_reads) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
