/* SPDX-License-Identifier: Apache-2.0 */
/* One failing and one passing form for every finding code, through the public interface. */
#include "api/fuhe.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/support/cases.h"

struct finding_case {
    const char *name; /* the code */
    enum fuhe_severity severity;
    const char *path; /* of the first such finding */
    size_t count;
};

#define NOTE FUHE_SEVERITY_NOTE
#define WARNING FUHE_SEVERITY_WARNING
#define ERROR FUHE_SEVERITY_ERROR

static const struct finding_case cases[] = {
    {"doubtful-reading", ERROR, "doubts/doubt[1]", 1},
    {"item-score", ERROR, "indicators/indicator[1]/@score", 1},
    {"item-rounded", NOTE, "indicators/indicator[3]/@score", 1},
    {"item-truncated", WARNING, "indicators/indicator[3]/@score", 1},
    {"score-over-weight", ERROR, "indicators/indicator[3]/@score", 1},
    {"full-marks-unmet", ERROR, "indicators/indicator[3]/@score", 1},
    {"over-completion", NOTE, "indicators/indicator[3]/actual", 1},
    {"total-sum", ERROR, "total/@claimed", 1},
    {"total-verified", ERROR, "total/@claimed", 1},
    {"weight-sum", ERROR, "indicators", 1},
    {"category-weight", WARNING, "indicators", 2},
    {"duplicate-indicator", WARNING, "indicators/indicator[8]/@name", 1},
    {"execution-rate", WARNING, "funds/fund[1]/@rate", 1},
    {"execution-score", ERROR, "funds/fund[1]/@score", 1},
    {"execution-score-missing", WARNING, "funds/fund[1]/@score", 1},
    {"execution-over-100", WARNING, "funds/fund[1]/@executed", 1},
    {"funds-total-missing", WARNING, "funds", 1},
    {"funds-sum", WARNING, "funds/fund[1]/@budget", 1},
    {"cost-target-sum", WARNING, "indicators", 1},
    {"cost-actual-sum", WARNING, "indicators", 1},
    {"reason-missing", WARNING, "indicators/indicator[2]/reason", 1},
    {"reason-needless", NOTE, "indicators/indicator[4]/reason", 1},
    {"unit-mismatch", WARNING, "indicators/indicator[2]/actual", 1},
    {"unit-missing", NOTE, "indicators/indicator[3]/actual", 1},
    {"stale-year", WARNING, "indicators/indicator[1]/reason", 1},
    {"satisfaction-missing", WARNING, "indicators", 1},
    {"satisfaction-unmeasured", NOTE, "indicators/indicator[7]/actual", 1},
    {"unspent-full-output", WARNING, "indicators", 1},
    {"vague-name", NOTE, "indicators/indicator[2]/@name", 1},
    {"missing-value", ERROR, "indicators/indicator[3]/actual", 1},
    {"unreadable-value", ERROR, "indicators/indicator[3]/actual", 1},
    {"long-decimals", NOTE, "indicators/indicator[1]/@score", 1},
    {"blank-form", NOTE, "", 1},
    {"judgement", WARNING, "indicators/indicator[6]/actual", 1},
    {"disclosed-total", ERROR, "disclosed/@total", 1},
    {"disclosed-name", WARNING, "disclosed/@name", 1},
    {"disclosed-funds", WARNING, "disclosed/@executed", 1},
    {"disclosed-rate", WARNING, "disclosed/@rate", 1},
    {"unknown-element", WARNING, "", 1},
    {"repeated-element", ERROR, "", 1},
    {"unknown-category", ERROR, "indicators/indicator[6]/@level1", 1},
    {"rules-period", WARNING, "@year", 1},
    {"statement-projects", WARNING, "statement/@projects", 1},
    {"statement-funds", WARNING, "statement/@funds", 1},
    {"copied-goal", WARNING, "goal/expected", 1},
    {"all-full-marks", WARNING, "", 1},
    {"duplicate-project", WARNING, "project", 1},
};

/* Only a whole batch gives these: tests/crosscheck. */
static const enum fuhe_code batch_only[] = {FUHE_CODE_COPIED_INDICATORS, FUHE_CODE_COPIED_REASON,
                                            FUHE_CODE_UNEVEN_TREATMENT};

/* Only documents that are no form XML give these: tests/intake. */
static const enum fuhe_code document_only[] = {FUHE_CODE_UNREAD_PART};

/* The findings of one code. */
struct harvest {
    enum fuhe_code code;
    size_t count;
    enum fuhe_severity severity;
    char path[FUHE_PATH_SIZE];
};

static void take(struct harvest *harvest, const struct fuhe_finding *finding) {
    if (finding->code != harvest->code) {
        return;
    }
    if (harvest->count++ == 0) {
        harvest->severity = finding->severity;
        fuhe_finding_path(finding, harvest->path);
    }
}

static enum fuhe_status take_result(void *context, const struct fuhe_result *result) {
    for (size_t i = 0; i < result->review.findings.count; i++) {
        take(context, &result->review.findings.items[i]);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_unit(void *context, const struct fuhe_document *document,
                                  const struct fuhe_unit_review *review) {
    (void)document;
    for (size_t i = 0; i < review->finding_count; i++) {
        take(context, &review->findings[i].finding);
    }
    return FUHE_STATUS_OK;
}

static size_t read_case(const char *code, const char *kind, char *bytes, size_t size) {
    char path[256];
    FILE *file = NULL;
    size_t length = 0;

    (void)snprintf(path, sizeof path, "tests/cases/findings/%s/%s.xml", code, kind);
    file = fopen(path, "rb");
    assert_non_null(file);
    length = fread(bytes, 1, size, file);
    (void)fclose(file);
    return length;
}

static struct harvest score_case(const char *code, const char *kind) {
    static char bytes[65536];
    const size_t length = read_case(code, kind, bytes, sizeof bytes);
    struct fuhe_pack_library library;
    struct harvest harvest = {.code = fuhe_code_find(fuhe_text_of(code))};
    const struct fuhe_score_sink sink = {take_result, take_unit, &harvest};
    struct fuhe_scorer *scorer = NULL;

    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    scorer = fuhe_scorer_new(&library, NULL);
    assert_non_null(scorer);
    assert_int_equal(fuhe_scorer_score_buffer(scorer, bytes, length, code, &sink, NULL), FUHE_STATUS_OK);
    fuhe_scorer_free(scorer);
    fuhe_pack_library_free(&library);
    return harvest;
}

static void bad_form_gives_code(void **state) {
    const struct finding_case *row = *state;
    const struct harvest harvest = score_case(row->name, "bad");

    assert_int_equal(harvest.count, row->count);
    assert_string_equal(harvest.path, row->path);
    assert_string_equal(fuhe_severity_name(harvest.severity), fuhe_severity_name(row->severity));
}

static void good_form_does_not(void **state) {
    const struct finding_case *row = *state;
    const struct harvest harvest = score_case(row->name, "good");

    assert_int_equal(harvest.count, 0);
}

static void every_code_has_cases(void **state) {
    bool seen[FUHE_CODE_COUNT] = {false};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const enum fuhe_code code = fuhe_code_find(fuhe_text_of(cases[i].name));
        assert_true(code < FUHE_CODE_COUNT);
        seen[code] = true;
    }
    for (size_t i = 0; i < sizeof batch_only / sizeof batch_only[0]; i++) {
        seen[batch_only[i]] = true;
    }
    for (size_t i = 0; i < sizeof document_only / sizeof document_only[0]; i++) {
        seen[document_only[i]] = true;
    }
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        if (!seen[i]) {
            fail_msg("%s has no case", fuhe_code_name((enum fuhe_code)i));
        }
    }
}

int main(void) {
    const struct CMUnitTest complete[] = {cmocka_unit_test(every_code_has_cases)};

    return RUN_CASES("bad forms", cases, bad_form_gives_code) + RUN_CASES("good forms", cases, good_form_does_not) +
           cmocka_run_group_tests_name("catalogue", complete, NULL, NULL);
}
