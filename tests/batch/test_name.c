/* SPDX-License-Identifier: Apache-2.0 */
/* Names as shown, and names of archives in older encodings. */
#include "batch/name.h"
#include "tests/support/cases.h"
#include "xml/legacy_name.h"

#include <string.h>

struct shown_case {
    const char *name;
    const char *bytes;
    const char *shown;
};

static const struct shown_case shown_cases[] = {
    {"plain", "a b.xml", "a b.xml"},
    {"Chinese", "自评表.xml", "自评表.xml"},
    {"a backslash stays when nothing is escaped", "a\\n.xml", "a\\n.xml"},
    {"a line end", "a\nb", "a\\nb"},
    {"a backslash is doubled when something is", "a\\\n", "a\\\\\\n"},
    {"other controls", "\t\r\x1b\x7f", "\\t\\r\\x1B\\x7F"},
    {"a byte that is no UTF-8", "表\xFF.xml", "表\\xFF.xml"},
    {"a character cut short", "a\xE8\xA1", "a\\xE8\\xA1"},
    {"empty", "", ""},
};

static void shows_name(void **state) {
    const struct shown_case *row = *state;
    char shown[256];

    assert_int_equal(fuhe_name_show(fuhe_text_of(row->bytes), shown), strlen(row->shown));
    assert_string_equal(shown, row->shown);
}

static void finds_name(void **state) {
    const struct shown_case *row = *state;
    const bool is_plain = strcmp(row->bytes, row->shown) == 0;
    char name[256];
    char shown[256];

    const size_t length = fuhe_name_unshow(fuhe_text_of(row->shown), name);
    assert_int_equal(length, strlen(name));
    assert_true(is_plain || strcmp(name, row->bytes) == 0);
    (void)fuhe_name_show(fuhe_text_of(name), shown);
    assert_string_equal(shown, row->shown);
}

struct legacy_case {
    const char *name;
    const char *bytes;
    const char *utf8; /* NULL when it cannot be told */
};

static const struct legacy_case legacy_cases[] = {
    {"UTF-8", "表.xml", "表.xml"},
    {"GBK", "\xB1\xED.xml", "表.xml"},
    {"neither", "\xFF\xFF.xml", NULL},
    {"too long", "0123456789012345678901234567890123456789", NULL},
};

static void converts_legacy_name(void **state) {
    const struct legacy_case *row = *state;
    char utf8[32];

    assert_int_equal(fuhe_legacy_name_convert(row->bytes, utf8, sizeof utf8), row->utf8 != NULL);
    if (row->utf8 != NULL) {
        assert_string_equal(utf8, row->utf8);
    }
}

/* --- left behind ------------------------------------------------------------------------------------------------- */

struct left_case {
    const char *name;
    bool left;
};

static const struct left_case left_cases[] = {
    {"自评表.docx", false}, {"~$自评表.docx", true}, {".~自评表.docx", true},
    {".DS_Store", true},    {"Thumbs.db", true},     {"thumbs.db", true},
    {"desktop.ini", true},  {"~自评表.docx", false}, {"Thumbs.db.xml", false},
};

static void test_left_behind(void **state) {
    const struct left_case *left = *state;

    assert_int_equal(fuhe_name_is_left_behind(left->name), left->left);
}

int main(void) {
    return RUN_CASES("shown", shown_cases, shows_name) + RUN_CASES("found", shown_cases, finds_name) +
           RUN_CASES("legacy", legacy_cases, converts_legacy_name) +
           RUN_CASES("left behind", left_cases, test_left_behind);
}
