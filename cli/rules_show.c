/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules show: a rule pack as a book. */
#include "cli/rules_show.h"

#include "cli/command.h"
#include "cli/rules_named.h"
#include "engine/arena.h"
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/translate.h"

static enum fuhe_exit complain(const struct fuhe_error *error) {
    fuhe_message_complain(NULL, error);
    return FUHE_EXIT_INTERNAL;
}

static enum fuhe_exit write_book(struct fuhe_output *output, const struct fuhe_pack *pack, struct fuhe_arena *arena) {
    struct fuhe_rulebook book;
    struct fuhe_error error;

    if (fuhe_rulebook_make(arena, pack, &book, &error) != FUHE_STATUS_OK) {
        return complain(&error);
    }
    fuhe_rulebook_write(output, &book);
    return FUHE_EXIT_OK;
}

enum fuhe_exit fuhe_rules_show(struct fuhe_output *output, struct fuhe_pack_library *library, int count,
                               char **operands) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;

    if (count != 1) {
        return fuhe_options_complain(&fuhe_command_rules, _("show takes the id of one rule pack"), "");
    }
    const struct fuhe_pack *pack = fuhe_rules_named(library, operands[0], &exit_code);
    struct fuhe_arena *arena = pack == NULL ? NULL : fuhe_arena_new();
    if (pack == NULL) {
        return exit_code;
    }
    if (arena == NULL) {
        struct fuhe_error error;
        (void)fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        return complain(&error);
    }
    exit_code = write_book(output, pack, arena);
    fuhe_arena_free(arena);
    return exit_code;
}
