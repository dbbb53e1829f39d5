/* SPDX-License-Identifier: Apache-2.0 */
/* What is different, for people: a form a paragraph, marked "~" changed, "+" new, "-" gone; for machines: a list of the
 * same. Forms that are the same are counted only. */
#include "cli/difference.h"

#include "cli/review_change.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

enum { INDENT = 4 };

static size_t shown(const struct fuhe_difference *difference) {
    return difference->changed + difference->added + difference->removed;
}

void fuhe_difference_begin(struct fuhe_difference *difference) {
    if (difference->json) {
        fuhe_output_string(difference->output, "{\"schema\":\"fuhe-diff/1\",\"by\":\"");
        fuhe_output_string(difference->output, difference->key == FUHE_HISTORY_BY_PROJECT ? "project" : "form");
        fuhe_output_string(difference->output, "\",\"forms\":[");
    }
}

/* --- for people --- */

static struct fuhe_output *scratch_of(struct fuhe_difference *difference) {
    fuhe_memory_output_reset(difference->scratch);
    return &difference->scratch->output;
}

static void put_paragraph(struct fuhe_difference *difference, const char *heading) {
    struct fuhe_output *output = difference->output;

    fuhe_width_spaces(output, INDENT);
    fuhe_output_string(output, heading);
    fuhe_width_wrap(output, fuhe_memory_output_text(difference->scratch), INDENT + fuhe_width_of(fuhe_text_of(heading)),
                    fuhe_width_page());
    fuhe_output_char(output, '\n');
}

/* A form in both, or in one of them. */
struct figure_pair {
    const struct fuhe_history_review *before;
    const struct fuhe_history_review *after;
};

/* "公园养护 (small), 延边州某局, 2023 → 2024" */
static void write_name(struct fuhe_difference *difference, const char *mark, const struct figure_pair *pair) {
    const bool in_both = pair->before != NULL && pair->after != NULL;
    const bool other_year = in_both && !fuhe_text_equals(pair->before->form.year, pair->after->form.year);

    fuhe_output_string(difference->output, mark);
    fuhe_review_write_name(difference->output, pair->before != NULL ? pair->before : pair->after, true);
    if (other_year) {
        fuhe_output_string(difference->output, " → ");
        fuhe_width_write(difference->output, pair->after->form.year);
    }
    fuhe_output_char(difference->output, '\n');
}

/* A figure of both: "94 → 92.67", or once when it is the same. */

static void write_claimed(struct fuhe_output *output, const struct fuhe_history_review *review) {
    fuhe_width_write(output, review->form.claimed.length == 0 ? FUHE_TEXT("—") : review->form.claimed);
    if (!fuhe_text_equals(review->form.grade_claimed, review->form.grade)) {
        fuhe_output_string(output, " (");
        fuhe_width_write(output, fuhe_review_grade(review, FUHE_REVIEW_CLAIMED));
        fuhe_output_string(output, ")");
    }
}

static void write_verified(struct fuhe_output *output, const struct fuhe_history_review *review) {
    fuhe_review_write_figure(output, review->form.verified);
}

static void write_deviation(struct fuhe_output *output, const struct fuhe_history_review *review) {
    fuhe_review_write_figure(output, review->form.deviation);
}

static void write_grade(struct fuhe_output *output, const struct fuhe_history_review *review) {
    fuhe_width_write(output, fuhe_review_grade(review, FUHE_REVIEW_RECOMMENDED));
    if (review->form.firmness != FUHE_FIRM) {
        fuhe_output_string(output, " (");
        fuhe_output_string(output, fuhe_message_firmness(review->form.firmness));
        fuhe_output_string(output, ")");
    }
}

static void write_errors(struct fuhe_output *output, const struct fuhe_history_review *review) {
    fuhe_output_size(output, review->form.findings[FUHE_SEVERITY_ERROR]);
}

static void write_warnings(struct fuhe_output *output, const struct fuhe_history_review *review) {
    fuhe_output_size(output, review->form.findings[FUHE_SEVERITY_WARNING]);
}

static void write_notes(struct fuhe_output *output, const struct fuhe_history_review *review) {
    fuhe_output_size(output, review->form.findings[FUHE_SEVERITY_NOTE]);
}

static const struct {
    const char *name;
    void (*write)(struct fuhe_output *output, const struct fuhe_history_review *review);
} figures[] = {
    {"claimed", write_claimed}, {"verified", write_verified}, {"deviation", write_deviation}, {"grade", write_grade},
    {"errors", write_errors},   {"warnings", write_warnings}, {"notes", write_notes},
};

/* Whether both reviews show the same; memory that is out makes them different, which is said twice at worst. */
static bool shows_same(const struct figure_pair *pair, size_t figure) {
    struct fuhe_memory_output *before = fuhe_memory_output_new();
    struct fuhe_memory_output *after = fuhe_memory_output_new();
    bool same = false;

    if (before != NULL && after != NULL) {
        figures[figure].write(&before->output, pair->before);
        figures[figure].write(&after->output, pair->after);
        same = fuhe_text_equals(fuhe_memory_output_text(before), fuhe_memory_output_text(after));
    }
    fuhe_memory_output_free(before);
    fuhe_memory_output_free(after);
    return same;
}

static void write_pair(struct fuhe_output *output, const struct figure_pair *pair, size_t figure) {
    if (pair->before != NULL && pair->after != NULL && !shows_same(pair, figure)) {
        figures[figure].write(output, pair->before);
        fuhe_output_string(output, " → ");
    }
    figures[figure].write(output, pair->after != NULL ? pair->after : pair->before);
}

static bool write_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        if (!fuhe_text_equals(name, fuhe_text_of(figures[i].name))) {
            continue;
        }
        if (output != NULL) {
            write_pair(output, context, i);
        }
        return true;
    }
    return false;
}

static void write_figures(struct fuhe_difference *difference, const struct figure_pair *pair) {
    fuhe_template_write(scratch_of(difference),
                        _("claimed {claimed}; verified {verified}; deviation {deviation}; grade {grade}; errors "
                          "{errors}, warnings {warnings}, notes {notes}"),
                        write_value, pair);
    put_paragraph(difference, "");
}

static void write_text(struct fuhe_difference *difference, const struct fuhe_history_review *before,
                       const struct fuhe_history_review *after) {
    const struct figure_pair pair = {before, after};
    const char *mark = before == NULL ? "+ " : after == NULL ? "- " : "~ ";

    write_name(difference, mark, &pair);
    write_figures(difference, &pair);
    if (before == NULL || after == NULL) {
        return;
    }
    if (fuhe_review_write_codes(scratch_of(difference), before, after)) {
        put_paragraph(difference, _("findings gone: "));
    }
    if (fuhe_review_write_codes(scratch_of(difference), after, before)) {
        put_paragraph(difference, _("new findings: "));
    }
}

/* --- for machines --- */

static void record_side(struct fuhe_record *record, const char *name, const struct fuhe_history_review *review) {
    if (review != NULL) {
        fuhe_record_open(record, name);
        fuhe_review_record(record, review, false);
        fuhe_record_close(record);
    }
}

static void write_record(struct fuhe_difference *difference, const struct fuhe_history_review *before,
                         const struct fuhe_history_review *after) {
    struct fuhe_record record;

    fuhe_output_string(difference->output, shown(difference) == 0 ? "\n" : ",\n");
    fuhe_record_init(&record, FUHE_RECORD_JSON, difference->output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "what", before == NULL ? "added" : after == NULL ? "removed" : "changed");
    record_side(&record, "before", before);
    record_side(&record, "after", after);
    if (before != NULL && after != NULL) {
        fuhe_review_record_changes(&record, before, after);
    }
    fuhe_record_close(&record);
}

/* --- all of them --- */

enum fuhe_status fuhe_difference_take(void *context, const struct fuhe_history_review *before,
                                      const struct fuhe_history_review *after) {
    struct fuhe_difference *difference = context;

    if (before != NULL && after != NULL && fuhe_review_changes(before, after) == 0) {
        difference->same++;
        return FUHE_STATUS_OK;
    }
    if (difference->json) {
        write_record(difference, before, after);
    } else {
        write_text(difference, before, after);
    }
    if (before == NULL) {
        difference->added++;
    } else if (after == NULL) {
        difference->removed++;
    } else {
        difference->changed++;
    }
    return difference->output->status;
}

static bool write_count(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct fuhe_difference *difference = context;
    const struct {
        const char *name;
        size_t count;
    } counts[] = {{"changed", difference->changed},
                  {"added", difference->added},
                  {"removed", difference->removed},
                  {"same", difference->same}};

    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        if (fuhe_text_equals(name, fuhe_text_of(counts[i].name))) {
            fuhe_output_size(output, counts[i].count);
        }
    }
    return true;
}

static void write_summary_record(const struct fuhe_difference *difference) {
    struct fuhe_record record;

    fuhe_output_string(difference->output, "],\n\"summary\":");
    fuhe_record_init(&record, FUHE_RECORD_JSON, difference->output);
    fuhe_record_open(&record, NULL);
    fuhe_record_count(&record, "changed", difference->changed);
    fuhe_record_count(&record, "added", difference->added);
    fuhe_record_count(&record, "removed", difference->removed);
    fuhe_record_count(&record, "same", difference->same);
    fuhe_record_close(&record);
    fuhe_output_string(difference->output, "}\n");
}

void fuhe_difference_end(struct fuhe_difference *difference) {
    if (difference->json) {
        write_summary_record(difference);
        return;
    }
    fuhe_output_string(difference->output, shown(difference) > 0 ? "\n" : "");
    fuhe_template_write(difference->output, _("changed {changed}, new {added}, gone {removed}, the same {same}"),
                        write_count, difference);
    fuhe_output_char(difference->output, '\n');
}
