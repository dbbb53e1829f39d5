/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that runs out while rules are guessed and a draft of them is written. */
#include "infer/draft.h"
#include "infer/inference_write.h"
#include "tests/support/cases.h"
#include "tests/support/failing_memory.h"
#include "tests/support/form_builder.h"
#include "tests/support/plain_pack.h"

static enum fuhe_status take_nothing(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    (void)context;
    (void)bytes;
    (void)length;
    (void)err;
    return FUHE_STATUS_OK;
}

/* Forms whose execution scores lie on bands that the base does not have. */
static enum fuhe_status observe(struct fuhe_observations *observations, struct fuhe_arena *scratch) {
    static const char *const executed[][2] = {{"90", "8"}, {"85", "8"}, {"40", "3"}, {"100", "10"}};
    static struct form_builder builder;

    for (size_t i = 0; i < sizeof executed / sizeof executed[0]; i++) {
        form_builder_init(&builder);
        for (size_t fund = 0; fund < builder.form.fund_count; fund++) {
            builder.funds[fund].budget.text = FUHE_TEXT("100");
            builder.funds[fund].executed.text = fuhe_text_of(executed[i][0]);
            builder.funds[fund].score.text = fuhe_text_of(executed[i][1]);
            builder.funds[fund].score.state = FUHE_CELL_TEXT;
        }
        FUHE_TRY(fuhe_observations_add(observations, &builder.form, FUHE_TEXT("forms.xml"), scratch));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status infer_and_write(struct fuhe_arena *arena, struct fuhe_arena *scratch) {
    static struct fuhe_output output;
    struct fuhe_observations observations;
    struct fuhe_inference inference;
    struct fuhe_draft draft;
    struct fuhe_pack base;
    struct fuhe_error err = {0};

    plain_pack_init(&base);
    fuhe_output_init(&output, take_nothing, NULL);
    fuhe_observations_init(&observations, &base, arena);
    FUHE_TRY(observe(&observations, scratch));
    FUHE_TRY(fuhe_infer(&observations, arena, &inference));
    assert_int_equal(inference.execution.state, FUHE_EXECUTION_PROPOSED);
    FUHE_TRY(fuhe_draft_make(&inference, FUHE_TEXT("draft"), arena, &draft));
    assert_true(draft.rules[FUHE_RULE_EXECUTION]);
    fuhe_inference_write_text(&inference, &output);
    FUHE_TRY(output.status);
    return fuhe_draft_write(&draft, &base, &output, &err);
}

static enum fuhe_status work(const void *context) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_arena *scratch = fuhe_arena_new();
    enum fuhe_status status = FUHE_STATUS_NO_MEMORY;

    (void)context;
    if (arena != NULL && scratch != NULL) {
        status = infer_and_write(arena, scratch);
    }
    fuhe_arena_free(arena);
    fuhe_arena_free(scratch);
    return status;
}

static void every_allocation_may_fail(void **state) {
    (void)state;
    assert_in_range(failing_memory_exhaust(work, NULL), 5, 1000);
}

int main(void) {
    static const struct CMUnitTest tests[] = {cmocka_unit_test(every_allocation_may_fail)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
