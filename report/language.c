/* SPDX-License-Identifier: Apache-2.0 */
/* Which language people read. libintl looks messages up; English is the message ids themselves. The C.UTF-8 locale,
 * which needs no installation, switches libintl on and LANGUAGE names the translation, so that Chinese works on a
 * machine without any Chinese locale. Numbers stay those of the C locale. */
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "report/messages.h"
#include "report/translate.h"

#define DOMAIN "fuhe"

static bool chinese;

/* What the locale says by the rules of POSIX: the first of these variables that is set and not empty. Read as text
 * because setlocale knows only locales that are installed. */
static const char *language_of_locale(void) {
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);

        if (value != NULL && value[0] != '\0') {
            return strncmp(value, "zh", 2) == 0 ? "zh" : "en";
        }
    }
    return "en";
}

bool fuhe_language_set(const char *language, const char *locale_folder) {
    const char *wanted = language == NULL ? language_of_locale() : language;

    if (strcmp(wanted, "zh") != 0 && strcmp(wanted, "en") != 0) {
        return false;
    }
    chinese = strcmp(wanted, "zh") == 0;
    if (chinese) {
        (void)setlocale(LC_MESSAGES, "C.UTF-8");
        (void)setenv("LANGUAGE", "zh_CN", 1);
        (void)bindtextdomain(DOMAIN, locale_folder);
        (void)bind_textdomain_codeset(DOMAIN, "UTF-8");
        (void)bindtextdomain("libc", "/"); /* what the system says stays English, for it also goes to machines */
    }
    return true;
}

bool fuhe_language_is_chinese(void) {
    return chinese;
}

const char *fuhe_translate(const char *message) {
    return chinese ? dgettext(DOMAIN, message) : message;
}

const char *fuhe_translate_count(const char *one, const char *many, unsigned long count) {
    return fuhe_translate(count == 1 ? one : many);
}
