/* SPDX-License-Identifier: Apache-2.0 */
/* OpenDocument workbooks (.ods, .ots) and texts (.odt, .ott): known by their part "mimetype", or by the list of parts
 * where a program has left that out. */
#include <stdlib.h>
#include <string.h>

#include "doors/door.h"
#include "doors/odf.h"

#define MANIFEST "META-INF/manifest.xml"

static const char *const workbook_types[] = {"opendocument.spreadsheet", NULL};
static const char *const text_types[] = {"opendocument.text", NULL};

/* Where the list of parts says what the whole is. */
struct search {
    const char *const *types;
    bool found;
};

static enum fuhe_status look_at_entry(void *context, const struct fuhe_tag *tag, struct fuhe_error *err) {
    struct search *search = context;

    (void)err;
    if (fuhe_text_equals(fuhe_tag_attribute(tag, "full-path"), FUHE_TEXT("/"))) {
        const fuhe_text type = fuhe_tag_attribute(tag, "media-type");
        search->found = search->found || fuhe_door_mentions(type, search->types[0]);
    }
    return FUHE_STATUS_OK;
}

static bool manifest_says(fuhe_text bytes, const char *const *types) {
    const struct fuhe_part_events events = {.begin = look_at_entry};
    struct search search = {.types = types};
    struct fuhe_package *package = NULL;

    const bool read = fuhe_text_starts_with(bytes, FUHE_TEXT("PK")) &&
                      fuhe_package_open(bytes, &package, NULL) == FUHE_STATUS_OK &&
                      !fuhe_package_has(package, "mimetype") && fuhe_package_has(package, MANIFEST) &&
                      fuhe_part_read(package, MANIFEST, &events, &search, NULL) == FUHE_STATUS_OK;
    fuhe_package_close(package);
    return read && search.found;
}

static bool recognises(fuhe_text bytes, const char *const *types) {
    return fuhe_package_mentions(bytes, "mimetype", types) || manifest_says(bytes, types);
}

static bool recognises_workbook(fuhe_text bytes) {
    return recognises(bytes, workbook_types);
}

static bool recognises_text(fuhe_text bytes) {
    return recognises(bytes, text_types);
}

/* --- reading --- */

/* Each part that a password protects says so in the list of parts; newer programs lock all of them into one. */
static bool is_locked(fuhe_text bytes, const struct fuhe_package *package) {
    static const char *const signs[] = {"encryption-data", NULL};

    return fuhe_package_has(package, "encrypted-package") || fuhe_package_mentions(bytes, MANIFEST, signs);
}

static enum fuhe_status read_package(fuhe_text bytes, struct fuhe_package *package, struct fuhe_odf *odf,
                                     struct fuhe_error *err) {
    if (is_locked(bytes, package)) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_INTAKE_ENCRYPTED, NULL, NULL);
    }
    return fuhe_odf_read(odf, package, err);
}

static enum fuhe_status read_as(const struct fuhe_odf_kind *kind, fuhe_text bytes, struct fuhe_door_document *document,
                                struct fuhe_error *err) {
    struct fuhe_odf odf = {.document = document, .kind = kind};
    struct fuhe_package *package = NULL;

    FUHE_TRY(fuhe_package_open(bytes, &package, err));
    const enum fuhe_status status = read_package(bytes, package, &odf, err);
    fuhe_package_close(package);
    return status;
}

static enum fuhe_status read_workbook(fuhe_text bytes, struct fuhe_door_document *document, struct fuhe_error *err) {
    return read_as(&fuhe_odf_workbooks, bytes, document, err);
}

static enum fuhe_status read_text(fuhe_text bytes, struct fuhe_door_document *document, struct fuhe_error *err) {
    return read_as(&fuhe_odf_texts, bytes, document, err);
}

const struct fuhe_door fuhe_door_ods = {"ods", recognises_workbook, read_workbook};
const struct fuhe_door fuhe_door_odt = {"odt", recognises_text, read_text};
