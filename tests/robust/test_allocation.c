/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that runs out: the n-th allocation fails, for every n until a run needs fewer. Each run must end with "out of
 * memory", or give the complete result (where the memory would only have saved work), crash nowhere and give back every
 * block. libxml2 is told to ask the same functions. */
#include "engine/pack_coverage.h"
#include "intake/intake.h"
#include "tests/robust/scoring_run.h"
#include "tests/support/cases.h"
#include "tests/support/failing_memory.h"
#include "xml/case_reader.h"

#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *duplicate(const char *text) {
    char *copy = malloc(strlen(text) + 1);

    if (copy != NULL) {
        (void)strcpy(copy, text);
    }
    return copy;
}

/* libxml2 keeps the text of its last complaint for each thread. */
static enum fuhe_status settle(enum fuhe_status status) {
    xmlResetLastError();
    return status;
}

static enum fuhe_status load_packs(const void *context) {
    struct fuhe_pack_library library;
    const enum fuhe_status status = fuhe_pack_library_init(&library, NULL);

    (void)context;
    fuhe_pack_library_free(&library);
    return settle(status);
}

static struct fuhe_pack_library packs;
static struct outcome complete; /* of a run in which nothing failed */

static enum fuhe_status score(const void *context) {
    struct outcome outcome;
    const enum fuhe_status status = scoring_run(&packs, context, &outcome);

    if (status == FUHE_STATUS_OK && complete.forms == 0) {
        complete = outcome;
    }
    if (status == FUHE_STATUS_OK) {
        assert_memory_equal(&outcome, &complete, sizeof outcome);
    }
    return settle(status);
}

static void packs_survive(void **state) {
    (void)state;
    assert_true(failing_memory_exhaust(load_packs, NULL) > 10);
}

static void scoring_survives(void **state) {
    const char *path = *state;
    struct document document = document_load(path);

    complete = (struct outcome){0};
    assert_non_null(document.bytes);
    assert_int_equal(fuhe_pack_library_init(&packs, NULL), FUHE_STATUS_OK);
    assert_true(failing_memory_exhaust(score, &document) > 10);
    assert_true(complete.forms > 0 && complete.findings > 0);
    fuhe_pack_library_free(&packs);
    free(document.bytes);
}

/* --- the cases of a pack --- */

static enum fuhe_status try_cases_in(struct fuhe_arena *arena) {
    const struct fuhe_builtin_pack *builtin = &fuhe_builtin_packs[0];
    struct fuhe_memory_input memory = {.bytes = builtin->cases, .length = builtin->cases_length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct fuhe_pack_cases cases;
    struct fuhe_coverage coverage;
    struct fuhe_case_difference difference;
    struct fuhe_review review;

    FUHE_TRY(fuhe_cases_read(&input, arena, &cases, NULL));
    FUHE_TRY(fuhe_coverage_init(&coverage, &packs.packs[0], arena));
    for (size_t i = 0; i < cases.count; i++) {
        FUHE_TRY(fuhe_pack_case_run(&cases.cases[i], &packs.packs[0], arena, &review, &difference));
        assert_false(difference.found);
        fuhe_coverage_note(&coverage, &cases.cases[i], &review);
    }
    for (size_t i = 0; i < coverage.count; i++) {
        assert_true(coverage.items[i].hit);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status try_cases(const void *context) {
    struct fuhe_arena *arena = fuhe_arena_new();
    const enum fuhe_status status = arena == NULL ? FUHE_STATUS_NO_MEMORY : try_cases_in(arena);

    (void)context;
    fuhe_arena_free(arena);
    return settle(status);
}

static void cases_survive(void **state) {
    (void)state;
    assert_int_equal(fuhe_pack_library_init(&packs, NULL), FUHE_STATUS_OK);
    assert_true(failing_memory_exhaust(try_cases, NULL) > 10);
    fuhe_pack_library_free(&packs);
}

/* --- documents: not HTML, whose parser in libxml2 loses a block itself when it cannot be made --- */

struct imported {
    size_t forms;
    size_t indicators;
    size_t marks;
    size_t narratives;
};

static struct imported whole; /* of a document read while nothing failed */

static enum fuhe_status import_with(const struct document *document, const struct fuhe_words *words,
                                    struct fuhe_arena *arena) {
    struct fuhe_intake intake;
    const fuhe_text bytes = {document->bytes, document->length};
    const enum fuhe_status status = fuhe_intake_read(bytes, words, arena, &intake, NULL);

    if (status == FUHE_STATUS_OK) {
        struct imported got = {.forms = intake.recognition.form_count,
                               .narratives = intake.recognition.narrative_count};
        for (size_t i = 0; i < got.forms; i++) {
            got.indicators += intake.recognition.forms[i]->form.indicator_count;
            got.marks += intake.recognition.forms[i]->mark_count;
        }
        whole = whole.forms == 0 ? got : whole;
        assert_memory_equal(&got, &whole, sizeof got);
    }
    return status;
}

static enum fuhe_status import_document(const void *context) {
    struct fuhe_words *words = fuhe_words_new();
    struct fuhe_arena *arena = fuhe_arena_new();
    const bool made = words != NULL && arena != NULL;
    const enum fuhe_status status = made ? import_with(context, words, arena) : FUHE_STATUS_NO_MEMORY;

    fuhe_words_free(words);
    fuhe_arena_free(arena);
    return settle(status);
}

static void importing_survives(void **state) {
    struct document document = document_load(*state);

    whole = (struct imported){0};
    assert_non_null(document.bytes);
    assert_true(failing_memory_exhaust(import_document, &document) > 3);
    assert_true(whole.forms > 0 && whole.indicators > 0);
    free(document.bytes);
}

int main(void) {
    static char one_form[] = "tests/forms/yanbian-2024/hotline-operation.xml";
    static char many_forms[] = "tests/forms/yanbian-2024/department.xml";
    static char legacy[] = "tests/intake/documents/without-weights.md"; /* in GB18030 */
    static char text[] = "tests/intake/documents/text-with-bars.txt";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_survive),
        cmocka_unit_test(cases_survive),
        cmocka_unit_test_prestate(scoring_survives, one_form),
        cmocka_unit_test_prestate(scoring_survives, many_forms),
        cmocka_unit_test_prestate(importing_survives, legacy),
        cmocka_unit_test_prestate(importing_survives, text),
    };

    if (xmlMemSetup(free, malloc, realloc, duplicate) != 0) {
        return EXIT_FAILURE;
    }
    xmlInitParser();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
