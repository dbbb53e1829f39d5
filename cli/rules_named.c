/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the rule pack that the user names on the command line. */
#include "cli/rules_named.h"

#include <string.h>

#include "report/messages.h"

enum fuhe_exit fuhe_rules_exit(enum fuhe_status status) {
    return status == FUHE_STATUS_NO_MEMORY || status == FUHE_STATUS_INTERNAL ? FUHE_EXIT_INTERNAL : FUHE_EXIT_RULES;
}

/* "jilin-yanbian, mof-2020" */
static void list_ids(const struct fuhe_pack_library *library, char *text, size_t size) {
    size_t used = 0;

    text[0] = '\0';
    for (size_t i = 0; i < library->count; i++) {
        const fuhe_text id = library->packs[i].id;
        if (used + id.length + 3 > size) {
            break;
        }
        memcpy(text + used, ", ", 2);
        used += i == 0 ? 0 : 2;
        memcpy(text + used, id.bytes, id.length);
        used += id.length;
        text[used] = '\0';
    }
}

const struct fuhe_pack *fuhe_rules_named(struct fuhe_pack_library *library, const char *name,
                                         enum fuhe_exit *exit_code) {
    struct fuhe_error error;
    char ids[sizeof error.expected];
    size_t index = fuhe_pack_library_find(library, name);

    if (index < library->count) {
        return &library->packs[index];
    }
    if (fuhe_text_ends_with(fuhe_text_of(name), FUHE_TEXT(".xml"))) {
        const enum fuhe_status status = fuhe_pack_library_add_file(library, name, &index, &error);
        if (status == FUHE_STATUS_OK) {
            return &library->packs[index];
        }
        *exit_code = fuhe_rules_exit(status);
    } else {
        list_ids(library, ids, sizeof ids);
        (void)fuhe_error_set(&error, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_UNKNOWN, name, ids);
        *exit_code = FUHE_EXIT_USAGE;
        name = NULL;
    }
    fuhe_message_complain(name, &error);
    return NULL;
}

enum fuhe_exit fuhe_rules_load(struct fuhe_pack_library *library, const char *name, const struct fuhe_pack **rules) {
    struct fuhe_error error = {0};
    const enum fuhe_status status = fuhe_pack_library_init(library, &error);
    enum fuhe_exit exit_code = FUHE_EXIT_OK;

    *rules = NULL;
    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(NULL, &error);
        return fuhe_rules_exit(status);
    }
    if (name != NULL) {
        *rules = fuhe_rules_named(library, name, &exit_code);
    }
    return exit_code;
}
