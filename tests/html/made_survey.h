/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_HTML_MADE_SURVEY_H
#define FUHE_TESTS_HTML_MADE_SURVEY_H

#include "store/survey.h"
#include "xml/pack_library.h"

/* A survey of made-up forms, in the place of the one over a store: pages are tried without any database. Form n is the
 * same in every survey. library is borrowed. */
struct fuhe_survey *made_survey_new(size_t forms, const struct fuhe_pack_library *library);

/* For what takes a replay: it has the library of the survey and nothing to work out again. */
struct fuhe_replay *made_survey_replay(struct fuhe_survey *survey);

#endif
