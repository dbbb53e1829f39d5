/* SPDX-License-Identifier: Apache-2.0 */
#include <iconv.h>

#include "tests/support/cases.h"
#include "tests/xml/form_dump.h"

/* --- documents in other encodings --- */

static const char body[] = "<form xmlns='urn:fuhe:form:1' id='a'>\n"
                           " <project>项目支出绩效自评表</project><unit kind='省'>中</unit>\n"
                           "</form>\n";
static const char body_reads_as[] = "form 2:1\n@id 2:35 =a\nproject 3:11 =项目支出绩效自评表\n"
                                    "unit 3:45 =中\nunknown-attribute 3:36 kind\n";

struct encoding_case {
    const char *name;
    const char *mark; /* byte order mark */
    size_t mark_length;
    const char *declaration;
    const char *encoding; /* of the bytes */
};

static const struct encoding_case encoding_cases[] = {
    {"UTF-8", "", 0, "<?xml version='1.0' encoding='UTF-8'?>\n", "UTF-8"},
    {"UTF-8 in small letters", "", 0, "<?xml version=\"1.0\" encoding = \"utf-8\"?>\n", "UTF-8"},
    {"UTF-8 without declaration", "", 0, "\n", "UTF-8"},
    {"UTF-8 with a byte order mark", "\xEF\xBB\xBF", 3, "<?xml version='1.0'?>\n", "UTF-8"},
    {"the byte order mark is stronger", "\xEF\xBB\xBF", 3, "<?xml version='1.0' encoding='GBK'?>\n", "UTF-8"},
    {"declared as ASCII", "", 0, "<?xml version='1.0' encoding='US-ASCII'?>\n", "UTF-8"},
    {"GBK", "", 0, "<?xml version='1.0' encoding='GBK'?>\n", "GBK"},
    {"GB2312", "", 0, "<?xml version='1.0' encoding='gb2312' standalone='yes'?>\n", "GB2312"},
    {"GB18030", "", 0, "<?xml version='1.0' encoding='GB18030'?>\n", "GB18030"},
    {"GBK declared as GB2312", "", 0, "<?xml version='1.0' encoding='GB2312'?>\n", "GBK"},
    {"Big5", "", 0, "<?xml version='1.0' encoding='Big5'?>\n", "BIG5"},
    {"UTF-16, little end first", "\xFF\xFE", 2, "<?xml version='1.0' encoding='UTF-16'?>\n", "UTF-16LE"},
    {"UTF-16, big end first", "\xFE\xFF", 2, "<?xml version='1.0' encoding='UTF-16'?>\n", "UTF-16BE"},
    {"UTF-16 without mark, little end first", "", 0, "<?xml version='1.0' encoding='UTF-16LE'?>\n", "UTF-16LE"},
    {"UTF-16 without mark, big end first", "", 0, "<?xml version='1.0' encoding='UTF-16BE'?>\n", "UTF-16BE"},
    {"UTF-32, little end first", "\xFF\xFE\0\0", 4, "<?xml version='1.0'?>\n", "UTF-32LE"},
    {"UTF-32, big end first", "\0\0\xFE\xFF", 4, "<?xml version='1.0'?>\n", "UTF-32BE"},
};

/* Converts a text behind what bytes holds already; the text has all its characters in the encoding. */
static void add_converted(struct dump *bytes, const char *encoding, const char *text) {
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    char *input = (char *)(uintptr_t)text;
    size_t input_left = strlen(text);
    char buffer[4096];
    char *output = buffer;
    size_t output_left = sizeof buffer;

    assert_true(converter != (iconv_t)-1);
    assert_int_equal(iconv(converter, &input, &input_left, &output, &output_left), 0);
    iconv_close(converter);
    for (const char *byte = buffer; byte < output; byte++) {
        dump_add(bytes, "%c", *byte);
    }
}

/* Traditional characters for what Big5 lacks. */
static void check_encoding(const struct encoding_case *row, const char *text, const char *expected, size_t chunk) {
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    struct dump bytes = {0};
    struct dump dump = {0};

    for (size_t i = 0; i < row->mark_length; i++) {
        dump_add(&bytes, "%c", row->mark[i]);
    }
    add_converted(&bytes, row->encoding, row->declaration);
    add_converted(&bytes, row->encoding, text);
    (void)dump_read(&dump, reader, (fuhe_text){bytes.text, bytes.length}, chunk);
    assert_string_equal(dump.text, expected);
    fuhe_form_reader_free(reader);
    free(bytes.text);
    free(dump.text);
}

static const char traditional[] = "<form xmlns='urn:fuhe:form:1'>\n<project>項目支出績效</project></form>\n";
static const char traditional_reads_as[] = "form 2:1\nproject 3:10 =項目支出績效\n";

static void document_is_decoded(void **state) {
    const struct encoding_case *row = *state;
    const bool is_big5 = strcmp(row->encoding, "BIG5") == 0;
    static const size_t chunks[] = {0, 1, 2, 3, 7};

    for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
        check_encoding(row, is_big5 ? traditional : body, is_big5 ? traditional_reads_as : body_reads_as, chunks[i]);
    }
}

/* Characters that GBK lacks take four bytes in GB18030. */
static void four_bytes_are_decoded(void **state) {
    static const struct encoding_case row = {"", "", 0, "<?xml version='1.0' encoding='GB18030'?>\n", "GB18030"};

    (void)state;
    for (size_t chunk = 0; chunk < 6; chunk++) {
        check_encoding(&row, "<form xmlns='urn:fuhe:form:1'><project>\xF0\xA0\x9C\x8Eé中</project></form>",
                       "form 2:1\nproject 2:40 =\xF0\xA0\x9C\x8Eé中\n", chunk);
    }
}

/* More than all buffers hold, so that characters fall across their ends. */
static void long_documents_are_decoded(void **state) {
    static const struct {
        const char *declared;
        const char *encoding;
    } rows[] = {{"UTF-8", "UTF-8"}, {"GB18030", "GB18030"}};
    struct fuhe_form_reader *reader = fuhe_form_reader_new();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct dump bytes = {0};
        struct dump dump = {0};
        struct dump expected = {0};
        dump_add(&bytes, "<?xml version='1.0' encoding='%s'?>\n<form xmlns='urn:fuhe:form:1'><project>x",
                 rows[i].declared);
        dump_add(&expected, "form 2:1\nproject 2:40 =x");
        for (int j = 0; j < 20000; j++) {
            add_converted(&bytes, rows[i].encoding, j % 7 == 0 ? "a" : "绩\xF0\xA0\x9C\x8E");
            dump_add(&expected, j % 7 == 0 ? "a" : "绩\xF0\xA0\x9C\x8E");
        }
        dump_add(&bytes, "</project></form>");
        dump_add(&expected, "\n");
        (void)dump_read(&dump, reader, (fuhe_text){bytes.text, bytes.length}, 0);
        assert_string_equal(dump.text, expected.text);
        free(bytes.text);
        free(dump.text);
        free(expected.text);
    }
    fuhe_form_reader_free(reader);
}

/* --- faults --- */

struct fault_case {
    const char *name;
    const char *bytes;
    size_t length;
    const char *expected;
};

#define BYTES(literal) literal, sizeof(literal) - 1
#define UNDERSTOOD "[UTF-8, UTF-16, GB18030, GBK, GB2312, Big5]"

static const struct fault_case fault_cases[] = {
    {"GBK under a declaration of UTF-8",
     BYTES("<?xml version='1.0' encoding='UTF-8'?>\n<form xmlns='urn:fuhe:form:1'>\n<project>a\xCF\xEE\xC4\xBF"
           "</project></form>"),
     "error bytes 3:11 [UTF-8] []\n"},
    {"GBK without declaration", BYTES("<form xmlns='urn:fuhe:form:1' id='\xCF\xEE'/>"),
     "error bytes 1:35 [UTF-8] []\n"},
    {"UTF-8 cut off in a character", BYTES("<form xmlns='urn:fuhe:form:1'>\n中\xE4\xB8"),
     "error bytes 2:2 [UTF-8] []\n"},
    {"forms before are delivered", BYTES("<forms xmlns='urn:fuhe:form:1'><form/>\n<form>\xFF</form></forms>"),
     "form 1:32\nerror bytes 2:7 [UTF-8] []\n"},
    {"what is wrong before counts", BYTES("<form xmlns='urn:fuhe:form:1'></b>\n\xFF"), "error not-xml 1:3"},
    {"no such character in GB18030",
     BYTES("<?xml version='1.0' encoding='GBK'?>\n<form xmlns='urn:fuhe:form:1'>\n\xD6\xD0\xFF\xFF"),
     "error bytes 3:2 [GBK] []\n"},
    {"GBK cut off in a character",
     BYTES("<?xml version='1.0' encoding='GBK'?>\n<form xmlns='urn:fuhe:form:1'>\n\xD6\xD0\xD6"),
     "error bytes 3:2 [GBK] []\n"},
    {"a surrogate alone in UTF-16", BYTES("\xFF\xFE<\0f\0\x00\xD8>\0"), "error bytes 1:3 [UTF-16LE] []\n"},
    {"NUL", BYTES("<form xmlns='urn:fuhe:form:1'>\n\0</form>"), "error not-xml 2:1 [NUL] []\n"},
    {"NUL behind the root", BYTES("<form xmlns='urn:fuhe:form:1'/>\0"), "form 1:1\nerror not-xml 1:32 [NUL] []\n"},
    {"NUL in UTF-16", BYTES("\xFE\xFF\0<\0f\0\0"), "error not-xml 1:3 [NUL] []\n"},
    {"an unknown encoding", BYTES("<?xml version='1.0'\n encoding='Klingon'?><form/>"),
     "error encoding 2:12 [Klingon] " UNDERSTOOD "\n"},
    {"an encoding with a suffix", BYTES("<?xml version='1.0' encoding='GBK//IGNORE'?><form/>"),
     "error encoding 1:31 [GBK//IGNORE] " UNDERSTOOD "\n"},
    {"an empty encoding", BYTES("<?xml version='1.0' encoding=''?><form/>"), "error encoding 1:31 [] " UNDERSTOOD "\n"},
    {"declared as UTF-16 but in bytes", BYTES("<?xml version='1.0' encoding='utf-16'?><form/>"),
     "error encoding 1:31 [utf-16] [UTF-8]\n"},
    {"a declaration without quotes", BYTES("<?xml version='1.0' encoding=GBK?><form/>"), "error not-xml 1:30"},
    {"a declaration without a name", BYTES("<?xml version='1.0' encoding?><form/>"), "error not-xml 1:29"},
    {"a declaration with one quote", BYTES("<?xml version='1.0' encoding='GBK?><form/>"), "error not-xml 1:"},
    {"a declaration that never ends", BYTES("<?xml version='1.0' encoding='GBK"), "error not-xml"},
};

static void fault_is_told(void **state) {
    const struct fault_case *row = *state;
    static const size_t chunks[] = {0, 1, 2, 3, 7};
    struct fuhe_form_reader *reader = fuhe_form_reader_new();

    for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
        struct dump dump = {0};
        const fuhe_text bytes = {row->bytes, row->length};
        assert_int_equal(dump_read(&dump, reader, bytes, chunks[i]), FUHE_STATUS_UNREADABLE);
        if (!fuhe_text_starts_with((fuhe_text){dump.text, dump.length}, fuhe_text_of(row->expected))) {
            assert_string_equal(dump.text, row->expected);
        }
        free(dump.text);
    }
    fuhe_form_reader_free(reader);
}

int main(void) {
    const struct CMUnitTest others[] = {
        cmocka_unit_test(four_bytes_are_decoded),
        cmocka_unit_test(long_documents_are_decoded),
    };
    return RUN_CASES("encodings", encoding_cases, document_is_decoded) +
           RUN_CASES("faults", fault_cases, fault_is_told) + cmocka_run_group_tests_name("long", others, NULL, NULL);
}
