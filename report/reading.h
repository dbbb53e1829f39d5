/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_READING_H
#define FUHE_REPORT_READING_H

#include "engine/form.h"
#include "report/memory_output.h"

/* How each cell of a form was read, for people: numbers with unit and relation, ranks, words, what is missing or cannot
 * be read, and what is no part of a form. Nothing is scored. */

struct fuhe_reading_count {
    size_t forms;
    size_t missing;
    size_t unreadable;
    size_t oddities;
    size_t unread; /* kinds of parts of documents that were not read */
};

/* Writes one form; adds to count. scratch is for measuring. */
void fuhe_reading_form(struct fuhe_output *output, struct fuhe_memory_output *scratch, const struct fuhe_form *form,
                       const char *file, struct fuhe_reading_count *count);

/* Oddities outside of any form. */
void fuhe_reading_document(struct fuhe_output *output, const struct fuhe_document *document,
                           struct fuhe_reading_count *count);

/* The closing line. */
void fuhe_reading_summary(struct fuhe_output *output, const struct fuhe_reading_count *count);

#endif
