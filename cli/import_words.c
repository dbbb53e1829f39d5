/* SPDX-License-Identifier: Apache-2.0 */
/* Words for people about what was recognised in a document. */
#include "cli/import_words.h"

#include "report/place.h"
#include "report/translate.h"
#include "report/width.h"

static const char *const roles[FUHE_ROLE_COUNT] = {
    [FUHE_ROLE_NONE] = N_("no part of the form"),
    [FUHE_ROLE_HEADING] = N_("heading"),
    [FUHE_ROLE_TITLE] = N_("title"),
    [FUHE_ROLE_CODE] = N_("project code"),
    [FUHE_ROLE_YEAR] = N_("year"),
    [FUHE_ROLE_PROJECT] = N_("name of the project"),
    [FUHE_ROLE_DEPARTMENT] = N_("department in charge"),
    [FUHE_ROLE_UNIT] = N_("implementing unit"),
    [FUHE_ROLE_FUNDS] = N_("funds"),
    [FUHE_ROLE_GOAL] = N_("goal"),
    [FUHE_ROLE_BLOCK] = N_("heading"),
    [FUHE_ROLE_NOTE] = N_("remark"),
    [FUHE_ROLE_EXPECTED] = N_("expected goal"),
    [FUHE_ROLE_ACHIEVED] = N_("achieved goal"),
    [FUHE_ROLE_FUND_LABEL] = N_("source of money"),
    [FUHE_ROLE_INITIAL] = N_("initial"),
    [FUHE_ROLE_BUDGET] = N_("full-year"),
    [FUHE_ROLE_EXECUTED] = N_("executed"),
    [FUHE_ROLE_RATE] = N_("rate"),
    [FUHE_ROLE_FUND_WEIGHT] = N_("weight"),
    [FUHE_ROLE_FUND_SCORE] = N_("score"),
    [FUHE_ROLE_LEVEL1] = N_("level 1"),
    [FUHE_ROLE_LEVEL2] = N_("level 2"),
    [FUHE_ROLE_NAME] = N_("indicator"),
    [FUHE_ROLE_RELATION] = N_("operator"),
    [FUHE_ROLE_TARGET] = N_("target"),
    [FUHE_ROLE_ADJUSTED] = N_("adjusted"),
    [FUHE_ROLE_VALUE_UNIT] = N_("unit"),
    [FUHE_ROLE_ACTUAL] = N_("actual"),
    [FUHE_ROLE_WEIGHT] = N_("weight"),
    [FUHE_ROLE_SCORE] = N_("score"),
    [FUHE_ROLE_REASON] = N_("reason"),
    [FUHE_ROLE_REVIEWED_SCORE] = N_("reviewed score"),
    [FUHE_ROLE_REVIEWED_REASON] = N_("reviewer's reason"),
    [FUHE_ROLE_TOTAL] = N_("total score"),
    [FUHE_ROLE_DEVIATION] = N_("deviation rate"),
    [FUHE_ROLE_GRADE] = N_("review grade"),
    [FUHE_ROLE_NAME_END] = N_("narrative"),
    [FUHE_ROLE_SPENDING] = N_("project spending"),
    [FUHE_ROLE_SELF] = N_("heading"),
    [FUHE_ROLE_REVIEWER] = N_("heading"),
    [FUHE_ROLE_CONTINUED] = N_("heading"),
};

static const char *const whys[FUHE_WHY_COUNT] = {
    [FUHE_WHY_WORDS] = N_("words of the form itself"),
    [FUHE_WHY_LABEL] = N_("beside its label"),
    [FUHE_WHY_HEADING] = N_("under its heading"),
    [FUHE_WHY_EXTENDED] = N_("beside its column, under a heading that seems to reach over it"),
    [FUHE_WHY_SHIFTED] = N_("the row stands further left than its heading, for merged cells in front are missing"),
    [FUHE_WHY_ONLY_NUMBER] = N_("not under the scores, but the only number of the row that can be it"),
    [FUHE_WHY_IN_NAME] = N_("in brackets behind a name, for there is no column with it"),
    [FUHE_WHY_NO_PLACE] = N_("a column that the XML has no place for; it is not taken over"),
    [FUHE_WHY_NOT_READ] = N_("not read: nothing that a form has"),
    [FUHE_WHY_SHIFT_UNCLEAR] = N_("the row can be read in two ways; compare it with the document"),
    [FUHE_WHY_NOT_A_NUMBER] = N_("a number is expected here"),
    [FUHE_WHY_SPANS_ROWS] = N_("one merged cell over several rows; its value counts in the first one only"),
    [FUHE_WHY_COLUMN_TWICE] = N_("a second column with the same heading; it is not read"),
    [FUHE_WHY_NO_COLUMN] = N_("no heading is over this cell; it is not read"),
    [FUHE_WHY_NO_NAME] = N_("a row with values but without a name"),
    [FUHE_WHY_SUB_ROW] = N_("a part of the row above without weight and score; it is not taken over"),
    [FUHE_WHY_HEADER_REPEATED] = N_("the header stands here once more; a row may have been lost under it"),
    [FUHE_WHY_TOTAL_UNCLEAR] = N_("which number of this row is the total is not clear"),
    [FUHE_WHY_BEHIND_END] = N_("a row with points behind the end of the form; it is not read"),
    [FUHE_WHY_TICKS] = N_("more than one grade is ticked"),
    [FUHE_WHY_FUNDS_UNREAD] = N_("none of the funds could be read: the headings over their columns are not known"),
    [FUHE_WHY_NO_BEGINNING] = N_("rows of indicators without the name of a project in front of them"),
    [FUHE_WHY_DEPARTMENT] = N_("the form of a department as a whole; the rules are those of projects"),
};

const char *fuhe_import_role(enum fuhe_role role) {
    return _(roles[role]);
}

const char *fuhe_import_why(enum fuhe_reason_why why) {
    return _(whys[why]);
}

/* --- sentences --------------------------------------------------------------------------------------------------- */

static bool word_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct fuhe_template_word *word = context;

    while (word->name != NULL && !fuhe_text_equals(name, fuhe_text_of(word->name))) {
        word++;
    }
    if (word->name != NULL && output != NULL) {
        fuhe_width_write(output, word->text);
    }
    return word->name != NULL;
}

void fuhe_import_fill(struct fuhe_output *output, const char *sentence, const struct fuhe_template_word *words) {
    fuhe_template_write(output, sentence, word_value, words);
}

struct fuhe_template_word fuhe_import_number(const char *name, size_t number, char text[FUHE_SIZE_TEXT_SIZE]) {
    return (struct fuhe_template_word){name, {text, fuhe_size_format(number, text)}};
}

void fuhe_import_place(struct fuhe_output *output, const struct fuhe_mark *mark) {
    const struct fuhe_place nowhere = {mark->row + 1, mark->column + 1, 0};
    const bool in_sheet = mark->grid != NULL && mark->grid->sheet.length > 0;
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {fuhe_import_number("line", mark->line, number), {NULL, {NULL, 0}}};

    fuhe_place_write_in_sheet(output, in_sheet ? mark->grid->sheet : (fuhe_text){NULL, 0},
                              mark->grid == NULL ? nowhere : fuhe_grid_address(mark->grid, mark->row, mark->column));
    if (mark->line > 0 && !in_sheet) {
        fuhe_import_fill(output, _(" (line {line})"), words);
    }
}
