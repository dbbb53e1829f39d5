/* SPDX-License-Identifier: Apache-2.0 */
/* Where a finding is, in the words of the form, and in a document by its address there: "产出指标 / 用餐人员 / 完成值
 * （Sheet1!G17）". */
#include "report/messages.h"
#include "report/place.h"
#include "report/translate.h"

const char *fuhe_message_block(enum fuhe_block block) {
    static const char *const blocks[] = {
        [FUHE_BLOCK_FORM] = N_("Form"),
        [FUHE_BLOCK_FUND] = N_("Funds"),
        [FUHE_BLOCK_GOAL] = N_("Goal"),
        [FUHE_BLOCK_INDICATOR] = N_("Indicators"),
        [FUHE_BLOCK_CATEGORY] = N_("Indicators"),
        [FUHE_BLOCK_TOTAL] = N_("Total"),
        [FUHE_BLOCK_DISCLOSED] = N_("Published narrative"),
        [FUHE_BLOCK_STATEMENT] = N_("Department statement"),
        [FUHE_BLOCK_DOUBT] = N_("Reading of the document"),
    };

    return _(blocks[block]);
}

static void write_part(struct fuhe_output *output, fuhe_text part, const char *before) {
    if (part.length > 0) {
        fuhe_output_string(output, before);
        fuhe_output_text(output, part);
    }
}

static void write_block(struct fuhe_output *output, const struct fuhe_form *form, const struct fuhe_finding *finding) {
    fuhe_output_string(output, fuhe_message_block(finding->block));
    if (finding->block == FUHE_BLOCK_FUND && finding->index < form->fund_count) {
        write_part(output, form->funds[finding->index].label.text, " / ");
    }
    if (finding->category != FUHE_CATEGORY_NONE) {
        write_part(output, fuhe_text_of(fuhe_message_category(finding->category)), " / ");
    }
}

void fuhe_message_place(struct fuhe_output *output, const struct fuhe_form *form, const struct fuhe_finding *finding) {
    if (finding->block == FUHE_BLOCK_INDICATOR && finding->index < form->indicator_count) {
        const fuhe_text level1 = form->indicators[finding->index].level1.text;

        write_part(output, level1, "");
        fuhe_output_string(output, level1.length > 0 ? " / " : "");
        fuhe_message_row(output, form, finding->index);
    } else {
        write_block(output, form, finding);
    }
    if (finding->cell != NULL) {
        write_part(output, fuhe_text_of(fuhe_message_cell(finding->cell)), " / ");
    }
    if (fuhe_place_is_of_table(finding->place)) {
        fuhe_output_string(output, _(" ("));
        fuhe_place_write(output, form, finding->place);
        fuhe_output_string(output, _(")"));
    }
}
