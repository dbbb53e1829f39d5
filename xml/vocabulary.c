/* SPDX-License-Identifier: Apache-2.0 */
/* Looks each name of a vocabulary up in the parser's dictionary once; after that two names are equal when their
 * pointers are. A state has few rows and a row few attributes, so they are searched one by one. */
#include "xml/vocabulary.h"

#include <stdlib.h>

struct fuhe_row_names {
    const xmlChar *element;
    const xmlChar **attributes; /* ended by NULL */
};

static size_t attribute_count(const struct fuhe_sax_row *row) {
    size_t count = 0;

    if (row->attributes != NULL) {
        while (row->attributes[count].name != NULL) {
            count++;
        }
    }
    return count;
}

static const xmlChar *intern(xmlDictPtr dictionary, const char *name) {
    return xmlDictLookup(dictionary, (const xmlChar *)name, -1);
}

/* Fills in the names of one row; false when memory is out. */
static bool intern_row(struct fuhe_row_names *names, const struct fuhe_sax_row *row, xmlDictPtr dictionary) {
    const size_t count = attribute_count(row);

    names->element = intern(dictionary, row->element);
    for (size_t i = 0; i < count; i++) {
        names->attributes[i] = intern(dictionary, row->attributes[i].name);
        if (names->attributes[i] == NULL) {
            return false;
        }
    }
    return names->element != NULL;
}

/* Finds out which rows belong to which state; false when memory is out. */
static bool index_states(struct fuhe_vocabulary_names *names) {
    const struct fuhe_sax_vocabulary *vocabulary = names->vocabulary;

    for (size_t i = 0; i < vocabulary->row_count; i++) {
        const struct fuhe_sax_row *row = &vocabulary->rows[i];
        const unsigned larger = row->self > row->parent ? row->self : row->parent;
        names->state_count = larger >= names->state_count ? larger + 1 : names->state_count;
    }
    names->first_rows = calloc(names->state_count, sizeof *names->first_rows);
    if (names->first_rows == NULL) {
        return false;
    }
    for (unsigned state = 0; state < names->state_count; state++) {
        names->first_rows[state] = vocabulary->row_count;
    }
    for (size_t i = vocabulary->row_count; i-- > 0;) {
        names->first_rows[vocabulary->rows[i].parent] = i;
    }
    return true;
}

bool fuhe_vocabulary_names_init(struct fuhe_vocabulary_names *names, const struct fuhe_sax_vocabulary *vocabulary,
                                xmlDictPtr dictionary) {
    size_t total = 0;

    for (size_t i = 0; i < vocabulary->row_count; i++) {
        total += attribute_count(&vocabulary->rows[i]) + 1;
    }
    *names = (struct fuhe_vocabulary_names){.vocabulary = vocabulary};
    names->namespace_name = intern(dictionary, vocabulary->namespace_name);
    names->rows = calloc(vocabulary->row_count, sizeof *names->rows);
    names->attributes = calloc(total, sizeof *names->attributes);
    if (names->namespace_name == NULL || names->rows == NULL || names->attributes == NULL || !index_states(names)) {
        return false;
    }
    const xmlChar **next = names->attributes;
    for (size_t i = 0; i < vocabulary->row_count; i++) {
        names->rows[i].attributes = next;
        if (!intern_row(&names->rows[i], &vocabulary->rows[i], dictionary)) {
            return false;
        }
        next += attribute_count(&vocabulary->rows[i]) + 1;
    }
    return true;
}

void fuhe_vocabulary_names_release(struct fuhe_vocabulary_names *names) {
    free(names->rows);
    free(names->attributes);
    free(names->first_rows);
    *names = (struct fuhe_vocabulary_names){0};
}

const struct fuhe_sax_row *fuhe_vocabulary_find_row(const struct fuhe_vocabulary_names *names, unsigned state,
                                                    const xmlChar *element, unsigned *place_in_state) {
    const struct fuhe_sax_vocabulary *vocabulary = names->vocabulary;
    const size_t first = names->first_rows[state];

    for (size_t i = first; i < vocabulary->row_count && vocabulary->rows[i].parent == state; i++) {
        if (names->rows[i].element == element) {
            *place_in_state = (unsigned)(i - first);
            return &vocabulary->rows[i];
        }
    }
    return NULL;
}

const struct fuhe_sax_attribute *fuhe_vocabulary_find_attribute(const struct fuhe_vocabulary_names *names,
                                                                const struct fuhe_sax_row *row, const xmlChar *name,
                                                                size_t *next) {
    const xmlChar *const *attributes = names->rows[row - names->vocabulary->rows].attributes;
    size_t i = attributes[*next] == name ? *next : 0;

    while (attributes[i] != name) {
        if (attributes[i] == NULL) {
            return NULL;
        }
        i++;
    }
    *next = i + 1;
    return &row->attributes[i];
}
