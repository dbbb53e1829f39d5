/* SPDX-License-Identifier: Apache-2.0 */
/* The way of a document: read by intake, planned form by form, written by its kind, put into a copy of the package. */
#include "fill/fill.h"

#include "fill/parts.h"

static const struct {
    const char *kind; /* of its door */
    enum fuhe_status (*fill)(struct fuhe_parts *parts, struct fuhe_plan *plan, size_t *formulas,
                             struct fuhe_error *err);
} kinds[] = {{"xlsx", fuhe_workbook_fill}, {"docx", fuhe_word_fill}};

enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static size_t find_kind(const char *kind) {
    size_t found = 0;

    while (found < KIND_COUNT && strcmp(kinds[found].kind, kind) != 0) {
        found++;
    }
    return found;
}

bool fuhe_filling_takes(fuhe_text head) {
    return fuhe_text_starts_with(head, FUHE_TEXT("PK\x03\x04"));
}

enum fuhe_status fuhe_filling_begin(struct fuhe_filling *filling, fuhe_text bytes, const struct fuhe_words *words,
                                    struct fuhe_arena *arena, struct fuhe_error *err) {
    *filling = (struct fuhe_filling){.bytes = bytes, .arena = arena, .plan = {.arena = arena}};
    const enum fuhe_status status = fuhe_intake_read(bytes, words, arena, &filling->intake, err);
    if (status != FUHE_STATUS_OK) {
        return err->problem == FUHE_PROBLEM_INTAKE_OFFICE
                   ? fuhe_error_set(err, status, FUHE_PROBLEM_FILL_OLD, NULL, NULL)
                   : status;
    }
    return find_kind(filling->intake.kind) < KIND_COUNT
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_FILL_KIND, filling->intake.kind, NULL);
}

enum fuhe_status fuhe_filling_add(struct fuhe_filling *filling, size_t form, const struct fuhe_form *filled,
                                  fuhe_text total) {
    return fuhe_plan_form(&filling->plan, &filling->intake, filling->intake.recognition.forms[form], filled, total);
}

static void drop_void(struct fuhe_plan *plan) {
    size_t kept = 0;

    for (size_t i = 0; i < plan->count; i++) {
        if (!plan->items[i].is_void) {
            plan->items[kept++] = plan->items[i];
        }
    }
    plan->count = kept;
}

static void count(struct fuhe_filling *filling) {
    for (size_t i = 0; i < filling->plan.count; i++) {
        filling->written[filling->plan.items[i].value] += !filling->plan.items[i].is_void;
    }
}

static enum fuhe_status write_copy(struct fuhe_filling *filling, struct fuhe_parts *parts, struct fuhe_output *output,
                                   struct fuhe_error *err) {
    FUHE_TRY(kinds[find_kind(filling->intake.kind)].fill(parts, &filling->plan, &filling->formulas, err));
    filling->is_signed = parts->count > 0 && fuhe_package_has(parts->package, "_xmlsignatures/origin.sigs");
    count(filling);
    return fuhe_package_rewrite(filling->bytes, parts->items, parts->count, output, err);
}

enum fuhe_status fuhe_filling_end(struct fuhe_filling *filling, struct fuhe_output *output, struct fuhe_error *err) {
    struct fuhe_parts parts = {.arena = filling->arena};

    drop_void(&filling->plan);
    FUHE_TRY(fuhe_package_open(filling->bytes, &parts.package, err));
    const enum fuhe_status status = write_copy(filling, &parts, output, err);
    fuhe_package_close(parts.package);
    return status;
}
