/* SPDX-License-Identifier: Apache-2.0 */
/* Versions are cut into pieces, each one number or one byte, and compared piece by piece. */
#include "engine/pack_version.h"

#include <string.h>

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* Takes the first piece off a text that is not empty: a number without zeros in front, or a byte. */
static fuhe_text take_piece(fuhe_text *text) {
    size_t first = 0;
    size_t end = 0;

    while (end < text->length && is_digit(text->bytes[end])) {
        first += first == end && text->bytes[end] == '0' ? 1 : 0;
        end++;
    }
    end += end == 0 ? 1 : 0;
    const fuhe_text piece = {text->bytes + first, end - first};
    *text = fuhe_text_from(*text, end);
    return piece;
}

static int compare_bytes(fuhe_text a, fuhe_text b) {
    const size_t common = a.length < b.length ? a.length : b.length;
    const int order = common == 0 ? 0 : memcmp(a.bytes, b.bytes, common);

    return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

/* Of two numbers the one with more digits is greater; the number 0 has none left. */
static int compare_pieces(fuhe_text a, fuhe_text b) {
    const bool are_numbers = (a.length == 0 || is_digit(a.bytes[0])) && (b.length == 0 || is_digit(b.bytes[0]));

    if (are_numbers && a.length != b.length) {
        return a.length < b.length ? -1 : 1;
    }
    return compare_bytes(a, b);
}

int fuhe_pack_version_compare(fuhe_text a, fuhe_text b) {
    const fuhe_text whole[] = {a, b};
    int order = 0;

    while (order == 0 && a.length > 0 && b.length > 0) {
        const fuhe_text piece = take_piece(&a);
        order = compare_pieces(piece, take_piece(&b));
    }
    if (order == 0) {
        order = (a.length > 0) - (b.length > 0);
    }
    return order != 0 ? order : compare_bytes(whole[0], whole[1]); /* 1 and 01 */
}
