/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_GAUGE_TABLE_H
#define FUHE_STATS_GAUGE_TABLE_H

#include "engine/output.h"
#include "engine/result.h"
#include "stats/lines.h"
#include "store/survey.h"

/* The gauge of every form and department with all its parts, a line each: as CSV and as JSON lines
 * (stats/gauge-line.schema.json). */

/* CSV only: headings, behind the byte order mark unless no_bom. */
void fuhe_gauge_table_begin_csv(bool no_bom, struct fuhe_output *output);

/* One line, of a form or of a department. */
struct fuhe_gauge_line {
    const struct fuhe_result *result;                /* of a form, else NULL */
    const struct fuhe_survey_department *department; /* of a department, else NULL */
    struct fuhe_gauge gauge;
};
void fuhe_gauge_table_write_csv(const struct fuhe_gauge_line *line, struct fuhe_output *output);
void fuhe_gauge_table_write_jsonl(const struct fuhe_gauge_line *line, struct fuhe_output *output);

/* The index, with the reason when there is none; and how many signs it is the mean of. */
struct fuhe_figure fuhe_gauge_line_index(const struct fuhe_gauge_line *line, enum fuhe_line_reason *reason);
size_t fuhe_gauge_line_signs(const struct fuhe_gauge_line *line);

#endif
