/* SPDX-License-Identifier: Apache-2.0 */
/* Lists over several pages. Whether there is a next page is known when the item comes that begins it, so links forward
 * stand at the end of a page; those to the first and last page stand there where the length is known beforehand. */
#include "html/parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html/figures.h"
#include "report/translate.h"

static void address_of(const struct fuhe_parts *parts, size_t part, char address[FUHE_ADDRESS_SIZE]) {
    if (part == 1) {
        (void)snprintf(address, FUHE_ADDRESS_SIZE, "%s", parts->plan.first);
    } else {
        (void)snprintf(address, FUHE_ADDRESS_SIZE, "%s%04zu.html", parts->plan.stem, part);
    }
}

static size_t last_part(const struct fuhe_parts *parts) {
    return (parts->plan.expected + FUHE_PARTS_ROWS - 1) / FUHE_PARTS_ROWS;
}

/* --- links --- */

static void write_link(struct fuhe_parts *parts, size_t part, const char *label, const char *relation) {
    char address[FUHE_ADDRESS_SIZE];

    address_of(parts, part, address);
    fuhe_page_markup(parts->page, "<li><a href=\"");
    fuhe_page_address(parts->page, address);
    fuhe_page_markup(parts->page, "\"");
    fuhe_page_markup(parts->page, relation);
    fuhe_page_markup(parts->page, ">");
    fuhe_page_word(parts->page, label);
    fuhe_page_markup(parts->page, "</a></li>\n");
}

static void write_position(struct fuhe_parts *parts) {
    const struct fuhe_figures_word words[] = {
        {"part", fuhe_figures_count(parts->part)}, {"last", fuhe_figures_count(last_part(parts))}, {NULL, {{0}}}};

    fuhe_page_markup(parts->page, "<li aria-current=\"page\">");
    fuhe_figures_words(parts->page, parts->plan.expected > 0 ? _("Page {part} of {last}") : _("Page {part}"), words);
    fuhe_page_markup(parts->page, "</li>\n");
}

/* Nothing for a list of one page. */
static void write_links(struct fuhe_parts *parts, bool more) {
    if (parts->part == 1 && !more) {
        return;
    }
    fuhe_page_markup(parts->page, "<nav class=\"parts\" aria-label=\"");
    fuhe_page_word(parts->page, _("Pages of this list"));
    fuhe_page_markup(parts->page, "\"><ul>\n");
    if (parts->part > 1) {
        write_link(parts, 1, _("First"), "");
        write_link(parts, parts->part - 1, _("Previous"), " rel=\"prev\"");
    }
    write_position(parts);
    if (more) {
        write_link(parts, parts->part + 1, _("Next"), " rel=\"next\"");
    }
    if (last_part(parts) > parts->part) {
        write_link(parts, last_part(parts), _("Last"), "");
    }
    fuhe_page_markup(parts->page, "</ul></nav>\n");
}

/* --- pages --- */

static void write_title(const struct fuhe_parts *parts, size_t part, char title[256]) {
    char number[32] = "";

    if (part > 1) {
        (void)snprintf(number, sizeof number, " (%zu)", part);
    }
    (void)snprintf(title, 256, "%s%s", _(parts->plan.title), number);
}

static enum fuhe_status open_part(struct fuhe_parts *parts, struct fuhe_error *err) {
    char address[FUHE_ADDRESS_SIZE];
    char title[256];

    parts->part++;
    parts->rows = 0;
    address_of(parts, parts->part, address);
    write_title(parts, parts->part, title);
    FUHE_TRY(
        fuhe_page_open(parts->page, &(struct fuhe_page_head){.address = address, .title = fuhe_text_of(title)}, err));
    fuhe_page_element(parts->page, "p", _(parts->plan.lead));
    return FUHE_STATUS_OK;
}

static enum fuhe_status close_part(struct fuhe_parts *parts, bool more, struct fuhe_error *err) {
    fuhe_page_table_close(parts->page);
    write_links(parts, more);
    return fuhe_page_close(parts->page, err);
}

enum fuhe_status fuhe_parts_init(struct fuhe_parts *parts, const struct fuhe_parts_plan *plan, const char *folder,
                                 bool complete, struct fuhe_error *err) {
    *parts = (struct fuhe_parts){.plan = *plan, .page = fuhe_page_new(folder, complete)};
    return parts->page != NULL ? FUHE_STATUS_OK
                               : fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

void fuhe_parts_free(struct fuhe_parts *parts) {
    fuhe_page_free(parts->page);
    parts->page = NULL;
}

enum fuhe_status fuhe_parts_next(struct fuhe_parts *parts, struct fuhe_error *err) {
    if (parts->part > 0 && parts->rows < FUHE_PARTS_ROWS) {
        parts->rows++;
        return FUHE_STATUS_OK;
    }
    if (parts->part > 0) {
        FUHE_TRY(close_part(parts, true, err));
    }
    FUHE_TRY(open_part(parts, err));
    fuhe_page_table_open(parts->page, _(parts->plan.caption), "list", parts->plan.columns);
    parts->rows++;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_parts_end(struct fuhe_parts *parts, struct fuhe_error *err) {
    if (parts->part > 0) {
        return close_part(parts, false, err);
    }
    FUHE_TRY(open_part(parts, err));
    fuhe_page_element(parts->page, "p", _(parts->plan.nothing));
    return fuhe_page_close(parts->page, err);
}
