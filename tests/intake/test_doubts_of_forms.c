/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever the recogniser calls a value or a doubt, reports have words for it. */
#include <stdio.h>

#include "intake/intake.h"
#include "report/messages.h"
#include "tests/support/cases.h"

static void assert_is_word(const char *name) {
    assert_non_null(name);
    assert_true(name[0] != '\0');
    assert_null(strpbrk(name, " _ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
}

static void every_value_has_words(void **state) {
    (void)state;
    for (int role = 0; role < FUHE_ROLE_COUNT; role++) {
        assert_is_word(fuhe_role_name((enum fuhe_role)role));
        assert_non_null(fuhe_message_doubt_value(fuhe_text_of(fuhe_role_name((enum fuhe_role)role))));
    }
    assert_non_null(fuhe_message_doubt_value(FUHE_TEXT("row")));
    assert_null(fuhe_message_doubt_value(FUHE_TEXT("colour")));
}

static void every_reason_has_words(void **state) {
    (void)state;
    for (int why = 0; why < FUHE_WHY_COUNT; why++) {
        assert_is_word(fuhe_why_name((enum fuhe_reason_why)why));
        assert_non_null(fuhe_message_doubt_why(fuhe_text_of(fuhe_why_name((enum fuhe_reason_why)why))));
    }
    assert_null(fuhe_message_doubt_why(FUHE_TEXT("colour")));
}

/* --- doubts of a form --- */

static const char page[] = "<table><tr><td>项目名称</td><td>甲</td></tr>"
                           "<tr><td>三级指标</td><td>指标值</td><td>完成值</td><td>分值</td><td>得分</td></tr>"
                           "<tr><td>培训</td><td>10次</td><td>9次</td><td>%s</td><td>18</td></tr></table>";

static void long_texts_are_cut(void **state) {
    static char weight[1000];
    static char bytes[2000];
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_words *words = fuhe_words_new();
    struct fuhe_intake intake;

    (void)state;
    for (size_t i = 0; i + 3 < sizeof weight; i += 3) {
        memcpy(weight + i, "三", 3);
    }
    const int length = snprintf(bytes, sizeof bytes, page, weight);
    assert_int_equal(fuhe_intake_read((fuhe_text){bytes, (size_t)length}, words, arena, &intake, NULL), FUHE_STATUS_OK);
    assert_int_equal(intake.recognition.form_count, 1);
    const struct fuhe_form *form = &intake.recognition.forms[0]->form;
    assert_int_equal(form->doubt_count, 1);
    assert_true(fuhe_text_equals(form->doubts[0].value.text, FUHE_TEXT("weight")));
    assert_true(fuhe_text_equals(form->doubts[0].why.text, FUHE_TEXT("not-a-number")));
    assert_int_equal(form->doubts[0].text.text.length, 198);
    assert_int_equal(form->doubts[0].place.table, 1);
    assert_int_equal(form->doubts[0].place.line, 3);
    assert_int_equal(form->doubts[0].place.column, 4);
    assert_int_equal(form->doubts[0].at.state, FUHE_CELL_ABSENT);
    assert_int_equal(form->indicators[0].weight.place.table, 1);
    assert_int_equal(form->indicators[0].weight.place.column, 4);
    fuhe_words_free(words);
    fuhe_arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_value_has_words),
                                       cmocka_unit_test(every_reason_has_words), cmocka_unit_test(long_texts_are_cut)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
