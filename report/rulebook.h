/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_RULEBOOK_H
#define FUHE_REPORT_RULEBOOK_H

#include "report/rulebook_model.h"

/* Rule packs as text for people, in the language that was set (messages.h). */

/* A pack as a book: identity, then every rule with what it says, its values, and the document, clause and confidence
 * that it rests on, then severities that it changes and its sources. */
void fuhe_rulebook_write(struct fuhe_output *output, const struct fuhe_rulebook *book);

/* One line a pack: id, version, period, region, status, title. */
void fuhe_rulebook_list(struct fuhe_output *output, const struct fuhe_pack *packs, size_t count);

enum { FUHE_RULEBOOK_INDENT = 4, FUHE_RULEBOOK_LABEL = 26 };

/* "完成、已完成": the words without those of `except`, broken into lines from column `indent` on. */
void fuhe_rulebook_write_words(struct fuhe_output *output, const struct fuhe_text_list *words,
                               const struct fuhe_text_list *except, size_t indent);

/* Whether there are any. */
bool fuhe_rulebook_words_beyond(const struct fuhe_text_list *words, const struct fuhe_text_list *except);

#endif
