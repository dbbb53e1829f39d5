/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_HISTORY_H
#define FUHE_STORE_HISTORY_H

#include "store/hash.h"
#include "store/survey.h"

/* What forms were and are: one form over all runs of a store, or all forms of two stores against each other. Both work
 * on headline figures alone; nothing is scored again. */

/* --- one form over time --- */

/* A form as it was read from first_run to last_run. Texts are valid until the next one. */
struct fuhe_history_entry {
    struct fuhe_survey_form form; /* page and department are 0 unless it is in force */
    bool in_force;
    uint64_t first_run;
    uint64_t last_run;
    fuhe_text started;      /* of first_run: UTC, "2025-03-01T08:00:00Z" */
    bool has_hash;          /* false when the document could not be read to its end */
    struct fuhe_hash hash;  /* of the document, as of last_run */
    fuhe_text engine;       /* version */
    fuhe_text pack_version; /* of form.pack */
    uint64_t basis;         /* equal for equal engine and rule packs; means nothing beyond that */
};

struct fuhe_history_request {
    fuhe_text wanted; /* the id of a form or the name of its project; without such, words that a name contains */
    bool collapsed;   /* readings that follow one another in one file and show the same form with the same figures by
                         the same basis are one entry; else each is */
};

/* Every reading of the forms meant, by project, year, file and run. *count: entries handed over; 0 when no form is
 * meant. Any status but OK of take ends the list and is handed on. */
FUHE_MUST_USE enum fuhe_status fuhe_history_forms(struct fuhe_store *store, const struct fuhe_history_request *request,
                                                  enum fuhe_status (*take)(void *context,
                                                                           const struct fuhe_history_entry *entry),
                                                  void *context, size_t *count, struct fuhe_error *err);

/* --- two stores --- */

/* Whether figures can be held against each other: what differs is the forms, not how they were scored. */
struct fuhe_history_comparison {
    bool same_engine;
    bool same_rules; /* the rule packs at hand, and which one was asked for, if any */
    fuhe_text engine_before;
    fuhe_text engine_after; /* versions, as long as the stores */
};
FUHE_MUST_USE enum fuhe_status fuhe_history_compare(const struct fuhe_store *before, const struct fuhe_store *after,
                                                    struct fuhe_history_comparison *comparison, struct fuhe_error *err);

/* A form in force in one store or both. Valid until the next one. */
struct fuhe_history_pair {
    const struct fuhe_survey_form *before; /* NULL when only the later store has it */
    const struct fuhe_survey_form *after;  /* NULL when only the earlier one has it */
    bool same_cells;                       /* both say the same in every cell, wherever they say it */
};

/* Matches the forms in force by department, project and year (across_years: by department and project), in that order,
 * by their bytes; forms alike in all of that by their order of appearance (across_years: by year first). */
FUHE_MUST_USE enum fuhe_status
fuhe_history_match(struct fuhe_store *before, struct fuhe_store *after, bool across_years,
                   enum fuhe_status (*take)(void *context, const struct fuhe_history_pair *pair), void *context,
                   struct fuhe_error *err);

#endif
