/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences of the cross-check. A family is a row of a table; so is what a line says, by code and by which of its lines
 * it is. */
#include "crosscheck/crosscheck_words.h"

#include "crosscheck/likeness.h"
#include "report/template.h"
#include "report/translate.h"

const char *fuhe_crosscheck_title(void) {
    return _("Cross-check of all forms");
}

const char *fuhe_crosscheck_caution(void) {
    return _("What is found here is a reason to look, never a verdict, and changes no score.");
}

/* --- families ----------------------------------------------------------------------------------------------------- */

struct family {
    enum fuhe_code code;
    const char *heading;
    const char *method;
    const char *reason; /* why it cannot be judged */
    size_t minimum;     /* that n must be for a judgement */
    size_t limit;       /* named in the method */
    const char *line;   /* what a line says */
    const char *first;  /* that of the first of a group, when it says something else */
};

static const struct family families[FUHE_CROSSCHECK_FAMILIES] = {
    {FUHE_CODE_STATEMENT_PROJECTS, N_("Number of projects that a department states"),
     N_("Statements that fit their own document or whose forms are of one department, n = {n}; one that does not fit "
        "its own document is held against all forms of the department and year, and against each project once."),
     N_("Not judged: there is no statement, or none that fits its own document or stands in one whose forms are "
        "all of one department."),
     1, 0, N_("The department states {claimed} projects; its forms of the same year in this batch have {recomputed}."),
     NULL},
    {FUHE_CODE_STATEMENT_FUNDS, N_("Funds that a department states"),
     N_("As above, n = {n}: the stated funds against the initial budgets, the full-year budgets and the spending of "
        "all "
        "forms, each as exactly as it is printed."),
     N_("Not judged: there is no statement, or none that fits its own document or stands in one whose forms are "
        "all of one department."),
     1, 0,
     N_("The department states funds of {claimed} yuan; no sum of its forms of the same year in this batch fits, the "
        "full-year budgets come to {recomputed} yuan."),
     NULL},
    {FUHE_CODE_COPIED_GOAL, N_("Copied goals"),
     N_("Goals of {limit} characters or more, n = {n}; alike by {percent} % or more of their runs of four characters, "
        "rare ones weighing more. The same project is no copy of itself."),
     N_("Not judged: fewer than two forms have a goal of {limit} characters or more."), 2,
     FUHE_CROSSCHECK_GOAL_CHARACTERS_MIN, N_("Its goal is that of the other form by {similarity} %."),
     N_("One of {members} forms whose goals are each like that of another of them.")},
    {FUHE_CODE_COPIED_INDICATORS, N_("Copied sets of indicators"),
     N_("Sets of {limit} indicators or more with their targets, n = {n}; alike by {percent} % or more, rare indicators "
        "weighing more. The same project is no copy of itself."),
     N_("Not judged: fewer than two forms have {limit} indicators or more."), 2, FUHE_CROSSCHECK_INDICATORS_MIN,
     N_("Its indicators and targets are those of the other form by {similarity} %."),
     N_("One of {members} forms whose indicators and targets are each like those of another of them.")},
    {FUHE_CODE_COPIED_REASON, N_("Boilerplate reasons"),
     N_("Reasons of {limit} characters or more in rows below full points, from n = {n} forms; alike by {percent} % or "
        "more in three forms or more."),
     N_("Not judged: fewer than three forms give a reason of {limit} characters or more in a row below full points."),
     FUHE_CROSSCHECK_REASON_FORMS_MIN, FUHE_CROSSCHECK_REASON_CHARACTERS_MIN,
     N_("Its reason is that of the other form by {similarity} %."),
     N_("One of {members} forms whose reasons are each like that of another of them.")},
    {FUHE_CODE_ALL_FULL_MARKS, N_("Departments that claim full marks throughout"),
     N_("Departments with {limit} forms or more, n = {n}, all of whose forms claim full marks."),
     N_("Not judged: no department has {limit} forms or more."), 1, FUHE_CROSSCHECK_FULL_MARKS_FORMS_MIN,
     N_("All {members} forms of the department claim {claimed} points; {mild} of them have as many by the rules."),
     NULL},
    {FUHE_CODE_DUPLICATE_PROJECT, N_("Projects with several forms"),
     N_("Forms that name a project and a department, n = {n}; the same department, project, year and unit, which one "
        "document may leave out."),
     N_("Not judged: fewer than two forms name a project and a department."), 2, 0,
     N_("One of {members} forms of this project."), NULL},
    {FUHE_CODE_UNEVEN_TREATMENT, N_("The same defect treated differently"),
     N_("Forms with a number that gives less than full points by the rules, an execution rate that does or a result in "
        "words that is not clearly the target, n = {n}. Within a department, the same defect (numbers by category) at "
        "full points in one project and below in another."),
     N_("Not judged: fewer than two forms have such a defect."), 2, 0, NULL, NULL},
};

static const struct family *family_of(enum fuhe_code code) {
    size_t i = 0;

    while (i + 1 < FUHE_CROSSCHECK_FAMILIES && families[i].code != code) {
        i++;
    }
    return &families[i];
}

const char *fuhe_crosscheck_heading(enum fuhe_code code) {
    return _(family_of(code)->heading);
}

bool fuhe_crosscheck_is_judged(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code) {
    return fuhe_crosscheck_count(crosscheck, code).compared >= family_of(code)->minimum;
}

/* The two of statements stay together, for the second refers to the first. */
static unsigned rank_of(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code) {
    const bool is_statement = code == FUHE_CODE_STATEMENT_PROJECTS || code == FUHE_CODE_STATEMENT_FUNDS;
    size_t groups = fuhe_crosscheck_count(crosscheck, code).groups;

    if (is_statement) {
        groups = fuhe_crosscheck_count(crosscheck, FUHE_CODE_STATEMENT_PROJECTS).groups +
                 fuhe_crosscheck_count(crosscheck, FUHE_CODE_STATEMENT_FUNDS).groups;
    }
    return groups > 0 ? 0 : is_statement ? 2 : 1;
}

void fuhe_crosscheck_reading_order(const struct fuhe_crosscheck *crosscheck,
                                   enum fuhe_code order[FUHE_CROSSCHECK_FAMILIES]) {
    size_t count = 0;

    for (unsigned rank = 0; rank <= 2; rank++) {
        for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES; i++) {
            if (rank_of(crosscheck, fuhe_crosscheck_families[i]) == rank) {
                order[count++] = fuhe_crosscheck_families[i];
            }
        }
    }
}

/* --- sentences ---------------------------------------------------------------------------------------------------- */

enum { NUMBERS_MAX = 8 };

struct number {
    const char *name;
    size_t number;
};

static void write_numbers(struct fuhe_output *output, const char *sentence, const struct number *numbers) {
    struct fuhe_template_word words[NUMBERS_MAX + 1] = {{NULL, {NULL, 0}}};
    char texts[NUMBERS_MAX][FUHE_SIZE_TEXT_SIZE];

    for (size_t i = 0; i < NUMBERS_MAX && numbers[i].name != NULL; i++) {
        words[i].name = numbers[i].name;
        words[i].text = (fuhe_text){texts[i], fuhe_size_format(numbers[i].number, texts[i])};
    }
    fuhe_template_words(output, sentence, words);
}

void fuhe_crosscheck_write_method(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code,
                                  struct fuhe_output *output) {
    const struct family *family = family_of(code);
    const struct number numbers[] = {{"n", fuhe_crosscheck_count(crosscheck, code).compared},
                                     {"limit", family->limit},
                                     {"percent", FUHE_LIKENESS_LIMIT / 10},
                                     {NULL, 0}};

    write_numbers(output, _(fuhe_crosscheck_is_judged(crosscheck, code) ? family->method : family->reason), numbers);
}

void fuhe_crosscheck_write_count(const struct fuhe_crosscheck *crosscheck, enum fuhe_code code,
                                 struct fuhe_output *output) {
    const struct fuhe_crosscheck_count count = fuhe_crosscheck_count(crosscheck, code);
    const struct number numbers[] = {
        {"findings", count.groups}, {"forms", count.forms}, {"cleared", count.cleared}, {NULL, 0}};

    write_numbers(output,
                  count.groups == 0 ? _("Nothing found.") : _("Look here: {findings} findings; forms listed: {forms}."),
                  numbers);
    if (count.cleared > 0) {
        fuhe_output_char(output, ' ');
        write_numbers(output,
                      _("Statements that do not fit their own document but do fit the forms of the whole department: "
                        "{cleared}; there is nothing to ask."),
                      numbers);
    }
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

static const char *sentence_of_uneven(const struct fuhe_crosscheck_line *line) {
    static const char *const mild[] = {
        [FUHE_DEFECT_NONE] = "",
        [FUHE_DEFECT_TARGET] = N_("Full {claimed} points claimed for a number that gives {recomputed} by the "
                                  "rules; in {others} other places of the department with such a number less than "
                                  "full points is claimed."),
        [FUHE_DEFECT_EXECUTION] = N_("Money not spent as needed for full points, full {claimed} points claimed, "
                                     "{recomputed} by the rules; {others} other forms of the department claim less."),
        [FUHE_DEFECT_WORDS] = N_("Full {claimed} points claimed for a result in words for which in {others} other "
                                 "places of the department less is claimed."),
    };
    static const char *const strict[] = {
        [FUHE_DEFECT_NONE] = "",
        [FUHE_DEFECT_TARGET] = N_("{claimed} of {weight} points claimed for a number that gives {recomputed} by the "
                                  "rules; in {mild} other places of the department with such a number full points are "
                                  "claimed."),
        [FUHE_DEFECT_EXECUTION] =
            N_("Money not spent as needed for full points, {claimed} of {weight} points claimed, {recomputed} by the "
               "rules; {mild} other forms of the department claim full points."),
        [FUHE_DEFECT_WORDS] = N_("{claimed} of {weight} points claimed for a result in words for which in {mild} other "
                                 "places of the department full points are claimed."),
    };

    return _((line->treated_mildly ? mild : strict)[line->defect]);
}

static const char *sentence_of(const struct fuhe_crosscheck_line *line) {
    const struct family *family = family_of(line->code);

    if (line->code == FUHE_CODE_UNEVEN_TREATMENT) {
        return sentence_of_uneven(line);
    }
    return _(line->like == 0 && family->first != NULL ? family->first : family->line);
}

static fuhe_text write_figure(struct fuhe_figure figure, char text[FUHE_DECIMAL_TEXT_SIZE]) {
    return figure.present ? (fuhe_text){text, fuhe_decimal_format(figure.value, 0, text)} : FUHE_TEXT("—");
}

void fuhe_crosscheck_write_line(const struct fuhe_crosscheck_line *line, struct fuhe_output *output) {
    char figures[4][FUHE_DECIMAL_TEXT_SIZE];
    char counts[3][FUHE_SIZE_TEXT_SIZE];
    const struct fuhe_figure similarity = {true, {(int64_t)line->similarity * (FUHE_DECIMAL_ONE / 10)}};
    const struct fuhe_template_word words[] = {
        {"members", {counts[0], fuhe_size_format(line->members, counts[0])}},
        {"mild", {counts[1], fuhe_size_format(line->mild, counts[1])}},
        {"others", {counts[2], fuhe_size_format(line->members - line->mild, counts[2])}},
        {"similarity", write_figure(similarity, figures[0])},
        {"weight", write_figure(line->weight, figures[1])},
        {"claimed", write_figure(line->claimed, figures[2])},
        {"recomputed", write_figure(line->recomputed, figures[3])},
        {NULL, {NULL, 0}}};

    fuhe_template_words(output, sentence_of(line), words);
}
