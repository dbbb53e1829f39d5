/* SPDX-License-Identifier: Apache-2.0 */
/* The impact for programs. Points and money are decimal strings, money in 元; a figure that is not there is left out.
 */
#include "impact/json.h"

#include "report/record.h"
#include "report/rulebook_model.h"

static void record_scaled(struct fuhe_record *record, const char *name, fuhe_int128 scaled) {
    char text[FUHE_IMPACT_MONEY_TEXT];

    fuhe_record_text(record, name, (fuhe_text){text, fuhe_impact_money_format(scaled, text)});
}

static void record_figure(struct fuhe_record *record, const char *name, struct fuhe_figure figure) {
    if (figure.present) {
        fuhe_record_decimal(record, name, figure.value, 2);
    }
}

static void record_group(struct fuhe_record *record, const struct fuhe_impact_group *group) {
    fuhe_record_count(record, "forms", group->forms);
    record_scaled(record, "budget_yuan", group->money.scaled);
    fuhe_record_count(record, "without_budget", group->money.missing);
}

static void record_named_group(struct fuhe_record *record, const char *name, struct fuhe_impact_group group) {
    fuhe_record_open(record, name);
    record_group(record, &group);
    fuhe_record_close(record);
}

/* --- packs -------------------------------------------------------------------------------------------------------- */

static void record_pack(struct fuhe_record *record, const struct fuhe_pack *pack, size_t forms) {
    fuhe_record_text(record, "id", pack->id);
    fuhe_record_text(record, "version", pack->version);
    fuhe_record_word(record, "status", fuhe_rulebook_status_name(pack->status));
    if (pack->hash.length > 0) {
        fuhe_record_text(record, "sha256", pack->hash);
    }
    fuhe_record_count(record, "forms", forms);
    fuhe_record_decimal(record, "full_marks", pack->full_marks, 0);
    fuhe_record_open_list(record, "grades");
    for (size_t i = 0; i < pack->grade_count; i++) {
        fuhe_record_open(record, "grade");
        fuhe_record_count(record, "place", i + 1);
        fuhe_record_text(record, "id", pack->grades[i].id);
        fuhe_record_text(record, "name", pack->grades[i].name.zh);
        fuhe_record_decimal(record, "from", pack->grades[i].from, 0);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void record_packs(struct fuhe_record *record, const struct fuhe_impact *impact) {
    const struct fuhe_pack *asked = impact->request.before;

    fuhe_record_word(record, "before_chosen_by", asked != NULL ? "asked" : "form");
    fuhe_record_open_list(record, "before");
    if (asked != NULL && impact->pair_count == 0) {
        fuhe_record_open(record, "pack");
        record_pack(record, asked, 0);
        fuhe_record_close(record);
    }
    for (size_t i = 0; i < impact->pair_count; i++) {
        fuhe_record_open(record, "pack");
        record_pack(record, impact->pairs[i].before, impact->pairs[i].forms);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    fuhe_record_open(record, "after");
    record_pack(record, impact->request.after, impact->forms);
    fuhe_record_close(record);
}

/* --- all forms ---------------------------------------------------------------------------------------------------- */

/* Forms that are compared, by what their weights come to. */
static void record_weights(struct fuhe_record *record, const char *name, const struct fuhe_impact_weighing *weighings) {
    fuhe_record_open(record, name);
    for (int i = 0; i < FUHE_IMPACT_WEIGHTS; i++) {
        fuhe_record_open(record, fuhe_impact_weights_name((enum fuhe_impact_weights)i));
        fuhe_record_count(record, "forms", weighings[i].forms);
        fuhe_record_count(record, "regraded", weighings[i].regraded);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void record_summary(struct fuhe_record *record, const struct fuhe_impact *impact, size_t failures) {
    fuhe_record_open(record, "summary");
    fuhe_record_count(record, "forms", impact->forms);
    fuhe_record_count(record, "failures", failures);
    fuhe_record_count(record, "raised", impact->raised);
    fuhe_record_count(record, "lowered", impact->lowered);
    fuhe_record_count(record, "up", impact->kinds[FUHE_IMPACT_UP].forms);
    fuhe_record_count(record, "down", impact->kinds[FUHE_IMPACT_DOWN].forms);
    fuhe_record_count(record, "balanced", impact->balanced);
    fuhe_record_count(record, "doubtful", impact->doubtful);
    fuhe_record_count(record, "repeated", impact->repeated);
    fuhe_record_count(record, "fragile_after", impact->fragile);
    record_weights(record, "weights_before", impact->weights[FUHE_IMPACT_BEFORE]);
    record_weights(record, "weights_after", impact->weights[FUHE_IMPACT_AFTER]);
    record_figure(record, "average_before", fuhe_impact_average(impact, FUHE_IMPACT_BEFORE));
    record_figure(record, "average_after", fuhe_impact_average(impact, FUHE_IMPACT_AFTER));
    record_figure(record, "average_difference", fuhe_impact_average_difference(impact));
    record_named_group(record, "scored", impact->scored);
    record_named_group(record, "moved", fuhe_impact_moved(impact));
    record_named_group(record, "regraded", fuhe_impact_regraded(impact));
    record_named_group(record, "partial", impact->kinds[FUHE_IMPACT_PARTIAL]);
    record_named_group(record, "unscored", impact->kinds[FUHE_IMPACT_UNSCORED]);
    fuhe_record_close(record);
}

/* The place of a cell; none for unscored. */
static void record_place(struct fuhe_record *record, const char *name, const struct fuhe_impact *impact, size_t place) {
    if (place < impact->places) {
        fuhe_record_count(record, name, place + 1);
    }
}

static void record_matrix(struct fuhe_record *record, const struct fuhe_impact *impact) {
    const size_t side = impact->places + 1;

    fuhe_record_open_list(record, "matrix");
    for (size_t i = 0; i < side * side; i++) {
        if (impact->matrix[i].forms > 0) {
            fuhe_record_open(record, "cell");
            record_place(record, "before", impact, i / side);
            record_place(record, "after", impact, i % side);
            record_group(record, &impact->matrix[i]);
            fuhe_record_close(record);
        }
    }
    fuhe_record_close(record);
}

static void record_rule(struct fuhe_record *record, const struct fuhe_impact_rule *rule) {
    fuhe_record_count(record, "touches", rule->touches);
    fuhe_record_count(record, "regrades", rule->regrades);
    record_scaled(record, "points", rule->points);
    record_named_group(record, "most", rule->most);
}

static void record_rules(struct fuhe_record *record, const struct fuhe_impact *impact) {
    fuhe_record_open_list(record, "rules");
    for (int i = 0; i < FUHE_RULE_COUNT; i++) {
        const struct fuhe_impact_rule *rule = &impact->rules[i];
        if (rule->differs) {
            fuhe_record_open(record, "rule");
            fuhe_record_word(record, "rule", fuhe_rule_name((enum fuhe_rule)i));
            record_rule(record, rule);
            fuhe_record_close(record);
        }
    }
    fuhe_record_close(record);
    fuhe_record_open(record, "rescaling");
    record_rule(record, &impact->scaling);
    fuhe_record_close(record);
    record_named_group(record, "together", impact->together);
}

/* --- one form ----------------------------------------------------------------------------------------------------- */

static void record_side(struct fuhe_record *record, const char *name, const struct fuhe_impact_side *side) {
    fuhe_record_open(record, name);
    fuhe_record_text(record, "rules", side->pack->id);
    fuhe_record_word(record, "state", fuhe_review_state_name(side->state));
    if (side->state == FUHE_REVIEW_SCORED) {
        fuhe_record_decimal(record, "total", side->total, 2);
        fuhe_record_decimal(record, "rescaling", side->scaling, 2);
        fuhe_record_word(record, "weights", fuhe_impact_weights_name(side->weights));
    }
    if (side->has_grade) {
        fuhe_record_count(record, "place", side->grade + 1);
        fuhe_record_text(record, "grade", side->pack->grades[side->grade].id);
        fuhe_record_flag(record, "fragile", side->is_fragile);
    }
    fuhe_record_close(record);
}

static void record_effect(struct fuhe_record *record, const struct fuhe_impact_effect *effect) {
    if (effect->known) {
        fuhe_record_decimal(record, "points", effect->points, 2);
    }
    fuhe_record_flag(record, "regrades", effect->regrades);
    fuhe_record_flag(record, "decides", effect->decides);
}

static void record_effects(struct fuhe_record *record, const struct fuhe_impact_form *form) {
    fuhe_record_open_list(record, "effects");
    for (size_t i = 0; i < form->effect_count; i++) {
        fuhe_record_open(record, "effect");
        fuhe_record_word(record, "rule", fuhe_rule_name(form->effects[i].rule));
        record_effect(record, &form->effects[i]);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
    if (form->scaling.known) {
        fuhe_record_open(record, "rescaling");
        record_effect(record, &form->scaling);
        fuhe_record_close(record);
    }
}

static void record_part_rules(struct fuhe_record *record, uint32_t rules) {
    fuhe_record_open_list(record, "rules");
    for (int rule = 0; rule < FUHE_RULE_COUNT; rule++) {
        if ((rules >> rule & 1) != 0) {
            fuhe_record_open(record, "rule");
            fuhe_record_word(record, "rule", fuhe_rule_name((enum fuhe_rule)rule));
            fuhe_record_close(record);
        }
    }
    fuhe_record_close(record);
}

static void record_parts(struct fuhe_record *record, const struct fuhe_impact_form *form) {
    fuhe_record_open_list(record, "parts");
    for (size_t i = 0; i < form->part_count; i++) {
        const struct fuhe_impact_part *part = &form->parts[i];
        fuhe_record_open(record, "part");
        fuhe_record_word(record, "part", part->is_execution ? "execution" : "row");
        if (!part->is_execution) {
            fuhe_record_count(record, "row", part->row + 1);
            fuhe_record_text(record, "name", part->name);
        }
        record_figure(record, "before", part->scores[FUHE_IMPACT_BEFORE]);
        record_figure(record, "after", part->scores[FUHE_IMPACT_AFTER]);
        record_part_rules(record, part->rules);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void record_form(struct fuhe_record *record, const struct fuhe_impact_form *form) {
    fuhe_record_text(record, "file", form->file);
    fuhe_record_count(record, "number", form->number + 1);
    fuhe_record_text(record, "id", form->id);
    fuhe_record_text(record, "project", form->project);
    fuhe_record_text(record, "department", form->department);
    fuhe_record_word(record, "kind", fuhe_impact_kind_name(form->kind));
    fuhe_record_flag(record, "doubtful", form->is_doubtful);
    record_figure(record, "budget_yuan", form->money);
    if (form->kind < FUHE_IMPACT_PARTIAL) {
        fuhe_record_decimal(record, "difference", form->difference, 2);
        fuhe_record_decimal(record, "left_over", form->rest, 2);
    }
    record_side(record, "before", &form->sides[FUHE_IMPACT_BEFORE]);
    record_side(record, "after", &form->sides[FUHE_IMPACT_AFTER]);
    record_effects(record, form);
    record_parts(record, form);
}

/* A line each. */
static void record_forms(struct fuhe_record *record, const struct fuhe_impact *impact) {
    fuhe_record_open_list(record, "forms");
    for (size_t i = 0; i < impact->item_count; i++) {
        fuhe_output_char(record->output, '\n');
        fuhe_record_open(record, "form");
        record_form(record, &impact->items[i]);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

static void record_failures(struct fuhe_record *record, const struct fuhe_impact_failure *failures, size_t count) {
    fuhe_record_open_list(record, "failures");
    for (size_t i = 0; i < count; i++) {
        fuhe_record_open(record, "failure");
        fuhe_record_failure(record, failures[i].file, &failures[i].error);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

void fuhe_impact_write_json(const struct fuhe_impact *impact, const struct fuhe_impact_failure *failures, size_t count,
                            struct fuhe_output *output) {
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-impact/1");
    fuhe_record_word(&record, "engine", FUHE_VERSION);
    record_packs(&record, impact);
    record_summary(&record, impact, count);
    record_matrix(&record, impact);
    record_rules(&record, impact);
    record_forms(&record, impact);
    record_failures(&record, failures, count);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}
