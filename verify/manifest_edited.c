/* SPDX-License-Identifier: Apache-2.0 */
/* People open tables and workbooks of a report and write into them; pages they do not. A file that is gone is nobody's
 * loss. */
#include <stdio.h>
#include <string.h>

#include "verify/manifest.h"

enum { LINE_BYTES = 1024, PATH_BYTES = 4096 };

static bool is_fillable(fuhe_text name) {
    return fuhe_text_ends_with(name, FUHE_TEXT(".csv")) || fuhe_text_ends_with(name, FUHE_TEXT(".xlsx"));
}

/* The name of a file that people fill in, out of its line; false for every other line. Names with characters that a
 * line writes in another way are none of ours. */
static bool read_name(char *line, char **name) {
    static const char start[] = FUHE_MANIFEST_FILE_LINE;
    char *end = strncmp(line, start, sizeof start - 1) == 0 ? strchr(line + sizeof start - 1, '"') : NULL;

    if (end == NULL) {
        return false;
    }
    *name = line + sizeof start - 1;
    return is_fillable((fuhe_text){*name, (size_t)(end - *name)});
}

/* Whether the file is another one than its line says. Cuts the line behind the name. */
static bool is_edited(const char *folder, char *name) {
    char path[PATH_BYTES];
    char digits[FUHE_HASH_TEXT_SIZE];
    struct fuhe_hash hash;
    uint64_t size;
    char *end = strchr(name, '"');
    const char *said = strstr(end, "\"sha256\":\"");

    *end = '\0';
    const int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (said == NULL || length < 0 || (size_t)length >= sizeof path || !fuhe_report_file_hash(path, &hash, &size)) {
        return false;
    }
    fuhe_hash_format(&hash, digits);
    return strncmp(said + sizeof "\"sha256\":\"" - 1, digits, sizeof digits - 1) != 0;
}

bool fuhe_manifest_find_edited(const char *folder, char *edited, size_t size) {
    char line[LINE_BYTES];
    char *name;
    bool found = false;

    (void)snprintf(line, sizeof line, "%s/" FUHE_MANIFEST_NAME, folder);
    FILE *file = fopen(line, "rb");
    while (!found && file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (read_name(line, &name) && is_edited(folder, name)) {
            (void)snprintf(edited, size, "%s", name);
            found = true;
        }
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return found;
}
