/* SPDX-License-Identifier: Apache-2.0 */
/* What only all forms of a document together show: elements around them, the statement that does not add up, texts
 * copied from form to form, full marks everywhere. Copies are found by sorting fingerprints. */
#include <stdlib.h>
#include <string.h>

#include "engine/checks/check.h"
#include "engine/place.h"
#include "engine/unit_memory.h"

enum { FULL_MARKS_FORMS_MIN = 3 };

struct unit_check {
    const struct fuhe_unit *unit;
    const struct fuhe_pack *pack;
    struct fuhe_arena *arena;
    struct fuhe_unit_review *review;
    size_t capacity;
};

static enum fuhe_status report(struct unit_check *check, struct fuhe_unit_finding *finding) {
    void *items = check->review->findings;

    if (finding->address.length == 0) {
        char address[FUHE_PLACE_ADDRESS_SIZE];
        const fuhe_text text = fuhe_place_address(NULL, finding->finding.place, address);
        FUHE_TRY(fuhe_arena_copy(check->arena, text, &finding->address));
    }
    finding->finding.severity = check->pack != NULL ? check->pack->severities[finding->finding.code]
                                                    : fuhe_code_severity(finding->finding.code);
    FUHE_TRY(fuhe_arena_grow(check->arena, &items, check->review->finding_count, &check->capacity,
                             sizeof *check->review->findings));
    check->review->findings = items;
    check->review->findings[check->review->finding_count++] = *finding;
    return FUHE_STATUS_OK;
}

/* --- what stands around the forms --------------------------------------------------------------------------------- */

/* A form under a misspelt name among them. */
static enum fuhe_status check_oddities(struct unit_check *check, const struct fuhe_document *document) {
    for (size_t i = 0; document != NULL && i < document->oddity_count; i++) {
        struct fuhe_unit_finding finding = {.finding = fuhe_finding_about_oddity(&document->oddities[i])};
        FUHE_TRY(report(check, &finding));
    }
    return FUHE_STATUS_OK;
}

/* --- the statement ------------------------------------------------------------------------------------------------ */

static bool has_sums(const struct fuhe_unit *unit) {
    return !unit->initial.broken && !unit->budget.broken && !unit->executed.broken;
}

static enum fuhe_status check_projects(struct unit_check *check, const struct fuhe_statement *statement) {
    const struct fuhe_value projects = fuhe_value_read(&statement->projects);
    const fuhe_decimal count = FUHE_DECIMAL(check->unit->seen);

    if (projects.kind != FUHE_VALUE_NUMBER || fuhe_decimal_equals(projects.number, count)) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_unit_finding finding = {
        .finding = fuhe_finding_about(FUHE_CODE_STATEMENT_PROJECTS, FUHE_BLOCK_STATEMENT, "@projects",
                                      statement->projects.place),
        .form_count = check->unit->seen,
    };
    fuhe_finding_compare(&finding.finding, projects.number, count);
    finding.finding.quote = statement->projects.text;
    return report(check, &finding);
}

static struct fuhe_amount amount_of_sum(const struct fuhe_unit_sum *sum) {
    return (struct fuhe_amount){sum->value, sum->slack};
}

/* "782.87 / 714.52 / 514.02": the sums that the statement was held against, in its own unit. */
static enum fuhe_status list_sums(const struct unit_check *check, int64_t scale, fuhe_text *list) {
    const struct fuhe_unit_sum *const sums[] = {&check->unit->initial, &check->unit->budget, &check->unit->executed};
    char text[3 * FUHE_DECIMAL_TEXT_SIZE + 8] = "";
    size_t length = 0;

    for (size_t i = 0; i < 3; i++) {
        struct fuhe_finding shown = {0};
        fuhe_finding_compare_money(&shown, amount_of_sum(sums[i]), amount_of_sum(sums[i]), scale);
        if (i > 0) {
            memcpy(text + length, " / ", 3);
            length += 3;
        }
        length += fuhe_decimal_format(shown.claimed.value, 0, text + length);
    }
    return fuhe_arena_copy(check->arena, (fuhe_text){text, length}, list);
}

/* The statement does not say which money it means, so it may be any of the three sums. */
static enum fuhe_status check_funds(struct unit_check *check, const struct fuhe_statement *statement) {
    const struct fuhe_unit *unit = check->unit;
    const int64_t scale = fuhe_value_money_scale(&statement->unit);
    const struct fuhe_value funds = fuhe_value_read_figure(&statement->funds, scale);
    const struct fuhe_amount printed = fuhe_amount_of(&funds);

    if (funds.kind != FUHE_VALUE_NUMBER || !has_sums(unit) ||
        fuhe_amounts_meet(printed, amount_of_sum(&unit->initial)) ||
        fuhe_amounts_meet(printed, amount_of_sum(&unit->budget)) ||
        fuhe_amounts_meet(printed, amount_of_sum(&unit->executed))) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_unit_finding finding = {
        .finding =
            fuhe_finding_about(FUHE_CODE_STATEMENT_FUNDS, FUHE_BLOCK_STATEMENT, "@funds", statement->funds.place),
        .form_count = unit->seen,
    };
    fuhe_finding_compare_money(&finding.finding, printed, amount_of_sum(&unit->budget), scale);
    finding.finding.quote = statement->funds.text;
    FUHE_TRY(list_sums(check, scale, &finding.finding.other));
    return report(check, &finding);
}

static enum fuhe_status check_statement(struct unit_check *check, const struct fuhe_document *document) {
    if (document == NULL || !document->statement.present || check->unit->seen == 0) {
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(check_projects(check, &document->statement));
    return check_funds(check, &document->statement);
}

/* --- copies ------------------------------------------------------------------------------------------------------- */

struct copy {
    struct fuhe_mark mark;
    size_t form;
};

static bool same_mark(struct fuhe_mark a, struct fuhe_mark b) {
    return a.first == b.first && a.second == b.second;
}

static int compare_marks(const struct copy *a, const struct copy *b) {
    if (a->mark.first != b->mark.first) {
        return a->mark.first < b->mark.first ? -1 : 1;
    }
    return (a->mark.second > b->mark.second) - (a->mark.second < b->mark.second);
}

static int compare_copies(const void *a, const void *b) {
    const struct copy *first = a;
    const struct copy *second = b;
    const int by_mark = compare_marks(first, second);

    return by_mark != 0 ? by_mark : (first->form > second->form) - (first->form < second->form);
}

/* Which text of a form is compared. */
struct copied {
    enum fuhe_code code;
    enum fuhe_block block;
    const char *cell;
    bool goal;
};

static struct fuhe_mark mark_of(const struct fuhe_remembered *form, const struct copied *copied) {
    return copied->goal ? form->goal : form->project;
}

/* A form that stands twice has its goal twice; that is one finding, not two. */
static bool is_one_project(const struct fuhe_unit *unit, const struct copy *copies, size_t count) {
    const struct fuhe_mark project = unit->forms[copies[0].form].project;

    for (size_t i = 1; i < count; i++) {
        if (!same_mark(project, unit->forms[copies[i].form].project)) {
            return false;
        }
    }
    return project.first != 0 || project.second != 0;
}

static enum fuhe_status report_copies(struct unit_check *check, const struct copied *copied, const struct copy *copies,
                                      size_t count) {
    const struct fuhe_unit *unit = check->unit;
    size_t *forms = fuhe_arena_allocate(check->arena, count, sizeof *forms);
    fuhe_text *ids = fuhe_arena_allocate(check->arena, count, sizeof *ids);

    if (forms == NULL || ids == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        forms[i] = copies[i].form;
        FUHE_TRY(fuhe_arena_copy(check->arena, fuhe_unit_text(unit, unit->forms[forms[i]].id), &ids[i]));
    }
    const struct fuhe_remembered *first = &unit->forms[forms[0]];
    struct fuhe_unit_finding finding = {
        .finding = fuhe_finding_about(copied->code, copied->block, copied->cell, first->goal_place),
        .forms = forms,
        .form_ids = ids,
        .form_count = count,
    };
    FUHE_TRY(fuhe_arena_copy(check->arena, fuhe_unit_text(unit, first->goal_address), &finding.address));
    return report(check, &finding);
}

/* In the order of the first form of each group. */
static int compare_findings(const void *a, const void *b) {
    const size_t first = ((const struct fuhe_unit_finding *)a)->forms[0];
    const size_t second = ((const struct fuhe_unit_finding *)b)->forms[0];

    return (first > second) - (first < second);
}

static enum fuhe_status report_groups(struct unit_check *check, const struct copied *copied, const struct copy *copies,
                                      size_t count) {
    const size_t before = check->review->finding_count;

    for (size_t start = 0, end; start < count; start = end) {
        end = start + 1;
        while (end < count && same_mark(copies[start].mark, copies[end].mark)) {
            end++;
        }
        if (end - start > 1 && !(copied->goal && is_one_project(check->unit, copies + start, end - start))) {
            FUHE_TRY(report_copies(check, copied, copies + start, end - start));
        }
    }
    if (check->review->finding_count > before) {
        qsort(check->review->findings + before, check->review->finding_count - before, sizeof *check->review->findings,
              compare_findings);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status check_copies(struct unit_check *check, const struct copied *copied) {
    const struct fuhe_unit *unit = check->unit;
    struct copy *copies = NULL;
    size_t count = 0;

    if (unit->count < 2) {
        return FUHE_STATUS_OK;
    }
    copies = fuhe_arena_allocate(check->arena, unit->count, sizeof *copies);
    if (copies == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < unit->count; i++) {
        const struct fuhe_mark mark = mark_of(&unit->forms[i], copied);
        if (mark.first != 0 || mark.second != 0) {
            copies[count++] = (struct copy){mark, i};
        }
    }
    qsort(copies, count, sizeof *copies, compare_copies);
    return report_groups(check, copied, copies, count);
}

/* --- full marks --------------------------------------------------------------------------------------------------- */

static enum fuhe_status check_full_marks(struct unit_check *check) {
    const struct fuhe_unit *unit = check->unit;

    if (unit->seen < FULL_MARKS_FORMS_MIN || unit->full_marks < unit->seen) {
        return FUHE_STATUS_OK;
    }
    struct fuhe_unit_finding finding = {
        .finding = fuhe_finding_about(FUHE_CODE_ALL_FULL_MARKS, FUHE_BLOCK_FORM, NULL, (struct fuhe_place){0}),
        .form_count = unit->seen,
    };
    finding.finding.claimed = fuhe_figure_of(check->pack != NULL ? check->pack->full_marks : FUHE_DECIMAL(100));
    return report(check, &finding);
}

enum fuhe_status fuhe_unit_review_forms(const struct fuhe_unit *unit, const struct fuhe_document *document,
                                        const struct fuhe_pack *pack, struct fuhe_arena *arena,
                                        struct fuhe_unit_review *review) {
    static const struct copied goals = {FUHE_CODE_COPIED_GOAL, FUHE_BLOCK_GOAL, "expected", true};
    static const struct copied projects = {FUHE_CODE_DUPLICATE_PROJECT, FUHE_BLOCK_FORM, "project", false};
    struct unit_check check = {unit, pack, arena, review, 0};

    *review = (struct fuhe_unit_review){
        .form_count = unit->seen, .complete = unit->seen == unit->count, .has_sums = has_sums(unit)};
    FUHE_TRY(check_oddities(&check, document));
    FUHE_TRY(check_statement(&check, document));
    FUHE_TRY(check_copies(&check, &goals));
    FUHE_TRY(check_copies(&check, &projects));
    return check_full_marks(&check);
}
