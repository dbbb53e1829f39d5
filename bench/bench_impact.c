/* SPDX-License-Identifier: Apache-2.0 */
/* What scoring by two rule packs at once costs beside scoring by one: reading is shared, checks are not run, and forms
 * that move are scored again rule by rule. Subjects take turns over the same forms, round after round in one process;
 * the figures are processor time. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/fuhe.h"
#include "bench/corpus.h"
#include "bench/options.h"
#include "bench/statistics.h"
#include "impact/impact.h"

enum { ROUNDS_MAX = 101 };

/* One way of working through all documents once. `after` is NULL where one pack is all. */
static const struct subject {
    const char *name;
    const char *what;
    const char *before;
    const char *after;
    enum { READ, PLAIN, SCORE, IMPACT } work;
} subjects[] = {
    {"score", "one pack, with every check, as fuhe score does it", "mof-2020", NULL, SCORE},
    {"read", "the form reader alone", NULL, NULL, READ},
    {"one", "one pack, without checks", "mof-2020", NULL, PLAIN},
    {"two-same", "two packs that are the same: no form moves", "mof-2020", "mof-2020", IMPACT},
    {"two", "mof-2020 and mof-2021-cost", "mof-2020", "mof-2021-cost", IMPACT},
    {"two-most", "jilin-yanbian and hubei: nearly all forms move", "jilin-yanbian", "hubei", IMPACT},
};

enum { SUBJECT_COUNT = sizeof subjects / sizeof subjects[0] };

struct bench {
    struct fuhe_pack_library library;
    struct corpus corpus;
    struct fuhe_reader *reader;
    double seconds[SUBJECT_COUNT][ROUNDS_MAX];
    double ratios[SUBJECT_COUNT][ROUNDS_MAX];
    size_t moved[SUBJECT_COUNT];
};

static void stop(const char *what) {
    (void)fprintf(stderr, "%s\n", what);
    exit(EXIT_FAILURE);
}

static const struct fuhe_pack *pack_of(const struct bench *bench, const char *id) {
    const size_t index = id == NULL ? bench->library.count : fuhe_pack_library_find(&bench->library, id);

    return index < bench->library.count ? &bench->library.packs[index] : NULL;
}

/* --- turns -------------------------------------------------------------------------------------------------------- */

static enum fuhe_status ignore_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    (void)context, (void)form, (void)arena;
    return FUHE_STATUS_OK;
}

static enum fuhe_status score_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    struct fuhe_review review;

    return fuhe_review_score(form, context, arena, &review);
}

static enum fuhe_status add_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    return fuhe_impact_add(context, "-", 0, form, arena);
}

static void read_all(struct bench *bench, const struct fuhe_form_sink *sink) {
    struct fuhe_document document;

    for (size_t i = 0; i < bench->corpus.document_count; i++) {
        struct fuhe_memory_input memory = {0};
        memory.bytes = corpus_document(&bench->corpus, i, &memory.length);
        const struct fuhe_input input = fuhe_input_from_memory(&memory);
        if (fuhe_reader_read(bench->reader, &input, sink, &document, NULL) != FUHE_STATUS_OK) {
            stop("a document was not accepted");
        }
    }
}

static void score_all(struct bench *bench, const struct fuhe_pack *pack) {
    struct fuhe_scorer *scorer = fuhe_scorer_new(&bench->library, pack);
    const struct fuhe_score_sink sink = {NULL, NULL, NULL};

    for (size_t i = 0; scorer != NULL && i < bench->corpus.document_count; i++) {
        size_t length;
        const char *bytes = corpus_document(&bench->corpus, i, &length);
        if (fuhe_scorer_score_buffer(scorer, bytes, length, "-", &sink, NULL) != FUHE_STATUS_OK) {
            stop("a document was not accepted");
        }
    }
    fuhe_scorer_free(scorer);
}

static void compare_all(struct bench *bench, size_t subject) {
    const struct fuhe_impact_request request = {.before = pack_of(bench, subjects[subject].before),
                                                .after = pack_of(bench, subjects[subject].after)};
    struct fuhe_impact *impact = fuhe_impact_new(&request);
    const struct fuhe_form_sink sink = {add_form, impact};

    if (impact == NULL) {
        stop("memory is out");
    }
    read_all(bench, &sink);
    fuhe_impact_sort(impact);
    bench->moved[subject] = fuhe_impact_moved(impact).forms;
    fuhe_impact_free(impact);
}

static void run_turn(struct bench *bench, size_t subject) {
    const struct fuhe_pack *pack = pack_of(bench, subjects[subject].before);
    const struct fuhe_form_sink ignore = {ignore_form, NULL};
    const struct fuhe_form_sink score = {score_form, (void *)(uintptr_t)pack};

    switch (subjects[subject].work) {
    case READ:
        read_all(bench, &ignore);
        break;
    case PLAIN:
        read_all(bench, &score);
        break;
    case SCORE:
        score_all(bench, pack);
        break;
    case IMPACT:
        compare_all(bench, subject);
        break;
    }
}

/* --- the table ---------------------------------------------------------------------------------------------------- */

static void measure(struct bench *bench, size_t rounds) {
    for (size_t s = 0; s < SUBJECT_COUNT; s++) {
        run_turn(bench, s); /* warm */
    }
    for (size_t round = 0; round < rounds; round++) {
        for (size_t s = 0; s < SUBJECT_COUNT; s++) {
            const double began = statistics_processor_seconds();
            run_turn(bench, s);
            bench->seconds[s][round] = statistics_processor_seconds() - began;
            bench->ratios[s][round] = bench->seconds[s][round] / bench->seconds[0][round];
        }
    }
}

static void print_table(struct bench *bench, size_t rounds) {
    const double forms = (double)bench->corpus.forms;

    printf("%s, %" PRIu64 " forms, %zu rounds\n",
           bench->corpus.shape == CORPUS_SINGLE ? "each form a document" : "one document", bench->corpus.forms, rounds);
    printf("%-9s %6s %9s %7s\n", "subject", "ratio", "us/form", "moved");
    for (size_t s = 0; s < SUBJECT_COUNT; s++) {
        printf("%-9s %6.2f %9.2f %6.1f%%  %s\n", subjects[s].name, statistics_median(bench->ratios[s], rounds),
               statistics_median(bench->seconds[s], rounds) * 1e6 / forms, 100.0 * (double)bench->moved[s] / forms,
               subjects[s].what);
    }
}

/* For instruction counters: nothing but `passes` turns of one subject. */
static int run_only(struct bench *bench, const char *name, uint64_t passes) {
    for (size_t s = 0; s < SUBJECT_COUNT; s++) {
        if (strcmp(subjects[s].name, name) == 0) {
            for (uint64_t pass = 0; pass < passes; pass++) {
                run_turn(bench, s);
            }
            return 0;
        }
    }
    (void)fprintf(stderr, "no subject is called %s\n", name);
    return 2;
}

int main(int count, char **arguments) {
    static struct bench bench;
    uint64_t forms = 5000;
    uint64_t rounds = 9;
    uint64_t passes = 1;
    const char *shape = "single";
    const char *only = NULL;
    const struct option_row rows[] = {
        {"--forms", "how many forms (5000)", &forms, NULL},
        {"--rounds", "turns of each subject, at most 101 (9)", &rounds, NULL},
        {"--shape", "single (default) or batch", NULL, &shape},
        {"--only", "run one subject and print nothing", NULL, &only},
        {"--passes", "with --only: how often (1)", &passes, NULL},
        {NULL, NULL, NULL, NULL},
    };
    const struct form_maker maker = {FORM_MAKER_SEED, FORM_MAKER_SLIP_PERCENT};

    if (!options_read(rows, count, arguments) || forms == 0 || rounds == 0 || rounds > ROUNDS_MAX) {
        return 2;
    }
    bench.reader = fuhe_reader_new(NULL);
    if (bench.reader == NULL || fuhe_pack_library_init(&bench.library, NULL) != FUHE_STATUS_OK) {
        stop("memory is out");
    }
    int status = 0;
    corpus_make(&bench.corpus, strcmp(shape, "batch") == 0 ? CORPUS_BATCH : CORPUS_SINGLE, &maker, forms);
    if (only != NULL) {
        status = run_only(&bench, only, passes);
    } else {
        measure(&bench, rounds);
        print_table(&bench, rounds);
    }
    corpus_free(&bench.corpus);
    fuhe_reader_free(bench.reader);
    fuhe_pack_library_free(&bench.library);
    return status;
}
