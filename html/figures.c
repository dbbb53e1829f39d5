/* SPDX-License-Identifier: Apache-2.0 */
/* Counts, shares and money for people: digits in groups of three, money in 万元 for Chinese readers. All of it is
 * integer arithmetic. */
#include "html/figures.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

enum { GROUP = 3, TENTHS = 10, FEN_A_STEP = 10000, STEPS = 100 };

/* --- texts --- */

static struct fuhe_figure_text text_of(const char *string) {
    struct fuhe_figure_text text = {{0}};

    (void)snprintf(text.bytes, sizeof text.bytes, "%s", string);
    return text;
}

struct fuhe_figure_text fuhe_figures_of(fuhe_text text) {
    struct fuhe_figure_text figure = {{0}};
    const size_t room = sizeof figure.bytes - 1;

    memcpy(figure.bytes, text.bytes, text.length < room ? text.length : room);
    return figure;
}

static void append(struct fuhe_figure_text *text, const char *string) {
    const size_t used = strlen(text->bytes);

    (void)snprintf(text->bytes + used, sizeof text->bytes - used, "%s", string);
}

struct fuhe_figure_text fuhe_figures_count(uint64_t count) {
    struct fuhe_figure_text text = {{0}};
    char digits[32];
    const size_t length = (size_t)snprintf(digits, sizeof digits, "%" PRIu64, count);
    size_t used = 0;

    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % GROUP == 0) {
            text.bytes[used++] = ',';
        }
        text.bytes[used++] = digits[i];
    }
    return text;
}

struct fuhe_figure_text fuhe_figures_points(fuhe_decimal points) {
    struct fuhe_figure_text text = {{0}};

    (void)fuhe_decimal_format(points, 2, text.bytes);
    return text;
}

struct fuhe_figure_text fuhe_figures_signed(fuhe_decimal points) {
    struct fuhe_figure_text text = text_of(points.scaled > 0 ? "+" : "");

    append(&text, fuhe_figures_points(points).bytes);
    return text;
}

/* --- quotients --- */

/* Whole tenths of factor * part / whole, half-up. Counts of forms and their risks are far below 2^50. */
static uint64_t tenths_of(uint64_t part, uint64_t whole, uint64_t factor) {
    return (part * factor * TENTHS + whole / 2) / whole;
}

static struct fuhe_figure_text text_of_tenths(uint64_t tenths) {
    struct fuhe_figure_text text = fuhe_figures_count(tenths / TENTHS);
    const char digits[] = {'.', (char)('0' + tenths % TENTHS), '\0'};

    append(&text, digits);
    return text;
}

struct fuhe_figure_text fuhe_figures_percent(uint64_t part, uint64_t whole) {
    if (whole == 0) {
        return text_of("—");
    }
    struct fuhe_figure_text text = text_of_tenths(tenths_of(part, whole, 100));
    append(&text, "%");
    return text;
}

struct fuhe_figure_text fuhe_figures_each(uint64_t sum, uint64_t count) {
    return count == 0 ? text_of("—") : text_of_tenths(tenths_of(sum, count, 1));
}

/* --- money --- */

/* A figure with two places, of hundredths. */
static struct fuhe_figure_text text_of_hundredths(uint64_t hundredths, bool negative) {
    struct fuhe_figure_text text = text_of(negative ? "-" : "");
    char cents[8];

    append(&text, fuhe_figures_count(hundredths / STEPS).bytes);
    (void)snprintf(cents, sizeof cents, ".%02u", (unsigned)(hundredths % STEPS));
    append(&text, cents);
    return text;
}

struct fuhe_figure_text fuhe_figures_money(struct fuhe_money money) {
    const bool negative = money.fen < 0;
    const uint64_t fen = negative ? 0 - (uint64_t)money.fen : (uint64_t)money.fen;

    if (!money.present) {
        return text_of("—");
    }
    struct fuhe_figure_text text = fuhe_language_is_chinese()
                                       ? text_of_hundredths((fen + FEN_A_STEP / 2) / FEN_A_STEP, negative)
                                       : text_of_hundredths(fen, negative);
    append(&text, fuhe_language_is_chinese() ? "万元" : " yuan");
    return text;
}

/* --- on pages --- */

void fuhe_figures_words(struct fuhe_page *page, const char *sentence, const struct fuhe_figures_word *words) {
    struct fuhe_template_word row[FUHE_FIGURES_WORDS_MAX + 1] = {{NULL, {NULL, 0}}};

    for (size_t i = 0; i < FUHE_FIGURES_WORDS_MAX && words[i].name != NULL; i++) {
        row[i] = (struct fuhe_template_word){words[i].name, fuhe_text_of(words[i].text.bytes)};
        row[i + 1] = (struct fuhe_template_word){NULL, {NULL, 0}};
    }
    fuhe_template_words(fuhe_page_text(page), sentence, row);
}

void fuhe_figures_paragraph(struct fuhe_page *page, const char *sentence, const struct fuhe_figures_word *words) {
    fuhe_page_markup(page, "<p>");
    fuhe_figures_words(page, sentence, words);
    fuhe_page_markup(page, "</p>\n");
}

void fuhe_figures_cell(struct fuhe_page *page, struct fuhe_figure_text text) {
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_page_word(page, text.bytes);
    fuhe_page_markup(page, "</td>");
}

void fuhe_figures_severities(struct fuhe_page *page, const size_t counts[FUHE_SEVERITY_COUNT]) {
    for (size_t severity = FUHE_SEVERITY_COUNT; severity-- > 0;) {
        fuhe_figures_cell(page, counts[severity] > 0 ? fuhe_figures_count(counts[severity]) : text_of("—"));
    }
}
