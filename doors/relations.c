/* SPDX-License-Identifier: Apache-2.0 */
/* Relationships of parts. Their targets are names within the package: steps upwards end at its root. */
#include "doors/part.h"

#include <stdio.h>
#include <string.h>

/* Adds the steps of a path to a name; false when it does not fit. */
static bool add_steps(char *name, fuhe_text path) {
    size_t length = strlen(name);

    for (size_t at = 0; at <= path.length;) {
        size_t end = at;
        while (end < path.length && path.bytes[end] != '/') {
            end++;
        }
        const fuhe_text step = {path.bytes + at, end - at};
        at = end + 1;
        if (fuhe_text_equals(step, FUHE_TEXT(".."))) {
            const char *slash = strrchr(name, '/');
            length = slash == NULL ? 0 : (size_t)(slash - name);
        } else if (step.length > 0 && !fuhe_text_equals(step, FUHE_TEXT("."))) {
            if (length + step.length + 2 > FUHE_PACKAGE_NAME_SIZE) {
                return false;
            }
            length += (size_t)snprintf(name + length, FUHE_PACKAGE_NAME_SIZE - length, "%s%.*s", length > 0 ? "/" : "",
                                       (int)step.length, step.bytes);
        }
        name[length] = '\0';
    }
    return true;
}

static fuhe_text folder_of(const char *part) {
    const char *slash = strrchr(part, '/');

    return (fuhe_text){part, slash == NULL ? 0 : (size_t)(slash - part)};
}

static fuhe_text last_step(fuhe_text name) {
    size_t at = name.length;

    while (at > 0 && name.bytes[at - 1] != '/') {
        at--;
    }
    return fuhe_text_from(name, at);
}

static enum fuhe_status add(struct fuhe_relations *relations, const struct fuhe_tag *tag, const char *target) {
    void *items = relations->items;
    struct fuhe_relation relation;
    fuhe_text copy;

    FUHE_TRY(fuhe_arena_grow(relations->arena, &items, relations->count, &relations->capacity, sizeof relation));
    relations->items = items;
    FUHE_TRY(fuhe_arena_copy(relations->arena, fuhe_tag_attribute(tag, "Id"), &relation.id));
    FUHE_TRY(fuhe_arena_copy(relations->arena, last_step(fuhe_tag_attribute(tag, "Type")), &relation.type));
    FUHE_TRY(fuhe_arena_copy(relations->arena, fuhe_text_of(target), &copy));
    relation.target = copy.bytes;
    relations->items[relations->count++] = relation;
    return FUHE_STATUS_OK;
}

static enum fuhe_status begin_element(void *context, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct fuhe_relations *relations = context;
    const fuhe_text target = fuhe_tag_attribute(tag, "Target");
    char name[FUHE_PACKAGE_NAME_SIZE] = "";

    if (strcmp(tag->name, "Relationship") != 0 || target.length == 0 ||
        fuhe_text_equals(fuhe_tag_attribute(tag, "TargetMode"), FUHE_TEXT("External"))) {
        return FUHE_STATUS_OK;
    }
    if (target.bytes[0] != '/' && !add_steps(name, folder_of(relations->base))) {
        return FUHE_STATUS_OK;
    }
    if (!add_steps(name, target)) {
        return FUHE_STATUS_OK; /* no part has such a name */
    }
    if (relations->count == FUHE_PACKAGE_PARTS_MAX) {
        return fuhe_package_complain(err, relations->base, "it has too many relationships");
    }
    return add(relations, tag, name) == FUHE_STATUS_OK
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_relations_read(struct fuhe_package *package, const char *part, struct fuhe_arena *arena,
                                     struct fuhe_relations *relations, struct fuhe_error *err) {
    const struct fuhe_part_events events = {.begin = begin_element};
    const fuhe_text folder = folder_of(part);
    char name[FUHE_PACKAGE_NAME_SIZE];
    const int size = snprintf(name, sizeof name, "%.*s%s_rels/%s.rels", (int)folder.length, folder.bytes,
                              folder.length > 0 ? "/" : "", part + folder.length + (folder.length > 0));

    *relations = (struct fuhe_relations){.arena = arena, .base = part};
    if (size < 0 || (size_t)size >= sizeof name || !fuhe_package_has(package, name)) {
        return FUHE_STATUS_OK;
    }
    return fuhe_part_read(package, name, &events, relations, err);
}

const struct fuhe_relation *fuhe_relations_by_id(const struct fuhe_relations *relations, fuhe_text id) {
    for (size_t i = 0; i < relations->count; i++) {
        if (fuhe_text_equals(relations->items[i].id, id)) {
            return &relations->items[i];
        }
    }
    return NULL;
}

const struct fuhe_relation *fuhe_relations_by_type(const struct fuhe_relations *relations, const char *type) {
    for (size_t i = 0; i < relations->count; i++) {
        if (fuhe_text_equals(relations->items[i].type, fuhe_text_of(type))) {
            return &relations->items[i];
        }
    }
    return NULL;
}
