/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_IMPACT_WORDS_H
#define FUHE_IMPACT_WORDS_H

#include "impact/impact.h"
#include "engine/output.h"

/* What an impact says, for people, in the language that was set: the same words in text and on the page. */

/* What is said of all forms, in this order. */
enum fuhe_impact_sentence {
    FUHE_IMPACT_SAYS_REGRADED,     /* how many change grade */
    FUHE_IMPACT_SAYS_MONEY,        /* what is behind them */
    FUHE_IMPACT_SAYS_MOVED,        /* what is behind all forms that move */
    FUHE_IMPACT_SAYS_TOTALS,       /* how many get another total, and averages */
    FUHE_IMPACT_SAYS_SCALED_AFTER, /* whose totals were scaled to full marks, by the rules after, and before */
    FUHE_IMPACT_SAYS_SCALED_BEFORE,
    FUHE_IMPACT_SAYS_SHORT_AFTER, /* whose weights fall short of them */
    FUHE_IMPACT_SAYS_SHORT_BEFORE,
    FUHE_IMPACT_SAYS_FORMS,    /* how many there were */
    FUHE_IMPACT_SAYS_UNREAD,   /* how many documents could not be read */
    FUHE_IMPACT_SAYS_BALANCED, /* how many keep grade and total though rows change */
    FUHE_IMPACT_SAYS_APART,    /* how many could not be compared */
    FUHE_IMPACT_SAYS_MISSING,  /* how many have no budget */
    FUHE_IMPACT_SAYS_REPEATED,
    FUHE_IMPACT_SAYS_DOUBTFUL,
    FUHE_IMPACT_SAYS_FRAGILE,
    FUHE_IMPACT_SAYS_FULL_MARKS, /* that packs have other full marks */
    FUHE_IMPACT_SAYS_PLACES,     /* that packs have other grades */
    FUHE_IMPACT_SENTENCES
};

/* Whether the sentence applies; and the sentence. */
bool fuhe_impact_says(const struct fuhe_impact *impact, enum fuhe_impact_sentence sentence);
void fuhe_impact_write_sentence(const struct fuhe_impact *impact, enum fuhe_impact_sentence sentence,
                                struct fuhe_output *output);

/* "mof-2020, version 1, 5f0c12ab9e34: title"; a draft is marked as such */
void fuhe_impact_write_pack(struct fuhe_output *output, const struct fuhe_pack *pack);

/* Whether some rule differs at all. */
bool fuhe_impact_has_rules(const struct fuhe_impact *impact);

/* What a grade at a place is called before or after; where several packs name it differently, all of their names. The
 * last place is for no grade. */
void fuhe_impact_write_grade(struct fuhe_output *output, const struct fuhe_impact *impact, enum fuhe_impact_when when,
                             size_t place);

/* "excellent → good *": the grades of a form, or why there is none. */
void fuhe_impact_write_grades(struct fuhe_output *output, const struct fuhe_impact_form *form);

/* What a form is called: its project, else its id, else its file; with ? when it was read with doubt, and ~ when its
 * weights do not close by one of the packs. */
void fuhe_impact_write_name(struct fuhe_output *output, const struct fuhe_impact_form *form);

/* "Cost indicators +2.92; the grade by Grades": which rule does it. Nothing for a form that does not move. */
void fuhe_impact_write_reason(struct fuhe_output *output, const struct fuhe_impact_form *form);

/* "+2.92" of scaled points. */
void fuhe_impact_write_signed(struct fuhe_output *output, fuhe_int128 scaled);

/* Money in 万元 for Chinese readers, else in yuan; "—" when there is none. */
void fuhe_impact_write_money(struct fuhe_output *output, fuhe_int128 scaled);
void fuhe_impact_write_budget(struct fuhe_output *output, struct fuhe_figure budget);

/* What scaling to full marks is called among the rules. */
const char *fuhe_impact_scaling_title(void);

/* The titles of the rules in a set of bits. */
void fuhe_impact_write_rules(struct fuhe_output *output, uint32_t rules);

#endif
