/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "report/memory_output.h"
#include "report/template.h"
#include "tests/support/cases.h"

struct template_case {
    const char *name;
    const char *sentence;
    bool fits;
    const char *expected;
};

static const struct template_case template_cases[] = {
    {"no place", "nothing to fill in", true, "nothing to fill in"},
    {"one place", "{row} differs", true, "办公经费 differs"},
    {"places in another order", "{score}：{row}", true, "0.92：办公经费"},
    {"a place twice", "{score}{score}", true, "0.920.92"},
    {"an unknown place", "{row} of {nothing}.", false, "办公经费 of ."},
    {"a brace that does not close", "{row} {score", true, "办公经费 {score"},
    {"empty", "", true, ""},
};

/* Knows row and score. */
static bool value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const char *text = fuhe_text_equals(name, FUHE_TEXT("row"))     ? "办公经费"
                       : fuhe_text_equals(name, FUHE_TEXT("score")) ? "0.92"
                                                                    : NULL;
    (void)context;
    if (output != NULL && text != NULL) {
        fuhe_output_string(output, text);
    }
    return text != NULL;
}

static void is_filled_in(void **state) {
    const struct template_case *row = *state;
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    assert_non_null(memory);
    assert_int_equal(fuhe_template_fits(row->sentence, value, NULL), row->fits);
    fuhe_template_write(&memory->output, row->sentence, value, NULL);
    const fuhe_text text = fuhe_memory_output_text(memory);
    assert_int_equal(text.length, strlen(row->expected));
    assert_memory_equal(text.bytes, row->expected, text.length);
    fuhe_memory_output_free(memory);
}

int main(void) {
    return RUN_CASES("template", template_cases, is_filled_in);
}
