/* SPDX-License-Identifier: Apache-2.0 */
/* Words for people about what was recognised in a document. */
#include "cli/import_words.h"

#include "report/messages.h"
#include "report/place.h"
#include "report/translate.h"
#include "report/width.h"

const char *fuhe_import_role(enum fuhe_role role) {
    return fuhe_message_doubt_value(fuhe_text_of(fuhe_role_name(role)));
}

const char *fuhe_import_why(enum fuhe_reason_why why) {
    return fuhe_message_doubt_why(fuhe_text_of(fuhe_why_name(why)));
}

/* --- sentences --------------------------------------------------------------------------------------------------- */

static bool word_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct fuhe_template_word *word = context;

    while (word->name != NULL && !fuhe_text_equals(name, fuhe_text_of(word->name))) {
        word++;
    }
    if (word->name != NULL && output != NULL) {
        fuhe_width_write(output, word->text);
    }
    return word->name != NULL;
}

void fuhe_import_fill(struct fuhe_output *output, const char *sentence, const struct fuhe_template_word *words) {
    fuhe_template_write(output, sentence, word_value, words);
}

struct fuhe_template_word fuhe_import_number(const char *name, size_t number, char text[FUHE_SIZE_TEXT_SIZE]) {
    return (struct fuhe_template_word){name, {text, fuhe_size_format(number, text)}};
}

void fuhe_import_place(struct fuhe_output *output, const struct fuhe_mark *mark) {
    const bool in_sheet = mark->grid != NULL && mark->grid->sheet.length > 0;
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {fuhe_import_number("line", mark->line, number), {NULL, {NULL, 0}}};

    if (mark->grid == NULL) {
        fuhe_width_write(output, fuhe_text_of(_("a paragraph")));
    } else {
        fuhe_place_write_in_sheet(output, in_sheet ? mark->grid->sheet : (fuhe_text){NULL, 0},
                                  fuhe_grid_address(mark->grid, mark->row, mark->column));
    }
    if (mark->line > 0 && !in_sheet) {
        fuhe_import_fill(output, _(" (line {line})"), words);
    }
}
