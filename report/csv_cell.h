/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_CSV_CELL_H
#define FUHE_REPORT_CSV_CELL_H

#include "engine/claim.h"
#include "engine/output.h"
#include "report/report.h"

/* Cells of CSV, without the commas between them. */

/* The first bytes of a table: the byte order mark, unless it is not wanted. */
void fuhe_csv_mark(struct fuhe_output *output, bool no_bom);
void fuhe_csv_begin(struct fuhe_report *report);

/* Quoted when it must be, and never a formula. */
void fuhe_csv_text(struct fuhe_output *output, fuhe_text text);

/* Empty unless present. */
void fuhe_csv_decimal(struct fuhe_output *output, bool present, fuhe_decimal value);
void fuhe_csv_claim(struct fuhe_output *output, const struct fuhe_claim *claim); /* as printed */

/* The address of a place in a table of a document; empty for others. */
void fuhe_csv_address(struct fuhe_output *output, const struct fuhe_form *form, struct fuhe_place place);

#endif
