/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the table of words and looks words up by their keys. Every cell of a document is looked up several times, so
 * the words of a section hang in chains by a hash of their keys, in the order in which they were taught. */
#include "intake/words.h"

#include <stdlib.h>

extern const char fuhe_intake_words[]; /* words.txt */

enum { BUCKETS = 64, BEGINNINGS = BUCKETS, CHAINS };

struct word {
    enum fuhe_role role;
    uint32_t next;     /* of its chain: 1 + the index of a word, 0 for none */
    bool is_beginning; /* it had a * at its end */
    fuhe_text key;
    fuhe_text phrase; /* as written */
};

struct section {
    struct word *items;
    size_t count;
    size_t capacity;
    uint32_t chains[CHAINS]; /* likewise; the last one has the beginnings of words */
    bool starts[BUCKETS];    /* whether a phrase begins so, by the hash of its first three bytes */
};

struct fuhe_words {
    struct fuhe_arena *arena;
    struct section sections[FUHE_WORDS_SECTION_COUNT];
};

static const char *const section_names[FUHE_WORDS_SECTION_COUNT] = {
    "title", "label", "goal", "funds", "indicator", "total", "level1", "narrative", "statement"};

static const char *const role_names[FUHE_ROLE_COUNT] = {
    "none",       "heading", "title",    "code",     "year",           "project",         "department",
    "unit",       "funds",   "goal",     "block",    "note",           "expected",        "achieved",
    "fund-label", "initial", "budget",   "executed", "rate",           "fund-weight",     "fund-score",
    "level1",     "level2",  "name",     "relation", "target",         "adjusted",        "value-unit",
    "actual",     "weight",  "score",    "reason",   "reviewed-score", "reviewed-reason", "total",
    "deviation",  "grade",   "name-end", "spending", "self",           "reviewer",        "continued"};

const char *fuhe_role_name(enum fuhe_role role) {
    return role_names[role];
}

/* The same name says another thing in some sections. */
struct section_role {
    enum fuhe_word_section section;
    const char *name;
    enum fuhe_role role;
};

static const struct section_role section_roles[] = {
    {FUHE_WORDS_FUNDS, "label", FUHE_ROLE_FUND_LABEL},
    {FUHE_WORDS_FUNDS, "weight", FUHE_ROLE_FUND_WEIGHT},
    {FUHE_WORDS_FUNDS, "score", FUHE_ROLE_FUND_SCORE},
    {FUHE_WORDS_INDICATOR, "unit", FUHE_ROLE_VALUE_UNIT},
};

/* --- keys -------------------------------------------------------------------------------------------------------- */

static uint32_t narrow(uint32_t character) {
    return character >= 0xFF01 && character <= 0xFF5E ? character - 0xFF01 + '!' : character;
}

static bool counts(uint32_t character) {
    return character > ' ' && character != 0xA0 && character != 0x3000 && character != 0xFEFF &&
           !(character >= 0x200B && character <= 0x200D) && character != ':' && character != '*';
}

/* Length of the key without a bracket at its end that is not all of it. */
static size_t without_last_bracket(const char *key, size_t length) {
    size_t depth = 0;

    if (length == 0 || key[length - 1] != ')') {
        return length;
    }
    for (size_t at = length; at-- > 0;) {
        depth += key[at] == ')';
        if (key[at] == '(' && --depth == 0) {
            return at == 0 ? length : at;
        }
    }
    return length;
}

/* 预算执行情况（万元）（20分） has two. */
static size_t without_brackets(const char *key, size_t length) {
    const size_t shorter = without_last_bracket(key, length);

    return shorter == length ? length : without_last_bracket(key, shorter);
}

/* Whether a common Chinese character stands there (U+4000 to U+9FFF), which is its own key: most of what is looked up.
 */
static bool is_common(fuhe_text text, size_t at) {
    const char *bytes = text.bytes + at;

    return text.length - at >= 3 && bytes[0] >= '\xE4' && bytes[0] <= '\xE9' &&
           ((unsigned char)bytes[1] & 0xC0) == 0x80 && ((unsigned char)bytes[2] & 0xC0) == 0x80;
}

fuhe_text fuhe_word_key(fuhe_text text, char key[FUHE_WORD_SIZE]) {
    size_t length = 0;

    for (size_t at = 0; at < text.length;) {
        if (is_common(text, at) && length + 3 <= FUHE_WORD_SIZE) {
            memcpy(key + length, text.bytes + at, 3);
            length += 3;
            at += 3;
            continue;
        }
        const size_t start = at;
        const uint32_t character = fuhe_text_next(text, &at);
        const uint32_t meant = narrow(character);
        const size_t size = meant < 0x80 ? 1 : at - start;
        if (!counts(meant)) {
            continue;
        }
        if (length + size > FUHE_WORD_SIZE) {
            return (fuhe_text){NULL, 0};
        }
        if (meant < 0x80) {
            key[length] = (char)meant;
        } else {
            memcpy(key + length, text.bytes + start, size);
        }
        length += size;
    }
    return (fuhe_text){key, without_brackets(key, length)};
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

static enum fuhe_status complain(struct fuhe_error *err, uint32_t line, fuhe_text found, const char *expected) {
    char text[128];
    const size_t length = found.length < sizeof text - 1 ? found.length : sizeof text - 1;

    memcpy(text, found.length == 0 ? "" : found.bytes, length);
    text[length] = '\0';
    (void)fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_INTAKE_WORDS, text, expected);
    fuhe_error_set_place(err, line, 0);
    return FUHE_STATUS_UNREADABLE;
}

static enum fuhe_role find_role(enum fuhe_word_section section, fuhe_text name) {
    for (size_t i = 0; i < sizeof section_roles / sizeof section_roles[0]; i++) {
        if (section_roles[i].section == section && fuhe_text_equals(fuhe_text_of(section_roles[i].name), name)) {
            return section_roles[i].role;
        }
    }
    for (size_t i = FUHE_ROLE_TITLE; i < FUHE_ROLE_COUNT; i++) {
        if (fuhe_text_equals(fuhe_text_of(role_names[i]), name)) {
            return (enum fuhe_role)i;
        }
    }
    return FUHE_ROLE_NONE;
}

static size_t bucket_of(fuhe_text key) {
    const uint32_t prime = 16777619; /* FNV-1a */
    uint32_t hash = 2166136261U;

    for (size_t i = 0; i < key.length; i++) {
        hash = (hash ^ (unsigned char)key.bytes[i]) * prime;
    }
    return (hash ^ hash >> 16) % BUCKETS;
}

static size_t start_of(fuhe_text phrase) {
    return bucket_of((fuhe_text){phrase.bytes, phrase.length < 3 ? phrase.length : 3});
}

/* Hangs the last word of a section at the end of its chain. */
static void chain_last(struct section *section) {
    const struct word *word = &section->items[section->count - 1];
    const bool is_short = word->phrase.length < 3;

    for (size_t i = 0; i < BUCKETS; i++) {
        section->starts[i] = section->starts[i] || is_short || i == start_of(word->phrase);
    }
    uint32_t *link = &section->chains[word->is_beginning ? BEGINNINGS : bucket_of(word->key)];

    while (*link != 0) {
        link = &section->items[*link - 1].next;
    }
    *link = (uint32_t)section->count;
}

static enum fuhe_status add_word(struct fuhe_words *words, enum fuhe_word_section to, enum fuhe_role role,
                                 fuhe_text written) {
    struct section *section = &words->sections[to];
    struct word word = {.role = role};
    char key[FUHE_WORD_SIZE];
    void *items = section->items;

    written = fuhe_text_trim(written);
    word.is_beginning = fuhe_text_ends_with(written, FUHE_TEXT("*"));
    const fuhe_text found = fuhe_word_key(written, key);
    if (found.length == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_arena_copy(words->arena, found, &word.key));
    FUHE_TRY(fuhe_arena_copy(words->arena, written, &word.phrase));
    FUHE_TRY(fuhe_arena_grow(words->arena, &items, section->count, &section->capacity, sizeof word));
    section->items = items;
    section->items[section->count++] = word;
    chain_last(section);
    return FUHE_STATUS_OK;
}

static enum fuhe_status add_words(struct fuhe_words *words, enum fuhe_word_section section, enum fuhe_role role,
                                  fuhe_text list) {
    for (size_t from = 0; from <= list.length;) {
        const fuhe_text rest = fuhe_text_from(list, from);
        const size_t bar = fuhe_text_find(rest, FUHE_TEXT("|"));
        FUHE_TRY(add_word(words, section, role, (fuhe_text){rest.bytes, bar}));
        from += bar + 1;
    }
    return FUHE_STATUS_OK;
}

static bool find_section(fuhe_text line, enum fuhe_word_section *section) {
    const fuhe_text name = {line.bytes + 1, line.length - 2};

    for (size_t i = 0; i < FUHE_WORDS_SECTION_COUNT; i++) {
        if (fuhe_text_equals(fuhe_text_of(section_names[i]), name)) {
            *section = (enum fuhe_word_section)i;
            return true;
        }
    }
    return false;
}

static enum fuhe_status teach_line(struct fuhe_words *words, fuhe_text line, uint32_t number,
                                   enum fuhe_word_section *section, struct fuhe_error *err) {
    const size_t sign = fuhe_text_find(line, FUHE_TEXT("="));

    if (line.length == 0 || line.bytes[0] == '#') {
        return FUHE_STATUS_OK;
    }
    if (line.length > 2 && line.bytes[0] == '[' && line.bytes[line.length - 1] == ']') {
        return find_section(line, section) ? FUHE_STATUS_OK
                                           : complain(err, number, line,
                                                      "[title] [label] [goal] [funds] [indicator] [total] [level1] "
                                                      "[narrative] [statement]");
    }
    if (sign == line.length || *section == FUHE_WORDS_SECTION_COUNT) {
        return complain(err, number, line, "role = word | word");
    }
    const fuhe_text name = fuhe_text_trim((fuhe_text){line.bytes, sign});
    const enum fuhe_role role = find_role(*section, name);
    if (role == FUHE_ROLE_NONE) {
        return complain(err, number, name, "role = word | word");
    }
    return add_words(words, *section, role, fuhe_text_from(line, sign + 1)) == FUHE_STATUS_OK
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_words_teach(struct fuhe_words *words, fuhe_text text, struct fuhe_error *err) {
    enum fuhe_word_section section = FUHE_WORDS_SECTION_COUNT;
    uint32_t number = 0;

    for (size_t from = 0; from < text.length;) {
        const fuhe_text rest = fuhe_text_from(text, from);
        const size_t end = fuhe_text_find(rest, FUHE_TEXT("\n"));
        FUHE_TRY(teach_line(words, fuhe_text_trim((fuhe_text){rest.bytes, end}), ++number, &section, err));
        from += end + 1;
    }
    return FUHE_STATUS_OK;
}

struct fuhe_words *fuhe_words_new(void) {
    struct fuhe_words *words = calloc(1, sizeof *words);

    if (words == NULL) {
        return NULL;
    }
    words->arena = fuhe_arena_new();
    if (words->arena == NULL || fuhe_words_teach(words, fuhe_text_of(fuhe_intake_words), NULL) != FUHE_STATUS_OK) {
        fuhe_words_free(words);
        return NULL;
    }
    return words;
}

void fuhe_words_free(struct fuhe_words *words) {
    if (words != NULL) {
        fuhe_arena_free(words->arena);
        free(words);
    }
}

/* --- looking up -------------------------------------------------------------------------------------------------- */

static bool fits(const struct word *word, fuhe_text key) {
    return word->is_beginning ? fuhe_text_starts_with(key, word->key) : fuhe_text_equals(key, word->key);
}

static enum fuhe_role find_in_chain(const struct section *section, size_t chain, fuhe_text key) {
    for (uint32_t at = section->chains[chain]; at != 0; at = section->items[at - 1].next) {
        if (fits(&section->items[at - 1], key)) {
            return section->items[at - 1].role;
        }
    }
    return FUHE_ROLE_NONE;
}

/* Whole words come before beginnings. */
enum fuhe_role fuhe_words_find(const struct fuhe_words *words, enum fuhe_word_section section, fuhe_text text) {
    char bytes[FUHE_WORD_SIZE];
    const fuhe_text key = fuhe_word_key(text, bytes);

    if (key.length == 0) {
        return FUHE_ROLE_NONE;
    }
    const enum fuhe_role role = find_in_chain(&words->sections[section], bucket_of(key), key);
    return role != FUHE_ROLE_NONE ? role : find_in_chain(&words->sections[section], BEGINNINGS, key);
}

bool fuhe_words_has(const struct fuhe_words *words, enum fuhe_word_section section, enum fuhe_role role,
                    fuhe_text text) {
    char bytes[FUHE_WORD_SIZE];
    const fuhe_text key = fuhe_word_key(text, bytes);

    for (size_t i = 0; key.length > 0 && i < words->sections[section].count; i++) {
        const struct word *word = &words->sections[section].items[i];
        if (word->role == role && fits(word, key)) {
            return true;
        }
    }
    return false;
}

/* Bytes of the longest phrase of a role at the start of text, 0 for none. */
static size_t phrase_length(const struct section *section, enum fuhe_role role, fuhe_text text) {
    size_t length = 0;

    for (size_t i = 0; i < section->count; i++) {
        const struct word *word = &section->items[i];
        if (word->role == role && word->phrase.bytes[0] == text.bytes[0] && word->phrase.length > length &&
            fuhe_text_starts_with(text, word->phrase)) {
            length = word->phrase.length;
        }
    }
    return length;
}

bool fuhe_words_search(const struct fuhe_words *words, enum fuhe_word_section section, enum fuhe_role role,
                       fuhe_text text, size_t from, size_t *begin, size_t *end) {
    size_t length = 0;

    while (from < text.length &&
           (((unsigned char)text.bytes[from] & 0xC0) == 0x80 || /* within a character */
            !words->sections[section].starts[start_of(fuhe_text_from(text, from))] ||
            (length = phrase_length(&words->sections[section], role, fuhe_text_from(text, from))) == 0)) {
        from++;
    }
    *begin = from;
    *end = from + length;
    return from < text.length;
}
