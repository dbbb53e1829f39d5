/* SPDX-License-Identifier: Apache-2.0 */
/* The shell of a page, and text on its way into it. Text is buffered by an output of its own whose receiver escapes it,
 * so that every sentence of report/messages can be written to a page as it is. */
#include "html/page.h"

#include <stdlib.h>
#include <string.h>

#include "html/escape.h"
#include "report/messages.h"
#include "report/translate.h"

extern const char fuhe_style[]; /* style.css */

static const char style_address[] = "assets/style.css";

static enum fuhe_status escape(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    struct fuhe_page *page = context;

    (void)err;
    fuhe_escape_text(&page->file.output, (fuhe_text){bytes, length});
    return FUHE_STATUS_OK;
}

struct fuhe_page *fuhe_page_new(const char *folder, bool complete) {
    struct fuhe_page *page = malloc(sizeof *page);

    if (page == NULL) {
        return NULL;
    }
    page->folder = folder;
    page->complete = complete;
    page->alone = false;
    page->depth = 0;
    fuhe_file_init(&page->file);
    fuhe_output_init(&page->text, escape, page);
    return page;
}

void fuhe_page_free(struct fuhe_page *page) {
    if (page != NULL) {
        const enum fuhe_status status = fuhe_file_close(&page->file, NULL); /* of a page that was given up */
        (void)status;
    }
    free(page);
}

/* Brings text that is waiting in front of what comes next. */
static void settle(struct fuhe_page *page) {
    if (page->text.used > 0) {
        const enum fuhe_status status = fuhe_output_flush(&page->text, NULL);
        (void)status; /* escape never fails: what comes of it is the file's */
    }
}

void fuhe_page_markup(struct fuhe_page *page, const char *markup) {
    settle(page);
    fuhe_output_string(&page->file.output, markup);
}

struct fuhe_output *fuhe_page_text(struct fuhe_page *page) {
    return &page->text;
}

void fuhe_page_write(struct fuhe_page *page, fuhe_text text) {
    fuhe_output_text(&page->text, text);
}

void fuhe_page_word(struct fuhe_page *page, const char *word) {
    fuhe_output_string(&page->text, word);
}

void fuhe_page_element(struct fuhe_page *page, const char *name, const char *words) {
    fuhe_page_markup(page, "<");
    fuhe_page_markup(page, name);
    fuhe_page_markup(page, ">");
    fuhe_page_word(page, words);
    fuhe_page_markup(page, "</");
    fuhe_page_markup(page, name);
    fuhe_page_markup(page, ">\n");
}

void fuhe_page_address(struct fuhe_page *page, const char *address) {
    for (size_t i = 0; i < page->depth; i++) {
        fuhe_page_markup(page, "../");
    }
    settle(page);
    fuhe_escape_path(&page->file.output, fuhe_text_of(address));
}

void fuhe_page_link(struct fuhe_page *page, const char *address, fuhe_text label) {
    fuhe_page_markup(page, "<a href=\"");
    fuhe_page_address(page, address);
    fuhe_page_markup(page, "\">");
    fuhe_page_write(page, label);
    fuhe_page_markup(page, "</a>");
}

void fuhe_page_link_beside(struct fuhe_page *page, const char *address, fuhe_text label) {
    const char *slash = strrchr(address, '/');

    fuhe_page_markup(page, "<a href=\"");
    settle(page);
    fuhe_escape_path(&page->file.output, fuhe_text_of(slash == NULL ? address : slash + 1));
    fuhe_page_markup(page, "\">");
    fuhe_page_write(page, label);
    fuhe_page_markup(page, "</a>");
}

static size_t depth_of(const char *address) {
    size_t depth = 0;

    for (; *address != '\0'; address++) {
        depth += *address == '/';
    }
    return depth;
}

static void write_style(struct fuhe_page *page, const char *style) {
    if (style != NULL) {
        fuhe_page_markup(page, "<style>\n");
        fuhe_page_markup(page, style);
        fuhe_page_markup(page, "</style>\n");
        return;
    }
    fuhe_page_markup(page, "<link rel=\"stylesheet\" href=\"");
    fuhe_page_address(page, style_address);
    fuhe_page_markup(page, "\"/>\n");
}

static void write_head(struct fuhe_page *page, const struct fuhe_page_head *head) {
    fuhe_page_markup(page, "<!DOCTYPE html>\n<html lang=\"");
    fuhe_page_markup(page, fuhe_language_is_chinese() ? "zh-CN" : "en");
    fuhe_page_markup(page, "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>");
    fuhe_page_write(page, head->title);
    fuhe_page_markup(page, "</title>\n");
    write_style(page, head->style);
    if (head->script != NULL) {
        fuhe_page_markup(page, "<script defer=\"defer\" src=\"");
        fuhe_page_address(page, head->script);
        fuhe_page_markup(page, "\"></script>\n");
    }
    fuhe_page_markup(page, "</head>\n");
}

static void write_step(struct fuhe_page *page, const char *address, fuhe_text label) {
    fuhe_page_markup(page, "<li>");
    fuhe_page_link(page, address, label);
    fuhe_page_markup(page, "</li>");
}

static void write_way(struct fuhe_page *page, const struct fuhe_page_head *head) {
    fuhe_page_markup(page, "<a class=\"skip\" href=\"#main\">");
    fuhe_page_word(page, _("Skip to the content"));
    fuhe_page_markup(page, "</a>\n<header class=\"way\"><nav aria-label=\"");
    fuhe_page_word(page, _("You are here"));
    fuhe_page_markup(page, "\"><ol>");
    if (fuhe_text_equals(fuhe_text_of(head->address), FUHE_TEXT(FUHE_PAGE_OVERVIEW))) {
        fuhe_page_markup(page, "<li aria-current=\"page\">");
        fuhe_page_word(page, _("Overview"));
        fuhe_page_markup(page, "</li>");
    } else {
        write_step(page, FUHE_PAGE_OVERVIEW, fuhe_text_of(_("Overview")));
    }
    for (const struct fuhe_page_step *step = head->way; step != NULL && step->address != NULL; step++) {
        write_step(page, step->address, step->label);
    }
    fuhe_page_markup(page, "</ol></nav></header>\n");
}

static void write_incomplete(struct fuhe_page *page) {
    fuhe_page_markup(page, "<p class=\"incomplete\" role=\"note\">");
    fuhe_page_word(page, _("Not complete: the run behind this report was stopped, or is but one shard."));
    fuhe_page_markup(page, "</p>\n");
}

enum fuhe_status fuhe_page_open(struct fuhe_page *page, const struct fuhe_page_head *head, struct fuhe_error *err) {
    if (head->into != NULL) {
        fuhe_file_open_into(&page->file, head->into);
    } else {
        FUHE_TRY(fuhe_file_open(&page->file, page->folder, head->address, err));
    }
    page->alone = head->style != NULL;
    page->depth = depth_of(head->address);
    page->text.used = 0; /* of a page that was given up */
    write_head(page, head);
    fuhe_page_markup(page, page->alone ? "<body class=\"alone\">\n" : "<body>\n");
    if (!page->alone) {
        write_way(page, head);
    }
    fuhe_page_markup(page, "<main id=\"main\">\n");
    if (!page->complete) {
        write_incomplete(page);
    }
    if (!page->alone) {
        fuhe_page_markup(page, "<h1>");
        fuhe_page_write(page, head->title);
        fuhe_page_markup(page, "</h1>\n");
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_page_close(struct fuhe_page *page, struct fuhe_error *err) {
    fuhe_page_markup(page, "</main>\n");
    if (!page->alone) {
        fuhe_page_markup(page, "<footer><p>");
        fuhe_page_word(page,
                       _("Made by fuhe from the forms and the rule packs alone. Scores follow the rules; whether a "
                         "finding stands is for people to decide."));
        fuhe_page_markup(page, "</p></footer>\n");
    }
    fuhe_page_markup(page, "</body>\n</html>\n");
    return fuhe_file_close(&page->file, err);
}

enum fuhe_status fuhe_page_write_style(const char *folder, struct fuhe_error *err) {
    struct fuhe_file *file = malloc(sizeof *file);

    if (file == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    fuhe_file_init(file);
    enum fuhe_status status = fuhe_file_open(file, folder, style_address, err);
    if (status == FUHE_STATUS_OK) {
        fuhe_output_string(&file->output, fuhe_style);
        status = fuhe_file_close(file, err);
    }
    free(file);
    return status;
}
