/* SPDX-License-Identifier: Apache-2.0 */
/* One walk over all departments. A notice needs what its forms say in words, so they are worked out again, department
 * by department. */
#include "html/department_page.h"

struct walk {
    const struct fuhe_departments_request *request;
    struct fuhe_notice *notice;
    struct fuhe_error *err;
};

static enum fuhe_status add_form(void *context, const struct fuhe_result *result, uint64_t page) {
    const struct walk *walk = context;

    return fuhe_notice_add_form(walk->notice, result, page, walk->err);
}

static enum fuhe_status write_notice(struct walk *walk, const struct fuhe_survey_department *department) {
    const struct fuhe_replay_sink sink = {.form = add_form, .context = walk};

    fuhe_notice_begin(walk->notice, department->number, department->name);
    FUHE_TRY(fuhe_replay_department(walk->request->replay, department->number, &sink, walk->err));
    return fuhe_notice_write(walk->notice, walk->request->page, walk->err);
}

static enum fuhe_status take(void *context, const struct fuhe_survey_department *department) {
    struct walk *walk = context;

    if (walk->request->pages) {
        FUHE_TRY(fuhe_department_page_write(walk->request, department, walk->err));
    }
    return walk->request->notices ? write_notice(walk, department) : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_departments_write(const struct fuhe_departments_request *request, struct fuhe_error *err) {
    struct walk walk = {request, fuhe_notice_new(request->page->folder, request->page->complete), err};

    if (walk.notice == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const enum fuhe_status status =
        fuhe_survey_departments(request->survey, FUHE_DEPARTMENTS_BY_NUMBER, 0, take, &walk, err);
    fuhe_notice_free(walk.notice);
    return status;
}
