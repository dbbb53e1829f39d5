/* SPDX-License-Identifier: Apache-2.0 */
#include "doors/html_tags.h"
#include "tests/support/cases.h"

struct tags_case {
    const char *name;
    const char *page;
    size_t expected;
};

static const struct tags_case tags_cases[] = {
    {"none", "text < text", 0},
    {"no attributes", "<p>a</p><br/>", 0},
    {"one of each kind", "<td a b=1 c='x y' d=\"<e f>\" />", 4},
    {"the most", "<p a><p a b c><p a b>", 3},
    {"blanks around the sign", "<p a = 1 b\n=\n'2 3'>", 2},
    {"not closed", "<p a b", 2},
    {"a value that is not closed", "<p a='b c d", 1},
    {"a name that is a quotation mark", "<p \" \" \">", 3},
    {"closing tags", "</p a b c>", 0},
    {"comments", "<!-- <p a b c> --><p a>", 1},
    {"a comment that is not closed", "<!-- <p a b c>", 0},
    {"scripts", "<script>if (a<b c d e f)</script><p a>", 1},
    {"styles", "<STYLE a=1><b c d e</STYLE><p>", 1},
    {"almost a script", "<scripture><p a b></scripture>", 2},
    {"the end", "<p a=", 1},
    {"only the beginning", "<", 0},
};

static void attributes_are_counted(void **state) {
    const struct tags_case *row = *state;

    assert_int_equal(fuhe_html_attributes_max(fuhe_text_of(row->page)), row->expected);
}

int main(void) {
    return RUN_CASES("attributes", tags_cases, attributes_are_counted);
}
