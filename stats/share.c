/* SPDX-License-Identifier: Apache-2.0 */
/* Percentages of counts, from the exact fraction. */
#include "stats/share.h"

#include "engine/fraction.h"

struct fuhe_figure fuhe_share_of(size_t part, size_t whole) {
    const fuhe_fraction share = {(fuhe_int128)part * 100, (fuhe_int128)whole};
    struct fuhe_figure figure = {.present = whole >= FUHE_SHARE_MIN};

    figure.present =
        figure.present && fuhe_fraction_round(share, 1, FUHE_ROUND_HALF_UP, &figure.value) == FUHE_STATUS_OK;
    return figure;
}
