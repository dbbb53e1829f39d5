/* SPDX-License-Identifier: Apache-2.0 */
/* Two multiplicative hashes side by side over the characters that carry meaning. */
#include "engine/fingerprint.h"

static const uint64_t first_factor = 0x9E3779B97F4A7C15U;
static const uint64_t second_factor = 0xD6E8FEB86659FD93U;

struct fuhe_fingerprint fuhe_fingerprint_new(void) {
    return (struct fuhe_fingerprint){0x243F6A8885A308D3U, 0x13198A2E03707344U, 0};
}

static bool is_letter_or_digit(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* General and Chinese punctuation; full-width signs are narrowed before. */
static bool is_filler(uint32_t c) {
    if (c < 0x80) {
        return !is_letter_or_digit(c);
    }
    if (c >= 0x3040 && c < 0xFEFF) {
        return false;
    }
    return c == 0xA0 || c == 0xB7 || c == 0xFEFF || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF5F && c <= 0xFF65);
}

static uint64_t mix(uint64_t hash, uint32_t character, uint64_t factor) {
    hash = (hash ^ character) * factor;
    return hash ^ (hash >> 29);
}

static void take(struct fuhe_fingerprint *fingerprint, uint32_t character) {
    fingerprint->first = mix(fingerprint->first, character, first_factor);
    fingerprint->second = mix(fingerprint->second, character, second_factor);
}

static bool is_digit_at(fuhe_text text, size_t offset) {
    return offset < text.length && text.bytes[offset] >= '0' && text.bytes[offset] <= '9';
}

/* 1.5 is not 15. */
static bool is_decimal_point(fuhe_text text, size_t offset) {
    return text.bytes[offset] == '.' && offset > 0 && is_digit_at(text, offset - 1) && is_digit_at(text, offset + 1);
}

uint32_t fuhe_fingerprint_next(fuhe_text text, size_t *offset) {
    while (*offset < text.length) {
        if (is_decimal_point(text, *offset)) {
            return (unsigned char)text.bytes[(*offset)++];
        }
        uint32_t character = fuhe_text_next(text, offset);
        if (character >= 0xFF01 && character <= 0xFF5E) {
            character -= 0xFF01 - '!';
        }
        if (!is_filler(character)) {
            return character;
        }
    }
    return 0;
}

void fuhe_fingerprint_add(struct fuhe_fingerprint *fingerprint, fuhe_text text) {
    size_t at = 0;

    for (uint32_t character = fuhe_fingerprint_next(text, &at); character != 0;
         character = fuhe_fingerprint_next(text, &at)) {
        take(fingerprint, character);
        fingerprint->characters++;
    }
    take(fingerprint, 0); /* the end of a text counts: "AB" and "C" are not "A" and "BC" */
}
