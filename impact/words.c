/* SPDX-License-Identifier: Apache-2.0 */
/* The sentences and names of an impact. A sentence is a template whose words are worked out by a table. */
#include "impact/words.h"

#include "report/messages.h"
#include "report/rulebook.h"
#include "report/template.h"
#include "report/translate.h"

enum { YUAN = 1, WAN_YUAN = 10000, HASH_SHOWN = 12 };

/* --- figures ------------------------------------------------------------------------------------------------------ */

void fuhe_impact_write_signed(struct fuhe_output *output, fuhe_int128 scaled) {
    char text[FUHE_IMPACT_MONEY_TEXT];

    fuhe_output_string(output, scaled > 0 ? "+" : "");
    fuhe_output_text(output, (fuhe_text){text, fuhe_impact_money_format(scaled, text)});
}

void fuhe_impact_write_money(struct fuhe_output *output, fuhe_int128 scaled) {
    char text[FUHE_IMPACT_MONEY_TEXT];
    const int64_t unit = fuhe_language_is_chinese() ? WAN_YUAN : YUAN;

    fuhe_output_text(output, (fuhe_text){text, fuhe_impact_money_show(scaled, unit, text)});
    fuhe_output_string(output, fuhe_language_is_chinese() ? "万元" : " yuan");
}

void fuhe_impact_write_budget(struct fuhe_output *output, struct fuhe_figure budget) {
    if (budget.present) {
        fuhe_impact_write_money(output, budget.value.scaled);
    } else {
        fuhe_output_string(output, "—");
    }
}

/* --- packs and grades --------------------------------------------------------------------------------------------- */

void fuhe_impact_write_pack(struct fuhe_output *output, const struct fuhe_pack *pack) {
    const fuhe_text hash = {pack->hash.bytes, pack->hash.length < HASH_SHOWN ? pack->hash.length : HASH_SHOWN};
    const char *mark = pack->status == FUHE_PACK_DRAFT ? _(" (draft)") : "";
    const struct fuhe_template_word words[] = {{"id", pack->id},
                                               {"mark", fuhe_text_of(mark)},
                                               {"version", pack->version},
                                               {"hash", hash},
                                               {"title", fuhe_message_choose(pack->title)},
                                               {NULL, {NULL, 0}}};

    fuhe_template_words(output,
                        hash.length > 0 ? _("{id}{mark}, version {version}, SHA-256 {hash}: {title}")
                                        : _("{id}{mark}, version {version}: {title}"),
                        words);
}

static fuhe_text name_of(const struct fuhe_pack *pack, size_t place) {
    return place < pack->grade_count ? fuhe_message_choose(pack->grades[place].name) : FUHE_TEXT("");
}

/* Whether a pack before the i-th calls the grade the same. */
static bool is_said(const struct fuhe_impact *impact, size_t i, size_t place) {
    for (size_t earlier = 0; earlier < i; earlier++) {
        if (fuhe_text_equals(name_of(impact->pairs[earlier].before, place), name_of(impact->pairs[i].before, place))) {
            return true;
        }
    }
    return false;
}

void fuhe_impact_write_grade(struct fuhe_output *output, const struct fuhe_impact *impact, enum fuhe_impact_when when,
                             size_t place) {
    bool first = true;

    if (place >= impact->places) {
        fuhe_output_string(output, _("unscored"));
        return;
    }
    if (when == FUHE_IMPACT_AFTER) {
        fuhe_output_text(output, name_of(impact->request.after, place));
        return;
    }
    for (size_t i = 0; i < impact->pair_count; i++) {
        const fuhe_text name = name_of(impact->pairs[i].before, place);
        if (name.length > 0 && !is_said(impact, i, place)) {
            fuhe_output_string(output, first ? "" : "/");
            fuhe_output_text(output, name);
            first = false;
        }
    }
}

bool fuhe_impact_has_rules(const struct fuhe_impact *impact) {
    bool any = false;

    for (int rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        any = any || impact->rules[rule].differs;
    }
    return any;
}

static void write_side(struct fuhe_output *output, const struct fuhe_impact_side *side) {
    if (side->has_grade) {
        fuhe_output_text(output, name_of(side->pack, side->grade));
    } else {
        fuhe_output_string(output, side->state == FUHE_REVIEW_PARTIAL ? _("scored in part") : _("unscored"));
    }
    fuhe_output_string(output, side->is_fragile ? "*" : "");
}

void fuhe_impact_write_grades(struct fuhe_output *output, const struct fuhe_impact_form *form) {
    const struct fuhe_impact_side *before = &form->sides[FUHE_IMPACT_BEFORE];
    const struct fuhe_impact_side *after = &form->sides[FUHE_IMPACT_AFTER];

    write_side(output, before);
    if (before->has_grade || after->has_grade || before->state != after->state) {
        fuhe_output_string(output, " → ");
        write_side(output, after);
    }
}

/* --- forms -------------------------------------------------------------------------------------------------------- */

void fuhe_impact_write_name(struct fuhe_output *output, const struct fuhe_impact_form *form) {
    fuhe_output_text(output, form->project.length > 0 ? form->project : form->id.length > 0 ? form->id : form->file);
    fuhe_output_string(output, form->is_doubtful ? " ?" : "");
    fuhe_output_string(output, form->is_open ? " ~" : "");
}

void fuhe_impact_write_rules(struct fuhe_output *output, uint32_t rules) {
    bool first = true;

    for (int rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        if ((rules >> rule & 1) != 0) {
            fuhe_output_string(output, first ? "" : fuhe_message_list_separator());
            fuhe_output_string(output, fuhe_rulebook_title((enum fuhe_rule)rule));
            first = false;
        }
    }
}

const char *fuhe_impact_scaling_title(void) {
    return _("Rescaling to full marks");
}

static const char *title_of(const struct fuhe_impact_effect *effect) {
    return effect->rule == FUHE_RULE_NONE ? fuhe_impact_scaling_title() : fuhe_rulebook_title(effect->rule);
}

/* Writes an effect when it decides; returns how many do so far. */
static size_t write_decider(struct fuhe_output *output, const struct fuhe_impact_effect *effect, size_t count) {
    if (!effect->decides) {
        return count;
    }
    fuhe_output_string(output, count == 0 ? "" : fuhe_message_list_separator());
    fuhe_output_string(output, title_of(effect));
    if (effect->points.scaled != 0) {
        fuhe_output_char(output, ' ');
        fuhe_impact_write_signed(output, effect->points.scaled);
    }
    return count + 1;
}

/* What decides, with what each does. */
static size_t write_deciders(struct fuhe_output *output, const struct fuhe_impact_form *form) {
    size_t count = write_decider(output, &form->scaling, 0);

    for (size_t i = 0; i < form->effect_count; i++) {
        count = write_decider(output, &form->effects[i], count);
    }
    fuhe_output_string(output, count == 0 ? _("several rules together") : count > 1 ? _(" (each as much)") : "");
    return count;
}

static void write_share(struct fuhe_output *output, const char *label, int64_t points) {
    if (points != 0) {
        fuhe_output_string(output, label);
        fuhe_impact_write_signed(output, points);
    }
}

/* What the rules that do not decide add, what scaling does, and what none of them explains alone. */
static void write_others(struct fuhe_output *output, const struct fuhe_impact_form *form) {
    int64_t others = 0;

    for (size_t i = 0; i < form->effect_count; i++) {
        others += form->effects[i].decides ? 0 : form->effects[i].points.scaled;
    }
    write_share(output, _("; other rules "), others);
    write_share(output, _("; rescaling to full marks "), form->scaling.decides ? 0 : form->scaling.points.scaled);
    write_share(output, _("; acting together "), form->rest.scaled);
}

/* Of a set of bits; that of no rule is for scaling. */
static bool write_regraders_word(struct fuhe_output *output, fuhe_text name, const void *context) {
    const uint32_t *regraders = context;
    const uint32_t rules = *regraders & ~(UINT32_C(1) << FUHE_RULE_NONE);
    const bool scaling = rules != *regraders;

    if (output != NULL) {
        fuhe_impact_write_rules(output, rules);
        fuhe_output_string(output, scaling && rules != 0 ? fuhe_message_list_separator() : "");
        fuhe_output_string(output, scaling ? fuhe_impact_scaling_title() : "");
    }
    return fuhe_text_equals(name, FUHE_TEXT("rules"));
}

static const char *regraders_sentence(uint32_t regraders) {
    if (regraders == 0) {
        return _("; no rule alone changes the grade");
    }
    return (regraders & (regraders - 1)) == 0 ? _("; the grade is changed by the rule “{rules}”")
                                              : _("; the grade is changed by each of “{rules}” alone");
}

/* The grade, where something else than what decides changes it, or nothing does alone. */
static void write_regraders(struct fuhe_output *output, const struct fuhe_impact_form *form) {
    uint32_t regraders = (uint32_t)form->scaling.regrades << FUHE_RULE_NONE;
    bool decided = form->scaling.regrades && form->scaling.decides;

    for (size_t i = 0; i < form->effect_count; i++) {
        regraders |= (uint32_t)form->effects[i].regrades << form->effects[i].rule;
        decided = decided || (form->effects[i].regrades && form->effects[i].decides);
    }
    if ((form->kind == FUHE_IMPACT_UP || form->kind == FUHE_IMPACT_DOWN) && !decided) {
        fuhe_template_write(output, regraders_sentence(regraders), write_regraders_word, &regraders);
    }
}

void fuhe_impact_write_reason(struct fuhe_output *output, const struct fuhe_impact_form *form) {
    if (form->kind != FUHE_IMPACT_MOVED && form->kind != FUHE_IMPACT_UP && form->kind != FUHE_IMPACT_DOWN) {
        return;
    }
    const size_t deciders = write_deciders(output, form);
    write_others(output, form);
    if (deciders > 0) {
        write_regraders(output, form);
    }
}

/* --- all forms ---------------------------------------------------------------------------------------------------- */

enum word_kind { WORD_COUNT, WORD_MONEY, WORD_POINTS, WORD_SIGNED };

/* The value of a name in a sentence. */
struct value {
    const char *name;
    enum word_kind kind;
    fuhe_int128 figure;
};

enum { VALUES = 29 };

static void list_values(const struct fuhe_impact *impact, struct value values[VALUES]) {
    const struct fuhe_impact_group moved = fuhe_impact_moved(impact);
    const struct fuhe_impact_group regraded = fuhe_impact_regraded(impact);
    const struct fuhe_impact_weighing *before = impact->weights[FUHE_IMPACT_BEFORE];
    const struct fuhe_impact_weighing *after = impact->weights[FUHE_IMPACT_AFTER];
    const struct value list[VALUES] = {
        {"forms", WORD_COUNT, (fuhe_int128)impact->forms},
        {"scored", WORD_COUNT, (fuhe_int128)impact->scored.forms},
        {"regraded", WORD_COUNT, (fuhe_int128)regraded.forms},
        {"up", WORD_COUNT, (fuhe_int128)impact->kinds[FUHE_IMPACT_UP].forms},
        {"down", WORD_COUNT, (fuhe_int128)impact->kinds[FUHE_IMPACT_DOWN].forms},
        {"retotalled", WORD_COUNT, (fuhe_int128)(impact->raised + impact->lowered)},
        {"raised", WORD_COUNT, (fuhe_int128)impact->raised},
        {"lowered", WORD_COUNT, (fuhe_int128)impact->lowered},
        {"partial", WORD_COUNT, (fuhe_int128)impact->kinds[FUHE_IMPACT_PARTIAL].forms},
        {"unscored", WORD_COUNT, (fuhe_int128)impact->kinds[FUHE_IMPACT_UNSCORED].forms},
        {"unread", WORD_COUNT, (fuhe_int128)impact->unread},
        {"missing", WORD_COUNT, (fuhe_int128)impact->scored.money.missing},
        {"repeated", WORD_COUNT, (fuhe_int128)impact->repeated},
        {"balanced", WORD_COUNT, (fuhe_int128)impact->balanced},
        {"doubtful", WORD_COUNT, (fuhe_int128)impact->doubtful},
        {"fragile", WORD_COUNT, (fuhe_int128)impact->fragile},
        {"regraded-money", WORD_MONEY, regraded.money.scaled},
        {"moved-money", WORD_MONEY, moved.money.scaled},
        {"scaled-after", WORD_COUNT, (fuhe_int128)after[FUHE_IMPACT_SCALED].forms},
        {"scaled-after-regraded", WORD_COUNT, (fuhe_int128)after[FUHE_IMPACT_SCALED].regraded},
        {"short-after", WORD_COUNT, (fuhe_int128)after[FUHE_IMPACT_SHORT].forms},
        {"short-after-regraded", WORD_COUNT, (fuhe_int128)after[FUHE_IMPACT_SHORT].regraded},
        {"scaled-before", WORD_COUNT, (fuhe_int128)before[FUHE_IMPACT_SCALED].forms},
        {"scaled-before-regraded", WORD_COUNT, (fuhe_int128)before[FUHE_IMPACT_SCALED].regraded},
        {"short-before", WORD_COUNT, (fuhe_int128)before[FUHE_IMPACT_SHORT].forms},
        {"short-before-regraded", WORD_COUNT, (fuhe_int128)before[FUHE_IMPACT_SHORT].regraded},
        {"money", WORD_MONEY, impact->scored.money.scaled},
        {"before", WORD_POINTS, fuhe_impact_average(impact, FUHE_IMPACT_BEFORE).value.scaled},
        {"after", WORD_POINTS, fuhe_impact_average(impact, FUHE_IMPACT_AFTER).value.scaled},
    };

    memcpy(values, list, sizeof list);
}

static void write_value(struct fuhe_output *output, const struct value *value) {
    char text[FUHE_IMPACT_MONEY_TEXT];

    switch (value->kind) {
    case WORD_COUNT:
        fuhe_output_size(output, (size_t)value->figure);
        break;
    case WORD_MONEY:
        fuhe_impact_write_money(output, value->figure);
        break;
    case WORD_POINTS:
        fuhe_output_text(output, (fuhe_text){text, fuhe_impact_money_format(value->figure, text)});
        break;
    case WORD_SIGNED:
        fuhe_impact_write_signed(output, value->figure);
        break;
    }
}

static bool write_word(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct fuhe_impact *impact = context;
    const struct value change = {"change", WORD_SIGNED, fuhe_impact_average_difference(impact).value.scaled};
    struct value values[VALUES];
    const struct value *found = fuhe_text_equals(name, FUHE_TEXT("change")) ? &change : NULL;

    list_values(impact, values);
    for (size_t i = 0; i < VALUES && found == NULL; i++) {
        found = fuhe_text_equals(name, fuhe_text_of(values[i].name)) ? &values[i] : NULL;
    }
    if (found != NULL && output != NULL) {
        write_value(output, found);
    }
    return found != NULL;
}

static bool has_regraded(const struct fuhe_impact *impact) {
    return fuhe_impact_regraded(impact).forms > 0;
}

static bool has_moves(const struct fuhe_impact *impact) {
    return fuhe_impact_moved(impact).forms > 0;
}

static bool has_scored(const struct fuhe_impact *impact) {
    return impact->scored.forms > 0;
}

static bool has_apart(const struct fuhe_impact *impact) {
    return impact->scored.forms < impact->forms;
}

static bool has_unread(const struct fuhe_impact *impact) {
    return impact->unread > 0;
}

static bool has_missing(const struct fuhe_impact *impact) {
    return impact->scored.money.missing > 0;
}

static bool has_repeated(const struct fuhe_impact *impact) {
    return impact->repeated > 0;
}

static bool has_scaled_after(const struct fuhe_impact *impact) {
    return impact->weights[FUHE_IMPACT_AFTER][FUHE_IMPACT_SCALED].forms > 0;
}

static bool has_scaled_before(const struct fuhe_impact *impact) {
    return impact->weights[FUHE_IMPACT_BEFORE][FUHE_IMPACT_SCALED].forms > 0;
}

static bool has_short_after(const struct fuhe_impact *impact) {
    return impact->weights[FUHE_IMPACT_AFTER][FUHE_IMPACT_SHORT].forms > 0;
}

static bool has_short_before(const struct fuhe_impact *impact) {
    return impact->weights[FUHE_IMPACT_BEFORE][FUHE_IMPACT_SHORT].forms > 0;
}

static bool has_balanced(const struct fuhe_impact *impact) {
    return impact->balanced > 0;
}

static bool has_doubtful(const struct fuhe_impact *impact) {
    return impact->doubtful > 0;
}

static bool has_fragile(const struct fuhe_impact *impact) {
    return impact->fragile > 0;
}

/* Whether a pack before has other grades at some place than the one after. */
static bool has_other_grades(const struct fuhe_impact *impact) {
    bool other = false;

    for (size_t i = 0; i < impact->pair_count; i++) {
        for (size_t place = 0; place < impact->places && !other; place++) {
            other = !fuhe_text_equals(name_of(impact->pairs[i].before, place), name_of(impact->request.after, place));
        }
    }
    return other;
}

static bool has_other_full_marks(const struct fuhe_impact *impact) {
    bool other = false;

    for (size_t i = 0; i < impact->pair_count; i++) {
        other = other || !fuhe_decimal_equals(impact->pairs[i].before->full_marks, impact->request.after->full_marks);
    }
    return other;
}

static bool is_always(const struct fuhe_impact *impact) {
    (void)impact;
    return true;
}

static const struct sentence {
    bool (*applies)(const struct fuhe_impact *impact);
    const char *words;
} sentences[FUHE_IMPACT_SENTENCES] = {
    [FUHE_IMPACT_SAYS_REGRADED] = {has_scored, N_("Forms that change grade: {regraded} of {scored} ({up} up, {down} "
                                                  "down).")},
    [FUHE_IMPACT_SAYS_MONEY] = {has_regraded, N_("Money behind them: {regraded-money}.")},
    [FUHE_IMPACT_SAYS_MOVED] = {has_moves, N_("Money behind all forms that move: {moved-money}, of {money} in all.")},
    [FUHE_IMPACT_SAYS_TOTALS] = {has_scored, N_("Forms with another total: {retotalled} ({raised} higher, {lowered} "
                                                "lower). Average total: {before} before, {after} after ({change}).")},
    [FUHE_IMPACT_SAYS_SCALED_AFTER] = {has_scaled_after,
                                       N_("Forms whose weights do not close under the rules after, marked ~: "
                                          "{scaled-after} ({scaled-after-regraded} of them change grade); their "
                                          "totals are scaled to full marks. They were filled in for other "
                                          "weights: a change of their grade is no effect of the rules alone.")},
    [FUHE_IMPACT_SAYS_SCALED_BEFORE] = {has_scaled_before,
                                        N_("Forms whose weights do not close under the rules before, marked ~: "
                                           "{scaled-before} ({scaled-before-regraded} of them change grade); their "
                                           "totals are scaled to full marks. Their weights are not those of these "
                                           "rules: a change of their grade is no effect of the rules alone.")},
    [FUHE_IMPACT_SAYS_SHORT_AFTER] = {has_short_after,
                                      N_("Forms whose weights fall short of full marks under the rules after, "
                                         "marked ~: {short-after} ({short-after-regraded} of them change grade); "
                                         "their totals stay as listed. Their weights are not those of these "
                                         "rules: a change of their grade is no effect of the rules alone.")},
    [FUHE_IMPACT_SAYS_SHORT_BEFORE] = {has_short_before,
                                       N_("Forms whose weights fall short of full marks under the rules before, "
                                          "marked ~: {short-before} ({short-before-regraded} of them change "
                                          "grade); their totals stay as listed. Their weights are not those of "
                                          "these rules: a change of their grade is no effect of the rules alone.")},
    [FUHE_IMPACT_SAYS_FORMS] = {is_always, N_("Forms read: {forms}, scored in full by both: {scored}.")},
    [FUHE_IMPACT_SAYS_BALANCED] = {has_balanced, N_("Rows change, the total stays: {balanced} forms.")},
    [FUHE_IMPACT_SAYS_UNREAD] = {has_unread, N_("Documents that could not be read, and are in no figure: {unread}.")},
    [FUHE_IMPACT_SAYS_APART] = {has_apart, N_("Not compared, and in no figure above: {partial} scored in part, "
                                              "{unscored} not scored, by the rules before or after.")},
    [FUHE_IMPACT_SAYS_MISSING] = {has_missing, N_("Without a readable budget, and in no sum of money: {missing}.")},
    [FUHE_IMPACT_SAYS_REPEATED] = {has_repeated, N_("Forms that came before, with the same figures and claims: "
                                                    "{repeated}. They and their money count each time.")},
    [FUHE_IMPACT_SAYS_DOUBTFUL] = {has_doubtful, N_("Read with doubt, marked ?: {doubtful}. Compare them with their "
                                                    "documents first.")},
    [FUHE_IMPACT_SAYS_FRAGILE] = {has_fragile, N_("Fragile grades after the change, marked *: {fragile}. Another "
                                                  "defensible reading of the form gives another grade.")},
    [FUHE_IMPACT_SAYS_FULL_MARKS] = {has_other_full_marks,
                                     N_("The packs do not have the same full marks: their totals are not out of the "
                                        "same figure, and differences of totals and averages say little. Look at the "
                                        "grades.")},
    [FUHE_IMPACT_SAYS_PLACES] = {has_other_grades,
                                 N_("The packs do not name their grades alike: grades are matched by their place in "
                                    "the list, best first.")},
};

bool fuhe_impact_says(const struct fuhe_impact *impact, enum fuhe_impact_sentence sentence) {
    return sentences[sentence].applies(impact);
}

void fuhe_impact_write_sentence(const struct fuhe_impact *impact, enum fuhe_impact_sentence sentence,
                                struct fuhe_output *output) {
    fuhe_template_write(output, _(sentences[sentence].words), write_word, impact);
}
