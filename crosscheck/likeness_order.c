/* SPDX-License-Identifier: Apache-2.0 */
/* A radix sort from the highest byte down: numbers change places until each is in the stretch of its byte; then each
 * stretch is sorted by the next byte. Short stretches are sorted by insertion. */
#include "crosscheck/likeness_order.h"

enum { BYTES = 256, SHORT = 32 };

static void insert(uint64_t *numbers, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const uint64_t moved = numbers[i];
        size_t at = i;
        for (; at > 0 && numbers[at - 1] > moved; at--) {
            numbers[at] = numbers[at - 1];
        }
        numbers[at] = moved;
    }
}

static size_t byte_of(uint64_t number, unsigned shift) {
    return number >> shift & 0xFF;
}

/* Afterwards ends[b] is where the stretch of byte b ends. */
static void part(uint64_t *numbers, size_t count, unsigned shift, size_t ends[BYTES]) {
    size_t at[BYTES] = {0};
    size_t end = 0;

    for (size_t i = 0; i < count; i++) {
        at[byte_of(numbers[i], shift)]++;
    }
    for (size_t byte = 0; byte < BYTES; byte++) {
        const size_t start = end;
        end += at[byte];
        at[byte] = start;
        ends[byte] = end;
    }
    for (size_t byte = 0; byte < BYTES; byte++) {
        while (at[byte] < ends[byte]) {
            const uint64_t taken = numbers[at[byte]];
            size_t *to = &at[byte_of(taken, shift)];
            numbers[at[byte]] = numbers[*to];
            numbers[(*to)++] = taken;
        }
    }
}

static void sort_from(uint64_t *numbers, size_t count, unsigned shift) {
    size_t ends[BYTES];
    size_t start = 0;

    if (count <= SHORT) {
        insert(numbers, count);
        return;
    }
    part(numbers, count, shift, ends);
    for (size_t byte = 0; shift > 0 && byte < BYTES; byte++) {
        sort_from(numbers + start, ends[byte] - start, shift - 8);
        start = ends[byte];
    }
}

void fuhe_likeness_order(uint64_t *numbers, size_t count) {
    sort_from(numbers, count, 56);
}
