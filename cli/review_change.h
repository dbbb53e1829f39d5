/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_REVIEW_CHANGE_H
#define FUHE_CLI_REVIEW_CHANGE_H

#include "report/record.h"
#include "store/history.h"

/* Two reviews of a form beside each other, for fuhe history and fuhe diff. */

/* Bits of a set. */
enum fuhe_change {
    FUHE_CHANGE_CLAIM = 1,  /* another total is claimed, or another grade */
    FUHE_CHANGE_RESULT = 2, /* anything else: verified total, grade, findings, … */
    FUHE_CHANGE_RULES = 4,
    FUHE_CHANGE_ENGINE = 8
};

unsigned fuhe_review_changes(const struct fuhe_history_review *before, const struct fuhe_history_review *after);

/* The same review with texts in arena. */
FUHE_MUST_USE enum fuhe_status fuhe_review_keep(const struct fuhe_history_review *review, struct fuhe_arena *arena,
                                                struct fuhe_history_review *kept);

/* "公园养护 (small), 延边州某局, 2024" */
void fuhe_review_write_name(struct fuhe_output *output, const struct fuhe_history_review *review, bool with_year);

/* A grade for people; "—" when there is none. */
enum fuhe_review_grade { FUHE_REVIEW_RECOMMENDED, FUHE_REVIEW_CLAIMED };
fuhe_text fuhe_review_grade(const struct fuhe_history_review *review, enum fuhe_review_grade which);

/* "jilin-yanbian 2020-1", with the first digits of the content's hash where the other review (may be NULL) followed
 * rules of that id and version with other content. */
void fuhe_review_write_rules(struct fuhe_output *output, const struct fuhe_history_review *review,
                             const struct fuhe_history_review *other);

/* Whether the rules of both have one id and version, and other content: somebody changed them in place. */
bool fuhe_review_rules_were_edited(const struct fuhe_history_review *a, const struct fuhe_history_review *b);

/* A figure with two places at least, "—" when there is none. */
void fuhe_review_write_figure(struct fuhe_output *output, struct fuhe_figure figure);

/* The findings that one review has and the other has not, by their titles. False when there are none. */
bool fuhe_review_write_codes(struct fuhe_output *output, const struct fuhe_history_review *has,
                             const struct fuhe_history_review *has_not);

/* Fields of an open object; the date of the run only when asked for, so that results can be compared by bytes. */
void fuhe_review_record(struct fuhe_record *record, const struct fuhe_history_review *review, bool dates);

/* A list "changes" of what differs, and two of codes that came and went. */
void fuhe_review_record_changes(struct fuhe_record *record, const struct fuhe_history_review *before,
                                const struct fuhe_history_review *after);

#endif
