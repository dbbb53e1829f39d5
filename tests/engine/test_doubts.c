/* SPDX-License-Identifier: Apache-2.0 */
/* A doubt is an error where points or money hang on the cell, and says where it stands. */
#include "engine/review.h"
#include "tests/support/cases.h"
#include "tests/support/form_builder.h"
#include "tests/support/plain_pack.h"

struct severity_case {
    const char *name; /* of the value */
    enum fuhe_severity severity;
};

static const struct severity_case severity_cases[] = {
    {"initial", FUHE_SEVERITY_ERROR}, {"weight", FUHE_SEVERITY_ERROR},  {"score", FUHE_SEVERITY_ERROR},
    {"target", FUHE_SEVERITY_ERROR},  {"actual", FUHE_SEVERITY_ERROR},  {"total", FUHE_SEVERITY_ERROR},
    {"row", FUHE_SEVERITY_ERROR},     {"project", FUHE_SEVERITY_ERROR}, {"none", FUHE_SEVERITY_ERROR},
    {"level1", FUHE_SEVERITY_NOTE},   {"reason", FUHE_SEVERITY_NOTE},   {"rate", FUHE_SEVERITY_NOTE},
    {"", FUHE_SEVERITY_NOTE},
};

static void a_doubt_is_a_finding(void **state) {
    const struct severity_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_doubt doubts[] = {{.place = {7, 3, 2},
                                   .value = {fuhe_text_of(row->name), {0}, FUHE_CELL_TEXT},
                                   .at = {FUHE_TEXT("Sheet1!C7"), {0}, FUHE_CELL_TEXT},
                                   .text = {FUHE_TEXT("约40"), {0}, FUHE_CELL_TEXT}}};
    struct form_builder builder;
    struct fuhe_pack pack;
    struct fuhe_review review;
    char path[FUHE_PATH_SIZE];

    assert_non_null(arena);
    plain_pack_init(&pack);
    form_builder_init(&builder);
    builder.form.doubts = doubts;
    builder.form.doubt_count = 1;
    assert_int_equal(fuhe_review_form(&builder.form, &pack, arena, &review), FUHE_STATUS_OK);
    const struct fuhe_finding *finding = &review.findings.items[0];
    assert_int_equal(finding->code, FUHE_CODE_DOUBTFUL_READING);
    assert_int_equal(finding->severity, row->severity);
    assert_int_equal(finding->place.table, 2);
    assert_true(fuhe_text_equals(finding->quote, FUHE_TEXT("约40")));
    assert_true(fuhe_text_equals(finding->other, FUHE_TEXT("Sheet1!C7")));
    fuhe_finding_path(finding, path);
    assert_string_equal(path, "doubts/doubt[1]");
    assert_int_equal(fuhe_review_doubts(&review), row->severity == FUHE_SEVERITY_ERROR);
    fuhe_arena_free(arena);
}

int main(void) {
    return RUN_CASES("severities", severity_cases, a_doubt_is_a_finding);
}
