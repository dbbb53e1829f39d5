/* SPDX-License-Identifier: Apache-2.0 */
/* Scores the 15 published forms and compares every figure with the golden file. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "api/fuhe.h"
#include "tests/support/cases.h"

#define GOLDEN_FILE "tests/golden/yanbian-2024.json"
#define FORMS_FILE "tests/forms/yanbian-2024/department.xml"

static json_t *golden;
static size_t forms_seen;
static int differences;

static void differ(const char *where, const char *what, const char *expected, const char *got) {
    print_message("%s: %s is %s, expected %s\n", where, what, got, expected);
    differences++;
}

static const char *text_of(const json_t *object, const char *key) {
    return json_string_value(json_object_get(object, key));
}

static void check_text(const char *where, const char *what, const char *expected, const char *got) {
    if (strcmp(expected, got) != 0) {
        differ(where, what, expected, got);
    }
}

static void check_decimal(const char *where, const char *what, const char *expected, fuhe_decimal got) {
    fuhe_decimal value = {0};
    unsigned places = 0;
    char text[FUHE_DECIMAL_TEXT_SIZE];

    assert_non_null(expected);
    assert_int_equal(fuhe_decimal_parse(fuhe_text_of(expected), &value, &places), FUHE_STATUS_OK);
    if (!fuhe_decimal_equals(value, got)) {
        fuhe_decimal_format(got, 2, text);
        differ(where, what, expected, text);
    }
}

/* --- rows and totals --------------------------------------------------------------------------------------------- */

static const char *golden_verdict(enum fuhe_verdict verdict) {
    return verdict == FUHE_VERDICT_EXACT ? "match" : fuhe_verdict_name(verdict);
}

static void check_row(const json_t *expected, const struct fuhe_row *row) {
    const char *name = text_of(expected, "name");
    char exact[FUHE_FRACTION_TEXT_SIZE];

    assert_true(row->has_exact);
    fuhe_fraction_format(row->exact, exact);
    check_text(name, "exact", text_of(expected, "exact"), exact);
    check_decimal(name, "verified", text_of(expected, "verified"), row->verified);
    check_text(name, "verdict", text_of(expected, "verdict"), golden_verdict(row->verdict));
    if (json_is_true(json_object_get(expected, "counted")) != row->counted) {
        differ(name, "counted", "otherwise", row->counted ? "true" : "false");
    }
}

static void check_categories(const char *id, const json_t *expected, const struct fuhe_review *review) {
    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        const struct fuhe_category_result *category = &review->categories[i];
        const json_t *figures = json_object_get(expected, fuhe_category_name((enum fuhe_category)i));
        assert_int_equal(figures != NULL, category->present);
        if (figures != NULL) {
            check_decimal(id, "category weight", text_of(figures, "weight"), category->weight);
            check_decimal(id, "category claimed", text_of(figures, "claimed"), category->claimed);
            check_decimal(id, "category verified", text_of(figures, "verified"), category->verified);
        }
    }
}

static void check_totals(const char *id, const json_t *expected, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;
    fuhe_decimal exact = {0};
    char grade[64];

    assert_int_equal(fuhe_review_exact_total(review, &exact), FUHE_STATUS_OK);
    check_decimal(id, "execution rate", text_of(expected, "execution_rate"), review->execution.rate_rounded);
    check_decimal(id, "execution score", text_of(expected, "execution_score"), review->execution.verified);
    check_decimal(id, "weight sum", text_of(expected, "weight_sum"), totals->weight_sum);
    check_decimal(id, "claimed total", text_of(expected, "claimed_total"), totals->claimed.value);
    check_decimal(id, "sum of claims", text_of(expected, "sum_of_claims"), totals->sum_of_claims);
    check_decimal(id, "verified total", text_of(expected, "verified_total"), totals->verified);
    check_decimal(id, "total as listed", text_of(expected, "verified_as_listed"), totals->as_listed);
    check_decimal(id, "exact total", text_of(expected, "exact_total"), exact);
    check_decimal(id, "deviation points", text_of(expected, "deviation_points"), totals->deviation_points);
    check_decimal(id, "deviation rate", text_of(expected, "deviation_rate_percent_of_claim"), totals->deviation_rate);
    (void)snprintf(grade, sizeof grade, "%s", review->pack->grades[review->grading.grade].name.zh.bytes);
    check_text(id, "grade", text_of(expected, "grade"), grade);
}

/* --- findings ---------------------------------------------------------------------------------------------------- */

/* What the golden file calls "where": the indicator's name, the category's, or nothing. */
static fuhe_text where_of(const struct fuhe_review *review, const struct fuhe_finding *finding) {
    if (finding->block == FUHE_BLOCK_INDICATOR) {
        return review->form->indicators[finding->index].name.text;
    }
    if (finding->block == FUHE_BLOCK_CATEGORY) {
        return fuhe_text_of(fuhe_category_name(finding->category));
    }
    return fuhe_text_of("");
}

static bool is_listed(const json_t *listed, const struct fuhe_review *review, const struct fuhe_finding *finding) {
    const fuhe_text where = where_of(review, finding);
    const char *severity = text_of(listed, "severity");

    return strcmp(text_of(listed, "code"), fuhe_code_name(finding->code)) == 0 &&
           fuhe_text_equals(where, fuhe_text_of(text_of(listed, "where"))) &&
           (severity == NULL || strcmp(severity, fuhe_severity_name(finding->severity)) == 0);
}

static const struct fuhe_finding *find_finding(const json_t *listed, const struct fuhe_review *review) {
    for (size_t i = 0; i < review->findings.count; i++) {
        if (is_listed(listed, review, &review->findings.items[i])) {
            return &review->findings.items[i];
        }
    }
    return NULL;
}

static void check_listed_findings(const char *id, const json_t *list, const struct fuhe_review *review) {
    size_t index;
    json_t *listed;

    json_array_foreach(list, index, listed) {
        const struct fuhe_finding *finding = find_finding(listed, review);
        if (finding == NULL) {
            differ(id, text_of(listed, "code"), text_of(listed, "where"), "not found");
        } else if (json_object_get(listed, "sum") != NULL) {
            check_decimal(id, "sum", text_of(listed, "sum"), finding->claimed.value);
            check_decimal(id, "against", text_of(listed, "against"), finding->recomputed.value);
        }
    }
}

static bool golden_uses(enum fuhe_code code) {
    size_t form_index;
    json_t *form;

    json_array_foreach(json_object_get(golden, "forms"), form_index, form) {
        size_t index;
        json_t *listed;
        json_array_foreach(json_object_get(json_object_get(form, "expected"), "findings"), index, listed) {
            if (strcmp(text_of(listed, "code"), fuhe_code_name(code)) == 0) {
                return true;
            }
        }
    }
    return false;
}

static bool list_has(const json_t *list, const struct fuhe_review *review, const struct fuhe_finding *finding) {
    size_t index;
    json_t *listed;

    json_array_foreach(list, index, listed) {
        if (is_listed(listed, review, finding)) {
            return true;
        }
    }
    return false;
}

static void check_no_false_alarm(const char *id, const json_t *list, const struct fuhe_review *review) {
    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        const bool is_alarm = finding->severity != FUHE_SEVERITY_NOTE && golden_uses(finding->code);
        if (is_alarm && !list_has(list, review, finding)) {
            differ(id, "a finding", "none", fuhe_code_name(finding->code));
        }
    }
}

/* --- explanations ------------------------------------------------------------------------------------------------ */

/* What the contract says of the totals that the rules do not confirm; every other form needs no explanation. */
struct explained {
    const char *id;
    const char *claimed;
    size_t claimed_size;
    uint64_t claimed_sets;
    const char *disclosed;
    size_t disclosed_size;
    uint64_t disclosed_sets;
};

static const struct explained explained_forms[] = {
    {"hotline-operation", "not-found", 3, 2, "found", 2, 3},
    {"hotline-move", "found", 1, 12, "none", 0, 0},
    {"integrated-window", "adds-up", 0, 0, "none", 0, 0},
    {"provincial-platform-hardware", "adds-up", 0, 0, "none", 0, 0},
    {NULL, "none", 0, 0, "none", 0, 0},
};

static void check_explanations(const char *id, const struct fuhe_result *result) {
    const struct explained *expected = explained_forms;

    while (expected->id != NULL && strcmp(expected->id, id) != 0) {
        expected++;
    }
    check_text(id, "claimed", expected->claimed, fuhe_explanation_name(result->claimed.state));
    check_text(id, "disclosed", expected->disclosed, fuhe_explanation_name(result->disclosed.state));
    assert_int_equal(result->claimed.size, expected->claimed_size);
    assert_int_equal(result->claimed.sets, expected->claimed_sets);
    assert_int_equal(result->disclosed.size, expected->disclosed_size);
    assert_int_equal(result->disclosed.sets, expected->disclosed_sets);
}

/* --- the forms --------------------------------------------------------------------------------------------------- */

static enum fuhe_status check_form(void *context, const struct fuhe_result *result) {
    const json_t *form = json_array_get(json_object_get(golden, "forms"), forms_seen++);
    const json_t *expected = json_object_get(form, "expected");
    const struct fuhe_review *review = &result->review;
    const char *id = text_of(form, "id");
    size_t index;
    json_t *row;

    (void)context;
    assert_true(fuhe_text_equals(result->form->id.text, fuhe_text_of(id)));
    assert_true(fuhe_text_equals(review->pack->id, FUHE_TEXT("jilin-yanbian")));
    assert_int_equal(json_array_size(json_object_get(expected, "rows")), review->row_count);
    json_array_foreach(json_object_get(expected, "rows"), index, row) {
        check_row(row, &review->rows[index]);
    }
    check_categories(id, json_object_get(expected, "categories"), review);
    check_totals(id, expected, review);
    check_listed_findings(id, json_object_get(expected, "findings"), review);
    check_no_false_alarm(id, json_object_get(expected, "findings"), review);
    check_explanations(id, result);
    return FUHE_STATUS_OK;
}

static bool same_forms(const json_t *ids, const struct fuhe_unit_finding *finding) {
    if (ids == NULL) {
        return finding->forms == NULL;
    }
    if (json_array_size(ids) != finding->form_count) {
        return false;
    }
    for (size_t i = 0; i < finding->form_count; i++) {
        const char *id = json_string_value(json_array_get(ids, i));
        if (!fuhe_text_equals(finding->form_ids[i], fuhe_text_of(id))) {
            return false;
        }
    }
    return true;
}

static enum fuhe_status check_unit(void *context, const struct fuhe_document *document,
                                   const struct fuhe_unit_review *review) {
    const json_t *list = json_object_get(golden, "batch_findings");
    size_t index;
    json_t *listed;

    (void)context;
    (void)document;
    assert_int_equal(review->form_count, json_array_size(json_object_get(golden, "forms")));
    assert_int_equal(review->finding_count, json_array_size(list));
    json_array_foreach(list, index, listed) {
        bool found = false;
        for (size_t i = 0; i < review->finding_count; i++) {
            const struct fuhe_unit_finding *finding = &review->findings[i];
            found = found || (strcmp(text_of(listed, "code"), fuhe_code_name(finding->finding.code)) == 0 &&
                              same_forms(json_object_get(listed, "forms"), finding));
        }
        if (!found) {
            differ("department", text_of(listed, "code"), "a finding", "not found");
        }
    }
    return FUHE_STATUS_OK;
}

static void every_figure_is_golden(void **state) {
    int descriptor = open(FORMS_FILE, O_RDONLY);
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    const struct fuhe_score_sink sink = {check_form, check_unit, NULL};
    struct fuhe_pack_library library;
    struct fuhe_error err;

    (void)state;
    assert_true(descriptor >= 0);
    golden = json_load_file(GOLDEN_FILE, 0, NULL);
    assert_non_null(golden);
    assert_int_equal(fuhe_pack_library_init(&library, &err), FUHE_STATUS_OK);
    struct fuhe_scorer *scorer = fuhe_scorer_new(&library, NULL);
    assert_non_null(scorer);
    assert_int_equal(fuhe_scorer_score(scorer, &input, FORMS_FILE, &sink, &err), FUHE_STATUS_OK);
    assert_int_equal(forms_seen, json_array_size(json_object_get(golden, "forms")));
    assert_int_equal(differences, 0);
    fuhe_scorer_free(scorer);
    fuhe_pack_library_free(&library);
    json_decref(golden);
    (void)close(descriptor);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_figure_is_golden)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
