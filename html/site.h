/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_SITE_H
#define FUHE_HTML_SITE_H

#include "sample/sample.h"
#include "stats/statistics.h"
#include "store/replay.h"
#include "store/survey.h"

/* The report as pages, in the language that was set (report/messages.h): index.html, lists, a page a department, a page
 * a form, and a notice a department. They need no network and no server, and nothing outside of their folder. */
struct fuhe_site;

struct fuhe_site_request {
    const char *folder; /* exists and is empty; borrowed, like all below */
    bool complete;      /* the run was; else every page says that it was not */
    bool pages;         /* the pages for leaders and reviewers */
    bool notices;       /* the notices to departments */
    /* Knows from the start how many pages there will be, and to which department each form belongs. */
    struct fuhe_survey *survey;
    const struct fuhe_statistics *statistics; /* NULL: pages without them */
    const struct fuhe_sample *samples;        /* likewise; one for each method (sample/sample.h) */
};

FUHE_MUST_USE enum fuhe_status fuhe_site_new(const struct fuhe_site_request *request, struct fuhe_site **site,
                                             struct fuhe_error *err);
void fuhe_site_free(struct fuhe_site *site); /* takes NULL */

/* In input order (replay.h). */
FUHE_MUST_USE enum fuhe_status fuhe_site_add_form(struct fuhe_site *site, const struct fuhe_result *result,
                                                  uint64_t page, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_site_add_unit(struct fuhe_site *site, const char *file,
                                                  const struct fuhe_unit_review *review, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_site_add_failure(struct fuhe_site *site, const char *file,
                                                     const struct fuhe_error *error, struct fuhe_error *err);

/* Everything that is made from all forms: overview, lists, departments, notices. */
FUHE_MUST_USE enum fuhe_status fuhe_site_finish(struct fuhe_site *site, struct fuhe_survey *survey,
                                                struct fuhe_replay *replay, struct fuhe_error *err);

#endif
