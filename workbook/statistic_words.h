/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_STATISTIC_WORDS_H
#define FUHE_WORKBOOK_STATISTIC_WORDS_H

#include "stats/lines.h"

/* What the lines of statistics are called, in the language that was set. */
const char *fuhe_statistic_section(size_t section);
const char *fuhe_statistic_subject(enum fuhe_line_subject subject);
const char *fuhe_statistic_figure(enum fuhe_line_figure figure);
const char *fuhe_statistic_unit(enum fuhe_line_figure figure);
const char *fuhe_statistic_method(enum fuhe_line_method method);
const char *fuhe_statistic_reason(enum fuhe_line_reason reason); /* "" when there is a value */

#endif
