/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_FORM_VOCABULARY_H
#define FUHE_XML_FORM_VOCABULARY_H

#include "xml/sax_machine.h"

#define FUHE_FORM_NAMESPACE "urn:fuhe:form:1"

/* The attributes of form documents and the cells they fill, for reader and writer, in the order of writing. */
extern const struct fuhe_sax_attribute fuhe_forms_cells[];     /* of struct fuhe_document */
extern const struct fuhe_sax_attribute fuhe_statement_cells[]; /* of struct fuhe_statement */
extern const struct fuhe_sax_attribute fuhe_form_cells[];      /* of struct fuhe_form */
extern const struct fuhe_sax_attribute fuhe_funds_cells[];     /* of struct fuhe_form */
extern const struct fuhe_sax_attribute fuhe_fund_cells[];      /* of struct fuhe_fund */
extern const struct fuhe_sax_attribute fuhe_indicator_cells[]; /* of struct fuhe_indicator */
extern const struct fuhe_sax_attribute fuhe_target_cells[];    /* of struct fuhe_indicator */
extern const struct fuhe_sax_attribute fuhe_reviewed_cells[];  /* of struct fuhe_indicator */
extern const struct fuhe_sax_attribute fuhe_total_cells[];     /* of struct fuhe_form */
extern const struct fuhe_sax_attribute fuhe_doubt_cells[];     /* of struct fuhe_doubt */
extern const struct fuhe_sax_attribute fuhe_disclosed_cells[]; /* of struct fuhe_disclosed */

#endif
