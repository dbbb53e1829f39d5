/* SPDX-License-Identifier: Apache-2.0 */
/* Money as texts, in whole 分 throughout. */
#include "sample/money_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "report/messages.h"
#include "report/translate.h"

enum { FEN_A_YUAN = 100, FEN_A_HUNDREDTH_WAN = 10000, GROUP = 3 };

static uint64_t magnitude(struct fuhe_money money) {
    return money.fen < 0 ? 0 - (uint64_t)money.fen : (uint64_t)money.fen;
}

size_t fuhe_money_text(struct fuhe_money money, char text[FUHE_MONEY_TEXT_SIZE]) {
    const uint64_t fen = magnitude(money);

    text[0] = '\0';
    if (!money.present) {
        return 0;
    }
    return (size_t)snprintf(text, FUHE_MONEY_TEXT_SIZE, "%s%" PRIu64 ".%02u", money.fen < 0 ? "-" : "",
                            fen / FEN_A_YUAN, (unsigned)(fen % FEN_A_YUAN));
}

/* Digits in groups of three; returns what is behind them. */
static char *put_groups(char *text, uint64_t number) {
    char digits[24];
    const size_t length = (size_t)snprintf(digits, sizeof digits, "%" PRIu64, number);

    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % GROUP == 0) {
            *text++ = ',';
        }
        *text++ = digits[i];
    }
    return text;
}

size_t fuhe_money_text_shown(struct fuhe_money money, bool upwards, char text[FUHE_MONEY_SHOWN_SIZE]) {
    const bool chinese = fuhe_language_is_chinese();
    const uint64_t fen = magnitude(money);
    const uint64_t more = upwards ? FEN_A_HUNDREDTH_WAN - 1 : FEN_A_HUNDREDTH_WAN / 2;
    const uint64_t hundredths = chinese ? (fen + more) / FEN_A_HUNDREDTH_WAN : fen;
    char *end = text;

    if (!money.present) {
        return (size_t)snprintf(text, FUHE_MONEY_SHOWN_SIZE, "—");
    }
    if (money.fen < 0) {
        *end++ = '-';
    }
    end = put_groups(end, hundredths / FEN_A_YUAN);
    end += snprintf(end, 16, ".%02u%s", (unsigned)(hundredths % FEN_A_YUAN), chinese ? "万元" : " yuan");
    return (size_t)(end - text);
}
