/* SPDX-License-Identifier: Apache-2.0 */
/* What all forms of a document show together. The memory keeps words of a form, never the form: every form is built in
 * the same place and written over before the unit is reviewed. */
#include "engine/unit.h"

#include <stdio.h>
#include <string.h>

#include "engine/fingerprint.h"
#include "tests/support/cases.h"
#include "tests/support/form_builder.h"
#include "xml/pack_library.h"

enum { FORMS_MAX = 4, CHANGES_MAX = 6 };

struct change {
    const char *path;
    const char *text;
};

struct unit_case {
    const char *name;
    const char *code;
    const char *forms; /* order numbers of the forms in the first finding; "all"; NULL when there is none */
    size_t form_count;
    struct change statement[2];
    struct change changes[FORMS_MAX][CHANGES_MAX]; /* of each form; a sound form has the id of its number */
};

#define OTHER_GOAL                                                                                                     \
    { "goal/expected", "社区矫正对象监管教育到位。" }
#define OTHER_PROJECT                                                                                                  \
    { "project", "社区矫正中心运行经费" }

static const struct unit_case cases[] = {
    {"two projects stated and found", "statement-projects", NULL, 2, {{"statement/@projects", "2个"}}, {{{0}}}},
    {"three stated", "statement-projects", "all", 2, {{"statement/@projects", "3"}}, {{{0}}}},
    {"no statement", "statement-projects", NULL, 2, {{0}}, {{{0}}}},
    {"sum of budgets", "statement-funds", NULL, 2, {{"statement/@funds", "80"}, {"statement/@unit", "万元"}}, {{{0}}}},
    {"sum of executed in yuan",
     "statement-funds",
     NULL,
     2,
     {{"statement/@funds", "730000"}, {"statement/@unit", "元"}},
     {{{0}}}},
    {"sum of initial budgets",
     "statement-funds",
     NULL,
     2,
     {{"statement/@funds", "95"}},
     {{{"funds/fund[1]/@initial", "55"}}}},
    {"no such sum", "statement-funds", "all", 2, {{"statement/@funds", "90"}}, {{{0}}}},
    {"a form without initial budget",
     "statement-funds",
     NULL,
     2,
     {{"statement/@funds", "90"}},
     {{{"funds/fund[1]/@initial", ""}}}},
    {"a form without money",
     "statement-funds",
     NULL,
     2,
     {{"statement/@funds", "90"}},
     {{{"funds/fund[1]/@budget", "4 0"},
       {"funds/fund[2]/@budget", ""},
       {"funds/fund[3]/@budget", ""},
       {"funds/fund[4]/@budget", ""}}}},
    {"goals copied", "copied-goal", "0 2", 3, {{0}}, {{OTHER_PROJECT}, {OTHER_GOAL}, {{0}}}},
    {"goals copied with other punctuation",
     "copied-goal",
     "0 1",
     2,
     {{0}},
     {{OTHER_PROJECT}, {{"goal/expected", "为群众提供 及时便捷的法律咨询服务；平台全年稳定运行"}}}},
    {"goals differ by a word",
     "copied-goal",
     NULL,
     2,
     {{0}},
     {{OTHER_PROJECT}, {{"goal/expected", "为群众提供及时便捷的法律咨询服务，平台常年稳定运行。"}}}},
    {"short goals",
     "copied-goal",
     NULL,
     2,
     {{0}},
     {{OTHER_PROJECT, {"goal/expected", "保障运行。"}}, {{"goal/expected", "保障运行。"}}}},
    {"no goals", "copied-goal", NULL, 2, {{0}}, {{OTHER_PROJECT, {"goal/expected", NULL}}, {{"goal/expected", NULL}}}},
    {"one project twice is no copied goal", "copied-goal", NULL, 2, {{0}}, {{{0}}}},
    {"one project twice", "duplicate-project", "0 1", 2, {{0}}, {{{0}}}},
    {"one project in two years", "duplicate-project", NULL, 2, {{0}}, {{{"@year", "2023"}}}},
    {"one name in two units", "duplicate-project", NULL, 2, {{0}}, {{{"unit", "延边州法律援助中心"}}}},
    {"no names", "duplicate-project", NULL, 2, {{0}}, {{{"project", ""}}, {{"project", ""}}}},
    {"all at full marks",
     "all-full-marks",
     "all",
     3,
     {{0}},
     {{{"total/@claimed", "100"}}, {{"total/@claimed", "100.00"}}, {{"total/@claimed", "１００"}}}},
    {"two at full marks", "all-full-marks", NULL, 2, {{0}}, {{{"total/@claimed", "100"}}, {{"total/@claimed", "100"}}}},
    {"all but one", "all-full-marks", NULL, 3, {{0}}, {{{"total/@claimed", "100"}}, {{"total/@claimed", "100"}}}},
};

static struct fuhe_pack_library library;

static const struct fuhe_pack *pack_of_yanbian(void) {
    return &library.packs[fuhe_pack_library_find(&library, "jilin-yanbian")];
}

static void apply(struct form_builder *builder, const struct change *changes, size_t count) {
    for (size_t i = 0; i < count && changes[i].path != NULL; i++) {
        form_builder_set(builder, changes[i].path, changes[i].text);
    }
}

static void add_form(struct fuhe_unit *unit, struct form_builder *builder, const struct change *changes,
                     const char *id) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_review review;

    assert_non_null(arena);
    form_builder_init(builder);
    form_builder_set(builder, "@id", id);
    apply(builder, changes, CHANGES_MAX);
    assert_int_equal(fuhe_review_form(&builder->form, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
    assert_int_equal(fuhe_unit_add(unit, &review), FUHE_STATUS_OK);
    fuhe_arena_free(arena);
}

static void add_forms(struct fuhe_unit *unit, const struct unit_case *row) {
    static struct form_builder builder;
    char id[2] = "0";

    for (size_t i = 0; i < row->form_count; i++) {
        id[0] = (char)('0' + i);
        add_form(unit, &builder, row->changes[i], id);
    }
    memset(&builder, 0x5A, sizeof builder);
}

static const struct fuhe_unit_finding *find(const struct fuhe_unit_review *review, const char *code) {
    for (size_t i = 0; i < review->finding_count; i++) {
        if (review->findings[i].finding.code == fuhe_code_find(fuhe_text_of(code))) {
            return &review->findings[i];
        }
    }
    return NULL;
}

static void assert_forms(const struct fuhe_unit_finding *finding, const char *expected) {
    char text[64] = "";
    size_t length = 0;

    if (finding->forms == NULL) {
        assert_string_equal(expected, "all");
        return;
    }
    for (size_t i = 0; i < finding->form_count; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length, "%s%zu", i == 0 ? "" : " ", finding->forms[i]);
        assert_int_equal(finding->form_ids[i].length, 1);
        assert_int_equal(finding->form_ids[i].bytes[0], '0' + (int)finding->forms[i]);
    }
    assert_string_equal(text, expected);
}

/* The same forms in two parts, of which the first `count` are one. */
static void join_forms(struct fuhe_unit *unit, const struct unit_case *row, size_t count) {
    struct fuhe_unit *part = fuhe_unit_new();
    static struct form_builder builder;
    char id[2] = "0";

    assert_non_null(part);
    for (size_t i = 0; i < row->form_count; i++) {
        if (i == count) {
            assert_int_equal(fuhe_unit_join(unit, part), FUHE_STATUS_OK);
            fuhe_unit_reset(part);
        }
        id[0] = (char)('0' + i);
        add_form(part, &builder, row->changes[i], id);
    }
    assert_int_equal(fuhe_unit_join(unit, part), FUHE_STATUS_OK);
    fuhe_unit_free(part);
}

/* Over and over in one memory: a document leaves nothing behind for the next. */
static void unit_shows(void **state) {
    const struct unit_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_unit *unit = fuhe_unit_new();
    struct form_builder around;
    struct fuhe_unit_review review;

    assert_true(arena != NULL && unit != NULL);
    form_builder_init(&around);
    apply(&around, row->statement, 2);
    for (size_t round = 0; round < 4; round++) {
        fuhe_unit_reset(unit);
        if (round < 2) {
            add_forms(unit, row);
        } else {
            join_forms(unit, row, round - 1);
        }
        assert_int_equal(fuhe_unit_review_forms(unit, &around.document, pack_of_yanbian(), arena, &review),
                         FUHE_STATUS_OK);
        assert_int_equal(review.form_count, row->form_count);
        assert_true(review.complete);
        const struct fuhe_unit_finding *finding = find(&review, row->code);
        assert_int_equal(finding != NULL, row->forms != NULL);
        if (finding != NULL) {
            assert_forms(finding, row->forms);
        }
    }
    fuhe_unit_free(unit);
    fuhe_arena_free(arena);
}

static void sums_are_listed(void **state) {
    static const struct unit_case row = {"", "statement-funds", "all", 2, {{"statement/@funds", "90"}}, {{{0}}}};
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_unit *unit = fuhe_unit_new();
    struct form_builder around;
    struct fuhe_unit_review review;

    (void)state;
    assert_true(arena != NULL && unit != NULL);
    form_builder_init(&around);
    apply(&around, row.statement, 2);
    add_forms(unit, &row);
    assert_int_equal(fuhe_unit_review_forms(unit, &around.document, NULL, arena, &review), FUHE_STATUS_OK);
    const struct fuhe_unit_finding *finding = find(&review, row.code);
    assert_non_null(finding);
    assert_true(fuhe_text_equals(finding->finding.other, FUHE_TEXT("80 / 80 / 73")));
    assert_true(fuhe_decimal_equals(finding->finding.claimed.value, FUHE_DECIMAL(90)));
    fuhe_unit_free(unit);
    fuhe_arena_free(arena);
}

/* More forms than are remembered are still counted. */
static void many_forms_are_counted(void **state) {
    enum { EXTRA = 3 };
    static struct form_builder builder;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_unit *unit = fuhe_unit_new();
    struct fuhe_unit_review review;
    struct fuhe_review one;

    (void)state;
    assert_true(arena != NULL && unit != NULL);
    form_builder_init(&builder);
    assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &one), FUHE_STATUS_OK);
    for (size_t i = 0; i < FUHE_UNIT_FORMS_MAX + EXTRA; i++) {
        assert_int_equal(fuhe_unit_add(unit, &one), FUHE_STATUS_OK);
    }
    assert_int_equal(fuhe_unit_review_forms(unit, NULL, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
    assert_int_equal(review.form_count, FUHE_UNIT_FORMS_MAX + EXTRA);
    assert_false(review.complete);
    assert_int_equal(find(&review, "duplicate-project")->form_count, FUHE_UNIT_FORMS_MAX);
    fuhe_unit_free(unit);
    fuhe_arena_free(arena);
}

/* A form whose element is misspelt is not lost without a word. */
static void what_stands_around_the_forms_is_reported(void **state) {
    static struct fuhe_oddity oddities[] = {
        {FUHE_ODDITY_UNKNOWN_ELEMENT, {7, 3}, {"Form", 4}},
        {FUHE_ODDITY_REPEATED_ELEMENT, {9, 3}, {"statement", 9}},
    };
    static const char *const codes[] = {"unknown-element", "repeated-element"};
    const struct fuhe_document document = {.oddities = oddities, .oddity_count = 2};
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_unit *unit = fuhe_unit_new();
    struct fuhe_unit_review review;

    (void)state;
    assert_true(arena != NULL && unit != NULL);
    assert_int_equal(fuhe_unit_review_forms(unit, &document, pack_of_yanbian(), arena, &review), FUHE_STATUS_OK);
    assert_int_equal(review.finding_count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct fuhe_unit_finding *found = find(&review, codes[i]);
        assert_non_null(found);
        assert_true(fuhe_text_equals(found->finding.quote, oddities[i].name));
        assert_int_equal(found->finding.place.line, oddities[i].place.line);
        assert_int_equal(found->finding.severity, fuhe_code_severity(found->finding.code));
    }
    fuhe_unit_free(unit);
    fuhe_arena_free(arena);
}

/* Copies in sheets of a workbook: the address is that of the first one, however the forms came together. */
static void copies_have_the_address_of_the_first(void **state) {
    static const struct fuhe_table_name names[] = {{1, {"other", 5}}, {2, {"产出 1", 8}}};
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_unit *units[] = {fuhe_unit_new(), fuhe_unit_new()};
    struct form_builder builder;
    struct fuhe_unit_review reviews[2];
    struct fuhe_review one;

    (void)state;
    assert_true(arena != NULL && units[0] != NULL && units[1] != NULL);
    form_builder_init(&builder);
    form_builder_set(&builder, "goal/expected", "保障政务热线全年平稳运行");
    builder.form.goal_expected.place = (struct fuhe_place){12, 6, 2};
    builder.form.table_names = names;
    builder.form.table_name_count = 2;
    assert_int_equal(fuhe_review_form(&builder.form, pack_of_yanbian(), arena, &one), FUHE_STATUS_OK);
    assert_int_equal(fuhe_unit_add(units[0], &one), FUHE_STATUS_OK);
    builder.form.table_name_count = 0;
    assert_int_equal(fuhe_unit_add(units[0], &one), FUHE_STATUS_OK);
    assert_int_equal(fuhe_unit_join(units[1], units[0]), FUHE_STATUS_OK);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(fuhe_unit_review_forms(units[i], NULL, NULL, arena, &reviews[i]), FUHE_STATUS_OK);
        assert_true(fuhe_text_equals(find(&reviews[i], "duplicate-project")->address, FUHE_TEXT("'产出 1'!F12")));
        fuhe_unit_free(units[i]);
    }
    fuhe_arena_free(arena);
}

static void no_form_shows_nothing(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_unit *unit = fuhe_unit_new();
    struct fuhe_unit_review review;

    (void)state;
    assert_true(arena != NULL && unit != NULL);
    assert_int_equal(fuhe_unit_review_forms(unit, NULL, NULL, arena, &review), FUHE_STATUS_OK);
    assert_int_equal(review.finding_count, 0);
    fuhe_unit_free(unit);
    fuhe_unit_free(NULL);
    fuhe_arena_free(arena);
}

struct print_case {
    const char *name;
    const char *a;
    const char *b;
    bool same;
};

static const struct print_case print_cases[] = {
    {"white space", "平台 稳定　运行", "平台稳定运行", true},
    {"punctuation", "平台，稳定；运行。", "平台稳定运行", true},
    {"width", "目标１：ＡＢ", "目标1:AB", true},
    {"order", "稳定平台运行", "平台稳定运行", false},
    {"a digit", "目标1", "目标2", false},
    {"one character more", "平台稳定运行了", "平台稳定运行", false},
};

static void prints_match(void **state) {
    const struct print_case *row = *state;
    struct fuhe_fingerprint a = fuhe_fingerprint_new();
    struct fuhe_fingerprint b = fuhe_fingerprint_new();

    fuhe_fingerprint_add(&a, fuhe_text_of(row->a));
    fuhe_fingerprint_add(&b, fuhe_text_of(row->b));
    assert_int_equal(a.first == b.first, row->same);
    assert_int_equal(a.second == b.second, row->same);
}

int main(void) {
    const struct CMUnitTest single[] = {
        cmocka_unit_test(sums_are_listed),
        cmocka_unit_test(many_forms_are_counted),
        cmocka_unit_test(copies_have_the_address_of_the_first),
        cmocka_unit_test(no_form_shows_nothing),
        cmocka_unit_test(what_stands_around_the_forms_is_reported),
    };
    int failures = fuhe_pack_library_init(&library, NULL) == FUHE_STATUS_OK ? 0 : 1;

    failures += RUN_CASES("unit", cases, unit_shows) + RUN_CASES("fingerprints", print_cases, prints_match) +
                cmocka_run_group_tests_name("single", single, NULL, NULL);
    fuhe_pack_library_free(&library);
    return failures;
}
