/* SPDX-License-Identifier: Apache-2.0 */
/* Works out cases given on standard input, one a line as "operation arguments = answer", with the engine, and compares
 * the text of each answer. Prints how many there were and the first that differ; the outcome is 0 when none does. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/claim.h"

enum { LINE_SIZE = 4096, ARGUMENTS_MAX = 64, ANSWER_SIZE = 256, SHOWN_MAX = 10 };

static const fuhe_decimal untouched = {INT64_C(-4611686018427387905)};

/* The arguments of a case and the answer in the making. */
struct task {
    const char *arguments[ARGUMENTS_MAX];
    size_t count;
    char answer[ANSWER_SIZE];
};

static fuhe_int128 read_long(const struct task *task, size_t index) {
    const char *text = task->arguments[index];
    const bool negative = *text == '-';
    fuhe_int128 value = 0;

    for (text += negative; *text != '\0'; text++) {
        value = 10 * value - (*text - '0');
    }
    return negative ? value : -value;
}

static fuhe_decimal read_decimal(const struct task *task, size_t index) {
    return (fuhe_decimal){strtoll(task->arguments[index], NULL, 10)};
}

static unsigned read_count(const struct task *task, size_t index) {
    return (unsigned)strtoul(task->arguments[index], NULL, 10);
}

static enum fuhe_rounding read_rounding(const struct task *task, size_t index) {
    return (enum fuhe_rounding)read_count(task, index);
}

static fuhe_fraction read_fraction(const struct task *task, size_t index) {
    return (fuhe_fraction){read_long(task, index), read_long(task, index + 1)};
}

static void answer_word(struct task *task, const char *word) {
    (void)snprintf(task->answer, sizeof task->answer, "%s", word);
}

/* A failure must leave the result as it was. */
static void answer_decimal(struct task *task, enum fuhe_status status, fuhe_decimal result) {
    if (status == FUHE_STATUS_OK) {
        (void)snprintf(task->answer, sizeof task->answer, "%" PRId64, result.scaled);
    } else if (!fuhe_decimal_equals(result, untouched)) {
        answer_word(task, "failed, result touched");
    } else {
        answer_word(task, status == FUHE_STATUS_OVERFLOW ? "overflow" : "not-a-number");
    }
}

static void answer_sign(struct task *task, int order) {
    (void)snprintf(task->answer, sizeof task->answer, "%d", (order > 0) - (order < 0));
}

static size_t read_hex(const char *hex, char *bytes) {
    size_t length = 0;

    for (; hex[0] != '\0' && hex[1] != '\0'; hex += 2) {
        const char pair[] = {hex[0], hex[1], '\0'};
        bytes[length++] = (char)strtoul(pair, NULL, 16);
    }
    return length;
}

static void work_parse(struct task *task) {
    char bytes[LINE_SIZE];
    fuhe_decimal result = untouched;
    unsigned places = 0;
    const fuhe_text text = {bytes, read_hex(task->arguments[0], bytes)};
    const enum fuhe_status status = fuhe_decimal_parse(text, &result, &places);

    answer_decimal(task, status, result);
    if (status == FUHE_STATUS_OK) {
        const size_t length = strlen(task->answer);
        (void)snprintf(task->answer + length, sizeof task->answer - length, " %u", places);
    }
}

static void work_format(struct task *task) {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    fuhe_decimal again;
    unsigned places;
    const fuhe_decimal value = read_decimal(task, 0);
    const size_t length = fuhe_decimal_format(value, read_count(task, 1), text);

    if (length != strlen(text) || fuhe_decimal_parse((fuhe_text){text, length}, &again, &places) != FUHE_STATUS_OK ||
        !fuhe_decimal_equals(again, value)) {
        answer_word(task, "does not read back");
        return;
    }
    answer_word(task, text);
}

static void work_add(struct task *task) {
    fuhe_decimal result = untouched;
    const enum fuhe_status status = fuhe_decimal_add(read_decimal(task, 0), read_decimal(task, 1), &result);
    answer_decimal(task, status, result);
}

static void work_subtract(struct task *task) {
    fuhe_decimal result = untouched;
    const enum fuhe_status status = fuhe_decimal_subtract(read_decimal(task, 0), read_decimal(task, 1), &result);
    answer_decimal(task, status, result);
}

static void work_multiply(struct task *task) {
    fuhe_decimal result = untouched;
    const int64_t factor = read_decimal(task, 1).scaled;
    const enum fuhe_status status = fuhe_decimal_multiply_whole(read_decimal(task, 0), factor, &result);
    answer_decimal(task, status, result);
}

static void work_order(struct task *task) {
    const fuhe_decimal a = read_decimal(task, 0);
    const fuhe_decimal b = read_decimal(task, 1);
    const int order = fuhe_decimal_compare(a, b);

    if (fuhe_decimal_equals(a, b) != (order == 0)) {
        answer_word(task, "equals and compare disagree");
        return;
    }
    (void)snprintf(task->answer, sizeof task->answer, "%d %" PRId64 " %" PRId64, (order > 0) - (order < 0),
                   fuhe_decimal_min(a, b).scaled, fuhe_decimal_max(a, b).scaled);
}

static void work_decimal_round(struct task *task) {
    fuhe_decimal result = untouched;
    const enum fuhe_status status =
        fuhe_decimal_round(read_decimal(task, 0), read_count(task, 1), read_rounding(task, 2), &result);
    answer_decimal(task, status, result);
}

static void work_of(struct task *task) {
    (void)fuhe_fraction_format(fuhe_fraction_of(read_decimal(task, 0)), task->answer);
}

static void work_scale(struct task *task) {
    fuhe_fraction result = {-77, -77};
    const enum fuhe_status status =
        fuhe_fraction_scale(read_decimal(task, 0), read_decimal(task, 1), read_decimal(task, 2), &result);

    if (status == FUHE_STATUS_OK) {
        (void)fuhe_fraction_format(result, task->answer);
    } else {
        answer_word(task, result.numerator == -77 ? "overflow" : "failed, result touched");
    }
}

static void work_compare(struct task *task) {
    answer_sign(task, fuhe_fraction_compare(read_fraction(task, 0), read_fraction(task, 2)));
}

static void work_compare_decimal(struct task *task) {
    answer_sign(task, fuhe_fraction_compare_decimal(read_fraction(task, 0), read_decimal(task, 2)));
}

static void work_round(struct task *task) {
    fuhe_decimal result = untouched;
    const enum fuhe_status status =
        fuhe_fraction_round(read_fraction(task, 0), read_count(task, 2), read_rounding(task, 3), &result);
    answer_decimal(task, status, result);
}

static void work_show(struct task *task) {
    const size_t length = fuhe_fraction_format(read_fraction(task, 0), task->answer);
    if (length != strlen(task->answer)) {
        answer_word(task, "wrong length");
    }
}

static void work_sum(struct task *task) {
    struct fuhe_fraction_sum sum = {0, 0, 0};
    fuhe_decimal result = untouched;
    const size_t count = (task->count - 1) / 2;
    enum fuhe_status status = FUHE_STATUS_OK;

    for (size_t i = 0; i < count && status == FUHE_STATUS_OK; i++) {
        status = fuhe_fraction_sum_add(&sum, read_fraction(task, 1 + 2 * i));
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_fraction_sum_round(&sum, read_count(task, 0), &result);
    }
    answer_decimal(task, status, result);
}

/* value, places, numerator, denominator, weight, the pack's item places, item rounding, acceptance and raise. */
static void work_claim(struct task *task) {
    struct fuhe_pack pack = {0};
    struct fuhe_judged judged;
    const struct fuhe_claim claim = {true, read_decimal(task, 0), read_count(task, 1)};

    pack.item_places = read_count(task, 5);
    pack.item_rounding = read_rounding(task, 6);
    pack.accept = (enum fuhe_claim_acceptance)read_count(task, 7);
    pack.raise = read_count(task, 8) != 0;
    if (fuhe_claim_judge(&claim, read_fraction(task, 2), read_decimal(task, 4), &pack, &judged) != FUHE_STATUS_OK) {
        answer_word(task, "failed");
        return;
    }
    (void)snprintf(task->answer, sizeof task->answer, "%s %" PRId64 " %" PRId64, fuhe_verdict_name(judged.verdict),
                   judged.recomputed.scaled, judged.verified.scaled);
}

/* weight, actual, target: the score at two places in each rounding. */
static void work_score(struct task *task) {
    fuhe_decimal results[3] = {untouched, untouched, untouched};
    fuhe_fraction score;
    enum fuhe_status status =
        fuhe_fraction_scale(FUHE_DECIMAL(read_decimal(task, 0).scaled), FUHE_DECIMAL(read_decimal(task, 1).scaled),
                            FUHE_DECIMAL(read_decimal(task, 2).scaled), &score);

    for (unsigned rounding = 0; rounding < 3 && status == FUHE_STATUS_OK; rounding++) {
        status = fuhe_fraction_round(score, 2, (enum fuhe_rounding)rounding, &results[rounding]);
    }
    (void)snprintf(task->answer, sizeof task->answer, "%" PRId64 " %" PRId64 " %" PRId64, results[0].scaled,
                   results[1].scaled, results[2].scaled);
}

struct operation {
    const char *name;
    size_t arguments; /* at least */
    void (*work)(struct task *task);
    unsigned long count;
};

static struct operation operations[] = {
    {"parse", 1, work_parse, 0},
    {"format", 2, work_format, 0},
    {"add", 2, work_add, 0},
    {"subtract", 2, work_subtract, 0},
    {"multiply", 2, work_multiply, 0},
    {"order", 2, work_order, 0},
    {"decimal-round", 3, work_decimal_round, 0},
    {"of", 1, work_of, 0},
    {"scale", 3, work_scale, 0},
    {"compare", 4, work_compare, 0},
    {"compare-decimal", 3, work_compare_decimal, 0},
    {"round", 4, work_round, 0},
    {"show", 2, work_show, 0},
    {"sum", 1, work_sum, 0},
    {"claim", 9, work_claim, 0},
    {"score", 3, work_score, 0},
};

enum { OPERATION_COUNT = sizeof operations / sizeof operations[0] };

static struct operation *find_operation(const char *name) {
    for (size_t i = 0; name != NULL && i < OPERATION_COUNT; i++) {
        if (strcmp(operations[i].name, name) == 0) {
            return &operations[i];
        }
    }
    return NULL;
}

/* Works out "operation arguments"; false when there is no such operation or it lacks arguments. */
static bool work(char *question, struct task *task) {
    struct operation *const operation = find_operation(strtok(question, " "));
    const char *word;

    task->count = 0;
    task->answer[0] = '\0';
    while (task->count < ARGUMENTS_MAX && (word = strtok(NULL, " ")) != NULL) {
        task->arguments[task->count++] = word;
    }
    if (operation == NULL || task->count < operation->arguments) {
        return false;
    }
    operation->work(task);
    operation->count++;
    return true;
}

/* Whether the engine gives the answer of the line; shows a difference when `show`. */
static bool agrees(char *line, bool show) {
    struct task task;
    char copy[LINE_SIZE];
    char *const equals = strstr(line, " = ");

    line[strcspn(line, "\n")] = '\0';
    memcpy(copy, line, strlen(line) + 1);
    if (equals == NULL) {
        return false;
    }
    *equals = '\0';
    if (work(line, &task) && strcmp(task.answer, equals + 3) == 0) {
        return true;
    }
    if (show) {
        (void)printf("%s\n    but the engine says %s\n", copy, task.answer);
    }
    return false;
}

int main(void) {
    static char line[LINE_SIZE];
    unsigned long count = 0;
    unsigned long differences = 0;

    for (; fgets(line, sizeof line, stdin) != NULL; count++) {
        differences += agrees(line, differences < SHOWN_MAX) ? 0 : 1;
    }
    for (size_t i = 0; i < OPERATION_COUNT; i++) {
        (void)printf("%-16s %8lu\n", operations[i].name, operations[i].count);
        differences += operations[i].count == 0;
    }
    (void)printf("cases: %lu, differences: %lu\n", count, differences);
    return differences == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
