/* SPDX-License-Identifier: Apache-2.0 */
/* Two threads with a scorer each and one pack library between them give what one thread gives. Run under the thread
 * sanitizer by the preset tsan. */
#include "tests/robust/scoring_run.h"
#include "tests/support/cases.h"

#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { RUNS = 20 };

struct worker {
    pthread_t thread;
    const struct fuhe_pack_library *library;
    const struct document *document;
    struct outcome outcome;
    size_t failures;
};

static void *work(void *context) {
    struct worker *worker = context;

    for (int i = 0; i < RUNS; i++) {
        worker->failures += scoring_run(worker->library, worker->document, &worker->outcome) != FUHE_STATUS_OK;
    }
    return NULL;
}

static void threads_agree(void **state) {
    struct document document = document_load("tests/forms/yanbian-2024/department.xml");
    struct fuhe_pack_library library;
    struct worker workers[2];
    struct outcome alone;

    (void)state;
    assert_non_null(document.bytes);
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(scoring_run(&library, &document, &alone), FUHE_STATUS_OK);
    assert_int_equal(alone.forms, 15);
    for (size_t i = 0; i < 2; i++) {
        workers[i] = (struct worker){.library = &library, .document = &document};
        assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    }
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
        assert_int_equal(workers[i].failures, 0);
        assert_memory_equal(&workers[i].outcome, &alone, sizeof alone);
    }
    fuhe_pack_library_free(&library);
    free(document.bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(threads_agree)};

    xmlInitParser();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
