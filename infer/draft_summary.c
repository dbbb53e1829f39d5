/* SPDX-License-Identifier: Apache-2.0 */
/* The last words of the text: what of the base would change. */
#include "infer/draft.h"
#include "infer/sentence.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"

static void list_rules(const struct fuhe_draft *draft, struct fuhe_output *output) {
    const char *separator = "";

    for (size_t i = 0; i < FUHE_RULE_COUNT; i++) {
        if (draft->rules[i]) {
            fuhe_output_string(output, separator);
            fuhe_output_string(output, fuhe_rule_name((enum fuhe_rule)i));
            separator = fuhe_message_list_separator();
        }
    }
}

void fuhe_draft_write_summary(const struct fuhe_draft *draft, const struct fuhe_pack *base, const char *file,
                              struct fuhe_output *output) {
    struct fuhe_memory_output *rules = fuhe_memory_output_new();
    struct fuhe_slots slots = {.count = 0};

    if (rules == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    list_rules(draft, &rules->output);
    fuhe_slots_text(&slots, "base", base->id);
    fuhe_slots_text(&slots, "file", fuhe_text_of(file == NULL ? "" : file));
    fuhe_slots_text(&slots, "rules", fuhe_memory_output_text(rules));
    fuhe_output_char(output, '\n');
    fuhe_sentence_write(
        output, 0,
        draft->rule_count == 0 ? _("What is proposed is what {base} says: there is nothing to draft.")
        : file != NULL
            ? _("What is proposed differs from {base} in: {rules}. It was written to {file}; all else is the base's, "
                "whether claims show it or not.")
            : _("What is proposed differs from {base} in: {rules}. With -o FILE it is written as a draft "
                "rule pack; all else is the base's, whether claims show it or not."),
        &slots);
    if (draft->rule_count > 0 && file != NULL) {
        fuhe_output_char(output, '\n');
        fuhe_sentence_write(output, 0,
                            _("It is a draft: “fuhe rules check {file}” proves it, “fuhe score --rules {file} "
                              "--allow-draft” scores forms by it. Complete it with the notice that it stands for."),
                            &slots);
    }
    fuhe_memory_output_free(rules);
}
