/* SPDX-License-Identifier: Apache-2.0 */
/* File names for people and reports: two different names must not look alike. */
#include "batch/name.h"

#include <string.h>

#include "xml/encoding.h"

static bool is_control(unsigned char byte) {
    return byte < 0x20 || byte == 0x7F;
}

static bool needs_escapes(fuhe_text name) {
    bool found = fuhe_utf8_valid_length(name.bytes, name.length) < name.length;

    for (size_t i = 0; i < name.length && !found; i++) {
        found = is_control((unsigned char)name.bytes[i]);
    }
    return found;
}

static size_t write_escape(unsigned char byte, char *shown) {
    static const char letters[] = "\n\t\r\\";
    static const char names[] = "ntr\\";
    static const char digits[] = "0123456789ABCDEF";
    const char *letter = byte == '\0' ? NULL : strchr(letters, byte);

    shown[0] = '\\';
    if (letter != NULL) {
        shown[1] = names[letter - letters];
        return 2;
    }
    shown[1] = 'x';
    shown[2] = digits[byte >> 4];
    shown[3] = digits[byte & 15];
    return 4;
}

size_t fuhe_name_show(fuhe_text name, char *shown) {
    const bool escapes = needs_escapes(name);
    size_t used = 0;
    size_t valid = 0; /* up to here it is known to be UTF-8 */

    for (size_t i = 0; i < name.length; i++) {
        const unsigned char byte = (unsigned char)name.bytes[i];
        if (i >= valid) {
            valid = i + fuhe_utf8_valid_length(name.bytes + i, name.length - i);
        }
        if (escapes && (i >= valid || is_control(byte) || byte == '\\')) {
            used += write_escape(byte, shown + used);
        } else {
            shown[used++] = (char)byte;
        }
    }
    shown[used] = '\0';
    return used;
}
