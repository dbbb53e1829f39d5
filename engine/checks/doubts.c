/* SPDX-License-Identifier: Apache-2.0 */
/* What a form was read from was not clear in some cells: where points or money hang on one, nothing that follows from
 * the form holds until a person has compared it with the document. */
#include "engine/checks/check.h"

/* Values that points and money hang on; a doubt about a whole row or about what no column was found for is one about
 * all of them. */
static const char *const weighty[] = {"row",      "project",     "none",       "fund-label", "initial",  "budget",
                                      "executed", "fund-weight", "fund-score", "target",     "adjusted", "actual",
                                      "name",     "weight",      "score",      "total",      "grade"};

static bool is_weighty(fuhe_text value) {
    for (size_t i = 0; i < sizeof weighty / sizeof weighty[0]; i++) {
        if (fuhe_text_equals(value, fuhe_text_of(weighty[i]))) {
            return true;
        }
    }
    return false;
}

size_t fuhe_form_doubts(const struct fuhe_form *form) {
    size_t count = 0;

    for (size_t i = 0; i < form->doubt_count; i++) {
        count += is_weighty(form->doubts[i].value.text);
    }
    return count;
}

enum fuhe_status fuhe_check_doubts(const struct fuhe_check_context *context) {
    const struct fuhe_form *form = context->review->form;

    for (size_t i = 0; i < form->doubt_count; i++) {
        const struct fuhe_doubt *doubt = &form->doubts[i];
        struct fuhe_finding finding =
            fuhe_finding_about(FUHE_CODE_DOUBTFUL_READING, FUHE_BLOCK_DOUBT, NULL, doubt->place);
        finding.index = i;
        finding.quote = doubt->text.text;
        finding.other = doubt->at.text;
        FUHE_TRY(fuhe_check_report_at_most(context, &finding,
                                           is_weighty(doubt->value.text) ? FUHE_SEVERITY_ERROR : FUHE_SEVERITY_NOTE));
    }
    return FUHE_STATUS_OK;
}
