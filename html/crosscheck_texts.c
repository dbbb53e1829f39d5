/* SPDX-License-Identifier: Apache-2.0 */
/* What copies have in common, for people to see with their own eyes: two texts side by side, worked out again from the
 * store. */
#include "crosscheck/crosscheck_words.h"
#include "html/crosscheck_page.h"
#include "html/form_page.h"
#include "report/translate.h"

enum { TEXT_MAX = 1500 /* bytes */, INDICATORS_MAX = 20 };

/* One of the two. */
struct side {
    struct fuhe_page *page;
    enum fuhe_code code;
    size_t row; /* from 1 */
};

/* Cut between characters. */
static void write_text(struct fuhe_page *page, fuhe_text text) {
    size_t length = text.length;

    if (length > TEXT_MAX) {
        length = TEXT_MAX;
        while (length > 0 && ((unsigned char)text.bytes[length] & 0xC0U) == 0x80U) {
            length--;
        }
    }
    fuhe_page_markup(page, "<p class=\"printed\">");
    fuhe_page_write(page, (fuhe_text){text.bytes, length});
    fuhe_page_word(page, length < text.length ? "…" : "");
    fuhe_page_markup(page, "</p>\n");
}

static void write_goal(const struct side *side, const struct fuhe_form *form) {
    write_text(side->page, form->goal_expected.text);
}

static void write_reason(const struct side *side, const struct fuhe_form *form) {
    if (side->row > 0 && side->row <= form->indicator_count) {
        write_text(side->page, form->indicators[side->row - 1].reason.text);
    }
}

static void write_indicators(const struct side *side, const struct fuhe_form *form) {
    fuhe_page_markup(side->page, "<ul>\n");
    for (size_t i = 0; i < form->indicator_count && i < INDICATORS_MAX; i++) {
        fuhe_page_markup(side->page, "<li>");
        fuhe_page_write(side->page, form->indicators[i].name.text);
        fuhe_page_word(side->page, _(": "));
        fuhe_page_write(side->page, form->indicators[i].target.text);
        fuhe_page_markup(side->page, "</li>\n");
    }
    fuhe_page_word(side->page, form->indicator_count > INDICATORS_MAX ? "…" : "");
    fuhe_page_markup(side->page, "</ul>\n");
}

/* By code; NULL for families without texts. */
typedef void (*writer)(const struct side *side, const struct fuhe_form *form);

static writer writer_of(enum fuhe_code code) {
    static const struct {
        enum fuhe_code code;
        writer write;
    } writers[] = {
        {FUHE_CODE_COPIED_GOAL, write_goal},
        {FUHE_CODE_COPIED_INDICATORS, write_indicators},
        {FUHE_CODE_COPIED_REASON, write_reason},
    };

    for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++) {
        if (writers[i].code == code) {
            return writers[i].write;
        }
    }
    return NULL;
}

static enum fuhe_status take_form(void *context, const struct fuhe_result *result, uint64_t page) {
    const struct side *side = context;
    char address[FUHE_ADDRESS_SIZE];

    fuhe_address_form(page, address);
    fuhe_page_markup(side->page, "<div>\n<h3>");
    fuhe_page_link(side->page, address, fuhe_form_page_project(result->form));
    fuhe_page_markup(side->page, "</h3>\n<p class=\"soft\">");
    fuhe_page_write(side->page, fuhe_form_page_department(result->form));
    fuhe_page_markup(side->page, "</p>\n");
    writer_of(side->code)(side, result->form);
    fuhe_page_markup(side->page, "</div>\n");
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_side(const struct fuhe_crosscheck_pages *pages, enum fuhe_code code, uint64_t form,
                                   size_t row, struct fuhe_error *err) {
    struct side side = {pages->page, code, row};
    const struct fuhe_replay_sink sink = {.form = take_form, .context = &side};

    return fuhe_replay_page(pages->replay, form, &sink, err);
}

enum fuhe_status fuhe_crosscheck_texts(const struct fuhe_crosscheck_pages *pages,
                                       const struct fuhe_crosscheck_group *group, struct fuhe_error *err) {
    for (size_t i = 0; i < group->count; i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(pages->crosscheck, group->first + i);
        if (writer_of(line.code) == NULL || line.like == 0 || line.like == line.page) {
            continue;
        }
        fuhe_page_markup(pages->page, "<div class=\"sides\">\n");
        FUHE_TRY(write_side(pages, line.code, line.like, line.like_row, err));
        FUHE_TRY(write_side(pages, line.code, line.page, line.row, err));
        fuhe_page_markup(pages->page, "</div>\n<p class=\"soft\">");
        fuhe_crosscheck_group_name(pages->page, &line);
        fuhe_page_word(pages->page, " · ");
        fuhe_crosscheck_write_line(&line, fuhe_page_text(pages->page));
        fuhe_page_markup(pages->page, "</p>\n");
        return FUHE_STATUS_OK;
    }
    return FUHE_STATUS_OK;
}
