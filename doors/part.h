/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_PART_H
#define FUHE_DOORS_PART_H

#include "engine/arena.h"
#include "doors/package.h"

/* A part of a package as a stream of XML events. Names are without prefix. No document type, no entities but those of
 * XML itself, nothing is fetched. */
struct fuhe_tag {
    const char *name;
    const unsigned char **attributes; /* as libxml2 has them: five pointers each */
    int attribute_count;
};

/* bytes is NULL when the tag has no such attribute. Valid while the tag is. */
fuhe_text fuhe_tag_attribute(const struct fuhe_tag *tag, const char *name);

/* An attribute as a whole number, at most `limit`; `otherwise` when there is none or it is no number. */
uint32_t fuhe_tag_number(const struct fuhe_tag *tag, const char *name, uint32_t otherwise, uint32_t limit);

/* Whether an element switches something on: it does unless its attribute "val" says no. */
bool fuhe_tag_is_on(const struct fuhe_tag *tag);

/* Digits as a whole number, at most `limit`; `otherwise` when it is none. */
uint32_t fuhe_text_to_whole(fuhe_text text, uint32_t otherwise, uint32_t limit);

/* Whether a name is one of these, ended by NULL. */
bool fuhe_name_is(const char *name, const char *const *names);

/* What is done with the events; what they return beside OK ends the reading. end and text may be NULL. */
struct fuhe_part_events {
    enum fuhe_status (*begin)(void *context, const struct fuhe_tag *tag, struct fuhe_error *err);
    enum fuhe_status (*end)(void *context, const char *name, struct fuhe_error *err);
    enum fuhe_status (*text)(void *context, fuhe_text text, struct fuhe_error *err);
};

FUHE_MUST_USE enum fuhe_status fuhe_part_read(struct fuhe_package *package, const char *name,
                                              const struct fuhe_part_events *events, void *context,
                                              struct fuhe_error *err);

/* --- relationships ------------------------------------------------------------------------------------------------ */

/* Where a part points to another one within the package; what points out of it is left out and never followed. */
struct fuhe_relation {
    fuhe_text id;
    fuhe_text type;     /* the last step of its name: "worksheet" */
    const char *target; /* name of a part */
};

struct fuhe_relations {
    struct fuhe_relation *items;
    size_t count;
    size_t capacity;
    struct fuhe_arena *arena;
    const char *base; /* of the part that they belong to */
};

/* Those of a part, "" for the package. None when it has no such part. */
FUHE_MUST_USE enum fuhe_status fuhe_relations_read(struct fuhe_package *package, const char *part,
                                                   struct fuhe_arena *arena, struct fuhe_relations *relations,
                                                   struct fuhe_error *err);

/* NULL when there is none. */
const struct fuhe_relation *fuhe_relations_by_id(const struct fuhe_relations *relations, fuhe_text id);
const struct fuhe_relation *fuhe_relations_by_type(const struct fuhe_relations *relations, const char *type);

#endif
