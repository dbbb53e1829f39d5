/* SPDX-License-Identifier: Apache-2.0 */
/* Documents as they were read, one after the other, each with its figures, its doubts and its tables. A document is
 * forgotten once it is written, so the page takes no more memory than the largest of them. */
#include "html/intake_page.h"

#include <string.h>

#include "html/intake_parts.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

extern const char fuhe_intake_style[]; /* intake_page.css */

enum { PLACES_OF_PAGE = 300000, BYTES_OF_PAGE = 16000000, FIRST_ROW_CELLS = 6, FIRST_ROW_BYTES = 60 };

static void write_opening(struct fuhe_page *page) {
    fuhe_page_element(page, "h1", _("Documents as they were read"));
    fuhe_page_element(page, "p",
                      _("Each table stands as in its document. In every cell is what it was read as: compare the sums "
                        "first, then what is marked ?, then the headings and a row or two."));
    fuhe_intake_legend(page);
}

enum fuhe_status fuhe_intake_page_open(struct fuhe_intake_page *page, const char *path,
                                       const struct fuhe_intake_wording *wording, struct fuhe_error *err) {
    *page = (struct fuhe_intake_page){
        .wording = wording, .places_left = PLACES_OF_PAGE, .bytes_left = BYTES_OF_PAGE, .folder = ""};
    const char *name = fuhe_file_split(path, page->folder);
    if (name == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, "File name too long", NULL);
    }
    const struct fuhe_page_head head = {
        .address = name, .title = fuhe_text_of(_("Documents as they were read")), .style = fuhe_intake_style};

    page->page = fuhe_page_new(page->folder, true);
    if (page->page == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const enum fuhe_status status = fuhe_page_open(page->page, &head, err);
    if (status != FUHE_STATUS_OK) {
        fuhe_page_free(page->page);
        page->page = NULL;
        return status;
    }
    write_opening(page->page);
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_intake_page_close(struct fuhe_intake_page *page, struct fuhe_error *err) {
    const enum fuhe_status status = fuhe_page_close(page->page, err);

    fuhe_page_free(page->page);
    page->page = NULL;
    return status;
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static void write_anchor_of_table(struct fuhe_intake_page *page, const char *before, size_t number) {
    fuhe_page_markup(page->page, before);
    fuhe_page_markup(page->page, " id=\"d");
    fuhe_output_size(fuhe_page_text(page->page), page->document);
    fuhe_page_markup(page->page, "t");
    fuhe_output_size(fuhe_page_text(page->page), number);
    fuhe_page_markup(page->page, "\">");
}

/* "Table 3", or the name of its sheet. */
static void write_name(struct fuhe_intake_page *page, const struct fuhe_grid *grid) {
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"sheet", grid->sheet}, {"table", {number, fuhe_size_format(grid->number, number)}}, {NULL, {NULL, 0}}};

    fuhe_template_words(fuhe_page_text(page->page),
                        grid->sheet.length > 0 ? _("Table {table}: sheet {sheet}") : _("Table {table}"), words);
}

static bool is_of(const struct fuhe_recognised *form, const struct fuhe_grid *grid) {
    bool marked = form->first_grid == grid || form->last_grid == grid;

    for (size_t i = 0; i < form->mark_count && !marked; i++) {
        marked = form->marks[i].grid == grid;
    }
    return marked;
}

static size_t write_forms_of(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition,
                             const struct fuhe_grid *grid, bool written) {
    size_t count = 0;

    for (size_t i = 0; i < recognition->form_count; i++) {
        const struct fuhe_recognised *form = recognition->forms[i];
        if (!is_of(form, grid)) {
            continue;
        }
        if (written) {
            fuhe_page_word(page->page, count == 0 ? " — " : _(", "));
            fuhe_page_write(page->page,
                            form->form.project.text.length > 0 ? form->form.project.text : form->form.id.text);
        }
        count++;
    }
    return count;
}

static void write_first_row(struct fuhe_intake_page *page, const struct fuhe_grid *grid) {
    size_t written = 0;

    for (size_t i = 0; i < grid->cell_count && written < FIRST_ROW_CELLS; i++) {
        fuhe_text text = grid->cells[i].text;
        if (text.length == 0 || (written > 0 && grid->cells[i].row > grid->cells[0].row)) {
            continue;
        }
        fuhe_page_word(page->page, written++ == 0 ? _(", which begins “") : " | ");
        while (text.length > FIRST_ROW_BYTES || /* between characters */
               (text.length > 0 && text.length < grid->cells[i].text.length &&
                ((unsigned char)text.bytes[text.length] & 0xC0) == 0x80)) {
            text.length--;
        }
        fuhe_page_write(page->page, text);
    }
    fuhe_page_word(page->page, written > 0 ? _("”") : "");
}

/* A table that is no form is folded, under the words that it begins with. */
static void write_table(struct fuhe_intake_page *page, const struct fuhe_recognition *recognition,
                        const struct fuhe_grid *grid) {
    const bool is_form = write_forms_of(page, recognition, grid, false) > 0;

    if (is_form) {
        write_anchor_of_table(page, "<h3", grid->number);
        write_name(page, grid);
        (void)write_forms_of(page, recognition, grid, true);
        fuhe_page_markup(page->page, "</h3>\n");
        fuhe_intake_table(page, recognition, grid);
        return;
    }
    write_anchor_of_table(page, "<details", grid->number);
    fuhe_page_markup(page->page, "<summary>");
    write_name(page, grid);
    fuhe_page_word(page->page, _(": no form"));
    write_first_row(page, grid);
    fuhe_page_markup(page->page, "</summary>\n");
    fuhe_intake_table(page, recognition, grid);
    fuhe_page_markup(page->page, "</details>\n");
}

/* --- documents --------------------------------------------------------------------------------------------------- */

static void begin_document(struct fuhe_intake_page *page, const char *name, const char *kind) {
    page->document++;
    fuhe_page_markup(page->page, "<section id=\"d");
    fuhe_output_size(fuhe_page_text(page->page), page->document);
    fuhe_page_markup(page->page, "\">\n<h2>");
    fuhe_page_word(page->page, name);
    if (kind != NULL) {
        fuhe_page_word(page->page, " (");
        fuhe_page_word(page->page, kind);
        fuhe_page_word(page->page, ")");
    }
    fuhe_page_markup(page->page, "</h2>\n");
}

static void write_count(struct fuhe_intake_page *page, const char *sentence, size_t count) {
    char number[FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_template_word words[] = {{"count", {number, fuhe_size_format(count, number)}}, {NULL, {NULL, 0}}};

    if (count > 0) {
        fuhe_page_markup(page->page, "<p>");
        fuhe_template_words(fuhe_page_text(page->page), sentence, words);
        fuhe_page_markup(page->page, "</p>\n");
    }
}

static size_t lonely_items(const struct fuhe_recognition *recognition) {
    size_t count = 0;

    for (size_t i = 0; i < recognition->narrative_count; i++) {
        count += recognition->narratives[i].form == NULL;
    }
    return count;
}

void fuhe_intake_page_add(struct fuhe_intake_page *page, const char *name, const struct fuhe_intake *intake) {
    const struct fuhe_recognition *recognition = &intake->recognition;

    begin_document(page, name, intake->kind);
    fuhe_intake_figures(page, recognition);
    write_count(page, _("Hidden sheets that were not read: {count}."), intake->document.hidden_sheets);
    write_count(page, _("Narrative items: {count}."), recognition->narrative_count);
    write_count(page, _("? Narrative items that belong to no form: {count}."), lonely_items(recognition));
    write_count(page, _("? The text has several statements that differ."), recognition->statement_is_unclear);
    fuhe_intake_doubts(page, recognition);
    for (size_t i = 0; i < intake->document.block_count; i++) {
        if (intake->document.blocks[i].kind == FUHE_BLOCK_GRID) {
            write_table(page, recognition, &intake->document.blocks[i].grid);
        }
    }
    fuhe_page_section_close(page->page);
}

void fuhe_intake_page_add_failure(struct fuhe_intake_page *page, const char *name, const struct fuhe_error *error) {
    begin_document(page, name, NULL);
    fuhe_page_markup(page->page, "<p class=\"incomplete\">");
    fuhe_message_error(fuhe_page_text(page->page), NULL, error);
    fuhe_page_markup(page->page, "</p>\n");
    fuhe_page_section_close(page->page);
}
