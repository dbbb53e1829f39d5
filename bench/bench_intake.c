/* SPDX-License-Identifier: Apache-2.0 */
/* What a form costs that comes as a document of an office program, beside inflating its parts with libzip and pushing
 * them through libxml2. Made-up forms, each a document of its own; turns are interleaved, figures are processor time.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bare_package.h"
#include "bench/document_maker.h"
#include "bench/options.h"
#include "bench/statistics.h"
#include "intake/intake.h"

enum { ROUNDS_MAX = 101, ROWS_MIN = 13 };

struct documents {
    enum document_kind kind;
    struct text_buffer bytes;
    size_t *starts; /* one more for the end */
    size_t count;
};

struct bench {
    struct bare *bare;
    struct fuhe_words *words;
    struct fuhe_arena *arena;
};

/* --- documents --- */

static void make_documents(struct documents *documents, uint64_t count) {
    static struct sheet sheet;
    static struct form_table table;
    const struct form_maker maker = {FORM_MAKER_SEED, FORM_MAKER_SLIP_PERCENT};

    documents->starts = calloc(count + 1, sizeof *documents->starts);
    if (documents->starts == NULL) {
        exit(EXIT_FAILURE);
    }
    for (uint64_t number = 0; documents->count < count; number++) {
        sheet_make(&maker, number, &sheet);
        if (sheet.row_count >= ROWS_MIN) {
            form_table_make(&sheet, &table);
            document_make(documents->kind, &table, &documents->bytes);
            documents->starts[++documents->count] = documents->bytes.used;
        }
    }
}

static fuhe_text document_at(const struct documents *documents, size_t index) {
    return (fuhe_text){documents->bytes.bytes + documents->starts[index],
                       documents->starts[index + 1] - documents->starts[index]};
}

/* --- subjects --- */

static bool run_bare(struct bench *bench, enum document_kind kind, fuhe_text bytes) {
    if (kind == DOCUMENT_MARKDOWN) {
        return true;
    }
    return kind == DOCUMENT_HTML ? bare_read_html(bench->bare, bytes.bytes, bytes.length)
                                 : bare_read_package(bench->bare, bytes.bytes, bytes.length);
}

static bool run_door(struct bench *bench, enum document_kind kind, fuhe_text bytes) {
    struct fuhe_door_document document;
    const struct fuhe_door *door = fuhe_door_find(bytes, NULL);

    (void)kind;
    fuhe_arena_reset(bench->arena);
    fuhe_door_document_begin(&document, bench->arena);
    return door != NULL && door->read(bytes, &document, NULL) == FUHE_STATUS_OK && document.cell_count > 0;
}

static bool run_intake(struct bench *bench, enum document_kind kind, fuhe_text bytes) {
    struct fuhe_intake intake;

    (void)kind;
    fuhe_arena_reset(bench->arena);
    return fuhe_intake_read(bytes, bench->words, bench->arena, &intake, NULL) == FUHE_STATUS_OK &&
           intake.recognition.form_count == 1 && intake.recognition.forms[0]->form.indicator_count >= ROWS_MIN &&
           !intake.recognition.forms[0]->needs_look;
}

static const struct {
    const char *name;
    const char *what;
    bool (*run)(struct bench *bench, enum document_kind kind, fuhe_text bytes);
} subjects[] = {
    {"bare", "libzip inflates, libxml2 SAX with empty handlers", run_bare},
    {"door", "kind, paragraphs, tables", run_door},
    {"forms", "the same and forms recognised", run_intake},
};

enum { SUBJECT_COUNT = sizeof subjects / sizeof subjects[0] };

static void run_turn(struct bench *bench, size_t s, const struct documents *documents) {
    for (size_t i = 0; i < documents->count; i++) {
        if (!subjects[s].run(bench, documents->kind, document_at(documents, i))) {
            (void)fprintf(stderr, "%s: %s %zu was not read\n", subjects[s].name, document_kind_names[documents->kind],
                          i);
            exit(EXIT_FAILURE);
        }
    }
}

/* --- measuring --- */

struct measurement {
    double seconds[SUBJECT_COUNT][ROUNDS_MAX];
    double ratios[SUBJECT_COUNT][ROUNDS_MAX];
};

static void measure(struct bench *bench, const struct documents *documents, size_t rounds,
                    struct measurement *measurement) {
    for (size_t round = 0; round < rounds; round++) {
        for (size_t s = 0; s < SUBJECT_COUNT; s++) {
            const double began = statistics_processor_seconds();
            run_turn(bench, s, documents);
            measurement->seconds[s][round] = statistics_processor_seconds() - began;
            measurement->ratios[s][round] = measurement->seconds[s][round] / measurement->seconds[0][round];
        }
    }
}

static void print_table(struct measurement *measurement, const struct documents *documents, size_t rounds) {
    const double count = (double)documents->count;
    const double least_bare = statistics_minimum(measurement->seconds[0], rounds);

    printf("%s: %zu documents of %zu bytes, %zu rounds\n%-6s %6s %6s %9s %9s\n", document_kind_names[documents->kind],
           documents->count, documents->bytes.used / documents->count, rounds, "", "ratio", "of min", "us/form",
           "min us");
    for (size_t s = documents->kind == DOCUMENT_MARKDOWN; s < SUBJECT_COUNT; s++) {
        const double least = statistics_minimum(measurement->seconds[s], rounds);
        const bool has_yardstick = documents->kind != DOCUMENT_MARKDOWN; /* others print no ratio: 0 */
        printf("%-6s %6.2f %6.2f %9.1f %9.1f  %s\n", subjects[s].name,
               has_yardstick ? statistics_median(measurement->ratios[s], rounds) : 0,
               has_yardstick ? least / least_bare : 0, statistics_median(measurement->seconds[s], rounds) * 1e6 / count,
               least * 1e6 / count, subjects[s].what);
    }
}

/* For instruction counters: nothing but `passes` turns of one subject. */
static int run_only(struct bench *bench, const char *name, uint64_t passes, const struct documents *documents) {
    for (size_t s = 0; s < SUBJECT_COUNT; s++) {
        for (uint64_t pass = 0; strcmp(subjects[s].name, name) == 0 && pass < passes; pass++) {
            run_turn(bench, s, documents);
        }
    }
    return 0;
}

static bool has_door(const struct documents *documents) {
    return fuhe_door_find(document_at(documents, 0), NULL) != NULL;
}

int main(int count, char **arguments) {
    static struct measurement measurement;
    uint64_t number = 300;
    uint64_t rounds = 9;
    uint64_t passes = 1;
    const char *kind = "all";
    const char *only = NULL;
    const struct option_row rows[] = {
        {"--documents", "how many of each kind (300)", &number, NULL},
        {"--rounds", "turns of each subject, at most 101 (9)", &rounds, NULL},
        {"--kind", "xlsx, docx, ods, odt, html, markdown or all", NULL, &kind},
        {"--only", "run one subject (bare, door, forms) and print nothing", NULL, &only},
        {"--passes", "with --only: how often (1)", &passes, NULL},
        {NULL, NULL, NULL, NULL},
    };

    if (!options_read(rows, count, arguments) || number == 0 || rounds == 0 || rounds > ROUNDS_MAX) {
        return 2;
    }
    struct bench bench = {bare_start(), fuhe_words_new(), fuhe_arena_new()};
    for (int k = 0; k < DOCUMENT_KIND_COUNT && bench.bare != NULL && bench.words != NULL && bench.arena != NULL; k++) {
        struct documents documents = {.kind = (enum document_kind)k};
        if (strcmp(kind, "all") != 0 && strcmp(kind, document_kind_names[k]) != 0) {
            continue;
        }
        make_documents(&documents, number);
        if (!has_door(&documents)) {
            printf("%s: no door\n", document_kind_names[k]);
        } else if (only != NULL) {
            (void)run_only(&bench, only, passes, &documents);
        } else {
            measure(&bench, &documents, rounds, &measurement);
            print_table(&measurement, &documents, rounds);
        }
        text_buffer_free(&documents.bytes);
        free(documents.starts);
    }
    fuhe_words_free(bench.words);
    fuhe_arena_free(bench.arena);
    bare_stop(bench.bare);
    return 0;
}
