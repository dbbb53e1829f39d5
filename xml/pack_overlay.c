/* SPDX-License-Identifier: Apache-2.0 */
/* An overlay is read over a copy of its base's rules: what the document gives replaces what was there. */
#include "xml/pack_overlay.h"

#include <stdio.h>
#include <string.h>

#include "engine/pack_rule.h"
#include "xml/pack_value.h"

static const struct fuhe_place nowhere = {0};

void fuhe_pack_inherit(struct fuhe_pack *pack, const struct fuhe_pack *base) {
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        fuhe_pack_take_rule(pack, base, (enum fuhe_rule)rule);
        pack->citations[rule].why = (struct fuhe_bilingual){{NULL, 0}, {NULL, 0}};
    }
    memcpy(pack->severities, base->severities, sizeof pack->severities);
    pack->needs_cost = base->needs_cost;
    pack->base = base;
}

void fuhe_pack_begin_list(const struct fuhe_pack_element *element, char *parent) {
    const bool is_of_rule = fuhe_pack_elements[element->parent].fill == FUHE_PACK_FILLS_RULE;

    if (is_of_rule && element->fill == FUHE_PACK_FILLS_WORD) {
        memset(parent + element->offset, 0, sizeof(struct fuhe_text_list));
    }
    if (is_of_rule && element->fill == FUHE_PACK_FILLS_ITEM) {
        memset(parent + element->offset, 0, sizeof(void *));
        memset(parent + element->count, 0, sizeof(size_t));
    }
}

/* --- sources --- */

static const struct fuhe_source *find_among(const struct fuhe_source *sources, size_t count, fuhe_text id) {
    for (size_t i = 0; i < count; i++) {
        if (fuhe_text_equals(sources[i].id, id)) {
            return &sources[i];
        }
    }
    return NULL;
}

const struct fuhe_source *fuhe_pack_find_source(const struct fuhe_pack *pack, fuhe_text id) {
    const struct fuhe_source *own = find_among(pack->sources, pack->source_count, id);

    return own != NULL || pack->base == NULL ? own : find_among(pack->base->sources, pack->base->source_count, id);
}

static bool is_cited(const struct fuhe_pack *pack, fuhe_text id) {
    for (size_t rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        const struct fuhe_source *source = pack->citations[rule].source;
        if (source != NULL && fuhe_text_equals(source->id, id)) {
            return true;
        }
    }
    return false;
}

/* Own sources, those of the base that are cited, and every citation pointing among them. */
static enum fuhe_status join_sources(struct fuhe_pack *pack, struct fuhe_arena *arena, struct fuhe_error *err) {
    const struct fuhe_pack *base = pack->base;
    struct fuhe_source *sources =
        fuhe_arena_allocate(arena, pack->source_count + base->source_count + 1, sizeof *sources);
    size_t count = pack->source_count;

    if (sources == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    if (count > 0) {
        memcpy(sources, pack->sources, count * sizeof *sources);
    }
    for (size_t i = 0; i < base->source_count; i++) {
        if (is_cited(pack, base->sources[i].id)) {
            sources[count++] = base->sources[i];
        }
    }
    pack->sources = sources;
    pack->source_count = count;
    for (size_t rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        struct fuhe_citation *citation = &pack->citations[rule];
        citation->source = citation->source == NULL ? NULL : find_among(sources, count, citation->source->id);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_sources(const struct fuhe_pack *pack, struct fuhe_error *err) {
    char subject[128]; /* as much as an error keeps */

    for (size_t i = 0; i < pack->source_count; i++) {
        const fuhe_text id = pack->sources[i].id;
        (void)snprintf(subject, sizeof subject, "source %.*s", (int)(id.length < 100 ? id.length : 100), id.bytes);
        if (find_among(pack->base->sources, pack->base->source_count, id) != NULL) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_SOURCE, subject, id, NULL, nowhere);
        }
    }
    return FUHE_STATUS_OK;
}

/* --- proofs --- */

/* Points above a ceiling are those of number-less: where these change, the words for the ceiling do, too. */
static bool changes_by_number_less(const struct fuhe_pack *pack, enum fuhe_rule rule) {
    return rule == FUHE_RULE_COST && pack->categories[FUHE_CATEGORY_COST].method != FUHE_METHOD_PROPORTIONAL &&
           !fuhe_pack_same_rule(pack, pack->base, FUHE_RULE_NUMBER_LESS);
}

static bool changes(const struct fuhe_pack *pack, enum fuhe_rule rule) {
    return !fuhe_pack_same_rule(pack, pack->base, rule) || changes_by_number_less(pack, rule);
}

static enum fuhe_status check_changes(const struct fuhe_pack *pack, const bool *states, struct fuhe_error *err) {
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        if (states[rule] && !changes(pack, (enum fuhe_rule)rule)) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_SAME, fuhe_rule_name((enum fuhe_rule)rule), pack->base->id,
                                    NULL, nowhere);
        }
    }
    return FUHE_STATUS_OK;
}

/* What stands on a draft is no more certain than the draft; rules that are repealed are not in force by another name.
 */
static enum fuhe_status check_status(const struct fuhe_pack *pack, struct fuhe_error *err) {
    const enum fuhe_pack_status base = pack->base->status;
    const bool is_open = base == FUHE_PACK_IN_FORCE || base == FUHE_PACK_TRIAL;

    if (is_open || pack->status == FUHE_PACK_DRAFT || pack->status == base) {
        return FUHE_STATUS_OK;
    }
    return fuhe_pack_refuse(err, base == FUHE_PACK_DRAFT ? FUHE_PROBLEM_PACK_ON_DRAFT : FUHE_PROBLEM_PACK_ON_REPEALED,
                            "pack", pack->base->id, NULL, nowhere);
}

enum fuhe_status fuhe_pack_conclude_overlay(struct fuhe_pack *pack, const bool *states, struct fuhe_arena *arena,
                                            struct fuhe_error *err) {
    FUHE_TRY(check_status(pack, err));
    FUHE_TRY(check_sources(pack, err));
    FUHE_TRY(check_changes(pack, states, err));
    return join_sources(pack, arena, err);
}
