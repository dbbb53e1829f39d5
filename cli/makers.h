/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_MAKERS_H
#define FUHE_CLI_MAKERS_H

#include "report/report.h"
#include "sample/sample.h"
#include "stats/statistics.h"
#include "store/replay.h"
#include "store/survey.h"

/* What a report is made of: each maker takes all results in input order and puts its files into the folder. */

/* Words of --format, bits of a set. */
enum fuhe_product {
    FUHE_PRODUCT_HTML = 1,
    FUHE_PRODUCT_NOTICES = 2,
    FUHE_PRODUCT_XLSX = 4,
    FUHE_PRODUCT_CSV = 8,
    FUHE_PRODUCT_JSONL = 16,
    FUHE_PRODUCT_XML = 32,
    FUHE_PRODUCT_FILES = 56, /* those of which each maker writes one file, that can be diverted */
    FUHE_PRODUCT_ALL = 63
};

/* Reads "html,csv" into a set; false when a word is not known or there is none. */
bool fuhe_products_read(const char *words, unsigned *products);

struct fuhe_making {
    const char *folder; /* exists; borrowed, like the survey */
    unsigned products;
    bool complete; /* the run was */
    bool no_bom;
    struct fuhe_survey *survey;
    const struct fuhe_statistics *statistics;
    const struct fuhe_sample *samples; /* one for each method */
    /* Where files of one maker go instead of the folder; NULL for the folder. */
    enum fuhe_status (*divert)(void *context, const char *file, struct fuhe_output **output, struct fuhe_error *err);
    void *divert_context;
};

/* What is known at the end. */
struct fuhe_making_end {
    struct fuhe_survey *survey;
    struct fuhe_replay *replay;
    struct fuhe_report_summary summary;
    const struct fuhe_statistics *statistics;
    const struct fuhe_sample *samples; /* one for each method */
};

struct fuhe_maker {
    unsigned products; /* any of which asks for it */
    const char *file;  /* that it makes first; where to begin to read */
    enum fuhe_status (*begin)(const struct fuhe_maker *maker, const struct fuhe_making *making, void **state,
                              struct fuhe_error *err);
    enum fuhe_status (*form)(void *state, const struct fuhe_result *result, uint64_t page, struct fuhe_error *err);
    enum fuhe_status (*unit)(void *state, const char *file, const struct fuhe_unit_review *review,
                             struct fuhe_error *err);
    enum fuhe_status (*failure)(void *state, const char *file, const struct fuhe_error *error, struct fuhe_error *err);
    enum fuhe_status (*finish)(void *state, const struct fuhe_making_end *end, struct fuhe_error *err);
    void (*free)(void *state);               /* what has not been finished is given up */
    const struct fuhe_report_format *format; /* of those that write reviews into one file */
    /* Of those that write one file of what is known at the end. */
    void (*write)(const struct fuhe_making_end *end, bool no_bom, struct fuhe_output *output);
};

/* Every maker, ended by NULL; pages first. */
extern const struct fuhe_maker *const fuhe_makers[];
enum { FUHE_MAKERS_MAX = 32 };

#endif
