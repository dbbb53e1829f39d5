/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_WORKBOOK_FORMULA_H
#define FUHE_WORKBOOK_FORMULA_H

#include "engine/review.h"
#include "stats/gauge.h"
#include "workbook/layout.h"
#include "workbook/rounding.h"

/* The figures of a review as spreadsheet formulas over the cells beside them. They follow the reading of a target, so
 * that a changed result changes the score; where binary numbers could tell another story than the exact ones, there is
 * no formula ("") and the figure stands as it is. */

enum { FUHE_FORMULA_TEXT_SIZE = FUHE_ROUNDING_TEXT_SIZE + 256 };

struct fuhe_formula_text {
    char text[FUHE_FORMULA_TEXT_SIZE]; /* "=…", or "" */
};

/* The score by the rules of the indicator on that line of the sheet of details. percent is that of the weight for a
 * claim outside of its words' band, else NULL. */
void fuhe_formula_row(const struct fuhe_row *row, const struct fuhe_pack *pack, const fuhe_decimal *percent,
                      size_t line, struct fuhe_formula_text *formula);

/* The same for the execution score; bands are the lines of the pack's bands on the sheet of rules, lowest first. */
void fuhe_formula_execution(const struct fuhe_execution *execution, const struct fuhe_pack *pack,
                            struct fuhe_lines bands, size_t line, struct fuhe_formula_text *formula);

/* The verified score: the claim or the score by the rules, as the cell beside them says. */
void fuhe_formula_verified(enum fuhe_verdict verdict, size_t line, struct fuhe_formula_text *formula);
void fuhe_formula_difference(size_t line, struct fuhe_formula_text *formula);

/* Those of a line of the overview; rows are the form's lines on the sheet of details. */
void fuhe_formula_weights(struct fuhe_lines rows, struct fuhe_formula_text *formula);
void fuhe_formula_total(const struct fuhe_review *review, struct fuhe_lines rows, size_t line,
                        struct fuhe_formula_text *formula);
void fuhe_formula_deviation(const struct fuhe_review *review, size_t line, struct fuhe_formula_text *formula);
void fuhe_formula_rate(const struct fuhe_review *review, size_t line, struct fuhe_formula_text *formula);

/* The grade by the pack's cuts on the sheet of rules, lowest first; and whether it is another one than the claimed. */
void fuhe_formula_grade(struct fuhe_lines cuts, size_t line, struct fuhe_formula_text *formula);
void fuhe_formula_change(struct fuhe_lines cuts, size_t line, struct fuhe_formula_text *formula);

/* The "too easy" gauge on a line of its sheet: a share, how many shares there are, and the index. */
void fuhe_formula_ease_share(const struct fuhe_gauge *gauge, enum fuhe_ease sign, size_t line,
                             struct fuhe_formula_text *formula);
void fuhe_formula_ease_signs(size_t line, struct fuhe_formula_text *formula);
void fuhe_formula_ease_index(const struct fuhe_gauge *gauge, size_t line, struct fuhe_formula_text *formula);

/* A share on a line of the statistics: percent with one place, or of 1 with more, over the cell of its part and the
 * cell right of it, of its whole. */
void fuhe_formula_statistic_share(uint64_t part, uint64_t whole, unsigned places, char column, size_t line,
                                  struct fuhe_formula_text *formula);

#endif
