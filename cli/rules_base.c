/* SPDX-License-Identifier: Apache-2.0 */
/* Where a new rule pack begins: at one that is built in, whose cases are, too, or at a file, whose cases lie beside it
 * as fuhe rules test has them. */
#include "cli/rules_base.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/rules_folder.h"
#include "cli/rules_named.h"
#include "cli/teaching.h"
#include "report/messages.h"
#include "report/translate.h"
#include "xml/case_reader.h"
#include "xml/encoding.h"

static enum fuhe_exit complain(const char *path, enum fuhe_status status, const struct fuhe_error *error) {
    fuhe_message_complain(path, error);
    return fuhe_rules_exit(status);
}

/* What is copied is copied as it stands. */
static enum fuhe_exit check_encoding(const char *path, fuhe_text bytes) {
    if (fuhe_utf8_valid_length(bytes.bytes, bytes.length) == bytes.length) {
        return FUHE_EXIT_OK;
    }
    return fuhe_options_complain(&fuhe_command_rules,
                                 _("a base that is a file must be in UTF-8, and so must its cases"), path);
}

/* --- cases ------------------------------------------------------------------------------------------------------- */

/* Cases of another pack in the same folder are none of this one. */
static enum fuhe_status read_cases(struct fuhe_rules_base *base, struct fuhe_arena *arena, struct fuhe_error *err) {
    struct fuhe_memory_input memory = {.bytes = base->held.bytes, .length = base->held.length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct fuhe_pack_cases cases;

    FUHE_TRY(fuhe_cases_read(&input, arena, &cases, err));
    if (fuhe_text_equals(cases.pack, base->pack->id)) {
        base->cases = fuhe_text_builder_text(&base->held);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_exit load_cases(struct fuhe_rules_base *base, const char *path) {
    struct fuhe_error error = {0};
    struct fuhe_arena *arena = fuhe_arena_new();
    enum fuhe_status status = arena == NULL
                                  ? fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL)
                                  : fuhe_file_load(path, &base->held, &error);

    if (status == FUHE_STATUS_OK) {
        status = read_cases(base, arena, &error);
    }
    fuhe_arena_free(arena);
    return status == FUHE_STATUS_OK ? check_encoding(path, base->cases) : complain(path, status, &error);
}

static enum fuhe_exit find_cases(struct fuhe_rules_base *base) {
    const char *slash = strrchr(base->file, '/');
    const int folder = slash == NULL ? 0 : (int)(slash + 1 - base->file);
    char path[FUHE_PATH_BYTES];
    struct stat information;
    const int length = snprintf(path, sizeof path, "%.*scases.xml", folder, base->file);

    if (length < 0 || length >= FUHE_PATH_BYTES || stat(path, &information) != 0) {
        return FUHE_EXIT_OK;
    }
    return load_cases(base, path);
}

/* --- the pack ---------------------------------------------------------------------------------------------------- */

static enum fuhe_exit load_file(struct fuhe_rules_base *base, struct fuhe_pack_library *library) {
    struct fuhe_error error = {0};
    size_t index;
    const enum fuhe_status status = fuhe_pack_library_add_file(library, base->file, &index, &error);

    if (status != FUHE_STATUS_OK) {
        return complain(base->file, status, &error);
    }
    base->pack = &library->packs[index];
    base->document = library->documents[index];
    const enum fuhe_exit exit_code = check_encoding(base->file, base->document);
    return exit_code == FUHE_EXIT_OK ? find_cases(base) : exit_code;
}

enum fuhe_exit fuhe_rules_base_find(struct fuhe_rules_base *base, struct fuhe_pack_library *library, const char *name) {
    const size_t index = fuhe_pack_library_find(library, name);
    char joined[FUHE_PATH_BYTES];

    *base = (struct fuhe_rules_base){.built_in = index < fuhe_builtin_pack_count};
    if (base->built_in) {
        const struct fuhe_builtin_pack *pack = &fuhe_builtin_packs[index];
        base->pack = &library->packs[index];
        base->document = (fuhe_text){pack->bytes, pack->length};
        base->cases = (fuhe_text){pack->cases, pack->cases_length};
        return FUHE_EXIT_OK;
    }
    const char *file = fuhe_rules_file_of(name, joined);
    if (!fuhe_text_ends_with(fuhe_text_of(file), FUHE_TEXT(".xml")) || strlen(file) >= sizeof base->file) {
        return fuhe_options_complain(
            &fuhe_command_rules,
            _("the base is the id of a rule pack that fuhe rules list names, or the file or folder of one"), name);
    }
    (void)snprintf(base->file, sizeof base->file, "%s", file);
    return load_file(base, library);
}

void fuhe_rules_base_release(struct fuhe_rules_base *base) {
    fuhe_text_builder_release(&base->held);
}
