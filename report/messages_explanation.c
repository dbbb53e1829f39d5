/* SPDX-License-Identifier: Apache-2.0 */
/* What explains a total, in words that weigh the evidence: one possible cause is convincing, eleven are a guess. */
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

enum {
    FEW_SETS = 4,    /* up to so many, each is worth a look */
    OTHERS_SHOWN = 3 /* behind the first cause */
};

/* The figures that sentences about a total may use. */
struct figures {
    char total[FUHE_DECIMAL_TEXT_SIZE];
    char base[FUHE_DECIMAL_TEXT_SIZE];
    char size[32];
    char sets[32];
    struct fuhe_template_word words[5];
};

static size_t format_count(uint64_t count, char text[32]) {
    char digits[32];
    size_t length = 0;

    do {
        digits[length++] = (char)('0' + count % 10);
        count /= 10;
    } while (count > 0);
    for (size_t i = 0; i < length; i++) {
        text[i] = digits[length - 1 - i];
    }
    return length;
}

static void fill_figures(struct figures *figures, const struct fuhe_review *review,
                         const struct fuhe_explanation *explanation) {
    const size_t total = fuhe_message_total(review, explanation->total, figures->total);
    const size_t base = fuhe_decimal_format(explanation->base, 2, figures->base);
    const size_t size = format_count(explanation->size, figures->size);
    const size_t sets = format_count(explanation->sets, figures->sets);

    figures->words[0] = (struct fuhe_template_word){"total", {figures->total, total}};
    figures->words[1] = (struct fuhe_template_word){"base", {figures->base, base}};
    figures->words[2] = (struct fuhe_template_word){"size", {figures->size, size}};
    figures->words[3] = (struct fuhe_template_word){"sets", {figures->sets, sets}};
    figures->words[4] = (struct fuhe_template_word){NULL, {NULL, 0}};
}

struct slip_subject {
    const struct fuhe_review *review;
    const struct fuhe_slip *slip;
};

static bool slip_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct slip_subject *subject = context;
    const struct fuhe_slip *slip = subject->slip;
    const int64_t apart = slip->to.scaled - slip->from.scaled;

    if (output == NULL) {
        return true;
    }
    if (fuhe_text_equals(name, FUHE_TEXT("row"))) {
        fuhe_message_row(output, subject->review->form, slip->row);
    } else if (fuhe_text_equals(name, FUHE_TEXT("from"))) {
        fuhe_output_decimal(output, slip->from, 0);
    } else {
        const bool difference = fuhe_text_equals(name, FUHE_TEXT("difference"));
        fuhe_output_decimal(output, difference ? (fuhe_decimal){apart < 0 ? -apart : apart} : slip->to, 0);
    }
    return true;
}

static void write_slip(struct fuhe_output *output, const struct fuhe_review *review, const struct fuhe_slip *slip) {
    const struct slip_subject subject = {review, slip};

    fuhe_template_write(output, fuhe_message_slip(slip->kind), slip_value, &subject);
}

/* "办公经费3 is counted at 0.82 instead of 0.92, and 群众满意度 (5 points) is left out" */
static void write_cause(struct fuhe_output *output, const struct fuhe_review *review, const struct fuhe_cause *cause) {
    for (size_t i = 0; i < cause->slip_count; i++) {
        fuhe_output_string(output, i == 0 ? "" : _(", and "));
        write_slip(output, review, &cause->slips[i]);
    }
}

static bool is_common(const struct fuhe_explanation *explanation) {
    return explanation->state == FUHE_EXPLANATION_FOUND;
}

static size_t closing_causes(const struct fuhe_explanation *explanation) {
    size_t count = 0;

    for (size_t i = 0; i < explanation->cause_count; i++) {
        count += explanation->causes[i].closes_weights;
    }
    return count;
}

/* Whether the first cause alone among those known makes the weights close: the strongest hint there is. */
static bool first_stands_out(const struct fuhe_explanation *explanation) {
    return explanation->causes[0].closes_weights && closing_causes(explanation) == 1;
}

static void write_first(struct fuhe_output *output, const struct fuhe_review *review,
                        const struct fuhe_explanation *explanation) {
    const bool alone = explanation->sets == 1;

    fuhe_output_string(output, alone ? _(" It is: ") : _(" First: "));
    write_cause(output, review, &explanation->causes[0]);
    fuhe_output_string(output, explanation->causes[0].closes_weights ? _("; the weights then close.") : _("."));
    if (!alone && first_stands_out(explanation)) {
        fuhe_output_string(output, _(" The first stands out, for it alone makes the weights close."));
    }
}

static void write_others(struct fuhe_output *output, const struct fuhe_review *review,
                         const struct fuhe_explanation *explanation) {
    const size_t shown = explanation->cause_count < OTHERS_SHOWN + 1 ? explanation->cause_count : OTHERS_SHOWN + 1;
    char number[32];
    const size_t length = format_count(explanation->sets - shown, number);
    const struct fuhe_template_word words[] = {{"number", {number, length}}, {NULL, {NULL, 0}}};

    for (size_t i = 1; i < shown; i++) {
        fuhe_output_string(output, i == 1 ? _(" Others: ") : _("; "));
        write_cause(output, review, &explanation->causes[i]);
    }
    if (explanation->sets > shown) {
        fuhe_template_words(output, _("; and {number} more"), words);
    }
    fuhe_output_string(output, _("."));
}

/* What the number of sets is worth as evidence. */
static const char *evidence(const struct fuhe_explanation *explanation) {
    if (!is_common(explanation)) {
        return _(" Such slips are far-fetched: a hint where to look, no evidence.");
    }
    if (explanation->sets == 1) {
        return _(" There is no other of that size, which is convincing.");
    }
    return explanation->sets <= FEW_SETS ? _(" Only few fit, so these are worth a look.")
                                         : _(" With so many that fit, they are guesses, no evidence for any of them.");
}

/* The kind of all causes but the first, when they are single slips of one kind; FUHE_SLIP_KIND_COUNT otherwise. */
static enum fuhe_slip_kind kind_of_others(const struct fuhe_explanation *explanation) {
    const enum fuhe_slip_kind kind =
        explanation->cause_count < 2 ? FUHE_SLIP_KIND_COUNT : explanation->causes[1].slips[0].kind;

    if (explanation->size != 1 || explanation->cause_count != explanation->sets) {
        return FUHE_SLIP_KIND_COUNT;
    }
    for (size_t i = 1; i < explanation->cause_count; i++) {
        if (explanation->causes[i].slips[0].kind != kind) {
            return FUHE_SLIP_KIND_COUNT;
        }
    }
    return kind == explanation->causes[0].slips[0].kind ? FUHE_SLIP_KIND_COUNT : kind;
}

/* One cause of a kind of its own, and many rows that would do as well: the rows are told as a crowd. False when it is
 * not so. */
static bool write_crowd(struct fuhe_output *output, const struct fuhe_explanation *explanation) {
    static const char *const crowds[FUHE_SLIP_KIND_COUNT + 1] = {
        [FUHE_SLIP_ROW_TWICE] =
            N_(" Any one of {number} rows counted twice would do as well, which is no evidence for any of them."),
        [FUHE_SLIP_ROW_LEFT_OUT] =
            N_(" Any one of {number} rows left out would do as well, which is no evidence for any of them."),
    };
    const enum fuhe_slip_kind kind = kind_of_others(explanation);
    char number[32];
    const struct fuhe_template_word words[] = {{"number", {number, format_count(explanation->sets - 1, number)}},
                                               {NULL, {NULL, 0}}};

    if (crowds[kind] == NULL || explanation->sets <= FEW_SETS) {
        return false;
    }
    fuhe_template_words(output, _(crowds[kind]), words);
    return true;
}

static bool same_slip(const struct fuhe_slip *a, const struct fuhe_slip *b) {
    return a->kind == b->kind && a->row == b->row && fuhe_decimal_equals(a->from, b->from) &&
           fuhe_decimal_equals(a->to, b->to);
}

static bool has_slip(const struct fuhe_cause *cause, const struct fuhe_slip *slip) {
    return same_slip(&cause->slips[0], slip) || same_slip(&cause->slips[1], slip);
}

/* The slip that all sets of two have in common; NULL when there is none or some sets are not known. */
static const struct fuhe_slip *common_slip(const struct fuhe_explanation *explanation) {
    if (explanation->size != 2 || explanation->cause_count < 2 || explanation->cause_count != explanation->sets) {
        return NULL;
    }
    for (size_t s = 0; s < 2; s++) {
        const struct fuhe_slip *slip = &explanation->causes[0].slips[s];
        size_t i = 1;
        while (i < explanation->cause_count && has_slip(&explanation->causes[i], slip)) {
            i++;
        }
        if (i == explanation->cause_count) {
            return slip;
        }
    }
    return NULL;
}

/* A row that is left out and stands on the form twice is the likeliest of all. */
static void write_duplicate(struct fuhe_output *output, const struct fuhe_review *review,
                            const struct fuhe_explanation *explanation) {
    for (size_t i = 0; i < explanation->cause_count * 2; i++) {
        const struct fuhe_slip *slip = &explanation->causes[i / 2].slips[i % 2];
        const struct slip_subject subject = {review, slip};

        if (slip->kind == FUHE_SLIP_ROW_LEFT_OUT && !review->rows[slip->row].counted) {
            fuhe_template_write(output, _(" {row} stands out, for it is on the form twice."), slip_value, &subject);
            return;
        }
    }
}

/* "In all of them … ; with it goes one of these: … (the weights then close); …" */
static void write_common(struct fuhe_output *output, const struct fuhe_review *review,
                         const struct fuhe_explanation *explanation, const struct fuhe_slip *common) {
    const bool all_close = closing_causes(explanation) == explanation->cause_count;

    fuhe_output_string(output, _(" In all of them "));
    write_slip(output, review, common);
    fuhe_output_string(output, _("; with it goes one of these: "));
    for (size_t i = 0; i < explanation->cause_count; i++) {
        const struct fuhe_cause *cause = &explanation->causes[i];
        fuhe_output_string(output, i == 0 ? "" : _("; "));
        write_slip(output, review, &cause->slips[same_slip(&cause->slips[0], common)]);
        fuhe_output_string(output, cause->closes_weights && !all_close ? _(" (the weights then close)") : "");
    }
    fuhe_output_string(output, _("."));
    fuhe_output_string(output, all_close ? _(" Each of these makes the weights close.") : "");
    write_duplicate(output, review, explanation);
}

static void write_causes(struct fuhe_output *output, const struct fuhe_review *review,
                         const struct fuhe_explanation *explanation) {
    const struct fuhe_slip *common = common_slip(explanation);

    if (common != NULL) {
        write_common(output, review, explanation, common);
    } else {
        write_first(output, review, explanation);
        if (write_crowd(output, explanation)) {
            return;
        }
        if (explanation->cause_count > 1) {
            write_others(output, review, explanation);
        }
    }
    fuhe_output_string(output, evidence(explanation));
}

static void write_found(struct fuhe_output *output, const struct fuhe_review *review,
                        const struct fuhe_explanation *explanation, const struct figures *figures) {
    const char *one = explanation->size == 1
                          ? _("One slip turns {base}, the scores as claimed, into {total}.")
                          : _("{size} slips together turn {base}, the scores as claimed, into {total}.");
    const char *many =
        explanation->size == 1
            ? _("One slip turns {base}, the scores as claimed, into {total}; {sets} different ones would.")
            : _("{size} slips together turn {base}, the scores as claimed, into {total}; {sets} different "
                "sets of {size} would.");

    fuhe_template_words(output, explanation->sets == 1 ? one : many, figures->words);
    if (explanation->cause_count > 0) {
        write_causes(output, review, explanation);
    }
}

/* No set of one or two slips; sets of three with far-fetched ones are counted but prove nothing. */
static void write_not_found(struct fuhe_output *output, const struct fuhe_explanation *explanation,
                            const struct figures *figures) {
    fuhe_template_words(
        output, _("Not explained: no set of one or two usual slips turns {base}, the scores as claimed, into {total}."),
        figures->words);
    if (explanation->sets > 0) {
        fuhe_template_words(output,
                            _(" Only {sets} sets of {size} slips with far-fetched ones would, which proves nothing."),
                            figures->words);
    }
}

/* The claims add up to the total: what differs lies in the scores, in the way the weights are read, or in both. */
static void write_adds_up(struct fuhe_output *output, const struct fuhe_review *review, struct figures *figures) {
    const struct fuhe_totals *totals = &review->totals;
    const bool by_weights = totals->basis != FUHE_BASIS_AS_LISTED;
    const bool by_scores = !fuhe_decimal_equals(totals->sum_of_claims, totals->as_listed);
    const char *sentence = _("The scores as claimed give {total}; any deviation lies in the scores themselves.");
    char points[FUHE_DECIMAL_TEXT_SIZE];
    const fuhe_decimal weights = {totals->as_listed.scaled - totals->verified.scaled};

    if (by_weights) {
        figures->words[2] = (struct fuhe_template_word){"points", {points, fuhe_decimal_format(weights, 2, points)}};
        figures->words[3] = (struct fuhe_template_word){"basis", fuhe_text_of(fuhe_message_basis_name(totals->basis))};
        sentence = by_scores ? _("The scores as claimed give {total}; {points} points of the deviation come from the "
                                 "weights ({basis}), the rest lies in the scores themselves.")
                             : _("The scores as claimed give {total}; the deviation of {points} points comes from the "
                                 "weights: {basis}.");
    } else if (review->state == FUHE_REVIEW_PARTIAL) {
        sentence = _("The scores as claimed give {total}; what is not scored counts nothing in it.");
    }
    fuhe_template_words(output, sentence, figures->words);
}

static void write_blank_execution(struct fuhe_output *output, const struct fuhe_review *review) {
    if (fuhe_message_execution_is_blank(review)) {
        fuhe_output_string(output, _(" In the scores as claimed "));
        fuhe_message_blank_execution(output, review);
        fuhe_output_string(output, _("."));
    }
}

void fuhe_message_explanation(struct fuhe_output *output, const struct fuhe_review *review,
                              const struct fuhe_explanation *explanation) {
    struct figures figures;

    if (explanation->state == FUHE_EXPLANATION_NONE) {
        return;
    }
    if (explanation->state == FUHE_EXPLANATION_INCOMPLETE) {
        fuhe_output_string(output, _("Not searched: what is missing on this form, or was read with doubt, may be the "
                                     "cause."));
        return;
    }
    fill_figures(&figures, review, explanation);
    if (explanation->state == FUHE_EXPLANATION_ADDS_UP) {
        write_adds_up(output, review, &figures);
    } else if (explanation->state == FUHE_EXPLANATION_NOT_FOUND) {
        write_not_found(output, explanation, &figures);
    } else {
        write_found(output, review, explanation, &figures);
    }
    write_blank_execution(output, review);
    if (explanation->budget_reached) {
        fuhe_output_string(output, _(" The search ended at its limit: there may be more."));
    }
}
