/* SPDX-License-Identifier: Apache-2.0 */
/* Printed figures as intervals: each stands for half a unit of its last digit to either side, a printed zero for
 * itself. Figures that meet are never called different. Products are exact in 128 bits, so nothing is divided. */
#include "engine/checks/check.h"
#include "engine/fraction.h"

struct fuhe_amount fuhe_amount_of(const struct fuhe_value *value) {
    return (struct fuhe_amount){value->number, value->half_step};
}

enum fuhe_status fuhe_amount_add(struct fuhe_amount *sum, struct fuhe_amount amount) {
    FUHE_TRY(fuhe_decimal_add(sum->value, amount.value, &sum->value));
    return fuhe_decimal_add(sum->slack, amount.slack, &sum->slack);
}

static fuhe_int128 low_end(struct fuhe_amount amount) {
    return (fuhe_int128)amount.value.scaled - amount.slack.scaled;
}

static fuhe_int128 high_end(struct fuhe_amount amount) {
    return (fuhe_int128)amount.value.scaled + amount.slack.scaled;
}

bool fuhe_amounts_meet(struct fuhe_amount a, struct fuhe_amount b) {
    return low_end(a) <= high_end(b) && low_end(b) <= high_end(a);
}

/* Money in the form's unit; figures beyond the sixth place are rounded, for people. */
static fuhe_decimal in_unit(fuhe_int128 scaled, int64_t scale) {
    const fuhe_int128 half = scaled < 0 ? -scale / 2 : scale / 2;

    return (fuhe_decimal){(int64_t)((scaled + half) / scale)};
}

void fuhe_finding_compare_money(struct fuhe_finding *finding, struct fuhe_amount claimed, struct fuhe_amount recomputed,
                                int64_t scale) {
    fuhe_finding_compare(finding, in_unit(claimed.value.scaled, scale), in_unit(recomputed.value.scaled, scale));
    finding->low = fuhe_figure_of(in_unit(low_end(claimed), scale));
    finding->high = fuhe_figure_of(in_unit(high_end(claimed), scale));
}

/* Whether rate, open by `down` and `up`, can be part / whole: low <= 100 * part / whole <= high, multiplied out. */
static bool rate_meets(struct fuhe_amount rate, int64_t up, struct fuhe_amount part, struct fuhe_amount whole) {
    const fuhe_int128 percent = (fuhe_int128)100 * FUHE_DECIMAL_ONE;
    const fuhe_int128 high = (fuhe_int128)rate.value.scaled + up;

    return low_end(rate) * low_end(whole) <= percent * high_end(part) &&
           high * high_end(whole) >= percent * low_end(part);
}

enum fuhe_rate_fit fuhe_rate_compare(struct fuhe_amount rate, struct fuhe_amount part, struct fuhe_amount whole) {
    if (rate_meets(rate, rate.slack.scaled, part, whole)) {
        return FUHE_RATE_FITS;
    }
    return rate_meets(rate, 2 * rate.slack.scaled, part, whole) ? FUHE_RATE_TRUNCATED : FUHE_RATE_DIFFERS;
}
