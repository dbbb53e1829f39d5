/* SPDX-License-Identifier: Apache-2.0 */
/* A list that this program has written itself needs no parser for everything that JSON can be. */
#include "store/counted_finding.h"

/* The text up to `end`, and *rest behind that. */
static bool take_until(fuhe_text *rest, fuhe_text end, fuhe_text *taken) {
    const size_t length = fuhe_text_find(*rest, end);

    if (length == rest->length) {
        return false;
    }
    *taken = (fuhe_text){rest->bytes, length};
    *rest = fuhe_text_from(*rest, length + end.length);
    return true;
}

static bool find_severity(fuhe_text word, enum fuhe_severity *severity) {
    for (int i = 0; i < FUHE_SEVERITY_COUNT; i++) {
        if (fuhe_text_equals(word, fuhe_text_of(fuhe_severity_name((enum fuhe_severity)i)))) {
            *severity = (enum fuhe_severity)i;
            return true;
        }
    }
    return false;
}

static bool take_count(fuhe_text *rest, size_t *count) {
    size_t digits = 0;

    *count = 0;
    while (digits < rest->length && digits < 18 && rest->bytes[digits] >= '0' && rest->bytes[digits] <= '9') {
        *count = *count * 10 + (size_t)(rest->bytes[digits++] - '0');
    }
    *rest = fuhe_text_from(*rest, digits);
    return digits > 0 && rest->length > 0;
}

enum fuhe_status fuhe_counted_finding_next(fuhe_text *rest, struct fuhe_counted_finding *finding, bool *found) {
    fuhe_text code;
    fuhe_text severity;

    *found = !fuhe_text_equals(*rest, FUHE_TEXT("}")) && !fuhe_text_equals(*rest, FUHE_TEXT("{}"));
    if (!*found) {
        return FUHE_STATUS_OK;
    }
    if (rest->length < 2 || rest->bytes[1] != '"') {
        return FUHE_STATUS_UNREADABLE;
    }
    *rest = fuhe_text_from(*rest, 2);
    if (!take_until(rest, FUHE_TEXT("/"), &code) || !take_until(rest, FUHE_TEXT("\":"), &severity) ||
        !take_count(rest, &finding->count) || !find_severity(severity, &finding->severity)) {
        return FUHE_STATUS_UNREADABLE;
    }
    finding->code = fuhe_code_find(code);
    return finding->code == FUHE_CODE_COUNT ? FUHE_STATUS_UNREADABLE : FUHE_STATUS_OK;
}
