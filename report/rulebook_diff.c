/* SPDX-License-Identifier: Apache-2.0 */
/* Which items of two rule books differ. Items stand at the same place in every book; what they say is compared as the
 * packs have it, in both languages, so that the outcome does not hang on the language that is set. */
#include "report/rulebook_diff.h"

bool fuhe_rulebook_same_words(const struct fuhe_text_list *a, const struct fuhe_text_list *b) {
    bool same = a->count == b->count;

    for (size_t i = 0; same && i < a->count; i++) {
        same = fuhe_text_equals(a->items[i], b->items[i]);
    }
    return same;
}

static bool same_said(const struct fuhe_bilingual *a, const struct fuhe_bilingual *b) {
    return fuhe_text_equals(a->zh, b->zh) && fuhe_text_equals(a->en, b->en);
}

static bool same_figures(const struct fuhe_rulebook_row *a, const struct fuhe_rulebook_row *b) {
    bool same = true;

    for (size_t i = 0; same && i < FUHE_RULEBOOK_FIGURES; i++) {
        same = fuhe_decimal_equals(a->figures[i], b->figures[i]);
    }
    return same;
}

static bool same_source(const struct fuhe_source *a, const struct fuhe_source *b) {
    return fuhe_text_equals(a->document, b->document) && fuhe_text_equals(a->date, b->date) &&
           a->by_analogy == b->by_analogy && same_said(&a->title, &b->title);
}

/* The words for when a variant applies are no part of what it asks. */
bool fuhe_rulebook_row_equals(enum fuhe_rulebook_kind kind, const struct fuhe_rulebook_row *a,
                              const struct fuhe_rulebook_row *b) {
    if (kind == FUHE_RULEBOOK_SOURCES) {
        return same_source(a->source, b->source);
    }
    return fuhe_text_equals(a->id, b->id) && same_figures(a, b) && fuhe_rulebook_same_words(&a->words, &b->words) &&
           (kind != FUHE_RULEBOOK_GRADES || same_said(&a->name, &b->name));
}

static bool is_like(enum fuhe_rulebook_kind kind, const struct fuhe_rulebook_row *a,
                    const struct fuhe_rulebook_row *b) {
    switch (kind) {
    case FUHE_RULEBOOK_VARIANTS:
        return fuhe_text_equals(a->id, b->id);
    case FUHE_RULEBOOK_SOURCES:
        return same_source(a->source, b->source);
    case FUHE_RULEBOOK_BANDS:
    case FUHE_RULEBOOK_STEPS:
    case FUHE_RULEBOOK_TIERS:
    case FUHE_RULEBOOK_GRADES:
    case FUHE_RULEBOOK_VALUE:
    case FUHE_RULEBOOK_WORDS:
        break;
    }
    return fuhe_decimal_equals(a->figures[0], b->figures[0]);
}

const struct fuhe_rulebook_row *fuhe_rulebook_row_like(const struct fuhe_rulebook_item *item,
                                                       const struct fuhe_rulebook_row *row) {
    for (size_t i = 0; i < item->row_count; i++) {
        if (is_like(item->kind, &item->rows[i], row)) {
            return &item->rows[i];
        }
    }
    return NULL;
}

static bool is_better(const struct fuhe_rulebook_row *a, const struct fuhe_rulebook_row *b) {
    const int highs = fuhe_decimal_compare(a->figures[1], b->figures[1]);

    return highs > 0 || (highs == 0 && fuhe_decimal_compare(a->figures[0], b->figures[0]) > 0);
}

size_t fuhe_rulebook_step_rank(const struct fuhe_rulebook_item *item, const struct fuhe_rulebook_row *step) {
    size_t rank = 0;

    for (size_t i = 0; i < item->row_count; i++) {
        rank += is_better(&item->rows[i], step);
    }
    return rank;
}

/* How much two steps share: their words, and their range as the last resort. */
static size_t likeness(const struct fuhe_rulebook_row *a, const struct fuhe_rulebook_row *b) {
    size_t common = 0;

    for (size_t i = 0; i < a->words.count; i++) {
        for (size_t j = 0; j < b->words.count; j++) {
            common += fuhe_text_equals(a->words.items[i], b->words.items[j]);
        }
    }
    return 2 * common + same_figures(a, b);
}

static const struct fuhe_rulebook_row *most_like(const struct fuhe_rulebook_item *item,
                                                 const struct fuhe_rulebook_row *step) {
    const struct fuhe_rulebook_row *best = NULL;
    size_t most = 0;

    for (size_t i = 0; i < item->row_count; i++) {
        const size_t like = likeness(&item->rows[i], step);
        if (like > most) {
            most = like;
            best = &item->rows[i];
        }
    }
    return best;
}

/* Each must be the one that the other is most like, so that no step stands for two. */
const struct fuhe_rulebook_row *fuhe_rulebook_step_like(const struct fuhe_rulebook_item *own,
                                                        const struct fuhe_rulebook_row *step,
                                                        const struct fuhe_rulebook_item *other) {
    if (own->row_count != other->row_count) {
        const struct fuhe_rulebook_row *like = most_like(other, step);
        return like != NULL && most_like(own, like) == step ? like : NULL;
    }
    const size_t rank = fuhe_rulebook_step_rank(own, step);
    for (size_t i = 0; i < other->row_count; i++) {
        if (fuhe_rulebook_step_rank(other, &other->rows[i]) == rank) {
            return &other->rows[i];
        }
    }
    return NULL;
}

/* In whatever order: it says nothing. */
static bool same_sources(const struct fuhe_rulebook_item *a, const struct fuhe_rulebook_item *b) {
    bool same = a->row_count == b->row_count;

    for (size_t i = 0; same && i < a->row_count; i++) {
        same = fuhe_rulebook_row_like(b, &a->rows[i]) != NULL && fuhe_rulebook_row_like(a, &b->rows[i]) != NULL;
    }
    return same;
}

static bool same_rows(const struct fuhe_rulebook_item *a, const struct fuhe_rulebook_item *b) {
    bool same = a->row_count == b->row_count;

    for (size_t i = 0; same && i < a->row_count; i++) {
        same = fuhe_rulebook_row_equals(a->kind, &a->rows[i], &b->rows[i]);
    }
    return same;
}

static bool same_names(const struct fuhe_rulebook_item *a, const struct fuhe_rulebook_item *b) {
    bool same = true;

    for (size_t i = 0; same && i < a->row_count; i++) {
        same = same_said(&a->rows[i].name, &b->rows[i].name);
    }
    return same;
}

unsigned fuhe_rulebook_item_differs(const struct fuhe_rulebook_item *before, const struct fuhe_rulebook_item *after) {
    if (before->repeated) {
        return 0;
    }
    if (before->kind == FUHE_RULEBOOK_SOURCES) {
        return same_sources(before, after) ? 0 : 1u << before->aspect;
    }
    if (!fuhe_text_equals(before->value, after->value) || !same_said(&before->said, &after->said) ||
        !fuhe_rulebook_same_words(&before->words, &after->words) || !same_rows(before, after)) {
        return 1u << before->aspect;
    }
    return same_names(before, after) ? 0 : 1u << FUHE_RULEBOOK_WORDED;
}

unsigned fuhe_rulebook_part_differs(const struct fuhe_rulebook_part *before, const struct fuhe_rulebook_part *after) {
    unsigned aspects = 0;

    for (size_t i = 0; i < before->count && i < after->count; i++) {
        aspects |= fuhe_rulebook_item_differs(&before->items[i], &after->items[i]);
    }
    return aspects;
}

/* Two overlays may change a rule alike and give other reasons for it. Beside a base, which needs none, the change
 * itself is what differs. */
static bool same_reasons(const struct fuhe_citation *before, const struct fuhe_citation *after) {
    return before->why.zh.length == 0 || after->why.zh.length == 0 || same_said(&before->why, &after->why);
}

static unsigned rule_differs(const struct fuhe_rulebook_part *before, const struct fuhe_rulebook_part *after) {
    const unsigned reasons = same_reasons(before->citation, after->citation) ? 0 : 1u << FUHE_RULEBOOK_WORDED;

    return fuhe_rulebook_part_differs(before, after) | reasons;
}

void fuhe_rulebook_compare(const struct fuhe_rulebook *before, const struct fuhe_rulebook *after,
                           struct fuhe_rulebook_diff *diff) {
    *diff = (struct fuhe_rulebook_diff){.before = before, .after = after};
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        const unsigned aspects = rule_differs(&before->rules[rule], &after->rules[rule]);
        const bool asks = FUHE_RULEBOOK_HAS(aspects, FUHE_RULEBOOK_ASKS);
        diff->rules[rule] = aspects;
        diff->asking += asks;
        diff->dressed += !asks && aspects != 0;
        diff->same += aspects == 0;
    }
    diff->differs = diff->asking + diff->dressed > 0 ||
                    fuhe_rulebook_part_differs(&before->identity, &after->identity) != 0 ||
                    fuhe_rulebook_part_differs(&before->severities, &after->severities) != 0 ||
                    fuhe_rulebook_part_differs(&before->sources, &after->sources) != 0;
}
