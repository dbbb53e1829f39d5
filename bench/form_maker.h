/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_FORM_MAKER_H
#define FUHE_BENCH_FORM_MAKER_H

#include <stdint.h>

#include "bench/text_buffer.h"

/* Makes forms as departments fill them in: names, goals and reasons in Chinese, 4 to 15 indicators of every reading,
 * claims that are mostly right and slips planted in some. Form number n depends on seed and n alone, so the same seed
 * gives the same bytes whatever else is made. */
struct form_maker {
    uint64_t seed;
    unsigned slip_percent; /* of the forms: one wrong score or total in each */
};

enum { FORM_MAKER_SEED = 2024, FORM_MAKER_SLIP_PERCENT = 15 };

/* A document of its own with form `number`. */
void form_maker_make_document(const struct form_maker *maker, uint64_t number, struct text_buffer *buffer);

/* A document with many forms: begin, add for each, end. */
void form_maker_begin(struct text_buffer *buffer, uint64_t count);
void form_maker_add(const struct form_maker *maker, uint64_t number, struct text_buffer *buffer);
void form_maker_end(struct text_buffer *buffer);

#endif
