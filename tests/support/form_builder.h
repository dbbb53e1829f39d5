/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_TESTS_SUPPORT_FORM_BUILDER_H
#define FUHE_TESTS_SUPPORT_FORM_BUILDER_H

#include "engine/form.h"

/* A sound form in memory, for tests that change a cell or two of it. By the rules of Yanbian it gives no finding. */

enum { FORM_BUILDER_FUNDS_MAX = 8, FORM_BUILDER_ROWS_MAX = 12 };

struct form_builder {
    struct fuhe_form form;
    struct fuhe_document document;
    struct fuhe_fund funds[FORM_BUILDER_FUNDS_MAX];
    struct fuhe_indicator rows[FORM_BUILDER_ROWS_MAX];
};

void form_builder_init(struct form_builder *builder);

/* Changes the cell at a path as findings name it: "total/@claimed", "funds/fund[1]/@rate",
 * "indicators/indicator[3]/actual", "disclosed/@name", "@year", "statement/@funds". NULL takes the cell away, "" leaves
 * it blank; text is borrowed. A fund or indicator one beyond the last is added. Fails the test when there is no such
 * path. */
void form_builder_set(struct form_builder *builder, const char *path, const char *text);

#endif
