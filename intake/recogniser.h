/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INTAKE_RECOGNISER_H
#define FUHE_INTAKE_RECOGNISER_H

#include "doors/grid.h"
#include "intake/words.h"

/* Finds the forms in a document by their words, not by fixed positions. Nothing is interpreted beyond "this cell is the
 * weight of that row": values stay as printed. Each cell that is used has a mark that says as what, why, and how sure
 * that is. All of the result lives in the arena of the document. */

enum fuhe_sureness {
    FUHE_SURE_CERTAIN, /* by its words, or under its heading */
    FUHE_SURE_LIKELY,  /* nothing else would fit */
    FUHE_SURE_UNSURE   /* a person must look */
};

/* Why a cell is taken for what it is, or what is doubtful about it. */
enum fuhe_reason_why {
    FUHE_WHY_WORDS,           /* it is one of the form's own words */
    FUHE_WHY_LABEL,           /* beside its label */
    FUHE_WHY_HEADING,         /* under its heading */
    FUHE_WHY_SHIFTED,         /* the row stands further left than its heading: leading cells are missing */
    FUHE_WHY_EXTENDED,        /* beside its column, under a heading that seems to reach over it */
    FUHE_WHY_ONLY_NUMBER,     /* the only number of the row that can be it */
    FUHE_WHY_IN_NAME,         /* in brackets behind a name, for no column has it */
    FUHE_WHY_NO_PLACE,        /* a column that forms may have, but form documents have no place for */
    FUHE_WHY_BESIDE,          /* in a paragraph beside the table */
    FUHE_WHY_UNUSED,          /* a row that the empty form came with: 指标2：, …… */
    FUHE_WHY_NOT_READ,        /* in the form's table, but nothing that the form has */
    FUHE_WHY_SHIFT_UNCLEAR,   /* the row could be read in two ways */
    FUHE_WHY_NOT_A_NUMBER,    /* a number was expected */
    FUHE_WHY_SPANS_ROWS,      /* one value over several rows */
    FUHE_WHY_COLUMN_TWICE,    /* a second column with the same heading */
    FUHE_WHY_UNKNOWN_HEADING, /* no word that forms have; what stands under it is not read */
    FUHE_WHY_NO_COLUMN,       /* a value in a row of indicators without a heading over it */
    FUHE_WHY_NO_NAME,         /* an indicator or fund row with values but without a name */
    FUHE_WHY_SUB_ROW,         /* 其中 without weight and score: part of the row above */
    FUHE_WHY_HEADER_REPEATED, /* the header of the funds stands where a row should be */
    FUHE_WHY_TOTAL_UNCLEAR,   /* which number of the row is the total */
    FUHE_WHY_BEHIND_END,      /* a row with points that stands behind the end of the form */
    FUHE_WHY_LOST_TABLE,      /* rows with points in a table behind a form without an end, but no beginning of a form */
    FUHE_WHY_UNIT_UNCLEAR,    /* another unit of money stands above the table */
    FUHE_WHY_TICKS,           /* more than one grade is ticked */
    FUHE_WHY_FUNDS_UNREAD,    /* the block of the funds, of which no row could be read */
    FUHE_WHY_NO_BEGINNING,    /* the header of indicators without a project in front of it */
    FUHE_WHY_DEPARTMENT,      /* the form of a department as a whole, not of a project */
    FUHE_WHY_STRUCK_OUT,      /* crossed out in the document */
    FUHE_WHY_STRUCK_PART,     /* a part of the cell is; what stands is read */
    FUHE_WHY_STRUCK_ROW,      /* the whole row is */
    FUHE_WHY_COUNT
};

enum { FUHE_MARK_NOWHERE = UINT32_MAX };

/* What a cell is used as. */
struct fuhe_mark {
    enum fuhe_role role;
    enum fuhe_sureness sureness;
    enum fuhe_reason_why why;
    const struct fuhe_grid *grid; /* NULL: in a paragraph */
    uint32_t row;                 /* of the cell */
    uint32_t column;
    uint32_t line; /* of the file, 0 when it has none */
    size_t index;  /* of the fund or indicator row; otherwise 0 */
    fuhe_text text;
};

/* A header of indicators, and where its columns begin; the count of columns of the grid for none. */
struct fuhe_header {
    const struct fuhe_grid *grid;
    uint32_t row;
    uint32_t score;
    uint32_t reviewed_score;
    uint32_t reviewed_reason;
};

/* A form and how it was recognised. */
struct fuhe_recognised {
    struct fuhe_form form;
    struct fuhe_mark *marks;
    size_t mark_count;
    size_t mark_capacity;
    struct fuhe_header *headers;
    size_t header_count;
    size_t header_capacity;
    const struct fuhe_grid *first_grid;
    const struct fuhe_grid *last_grid;
    uint32_t first_row;
    uint32_t last_row;
    size_t fund_capacity;
    size_t indicator_capacity;
    bool needs_look; /* a weight, score, target, total or amount of money is unsure */
    bool disclosed_by_figures;
    bool has_unused_rows; /* an empty form has no others */
};

/* An item of the published narrative. */
struct fuhe_narrative {
    struct fuhe_disclosed disclosed;
    struct fuhe_recognised *form; /* the one that it belongs to, NULL for none */
    bool by_figures;
};

struct fuhe_recognition {
    struct fuhe_document document; /* the statement; source is the caller's */
    struct fuhe_recognised **forms;
    size_t form_count;
    size_t form_capacity;
    struct fuhe_narrative *narratives;
    size_t narrative_count;
    size_t narrative_capacity;
    size_t other_tables;       /* tables in which no form was found */
    bool statement_is_unclear; /* figures of the statement that stand there several times with different values */
};

/* Fails only when memory is out, or a form has more rows than form documents may have. */
FUHE_MUST_USE enum fuhe_status fuhe_recognise(const struct fuhe_door_document *document, const struct fuhe_words *words,
                                              struct fuhe_recognition *recognition, struct fuhe_error *err);

/* The stable name of a reason: "not-a-number". */
const char *fuhe_why_name(enum fuhe_reason_why why);

/* Whether a mark is about its whole row, which has one for each cell then; and whether one in front of it said so. */
bool fuhe_mark_is_of_row(const struct fuhe_mark *mark);
bool fuhe_mark_says_it_again(const struct fuhe_mark *marks, size_t index);

/* Makes the doubts of a form out of its unsure marks. */
FUHE_MUST_USE enum fuhe_status fuhe_doubts_fill(struct fuhe_recognised *recognised, struct fuhe_arena *arena);

/* Whether a role carries points or money: unsure ones are for a person to look at. */
bool fuhe_role_has_weight(enum fuhe_role role);

#endif
