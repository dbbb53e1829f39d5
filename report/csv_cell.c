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

/* Spreadsheets evaluate what begins with one of these, some of them in their full-width forms, too. */
static bool begins_like_formula(fuhe_text text) {
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        if (fuhe_text_starts_with(text, fuhe_text_of(starts[i]))) {
            return true;
        }
    }
    return false;
}

static size_t skip_digits(fuhe_text text, size_t offset) {
    while (offset < text.length && text.bytes[offset] >= '0' && text.bytes[offset] <= '9') {
        offset++;
    }
    return offset;
}

/* "-3.5", "+12%", and a lone dash, as forms print for "none": a sign in front makes no formula of these. */
static bool is_plain_number(fuhe_text text) {
    size_t offset = text.length > 0 && (text.bytes[0] == '-' || text.bytes[0] == '+') ? 1 : 0;

    if (fuhe_text_equals(text, FUHE_TEXT("-"))) {
        return true;
    }
    const size_t whole = skip_digits(text, offset);
    if (whole == offset) {
        return false;
    }
    offset = whole;
    if (offset < text.length && text.bytes[offset] == '.') {
        offset = skip_digits(text, offset + 1);
    }
    if (offset < text.length && text.bytes[offset] == '%') {
        offset++;
    }
    return offset == text.length;
}

static bool looks_like_formula(fuhe_text text) {
    return begins_like_formula(text) && !is_plain_number(text);
}

void fuhe_csv_begin(struct fuhe_report *report) {
    fuhe_output_string(report->output, report->options.no_bom ? "" : "\xEF\xBB\xBF");
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
