/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_REPORT_TEXT_H
#define FUHE_REPORT_TEXT_H

#include "report/memory_output.h"
#include "report/report.h"

/* The parts of the report for people, on pages of fuhe_width_page() columns. What comes from a form or a message goes
 * through the scratch output first, where it is measured and made harmless. */

/* One line of the overview. Texts are copies. */
struct fuhe_text_entry {
    char *name;
    const char *grade; /* of the pack: lives as long as the program's packs */
    size_t grade_length;
    bool scored;
    struct fuhe_claim claimed;
    fuhe_decimal verified;
    struct fuhe_figure deviation;
    struct fuhe_figure rate;
    size_t findings[FUHE_SEVERITY_COUNT];
    bool is_doubtful; /* a person must compare it with its document first */
};

enum { FUHE_TEXT_ENTRIES_MAX = 5000 }; /* of the overview; a longer one helps nobody */

struct fuhe_text_state {
    struct fuhe_memory_output *scratch;
    struct fuhe_text_entry *entries;
    size_t entry_count;
    size_t entry_capacity;
    size_t forms;
};

enum fuhe_text_style { FUHE_STYLE_PLAIN, FUHE_STYLE_BOLD, FUHE_STYLE_RED, FUHE_STYLE_YELLOW, FUHE_STYLE_CYAN };

/* Begins or (PLAIN) ends a style, on terminals only. */
void fuhe_text_style(struct fuhe_report *report, enum fuhe_text_style style);
enum fuhe_text_style fuhe_text_style_of(enum fuhe_severity severity);

/* The emptied scratch output. */
struct fuhe_output *fuhe_text_scratch(struct fuhe_report *report);

/* Writes what is in the scratch output from column `indent` on, wrapped, and ends the line. */
void fuhe_text_paragraph(struct fuhe_report *report, size_t indent);

/* Writes what is in the scratch output and spaces up to `columns`. */
void fuhe_text_column(struct fuhe_report *report, size_t columns);

/* A heading on a line of its own, with an empty line before it. */
void fuhe_text_heading(struct fuhe_report *report, const char *heading);

/* "+0.10" or "-0.05": a difference always shows its sign. */
void fuhe_text_signed(struct fuhe_output *output, fuhe_decimal value);

/* The sections. */
void fuhe_text_verdict(struct fuhe_report *report, const struct fuhe_result *result);
void fuhe_text_findings(struct fuhe_report *report, const struct fuhe_review *review);
void fuhe_text_explanations(struct fuhe_report *report, const struct fuhe_result *result);
void fuhe_text_rows(struct fuhe_report *report, const struct fuhe_review *review);
void fuhe_text_ladder(struct fuhe_report *report, const struct fuhe_result *result);
void fuhe_text_unit(struct fuhe_report *report, const char *file, const struct fuhe_unit_review *review);

/* The overview: remembers a form, prints them all. */
void fuhe_text_remember(struct fuhe_report *report, const struct fuhe_result *result);
void fuhe_text_overview(struct fuhe_report *report);
/* The project of the form `index` of the last form_count ones; NULL when they are not all remembered. */
const char *fuhe_text_project(const struct fuhe_report *report, size_t form_count, size_t index);
void fuhe_text_forget(struct fuhe_report *report);

#endif
