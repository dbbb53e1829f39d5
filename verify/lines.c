/* SPDX-License-Identifier: Apache-2.0 */
/* As long as lines are the same they pass by one by one. From the first that differs on, some lines of both sides are
 * kept, and the nearest place where both go on alike tells what has happened before it. */
#include "verify/lines.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

enum { WINDOW = 32, WINDOW_BYTES = 1 << 21, EXCERPT_BYTES = 120, BEFORE_BYTES = 24 };

struct line {
    char *bytes;
    size_t length;
    uint64_t number;
};

/* Lines of one side that wait. */
struct side {
    struct line lines[WINDOW];
    size_t count;
    size_t bytes;
};

struct fuhe_lines {
    const struct fuhe_lines_request *request;
    FILE *file;
    char *read; /* the line of the file read last */
    size_t read_capacity;
    uint64_t read_number;
    bool is_over;    /* the file, or what is compared of it, is at its end */
    bool has_rest;   /* the line read last is the first behind it */
    fuhe_text rest;  /* it */
    bool is_cut;     /* the last line of the file has no end */
    uint64_t number; /* of the line derived last */
    char *part;      /* of a line derived, whose end is still to come */
    size_t part_length;
    size_t part_capacity;
    struct side derived;
    struct side found;
    uint64_t faults;
    struct fuhe_output output;
};

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* --- sides --- */

static bool push(struct side *side, fuhe_text text, uint64_t number) {
    char *copy = malloc(text.length + 1);

    if (copy == NULL) {
        return false;
    }
    memcpy(copy, text.length == 0 ? "" : text.bytes, text.length);
    side->lines[side->count++] = (struct line){copy, text.length, number};
    side->bytes += text.length;
    return true;
}

static void drop(struct side *side, size_t count) {
    for (size_t i = 0; i < count; i++) {
        side->bytes -= side->lines[i].length;
        free(side->lines[i].bytes);
    }
    side->count -= count;
    memmove(side->lines, side->lines + count, side->count * sizeof side->lines[0]);
}

static fuhe_text text_of(const struct line *line) {
    return (fuhe_text){line->bytes, line->length};
}

static bool is_full(const struct side *side) {
    return side->count == WINDOW || side->bytes > WINDOW_BYTES;
}

/* --- the file --- */

/* The next line of the file, without its end; false when there is none. */
static bool read_raw(struct fuhe_lines *lines, fuhe_text *line) {
    const ssize_t length = getline(&lines->read, &lines->read_capacity, lines->file);

    if (length < 0) {
        return false;
    }
    lines->is_cut = lines->read[length - 1] != '\n';
    *line = (fuhe_text){lines->read, (size_t)length - (lines->is_cut ? 0 : 1)};
    lines->read_number++;
    return true;
}

static bool read_line(struct fuhe_lines *lines, fuhe_text *line) {
    const char *until = lines->request->until;

    if (lines->is_over || !read_raw(lines, line)) {
        lines->is_over = true;
        return false;
    }
    if (until != NULL && fuhe_text_starts_with(*line, fuhe_text_of(until))) {
        lines->is_over = true;
        lines->has_rest = true;
        lines->rest = *line;
        return false;
    }
    return true;
}

static bool fill(struct fuhe_lines *lines) {
    fuhe_text line;

    while (!is_full(&lines->found) && read_line(lines, &line)) {
        if (!push(&lines->found, line, lines->read_number)) {
            return false;
        }
    }
    return true;
}

bool fuhe_lines_next(struct fuhe_lines *lines, fuhe_text *line, uint64_t *number) {
    const bool has_rest = lines->has_rest;

    lines->has_rest = false;
    *line = lines->rest;
    *number = lines->read_number + !has_rest;
    return has_rest || read_raw(lines, line);
}

/* --- faults --- */

static bool is_inside_character(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t common_length(fuhe_text a, fuhe_text b) {
    size_t length = 0;

    while (length < a.length && length < b.length && a.bytes[length] == b.bytes[length]) {
        length++;
    }
    return length;
}

/* What stands around a byte of the text, from a little before it. */
static fuhe_text excerpt(fuhe_text text, size_t around, char to[EXCERPT_BYTES + 8]) {
    size_t start = around > BEFORE_BYTES ? around - BEFORE_BYTES : 0;
    size_t end = text.length - start > EXCERPT_BYTES ? start + EXCERPT_BYTES : text.length;

    while (start > 0 && start < text.length && is_inside_character(text.bytes[start])) {
        start--;
    }
    while (end > start && end < text.length && is_inside_character(text.bytes[end])) {
        end--;
    }
    const int length = snprintf(to, EXCERPT_BYTES + 8, "%s%.*s%s", start > 0 ? "…" : "", (int)(end - start),
                                end == start ? "" : text.bytes + start, end < text.length ? "…" : "");
    return (fuhe_text){to, length < EXCERPT_BYTES + 8 ? (size_t)length : EXCERPT_BYTES + 7};
}

/* derived or found is NULL when there is no such line. */
static enum fuhe_status tell(struct fuhe_lines *lines, const struct line *derived, const struct line *found) {
    const fuhe_text should = derived == NULL ? (fuhe_text){"", 0} : text_of(derived);
    const fuhe_text says = found == NULL ? (fuhe_text){"", 0} : text_of(found);
    const size_t common = derived == NULL || found == NULL ? 0 : common_length(says, should);
    char says_bytes[EXCERPT_BYTES + 8];
    char should_bytes[EXCERPT_BYTES + 8];
    struct fuhe_fault fault = {.kind = FUHE_FAULT_LINE_CHANGED,
                               .file = fuhe_text_of(lines->request->name),
                               .line = found == NULL ? derived->number : found->number,
                               .says = excerpt(says, common, says_bytes),
                               .should = excerpt(should, common, should_bytes)};

    if (derived == NULL || found == NULL) {
        fault.kind = derived == NULL ? FUHE_FAULT_LINE_ADDED : FUHE_FAULT_LINE_MISSING;
    }
    lines->faults++;
    return lines->request->sink.take(lines->request->sink.context, &fault);
}

/* --- comparing --- */

static bool same(const struct fuhe_lines *lines, size_t derived, size_t found) {
    return fuhe_text_equals(text_of(&lines->derived.lines[derived]), text_of(&lines->found.lines[found]));
}

/* Whether both sides go on alike from there. Where lines have been put in or left out one line alone says little. */
static bool goes_on(const struct fuhe_lines *lines, size_t derived, size_t found) {
    const bool more = derived + 1 < lines->derived.count && found + 1 < lines->found.count;

    return same(lines, derived, found) && (derived == found || !more || same(lines, derived + 1, found + 1));
}

/* Whether the place is one where both go on alike; told in *derived and *found. */
static bool try_meeting(const struct fuhe_lines *lines, size_t i, size_t j, size_t *derived, size_t *found) {
    if (i >= lines->derived.count || j >= lines->found.count || !goes_on(lines, i, j)) {
        return false;
    }
    *derived = i;
    *found = j;
    return true;
}

/* The nearest such place, if there is one; of those that are as near, the one where no line was put in or left out. */
static bool find_meeting(const struct fuhe_lines *lines, size_t *derived, size_t *found) {
    const size_t most = lines->derived.count + lines->found.count;

    for (size_t sum = 1; sum < most; sum++) {
        if (sum % 2 == 0 && try_meeting(lines, sum / 2, sum / 2, derived, found)) {
            return true;
        }
        for (size_t i = 0; i <= sum && i < lines->derived.count; i++) {
            if (try_meeting(lines, i, sum - i, derived, found)) {
                return true;
            }
        }
    }
    return false;
}

/* Tells what happened to so many first lines of each side, and drops them. */
static enum fuhe_status tell_lines(struct fuhe_lines *lines, size_t derived, size_t found) {
    const size_t both = derived < found ? derived : found;

    for (size_t i = 0; i < both; i++) {
        FUHE_TRY(tell(lines, &lines->derived.lines[i], &lines->found.lines[i]));
    }
    for (size_t i = both; i < derived; i++) {
        FUHE_TRY(tell(lines, &lines->derived.lines[i], NULL));
    }
    for (size_t i = both; i < found; i++) {
        FUHE_TRY(tell(lines, NULL, &lines->found.lines[i]));
    }
    drop(&lines->derived, derived);
    drop(&lines->found, found);
    return FUHE_STATUS_OK;
}

static void drop_alike(struct fuhe_lines *lines) {
    size_t count = 0;

    while (count < lines->derived.count && count < lines->found.count && same(lines, count, count)) {
        count++;
    }
    drop(&lines->derived, count);
    drop(&lines->found, count);
}

/* Settles what waits, until there is room again; final: all of it. */
static enum fuhe_status settle(struct fuhe_lines *lines, bool final, struct fuhe_error *err) {
    while (lines->derived.count > 0 && (final || is_full(&lines->derived))) {
        size_t derived = 1;
        size_t found = 1;
        if (!fill(lines)) {
            return no_memory(err);
        }
        drop_alike(lines);
        if (lines->derived.count == 0) {
            break;
        }
        if (!find_meeting(lines, &derived, &found)) {
            found = lines->found.count > 0;
        }
        FUHE_TRY(tell_lines(lines, derived, found));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_line(struct fuhe_lines *lines, fuhe_text line, struct fuhe_error *err) {
    fuhe_text found;

    lines->number++;
    if (lines->derived.count == 0 && lines->found.count == 0 && read_line(lines, &found)) {
        if (fuhe_text_equals(found, line)) {
            return FUHE_STATUS_OK;
        }
        if (!push(&lines->found, found, lines->read_number)) {
            return no_memory(err);
        }
    }
    if (!push(&lines->derived, line, lines->number)) {
        return no_memory(err);
    }
    drop_alike(lines);
    return settle(lines, false, err);
}

/* --- what is derived --- */

static bool keep_part(struct fuhe_lines *lines, fuhe_text part) {
    const size_t needed = lines->part_length + part.length;

    if (needed > lines->part_capacity) {
        char *grown = realloc(lines->part, 2 * needed);
        if (grown == NULL) {
            return false;
        }
        lines->part = grown;
        lines->part_capacity = 2 * needed;
    }
    if (part.length > 0) {
        memcpy(lines->part + lines->part_length, part.bytes, part.length);
    }
    lines->part_length = needed;
    return true;
}

static enum fuhe_status take_piece(struct fuhe_lines *lines, fuhe_text piece, struct fuhe_error *err) {
    if (lines->part_length == 0) {
        return take_line(lines, piece, err);
    }
    if (!keep_part(lines, piece)) {
        return no_memory(err);
    }
    const fuhe_text line = {lines->part, lines->part_length};
    lines->part_length = 0;
    return take_line(lines, line, err);
}

static enum fuhe_status write_bytes(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct fuhe_lines *lines = context;
    fuhe_text rest = {bytes, length};
    const char *end;

    while (rest.length > 0 && (end = memchr(rest.bytes, '\n', rest.length)) != NULL) {
        const size_t size = (size_t)(end - rest.bytes);
        FUHE_TRY(take_piece(lines, (fuhe_text){rest.bytes, size}, err));
        rest = fuhe_text_from(rest, size + 1);
    }
    return keep_part(lines, rest) ? FUHE_STATUS_OK : no_memory(err);
}

struct fuhe_output *fuhe_lines_output(struct fuhe_lines *lines) {
    return &lines->output;
}

/* --- life --- */

enum fuhe_status fuhe_lines_new(const struct fuhe_lines_request *request, struct fuhe_lines **lines,
                                struct fuhe_error *err) {
    struct fuhe_lines *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return no_memory(err);
    }
    made->request = request;
    made->file = fopen(request->path, "rb");
    if (made->file == NULL) {
        free(made);
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, strerror(errno), NULL);
    }
    fuhe_output_init(&made->output, write_bytes, made);
    *lines = made;
    return FUHE_STATUS_OK;
}

void fuhe_lines_free(struct fuhe_lines *lines) {
    if (lines != NULL) {
        drop(&lines->derived, lines->derived.count);
        drop(&lines->found, lines->found.count);
        (void)fclose(lines->file);
        free(lines->read);
        free(lines->part);
        free(lines);
    }
}

/* Lines of the file behind all that was derived. */
static enum fuhe_status tell_rest(struct fuhe_lines *lines, struct fuhe_error *err) {
    do {
        FUHE_TRY(tell_lines(lines, 0, lines->found.count));
        if (!fill(lines)) {
            return no_memory(err);
        }
    } while (lines->found.count > 0);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_lines_end(struct fuhe_lines *lines, struct fuhe_lines_result *result, struct fuhe_error *err) {
    FUHE_TRY(fuhe_output_flush(&lines->output, err));
    const bool is_cut = lines->part_length > 0;
    if (is_cut) {
        FUHE_TRY(take_piece(lines, (fuhe_text){"", 0}, err));
    }
    FUHE_TRY(settle(lines, true, err));
    FUHE_TRY(tell_rest(lines, err));
    *result = (struct fuhe_lines_result){lines->number, lines->faults, lines->faults == 0 && is_cut == lines->is_cut};
    return FUHE_STATUS_OK;
}
