/* SPDX-License-Identifier: Apache-2.0 */
/* Options come first, then "--", then the operands. */
#include "cli/batch_arguments.h"

#include <stdint.h>
#include <string.h>

static const char list_option[] = "--files-from=";
static const char rules_option[] = "--rules=";
static const char words_option[] = "--words=";
static const char convert_option[] = "--convert";
static const char operands_follow[] = "--";

/* Puts an argument behind the others; without a place, only counts its bytes. */
static size_t add(char *place, const char *option, const char *value) {
    const size_t first = strlen(option);
    const size_t second = strlen(value) + 1;

    if (place != NULL) {
        memcpy(place, option, first);
        memcpy(place + first, value, second);
    }
    return first + second;
}

static size_t write_all(const struct fuhe_batching_request *request, char *bytes) {
    const struct fuhe_source_request *source = &request->source;
    size_t used = 0;

    if (source->list != NULL) {
        used += add(bytes, list_option, source->list);
    }
    if (request->rules.name != NULL) {
        used += add(bytes == NULL ? NULL : bytes + used, rules_option, request->rules.name);
    }
    if (request->teaching.words != NULL) {
        used += add(bytes == NULL ? NULL : bytes + used, words_option, request->teaching.words);
    }
    if (request->teaching.converts) {
        used += add(bytes == NULL ? NULL : bytes + used, convert_option, "");
    }
    used += add(bytes == NULL ? NULL : bytes + used, operands_follow, "");
    for (size_t i = 0; i < source->operand_count; i++) {
        used += add(bytes == NULL ? NULL : bytes + used, "", source->operands[i]);
    }
    return used;
}

enum fuhe_status fuhe_batch_arguments_write(const struct fuhe_batching_request *request, struct fuhe_arena *arena,
                                            fuhe_text *arguments) {
    const size_t length = write_all(request, NULL);
    char *bytes = fuhe_arena_allocate(arena, length, 1);

    if (bytes == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    (void)write_all(request, bytes);
    *arguments = (fuhe_text){bytes, length};
    return FUHE_STATUS_OK;
}

/* --- reading --- */

/* The next argument; NULL behind the last one. */
static const char *next(fuhe_text *arguments) {
    const char *argument = arguments->bytes;
    const char *end = arguments->length == 0 ? NULL : memchr(argument, '\0', arguments->length);

    if (end == NULL) {
        return NULL;
    }
    *arguments = fuhe_text_from(*arguments, (size_t)(end + 1 - argument));
    return argument;
}

/* The value of an option; NULL when the argument is another one. */
static const char *value_of(const char *argument, const char *option) {
    const size_t length = strlen(option);

    return strncmp(argument, option, length) == 0 ? argument + length : NULL;
}

static void read_options(fuhe_text *arguments, struct fuhe_batching_request *request) {
    const char *argument = next(arguments);

    while (argument != NULL && strcmp(argument, operands_follow) != 0) {
        const char *list = value_of(argument, list_option);
        const char *rules = value_of(argument, rules_option);
        const char *words = value_of(argument, words_option);
        request->teaching.words = words != NULL ? words : request->teaching.words;
        request->teaching.converts |= strcmp(argument, convert_option) == 0;
        request->source.list = list != NULL ? list : request->source.list;
        request->rules.name = rules != NULL ? rules : request->rules.name;
        argument = next(arguments);
    }
}

enum fuhe_status fuhe_batch_arguments_read(fuhe_text arguments, struct fuhe_arena *arena,
                                           struct fuhe_batching_request *request) {
    size_t count = 0;

    read_options(&arguments, request);
    for (fuhe_text rest = arguments; next(&rest) != NULL;) {
        count++;
    }
    char **operands = fuhe_arena_allocate(arena, count + 1, sizeof *operands);
    if (operands == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        operands[i] = (char *)(uintptr_t)next(&arguments);
    }
    request->source.operands = operands;
    request->source.operand_count = count;
    return FUHE_STATUS_OK;
}

bool fuhe_batch_arguments_read_input(const struct fuhe_source_request *source) {
    bool reads = source->list != NULL && strcmp(source->list, "-") == 0;

    for (size_t i = 0; i < source->operand_count; i++) {
        reads |= strcmp(source->operands[i], "-") == 0;
    }
    return reads;
}
