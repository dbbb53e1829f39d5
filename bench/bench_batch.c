/* SPDX-License-Identifier: Apache-2.0 */
/* What a batch costs beside bare libxml2 over the same bytes: one large document and many files, with one worker and
 * with more, results rendered as JSON lines and counted. Rounds are interleaved; ratios are of processor time, and of
 * wall time for what more workers gain. */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/batch.h"
#include "bench/corpus.h"
#include "bench/options.h"
#include "bench/statistics.h"
#include "bench/subject.h"

enum { ROUNDS_MAX = 51, PATH_BYTES = 256 };

/* One thing that is measured. */
struct contender {
    const char *name;
    enum corpus_shape shape;
    size_t workers; /* 0: bare libxml2 */
    double processor[ROUNDS_MAX];
    double wall[ROUNDS_MAX];
};

struct bench {
    struct corpus corpora[CORPUS_BATCH + 1];
    char folder[PATH_BYTES];
    char paths[CORPUS_BATCH + 1][PATH_BYTES]; /* what a batch is given: the folder of files, the document */
    struct fuhe_pack_library library;
    void *bare;
    size_t written;
};

static void give_up(const char *what) {
    (void)fprintf(stderr, "%s failed\n", what);
    exit(EXIT_FAILURE);
}

/* --- files --- */

static void write_file(const char *path, const char *bytes, size_t length) {
    FILE *file = fopen(path, "wb");

    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) {
        give_up(path);
    }
}

static void file_path(const struct bench *bench, size_t index, char path[PATH_BYTES + 32]) {
    (void)snprintf(path, PATH_BYTES + 32, "%s/files/%07zu.xml", bench->folder, index);
}

static void write_corpora(struct bench *bench, const char *below, uint64_t forms) {
    const struct form_maker maker = {FORM_MAKER_SEED, FORM_MAKER_SLIP_PERCENT};
    char path[PATH_BYTES + 32];
    size_t length;

    (void)snprintf(bench->folder, sizeof bench->folder - 32, "%.200s/fuhe-bench-XXXXXX", below);
    if (mkdtemp(bench->folder) == NULL) {
        give_up("mkdtemp");
    }
    (void)snprintf(bench->paths[CORPUS_SINGLE], PATH_BYTES, "%.220s/files", bench->folder);
    (void)snprintf(bench->paths[CORPUS_BATCH], PATH_BYTES, "%.220s/document.xml", bench->folder);
    if (mkdir(bench->paths[CORPUS_SINGLE], 0777) != 0) {
        give_up("mkdir");
    }
    for (int shape = CORPUS_SINGLE; shape <= CORPUS_BATCH; shape++) {
        corpus_make(&bench->corpora[shape], (enum corpus_shape)shape, &maker, forms);
    }
    for (size_t i = 0; i < forms; i++) {
        const char *bytes = corpus_document(&bench->corpora[CORPUS_SINGLE], i, &length);
        file_path(bench, i, path);
        write_file(path, bytes, length);
    }
    const char *document = corpus_document(&bench->corpora[CORPUS_BATCH], 0, &length);
    write_file(bench->paths[CORPUS_BATCH], document, length);
}

static void remove_corpora(struct bench *bench) {
    char path[PATH_BYTES + 32];

    for (size_t i = 0; i < bench->corpora[CORPUS_SINGLE].document_count; i++) {
        file_path(bench, i, path);
        (void)remove(path);
    }
    for (int shape = CORPUS_SINGLE; shape <= CORPUS_BATCH; shape++) {
        (void)remove(bench->paths[shape]);
        corpus_free(&bench->corpora[shape]);
    }
    (void)rmdir(bench->folder);
}

/* --- measuring --- */

static enum fuhe_status count_bytes(void *context, size_t format, fuhe_text bytes) {
    (void)format;
    ((struct bench *)context)->written += bytes.length;
    return FUHE_STATUS_OK;
}

static enum fuhe_status refuse_unscored(void *context, const struct fuhe_unscored *unscored) {
    (void)context, (void)unscored;
    return FUHE_STATUS_INTERNAL;
}

static void run_batch(struct bench *bench, const struct contender *contender) {
    static const struct fuhe_report_format *const formats[] = {&fuhe_report_jsonl};
    char *operands[] = {bench->paths[contender->shape]};
    const struct fuhe_batch_request request = {.source = {.operands = operands, .operand_count = 1},
                                               .library = &bench->library,
                                               .formats = formats,
                                               .format_count = 1,
                                               .workers = contender->workers,
                                               .sink = {count_bytes, refuse_unscored, bench}};
    struct fuhe_batch *batch = fuhe_batch_start(&request);
    struct fuhe_tally tally;
    bool stopped;

    if (batch == NULL) {
        give_up("fuhe_batch_start");
    }
    while (!fuhe_batch_wait(batch, 1000)) {
    }
    if (fuhe_batch_finish(batch, &tally, &stopped) != FUHE_STATUS_OK ||
        tally.forms != bench->corpora[CORPUS_SINGLE].forms) {
        give_up(contender->name);
    }
}

static void run_bare(struct bench *bench, const struct contender *contender) {
    const struct corpus *corpus = &bench->corpora[contender->shape];

    for (size_t i = 0; i < corpus->document_count; i++) {
        size_t length;
        const char *bytes = corpus_document(corpus, i, &length);
        if (!subject_bare_push.run(bench->bare, bytes, length)) {
            give_up(contender->name);
        }
    }
}

static void measure(struct bench *bench, struct contender *contender, size_t round) {
    const double processor = statistics_processor_seconds();
    const double wall = statistics_wall_seconds();

    if (contender->workers == 0) {
        run_bare(bench, contender);
    } else {
        run_batch(bench, contender);
    }
    contender->processor[round] = statistics_processor_seconds() - processor;
    contender->wall[round] = statistics_wall_seconds() - wall;
}

/* The median over rounds of one figure to another of the same round. */
static double ratio(const double *figures, const double *to, size_t rounds) {
    double ratios[ROUNDS_MAX];

    for (size_t i = 0; i < rounds; i++) {
        ratios[i] = figures[i] / to[i];
    }
    return statistics_median(ratios, rounds);
}

static void print_contender(const struct contender *contender, const struct contender *bare,
                            const struct contender *alone, size_t rounds, uint64_t forms) {
    double processor[ROUNDS_MAX];

    memcpy(processor, contender->processor, sizeof processor);
    printf("%-22s %7zu %8.2f %10.2f %12.2f\n", contender->name, contender->workers,
           ratio(contender->processor, bare->processor, rounds),
           statistics_median(processor, rounds) / (double)forms * 1e6, ratio(alone->wall, contender->wall, rounds));
}

int main(int count, char **arguments) {
    uint64_t forms = 20000;
    uint64_t rounds = 7;
    uint64_t workers = 2;
    const char *below = "/tmp";
    const struct option_row rows[] = {
        {"--forms", "how many forms (20000)", &forms, NULL},
        {"--rounds", "how many rounds (7)", &rounds, NULL},
        {"--workers", "how many workers (2)", &workers, NULL},
        {"--below", "where to put the files meanwhile (/tmp)", NULL, &below},
        {NULL, NULL, NULL, NULL},
    };
    static struct bench bench;

    if (!options_read(rows, count, arguments) || forms == 0 || rounds == 0 || rounds > ROUNDS_MAX || workers == 0) {
        return 2;
    }
    static struct contender contenders[] = {
        {.name = "document, bare", .shape = CORPUS_BATCH},
        {.name = "document, batch", .shape = CORPUS_BATCH, .workers = 1},
        {.name = "document, batch", .shape = CORPUS_BATCH},
        {.name = "files, bare in memory", .shape = CORPUS_SINGLE},
        {.name = "files, batch", .shape = CORPUS_SINGLE, .workers = 1},
        {.name = "files, batch", .shape = CORPUS_SINGLE},
    };
    enum { CONTENDERS = sizeof contenders / sizeof contenders[0], GROUP = 3 };
    contenders[GROUP - 1].workers = workers;
    contenders[CONTENDERS - 1].workers = workers;
    bench.bare = subject_bare_push.start();
    if (bench.bare == NULL || fuhe_pack_library_init(&bench.library, NULL) != FUHE_STATUS_OK) {
        give_up("start");
    }
    write_corpora(&bench, below, forms);
    for (size_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i < CONTENDERS; i++) {
            measure(&bench, &contenders[i], round);
        }
    }
    printf("%" PRIu64 " forms, %" PRIu64 " rounds\n%-22s %7s %8s %10s %12s\n", forms, rounds, "", "workers", "ratio",
           "us/form", "times faster");
    for (size_t i = 0; i < CONTENDERS; i++) {
        const struct contender *bare = &contenders[i - i % GROUP];
        print_contender(&contenders[i], bare, i % GROUP == 0 ? bare : bare + 1, rounds, forms);
    }
    remove_corpora(&bench);
    subject_bare_push.stop(bench.bare);
    fuhe_pack_library_free(&bench.library);
    return 0;
}
