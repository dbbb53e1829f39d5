/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules diff: two rule packs as books, held against each other. */
#include "cli/rules_diff.h"

#include <string.h>

#include "cli/command.h"
#include "cli/rules_named.h"
#include "report/messages.h"
#include "report/rulebook_diff.h"
#include "report/translate.h"

static enum fuhe_exit write_diff(struct fuhe_output *output, const struct fuhe_pack *const packs[2],
                                 struct fuhe_arena *arena, bool json) {
    struct fuhe_rulebook books[2];
    struct fuhe_rulebook_diff diff;
    struct fuhe_error error;

    for (size_t i = 0; i < 2; i++) {
        if (fuhe_rulebook_make(arena, packs[i], &books[i], &error) != FUHE_STATUS_OK) {
            fuhe_message_complain(NULL, &error);
            return FUHE_EXIT_INTERNAL;
        }
    }
    fuhe_rulebook_compare(&books[0], &books[1], &diff);
    (json ? fuhe_rulebook_diff_write_json : fuhe_rulebook_diff_write)(output, &diff);
    return diff.differs ? FUHE_EXIT_FINDINGS : FUHE_EXIT_OK;
}

enum fuhe_exit fuhe_rules_diff(struct fuhe_output *output, struct fuhe_pack_library *library, const char *format,
                               int count, char **operands) {
    const struct fuhe_pack *packs[2];
    enum fuhe_exit exit_code = FUHE_EXIT_OK;
    struct fuhe_arena *arena = NULL;
    struct fuhe_error error;

    if (count != 2) {
        return fuhe_options_complain(&fuhe_command_rules, _("diff takes two rule packs, each an id or a file"), "");
    }
    for (size_t i = 0; i < 2; i++) {
        packs[i] = fuhe_rules_named(library, operands[i], &exit_code);
        if (packs[i] == NULL) {
            return exit_code;
        }
    }
    arena = fuhe_arena_new();
    if (arena == NULL) {
        (void)fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        fuhe_message_complain(NULL, &error);
        return FUHE_EXIT_INTERNAL;
    }
    exit_code = write_diff(output, packs, arena, strcmp(format, "json") == 0);
    fuhe_arena_free(arena);
    return exit_code;
}
