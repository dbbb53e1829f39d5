/* SPDX-License-Identifier: Apache-2.0 */
/* Writes rules by the table that they are read by (pack_vocabulary.c): what the reader fills is what is written. */
#include "xml/pack_writer.h"

#include <stdio.h>
#include <string.h>

#include "xml/pack_vocabulary.h"
#include "xml/xml_writer.h"

struct writing {
    const struct fuhe_overlay *overlay;
    struct fuhe_xml_writer *xml;
};

/* --- values ------------------------------------------------------------------------------------------------------ */

static size_t size_of(enum fuhe_pack_value_kind kind) {
    static const size_t sizes[] = {
        [FUHE_PACK_TEXT] = sizeof(fuhe_text),  [FUHE_PACK_NUMBER] = sizeof(fuhe_decimal),
        [FUHE_PACK_PLACES] = sizeof(unsigned), [FUHE_PACK_DATE] = sizeof(int32_t),
        [FUHE_PACK_YES_NO] = sizeof(bool),     [FUHE_PACK_CHOICE] = sizeof(int),
    };
    return sizes[kind];
}

static bool same_value(const struct fuhe_pack_value *value, const void *a, const void *b) {
    if (value->kind == FUHE_PACK_TEXT) {
        return fuhe_text_equals(*(const fuhe_text *)a, *(const fuhe_text *)b);
    }
    return memcmp(a, b, size_of(value->kind)) == 0;
}

static fuhe_text word_of(const struct fuhe_pack_choice_word *choices, int chosen) {
    while (choices->word != NULL && choices->value != chosen) {
        choices++;
    }
    return fuhe_text_of(choices->word);
}

/* A value as the document has it; room is for those that are no words. */
static fuhe_text text_of(const struct fuhe_pack_value *value, const void *at, char room[FUHE_DECIMAL_TEXT_SIZE]) {
    const int32_t *date = at;
    int chosen = 0;

    switch (value->kind) {
    case FUHE_PACK_TEXT:
        return *(const fuhe_text *)at;
    case FUHE_PACK_NUMBER:
        return (fuhe_text){room, fuhe_decimal_format(*(const fuhe_decimal *)at, 0, room)};
    case FUHE_PACK_PLACES:
        return (fuhe_text){room, (size_t)snprintf(room, FUHE_DECIMAL_TEXT_SIZE, "%u", *(const unsigned *)at)};
    case FUHE_PACK_DATE:
        (void)snprintf(room, FUHE_DECIMAL_TEXT_SIZE, "%04d-%02d-%02d", *date / 10000, *date / 100 % 100, *date % 100);
        return fuhe_text_of(room);
    case FUHE_PACK_YES_NO:
        return *(const bool *)at ? FUHE_TEXT("yes") : FUHE_TEXT("no");
    case FUHE_PACK_CHOICE:
        memcpy(&chosen, at, sizeof chosen);
        return word_of(value->choices, chosen);
    }
    return (fuhe_text){NULL, 0};
}

/* Writes the attributes of target, or those in which it differs from base when that is not NULL. */
static void write_values(struct fuhe_xml_writer *xml, const struct fuhe_pack_value *values, const void *target,
                         const void *base) {
    char room[FUHE_DECIMAL_TEXT_SIZE];

    for (; values->name != NULL; values++) {
        const char *at = (const char *)target + values->offset;
        if (base == NULL || !same_value(values, at, (const char *)base + values->offset)) {
            fuhe_xml_writer_attribute(xml, values->name, text_of(values, at, room));
        }
    }
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

static void write_words(struct fuhe_xml_writer *xml, const struct fuhe_text_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        fuhe_xml_writer_element(xml, "word", list->items[i]);
    }
}

static void write_items(struct fuhe_xml_writer *xml, const struct fuhe_pack_element *element, const void *items,
                        size_t count) {
    for (size_t i = 0; i < count; i++) {
        fuhe_xml_writer_open(xml, element->name);
        write_values(xml, element->values, (const char *)items + i * element->size, NULL);
        fuhe_xml_writer_close(xml);
    }
}

/* Lists are told apart by where they are: one that was not exchanged is the base's own. */
static void write_list(const struct writing *writing, const struct fuhe_pack_element *element) {
    const char *pack = (const char *)writing->overlay->pack + element->offset;
    const char *base = (const char *)writing->overlay->base + element->offset;
    const void *items;
    const void *base_items;
    size_t count;

    if (element->fill == FUHE_PACK_FILLS_WORD) {
        const struct fuhe_text_list *list = (const void *)pack;
        const struct fuhe_text_list *base_list = (const void *)base;
        if (list->items != base_list->items || list->count != base_list->count) {
            write_words(writing->xml, list);
        }
        return;
    }
    memcpy(&items, pack, sizeof items);
    memcpy(&base_items, base, sizeof base_items);
    memcpy(&count, (const char *)writing->overlay->pack + element->count, sizeof count);
    if (items != base_items) {
        write_items(writing->xml, element, items, count);
    }
}

/* Categories other than cost, whose method has a rule of its own. */
static void write_categories(const struct writing *writing) {
    const struct fuhe_pack_element *element = &fuhe_pack_elements[FUHE_PACK_IN_CATEGORY];

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        const struct fuhe_category_rule *rule = &writing->overlay->pack->categories[i];
        const struct fuhe_pack_category_fields fields = {(enum fuhe_category)i, *rule};
        if (i != FUHE_CATEGORY_COST && rule->method != writing->overlay->base->categories[i].method) {
            fuhe_xml_writer_open(writing->xml, element->name);
            write_values(writing->xml, element->values, &fields, NULL);
            fuhe_xml_writer_close(writing->xml);
        }
    }
}

/* --- rules ------------------------------------------------------------------------------------------------------- */

static void write_citation(const struct writing *writing, enum fuhe_rule rule) {
    const struct fuhe_citation *citation = &writing->overlay->pack->citations[rule];
    const struct fuhe_bilingual *why = &writing->overlay->why[rule];
    struct fuhe_xml_writer *xml = writing->xml;

    if (citation->source != NULL) {
        fuhe_xml_writer_attribute(xml, "source", citation->source->id);
        fuhe_xml_writer_attribute(xml, "clause", citation->clause);
    }
    fuhe_xml_writer_attribute_string(xml, "confidence", fuhe_confidence_name(citation->confidence));
    fuhe_xml_writer_attribute(xml, "zh", citation->says.zh);
    fuhe_xml_writer_attribute(xml, "en", citation->says.en);
    fuhe_xml_writer_attribute(xml, "why-zh", why->zh);
    fuhe_xml_writer_attribute(xml, "why-en", why->en);
}

static void write_rule(const struct writing *writing, size_t id) {
    const struct fuhe_pack_element *element = &fuhe_pack_elements[id];

    fuhe_xml_writer_open(writing->xml, element->name);
    write_values(writing->xml, element->values, writing->overlay->pack, writing->overlay->base);
    write_citation(writing, element->rule);
    for (size_t i = 0; i < FUHE_PACK_ELEMENT_COUNT; i++) {
        const struct fuhe_pack_element *child = &fuhe_pack_elements[i];
        if (child->parent == id && (child->fill == FUHE_PACK_FILLS_WORD || child->fill == FUHE_PACK_FILLS_ITEM)) {
            write_list(writing, child);
        }
    }
    if (id == FUHE_PACK_IN_CATEGORIES) {
        write_categories(writing);
    }
    fuhe_xml_writer_close(writing->xml);
}

static void write_bilingual(struct fuhe_xml_writer *xml, const char *name, const struct fuhe_bilingual *text) {
    fuhe_xml_writer_open(xml, name);
    fuhe_xml_writer_attribute(xml, "zh", text->zh);
    fuhe_xml_writer_attribute(xml, "en", text->en);
    fuhe_xml_writer_close(xml);
}

/* Attributes of the pack that say nothing are left out. */
static void write_identity(const struct writing *writing) {
    const struct fuhe_pack_element *element = &fuhe_pack_elements[FUHE_PACK_IN_PACK];
    const struct fuhe_pack nothing = {.from = 0};
    struct fuhe_xml_writer *xml = writing->xml;

    fuhe_xml_writer_attribute_string(xml, "xmlns", "urn:fuhe:rules:1");
    for (const struct fuhe_pack_value *value = element->values; value->name != NULL; value++) {
        const char *at = (const char *)writing->overlay->pack + value->offset;
        char room[FUHE_DECIMAL_TEXT_SIZE];
        if (value->required || !same_value(value, at, (const char *)&nothing + value->offset)) {
            fuhe_xml_writer_attribute(xml, value->name, text_of(value, at, room));
        }
    }
    fuhe_xml_writer_attribute(xml, "base", writing->overlay->base->id);
    fuhe_xml_writer_attribute(xml, "base-version", writing->overlay->base->version);
    write_bilingual(xml, "title", &writing->overlay->pack->title);
    write_bilingual(xml, "issuer", &writing->overlay->pack->issuer);
}

static void write_sources(const struct writing *writing) {
    const struct fuhe_pack_element *element = &fuhe_pack_elements[FUHE_PACK_IN_SOURCE];
    const struct fuhe_source nothing = {.by_analogy = false};

    for (size_t i = 0; i < writing->overlay->pack->source_count; i++) {
        fuhe_xml_writer_open(writing->xml, element->name);
        write_values(writing->xml, element->values, &writing->overlay->pack->sources[i], &nothing);
        fuhe_xml_writer_close(writing->xml);
    }
}

enum fuhe_status fuhe_overlay_write(const struct fuhe_overlay *overlay, struct fuhe_output *output,
                                    struct fuhe_error *err) {
    const struct writing writing = {overlay, fuhe_xml_writer_new(output)};

    if (writing.xml != NULL) {
        fuhe_xml_writer_open(writing.xml, "pack");
        write_identity(&writing);
        write_sources(&writing);
        for (size_t i = 0; i < FUHE_PACK_ELEMENT_COUNT; i++) {
            if (fuhe_pack_elements[i].fill == FUHE_PACK_FILLS_RULE && overlay->rules[fuhe_pack_elements[i].rule]) {
                write_rule(&writing, i);
            }
        }
        fuhe_xml_writer_close(writing.xml);
    }
    return fuhe_xml_writer_end(writing.xml, err);
}
