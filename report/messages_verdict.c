/* SPDX-License-Identifier: Apache-2.0 */
/* The verdict on a form in sentences: its grade and how firm that is, how its weights were read, which rules and why.
 */
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

static void write_range(struct fuhe_output *line, const struct fuhe_grading *grading) {
    char low[FUHE_DECIMAL_TEXT_SIZE];
    char high[FUHE_DECIMAL_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"low", {low, fuhe_decimal_format(grading->lowest, 2, low)}},
        {"high", {high, fuhe_decimal_format(grading->highest, 2, high)}},
        {NULL, {NULL, 0}},
    };

    if (fuhe_decimal_equals(grading->lowest, grading->highest)) {
        fuhe_output_string(line, _("every defensible reading gives the same total"));
    } else {
        fuhe_template_words(line, _("defensible readings give {low} to {high}"), words);
    }
}

static void write_decider(struct fuhe_output *line, const struct fuhe_review *review) {
    const struct fuhe_grading *grading = &review->grading;

    switch (grading->decider) {
    case FUHE_DECIDER_ROW:
        fuhe_output_string(line, _("; decided by "));
        fuhe_message_row(line, review->form, grading->deciding_row);
        break;
    case FUHE_DECIDER_EXECUTION:
        fuhe_output_string(line, _("; decided by the execution score"));
        break;
    case FUHE_DECIDER_WEIGHTS:
        fuhe_output_string(line, _("; decided by how the weights are read"));
        break;
    case FUHE_DECIDER_NONE:
        break;
    }
}

static void write_margins(struct fuhe_output *line, const struct fuhe_grading *grading) {
    if (grading->has_margin_down) {
        fuhe_output_string(line, _("; above the lower bound by "));
        fuhe_output_decimal(line, grading->margin_down, 2);
    }
    if (grading->has_margin_up) {
        fuhe_output_string(line, _("; to the next grade "));
        fuhe_output_decimal(line, grading->margin_up, 2);
    }
}

void fuhe_message_grade(struct fuhe_output *output, const struct fuhe_review *review) {
    const struct fuhe_grading *grading = &review->grading;

    if (!grading->has_grade) {
        fuhe_output_string(output, fuhe_message_firmness(grading->firmness));
        return;
    }
    fuhe_output_text(output, fuhe_message_choose(review->pack->grades[grading->grade].name));
    fuhe_output_string(output, _(", "));
    fuhe_output_string(output, fuhe_message_firmness(grading->firmness));
    fuhe_output_string(output, _(": "));
    fuhe_message_readings(output, review);
}

void fuhe_message_readings(struct fuhe_output *output, const struct fuhe_review *review) {
    write_range(output, &review->grading);
    write_decider(output, review);
    write_margins(output, &review->grading);
}

const char *fuhe_message_basis_name(enum fuhe_basis basis) {
    static const char *const bases[] = {
        [FUHE_BASIS_AS_LISTED] = N_("rows as listed"),
        [FUHE_BASIS_RESCALED] = N_("rescaled to full marks"),
        [FUHE_BASIS_COUNT_ONCE] = N_("the duplicate row counts once"),
    };

    return _(bases[basis]);
}

void fuhe_message_basis(struct fuhe_output *output, const struct fuhe_review *review) {
    const struct fuhe_totals *totals = &review->totals;
    char sum[FUHE_DECIMAL_TEXT_SIZE];
    const struct fuhe_template_word words[] = {
        {"sum", {sum, fuhe_decimal_format(totals->weight_sum, 0, sum)}},
        {"basis", fuhe_text_of(fuhe_message_basis_name(totals->basis))},
        {NULL, {NULL, 0}},
    };

    fuhe_template_words(output, _("{sum} in all; recommended reading: {basis}"), words);
    if (totals->basis != FUHE_BASIS_AS_LISTED) {
        fuhe_output_string(output, _("; as listed the total is "));
        fuhe_output_decimal(output, totals->as_listed, 2);
    }
    if (totals->has_rescaled && totals->basis != FUHE_BASIS_RESCALED) {
        fuhe_output_string(output, _("; rescaled to full marks it is "));
        fuhe_output_decimal(output, totals->rescaled, 2);
    }
}

enum { SHORT_HASH = 12 };

/* "jilin-yanbian 1 (0f3a5c7e9b1d)": the first digits tell two packs apart well enough for people. */
void fuhe_message_pack(struct fuhe_output *output, const struct fuhe_pack *pack) {
    fuhe_output_text(output, pack->id);
    fuhe_output_char(output, ' ');
    fuhe_output_text(output, pack->version);
    if (pack->hash.length > SHORT_HASH) {
        fuhe_output_string(output, _(" ("));
        fuhe_output_text(output, (fuhe_text){pack->hash.bytes, SHORT_HASH});
        fuhe_output_string(output, _(")"));
    }
}

void fuhe_message_choice(struct fuhe_output *output, const struct fuhe_pack_choice *choice) {
    static const char *const reasons[] = {
        [FUHE_CHOICE_ASKED] = N_("as asked for by --rules"),
        [FUHE_CHOICE_REGION] = N_("chosen by region “{region}” and year"),
        [FUHE_CHOICE_NATIONAL] = N_("national rules of the year, for there are none for the region"),
        [FUHE_CHOICE_LATEST] = N_("the nearest ones, for there are none for the year"),
    };
    const struct fuhe_pack *pack = choice->pack;
    const struct fuhe_template_word words[] = {{"region", choice->matched}, {NULL, {NULL, 0}}};

    fuhe_message_pack(output, pack);
    fuhe_output_string(output, _(", "));
    fuhe_output_text(output, fuhe_message_choose(pack->title));
    if (pack->base != NULL) {
        fuhe_output_string(output, _(", on the basis of "));
        fuhe_message_pack(output, pack->base);
    }
    fuhe_output_string(output, _("; "));
    fuhe_template_words(output,
                        choice->has_other_years
                            ? _("national rules of the year, for there are none for the region in force that year")
                            : _(reasons[choice->reason]),
                        words);
}
