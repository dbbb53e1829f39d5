/* SPDX-License-Identifier: Apache-2.0 */
/* Puts a draft together: identity, source, and the rules in which the claims differ from the base (draft_rules.h). */
#include "infer/draft.h"

#include "infer/draft_rules.h"

/* --- who ---------------------------------------------------------------------------------------------------------- */

/* The part of a path behind its last slash: no document of the pack names a machine. */
static fuhe_text file_name(fuhe_text path) {
    size_t from = path.length;

    while (from > 0 && path.bytes[from - 1] != '/') {
        from--;
    }
    return fuhe_text_from(path, from);
}

/* Names, as they come; how many are named, and whether there are more. */
struct names {
    struct fuhe_memory_output *memory;
    size_t count;
    fuhe_text last;
};

enum { NAMES_MAX = 3 };

static void add_name(struct names *names, fuhe_text name) {
    if (names->count > 0 && fuhe_text_equals(names->last, name)) {
        return;
    }
    if (names->count < NAMES_MAX) {
        fuhe_output_string(&names->memory->output, names->count == 0 ? "" : "、");
        fuhe_output_text(&names->memory->output, name);
    }
    names->last = name;
    names->count++;
}

/* Names of the departments, or of the first files, that the forms are of. */
static enum fuhe_status name_document(const struct fuhe_observations *observations, struct fuhe_arena *arena,
                                      fuhe_text *document) {
    struct names names = {.memory = fuhe_memory_output_new()};

    if (names.memory == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    for (size_t i = 0; i < observations->department_count; i++) {
        add_name(&names, observations->departments[i]);
    }
    for (size_t i = 0; observations->department_count == 0 && i < observations->form_count; i++) {
        add_name(&names, file_name(observations->forms[i].file));
    }
    fuhe_output_string(&names.memory->output, names.count > NAMES_MAX ? "等" : "");
    const enum fuhe_status status = fuhe_arena_copy(arena, fuhe_memory_output_text(names.memory), document);
    fuhe_memory_output_free(names.memory);
    return status;
}

/* The years of the forms; open when one has none. */
static void set_period(const struct fuhe_observations *observations, struct fuhe_pack *pack) {
    int32_t first = observations->form_count == 0 ? 0 : INT32_MAX;
    int32_t last = 0;

    for (size_t i = 0; i < observations->form_count; i++) {
        const int32_t year = observations->forms[i].year;
        first = year < first ? year : first;
        last = year > last ? year : last;
    }
    pack->from = first <= 0 ? 0 : first * 10000 + 101;
    pack->to = first <= 0 ? 0 : last * 10000 + 1231;
}

static enum fuhe_status set_identity(const struct fuhe_drafting *drafting, fuhe_text id) {
    const struct fuhe_observations *observations = drafting->inference->observations;
    struct fuhe_pack *pack = &drafting->draft->pack;
    struct fuhe_source *source = fuhe_arena_allocate(drafting->arena, 1, sizeof *source);
    struct fuhe_slots slots = {.count = 0};

    if (source == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    source->id = FUHE_TEXT("FORMS");
    FUHE_TRY(name_document(observations, drafting->arena, &source->document));
    fuhe_slots_count(&slots, "forms", observations->form_count);
    fuhe_slots_text(&slots, "names", source->document);
    FUHE_TRY(fuhe_both_say("{forms}份已填报的自评表", "{forms} filled self-assessment forms", &slots, drafting->arena,
                           &source->title));
    FUHE_TRY(fuhe_both_say("由{forms}份自评表的自评得分推得的规则（草案）",
                           "Rules inferred from the claims of {forms} forms (draft)", &slots, drafting->arena,
                           &pack->title));
    FUHE_TRY(fuhe_both_say("无发文机关：由自评表推得（{names}）", "No issuer: inferred from forms ({names})", &slots,
                           drafting->arena, &pack->issuer));
    pack->id = id;
    pack->version = FUHE_TEXT("1");
    pack->status = FUHE_PACK_DRAFT;
    pack->regions = (struct fuhe_text_list){NULL, 0};
    pack->sources = source;
    pack->source_count = 1;
    set_period(observations, pack);
    return FUHE_STATUS_OK;
}

/* --- what --------------------------------------------------------------------------------------------------------- */

void fuhe_draft_state(struct fuhe_drafting *drafting, enum fuhe_rule rule, fuhe_text clause) {
    struct fuhe_draft *draft = drafting->draft;

    draft->pack.citations[rule] = (struct fuhe_citation){
        .present = true, .source = draft->pack.sources, .clause = clause, .confidence = FUHE_CONFIDENCE_SOURCE};
    draft->rules[rule] = true;
    draft->rule_count++;
}

static void say_rivals(struct fuhe_both *both, const struct fuhe_step_point *points, const struct fuhe_stair *step,
                       const char *sign) {
    for (size_t i = 0; i < step->rival_count; i++) {
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_text(&slots, "sign", fuhe_text_of(sign));
        fuhe_slots_fraction(&slots, "above", points[step->rivals[i].above].at);
        fuhe_slots_fraction(&slots, "up_to", points[step->rivals[i].up_to].at);
        fuhe_both_add(both, "在{above}{sign}以上至{up_to}{sign}之间的，同样多的填报相符。",
                      " As many claims fit with a cut above {above}{sign} and up to {up_to}{sign}.", &slots);
    }
}

void fuhe_draft_say_cuts(struct fuhe_both *both, const struct fuhe_step_point *points, const struct fuhe_steps *steps,
                         const char *sign) {
    for (size_t i = steps->count; i-- > 1;) {
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_text(&slots, "sign", fuhe_text_of(sign));
        fuhe_slots_decimal(&slots, "cut", steps->items[i].cut);
        fuhe_slots_fraction(&slots, "above", points[steps->items[i - 1].highest].at);
        fuhe_slots_fraction(&slots, "up_to", points[steps->items[i].lowest].at);
        fuhe_both_add(both, "界限{cut}{sign}可在{above}{sign}以上至{up_to}{sign}之间，取其中最整的数。",
                      " The cut at {cut}{sign} can lie anywhere above {above}{sign} and up to {up_to}{sign}; it is the "
                      "roundest number there.",
                      &slots);
        say_rivals(both, points, &steps->items[i], sign);
    }
    if (steps->count > 0 && fuhe_fraction_compare_decimal(points[steps->items[0].lowest].at, FUHE_DECIMAL(0)) > 0) {
        struct fuhe_slots slots = {.count = 0};
        fuhe_slots_text(&slots, "sign", fuhe_text_of(sign));
        fuhe_slots_fraction(&slots, "lowest", points[steps->items[0].lowest].at);
        fuhe_both_add(both, "{lowest}{sign}以下没有见到相符的填报，最低一档用于其下只是假定。",
                      " Below {lowest}{sign} nothing that fits was seen: that the lowest step holds there is assumed.",
                      &slots);
    }
}

enum fuhe_status fuhe_draft_make(const struct fuhe_inference *inference, fuhe_text id, struct fuhe_arena *arena,
                                 struct fuhe_draft *draft) {
    static enum fuhe_status (*const rules[FUHE_PROPOSAL_COUNT])(struct fuhe_drafting *) = {
        [FUHE_PROPOSES_EXECUTION] = fuhe_draft_execution, [FUHE_PROPOSES_WEIGHTS] = fuhe_draft_weights,
        [FUHE_PROPOSES_METHODS] = fuhe_draft_methods,     [FUHE_PROPOSES_ROUNDING] = fuhe_draft_rounding,
        [FUHE_PROPOSES_WORDS] = fuhe_draft_words,         [FUHE_PROPOSES_GRADES] = fuhe_draft_grades,
    };
    struct fuhe_drafting drafting = {inference, inference->observations->base, arena, draft};

    *draft = (struct fuhe_draft){.pack = *inference->observations->base};
    FUHE_TRY(set_identity(&drafting, id));
    for (int i = 0; i < FUHE_PROPOSAL_COUNT; i++) {
        if (fuhe_inference_proposes(inference, (enum fuhe_proposal)i)) {
            FUHE_TRY(rules[i](&drafting));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_draft_write(const struct fuhe_draft *draft, const struct fuhe_pack *base,
                                  struct fuhe_output *output, struct fuhe_error *err) {
    const struct fuhe_overlay overlay = {&draft->pack, base, draft->rules, draft->why};

    return fuhe_overlay_write(&overlay, output, err);
}
