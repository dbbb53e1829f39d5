/* SPDX-License-Identifier: Apache-2.0 */
/* The record writer. A field goes into the buffer of the output in one piece: name, marks and value, when there is room
 * for the longest that they can be. Only texts longer than a chunk come in several. */
#include "report/record.h"

#include <string.h>

/* TEXT_CHUNK bytes of a text are escaped at a time. */
enum { MARKS_BYTES_MAX = 8, NUMBER_BYTES_MAX = FUHE_FRACTION_TEXT_SIZE, TEXT_CHUNK = 4096 };

void fuhe_record_init(struct fuhe_record *record, enum fuhe_record_style style, struct fuhe_output *output) {
    record->style = style;
    record->output = output;
    record->open = record->levels;
    record->levels[0] = (struct fuhe_record_level){{NULL, 0}, true, style == FUHE_RECORD_XML};
}

/* --- pieces, written where `to` points; each returns where it ends --- */

/* Names and words are short: no call for them. */
static inline char *put_short(char *to, fuhe_text text) {
    if (text.length >= 8 && text.length <= 16) {
        memcpy(to, text.bytes, 8);
        memcpy(to + text.length - 8, text.bytes + text.length - 8, 8);
    } else if (text.length >= 4 && text.length < 8) {
        memcpy(to, text.bytes, 4);
        memcpy(to + text.length - 4, text.bytes + text.length - 4, 4);
    } else {
        memcpy(to, text.bytes, text.length);
    }
    return to + text.length;
}

/* What goes in front of a member of an object or item of a list in JSON. */
static inline char *put_json_name(struct fuhe_record_level *level, fuhe_text name, char *to) {
    if (level->has_content) {
        *to++ = ',';
    }
    level->has_content = true;
    if (!level->is_list) {
        *to++ = '"';
        to = put_short(to, name);
        *to++ = '"';
        *to++ = ':';
    }
    return to;
}

/* A name and what stands between it and the value. `quoted`: JSON puts the value in quotation marks. */
static inline char *put_name(struct fuhe_record *record, fuhe_text name, bool quoted, char *to) {
    if (record->style == FUHE_RECORD_JSON) {
        to = put_json_name(record->open, name, to);
    } else {
        *to++ = ' ';
        to = put_short(to, name);
        *to++ = '=';
    }
    if (quoted || record->style == FUHE_RECORD_XML) {
        *to++ = '"';
    }
    return to;
}

static inline char *put_end(const struct fuhe_record *record, bool quoted, char *to) {
    if (quoted || record->style == FUHE_RECORD_XML) {
        *to++ = '"';
    }
    return to;
}

/* Room for a field whose value has at most `size` bytes; NULL when nothing can be written any more. */
static inline char *room_for(struct fuhe_record *record, fuhe_text name, size_t size) {
    return fuhe_output_room(record->output, name.length + MARKS_BYTES_MAX + size);
}

static inline void advance(struct fuhe_record *record, const char *room, const char *end) {
    fuhe_output_advance(record->output, (size_t)(end - room));
}

/* --- objects and lists --- */

void fuhe_record_open_named(struct fuhe_record *record, fuhe_text name, bool is_list) {
    struct fuhe_record_level *const level = record->open;
    char *const room = room_for(record, name, 0);
    char *end = room;

    *++record->open = (struct fuhe_record_level){name, is_list, false};
    if (room == NULL) {
        return;
    }
    if (record->style == FUHE_RECORD_JSON) {
        end = put_json_name(level, name, end);
        *end++ = is_list ? '[' : '{';
    } else {
        if (!level->has_content) {
            *end++ = '>';
            level->has_content = true;
        }
        *end++ = '<';
        end = put_short(end, name);
    }
    advance(record, room, end);
}

void fuhe_record_close(struct fuhe_record *record) {
    const struct fuhe_record_level *const level = record->open--;
    char *const room = room_for(record, level->name, 0);
    char *end = room;

    if (room == NULL) {
        return;
    }
    if (record->style == FUHE_RECORD_JSON) {
        *end++ = level->is_list ? ']' : '}';
    } else if (!level->has_content) {
        end = put_short(end, FUHE_TEXT("/>"));
    } else {
        end = put_short(end, FUHE_TEXT("</"));
        end = put_short(end, level->name);
        *end++ = '>';
    }
    advance(record, room, end);
}

/* --- fields --- */

/* How much of a text is escaped next: a chunk at most, and no part of a character. */
static size_t chunk_of(fuhe_text text) {
    size_t length = TEXT_CHUNK;

    if (text.length <= TEXT_CHUNK) {
        return text.length;
    }
    while (length > TEXT_CHUNK - 3 && ((unsigned char)text.bytes[length] & 0xC0) == 0x80) {
        length--;
    }
    return length;
}

static void write_long_text(struct fuhe_record *record, fuhe_text name, fuhe_text text) {
    char *room = room_for(record, name, 0);

    if (room != NULL) {
        advance(record, room, put_name(record, name, true, room));
    }
    while (text.length > 0) {
        const size_t length = chunk_of(text);
        room = fuhe_output_room(record->output, FUHE_ESCAPED_SIZE(length));
        if (room == NULL) {
            return;
        }
        advance(record, room, fuhe_escape(record->style, (fuhe_text){text.bytes, length}, room));
        text = fuhe_text_from(text, length);
    }
    fuhe_output_char(record->output, '"');
}

void fuhe_record_text_named(struct fuhe_record *record, fuhe_text name, fuhe_text text) {
    if (text.length > TEXT_CHUNK) {
        write_long_text(record, name, text);
        return;
    }
    char *const room = room_for(record, name, FUHE_ESCAPED_SIZE(text.length));
    if (room != NULL) {
        char *const end = fuhe_escape(record->style, text, put_name(record, name, true, room));
        advance(record, room, put_end(record, true, end));
    }
}

void fuhe_record_word_named(struct fuhe_record *record, fuhe_text name, fuhe_text word) {
    char *const room = room_for(record, name, word.length);

    if (room != NULL) {
        char *const end = put_short(put_name(record, name, true, room), word);
        advance(record, room, put_end(record, true, end));
    }
}

void fuhe_record_decimal_named(struct fuhe_record *record, fuhe_text name, fuhe_decimal value, unsigned min_places) {
    char *const room = room_for(record, name, NUMBER_BYTES_MAX);

    if (room != NULL) {
        char *const start = put_name(record, name, true, room);
        advance(record, room, put_end(record, true, start + fuhe_decimal_format(value, min_places, start)));
    }
}

void fuhe_record_fraction_named(struct fuhe_record *record, fuhe_text name, fuhe_fraction value) {
    char *const room = room_for(record, name, NUMBER_BYTES_MAX);

    if (room != NULL) {
        char *const start = put_name(record, name, true, room);
        advance(record, room, put_end(record, true, start + fuhe_fraction_format(value, start)));
    }
}

void fuhe_record_count_named(struct fuhe_record *record, fuhe_text name, uint64_t count) {
    char *const room = room_for(record, name, NUMBER_BYTES_MAX);

    if (room != NULL) {
        char *const start = put_name(record, name, false, room);
        advance(record, room, put_end(record, false, start + fuhe_size_format((size_t)count, start)));
    }
}

void fuhe_record_flag_named(struct fuhe_record *record, fuhe_text name, bool flag) {
    char *const room = room_for(record, name, NUMBER_BYTES_MAX);

    if (room != NULL) {
        char *const start = put_name(record, name, false, room);
        advance(record, room, put_end(record, false, put_short(start, fuhe_text_of(flag ? "true" : "false"))));
    }
}
