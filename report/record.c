/* SPDX-License-Identifier: Apache-2.0 */
/* The record writer: JSON (RFC 8259) and XML 1.0. Text is made valid on the way: bytes that are not UTF-8, and in XML
 * characters that it does not allow, become U+FFFD. */
#include "report/record.h"

#include <stdio.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD };

void fuhe_record_init(struct fuhe_record *record, enum fuhe_record_style style, struct fuhe_output *output) {
    memset(record, 0, sizeof *record);
    record->style = style;
    record->output = output;
}

static const char *json_escape(uint32_t character, char escape[8]) {
    if (character == '"' || character == '\\') {
        (void)snprintf(escape, 8, "\\%c", (char)character);
        return escape;
    }
    if (character < ' ') {
        (void)snprintf(escape, 8, "\\u%04x", (unsigned)character);
        return escape;
    }
    return NULL;
}

static const char *xml_escape(uint32_t character, char escape[8]) {
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
    case '\n':
    case '\r':
        (void)snprintf(escape, 8, "&#%u;", (unsigned)character);
        return escape;
    default:
        return character < ' ' || character == 0xFFFE || character == 0xFFFF ? "\xEF\xBF\xBD" : NULL;
    }
}

/* What stands for a character that cannot stand for itself; NULL for all others. */
static const char *escape_of(const struct fuhe_record *record, uint32_t character, char buffer[8]) {
    const char *escape =
        record->style == FUHE_RECORD_JSON ? json_escape(character, buffer) : xml_escape(character, buffer);

    return escape == NULL && character == REPLACEMENT ? "\xEF\xBF\xBD" : escape;
}

static bool is_continuation(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The offset behind characters that surely stand for themselves: most of ASCII, and characters of three bytes, as
 * nearly all Chinese ones are, but those that begin with E0, ED and EF, which need a closer look. */
static size_t skip_plain(fuhe_text text, size_t offset) {
    while (offset < text.length) {
        const unsigned char byte = (unsigned char)text.bytes[offset];
        const bool is_ascii =
            byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '&' && byte != '<' && byte != '>';
        const bool is_three = byte > 0xE0 && byte < 0xEF && byte != 0xED && text.length - offset >= 3 &&
                              is_continuation(text.bytes[offset + 1]) && is_continuation(text.bytes[offset + 2]);
        if (!is_ascii && !is_three) {
            break;
        }
        offset += is_ascii ? 1 : 3;
    }
    return offset;
}

/* Characters that stand for themselves go out in one piece. */
static void write_escaped(struct fuhe_record *record, fuhe_text text) {
    size_t written = 0;

    for (size_t offset = skip_plain(text, 0); offset < text.length; offset = skip_plain(text, offset)) {
        const size_t start = offset;
        char buffer[8];
        const char *escape = escape_of(record, fuhe_text_next(text, &offset), buffer);

        if (escape != NULL) {
            fuhe_output_text(record->output, (fuhe_text){text.bytes + written, start - written});
            fuhe_output_string(record->output, escape);
            written = offset;
        }
    }
    fuhe_output_text(record->output, fuhe_text_from(text, written));
}

static struct fuhe_record_level *top(struct fuhe_record *record) {
    return record->depth == 0 ? NULL : &record->levels[record->depth - 1];
}

/* What goes in front of the next member of an object or item of a list, with the first byte of its value. */
static void json_begin(struct fuhe_record *record, const char *name, char first) {
    struct fuhe_record_level *level = top(record);

    if (level == NULL) {
        fuhe_output_char(record->output, first);
        return;
    }
    const size_t length = level->is_list ? 0 : strlen(name);
    char *const room = fuhe_output_room(record->output, length + 5);
    char *end = room;
    if (room == NULL) {
        return; /* nothing can be written any more: names are short */
    }
    if (level->has_content) {
        *end++ = ',';
    }
    level->has_content = true;
    if (!level->is_list) {
        *end++ = '"';
        memcpy(end, name, length);
        memcpy(end + length, "\":", 2);
        end += length + 2;
    }
    if (first != '\0') {
        *end++ = first;
    }
    fuhe_output_advance(record->output, (size_t)(end - room));
}

static void xml_separate(struct fuhe_record *record) {
    struct fuhe_record_level *level = top(record);

    if (level != NULL && !level->has_content) {
        fuhe_output_char(record->output, '>');
        level->has_content = true;
    }
}

static void open_level(struct fuhe_record *record, const char *name, bool is_list) {
    if (record->style == FUHE_RECORD_JSON) {
        json_begin(record, name, is_list ? '[' : '{');
    } else {
        xml_separate(record);
        fuhe_output_char(record->output, '<');
        fuhe_output_string(record->output, name);
    }
    record->levels[record->depth++] = (struct fuhe_record_level){name, is_list, false};
}

void fuhe_record_open(struct fuhe_record *record, const char *name) {
    open_level(record, name, false);
}

void fuhe_record_open_list(struct fuhe_record *record, const char *name) {
    open_level(record, name, true);
}

void fuhe_record_close(struct fuhe_record *record) {
    const struct fuhe_record_level level = record->levels[--record->depth];

    if (record->style == FUHE_RECORD_JSON) {
        fuhe_output_char(record->output, level.is_list ? ']' : '}');
    } else if (!level.has_content) {
        fuhe_output_string(record->output, "/>");
    } else {
        fuhe_output_string(record->output, "</");
        fuhe_output_string(record->output, level.name);
        fuhe_output_char(record->output, '>');
    }
}

/* Begins a field; quoted says whether JSON puts its value in quotation marks. */
static void begin_field(struct fuhe_record *record, const char *name, bool quoted) {
    if (record->style == FUHE_RECORD_JSON) {
        json_begin(record, name, quoted ? '"' : '\0');
        return;
    }
    fuhe_output_char(record->output, ' ');
    fuhe_output_string(record->output, name);
    fuhe_output_string(record->output, "=\"");
}

static void end_field(struct fuhe_record *record, bool quoted) {
    if (quoted || record->style == FUHE_RECORD_XML) {
        fuhe_output_char(record->output, '"');
    }
}

void fuhe_record_text(struct fuhe_record *record, const char *name, fuhe_text text) {
    begin_field(record, name, true);
    write_escaped(record, text);
    end_field(record, true);
}

void fuhe_record_word(struct fuhe_record *record, const char *name, const char *word) {
    fuhe_record_text(record, name, fuhe_text_of(word));
}

void fuhe_record_decimal(struct fuhe_record *record, const char *name, fuhe_decimal value, unsigned min_places) {
    begin_field(record, name, true);
    fuhe_output_decimal(record->output, value, min_places);
    end_field(record, true);
}

void fuhe_record_fraction(struct fuhe_record *record, const char *name, fuhe_fraction value) {
    char text[FUHE_FRACTION_TEXT_SIZE];
    const size_t length = fuhe_fraction_format(value, text);

    fuhe_record_text(record, name, (fuhe_text){text, length});
}

void fuhe_record_count(struct fuhe_record *record, const char *name, uint64_t count) {
    begin_field(record, name, false);
    fuhe_output_size(record->output, (size_t)count);
    end_field(record, false);
}

void fuhe_record_flag(struct fuhe_record *record, const char *name, bool flag) {
    begin_field(record, name, false);
    fuhe_output_string(record->output, flag ? "true" : "false");
    end_field(record, false);
}
