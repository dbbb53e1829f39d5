/* SPDX-License-Identifier: Apache-2.0 */
/* What a pack says beside the values of its rules: what it is, the papers of each rule, severities, sources. Nothing is
 * computed here. */
#include "report/rulebook_model.h"

#include <stdio.h>

#include "report/messages.h"
#include "report/rulebook_maker.h"
#include "report/template.h"
#include "report/translate.h"

static const char *const rule_titles[FUHE_RULE_COUNT] = {
    [FUHE_RULE_NONE] = "",
    [FUHE_RULE_CATEGORIES] = N_("Categories of indicators"),
    [FUHE_RULE_WEIGHTS] = N_("Weights"),
    [FUHE_RULE_EXECUTION] = N_("Budget execution"),
    [FUHE_RULE_NUMBER_MORE] = N_("Numbers: more is better"),
    [FUHE_RULE_NUMBER_LESS] = N_("Numbers: less is better"),
    [FUHE_RULE_NUMBER_EQUAL] = N_("Numbers: exactly the target"),
    [FUHE_RULE_RANK] = N_("Ranks"),
    [FUHE_RULE_ZERO_TARGET] = N_("Targets of zero"),
    [FUHE_RULE_COST] = N_("Cost indicators"),
    [FUHE_RULE_WORDS] = N_("Results in words"),
    [FUHE_RULE_SCALE] = N_("Results graded in words"),
    [FUHE_RULE_JUDGEMENT] = N_("What cannot be computed"),
    [FUHE_RULE_OVER_COMPLETION] = N_("Far beyond the target"),
    [FUHE_RULE_ROUNDING] = N_("Rounding"),
    [FUHE_RULE_CLAIM] = N_("Accepting a claim"),
    [FUHE_RULE_DUPLICATES] = N_("Indicators listed twice"),
    [FUHE_RULE_DEVIATION] = N_("Deviation"),
    [FUHE_RULE_GRADES] = N_("Grades"),
    [FUHE_RULE_REASONS] = N_("Reasons for lost points"),
    [FUHE_RULE_SATISFACTION] = N_("Satisfaction"),
    [FUHE_RULE_UNSPENT] = N_("Money unspent, output complete"),
};

const char *fuhe_rulebook_title(enum fuhe_rule rule) {
    return _(rule_titles[rule]);
}

static const struct fuhe_rulebook_choice statuses[] = {
    [FUHE_PACK_IN_FORCE] = {"in-force", N_("in force")},
    [FUHE_PACK_TRIAL] = {"trial", N_("trial")},
    [FUHE_PACK_DRAFT] = {"draft", N_("draft")},
    [FUHE_PACK_REPEALED] = {"repealed", N_("repealed")},
};

const char *fuhe_rulebook_status(enum fuhe_pack_status status) {
    return _(statuses[status].words);
}

const char *fuhe_rulebook_status_name(enum fuhe_pack_status status) {
    return statuses[status].name;
}

static const struct fuhe_rulebook_choice confidences[] = {
    [FUHE_CONFIDENCE_SOURCE] = {"source", N_("computed from published forms")},
    [FUHE_CONFIDENCE_VERIFIED] = {"verified", N_("read in a public source")},
    [FUHE_CONFIDENCE_CONFIRMED] = {"confirmed", N_("known, and matched by an independent source")},
    [FUHE_CONFIDENCE_RECALLED] = {"recalled", N_("recalled only, not checked")},
    [FUHE_CONFIDENCE_NONE] = {"none", N_("practice, no text")},
};

static const struct fuhe_rulebook_choice form_kinds[] = {{"no", N_("all forms")},
                                                         {"yes", N_("forms with cost indicators")}};
static const struct fuhe_rulebook_choice analogies[] = {{"no", N_("made for these forms")},
                                                        {"yes", N_("made for others, followed by analogy")}};

const struct fuhe_rulebook_column *fuhe_rulebook_columns(enum fuhe_rulebook_kind kind) {
    static const struct fuhe_rulebook_column none[] = {{NULL, NULL}};
    static const struct fuhe_rulebook_column variants[] = {{"cost", N_("Cost indicators")},
                                                           {"output", N_("Output indicators")},
                                                           {"effect", N_("Effect indicators")},
                                                           {"satisfaction", N_("Satisfaction indicators")},
                                                           {NULL, NULL}};
    static const struct fuhe_rulebook_column bands[] = {
        {"from", N_("Rate from (%)")}, {"score", N_("Points")}, {NULL, NULL}};
    static const struct fuhe_rulebook_column steps[] = {
        {"low", N_("From (% of the weight)")}, {"high", N_("To (% of the weight)")}, {NULL, NULL}};
    static const struct fuhe_rulebook_column tiers[] = {
        {"ratio", N_("From times the target")}, {"cut", N_("Taken off (% of the weight)")}, {NULL, NULL}};
    static const struct fuhe_rulebook_column grades[] = {{"from", N_("Total from")}, {NULL, NULL}};
    static const struct fuhe_rulebook_column *const columns[] = {
        [FUHE_RULEBOOK_VALUE] = none,    [FUHE_RULEBOOK_WORDS] = none,   [FUHE_RULEBOOK_VARIANTS] = variants,
        [FUHE_RULEBOOK_BANDS] = bands,   [FUHE_RULEBOOK_STEPS] = steps,  [FUHE_RULEBOOK_TIERS] = tiers,
        [FUHE_RULEBOOK_GRADES] = grades, [FUHE_RULEBOOK_SOURCES] = none,
    };

    return columns[kind];
}

const struct fuhe_rulebook_item *fuhe_rulebook_find(const struct fuhe_rulebook_part *part, const char *name) {
    for (size_t i = 0; i < part->count; i++) {
        if (strcmp(part->items[i].name, name) == 0) {
            return &part->items[i];
        }
    }
    return NULL;
}

/* --- identity ---------------------------------------------------------------------------------------------------- */

static fuhe_text date_text(int32_t date, char text[16]) {
    const int length = snprintf(text, 16, "%04u-%02u-%02u", (unsigned)date / 10000 % 10000, (unsigned)date / 100 % 100,
                                (unsigned)date % 100);
    return (fuhe_text){text, date == 0 ? 0 : (size_t)length};
}

void fuhe_rulebook_period(struct fuhe_output *output, const struct fuhe_pack *pack) {
    static const char *const sentences[2][2] = {{N_("always"), N_("until {to}")},
                                                {N_("from {from}"), N_("{from} to {to}")}};
    char texts[2][16];
    const struct fuhe_template_word words[] = {
        {"from", date_text(pack->from, texts[0])}, {"to", date_text(pack->to, texts[1])}, {NULL, {NULL, 0}}};

    fuhe_template_words(output, _(sentences[pack->from != 0][pack->to != 0]), words);
}

static struct fuhe_rulebook_item *add_text(struct fuhe_rulebook_maker *maker, const char *name, const char *label,
                                           fuhe_text text) {
    return fuhe_rulebook_add(maker,
                             (struct fuhe_rulebook_item){.name = name, .label = label, .value = text, .text = text});
}

static struct fuhe_rulebook_item *add_said(struct fuhe_rulebook_maker *maker, const char *name, const char *label,
                                           struct fuhe_bilingual said) {
    return fuhe_rulebook_add(maker, (struct fuhe_rulebook_item){
                                        .name = name, .label = label, .said = said, .text = fuhe_message_choose(said)});
}

static void add_period(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *pack) {
    char text[16];

    fuhe_output_text(&maker->scratch->output, date_text(pack->from, text));
    fuhe_output_string(&maker->scratch->output, "/");
    fuhe_output_text(&maker->scratch->output, date_text(pack->to, text));
    const fuhe_text value = fuhe_rulebook_keep(maker);
    fuhe_rulebook_period(&maker->scratch->output, pack);
    add_text(maker, "period", _("Period"), fuhe_rulebook_keep(maker))->value = value;
}

/* "mof-2021-cost 1" */
static void add_base(struct fuhe_rulebook_maker *maker, const struct fuhe_pack *base) {
    if (base != NULL) {
        fuhe_output_text(&maker->scratch->output, base->id);
        fuhe_output_string(&maker->scratch->output, " ");
        fuhe_output_text(&maker->scratch->output, base->version);
    }
    add_text(maker, "base", _("Changes the pack"), fuhe_rulebook_keep(maker))->hidden = base == NULL;
}

static void make_identity(struct fuhe_rulebook_maker *maker, struct fuhe_rulebook *book) {
    const struct fuhe_pack *pack = maker->pack;

    fuhe_rulebook_begin(maker, &book->identity, "identity", _("What the pack is"));
    add_said(maker, "title", _("Title"), pack->title)->hidden = true; /* it stands above all */
    add_text(maker, "id", _("Rule pack"), pack->id);
    add_text(maker, "version", _("Version"), pack->version);
    fuhe_rulebook_add_choice(maker, "status", _("Status"), &statuses[pack->status]);
    add_period(maker, pack);
    fuhe_rulebook_add_words(maker, "regions", _("Region"), &pack->regions)->text = fuhe_text_of(_("the whole country"));
    add_said(maker, "issuer", _("Issued by"), pack->issuer);
    fuhe_rulebook_add_choice(maker, "needs-cost", _("Chosen for"), &form_kinds[pack->needs_cost])->hidden =
        !pack->needs_cost;
    add_base(maker, pack->base);
    struct fuhe_rulebook_item *hash = add_text(maker, "sha256", _("Content (SHA-256)"), pack->hash);
    hash->hidden = pack->hash.length == 0;
    hash->repeated = true; /* it differs whenever a byte does */
}

/* --- rules ------------------------------------------------------------------------------------------------------- */

static void add_papers(struct fuhe_rulebook_maker *maker, const struct fuhe_citation *citation) {
    const struct fuhe_source *source = citation->source;
    const size_t first = maker->part->count;

    add_text(maker, "document", _("Document"), source == NULL ? FUHE_TEXT("") : source->document)->hidden =
        source == NULL;
    add_text(maker, "clause", _("Clause"), citation->clause)->hidden = source == NULL;
    fuhe_rulebook_add_choice(maker, "confidence", _("Confidence"), &confidences[citation->confidence]);
    fuhe_rulebook_add_choice(maker, "by-analogy", _("Meant for"), &analogies[source != NULL && source->by_analogy])
        ->hidden = true;
    for (size_t i = first; i < maker->part->count; i++) {
        maker->part->items[i].aspect = FUHE_RULEBOOK_PAPER;
    }
}

static fuhe_text change_text(struct fuhe_rulebook_maker *maker, const struct fuhe_rulebook *book,
                             const struct fuhe_citation *citation) {
    const fuhe_text why = fuhe_message_choose(citation->why);
    const struct fuhe_rulebook_item *base = fuhe_rulebook_find(&book->identity, "base");

    if (base == NULL || maker->pack->base == NULL || why.length == 0) {
        return FUHE_TEXT("");
    }
    const struct fuhe_template_word words[] = {{"base", base->text}, {"why", why}, {NULL, {NULL, 0}}};
    fuhe_template_words(&maker->scratch->output, _("Not as in {base}: {why}"), words);
    return fuhe_rulebook_keep(maker);
}

static void make_rule(struct fuhe_rulebook_maker *maker, struct fuhe_rulebook *book, enum fuhe_rule rule) {
    const struct fuhe_citation *citation = &maker->pack->citations[rule];

    fuhe_rulebook_begin(maker, &book->rules[rule], fuhe_rule_name(rule), fuhe_rulebook_title(rule));
    book->rules[rule].citation = citation;
    book->rules[rule].change = change_text(maker, book, citation);
    add_said(maker, "says", _("In words"), citation->says)->aspect = FUHE_RULEBOOK_WORDED;
    fuhe_rulebook_add_values(maker, rule);
    add_papers(maker, citation);
}

/* --- severities, sources ----------------------------------------------------------------------------------------- */

static void make_severities(struct fuhe_rulebook_maker *maker, struct fuhe_rulebook *book) {
    fuhe_rulebook_begin(maker, &book->severities, "severities", _("Findings that these rules weigh otherwise"));
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        const enum fuhe_severity usual = fuhe_code_severity((enum fuhe_code)i);
        const enum fuhe_severity here = maker->pack->severities[i];
        const char *name = fuhe_code_name((enum fuhe_code)i);
        const struct fuhe_template_word words[] = {{"usual", fuhe_text_of(fuhe_message_severity(usual))},
                                                   {"here", fuhe_text_of(fuhe_message_severity(here))},
                                                   {NULL, {NULL, 0}}};
        fuhe_template_words(&maker->scratch->output, here == usual ? "{here}" : _("{here} instead of {usual}"), words);
        const fuhe_text text = fuhe_rulebook_keep(maker);
        struct fuhe_rulebook_item *item = add_text(maker, name, name, text);
        item->value = fuhe_text_of(fuhe_severity_name(here));
        item->hidden = here == usual;
    }
}

/* "2020-02-25 (by analogy)", or a part of it, or nothing */
static fuhe_text source_note(struct fuhe_rulebook_maker *maker, const struct fuhe_source *source) {
    fuhe_output_text(&maker->scratch->output, source->date);
    fuhe_output_string(&maker->scratch->output, source->by_analogy ? _(" (by analogy)") : "");
    return fuhe_rulebook_keep(maker);
}

static void make_sources(struct fuhe_rulebook_maker *maker, struct fuhe_rulebook *book) {
    const struct fuhe_pack *pack = maker->pack;

    fuhe_rulebook_begin(maker, &book->sources, "sources", _("Sources"));
    struct fuhe_rulebook_item *item =
        fuhe_rulebook_add_table(maker, FUHE_RULEBOOK_SOURCES, "sources", _("Document"), pack->source_count);
    item->aspect = FUHE_RULEBOOK_PAPER;
    for (size_t i = 0; i < item->row_count; i++) {
        item->rows[i].source = &pack->sources[i];
        item->rows[i].name = pack->sources[i].title;
        item->rows[i].text = source_note(maker, &pack->sources[i]);
    }
}

enum fuhe_status fuhe_rulebook_make(struct fuhe_arena *arena, const struct fuhe_pack *pack, struct fuhe_rulebook *book,
                                    struct fuhe_error *err) {
    struct fuhe_rulebook_maker maker = {.arena = arena, .scratch = fuhe_memory_output_new(), .pack = pack};

    if (maker.scratch == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    *book = (struct fuhe_rulebook){.pack = pack};
    if (fuhe_pack_prove(pack, &maker.proof, NULL) != FUHE_STATUS_OK) {
        maker.proof = (struct fuhe_pack_proof){0}; /* of a pack that does not hold together there are no figures */
    }
    make_identity(&maker, book);
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        make_rule(&maker, book, (enum fuhe_rule)rule);
    }
    make_severities(&maker, book);
    make_sources(&maker, book);
    fuhe_memory_output_free(maker.scratch);
    return maker.status == FUHE_STATUS_OK
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}
