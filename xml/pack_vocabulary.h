/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_XML_PACK_VOCABULARY_H
#define FUHE_XML_PACK_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/pack.h"

/* Every element and attribute of a rule pack, and the place in struct fuhe_pack that each one fills: the table by which
 * pack_reader.c reads. Private to the xml folder.
 *
 *     <pack id="…" version="…" status="…" from="…" to="…" needs-cost="…">
 *       <title zh="…" en="…"/> <issuer zh="…" en="…"/>
 *       <regions><word>…</word>…</regions>
 *       <source id="…" document="…" zh="…" en="…" date="…"/>…
 *       <execution source="…" clause="…" confidence="…" zh="…" en="…" weight="10" method="bands">   (one a rule)
 *         <word>…</word>… <band from="100" score="10"/>…
 *       </execution>…
 *       <severity code="…" level="…"/>…
 *     </pack>
 *
 * An overlay names its base, <pack … base="…" base-version="…">. Its rules have also why-zh="…" why-en="…" and may lack
 * any value. */

enum fuhe_pack_value_kind {
    FUHE_PACK_TEXT,   /* fuhe_text */
    FUHE_PACK_NUMBER, /* fuhe_decimal */
    FUHE_PACK_PLACES, /* unsigned, 0 to 6 */
    FUHE_PACK_DATE,   /* int32_t, from 2024-01-31 */
    FUHE_PACK_YES_NO, /* bool */
    FUHE_PACK_CHOICE  /* an enum, by the words in choices */
};

/* A word and the enum constant that it means. Tables end with a NULL word. */
struct fuhe_pack_choice_word {
    const char *word;
    int value;
};

/* One attribute: a value at `offset` of the struct that its element fills. Tables end with a NULL name. */
struct fuhe_pack_value {
    const char *name;
    enum fuhe_pack_value_kind kind;
    bool required;
    size_t offset;
    const struct fuhe_pack_choice_word *choices;
};

/* Which struct an element fills. */
enum fuhe_pack_fill {
    FUHE_PACK_FILLS_PART,  /* the part at `offset` of what its parent fills */
    FUHE_PACK_FILLS_RULE,  /* the pack itself, and the citation of `rule` */
    FUHE_PACK_FILLS_ITEM,  /* a new item of the array at `offset`, whose count is at `count` */
    FUHE_PACK_FILLS_FRESH, /* a struct of its own, which the reader then puts in its place */
    FUHE_PACK_FILLS_WORD   /* its text is a new word of the fuhe_text_list at `offset` */
};

/* The elements; also the states of the SAX machine, so in an order in which the rows of one parent stand together. */
enum fuhe_pack_element_id {
    FUHE_PACK_IN_DOCUMENT,
    FUHE_PACK_IN_PACK,
    FUHE_PACK_IN_TITLE,
    FUHE_PACK_IN_ISSUER,
    FUHE_PACK_IN_REGIONS,
    FUHE_PACK_IN_SOURCE,
    FUHE_PACK_IN_CATEGORIES,
    FUHE_PACK_IN_WEIGHTS,
    FUHE_PACK_IN_EXECUTION,
    FUHE_PACK_IN_NUMBER_MORE,
    FUHE_PACK_IN_NUMBER_LESS,
    FUHE_PACK_IN_NUMBER_EQUAL,
    FUHE_PACK_IN_RANK,
    FUHE_PACK_IN_ZERO_TARGET,
    FUHE_PACK_IN_COST,
    FUHE_PACK_IN_WORDS,
    FUHE_PACK_IN_SCALE,
    FUHE_PACK_IN_JUDGEMENT,
    FUHE_PACK_IN_OVER_COMPLETION,
    FUHE_PACK_IN_ROUNDING,
    FUHE_PACK_IN_CLAIM,
    FUHE_PACK_IN_DUPLICATES,
    FUHE_PACK_IN_DEVIATION,
    FUHE_PACK_IN_GRADES,
    FUHE_PACK_IN_REASONS,
    FUHE_PACK_IN_SATISFACTION,
    FUHE_PACK_IN_UNSPENT,
    FUHE_PACK_IN_SEVERITY,
    FUHE_PACK_IN_REGION_WORD,
    FUHE_PACK_IN_CATEGORY,
    FUHE_PACK_IN_CATEGORY_WORD,
    FUHE_PACK_IN_VARIANT,
    FUHE_PACK_IN_BAND,
    FUHE_PACK_IN_TOTAL_WORD,
    FUHE_PACK_IN_UNPAID_WORD,
    FUHE_PACK_IN_MET_WORD,
    FUHE_PACK_IN_STEP,
    FUHE_PACK_IN_STEP_WORD,
    FUHE_PACK_IN_TIER,
    FUHE_PACK_IN_GRADE,
    FUHE_PACK_ELEMENT_COUNT
};

struct fuhe_pack_element {
    enum fuhe_pack_element_id parent;
    const char *name;
    enum fuhe_pack_fill fill;
    bool repeats;
    bool required; /* the pack must have it; rules are looked after by fuhe_pack_validate */
    enum fuhe_rule rule;
    size_t offset;
    size_t count; /* for FUHE_PACK_FILLS_ITEM */
    size_t size;  /* of an item or fresh struct */
    const struct fuhe_pack_value *values;
};

/* By fuhe_pack_element_id. */
extern const struct fuhe_pack_element fuhe_pack_elements[FUHE_PACK_ELEMENT_COUNT];

/* The attributes that every rule has, for its struct fuhe_citation; source is kept aside by the reader. */
extern const struct fuhe_pack_value fuhe_pack_citation_values[];

/* And those that every rule of an overlay has besides. */
extern const struct fuhe_pack_value fuhe_pack_why_values[];

/* What <category> and <severity> fill before their place is known. */
struct fuhe_pack_category_fields {
    enum fuhe_category id;
    struct fuhe_category_rule rule;
};
struct fuhe_pack_severity_fields {
    fuhe_text code;
    enum fuhe_severity level;
};

#endif
