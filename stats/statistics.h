/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_STATISTICS_H
#define FUHE_STATS_STATISTICS_H

#include "crosscheck/crosscheck_table.h"
#include "engine/output.h"
#include "stats/correlation.h"
#include "stats/distribution.h"
#include "stats/gauge.h"
#include "stats/gauge_ledger.h"
#include "stats/sign_test.h"
#include "stats/stability.h"
#include "store/store.h"

/* What only a whole batch can say. Data is visible and const once built; it lives in the arena that it was gathered
 * into, apart from what fuhe_statistics_free gives back, and takes the same memory for any number of forms. */

enum { FUHE_STATISTICS_TOP_DEFAULT = 10, FUHE_STATISTICS_TOP_MAX = 1000, FUHE_STATISTICS_SEED_DEFAULT = 1 };

struct fuhe_statistics_request {
    uint32_t seed;
    size_t top;     /* length of the lists, 1 to FUHE_STATISTICS_TOP_MAX */
    fuhe_text form; /* id or project: only forms of that name; empty for the whole batch */
};

/* How many of n. */
struct fuhe_statistics_share {
    size_t claimed;  /* of the claims */
    size_t verified; /* of what the rules give */
};

struct fuhe_statistics_form {
    uint64_t page;
    fuhe_text file;
    size_t number; /* in its file, from 1 */
    fuhe_text id;
    fuhe_text project;
    fuhe_text department;
    struct fuhe_figure deviation;
    struct fuhe_figure verified;
    fuhe_text grade; /* id; empty when there is none */
    struct fuhe_bilingual grade_name;
    struct fuhe_figure margin; /* to the nearest neighbouring grade */
    unsigned risk;
    struct fuhe_figure score; /* as an outlier */
    size_t peers;             /* deviations of its department, itself among them; of an outlier */
    struct fuhe_stability stability;
    struct fuhe_gauge gauge;
};

struct fuhe_statistics_forms {
    struct fuhe_statistics_form *items;
    size_t count;
};

struct fuhe_statistics_department {
    uint64_t number;
    fuhe_text name;
    size_t forms;
    struct fuhe_sign_test test;
    struct fuhe_gauge gauge;
};

struct fuhe_statistics_departments {
    struct fuhe_statistics_department *items;
    size_t count;
};

/* The first groups of a family, of each some lines: at most FUHE_STATISTICS_GROUP_LINES of those that were treated
 * mildly, and as many of the others. */
enum { FUHE_STATISTICS_GROUP_LINES = 3 };

struct fuhe_statistics_crosscheck {
    struct fuhe_crosscheck_named *items;
    size_t count;
};

struct fuhe_statistics {
    struct fuhe_statistics_request request;
    size_t form_count;
    size_t partial_forms; /* scored in part: without deviation and grade, and so in no figure made of these */
    size_t department_count;

    struct fuhe_spread deviations;                 /* of totals; count 0 when there are none */
    struct fuhe_spread kinds[FUHE_CATEGORY_COUNT]; /* of rows: claimed - verified */
    size_t outlier_departments;                    /* with FUHE_OUTLIERS_MIN deviations or more */
    size_t outlier_forms;                          /* outliers in their own department */
    struct fuhe_statistics_forms outliers;

    size_t tested; /* departments */
    size_t look_here;
    struct fuhe_statistics_departments tests; /* least p first */
    struct fuhe_sign_test *every_test;        /* `tested` of them, for fuhe_sign_tests_find */

    struct fuhe_correlation_result correlation;

    size_t full_rows;
    struct fuhe_statistics_share full_row; /* at the full weight */
    size_t total_forms;                    /* with a claimed and a verified total */
    struct fuhe_statistics_share full_form;
    struct fuhe_statistics_share whole_total; /* on a whole number */
    struct fuhe_statistics_share fives_total; /* on a multiple of five */

    struct fuhe_statistics_forms stability; /* nearest to a cut, then of the highest risk */

    struct fuhe_gauge gauge;          /* of all */
    struct fuhe_gauge_ledger *gauges; /* of every department; NULL when one form was asked for */
    struct fuhe_statistics_departments easy_departments;
    struct fuhe_statistics_forms easy_forms;

    struct fuhe_crosscheck *crosscheck; /* NULL when one form was asked for */
    struct fuhe_statistics_crosscheck crosschecks[FUHE_CROSSCHECK_FAMILIES];
};

/* FUHE_PROBLEM_FORM_UNKNOWN when no form has the name that was asked for. */
FUHE_MUST_USE enum fuhe_status fuhe_statistics_gather(struct fuhe_store *store,
                                                      const struct fuhe_statistics_request *request,
                                                      struct fuhe_arena *arena, struct fuhe_statistics *statistics,
                                                      struct fuhe_error *err);

/* Behind the last use, before the arena goes. Takes what was never gathered, if it is all zero. */
void fuhe_statistics_free(struct fuhe_statistics *statistics);

/* Whole texts: for people in the language that was set; one JSON document (stats/statistics.schema.json). */
void fuhe_statistics_write_text(const struct fuhe_statistics *statistics, struct fuhe_output *output);
void fuhe_statistics_write_json(const struct fuhe_statistics *statistics, struct fuhe_output *output);

#endif
