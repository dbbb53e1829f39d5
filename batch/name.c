/* SPDX-License-Identifier: Apache-2.0 */
/* File names for people and reports: two different names must not look alike. */
#include "batch/name.h"

#include <string.h>
#include <strings.h>

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

/* --- and back --- */

static int digit_of(char character) {
    static const char digits[] = "0123456789ABCDEF";
    const char *found = character == '\0' ? NULL : strchr(digits, character);

    return found == NULL ? -1 : (int)(found - digits);
}

/* Reads the escape at the start of the text; its length, 0 when there is none. */
static size_t read_escape(fuhe_text text, char *byte) {
    static const char letters[] = "ntr\\";
    static const char bytes[] = "\n\t\r\\";

    if (text.length < 2 || text.bytes[0] != '\\') {
        return 0;
    }
    const char *letter = text.bytes[1] == '\0' ? NULL : strchr(letters, text.bytes[1]);
    if (letter != NULL) {
        *byte = bytes[letter - letters];
        return 2;
    }
    if (text.length < 4 || text.bytes[1] != 'x' || digit_of(text.bytes[2]) < 0 || digit_of(text.bytes[3]) < 0) {
        return 0;
    }
    *byte = (char)(16 * digit_of(text.bytes[2]) + digit_of(text.bytes[3]));
    return 4;
}

/* A backslash stands for itself in a name that needs no escapes. */
size_t fuhe_name_unshow(fuhe_text shown, char *name) {
    size_t used = 0;

    for (size_t i = 0; i < shown.length;) {
        const size_t escape = read_escape(fuhe_text_from(shown, i), &name[used]);
        if (escape == 0) {
            name[used] = shown.bytes[i];
        }
        i += escape == 0 ? 1 : escape;
        used++;
    }
    if (!needs_escapes((fuhe_text){name, used})) {
        used = shown.length;
        memcpy(name, used == 0 ? "" : shown.bytes, used);
    }
    name[used] = '\0';
    return used;
}

/* --- left behind --- */

bool fuhe_name_is_left_behind(const char *name) {
    static const char *const names[] = {"Thumbs.db", "ehthumbs.db", "desktop.ini"};
    bool found = name[0] == '.' || strncmp(name, "~$", 2) == 0;

    for (size_t i = 0; i < sizeof names / sizeof names[0] && !found; i++) {
        found = strcasecmp(name, names[i]) == 0;
    }
    return found;
}

/* --- files --- */

static bool is_called(const struct fuhe_file_name *file) {
    return file->called != NULL && file->called[0] != '\0';
}

size_t fuhe_file_name_room(const struct fuhe_file_name *file, const char *entry) {
    const size_t length = is_called(file) ? strlen(file->called) : strlen(file->path);

    return FUHE_NAME_SHOWN_BYTES * (length + (entry == NULL ? 0 : strlen(entry))) + 2;
}

void fuhe_file_name_show(const struct fuhe_file_name *file, const char *entry, char *shown) {
    size_t used = is_called(file) ? strlen(file->called) : fuhe_name_show(fuhe_text_of(file->path), shown);

    if (is_called(file)) {
        memcpy(shown, file->called, used + 1);
    }
    if (entry != NULL) {
        shown[used++] = '/';
        (void)fuhe_name_show(fuhe_text_of(entry), shown + used);
    }
}
