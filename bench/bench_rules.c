/* SPDX-License-Identifier: Apache-2.0 */
/* How long it takes to load and prove rule packs, all that are built in and each that needs no base by itself, beside
 * bare libxml2 over the same bytes. Every command pays for all of them once, when it starts. */
#include <stdio.h>
#include <stdlib.h>

#include "bench/options.h"
#include "bench/statistics.h"
#include "bench/subject.h"
#include "xml/pack_library.h"

enum { ROUNDS_MAX = 1000, ALL = -1 };

/* Times of one kind of work, a round each, in seconds of processor time. */
struct times {
    double loading[ROUNDS_MAX];
    double bare[ROUNDS_MAX];
    double ratios[ROUNDS_MAX];
};

/* Loads and proves one pack, or all of them. */
static bool load(int which) {
    struct fuhe_pack_library library;
    struct fuhe_error error;
    size_t index;
    enum fuhe_status status;

    if (which == ALL) {
        status = fuhe_pack_library_init(&library, &error);
    } else {
        const fuhe_text bytes = {fuhe_builtin_packs[which].bytes, fuhe_builtin_packs[which].length};
        status = fuhe_pack_library_init_empty(&library, &error);
        if (status == FUHE_STATUS_OK) {
            status = fuhe_pack_library_add_bytes(&library, bytes, &index, &error);
        }
    }
    fuhe_pack_library_free(&library);
    return status == FUHE_STATUS_OK;
}

/* The same bytes through libxml2 alone. */
static bool push(void *parser, int which) {
    const size_t from = which == ALL ? 0 : (size_t)which;
    const size_t to = which == ALL ? fuhe_builtin_pack_count : from + 1;
    bool good = true;

    for (size_t i = from; i < to && good; i++) {
        good = subject_bare_push.run(parser, fuhe_builtin_packs[i].bytes, fuhe_builtin_packs[i].length);
    }
    return good;
}

static bool measure(void *parser, int which, uint64_t rounds, struct times *times) {
    if (!load(which) || !push(parser, which)) { /* warm */
        return false;
    }
    for (uint64_t i = 0; i < rounds; i++) {
        const double began = statistics_processor_seconds();
        const bool loaded = load(which);
        const double between = statistics_processor_seconds();
        const bool pushed = push(parser, which);
        const double ended = statistics_processor_seconds();
        if (!loaded || !pushed) {
            return false;
        }
        times->loading[i] = between - began;
        times->bare[i] = ended - between;
        times->ratios[i] = times->loading[i] / times->bare[i];
    }
    return true;
}

static size_t bytes_of(int which) {
    size_t bytes = 0;

    for (size_t i = 0; which == ALL && i < fuhe_builtin_pack_count; i++) {
        bytes += fuhe_builtin_packs[i].length;
    }
    return which == ALL ? bytes : fuhe_builtin_packs[which].length;
}

static bool report(void *parser, int which, uint64_t rounds) {
    static struct times times;

    if (!measure(parser, which, rounds, &times)) {
        (void)fprintf(stderr, "%s: not loaded\n", which == ALL ? "all" : fuhe_builtin_packs[which].id);
        return false;
    }
    const double least = statistics_minimum(times.loading, rounds);
    printf("%-18s %8zu %9.3f %9.3f %9.3f %8.2f\n", which == ALL ? "all" : fuhe_builtin_packs[which].id, bytes_of(which),
           statistics_median(times.loading, rounds) * 1e3, least * 1e3, statistics_median(times.bare, rounds) * 1e3,
           statistics_median(times.ratios, rounds));
    return true;
}

static bool report_each(void *parser, uint64_t rounds) {
    struct fuhe_pack_library library;
    bool good = fuhe_pack_library_init(&library, NULL) == FUHE_STATUS_OK;

    for (size_t i = 0; i < library.built_in && good; i++) {
        good = library.packs[i].base != NULL || report(parser, (int)i, rounds);
    }
    fuhe_pack_library_free(&library);
    return good;
}

int main(int count, char **arguments) {
    uint64_t rounds = 51;
    const struct option_row rows[] = {
        {"--rounds", "how often, at most 1000 (51)", &rounds, NULL},
        {NULL, NULL, NULL, NULL},
    };

    if (!options_read(rows, count, arguments) || rounds == 0 || rounds > ROUNDS_MAX) {
        return 2;
    }
    void *parser = subject_bare_push.start();
    if (parser == NULL) {
        return EXIT_FAILURE;
    }
    printf("%-18s %8s %9s %9s %9s %8s\n", "pack", "bytes", "ms", "min ms", "bare ms", "ratio");
    const bool good = report(parser, ALL, rounds) && report_each(parser, rounds);
    subject_bare_push.stop(parser);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
