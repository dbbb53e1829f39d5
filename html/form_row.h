/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_FORM_ROW_H
#define FUHE_HTML_FORM_ROW_H

#include "html/grades.h"

/* A form as a row of a table: the same in the overview, in lists and, made by script, in search results. */
extern const struct fuhe_page_column fuhe_form_columns[];

void fuhe_form_row(struct fuhe_page *page, const struct fuhe_pack_library *library,
                   const struct fuhe_survey_form *form);

/* What a form is called: its project, else its id, else its number in its file. */
void fuhe_form_name(struct fuhe_output *output, const struct fuhe_survey_form *form);

#endif
