/* SPDX-License-Identifier: Apache-2.0 */
/* Misspelled names: what takes the fewest letters put in, left out or exchanged, at most a third of them. */
#include "xml/pack_nearest.h"

#include <string.h>

#include "xml/pack_vocabulary.h"

enum { LONGEST = 32 };

struct search {
    fuhe_text name;
    const char *nearest;
    size_t distance; /* nothing as far away as this is near */
};

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Row by row of the usual table; what stands in the row above is overwritten from the left. */
static size_t distance_of(fuhe_text a, fuhe_text b) {
    size_t row[LONGEST + 1];

    for (size_t j = 0; j <= b.length; j++) {
        row[j] = j;
    }
    for (size_t i = 0; i < a.length; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < b.length; j++) {
            const size_t exchanged = diagonal + (a.bytes[i] == b.bytes[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = least(exchanged, least(row[j], row[j + 1]) + 1);
        }
    }
    return row[b.length];
}

static void consider(struct search *search, const char *word) {
    const fuhe_text text = fuhe_text_of(word);

    if (text.length > LONGEST) {
        return;
    }
    const size_t distance = distance_of(search->name, text);
    if (distance < search->distance) {
        search->distance = distance;
        search->nearest = word;
    }
}

static void consider_values(struct search *search, const struct fuhe_pack_value *values) {
    for (; values->name != NULL; values++) {
        consider(search, values->name);
    }
}

static void consider_attributes(struct search *search, const struct fuhe_pack_element *element) {
    consider_values(search, element->values);
    if (element->fill == FUHE_PACK_FILLS_RULE) {
        consider(search, "source");
        consider_values(search, fuhe_pack_citation_values);
        consider_values(search, fuhe_pack_why_values);
    }
}

static bool is_named(unsigned element, const char *name) {
    return element > FUHE_PACK_IN_DOCUMENT && strcmp(fuhe_pack_elements[element].name, name) == 0;
}

const char *fuhe_pack_nearest(const struct fuhe_sax_oddity *oddity) {
    struct search search = {oddity->name, NULL, oddity->name.length / 3 + 1};

    if (oddity->parent == NULL || oddity->name.length > LONGEST) {
        return NULL;
    }
    for (unsigned i = FUHE_PACK_IN_DOCUMENT + 1; i < FUHE_PACK_ELEMENT_COUNT; i++) {
        const struct fuhe_pack_element *element = &fuhe_pack_elements[i];
        if (oddity->kind == FUHE_ODDITY_UNKNOWN_ATTRIBUTE && is_named(i, oddity->parent)) {
            consider_attributes(&search, element);
        } else if (oddity->kind == FUHE_ODDITY_UNKNOWN_ELEMENT && is_named(element->parent, oddity->parent)) {
            consider(&search, element->name);
        }
    }
    return search.nearest;
}

bool fuhe_pack_is_unclosed(const struct fuhe_sax_oddity *oddity) {
    unsigned around = FUHE_PACK_IN_DOCUMENT;

    for (unsigned i = FUHE_PACK_IN_DOCUMENT + 1; i < FUHE_PACK_ELEMENT_COUNT && oddity->parent != NULL; i++) {
        around = is_named(i, oddity->parent) ? fuhe_pack_elements[i].parent : around;
    }
    for (unsigned i = FUHE_PACK_IN_DOCUMENT + 1; i < FUHE_PACK_ELEMENT_COUNT; i++) {
        if (around != FUHE_PACK_IN_DOCUMENT && oddity->kind == FUHE_ODDITY_UNKNOWN_ELEMENT &&
            fuhe_pack_elements[i].parent == around &&
            fuhe_text_equals(oddity->name, fuhe_text_of(fuhe_pack_elements[i].name))) {
            return true;
        }
    }
    return false;
}
