/* SPDX-License-Identifier: Apache-2.0 */
/* The table of output formats. */
#include "report/report.h"

#include <string.h>

static const struct fuhe_report_format *const formats[] = {
    &fuhe_report_text, &fuhe_report_json, &fuhe_report_jsonl, &fuhe_report_xml, &fuhe_report_csv,
};

const struct fuhe_report_format *fuhe_report_find(const char *name) {
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(formats[i]->name, name) == 0) {
            return formats[i];
        }
    }
    return NULL;
}

bool fuhe_report_shows(const struct fuhe_report_options *options, const struct fuhe_finding *finding) {
    return !options->only_set || options->only[finding->code];
}
