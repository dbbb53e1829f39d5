/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_RULEBOOK_MODEL_H
#define FUHE_REPORT_RULEBOOK_MODEL_H

#include "engine/arena.h"
#include "engine/output.h"
#include "engine/pack.h"

/* What a rule pack says, part by part, once in words for people (in the language that was set) and once for machines:
 * the text book, the HTML book and the comparison of two packs are made from it. Every pack gives the same items in the
 * same order, so that the items of two packs can be held against each other one by one. */

enum fuhe_rulebook_kind {
    FUHE_RULEBOOK_VALUE,    /* text; for machines value, or said */
    FUHE_RULEBOOK_WORDS,    /* words as printed on forms; text is what stands for none */
    FUHE_RULEBOOK_VARIANTS, /* rows: other weights that are allowed as well */
    FUHE_RULEBOOK_BANDS,    /* rows: execution, highest first */
    FUHE_RULEBOOK_STEPS,    /* rows: a scale in words */
    FUHE_RULEBOOK_TIERS,    /* rows: points taken off beyond the target, highest ratio first */
    FUHE_RULEBOOK_GRADES,   /* rows: highest first */
    FUHE_RULEBOOK_SOURCES   /* rows: documents that the pack cites */
};

/* What a difference in an item means. */
enum fuhe_rulebook_aspect {
    FUHE_RULEBOOK_ASKS,   /* the rule itself is another one */
    FUHE_RULEBOOK_WORDED, /* it is put in other words */
    FUHE_RULEBOOK_PAPER,  /* it rests on another paper */
    FUHE_RULEBOOK_ASPECT_COUNT
};

enum { FUHE_RULEBOOK_FIGURES = FUHE_CATEGORY_COUNT };

struct fuhe_rulebook_row {
    fuhe_text id;                                /* of a variant or grade */
    struct fuhe_bilingual name;                  /* when a variant applies; the name of a grade */
    fuhe_decimal figures[FUHE_RULEBOOK_FIGURES]; /* one a column */
    struct fuhe_text_list words;                 /* of a step */
    const struct fuhe_source *source;            /* of a source */
    fuhe_text text;                              /* its figures in words: "from 80 % to below 100 %: 7 points" */
};

struct fuhe_rulebook_item {
    enum fuhe_rulebook_kind kind;
    enum fuhe_rulebook_aspect aspect;
    const char *name;  /* stable: the word of rules/pack.xsd where it has one */
    const char *label; /* for people */
    bool hidden;       /* not for the book: as it usually is, or said by another item */
    bool repeated;     /* only for the book: it belongs to another part */
    bool continues;    /* the item above, whose label it has */
    fuhe_text value;   /* "10", "half-up"; empty when the pack has none */
    struct fuhe_bilingual said;
    fuhe_text text;
    struct fuhe_text_list words;
    struct fuhe_rulebook_row *rows;
    size_t row_count;
};

/* Identity, a rule, severities, or sources. */
struct fuhe_rulebook_part {
    const char *name;                     /* "weights" */
    const char *title;                    /* for people */
    const struct fuhe_citation *citation; /* of a rule */
    fuhe_text change; /* of an overlay's rule that is not its base's: "Not as in mof-2021-cost 1: …" */
    struct fuhe_rulebook_item *items;
    size_t count;
};

struct fuhe_rulebook {
    const struct fuhe_pack *pack;
    struct fuhe_rulebook_part identity;
    struct fuhe_rulebook_part rules[FUHE_RULE_COUNT]; /* from FUHE_RULE_NONE + 1 on */
    struct fuhe_rulebook_part severities;             /* one item a code, hidden when it is as usual */
    struct fuhe_rulebook_part sources;
};

/* Makes the book of a pack, which must outlive it, as must the arena. */
FUHE_MUST_USE enum fuhe_status fuhe_rulebook_make(struct fuhe_arena *arena, const struct fuhe_pack *pack,
                                                  struct fuhe_rulebook *book, struct fuhe_error *err);

/* The figures of the rows of a kind, ended by a row without name. */
struct fuhe_rulebook_column {
    const char *name;  /* stable: "from" */
    const char *label; /* a message, not yet translated */
};
const struct fuhe_rulebook_column *fuhe_rulebook_columns(enum fuhe_rulebook_kind kind);

/* The item of a part that has this name; NULL when there is none. */
const struct fuhe_rulebook_item *fuhe_rulebook_find(const struct fuhe_rulebook_part *part, const char *name);

/* What a rule is about, and how far a pack is in force, in a few words. */
const char *fuhe_rulebook_title(enum fuhe_rule rule);
const char *fuhe_rulebook_status(enum fuhe_pack_status status);
const char *fuhe_rulebook_status_name(enum fuhe_pack_status status); /* "in-force", the same in every language */

/* "2024-01-01 to 2024-12-31" */
void fuhe_rulebook_period(struct fuhe_output *output, const struct fuhe_pack *pack);

#endif
