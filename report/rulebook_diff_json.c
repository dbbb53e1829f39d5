/* SPDX-License-Identifier: Apache-2.0 */
/* What is different between two rule packs, for machines: only what the packs have, nothing that was translated. */
#include "report/record.h"
#include "report/rulebook_diff.h"

static void put_said(struct fuhe_record *record, const char *name, const struct fuhe_bilingual *said) {
    fuhe_record_open(record, name);
    fuhe_record_text(record, "zh", said->zh);
    fuhe_record_text(record, "en", said->en);
    fuhe_record_close(record);
}

/* The words that are not among the others. */
static void put_words(struct fuhe_record *record, const char *name, const struct fuhe_text_list *words,
                      const struct fuhe_text_list *others) {
    fuhe_record_open_list(record, name);
    for (size_t i = 0; i < words->count; i++) {
        bool found = false;
        for (size_t j = 0; !found && j < others->count; j++) {
            found = fuhe_text_equals(words->items[i], others->items[j]);
        }
        if (!found) {
            fuhe_record_open(record, "word");
            fuhe_record_text(record, "word", words->items[i]);
            fuhe_record_close(record);
        }
    }
    fuhe_record_close(record);
}

static void put_text(struct fuhe_record *record, const char *name, fuhe_text text) {
    if (text.length > 0) {
        fuhe_record_text(record, name, text);
    }
}

static void put_source(struct fuhe_record *record, const struct fuhe_source *source) {
    put_text(record, "document", source->document);
    put_text(record, "date", source->date);
    fuhe_record_flag(record, "by_analogy", source->by_analogy);
}

static void put_row(struct fuhe_record *record, enum fuhe_rulebook_kind kind, const struct fuhe_rulebook_row *row) {
    static const struct fuhe_text_list none = {NULL, 0};
    const struct fuhe_rulebook_column *columns = fuhe_rulebook_columns(kind);

    fuhe_record_open(record, "row");
    put_text(record, "id", row->id);
    for (size_t i = 0; columns[i].name != NULL; i++) {
        fuhe_record_decimal(record, columns[i].name, row->figures[i], 0);
    }
    if (row->source != NULL) {
        put_source(record, row->source);
    }
    put_text(record, "zh", row->name.zh);
    put_text(record, "en", row->name.en);
    if (kind == FUHE_RULEBOOK_STEPS) {
        put_words(record, "words", &row->words, &none);
    }
    fuhe_record_close(record);
}

static void put_rows(struct fuhe_record *record, const char *name, const struct fuhe_rulebook_item *item) {
    fuhe_record_open_list(record, name);
    for (size_t i = 0; i < item->row_count; i++) {
        put_row(record, item->kind, &item->rows[i]);
    }
    fuhe_record_close(record);
}

static void put_values(struct fuhe_record *record, const struct fuhe_rulebook_item *before,
                       const struct fuhe_rulebook_item *after) {
    if (before->said.zh.length > 0) {
        put_said(record, "before", &before->said);
        put_said(record, "after", &after->said);
        return;
    }
    put_text(record, "before", before->value);
    put_text(record, "after", after->value);
}

static void put_change(struct fuhe_record *record, const struct fuhe_rulebook_item *before,
                       const struct fuhe_rulebook_item *after) {
    fuhe_record_open(record, "change");
    fuhe_record_word(record, "name", before->name);
    if (before->kind == FUHE_RULEBOOK_VALUE) {
        put_values(record, before, after);
    } else if (before->kind == FUHE_RULEBOOK_WORDS) {
        put_words(record, "removed", &before->words, &after->words);
        put_words(record, "added", &after->words, &before->words);
    } else {
        put_rows(record, "before", before);
        put_rows(record, "after", after);
    }
    fuhe_record_close(record);
}

static void put_changes(struct fuhe_record *record, const char *name, const struct fuhe_rulebook_part *before,
                        const struct fuhe_rulebook_part *after, unsigned aspects) {
    fuhe_record_open_list(record, name);
    for (size_t i = 0; i < before->count && i < after->count; i++) {
        if ((fuhe_rulebook_item_differs(&before->items[i], &after->items[i]) & aspects) != 0) {
            put_change(record, &before->items[i], &after->items[i]);
        }
    }
    fuhe_record_close(record);
}

static void put_why(struct fuhe_record *record, const char *name, const struct fuhe_rulebook *book, size_t rule) {
    const struct fuhe_bilingual *why = &book->rules[rule].citation->why;

    if (why->zh.length > 0) {
        put_said(record, name, why);
    }
}

static void put_rule(struct fuhe_record *record, const struct fuhe_rulebook_diff *diff, size_t rule) {
    static const char *const names[FUHE_RULEBOOK_ASPECT_COUNT] = {
        [FUHE_RULEBOOK_ASKS] = "asks", [FUHE_RULEBOOK_WORDED] = "wording", [FUHE_RULEBOOK_PAPER] = "paper"};

    fuhe_record_open(record, "rule");
    fuhe_record_word(record, "rule", diff->before->rules[rule].name);
    fuhe_record_flag(record, "asks_otherwise", FUHE_RULEBOOK_HAS(diff->rules[rule], FUHE_RULEBOOK_ASKS));
    for (size_t i = 0; i < FUHE_RULEBOOK_ASPECT_COUNT; i++) {
        put_changes(record, names[i], &diff->before->rules[rule], &diff->after->rules[rule], 1u << i);
    }
    put_why(record, "why_before", diff->before, rule);
    put_why(record, "why_after", diff->after, rule);
    fuhe_record_close(record);
}

static void put_rules(struct fuhe_record *record, const struct fuhe_rulebook_diff *diff) {
    fuhe_record_open_list(record, "rules");
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        if (diff->rules[rule] != 0) {
            put_rule(record, diff, rule);
        }
    }
    fuhe_record_close(record);
}

static void put_pack(struct fuhe_record *record, const char *name, const struct fuhe_pack *pack) {
    fuhe_record_open(record, name);
    fuhe_record_text(record, "id", pack->id);
    fuhe_record_text(record, "version", pack->version);
    put_text(record, "sha256", pack->hash);
    fuhe_record_close(record);
}

static void put_summary(struct fuhe_record *record, const struct fuhe_rulebook_diff *diff) {
    fuhe_record_open(record, "summary");
    fuhe_record_count(record, "asks_otherwise", diff->asking);
    fuhe_record_count(record, "only_wording_or_paper", diff->dressed);
    fuhe_record_count(record, "same", diff->same);
    fuhe_record_close(record);
}

void fuhe_rulebook_diff_write_json(struct fuhe_output *output, const struct fuhe_rulebook_diff *diff) {
    const unsigned all = (1u << FUHE_RULEBOOK_ASPECT_COUNT) - 1;
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-rules-diff/1");
    fuhe_record_flag(&record, "same", !diff->differs);
    put_pack(&record, "before", diff->before->pack);
    put_pack(&record, "after", diff->after->pack);
    put_changes(&record, "identity", &diff->before->identity, &diff->after->identity, all);
    put_rules(&record, diff);
    put_changes(&record, "severities", &diff->before->severities, &diff->after->severities, all);
    put_changes(&record, "sources", &diff->before->sources, &diff->after->sources, all);
    put_summary(&record, diff);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}
