/* SPDX-License-Identifier: Apache-2.0 */
/* Names as people type them: the same office with a blank, a dash or full-width brackets in it. What stands between
 * letters is passed over; the rest is mixed into one number, so that a table of names stays small. */
#include "store/name_key.h"

#include <stdint.h>

#include "store/database.h"

enum { BREAK = ' ', END = 0x1F };

static uint32_t narrow(uint32_t character) {
    enum { FIRST_WIDE = 0xFF01, LAST_WIDE = 0xFF5E };

    return character >= FIRST_WIDE && character <= LAST_WIDE ? character - FIRST_WIDE + '!' : character;
}

static bool is_digit(uint32_t character) {
    return character >= '0' && character <= '9';
}

static bool is_mark(uint32_t character) {
    static const struct {
        uint32_t first, last;
    } marks[] = {
        {0, '/'},         {':', '@'},       {'[', '`'},       {'{', 0xA9},      {0xAB, 0xB1},     {0xB4, 0xB4},
        {0xB6, 0xB8},     {0xBB, 0xBB},     {0xBF, 0xBF},     {0x2000, 0x206F}, {0x3000, 0x3004}, {0x3008, 0x3020},
        {0x3030, 0x3030}, {0x30FB, 0x30FB}, {0xFE10, 0xFE6F}, {0xFEFF, 0xFEFF}, {0xFF5F, 0xFF65},
    };

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (character >= marks[i].first && character <= marks[i].last) {
            return true;
        }
    }
    return false;
}

static uint64_t mix(uint64_t key, uint32_t character) {
    const uint64_t factor = 0x9E3779B97F4A7C15U;

    key = (key ^ character) * factor;
    return key ^ key >> 29;
}

uint64_t fuhe_name_key(uint64_t key, fuhe_text name) {
    uint32_t last = 0;
    bool broken = false; /* marks were passed over since the last character */
    size_t offset = 0;

    while (offset < name.length) {
        const uint32_t character = narrow(fuhe_text_next(name, &offset));
        if (is_mark(character)) {
            broken = true;
            continue;
        }
        key = broken && is_digit(last) && is_digit(character) ? mix(key, BREAK) : key;
        key = mix(key, character);
        last = character;
        broken = false;
    }
    return mix(key, END);
}

static void name_key(sqlite3_context *context, int count, sqlite3_value **values) {
    uint64_t key = FUHE_NAME_KEY_START;

    for (int i = 0; i < count; i++) {
        const char *bytes = (const char *)sqlite3_value_text(values[i]);
        key = fuhe_name_key(key, (fuhe_text){bytes, bytes == NULL ? 0 : (size_t)sqlite3_value_bytes(values[i])});
    }
    sqlite3_result_int64(context, (int64_t)key);
}

enum fuhe_status fuhe_name_key_add(sqlite3 *database, struct fuhe_error *err) {
    const int made = sqlite3_create_function_v2(database, "name_key", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                                                name_key, NULL, NULL, NULL);

    return made == SQLITE_OK ? FUHE_STATUS_OK : fuhe_database_fail(database, err);
}
