/* SPDX-License-Identifier: Apache-2.0 */
/* Finding forms in bytes without parsing: heads, ends, and forms one by one, also where the bytes are broken. */
#include "batch/markup.h"
#include "tests/support/cases.h"

#include <stdlib.h>
#include <string.h>

struct head_case {
    const char *name;
    const char *document;
    const char *head; /* NULL when there is none */
};

static const struct head_case head_cases[] = {
    {"plain", "<forms><form/>", "<forms>"},
    {"behind declaration and comment", "<?xml version='1.0'?>\n<!-- <forms a='no'> -->\n<forms b='1'>",
     "<forms b='1'>"},
    {"with '>' in a value", "<forms a='>' b=\">\">", "<forms a='>' b=\">\">"},
    {"over lines", "<forms\n a='1'\n>", "<forms\n a='1'\n>"},
    {"one form alone", "<form><project/></form>", NULL},
    {"another root", "<formsheet>", NULL},
    {"closed at once", "<forms/>", NULL},
    {"not ended", "<forms a='>", NULL},
    {"a prefix", "<f:forms xmlns:f='x'>", NULL},
    {"a DOCTYPE first", "<!DOCTYPE forms><forms>", NULL},
    {"comment not ended", "<!-- <forms>", NULL},
    {"nothing", "", NULL},
};

static void finds_head(void **state) {
    const struct head_case *row = *state;
    fuhe_text head = {NULL, 0};

    assert_int_equal(fuhe_markup_find_head(fuhe_text_of(row->document), &head), row->head != NULL);
    assert_int_equal(head.length, row->head == NULL ? 0 : strlen(row->head));
    assert_memory_equal(head.bytes == NULL ? "" : head.bytes, row->head == NULL ? "" : row->head, head.length);
}

struct whole_case {
    const char *name;
    const char *bytes;
    size_t end;
    size_t forms;
    size_t lines;
};

#define FILLER "0123456789012345678901234567890123456789\n0123456789012345678901234567890123456789\n"

static const struct whole_case whole_cases[] = {
    {"none", "<form><project>", 0, 0, 0},
    {"one and a half", "<form></form>\n<form>", 13, 1, 0},
    {"two", "<form>\n</form>\n<form></form>", 28, 2, 2},
    {"not the end of the collection", "<form></form></forms>", 13, 1, 0},
    {"in a comment", "<form></form><!-- </form> --><form>", 13, 1, 0},
    {"in a comment that is not ended", "<form></form>\n<!-- </form>\n</form>", 13, 1, 0},
    {"behind a comment", "<!-- </form> --><form></form> ", 29, 1, 0},
    {"in CDATA", "<form><![CDATA[</form>]]></form>", 32, 1, 0},
    {"in an instruction", "<form></form><?x </form>?>", 13, 1, 0},
    {"far apart", FILLER "</form>" FILLER FILLER "</form>" FILLER, 3 * 82 + 14, 2, 6},
    {"empty", "", 0, 0, 0},
};

static void finds_whole_forms(void **state) {
    const struct whole_case *row = *state;
    size_t forms;
    size_t lines;

    assert_int_equal(fuhe_markup_whole_forms(fuhe_text_of(row->bytes), &forms, &lines), row->end);
    assert_int_equal(forms, row->forms);
    assert_int_equal(lines, row->lines);
}

/* Wherever a sign lies among blocks, it is seen, and nothing behind the end is. */
static void counts_anywhere(void **state) {
    enum { ROOM = 200 };

    (void)state;
    for (size_t offset = 0; offset < ROOM - 9; offset++) {
        char *bytes = malloc(ROOM);
        assert_non_null(bytes);
        memset(bytes, 'x', ROOM);
        memcpy(bytes + offset, "</form>\n<", 9);
        const struct fuhe_markup_count whole = fuhe_markup_count((fuhe_text){bytes, ROOM});
        const struct fuhe_markup_count cut = fuhe_markup_count((fuhe_text){bytes, offset + 6});
        bytes[offset + 9] = '?';
        const struct fuhe_markup_count special = fuhe_markup_count((fuhe_text){bytes, ROOM});
        free(bytes);
        assert_int_equal(whole.forms, 1);
        assert_int_equal(whole.lines, 1);
        assert_false(whole.special);
        assert_int_equal(cut.forms, 0);
        assert_true(special.special);
    }
}

struct next_case {
    const char *name;
    const char *bytes;
    const char *forms[4];
};

static const struct next_case next_cases[] = {
    {"two", "<form a='1'>x</form>\n<form>y</form></forms>", {"<form a='1'>x</form>", "<form>y</form>"}},
    {"empty ones", "<form/><form a='>'/>", {"<form/>", "<form a='>'/>"}},
    {"space in the end tag", "<form></form\n> ", {"<form></form\n>"}},
    {"no end tag", "<form>x<form>y</form>", {"<form>x", "<form>y</form>"}},
    {"no end tag at the end", "<form>x</forms>", {"<form>x"}},
    {"cut short", "<form>x", {"<form>x"}},
    {"tag not closed", "<form <form>y</form>", {"<form ", "<form>y</form>"}},
    {"between other things", "<statement/><!-- <form></form> --><form></form>", {"<form></form>"}},
    {"end tag in a comment", "<form><!-- </form> --></form>", {"<form><!-- </form> --></form>"}},
    {"comment not ended", "<form><!-- </form><form >y</form>", {"<form><!-- </form>", "<form >y</form>"}},
    {"comment over the next form",
     "<form><!-- </form><form > --></form>",
     {"<form><!-- </form>", "<form > --></form>"}},
    {"other names", "<forms><formula/></forms>", {NULL}},
};

static void finds_next_forms(void **state) {
    const struct next_case *row = *state;
    const fuhe_text bytes = fuhe_text_of(row->bytes);
    size_t offset = 0;
    fuhe_text form;

    for (size_t i = 0; row->forms[i] != NULL; i++) {
        assert_true(fuhe_markup_next_form(bytes, &offset, &form));
        assert_int_equal(form.length, strlen(row->forms[i]));
        assert_memory_equal(form.bytes, row->forms[i], form.length);
    }
    assert_false(fuhe_markup_next_form(bytes, &offset, &form));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(counts_anywhere)};

    return RUN_CASES("head", head_cases, finds_head) + RUN_CASES("whole forms", whole_cases, finds_whole_forms) +
           RUN_CASES("next form", next_cases, finds_next_forms) + cmocka_run_group_tests(tests, NULL, NULL);
}
