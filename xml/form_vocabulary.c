/* SPDX-License-Identifier: Apache-2.0 */
/* Which attribute of a form document is which cell of the model. Texts of elements stand with the rows of the reader.
 */
#include "xml/form_vocabulary.h"

const struct fuhe_sax_attribute fuhe_forms_cells[] = {
    {"source", offsetof(struct fuhe_document, source)},
    {"region", offsetof(struct fuhe_document, region)},
    {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_statement_cells[] = {
    {"projects", offsetof(struct fuhe_statement, projects)}, {"funds", offsetof(struct fuhe_statement, funds)},
    {"share", offsetof(struct fuhe_statement, share)},       {"spending", offsetof(struct fuhe_statement, spending)},
    {"unit", offsetof(struct fuhe_statement, unit)},         {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_form_cells[] = {
    {"id", offsetof(struct fuhe_form, id)},
    {"year", offsetof(struct fuhe_form, year)},
    {"kind", offsetof(struct fuhe_form, kind)},
    {"region", offsetof(struct fuhe_form, region)},
    {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_funds_cells[] = {
    {"unit", offsetof(struct fuhe_form, funds_unit)},
    {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_fund_cells[] = {
    {"label", offsetof(struct fuhe_fund, label)},   {"initial", offsetof(struct fuhe_fund, initial)},
    {"budget", offsetof(struct fuhe_fund, budget)}, {"executed", offsetof(struct fuhe_fund, executed)},
    {"rate", offsetof(struct fuhe_fund, rate)},     {"weight", offsetof(struct fuhe_fund, weight)},
    {"score", offsetof(struct fuhe_fund, score)},   {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_indicator_cells[] = {
    {"level1", offsetof(struct fuhe_indicator, level1)}, {"level2", offsetof(struct fuhe_indicator, level2)},
    {"name", offsetof(struct fuhe_indicator, name)},     {"weight", offsetof(struct fuhe_indicator, weight)},
    {"score", offsetof(struct fuhe_indicator, score)},   {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_target_cells[] = {
    {"relation", offsetof(struct fuhe_indicator, relation)},
    {"unit", offsetof(struct fuhe_indicator, unit)},
    {"adjusted", offsetof(struct fuhe_indicator, adjusted)},
    {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_reviewed_cells[] = {
    {"score", offsetof(struct fuhe_indicator, reviewed_score)},
    {"reason", offsetof(struct fuhe_indicator, reviewed_reason)},
    {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_total_cells[] = {
    {"claimed", offsetof(struct fuhe_form, total_claimed)},
    {"grade", offsetof(struct fuhe_form, total_grade)},
    {"deviation-rate", offsetof(struct fuhe_form, total_deviation_rate)},
    {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_disclosed_cells[] = {
    {"name", offsetof(struct fuhe_disclosed, name)},     {"total", offsetof(struct fuhe_disclosed, total)},
    {"budget", offsetof(struct fuhe_disclosed, budget)}, {"executed", offsetof(struct fuhe_disclosed, executed)},
    {"rate", offsetof(struct fuhe_disclosed, rate)},     {NULL, 0},
};

const struct fuhe_sax_attribute fuhe_doubt_cells[] = {
    {"value", offsetof(struct fuhe_doubt, value)},
    {"why", offsetof(struct fuhe_doubt, why)},
    {"at", offsetof(struct fuhe_doubt, at)},
    {"text", offsetof(struct fuhe_doubt, text)},
    {NULL, 0},
};
