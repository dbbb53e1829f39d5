/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_HTML_NOTICE_PARTS_H
#define FUHE_HTML_NOTICE_PARTS_H

#include "html/notice.h"
#include "report/memory_output.h"

enum {
    FUHE_NOTICE_CORRECTIONS_MAX = 40,
    FUHE_NOTICE_PACKS_MAX = 3,
    FUHE_NOTICE_NAME = 120,
    FUHE_NOTICE_SENTENCE = 450
};

/* A text of bounded size: of names FUHE_NOTICE_NAME bytes, of sentences FUHE_NOTICE_SENTENCE. */
struct fuhe_notice_text {
    char bytes[FUHE_NOTICE_SENTENCE + sizeof "…"];
    size_t length;
};

/* What one finding asks the department to do. */
struct fuhe_notice_correction {
    uint64_t page;  /* of its form */
    size_t finding; /* of its form */
    uint32_t line;
    enum fuhe_code code;
    enum fuhe_severity severity;
    int64_t points; /* by how much a score is off; 0 when it is not about a score */
    const struct fuhe_pack *pack;
    enum fuhe_rule rule;
    struct fuhe_notice_text sentence;
    struct fuhe_notice_text project;
    struct fuhe_claim claimed; /* total */
    struct fuhe_figure verified;
    bool chosen; /* it is on the page */
};

struct fuhe_notice {
    char address[FUHE_ADDRESS_SIZE];
    struct fuhe_notice_text name;
    size_t forms;
    size_t agree;
    size_t over;
    size_t under;
    size_t unscored;
    size_t other;      /* without a claimed total */
    size_t compared;   /* with both totals */
    int64_t claimed;   /* sum over these, scaled */
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

/* Whether a comes before b: what is worse, and of equal severity what moves more points. */
bool fuhe_notice_is_before(const struct fuhe_notice_correction *a, const struct fuhe_notice_correction *b);

/* Marks as many corrections as fit on a page, which says so when the run was not complete, and puts them into the order
 * of their forms. */
void fuhe_notice_choose(struct fuhe_notice *notice, bool complete);

/* "Please correct." in the words that fit a code; NULL when a department has nothing to do about it. */
const char *fuhe_notice_request(enum fuhe_code code);

#endif
