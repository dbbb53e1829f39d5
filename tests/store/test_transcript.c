/* SPDX-License-Identifier: Apache-2.0 */
/* What is written reads back equal, places and blanks included; what is damaged is refused or is another transcript,
 * but never anything between. */
#include "store/transcript.h"
#include "report/memory_output.h"
#include "store/transcript_shape.h"
#include "tests/support/cases.h"
#include "tests/xml/form_dump.h"

#include <glob.h>

/* --- round trips --- */

static struct fuhe_memory_output *memory;
static struct fuhe_arena *arena;
static size_t forms;
static size_t bytes_written;

static fuhe_text write_form(const struct fuhe_form *form) {
    fuhe_memory_output_reset(memory);
    fuhe_transcript_write_form(&memory->output, form);
    return fuhe_memory_output_text(memory);
}

static fuhe_text write_document(const struct fuhe_document *document) {
    fuhe_memory_output_reset(memory);
    fuhe_transcript_write_document(&memory->output, document);
    return fuhe_memory_output_text(memory);
}

/* A copy of exactly as many bytes, so that reading beyond them is noticed. */
static fuhe_text copy_of(fuhe_text bytes) {
    char *copy = malloc(bytes.length + (bytes.length == 0));

    assert_non_null(copy);
    memcpy(copy, bytes.bytes, bytes.length);
    return (fuhe_text){copy, bytes.length};
}

static void release(fuhe_text copy) {
    free((void *)(uintptr_t)copy.bytes);
}

static void assert_same_bytes(fuhe_text a, fuhe_text b) {
    assert_int_equal(a.length, b.length);
    assert_memory_equal(a.bytes, b.bytes, a.length);
}

static void assert_same_dump(const struct dump *a, const struct dump *b) {
    assert_string_equal(a->text, b->text);
}

static enum fuhe_status check_form(void *context, const struct fuhe_form *form, struct fuhe_arena *form_arena) {
    struct dump expected = {0};
    struct dump found = {0};
    struct fuhe_form read;
    const fuhe_text bytes = copy_of(write_form(form));

    (void)context;
    fuhe_arena_reset(arena);
    assert_int_equal(fuhe_transcript_read_form(bytes, arena, &read), FUHE_STATUS_OK);
    assert_null(read.document);
    assert_int_equal(read.place.column, form->place.column);
    (void)dump_form(&expected, form, form_arena);
    (void)dump_form(&found, &read, form_arena);
    assert_same_dump(&found, &expected);
    assert_same_bytes(write_form(&read), bytes);
    forms++;
    bytes_written += bytes.length;
    free(expected.text);
    free(found.text);
    release(bytes);
    return FUHE_STATUS_OK;
}

static void check_document(const struct fuhe_document *document) {
    struct dump expected = {0};
    struct dump found = {0};
    struct fuhe_document read;
    const fuhe_text bytes = copy_of(write_document(document));

    fuhe_arena_reset(arena);
    assert_int_equal(fuhe_transcript_read_document(bytes, arena, &read), FUHE_STATUS_OK);
    assert_int_equal(read.is_collection, document->is_collection);
    assert_int_equal(read.statement.present, document->statement.present);
    dump_document(&expected, document);
    dump_add(&expected, "%s", "");
    dump_document(&found, &read);
    dump_add(&found, "%s", "");
    assert_same_dump(&found, &expected);
    assert_same_bytes(write_document(&read), bytes);
    free(expected.text);
    free(found.text);
    release(bytes);
}

static void check_bytes(struct fuhe_form_reader *reader, fuhe_text bytes) {
    struct fuhe_memory_input input_memory = {.bytes = bytes.bytes, .length = bytes.length};
    const struct fuhe_input input = fuhe_input_from_memory(&input_memory);
    const struct fuhe_form_sink sink = {check_form, NULL};
    struct fuhe_document document;

    (void)!fuhe_form_reader_read(reader, &input, &sink, &document, NULL);
    check_document(&document);
}

struct folder_case {
    const char *name;
    const char *pattern;
    size_t skip; /* bytes that are no part of the document */
    size_t forms;
};

static const struct folder_case folder_cases[] = {
    {"forms of Yanbian", "tests/forms/yanbian-2024/*.xml", 0, 30},
    {"forms of every finding", "tests/cases/findings/*/*.xml", 0, 80},
    {"forms of the command line", "tests/cli/forms/*", 0, 6},
    {"documents in many encodings", "tests/xml/documents/*", 0, 4},
    {"what the fuzzer has found", "tests/fuzz/corpus/form_reader/*", 1, 10},
};

static void folder_reads_back(void **state) {
    const struct folder_case *row = *state;
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    glob_t found;

    forms = 0;
    assert_non_null(reader);
    assert_int_equal(glob(row->pattern, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const fuhe_text bytes = dump_load(found.gl_pathv[i]);
        check_bytes(reader, fuhe_text_from(bytes, row->skip < bytes.length ? row->skip : bytes.length));
        release(bytes);
    }
    assert_true(forms >= row->forms);
    globfree(&found);
    fuhe_form_reader_free(reader);
}

/* --- bytes --- */

struct byte_case {
    const char *name;
    const char *document; /* read for what stands around its forms */
    const char *bytes;    /* hexadecimal */
};

#define NS " xmlns='urn:fuhe:form:1'"

/* The layout of version 1 as docs/store.md has it. */
static const struct byte_case byte_cases[] = {
    {"a lone form", "<form" NS "/>", "01440000000000"},
    {"a blank region, a source in Chinese", "<forms" NS " region=''\n source='中'/>",
     "01 44 01 04 09 0a e4b8ad 01 03 28 00 00"},
    {"a statement", "<forms" NS ">\n<statement funds='1.5' projects=''/></forms>",
     "01 44 01 00 00 01 09 01 01 84 01 04 3a 31 2e 35 00 00 00 00"},
};

static void hexadecimal(fuhe_text bytes, char *text) {
    for (size_t i = 0; i < bytes.length; i++) {
        sprintf(text + 2 * i, "%02x", (unsigned char)bytes.bytes[i]);
    }
}

static void bytes_are(void **state) {
    const struct byte_case *row = *state;
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    struct fuhe_memory_input input_memory = {.bytes = row->document, .length = strlen(row->document)};
    const struct fuhe_input input = fuhe_input_from_memory(&input_memory);
    const struct fuhe_form_sink sink = {check_form, NULL};
    struct fuhe_document document;
    char found[200] = "";
    char expected[200] = "";
    size_t length = 0;

    (void)!fuhe_form_reader_read(reader, &input, &sink, &document, NULL);
    hexadecimal(write_document(&document), found);
    for (const char *digit = row->bytes; *digit != '\0'; digit++) {
        if (*digit != ' ') {
            expected[length++] = *digit;
        }
    }
    assert_string_equal(found, expected);
    fuhe_form_reader_free(reader);
}

/* --- damage --- */

struct refused_case {
    const char *name;
    const char *bytes; /* a document, hexadecimal */
    bool accepted;
};

static const struct refused_case refused_cases[] = {
    {"sound", "01440000000000", true},
    {"nothing", "", false},
    {"a version alone", "01", false},
    {"another version", "02440000000000", false},
    {"a form", "01460000000000", false},
    {"too short", "014400000000", false},
    {"something left over", "0144000000000000", false},
    {"a flag that is neither", "01440200000000", false},
    {"a number in more bytes than it takes", "0144800000000000", false},
    {"a zero in two bytes", "01440080000000", false},
    {"a number without an end", "014400808080808080808001", false},
    {"a text beyond the end", "0144000501e4b8ad", false},
    {"a text of any length", "014400ffffffff0f01", false},
    {"an oddity", "0144 00 00 00 00 01 03 00 00", true},
    {"an unread part", "0144 00 00 00 00 01 04 00 00", true},
    {"an oddity of no kind", "0144 00 00 00 00 01 07 00 00", false},
    {"more oddities than bytes", "0144 00 00 00 00 02 03 00 00 03 00", false},
    {"more oddities than are kept", "0144 00 00 00 00 65", false},
    {"a step of no lines", "0144 00 01 01 05 00 00 00", false},
    {"another table", "0144 00 01 01 03 05 02 00 00 00", false},
    {"the version of forms out of documents", "0244 00 00 00 00 00", false},
    {"a step of a line", "0144 00 01 05 05 00 00 00", true},
    {"a step as far as it goes", "0144 00 01 ffffffff1f 05 00 00 00", true},
    {"a step farther than that", "0144 00 01 ffffffff3f 05 00 00 00", false},
};

static fuhe_text from_hexadecimal(const char *text, char *bytes) {
    size_t length = 0;
    unsigned byte;

    while (*text != '\0') {
        if (*text == ' ') {
            text++;
            continue;
        }
        assert_int_equal(sscanf(text, "%2x", &byte), 1);
        bytes[length++] = (char)byte;
        text += 2;
    }
    return (fuhe_text){bytes, length};
}

static void damage_is_refused(void **state) {
    const struct refused_case *row = *state;
    char room[100];
    const fuhe_text bytes = copy_of(from_hexadecimal(row->bytes, room));
    struct fuhe_document document = {.oddity_count = 77};

    fuhe_arena_reset(arena);
    const enum fuhe_status status = fuhe_transcript_read_document(bytes, arena, &document);
    assert_int_equal(status, row->accepted ? FUHE_STATUS_OK : FUHE_STATUS_UNREADABLE);
    if (row->accepted) {
        assert_same_bytes(write_document(&document), bytes);
    } else {
        assert_int_equal(document.oddity_count, 77);
    }
    release(bytes);
}

/* Reads bytes that may be anything; what is accepted has no other way to be written. */
static bool is_read(fuhe_text bytes) {
    struct fuhe_form form;

    fuhe_arena_reset(arena);
    const enum fuhe_status status = fuhe_transcript_read_form(bytes, arena, &form);
    assert_true(status == FUHE_STATUS_OK || status == FUHE_STATUS_UNREADABLE);
    if (status == FUHE_STATUS_OK) {
        assert_same_bytes(write_form(&form), bytes);
    }
    return status == FUHE_STATUS_OK;
}

static enum fuhe_status damage_form(void *context, const struct fuhe_form *form, struct fuhe_arena *form_arena) {
    const fuhe_text bytes = copy_of(write_form(form));
    char *changed = (char *)(uintptr_t)bytes.bytes;

    (void)context, (void)form_arena;
    for (size_t i = 0; i < bytes.length; i++) {
        const fuhe_text cut = copy_of((fuhe_text){bytes.bytes, i});
        assert_false(is_read(cut));
        release(cut);
    }
    for (size_t i = 0; i < bytes.length; i++) {
        static const unsigned char changes[] = {0x01, 0x02, 0x80, 0xFF};
        for (size_t j = 0; j < sizeof changes; j++) {
            changed[i] = (char)((unsigned char)changed[i] ^ changes[j]);
            (void)is_read(bytes);
            changed[i] = (char)((unsigned char)changed[i] ^ changes[j]);
        }
    }
    assert_true(is_read(bytes));
    release(bytes);
    return FUHE_STATUS_OK;
}

/* Cut anywhere, and with every byte changed. */
static void any_damage(void **state) {
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    const fuhe_text bytes = dump_load("tests/forms/yanbian-2024/hotline-operation.xml");
    struct fuhe_memory_input input_memory = {.bytes = bytes.bytes, .length = bytes.length};
    const struct fuhe_input input = fuhe_input_from_memory(&input_memory);
    const struct fuhe_form_sink sink = {damage_form, NULL};

    (void)state;
    assert_int_equal(fuhe_form_reader_read(reader, &input, &sink, NULL, NULL), FUHE_STATUS_OK);
    fuhe_form_reader_free(reader);
    release(bytes);
}

/* A form that says it has a thousand rows, and has none. */
static void few_bytes_take_little(void **state) {
    char room[100];
    const fuhe_text bytes = from_hexadecimal("0146 00 0000000000000000 00 0000 e807 00", room);
    struct fuhe_form form;

    (void)state;
    fuhe_arena_reset(arena);
    const size_t before = fuhe_arena_size(arena);
    assert_int_equal(fuhe_transcript_read_form(bytes, arena, &form), FUHE_STATUS_UNREADABLE);
    assert_int_equal(fuhe_arena_size(arena), before);
}

/* A form out of a document: its title above the table, its rows in two sheets. */
static void forms_of_documents(void **state) {
    static struct fuhe_table_name names[] = {{2, {"表一", 6}}, {3, {"Sheet2", 6}}};
    static struct fuhe_indicator rows[] = {
        {.place = {8, 2, 2}, .name = {{"甲", 3}, {8, 2, 2}, FUHE_CELL_TEXT}, .score = {{NULL, 0}, {8, 9, 2}, 1}},
        {.place = {1, 2, 3}, .name = {{"乙", 3}, {1, 2, 3}, FUHE_CELL_TEXT}, .score = {{"9", 1}, {1, 9, 3}, 2}},
    };
    static struct fuhe_doubt doubts[] = {{.place = {8, 9, 2}, .value = {{"score", 5}, {8, 9, 2}, FUHE_CELL_TEXT}}};
    const struct fuhe_form form = {.place = {4, 1, 2},
                                   .year = {{"2024", 4}, {1, 1, 0}, FUHE_CELL_TEXT},
                                   .project = {{"丙", 3}, {4, 3, 2}, FUHE_CELL_TEXT},
                                   .indicators = rows,
                                   .indicator_count = 2,
                                   .doubts = doubts,
                                   .doubt_count = 1,
                                   .table_names = names,
                                   .table_name_count = 2};
    struct fuhe_form read;
    const fuhe_text bytes = copy_of(write_form(&form));

    (void)state;
    assert_int_equal(bytes.bytes[0], FUHE_TRANSCRIPT_VERSION_OF_TABLES);
    fuhe_arena_reset(arena);
    assert_int_equal(fuhe_transcript_read_form(bytes, arena, &read), FUHE_STATUS_OK);
    assert_memory_equal(&read.place, &form.place, sizeof read.place);
    assert_memory_equal(&read.year.place, &form.year.place, sizeof read.place);
    assert_memory_equal(&read.indicators[0].score.place, &rows[0].score.place, sizeof read.place);
    assert_memory_equal(&read.indicators[1].place, &rows[1].place, sizeof read.place);
    assert_memory_equal(&read.doubts[0].value.place, &doubts[0].value.place, sizeof read.place);
    assert_int_equal(read.table_name_count, 2);
    assert_int_equal(read.table_names[1].table, 3);
    assert_true(fuhe_text_equals(read.table_names[1].name, names[1].name));
    assert_same_bytes(write_form(&read), bytes);
    assert_true(fuhe_transcript_same_form(&read, &form));
    names[1].name.length--;
    rows[1].place.line++;
    assert_true(fuhe_transcript_same_form(&read, &form)); /* it has moved */
    doubts[0].value.text.length--;
    assert_false(fuhe_transcript_same_form(&read, &form));
    release(bytes);
    (void)damage_form(NULL, &form, NULL); /* last, for it takes the memory of what has been read */
}

/* Texts longer than any buffer on the way, and rows up to the limit. */
static void large_forms(void **state) {
    static struct fuhe_indicator rows[FUHE_LIMIT_INDICATORS];
    static char text[FUHE_LIMIT_TEXT_BYTES];
    struct fuhe_form form = {.indicators = rows, .indicator_count = FUHE_LIMIT_INDICATORS};

    (void)state;
    memset(text, 'a', sizeof text);
    for (size_t i = 0; i < FUHE_LIMIT_INDICATORS; i++) {
        rows[i].place = (struct fuhe_place){UINT32_MAX - (uint32_t)i * 7919U, (uint32_t)i * 104729U, 0};
        rows[i].reason = (struct fuhe_cell){{text, i * i % 9973 + 1}, {(uint32_t)i, UINT32_MAX}, FUHE_CELL_TEXT};
    }
    rows[1].reason.text.length = sizeof text;
    rows[2].target = (struct fuhe_cell){{text, 70000}, {0, 0}, FUHE_CELL_TEXT};
    assert_int_equal(check_form(NULL, &form, NULL), FUHE_STATUS_OK);
}

static int make_memory(void **state) {
    (void)state;
    memory = fuhe_memory_output_new();
    arena = fuhe_arena_new();
    return memory == NULL || arena == NULL;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(few_bytes_take_little), cmocka_unit_test(any_damage),
                                       cmocka_unit_test(forms_of_documents), cmocka_unit_test(large_forms)};
    int failures = make_memory(NULL);

    failures += RUN_CASES("round trips", folder_cases, folder_reads_back);
    print_message("%zu forms, %zu bytes\n", forms, bytes_written);
    failures += RUN_CASES("bytes", byte_cases, bytes_are) + RUN_CASES("damage", refused_cases, damage_is_refused) +
                cmocka_run_group_tests(tests, NULL, NULL);
    fuhe_memory_output_free(memory);
    fuhe_arena_free(arena);
    return failures;
}
