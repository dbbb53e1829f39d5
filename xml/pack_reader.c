/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a rule pack by the table in pack_vocabulary.c. When an element opens, the struct that it fills is found or
 * made; when it closes, its attributes are turned into values there. Nothing may be unknown. What the values mean
 * together is proved by fuhe_pack_validate, whose answer is given the line of the element that it is about. */
#include "xml/pack_reader.h"

#include <string.h>

#include "xml/pack_value.h"
#include "xml/sax_machine.h"

/* Most attributes of one element, with the text, those of the citation and its source. */
enum { MOST_CELLS = 16, TEXT_CELL = 0, SOURCE_CELL = 1, FIRST_CELL = 2, ITEMS_AT_ONCE = 8 };

/* Words of one list, and other elements of a pack, at most: each is held against all before it. */
enum { MOST_ALIKE = 1000 };

/* An open element: its cells as printed and the struct that they go into. */
struct record {
    const struct fuhe_pack_element *element;
    void *target;
    struct fuhe_cell cells[MOST_CELLS];
};

/* Where an element of the pack stands, to give a proof that fails its line. */
struct landmark {
    const char *element;
    fuhe_text id;
    struct fuhe_place place;
};

struct pack_reader {
    struct fuhe_arena *arena;
    struct fuhe_pack *pack;
    bool seen[FUHE_PACK_ELEMENT_COUNT];
    struct fuhe_cell sources[FUHE_RULE_COUNT]; /* ids, looked up when all sources are known */
    struct landmark *landmarks;
    size_t landmark_count;
    size_t landmark_capacity;
    struct fuhe_sax_row rows[FUHE_PACK_ELEMENT_COUNT];
    struct fuhe_sax_attribute attributes[FUHE_PACK_ELEMENT_COUNT][MOST_CELLS];
};

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static enum fuhe_status refuse_more(struct fuhe_error *err, const char *element, struct fuhe_place place) {
    return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, element, FUHE_TEXT("1001"), "0..1000", place);
}

/* Room for one more item at the end of an array that has no capacity of its own: it grows by ITEMS_AT_ONCE. The array
 * is known by the address of its pointer; copying the pointer as bytes leaves its type alone. */
static void *append(struct fuhe_arena *arena, void *array, size_t *count, size_t size) {
    char *items = NULL;

    memcpy(&items, array, sizeof items);
    if (*count % ITEMS_AT_ONCE == 0) {
        char *larger = fuhe_arena_allocate(arena, *count + ITEMS_AT_ONCE, size);
        if (larger == NULL) {
            return NULL;
        }
        if (*count > 0) {
            memcpy(larger, items, *count * size);
        }
        items = larger;
        memcpy(array, &items, sizeof items);
    }
    return items + size * (*count)++;
}

static enum fuhe_status add_word(struct fuhe_arena *arena, struct fuhe_text_list *list, const struct fuhe_cell *cell,
                                 struct fuhe_place place, struct fuhe_error *err) {
    if (cell->state != FUHE_CELL_TEXT) {
        return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, "word", cell->text, "text", place);
    }
    if (list->count == MOST_ALIKE) {
        return refuse_more(err, "word", place);
    }
    if (fuhe_text_list_has(list, cell->text)) {
        return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_DUPLICATE, "word", cell->text, NULL, place);
    }
    fuhe_text *word = append(arena, &list->items, &list->count, sizeof *word);
    if (word == NULL) {
        return no_memory(err);
    }
    *word = cell->text;
    return FUHE_STATUS_OK;
}

/* Elements. */

static void *target_of(const struct fuhe_pack_element *element, char *parent, struct fuhe_arena *arena) {
    switch (element->fill) {
    case FUHE_PACK_FILLS_ITEM:
        return append(arena, parent + element->offset, (size_t *)(void *)(parent + element->count), element->size);
    case FUHE_PACK_FILLS_FRESH:
        return fuhe_arena_allocate(arena, 1, element->size);
    case FUHE_PACK_FILLS_RULE:
    case FUHE_PACK_FILLS_PART:
    case FUHE_PACK_FILLS_WORD:
        break;
    }
    return parent + element->offset;
}

static enum fuhe_status open_element(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct pack_reader *reader = context;
    const struct record *parent = frame->record;
    struct record *record = fuhe_arena_allocate(reader->arena, 1, sizeof *record);

    if (record == NULL) {
        return no_memory(err);
    }
    record->element = &fuhe_pack_elements[frame->state];
    record->target = target_of(record->element, parent->target, reader->arena);
    if (record->target == NULL) {
        return no_memory(err);
    }
    reader->seen[frame->state] = true;
    frame->record = record;
    return FUHE_STATUS_OK;
}

/* Remembers where the element stands, and the id that it has among its like. */
static enum fuhe_status add_landmark(struct pack_reader *reader, const struct record *record, struct fuhe_place place,
                                     struct fuhe_error *err) {
    const struct fuhe_pack_value *first = record->element->values;
    const bool has_id = first->name != NULL && strcmp(first->name, "id") == 0;
    const fuhe_text id = has_id ? record->cells[FIRST_CELL].text : (fuhe_text){NULL, 0};
    void *landmarks = reader->landmarks;

    if (reader->landmark_count == MOST_ALIKE) {
        return refuse_more(err, record->element->name, place);
    }
    for (size_t i = 0; has_id && i < reader->landmark_count; i++) {
        const struct landmark *other = &reader->landmarks[i];
        if (strcmp(other->element, record->element->name) == 0 && fuhe_text_equals(other->id, id)) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_DUPLICATE, record->element->name, id, NULL, place);
        }
    }
    if (fuhe_arena_grow(reader->arena, &landmarks, reader->landmark_count, &reader->landmark_capacity,
                        sizeof *reader->landmarks) != FUHE_STATUS_OK) {
        return no_memory(err);
    }
    reader->landmarks = landmarks;
    reader->landmarks[reader->landmark_count++] = (struct landmark){record->element->name, id, place};
    return FUHE_STATUS_OK;
}

/* Puts a category or severity in its place. Cost has its method in the rule "cost". */
static enum fuhe_status place_fresh(struct fuhe_pack *pack, const struct record *record, struct fuhe_error *err) {
    if (record->element == &fuhe_pack_elements[FUHE_PACK_IN_CATEGORY]) {
        const struct fuhe_pack_category_fields *fields = record->target;
        const struct fuhe_cell *method = &record->cells[FIRST_CELL + 1];
        if (fields->id == FUHE_CATEGORY_COST && method->state != FUHE_CELL_ABSENT) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_ELEMENT, "category cost", FUHE_TEXT("method"), NULL,
                                    method->place);
        }
        pack->categories[fields->id].words = fields->rule.words;
        if (fields->id != FUHE_CATEGORY_COST) {
            pack->categories[fields->id].method = fields->rule.method;
        }
        return FUHE_STATUS_OK;
    }
    const struct fuhe_pack_severity_fields *fields = record->target;
    const enum fuhe_code code = fuhe_code_find(fields->code);
    if (code == FUHE_CODE_COUNT) {
        return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, "severity/@code", fields->code, "a finding code",
                                record->cells[FIRST_CELL].place);
    }
    pack->severities[code] = fields->level;
    return FUHE_STATUS_OK;
}

static enum fuhe_status close_rule(struct pack_reader *reader, const struct record *record,
                                   const struct fuhe_cell *cell, struct fuhe_place place, struct fuhe_error *err) {
    struct fuhe_citation *citation = &reader->pack->citations[record->element->rule];

    citation->present = true;
    reader->sources[record->element->rule] = record->cells[SOURCE_CELL];
    return fuhe_pack_read_values(fuhe_pack_citation_values, &cell, record->element->name, citation, place, err);
}

static enum fuhe_status close_element(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct pack_reader *reader = context;
    const struct record *record = frame->record;
    const struct fuhe_pack_element *element = record->element;
    const struct fuhe_cell *cell = &record->cells[FIRST_CELL];

    if (element->fill == FUHE_PACK_FILLS_WORD) {
        return add_word(reader->arena, record->target, &record->cells[TEXT_CELL], frame->place, err);
    }
    FUHE_TRY(fuhe_pack_read_values(element->values, &cell, element->name, record->target, frame->place, err));
    if (element->fill == FUHE_PACK_FILLS_RULE) {
        FUHE_TRY(close_rule(reader, record, cell, frame->place, err));
    }
    if (element->fill == FUHE_PACK_FILLS_FRESH) {
        FUHE_TRY(place_fresh(reader->pack, record, err));
    }
    return add_landmark(reader, record, frame->place, err);
}

static enum fuhe_status refuse_oddity(void *context, const struct fuhe_sax_frame *parent,
                                      const struct fuhe_sax_oddity *oddity, struct fuhe_error *err) {
    const bool repeated = oddity->kind == FUHE_ODDITY_REPEATED_ELEMENT;

    (void)context;
    (void)parent;
    return fuhe_pack_refuse(err, repeated ? FUHE_PROBLEM_PACK_DUPLICATE : FUHE_PROBLEM_PACK_ELEMENT, oddity->parent,
                            oddity->kind == FUHE_ODDITY_STRAY_TEXT ? FUHE_TEXT("text") : oddity->name, NULL,
                            oddity->place);
}

/* The rows of the machine, made from the vocabulary: cell 0 is for text, cell 1 for the source of a rule, the others
 * for the attributes in the order of the tables. */

static void make_attributes(struct fuhe_sax_attribute *attributes, const struct fuhe_pack_element *element) {
    const struct fuhe_pack_value *tables[] = {element->values, fuhe_pack_citation_values};
    const bool is_rule = element->fill == FUHE_PACK_FILLS_RULE;
    size_t cell = FIRST_CELL;

    for (size_t table = 0; table < (is_rule ? 2U : 1U); table++) {
        for (const struct fuhe_pack_value *value = tables[table]; value->name != NULL; value++, cell++) {
            *attributes++ = (struct fuhe_sax_attribute){value->name, offsetof(struct record, cells[0]) +
                                                                         cell * sizeof(struct fuhe_cell)};
        }
    }
    if (is_rule) {
        *attributes = (struct fuhe_sax_attribute){"source", offsetof(struct record, cells[SOURCE_CELL])};
    }
}

static void make_rows(struct pack_reader *reader) {
    for (unsigned i = FUHE_PACK_IN_DOCUMENT + 1; i < FUHE_PACK_ELEMENT_COUNT; i++) {
        const struct fuhe_pack_element *element = &fuhe_pack_elements[i];
        make_attributes(reader->attributes[i], element);
        reader->rows[i - 1] = (struct fuhe_sax_row){.parent = element->parent,
                                                    .element = element->name,
                                                    .self = i,
                                                    .repeats = element->repeats,
                                                    .keeps_text = element->fill == FUHE_PACK_FILLS_WORD,
                                                    .text = offsetof(struct record, cells[TEXT_CELL]),
                                                    .open = open_element,
                                                    .close = close_element,
                                                    .attributes = reader->attributes[i]};
    }
}

/* After the document. */

/* Whether subject ("execution", "cost/@confidence", "variant no-cost") names the element of a landmark. */
static bool is_about(const char *subject, const struct landmark *landmark) {
    const fuhe_text whole = fuhe_text_of(subject);
    const fuhe_text element = fuhe_text_of(landmark->element);
    const fuhe_text rest = fuhe_text_starts_with(whole, element) ? fuhe_text_from(whole, element.length) : whole;

    if (rest.length == 0 || fuhe_text_starts_with(rest, FUHE_TEXT("/@"))) {
        return true;
    }
    return fuhe_text_starts_with(rest, FUHE_TEXT(" ")) && landmark->id.length > 0 &&
           fuhe_text_equals(landmark->id, fuhe_text_from(rest, 1));
}

/* Gives err the place of the element that it is about. */
static void add_place(const struct pack_reader *reader, struct fuhe_error *err) {
    for (size_t i = 0; err != NULL && i < reader->landmark_count; i++) {
        if (is_about(err->subject, &reader->landmarks[i])) {
            fuhe_error_set_place(err, reader->landmarks[i].place.line, reader->landmarks[i].place.column);
            return;
        }
    }
}

static enum fuhe_status check_required(const struct pack_reader *reader, struct fuhe_error *err) {
    for (size_t i = 0; i < FUHE_PACK_ELEMENT_COUNT; i++) {
        if (fuhe_pack_elements[i].required && !reader->seen[i]) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_MISSING, "pack", (fuhe_text){NULL, 0},
                                    fuhe_pack_elements[i].name, (struct fuhe_place){0});
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_sources(const struct pack_reader *reader, struct fuhe_error *err) {
    struct fuhe_pack *pack = reader->pack;

    for (size_t rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        const struct fuhe_cell *cell = &reader->sources[rule];
        size_t found = 0;
        if (cell->state == FUHE_CELL_ABSENT) {
            continue;
        }
        while (found < pack->source_count && !fuhe_text_equals(pack->sources[found].id, cell->text)) {
            found++;
        }
        if (found == pack->source_count) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, fuhe_rule_name((enum fuhe_rule)rule), cell->text,
                                    "the id of a source", cell->place);
        }
        pack->citations[rule].source = &pack->sources[found];
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_document(struct pack_reader *reader, const struct fuhe_input *input,
                                      struct fuhe_error *err) {
    const struct fuhe_sax_vocabulary vocabulary = {.namespace_name = "urn:fuhe:rules:1",
                                                   .rows = reader->rows,
                                                   .row_count = FUHE_PACK_ELEMENT_COUNT - 1,
                                                   .odd = refuse_oddity};
    struct record document = {.target = reader->pack};
    const struct fuhe_sax_frame root = {.record = &document, .arena = reader->arena};
    struct fuhe_sax_machine *machine = fuhe_sax_machine_new(&vocabulary);

    if (machine == NULL) {
        return no_memory(err);
    }
    const enum fuhe_status status = fuhe_sax_machine_read(machine, input, reader, &root, err);
    fuhe_sax_machine_free(machine);
    return status;
}

enum fuhe_status fuhe_pack_read(const struct fuhe_input *input, struct fuhe_arena *arena, struct fuhe_pack *pack,
                                struct fuhe_error *err) {
    struct pack_reader *reader = fuhe_arena_allocate(arena, 1, sizeof *reader);

    if (reader == NULL) {
        return no_memory(err);
    }
    fuhe_pack_init(pack);
    reader->arena = arena;
    reader->pack = pack;
    make_rows(reader);
    FUHE_TRY(read_document(reader, input, err));
    FUHE_TRY(find_sources(reader, err));
    enum fuhe_status status = check_required(reader, err);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_pack_validate(pack, err);
    }
    if (status != FUHE_STATUS_OK) {
        add_place(reader, err);
    }
    return status;
}
