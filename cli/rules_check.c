/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules check: proves rule packs and lists what is proved. A pack is proved whenever it is read; it is proved once
 * more here for the figures. */
#include "cli/rules_check.h"

#include "cli/rules_named.h"
#include "cli/rules_proof.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

static enum fuhe_exit worse(enum fuhe_exit a, enum fuhe_exit b) {
    return a > b ? a : b;
}

static enum fuhe_exit check_pack(struct fuhe_output *output, const char *name, const struct fuhe_pack *pack) {
    struct fuhe_pack_proof proof;
    struct fuhe_error error;
    const enum fuhe_status status = fuhe_pack_prove(pack, &proof, &error);
    const struct fuhe_template_word words[] = {
        {"file", fuhe_text_of(name)}, {"id", pack->id}, {"version", pack->version}, {NULL, {NULL, 0}}};

    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(name, &error);
        return fuhe_rules_exit(status);
    }
    fuhe_template_words(output, _("{file}: rule pack {id}, version {version}, holds together"), words);
    fuhe_output_char(output, '\n');
    fuhe_rules_write_proof(output, pack, &proof);
    return FUHE_EXIT_OK;
}

enum fuhe_exit fuhe_rules_check(struct fuhe_output *output, struct fuhe_pack_library *library, int count,
                                char **operands) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;

    for (size_t i = 0; count == 0 && i < fuhe_builtin_pack_count; i++) {
        exit_code = worse(exit_code, check_pack(output, fuhe_builtin_packs[i].id, &library->packs[i]));
    }
    for (int i = 0; i < count; i++) {
        enum fuhe_exit refused = FUHE_EXIT_OK;
        const struct fuhe_pack *pack = fuhe_rules_named(library, operands[i], &refused);
        exit_code = worse(exit_code, pack == NULL ? refused : check_pack(output, operands[i], pack));
    }
    return exit_code;
}
