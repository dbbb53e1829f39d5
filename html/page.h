/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_PAGE_H
#define FUHE_HTML_PAGE_H

#include "engine/finding.h"
#include "html/address.h"
#include "html/file.h"

/* A page while it is written: its shell, and the one door by which words get into it. Markup is ours and goes out as it
 * is; text is anybody's and is escaped on the way. Pages are well-formed XML and HTML both. */
struct fuhe_page {
    const char *folder; /* of the report; borrowed */
    bool complete;      /* the run was */
    bool alone;         /* the page: sent without the rest of the report */
    size_t depth;       /* folders between the page and the report */
    struct fuhe_file file;
    struct fuhe_output text; /* escapes into file */
};

/* For any number of pages, one after the other. NULL when memory is out. */
struct fuhe_page *fuhe_page_new(const char *folder, bool complete);
void fuhe_page_free(struct fuhe_page *page); /* takes NULL */

/* A place above a page. */
struct fuhe_page_step {
    const char *address;
    fuhe_text label;
};

struct fuhe_page_head {
    const char *address; /* of the page in the report, "forms/0001/000001.html" */
    fuhe_text title;     /* of the window and, unless the page stands alone, its h1 */
    /* The way from the overview to it, both left out; ended by a row without address. NULL: nothing between. The page
     * at FUHE_PAGE_OVERVIEW itself has none. */
    const struct fuhe_page_step *way;
    const char *script;       /* address of a script that it loads; NULL for none */
    const char *style;        /* of a page that is sent alone: in it, without the way and h1; NULL: the shared one */
    struct fuhe_output *into; /* what the page is written into; NULL: a file of the report */
};

#define FUHE_PAGE_OVERVIEW "index.html"

/* Begins a page, up to the inside of <main>. */
FUHE_MUST_USE enum fuhe_status fuhe_page_open(struct fuhe_page *page, const struct fuhe_page_head *head,
                                              struct fuhe_error *err);
/* Ends it; says what failed since it was opened. */
FUHE_MUST_USE enum fuhe_status fuhe_page_close(struct fuhe_page *page, struct fuhe_error *err);

/* Writes assets/style.css. */
FUHE_MUST_USE enum fuhe_status fuhe_page_write_style(const char *folder, struct fuhe_error *err);

/* --- content: nothing fails, the page's end says what did --- */

/* Bytes of ours, as they are. */
void fuhe_page_markup(struct fuhe_page *page, const char *markup);

/* Where messages and words of forms are written to; what goes in there is text, whatever it is. */
struct fuhe_output *fuhe_page_text(struct fuhe_page *page);
void fuhe_page_write(struct fuhe_page *page, fuhe_text text);
void fuhe_page_word(struct fuhe_page *page, const char *word); /* a translated one */

/* "<p>words</p>": a whole element of this name. */
void fuhe_page_element(struct fuhe_page *page, const char *name, const char *words);

void fuhe_page_note(struct fuhe_page *page, const char *words); /* a paragraph that keeps in the background */

/* A section with its heading; id is for links to it. */
void fuhe_page_section_open(struct fuhe_page *page, const char *id, const char *heading);
void fuhe_page_section_close(struct fuhe_page *page);

/* What a chart stands in, with its caption. */
void fuhe_page_figure_open(struct fuhe_page *page, const char *caption);
void fuhe_page_figure_close(struct fuhe_page *page);

/* Links to places of a page or to other pages; rows are ended by one without address, labels are not yet translated. */
struct fuhe_page_content {
    const char *address;
    const char *label;
};
void fuhe_page_contents(struct fuhe_page *page, const struct fuhe_page_content *rows);

/* The address of another page as seen from this one, for href and src. */
void fuhe_page_address(struct fuhe_page *page, const char *address);
void fuhe_page_link(struct fuhe_page *page, const char *address, fuhe_text label);
/* To a page of the same folder, by its file name alone, as both may be sent away together. */
void fuhe_page_link_beside(struct fuhe_page *page, const char *address, fuhe_text label);

/* A word that stands out: "<span class="tag error">". The word must say it all: colour comes on top. */
void fuhe_page_tag(struct fuhe_page *page, const char *kind, const char *word);
const char *fuhe_page_kind(enum fuhe_severity severity); /* "error": the class of its tag */

/* --- tables --- */

struct fuhe_page_column {
    const char *label; /* marked by N_, not yet translated; "" for a column that needs none */
    const char *kind;  /* class of its cells: "figure" stands right, "" left, "wide" takes what is left */
};

/* A table with a caption that can be scrolled on a small screen; columns are ended by a row without label. Leaves the
 * inside of <tbody>. kind is a class for the whole, "" for none. */
void fuhe_page_table_open(struct fuhe_page *page, const char *caption, const char *kind,
                          const struct fuhe_page_column *columns);
void fuhe_page_table_close(struct fuhe_page *page);

/* Cells: "<td>text</td>", and figures that stand right, "—" when there is none. */
void fuhe_page_cell(struct fuhe_page *page, fuhe_text text);
void fuhe_page_cell_figure(struct fuhe_page *page, struct fuhe_figure figure, unsigned places);
void fuhe_page_cell_signed(struct fuhe_page *page, struct fuhe_figure figure, unsigned places); /* "+0.10" */
void fuhe_page_cell_count(struct fuhe_page *page, uint64_t count);

#endif
