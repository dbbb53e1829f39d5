/* SPDX-License-Identifier: Apache-2.0 */
/* Cells of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
#include "report/csv_cell.h"

#include "report/place.h"

enum { REPLACEMENT = 0xFFFD };

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

void fuhe_csv_mark(struct fuhe_output *output, bool no_bom) {
    fuhe_output_string(output, no_bom ? "" : "\xEF\xBB\xBF");
}

void fuhe_csv_begin(struct fuhe_report *report) {
    fuhe_csv_mark(report->output, report->options.no_bom);
}

/* What stands for a character that cannot stand for itself; NULL for all others. */
static const char *escape_of(uint32_t character) {
    if (character == '"') {
        return "\"\"";
    }
    return character == REPLACEMENT ? "\xEF\xBF\xBD" : NULL; /* also for a byte that is not UTF-8 */
}

/* Characters that stand for themselves go out in one piece. */
static void write_escaped(struct fuhe_output *output, fuhe_text text) {
    size_t written = 0;

    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const char *escape = escape_of(fuhe_text_next(text, &offset));

        if (escape != NULL) {
            fuhe_output_text(output, (fuhe_text){text.bytes + written, start - written});
            fuhe_output_string(output, escape);
            written = offset;
        }
    }
    fuhe_output_text(output, fuhe_text_from(text, written));
}

void fuhe_csv_text(struct fuhe_output *output, fuhe_text text) {
    const bool quoted = must_quote(text);

    fuhe_output_string(output, quoted ? "\"" : "");
    fuhe_output_string(output, looks_like_formula(text) ? "'" : "");
    write_escaped(output, text);
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

void fuhe_csv_address(struct fuhe_output *output, const struct fuhe_form *form, struct fuhe_place place) {
    char text[FUHE_PLACE_ADDRESS_SIZE];

    fuhe_csv_text(output, fuhe_place_address(form, place, text));
}
