/* SPDX-License-Identifier: Apache-2.0 */
/* Paragraphs are put together in memory first: only a whole one can be broken into lines. */
#include "sample/paragraph.h"

#include <inttypes.h>
#include <stdio.h>

#include "report/memory_output.h"
#include "report/width.h"
#include "sample/money_text.h"

struct fuhe_paragraph_word fuhe_word_count(const char *name, uint64_t count) {
    struct fuhe_paragraph_word word = {.name = name};

    (void)snprintf(word.text, sizeof word.text, "%" PRIu64, count);
    return word;
}

struct fuhe_paragraph_word fuhe_word_decimal(const char *name, fuhe_decimal value, unsigned places) {
    struct fuhe_paragraph_word word = {.name = name};

    (void)fuhe_decimal_format(value, places, word.text);
    return word;
}

struct fuhe_paragraph_word fuhe_word_money(const char *name, struct fuhe_money money) {
    struct fuhe_paragraph_word word = {.name = name};

    (void)fuhe_money_text_shown(money, false, word.text);
    return word;
}

struct fuhe_paragraph_word fuhe_word_bound(const char *name, struct fuhe_money money) {
    struct fuhe_paragraph_word word = {.name = name};

    (void)fuhe_money_text_shown(money, true, word.text);
    return word;
}

void fuhe_paragraph_text(struct fuhe_output *output, size_t indent, fuhe_text text) {
    fuhe_width_spaces(output, indent);
    fuhe_width_wrap(output, text, indent, fuhe_width_page());
    fuhe_output_char(output, '\n');
}

/* A word of a list, in any number of them. */
static bool word_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct fuhe_paragraph_word *word = context;

    while (word != NULL && word->name != NULL && !fuhe_text_equals(name, fuhe_text_of(word->name))) {
        word++;
    }
    if (word == NULL || word->name == NULL) {
        return false;
    }
    if (output != NULL) {
        fuhe_output_string(output, word->text);
    }
    return true;
}

void fuhe_words_write(struct fuhe_output *output, const char *sentence, const struct fuhe_paragraph_word *words) {
    fuhe_template_write(output, sentence, word_value, words);
}

void fuhe_paragraph_write(struct fuhe_output *output, size_t indent, const char *sentence,
                          const struct fuhe_paragraph_word *words) {
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    if (memory == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    fuhe_words_write(&memory->output, sentence, words);
    fuhe_paragraph_text(output, indent, fuhe_memory_output_text(memory));
    fuhe_memory_output_free(memory);
}
