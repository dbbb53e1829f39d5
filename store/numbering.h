/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_NUMBERING_H
#define FUHE_STORE_NUMBERING_H

#include "store/database.h"

/* Numbers the forms in force and their departments, once for a store, in tables that go away with the connection:
 *
 *     survey_page        number, form, department, a key of its project, and the figures that overviews add up; a
 *                        deviation and a lowered grade only of a form that was scored in full
 *     survey_department  number, id of its first spelling, how many spellings it has, and these figures added up
 *     survey_repeat      keys of the projects that more than one document has, the first page, and how many forms
 */
FUHE_MUST_USE enum fuhe_status fuhe_numbering_make(struct fuhe_store *store, struct fuhe_error *err);

/* The row of the department with that number; 0 when there is none. */
FUHE_MUST_USE enum fuhe_status fuhe_numbering_department(struct fuhe_store *store, uint64_t number, int64_t *id,
                                                         struct fuhe_error *err);

/* Sums of money are kept as two, so that they cannot leave the range of whole numbers: sum of BIG and what is left. */
#define FUHE_MONEY_SPLIT "1000000000"
enum { FUHE_MONEY_BIG = 1000000000 };

#endif
