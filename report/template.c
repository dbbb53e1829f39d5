/* SPDX-License-Identifier: Apache-2.0 */
/* Filling in of "{name}" places. */
#include "report/template.h"

#include <string.h>

/* The next "{name}" in sentence: its name in *name, the offset behind it as result; 0 when there is none. */
static size_t next_name(const char *sentence, fuhe_text *name, size_t *start) {
    const char *open = strchr(sentence, '{');
    const char *close = open == NULL ? NULL : strchr(open, '}');

    if (close == NULL) {
        return 0;
    }
    *name = (fuhe_text){open + 1, (size_t)(close - open) - 1};
    *start = (size_t)(open - sentence);
    return (size_t)(close - sentence) + 1;
}

bool fuhe_template_fits(const char *sentence, fuhe_template_value value, const void *context) {
    fuhe_text name;
    size_t start;

    for (size_t end; (end = next_name(sentence, &name, &start)) > 0; sentence += end) {
        if (!value(NULL, name, context)) {
            return false;
        }
    }
    return true;
}

void fuhe_template_write(struct fuhe_output *output, const char *sentence, fuhe_template_value value,
                         const void *context) {
    fuhe_text name;
    size_t start;

    for (size_t end; (end = next_name(sentence, &name, &start)) > 0; sentence += end) {
        fuhe_output_text(output, (fuhe_text){sentence, start});
        (void)value(output, name, context);
    }
    fuhe_output_string(output, sentence);
}

static bool word_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct fuhe_template_word *word = context;

    while (word->name != NULL && !fuhe_text_equals(name, fuhe_text_of(word->name))) {
        word++;
    }
    if (word->name != NULL && output != NULL) {
        fuhe_output_text(output, word->text);
    }
    return word->name != NULL;
}

void fuhe_template_words(struct fuhe_output *output, const char *sentence, const struct fuhe_template_word *words) {
    fuhe_template_write(output, sentence, word_value, words);
}
