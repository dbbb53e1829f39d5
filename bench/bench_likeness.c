/* SPDX-License-Identifier: Apache-2.0 */
/* Times the search for near copies over made-up goals of some 100 characters, from their features to the matches, and
 * prints what it costs beside scoring as many forms. Each line is a process of its own, so that its memory is known. */
#define _XOPEN_SOURCE 700
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/corpus.h"
#include "bench/options.h"
#include "bench/random.h"
#include "bench/statistics.h"
#include "bench/subject.h"
#include "crosscheck/features.h"
#include "crosscheck/likeness.h"

enum { WORDS = 30, SCORED_FORMS = 5000 };

struct outcome {
    double features; /* seconds */
    double adding;
    double finding;
    double characters; /* of a text */
    size_t matches;
    size_t groups;
    long peak; /* KiB */
};

static void give_up(const char *what) {
    (void)fprintf(stderr, "%s failed\n", what);
    exit(EXIT_FAILURE);
}

/* --- texts --- */

static const char *const openings[] = {"目标1：完成", "保障", "按计划实施", "年内完成", "支持", "进一步推进", "确保"};
static const char *const closings[] = {"，专款专用，提高财政资金使用效益。", "，群众满意度不低于90%。",
                                       "，按时拨付资金。", "，改善当地生产生活条件。", "，项目验收合格率达到100%。"};

static void put_character(struct text_buffer *buffer, uint32_t character) {
    const char bytes[3] = {(char)(0xE0 | character >> 12), (char)(0x80 | (character >> 6 & 0x3F)),
                           (char)(0x80 | (character & 0x3F))};

    text_buffer_add(buffer, bytes, sizeof bytes);
}

/* A goal: phrases that many have, words of its own, and a figure. */
static void make_text(uint64_t number, uint64_t figure, struct text_buffer *buffer) {
    struct random_source random = {number};

    buffer->used = 0;
    text_buffer_put(buffer, RANDOM_PICK(&random, openings));
    for (int word = 0; word < WORDS; word++) {
        put_character(buffer, 0x4E00 + (uint32_t)(random_next(&random) % 3000));
        put_character(buffer, 0x4E00 + (uint32_t)(random_next(&random) % 3000));
        if (word % 10 == 4) {
            text_buffer_put(buffer, "，完成数量");
        }
    }
    text_buffer_print(buffer, "，计划投入资金%" PRIu64 "万元", 1000 + figure % 9000);
    text_buffer_put(buffer, RANDOM_PICK(&random, closings));
}

static void make_different(uint64_t index, struct text_buffer *buffer) {
    make_text(index, index, buffer);
}

/* Every tenth is an earlier one with another figure. */
static void make_some_copies(uint64_t index, struct text_buffer *buffer) {
    const bool copy = index % 10 == 9;

    make_text(copy ? index * 7919 % 1000003 % index : index, index, buffer);
}

static void make_all_but_figure(uint64_t index, struct text_buffer *buffer) {
    make_text(0, index, buffer);
}

static void make_same(uint64_t index, struct text_buffer *buffer) {
    (void)index;
    make_text(0, 0, buffer);
}

struct kind {
    const char *name;
    void (*make)(uint64_t index, struct text_buffer *buffer);
};

static const struct kind kinds[] = {{"all different", make_different},
                                    {"10 % copies", make_some_copies},
                                    {"all but a figure", make_all_but_figure},
                                    {"all the same", make_same}};

/* --- measuring --- */

static double lap(double *since) {
    const double now = statistics_processor_seconds();
    const double spent = now - *since;

    *since = now;
    return spent;
}

static struct outcome search(const struct kind *kind, uint64_t texts) {
    static struct fuhe_features features;
    struct fuhe_likeness *likeness = NULL;
    struct fuhe_likeness_matches matches;
    struct text_buffer buffer = {0};
    struct outcome outcome = {0};
    double since = 0;

    if (fuhe_likeness_new(&likeness, NULL) != FUHE_STATUS_OK) {
        give_up("fuhe_likeness_new");
    }
    for (uint64_t i = 0; i < texts; i++) {
        kind->make(i, &buffer);
        (void)lap(&since);
        fuhe_features_reset(&features);
        fuhe_features_add_shingles(&features, (fuhe_text){buffer.bytes, buffer.used});
        fuhe_features_finish(&features);
        outcome.features += lap(&since);
        if (fuhe_likeness_add(likeness, i, features.items, features.count, NULL) != FUHE_STATUS_OK) {
            give_up("fuhe_likeness_add");
        }
        outcome.adding += lap(&since);
        outcome.characters += (double)features.characters / (double)texts;
    }
    if (fuhe_likeness_find(likeness, &matches, NULL) != FUHE_STATUS_OK) {
        give_up("fuhe_likeness_find");
    }
    outcome.finding = lap(&since);
    outcome.matches = matches.count;
    outcome.groups = matches.groups;
    fuhe_likeness_free(likeness);
    text_buffer_free(&buffer);
    return outcome;
}

/* Runs the search in a child. */
static struct outcome search_apart(const struct kind *kind, uint64_t texts) {
    struct outcome outcome;
    struct rusage usage;
    int ends[2];
    int status;

    if (fflush(stdout) != 0 || pipe(ends) != 0) {
        give_up("pipe");
    }
    const pid_t child = fork();
    if (child == 0) {
        outcome = search(kind, texts);
        (void)getrusage(RUSAGE_SELF, &usage);
        outcome.peak = usage.ru_maxrss;
        exit(write(ends[1], &outcome, sizeof outcome) == sizeof outcome ? EXIT_SUCCESS : EXIT_FAILURE);
    }
    (void)close(ends[1]);
    if (child < 0 || read(ends[0], &outcome, sizeof outcome) != sizeof outcome || waitpid(child, &status, 0) != child ||
        status != 0) {
        give_up(kind->name);
    }
    (void)close(ends[0]);
    return outcome;
}

/* Seconds a form; documents of their own, as they mostly arrive. */
static double score_forms(void) {
    const struct form_maker maker = {FORM_MAKER_SEED, FORM_MAKER_SLIP_PERCENT};
    void *state = subject_scorer.start();
    struct corpus corpus;
    double since = 0;

    corpus_make(&corpus, CORPUS_SINGLE, &maker, SCORED_FORMS);
    for (int turn = 0; turn < 2; turn++) { /* the first to warm */
        (void)lap(&since);
        for (size_t i = 0; i < corpus.document_count; i++) {
            size_t length;
            const char *bytes = corpus_document(&corpus, i, &length);
            if (state == NULL || !subject_scorer.run(state, bytes, length)) {
                give_up("scoring");
            }
        }
    }
    const double seconds = lap(&since);
    subject_scorer.stop(state);
    corpus_free(&corpus);
    return seconds / SCORED_FORMS;
}

static void print_outcome(const struct kind *kind, uint64_t texts, const struct outcome *outcome, double scoring) {
    const double microseconds = 1e6 / (double)texts;
    const double all = outcome->features + outcome->adding + outcome->finding;

    printf("%9" PRIu64 " %-17s %6.0f %8.2f %8.2f %8.2f %8.2f %10.2f %9zu %8zu %7.1f\n", texts, kind->name,
           outcome->characters, outcome->features * microseconds, outcome->adding * microseconds,
           outcome->finding * microseconds, all * microseconds, all / (double)texts / scoring, outcome->matches,
           outcome->groups, (double)outcome->peak / 1024);
}

int main(int count, char **arguments) {
    uint64_t least = 10000;
    uint64_t most = 1000000;
    const struct option_row rows[] = {
        {"--least", "texts of the first size (10000)", &least, NULL},
        {"--most", "texts of the last size, each ten times the one before (1000000)", &most, NULL},
        {NULL, NULL, NULL, NULL},
    };
    struct outcome outcomes[sizeof kinds / sizeof kinds[0]];

    if (!options_read(rows, count, arguments) || least == 0) {
        return 2;
    }
    printf("%9s %-17s %6s %8s %8s %8s %8s %10s %9s %8s %7s\n", "texts", "kind", "chars", "features", "adding",
           "finding", "us/text", "of scoring", "matches", "groups", "MiB");
    for (uint64_t texts = least; texts <= most; texts *= 10) {
        for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
            outcomes[i] = search_apart(&kinds[i], texts);
        }
        const double scoring = score_forms();
        for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
            print_outcome(&kinds[i], texts, &outcomes[i], scoring);
        }
    }
    return 0;
}
