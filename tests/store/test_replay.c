/* SPDX-License-Identifier: Apache-2.0 */
/* What the store gives back is, byte for byte, what the batch said: forms, documents, failures, in their order. */
#include "store/replay.h"
#include "report/memory_output.h"
#include "report/report.h"
#include "store/survey.h"
#include "tests/store/stored_run.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <zip.h>

#define STORE "replay-store.tmp"
#define LONG_DOCUMENT "replay-long.xml.tmp"
#define ARCHIVE "replay-archive.zip.tmp"

/* --- what is replayed --- */

struct replayed {
    struct fuhe_memory_output *memory;
    struct fuhe_report report;
    uint64_t page;
    size_t files;
};

static enum fuhe_status take_form(void *context, const struct fuhe_result *result, uint64_t page) {
    struct replayed *replayed = context;

    assert_int_equal(page, ++replayed->page);
    replayed->report.format->form(&replayed->report, result);
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_unit(void *context, const char *file, const struct fuhe_document *document,
                                  const struct fuhe_unit_review *review) {
    struct replayed *replayed = context;

    replayed->report.format->unit(&replayed->report, file, document, review);
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_failure(void *context, const char *file, const struct fuhe_error *error) {
    struct replayed *replayed = context;

    replayed->report.format->failure(&replayed->report, file, error);
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_file(void *context, const char *file) {
    assert_true(file[0] != '\0');
    ((struct replayed *)context)->files++;
    return FUHE_STATUS_OK;
}

static void begin(struct replayed *replayed) {
    *replayed = (struct replayed){.memory = fuhe_memory_output_new(), .report = {.format = &fuhe_report_jsonl}};
    assert_non_null(replayed->memory);
    replayed->report.output = &replayed->memory->output;
}

static void replay_all(const char *path, struct replayed *replayed) {
    struct fuhe_store *store = stored_open(path);
    struct fuhe_replay *replay = NULL;
    const struct fuhe_replay_sink sink = {take_form, take_unit, take_failure, take_file, replayed};

    begin(replayed);
    assert_int_equal(fuhe_replay_new(store, &replay, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_replay_all(replay, &sink, NULL), FUHE_STATUS_OK);
    fuhe_replay_free(replay);
    fuhe_store_close(store);
}

/* Compares line by line, so that a failing test says where. */
static void assert_same_lines(const char *found, const char *expected) {
    for (size_t number = 1; *expected != '\0'; number++) {
        const size_t length = strcspn(expected, "\n") + 1;
        if (strncmp(found, expected, length) != 0) {
            fail_msg("line %zu\nis        %.*s\nshould be %.*s", number, (int)strcspn(found, "\n"), found,
                     (int)length - 1, expected);
        }
        found += length;
        expected += length;
    }
    assert_string_equal(found, "");
}

static void assert_same(struct replayed *replayed, const struct stored_lines *lines) {
    const fuhe_text text = fuhe_memory_output_text(replayed->memory);
    char *found = malloc(text.length + 1);

    assert_non_null(found);
    memcpy(found, text.bytes, text.length);
    found[text.length] = '\0';
    assert_same_lines(found, lines->bytes);
    free(found);
}

/* --- documents that have to be made --- */

#define HEAD(attributes)                                                                                               \
    "<?xml version='1.0'?>\n<forms xmlns='urn:fuhe:form:1' " attributes ">\n  <statement projects='15' funds='400.19'" \
    " share='42.46' unit='万元'/>\n<foms/>\n"

static void make_long(void) {
    stored_write_document(LONG_DOCUMENT, HEAD("source='汇总'"), 40, NULL);
}

/* In a region without rules of its own, said at its head alone: no form of any part may be scored by other rules. */
static void make_long_in_region(void) {
    stored_write_document(LONG_DOCUMENT, HEAD("region='四川省'"), 40, NULL);
}

static void make_long_and_broken(void) {
    static const int broken[] = {3, 4, 200, 201, 350, 599, -1};

    stored_write_document(LONG_DOCUMENT, HEAD("region='四川省' surce=''"), 40, broken);
}

static void add_to_archive(zip_t *archive, const char *name, const char *path) {
    zip_source_t *source = zip_source_file(archive, path, 0, -1);

    assert_non_null(source);
    assert_true(zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8) >= 0);
}

static void make_archive(void) {
    int error = 0;
    zip_t *archive = zip_open(ARCHIVE, ZIP_CREATE | ZIP_TRUNCATE, &error);

    assert_non_null(archive);
    add_to_archive(archive, "自评/department.xml", "tests/forms/yanbian-2024/department.xml");
    add_to_archive(archive, "broken.xml", "tests/cli/forms/broken.xml");
    add_to_archive(archive, "hostile.xml", "tests/cli/forms/hostile.xml");
    assert_int_equal(zip_close(archive), 0);
}

static void make_nothing(void) {
}

/* --- rows --- */

struct replay_case {
    const char *name;
    void (*make)(void);
    struct stored_run run;
    size_t lines; /* at least */
};

static const struct replay_case replay_cases[] = {
    {"the forms of Yanbian", make_nothing, {{"tests/forms"}, NULL, NULL}, 40},
    {"by rules asked for", make_nothing, {{"tests/forms"}, "mof-2020", NULL}, 40},
    {"by rules from a file", make_nothing, {{"tests/forms"}, "tests/rules/good/other-choices.xml", NULL}, 40},
    {"forms of every finding", make_nothing, {{"tests/cases"}, NULL, NULL}, 80},
    {"broken documents", make_nothing, {{"tests/cli/forms", "tests/rules/bad", "no-such-file.xml"}, NULL, NULL}, 20},
    {"documents in many encodings", make_nothing, {{"tests/xml/documents", "tests/fuzz/corpus"}, NULL, NULL}, 20},
    {"an archive", make_archive, {{ARCHIVE}, NULL, NULL}, 17},
    {"a long document", make_long, {{LONG_DOCUMENT}, NULL, NULL}, 601},
    {"a long document of another region", make_long_in_region, {{LONG_DOCUMENT}, NULL, NULL}, 601},
    {"a long broken document", make_long_and_broken, {{LONG_DOCUMENT}, NULL, NULL}, 600},
};

static size_t count_lines(const struct stored_lines *lines) {
    size_t count = 0;

    for (size_t i = 0; i < lines->length; i++) {
        count += lines->bytes[i] == '\n';
    }
    return count;
}

static void replay_gives_the_same(void **state) {
    const struct replay_case *row = *state;
    struct stored_lines lines;
    struct replayed replayed;

    row->make();
    stored_remove(STORE);
    stored_run(STORE, &row->run, &lines);
    assert_true(count_lines(&lines) >= row->lines);
    replay_all(STORE, &replayed);
    assert_same(&replayed, &lines);
    assert_int_equal(replayed.page, lines.tally.forms);
    fuhe_memory_output_free(replayed.memory);
    free(lines.bytes);
    stored_remove(STORE);
    (void)remove(LONG_DOCUMENT);
    (void)remove(ARCHIVE);
}

/* A document that is named twice in a run counts once, at its first place. */
static void document_named_twice(void **state) {
    static const struct stored_run once = {{"tests/cli/forms/odd.xml", "tests/forms"}, NULL, NULL};
    static const struct stored_run twice = {
        {"tests/cli/forms/odd.xml", "tests/forms", "tests/cli/forms/odd.xml"}, NULL, NULL};
    struct stored_lines lines;
    struct replayed replayed;

    (void)state;
    stored_remove(STORE);
    stored_run(STORE, &once, &lines);
    stored_remove(STORE);
    stored_run(STORE, &twice, NULL);
    replay_all(STORE, &replayed);
    assert_same(&replayed, &lines);
    fuhe_memory_output_free(replayed.memory);
    free(lines.bytes);
    stored_remove(STORE);
}

/* --- later runs --- */

/* What an earlier run read and the later one found unchanged comes in the order of the later one. */
static void later_run_is_in_force(void **state) {
    static const struct stored_run first = {{"tests/cli/forms", "tests/forms/yanbian-2024/department.xml"}, NULL, NULL};
    static const struct stored_run second = {{"tests/forms/yanbian-2024", "tests/cli/forms/odd.xml"}, NULL, NULL};
    struct stored_lines lines;
    struct replayed replayed;

    (void)state;
    stored_remove(STORE);
    stored_run(STORE, &second, &lines);
    stored_remove(STORE);
    stored_run(STORE, &first, NULL);
    stored_run(STORE, &second, NULL);
    replay_all(STORE, &replayed);
    assert_same(&replayed, &lines);
    assert_int_equal(replayed.files, 17);
    fuhe_memory_output_free(replayed.memory);
    free(lines.bytes);
    stored_remove(STORE);
}

/* --- one department --- */

struct department_walk {
    struct fuhe_replay *replay;
    uint64_t number;
    size_t forms;
    fuhe_text name;
    uint64_t last_page;
};

/* Among the forms there is one of "+延边州某局": the same department without it. */
static fuhe_text without_plus(fuhe_text name) {
    return fuhe_text_starts_with(name, FUHE_TEXT("+")) ? fuhe_text_from(name, 1) : name;
}

static enum fuhe_status take_department_form(void *context, const struct fuhe_result *result, uint64_t page) {
    struct department_walk *walk = context;
    const struct fuhe_form *form = result->form;

    assert_true(page > walk->last_page);
    assert_true(fuhe_text_ends_with(
        walk->name, without_plus(form->department.text.length > 0 ? form->department.text : form->unit.text)));
    walk->last_page = page;
    walk->forms++;
    return FUHE_STATUS_OK;
}

static enum fuhe_status replay_department(void *context, const struct fuhe_survey_department *department) {
    struct department_walk *walk = context;
    const struct fuhe_replay_sink sink = {.form = take_department_form, .context = walk};

    walk->name = department->name;
    walk->last_page = 0;
    const size_t before = walk->forms;
    assert_int_equal(fuhe_replay_department(walk->replay, department->number, &sink, NULL), FUHE_STATUS_OK);
    assert_int_equal(walk->forms - before, department->forms);
    return FUHE_STATUS_OK;
}

static void departments_one_by_one(void **state) {
    static const struct stored_run run = {{"tests/forms", "tests/cases", "tests/cli/forms"}, NULL, NULL};
    struct department_walk walk = {0};
    struct fuhe_survey *survey = NULL;
    struct stored_lines lines;
    const struct fuhe_replay_sink sink = {.form = take_department_form, .context = &walk};

    (void)state;
    stored_remove(STORE);
    stored_run(STORE, &run, &lines);
    struct fuhe_store *store = stored_open(STORE);
    assert_int_equal(fuhe_survey_new(store, &survey, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_replay_new(store, &walk.replay, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_survey_departments(survey, FUHE_DEPARTMENTS_BY_NUMBER, 0, replay_department, &walk, NULL),
                     FUHE_STATUS_OK);
    assert_int_equal(walk.forms, lines.tally.forms);
    assert_int_equal(fuhe_replay_department(walk.replay, 100000, &sink, NULL), FUHE_STATUS_OK);
    assert_int_equal(walk.forms, lines.tally.forms);
    fuhe_replay_free(walk.replay);
    fuhe_survey_free(survey);
    fuhe_store_close(store);
    free(lines.bytes);
    stored_remove(STORE);
}

/* --- damage --- */

struct damage_case {
    const char *name;
    const char *sql;
    enum fuhe_problem problem;
};

static const struct damage_case damage_cases[] = {
    {"nothing", "", FUHE_PROBLEM_NONE},
    {"another engine", "UPDATE run SET engine = '0.0.1'", FUHE_PROBLEM_STORE_ENGINE},
    {"no run", "PRAGMA foreign_keys = OFF; DELETE FROM run", FUHE_PROBLEM_STORE_EMPTY},
    {"another verified score", "UPDATE form SET verified = verified + 1 WHERE number = 3", FUHE_PROBLEM_STORE_DAMAGED},
    {"another claimed score", "UPDATE form SET claimed = claimed - 10000 WHERE number = 3", FUHE_PROBLEM_STORE_DAMAGED},
    {"another deviation", "UPDATE form SET deviation = NULL WHERE number = 3", FUHE_PROBLEM_STORE_DAMAGED},
    {"another grade", "UPDATE form SET grade = 'poor' WHERE number = 3", FUHE_PROBLEM_STORE_DAMAGED},
    {"another state", "UPDATE form SET state = 'partial' WHERE number = 3", FUHE_PROBLEM_STORE_DAMAGED},
    {"no state", "UPDATE form SET state = 'fine' WHERE number = 3", FUHE_PROBLEM_STORE_DAMAGED},
    {"fewer errors", "UPDATE form SET errors = errors + 1 WHERE number = 3", FUHE_PROBLEM_STORE_DAMAGED},
    {"fewer notes", "UPDATE form SET notes = notes + 1 WHERE number = 3", FUHE_PROBLEM_STORE_DAMAGED},
    {"a transcript cut short", "UPDATE transcript SET cells = substr(cells, 1, length(cells) - 1)",
     FUHE_PROBLEM_STORE_DAMAGED},
    {"no transcript", "DELETE FROM transcript WHERE form = (SELECT max(id) FROM form)", FUHE_PROBLEM_STORE_DAMAGED},
    {"a document's surroundings cut short", "UPDATE reading SET around = x'01'", FUHE_PROBLEM_STORE_DAMAGED},
    {"no surroundings", "UPDATE reading SET around = NULL", FUHE_PROBLEM_STORE_DAMAGED},
    {"a failure of no kind", "UPDATE failure SET problem = 'bad luck'", FUHE_PROBLEM_STORE_DAMAGED},
    {"a pack that is none", "UPDATE pack SET xml = x'20' WHERE name = 'mof-2020'", FUHE_PROBLEM_STORE_DAMAGED},
};

static void damage_is_noticed(void **state) {
    static const struct stored_run run = {
        {"tests/forms/yanbian-2024/department.xml", "tests/cli/forms/broken.xml"}, NULL, NULL};
    const struct damage_case *row = *state;
    struct fuhe_replay *replay = NULL;
    struct fuhe_error error = {0};
    struct replayed replayed;
    const struct fuhe_replay_sink sink = {take_form, take_unit, take_failure, take_file, &replayed};

    stored_remove(STORE);
    stored_run(STORE, &run, NULL);
    stored_execute(STORE, row->sql);
    struct fuhe_store *store = stored_open(STORE);
    begin(&replayed);
    enum fuhe_status status = fuhe_replay_new(store, &replay, &error);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_replay_all(replay, &sink, &error);
    }
    assert_int_equal(error.problem, row->problem);
    assert_int_equal(status, row->problem == FUHE_PROBLEM_NONE ? FUHE_STATUS_OK : FUHE_STATUS_UNREADABLE);
    fuhe_memory_output_free(replayed.memory);
    fuhe_replay_free(replay);
    fuhe_store_close(store);
    stored_remove(STORE);
}

/* --- receivers --- */

static enum fuhe_status refuse_form(void *context, const struct fuhe_result *result, uint64_t page) {
    (void)context, (void)result;
    return page == 3 ? FUHE_STATUS_STOPPED : FUHE_STATUS_OK;
}

/* A receiver may stop the replay, and begin again. */
static void receiver_stops(void **state) {
    static const struct stored_run run = {{"tests/forms"}, NULL, NULL};
    const struct fuhe_replay_sink sink = {.form = refuse_form};
    const struct fuhe_replay_sink none = {.form = NULL};
    struct fuhe_replay *replay = NULL;

    (void)state;
    stored_remove(STORE);
    stored_run(STORE, &run, NULL);
    struct fuhe_store *store = stored_open(STORE);
    assert_int_equal(fuhe_replay_new(store, &replay, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_replay_library(replay)->count, fuhe_builtin_pack_count);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(fuhe_replay_all(replay, &sink, NULL), FUHE_STATUS_STOPPED);
        assert_int_equal(fuhe_replay_department(replay, 1, &sink, NULL), FUHE_STATUS_STOPPED);
        assert_int_equal(fuhe_replay_all(replay, &none, NULL), FUHE_STATUS_OK);
    }
    fuhe_replay_free(replay);
    fuhe_store_close(store);
    stored_remove(STORE);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(document_named_twice), cmocka_unit_test(later_run_is_in_force),
                                       cmocka_unit_test(departments_one_by_one), cmocka_unit_test(receiver_stops)};

    xmlInitParser();
    return RUN_CASES("replay", replay_cases, replay_gives_the_same) +
           RUN_CASES("damage", damage_cases, damage_is_noticed) + cmocka_run_group_tests(tests, NULL, NULL);
}
