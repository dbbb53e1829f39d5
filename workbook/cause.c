/* SPDX-License-Identifier: Apache-2.0 */
/* The main causes of a deviation: the findings that it is made up of, by their points. */
#include "report/deviation.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "workbook/tables.h"

enum { CAUSES_SHOWN = 2 };

static bool is_cause(const struct fuhe_review *review, const struct fuhe_finding *finding) {
    return finding->severity != FUHE_SEVERITY_NOTE && fuhe_deviation_part(review, finding).scaled != 0;
}

static int64_t points_of(const struct fuhe_review *review, const struct fuhe_finding *finding) {
    const int64_t part = fuhe_deviation_part(review, finding).scaled;

    return part < 0 ? -part : part;
}

/* The cause that moves most among those behind `before` in that order (of equal ones the earlier); NULL at the end. */
static const struct fuhe_finding *next_cause(const struct fuhe_review *review, const struct fuhe_finding *before) {
    const struct fuhe_finding *best = NULL;

    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        const int64_t points = points_of(review, finding);
        const int64_t limit = before == NULL ? INT64_MAX : points_of(review, before);
        const bool is_behind = points < limit || (points == limit && (before == NULL || finding > before));
        if (is_cause(review, finding) && is_behind && (best == NULL || points > points_of(review, best))) {
            best = finding;
        }
    }
    return best;
}

static size_t count_causes(const struct fuhe_review *review) {
    size_t count = 0;

    for (size_t i = 0; i < review->findings.count; i++) {
        count += is_cause(review, &review->findings.items[i]);
    }
    return count;
}

static void write_rest(struct fuhe_output *output, size_t rest) {
    char number[FUHE_DECIMAL_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"number", {number, fuhe_decimal_format(FUHE_DECIMAL((int64_t)rest), 0, number)}}, {NULL, {NULL, 0}}};

    if (rest > 0) {
        fuhe_template_words(output, _(" Further causes: {number}."), words);
    }
}

static void write_causes(struct fuhe_output *output, const struct fuhe_review *review) {
    const struct fuhe_finding *cause = next_cause(review, NULL);
    size_t shown = 0;

    for (; cause != NULL && shown < CAUSES_SHOWN; cause = next_cause(review, cause)) {
        fuhe_output_string(output, shown == 0 || fuhe_language_is_chinese() ? "" : " ");
        fuhe_message_finding(output, review, cause);
        shown++;
    }
    write_rest(output, count_causes(review) - shown);
}

void fuhe_cause_write(struct fuhe_output *output, const struct fuhe_result *result) {
    const struct fuhe_review *review = &result->review;
    const struct fuhe_totals *totals = &review->totals;

    if (fuhe_review_doubts(review) > 0) {
        fuhe_message_doubts(output, review);
        fuhe_output_string(output, fuhe_language_is_chinese() ? "" : " ");
    }
    if (review->state == FUHE_REVIEW_UNSCORED) {
        fuhe_output_string(output, _("Nothing on this form could be scored."));
    } else if (review->state == FUHE_REVIEW_PARTIAL) {
        fuhe_output_string(output, _("Incomplete: some of it could not be scored, so there is no deviation."));
    } else if (!totals->claimed.present) {
        fuhe_output_string(output, _("No total is claimed."));
    } else if (totals->deviation_points.scaled == 0) {
        fuhe_output_string(output, _("No deviation."));
    } else if (count_causes(review) > 0) {
        write_causes(output, review);
    } else {
        fuhe_message_explanation(output, review, &result->claimed);
    }
}
