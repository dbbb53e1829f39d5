/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_ENGINE_CHECKS_YEARS_H
#define FUHE_ENGINE_CHECKS_YEARS_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/text.h"

/* Whether text names a year before `year` (2023年; 23年 for the last three years only) and neither `year` nor a later
 * one. Years inside 《》, of an edition (2022年版), of a duration (近20年, 20年内, 3年期) or of a comparison (较2023年,
 * 2023年同期) do not count. */
bool fuhe_years_are_past(fuhe_text text, int32_t year);

#endif
