/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_GRADES_H
#define FUHE_HTML_GRADES_H

#include "html/chart.h"
#include "xml/pack_library.h"

/* Grades of all rule packs in play, by their ids. */

/* Its name in the language of the report: by the pack of this id, else by any that has such a grade, else the id. */
fuhe_text fuhe_grades_name(const struct fuhe_pack_library *library, fuhe_text pack, fuhe_text id);

/* Whether the recommended grade of a form is below the claimed one, by its pack; never of a form scored in part. */
bool fuhe_grades_lowered(const struct fuhe_pack_library *library, const struct fuhe_survey_form *form);

/* The names that grades have on the forms: packs may name a grade differently, and only those in play count. */
enum { FUHE_GRADE_NAMES_MAX = 4, FUHE_GRADE_JOINED_MAX = 128 };
struct fuhe_grade_names {
    size_t count;
    struct {
        fuhe_text id;
        fuhe_text names[FUHE_GRADE_NAMES_MAX];
        size_t name_count;
        char joined[FUHE_GRADE_JOINED_MAX]; /* "A/B" */
    } grades[FUHE_TALLY_GRADES_MAX];
};

/* Takes the grades of a tally, which lives longer; then the names of the grades of a form; then puts them into a matrix
 * of the same ids, which borrows them. */
void fuhe_grades_names_init(struct fuhe_grade_names *names, const struct fuhe_tally *tally);
void fuhe_grades_names_add(struct fuhe_grade_names *names, const struct fuhe_pack_library *library,
                           const struct fuhe_survey_form *form);
void fuhe_grades_names_put(struct fuhe_grade_names *names, struct fuhe_chart_grades *grades,
                           const fuhe_text ids[FUHE_TALLY_GRADES_MAX]);

/* The matrix of a tally without forms that were scored in part, the best grade first and, last, no grade, when some
 * form has none. ids (as many as names)
 * has the id of each, empty for no grade. */
void fuhe_grades_matrix(const struct fuhe_pack_library *library, const struct fuhe_tally *tally,
                        struct fuhe_chart_grades *grades, fuhe_text ids[FUHE_TALLY_GRADES_MAX]);

#endif
