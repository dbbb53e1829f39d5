/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_RESULT_H
#define FUHE_ENGINE_RESULT_H

#include "engine/ladder.h"
#include "engine/pack_choice.h"
#include "engine/reconcile.h"
#include "engine/review.h"
#include "engine/unit.h"

/* All that is known of one scored form: what every report is made from. Valid during the call that hands it over. */
struct fuhe_result {
    const char *file; /* as the user named it, "-" for standard input */
    size_t number;    /* of the form in its file, from 0 */
    const struct fuhe_form *form;
    struct fuhe_pack_choice choice;
    struct fuhe_review review;
    struct fuhe_explanation claimed;   /* of the claimed total; NONE when it is the verified one or absent */
    struct fuhe_explanation disclosed; /* of the disclosed total; NONE when it is the claimed one or absent */
    struct fuhe_ladder ladder;
};

/* Reviews form by the pack chosen, and explains its totals. Everything lives in arena. */
FUHE_MUST_USE enum fuhe_status fuhe_result_make(const struct fuhe_form *form, struct fuhe_pack_choice choice,
                                                struct fuhe_arena *arena, struct fuhe_result *result);

#endif
