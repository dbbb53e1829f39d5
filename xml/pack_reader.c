/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a rule pack by the table in pack_vocabulary.c. When an element opens, the struct that it fills is found or
 * made; when it closes, its attributes are turned into values there. Nothing may be unknown. What the values mean
 * together is proved by fuhe_pack_validate, whose answer is given the line of the element that it is about. A pack that
 * names a base is read over a copy of the base's rules (pack_overlay.h). */
#include "xml/pack_reader.h"

#include <string.h>

#include "xml/pack_nearest.h"
#include "xml/pack_overlay.h"
#include "xml/pack_value.h"
#include "xml/sax_machine.h"

/* Most attributes of one element, with the text, those of the citation and its source. */
enum { MOST_CELLS = 16, TEXT_CELL = 0, SOURCE_CELL = 1, FIRST_CELL = 2, ITEMS_AT_ONCE = 8 };

/* Of the pack itself. */
enum { ID_CELL = FIRST_CELL, VERSION_CELL, BASE_CELL = MOST_CELLS - 2, BASE_VERSION_CELL };

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
    const struct fuhe_pack_bases *bases;
    struct fuhe_pack *pack;
    struct fuhe_place place; /* of the pack */
    bool seen[FUHE_PACK_ELEMENT_COUNT];
    bool states[FUHE_RULE_COUNT];
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

/* Whoever is named needs both parts of the name. */
static enum fuhe_status read_name(const struct record *pack, size_t id, struct fuhe_place place,
                                  struct fuhe_pack_name *name, struct fuhe_error *err) {
    static const char *const attributes[MOST_CELLS] = {
        [ID_CELL] = "id", [VERSION_CELL] = "version", [BASE_CELL] = "base", [BASE_VERSION_CELL] = "base-version"};
    for (size_t cell = id; cell <= id + 1; cell++) {
        if (pack->cells[cell].state != FUHE_CELL_TEXT) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_MISSING, "pack", (fuhe_text){NULL, 0}, attributes[cell],
                                    place);
        }
    }
    *name = (struct fuhe_pack_name){pack->cells[id].text, pack->cells[id + 1].text};
    return FUHE_STATUS_OK;
}

/* Before the first element inside the pack: an overlay begins with what its base says. */
static enum fuhe_status begin_overlay(struct pack_reader *reader, const struct record *pack, struct fuhe_error *err) {
    const struct fuhe_place place = reader->place;
    struct fuhe_pack_name own;
    struct fuhe_pack_name wanted;
    const struct fuhe_pack *base = NULL;

    FUHE_TRY(read_name(pack, ID_CELL, place, &own, err));
    FUHE_TRY(read_name(pack, BASE_CELL, place, &wanted, err));
    const struct fuhe_place base_place = pack->cells[BASE_CELL].place;
    if (reader->bases == NULL) {
        return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_BASE, "", wanted.id, "", base_place);
    }
    const enum fuhe_status status = reader->bases->find(reader->bases->context, &own, &wanted, &base, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_error_set_place(err, base_place.line, base_place.column);
        return status;
    }
    fuhe_pack_inherit(reader->pack, base);
    return FUHE_STATUS_OK;
}

static bool names_base(const struct record *pack) {
    return pack->cells[BASE_CELL].state != FUHE_CELL_ABSENT || pack->cells[BASE_VERSION_CELL].state != FUHE_CELL_ABSENT;
}

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
    if (record->element->parent == FUHE_PACK_IN_PACK && reader->pack->base == NULL && names_base(parent)) {
        FUHE_TRY(begin_overlay(reader, parent, err));
    }
    if (reader->pack->base != NULL && !reader->seen[frame->state]) {
        fuhe_pack_begin_list(record->element, parent->target);
    }
    record->target = target_of(record->element, parent->target, reader->arena);
    if (record->target == NULL) {
        return no_memory(err);
    }
    if (frame->state == FUHE_PACK_IN_PACK) {
        reader->place = frame->place;
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

/* Puts a category in its place; an overlay may leave words or method as they are. Cost has its method in the rule
 * "cost". */
static enum fuhe_status place_category(struct fuhe_pack *pack, const struct record *record, struct fuhe_error *err) {
    const struct fuhe_pack_category_fields *fields = record->target;
    const struct fuhe_cell *method = &record->cells[FIRST_CELL + 1];
    struct fuhe_category_rule *category = &pack->categories[fields->id];

    if (fields->id == FUHE_CATEGORY_COST && method->state != FUHE_CELL_ABSENT) {
        return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_ELEMENT, "category cost", FUHE_TEXT("method"), NULL,
                                method->place);
    }
    if (pack->base == NULL || fields->rule.words.count > 0) {
        category->words = fields->rule.words;
    }
    if (fields->id != FUHE_CATEGORY_COST && (pack->base == NULL || method->state != FUHE_CELL_ABSENT)) {
        category->method = fields->rule.method;
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status place_severity(struct fuhe_pack *pack, const struct record *record, struct fuhe_error *err) {
    const struct fuhe_pack_severity_fields *fields = record->target;
    const enum fuhe_code code = fuhe_code_find(fields->code);
    if (code == FUHE_CODE_COUNT) {
        return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, "severity/@code", fields->code, "a finding code",
                                record->cells[FIRST_CELL].place);
    }
    pack->severities[code] = fields->level;
    return FUHE_STATUS_OK;
}

/* Why an overlay differs from its base: it must say so, and nobody else can. */
static enum fuhe_status read_why(const struct pack_reader *reader, const struct record *record,
                                 const struct fuhe_cell *cell, struct fuhe_place place, struct fuhe_error *err) {
    struct fuhe_citation *citation = &reader->pack->citations[record->element->rule];
    const bool requires = reader->pack->base != NULL;

    for (const struct fuhe_pack_value *value = fuhe_pack_why_values; !requires && value->name != NULL;
         value++, cell++) {
        if (cell->state != FUHE_CELL_ABSENT) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_WHY, record->element->name, fuhe_text_of(value->name), NULL,
                                    cell->place);
        }
    }
    return requires
               ? fuhe_pack_read_values(fuhe_pack_why_values, false, &cell, record->element->name, citation, place, err)
               : FUHE_STATUS_OK;
}

static enum fuhe_status close_rule(struct pack_reader *reader, const struct record *record,
                                   const struct fuhe_cell *cell, struct fuhe_place place, struct fuhe_error *err) {
    struct fuhe_citation *citation = &reader->pack->citations[record->element->rule];

    *citation = (struct fuhe_citation){.present = true};
    reader->states[record->element->rule] = true;
    reader->sources[record->element->rule] = record->cells[SOURCE_CELL];
    FUHE_TRY(
        fuhe_pack_read_values(fuhe_pack_citation_values, false, &cell, record->element->name, citation, place, err));
    return read_why(reader, record, cell, place, err);
}

static enum fuhe_status close_element(void *context, struct fuhe_sax_frame *frame, struct fuhe_error *err) {
    struct pack_reader *reader = context;
    const struct record *record = frame->record;
    const struct fuhe_pack_element *element = record->element;
    const struct fuhe_cell *cell = &record->cells[FIRST_CELL];
    const bool is_rule = element->fill == FUHE_PACK_FILLS_RULE;
    const bool may_lack = is_rule && reader->pack->base != NULL;

    if (element->fill == FUHE_PACK_FILLS_WORD) {
        return add_word(reader->arena, record->target, &record->cells[TEXT_CELL], frame->place, err);
    }
    FUHE_TRY(fuhe_pack_read_values(element->values, may_lack, &cell, element->name, record->target, frame->place, err));
    if (is_rule) {
        FUHE_TRY(close_rule(reader, record, cell, frame->place, err));
    }
    if (frame->state == FUHE_PACK_IN_CATEGORY) {
        FUHE_TRY(place_category(reader->pack, record, err));
    }
    if (frame->state == FUHE_PACK_IN_SEVERITY) {
        FUHE_TRY(place_severity(reader->pack, record, err));
    }
    return add_landmark(reader, record, frame->place, err);
}

static enum fuhe_status refuse_oddity(void *context, const struct fuhe_sax_frame *parent,
                                      const struct fuhe_sax_oddity *oddity, struct fuhe_error *err) {
    const fuhe_text found = oddity->kind == FUHE_ODDITY_STRAY_TEXT ? FUHE_TEXT("text") : oddity->name;
    enum fuhe_problem problem = FUHE_PROBLEM_PACK_ELEMENT;

    (void)context;
    (void)parent;
    if (oddity->kind == FUHE_ODDITY_REPEATED_ELEMENT) {
        problem = FUHE_PROBLEM_PACK_DUPLICATE;
    } else if (fuhe_pack_is_unclosed(oddity)) {
        problem = FUHE_PROBLEM_PACK_UNCLOSED;
    }
    return fuhe_pack_refuse(err, problem, oddity->parent, found, fuhe_pack_nearest(oddity), oddity->place);
}

/* The rows of the machine, made from the vocabulary: cell 0 is for text, cell 1 for the source of a rule, the others
 * for the attributes in the order of the tables. */

static struct fuhe_sax_attribute attribute_of(const char *name, size_t cell) {
    return (struct fuhe_sax_attribute){name, offsetof(struct record, cells[0]) + cell * sizeof(struct fuhe_cell)};
}

static void make_attributes(struct fuhe_sax_attribute *attributes, const struct fuhe_pack_element *element) {
    const struct fuhe_pack_value *tables[] = {element->values, fuhe_pack_citation_values, fuhe_pack_why_values};
    const bool is_rule = element->fill == FUHE_PACK_FILLS_RULE;
    size_t cell = FIRST_CELL;

    for (size_t table = 0; table < (is_rule ? 3U : 1U); table++) {
        for (const struct fuhe_pack_value *value = tables[table]; value->name != NULL; value++, cell++) {
            *attributes++ = attribute_of(value->name, cell);
        }
    }
    if (is_rule) {
        *attributes = attribute_of("source", SOURCE_CELL);
    }
    if (element == &fuhe_pack_elements[FUHE_PACK_IN_PACK]) {
        *attributes++ = attribute_of("base", BASE_CELL);
        *attributes = attribute_of("base-version", BASE_VERSION_CELL);
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

/* Gives err the place of the element that it is about; for a rule that only the base states, that of the pack. */
static void add_place(const struct pack_reader *reader, struct fuhe_error *err) {
    fuhe_error_set_place(err, reader->place.line, reader->place.column);
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
        if (cell->state == FUHE_CELL_ABSENT) {
            continue;
        }
        pack->citations[rule].source = fuhe_pack_find_source(pack, cell->text);
        if (pack->citations[rule].source == NULL) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, fuhe_rule_name((enum fuhe_rule)rule), cell->text,
                                    "the id of a source", cell->place);
        }
    }
    return FUHE_STATUS_OK;
}

/* The bands of another method are no part of a linear one. */
static enum fuhe_status conclude_overlay(const struct pack_reader *reader, struct fuhe_error *err) {
    struct fuhe_execution_rule *execution = &reader->pack->execution;

    if (execution->method == FUHE_EXECUTION_LINEAR && !reader->seen[FUHE_PACK_IN_BAND]) {
        execution->bands = NULL;
        execution->band_count = 0;
    }
    return fuhe_pack_conclude_overlay(reader->pack, reader->states, reader->arena, err);
}

/* ID@VERSION names a pack on one line, and both may be part of a file's name. */
static enum fuhe_status check_name(const struct fuhe_pack *pack, struct fuhe_error *err) {
    static const char *const subjects[] = {"pack/@id", "pack/@version"};
    const fuhe_text names[] = {pack->id, pack->version};

    for (size_t i = 0; i < 2; i++) {
        if (strcspn(names[i].bytes, "@/\\ \t\r\n") < names[i].length) {
            return fuhe_pack_refuse(err, FUHE_PROBLEM_PACK_VALUE, subjects[i], names[i],
                                    "text without @ / \\ and space", (struct fuhe_place){0});
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status prove(const struct pack_reader *reader, struct fuhe_error *err) {
    FUHE_TRY(check_required(reader, err));
    FUHE_TRY(check_name(reader->pack, err));
    if (reader->pack->base != NULL) {
        FUHE_TRY(conclude_overlay(reader, err));
    }
    return fuhe_pack_validate(reader->pack, err);
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

enum fuhe_status fuhe_pack_read(const struct fuhe_input *input, const struct fuhe_pack_bases *bases,
                                struct fuhe_arena *arena, struct fuhe_pack *pack, struct fuhe_error *err) {
    struct pack_reader *reader = fuhe_arena_allocate(arena, 1, sizeof *reader);

    if (reader == NULL) {
        return no_memory(err);
    }
    fuhe_pack_init(pack);
    reader->arena = arena;
    reader->bases = bases;
    reader->pack = pack;
    make_rows(reader);
    FUHE_TRY(read_document(reader, input, err));
    FUHE_TRY(find_sources(reader, err));
    const enum fuhe_status status = prove(reader, err);
    if (status != FUHE_STATUS_OK) {
        add_place(reader, err);
    }
    return status;
}
