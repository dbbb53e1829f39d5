/* SPDX-License-Identifier: Apache-2.0 */
/* Four runs over two documents that change: what is told of a form, and what is one review and what another. */
#include "store/history.h"
#include "tests/store/stored_run.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#define STORE "history-store.tmp"
#define FIRST "history-a.xml.tmp"
#define SECOND "history-b.xml.tmp"

enum { TEXT_MAX = 8000 };

/* --- the documents --- */

#define FORM(id, year, project, unit, actual, claimed)                                                                 \
    "<form id='" id "' year='" year "'><project>" project "</project><unit>" unit "</unit>\n<funds unit='万元'>"     \
    "<fund label='年度资金总额' initial='1' budget='2' executed='2' rate='100' weight='10' score='10'/></funds>" \
    "<indicators><indicator level1='产出指标' level2='数量指标' name='件数' weight='90' score='" actual "'>"           \
    "<target>90件</target><actual>" actual "件</actual></indicator></indicators><total claimed='" claimed "'/></form>"
#define DOCUMENT(forms) "<forms xmlns='urn:fuhe:form:1' region='延边'>\n" forms "</forms>\n"

#define ROAD FORM("road", "2024", "道路“养护”", "交通局", "81", "91")
#define ROAD_LOWER FORM("road", "2024", "道路“养护”", "交通局", "81", "90")
#define ROAD_NEXT FORM("way", "2025", "道路“养护”", "交通局", "90", "100")
#define ROAD_ELSEWHERE FORM("road-b", "2024", "道路“养护”", "水利局", "90", "100")
#define BRIDGE FORM("bridge", "2024", "桥梁检测 二期", "交通局", "45", "60")
#define TWIN FORM("", "2024", "同名项目", "交通局", "45", "55")
#define TWIN_OTHER FORM("", "2024", "同名项目", "交通局", "54", "64")
#define NAMELESS FORM("", "2024", "", "交通局", "9", "19")

#define SCHOOL(goal) "<form id='school'><project>校舍</project><goal><expected>" goal "</expected></goal></form>"

static void make_runs(void) {
    static const struct stored_run by_form = {{FIRST, SECOND}, NULL, "2025-01-01T00:00:00Z"};
    static const struct stored_run first_alone = {{FIRST}, NULL, "2025-02-02T00:00:00Z"};
    static const struct stored_run by_rules = {{FIRST, SECOND}, "mof-2020", "2025-03-03T00:00:00Z"};

    stored_remove(STORE);
    stored_write_file(FIRST, DOCUMENT(ROAD BRIDGE TWIN TWIN SCHOOL("两栋")));
    stored_write_file(SECOND, DOCUMENT(ROAD_ELSEWHERE));
    stored_run(STORE, &by_form, NULL);
    /* Another form in front, and one that has changed. */
    stored_write_file(FIRST, DOCUMENT("\n\n" ROAD_NEXT "\n" ROAD_LOWER "\n" BRIDGE TWIN TWIN_OTHER SCHOOL("三栋")));
    stored_run(STORE, &first_alone, NULL);
    stored_run(STORE, &by_form, NULL);
    stored_run(STORE, &by_rules, NULL);
}

/* --- telling --- */

struct told {
    char text[TEXT_MAX];
    size_t length;
};

static void add(struct told *told, const struct fuhe_history_review *review) {
    const struct fuhe_survey_form *form = &review->form;
    char verified[FUHE_DECIMAL_TEXT_SIZE] = "-";

    if (form->verified.present) {
        (void)fuhe_decimal_format(form->verified.value, 0, verified);
    }
    assert_int_equal(form->page, 0);
    assert_int_equal(form->department, 0);
    assert_true(review->has_hash);
    told->length += (size_t)snprintf(told->text + told->length, TEXT_MAX - told->length,
                                     "%.*s %.*s %.*s#%zu runs %d-%d %.*s %s %.*s%s\n", (int)form->project.length,
                                     form->project.bytes, (int)form->year.length, form->year.bytes,
                                     (int)form->file.length, form->file.bytes, form->number, (int)review->first_run,
                                     (int)review->last_run, (int)form->claimed.length, form->claimed.bytes, verified,
                                     (int)form->pack.length, form->pack.bytes, review->in_force ? " in force" : "");
    assert_true(told->length < TEXT_MAX);
}

static enum fuhe_status take_review(void *context, const struct fuhe_history_review *review) {
    add(context, review);
    assert_int_equal(review->key.length, 0);
    assert_true(fuhe_text_starts_with(review->started, FUHE_TEXT("2025-0")));
    return FUHE_STATUS_OK;
}

struct history_case {
    const char *name;
    const char *wanted;
    const char *expected; /* NULL: unknown */
};

#define OF_ROAD                                                                                                        \
    "道路“养护” 2024 history-a.xml.tmp#1 runs 1-1 91 91 jilin-yanbian\n"                                       \
    "道路“养护” 2024 history-a.xml.tmp#2 runs 2-3 90 91 jilin-yanbian\n"                                       \
    "道路“养护” 2024 history-a.xml.tmp#2 runs 4-4 90 91 mof-2020 in force\n"                                   \
    "道路“养护” 2025 history-a.xml.tmp#1 runs 2-4 100 100 mof-2020 in force\n"
#define OF_ROAD_ELSEWHERE                                                                                              \
    "道路“养护” 2024 history-b.xml.tmp#1 runs 1-1 100 100 jilin-yanbian\n"                                     \
    "道路“养护” 2024 history-b.xml.tmp#1 runs 3-3 100 100 jilin-yanbian\n"                                     \
    "道路“养护” 2024 history-b.xml.tmp#1 runs 4-4 100 100 mof-2020 in force\n"
#define OF_BRIDGE                                                                                                      \
    "桥梁检测 二期 2024 history-a.xml.tmp#3 runs 1-3 60 55 jilin-yanbian\n"                                      \
    "桥梁检测 二期 2024 history-a.xml.tmp#3 runs 4-4 60 55 mof-2020 in force\n"

static const struct history_case history_cases[] = {
    {"by id, with other years", "road", OF_ROAD},
    {"by id of another year", "way", OF_ROAD},
    {"of another department", "road-b", OF_ROAD_ELSEWHERE},
    {"a form that has moved is the same", "bridge", OF_BRIDGE},
    {"by name", "桥梁检测 二期", OF_BRIDGE},
    {"by name, blanks apart", " 桥梁检测二期 ", OF_BRIDGE},
    {"by name, quotation marks apart", "道路\"养护\"", OF_ROAD OF_ROAD_ELSEWHERE},
    {"by words", "检测", OF_BRIDGE},
    {"by several words", "二期 桥梁", OF_BRIDGE},
    {"forms of one name stand apart", "同名项目",
     "同名项目 2024 history-a.xml.tmp#4 runs 1-3 55 55 jilin-yanbian\n"
     "同名项目 2024 history-a.xml.tmp#4 runs 4-4 55 55 mof-2020 in force\n"
     "同名项目 2024 history-a.xml.tmp#4 runs 1-1 55 55 jilin-yanbian\n"
     "同名项目 2024 history-a.xml.tmp#5 runs 2-3 64 64 jilin-yanbian\n"
     "同名项目 2024 history-a.xml.tmp#5 runs 4-4 64 64 mof-2020 in force\n"},
    {"other words with the same figures are another review", "school",
     "校舍  history-a.xml.tmp#5 runs 1-1  - jilin-yanbian\n"
     "校舍  history-a.xml.tmp#6 runs 2-3  - jilin-yanbian\n"
     "校舍  history-a.xml.tmp#6 runs 4-4  - mof-2020 in force\n"},
    {"words of different forms", "桥梁 道路", NULL},
    {"nothing of the kind", "隧道", NULL},
    {"no words", " ", NULL},
    {"no byte of a name", "", NULL},
};

static void history_is(void **state) {
    const struct history_case *row = *state;
    struct fuhe_store *store = stored_open(STORE);
    struct fuhe_error error = {0};
    struct told told = {.length = 0};
    const enum fuhe_status status = fuhe_history_of(store, fuhe_text_of(row->wanted), take_review, &told, &error);

    if (row->expected == NULL) {
        assert_int_equal(status, FUHE_STATUS_UNREADABLE);
        assert_int_equal(error.problem, FUHE_PROBLEM_FORM_UNKNOWN);
        assert_int_equal(told.length, 0);
    } else {
        assert_int_equal(status, FUHE_STATUS_OK);
        assert_string_equal(told.text, row->expected);
    }
    fuhe_store_close(store);
}

static enum fuhe_status stop(void *context, const struct fuhe_history_review *review) {
    (void)review;
    return --*(int *)context == 0 ? FUHE_STATUS_STOPPED : FUHE_STATUS_OK;
}

static void receiver_stops(void **state) {
    struct fuhe_store *store = stored_open(STORE);

    (void)state;
    for (int count = 1; count < 5; count++) {
        int left = count;
        assert_int_equal(fuhe_history_of(store, FUHE_TEXT("road"), stop, &left, NULL), FUHE_STATUS_STOPPED);
        assert_int_equal(left, 0);
    }
    fuhe_store_close(store);
}

/* --- cursors --- */

static void list_keys(enum fuhe_history_key key, struct told *told) {
    struct fuhe_store *store = stored_open(STORE);
    struct fuhe_history_cursor *cursor = NULL;
    const struct fuhe_history_review *review = NULL;
    char before[TEXT_MAX] = "";

    assert_int_equal(fuhe_history_cursor_new(store, key, &cursor, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_history_cursor_next(cursor, &review, NULL), FUHE_STATUS_OK);
    while (review != NULL) {
        char here[TEXT_MAX];
        (void)snprintf(here, sizeof here, "%.*s", (int)review->key.length, review->key.bytes);
        assert_true(strcmp(before, here) <= 0);
        (void)snprintf(before, sizeof before, "%s", here);
        told->length += (size_t)snprintf(told->text + told->length, TEXT_MAX - told->length, "%s: ", here);
        assert_true(review->in_force);
        add(told, review);
        assert_int_equal(fuhe_history_cursor_next(cursor, &review, NULL), FUHE_STATUS_OK);
    }
    assert_int_equal(fuhe_history_cursor_next(cursor, &review, NULL), FUHE_STATUS_OK);
    assert_null(review);
    fuhe_history_cursor_free(cursor);
    fuhe_store_close(store);
}

#define APART "\x1F"

static void keys_of_forms(void **state) {
    struct told told = {.length = 0};

    (void)state;
    list_keys(FUHE_HISTORY_BY_FORM, &told);
    assert_string_equal(told.text,
                        "交通局" APART "2024" APART "file" APART SECOND APART
                        "00000000000000000001:  2024 history-b.xml.tmp#2 runs 5-5 19 19 jilin-yanbian in force\n"
                        "交通局" APART "2024" APART "id" APART
                        "bridge: 桥梁检测 二期 2024 history-a.xml.tmp#3 runs 5-5 60 55 jilin-yanbian in force\n"
                        "交通局" APART "2024" APART "id" APART
                        "road: 道路“养护” 2024 history-a.xml.tmp#2 runs 5-5 90 91 jilin-yanbian in force\n"
                        "交通局" APART "2024" APART "project" APART
                        "同名项目: 同名项目 2024 history-a.xml.tmp#4 runs 5-5 55 55 jilin-yanbian in force\n"
                        "交通局" APART "2024" APART "project" APART
                        "同名项目: 同名项目 2024 history-a.xml.tmp#5 runs 5-5 64 64 jilin-yanbian in force\n"
                        "交通局" APART "2025" APART "id" APART
                        "way: 道路“养护” 2025 history-a.xml.tmp#1 runs 5-5 100 100 mof-2020 in force\n"
                        "水利局" APART "2024" APART "id" APART
                        "road-b: 道路“养护” 2024 history-b.xml.tmp#1 runs 5-5 100 100 jilin-yanbian in force\n");
}

static void keys_of_projects(void **state) {
    struct told told = {.length = 0};

    (void)state;
    list_keys(FUHE_HISTORY_BY_PROJECT, &told);
    assert_non_null(strstr(told.text, "交通局" APART "道路“养护”: 道路“养护” 2025"));
    assert_non_null(strstr(told.text, "交通局" APART "道路“养护”: 道路“养护” 2024"));
    assert_non_null(strstr(told.text, "交通局" APART ":  2024 history-b.xml.tmp#2"));
}

/* A fifth run, in which a form has neither id nor name. The places of forms apart, all is as in the third. */
static int add_run(void **state) {
    static const struct stored_run run = {{FIRST, SECOND}, NULL, "2025-05-05T00:00:00Z"};

    (void)state;
    stored_write_file(FIRST, DOCUMENT("\n" ROAD_NEXT "\n" ROAD_LOWER "\n" BRIDGE TWIN TWIN_OTHER));
    stored_write_file(SECOND, DOCUMENT(ROAD_ELSEWHERE NAMELESS));
    stored_run(STORE, &run, NULL);
    return 0;
}

static int remove_all(void **state) {
    (void)state;
    stored_remove(STORE);
    return remove(FIRST) + remove(SECOND);
}

static void runs_are_made(void **state) {
    (void)state;
    make_runs();
}

int main(void) {
    const struct CMUnitTest first[] = {cmocka_unit_test(runs_are_made), cmocka_unit_test(receiver_stops)};
    const struct CMUnitTest cursors[] = {cmocka_unit_test(keys_of_forms), cmocka_unit_test(keys_of_projects)};
    int failures;

    xmlInitParser();
    failures = cmocka_run_group_tests(first, NULL, NULL);
    failures += RUN_CASES("history", history_cases, history_is);
    return failures + cmocka_run_group_tests(cursors, add_run, remove_all);
}
