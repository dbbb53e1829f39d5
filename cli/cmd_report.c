/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe report FOLDER: a report from the results of a batch. Here are its options only; reporting.c does the work. */
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/makers.h"
#include "cli/reporting.h"
#include "report/translate.h"

static bool apply_format(void *target, const char *value) {
    return fuhe_products_read(value, &((struct fuhe_reporting_request *)target)->products);
}

static const struct fuhe_option options[] = {
    {"output", 'o', N_("DIR"),
     N_("put the report there instead of FOLDER/report. New, empty, or an earlier report, which is replaced"),
     FUHE_OPTION_TEXT(struct fuhe_reporting_request, output)},
    {"format", 'f', N_("FORMAT,…"), N_("make only these: html, notices, xlsx, csv, jsonl, xml; default: all"),
     apply_format, "html, notices, xlsx, csv, jsonl, xml"},
    {"no-bom", 0, NULL, N_("leave the byte order mark out of .csv files; spreadsheets then misread Chinese"),
     FUHE_OPTION_FLAG(struct fuhe_reporting_request, no_bom)},
    FUHE_OPTION_QUIET(struct fuhe_reporting_request, quiet),
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("the report was made; also of a run that was stopped early, which the report then says")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("the results of the batch could not be read, or are those of another version of fuhe")},
    {FUHE_EXIT_NOTHING, N_("stopped early, or no form has been scored")},
    {FUHE_EXIT_OUTPUT, N_("the report could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

static enum fuhe_exit run(int argc, char **argv) {
    struct fuhe_reporting_request request = {.products = FUHE_PRODUCT_ALL};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_report, argc, argv, &request, &count, &exit_code)) {
        return exit_code;
    }
    if (count != 1) {
        return fuhe_options_complain(&fuhe_command_report, _("name one folder: the one given to fuhe batch -o"), "");
    }
    request.folder = argv[0];
    return fuhe_reporting_run(&request);
}

const struct fuhe_command fuhe_command_report = {
    "report",
    N_("[OPTION…] FOLDER"),
    N_("Makes a report from the results that fuhe batch keeps in FOLDER: pages for leaders and reviewers (index.html), "
       "a "
       "notice for each department, a workbook that recalculates, and tables."),
    options,
    exits,
    run};
