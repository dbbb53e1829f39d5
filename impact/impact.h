/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_IMPACT_IMPACT_H
#define FUHE_IMPACT_IMPACT_H

#include "engine/pack_choice.h"
#include "engine/repeats.h"
#include "engine/review.h"
#include "impact/money.h"

/* Says what a change of rules does to forms. Each form is scored by the rules before and after the change; where they
 * give another total or another grade, the rules that differ are changed one at a time to see which of them does it.
 * Forms come one by one and are forgotten, but for those that move. */

enum fuhe_impact_when { FUHE_IMPACT_BEFORE, FUHE_IMPACT_AFTER, FUHE_IMPACT_WHENS };

/* What the weights of a form, as listed, come to under a pack, and what becomes of its total. */
enum fuhe_impact_weights {
    FUHE_IMPACT_CLOSED, /* full marks, be it after a row that counts once was left out */
    FUHE_IMPACT_SCALED, /* more: the total is scaled to full marks */
    FUHE_IMPACT_SHORT,  /* less: the total stays as listed */
    FUHE_IMPACT_WEIGHTS
};

const char *fuhe_impact_weights_name(enum fuhe_impact_weights weights); /* "closed" */

/* A form by the rules before or after the change. */
struct fuhe_impact_side {
    const struct fuhe_pack *pack;
    enum fuhe_review_state state;
    fuhe_decimal total; /* of a form that is scored */
    enum fuhe_impact_weights weights;
    fuhe_decimal scaling; /* what scaling does to the total; 0 where it is not scaled */
    bool has_grade;
    size_t grade; /* its place in the pack's list, best first */
    bool is_fragile;
};

enum fuhe_impact_kind {
    FUHE_IMPACT_SAME,
    FUHE_IMPACT_MOVED, /* another total, the same grade */
    FUHE_IMPACT_UP,    /* a better grade */
    FUHE_IMPACT_DOWN,
    FUHE_IMPACT_PARTIAL, /* scored in part by one of them: part against whole is no difference */
    FUHE_IMPACT_UNSCORED /* not scored by one of them or by both */
};

const char *fuhe_impact_kind_name(enum fuhe_impact_kind kind); /* "up" */

/* What one rule does: the form by the rules before, with only this rule taken from those after. Totals are taken as
 * they are before any scaling to full marks, for a rule that gives more points to one part would else seem to take some
 * from all others; what scaling does is told apart. */
struct fuhe_impact_effect {
    enum fuhe_rule rule; /* FUHE_RULE_NONE for scaling */
    bool known;          /* the form can be scored so */
    fuhe_decimal points; /* total so - total before */
    bool regrades;       /* with these points, by this rule, the total before has the grade after */
    bool decides;        /* neither another rule nor scaling does more (several may do as much) */
};

/* An indicator, or the execution score, whose verified score is another one. */
struct fuhe_impact_part {
    bool is_execution;
    size_t row; /* from 0; of an indicator */
    fuhe_text name;
    struct fuhe_figure scores[FUHE_IMPACT_WHENS]; /* that count */
    uint32_t rules;                               /* a bit for each rule that changes it alone */
};

struct fuhe_impact_form {
    fuhe_text file;
    size_t number; /* of the form in its file, from 0 */
    size_t order;  /* in which it came */
    fuhe_text id;
    fuhe_text project;
    fuhe_text department;
    enum fuhe_impact_kind kind;
    struct fuhe_impact_side sides[FUHE_IMPACT_WHENS];
    fuhe_decimal difference;            /* of the totals; 0 for partial and unscored forms */
    struct fuhe_figure money;           /* its budget, in 元 */
    bool is_doubtful;                   /* read with doubt: a person must compare it with its document first */
    bool is_open;                       /* it is compared, and its weights do not close by one of the packs */
    struct fuhe_impact_effect *effects; /* of the rules that differ; of forms that move */
    size_t effect_count;
    struct fuhe_impact_effect scaling; /* to full marks: after less before; of forms that move */
    fuhe_decimal rest; /* of the difference, beyond scaling and the sum of effects: rules that act together */
    struct fuhe_impact_part *parts; /* when asked for */
    size_t part_count;
};

/* What a group of forms comes to. */
struct fuhe_impact_group {
    size_t forms;
    struct fuhe_impact_money money;
};

/* What a rule does to all forms, or scaling to full marks. */
struct fuhe_impact_rule {
    bool differs;                  /* between packs that were compared */
    struct fuhe_impact_group most; /* forms that it moves most, be it together with others that do as much */
    size_t regrades;               /* forms whose change of grade it makes alone */
    size_t touches;                /* forms that move, and would by it alone */
    fuhe_int128 points;            /* sum of its effects, scaled as fuhe_decimal */
};

/* Forms that are compared, by what their weights come to. */
struct fuhe_impact_weighing {
    size_t forms;
    size_t regraded; /* of these, those that change grade */
};

/* Two packs that were held against each other, and the rules that differ. */
struct fuhe_impact_pair {
    const struct fuhe_pack *before;
    size_t forms;
    size_t rule_count;
    enum fuhe_rule rules[FUHE_RULE_COUNT];
    struct fuhe_pack *mixed; /* for each: before, with this rule of after */
};

struct fuhe_impact_request {
    const struct fuhe_pack *before; /* NULL: the one among `packs` that the form's region and year choose */
    const struct fuhe_pack *after;
    const struct fuhe_pack *packs;
    size_t pack_count;
    size_t usual;     /* how many of them come with the program (pack_choice.h) */
    bool keeps_all;   /* forms that do not move, too */
    bool keeps_parts; /* of forms that move */
};

struct fuhe_impact {
    struct fuhe_impact_request request; /* what it points to is borrowed */
    struct fuhe_arena *arena;
    size_t forms;                          /* that came */
    struct fuhe_impact_group scored;       /* wholly, by both */
    fuhe_int128 totals[FUHE_IMPACT_WHENS]; /* sums over these */
    struct fuhe_impact_group kinds[FUHE_IMPACT_UNSCORED + 1];
    size_t raised; /* forms with a higher total, and with a lower one */
    size_t lowered;
    size_t balanced; /* forms of the same grade and total, of which rows change all the same */
    size_t unread;   /* documents, which who reads them counts */
    size_t doubtful;
    size_t repeated; /* forms that came before, and count all the same */
    struct fuhe_repeats repeats;
    size_t fragile;                   /* grades after the change */
    size_t places;                    /* of grades: the most that a pack has */
    struct fuhe_impact_group *matrix; /* (places + 1) squared, before by after; the last is unscored */
    struct fuhe_impact_rule rules[FUHE_RULE_COUNT];
    struct fuhe_impact_rule scaling;
    struct fuhe_impact_weighing weights[FUHE_IMPACT_WHENS][FUHE_IMPACT_WEIGHTS];
    struct fuhe_impact_group together; /* forms that move, but by no rule alone, nor by scaling */
    struct fuhe_impact_pair *pairs;
    size_t pair_count;
    size_t pair_capacity;
    struct fuhe_impact_form *items; /* those that are kept */
    size_t item_count;
    size_t item_capacity;
};

/* NULL when memory is out. */
struct fuhe_impact *fuhe_impact_new(const struct fuhe_impact_request *request);
void fuhe_impact_free(struct fuhe_impact *impact); /* takes NULL */

/* Takes a form, which is number `number` of its file, from 0. arena is for the work on it. FUHE_STATUS_INVALID when no
 * pack may be chosen for it. */
FUHE_MUST_USE enum fuhe_status fuhe_impact_add(struct fuhe_impact *impact, const char *file, size_t number,
                                               const struct fuhe_form *form, struct fuhe_arena *arena);

/* After the last form: puts those that were kept in order, other grades first, then by the size of the difference, then
 * as they came. */
void fuhe_impact_sort(struct fuhe_impact *impact);

/* The forms of a cell of the matrix. */
const struct fuhe_impact_group *fuhe_impact_cell(const struct fuhe_impact *impact, size_t before, size_t after);

/* Whether a place belongs into the table of grades: one that a pack of that side has; the place for none when there are
 * forms without a grade before or after. */
bool fuhe_impact_shows(const struct fuhe_impact *impact, enum fuhe_impact_when when, size_t place);

/* Forms with another total or grade, and those with another grade. */
struct fuhe_impact_group fuhe_impact_moved(const struct fuhe_impact *impact);
struct fuhe_impact_group fuhe_impact_regraded(const struct fuhe_impact *impact);

/* The average total of the forms scored by both, and of what parts them; half-up at two places. */
struct fuhe_figure fuhe_impact_average(const struct fuhe_impact *impact, enum fuhe_impact_when when);
struct fuhe_figure fuhe_impact_average_difference(const struct fuhe_impact *impact);

#endif
