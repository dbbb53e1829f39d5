/* SPDX-License-Identifier: Apache-2.0 */
/* Goals, sets of indicators and reasons that are near copies of those of other projects. What counts as near is
 * likeness.h's; here is what is compared, and what is no copy: the same project come in again or run by several units,
 * or the same reason in several rows of one form. A project has one line in a group. */
#include <limits.h>
#include <stdlib.h>

#include "crosscheck/family.h"
#include "engine/fingerprint.h"

enum { ROW_BITS = 16, REASONS_OF_FORM_MAX = 64 };

enum fuhe_status fuhe_copies_new(struct fuhe_crosscheck *crosscheck, struct fuhe_error *err) {
    crosscheck->goals = (struct fuhe_copies){.code = FUHE_CODE_COPIED_GOAL, .forms_min = 2};
    crosscheck->indicators = (struct fuhe_copies){.code = FUHE_CODE_COPIED_INDICATORS, .forms_min = 2};
    crosscheck->reasons =
        (struct fuhe_copies){.code = FUHE_CODE_COPIED_REASON, .forms_min = FUHE_CROSSCHECK_REASON_FORMS_MIN};
    FUHE_TRY(fuhe_likeness_new(&crosscheck->goals.likeness, err));
    FUHE_TRY(fuhe_likeness_new(&crosscheck->indicators.likeness, err));
    return fuhe_likeness_new(&crosscheck->reasons.likeness, err);
}

static void release(struct fuhe_copies *copies) {
    fuhe_likeness_free(copies->likeness);
    copies->likeness = NULL;
}

void fuhe_copies_release(struct fuhe_crosscheck *crosscheck) {
    release(&crosscheck->goals);
    release(&crosscheck->indicators);
    release(&crosscheck->reasons);
    free(crosscheck->marks);
    crosscheck->marks = NULL;
}

/* --- what is compared --------------------------------------------------------------------------------------------- */

static enum fuhe_status add_features(struct fuhe_crosscheck *crosscheck, struct fuhe_copies *copies, uint64_t page,
                                     size_t row, struct fuhe_error *err) {
    const uint64_t shown = row < UINT16_MAX ? row : UINT16_MAX;

    return fuhe_likeness_add(copies->likeness, page << ROW_BITS | shown, crosscheck->features.items,
                             crosscheck->features.count, err);
}

static enum fuhe_status add_goal(struct fuhe_crosscheck *crosscheck, const struct fuhe_form *form, uint64_t page,
                                 struct fuhe_error *err) {
    struct fuhe_features *features = &crosscheck->features;

    fuhe_features_reset(features);
    fuhe_features_add_shingles(features, form->goal_expected.text);
    if (features->characters < FUHE_CROSSCHECK_GOAL_CHARACTERS_MIN) {
        return FUHE_STATUS_OK;
    }
    fuhe_features_finish(features);
    crosscheck->goals.compared++;
    return add_features(crosscheck, &crosscheck->goals, page, 0, err);
}

/* Where the form prints the execution score among the indicators, that row is the same everywhere. */
static enum fuhe_status add_indicators(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review,
                                       uint64_t page, struct fuhe_error *err) {
    struct fuhe_features *features = &crosscheck->features;

    fuhe_features_reset(features);
    for (size_t i = 0; i < review->row_count; i++) {
        const struct fuhe_indicator *indicator = &review->form->indicators[i];
        const fuhe_text texts[] = {indicator->name.text, indicator->relation.text, indicator->target.text,
                                   indicator->unit.text};
        if (!review->rows[i].is_execution && indicator->name.text.length > 0) {
            fuhe_features_add_item(features, texts, sizeof texts / sizeof texts[0]);
        }
    }
    fuhe_features_finish(features);
    if (features->count < FUHE_CROSSCHECK_INDICATORS_MIN) {
        return FUHE_STATUS_OK;
    }
    crosscheck->indicators.compared++;
    return add_features(crosscheck, &crosscheck->indicators, page, 0, err);
}

/* Whether the reason is none of the form's earlier ones, which it then joins. */
static bool is_new(uint64_t *seen, size_t *count, fuhe_text reason) {
    struct fuhe_fingerprint fingerprint = fuhe_fingerprint_new();

    fuhe_fingerprint_add(&fingerprint, reason);
    if (fingerprint.characters < FUHE_CROSSCHECK_REASON_CHARACTERS_MIN || *count == REASONS_OF_FORM_MAX) {
        return false;
    }
    for (size_t i = 0; i < *count; i++) {
        if (seen[i] == fingerprint.first) {
            return false;
        }
    }
    seen[(*count)++] = fingerprint.first;
    return true;
}

/* At full points by claim and rules there is nothing to give a reason for: what stands there is often the same. */
static bool lacks_points(const struct fuhe_row *row) {
    const bool by_claim = row->claim.present && fuhe_decimal_compare(row->claim.value, row->weight) < 0;
    const bool by_rules = row->has_exact && fuhe_decimal_compare(row->recomputed, row->weight) < 0;

    return row->has_weight && (by_claim || by_rules);
}

static enum fuhe_status add_reasons(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review, uint64_t page,
                                    struct fuhe_error *err) {
    const struct fuhe_form *form = review->form;
    struct fuhe_features *features = &crosscheck->features;
    uint64_t seen[REASONS_OF_FORM_MAX];
    size_t count = 0;

    for (size_t i = 0; i < review->row_count && crosscheck->reason_count < FUHE_CROSSCHECK_REASONS_MAX; i++) {
        const fuhe_text reason = form->indicators[i].reason.text;
        if (lacks_points(&review->rows[i]) && is_new(seen, &count, reason)) {
            fuhe_features_reset(features);
            fuhe_features_add_shingles(features, reason);
            fuhe_features_finish(features);
            crosscheck->reason_count++;
            FUHE_TRY(add_features(crosscheck, &crosscheck->reasons, page, i + 1, err));
        }
    }
    crosscheck->reasons.compared += count > 0;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_copies_add(struct fuhe_crosscheck *crosscheck, const struct fuhe_review *review, uint64_t page,
                                 struct fuhe_error *err) {
    FUHE_TRY(add_goal(crosscheck, review->form, page, err));
    FUHE_TRY(add_indicators(crosscheck, review, page, err));
    return add_reasons(crosscheck, review, page, err);
}

/* --- what is reported --------------------------------------------------------------------------------------------- */

static uint64_t page_of(uint64_t owner) {
    return owner >> ROW_BITS;
}

static size_t row_of(uint64_t owner) {
    return owner & UINT16_MAX;
}

static const struct fuhe_crosscheck_form *form_of(const struct fuhe_crosscheck *crosscheck, uint64_t owner) {
    return &crosscheck->forms[page_of(owner) - 1];
}

/* Whether no text of its project in the group at hand was marked; afterwards one is. */
static bool mark_project(struct fuhe_crosscheck *crosscheck, uint64_t owner) {
    const uint32_t project = form_of(crosscheck, owner)->first;
    uint8_t *const marks = &crosscheck->marks[project / CHAR_BIT];
    const uint8_t mark = (uint8_t)(1U << project % CHAR_BIT);
    const bool is_first = (*marks & mark) == 0;

    *marks |= mark;
    return is_first;
}

static void forget_marks(struct fuhe_crosscheck *crosscheck, const struct fuhe_likeness_match *group, size_t size) {
    for (size_t i = 0; i < size; i++) {
        crosscheck->marks[form_of(crosscheck, group[i].owner)->first / CHAR_BIT] = 0;
    }
}

static bool is_like_another(const struct fuhe_crosscheck *crosscheck, const struct fuhe_likeness_match *match) {
    return form_of(crosscheck, match->owner)->first != form_of(crosscheck, match->like)->first;
}

static size_t count_projects(struct fuhe_crosscheck *crosscheck, const struct fuhe_likeness_match *group, size_t size) {
    size_t count = 0;

    for (size_t i = 0; i < size; i++) {
        if (is_like_another(crosscheck, &group[i])) {
            count += mark_project(crosscheck, group[i].like);
            count += mark_project(crosscheck, group[i].owner);
        }
    }
    forget_marks(crosscheck, group, size);
    return count;
}

static enum fuhe_status add_line(struct fuhe_crosscheck *crosscheck, const struct fuhe_likeness_match *match) {
    const bool is_first = match->like == match->owner;
    const struct fuhe_crosscheck_line line = {.department = form_of(crosscheck, match->owner)->department,
                                              .page = page_of(match->owner),
                                              .row = row_of(match->owner),
                                              .like = is_first ? 0 : page_of(match->like),
                                              .like_row = is_first ? 0 : row_of(match->like),
                                              .similarity = is_first ? 0 : match->similarity};

    return fuhe_lines_add(&crosscheck->lines, &line);
}

/* A project has the line of its first text that is like one of another project, or that one of another project is
 * like. */
static enum fuhe_status add_lines(struct fuhe_crosscheck *crosscheck, const struct fuhe_likeness_match *match) {
    const struct fuhe_likeness_match named = {.owner = match->like, .like = match->like};

    if (!is_like_another(crosscheck, match)) {
        return FUHE_STATUS_OK;
    }
    if (mark_project(crosscheck, match->like)) {
        FUHE_TRY(add_line(crosscheck, &named));
    }
    return mark_project(crosscheck, match->owner) ? add_line(crosscheck, match) : FUHE_STATUS_OK;
}

static enum fuhe_status add_group(struct fuhe_crosscheck *crosscheck, const struct fuhe_copies *copies,
                                  const struct fuhe_likeness_match *group, size_t size) {
    const size_t count = count_projects(crosscheck, group, size);
    const struct fuhe_line_group opened = {.code = copies->code, .members = (uint32_t)count};

    if (count < copies->forms_min) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(fuhe_lines_open_group(&crosscheck->lines, &opened));
    for (size_t i = 0; i < size; i++) {
        FUHE_TRY(add_lines(crosscheck, &group[i]));
    }
    forget_marks(crosscheck, group, size);
    return FUHE_STATUS_OK;
}

static enum fuhe_status finish(struct fuhe_crosscheck *crosscheck, struct fuhe_copies *copies, struct fuhe_error *err) {
    struct fuhe_likeness_matches matches = {NULL, 0, 0};
    enum fuhe_status status = FUHE_STATUS_OK;

    crosscheck->counts[copies->code].compared = copies->compared;
    FUHE_TRY(fuhe_likeness_find(copies->likeness, &matches, err));
    for (size_t start = 0, end; start < matches.count && status == FUHE_STATUS_OK; start = end) {
        end = start + 1;
        while (end < matches.count && matches.items[end].group == matches.items[start].group) {
            end++;
        }
        status = add_group(crosscheck, copies, matches.items + start, end - start);
    }
    release(copies);
    return status == FUHE_STATUS_OK ? status : fuhe_error_set(err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_copies_finish(struct fuhe_crosscheck *crosscheck, struct fuhe_error *err) {
    crosscheck->marks = calloc(crosscheck->form_count / CHAR_BIT + 1, 1);
    if (crosscheck->marks == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    FUHE_TRY(finish(crosscheck, &crosscheck->goals, err));
    FUHE_TRY(finish(crosscheck, &crosscheck->indicators, err));
    return finish(crosscheck, &crosscheck->reasons, err);
}
