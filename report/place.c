/* SPDX-License-Identifier: Apache-2.0 */
/* Places as people read them, in their language. */
#include "report/place.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

static struct fuhe_template_word number(const char *name, size_t value, char text[FUHE_SIZE_TEXT_SIZE]) {
    return (struct fuhe_template_word){name, {text, fuhe_size_format(value, text)}};
}

void fuhe_place_write_in_sheet(struct fuhe_output *output, fuhe_text sheet, struct fuhe_place place) {
    char numbers[3][FUHE_SIZE_TEXT_SIZE];
    char address[FUHE_PLACE_ADDRESS_SIZE];
    const struct fuhe_template_word words[] = {
        number("table", place.table, numbers[0]),
        number("row", place.line, numbers[1]),
        number("column", place.column, numbers[2]),
        {NULL, {NULL, 0}},
    };

    if (sheet.length > 0) {
        fuhe_width_write(output, fuhe_place_in_sheet(sheet, place, address));
    } else {
        fuhe_template_words(output, _("table {table}, row {row}, column {column}"), words);
    }
}

void fuhe_place_write(struct fuhe_output *output, const struct fuhe_form *form, struct fuhe_place place) {
    if (fuhe_place_is_of_table(place)) {
        fuhe_place_write_in_sheet(output, fuhe_place_sheet(form, place.table), place);
    } else if (place.line > 0) {
        fuhe_output_size(output, place.line);
        fuhe_output_char(output, ':');
        fuhe_output_size(output, place.column);
    }
}

void fuhe_place_write_address(struct fuhe_output *output, fuhe_text address) {
    struct fuhe_place place;
    char text[FUHE_PLACE_ADDRESS_SIZE];
    int end = 0;

    if (address.length == 0 || address.length >= sizeof text) {
        fuhe_width_write(output, address);
        return;
    }
    memcpy(text, address.bytes, address.length);
    text[address.length] = '\0';
    if (sscanf(text, "table %9" SCNu32 ", row %9" SCNu32 ", column %9" SCNu32 "%n", &place.table, &place.line,
               &place.column, &end) == 3 &&
        (size_t)end == address.length) {
        fuhe_place_write_in_sheet(output, (fuhe_text){NULL, 0}, place);
    } else {
        fuhe_width_write(output, address);
    }
}

void fuhe_place_write_start(struct fuhe_output *output, const struct fuhe_form *form) {
    if (fuhe_place_is_of_table(form->place)) {
        fuhe_output_string(output, "  ");
        fuhe_place_write(output, form, form->place);
    } else {
        fuhe_output_char(output, ':');
        fuhe_output_size(output, form->place.line);
    }
}
