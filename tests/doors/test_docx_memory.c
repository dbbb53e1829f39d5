/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that runs out while a document of Word is read. */
#include <stdlib.h>

#include "doors/door.h"
#include "tests/support/archive.h"
#include "tests/support/cases.h"
#include "tests/support/failing_memory.h"

#define CELL(properties, text) "<tc><tcPr>" properties "</tcPr><p><r><t>" text "</t></r></p></tc>"
#define TOP                                                                                                            \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"                             \
    "<Relationship Id='a' Type='/officeDocument' Target='b'/></Relationships>"
#define DOCUMENT                                                                                                       \
    "<document><p><r><t>a</t></r></p><tbl><tblGrid><gridCol w='900'/><gridCol w='20'/></tblGrid><tr>" CELL(            \
        "<gridSpan val='20'/><vMerge val='restart'/>", "b") "</tr><tr>" CELL("<gridSpan val='20'/><vMerge/>", "")      \
        CELL("", "c") "<tc><tbl><tr>" CELL("", "d") "</tr></tbl></tc></tr><tr>" CELL("", "e")                          \
            CELL("", "in a gap") "</tr></tbl></document>"

static enum fuhe_status read(const void *context) {
    const fuhe_text *bytes = context;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_door_document document;
    struct fuhe_error err = {0};

    if (arena == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    fuhe_door_document_begin(&document, arena);
    const enum fuhe_status status = fuhe_door_docx.read(*bytes, &document, &err);
    assert_int_equal(err.problem, status == FUHE_STATUS_OK ? FUHE_PROBLEM_NONE : FUHE_PROBLEM_NO_MEMORY);
    assert_true(status != FUHE_STATUS_OK || document.block_count == 3);
    fuhe_arena_free(arena);
    return status;
}

static void every_allocation_may_fail(void **state) {
    static const char type[] = "wordprocessingml.document.main+xml";
    const struct archive_part parts[] = {{"[Content_Types].xml", {type, sizeof type - 1}},
                                         {"_rels/.rels", {TOP, sizeof TOP - 1}},
                                         {"b", {DOCUMENT, sizeof DOCUMENT - 1}}};
    const fuhe_text bytes = archive_make(parts, sizeof parts / sizeof parts[0]);

    (void)state;
    assert_in_range(failing_memory_exhaust(read, &bytes), 5, 100);
    free((void *)(uintptr_t)bytes.bytes);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation_may_fail)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
