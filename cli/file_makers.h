/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_FILE_MAKERS_H
#define FUHE_CLI_FILE_MAKERS_H

#include "cli/makers.h"

/* Makers that write one file each. */
extern const struct fuhe_maker fuhe_forms_maker;            /* reviews.csv */
extern const struct fuhe_maker fuhe_indicators_maker;       /* indicators.csv */
extern const struct fuhe_maker fuhe_findings_maker;         /* findings.csv */
extern const struct fuhe_maker fuhe_records_maker;          /* reviews.jsonl */
extern const struct fuhe_maker fuhe_xml_maker;              /* reviews.xml */
extern const struct fuhe_maker fuhe_statistics_table_maker; /* statistics.csv */
extern const struct fuhe_maker fuhe_statistics_lines_maker; /* statistics.jsonl */
extern const struct fuhe_maker fuhe_gauge_table_maker;      /* gauge.csv */
extern const struct fuhe_maker fuhe_gauge_lines_maker;      /* gauge.jsonl */
extern const struct fuhe_maker fuhe_sample_table_maker;     /* sample.csv */
extern const struct fuhe_maker fuhe_sample_lines_maker;     /* sample.jsonl */
extern const struct fuhe_maker fuhe_crosscheck_table_maker; /* crosscheck.csv */
extern const struct fuhe_maker fuhe_crosscheck_lines_maker; /* crosscheck.jsonl */

#endif
