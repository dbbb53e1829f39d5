/* SPDX-License-Identifier: Apache-2.0 */
/* Totals and amounts as people write them, and what a sum of claims holds that the form does not print. */
#include <string.h>

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

enum { GROUP = 3 };

size_t fuhe_message_amount(fuhe_decimal amount, char text[FUHE_AMOUNT_TEXT_SIZE]) {
    char digits[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(amount, 0, digits);
    const char *point = memchr(digits, '.', length);
    const size_t whole = point == NULL ? length : (size_t)(point - digits);
    const size_t first = digits[0] == '-';
    size_t used = 0;

    for (size_t i = 0; i < length; i++) {
        if (i > first && i < whole && (whole - i) % GROUP == 0) {
            text[used++] = ',';
        }
        text[used++] = digits[i];
    }
    return used;
}

size_t fuhe_message_total(const struct fuhe_review *review, fuhe_decimal total, char text[FUHE_DECIMAL_TEXT_SIZE]) {
    const struct fuhe_claim *claimed = &review->totals.claimed;
    const bool is_claimed = claimed->present && fuhe_decimal_equals(claimed->value, total);

    return fuhe_decimal_format(total, is_claimed ? claimed->places : 2, text);
}

/* The weight of what has no verified score. */
static fuhe_decimal unscored_weight(const struct fuhe_review *review) {
    fuhe_decimal sum = review->execution.has_verified ? FUHE_DECIMAL(0) : review->pack->execution.weight;

    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_row *row = &review->rows[i];
        sum.scaled += row->has_weight && !row->has_verified && !row->is_execution ? row->weight.scaled : 0;
    }
    return sum;
}

void fuhe_message_partial(struct fuhe_output *output, const struct fuhe_review *review) {
    const fuhe_decimal weight = unscored_weight(review);
    char points[FUHE_DECIMAL_TEXT_SIZE];
    char full[FUHE_DECIMAL_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"points", {points, fuhe_decimal_format(weight, 0, points)}},
        {"full", {full, fuhe_decimal_format(review->pack->full_marks, 0, full)}},
        {NULL, {NULL, 0}},
    };

    if (review->state != FUHE_REVIEW_PARTIAL) {
        return;
    }
    fuhe_template_words(output,
                        weight.scaled > 0 ? _("not complete: {points} of {full} points could not be scored")
                                          : _("not complete: what could not be scored is left out"),
                        words);
}

bool fuhe_message_execution_is_blank(const struct fuhe_review *review) {
    return !review->execution.claim.present && review->execution.has_verified;
}

void fuhe_message_blank_execution(struct fuhe_output *output, const struct fuhe_review *review) {
    char points[FUHE_DECIMAL_TEXT_SIZE];
    const size_t length = fuhe_decimal_format(review->execution.verified, 2, points);
    const struct fuhe_template_word words[] = {{"points", {points, length}}, {NULL, {NULL, 0}}};

    if (fuhe_message_execution_is_blank(review)) {
        fuhe_template_words(output, _("the execution score is not filled in; {points} by the rules"), words);
    }
}
