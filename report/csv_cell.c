/* SPDX-License-Identifier: Apache-2.0 */
/* Cells of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
#include "report/csv_cell.h"

/* Texts are quoted when they must be; line ends become CR LF only between records. */
static bool must_quote(fuhe_text text) {
    for (size_t i = 0; i < text.length; i++) {
        const char c = text.bytes[i];
        if (c == ',' || c == '"' || c == '\n' || c == '\r') {
            return true;
        }
    }
    return false;
}

/* Whether a spreadsheet would evaluate the text: it begins with one of = + - @, or a tab or carriage return. */
static bool looks_like_formula(fuhe_text text) {
    const char first = text.length == 0 ? '\0' : text.bytes[0];

    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
}

void fuhe_csv_text(struct fuhe_output *output, fuhe_text text) {
    const bool quoted = must_quote(text);

    fuhe_output_string(output, quoted ? "\"" : "");
    fuhe_output_string(output, looks_like_formula(text) ? "'" : "");
    for (size_t start = 0; start < text.length;) {
        const fuhe_text rest = fuhe_text_from(text, start);
        const size_t length = fuhe_text_find(rest, FUHE_TEXT("\""));

        fuhe_output_text(output, (fuhe_text){rest.bytes, length});
        fuhe_output_string(output, length < rest.length ? "\"\"" : "");
        start += length + 1;
    }
    fuhe_output_string(output, quoted ? "\"" : "");
}

void fuhe_csv_decimal(struct fuhe_output *output, bool present, fuhe_decimal value) {
    if (present) {
        fuhe_output_decimal(output, value, 2);
    }
}

void fuhe_csv_claim(struct fuhe_output *output, const struct fuhe_claim *claim) {
    if (claim->present) {
        fuhe_output_decimal(output, claim->value, claim->places < 6 ? claim->places : 6);
    }
}
