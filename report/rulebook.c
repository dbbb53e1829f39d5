/* SPDX-License-Identifier: Apache-2.0 */
/* The rule book of a pack as text: one section a rule, in the order of engine/rule.h. What it says is the model's. */
#include "report/rulebook.h"

#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

enum { VALUE_COLUMN = FUHE_RULEBOOK_INDENT + FUHE_RULEBOOK_LABEL };

static void end_line(struct fuhe_output *output) {
    fuhe_output_char(output, '\n');
}

static const struct fuhe_text_list no_words = {NULL, 0};

static bool stands_in(const struct fuhe_text_list *words, fuhe_text word) {
    bool found = false;

    for (size_t i = 0; !found && i < words->count; i++) {
        found = fuhe_text_equals(words->items[i], word);
    }
    return found;
}

bool fuhe_rulebook_words_beyond(const struct fuhe_text_list *words, const struct fuhe_text_list *except) {
    bool found = false;

    for (size_t i = 0; !found && i < words->count; i++) {
        found = !stands_in(except, words->items[i]);
    }
    return found;
}

void fuhe_rulebook_write_words(struct fuhe_output *output, const struct fuhe_text_list *words,
                               const struct fuhe_text_list *except, size_t indent) {
    const fuhe_text separator = fuhe_text_of(fuhe_message_list_separator());
    size_t column = indent;

    for (size_t i = 0; i < words->count; i++) {
        const size_t width = fuhe_width_of(separator) + fuhe_width_of(words->items[i]);
        if (stands_in(except, words->items[i])) {
            continue;
        }
        if (column > indent && column + width > fuhe_width_page()) {
            fuhe_output_text(output, fuhe_text_trim(separator));
            end_line(output);
            fuhe_width_spaces(output, indent);
            column = indent;
        } else if (column > indent) {
            fuhe_output_text(output, separator);
        }
        fuhe_width_write(output, words->items[i]);
        column += width;
    }
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static void begin(struct fuhe_output *output, fuhe_text label) {
    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    fuhe_width_left(output, label, FUHE_RULEBOOK_LABEL);
}

static void write_line(struct fuhe_output *output, const char *label, fuhe_text text) {
    begin(output, fuhe_text_of(label));
    fuhe_width_wrap(output, text, VALUE_COLUMN, fuhe_width_page());
    end_line(output);
}

static void write_value(struct fuhe_output *output, const struct fuhe_rulebook_item *item) {
    write_line(output, item->continues ? "" : item->label, item->text);
}

static void write_list(struct fuhe_output *output, const struct fuhe_rulebook_item *item) {
    begin(output, fuhe_text_of(item->label));
    fuhe_rulebook_write_words(output, &item->words, &no_words, VALUE_COLUMN);
    end_line(output);
}

static void write_variants(struct fuhe_output *output, const struct fuhe_rulebook_item *item) {
    for (size_t i = 0; i < item->row_count; i++) {
        write_line(output, item->label, fuhe_message_choose(item->rows[i].name));
        fuhe_width_spaces(output, VALUE_COLUMN);
        fuhe_output_text(output, item->rows[i].text);
        end_line(output);
    }
}

static void write_bands(struct fuhe_output *output, const struct fuhe_rulebook_item *item) {
    for (size_t i = 0; i < item->row_count; i++) {
        write_line(output, i == 0 ? item->label : "", item->rows[i].text);
    }
}

static void write_steps(struct fuhe_output *output, const struct fuhe_rulebook_item *item) {
    for (size_t i = 0; i < item->row_count; i++) {
        fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
        fuhe_output_text(output, item->rows[i].text);
        end_line(output);
        begin(output, FUHE_TEXT(""));
        fuhe_rulebook_write_words(output, &item->rows[i].words, &no_words, VALUE_COLUMN);
        end_line(output);
    }
}

static void write_tiers(struct fuhe_output *output, const struct fuhe_rulebook_item *item) {
    begin(output, fuhe_text_of(item->label));
    fuhe_output_text(output, item->row_count == 0 ? item->text : FUHE_TEXT(""));
    for (size_t i = 0; i < item->row_count; i++) {
        fuhe_output_string(output, i == 0 ? "" : _("; "));
        fuhe_output_text(output, item->rows[i].text);
    }
    end_line(output);
}

static void write_grades(struct fuhe_output *output, const struct fuhe_rulebook_item *item) {
    for (size_t i = 0; i < item->row_count; i++) {
        begin(output, fuhe_message_choose(item->rows[i].name));
        fuhe_output_text(output, item->rows[i].text);
        end_line(output);
    }
}

static void write_sources(struct fuhe_output *output, const struct fuhe_rulebook_item *item) {
    for (size_t i = 0; i < item->row_count; i++) {
        const struct fuhe_rulebook_row *row = &item->rows[i];
        fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
        fuhe_width_wrap(output, row->source->document, FUHE_RULEBOOK_INDENT, fuhe_width_page());
        end_line(output);
        fuhe_width_spaces(output, 2 * FUHE_RULEBOOK_INDENT);
        fuhe_width_wrap(output, fuhe_message_choose(row->name), 2 * FUHE_RULEBOOK_INDENT, fuhe_width_page());
        fuhe_output_string(output, row->source->date.length == 0 ? "" : " · ");
        fuhe_width_write(output, row->text);
        end_line(output);
    }
}

static void write_items(struct fuhe_output *output, const struct fuhe_rulebook_part *part) {
    static void (*const writers[])(struct fuhe_output *, const struct fuhe_rulebook_item *) = {
        [FUHE_RULEBOOK_VALUE] = write_value,       [FUHE_RULEBOOK_WORDS] = write_list,
        [FUHE_RULEBOOK_VARIANTS] = write_variants, [FUHE_RULEBOOK_BANDS] = write_bands,
        [FUHE_RULEBOOK_STEPS] = write_steps,       [FUHE_RULEBOOK_TIERS] = write_tiers,
        [FUHE_RULEBOOK_GRADES] = write_grades,     [FUHE_RULEBOOK_SOURCES] = write_sources,
    };

    for (size_t i = 0; i < part->count; i++) {
        const struct fuhe_rulebook_item *item = &part->items[i];
        if (!item->hidden && item->aspect == FUHE_RULEBOOK_ASKS) {
            writers[item->kind](output, item);
        }
    }
}

/* --- parts ------------------------------------------------------------------------------------------------------- */

static void write_identity(struct fuhe_output *output, const struct fuhe_rulebook *book) {
    fuhe_width_write(output, fuhe_message_choose(book->pack->title));
    fuhe_output_string(output, "\n\n");
    for (size_t i = 0; i < book->identity.count; i++) {
        const struct fuhe_rulebook_item *item = &book->identity.items[i];
        if (item->hidden) {
            continue;
        }
        fuhe_width_left(output, fuhe_text_of(item->label), FUHE_RULEBOOK_LABEL);
        if (item->words.count > 0) {
            fuhe_rulebook_write_words(output, &item->words, &no_words, FUHE_RULEBOOK_LABEL);
        } else {
            fuhe_width_wrap(output, item->text, FUHE_RULEBOOK_LABEL, fuhe_width_page());
        }
        end_line(output);
    }
}

static void write_papers(struct fuhe_output *output, const struct fuhe_rulebook_part *part) {
    const char *label = _("Basis");

    for (size_t i = 0; i < part->count; i++) {
        const struct fuhe_rulebook_item *item = &part->items[i];
        if (!item->hidden && item->aspect == FUHE_RULEBOOK_PAPER) {
            write_line(output, label, item->text);
            label = "";
        }
    }
}

static void write_rule(struct fuhe_output *output, const struct fuhe_rulebook *book, size_t rule) {
    const struct fuhe_rulebook_part *part = &book->rules[rule];

    end_line(output);
    fuhe_output_size(output, rule);
    fuhe_output_string(output, ". ");
    fuhe_output_string(output, part->title);
    fuhe_output_string(output, " [");
    fuhe_output_string(output, part->name);
    fuhe_output_string(output, "]\n");
    fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
    fuhe_width_wrap(output, fuhe_message_choose(part->citation->says), FUHE_RULEBOOK_INDENT, fuhe_width_page());
    end_line(output);
    if (part->change.length > 0) {
        fuhe_width_spaces(output, FUHE_RULEBOOK_INDENT);
        fuhe_width_wrap(output, part->change, FUHE_RULEBOOK_INDENT, fuhe_width_page());
        end_line(output);
    }
    write_items(output, part);
    write_papers(output, part);
}

static void write_severities(struct fuhe_output *output, const struct fuhe_rulebook_part *part) {
    bool headed = false;

    for (size_t i = 0; i < part->count; i++) {
        if (part->items[i].hidden) {
            continue;
        }
        if (!headed) {
            end_line(output);
            fuhe_output_string(output, part->title);
            end_line(output);
            headed = true;
        }
        write_value(output, &part->items[i]);
    }
}

void fuhe_rulebook_write(struct fuhe_output *output, const struct fuhe_rulebook *book) {
    write_identity(output, book);
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        write_rule(output, book, rule);
    }
    write_severities(output, &book->severities);
    end_line(output);
    fuhe_output_string(output, book->sources.title);
    end_line(output);
    write_sources(output, &book->sources.items[0]);
}

/* --- the list ---------------------------------------------------------------------------------------------------- */

enum { HASH_DIGITS = 12, ID_COLUMNS = 16, VERSION_COLUMNS = 9, STATUS_COLUMNS = 10 };

static void write_row(struct fuhe_output *output, const struct fuhe_pack *pack) {
    fuhe_width_left(output, pack->id, ID_COLUMNS);
    fuhe_width_left(output, pack->version, VERSION_COLUMNS);
    fuhe_width_left(output, fuhe_text_of(fuhe_rulebook_status(pack->status)), STATUS_COLUMNS);
    fuhe_rulebook_period(output, pack);
    fuhe_output_string(output, "  ");
    fuhe_output_string(output, pack->regions.count == 0 ? _("the whole country") : "");
    fuhe_rulebook_write_words(output, &pack->regions, &no_words, FUHE_RULEBOOK_LABEL);
    end_line(output);
    fuhe_width_left(output, (fuhe_text){pack->hash.bytes, pack->hash.length < HASH_DIGITS ? 0 : HASH_DIGITS},
                    ID_COLUMNS);
    fuhe_width_wrap(output, fuhe_message_choose(pack->title), ID_COLUMNS, fuhe_width_page());
    end_line(output);
}

void fuhe_rulebook_list(struct fuhe_output *output, const struct fuhe_pack *packs, size_t count) {
    for (size_t i = 0; i < count; i++) {
        write_row(output, &packs[i]);
    }
}
