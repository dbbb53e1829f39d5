/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the rule pack that the user names on the command line. */
#include "cli/rules_named.h"

#include <stdio.h>
#include <string.h>

#include "cli/rules_folder.h"
#include "report/messages.h"

enum fuhe_exit fuhe_rules_exit(enum fuhe_status status) {
    return status == FUHE_STATUS_NO_MEMORY || status == FUHE_STATUS_INTERNAL ? FUHE_EXIT_INTERNAL : FUHE_EXIT_RULES;
}

/* A list of names, "jilin-yanbian, mof-2020"; what it has no room for is left out. */
struct name_list {
    char *text;
    size_t size;
    size_t used;
};

static void list_name(struct name_list *list, fuhe_text id, fuhe_text version) {
    const char *parts[] = {list->used == 0 ? "" : ", ", version.length == 0 ? "" : "@"};
    const size_t length = strlen(parts[0]) + id.length + strlen(parts[1]) + version.length;

    if (list->used + length < list->size) {
        (void)snprintf(list->text + list->used, list->size - list->used, "%s%.*s%s%.*s", parts[0], (int)id.length,
                       id.bytes, parts[1], (int)version.length, version.length == 0 ? "" : version.bytes);
        list->used += length;
    }
}

/* The versions of a pack, when the name asks for another one of it: "mof-2020@1". */
static void list_versions(const struct fuhe_pack_library *library, const char *name, struct name_list *list) {
    const char *at = strchr(name, '@');
    const fuhe_text asked = {name, at == NULL ? 0 : (size_t)(at - name)};

    for (size_t i = 0; i < library->count && at != NULL; i++) {
        if (fuhe_text_equals(library->packs[i].id, asked)) {
            list_name(list, asked, library->packs[i].version);
        }
    }
}

/* What might have been meant: versions of the pack, else the ids of all. */
static void list_known(const struct fuhe_pack_library *library, const char *name, char *text, size_t size) {
    struct name_list list = {text, size, 0};

    text[0] = '\0';
    list_versions(library, name, &list);
    for (size_t i = 0, versions = list.used; i < library->count && versions == 0; i++) {
        if (i == 0 || !fuhe_text_equals(library->packs[i].id, library->packs[i - 1].id)) {
            list_name(&list, library->packs[i].id, FUHE_TEXT(""));
        }
    }
}

const struct fuhe_pack *fuhe_rules_named(struct fuhe_pack_library *library, const char *name,
                                         enum fuhe_exit *exit_code) {
    struct fuhe_error error;
    char ids[sizeof error.expected];
    char joined[FUHE_PATH_BYTES];
    size_t index = fuhe_pack_library_find(library, name);

    if (index < library->count) {
        return &library->packs[index];
    }
    name = fuhe_rules_file_of(name, joined);
    if (fuhe_text_ends_with(fuhe_text_of(name), FUHE_TEXT(".xml"))) {
        const enum fuhe_status status = fuhe_pack_library_add_file(library, name, &index, &error);
        if (status == FUHE_STATUS_OK) {
            return &library->packs[index];
        }
        *exit_code = fuhe_rules_exit(status);
    } else {
        list_known(library, name, ids, sizeof ids);
        (void)fuhe_error_set(&error, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_UNKNOWN, name, ids);
        *exit_code = FUHE_EXIT_USAGE;
        name = NULL;
    }
    fuhe_message_complain(name, &error);
    return NULL;
}

static enum fuhe_exit refuse_draft(const struct fuhe_pack *pack) {
    struct fuhe_error error;
    char id[sizeof error.found];

    (void)snprintf(id, sizeof id, "%.*s", (int)(pack->id.length < 200 ? pack->id.length : 200), pack->id.bytes);
    (void)fuhe_error_set(&error, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_DRAFT, id, NULL);
    fuhe_message_complain(NULL, &error);
    return FUHE_EXIT_RULES;
}

/* An id is an id even where a folder has that name; and the folder of one pack (rules/hubei) names that pack. */
bool fuhe_rules_names_folder(const struct fuhe_pack_library *library, const char *name) {
    return fuhe_pack_library_find(library, name) == library->count && fuhe_rules_is_folder(name) &&
           !fuhe_rules_has_pack(name);
}

enum fuhe_exit fuhe_rules_find(struct fuhe_pack_library *library, const struct fuhe_rules_request *request,
                               const struct fuhe_pack **rules) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;
    const struct fuhe_pack *pack = fuhe_rules_named(library, request->name, &exit_code);

    *rules = NULL;
    if (pack != NULL) {
        exit_code = fuhe_rules_refuse_twin(library, (size_t)(pack - library->packs), request->name);
    }
    if (exit_code != FUHE_EXIT_OK) {
        return exit_code;
    }
    if (pack->status == FUHE_PACK_DRAFT && !request->allows_draft) {
        return refuse_draft(pack);
    }
    *rules = pack;
    return FUHE_EXIT_OK;
}

enum fuhe_exit fuhe_rules_load(struct fuhe_pack_library *library, const struct fuhe_rules_request *request,
                               const struct fuhe_pack **rules) {
    struct fuhe_error error = {0};
    const enum fuhe_status status = fuhe_pack_library_init(library, &error);

    *rules = NULL;
    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(NULL, &error);
        return fuhe_rules_exit(status);
    }
    if (request->name == NULL) {
        return FUHE_EXIT_OK;
    }
    if (request->takes_folder && fuhe_rules_names_folder(library, request->name)) {
        return fuhe_rules_add_folder(library, request->name);
    }
    return fuhe_rules_find(library, request, rules);
}
