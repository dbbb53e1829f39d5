/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the encoding of a document and converts it to UTF-8 by the system's iconv, in pieces; UTF-8 itself is checked
 * and copied. The parser behind it never sees another encoding, so that places, limits and faults are the same for all.
 */
#define _POSIX_C_SOURCE 200809L
#include "xml/encoding.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

/* An XML declaration that is longer is not looked at. */
enum { DECLARATION_MAX = 1024 };

static const char understood[] = "UTF-8, UTF-16, GB18030, GBK, GB2312, Big5";

struct signature {
    const char *bytes;
    size_t length;
    size_t skip; /* of the byte order mark */
    const char *encoding;
};

/* The longer come first. The last two are a '<' without byte order mark. */
static const struct signature signatures[] = {
    {"\xFF\xFE\0\0", 4, 4, "UTF-32LE"}, {"\0\0\xFE\xFF", 4, 4, "UTF-32BE"}, {"\xEF\xBB\xBF", 3, 3, "UTF-8"},
    {"\xFF\xFE", 2, 2, "UTF-16LE"},     {"\xFE\xFF", 2, 2, "UTF-16BE"},     {"<\0", 2, 0, "UTF-16LE"},
    {"\0<", 2, 0, "UTF-16BE"},
};

/* GB18030 contains GBK, and GBK contains GB2312; what is declared as the smaller is often the larger. */
static const struct alias {
    const char *name;
    const char *read_as;
} aliases[] = {
    {"GBK", "GB18030"},    {"GB2312", "GB18030"}, {"GB_2312-80", "GB18030"}, {"CP936", "GB18030"},
    {"MS936", "GB18030"},  {"EUC-CN", "GB18030"}, {"UTF-8", "UTF-8"},        {"UTF8", "UTF-8"},
    {"US-ASCII", "UTF-8"}, {"ASCII", "UTF-8"},
};

void fuhe_decoder_init(struct fuhe_decoder *decoder) {
    memset(decoder, 0, sizeof *decoder);
}

static void forget_converter(struct fuhe_decoder *decoder) {
    if (decoder->converter_name[0] != '\0') {
        iconv_close(decoder->converter);
        decoder->converter_name[0] = '\0';
    }
}

void fuhe_decoder_release(struct fuhe_decoder *decoder) {
    forget_converter(decoder);
}

void fuhe_decoder_begin(struct fuhe_decoder *decoder, const struct fuhe_input *source) {
    decoder->source = source;
    decoder->begun = false;
    decoder->converts = false;
    decoder->ended = false;
    decoder->fault = FUHE_PROBLEM_NONE;
    decoder->begin = 0;
    decoder->end = 0;
}

/* Adds one piece of the source to the raw bytes. */
static enum fuhe_status fill(struct fuhe_decoder *decoder, struct fuhe_error *err) {
    const size_t left = decoder->end - decoder->begin;
    size_t count = 0;

    memmove(decoder->raw, decoder->raw + decoder->begin, left);
    decoder->begin = 0;
    decoder->end = left;
    FUHE_TRY(decoder->source->read(decoder->source->context, decoder->raw + left,
                                   sizeof decoder->raw - FUHE_CURSOR_PADDING - left, &count, err));
    decoder->end += count;
    decoder->ended = count == 0;
    return FUHE_STATUS_OK;
}

static fuhe_text raw_text(const struct fuhe_decoder *decoder) {
    return (fuhe_text){decoder->raw + decoder->begin, decoder->end - decoder->begin};
}

/* --- which encoding --- */

/* Whether the raw bytes are enough to tell the encoding. */
static bool enough(const struct fuhe_decoder *decoder) {
    const fuhe_text raw = raw_text(decoder);

    if (decoder->ended || raw.length >= DECLARATION_MAX) {
        return true;
    }
    if (raw.length < 6) {
        return false;
    }
    return !fuhe_text_starts_with(raw, FUHE_TEXT("<?xml")) || fuhe_text_contains(raw, FUHE_TEXT(">"));
}

static bool is_space(char character) {
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

static size_t skip_spaces(fuhe_text text, size_t offset) {
    while (offset < text.length && is_space(text.bytes[offset])) {
        offset++;
    }
    return offset;
}

/* The name in <?xml … encoding="NAME" …?>; empty when there is none. */
static fuhe_text declared_encoding(fuhe_text raw) {
    const fuhe_text none = {NULL, 0};
    const fuhe_text word = FUHE_TEXT("encoding");

    if (!fuhe_text_starts_with(raw, FUHE_TEXT("<?xml"))) {
        return none;
    }
    /* No further than its first '>', even where it is malformed: nobody knows how much stands behind it. */
    const fuhe_text start = {raw.bytes, raw.length < DECLARATION_MAX ? raw.length : DECLARATION_MAX};
    const fuhe_text declaration = {raw.bytes, fuhe_text_find(start, FUHE_TEXT(">"))};
    size_t offset = fuhe_text_find(declaration, word);
    if (offset == declaration.length) {
        return none;
    }
    offset = skip_spaces(declaration, offset + word.length);
    if (offset == declaration.length || declaration.bytes[offset] != '=') {
        return none;
    }
    offset = skip_spaces(declaration, offset + 1);
    if (offset == declaration.length || (declaration.bytes[offset] != '"' && declaration.bytes[offset] != '\'')) {
        return none;
    }
    const fuhe_text rest = fuhe_text_from(declaration, offset + 1);
    const size_t length = fuhe_text_find(rest, (fuhe_text){declaration.bytes + offset, 1});
    return length == rest.length ? none : (fuhe_text){rest.bytes, length};
}

static void name_encoding(struct fuhe_decoder *decoder, fuhe_text name) {
    const size_t size = sizeof decoder->encoding;
    const size_t length = name.length < size ? name.length : size - 1;

    memcpy(decoder->encoding, name.bytes, length);
    decoder->encoding[length] = '\0';
}

static const char *resolve_alias(const char *name) {
    for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++) {
        if (strcasecmp(aliases[i].name, name) == 0) {
            return aliases[i].read_as;
        }
    }
    return name;
}

/* Gets the converter for an encoding ready, the one of the last document when it is the same. */
static bool open_converter(struct fuhe_decoder *decoder, const char *name) {
    if (decoder->converter_name[0] != '\0' && strcmp(decoder->converter_name, name) == 0) {
        iconv(decoder->converter, NULL, NULL, NULL, NULL);
        return true;
    }
    forget_converter(decoder);
    const iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) {
        return false;
    }
    decoder->converter = converter;
    memcpy(decoder->converter_name, name, strlen(name) + 1);
    return true;
}

/* The name as an encoding may be called: letters, digits and a few signs, which keeps iconv's own suffixes out. */
static bool is_encoding_name(const char *name) {
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    return name[0] != '\0' && name[strspn(name, allowed)] == '\0';
}

/* An encoding of wide characters, whose declaration could not have been read byte by byte. */
static bool is_wide(const char *name) {
    return strncasecmp(name, "UTF-16", 6) == 0 || strncasecmp(name, "UTF-32", 6) == 0 ||
           strncasecmp(name, "UCS-", 4) == 0;
}

static enum fuhe_status use_encoding(struct fuhe_decoder *decoder, struct fuhe_error *err) {
    const char *name = resolve_alias(decoder->encoding);

    errno = 0;
    decoder->converts = strcmp(name, "UTF-8") != 0;
    if (!decoder->converts || (is_encoding_name(name) && open_converter(decoder, name))) {
        return FUHE_STATUS_OK;
    }
    if (errno == ENOMEM) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_ENCODING, decoder->encoding, understood);
}

static enum fuhe_status use_declared(struct fuhe_decoder *decoder, fuhe_text name, struct fuhe_error *err) {
    name_encoding(decoder, name);
    const enum fuhe_status status =
        is_wide(decoder->encoding)
            ? fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_ENCODING, decoder->encoding, "UTF-8")
            : use_encoding(decoder, err);
    if (status == FUHE_STATUS_UNREADABLE) {
        struct fuhe_cursor cursor;
        fuhe_cursor_init(&cursor);
        fuhe_cursor_move(&cursor, decoder->raw, (size_t)(name.bytes - decoder->raw));
        fuhe_error_set_place(err, cursor.place.line, cursor.place.column);
    }
    return status;
}

/* Reads as much as it takes to tell the encoding. */
static enum fuhe_status begin(struct fuhe_decoder *decoder, struct fuhe_error *err) {
    while (!enough(decoder)) {
        FUHE_TRY(fill(decoder, err));
    }
    decoder->begun = true;
    const fuhe_text raw = raw_text(decoder);
    if (raw.length == 0) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_EMPTY, NULL, NULL);
    }
    for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++) {
        if (fuhe_text_starts_with(raw, (fuhe_text){signatures[i].bytes, signatures[i].length})) {
            decoder->begin += signatures[i].skip;
            name_encoding(decoder, fuhe_text_of(signatures[i].encoding));
            return use_encoding(decoder, err);
        }
    }
    const fuhe_text declared = declared_encoding(raw);
    if (declared.bytes == NULL) {
        name_encoding(decoder, FUHE_TEXT("UTF-8"));
        return FUHE_STATUS_OK;
    }
    return use_declared(decoder, declared, err);
}

/* --- conversion --- */

/* Length in bytes of the character at bytes, 0 when it is not valid, more than length when it is cut short. */
static size_t character_length(const unsigned char *bytes, size_t length) {
    /* By the first byte: how long, and between what the second byte must lie; all later ones in 80 to BF. */
    static const struct {
        unsigned char first, last, length, low, high;
    } forms[] = {
        {0x00, 0x7F, 1, 0, 0},       {0xE1, 0xEC, 3, 0x80, 0xBF}, {0xEE, 0xEF, 3, 0x80, 0xBF},
        {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF}, {0xED, 0xED, 3, 0x80, 0x9F},
        {0xF0, 0xF0, 4, 0x90, 0xBF}, {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
    };
    size_t form = 0;

    while (form < sizeof forms / sizeof forms[0] && (bytes[0] < forms[form].first || bytes[0] > forms[form].last)) {
        form++;
    }
    if (form == sizeof forms / sizeof forms[0]) {
        return 0;
    }
    for (size_t i = 1; i < forms[form].length && i < length; i++) {
        const unsigned char low = i == 1 ? forms[form].low : 0x80;
        const unsigned char high = i == 1 ? forms[form].high : 0xBF;
        if (bytes[i] < low || bytes[i] > high) {
            return 0;
        }
    }
    return forms[form].length;
}

static bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/* Whether a continuation is due behind two bytes, if none of them begins four. */
static bool is_due(unsigned char before_last, unsigned char last) {
    return (last >= 0xC0) | (before_last >= 0xE0);
}

/* Whether bytes are whole characters of UTF-8, none of the rare forms among them: four bytes, or three of which the
 * second is restricted. Every character of 4.2 KB of form passes here; without branches the compiler makes vector
 * instructions of it. */
static bool is_usual_utf8(const unsigned char *bytes, size_t length) {
    unsigned char unusual = 0;

    if (length < 2 || is_continuation(bytes[0]) || is_continuation(bytes[1]) != is_due(0, bytes[0])) {
        return false;
    }
    for (size_t i = 2; i < length; i++) {
        unusual |= (unsigned char)(is_continuation(bytes[i]) ^ is_due(bytes[i - 2], bytes[i - 1]));
    }
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = bytes[i];
        unusual |= (unsigned char)(((byte & 0xFE) == 0xC0) | (byte == 0xE0) | (byte == 0xED) | (byte >= 0xF0));
    }
    return unusual == 0 && !is_due(bytes[length - 2], bytes[length - 1]);
}

/* By the rules, one character after the other. */
static size_t exact_valid_length(const unsigned char *bytes, size_t length) {
    size_t offset = 0;

    while (offset < length) {
        const size_t step = character_length(bytes + offset, length - offset);
        if (step == 0 || step > length - offset) {
            break;
        }
        offset += step;
    }
    return offset;
}

/* Length of a block at most so long that it ends between two characters. */
static size_t block_length(const unsigned char *bytes, size_t length) {
    enum { BLOCK = 1024 };
    size_t end = length <= BLOCK ? length - 1 : BLOCK;

    while (end > 0 && is_continuation(bytes[end])) {
        end--;
    }
    return end;
}

size_t fuhe_utf8_valid_length(const char *bytes, size_t length) {
    const unsigned char *units = (const unsigned char *)bytes;
    size_t offset = 0;

    while (length - offset > 1) {
        const size_t block = block_length(units + offset, length - offset);
        if (block == 0) {
            break;
        }
        const bool is_usual = is_usual_utf8(units + offset, block);
        const size_t valid = is_usual ? block : exact_valid_length(units + offset, block);
        offset += valid;
        if (valid < block) {
            return offset;
        }
    }
    return offset + exact_valid_length(units + offset, length - offset);
}

/* Moves raw bytes that are UTF-8 already; what stops it is a fault unless more bytes may complete it. */
static size_t copy_utf8(struct fuhe_decoder *decoder, char *buffer, size_t size) {
    const fuhe_text raw = raw_text(decoder);
    const size_t wanted = raw.length < size ? raw.length : size;
    const size_t count = fuhe_utf8_valid_length(raw.bytes, wanted);
    const size_t left = wanted - count;

    if (left > 0 && character_length((const unsigned char *)raw.bytes + count, left) == 0) {
        decoder->fault = FUHE_PROBLEM_BYTES;
    }
    memcpy(buffer, raw.bytes, count);
    decoder->begin += count;
    return count;
}

static size_t convert(struct fuhe_decoder *decoder, char *buffer, size_t size) {
    char *input = decoder->raw + decoder->begin;
    size_t input_left = decoder->end - decoder->begin;
    char *output = buffer;
    size_t output_left = size;

    if (iconv(decoder->converter, &input, &input_left, &output, &output_left) == (size_t)-1 && errno == EILSEQ) {
        decoder->fault = FUHE_PROBLEM_BYTES;
    }
    decoder->begin = decoder->end - input_left;
    return size - output_left;
}

/* Decodes raw bytes; a NUL in the result ends it as a fault. */
static size_t decode(struct fuhe_decoder *decoder, char *buffer, size_t size) {
    const size_t count = decoder->converts ? convert(decoder, buffer, size) : copy_utf8(decoder, buffer, size);
    const char *nul = memchr(buffer, '\0', count);

    if (nul == NULL) {
        return count;
    }
    decoder->fault = FUHE_PROBLEM_NOT_XML;
    return (size_t)(nul - buffer);
}

static enum fuhe_status report_fault(const struct fuhe_decoder *decoder, struct fuhe_error *err) {
    const char *found = decoder->fault == FUHE_PROBLEM_BYTES ? decoder->encoding : "NUL";
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, decoder->fault, found, NULL);
}

enum fuhe_status fuhe_decoder_read(struct fuhe_decoder *decoder, char *buffer, size_t size, size_t *count,
                                   struct fuhe_error *err) {
    size_t decoded = 0;

    if (!decoder->begun) {
        FUHE_TRY(begin(decoder, err));
    }
    while (decoder->fault == FUHE_PROBLEM_NONE) {
        decoded = decode(decoder, buffer, size);
        if (decoded > 0 || decoder->fault != FUHE_PROBLEM_NONE) {
            break;
        }
        if (decoder->ended) {
            decoder->fault = decoder->begin < decoder->end ? FUHE_PROBLEM_BYTES : FUHE_PROBLEM_NONE;
            break;
        }
        FUHE_TRY(fill(decoder, err));
    }
    if (decoded == 0 && decoder->fault != FUHE_PROBLEM_NONE) {
        return report_fault(decoder, err);
    }
    *count = decoded;
    return FUHE_STATUS_OK;
}
