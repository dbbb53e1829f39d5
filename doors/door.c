/* SPDX-License-Identifier: Apache-2.0 */
/* Which door a document takes. Kinds that are known but not read yet are told by their first bytes, so that the message
 * can say how to convert them. */
#include "doors/door.h"

#include "doors/package.h"

static const struct fuhe_door *const doors[] = {&fuhe_door_xlsx, &fuhe_door_docx, &fuhe_door_ods,
                                                &fuhe_door_odt,  &fuhe_door_html, &fuhe_door_markdown};

/* How a kind begins that has no door. */
struct foreign {
    fuhe_text beginning;
    enum fuhe_problem problem;
};

static const struct foreign foreign_kinds[] = {
    {{"%PDF", 4}, FUHE_PROBLEM_INTAKE_PDF},
    {{"\xD0\xCF\x11\xE0", 4}, FUHE_PROBLEM_INTAKE_OFFICE},
    {{"{\\rtf", 5}, FUHE_PROBLEM_INTAKE_OFFICE},
    {{"\x89PNG", 4}, FUHE_PROBLEM_INTAKE_PICTURE},
    {{"\xFF\xD8\xFF", 3}, FUHE_PROBLEM_INTAKE_PICTURE}, /* JPEG */
    {{"GIF8", 4}, FUHE_PROBLEM_INTAKE_PICTURE},
    {{"II*\0", 4}, FUHE_PROBLEM_INTAKE_PICTURE}, /* TIFF */
    {{"MM\0*", 4}, FUHE_PROBLEM_INTAKE_PICTURE},
};

static unsigned char lower(unsigned char letter) {
    return letter >= 'A' && letter <= 'Z' ? (unsigned char)(letter + ('a' - 'A')) : letter;
}

static bool begins_with_word(fuhe_text text, fuhe_text word) {
    size_t at = 0;

    while (at < word.length && at < text.length &&
           lower((unsigned char)text.bytes[at]) == (unsigned char)word.bytes[at]) {
        at++;
    }
    return at == word.length;
}

bool fuhe_door_mentions(fuhe_text text, const char *word) {
    const fuhe_text wanted = fuhe_text_of(word);

    for (size_t at = 0; at + wanted.length <= text.length; at++) {
        if (begins_with_word(fuhe_text_from(text, at), wanted)) {
            return true;
        }
    }
    return false;
}

/* What a password protects lies in an old kind of file, whose directory has this name in UTF-16. */
static bool is_encrypted(fuhe_text bytes) {
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

    return fuhe_text_contains(bytes, (fuhe_text){name, sizeof name - 1});
}

static enum fuhe_problem foreign_problem(fuhe_text bytes) {
    const fuhe_text head = {bytes.bytes, bytes.length < 4096 ? bytes.length : 4096};

    for (size_t i = 0; i < sizeof foreign_kinds / sizeof foreign_kinds[0]; i++) {
        if (fuhe_text_starts_with(bytes, foreign_kinds[i].beginning)) {
            const enum fuhe_problem problem = foreign_kinds[i].problem;
            return problem == FUHE_PROBLEM_INTAKE_OFFICE && is_encrypted(bytes) ? FUHE_PROBLEM_INTAKE_ENCRYPTED
                                                                                : problem;
        }
    }
    return fuhe_door_mentions(head, "urn:fuhe:form:1") ? FUHE_PROBLEM_INTAKE_FORMS : FUHE_PROBLEM_NONE;
}

static const struct fuhe_door *refuse(enum fuhe_problem problem, struct fuhe_error *err) {
    (void)fuhe_error_set(err, FUHE_STATUS_UNREADABLE, problem, NULL, NULL);
    return NULL;
}

/* Reads and forgets. */
static enum fuhe_status drop(void *context, fuhe_text piece, struct fuhe_error *err) {
    (void)context, (void)piece, (void)err;
    return FUHE_STATUS_OK;
}

/* Why an archive is no document that can be read: it is damaged, locked, of another kind, or just an archive. */
static const struct fuhe_door *refuse_archive(fuhe_text bytes, struct fuhe_error *err) {
    static const char *const signs[] = {"[Content_Types].xml", "mimetype"}; /* of an office document */
    enum fuhe_problem problem = FUHE_PROBLEM_INTAKE_ARCHIVE;
    struct fuhe_package *package = NULL;

    enum fuhe_status status = fuhe_package_open(bytes, &package, err);
    for (size_t i = 0; i < sizeof signs / sizeof signs[0] && status == FUHE_STATUS_OK; i++) {
        if (fuhe_package_has(package, signs[i])) {
            problem = FUHE_PROBLEM_INTAKE_OFFICE;
            status = fuhe_package_read(package, signs[i], drop, NULL, err);
        }
    }
    fuhe_package_close(package);
    return status == FUHE_STATUS_OK ? refuse(problem, err) : NULL;
}

const struct fuhe_door *fuhe_door_find(fuhe_text bytes, struct fuhe_error *err) {
    if (bytes.length == 0) {
        return refuse(FUHE_PROBLEM_EMPTY, err);
    }
    if (fuhe_text_trim(bytes).length == 0) {
        return refuse(FUHE_PROBLEM_INTAKE_EMPTY, err);
    }
    const enum fuhe_problem foreign = foreign_problem(bytes);
    if (foreign != FUHE_PROBLEM_NONE) {
        return refuse(foreign, err);
    }
    const bool is_archive = fuhe_text_starts_with(bytes, FUHE_TEXT("PK\x03\x04"));
    for (size_t i = 0; i < sizeof doors / sizeof doors[0]; i++) {
        if (doors[i]->recognises(bytes)) {
            return doors[i];
        }
    }
    return is_archive ? refuse_archive(bytes, err) : refuse(FUHE_PROBLEM_INTAKE_KIND, err);
}
