/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_MESSAGES_H
#define FUHE_REPORT_MESSAGES_H

#include "engine/output.h"
#include "engine/result.h"

/* Words for people: the one place where codes become sentences, through gettext. */

/* Sets the language of everything that people read: "zh", "en", or NULL for the locale's. False when the language is
 * not known. Call once, at the start; works without any installed locale. */
bool fuhe_language_set(const char *language, const char *locale_folder);
bool fuhe_language_is_chinese(void);

/* What stands between the items of a list. */
const char *fuhe_message_list_separator(void);

/* "办公经费3：自评得分 0.92，按规则应为 0.82（多 0.10）": what is wrong, with its figures. */
void fuhe_message_finding(struct fuhe_output *output, const struct fuhe_review *review,
                          const struct fuhe_finding *finding);

/* What a code is about, in a few words: "score cut off, not rounded". */
const char *fuhe_message_title(enum fuhe_code code);

/* What to do about it, in one sentence. */
const char *fuhe_message_advice(enum fuhe_code code);
const char *fuhe_message_advice_on(const struct fuhe_review *review, const struct fuhe_finding *finding);

/* A file by its name; "-" is standard input. */
const char *fuhe_message_file(const char *file);

/* What the system says about a file, translated; any other text as it is. */
const char *fuhe_message_system(const char *text);

/* "表格3.xml:12:5: …: found …, expected …; what to do". file may be NULL. */
void fuhe_message_error(struct fuhe_output *output, const char *file, const struct fuhe_error *error);

/* The same on standard error, as a line of its own. */
void fuhe_message_complain(const char *file, const struct fuhe_error *error);

/* Names for people. */
const char *fuhe_message_severity(enum fuhe_severity severity);
const char *fuhe_message_verdict(enum fuhe_verdict verdict);
const char *fuhe_message_category(enum fuhe_category category);
const char *fuhe_message_loss(enum fuhe_loss loss);
const char *fuhe_message_firmness(enum fuhe_firmness firmness);
const char *fuhe_message_slip(enum fuhe_slip_kind kind); /* a template: {row} {from} {to} {difference} */
const char *fuhe_message_block(enum fuhe_block block);
const char *fuhe_message_cell(const char *cell);           /* "@score" or "score": "the claimed score" */
fuhe_text fuhe_message_choose(struct fuhe_bilingual text); /* by language; the other one when its text is empty */

/* An indicator by its name, with its category where another one has the same name. */
void fuhe_message_row(struct fuhe_output *output, const struct fuhe_form *form, size_t row);

/* Where a finding is, in the words of the form, and in a document by its address there: "产出指标 / 用餐人员 / 完成值
 * （Sheet1!G17）". */
void fuhe_message_place(struct fuhe_output *output, const struct fuhe_form *form, const struct fuhe_finding *finding);

/* Values of a form and reasons for doubt by their stable words: "weight", "not-a-number". NULL when unknown. */
const char *fuhe_message_doubt_value(fuhe_text name);
const char *fuhe_message_doubt_why(fuhe_text name);

/* "3 cells were read with doubt: compare them with the document before using the figures below." Nothing when none
 * was that points or money hang on. */
void fuhe_message_doubts(struct fuhe_output *output, const struct fuhe_review *review);

/* What a rule says, and its document and clause, or that it is practice without a text. */
void fuhe_message_citation(struct fuhe_output *output, const struct fuhe_citation *citation);

/* "1,234,567.89": an amount of money with its digits in groups of three. Returns the length. */
enum { FUHE_AMOUNT_TEXT_SIZE = 2 * FUHE_DECIMAL_TEXT_SIZE };
size_t fuhe_message_amount(fuhe_decimal amount, char text[FUHE_AMOUNT_TEXT_SIZE]);

/* A total with as many decimals as the form prints when it is the claimed one, else at least two. */
size_t fuhe_message_total(const struct fuhe_review *review, fuhe_decimal total, char text[FUHE_DECIMAL_TEXT_SIZE]);

/* Whether the form leaves the execution score blank that the rules give: it stands in sums of claims all the same. */
bool fuhe_message_execution_is_blank(const struct fuhe_review *review);

/* "the execution score is not filled in; 7.00 by the rules": what stands beside such a sum. Nothing otherwise. */
void fuhe_message_blank_execution(struct fuhe_output *output, const struct fuhe_review *review);

/* The working of a row with its numbers: "2 × 5.34 ÷ 13 = 267/325 ≈ 0.82". Nothing when there is none. */
void fuhe_message_working(struct fuhe_output *output, const struct fuhe_row *row);

/* " = 267/325 ≈ 0.82" */
void fuhe_message_result(struct fuhe_output *output, fuhe_fraction exact, fuhe_decimal recomputed);

/* The working of the execution score: "243.93 ÷ 295.91 ≈ 82.43 %; from 80 % to below 100 %: 7". */
void fuhe_message_execution(struct fuhe_output *output, const struct fuhe_review *review);

/* "良好, firm: every defensible reading gives the same total; above the lower bound by 6.48": the recommended grade, or
 * that there is none. readings: only what stands behind the colon. */
void fuhe_message_grade(struct fuhe_output *output, const struct fuhe_review *review);
void fuhe_message_readings(struct fuhe_output *output, const struct fuhe_review *review);

/* The recommended reading of the weights: "rescaled to full marks". */
const char *fuhe_message_basis_name(enum fuhe_basis basis);

/* That and why a form that is scored in part has no complete total: "not complete: 30 of 100 points could not be
 * scored". Nothing for other forms. */
void fuhe_message_partial(struct fuhe_output *output, const struct fuhe_review *review);

/* How weights that do not close were read, and what other readings give. */
void fuhe_message_basis(struct fuhe_output *output, const struct fuhe_review *review);

/* Id, version and the first digits of the hash of a rule pack. */
void fuhe_message_pack(struct fuhe_output *output, const struct fuhe_pack *pack);

/* The rule pack, and why it was chosen. */
void fuhe_message_choice(struct fuhe_output *output, const struct fuhe_pack_choice *choice);

/* What explains a total, in sentences ("any one of 11 rows counted twice would give it: no evidence for any of them").
 * Nothing when there is nothing to explain. */
void fuhe_message_explanation(struct fuhe_output *output, const struct fuhe_review *review,
                              const struct fuhe_explanation *explanation);

#endif
