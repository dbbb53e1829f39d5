/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules show: rule packs as books. */
#include "cli/rules_show.h"

#include <string.h>

#include "cli/command.h"
#include "cli/rules_named.h"
#include "html/rulebook_page.h"
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/translate.h"

static enum fuhe_status write_book(struct fuhe_output *output, const struct fuhe_pack *pack, bool html,
                                   struct fuhe_error *err) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_rulebook book;

    if (arena == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    enum fuhe_status status = fuhe_rulebook_make(arena, pack, &book, err);
    if (status == FUHE_STATUS_OK && html) {
        status = fuhe_rulebook_page_write(output, &book, err);
    } else if (status == FUHE_STATUS_OK) {
        fuhe_rulebook_write(output, &book);
    }
    fuhe_arena_free(arena);
    return status;
}

enum fuhe_exit fuhe_rules_show(struct fuhe_output *output, struct fuhe_pack_library *library, const char *format,
                               int count, char **operands) {
    const bool html = strcmp(format, "html") == 0;
    enum fuhe_exit exit_code = FUHE_EXIT_OK;
    struct fuhe_error error;

    if (count == 0 || (html && count > 1)) {
        return fuhe_options_complain(&fuhe_command_rules,
                                     html ? _("a page shows one rule pack: name one, by id or as an .xml file")
                                          : _("show takes rule packs, by id or as .xml files"),
                                     "");
    }
    for (int i = 0; i < count && exit_code == FUHE_EXIT_OK; i++) {
        const struct fuhe_pack *pack = fuhe_rules_named(library, operands[i], &exit_code);
        fuhe_output_string(output, i > 0 && pack != NULL ? "\n\n" : "");
        if (pack != NULL && write_book(output, pack, html, &error) != FUHE_STATUS_OK) {
            fuhe_message_complain(NULL, &error);
            exit_code = FUHE_EXIT_INTERNAL;
        }
    }
    return exit_code;
}
