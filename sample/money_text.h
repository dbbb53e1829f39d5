/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_SAMPLE_MONEY_TEXT_H
#define FUHE_SAMPLE_MONEY_TEXT_H

#include "store/survey.h"

/* Money in 元 as a decimal string, "2959100.00"; empty when absent. Returns the length. */
enum { FUHE_MONEY_TEXT_SIZE = 32 };
size_t fuhe_money_text(struct fuhe_money money, char text[FUHE_MONEY_TEXT_SIZE]);

/* For people: "295.91万元" or "2,959,100.00 yuan"; "—" when absent. 万元 are rounded half-up, or upwards for an upper
 * bound, which is never negative. */
enum { FUHE_MONEY_SHOWN_SIZE = 64 };
size_t fuhe_money_text_shown(struct fuhe_money money, bool upwards, char text[FUHE_MONEY_SHOWN_SIZE]);

#endif
