/* SPDX-License-Identifier: Apache-2.0 */
#include "fill/tick.h"
#include "tests/support/cases.h"

struct tick_case {
    const char *name;
    const char *text;
    const char *grade;
    const char *expected; /* NULL: it cannot be ticked */
};

static const struct tick_case tick_cases[] = {
    {"brackets of full width", "（）优秀 （）良好 （）一般 （）较差", "良好", "（）优秀 （√）良好 （）一般 （）较差"},
    {"the first of them", "（）优秀 （）良好", "优秀", "（√）优秀 （）良好"},
    {"brackets with a blank", "( )优秀 ( )良好", "良好", "( )优秀 (√)良好"},
    {"with a wide blank", "（　）优秀（　）良好", "良好", "（　）优秀（√）良好"},
    {"a blank in front of the grade", "( ) 优秀 ( ) 良好", "优秀", "(√) 优秀 ( ) 良好"},
    {"square brackets", "[ ]优秀 [ ]良好", "优秀", "[√]优秀 [ ]良好"},
    {"squares", "□优秀 □良好", "良好", "□优秀 ☑良好"},
    {"ballot boxes", "☐优秀 ☐良好", "优秀", "☑优秀 ☐良好"},
    {"circles", "○优秀 ○良好", "优秀", "●优秀 ○良好"},
    {"boxes behind their grades", "优秀（ ）良好（ ）", "良好", "优秀（ ）良好（√）"},
    {"squares behind them", "优秀□ 良好□", "优秀", "优秀☑ 良好□"},
    {"short words", "（）优（）良（）中（）差", "一般", "（）优（）良（√）中（）差"},
    {"a label in front", "复核档次：□优秀 □良好", "优秀", "复核档次：☑优秀 □良好"},
    {"a label in front of boxes behind", "复核档次：优秀□ 良好□ 一般□", "良好", "复核档次：优秀□ 良好☑ 一般□"},
    {"the first of them behind a label", "复核档次（打√）：优（ ）良（ ）", "优秀", "复核档次（打√）：优（√）良（ ）"},
    {"numbers in front of the grades", "1.优秀□ 2.良好□", "良好", "1.优秀□ 2.良好☑"},
    {"a label with a word of a grade", "偏差评优档次：□优秀 □良好", "优秀", "偏差评优档次：☑优秀 □良好"},
    {"no box", "优秀 良好 一般 较差", "良好", NULL},
    {"no such grade", "（）合格 （）不合格", "优秀", NULL},
    {"brackets that hold something", "（90分）优秀 （80分）良好", "优秀", NULL},
    {"no text", "", "优秀", NULL},
    {"no grade", "（）优秀", "", NULL},
};

static void ticks(void **state) {
    const struct tick_case *row = *state;
    const fuhe_text text = fuhe_text_of(row->text);
    struct fuhe_tick tick;
    char ticked[200];

    const bool found = fuhe_tick_find(text, fuhe_text_of(row->grade), &tick);
    assert_int_equal(found, row->expected != NULL);
    if (found) {
        const fuhe_text got = fuhe_tick_set(text, &tick, ticked);
        assert_true(got.length <= text.length + FUHE_TICK_SIZE);
        assert_int_equal(got.length, strlen(row->expected));
        assert_memory_equal(got.bytes, row->expected, got.length);
    }
}

int main(void) {
    return RUN_CASES("tick", tick_cases, ticks);
}
