/* SPDX-License-Identifier: Apache-2.0 */
/* Grades as the forms name them, with the range of each cut. */
#include "engine/pack_rule.h"
#include "infer/draft_rules.h"

/* The grade of the base that goes by this name, or by a part of it (优 for 优秀); NULL when there is none. */
static const struct fuhe_grade *base_grade(const struct fuhe_pack *base, fuhe_text name) {
    for (size_t i = 0; i < base->grade_count; i++) {
        const fuhe_text own = base->grades[i].name.zh;
        if (fuhe_text_starts_with(name, own) || fuhe_text_starts_with(own, name) ||
            fuhe_text_same_name(name, base->grades[i].name.en)) {
            return &base->grades[i];
        }
    }
    return NULL;
}

static bool has_grade(const struct fuhe_pack *pack, fuhe_text id) {
    for (size_t i = 0; i < pack->grade_count; i++) {
        if (fuhe_text_equals(pack->grades[i].id, id)) {
            return true;
        }
    }
    return false;
}

static enum fuhe_status add_grade(const struct fuhe_drafting *drafting, const struct fuhe_stair *step,
                                  struct fuhe_pack *pack) {
    const struct fuhe_grade_proposal *proposal = &drafting->inference->grades;
    const fuhe_text name = proposal->labels[step->value.scaled / FUHE_DECIMAL_ONE].name;
    const struct fuhe_grade *known = base_grade(drafting->base, name);
    struct fuhe_grade grade = {.name = {name, name}, .from = step->cut};
    struct fuhe_slots slots = {.count = 0};
    struct fuhe_bilingual id;

    if (known != NULL && !has_grade(pack, known->id)) {
        grade.id = known->id;
        grade.name.en = known->name.en;
    } else {
        fuhe_slots_count(&slots, "number", pack->grade_count + 1);
        FUHE_TRY(fuhe_both_say("grade-{number}", "grade-{number}", &slots, drafting->arena, &id));
        grade.id = id.en;
    }
    pack->grades[pack->grade_count++] = grade;
    return FUHE_STATUS_OK;
}

static enum fuhe_status say_grades(const struct fuhe_drafting *drafting) {
    struct fuhe_pack *pack = &drafting->draft->pack;
    const struct fuhe_grade_proposal *proposal = &drafting->inference->grades;
    struct fuhe_slots support = {.count = 0};
    struct fuhe_both says;
    struct fuhe_both why;

    fuhe_slots_count(&support, "of", proposal->printed);
    fuhe_slots_count(&support, "fits", proposal->printed - proposal->steps.misfits);
    FUHE_TRY(fuhe_both_begin(&says));
    for (size_t i = 0; i < pack->grade_count; i++) {
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_decimal(&slots, "from", pack->grades[i].from);
        fuhe_slots_text(&slots, "zh", pack->grades[i].name.zh);
        fuhe_slots_text(&slots, "en", pack->grades[i].name.en);
        fuhe_both_add(&says, i == 0 ? "按总分定档：{from}分及以上{zh}" : "，{from}分及以上{zh}",
                      i == 0 ? "By the total: {en} from {from} points" : ", {en} from {from}", &slots);
    }
    fuhe_both_add(&says, "。", ".", &support);
    FUHE_TRY(fuhe_both_end(&says, drafting->arena, &pack->citations[FUHE_RULE_GRADES].says));
    FUHE_TRY(fuhe_both_begin(&why));
    fuhe_both_add(&why, "{of}份填有档次的自评表中{fits}份相符。",
                  "It explains {fits} of {of} forms that print a grade.", &support);
    fuhe_draft_say_cuts(&why, proposal->points, &proposal->steps, "");
    return fuhe_both_end(&why, drafting->arena, &drafting->draft->why[FUHE_RULE_GRADES]);
}

enum fuhe_status fuhe_draft_grades(struct fuhe_drafting *drafting) {
    struct fuhe_pack *pack = &drafting->draft->pack;
    const struct fuhe_steps *steps = &drafting->inference->grades.steps;

    pack->grades = fuhe_arena_allocate(drafting->arena, steps->count, sizeof *pack->grades);
    if (pack->grades == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    pack->grade_count = 0;
    for (size_t i = steps->count; i-- > 0;) {
        FUHE_TRY(add_grade(drafting, &steps->items[i], pack));
    }
    if (fuhe_pack_same_rule(pack, drafting->base, FUHE_RULE_GRADES)) {
        pack->grades = drafting->base->grades;
        return FUHE_STATUS_OK;
    }
    fuhe_draft_state(drafting, FUHE_RULE_GRADES, FUHE_TEXT("自评表填写的档次与总分"));
    return say_grades(drafting);
}
