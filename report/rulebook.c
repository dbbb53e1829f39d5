/* SPDX-License-Identifier: Apache-2.0 */
/* The rule book of a pack: one section a rule, in the order of engine/rule.h. Nothing is computed here. */
#include "report/rulebook.h"

#include <stdio.h>

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

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

static const char *const status_names[] = {
    [FUHE_PACK_IN_FORCE] = N_("in force"),
    [FUHE_PACK_TRIAL] = N_("trial"),
    [FUHE_PACK_DRAFT] = N_("draft"),
    [FUHE_PACK_REPEALED] = N_("repealed"),
};

static const char *const confidence_names[] = {
    [FUHE_CONFIDENCE_SOURCE] = N_("computed from published forms"),
    [FUHE_CONFIDENCE_VERIFIED] = N_("read in a public source"),
    [FUHE_CONFIDENCE_CONFIRMED] = N_("known, and matched by an independent source"),
    [FUHE_CONFIDENCE_RECALLED] = N_("recalled only, not checked"),
    [FUHE_CONFIDENCE_NONE] = N_("practice, no text"),
};

static fuhe_text date_text(int32_t date, char text[16]) {
    const int length = snprintf(text, 16, "%04u-%02u-%02u", (unsigned)date / 10000 % 10000, (unsigned)date / 100 % 100,
                                (unsigned)date % 100);
    return (fuhe_text){text, (size_t)length};
}

void fuhe_rulebook_period(struct fuhe_output *output, const struct fuhe_pack *pack) {
    static const char *const sentences[2][2] = {{N_("always"), N_("until {to}")},
                                                {N_("from {from}"), N_("{from} to {to}")}};
    char texts[2][16];
    const struct fuhe_template_word words[] = {
        {"from", date_text(pack->from, texts[0])}, {"to", date_text(pack->to, texts[1])}, {NULL, {NULL, 0}}};

    fuhe_template_words(output, _(sentences[pack->from != 0][pack->to != 0]), words);
}

static void write_label(struct fuhe_output *output, const char *label) {
    fuhe_width_left(output, fuhe_text_of(label), FUHE_RULEBOOK_LABEL);
}

static void write_field(struct fuhe_output *output, const char *label, fuhe_text value) {
    write_label(output, label);
    fuhe_width_wrap(output, value, FUHE_RULEBOOK_LABEL, fuhe_width_page());
    fuhe_output_char(output, '\n');
}

static void write_regions(struct fuhe_output *output, const struct fuhe_pack *pack) {
    if (pack->regions.count == 0) {
        fuhe_output_string(output, _("the whole country"));
    } else {
        fuhe_rulebook_words(output, &pack->regions, FUHE_RULEBOOK_LABEL);
    }
}

static void write_identity(struct fuhe_output *output, const struct fuhe_pack *pack) {
    fuhe_width_write(output, fuhe_message_choose(pack->title));
    fuhe_output_string(output, "\n\n");
    write_field(output, _("Rule pack"), pack->id);
    write_field(output, _("Version"), pack->version);
    write_field(output, _("Status"), fuhe_text_of(_(status_names[pack->status])));
    write_label(output, _("Period"));
    fuhe_rulebook_period(output, pack);
    fuhe_output_char(output, '\n');
    write_label(output, _("Region"));
    write_regions(output, pack);
    fuhe_output_char(output, '\n');
    write_field(output, _("Issued by"), fuhe_message_choose(pack->issuer));
    if (pack->needs_cost) {
        write_field(output, _("Chosen for"), fuhe_text_of(_("forms with cost indicators")));
    }
}

enum { VALUE_COLUMN = FUHE_RULEBOOK_INDENT + FUHE_RULEBOOK_LABEL };

static void write_basis(struct fuhe_output *output, const struct fuhe_citation *citation) {
    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    write_label(output, _("Basis"));
    if (citation->source != NULL) {
        fuhe_width_wrap(output, citation->source->document, VALUE_COLUMN, fuhe_width_page());
        fuhe_output_char(output, '\n');
        fuhe_width_spaces(output, VALUE_COLUMN);
        fuhe_width_wrap(output, citation->clause, VALUE_COLUMN, fuhe_width_page());
        fuhe_output_char(output, '\n');
        fuhe_width_spaces(output, VALUE_COLUMN);
    }
    fuhe_output_string(output, _(confidence_names[citation->confidence]));
    fuhe_output_char(output, '\n');
}

static void write_rule(struct fuhe_output *output, const struct fuhe_pack *pack, enum fuhe_rule rule) {
    const struct fuhe_citation *citation = &pack->citations[rule];

    fuhe_output_char(output, '\n');
    fuhe_output_size(output, (size_t)rule);
    fuhe_output_string(output, ". ");
    fuhe_output_string(output, fuhe_rulebook_title(rule));
    fuhe_output_string(output, " [");
    fuhe_output_string(output, fuhe_rule_name(rule));
    fuhe_output_string(output, "]\n");
    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    fuhe_width_wrap(output, fuhe_message_choose(citation->says), FUHE_RULEBOOK_INDENT, fuhe_width_page());
    fuhe_output_char(output, '\n');
    fuhe_rulebook_values(output, pack, rule);
    write_basis(output, citation);
}

static void write_severities(struct fuhe_output *output, const struct fuhe_pack *pack) {
    bool headed = false;

    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        const enum fuhe_code code = (enum fuhe_code)i;
        if (pack->severities[i] == fuhe_code_severity(code)) {
            continue;
        }
        if (!headed) {
            fuhe_output_char(output, '\n');
            fuhe_output_string(output, _("Findings that these rules weigh otherwise"));
            fuhe_output_char(output, '\n');
            headed = true;
        }
        const struct fuhe_template_word words[] = {
            {"usual", fuhe_text_of(fuhe_message_severity(fuhe_code_severity(code)))},
            {"here", fuhe_text_of(fuhe_message_severity(pack->severities[i]))},
            {NULL, {NULL, 0}}};
        fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
        write_label(output, fuhe_code_name(code));
        fuhe_template_words(output, _("{here} instead of {usual}"), words);
        fuhe_output_char(output, '\n');
    }
}

static void write_sources(struct fuhe_output *output, const struct fuhe_pack *pack) {
    fuhe_output_char(output, '\n');
    fuhe_output_string(output, _("Sources"));
    fuhe_output_char(output, '\n');
    for (size_t i = 0; i < pack->source_count; i++) {
        const struct fuhe_source *source = &pack->sources[i];
        fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
        fuhe_width_wrap(output, source->document, FUHE_RULEBOOK_INDENT, fuhe_width_page());
        fuhe_output_char(output, '\n');
        fuhe_width_spaces(output, 2 * FUHE_RULEBOOK_INDENT);
        fuhe_width_wrap(output, fuhe_message_choose(source->title), 2 * FUHE_RULEBOOK_INDENT, fuhe_width_page());
        fuhe_output_string(output, source->date.length == 0 ? "" : " · ");
        fuhe_width_write(output, source->date);
        fuhe_output_string(output, source->by_analogy ? _(" (by analogy)") : "");
        fuhe_output_char(output, '\n');
    }
}

void fuhe_rulebook_write(struct fuhe_output *output, const struct fuhe_pack *pack) {
    write_identity(output, pack);
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        write_rule(output, pack, (enum fuhe_rule)rule);
    }
    write_severities(output, pack);
    write_sources(output, pack);
}

/* The list. */

enum { ID_COLUMNS = 16, VERSION_COLUMNS = 9, STATUS_COLUMNS = 10 };

static void write_row(struct fuhe_output *output, const struct fuhe_pack *pack) {
    fuhe_width_left(output, pack->id, ID_COLUMNS);
    fuhe_width_left(output, pack->version, VERSION_COLUMNS);
    fuhe_width_left(output, fuhe_text_of(_(status_names[pack->status])), STATUS_COLUMNS);
    fuhe_rulebook_period(output, pack);
    fuhe_output_string(output, "  ");
    write_regions(output, pack);
    fuhe_output_char(output, '\n');
    fuhe_width_spaces(output, ID_COLUMNS);
    fuhe_width_wrap(output, fuhe_message_choose(pack->title), ID_COLUMNS, fuhe_width_page());
    fuhe_output_char(output, '\n');
}

void fuhe_rulebook_list(struct fuhe_output *output, const struct fuhe_pack *packs, size_t count) {
    for (size_t i = 0; i < count; i++) {
        write_row(output, &packs[i]);
    }
}
