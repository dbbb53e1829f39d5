/* SPDX-License-Identifier: Apache-2.0 */
/* What differs between two reviews of a form, for people and for machines. */
#include "cli/review_change.h"

#include <string.h>

#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

static bool same_figure(struct fuhe_figure a, struct fuhe_figure b) {
    return a.present == b.present && (!a.present || a.value.scaled == b.value.scaled);
}

static bool same_claim(const struct fuhe_survey_form *a, const struct fuhe_survey_form *b) {
    return fuhe_text_equals(a->claimed, b->claimed) && fuhe_text_equals(a->grade_claimed, b->grade_claimed);
}

static bool same_result(const struct fuhe_survey_form *a, const struct fuhe_survey_form *b) {
    return a->state == b->state && same_figure(a->verified, b->verified) && same_figure(a->deviation, b->deviation) &&
           same_figure(a->rate, b->rate) && fuhe_text_equals(a->grade, b->grade) && a->firmness == b->firmness &&
           fuhe_text_equals(a->codes, b->codes) && memcmp(a->findings, b->findings, sizeof a->findings) == 0;
}

static bool same_rules(const struct fuhe_history_review *a, const struct fuhe_history_review *b) {
    return fuhe_text_equals(a->form.pack, b->form.pack) &&
           memcmp(a->pack_hash.bytes, b->pack_hash.bytes, sizeof a->pack_hash.bytes) == 0;
}

unsigned fuhe_review_changes(const struct fuhe_history_review *before, const struct fuhe_history_review *after) {
    unsigned changes = 0;

    changes |= same_claim(&before->form, &after->form) ? 0 : FUHE_CHANGE_CLAIM;
    changes |= same_result(&before->form, &after->form) ? 0 : FUHE_CHANGE_RESULT;
    changes |= same_rules(before, after) ? 0 : FUHE_CHANGE_RULES;
    changes |= fuhe_text_equals(before->engine, after->engine) ? 0 : FUHE_CHANGE_ENGINE;
    return changes;
}

enum fuhe_status fuhe_review_keep(const struct fuhe_history_review *review, struct fuhe_arena *arena,
                                  struct fuhe_history_review *kept) {
    *kept = *review;
    fuhe_text *const texts[] = {
        &kept->form.file,
        &kept->form.id,
        &kept->form.year,
        &kept->form.department_name,
        &kept->form.project,
        &kept->form.claimed,
        &kept->form.pack,
        &kept->form.grade_claimed,
        &kept->form.grade,
        &kept->form.codes,
        &kept->form.grade_claimed_name,
        &kept->form.grade_name,
        &kept->pack_version,
        &kept->engine,
        &kept->started,
        &kept->key,
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        FUHE_TRY(fuhe_arena_copy(arena, *texts[i], texts[i]));
    }
    return FUHE_STATUS_OK;
}

/* --- for people --- */

void fuhe_review_write_name(struct fuhe_output *output, const struct fuhe_history_review *review, bool with_year) {
    const struct fuhe_survey_form *form = &review->form;

    fuhe_width_write(output, form->project.length > 0 ? form->project : form->file);
    if (form->id.length > 0) {
        fuhe_output_string(output, " (");
        fuhe_width_write(output, form->id);
        fuhe_output_string(output, ")");
    }
    if (form->department_name.length > 0) {
        fuhe_output_string(output, _(", "));
        fuhe_width_write(output, form->department_name);
    }
    if (with_year && form->year.length > 0) {
        fuhe_output_string(output, _(", "));
        fuhe_width_write(output, form->year);
    }
}

fuhe_text fuhe_review_grade(const struct fuhe_history_review *review, enum fuhe_review_grade which) {
    const struct fuhe_survey_form *form = &review->form;
    const bool claimed = which == FUHE_REVIEW_CLAIMED;
    const fuhe_text name = claimed ? form->grade_claimed_name : form->grade_name;
    const fuhe_text id = claimed ? form->grade_claimed : form->grade;

    if (id.length == 0) {
        return FUHE_TEXT("—");
    }
    return fuhe_language_is_chinese() && name.length > 0 ? name : id;
}

bool fuhe_review_rules_were_edited(const struct fuhe_history_review *a, const struct fuhe_history_review *b) {
    return !same_rules(a, b) && fuhe_text_equals(a->form.pack, b->form.pack) &&
           fuhe_text_equals(a->pack_version, b->pack_version);
}

void fuhe_review_write_rules(struct fuhe_output *output, const struct fuhe_history_review *review,
                             const struct fuhe_history_review *other) {
    enum { SHORT_HASH = 12 };
    char hash[FUHE_HASH_TEXT_SIZE];

    fuhe_width_write(output, review->form.pack);
    fuhe_output_char(output, ' ');
    fuhe_width_write(output, review->pack_version);
    if (other != NULL && fuhe_review_rules_were_edited(review, other)) {
        fuhe_hash_format(&review->pack_hash, hash);
        fuhe_output_string(output, _(" ("));
        fuhe_output_text(output, (fuhe_text){hash, SHORT_HASH});
        fuhe_output_string(output, _(")"));
    }
}

void fuhe_review_write_figure(struct fuhe_output *output, struct fuhe_figure figure) {
    if (figure.present) {
        fuhe_output_decimal(output, figure.value, 2);
    } else {
        fuhe_output_string(output, "—");
    }
}

/* The next code of "item-score weight-sum", taken off the front. */
static fuhe_text next_code(fuhe_text *codes) {
    const size_t length = fuhe_text_find(*codes, FUHE_TEXT(" "));
    const fuhe_text code = {codes->bytes, length};

    *codes = fuhe_text_from(*codes, length < codes->length ? length + 1 : length);
    return code;
}

static bool has_code(fuhe_text codes, fuhe_text wanted) {
    while (codes.length > 0) {
        if (fuhe_text_equals(next_code(&codes), wanted)) {
            return true;
        }
    }
    return false;
}

static void write_code(struct fuhe_output *output, fuhe_text word) {
    const enum fuhe_code code = fuhe_code_find(word);

    fuhe_output_string(output, code == FUHE_CODE_COUNT ? "" : fuhe_message_title(code));
    fuhe_output_string(output, " (");
    fuhe_output_text(output, word);
    fuhe_output_string(output, ")");
}

bool fuhe_review_write_codes(struct fuhe_output *output, const struct fuhe_history_review *has,
                             const struct fuhe_history_review *has_not) {
    bool any = false;

    for (fuhe_text codes = has->form.codes; codes.length > 0;) {
        const fuhe_text code = next_code(&codes);
        if (has_code(has_not->form.codes, code)) {
            continue;
        }
        fuhe_output_string(output, any ? fuhe_message_list_separator() : "");
        write_code(output, code);
        any = true;
    }
    return any;
}

/* --- for machines --- */

static const char *const states[] = {
    [FUHE_REVIEW_SCORED] = "scored", [FUHE_REVIEW_PARTIAL] = "partial", [FUHE_REVIEW_UNSCORED] = "unscored"};

static void record_text_if(struct fuhe_record *record, const char *name, fuhe_text text) {
    if (text.length > 0) {
        fuhe_record_text(record, name, text);
    }
}

static void record_figure(struct fuhe_record *record, const char *name, struct fuhe_figure figure) {
    if (figure.present) {
        fuhe_record_decimal(record, name, figure.value, 2);
    }
}

static void record_hash(struct fuhe_record *record, const char *name, const struct fuhe_hash *hash) {
    char text[FUHE_HASH_TEXT_SIZE];

    fuhe_hash_format(hash, text);
    fuhe_record_text(record, name, fuhe_text_of(text));
}

static void record_codes(struct fuhe_record *record, const char *list, fuhe_text codes, fuhe_text without) {
    fuhe_record_open_list(record, list);
    while (codes.length > 0) {
        const fuhe_text code = next_code(&codes);
        if (!has_code(without, code)) {
            fuhe_record_open(record, "finding");
            fuhe_record_text(record, "code", code);
            fuhe_record_close(record);
        }
    }
    fuhe_record_close(record);
}

static void record_run(struct fuhe_record *record, const struct fuhe_history_review *review, bool dates) {
    fuhe_record_count(record, "first_run", review->first_run);
    fuhe_record_count(record, "last_run", review->last_run);
    fuhe_record_flag(record, "in_force", review->in_force);
    if (dates) {
        fuhe_record_text(record, "started", review->started);
    }
    fuhe_record_text(record, "engine", review->engine);
    fuhe_record_text(record, "rules", review->form.pack);
    fuhe_record_text(record, "rules_version", review->pack_version);
    record_hash(record, "rules_sha256", &review->pack_hash);
    if (review->has_hash) {
        record_hash(record, "file_sha256", &review->hash);
    }
}

void fuhe_review_record(struct fuhe_record *record, const struct fuhe_history_review *review, bool dates) {
    const struct fuhe_survey_form *form = &review->form;

    fuhe_record_text(record, "file", form->file);
    fuhe_record_count(record, "number", form->number);
    record_text_if(record, "id", form->id);
    record_text_if(record, "year", form->year);
    record_text_if(record, "department", form->department_name);
    record_text_if(record, "project", form->project);
    record_run(record, review, dates);
    fuhe_record_word(record, "state", states[form->state]);
    record_text_if(record, "claimed", form->claimed);
    record_figure(record, "verified", form->verified);
    record_figure(record, "deviation_points", form->deviation);
    record_figure(record, "deviation_rate", form->rate);
    record_text_if(record, "grade_claimed", form->grade_claimed);
    record_text_if(record, "grade", form->grade);
    fuhe_record_word(record, "firmness", fuhe_firmness_name(form->firmness));
    fuhe_record_count(record, "errors", form->findings[FUHE_SEVERITY_ERROR]);
    fuhe_record_count(record, "warnings", form->findings[FUHE_SEVERITY_WARNING]);
    fuhe_record_count(record, "notes", form->findings[FUHE_SEVERITY_NOTE]);
    record_codes(record, "findings", form->codes, (fuhe_text){NULL, 0});
}

void fuhe_review_record_changes(struct fuhe_record *record, const struct fuhe_history_review *before,
                                const struct fuhe_history_review *after) {
    static const struct {
        unsigned change;
        const char *word;
    } words[] = {{FUHE_CHANGE_CLAIM, "claim"},
                 {FUHE_CHANGE_RESULT, "result"},
                 {FUHE_CHANGE_RULES, "rules"},
                 {FUHE_CHANGE_ENGINE, "engine"}};
    const unsigned changes = fuhe_review_changes(before, after);

    fuhe_record_open_list(record, "changes");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if ((changes & words[i].change) != 0) {
            fuhe_record_open(record, "change");
            fuhe_record_word(record, "of", words[i].word);
            fuhe_record_close(record);
        }
    }
    fuhe_record_close(record);
    record_codes(record, "gone", before->form.codes, after->form.codes);
    record_codes(record, "new", after->form.codes, before->form.codes);
}
