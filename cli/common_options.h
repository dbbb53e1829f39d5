/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_COMMON_OPTIONS_H
#define FUHE_CLI_COMMON_OPTIONS_H

#include "cli/options.h"
#include "report/translate.h"

/* Options that several commands have, as rows of their tables: alike in name, help and values. Each fills one member of
 * the target, whose struct is type. */

/* Which rule pack is used; a const char * and a bool, those of a struct fuhe_rules_request. */
#define FUHE_OPTION_RULES(type, member)                                                                                \
    {                                                                                                                  \
        "rules", 'r', N_("PACK"),                                                                                      \
            N_("rule pack to use: ID, ID@VERSION or .xml file; or a folder of packs, to choose among them, too; "      \
               "default: "                                                                                             \
               "by the form's region and year"),                                                                       \
            FUHE_OPTION_TEXT(type, member)                                                                             \
    }
#define FUHE_OPTION_ALLOW_DRAFT(type, member)                                                                          \
    {                                                                                                                  \
        "allow-draft", 0, NULL,                                                                                        \
            N_("use the rule pack of --rules even when it is a draft, which is refused otherwise"),                    \
            FUHE_OPTION_FLAG(type, member)                                                                             \
    }

/* How documents are read; a const char * and a bool, those of a struct fuhe_teaching_request. */
#define FUHE_OPTION_WORDS(type, member)                                                                                \
    {                                                                                                                  \
        "words", 0, "FILE", N_("more words by which forms in documents are known (docs/intake.md)"),                   \
            FUHE_OPTION_TEXT(type, member)                                                                             \
    }
#define FUHE_OPTION_CONVERT(type, member)                                                                              \
    {                                                                                                                  \
        "convert", 0, NULL,                                                                                            \
            N_("turn .doc, .xls, .wps and the like into new kinds by LibreOffice, if it is installed"),                \
            FUHE_OPTION_FLAG(type, member)                                                                             \
    }

/* From which severity on findings make the program fail; a struct fuhe_fail_on. */
#define FUHE_OPTION_FAIL_ON(type, member)                                                                              \
    {                                                                                                                  \
        "fail-on", 0, N_("LEVEL"),                                                                                     \
            N_("exit with 1 for findings of this level or worse: error (default), warning, note, never"),              \
            fuhe_option_take_fail_on, "error, warning, note, never",                                                   \
            FUHE_OPTION_MEMBER(type, member, struct fuhe_fail_on)                                                      \
    }

/* How many workers; a size_t, which is to be fuhe_jobs_default() (cli/jobs.h) before. */
#define FUHE_OPTION_JOBS(type, member)                                                                                 \
    {                                                                                                                  \
        "jobs", 'j', "N", N_("how many workers (default: one for each processor)"), fuhe_option_take_jobs, "1-256",    \
            FUHE_OPTION_MEMBER(type, member, size_t)                                                                   \
    }

/* Text, or JSON; a bool. */
#define FUHE_OPTION_JSON(type, member)                                                                                 \
    {                                                                                                                  \
        "format", 'f', "FORMAT", N_("text (default), json"), fuhe_option_take_json, "text, json",                      \
            FUHE_OPTION_MEMBER(type, member, bool)                                                                     \
    }

/* No progress; a bool. */
#define FUHE_OPTION_QUIET(type, member)                                                                                \
    { "quiet", 'q', NULL, N_("show no progress and no closing line"), FUHE_OPTION_FLAG(type, member) }

bool fuhe_option_take_fail_on(void *fail_on, const char *value);
bool fuhe_option_take_jobs(void *workers, const char *value);
bool fuhe_option_take_json(void *json, const char *value);

#endif
