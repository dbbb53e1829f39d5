/* SPDX-License-Identifier: Apache-2.0 */
/* Which corrections go on the one page of a notice: by importance, as many as its lines hold. What each asks for. */
#include <stdlib.h>

#include "html/notice_parts.h"
#include "report/translate.h"
#include "report/translate.h"
#include "report/width.h"

/* Measured on paper with notice.css: the room that the table and the rules below it may take, in tenths of a line;
 * columns of each. All of it is for the language that needs more, so that a notice has the same items in both. */
enum {
    LINE = 10,
    ROOM = 30 * LINE,
    NOT_COMPLETE = 3 * LINE, /* the line that says so */
    ROW_EDGES = 6,
    USUAL_WORDS = 130,
    LONG_WORDS = 240,
    ADDRESS = 30, /* of its place in a document */
    SENTENCE_MOST = 420,
    SENTENCE_COLUMNS = 96,
    PROJECT_COLUMNS = 38,
    RULE_COLUMNS = 100
};

enum request { CORRECT, FILL_IN, EXPLAIN, CHECK, PROVE, NOTHING };

static const enum request requests[FUHE_CODE_COUNT] = {
    [FUHE_CODE_OVER_COMPLETION] = EXPLAIN,
    [FUHE_CODE_EXECUTION_SCORE_MISSING] = FILL_IN,
    [FUHE_CODE_EXECUTION_OVER_100] = EXPLAIN,
    [FUHE_CODE_FUNDS_TOTAL_MISSING] = FILL_IN,
    [FUHE_CODE_FUNDS_SUM] = CHECK,
    [FUHE_CODE_COST_TARGET_SUM] = CHECK,
    [FUHE_CODE_COST_ACTUAL_SUM] = CHECK,
    [FUHE_CODE_REASON_MISSING] = FILL_IN,
    [FUHE_CODE_REASON_NEEDLESS] = CHECK,
    [FUHE_CODE_UNIT_MISSING] = FILL_IN,
    [FUHE_CODE_STALE_YEAR] = CHECK,
    [FUHE_CODE_SATISFACTION_MISSING] = EXPLAIN,
    [FUHE_CODE_SATISFACTION_UNMEASURED] = PROVE,
    [FUHE_CODE_UNSPENT_FULL_OUTPUT] = EXPLAIN,
    [FUHE_CODE_MISSING_VALUE] = FILL_IN,
    [FUHE_CODE_JUDGEMENT] = PROVE,
    [FUHE_CODE_DISCLOSED_TOTAL] = CHECK,
    [FUHE_CODE_DISCLOSED_NAME] = CHECK,
    [FUHE_CODE_DISCLOSED_FUNDS] = CHECK,
    [FUHE_CODE_DISCLOSED_RATE] = CHECK,
    [FUHE_CODE_RULES_PERIOD] = NOTHING,
    [FUHE_CODE_DOUBTFUL_READING] = NOTHING,
    [FUHE_CODE_UNREAD_PART] = CHECK,
};

const char *fuhe_notice_request(enum fuhe_code code) {
    static const char *const words[] = {
        [CORRECT] = N_("Please correct it."),
        [FILL_IN] = N_("Please fill it in."),
        [EXPLAIN] = N_("Please explain it."),
        [CHECK] = N_("Please check it."),
        [PROVE] = N_("To be judged by a person: please send evidence."),
    };

    return requests[code] == NOTHING ? NULL : _(words[requests[code]]);
}

bool fuhe_notice_asks(const struct fuhe_review *review, const struct fuhe_finding *finding) {
    return finding->severity != FUHE_SEVERITY_NOTE && requests[finding->code] != NOTHING &&
           fuhe_review_doubts(review) == 0;
}

static size_t widest(struct fuhe_bilingual text) {
    const size_t chinese = fuhe_width_of(text.zh);
    const size_t english = fuhe_width_of(text.en);

    return chinese > english ? chinese : english;
}

/* What a sentence, its request and its place take besides the words of the form, in English, which is the longer. */
static size_t words_of(enum fuhe_code code) {
    static const enum fuhe_code long_ones[] = {
        FUHE_CODE_JUDGEMENT,       FUHE_CODE_DUPLICATE_INDICATOR, FUHE_CODE_WEIGHT_SUM,  FUHE_CODE_FULL_MARKS_UNMET,
        FUHE_CODE_COST_TARGET_SUM, FUHE_CODE_COST_ACTUAL_SUM,     FUHE_CODE_RULES_PERIOD};

    for (size_t i = 0; i < sizeof long_ones / sizeof long_ones[0]; i++) {
        if (long_ones[i] == code) {
            return LONG_WORDS;
        }
    }
    return USUAL_WORDS;
}

static size_t words_of_row(const struct fuhe_indicator *row) {
    const size_t name = fuhe_width_of(row->name.text);
    const size_t values = fuhe_width_of(row->target.text) + fuhe_width_of(row->actual.text);

    return 2 * name + values + fuhe_width_of(row->level1.text);
}

size_t fuhe_notice_lines(const struct fuhe_form *form, const struct fuhe_finding *finding) {
    const bool has_row = finding->block == FUHE_BLOCK_INDICATOR && finding->index < form->indicator_count;
    const size_t quoted = has_row ? words_of_row(&form->indicators[finding->index])
                                  : fuhe_width_of(finding->quote) + fuhe_width_of(finding->other);
    const size_t most = SENTENCE_MOST;
    const size_t address = finding->place.table > 0 ? ADDRESS : 0;

    return (words_of(finding->code) + (quoted < most ? quoted : most) + address) / SENTENCE_COLUMNS + 1;
}

static bool is_same_rule(const struct fuhe_notice_correction *a, const struct fuhe_notice_correction *b) {
    return a->form.pack == b->form.pack && a->rule == b->rule;
}

/* What a correction adds below the table: its rule, unless that stands there already. */
static size_t rule_room(const struct fuhe_notice *notice, size_t index) {
    const struct fuhe_notice_correction *correction = &notice->corrections[index];
    const struct fuhe_citation *citation = &correction->form.pack->citations[correction->rule];
    size_t columns = widest(citation->says) + fuhe_width_of(citation->clause);

    if (correction->rule == FUHE_RULE_NONE || !citation->present) {
        return 0;
    }
    for (size_t i = 0; i < notice->count; i++) {
        if (i != index && notice->corrections[i].chosen && is_same_rule(&notice->corrections[i], correction)) {
            return 0;
        }
    }
    columns +=
        citation->source == NULL ? 0 : fuhe_width_of(citation->source->document) + widest(citation->source->title);
    return LINE * (columns / RULE_COLUMNS + 1);
}

/* What one form takes of the table when `with` more lines are added to its sentences. */
static size_t form_room(const struct fuhe_notice *notice, const struct fuhe_notice_form *form, size_t with) {
    const size_t head =
        fuhe_width_of(fuhe_notice_text_of(&form->project)) + fuhe_width_of(fuhe_notice_text_of(&form->file));
    size_t sentences = with;

    for (size_t i = 0; i < notice->count; i++) {
        const struct fuhe_notice_correction *other = &notice->corrections[i];
        sentences += other->chosen && other->form.page == form->page ? other->lines : 0;
    }
    return sentences == 0 ? 0 : LINE * (sentences + head / PROJECT_COLUMNS + 1) + ROW_EDGES;
}

static int by_importance(const void *a, const void *b) {
    return fuhe_notice_is_before(a, b) ? -1 : fuhe_notice_is_before(b, a);
}

static int by_place(const void *a, const void *b) {
    const struct fuhe_notice_correction *first = a;
    const struct fuhe_notice_correction *second = b;

    if (first->form.page != second->form.page) {
        return first->form.page < second->form.page ? -1 : 1;
    }
    return by_importance(a, b);
}

void fuhe_notice_choose(struct fuhe_notice *notice, bool complete) {
    const size_t room = complete ? ROOM : ROOM - NOT_COMPLETE;
    size_t used = 0;

    qsort(notice->corrections, notice->count, sizeof notice->corrections[0], by_importance);
    for (size_t i = 0; i < notice->count; i++) {
        struct fuhe_notice_correction *correction = &notice->corrections[i];
        const size_t more = form_room(notice, &correction->form, correction->lines) -
                            form_room(notice, &correction->form, 0) + rule_room(notice, i);

        if (used + more > room && i > 0) {
            break;
        }
        correction->chosen = true;
        used += more;
    }
    qsort(notice->corrections, notice->count, sizeof notice->corrections[0], by_place);
}
