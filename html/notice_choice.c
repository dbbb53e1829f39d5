/* SPDX-License-Identifier: Apache-2.0 */
/* Which corrections go on the one page of a notice: by importance, as many as its lines hold. What each asks for. */
#include <stdlib.h>

#include "html/notice_parts.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

/* Measured on paper with notice.css: the room that the table and the rules below it may take, which the longer words
 * around them in English leave less of, in tenths of a line; columns of each. */
enum {
    LINE = 10,
    ROOM = 36 * LINE,
    ROOM_ENGLISH = 29 * LINE,
    NOT_COMPLETE = 3 * LINE, /* the line that says so */
    ROW_EDGES = 4,
    SENTENCE_COLUMNS = 62,
    PLACE_COLUMNS = 16,
    PROJECT_COLUMNS = 18,
    RULE_COLUMNS = 98
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

static size_t lines_of(fuhe_text text, size_t columns) {
    return fuhe_width_of(text) / columns + 1;
}

static size_t sentence_lines(const struct fuhe_notice_correction *correction) {
    const fuhe_text request = fuhe_text_of(fuhe_notice_request(correction->code));
    const fuhe_text sentence = {correction->sentence.bytes, correction->sentence.length};

    return (fuhe_width_of(sentence) + fuhe_width_of(request) + PLACE_COLUMNS) / SENTENCE_COLUMNS + 1;
}

static bool is_same_rule(const struct fuhe_notice_correction *a, const struct fuhe_notice_correction *b) {
    return a->pack == b->pack && a->rule == b->rule;
}

/* What a correction adds below the table: its rule, unless that stands there already. */
static size_t rule_room(struct fuhe_notice *notice, size_t index) {
    const struct fuhe_notice_correction *correction = &notice->corrections[index];
    const struct fuhe_citation *citation = &correction->pack->citations[correction->rule];

    if (correction->rule == FUHE_RULE_NONE || !citation->present) {
        return 0;
    }
    for (size_t i = 0; i < notice->count; i++) {
        if (i != index && notice->corrections[i].chosen && is_same_rule(&notice->corrections[i], correction)) {
            return 0;
        }
    }
    fuhe_memory_output_reset(notice->scratch);
    fuhe_message_citation(&notice->scratch->output, citation);
    return LINE * lines_of(fuhe_memory_output_text(notice->scratch), RULE_COLUMNS);
}

/* What one form takes of the table when `with` more lines are added to its sentences. */
static size_t form_room(const struct fuhe_notice *notice, const struct fuhe_notice_correction *form, size_t with) {
    const size_t head = lines_of((fuhe_text){form->project.bytes, form->project.length}, PROJECT_COLUMNS);
    size_t sentences = with;

    for (size_t i = 0; i < notice->count; i++) {
        const struct fuhe_notice_correction *other = &notice->corrections[i];
        sentences += other->chosen && other->page == form->page ? sentence_lines(other) : 0;
    }
    return sentences == 0 ? 0 : LINE * (sentences > head ? sentences : head) + ROW_EDGES;
}

static int by_importance(const void *a, const void *b) {
    return fuhe_notice_is_before(a, b) ? -1 : fuhe_notice_is_before(b, a);
}

static int by_place(const void *a, const void *b) {
    const struct fuhe_notice_correction *first = a;
    const struct fuhe_notice_correction *second = b;

    if (first->page != second->page) {
        return first->page < second->page ? -1 : 1;
    }
    return by_importance(a, b);
}

void fuhe_notice_choose(struct fuhe_notice *notice, bool complete) {
    const size_t page = fuhe_language_is_chinese() ? ROOM : ROOM_ENGLISH;
    const size_t room = complete ? page : page - NOT_COMPLETE;
    size_t used = 0;

    qsort(notice->corrections, notice->count, sizeof notice->corrections[0], by_importance);
    for (size_t i = 0; i < notice->count; i++) {
        struct fuhe_notice_correction *correction = &notice->corrections[i];
        const size_t more = form_room(notice, correction, sentence_lines(correction)) -
                            form_room(notice, correction, 0) + rule_room(notice, i);

        if (used + more > room && i > 0) {
            break;
        }
        correction->chosen = true;
        used += more;
    }
    qsort(notice->corrections, notice->count, sizeof notice->corrections[0], by_place);
}
