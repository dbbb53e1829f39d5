/* SPDX-License-Identifier: Apache-2.0 */
/* What cells of a document are told apart by: a dozen colours, each with its word. */
#include "html/intake_parts.h"
#include "report/translate.h"

struct group {
    const char *kind; /* class of its cells */
    const char *label;
};

static const struct group groups[FUHE_INTAKE_GROUP_COUNT] = {
    [FUHE_INTAKE_UNREAD] = {"unread", N_("not used")},
    [FUHE_INTAKE_HEADING] = {"heading", N_("heading, label")},
    [FUHE_INTAKE_FACT] = {"fact", N_("project, department, unit, year")},
    [FUHE_INTAKE_GOAL] = {"goal", N_("goal")},
    [FUHE_INTAKE_MONEY] = {"money", N_("money and its rate")},
    [FUHE_INTAKE_NAME] = {"name", N_("name of the indicator")},
    [FUHE_INTAKE_TARGET] = {"target", N_("target")},
    [FUHE_INTAKE_ACTUAL] = {"actual", N_("actual")},
    [FUHE_INTAKE_WEIGHT] = {"weight", N_("weight")},
    [FUHE_INTAKE_SCORE] = {"score", N_("score, total")},
    [FUHE_INTAKE_REASON] = {"reason", N_("reason")},
    [FUHE_INTAKE_REVIEW] = {"review", N_("the reviewer's")},
};

static const enum fuhe_intake_group group_of_role[FUHE_ROLE_COUNT] = {
    [FUHE_ROLE_HEADING] = FUHE_INTAKE_HEADING,
    [FUHE_ROLE_TITLE] = FUHE_INTAKE_FACT,
    [FUHE_ROLE_CODE] = FUHE_INTAKE_FACT,
    [FUHE_ROLE_YEAR] = FUHE_INTAKE_FACT,
    [FUHE_ROLE_PROJECT] = FUHE_INTAKE_FACT,
    [FUHE_ROLE_DEPARTMENT] = FUHE_INTAKE_FACT,
    [FUHE_ROLE_UNIT] = FUHE_INTAKE_FACT,
    [FUHE_ROLE_FUNDS] = FUHE_INTAKE_HEADING,
    [FUHE_ROLE_GOAL] = FUHE_INTAKE_HEADING,
    [FUHE_ROLE_BLOCK] = FUHE_INTAKE_HEADING,
    [FUHE_ROLE_EXPECTED] = FUHE_INTAKE_GOAL,
    [FUHE_ROLE_ACHIEVED] = FUHE_INTAKE_GOAL,
    [FUHE_ROLE_FUND_LABEL] = FUHE_INTAKE_MONEY,
    [FUHE_ROLE_INITIAL] = FUHE_INTAKE_MONEY,
    [FUHE_ROLE_BUDGET] = FUHE_INTAKE_MONEY,
    [FUHE_ROLE_EXECUTED] = FUHE_INTAKE_MONEY,
    [FUHE_ROLE_RATE] = FUHE_INTAKE_MONEY,
    [FUHE_ROLE_FUND_WEIGHT] = FUHE_INTAKE_WEIGHT,
    [FUHE_ROLE_FUND_SCORE] = FUHE_INTAKE_SCORE,
    [FUHE_ROLE_LEVEL1] = FUHE_INTAKE_NAME,
    [FUHE_ROLE_LEVEL2] = FUHE_INTAKE_NAME,
    [FUHE_ROLE_NAME] = FUHE_INTAKE_NAME,
    [FUHE_ROLE_RELATION] = FUHE_INTAKE_TARGET,
    [FUHE_ROLE_TARGET] = FUHE_INTAKE_TARGET,
    [FUHE_ROLE_ADJUSTED] = FUHE_INTAKE_TARGET,
    [FUHE_ROLE_VALUE_UNIT] = FUHE_INTAKE_TARGET,
    [FUHE_ROLE_ACTUAL] = FUHE_INTAKE_ACTUAL,
    [FUHE_ROLE_WEIGHT] = FUHE_INTAKE_WEIGHT,
    [FUHE_ROLE_SCORE] = FUHE_INTAKE_SCORE,
    [FUHE_ROLE_REASON] = FUHE_INTAKE_REASON,
    [FUHE_ROLE_REVIEWED_SCORE] = FUHE_INTAKE_REVIEW,
    [FUHE_ROLE_REVIEWED_REASON] = FUHE_INTAKE_REVIEW,
    [FUHE_ROLE_TOTAL] = FUHE_INTAKE_SCORE,
    [FUHE_ROLE_DEVIATION] = FUHE_INTAKE_REVIEW,
    [FUHE_ROLE_GRADE] = FUHE_INTAKE_REVIEW,
};

enum fuhe_intake_group fuhe_intake_group_of(const struct fuhe_mark *mark) {
    if (mark->why == FUHE_WHY_NOT_READ || mark->why == FUHE_WHY_UNUSED || mark->why == FUHE_WHY_NO_PLACE) {
        return FUHE_INTAKE_UNREAD;
    }
    return mark->why == FUHE_WHY_WORDS && mark->role != FUHE_ROLE_TITLE ? FUHE_INTAKE_HEADING
                                                                        : group_of_role[mark->role];
}

const char *fuhe_intake_group_class(enum fuhe_intake_group group) {
    return groups[group].kind;
}

static void write_item(struct fuhe_page *page, const char *kind, const char *label) {
    fuhe_page_markup(page, "<li><span class=\"key ");
    fuhe_page_markup(page, kind);
    fuhe_page_markup(page, "\"></span>");
    fuhe_page_word(page, label);
    fuhe_page_markup(page, "</li>\n");
}

void fuhe_intake_legend(struct fuhe_page *page) {
    fuhe_page_markup(page, "<ul class=\"legend\" aria-label=\"");
    fuhe_page_word(page, _("What the colours mean"));
    fuhe_page_markup(page, "\">\n");
    for (size_t i = 1; i < FUHE_INTAKE_GROUP_COUNT; i++) {
        write_item(page, groups[i].kind, _(groups[i].label));
    }
    write_item(page, groups[FUHE_INTAKE_UNREAD].kind, _(groups[FUHE_INTAKE_UNREAD].label));
    write_item(page, "likely", _("~ likely: nothing else would fit"));
    write_item(page, "unsure", _("? a person must look"));
    fuhe_page_markup(page, "</ul>\n");
}
