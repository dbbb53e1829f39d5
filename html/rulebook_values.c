/* SPDX-License-Identifier: Apache-2.0 */
/* The values of a rule on its page: single ones as facts, words one by one, ranges as tables with a strip that shows
 * where each lies, weights as a matrix with the variants beside them. */
#include "html/rulebook_page.h"
#include "report/messages.h"
#include "report/translate.h"

enum { STRIP_WIDTH = 1000, STRIP_LEAST = 12 };

static void write_words(struct fuhe_page *page, const struct fuhe_text_list *words) {
    fuhe_page_markup(page, "<ul class=\"words\">");
    for (size_t i = 0; i < words->count; i++) {
        fuhe_page_markup(page, "<li>");
        fuhe_page_write(page, words->items[i]);
        fuhe_page_markup(page, "</li>");
    }
    fuhe_page_markup(page, "</ul>");
}

void fuhe_rulebook_page_fact(struct fuhe_page *page, const struct fuhe_rulebook_item *item) {
    fuhe_page_markup(page, "<div><dt>");
    fuhe_page_word(page, item->continues ? "" : item->label);
    fuhe_page_markup(page, "</dt><dd>");
    if (item->words.count > 0) {
        write_words(page, &item->words);
    } else {
        fuhe_page_write(page, item->text);
    }
    fuhe_page_markup(page, "</dd></div>\n");
}

/* --- ranges ------------------------------------------------------------------------------------------------------ */

/* From `low` up to `high` of `whole`. */
struct range {
    fuhe_decimal low;
    fuhe_decimal high;
    fuhe_decimal whole;
};

static int64_t place(fuhe_decimal value, fuhe_decimal whole) {
    const fuhe_decimal inside = fuhe_decimal_min(fuhe_decimal_max(value, FUHE_DECIMAL(0)), whole);

    return whole.scaled <= 0 ? 0 : inside.scaled / (whole.scaled / STRIP_WIDTH + (whole.scaled < STRIP_WIDTH));
}

static void write_number(struct fuhe_page *page, const char *name, int64_t number) {
    fuhe_page_markup(page, name);
    fuhe_output_size(fuhe_page_text(page), (size_t)number);
    fuhe_page_markup(page, "\"");
}

/* A range at the very end is still seen: a rate of 100 % and more. */
static void write_strip(struct fuhe_page *page, const struct range *range, fuhe_text label) {
    const int64_t end = place(range->high, range->whole);
    const int64_t start = place(range->low, range->whole);
    const int64_t shown = end - start < STRIP_LEAST ? STRIP_LEAST : end - start;

    fuhe_page_markup(page, "<td class=\"wide\"><svg class=\"strip\" role=\"img\" viewBox=\"0 0 1000 10\" "
                           "preserveAspectRatio=\"none\" aria-label=\"");
    fuhe_page_write(page, label);
    fuhe_page_markup(page, "\"><rect ");
    write_number(page, "x=\"", start + shown > STRIP_WIDTH ? STRIP_WIDTH - shown : start);
    write_number(page, " width=\"", shown);
    fuhe_page_markup(page, " height=\"10\"/></svg></td>");
}

static void write_figure(struct fuhe_page *page, fuhe_decimal value) {
    fuhe_page_cell_figure(page, (struct fuhe_figure){.present = true, .value = value}, 0);
}

static void write_no_figure(struct fuhe_page *page) {
    fuhe_page_cell_figure(page, (struct fuhe_figure){.present = false}, 0);
}

/* "80 | 100": from a row's first figure up to that of the row above. */
static void write_bounds(struct fuhe_page *page, const struct fuhe_rulebook_item *item, size_t row) {
    write_figure(page, item->rows[row].figures[0]);
    if (row > 0) {
        write_figure(page, item->rows[row - 1].figures[0]);
    } else {
        write_no_figure(page);
    }
}

static struct range range_of(const struct fuhe_rulebook_item *item, size_t row, fuhe_decimal whole) {
    return (struct range){item->rows[row].figures[0], row > 0 ? item->rows[row - 1].figures[0] : whole, whole};
}

static void write_bands(struct fuhe_page *page, const struct fuhe_rulebook_item *item, const struct fuhe_pack *pack) {
    static const struct fuhe_page_column columns[] = {{N_("Rate from (%)"), "figure"},
                                                      {N_("to below (%)"), "figure"},
                                                      {N_("Points"), "figure"},
                                                      {N_("from 0 to 100 %"), "wide"},
                                                      {NULL, NULL}};
    const fuhe_decimal whole = fuhe_decimal_max(FUHE_DECIMAL(100), item->rows[0].figures[0]);

    (void)pack;
    fuhe_page_table_open(page, item->label, "ranges", columns);
    for (size_t i = 0; i < item->row_count; i++) {
        const struct range range = range_of(item, i, whole);
        fuhe_page_markup(page, "<tr>");
        write_bounds(page, item, i);
        write_figure(page, item->rows[i].figures[1]);
        write_strip(page, &range, item->rows[i].text);
        fuhe_page_markup(page, "</tr>\n");
    }
    fuhe_page_table_close(page);
}

static void write_grades(struct fuhe_page *page, const struct fuhe_rulebook_item *item, const struct fuhe_pack *pack) {
    static const struct fuhe_page_column columns[] = {{N_("Grade"), ""},
                                                      {N_("Total from"), "figure"},
                                                      {N_("to below"), "figure"},
                                                      {N_("from 0 to full marks"), "wide"},
                                                      {NULL, NULL}};

    fuhe_page_table_open(page, item->label, "ranges", columns);
    for (size_t i = 0; i < item->row_count; i++) {
        const struct range range = range_of(item, i, pack->full_marks);
        fuhe_page_markup(page, "<tr><th scope=\"row\">");
        fuhe_page_write(page, fuhe_message_choose(item->rows[i].name));
        fuhe_page_markup(page, "</th>");
        write_bounds(page, item, i);
        write_strip(page, &range, item->rows[i].text);
        fuhe_page_markup(page, "</tr>\n");
    }
    fuhe_page_table_close(page);
}

static void write_steps(struct fuhe_page *page, const struct fuhe_rulebook_item *item, const struct fuhe_pack *pack) {
    static const struct fuhe_page_column columns[] = {{N_("From (% of the weight)"), "figure"},
                                                      {N_("To (% of the weight)"), "figure"},
                                                      {N_("from 0 to 100 %"), "wide"},
                                                      {N_("Words"), "most"},
                                                      {NULL, NULL}};

    (void)pack;
    fuhe_page_table_open(page, item->label, "ranges", columns);
    for (size_t i = 0; i < item->row_count; i++) {
        const struct fuhe_rulebook_row *row = &item->rows[i];
        const struct range range = {row->figures[0], row->figures[1], FUHE_DECIMAL(100)};
        fuhe_page_markup(page, "<tr>");
        write_figure(page, row->figures[0]);
        write_figure(page, row->figures[1]);
        write_strip(page, &range, row->text);
        fuhe_page_markup(page, "<td>");
        write_words(page, &row->words);
        fuhe_page_markup(page, "</td></tr>\n");
    }
    fuhe_page_table_close(page);
}

static void write_tiers(struct fuhe_page *page, const struct fuhe_rulebook_item *item, const struct fuhe_pack *pack) {
    static const struct fuhe_page_column columns[] = {{N_("From times the target"), "figure"},
                                                      {N_("Taken off (% of the weight)"), "figure"},
                                                      {N_("In words"), "wide"},
                                                      {NULL, NULL}};

    (void)pack;
    fuhe_page_table_open(page, item->label, "ranges", columns);
    for (size_t i = 0; i < item->row_count; i++) {
        fuhe_page_markup(page, "<tr>");
        write_figure(page, item->rows[i].figures[0]);
        write_figure(page, item->rows[i].figures[1]);
        fuhe_page_cell(page, item->rows[i].text);
        fuhe_page_markup(page, "</tr>\n");
    }
    fuhe_page_table_close(page);
}

/* --- weights ----------------------------------------------------------------------------------------------------- */

static void write_matrix_head(struct fuhe_page *page, const struct fuhe_rulebook_item *variants) {
    fuhe_page_markup(page, "<div class=\"frame\"><table class=\"matrix\">\n<thead><tr><td></td><th scope=\"col\" "
                           "class=\"figure\">");
    fuhe_page_word(page, _("Points as a rule"));
    fuhe_page_markup(page, "</th>");
    for (size_t i = 0; i < variants->row_count; i++) {
        fuhe_page_markup(page, "<th scope=\"col\" class=\"variant\"><small>");
        fuhe_page_word(page, variants->label);
        fuhe_page_markup(page, "</small>");
        fuhe_page_write(page, fuhe_message_choose(variants->rows[i].name));
        fuhe_page_markup(page, "</th>");
    }
    fuhe_page_markup(page, "</tr></thead>\n<tbody>\n");
}

static void write_text_figure(struct fuhe_page *page, fuhe_text figure) {
    fuhe_page_markup(page, "<td class=\"figure\">");
    fuhe_page_write(page, figure);
    fuhe_page_markup(page, "</td>");
}

/* Variants share out the points among categories: execution and full marks are the same in all. */
static void write_matrix_row(struct fuhe_page *page, const struct fuhe_rulebook_item *item,
                             const struct fuhe_rulebook_item *variants, size_t row) {
    fuhe_page_markup(page,
                     row > FUHE_CATEGORY_COUNT ? "<tr class=\"sum\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
    fuhe_page_word(page, item->label);
    fuhe_page_markup(page, "</th>");
    write_text_figure(page, item->value);
    for (size_t i = 0; i < variants->row_count; i++) {
        if (row < FUHE_CATEGORY_COUNT) {
            write_figure(page, variants->rows[i].figures[row]);
        } else {
            write_text_figure(page, item->value);
        }
    }
    fuhe_page_markup(page, "</tr>\n");
}

/* The categories stand first, in their order, then execution, then the sum. */
static void write_weights(struct fuhe_page *page, const struct fuhe_rulebook_part *part) {
    const struct fuhe_rulebook_item *variants = fuhe_rulebook_find(part, "variants");
    size_t row = 0;

    write_matrix_head(page, variants);
    for (size_t i = 0; i < part->count; i++) {
        const struct fuhe_rulebook_item *item = &part->items[i];
        if (item->aspect == FUHE_RULEBOOK_ASKS && item->kind == FUHE_RULEBOOK_VALUE) {
            write_matrix_row(page, item, variants, row++);
        }
    }
    fuhe_page_table_close(page);
}

/* --- all --------------------------------------------------------------------------------------------------------- */

static bool is_fact(const struct fuhe_rulebook_item *item) {
    return item->kind == FUHE_RULEBOOK_VALUE || item->kind == FUHE_RULEBOOK_WORDS || item->row_count == 0;
}

void fuhe_rulebook_page_values(struct fuhe_page *page, const struct fuhe_rulebook *book, enum fuhe_rule rule) {
    static void (*const tables[])(struct fuhe_page *, const struct fuhe_rulebook_item *, const struct fuhe_pack *) = {
        [FUHE_RULEBOOK_BANDS] = write_bands,
        [FUHE_RULEBOOK_STEPS] = write_steps,
        [FUHE_RULEBOOK_TIERS] = write_tiers,
        [FUHE_RULEBOOK_GRADES] = write_grades,
    };
    const struct fuhe_rulebook_part *part = &book->rules[rule];
    bool open = false;

    if (rule == FUHE_RULE_WEIGHTS) {
        write_weights(page, part);
        return;
    }
    for (size_t i = 0; i < part->count; i++) {
        const struct fuhe_rulebook_item *item = &part->items[i];
        if (item->hidden || item->aspect != FUHE_RULEBOOK_ASKS) {
            continue;
        }
        if (open != is_fact(item)) {
            fuhe_page_markup(page, open ? "</dl>\n" : "<dl class=\"facts\">\n");
            open = !open;
        }
        if (open) {
            fuhe_rulebook_page_fact(page, item);
        } else {
            tables[item->kind](page, item, book->pack);
        }
    }
    fuhe_page_markup(page, open ? "</dl>\n" : "");
}
