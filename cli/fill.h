/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CLI_FILL_H
#define FUHE_CLI_FILL_H

#include "engine/output.h"
#include "engine/result.h"

/* Writes forms back with the reviewer's cells filled in: 校验得分, 偏差原因, 偏差率 and 复核档次. A cell that somebody
 * has filled in already is left as it is. */
struct fuhe_fill;

/* NULL when memory is out. */
struct fuhe_fill *fuhe_fill_new(struct fuhe_output *output);
FUHE_MUST_USE enum fuhe_status fuhe_fill_form(struct fuhe_fill *fill, const struct fuhe_result *result);

/* Ends the document. */
FUHE_MUST_USE enum fuhe_status fuhe_fill_end(struct fuhe_fill *fill, struct fuhe_error *err);
void fuhe_fill_free(struct fuhe_fill *fill); /* takes NULL; after fuhe_fill_end */

#endif
