/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules check: proves rule packs. A pack is proved whenever it is read, so those that are built in are proved
 * already. */
#include "cli/rules_check.h"

#include "cli/rules_named.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

static enum fuhe_exit worse(enum fuhe_exit a, enum fuhe_exit b) {
    return a > b ? a : b;
}

static void write_sound(struct fuhe_output *output, fuhe_text name, const struct fuhe_pack *pack) {
    const struct fuhe_template_word words[] = {
        {"file", name}, {"id", pack->id}, {"version", pack->version}, {NULL, {NULL, 0}}};

    fuhe_template_words(output, _("{file}: rule pack {id}, version {version}, holds together"), words);
    fuhe_output_char(output, '\n');
}

static enum fuhe_exit check_file(struct fuhe_output *output, struct fuhe_pack_library *library, const char *path) {
    struct fuhe_error error;
    size_t index;
    const enum fuhe_status status = fuhe_pack_library_add_file(library, path, &index, &error);

    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(path, &error);
        return fuhe_rules_exit(status);
    }
    write_sound(output, fuhe_text_of(path), &library->packs[index]);
    return FUHE_EXIT_OK;
}

enum fuhe_exit fuhe_rules_check(struct fuhe_output *output, struct fuhe_pack_library *library, int count,
                                char **operands) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;

    for (size_t i = 0; count == 0 && i < fuhe_builtin_pack_count; i++) {
        write_sound(output, library->packs[i].id, &library->packs[i]);
    }
    for (int i = 0; i < count; i++) {
        const size_t index = fuhe_pack_library_find(library, operands[i]);
        if (index < fuhe_builtin_pack_count) {
            write_sound(output, library->packs[index].id, &library->packs[index]);
        } else {
            exit_code = worse(exit_code, check_file(output, library, operands[i]));
        }
    }
    return exit_code;
}
