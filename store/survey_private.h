/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_SURVEY_PRIVATE_H
#define FUHE_STORE_SURVEY_PRIVATE_H

#include "engine/arena.h"
#include "store/survey_form.h"

/* Inner part of the survey, for its files. */
struct fuhe_survey {
    struct fuhe_store *store;
    struct fuhe_arena *arena; /* of names of grades */
    sqlite3_stmt *department; /* of a page; made when first asked for, like form */
    sqlite3_stmt *form;
};

#endif
