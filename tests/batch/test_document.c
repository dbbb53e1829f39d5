/* SPDX-License-Identifier: Apache-2.0 */
/* Cutting long documents: the parts are the document, each ends behind a form, and place and number of each are those
 * that counting from the start gives, however the bytes come in. */
#include "batch/document.h"
#include "doors/door.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMS = 6000 };

struct made {
    char *bytes;
    size_t length;
};

/* A document of FORMS forms; with `lines`, a line each. */
static struct made make_document(bool lines) {
    struct made made = {malloc((size_t)FORMS * 256), 0};

    assert_non_null(made.bytes);
    made.length = (size_t)sprintf(made.bytes, "<?xml version='1.0'?>\n<forms xmlns='urn:fuhe:form:1'\n source='s'>");
    for (int i = 0; i < FORMS; i++) {
        made.length += (size_t)sprintf(made.bytes + made.length, "<form id='%d'><project>名称%0*d</project></form>%s",
                                       i, i % 180, i, lines ? "\n" : "");
    }
    made.length += (size_t)sprintf(made.bytes + made.length, "</forms>");
    return made;
}

struct cut_case {
    const char *name;
    size_t chunk;
    bool lines;
};

static const struct cut_case cut_cases[] = {
    {"all at once", 0, true},
    {"in chunks of 1,000", 1000, true},
    {"in chunks of 70,001", 70001, true},
    {"on one line", 0, false},
};

static struct fuhe_place place_after(const char *bytes, size_t length) {
    struct fuhe_place place = {1, 1};

    for (size_t i = 0; i < length; i++) {
        place.line += bytes[i] == '\n';
        place.column = bytes[i] == '\n' ? 1 : place.column + (((unsigned char)bytes[i] & 0xC0) != 0x80);
    }
    return place;
}

static size_t count_ends(const char *bytes, size_t length) {
    size_t count = 0;

    for (size_t i = 0; i + 7 <= length; i++) {
        count += memcmp(bytes + i, "</form>", 7) == 0;
    }
    return count;
}

static void check_part(const struct made *made, size_t offset, const struct fuhe_part *part,
                       const struct fuhe_buffer *bytes) {
    const struct fuhe_place place = place_after(made->bytes, offset);

    assert_true(bytes->length <= made->length - offset);
    assert_memory_equal(bytes->bytes, made->bytes + offset, bytes->length);
    assert_int_equal(part->place.line, place.line);
    assert_int_equal(part->place.column, place.column);
    assert_int_equal(part->number, count_ends(made->bytes, offset));
    assert_int_equal(part->first, offset == 0);
    assert_false(part->streams);
    if (!part->last) {
        assert_memory_equal(bytes->bytes + bytes->length - 7, "</form>", 7);
    }
}

static void cuts(void **state) {
    const struct cut_case *row = *state;
    struct made made = make_document(row->lines);
    struct fuhe_memory_input memory = {.bytes = made.bytes, .length = made.length, .chunk = row->chunk};
    struct fuhe_long_document *document = fuhe_long_document_new("f", fuhe_input_from_memory(&memory), false, NULL);
    struct fuhe_buffer bytes = {0};
    struct fuhe_part part = {.last = false};
    size_t offset = 0;
    size_t parts = 0;

    assert_non_null(document);
    while (!part.last) {
        assert_int_equal(fuhe_long_document_cut(document, &bytes, &part), FUHE_STATUS_OK);
        check_part(&made, offset, &part, &bytes);
        offset += bytes.length;
        parts++;
    }
    assert_int_equal(offset, made.length);
    assert_true(parts > 1);
    assert_string_equal(document->head, "<forms xmlns='urn:fuhe:form:1'  source='s'>");
    fuhe_buffer_free(&bytes);
    fuhe_long_document_free(document);
    free(made.bytes);
}

/* What cannot be cut is left to one worker, with all that has been read and the rest. */
static void streams_other_shapes(void **state) {
    struct made made = make_document(true);
    struct fuhe_memory_input memory = {.bytes = made.bytes, .length = made.length};
    struct fuhe_long_document *document;
    struct fuhe_buffer bytes = {0};
    struct fuhe_part part;
    char rest[100];
    size_t count;

    (void)state;
    memcpy(strstr(made.bytes, "<forms"), "<other", 6);
    document = fuhe_long_document_new("f", fuhe_input_from_memory(&memory), false, NULL);
    assert_non_null(document);
    assert_int_equal(fuhe_long_document_cut(document, &bytes, &part), FUHE_STATUS_OK);
    assert_true(part.streams && part.first && part.last);
    assert_int_equal(part.rest.read(part.rest.context, rest, sizeof rest, &count, NULL), FUHE_STATUS_OK);
    assert_int_equal(count, sizeof rest);
    assert_memory_equal(rest, made.bytes + bytes.length, count);
    fuhe_buffer_free(&bytes);
    fuhe_long_document_free(document);
    free(made.bytes);
}

/* What is no form XML is one part, bytes as they are, up to a limit. */
struct whole_case {
    const char *name;
    size_t length;
    size_t chunk;
    enum fuhe_problem problem;
};

static const struct whole_case whole_cases[] = {
    {"a short text", 10, 0, FUHE_PROBLEM_NONE},
    {"in single bytes", 9000, 1, FUHE_PROBLEM_NONE},
    {"longer than a part", 3 * FUHE_PART_BYTES, 65536, FUHE_PROBLEM_NONE},
    {"at the limit", FUHE_LIMIT_INTAKE_BYTES, 0, FUHE_PROBLEM_NONE},
    {"over the limit", (size_t)FUHE_LIMIT_INTAKE_BYTES + 1, 0, FUHE_PROBLEM_LIMIT_BYTES},
};

static void reads_whole(void **state) {
    const struct whole_case *row = *state;
    char *text = malloc(row->length);
    struct fuhe_memory_input memory = {.bytes = text, .length = row->length, .chunk = row->chunk};
    struct fuhe_long_document *document = fuhe_long_document_new("f", fuhe_input_from_memory(&memory), false, NULL);
    struct fuhe_buffer bytes = {0};
    struct fuhe_part part;

    assert_true(text != NULL && document != NULL);
    memset(text, '|', row->length);
    assert_int_equal(fuhe_long_document_cut(document, &bytes, &part), FUHE_STATUS_OK);
    assert_true(part.first && part.last && !part.streams);
    assert_int_equal(part.error.problem, row->problem);
    assert_int_equal(bytes.length, row->problem == FUHE_PROBLEM_NONE ? row->length : 0);
    assert_true(bytes.length == 0 || memcmp(bytes.bytes, text, bytes.length) == 0);
    fuhe_buffer_free(&bytes);
    fuhe_long_document_free(document);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(streams_other_shapes)};

    return RUN_CASES("cut", cut_cases, cuts) + RUN_CASES("whole", whole_cases, reads_whole) +
           cmocka_run_group_tests(tests, NULL, NULL);
}
