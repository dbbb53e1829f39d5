/* SPDX-License-Identifier: Apache-2.0 */
/* The table of finding codes, and the list that checks add to. */
#include "engine/finding.h"

#include <string.h>

#include "engine/output.h"

struct code_row {
    const char *name;
    enum fuhe_severity severity;
};

static const struct code_row codes[FUHE_CODE_COUNT] = {
#define CODE_ROW(name, word, severity) [FUHE_CODE_##name] = {word, FUHE_SEVERITY_##severity},
    FUHE_CODES(CODE_ROW)
#undef CODE_ROW
};

static const char *const severity_names[FUHE_SEVERITY_COUNT] = {"note", "warning", "error"};

static const char *const block_names[] = {
    [FUHE_BLOCK_FORM] = "",
    [FUHE_BLOCK_FUND] = "funds/fund",
    [FUHE_BLOCK_GOAL] = "goal",
    [FUHE_BLOCK_INDICATOR] = "indicators/indicator",
    [FUHE_BLOCK_CATEGORY] = "indicators",
    [FUHE_BLOCK_TOTAL] = "total",
    [FUHE_BLOCK_DISCLOSED] = "disclosed",
    [FUHE_BLOCK_STATEMENT] = "statement",
    [FUHE_BLOCK_DOUBT] = "doubts/doubt",
};

const char *fuhe_code_name(enum fuhe_code code) {
    return codes[code].name;
}

enum fuhe_code fuhe_code_find(fuhe_text word) {
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        if (fuhe_text_equals(word, fuhe_text_of(codes[i].name))) {
            return (enum fuhe_code)i;
        }
    }
    return FUHE_CODE_COUNT;
}

enum fuhe_severity fuhe_code_severity(enum fuhe_code code) {
    return codes[code].severity;
}

const char *fuhe_severity_name(enum fuhe_severity severity) {
    return severity_names[severity];
}

enum fuhe_status fuhe_finding_add(struct fuhe_finding_list *list, struct fuhe_arena *arena,
                                  const struct fuhe_finding *finding) {
    void *items = list->items;

    FUHE_TRY(fuhe_arena_grow(arena, &items, list->count, &list->capacity, sizeof *list->items));
    list->items = items;
    list->items[list->count++] = *finding;
    return FUHE_STATUS_OK;
}

struct fuhe_figure fuhe_figure_of(fuhe_decimal value) {
    return (struct fuhe_figure){true, value};
}

/* Appends as much as there is room for before `end`; returns where it ends. */
static char *append(char *to, const char *end, fuhe_text text) {
    const size_t room = (size_t)(end - to);
    const size_t length = text.length < room ? text.length : room;

    if (length > 0) {
        memcpy(to, text.bytes, length);
    }
    return to + length;
}

size_t fuhe_finding_path(const struct fuhe_finding *finding, char path[FUHE_PATH_SIZE]) {
    const bool indexed = finding->block == FUHE_BLOCK_FUND || finding->block == FUHE_BLOCK_INDICATOR ||
                         finding->block == FUHE_BLOCK_DOUBT;
    const fuhe_text block = fuhe_text_of(block_names[finding->block]);
    const fuhe_text cell = fuhe_text_of(finding->cell);
    const char *const end = path + FUHE_PATH_SIZE - 1;
    char *next = append(path, end, block);

    if (indexed) {
        char digits[FUHE_SIZE_TEXT_SIZE];
        const size_t length = fuhe_size_format(finding->index + 1, digits);
        next = append(next, end, FUHE_TEXT("["));
        next = append(next, end, (fuhe_text){digits, length});
        next = append(next, end, FUHE_TEXT("]"));
    }
    if (block.length > 0 && cell.length > 0) {
        next = append(next, end, FUHE_TEXT("/"));
    }
    next = append(next, end, cell);
    *next = '\0';
    return (size_t)(next - path);
}
