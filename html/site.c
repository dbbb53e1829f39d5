/* SPDX-License-Identifier: Apache-2.0 */
/* Puts the report together: pages of forms and the lists that follow the input while results come in, everything else
 * from the survey at the end. */
#include "html/site.h"

#include <stdlib.h>

#include "html/crosscheck_page.h"
#include "html/department_page.h"
#include "html/findings_page.h"
#include "html/form_page.h"
#include "html/index_page.h"
#include "html/replay_pages.h"
#include "html/sample_page.h"
#include "html/search_data.h"
#include "html/statistics_page.h"

struct fuhe_site {
    struct fuhe_site_request request;
    struct fuhe_page *page; /* of forms, departments and notices, one after the other */
    struct fuhe_parts unscored;
    struct fuhe_parts documents;
    uint64_t forms; /* how many there will be */
};

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* --- begin and end --- */

/* What does not depend on any form. */
static enum fuhe_status write_assets(const struct fuhe_site_request *request, struct fuhe_error *err) {
    FUHE_TRY(fuhe_page_write_style(request->folder, err));
    FUHE_TRY(fuhe_search_write_script(request->folder, err));
    return fuhe_findings_page_write(request->folder, request->complete, err);
}

static enum fuhe_status count_forms(struct fuhe_site *site, struct fuhe_error *err) {
    struct fuhe_tally tally;

    FUHE_TRY(fuhe_survey_tally(site->request.survey, &tally, err));
    site->forms = tally.forms;
    return FUHE_STATUS_OK;
}

static enum fuhe_status begin(struct fuhe_site *site, struct fuhe_error *err) {
    const struct fuhe_site_request *request = &site->request;

    site->page = fuhe_page_new(request->folder, request->complete);
    if (site->page == NULL) {
        return no_memory(err);
    }
    if (!request->pages) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_parts_init(&site->unscored, &fuhe_unscored_plan, request->folder, request->complete, err));
    FUHE_TRY(fuhe_parts_init(&site->documents, &fuhe_documents_plan, request->folder, request->complete, err));
    FUHE_TRY(fuhe_documents_add_repeats(&site->documents, request->survey, err));
    FUHE_TRY(count_forms(site, err));
    return write_assets(request, err);
}

enum fuhe_status fuhe_site_new(const struct fuhe_site_request *request, struct fuhe_site **site,
                               struct fuhe_error *err) {
    struct fuhe_site *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return no_memory(err);
    }
    made->request = *request;
    const enum fuhe_status status = begin(made, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_site_free(made);
        return status;
    }
    *site = made;
    return FUHE_STATUS_OK;
}

void fuhe_site_free(struct fuhe_site *site) {
    if (site == NULL) {
        return;
    }
    fuhe_parts_free(&site->unscored);
    fuhe_parts_free(&site->documents);
    fuhe_page_free(site->page);
    free(site);
}

/* --- while results come in --- */

enum fuhe_status fuhe_site_add_form(struct fuhe_site *site, const struct fuhe_result *result, uint64_t page,
                                    struct fuhe_error *err) {
    struct fuhe_form_place place = {
        .page = page, .pages = site->forms, .statistics = site->request.statistics, .survey = site->request.survey};

    if (!site->request.pages) {
        return FUHE_STATUS_OK;
    }
    if (result->review.state == FUHE_REVIEW_UNSCORED) {
        FUHE_TRY(fuhe_unscored_add_form(&site->unscored, result, page, err));
    }
    FUHE_TRY(fuhe_survey_department_of(site->request.survey, page, &place.department, err));
    return fuhe_form_page_write(site->page, result, &place, err);
}

enum fuhe_status fuhe_site_add_unit(struct fuhe_site *site, const char *file, const struct fuhe_unit_review *review,
                                    struct fuhe_error *err) {
    return site->request.pages ? fuhe_documents_add(&site->documents, file, review, err) : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_site_add_failure(struct fuhe_site *site, const char *file, const struct fuhe_error *error,
                                       struct fuhe_error *err) {
    return site->request.pages ? fuhe_unscored_add_failure(&site->unscored, file, error, err) : FUHE_STATUS_OK;
}

/* --- what is made from all forms --- */

static enum fuhe_status write_whole(const struct fuhe_site *site, struct fuhe_survey *survey,
                                    struct fuhe_replay *replay, struct fuhe_error *err) {
    const struct fuhe_statistics *statistics = site->request.statistics;

    if (statistics == NULL) {
        return FUHE_STATUS_OK;
    }
    const struct fuhe_crosscheck_pages crosscheck = {site->page, statistics->crosscheck, survey, replay};
    FUHE_TRY(fuhe_statistics_page_write(site->page, statistics, err));
    FUHE_TRY(fuhe_crosscheck_pages_write(&crosscheck, err));
    return site->request.samples == NULL
               ? FUHE_STATUS_OK
               : fuhe_sample_page_write(site->page, site->request.samples, fuhe_replay_library(replay), err);
}

static enum fuhe_status write_overview(const struct fuhe_site *site, struct fuhe_survey *survey,
                                       struct fuhe_replay *replay, struct fuhe_error *err) {
    struct fuhe_index *index = calloc(1, sizeof *index);

    if (index == NULL) {
        return no_memory(err);
    }
    index->from = (struct fuhe_list_request){.folder = site->request.folder,
                                             .complete = site->request.complete,
                                             .survey = survey,
                                             .library = fuhe_replay_library(replay)};
    index->statistics = site->request.statistics;
    index->samples = site->request.samples;
    enum fuhe_status status = fuhe_index_gather(index, err);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_index_write(index, err);
    }
    free(index);
    return status;
}

enum fuhe_status fuhe_site_finish(struct fuhe_site *site, struct fuhe_survey *survey, struct fuhe_replay *replay,
                                  struct fuhe_error *err) {
    const struct fuhe_departments_request departments = {
        site->page, survey, replay, site->request.pages, site->request.notices, site->request.statistics};

    FUHE_TRY(fuhe_departments_write(&departments, err));
    if (!site->request.pages) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_parts_end(&site->unscored, err));
    FUHE_TRY(fuhe_parts_end(&site->documents, err));
    FUHE_TRY(write_whole(site, survey, replay, err));
    return write_overview(site, survey, replay, err);
}
