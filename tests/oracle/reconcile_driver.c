/* SPDX-License-Identifier: Apache-2.0 */
/* Answers reconcile_oracle.py. A line on standard input is a form: the total to explain, the execution score, then for
 * each row weight, claim, actual, target (words apart by spaces, "-" for none) and "dropped" or "counted". A line on
 * standard output is its explanation: state, size, sets, whether the budget was reached, and the causes shown. */
#include <stdio.h>
#include <stdlib.h>

#include "engine/reconcile.h"
#include "tests/support/bare_review.h"

enum { LINE_MAX_BYTES = 65536 };

/* The next word of the line, ended by NUL; NULL behind the last. */
static char *next_word(char **line) {
    char *word = *line + strspn(*line, " \n");
    char *end = word + strcspn(word, " \n");

    if (word == end) {
        return NULL;
    }
    *line = *end == '\0' ? end : end + 1;
    *end = '\0';
    return word;
}

static const char *or_none(const char *word) {
    return word == NULL || strcmp(word, "-") == 0 ? NULL : word;
}

static size_t read_rows(char *line, struct bare_row *rows) {
    size_t count = 0;

    for (char *weight = next_word(&line); weight != NULL && count < BARE_ROWS_MAX; weight = next_word(&line)) {
        struct bare_row *row = &rows[count++];
        row->weight = or_none(weight);
        row->claim = or_none(next_word(&line));
        row->actual = or_none(next_word(&line));
        row->target = or_none(next_word(&line));
        row->dropped = strcmp(next_word(&line), "dropped") == 0;
    }
    return count;
}

static void print_slip(const struct fuhe_slip *slip) {
    char from[FUHE_DECIMAL_TEXT_SIZE];
    char to[FUHE_DECIMAL_TEXT_SIZE];
    const bool has_row = slip->kind != FUHE_SLIP_ROW_MISSING_FROM_FORM && slip->kind != FUHE_SLIP_EXECUTION_LEFT_OUT &&
                         slip->kind != FUHE_SLIP_EXECUTION_BAND;

    fuhe_decimal_format(slip->from, 6, from);
    fuhe_decimal_format(slip->to, 6, to);
    if (has_row) {
        printf("+%s:%zu:%s:%s", fuhe_slip_name(slip->kind), slip->row, from, to);
    } else {
        printf("+%s:-:%s:%s", fuhe_slip_name(slip->kind), from, to);
    }
}

static void print_explanation(const struct fuhe_explanation *explanation) {
    printf("%s %zu %llu %s", fuhe_explanation_name(explanation->state), explanation->size,
           (unsigned long long)explanation->sets, explanation->budget_reached ? "cut" : "whole");
    for (size_t i = 0; i < explanation->cause_count; i++) {
        const struct fuhe_cause *cause = &explanation->causes[i];
        printf(" %s%s", cause->closes_weights ? "closes" : "open", cause->drops_duplicate ? ",duplicate" : "");
        for (size_t slip = 0; slip < cause->slip_count; slip++) {
            print_slip(&cause->slips[slip]);
        }
    }
    printf("\n");
}

int main(void) {
    static char buffer[LINE_MAX_BYTES];
    static struct bare_row rows[BARE_ROWS_MAX];
    static struct bare_review bare;
    struct fuhe_arena *arena = fuhe_arena_new();

    while (arena != NULL && fgets(buffer, sizeof buffer, stdin) != NULL) {
        char *line = buffer;
        const fuhe_decimal total = bare_decimal(next_word(&line));
        const char *execution = or_none(next_word(&line));
        const size_t count = read_rows(line, rows);
        struct fuhe_explanation explanation;
        bare_review_build(&bare, execution, rows, count);
        if (fuhe_reconcile(&bare.review, total, arena, &explanation) != FUHE_STATUS_OK) {
            return EXIT_FAILURE;
        }
        print_explanation(&explanation);
        fuhe_arena_reset(arena);
    }
    fuhe_arena_free(arena);
    return EXIT_SUCCESS;
}
