/* SPDX-License-Identifier: Apache-2.0 */
/* Changes are kept as they come and sorted when they are made. */
#include "fill/splice.h"

#include <stdlib.h>

enum fuhe_status fuhe_splices_add(struct fuhe_splices *splices, size_t begin, size_t end, fuhe_text text) {
    void *items = splices->items;
    struct fuhe_splice splice = {begin, end, {NULL, 0}, splices->count};

    FUHE_TRY(fuhe_arena_copy(splices->arena, text, &splice.text));
    FUHE_TRY(fuhe_arena_grow(splices->arena, &items, splices->count, &splices->capacity, sizeof splice));
    splices->items = items;
    splices->items[splices->count++] = splice;
    return FUHE_STATUS_OK;
}

static int compare(const void *left, const void *right) {
    const struct fuhe_splice *one = left;
    const struct fuhe_splice *other = right;

    if (one->begin != other->begin) {
        return one->begin < other->begin ? -1 : 1;
    }
    if (one->end != other->end) {
        return one->end < other->end ? -1 : 1;
    }
    return one->number < other->number ? -1 : 1;
}

bool fuhe_splices_apply(struct fuhe_splices *splices, fuhe_text text, struct fuhe_text_builder *builder) {
    size_t at = 0;

    if (splices->count > 0) {
        qsort(splices->items, splices->count, sizeof *splices->items, compare);
    }
    for (size_t i = 0; i < splices->count; i++) {
        const struct fuhe_splice *splice = &splices->items[i];
        if (splice->begin < at || splice->end < splice->begin || splice->end > text.length) {
            return false;
        }
        fuhe_text_builder_add(builder, (fuhe_text){text.bytes + at, splice->begin - at});
        fuhe_text_builder_add(builder, splice->text);
        at = splice->end;
    }
    fuhe_text_builder_add(builder, fuhe_text_from(text, at));
    return true;
}
