/* SPDX-License-Identifier: Apache-2.0 */
/* Paths of pages. Names stand behind a number, so that they need not be unique, and a reserved name of Windows (CON,
 * NUL) is no name of its own. */
#include "html/address.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { FOLDER_PAGES = 1000, NOTICE_HEAD = 48 };

static uint64_t folder_of(uint64_t number) {
    return (number - 1) / FOLDER_PAGES + 1;
}

void fuhe_address_form(uint64_t page, char address[FUHE_ADDRESS_SIZE]) {
    (void)snprintf(address, FUHE_ADDRESS_SIZE, "forms/%04" PRIu64 "/%06" PRIu64 ".html", folder_of(page), page);
}

/* Most reports have fewer than a thousand departments: these lie where people look first. */
static void format_folder(const char *kind, uint64_t department, char folder[NOTICE_HEAD]) {
    if (folder_of(department) == 1) {
        (void)snprintf(folder, NOTICE_HEAD, "%s", kind);
    } else {
        (void)snprintf(folder, NOTICE_HEAD, "%s/%04" PRIu64, kind, folder_of(department));
    }
}

void fuhe_address_department(uint64_t department, size_t part, char address[FUHE_ADDRESS_SIZE]) {
    char folder[NOTICE_HEAD];

    format_folder("departments", department, folder);
    if (part <= 1) {
        (void)snprintf(address, FUHE_ADDRESS_SIZE, "%s/%04" PRIu64 ".html", folder, department);
    } else {
        (void)snprintf(address, FUHE_ADDRESS_SIZE, "%s/%04" PRIu64 "-%zu.html", folder, department, part);
    }
}

static void format_notice(uint64_t department, fuhe_text name, const char *end, char address[FUHE_ADDRESS_SIZE]) {
    char folder[NOTICE_HEAD];
    char safe[FUHE_ADDRESS_NAME_MAX + 1];
    const size_t length = fuhe_address_name(name, safe);

    format_folder("notices", department, folder);
    (void)snprintf(address, FUHE_ADDRESS_SIZE, "%s/notice-%04" PRIu64 "%s%s%s.html", folder, department,
                   length == 0 ? "" : "-", safe, end);
}

void fuhe_address_notice(uint64_t department, fuhe_text name, char address[FUHE_ADDRESS_SIZE]) {
    format_notice(department, name, "", address);
}

void fuhe_address_annex(uint64_t department, fuhe_text name, char address[FUHE_ADDRESS_SIZE]) {
    format_notice(department, name, "-annex", address);
}

/* Characters that some system does not take in a name, that a person cannot see, or that a shell would take apart. */
static bool is_unsafe(uint32_t character) {
    static const char marks[] = "\"#$%&'*/:;<>?@[\\]^`{|}~!()+,=";

    return character <= ' ' || (character < 0x7F && strchr(marks, (int)character) != NULL) ||
           (character >= 0x7F && character <= 0xA0) || (character >= 0x2000 && character <= 0x206F) ||
           character == 0x61C || character == 0x3000 || (character >= 0xE000 && character <= 0xF8FF) ||
           character == 0xFEFF || (character >= 0xFFF0 && character <= 0xFFFF) || character > 0x3FFFF;
}

/* Ends of a name that Windows drops, or that look like a mistake. */
static bool is_loose(char byte) {
    return byte == '.' || byte == '-' || byte == '_';
}

size_t fuhe_address_name(fuhe_text text, char name[FUHE_ADDRESS_NAME_MAX + 1]) {
    size_t length = 0;

    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const bool unsafe = is_unsafe(fuhe_text_next(text, &offset));
        const fuhe_text piece = unsafe ? FUHE_TEXT("_") : (fuhe_text){text.bytes + start, offset - start};

        if (length + piece.length > FUHE_ADDRESS_NAME_MAX) {
            break;
        }
        if (length == 0 ? is_loose(piece.bytes[0]) : unsafe && name[length - 1] == '_') {
            continue; /* nothing loose in front, one mark for many */
        }
        memcpy(name + length, piece.bytes, piece.length);
        length += piece.length;
    }
    while (length > 0 && is_loose(name[length - 1])) {
        length--;
    }
    name[length] = '\0';
    return length;
}
