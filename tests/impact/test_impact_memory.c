/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that runs out while forms are gathered: that is said, and all is given back. */
#include "impact/impact.h"

#include "tests/support/cases.h"
#include "tests/support/failing_memory.h"
#include "tests/support/form_builder.h"
#include "tests/support/plain_pack.h"

static struct fuhe_pack before;
static struct fuhe_pack after;
static struct form_builder builder;

static enum fuhe_status gather(const void *context) {
    const struct fuhe_impact_request request = {.before = &before, .after = &after, .keeps_parts = true};
    struct fuhe_impact *impact = fuhe_impact_new(&request);
    struct fuhe_arena *arena = fuhe_arena_new();
    enum fuhe_status status = impact == NULL || arena == NULL ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;

    (void)context;
    for (size_t i = 0; i < 40 && status == FUHE_STATUS_OK; i++) {
        status = fuhe_impact_add(impact, "a.xml", i, &builder.form, arena);
    }
    fuhe_impact_free(impact);
    fuhe_arena_free(arena);
    return status;
}

static void gathering_says_when_memory_is_out(void **state) {
    (void)state;
    form_builder_init(&builder);
    plain_pack_init(&before);
    after = before;
    after.categories[FUHE_CATEGORY_COST].method = FUHE_METHOD_CEILING;
    assert_true(failing_memory_exhaust(gather, NULL) > 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(gathering_says_when_memory_is_out)};

    return cmocka_run_group_tests_name("memory of an impact", tests, NULL, NULL);
}
