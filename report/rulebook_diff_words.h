/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_RULEBOOK_DIFF_WORDS_H
#define FUHE_REPORT_RULEBOOK_DIFF_WORDS_H

#include "report/rulebook_model.h"

/* Lines of the comparison of two rule packs, for people. */

/* Which words came and went; that only their order is another one when none did. */
void fuhe_rulebook_words_changed(struct fuhe_output *output, const char *label, const struct fuhe_text_list *before,
                                 const struct fuhe_text_list *after);

/* "Second band: lower end 60 % → 50 %", then the words of each step that came and went. */
void fuhe_rulebook_steps_changed(struct fuhe_output *output, const struct fuhe_rulebook_item *before,
                                 const struct fuhe_rulebook_item *after);

#endif
