/* SPDX-License-Identifier: Apache-2.0 */
/* What counts as one: departments that are spelled in several ways, and projects that came in more than once. */
#include "store/survey.h"
#include "tests/store/stored_run.h"
#include "tests/support/cases.h"

#include <stdio.h>

#include <libxml/parser.h>

#define STORE "same-store.tmp"
#define FIRST "same-a.xml.tmp"
#define SECOND "same-b.xml.tmp"

#define FORM(id, year, project, department, claimed, budget)                                                           \
    "<form id='" id "' year='" year "'><project>" project "</project><department>" department "</department>"          \
    "<funds unit='元'><fund label='年度资金总额' initial='1' budget='" budget "' executed='" budget                    \
    "' rate='100' weight='10' score='10'/></funds><indicators><indicator level1='产出指标' level2='数量指标' " \
    "name='件数' weight='90' score='90'><target>90件</target><actual>90件</actual></indicator></indicators>"       \
    "<total claimed='" claimed "'/></form>"

static void write_document(const char *path, const char *forms) {
    char document[16000];

    (void)snprintf(document, sizeof document, "<forms xmlns='urn:fuhe:form:1' region='延边'>%s</forms>", forms);
    stored_write_file(path, document);
}

/* --- departments --- */

struct spelling_case {
    const char *name;
    const char *forms;
    size_t departments;
    size_t spellings; /* of the first one */
};

#define OF(department) FORM("a", "2024", "道路", department, "100", "1")

static const struct spelling_case spelling_cases[] = {
    {"the same", OF("交通局") OF("交通局"), 1, 1},
    {"a blank", OF("延边州 交通局") OF("延边州交通局"), 1, 2},
    {"marks and width", OF("交通局（本级）") OF("交通局(本级)") OF("交通局·本级") OF("交通局本级"), 1, 4},
    {"letters in full width", OF("ＩＴ中心") OF("IT中心"), 1, 2},
    {"other words", OF("交通局") OF("交通运输局"), 2, 1},
    {"a mark between digits", OF("第1、2小学") OF("第12小学"), 2, 1},
    {"kinds of marks between digits", OF("第1、2小学") OF("第1，2小学"), 1, 2},
    {"no name and a dash", OF("") OF("—"), 1, 2},
};

struct names {
    size_t count;
    size_t forms;
    struct fuhe_survey_department first;
    char name[64];
};

static enum fuhe_status take_department(void *context, const struct fuhe_survey_department *department) {
    struct names *names = context;

    if (names->count++ == 0) {
        names->first = *department;
        (void)snprintf(names->name, sizeof names->name, "%.*s", (int)department->name.length, department->name.bytes);
    }
    names->forms += department->forms;
    return FUHE_STATUS_OK;
}

/* Every form says the department as on the first one. */
static enum fuhe_status take_form(void *context, const struct fuhe_survey_form *form) {
    const struct names *names = context;

    if (form->department == 1) {
        assert_true(fuhe_text_equals(form->department_name, fuhe_text_of(names->name)));
    }
    return FUHE_STATUS_OK;
}

static void departments_are(void **state) {
    const struct spelling_case *row = *state;
    static const struct stored_run run = {{FIRST}, NULL, NULL};
    const struct fuhe_survey_request all = {FUHE_SURVEY_BY_PAGE, 0, 0, 0};
    struct fuhe_survey *survey = NULL;
    struct names names = {0};
    struct fuhe_store *store;

    write_document(FIRST, row->forms);
    stored_remove(STORE);
    stored_run(STORE, &run, NULL);
    store = stored_open(STORE);
    assert_int_equal(fuhe_survey_new(store, &survey, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_survey_departments(survey, FUHE_DEPARTMENTS_BY_NUMBER, 0, take_department, &names, NULL),
                     FUHE_STATUS_OK);
    assert_int_equal(names.count, row->departments);
    assert_int_equal(names.first.spellings, row->spellings);
    assert_int_equal(fuhe_survey_forms(survey, &all, take_form, &names, NULL), FUHE_STATUS_OK);
    fuhe_survey_free(survey);
    fuhe_store_close(store);
}

/* --- projects --- */

struct repeat_case {
    const char *name;
    const char *first;
    const char *second;
    size_t projects;
    size_t again;
    int64_t fen; /* of those */
    const char *pages;
};

#define ROAD FORM("road", "2024", "道路“养护”", "交通局", "100", "300")
#define ROAD_CORRECTED FORM("x", "2024", "道路\"养护\" ", "交通 局", "99", "200")
#define BRIDGE FORM("bridge", "2024", "桥梁", "交通局", "100", "50")

static const struct repeat_case repeat_cases[] = {
    {"none", ROAD, BRIDGE, 0, 0, 0, ""},
    {"under another id and spelling", ROAD BRIDGE, ROAD_CORRECTED, 1, 1, 20000, "1:1/2 1:3/2 "},
    {"projects by their first forms", ROAD BRIDGE, BRIDGE ROAD, 2, 2, 35000, "1:1/2 1:4/2 2:2/2 2:3/2 "},
    {"within a document only", ROAD ROAD, BRIDGE, 0, 0, 0, ""},
    {"within a document, too", ROAD ROAD, ROAD, 1, 2, 60000, "1:1/3 1:2/3 1:3/3 "},
    {"of another year", ROAD, FORM("road", "2023", "道路“养护”", "交通局", "100", "300"), 0, 0, 0, ""},
    {"of another department", ROAD, FORM("road", "2024", "道路“养护”", "水利局", "100", "300"), 0, 0, 0, ""},
    {"without a name", FORM("a", "2024", "", "交通局", "100", "1"), FORM("a", "2024", "—", "交通局", "100", "1"), 0, 0,
     0, ""},
};

struct pages {
    char text[256];
    size_t length;
};

static enum fuhe_status take_repeated(void *context, const struct fuhe_survey_repeated *repeated) {
    struct pages *pages = context;

    pages->length += (size_t)snprintf(pages->text + pages->length, sizeof pages->text - pages->length, "%d:%d/%d ",
                                      (int)repeated->first, (int)repeated->form.page, (int)repeated->forms);
    return FUHE_STATUS_OK;
}

static void repeats_are(void **state) {
    const struct repeat_case *row = *state;
    static const struct stored_run run = {{FIRST, SECOND}, NULL, NULL};
    struct fuhe_survey_repeats repeats;
    struct fuhe_survey *survey = NULL;
    struct pages pages = {.length = 0};
    struct fuhe_store *store;

    write_document(FIRST, row->first);
    write_document(SECOND, row->second);
    stored_remove(STORE);
    stored_run(STORE, &run, NULL);
    store = stored_open(STORE);
    assert_int_equal(fuhe_survey_new(store, &survey, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_survey_repeats(survey, &repeats, NULL), FUHE_STATUS_OK);
    assert_int_equal(repeats.projects, row->projects);
    assert_int_equal(repeats.again, row->again);
    assert_int_equal(repeats.forms, row->projects + row->again);
    assert_int_equal(repeats.money.fen, row->fen);
    assert_int_equal(fuhe_survey_repeated_forms(survey, take_repeated, &pages, NULL), FUHE_STATUS_OK);
    assert_string_equal(pages.text, row->pages);
    fuhe_survey_free(survey);
    fuhe_store_close(store);
}

static int clean(void **state) {
    (void)state;
    stored_remove(STORE);
    return remove(FIRST) + remove(SECOND);
}

static void nothing_more(void **state) {
    (void)state;
}

int main(void) {
    const struct CMUnitTest last[] = {cmocka_unit_test_teardown(nothing_more, clean)};
    int failures;

    xmlInitParser();
    failures = RUN_CASES("departments", spelling_cases, departments_are);
    failures += RUN_CASES("projects", repeat_cases, repeats_are);
    return failures + cmocka_run_group_tests(last, NULL, NULL);
}
