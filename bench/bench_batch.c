/* SPDX-License-Identifier: Apache-2.0 */
/* What a batch costs beside bare libxml2 over the same bytes: one large document and many files, with one worker and
 * with more, results rendered as JSON lines and counted; and the program itself, with a store. Rounds are interleaved;
 * ratios are of processor time, and of wall time for what more workers gain. */
#define _XOPEN_SOURCE 700
#include <ftw.h>
#include <inttypes.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/batch.h"
#include "bench/corpus.h"
#include "bench/options.h"
#include "bench/statistics.h"
#include "bench/subject.h"

enum { ROUNDS_MAX = 51, PATH_BYTES = 256 };

extern char **environ;

enum kind { KIND_BARE, KIND_LINES, KIND_STORE };

/* One thing that is measured. */
struct contender {
    const char *name;
    enum corpus_shape shape;
    enum kind kind;
    size_t workers;
    double processor[ROUNDS_MAX];
    double wall[ROUNDS_MAX];
};

struct bench {
    struct corpus corpora[CORPUS_BATCH + 1];
    char folder[PATH_BYTES];
    char paths[CORPUS_BATCH + 1][PATH_BYTES]; /* what a batch is given: the folder of files, the document */
    char results[PATH_BYTES];
    struct fuhe_pack_library library;
    void *bare;
    const char *program;
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
    (void)snprintf(bench->results, PATH_BYTES, "%.220s/results", bench->folder);
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

/* The program as people call it, into a folder that is new. */
static void run_program(struct bench *bench, const struct contender *contender) {
    char workers[24];
    char *const arguments[] = {(char *)(uintptr_t)bench->program,
                               (char *)(uintptr_t) "batch",
                               (char *)(uintptr_t) "-q",
                               (char *)(uintptr_t) "-j",
                               workers,
                               (char *)(uintptr_t) "-o",
                               bench->results,
                               bench->paths[contender->shape],
                               NULL};
    pid_t child;
    int status = 0;

    (void)snprintf(workers, sizeof workers, "%zu", contender->workers);
    if (posix_spawn(&child, bench->program, NULL, NULL, arguments, environ) != 0 ||
        waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        give_up(bench->program);
    }
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk) {
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static void remove_results(const struct bench *bench) {
    (void)nftw(bench->results, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

static double seconds_of(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double children_seconds(void) {
    struct rusage usage;

    (void)getrusage(RUSAGE_CHILDREN, &usage);
    return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

static void measure(struct bench *bench, struct contender *contender, size_t round) {
    static void (*const runs[])(struct bench *, const struct contender *) = {
        [KIND_BARE] = run_bare, [KIND_LINES] = run_batch, [KIND_STORE] = run_program};
    const double processor = statistics_processor_seconds() + children_seconds();
    const double wall = statistics_wall_seconds();

    runs[contender->kind](bench, contender);
    contender->processor[round] = statistics_processor_seconds() + children_seconds() - processor;
    contender->wall[round] = statistics_wall_seconds() - wall;
    remove_results(bench);
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
    printf("%-22s %7zu %8.2f %10.2f", contender->name, contender->workers,
           ratio(contender->processor, bare->processor, rounds),
           statistics_median(processor, rounds) / (double)forms * 1e6);
    if (contender != alone) {
        printf(" %12.2f", ratio(alone->wall, contender->wall, rounds));
    }
    printf("\n");
}

/* Of each shape: bare, lines by one worker and by more, a store by one and by more. */
enum { GROUP = 5, CONTENDERS = 2 * GROUP };

static struct contender contenders[CONTENDERS] = {
    {.name = "document, bare", .shape = CORPUS_BATCH, .kind = KIND_BARE},
    {.name = "document, JSON lines", .shape = CORPUS_BATCH, .kind = KIND_LINES, .workers = 1},
    {.name = "document, JSON lines", .shape = CORPUS_BATCH, .kind = KIND_LINES},
    {.name = "document, store", .shape = CORPUS_BATCH, .kind = KIND_STORE, .workers = 1},
    {.name = "document, store", .shape = CORPUS_BATCH, .kind = KIND_STORE},
    {.name = "files, bare in memory", .shape = CORPUS_SINGLE, .kind = KIND_BARE},
    {.name = "files, JSON lines", .shape = CORPUS_SINGLE, .kind = KIND_LINES, .workers = 1},
    {.name = "files, JSON lines", .shape = CORPUS_SINGLE, .kind = KIND_LINES},
    {.name = "files, store", .shape = CORPUS_SINGLE, .kind = KIND_STORE, .workers = 1},
    {.name = "files, store", .shape = CORPUS_SINGLE, .kind = KIND_STORE},
};

static void measure_all(struct bench *bench, uint64_t rounds, uint64_t workers) {
    for (size_t i = 0; i < CONTENDERS; i++) {
        if (contenders[i].kind != KIND_BARE && contenders[i].workers == 0) {
            contenders[i].workers = workers;
        }
    }
    for (size_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i < CONTENDERS; i++) {
            measure(bench, &contenders[i], round);
        }
    }
}

static void print_all(uint64_t rounds, uint64_t forms) {
    printf("%" PRIu64 " forms, %" PRIu64 " rounds\n%-22s %7s %8s %10s %12s\n", forms, rounds, "", "workers", "ratio",
           "us/form", "times faster");
    for (size_t i = 0; i < CONTENDERS; i++) {
        const struct contender *alone = &contenders[i % GROUP == 2 || i % GROUP == 4 ? i - 1 : i];
        print_contender(&contenders[i], &contenders[i - i % GROUP], alone, rounds, forms);
    }
}

int main(int count, char **arguments) {
    uint64_t forms = 20000;
    uint64_t rounds = 7;
    uint64_t workers = 2;
    const char *below = "/tmp";
    static struct bench bench = {.program = "build/release/bin/fuhe"};
    const struct option_row rows[] = {
        {"--forms", "how many forms (20000)", &forms, NULL},
        {"--rounds", "how many rounds (7)", &rounds, NULL},
        {"--workers", "how many workers (2)", &workers, NULL},
        {"--below", "where to put files and stores meanwhile (/tmp)", NULL, &below},
        {"--program", "path of fuhe (build/release/bin/fuhe)", NULL, &bench.program},
        {NULL, NULL, NULL, NULL},
    };

    if (!options_read(rows, count, arguments) || forms == 0 || rounds == 0 || rounds > ROUNDS_MAX || workers == 0) {
        return 2;
    }
    bench.bare = subject_bare_push.start();
    if (bench.bare == NULL || fuhe_pack_library_init(&bench.library, NULL) != FUHE_STATUS_OK) {
        give_up("start");
    }
    write_corpora(&bench, below, forms);
    measure_all(&bench, rounds, workers);
    print_all(rounds, forms);
    remove_corpora(&bench);
    subject_bare_push.stop(bench.bare);
    fuhe_pack_library_free(&bench.library);
    return 0;
}
