/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_PLACE_H
#define FUHE_REPORT_PLACE_H

#include "engine/output.h"
#include "engine/place.h"

/* For people, in their language: "Sheet1!G17", "第3个表第12行第4列"; in a text "18:77". Nothing when it is unknown. */
void fuhe_place_write(struct fuhe_output *output, const struct fuhe_form *form, struct fuhe_place place);

/* The same for a table whose sheet is known; a table without a sheet has an empty one. */
void fuhe_place_write_in_sheet(struct fuhe_output *output, fuhe_text sheet, struct fuhe_place place);

/* An address for machines in the words for people; what is none is written as it is. */
void fuhe_place_write_address(struct fuhe_output *output, fuhe_text address);

/* Where a form begins, behind the name of its file: ":3", "  Sheet1!A1". */
void fuhe_place_write_start(struct fuhe_output *output, const struct fuhe_form *form);

#endif
