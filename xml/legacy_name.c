/* SPDX-License-Identifier: Apache-2.0 */
/* Old names. UTF-8 comes first: hardly any name in GB18030 is UTF-8 by chance. */
#include "xml/legacy_name.h"

#include <iconv.h>
#include <string.h>

#include "xml/encoding.h"

static bool convert(const char *name, size_t length, char *utf8, size_t size) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    char *input = (char *)(uintptr_t)name;
    char *output = utf8;
    size_t left = size - 1;

    if (converter == (iconv_t)-1) {
        return false;
    }
    const bool converted = iconv(converter, &input, &length, &output, &left) != (size_t)-1;
    (void)iconv_close(converter);
    *output = '\0';
    return converted;
}

bool fuhe_legacy_name_convert(const char *name, char *utf8, size_t size) {
    const size_t length = strlen(name);

    if (fuhe_utf8_valid_length(name, length) < length) {
        return convert(name, length, utf8, size);
    }
    if (length >= size) {
        return false;
    }
    memcpy(utf8, name, length + 1);
    return true;
}
