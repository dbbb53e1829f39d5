/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_STRUCK_H
#define FUHE_DOORS_STRUCK_H

#include "doors/text_builder.h"

/* How much of a cell is crossed out. Whoever crosses something out takes it back, or asks to: what stands is read, and
 * where nothing does, what is crossed out, for a person to decide on. */
enum fuhe_struck { FUHE_STRUCK_NOT, FUHE_STRUCK_PART, FUHE_STRUCK_WHOLE };

/* Makes `text`, which is what stands, the text that is read of a cell; `struck` is emptied. */
enum fuhe_struck fuhe_struck_settle(struct fuhe_text_builder *text, struct fuhe_text_builder *struck);

#endif
