/* SPDX-License-Identifier: Apache-2.0 */
/* Which encoding a text has. Chinese text in GB18030 is hardly ever valid UTF-8, and UTF-8 with one broken byte is
 * still nearly all UTF-8: so the bytes themselves tell more than what a page declares. */
#include "doors/decode.h"

#include "engine/form.h"
#include "doors/text_builder.h"
#include "xml/encoding.h"

struct mark {
    fuhe_text bytes;
    bool is_utf8;
    bool is_utf16;
};

static const struct mark marks[] = {
    {{"\xEF\xBB\xBF", 3}, true, false},
    {{"\x84\x31\x95\x33", 4}, false, false}, /* GB18030 */
    {{"\xFF\xFE", 2}, false, true},
    {{"\xFE\xFF", 2}, false, true},
};

static const struct mark *find_mark(fuhe_text bytes) {
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (fuhe_text_starts_with(bytes, marks[i].bytes)) {
            return &marks[i];
        }
    }
    return NULL;
}

/* Of the bytes from 0x80 on, those that belong to whole characters of UTF-8 and those that do not. */
struct fit {
    size_t good;
    size_t broken;
    size_t first_broken; /* offset */
};

/* Whether a character of so many bytes is one: no surrogate, and not longer than it need be. */
static bool is_character(uint32_t character, size_t size) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

    return character >= least[size] && character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
}

static struct fit fit_utf8(fuhe_text bytes) {
    struct fit fit = {0, 0, bytes.length};

    for (size_t at = 0; at < bytes.length;) {
        const size_t start = at;
        const uint32_t character = fuhe_text_next(bytes, &at);
        if (at == start + 1 && character < 0x80) {
            continue;
        }
        if (at == start + 1 || !is_character(character, at - start)) {
            fit.first_broken = fit.broken == 0 ? start : fit.first_broken;
            fit.broken += at - start;
        } else {
            fit.good += at - start;
        }
    }
    return fit;
}

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status refuse(fuhe_text bytes, size_t offset, const char *encoding, struct fuhe_error *err) {
    struct fuhe_place place = {1, 1, 0};

    (void)fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_BYTES, encoding, NULL);
    for (size_t at = 0; at < offset;) {
        const bool ends = bytes.bytes[at] == '\n';
        place = ends ? (struct fuhe_place){place.line + 1, 1, 0} : (struct fuhe_place){place.line, place.column + 1, 0};
        (void)fuhe_text_next(bytes, &at);
    }
    fuhe_error_set_place(err, place.line, place.column);
    return FUHE_STATUS_UNREADABLE;
}

/* A document that names its encoding to the decoder of XML, whatever it is: a declaration, then the bytes. */
struct declared {
    fuhe_text declaration;
    fuhe_text bytes;
};

static size_t take(fuhe_text *from, char *buffer, size_t size) {
    const size_t count = from->length < size ? from->length : size;

    if (count > 0) {
        memcpy(buffer, from->bytes, count);
        *from = fuhe_text_from(*from, count);
    }
    return count;
}

static enum fuhe_status read_declared(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    struct declared *declared = context;

    (void)err;
    *count = take(&declared->declaration, buffer, size);
    *count += take(&declared->bytes, buffer + *count, size - *count);
    return FUHE_STATUS_OK;
}

static enum fuhe_status decode_all(struct fuhe_decoder *decoder, struct declared *declared,
                                   struct fuhe_text_builder *builder, struct fuhe_error *err) {
    const struct fuhe_input input = {read_declared, declared};
    char piece[8192];
    size_t count = 0;

    fuhe_decoder_begin(decoder, &input);
    do {
        FUHE_TRY(fuhe_decoder_read(decoder, piece, sizeof piece, &count, err));
        fuhe_text_builder_add(builder, (fuhe_text){piece, count});
    } while (count > 0 && !builder->failed);
    return builder->failed ? no_memory(err) : FUHE_STATUS_OK;
}

/* declaration: empty when a byte order mark tells the encoding. */
static enum fuhe_status convert(fuhe_text bytes, fuhe_text declaration, struct fuhe_arena *arena, fuhe_text *utf8,
                                struct fuhe_error *err) {
    struct fuhe_decoder *decoder = fuhe_arena_allocate(arena, 1, sizeof *decoder);
    struct declared declared = {declaration, bytes};
    struct fuhe_text_builder builder = {0};

    if (decoder == NULL) {
        return no_memory(err);
    }
    fuhe_decoder_init(decoder);
    enum fuhe_status status = decode_all(decoder, &declared, &builder, err);
    fuhe_decoder_release(decoder);
    if (status == FUHE_STATUS_OK) {
        const fuhe_text text = fuhe_text_from(fuhe_text_builder_text(&builder), declaration.length);
        status = text.length == 0 || fuhe_arena_copy(arena, text, utf8) == FUHE_STATUS_OK ? status : no_memory(err);
    }
    fuhe_text_builder_release(&builder);
    return status;
}

enum fuhe_status fuhe_decode(fuhe_text bytes, struct fuhe_arena *arena, fuhe_text *utf8, struct fuhe_error *err) {
    const fuhe_text gb18030 = FUHE_TEXT("<?xml version=\"1.0\" encoding=\"GB18030\"?>");
    const struct mark *mark = find_mark(bytes);
    const fuhe_text body = mark == NULL ? bytes : fuhe_text_from(bytes, mark->bytes.length);

    if (mark != NULL && mark->is_utf16) {
        return convert(bytes, FUHE_TEXT(""), arena, utf8, err);
    }
    if (mark != NULL && !mark->is_utf8) {
        return convert(body, gb18030, arena, utf8, err);
    }
    const struct fit fit = fit_utf8(body);
    if (fit.broken == 0) {
        *utf8 = body;
        return FUHE_STATUS_OK;
    }
    if (mark != NULL || fit.good / 9 >= fit.broken) {
        return refuse(body, fit.first_broken, "UTF-8", err);
    }
    return convert(body, gb18030, arena, utf8, err);
}
