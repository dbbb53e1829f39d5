/* SPDX-License-Identifier: Apache-2.0 */
/* Compound files: chains of sectors, whose next ones stand in tables that are sectors themselves; the directory is the
 * chain of entries, which are trees of siblings. Nothing in a file is believed: every place is held against its size
 * and every walk has an end. */
#include "doors/compound.h"

#include <string.h>

enum {
    HEADER_SIZE = 512,
    SHIFT_SMALL = 9, /* of the size of a sector */
    SHIFT_LARGE = 12,
    AT_SHIFT = 30,
    AT_DIRECTORY = 48,
    AT_SMALLEST = 56, /* size of a stream that has sectors of its own */
    AT_MORE_TABLES = 68,
    AT_TABLES = 76,
    TABLES_IN_HEADER = 109,
    WORD_SIZE = 4
};

/* An entry of the directory. */
enum {
    ENTRY_SIZE = 128,
    ENTRY_NAME_LENGTH = 64,
    ENTRY_KIND = 66,
    ENTRY_LEFT = 68,
    ENTRY_RIGHT = 72,
    ENTRY_CHILD = 76,
    ENTRY_SECTOR = 116,
    ENTRY_BYTES = 120,
    KIND_STREAM = 2
};

enum { TABLE_CHAIN_MAX = 64, DIRECTORY_CHAIN_MAX = 4096, SIBLINGS_MAX = 1000, WAITING_MAX = 64 };

static const uint32_t no_sector = UINT32_MAX;
static const fuhe_text signature = {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};

struct compound {
    fuhe_text bytes;
    unsigned shift;
};

bool fuhe_compound_is(fuhe_text bytes) {
    return fuhe_text_starts_with(bytes, signature);
}

static uint32_t word_at(fuhe_text bytes, size_t at) {
    uint32_t word = 0;

    for (size_t i = WORD_SIZE; i > 0 && at + WORD_SIZE <= bytes.length; i--) {
        word = word << 8 | (unsigned char)bytes.bytes[at + i - 1];
    }
    return word;
}

/* Empty when the file has no such sector; cut where the file ends in it. */
static fuhe_text sector_of(const struct compound *file, uint32_t number) {
    const uint64_t begin = ((uint64_t)number + 1) << file->shift;
    const size_t size = (size_t)1 << file->shift;

    if (begin >= file->bytes.length) {
        return (fuhe_text){NULL, 0};
    }
    const fuhe_text rest = fuhe_text_from(file->bytes, (size_t)begin);
    return (fuhe_text){rest.bytes, rest.length < size ? rest.length : size};
}

/* The sector that holds the index-th table of next sectors. */
static uint32_t table_of(const struct compound *file, uint32_t index) {
    const uint32_t words = (1U << file->shift) / WORD_SIZE - 1; /* the last one leads on */
    uint32_t sector = word_at(file->bytes, AT_MORE_TABLES);

    if (index < TABLES_IN_HEADER) {
        return word_at(file->bytes, AT_TABLES + (size_t)index * WORD_SIZE);
    }
    index -= TABLES_IN_HEADER;
    for (int steps = 0; index >= words; steps++) {
        if (steps == TABLE_CHAIN_MAX) {
            return no_sector;
        }
        sector = word_at(sector_of(file, sector), (size_t)words * WORD_SIZE);
        index -= words;
    }
    const fuhe_text table = sector_of(file, sector);
    return table.length == 0 ? no_sector : word_at(table, (size_t)index * WORD_SIZE);
}

static uint32_t next_sector(const struct compound *file, uint32_t sector) {
    const uint32_t words = (1U << file->shift) / WORD_SIZE;
    const fuhe_text table = sector_of(file, table_of(file, sector / words));

    return table.length == 0 ? no_sector : word_at(table, (size_t)(sector % words) * WORD_SIZE);
}

/* Empty when there is none of that number. */
static fuhe_text entry_of(const struct compound *file, uint32_t number) {
    const uint32_t in_sector = (1U << file->shift) / ENTRY_SIZE;
    uint32_t sector = word_at(file->bytes, AT_DIRECTORY);

    if (number / in_sector > DIRECTORY_CHAIN_MAX) {
        return (fuhe_text){NULL, 0};
    }
    for (uint32_t steps = number / in_sector; steps > 0; steps--) {
        sector = next_sector(file, sector);
    }
    const fuhe_text entries = sector_of(file, sector);
    const size_t at = (size_t)(number % in_sector) * ENTRY_SIZE;
    return at + ENTRY_SIZE > entries.length ? (fuhe_text){NULL, 0} : (fuhe_text){entries.bytes + at, ENTRY_SIZE};
}

static bool is_stream(fuhe_text entry, const char *name) {
    const size_t length = strlen(name);

    if (entry.bytes[ENTRY_KIND] != KIND_STREAM || (size_t)entry.bytes[ENTRY_NAME_LENGTH] != 2 * (length + 1)) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (entry.bytes[2 * i] != name[i] || entry.bytes[2 * i + 1] != '\0') {
            return false;
        }
    }
    return true;
}

/* The entry of a stream among the children of the root, empty for none. */
static fuhe_text find_entry(const struct compound *file, const char *name) {
    const fuhe_text root = entry_of(file, 0);
    uint32_t waiting[WAITING_MAX];
    size_t count = 0;

    if (root.length == 0) {
        return root;
    }
    waiting[count++] = word_at(root, ENTRY_CHILD);
    for (int visits = 0; count > 0 && visits < SIBLINGS_MAX; visits++) {
        const fuhe_text entry = entry_of(file, waiting[--count]);
        if (entry.length == 0) {
            continue;
        }
        if (is_stream(entry, name)) {
            return entry;
        }
        if (count + 2 <= WAITING_MAX) {
            waiting[count++] = word_at(entry, ENTRY_RIGHT);
            waiting[count++] = word_at(entry, ENTRY_LEFT);
        }
    }
    return (fuhe_text){NULL, 0};
}

bool fuhe_compound_find(fuhe_text bytes, const char *name, fuhe_text *head) {
    struct compound file = {.bytes = bytes};

    if (!fuhe_compound_is(bytes) || bytes.length < HEADER_SIZE) {
        return false;
    }
    file.shift = (unsigned char)bytes.bytes[AT_SHIFT];
    if (file.shift != SHIFT_SMALL && file.shift != SHIFT_LARGE) {
        return false;
    }
    const fuhe_text entry = find_entry(&file, name);
    if (entry.length > 0 && head != NULL) {
        const bool has_sectors = word_at(entry, ENTRY_BYTES) >= word_at(bytes, AT_SMALLEST);
        *head = has_sectors ? sector_of(&file, word_at(entry, ENTRY_SECTOR)) : (fuhe_text){NULL, 0};
    }
    return entry.length > 0;
}
