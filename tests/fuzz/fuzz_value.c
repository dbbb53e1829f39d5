/* SPDX-License-Identifier: Apache-2.0 */
/* The first line of the bytes is a cell, the others operator and unit. Whatever they hold, the reading is consistent.
 */
#include <stdint.h>
#include <stdlib.h>

#include "engine/value.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static struct fuhe_cell take_line(fuhe_text *rest) {
    const size_t end = fuhe_text_find(*rest, FUHE_TEXT("\n"));
    const fuhe_text line = fuhe_text_trim((fuhe_text){rest->bytes, end});

    *rest = fuhe_text_from(*rest, end < rest->length ? end + 1 : end);
    return (struct fuhe_cell){.text = line, .state = line.length == 0 ? FUHE_CELL_BLANK : FUHE_CELL_TEXT};
}

/* Only a number or a rank has a number, and half a step never passes it by more than a step. */
static void check_value(const struct fuhe_value *value) {
    const bool numeric = value->kind == FUHE_VALUE_NUMBER || value->kind == FUHE_VALUE_RANK;

    require(numeric || value->number.scaled == 0);
    require(numeric || value->unit.length == 0);
    require(value->half_step.scaled >= 0 && value->scale >= 1);
    require(value->kind != FUHE_VALUE_RANK || value->number.scaled > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    fuhe_text rest = {(const char *)bytes, size};
    const struct fuhe_cell target = take_line(&rest);
    const struct fuhe_cell relation = take_line(&rest);
    const struct fuhe_cell unit = take_line(&rest);
    const struct fuhe_value value = fuhe_value_read_target(&target, &relation, &unit);
    struct fuhe_value adopted = fuhe_value_read(&unit);
    const struct fuhe_value figure = fuhe_value_read_figure(&target, fuhe_value_money_scale(&unit));

    check_value(&value);
    check_value(&figure);
    (void)fuhe_value_adopt_unit(&adopted, &value);
    check_value(&adopted);
    require(fuhe_value_comparable(&adopted, &value) == fuhe_value_comparable(&value, &adopted));
    return 0;
}
