/* SPDX-License-Identifier: Apache-2.0 */
/* Parts in memory: as they are, and with their changes made. */
#include "fill/parts.h"

static enum fuhe_status out_of_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status take_piece(void *context, fuhe_text piece, struct fuhe_error *err) {
    struct fuhe_text_builder *builder = context;

    fuhe_text_builder_add(builder, piece);
    return builder->failed ? out_of_memory(err) : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_parts_load(struct fuhe_parts *parts, const char *name, fuhe_text *content,
                                 struct fuhe_error *err) {
    struct fuhe_text_builder builder = {0};
    enum fuhe_status status = fuhe_package_read(parts->package, name, take_piece, &builder, err);

    if (status == FUHE_STATUS_OK &&
        fuhe_arena_copy(parts->arena, fuhe_text_builder_text(&builder), content) != FUHE_STATUS_OK) {
        status = out_of_memory(err);
    }
    fuhe_text_builder_release(&builder);
    return status;
}

static enum fuhe_status add(struct fuhe_parts *parts, const char *name, fuhe_text content) {
    void *items = parts->items;
    struct fuhe_new_part part = {.name = name};

    FUHE_TRY(fuhe_arena_copy(parts->arena, content, &part.content));
    FUHE_TRY(fuhe_arena_grow(parts->arena, &items, parts->count, &parts->capacity, sizeof part));
    parts->items = items;
    parts->items[parts->count++] = part;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_parts_add(struct fuhe_parts *parts, const char *name, fuhe_text content,
                                struct fuhe_splices *splices, struct fuhe_error *err) {
    struct fuhe_text_builder changed = {0};

    if (splices->count == 0) {
        return FUHE_STATUS_OK;
    }
    const bool good = fuhe_splices_apply(splices, content, &changed);
    enum fuhe_status status = changed.failed ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
    if (status == FUHE_STATUS_OK && good) {
        status = add(parts, name, fuhe_text_builder_text(&changed));
    }
    fuhe_text_builder_release(&changed);
    if (status != FUHE_STATUS_OK) {
        return out_of_memory(err);
    }
    return good ? FUHE_STATUS_OK : fuhe_package_complain(err, name, "its cells lie within one another");
}
