/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of forms, split over pages that need no script; and on the same walk what search and scatter chart are made of.
 * Nothing of a form is kept, so memory does not grow with their number. */
#include "html/list_pages.h"

#include "html/form_row.h"
#include "html/parts.h"
#include "html/search_data.h"
#include "report/translate.h"

static const struct fuhe_parts_plan plan = {
    .first = FUHE_LIST_FORMS,
    .stem = "lists/",
    .title = N_("Forms by risk"),
    .lead =
        N_("All forms, those that a person should look at first on top. The risk is an order of work, not a verdict."),
    .nothing = N_("There is no form."),
    .caption = N_("Forms, highest risk first"),
    .columns = fuhe_form_columns,
};

struct walk {
    const struct fuhe_pack_library *library;
    struct fuhe_parts lists;
    struct fuhe_search_data data;
    const struct fuhe_list_gains *gains;
    struct fuhe_error *err;
};

static enum fuhe_status take(void *context, const struct fuhe_survey_form *form) {
    struct walk *walk = context;

    FUHE_TRY(fuhe_parts_next(&walk->lists, walk->err));
    fuhe_form_row(walk->lists.page, walk->library, form);
    fuhe_grades_names_add(walk->gains->names, walk->library, form);
    if (form->state == FUHE_REVIEW_SCORED && form->claimed_points.present && form->verified.present) {
        fuhe_chart_scatter_add(walk->gains->scatter, form->claimed_points.value, form->verified.value);
    }
    return fuhe_search_data_add(&walk->data, form, walk->err);
}

static enum fuhe_status walk_forms(struct walk *walk, const struct fuhe_list_request *request) {
    const struct fuhe_survey_request forms = {.order = FUHE_SURVEY_BY_RISK};
    struct fuhe_parts_plan sized = plan;

    sized.expected = request->forms;
    FUHE_TRY(fuhe_parts_init(&walk->lists, &sized, request->folder, request->complete, walk->err));
    FUHE_TRY(fuhe_search_data_init(&walk->data, request->folder, request->library, walk->err));
    FUHE_TRY(fuhe_survey_forms(request->survey, &forms, take, walk, walk->err));
    FUHE_TRY(fuhe_search_data_end(&walk->data, walk->err));
    return fuhe_parts_end(&walk->lists, walk->err);
}

enum fuhe_status fuhe_list_forms(const struct fuhe_list_request *request, const struct fuhe_list_gains *gains,
                                 struct fuhe_error *err) {
    struct walk walk = {.library = request->library, .gains = gains, .err = err};
    const enum fuhe_status status = walk_forms(&walk, request);

    *gains->files = walk.data.part;
    fuhe_parts_free(&walk.lists);
    fuhe_search_data_free(&walk.data);
    return status;
}
