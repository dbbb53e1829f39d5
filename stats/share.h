/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STATS_SHARE_H
#define FUHE_STATS_SHARE_H

#include "engine/finding.h"

/* Below ten, one form more or less moves a share by more than ten percent: the counts say more. */
enum { FUHE_SHARE_MIN = 10 };

/* part of whole in percent, one place half-up; absent when whole is below FUHE_SHARE_MIN. */
struct fuhe_figure fuhe_share_of(size_t part, size_t whole);

#endif
