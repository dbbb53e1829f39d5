/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_RULEBOOK_H
#define FUHE_REPORT_RULEBOOK_H

#include "engine/output.h"
#include "engine/pack.h"

/* Rule packs for people, in the language that was set (messages.h). */

/* The pack as a book: identity, then every rule with what it says, its values, and the document, clause and confidence
 * that it rests on, then severities that it changes and its sources. */
void fuhe_rulebook_write(struct fuhe_output *output, const struct fuhe_pack *pack);

/* One line a pack: id, version, period, region, status, title. */
void fuhe_rulebook_list(struct fuhe_output *output, const struct fuhe_pack *packs, size_t count);

/* "2024-01-01 to 2024-12-31" */
void fuhe_rulebook_period(struct fuhe_output *output, const struct fuhe_pack *pack);

/* What a rule is about, in a few words. */
const char *fuhe_rulebook_title(enum fuhe_rule rule);

/* The values of one rule, a line each; nothing for a rule without values (rulebook_values.c). */
enum { FUHE_RULEBOOK_INDENT = 4, FUHE_RULEBOOK_LABEL = 26 };
void fuhe_rulebook_values(struct fuhe_output *output, const struct fuhe_pack *pack, enum fuhe_rule rule);

/* "完成、已完成", broken into lines from column `indent` on. */
void fuhe_rulebook_words(struct fuhe_output *output, const struct fuhe_text_list *words, size_t indent);

#endif
