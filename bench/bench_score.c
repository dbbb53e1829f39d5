/* SPDX-License-Identifier: Apache-2.0 */
/* Runs every subject over the same forms in turn, round after round in one process, and prints what each costs beside
 * the yardstick. Turns are interleaved so that a busy machine is busy for all; the figures are processor time. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/corpus.h"
#include "bench/options.h"
#include "bench/statistics.h"
#include "bench/subject.h"

static const struct subject *const subjects[] = {
    &subject_bare_push, &subject_bare_memory, &subject_reader, &subject_scorer, &subject_scorer_jsonl,
};

enum { SUBJECT_COUNT = sizeof subjects / sizeof subjects[0], ROUNDS_MAX = 101 };

struct measurement {
    double seconds[SUBJECT_COUNT][ROUNDS_MAX];
    double ratios[SUBJECT_COUNT][ROUNDS_MAX]; /* to the yardstick of the same round */
    size_t rounds;
};

/* One turn; ends the program when a document is not accepted, for then the figures would mean nothing. */
static void run_turn(const struct subject *subject, void *state, const struct corpus *corpus) {
    for (size_t i = 0; i < corpus->document_count; i++) {
        size_t length;
        const char *bytes = corpus_document(corpus, i, &length);
        if (!subject->run(state, bytes, length)) {
            (void)fprintf(stderr, "%s: document %zu was not accepted\n", subject->name, i);
            exit(EXIT_FAILURE);
        }
    }
}

static void *start(const struct subject *subject) {
    void *state = subject->start();

    if (state == NULL) {
        (void)fprintf(stderr, "%s: could not be started\n", subject->name);
        exit(EXIT_FAILURE);
    }
    return state;
}

static void measure(const struct corpus *corpus, size_t rounds, struct measurement *measurement) {
    void *states[SUBJECT_COUNT];

    measurement->rounds = rounds;
    for (size_t s = 0; s < SUBJECT_COUNT; s++) {
        states[s] = start(subjects[s]);
        run_turn(subjects[s], states[s], corpus); /* warm */
    }
    for (size_t round = 0; round < rounds; round++) {
        for (size_t s = 0; s < SUBJECT_COUNT; s++) {
            const double began = statistics_processor_seconds();
            run_turn(subjects[s], states[s], corpus);
            measurement->seconds[s][round] = statistics_processor_seconds() - began;
            measurement->ratios[s][round] = measurement->seconds[s][round] / measurement->seconds[0][round];
        }
    }
    for (size_t s = 0; s < SUBJECT_COUNT; s++) {
        subjects[s]->stop(states[s]);
    }
}

/* The ratio is the median of the rounds' ratios, so that what slows a whole round cancels out. */
static void print_line(struct measurement *measurement, size_t s, const struct corpus *corpus) {
    const size_t rounds = measurement->rounds;
    const double least_yardstick = statistics_minimum(measurement->seconds[0], rounds);
    const double least = statistics_minimum(measurement->seconds[s], rounds);
    const double forms = (double)corpus->forms;

    printf("%-13s %6.2f %6.2f %9.2f %9.2f %7.0f  %s\n", subjects[s]->name,
           statistics_median(measurement->ratios[s], rounds), least / least_yardstick,
           statistics_median(measurement->seconds[s], rounds) * 1e6 / forms, least * 1e6 / forms,
           (double)corpus->bytes.used / least / 1e6, subjects[s]->what);
}

static void print_table(struct measurement *measurement, const struct corpus *corpus) {
    printf("%s, %" PRIu64 " forms, %zu bytes a form, %zu rounds\n",
           corpus->shape == CORPUS_SINGLE ? "each form a document" : "one document", corpus->forms,
           corpus->bytes.used / corpus->forms, measurement->rounds);
    printf("%-13s %6s %6s %9s %9s %7s\n", "subject", "ratio", "of min", "us/form", "min us", "MB/s");
    for (size_t s = 0; s < SUBJECT_COUNT; s++) {
        print_line(measurement, s, corpus);
    }
}

/* For instruction counters: nothing but `passes` turns of one subject. */
static int run_only(const char *name, uint64_t passes, const struct corpus *corpus) {
    for (size_t s = 0; s < SUBJECT_COUNT; s++) {
        if (strcmp(subjects[s]->name, name) == 0) {
            void *state = start(subjects[s]);
            for (uint64_t pass = 0; pass < passes; pass++) {
                run_turn(subjects[s], state, corpus);
            }
            subjects[s]->stop(state);
            return 0;
        }
    }
    (void)fprintf(stderr, "no subject is called %s\n", name);
    return 2;
}

int main(int count, char **arguments) {
    static struct measurement measurement;
    uint64_t forms = 5000;
    uint64_t rounds = 9;
    uint64_t passes = 1;
    uint64_t seed = FORM_MAKER_SEED;
    uint64_t slips = FORM_MAKER_SLIP_PERCENT;
    const char *shape = "both";
    const char *only = NULL;
    const struct option_row rows[] = {
        {"--forms", "how many forms (5000)", &forms, NULL},
        {"--rounds", "turns of each subject, at most 101 (9)", &rounds, NULL},
        {"--seed", "of the forms (2024)", &seed, NULL},
        {"--slips", "percent of forms with a planted slip (15)", &slips, NULL},
        {"--shape", "single, batch or both", NULL, &shape},
        {"--only", "run one subject and print nothing", NULL, &only},
        {"--passes", "with --only: how often (1)", &passes, NULL},
        {NULL, NULL, NULL, NULL},
    };

    if (!options_read(rows, count, arguments) || forms == 0 || rounds == 0 || rounds > ROUNDS_MAX) {
        return 2;
    }
    const struct form_maker maker = {seed, (unsigned)slips};
    int status = 0;
    for (int s = CORPUS_SINGLE; s <= CORPUS_BATCH && status == 0; s++) {
        struct corpus corpus;
        if (strcmp(shape, "both") != 0 && strcmp(shape, s == CORPUS_SINGLE ? "single" : "batch") != 0) {
            continue;
        }
        corpus_make(&corpus, (enum corpus_shape)s, &maker, forms);
        if (only != NULL) {
            status = run_only(only, passes, &corpus);
        } else {
            measure(&corpus, rounds, &measurement);
            print_table(&measurement, &corpus);
        }
        corpus_free(&corpus);
    }
    return status;
}
