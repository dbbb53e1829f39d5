/* SPDX-License-Identifier: Apache-2.0 */
/* 规则: of each pack that was used, what formulas look up (bands of the execution score and cuts of the grades, lowest
 * first) and every rule with what it says and its paper. */
#include "report/messages.h"
#include "report/rulebook_model.h"
#include "report/translate.h"
#include "workbook/tables.h"

static const struct fuhe_column columns[FUHE_RULE_COLUMN_COUNT] = {
    [FUHE_RULE_PACK] = {N_("Rules"), 18, FUHE_LOOK_TEXT},
    [FUHE_RULE_KIND] = {N_("What"), 24, FUHE_LOOK_TEXT},
    [FUHE_RULE_FROM] = {N_("From"), 9, FUHE_LOOK_NUMBER},
    [FUHE_RULE_SCORE] = {N_("Points"), 9, FUHE_LOOK_NUMBER},
    [FUHE_RULE_NAME] = {N_("Grade, or what the rule says"), 60, FUHE_LOOK_TEXT},
    [FUHE_RULE_PAPER] = {N_("Document and clause"), 46, FUHE_LOOK_TEXT},
};

static const fuhe_decimal zero;

void fuhe_rules_add(struct fuhe_sheet *sheet, struct fuhe_sheet_kit *kit) {
    fuhe_sheet_add(sheet, kit, FUHE_SHEET_RULES, columns, FUHE_RULE_COLUMN_COUNT,
                   (struct fuhe_sheet_page){FUHE_RULE_PACK + 1, FUHE_RULE_COLUMN_COUNT});
}

static void write_clause(struct fuhe_sheet *sheet, const struct fuhe_pack *pack, enum fuhe_rule rule) {
    fuhe_clause_write(fuhe_sheet_scratch(sheet), pack, rule);
    fuhe_sheet_put_scratch(sheet, FUHE_RULE_PAPER);
    fuhe_sheet_next(sheet);
}

static void write_title(struct fuhe_sheet *sheet, const struct fuhe_pack *pack) {
    fuhe_sheet_text(sheet, FUHE_RULE_PACK, pack->id);
    fuhe_sheet_word(sheet, FUHE_RULE_KIND, _("rule pack"));
    fuhe_sheet_decimal(sheet, FUHE_RULE_FROM, false, zero);
    fuhe_sheet_decimal(sheet, FUHE_RULE_SCORE, false, zero);
    fuhe_sheet_text(sheet, FUHE_RULE_NAME, fuhe_message_choose(pack->title));
    fuhe_sheet_text(sheet, FUHE_RULE_PAPER, pack->version);
    fuhe_sheet_next(sheet);
}

static struct fuhe_lines write_cuts(struct fuhe_sheet *sheet, const struct fuhe_pack *pack) {
    const struct fuhe_lines lines = {sheet->line, sheet->line + pack->grade_count - 1};

    for (size_t i = pack->grade_count; i-- > 0;) {
        fuhe_sheet_text(sheet, FUHE_RULE_PACK, pack->id);
        fuhe_sheet_word(sheet, FUHE_RULE_KIND, _("grade from (points)"));
        fuhe_sheet_decimal(sheet, FUHE_RULE_FROM, true, pack->grades[i].from);
        fuhe_sheet_decimal(sheet, FUHE_RULE_SCORE, false, zero);
        fuhe_sheet_text(sheet, FUHE_RULE_NAME, fuhe_message_choose(pack->grades[i].name));
        write_clause(sheet, pack, FUHE_RULE_GRADES);
    }
    return lines;
}

static struct fuhe_lines write_bands(struct fuhe_sheet *sheet, const struct fuhe_pack *pack) {
    const struct fuhe_execution_rule *rule = &pack->execution;
    const struct fuhe_lines lines = {sheet->line, sheet->line + rule->band_count - 1};

    for (size_t i = rule->method == FUHE_EXECUTION_BANDS ? rule->band_count : 0; i-- > 0;) {
        fuhe_sheet_text(sheet, FUHE_RULE_PACK, pack->id);
        fuhe_sheet_word(sheet, FUHE_RULE_KIND, _("execution rate from (%)"));
        fuhe_sheet_decimal(sheet, FUHE_RULE_FROM, true, rule->bands[i].from);
        fuhe_sheet_decimal(sheet, FUHE_RULE_SCORE, true, rule->bands[i].score);
        fuhe_sheet_word(sheet, FUHE_RULE_NAME, "");
        write_clause(sheet, pack, FUHE_RULE_EXECUTION);
    }
    return lines;
}

static void write_rules(struct fuhe_sheet *sheet, const struct fuhe_pack *pack) {
    for (size_t i = FUHE_RULE_NONE + 1; i < FUHE_RULE_COUNT; i++) {
        if (!pack->citations[i].present) {
            continue;
        }
        fuhe_sheet_text(sheet, FUHE_RULE_PACK, pack->id);
        fuhe_sheet_word(sheet, FUHE_RULE_KIND, fuhe_rulebook_title((enum fuhe_rule)i));
        fuhe_sheet_decimal(sheet, FUHE_RULE_FROM, false, zero);
        fuhe_sheet_decimal(sheet, FUHE_RULE_SCORE, false, zero);
        fuhe_sheet_text(sheet, FUHE_RULE_NAME, fuhe_message_choose(pack->citations[i].says));
        write_clause(sheet, pack, (enum fuhe_rule)i);
    }
}

void fuhe_rules_write(struct fuhe_sheet *sheet, const struct fuhe_pack *pack, struct fuhe_pack_lines *lines) {
    write_title(sheet, pack);
    lines->pack = pack;
    lines->cuts = write_cuts(sheet, pack);
    lines->bands = write_bands(sheet, pack);
    write_rules(sheet, pack);
}
