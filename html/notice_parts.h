/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_NOTICE_PARTS_H
#define FUHE_HTML_NOTICE_PARTS_H

#include "html/notice.h"
#include "report/memory_output.h"

enum {
    FUHE_NOTICE_CORRECTIONS_MAX = 40,
    FUHE_NOTICE_PACKS_MAX = 3,
    FUHE_NOTICE_RULES_MAX = 120,
    FUHE_NOTICE_NAME = 120,
    FUHE_NOTICE_SENTENCE = 450
};

/* A text of bounded size: of names FUHE_NOTICE_NAME bytes, of sentences FUHE_NOTICE_SENTENCE. */
struct fuhe_notice_text {
    char bytes[FUHE_NOTICE_SENTENCE + sizeof "…"];
    size_t length;
};

/* What the line of a form shows. */
struct fuhe_notice_form {
    uint64_t page;
    struct fuhe_notice_text project;
    struct fuhe_notice_text file; /* its name, without folders */
    enum fuhe_review_state state;
    bool is_doubtful; /* it was read with doubt: no figure of it is sent before a person has compared it */
    struct fuhe_claim claimed;
    struct fuhe_figure verified;
    struct fuhe_figure deviation;
    struct fuhe_figure rate;
    const struct fuhe_pack *pack;
    size_t claimed_grade; /* the pack's number of grades when there is none */
    size_t grade;         /* likewise */
};

/* What comes first on a notice. */
enum fuhe_notice_rank {
    FUHE_NOTICE_MOVES,   /* it is a part of claimed less verified */
    FUHE_NOTICE_ASKS,    /* to be put right, without points */
    FUHE_NOTICE_FOLLOWS, /* from what stands above it */
    FUHE_NOTICE_REASON   /* a reason is missing */
};

/* What one finding asks the department to do. */
struct fuhe_notice_correction {
    struct fuhe_notice_form form;
    size_t finding; /* of its form */
    enum fuhe_notice_rank rank;
    enum fuhe_code code;
    enum fuhe_severity severity;
    int64_t points; /* of the deviation, sign apart */
    enum fuhe_rule rule;
    size_t lines; /* on paper, whatever the language */
    struct fuhe_notice_text sentence;
    struct fuhe_notice_text place;
    bool chosen; /* it is on the page */
};

/* The rules that corrections on a page refer to, numbered in their order. */
struct fuhe_notice_rules {
    struct {
        const struct fuhe_pack *pack;
        enum fuhe_rule rule;
    } items[FUHE_NOTICE_RULES_MAX];
    size_t count;
};

struct fuhe_notice {
    char address[FUHE_ADDRESS_SIZE];
    struct fuhe_page *annex;
    char annex_address[FUHE_ADDRESS_SIZE];
    bool annex_is_open;
    struct fuhe_notice_rules annex_rules;
    struct fuhe_notice_text name;
    size_t forms;
    size_t agree;
    size_t over;
    size_t under;
    size_t partial;
    size_t unscored;
    size_t other;      /* without a claimed total */
    size_t doubtful;   /* read with doubt: nothing is said of them yet */
    int64_t claimed;   /* sum over those that agree, are over or under, scaled */
    int64_t verified;  /* likewise */
    size_t to_correct; /* forms */
    size_t found;      /* corrections in all */
    size_t count;      /* kept */
    struct fuhe_notice_correction corrections[FUHE_NOTICE_CORRECTIONS_MAX];
    const struct fuhe_pack *packs[FUHE_NOTICE_PACKS_MAX];
    size_t pack_count;
    struct fuhe_memory_output *scratch;
};

/* Cuts between characters, with an ellipsis, what has more than `most` bytes. */
void fuhe_notice_set_text(struct fuhe_notice_text *text, fuhe_text from, size_t most);
fuhe_text fuhe_notice_text_of(const struct fuhe_notice_text *text);

/* What a form shows, and what one of its findings asks for. */
void fuhe_notice_set_form(struct fuhe_notice_form *form, const struct fuhe_result *result, uint64_t page);
void fuhe_notice_set_words(struct fuhe_notice_correction *correction, const struct fuhe_result *result,
                           struct fuhe_memory_output *scratch);

/* Which rank a finding has, and how many points it moves. */
void fuhe_notice_weigh(struct fuhe_notice_correction *correction, const struct fuhe_review *review);

/* Whether a comes before b: by rank; what moves more points; what is worse. */
bool fuhe_notice_is_before(const struct fuhe_notice_correction *a, const struct fuhe_notice_correction *b);

/* Lines that a finding takes on paper in the language that needs more of them. */
size_t fuhe_notice_lines(const struct fuhe_form *form, const struct fuhe_finding *finding);

/* Marks as many corrections as fit on a page, which says so when the run was not complete, and puts them into the order
 * of their forms. The same in every language. */
void fuhe_notice_choose(struct fuhe_notice *notice, bool complete);

/* "Please correct." in the words that fit a code; NULL when a department has nothing to do about it. */
const char *fuhe_notice_request(enum fuhe_code code);

/* Whether a department is asked to do something about it: of a form that was read with doubt, about nothing. */
bool fuhe_notice_asks(const struct fuhe_review *review, const struct fuhe_finding *finding);

/* --- how it is written --- */

extern const char fuhe_notice_style[]; /* notice.css */

/* A sentence with one figure in it. */
void fuhe_notice_count(struct fuhe_page *page, const char *sentence, size_t count);

/* The table of forms with their corrections: kind as fuhe_page_table_open has it. */
void fuhe_notice_table_open(struct fuhe_page *page, const char *caption, const char *kind);
void fuhe_notice_form_line(struct fuhe_page *page, const struct fuhe_notice_form *form);
void fuhe_notice_items_open(struct fuhe_page *page);
void fuhe_notice_item(struct fuhe_page *page, struct fuhe_notice_rules *rules,
                      const struct fuhe_notice_correction *correction);
void fuhe_notice_items_close(struct fuhe_page *page);

void fuhe_notice_to(struct fuhe_page *page, const struct fuhe_notice *notice);
void fuhe_notice_rules(struct fuhe_page *page, const struct fuhe_notice_rules *rules);
void fuhe_notice_packs(struct fuhe_page *page, const struct fuhe_notice *notice);

/* --- the annex: all corrections of the department, written while its forms come in --- */

FUHE_MUST_USE enum fuhe_status fuhe_annex_add(struct fuhe_notice *notice, const struct fuhe_result *result,
                                              uint64_t page, struct fuhe_error *err);
FUHE_MUST_USE enum fuhe_status fuhe_annex_close(struct fuhe_notice *notice, struct fuhe_error *err);

#endif
