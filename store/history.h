/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_HISTORY_H
#define FUHE_STORE_HISTORY_H

#include "xml/hash.h"
#include "store/survey.h"

/* Reviews over time, and beside those of another store. Memory does not grow with the number of forms. */

/* One review. Readings of a document that follow one another and show the same form (wherever it stands in the
 * document) and the same figures by the same rules and engine are one review. Texts are valid until the next one. */
struct fuhe_history_review {
    struct fuhe_survey_form form; /* page and department are 0: they are numbers of the latest run only */
    fuhe_text pack_version;
    struct fuhe_hash pack_hash; /* of the rule pack's bytes */
    fuhe_text engine;           /* version */
    uint64_t first_run;         /* that scored the document so */
    uint64_t last_run;          /* that named it unchanged */
    fuhe_text started;          /* of the first run, UTC */
    bool in_force;
    bool has_hash;         /* false when the document could not be read to its end */
    struct fuhe_hash hash; /* of the document, as last read */
    fuhe_text key;         /* by which the reviews of a cursor are sorted, compared by bytes; empty in a history */
};

/* Every review of the forms that have this id, or else this project name, or else a project name that contains these
 * words, and of forms of the same department with the same project name (other years): by department, project, year,
 * file and order in it, each from the oldest run on. Blanks, kinds of quotation marks and full-width forms make no
 * difference between names, but in words they do. Calls take for each; any status but OK ends it and is handed on.
 * FUHE_PROBLEM_FORM_UNKNOWN (FUHE_STATUS_UNREADABLE) when there is none. */
FUHE_MUST_USE enum fuhe_status fuhe_history_of(struct fuhe_store *store, fuhe_text form,
                                               enum fuhe_status (*take)(void *context,
                                                                        const struct fuhe_history_review *review),
                                               void *context, struct fuhe_error *err);

/* By what forms of two stores are known to be the same. */
enum fuhe_history_key {
    FUHE_HISTORY_BY_FORM,   /* department, year, and the id, else the project name, else file and number */
    FUHE_HISTORY_BY_PROJECT /* department and project name: year against year */
};

/* The reviews in force one by one, by their keys, those with the same key in input order: two stores can be compared by
 * going through both at once. store is borrowed. */
struct fuhe_history_cursor;

FUHE_MUST_USE enum fuhe_status fuhe_history_cursor_new(struct fuhe_store *store, enum fuhe_history_key key,
                                                       struct fuhe_history_cursor **cursor, struct fuhe_error *err);
void fuhe_history_cursor_free(struct fuhe_history_cursor *cursor); /* takes NULL */

/* *review is NULL behind the last one. */
FUHE_MUST_USE enum fuhe_status fuhe_history_cursor_next(struct fuhe_history_cursor *cursor,
                                                        const struct fuhe_history_review **review,
                                                        struct fuhe_error *err);

#endif
