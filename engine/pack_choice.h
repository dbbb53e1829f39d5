/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_PACK_CHOICE_H
#define FUHE_ENGINE_PACK_CHOICE_H

#include "engine/form.h"
#include "engine/pack.h"

enum fuhe_choice_reason {
    FUHE_CHOICE_ASKED,    /* named by the caller */
    FUHE_CHOICE_REGION,   /* the form's region and year */
    FUHE_CHOICE_NATIONAL, /* no pack for its region: the national one of its year */
    FUHE_CHOICE_LATEST    /* no pack is valid in its year: the nearest one; finding rules-period says so */
};

const char *fuhe_choice_reason_name(enum fuhe_choice_reason reason); /* "region" */

struct fuhe_pack_choice {
    const struct fuhe_pack *pack; /* NULL when none may be chosen: no pack, or only drafts and those of other regions */
    enum fuhe_choice_reason reason;
    fuhe_text matched;    /* the region word that was found, for FUHE_CHOICE_REGION */
    bool has_other_years; /* the region has packs, but none for the year; for FUHE_CHOICE_NATIONAL */
};

/* Chooses among packs by the form's region (its region cell, else its document's, else department and unit) and year.
 * Drafts and repealed packs are never chosen. Among packs that fit, the longest region word wins, then a pack that asks
 * for cost indicators when the form has them, then one that is not among the first `usual` of the list (those that come
 * with the program), then the one that begins later, then the later version of one id, then the one later in the list.
 */
struct fuhe_pack_choice fuhe_pack_choose(const struct fuhe_pack *packs, size_t count, size_t usual,
                                         const struct fuhe_form *form);

/* The year of a form as printed ("2024", "2024年度", "二〇二四年"), 0 when there is none. */
int32_t fuhe_form_year(const struct fuhe_form *form);

/* Whether the pack is valid at any time in year; true for year 0. */
bool fuhe_pack_covers_year(const struct fuhe_pack *pack, int32_t year);

#endif
