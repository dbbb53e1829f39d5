/* SPDX-License-Identifier: Apache-2.0 */
/* Turns the documentation of findings into a page. Of Markdown it knows what stands there: headings of sections, items
 * that run over several lines, words of code and emphasis. */
#include "html/findings_page.h"

#include <string.h>

#include "report/messages.h"
#include "report/translate.h"

/* docs/findings.md and docs/findings.zh-CN.md */
extern const char fuhe_findings_en[];
extern const char fuhe_findings_zh[];

static const char heading[] = "## ";

struct manual {
    struct fuhe_page *page;
    bool in_section;
    bool in_list;
    bool in_item; /* of a list, or a paragraph */
};

/* --- words --- */

static void write_words(struct fuhe_page *page, fuhe_text words) {
    bool in_code = false;
    bool in_emphasis = false;

    for (size_t i = 0; i < words.length; i++) {
        const char byte = words.bytes[i];
        if (byte == '`') {
            in_code = !in_code;
            fuhe_page_markup(page, in_code ? "<code>" : "</code>");
        } else if (byte == '*' && !in_code) {
            in_emphasis = !in_emphasis;
            fuhe_page_markup(page, in_emphasis ? "<em>" : "</em>");
        } else {
            fuhe_output_char(fuhe_page_text(page), byte);
        }
    }
    fuhe_page_markup(page, in_code ? "</code>" : "");
    fuhe_page_markup(page, in_emphasis ? "</em>" : "");
}

/* --- blocks --- */

static void end_item(struct manual *manual) {
    if (manual->in_item) {
        fuhe_page_markup(manual->page, manual->in_list ? "</li>\n" : "</p>\n");
    }
    manual->in_item = false;
}

static void end_list(struct manual *manual) {
    end_item(manual);
    if (manual->in_list) {
        fuhe_page_markup(manual->page, "</ul>\n");
    }
    manual->in_list = false;
}

static void end_section(struct manual *manual) {
    end_list(manual);
    if (manual->in_section) {
        fuhe_page_markup(manual->page, "</section>\n");
    }
    manual->in_section = false;
}

static void begin_section(struct manual *manual, fuhe_text word) {
    const enum fuhe_code code = fuhe_code_find(word);

    end_section(manual);
    fuhe_page_markup(manual->page, "<section id=\"");
    fuhe_page_write(manual->page, word);
    fuhe_page_markup(manual->page, "\">\n<h2>");
    if (code < FUHE_CODE_COUNT) {
        fuhe_page_word(manual->page, fuhe_message_title(code));
        fuhe_page_markup(manual->page, " ");
    }
    fuhe_page_markup(manual->page, "<code>");
    fuhe_page_write(manual->page, word);
    fuhe_page_markup(manual->page, "</code></h2>\n");
    manual->in_section = true;
}

static void begin_item(struct manual *manual, fuhe_text words) {
    end_item(manual);
    if (!manual->in_list) {
        fuhe_page_markup(manual->page, "<ul>\n");
    }
    manual->in_list = true;
    manual->in_item = true;
    fuhe_page_markup(manual->page, "<li>");
    write_words(manual->page, words);
}

/* A further line of an item or paragraph, or the first of a paragraph. */
static void add_line(struct manual *manual, fuhe_text words) {
    if (!manual->in_item) {
        end_list(manual);
        fuhe_page_markup(manual->page, "<p>");
        manual->in_item = true;
    } else {
        fuhe_page_markup(manual->page, fuhe_language_is_chinese() ? "" : "\n");
    }
    write_words(manual->page, words);
}

static void write_line(struct manual *manual, fuhe_text line) {
    const fuhe_text trimmed = fuhe_text_trim(line);
    const bool is_heading = fuhe_text_starts_with(line, fuhe_text_of(heading));

    if (!manual->in_section && !is_heading) {
        return; /* what stands above the first section is for readers of the documentation */
    }
    if (trimmed.length == 0) {
        end_item(manual);
    } else if (is_heading) {
        begin_section(manual, fuhe_text_from(trimmed, strlen(heading)));
    } else if (fuhe_text_starts_with(line, FUHE_TEXT("- "))) {
        begin_item(manual, fuhe_text_from(trimmed, 2));
    } else {
        add_line(manual, trimmed);
    }
}

static void write_manual(struct fuhe_page *page, fuhe_text rest) {
    struct manual manual = {.page = page};

    while (rest.length > 0) {
        const size_t end = fuhe_text_find(rest, FUHE_TEXT("\n"));
        write_line(&manual, (fuhe_text){rest.bytes, end});
        rest = end < rest.length ? fuhe_text_from(rest, end + 1) : (fuhe_text){NULL, 0};
    }
    end_section(&manual);
}

enum fuhe_status fuhe_findings_page_write(const char *folder, bool complete, struct fuhe_error *err) {
    const struct fuhe_page_head head = {.address = FUHE_PAGE_FINDINGS, .title = fuhe_text_of(_("Findings explained"))};
    struct fuhe_page *page = fuhe_page_new(folder, complete);

    if (page == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    enum fuhe_status status = fuhe_page_open(page, &head, err);
    if (status == FUHE_STATUS_OK) {
        fuhe_page_element(
            page, "p",
            _("What each finding says, why it matters, the rule behind it, an example and how to settle it. "
              "The severity is the usual one; a rule pack may set another."));
        write_manual(page, fuhe_text_of(fuhe_language_is_chinese() ? fuhe_findings_zh : fuhe_findings_en));
        status = fuhe_page_close(page, err);
    }
    fuhe_page_free(page);
    return status;
}
