/* SPDX-License-Identifier: Apache-2.0 */
/* Lines that should stand in a file, held against those that do. */
#include "tests/support/cases.h"
#include "verify/lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct lines_case {
    const char *name;
    const char *derived;
    const char *found;
    const char *faults; /* "c3" line 3 was changed, "m" is missing, "a" was added */
    const char *until;
    const char *rest; /* what is left from there, with line numbers */
};

#define TEN "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"
#define FORTY TEN "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n" TEN "A\nB\nC\nD\nE\nF\nG\nH\nI\nJ\n"

static const struct lines_case cases[] = {
    {"nothing", "", "", "", NULL, ""},
    {"the same", TEN, TEN, "", NULL, ""},
    {"more than waits at a time", FORTY FORTY, FORTY FORTY, "", NULL, ""},
    {"one changed", "1\n2\n3\n", "1\nx\n3\n", "c2 ", NULL, ""},
    {"the first", "1\n2\n3\n", "x\n2\n3\n", "c1 ", NULL, ""},
    {"the last", "1\n2\n3\n", "1\n2\nx\n", "c3 ", NULL, ""},
    {"one missing", TEN, "1\n2\n4\n5\n6\n7\n8\n9\n10\n", "m3 ", NULL, ""},
    {"the last missing", "1\n2\n3\n", "1\n2\n", "m3 ", NULL, ""},
    {"all missing", "1\n2\n", "", "m1 m2 ", NULL, ""},
    {"one added", "1\n2\n3\n4\n", "1\n2\nx\n3\n4\n", "a3 ", NULL, ""},
    {"added behind", "1\n2\n", "1\n2\nx\ny\n", "a3 a4 ", NULL, ""},
    {"nothing was due", "", "x\n", "a1 ", NULL, ""},
    {"a line twice", "1\n2\n3\n", "1\n2\n2\n3\n", "a3 ", NULL, ""},
    {"changed and added", "1\n2\n3\n4\n5\n", "1\nx\ny\n3\n4\n5\n", "c2 a3 ", NULL, ""},
    {"changed and missing", "1\n2\n3\n4\n5\n", "1\nx\n4\n5\n", "c2 m3 ", NULL, ""},
    {"changed among lines that recur", "a\nb\na\nb\na\nb\n", "a\nb\nx\nb\na\nb\n", "c3 ", NULL, ""},
    {"far apart", FORTY FORTY,
     "x\n"
     "2\n3\n4\n5\n6\n7\n8\n9\n10\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\n" TEN "A\nB\nC\nD\nE\nF\nG\nH\nI\nJ\n" FORTY "y\n",
     "c1 a81 ", NULL, ""},
    {"none as it was", "1\n2\n3\n", "x\ny\nz\n", "c1 c2 c3 ", NULL, ""},
    {"more lost than is looked for", "0\n" FORTY "1\nend\n", "0\nend\n",
     "c2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12 m13 m14 m15 m16 m17 m18 m19 m20 m21 m22 m23 m24 m25 m26 m27 m28 m29 m30 m31 "
     "m32 m33 m34 m35 m36 m37 m38 m39 m40 m41 m42 m43 ",
     NULL, ""},
    {"a rest", "1\n2\n", "1\n2\n!3\nx\n", "", "!", "3!3 4x "},
    {"missing in front of a rest", "1\n2\n", "1\n!3\n", "m2 ", "!", "2!3 "},
    {"added in front of a rest", "1\n", "1\n2\n!3\n", "a2 ", "!", "3!3 "},
    {"nothing but a rest", "1\n", "!3\n", "m1 ", "!", "1!3 "},
};

static enum fuhe_status take(void *context, const struct fuhe_fault *fault) {
    char *told = context;
    const char letter = fault->kind == FUHE_FAULT_LINE_CHANGED ? 'c' : fault->kind == FUHE_FAULT_LINE_ADDED ? 'a' : 'm';

    assert_true(fuhe_text_equals(fault->file, FUHE_TEXT("table")));
    (void)sprintf(told + strlen(told), "%c%u ", letter, (unsigned)fault->line);
    return FUHE_STATUS_OK;
}

static void make_file(char *path, const char *text) {
    const int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, strlen(text)), strlen(text));
    (void)close(descriptor);
}

static void read_rest(struct fuhe_lines *lines, char *rest) {
    fuhe_text line;
    uint64_t number;

    rest[0] = '\0';
    while (fuhe_lines_next(lines, &line, &number)) {
        (void)sprintf(rest + strlen(rest), "%u%.*s ", (unsigned)number, (int)line.length, line.bytes);
    }
}

static void names_lines(void **state) {
    const struct lines_case *row = *state;
    char path[] = "fuhe-lines-XXXXXX";
    char told[1024] = "";
    char rest[1024];
    const struct fuhe_lines_request request = {path, "table", row->until, {take, told}};
    struct fuhe_lines_result result;
    struct fuhe_lines *lines;

    make_file(path, row->found);
    assert_int_equal(fuhe_lines_new(&request, &lines, NULL), FUHE_STATUS_OK);
    for (const char *byte = row->derived; *byte != '\0'; byte++) {
        fuhe_output_char(fuhe_lines_output(lines), *byte);
        if (*byte == '3') { /* a line may come in pieces */
            assert_int_equal(fuhe_output_flush(fuhe_lines_output(lines), NULL), FUHE_STATUS_OK);
        }
    }
    assert_int_equal(fuhe_lines_end(lines, &result, NULL), FUHE_STATUS_OK);
    read_rest(lines, rest);
    fuhe_lines_free(lines);
    (void)unlink(path);
    assert_string_equal(told, row->faults);
    assert_string_equal(rest, row->rest);
    assert_int_equal(result.same, row->faults[0] == '\0');
}

int main(void) {
    return RUN_CASES("lines", cases, names_lines);
}
