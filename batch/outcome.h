/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BATCH_OUTCOME_H
#define FUHE_BATCH_OUTCOME_H

#include "engine/arena.h"
#include "report/memory_output.h"
#include "report/tally.h"

/* What has come out of some forms and waits for its turn: rendered results, counts, and what could not be scored. */

enum { FUHE_BATCH_FORMATS_MAX = 2 };

/* A form, or a file as a whole, that could not be scored. */
struct fuhe_unscored {
    const char *file;        /* as shown */
    bool is_form;            /* it was read, but nothing in it could be evaluated */
    size_t number;           /* of the form in its file, from 0; for is_form */
    uint32_t line;           /* of the form; for is_form */
    fuhe_text id;            /* for is_form */
    fuhe_text project;       /* for is_form */
    struct fuhe_error error; /* else what is wrong, and where */
};

struct fuhe_outcome {
    size_t format_count;
    struct fuhe_memory_output *streams[FUHE_BATCH_FORMATS_MAX];
    struct fuhe_report reports[FUHE_BATCH_FORMATS_MAX];
    struct fuhe_tally tally;
    struct fuhe_arena *arena; /* of the list and its texts */
    struct fuhe_unscored *unscored;
    size_t unscored_count;
    size_t unscored_capacity;
};

/* Formats are borrowed. false when memory is out; the outcome must be released all the same. */
bool fuhe_outcome_init(struct fuhe_outcome *outcome, const struct fuhe_report_format *const *formats, size_t count);
void fuhe_outcome_release(struct fuhe_outcome *outcome);

/* Forgets everything. */
void fuhe_outcome_reset(struct fuhe_outcome *outcome);

/* Bytes that wait. */
size_t fuhe_outcome_size(const struct fuhe_outcome *outcome);

FUHE_MUST_USE enum fuhe_status fuhe_outcome_add_form(struct fuhe_outcome *outcome, const struct fuhe_result *result);
FUHE_MUST_USE enum fuhe_status fuhe_outcome_add_failure(struct fuhe_outcome *outcome, const char *file,
                                                        const struct fuhe_error *error);
FUHE_MUST_USE enum fuhe_status fuhe_outcome_add_unit(struct fuhe_outcome *outcome, const char *file,
                                                     const struct fuhe_document *document,
                                                     const struct fuhe_unit_review *review);
FUHE_MUST_USE enum fuhe_status fuhe_outcome_add_file(struct fuhe_outcome *outcome, const struct fuhe_file_mark *mark);

/* Whether some format wants to be told of files. */
bool fuhe_outcome_marks_files(const struct fuhe_outcome *outcome);

#endif
