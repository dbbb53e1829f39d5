/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_INTAKE_HEADING_H
#define FUHE_INTAKE_HEADING_H

#include "engine/text.h"

/* How Chinese documents number their parts. */

/* 十一、… （三）… 第四部分 … */
bool fuhe_heading_is(fuhe_text text);

/* Bytes of the number of an item in front of text: "12. " "（3）" "4、"; 0 for none. */
size_t fuhe_heading_number(fuhe_text text);

/* Whether text ends a sentence, or is empty. */
bool fuhe_heading_ends_sentence(fuhe_text text);

/* Whether text is nothing but the number of a page: "— 12 —", "第 3 页 共 5 页". */
bool fuhe_heading_is_page(fuhe_text text);

/* What stands in front of the first colon, and behind it in *value; both empty when there is no colon. */
fuhe_text fuhe_heading_label(fuhe_text text, fuhe_text *value);

/* What stands in brackets when all of text does: 续表 of （续表）; empty otherwise. */
fuhe_text fuhe_heading_bracketed(fuhe_text text);

/* A name without what is to be sealed behind it: 某局 of 某局（盖章）. */
fuhe_text fuhe_heading_without_seal(fuhe_text text);

/* Whether a name is what an empty form has in place of one, or says that there is none: 指标2：, ……, 不涉及. */
bool fuhe_heading_is_placeholder(fuhe_text text);

/* The figure in brackets at the end of a name: "10分" of 群众满意度（10分）; empty when there is none. */
fuhe_text fuhe_heading_points(fuhe_text text);

#endif
