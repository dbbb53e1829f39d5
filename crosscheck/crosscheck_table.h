/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_CROSSCHECK_TABLE_H
#define FUHE_CROSSCHECK_CROSSCHECK_TABLE_H

#include "crosscheck/crosscheck.h"
#include "report/record.h"

/* Lines with the names of their forms: one at a time, and all of them as files. */

struct fuhe_crosscheck_name {
    fuhe_text file;
    size_t number; /* in its file, from 1; 0 for none */
    fuhe_text id;
    fuhe_text project;
    fuhe_text department;
};

struct fuhe_crosscheck_named {
    struct fuhe_crosscheck_line line;
    struct fuhe_crosscheck_name form;  /* of a department only that, of a statement its file, too */
    struct fuhe_crosscheck_name other; /* the form that it is like */
};

/* Texts are copied into arena. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_name_line(const struct fuhe_crosscheck *crosscheck, size_t index,
                                                         struct fuhe_survey *survey, struct fuhe_arena *arena,
                                                         struct fuhe_crosscheck_named *named, struct fuhe_error *err);

/* Similarity in percent: of lines that are like another form. */
struct fuhe_figure fuhe_crosscheck_percent(const struct fuhe_crosscheck_line *line);

/* The fields of a line, into an object that is open. */
void fuhe_crosscheck_record(struct fuhe_record *record, const struct fuhe_crosscheck_named *named);

/* All lines: as CSV with a sentence in the language that was set, and as JSON lines
 * (crosscheck/crosscheck.schema.json). What the output remembers of a failure is for the caller to see. */
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_write_csv(const struct fuhe_crosscheck *crosscheck,
                                                         struct fuhe_survey *survey, bool no_bom,
                                                         struct fuhe_output *output, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_crosscheck_write_jsonl(const struct fuhe_crosscheck *crosscheck,
                                                           struct fuhe_survey *survey, struct fuhe_output *output,
                                                           struct fuhe_error *err);

#endif
