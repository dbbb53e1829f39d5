/* SPDX-License-Identifier: Apache-2.0 */
/* Where a finding is, in the words of the form: who sent it in has paper before him, not the XML. */
#include "report/place.h"

#include <string.h>

#include "report/messages.h"
#include "report/translate.h"

static const char between[] = " › ";

static void write_part(struct fuhe_output *output, fuhe_text part, bool *first) {
    if (part.length > 0) {
        fuhe_output_string(output, *first ? "" : between);
        fuhe_output_text(output, part);
        *first = false;
    }
}

static fuhe_text part_of_form(const struct fuhe_finding *finding) {
    static const char *const blocks[] = {
        [FUHE_BLOCK_FORM] = N_("form"),
        [FUHE_BLOCK_FUND] = N_("Funds"),
        [FUHE_BLOCK_GOAL] = N_("Goal"),
        [FUHE_BLOCK_INDICATOR] = N_("Indicators"),
        [FUHE_BLOCK_CATEGORY] = N_("Indicators"),
        [FUHE_BLOCK_TOTAL] = N_("total"),
        [FUHE_BLOCK_DISCLOSED] = N_("published figures"),
        [FUHE_BLOCK_STATEMENT] = N_("published figures"),
    };

    return fuhe_text_of(_(blocks[finding->block]));
}

/* "成本指标 › 办公经费3 › 自评得分", "资金情况 › 年度资金总额 › 得分" */
void fuhe_message_place(struct fuhe_output *output, const struct fuhe_form *form, const struct fuhe_finding *finding) {
    const bool is_list =
        finding->block == FUHE_BLOCK_FORM && finding->cell != NULL && strcmp(finding->cell, "indicators") == 0;
    const char *cell = finding->cell == NULL || is_list ? "" : fuhe_message_cell(finding->cell);
    bool first = true;

    if (finding->block == FUHE_BLOCK_INDICATOR && finding->index < form->indicator_count) {
        write_part(output, form->indicators[finding->index].level1.text, &first);
        write_part(output, form->indicators[finding->index].name.text, &first);
    } else if (finding->block == FUHE_BLOCK_CATEGORY) {
        write_part(output, fuhe_text_of(fuhe_message_category(finding->category)), &first);
    } else if (finding->block != FUHE_BLOCK_TOTAL || cell[0] == '\0') {
        write_part(output, is_list ? fuhe_text_of(_("Indicators")) : part_of_form(finding), &first);
    }
    if (finding->block == FUHE_BLOCK_FUND && finding->index < form->fund_count) {
        write_part(output, form->funds[finding->index].label.text, &first);
    }
    write_part(output, fuhe_text_of(cell), &first);
}
