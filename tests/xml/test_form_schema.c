/* SPDX-License-Identifier: Apache-2.0 */
/* The schema for editors and the reader must agree on what a form document is. */
#include <libxml/xmlschemas.h>

#include "tests/support/cases.h"
#include "tests/xml/form_dump.h"

static xmlSchemaPtr schema;

static void load_schema(void) {
    const xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt("xml/form.xsd");

    schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
}

static void ignore_error(void *context, xmlErrorPtr error) {
    (void)context, (void)error;
}

static bool schema_accepts(fuhe_text bytes) {
    const xmlDocPtr document = xmlReadMemory(bytes.bytes, (int)bytes.length, NULL, NULL, XML_PARSE_NONET);
    const xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(schema);

    assert_non_null(document);
    assert_non_null(validator);
    xmlSchemaSetValidStructuredErrors(validator, ignore_error, NULL);
    const int outcome = xmlSchemaValidateDoc(validator, document);
    xmlSchemaFreeValidCtxt(validator);
    xmlFreeDoc(document);
    return outcome == 0;
}

/* No error and nothing odd: the last lines of a dump tell. */
static bool reader_accepts(fuhe_text bytes) {
    static const char *const complaints[] = {"\nunknown-", "\nrepeated-", "\nstray-", "error "};
    struct fuhe_form_reader *reader = fuhe_form_reader_new();
    struct dump dump = {0};
    bool accepts = dump_read(&dump, reader, bytes, 0) == FUHE_STATUS_OK;

    for (size_t i = 0; i < sizeof complaints / sizeof complaints[0]; i++) {
        accepts = accepts && strstr(dump.text, complaints[i]) == NULL;
    }
    fuhe_form_reader_free(reader);
    free(dump.text);
    return accepts;
}

struct schema_case {
    const char *name;
    const char *document;
    bool accepted; /* by both */
};

#define NS " xmlns='urn:fuhe:form:1'"
#define P "<project/>"

static const struct schema_case schema_cases[] = {
    {"a project is enough", "<form" NS ">" P "</form>", true},
    {"any order", "<form" NS "><total/><goal><achieved/><expected/></goal>" P "</form>", true},
    {"any order in an indicator",
     "<form" NS "><indicators><indicator><reviewed/><reason/><target/></indicator></indicators>" P "</form>", true},
    {"a statement before", "<forms" NS "><statement/><form>" P "</form></forms>", true},
    {"a statement between", "<forms" NS "><form>" P "</form><statement/><form>" P "</form></forms>", true},
    {"a statement behind", "<forms" NS "><form>" P "</form><statement/></forms>", true},
    {"two statements", "<forms" NS "><statement/><form>" P "</form><statement/></forms>", false},
    {"an unknown element", "<form" NS ">" P "<colour/></form>", false},
    {"an unknown attribute", "<form" NS " colour='red'>" P "</form>", false},
    {"doubts", "<form" NS "><doubts><doubt value='a' why='b' at='c' text='d'/><doubt/></doubts>" P "</form>", true},
    {"doubts twice", "<form" NS ">" P "<doubts/><doubts/></form>", false},
    {"a doubt without its list", "<form" NS ">" P "<doubt/></form>", false},
    {"two totals", "<form" NS ">" P "<total/><total/></form>", false},
    {"stray text", "<form" NS ">" P "100</form>", false},
    {"an element inside a text", "<form" NS "><project><b/></project></form>", false},
    {"another namespace", "<form xmlns='urn:fuhe:form:2'><project/></form>", false},
    {"another root", "<funds" NS "/>", false},
};

static void both_judge_alike(void **state) {
    const struct schema_case *row = *state;
    const fuhe_text bytes = fuhe_text_of(row->document);

    assert_int_equal(schema_accepts(bytes), row->accepted);
    assert_int_equal(reader_accepts(bytes), row->accepted);
}

static const struct {
    const char *name;
} file_cases[] = {
    {"tests/forms/yanbian-2024/department.xml"},
    {"tests/forms/yanbian-2024/hotline-operation.xml"},
    {"tests/xml/documents/full.xml"},
    {"tests/xml/documents/nasty.xml"},
    {"tests/xml/documents/statement-last.xml"},
};

static void both_accept_file(void **state) {
    const char *const *name = *state;
    const fuhe_text bytes = dump_load(*name);

    assert_true(schema_accepts(bytes));
    assert_true(reader_accepts(bytes));
    free((void *)(uintptr_t)bytes.bytes);
}

int main(void) {
    load_schema();
    const int failures = schema == NULL ? 1
                                        : RUN_CASES("documents", schema_cases, both_judge_alike) +
                                              RUN_CASES("files", file_cases, both_accept_file);
    xmlSchemaFree(schema);
    return failures;
}
