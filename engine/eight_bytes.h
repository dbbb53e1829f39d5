/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_EIGHT_BYTES_H
#define FUHE_ENGINE_EIGHT_BYTES_H

#include <stdint.h>

/* Eight bytes looked at together: the first is the lowest of the word on every machine. Marks are the highest bit of
 * each byte that is meant. */

enum { FUHE_EIGHT = 8 };

#define FUHE_EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))
#define FUHE_ALL_MARKS FUHE_EACH_BYTE(0x80)

/* One load, as compilers see it. */
static inline uint64_t fuhe_eight_load(const char *bytes) {
    const unsigned char *units = (const unsigned char *)bytes;

    return (uint64_t)units[0] | (uint64_t)units[1] << 8 | (uint64_t)units[2] << 16 | (uint64_t)units[3] << 24 |
           (uint64_t)units[4] << 32 | (uint64_t)units[5] << 40 | (uint64_t)units[6] << 48 | (uint64_t)units[7] << 56;
}

/* Marks the bytes that differ from an ASCII value. Exact for bytes below 0x80; others get any mark. */
static inline uint64_t fuhe_eight_unlike(uint64_t eight, unsigned value) {
    return (eight ^ FUHE_EACH_BYTE(value)) + FUHE_EACH_BYTE(0x7F);
}

static inline unsigned fuhe_eight_count(uint64_t marks) {
    return (unsigned)(((marks >> 7) * FUHE_EACH_BYTE(1)) >> 56);
}

/* Index of the first and the last mark; there must be one. */
static inline unsigned fuhe_eight_first(uint64_t marks) {
    return (unsigned)__builtin_ctzll(marks) / 8;
}

static inline unsigned fuhe_eight_last(uint64_t marks) {
    return 7 - (unsigned)__builtin_clzll(marks) / 8;
}

#endif
