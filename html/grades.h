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

/* The matrix of a tally without forms that were scored in part, the best grade first and, last, no grade, when some
 * form has none. ids (as many as names)
 * has the id of each, empty for no grade. */
void fuhe_grades_matrix(const struct fuhe_pack_library *library, const struct fuhe_tally *tally,
                        struct fuhe_chart_grades *grades, fuhe_text ids[FUHE_TALLY_GRADES_MAX]);

#endif
