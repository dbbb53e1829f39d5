/* SPDX-License-Identifier: Apache-2.0 */
/* A rule pack as a page: what it is, a table of contents, a section for each rule with its values and its paper, and
 * the documents with links back to the rules that rest on them. */
#include "html/rulebook_page.h"

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

extern const char fuhe_rulebook_style[]; /* rulebook_page.css */

/* --- the head of the book ---------------------------------------------------------------------------------------- */

static void write_changes(struct fuhe_page *page, const struct fuhe_rulebook *book) {
    char number[FUHE_SIZE_TEXT_SIZE];
    size_t changed = 0;

    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        changed += book->rules[rule].change.length > 0;
    }
    const struct fuhe_template_word words[] = {{"base", fuhe_rulebook_find(&book->identity, "base")->text},
                                               {"count", {number, fuhe_size_format(changed, number)}},
                                               {NULL, {NULL, 0}}};
    fuhe_page_markup(page, "<p class=\"changed\">");
    fuhe_template_words(fuhe_page_text(page),
                        _("This pack changes {base}. Rules that are not as there are marked, with the reason: {count}. "
                          "All others are its rules."),
                        words);
    fuhe_page_markup(page, "</p>\n");
}

static void write_identity(struct fuhe_page *page, const struct fuhe_rulebook *book) {
    fuhe_page_markup(page, "<h1>");
    fuhe_page_write(page, fuhe_message_choose(book->pack->title));
    fuhe_page_markup(page, "</h1>\n");
    if (book->pack->status == FUHE_PACK_DRAFT) {
        fuhe_page_markup(page, "<p class=\"draft\">");
        fuhe_page_word(page,
                       _("A draft: not all of it is proven, and no form is scored by it unless that is asked for."));
        fuhe_page_markup(page, "</p>\n");
    }
    fuhe_page_markup(page, "<dl class=\"facts identity\">\n");
    for (size_t i = 0; i < book->identity.count; i++) {
        if (!book->identity.items[i].hidden) {
            fuhe_rulebook_page_fact(page, &book->identity.items[i]);
        }
    }
    fuhe_page_markup(page, "</dl>\n");
    if (book->pack->base != NULL) {
        write_changes(page, book);
    }
}

static void write_entry(struct fuhe_page *page, const char *open, const char *anchor, const char *title,
                        bool is_marked) {
    fuhe_page_markup(page, open);
    fuhe_page_markup(page, "<a href=\"#");
    fuhe_page_markup(page, anchor);
    fuhe_page_markup(page, "\">");
    fuhe_page_word(page, title);
    fuhe_page_markup(page, "</a>");
    if (is_marked) {
        fuhe_page_markup(page, " ");
        fuhe_page_tag(page, "warning", _("changed"));
    }
    fuhe_page_markup(page, "</li>\n");
}

static bool has_severities(const struct fuhe_rulebook *book) {
    bool found = false;

    for (size_t i = 0; !found && i < book->severities.count; i++) {
        found = !book->severities.items[i].hidden;
    }
    return found;
}

static void write_contents(struct fuhe_page *page, const struct fuhe_rulebook *book) {
    fuhe_page_markup(page, "<nav class=\"contents\" aria-label=\"");
    fuhe_page_word(page, _("Contents"));
    fuhe_page_markup(page, "\"><ol>\n");
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        write_entry(page, "<li>", book->rules[rule].name, book->rules[rule].title, book->rules[rule].change.length > 0);
    }
    if (has_severities(book)) {
        write_entry(page, "<li class=\"plain\">", book->severities.name, book->severities.title, false);
    }
    write_entry(page, "<li class=\"plain\">", book->sources.name, book->sources.title, false);
    fuhe_page_markup(page, "</ol></nav>\n");
}

/* --- rules ------------------------------------------------------------------------------------------------------- */

/* An overlay has copies of the sources of its base. */
static bool is_same(const struct fuhe_source *a, const struct fuhe_source *b) {
    return a != NULL && b != NULL && fuhe_text_equals(a->id, b->id);
}

static void write_source_link(struct fuhe_page *page, const struct fuhe_pack *pack, const struct fuhe_source *source) {
    size_t number = 0;

    while (number + 1 < pack->source_count && !is_same(&pack->sources[number], source)) {
        number++;
    }
    fuhe_page_markup(page, "<a href=\"#source-");
    fuhe_output_size(fuhe_page_text(page), number + 1);
    fuhe_page_markup(page, "\">");
    fuhe_page_write(page, source->document);
    fuhe_page_markup(page, "</a>");
}

/* How sure a rule is has a colour beside its words only where a reader should hesitate. */
static void write_confidence(struct fuhe_page *page, const struct fuhe_citation *citation, const char *words) {
    static const char *const kinds[] = {
        [FUHE_CONFIDENCE_SOURCE] = "good",    [FUHE_CONFIDENCE_VERIFIED] = "good", [FUHE_CONFIDENCE_CONFIRMED] = "good",
        [FUHE_CONFIDENCE_RECALLED] = "error", [FUHE_CONFIDENCE_NONE] = "warning",
    };

    fuhe_page_tag(page, kinds[citation->confidence], words);
    if (citation->source != NULL && citation->source->by_analogy) {
        fuhe_page_markup(page, " ");
        fuhe_page_tag(page, "warning", _("made for others, followed by analogy"));
    }
}

static void write_paper(struct fuhe_page *page, const struct fuhe_rulebook *book,
                        const struct fuhe_rulebook_part *part) {
    const struct fuhe_citation *citation = part->citation;
    const fuhe_text confidence = fuhe_rulebook_find(part, "confidence")->text;

    fuhe_page_markup(page, "<p class=\"paper\"><span class=\"label\">");
    fuhe_page_word(page, _("Basis"));
    fuhe_page_markup(page, "</span> ");
    if (citation->source != NULL) {
        write_source_link(page, book->pack, citation->source);
        fuhe_page_word(page, citation->source->date.length > 0 ? " · " : "");
        fuhe_page_write(page, citation->source->date);
        fuhe_page_word(page, " · ");
        fuhe_page_write(page, citation->clause);
        fuhe_page_markup(page, " ");
    }
    write_confidence(page, citation, confidence.bytes);
    fuhe_page_markup(page, "</p>\n");
}

static void write_rule(struct fuhe_page *page, const struct fuhe_rulebook *book, size_t rule) {
    const struct fuhe_rulebook_part *part = &book->rules[rule];

    fuhe_page_markup(page, book->rules[rule].change.length > 0 ? "<section class=\"rule marked\" id=\""
                                                               : "<section class=\"rule\" id=\"");
    fuhe_page_markup(page, part->name);
    fuhe_page_markup(page, "\">\n<h2>");
    fuhe_output_size(fuhe_page_text(page), rule);
    fuhe_page_word(page, ". ");
    fuhe_page_word(page, part->title);
    fuhe_page_markup(page, " <small class=\"code\">");
    fuhe_page_markup(page, part->name);
    fuhe_page_markup(page, "</small></h2>\n<p class=\"says\">");
    fuhe_page_write(page, fuhe_message_choose(part->citation->says));
    fuhe_page_markup(page, "</p>\n");
    if (book->rules[rule].change.length > 0) {
        fuhe_page_markup(page, "<p class=\"changed\">");
        fuhe_page_write(page, part->change);
        fuhe_page_markup(page, "</p>\n");
    }
    fuhe_rulebook_page_values(page, book, (enum fuhe_rule)rule);
    write_paper(page, book, part);
    fuhe_page_section_close(page);
}

/* --- what comes last --------------------------------------------------------------------------------------------- */

static void write_severities(struct fuhe_page *page, const struct fuhe_rulebook_part *part) {
    static const struct fuhe_page_column columns[] = {{N_("Code"), ""}, {N_("Level"), ""}, {NULL, NULL}};

    fuhe_page_section_open(page, part->name, part->title);
    fuhe_page_table_open(page, part->title, "severities", columns);
    for (size_t i = 0; i < part->count; i++) {
        if (part->items[i].hidden) {
            continue;
        }
        fuhe_page_markup(page, "<tr><th scope=\"row\" class=\"code\">");
        fuhe_page_word(page, part->items[i].name);
        fuhe_page_markup(page, "</th>");
        fuhe_page_cell(page, part->items[i].text);
        fuhe_page_markup(page, "</tr>\n");
    }
    fuhe_page_table_close(page);
    fuhe_page_section_close(page);
}

/* The rules that rest on a document, as links. */
static void write_users(struct fuhe_page *page, const struct fuhe_rulebook *book, const struct fuhe_source *source) {
    size_t count = 0;

    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        if (!is_same(book->rules[rule].citation->source, source)) {
            continue;
        }
        fuhe_page_markup(page, count == 0 ? "<br/><span class=\"label\">" : "");
        fuhe_page_word(page, count == 0 ? _("Rules") : _(", "));
        fuhe_page_markup(page, count++ == 0 ? "</span> " : "");
        fuhe_page_markup(page, "<a href=\"#");
        fuhe_page_markup(page, book->rules[rule].name);
        fuhe_page_markup(page, "\">");
        fuhe_output_size(fuhe_page_text(page), rule);
        fuhe_page_word(page, ". ");
        fuhe_page_word(page, book->rules[rule].title);
        fuhe_page_markup(page, "</a>");
    }
}

static void write_source(struct fuhe_page *page, const struct fuhe_rulebook *book, const struct fuhe_rulebook_row *row,
                         size_t number) {
    fuhe_page_markup(page, "<li id=\"source-");
    fuhe_output_size(fuhe_page_text(page), number);
    fuhe_page_markup(page, "\"><strong>");
    fuhe_page_write(page, row->source->document);
    fuhe_page_markup(page, "</strong><br/>");
    fuhe_page_write(page, fuhe_message_choose(row->name));
    fuhe_page_word(page, row->source->date.length > 0 ? " · " : "");
    fuhe_page_write(page, row->text);
    write_users(page, book, row->source);
    fuhe_page_markup(page, "</li>\n");
}

static void write_sources(struct fuhe_page *page, const struct fuhe_rulebook *book) {
    const struct fuhe_rulebook_item *item = &book->sources.items[0];

    fuhe_page_section_open(page, book->sources.name, book->sources.title);
    fuhe_page_markup(page, "<ol class=\"sources\">\n");
    for (size_t i = 0; i < item->row_count; i++) {
        write_source(page, book, &item->rows[i], i + 1);
    }
    fuhe_page_markup(page, "</ol>\n");
    fuhe_page_section_close(page);
}

static void write_content(struct fuhe_page *page, const struct fuhe_rulebook *book) {
    write_identity(page, book);
    write_contents(page, book);
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        write_rule(page, book, rule);
    }
    if (has_severities(book)) {
        write_severities(page, &book->severities);
    }
    write_sources(page, book);
}

enum fuhe_status fuhe_rulebook_page_write(struct fuhe_output *output, const struct fuhe_rulebook *book,
                                          struct fuhe_error *err) {
    const struct fuhe_page_head head = {.address = FUHE_PAGE_OVERVIEW,
                                        .title = fuhe_message_choose(book->pack->title),
                                        .style = fuhe_rulebook_style,
                                        .into = output};
    struct fuhe_page *page = fuhe_page_new("", true);

    if (page == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    enum fuhe_status status = fuhe_page_open(page, &head, err);
    if (status == FUHE_STATUS_OK) {
        write_content(page, book);
        status = fuhe_page_close(page, err);
    }
    fuhe_page_free(page);
    return status;
}
