/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_REPORT_H
#define FUHE_REPORT_REPORT_H

#include "engine/output.h"
#include "engine/result.h"

/* Renders results; computes nothing. People's formats speak the language that was set (messages.h); machines' formats
 * have English field names and are the same in every language. */

struct fuhe_report_options {
    bool colour;   /* text only */
    bool explain;  /* add the points-lost ladder */
    bool only_set; /* show only findings whose code is in `only` */
    bool only[FUHE_CODE_COUNT];
    bool no_bom; /* csv only: leave out the byte order mark, without which spreadsheets misread Chinese */
};

struct fuhe_report;

/* A file, or an entry of an archive, that has been worked off. */
struct fuhe_file_mark {
    const char *file;                   /* as shown */
    const unsigned char *hash;          /* SHA-256 of its bytes; NULL when they could not be read to their end */
    const struct fuhe_document *around; /* what stands around its forms; NULL when it was not read */
    bool whole;                         /* all its forms could be read: `unit` was called */
    bool known;                         /* its bytes are those of an earlier run: nothing else was called for it */
    bool elsewhere;                     /* it belongs to another shard: nothing else was called for it */
};

/* What was done, for the closing lines. */
struct fuhe_report_summary {
    size_t files;
    size_t forms;
    size_t unscored;
    size_t failures;                      /* files that could not be read (to their end) */
    size_t findings[FUHE_SEVERITY_COUNT]; /* of those shown */
};

/* One output format. The functions are called in this order: begin, then for each file any number of `form`, and
 * either `unit` or `failure`, then `end`. None of them fails: look at the output's status. */
struct fuhe_report_format {
    const char *name; /* "json" */
    void (*begin)(struct fuhe_report *report);
    void (*form)(struct fuhe_report *report, const struct fuhe_result *result);
    void (*unit)(struct fuhe_report *report, const char *file, const struct fuhe_document *document,
                 const struct fuhe_unit_review *review);
    void (*failure)(struct fuhe_report *report, const char *file, const struct fuhe_error *error);
    void (*end)(struct fuhe_report *report, const struct fuhe_report_summary *summary);
    /* Behind all else of a file; NULL in most formats. */
    void (*file)(struct fuhe_report *report, const struct fuhe_file_mark *mark);
};

/* What a format's functions work with. */
struct fuhe_report {
    const struct fuhe_report_format *format;
    struct fuhe_report_options options;
    struct fuhe_output *output;
    size_t written; /* forms so far, for separators */
    void *state;    /* of the format: made by begin, freed by end */
};

extern const struct fuhe_report_format fuhe_report_text;
extern const struct fuhe_report_format fuhe_report_json;
extern const struct fuhe_report_format fuhe_report_jsonl;
extern const struct fuhe_report_format fuhe_report_xml;
extern const struct fuhe_report_format fuhe_report_csv;
/* The other tables: one line a form, one line a finding. Parts of a whole report, not found by name. */
extern const struct fuhe_report_format fuhe_report_csv_forms;
extern const struct fuhe_report_format fuhe_report_csv_findings;

/* The format of that name, NULL when there is none. */
const struct fuhe_report_format *fuhe_report_find(const char *name);

/* Whether options let a finding be shown. */
bool fuhe_report_shows(const struct fuhe_report_options *options, const struct fuhe_finding *finding);

#endif
