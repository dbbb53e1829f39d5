/* SPDX-License-Identifier: Apache-2.0 */
/* What the recogniser of documents was not sure of, in sentences: the stable words for values and reasons that a form
 * carries, and what they say. */
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

struct word {
    const char *name;
    const char *says;
};

static const struct word values[] = {
    {"row", N_("the whole row")},
    {"none", N_("no part of the form")},
    {"heading", N_("heading")},
    {"title", N_("title")},
    {"code", N_("project code")},
    {"year", N_("year")},
    {"project", N_("name of the project")},
    {"department", N_("department in charge")},
    {"unit", N_("implementing unit")},
    {"funds", N_("funds")},
    {"goal", N_("goal")},
    {"block", N_("heading")},
    {"note", N_("remark")},
    {"expected", N_("expected goal")},
    {"achieved", N_("achieved goal")},
    {"fund-label", N_("source of money")},
    {"initial", N_("initial")},
    {"budget", N_("full-year")},
    {"executed", N_("executed")},
    {"rate", N_("rate")},
    {"fund-weight", N_("weight")},
    {"fund-score", N_("score")},
    {"level1", N_("level 1")},
    {"level2", N_("level 2")},
    {"name", N_("indicator")},
    {"relation", N_("operator")},
    {"target", N_("target")},
    {"adjusted", N_("adjusted")},
    {"value-unit", N_("unit")},
    {"actual", N_("actual")},
    {"weight", N_("weight")},
    {"score", N_("score")},
    {"reason", N_("reason")},
    {"reviewed-score", N_("reviewed score")},
    {"reviewed-reason", N_("reviewer's reason")},
    {"total", N_("total score")},
    {"deviation", N_("deviation rate")},
    {"grade", N_("review grade")},
    {"name-end", N_("narrative")},
    {"spending", N_("project spending")},
    {"self", N_("heading")},
    {"reviewer", N_("heading")},
    {"continued", N_("heading")},
};

static const struct word whys[] = {
    {"words", N_("words of the form itself")},
    {"label", N_("beside its label")},
    {"heading", N_("under its heading")},
    {"extended", N_("beside its column, under a heading that seems to reach over it")},
    {"shifted", N_("the row stands further left than its heading, for merged cells in front are missing")},
    {"only-number", N_("not under the scores, but the only number of the row that can be it")},
    {"no-place", N_("a column that the XML has no place for; it is not taken over")},
    {"beside", N_("in a paragraph beside the table, which has none")},
    {"unit-unclear", N_("another unit of money stands above the table; this one is taken")},
    {"lost-table", N_("rows with points but no beginning of a form; this table is not read")},
    {"unused", N_("an unused row of the form; it is not taken over")},
    {"not-read", N_("not read: nothing that a form has")},
    {"shift-unclear", N_("the row can be read in two ways; compare it with the document")},
    {"not-a-number", N_("a number is expected here")},
    {"spans-rows", N_("one merged cell over several rows; its value counts in the first one only")},
    {"column-twice", N_("a second column with the same heading; it is not read")},
    {"unknown-heading", N_("this heading is not known; what stands under it is not read")},
    {"no-column", N_("no heading is over this cell; it is not read")},
    {"no-name", N_("a row with values but without a name")},
    {"sub-row", N_("a part of the row above without weight and score; it is not taken over")},
    {"header-repeated", N_("the header stands here once more; a row may have been lost under it")},
    {"total-unclear", N_("which number of this row is the total is not clear")},
    {"behind-end", N_("a row with points behind the end of the form; it is not read")},
    {"ticks", N_("more than one grade is ticked")},
    {"funds-unread", N_("none of the funds could be read: the headings over their columns are not known")},
    {"in-name", N_("in brackets behind a name, for there is no column with it")},
    {"no-beginning", N_("rows of indicators without the name of a project in front of them")},
    {"department", N_("the form of a department as a whole; the rules are those of projects")},
    {"struck-out", N_("crossed out in the document")},
    {"struck-row", N_("the whole row is crossed out in the document; it is read all the same")},
    {"struck-part", N_("a part of this cell is crossed out; what stands is read")},
};

static const char *find(const struct word *words, size_t count, fuhe_text name) {
    for (size_t i = 0; i < count; i++) {
        if (fuhe_text_equals(name, fuhe_text_of(words[i].name))) {
            return _(words[i].says);
        }
    }
    return NULL;
}

const char *fuhe_message_doubt_value(fuhe_text name) {
    return find(values, sizeof values / sizeof values[0], name);
}

const char *fuhe_message_doubt_why(fuhe_text name) {
    return find(whys, sizeof whys / sizeof whys[0], name);
}

void fuhe_message_doubts(struct fuhe_output *output, const struct fuhe_review *review) {
    const size_t count = fuhe_review_doubts(review);
    char digits[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {{"count", {digits, fuhe_size_format(count, digits)}}, {NULL, {NULL, 0}}};

    if (count > 0) {
        fuhe_template_words(
            output,
            fuhe_translate_count(
                N_("{count} place was read with doubt: compare it with the document before using the figures below."),
                N_("{count} places were read with doubt: compare them with the document before using the figures "
                   "below."),
                count),
            words);
    }
}
