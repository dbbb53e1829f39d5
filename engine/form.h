/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_FORM_H
#define FUHE_ENGINE_FORM_H

#include "engine/arena.h"
#include "engine/text.h"

/* What a form says, as printed: nothing here is interpreted. Built by a reader, never changed by the engine. Texts and
 * arrays belong to the arena that the reader was given. */

/* Where a value stands in its document. 1-based; 0 when unknown. In a text (table 0), column counts characters; in a
 * table of a document, line is the row. */
struct fuhe_place {
    uint32_t line;
    uint32_t column;
    uint32_t table; /* its number in the document; 0: the place is one of a text */
};

/* A table that people call by its name: a sheet of a workbook. */
struct fuhe_table_name {
    uint32_t table;
    fuhe_text name;
};

enum fuhe_cell_state {
    FUHE_CELL_ABSENT, /* the form has no such cell */
    FUHE_CELL_BLANK,  /* the cell is there with nothing but white space */
    FUHE_CELL_TEXT
};

/* One printed cell. text is trimmed of white space at its ends when state is FUHE_CELL_TEXT, else empty. */
struct fuhe_cell {
    fuhe_text text;
    struct fuhe_place place;
    enum fuhe_cell_state state;
};

/* One row of the money block (资金情况). */
struct fuhe_fund {
    struct fuhe_place place;
    struct fuhe_cell label;    /* 年度资金总额, 当年财政拨款, … */
    struct fuhe_cell initial;  /* 年初预算数 */
    struct fuhe_cell budget;   /* 全年预算数 */
    struct fuhe_cell executed; /* 全年执行数 */
    struct fuhe_cell rate;     /* 执行率, percent */
    struct fuhe_cell weight;   /* 分值 */
    struct fuhe_cell score;    /* 得分 */
};

/* One row of the indicator block (绩效指标). */
struct fuhe_indicator {
    struct fuhe_place place;
    struct fuhe_cell level1;
    struct fuhe_cell level2;
    struct fuhe_cell name; /* 三级指标 */
    struct fuhe_cell weight;
    struct fuhe_cell score;           /* 自评得分 */
    struct fuhe_cell target;          /* 年度指标值 */
    struct fuhe_cell relation;        /* the operator, when printed in a cell of its own */
    struct fuhe_cell unit;            /* likewise the unit */
    struct fuhe_cell adjusted;        /* 调整后指标值 */
    struct fuhe_cell actual;          /* 实际完成值 */
    struct fuhe_cell reason;          /* 偏差原因分析及改进措施, the unit's own */
    struct fuhe_cell reviewed_score;  /* 校验得分 */
    struct fuhe_cell reviewed_reason; /* 偏差原因, the reviewer's */
};

/* What the department's published narrative says of this project. */
struct fuhe_disclosed {
    bool present;
    struct fuhe_place place;
    struct fuhe_cell name;
    struct fuhe_cell total;
    struct fuhe_cell budget;
    struct fuhe_cell executed;
    struct fuhe_cell rate;
    struct fuhe_cell text;
};

enum fuhe_oddity_kind {
    FUHE_ODDITY_UNKNOWN_ELEMENT,
    FUHE_ODDITY_UNKNOWN_ATTRIBUTE,
    FUHE_ODDITY_REPEATED_ELEMENT, /* e.g. two totals: the first counts */
    FUHE_ODDITY_STRAY_TEXT,
    /* Parts of a document, no form XML, that are not read; the name says how many */
    FUHE_ODDITY_HIDDEN_SHEETS,
    FUHE_ODDITY_EMBEDDED_DOCUMENTS,
    FUHE_ODDITY_TEXT_BOXES,
    FUHE_ODDITY_LAST = FUHE_ODDITY_TEXT_BOXES
};

/* Something in the document that is no part of a form. */
struct fuhe_oddity {
    enum fuhe_oddity_kind kind;
    struct fuhe_place place;
    fuhe_text name;
};

/* What the department disclosed as a whole. */
struct fuhe_statement {
    bool present;
    struct fuhe_place place;
    struct fuhe_cell projects;
    struct fuhe_cell funds;
    struct fuhe_cell share;
    struct fuhe_cell spending;
    struct fuhe_cell unit;
};

/* A cell of which the recogniser of documents (intake/) was not sure: a person must look at it. */
struct fuhe_doubt {
    struct fuhe_place place;
    struct fuhe_cell value; /* what it was read as: "weight", "total"; a stable word */
    struct fuhe_cell why;   /* "not-a-number": a stable word */
    struct fuhe_cell at;    /* its address in the document that was recognised: "table 1, row 4, column 3" */
    struct fuhe_cell text;  /* what it says there */
};

/* What stands around the forms of one file. Valid for as long as the reading of that file. */
struct fuhe_document {
    bool is_collection; /* the root is <forms>, not a single <form> */
    struct fuhe_cell source;
    struct fuhe_cell region;
    struct fuhe_statement statement;
    struct fuhe_oddity *oddities; /* outside of any form */
    size_t oddity_count;
};

struct fuhe_form {
    struct fuhe_place place;
    const struct fuhe_document *document; /* borrowed; may be NULL */
    struct fuhe_cell id;
    struct fuhe_cell year;
    struct fuhe_cell kind;
    struct fuhe_cell region;
    struct fuhe_cell project;
    struct fuhe_cell department;
    struct fuhe_cell unit;
    struct fuhe_cell funds_unit; /* the unit of money of the fund rows, 万元 when absent */
    struct fuhe_fund *funds;
    size_t fund_count;
    struct fuhe_cell goal_expected;
    struct fuhe_cell goal_achieved;
    struct fuhe_indicator *indicators;
    size_t indicator_count;
    bool has_total;
    struct fuhe_cell total_claimed;
    struct fuhe_cell total_grade;
    struct fuhe_cell total_deviation_rate; /* 偏差率(%), when the form has it */
    struct fuhe_disclosed disclosed;
    struct fuhe_oddity *oddities;
    size_t oddity_count;
    struct fuhe_doubt *doubts;
    size_t doubt_count;
    const struct fuhe_table_name *table_names; /* of the tables in its places, as far as they have names */
    size_t table_name_count;
};

#endif
