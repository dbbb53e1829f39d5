/* SPDX-License-Identifier: Apache-2.0 */
/* Forms in a second of wall time with one worker and with several, each a process that scores all forms. */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/corpus.h"
#include "bench/options.h"
#include "bench/statistics.h"
#include "bench/subject.h"

static int work(const struct corpus *corpus, uint64_t passes) {
    void *state = subject_scorer.start();
    bool accepted = state != NULL;

    for (uint64_t pass = 0; pass < passes && accepted; pass++) {
        for (size_t i = 0; i < corpus->document_count && accepted; i++) {
            size_t length;
            const char *bytes = corpus_document(corpus, i, &length);
            accepted = subject_scorer.run(state, bytes, length);
        }
    }
    subject_scorer.stop(state);
    return accepted ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Wall seconds until all workers are done; below zero when one failed. */
static double run_workers(const struct corpus *corpus, uint64_t workers, uint64_t passes) {
    const double began = statistics_wall_seconds();
    bool good = true;

    for (uint64_t i = 0; i < workers; i++) {
        const pid_t child = fork();
        if (child == 0) {
            _exit(work(corpus, passes));
        }
        good = good && child > 0;
    }
    int status;
    while (wait(&status) > 0) {
        good = good && status == 0;
    }
    return good ? statistics_wall_seconds() - began : -1;
}

int main(int count, char **arguments) {
    enum { ROUNDS = 7 };
    uint64_t forms = 5000;
    uint64_t workers = 2;
    uint64_t passes = 4;
    double one[ROUNDS];
    double many[ROUNDS];
    const struct option_row rows[] = {
        {"--forms", "how many forms (5000)", &forms, NULL},
        {"--workers", "how many workers (2)", &workers, NULL},
        {"--passes", "how often each worker scores all forms (4)", &passes, NULL},
        {NULL, NULL, NULL, NULL},
    };

    if (!options_read(rows, count, arguments) || forms == 0 || workers == 0 || passes == 0) {
        return 2;
    }
    const struct form_maker maker = {FORM_MAKER_SEED, FORM_MAKER_SLIP_PERCENT};
    struct corpus corpus;
    corpus_make(&corpus, CORPUS_SINGLE, &maker, forms);
    for (size_t round = 0; round < ROUNDS; round++) {
        one[round] = run_workers(&corpus, 1, passes);
        many[round] = run_workers(&corpus, workers, passes);
        if (one[round] < 0 || many[round] < 0) {
            fputs("a worker failed\n", stderr);
            return EXIT_FAILURE;
        }
    }
    const double done = (double)(forms * passes);
    const double alone = done / statistics_median(one, ROUNDS);
    const double together = done * (double)workers / statistics_median(many, ROUNDS);
    printf("1 worker %.0f forms a second, %" PRIu64 " workers %.0f, %.2f times as many\n", alone, workers, together,
           together / alone);
    corpus_free(&corpus);
    return 0;
}
