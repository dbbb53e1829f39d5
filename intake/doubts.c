/* SPDX-License-Identifier: Apache-2.0 */
/* What a form was not read with certainty from goes with it, into its XML and its findings. */
#include "intake/recogniser.h"

#include <string.h>

#include "xml/form_reader.h"

enum { TEXT_BYTES = 200 }; /* of a cell: enough to find it by */

static const char *const whys[FUHE_WHY_COUNT] = {
    [FUHE_WHY_WORDS] = "words",
    [FUHE_WHY_LABEL] = "label",
    [FUHE_WHY_HEADING] = "heading",
    [FUHE_WHY_SHIFTED] = "shifted",
    [FUHE_WHY_EXTENDED] = "extended",
    [FUHE_WHY_ONLY_NUMBER] = "only-number",
    [FUHE_WHY_NO_PLACE] = "no-place",
    [FUHE_WHY_UNUSED] = "unused",
    [FUHE_WHY_NOT_READ] = "not-read",
    [FUHE_WHY_SHIFT_UNCLEAR] = "shift-unclear",
    [FUHE_WHY_NOT_A_NUMBER] = "not-a-number",
    [FUHE_WHY_SPANS_ROWS] = "spans-rows",
    [FUHE_WHY_COLUMN_TWICE] = "column-twice",
    [FUHE_WHY_UNKNOWN_HEADING] = "unknown-heading",
    [FUHE_WHY_NO_COLUMN] = "no-column",
    [FUHE_WHY_NO_NAME] = "no-name",
    [FUHE_WHY_SUB_ROW] = "sub-row",
    [FUHE_WHY_HEADER_REPEATED] = "header-repeated",
    [FUHE_WHY_TOTAL_UNCLEAR] = "total-unclear",
    [FUHE_WHY_BEHIND_END] = "behind-end",
    [FUHE_WHY_LOST_TABLE] = "lost-table",
    [FUHE_WHY_UNIT_UNCLEAR] = "unit-unclear",
    [FUHE_WHY_BESIDE] = "beside",
    [FUHE_WHY_TICKS] = "ticks",
    [FUHE_WHY_FUNDS_UNREAD] = "funds-unread",
    [FUHE_WHY_IN_NAME] = "in-name",
    [FUHE_WHY_NO_BEGINNING] = "no-beginning",
    [FUHE_WHY_DEPARTMENT] = "department",
    [FUHE_WHY_STRUCK_OUT] = "struck-out",
    [FUHE_WHY_STRUCK_PART] = "struck-part",
    [FUHE_WHY_STRUCK_ROW] = "struck-row",
};

const char *fuhe_why_name(enum fuhe_reason_why why) {
    return whys[why];
}

bool fuhe_mark_is_of_row(const struct fuhe_mark *mark) {
    return mark->why == FUHE_WHY_SHIFTED || mark->why == FUHE_WHY_SHIFT_UNCLEAR || mark->why == FUHE_WHY_STRUCK_ROW;
}

bool fuhe_mark_says_it_again(const struct fuhe_mark *marks, size_t index) {
    const struct fuhe_mark *mark = &marks[index];

    for (size_t i = index;
         fuhe_mark_is_of_row(mark) && i-- > 0 && marks[i].grid == mark->grid && marks[i].row == mark->row;) {
        if (marks[i].why == mark->why) {
            return true;
        }
    }
    return false;
}

static bool is_doubt(const struct fuhe_recognised *form, size_t index) {
    return form->marks[index].sureness == FUHE_SURE_UNSURE && !fuhe_mark_says_it_again(form->marks, index);
}

static struct fuhe_cell cell_of(fuhe_text text, struct fuhe_place place) {
    return (struct fuhe_cell){text, place, FUHE_CELL_TEXT};
}

/* Cut between characters. */
static fuhe_text beginning_of(fuhe_text text) {
    size_t end = 0;

    for (size_t next = 0; next < text.length && next <= TEXT_BYTES;) {
        (void)fuhe_text_next(text, &next);
        end = next <= TEXT_BYTES ? next : end;
    }
    return fuhe_text_trim((fuhe_text){text.bytes, end});
}

static struct fuhe_doubt doubt_of(const struct fuhe_mark *mark) {
    const bool of_row = fuhe_mark_is_of_row(mark);
    const struct fuhe_place place = fuhe_grid_address(mark->grid, mark->row, mark->column);
    struct fuhe_doubt doubt = {.place = place};

    doubt.value = cell_of(fuhe_text_of(of_row ? "row" : fuhe_role_name(mark->role)), place);
    doubt.why = cell_of(fuhe_text_of(whys[mark->why]), place);
    if (!of_row && mark->text.length > 0) {
        doubt.text = cell_of(beginning_of(mark->text), place);
    }
    return doubt;
}

enum fuhe_status fuhe_doubts_fill(struct fuhe_recognised *recognised, struct fuhe_arena *arena) {
    struct fuhe_form *form = &recognised->form;
    size_t count = 0;

    for (size_t i = 0; i < recognised->mark_count; i++) {
        count += is_doubt(recognised, i);
    }
    count = count < FUHE_LIMIT_DOUBTS ? count : FUHE_LIMIT_DOUBTS;
    form->doubts = count == 0 ? NULL : fuhe_arena_allocate(arena, count, sizeof *form->doubts);
    if (count > 0 && form->doubts == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; form->doubt_count < count; i++) {
        if (is_doubt(recognised, i)) {
            form->doubts[form->doubt_count++] = doubt_of(&recognised->marks[i]);
        }
    }
    return FUHE_STATUS_OK;
}
