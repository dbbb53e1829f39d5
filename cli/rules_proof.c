/* SPDX-License-Identifier: Apache-2.0 */
/* The proofs of a pack in words: one paragraph a proof beside the title of the rule. Figures are those of the engine.
 */
#include "cli/rules_proof.h"

#include "report/memory_output.h"
#include "report/messages.h"
#include "report/rulebook.h"
#include "report/template.h"
#include "report/translate.h"
#include "report/width.h"

enum { COLUMN = FUHE_RULEBOOK_INDENT + FUHE_RULEBOOK_LABEL };

/* Where the list goes, and the paragraph that is being put together. */
struct proof_writer {
    struct fuhe_output *output;
    const struct fuhe_pack *pack;
    const struct fuhe_pack_proof *proof;
    struct fuhe_memory_output *line;
};

/* Ends the paragraph; a title of "" goes on with the one above. */
static void end_paragraph(struct proof_writer *writer, const char *title) {
    fuhe_width_spaces(writer->output, FUHE_RULEBOOK_INDENT);
    fuhe_width_left(writer->output, fuhe_text_of(title), FUHE_RULEBOOK_LABEL);
    fuhe_width_wrap(writer->output, fuhe_memory_output_text(writer->line), COLUMN, fuhe_width_page());
    fuhe_output_char(writer->output, '\n');
    fuhe_memory_output_reset(writer->line);
}

static void separate(struct proof_writer *writer, size_t index) {
    if (index > 0) {
        fuhe_output_string(&writer->line->output, fuhe_language_is_chinese() ? "；" : "; ");
    }
}

/* A number for a sentence. */
struct number {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    size_t length;
};

static struct number number_of(fuhe_decimal value) {
    struct number number;

    number.length = fuhe_decimal_format(value, 0, number.text);
    return number;
}

static struct number count_of(size_t count) {
    struct number number;

    number.length = fuhe_size_format(count, number.text);
    return number;
}

static fuhe_text text_of(const struct number *number) {
    return (fuhe_text){number->text, number->length};
}

/* A sentence with up to four numbers. */
static void write_numbers(struct proof_writer *writer, const char *sentence, const char *const names[4],
                          const struct number numbers[4]) {
    struct fuhe_template_word words[5] = {{NULL, {NULL, 0}}};

    for (size_t i = 0; i < 4 && names[i] != NULL; i++) {
        words[i] = (struct fuhe_template_word){names[i], text_of(&numbers[i])};
        words[i + 1] = (struct fuhe_template_word){NULL, {NULL, 0}};
    }
    fuhe_template_words(&writer->line->output, sentence, words);
}

/* --- weights ----------------------------------------------------------------------------------------------------- */

static void write_set(struct proof_writer *writer, fuhe_text id, const fuhe_decimal weights[FUHE_CATEGORY_COUNT]) {
    const struct number execution = number_of(writer->pack->execution.weight);
    const struct number full = number_of(writer->pack->full_marks);
    const struct number cost = number_of(weights[FUHE_CATEGORY_COST]);
    const struct number output = number_of(weights[FUHE_CATEGORY_OUTPUT]);
    const struct number effect = number_of(weights[FUHE_CATEGORY_EFFECT]);
    const struct number satisfaction = number_of(weights[FUHE_CATEGORY_SATISFACTION]);
    const struct fuhe_template_word words[] = {{"id", id},
                                               {"execution", text_of(&execution)},
                                               {"cost", text_of(&cost)},
                                               {"output", text_of(&output)},
                                               {"effect", text_of(&effect)},
                                               {"satisfaction", text_of(&satisfaction)},
                                               {"full", text_of(&full)},
                                               {NULL, {NULL, 0}}};

    if (id.length > 0) {
        fuhe_template_words(&writer->line->output, _("variant {id}: "), words);
    }
    fuhe_template_words(&writer->line->output,
                        _("execution {execution} + cost {cost} + output {output} + effect {effect} + satisfaction "
                          "{satisfaction} = {full}"),
                        words);
}

static void write_weights(struct proof_writer *writer) {
    fuhe_decimal own[FUHE_CATEGORY_COUNT];

    for (size_t i = 0; i < FUHE_CATEGORY_COUNT; i++) {
        own[i] = writer->pack->categories[i].weight;
    }
    write_set(writer, (fuhe_text){NULL, 0}, own);
    end_paragraph(writer, fuhe_rulebook_title(FUHE_RULE_WEIGHTS));
    for (size_t i = 0; i < writer->pack->variant_count; i++) {
        write_set(writer, writer->pack->variants[i].id, writer->pack->variants[i].weights);
        end_paragraph(writer, "");
    }
}

/* --- execution and results --------------------------------------------------------------------------------------- */

static void write_jump(struct proof_writer *writer, const struct fuhe_jump *jump, const char *sentence) {
    const int64_t difference = jump->points_at.scaled - jump->points_below.scaled;
    const struct number points = number_of((fuhe_decimal){difference < 0 ? -difference : difference});
    const struct number numbers[] = {number_of(jump->below), number_of(jump->points_below), number_of(jump->at),
                                     number_of(jump->points_at)};
    const struct fuhe_template_word words[] = {{"points", text_of(&points)},           {"below", text_of(&numbers[0])},
                                               {"points_below", text_of(&numbers[1])}, {"at", text_of(&numbers[2])},
                                               {"points_at", text_of(&numbers[3])},    {NULL, {NULL, 0}}};

    fuhe_template_words(&writer->line->output, sentence, words);
}

static void write_bands(struct proof_writer *writer) {
    static const char *const names[4] = {"from", "points"};
    const struct fuhe_execution_rule *execution = &writer->pack->execution;

    for (size_t i = 0; i < execution->band_count; i++) {
        const struct number numbers[4] = {number_of(execution->bands[i].from), number_of(execution->bands[i].score)};
        separate(writer, i);
        write_numbers(writer, _("from {from} %: {points} points"), names, numbers);
    }
    if (execution->band_count > 0) {
        end_paragraph(writer, "");
    }
}

static void write_execution(struct proof_writer *writer) {
    static const char *const names[4] = {"rates", "weight"};
    const struct number numbers[4] = {count_of(writer->proof->rates), number_of(writer->pack->execution.weight)};

    write_numbers(writer,
                  _("a lower rate never scores more, 100 % and above earn all {weight} points (tried at {rates} "
                    "rates)"),
                  names, numbers);
    end_paragraph(writer, fuhe_rulebook_title(FUHE_RULE_EXECUTION));
    write_bands(writer);
    if (writer->proof->execution.present) {
        write_jump(writer, &writer->proof->execution,
                   _("largest jump at an edge: {points} points at {at} % ({below} % -> {points_below}, {at} % -> "
                     "{points_at})"));
    } else {
        fuhe_output_string(&writer->line->output, _("points follow the rate in a line, without a jump"));
    }
    end_paragraph(writer, "");
}

static void write_results(struct proof_writer *writer) {
    static const char *const names[4] = {"results"};
    const struct number numbers[4] = {count_of(writer->proof->results)};

    write_numbers(writer,
                  _("a better result never scores less, the target met earns the whole weight (tried with {results} "
                    "results of every kind of target)"),
                  names, numbers);
    end_paragraph(writer, _("Results"));
}

static void write_tiers(struct proof_writer *writer) {
    static const char *const names[4] = {"ratio", "cut"};
    const struct fuhe_pack *pack = writer->pack;

    if (pack->over_tier_count == 0) {
        return;
    }
    for (size_t i = 0; i < pack->over_tier_count; i++) {
        const struct number numbers[4] = {number_of(pack->over_tiers[i].ratio), number_of(pack->over_tiers[i].cut)};
        separate(writer, i);
        write_numbers(writer, _("from {ratio} times the target: {cut} % of the weight taken off"), names, numbers);
    }
    end_paragraph(writer, fuhe_rulebook_title(FUHE_RULE_OVER_COMPLETION));
    fuhe_output_string(&writer->line->output, _("going further never earns points back"));
    if (writer->proof->completion.present) {
        separate(writer, 1);
        write_jump(writer, &writer->proof->completion,
                   _("largest jump at an edge: {points} % of the weight at {at} times the target ({below} -> "
                     "{points_below} %, {at} -> {points_at} %)"));
    }
    end_paragraph(writer, "");
}

static void write_scale(struct proof_writer *writer) {
    for (size_t i = 0; i < writer->pack->scale_count; i++) {
        const struct fuhe_scale_step *step = &writer->pack->scale[i];
        const struct number numbers[] = {number_of(step->low), number_of(step->high)};
        const struct fuhe_template_word words[] = {{"low", text_of(&numbers[0])},
                                                   {"high", text_of(&numbers[1])},
                                                   {"word", step->words.items[0]},
                                                   {NULL, {NULL, 0}}};
        separate(writer, i);
        fuhe_template_words(&writer->line->output, _("{word}: {low} to {high} %"), words);
    }
    if (writer->pack->scale_count > 0) {
        separate(writer, 1);
        fuhe_output_string(&writer->line->output, _("a better step never scores less"));
        end_paragraph(writer, fuhe_rulebook_title(FUHE_RULE_SCALE));
    }
}

static void write_missing(struct proof_writer *writer) {
    static const char *const names[4] = {"cells"};
    const struct number numbers[4] = {count_of(writer->proof->missing)};

    write_numbers(writer, _("no points come of a cell that is blank, put off or unreadable (tried with {cells} cells)"),
                  names, numbers);
    end_paragraph(writer, _("Missing values"));
}

static void write_grades(struct proof_writer *writer) {
    fuhe_decimal lowest;
    fuhe_decimal highest;

    for (size_t i = 0; i < writer->pack->grade_count; i++) {
        if (!fuhe_pack_grade_totals(writer->pack, i, &lowest, &highest)) {
            continue; /* such a pack is refused */
        }
        const struct number numbers[] = {number_of(lowest), number_of(highest)};
        const struct fuhe_template_word words[] = {{"name", fuhe_message_choose(writer->pack->grades[i].name)},
                                                   {"low", text_of(&numbers[0])},
                                                   {"high", text_of(&numbers[1])},
                                                   {NULL, {NULL, 0}}};
        separate(writer, i);
        fuhe_template_words(&writer->line->output, _("{name}: totals from {low} to {high}"), words);
    }
    end_paragraph(writer, fuhe_rulebook_title(FUHE_RULE_GRADES));
    fuhe_output_string(&writer->line->output, _("a form whose weights close reaches each of them"));
    end_paragraph(writer, "");
}

void fuhe_rules_write_proof(struct fuhe_output *output, const struct fuhe_pack *pack,
                            const struct fuhe_pack_proof *proof) {
    static void (*const parts[])(struct proof_writer *) = {write_weights, write_execution, write_results, write_tiers,
                                                           write_scale,   write_missing,   write_grades};
    struct proof_writer writer = {output, pack, proof, fuhe_memory_output_new()};

    if (writer.line == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        parts[i](&writer);
    }
    fuhe_memory_output_free(writer.line);
}
