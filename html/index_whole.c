/* SPDX-License-Identifier: Apache-2.0 */
/* What only the whole batch shows: the few facts that decide whether to read on, each with its n and a link to its
 * page. */
#include "html/crosscheck_page.h"
#include "html/figures.h"
#include "html/index_page.h"
#include "html/sample_page.h"
#include "html/statistics_page.h"
#include "report/memory_output.h"
#include "report/translate.h"
#include "sample/sample_words.h"

static void open_fact(struct fuhe_page *page, const char *address, const char *label) {
    fuhe_page_markup(page, "<li>");
    fuhe_page_link(page, address, fuhe_text_of(label));
    fuhe_page_word(page, _(": "));
}

static void close_fact(struct fuhe_page *page) {
    fuhe_page_markup(page, "</li>\n");
}

static void write_tests(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    const struct fuhe_figures_word words[] = {{"tested", fuhe_figures_count(statistics->tested)},
                                              {"look", fuhe_figures_count(statistics->look_here)},
                                              {"minimum", fuhe_figures_count(FUHE_SIGN_TEST_MIN)},
                                              {NULL, {{0}}}};

    open_fact(page, FUHE_PAGE_STATISTICS, _("Departments whose claims lean one way"));
    fuhe_figures_words(page,
                       statistics->tested == 0
                           ? _("not tested, as none has {minimum} claims that deviate")
                           : _("{look} of {tested} tested ones claim too much more often than chance explains"),
                       words);
    close_fact(page);
}

static void write_outliers(struct fuhe_page *page, const struct fuhe_statistics *statistics) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(statistics->outlier_forms)},
                                              {"departments", fuhe_figures_count(statistics->outlier_departments)},
                                              {"minimum", fuhe_figures_count(FUHE_OUTLIERS_MIN)},
                                              {NULL, {{0}}}};

    open_fact(page, FUHE_PAGE_STATISTICS, _("Forms that stand out in their own department"));
    fuhe_figures_words(page,
                       statistics->outlier_departments == 0
                           ? _("not known, as no department has {minimum} forms with a deviation")
                           : _("{count}, in {departments} departments with {minimum} deviations or more"),
                       words);
    close_fact(page);
}

/* How many groups, and of how many forms. */
static void write_copies(struct fuhe_page *page, const struct fuhe_crosscheck *crosscheck) {
    const struct fuhe_crosscheck_count goals = fuhe_crosscheck_count(crosscheck, FUHE_CODE_COPIED_GOAL);
    const struct fuhe_crosscheck_count reasons = fuhe_crosscheck_count(crosscheck, FUHE_CODE_COPIED_REASON);
    const struct fuhe_figures_word words[] = {{"goals", fuhe_figures_count(goals.groups)},
                                              {"goalforms", fuhe_figures_count(goals.forms)},
                                              {"goaln", fuhe_figures_count(goals.compared)},
                                              {"reasons", fuhe_figures_count(reasons.groups)},
                                              {"reasonforms", fuhe_figures_count(reasons.forms)},
                                              {"reasonn", fuhe_figures_count(reasons.compared)},
                                              {NULL, {{0}}}};

    open_fact(page, FUHE_PAGE_CROSSCHECK, _("Copied texts"));
    fuhe_figures_words(page,
                       _("{goals} groups of goals, of {goalforms} forms among {goaln} compared; {reasons} groups of "
                         "boilerplate reasons, of {reasonforms} forms among {reasonn}"),
                       words);
    close_fact(page);
}

static void write_uneven(struct fuhe_page *page, const struct fuhe_crosscheck *crosscheck) {
    const struct fuhe_crosscheck_count uneven = fuhe_crosscheck_count(crosscheck, FUHE_CODE_UNEVEN_TREATMENT);
    const struct fuhe_figures_word words[] = {{"groups", fuhe_figures_count(uneven.groups)},
                                              {"forms", fuhe_figures_count(uneven.forms)},
                                              {"n", fuhe_figures_count(uneven.compared)},
                                              {NULL, {{0}}}};

    open_fact(page, FUHE_PAGE_CROSSCHECK, _("The same defect treated differently"));
    fuhe_figures_words(page, _("{groups} times, in {forms} forms among {n} with such a defect"), words);
    close_fact(page);
}

static void write_full_marks(struct fuhe_page *page, const struct fuhe_crosscheck *crosscheck) {
    const struct fuhe_crosscheck_count full = fuhe_crosscheck_count(crosscheck, FUHE_CODE_ALL_FULL_MARKS);
    const struct fuhe_figures_word words[] = {{"groups", fuhe_figures_count(full.groups)},
                                              {"n", fuhe_figures_count(full.compared)},
                                              {"minimum", fuhe_figures_count(FUHE_CROSSCHECK_FULL_MARKS_FORMS_MIN)},
                                              {NULL, {{0}}}};

    open_fact(page, FUHE_PAGE_CROSSCHECK, _("Departments that claim full marks throughout"));
    fuhe_figures_words(page,
                       full.compared == 0 ? _("not judged, as no department has {minimum} forms")
                                          : _("{groups} of {n} departments with {minimum} forms or more"),
                       words);
    close_fact(page);
}

/* What no sample by money can reach: nothing follows for it. */
static void write_unreached(struct fuhe_page *page, const struct fuhe_sample *sample) {
    static const enum fuhe_sample_sentence sentences[] = {FUHE_SAMPLE_OUTSIDE, FUHE_SAMPLE_UNREADABLE};
    struct fuhe_memory_output *memory = fuhe_memory_output_new();

    for (size_t i = 0; memory != NULL && i < sizeof sentences / sizeof sentences[0]; i++) {
        if (fuhe_sample_write_sentence(sample, sentences[i], &memory->output)) {
            fuhe_page_markup(page, " ");
            fuhe_page_write(page, fuhe_memory_output_text(memory));
            fuhe_memory_output_reset(memory);
        }
    }
    fuhe_memory_output_free(memory);
}

static const char *words_of(const struct fuhe_sample *sample) {
    if (sample->bound.present && sample->state == FUHE_SAMPLE_EVERYTHING) {
        return _("{count}: every form with a budget, so that no upper bound has to be reckoned.");
    }
    return sample->bound.present ? _("{count}, drawn by money: if none of them turns out to be scored too high, then "
                                     "at most {bound} % of "
                                     "the budgets stand behind such forms (confidence {confidence} %).")
                                 : _("{count} by money, and those of the highest risk.");
}

/* The bound in one line; its page has the conditions. */
static void write_sample(struct fuhe_page *page, const struct fuhe_sample *sample) {
    const struct fuhe_figures_word words[] = {{"count", fuhe_figures_count(sample->count)},
                                              {"confidence", fuhe_figures_count(sample->request.confidence)},
                                              {"bound", fuhe_figures_points(sample->bound.value)},
                                              {NULL, {{0}}}};

    open_fact(page, FUHE_PAGE_SAMPLE, _("Forms to review by hand"));
    fuhe_figures_words(page, words_of(sample), words);
    write_unreached(page, sample);
    close_fact(page);
}

void fuhe_index_whole(struct fuhe_page *page, const struct fuhe_index *index) {
    if (index->statistics == NULL) {
        return;
    }
    fuhe_page_section_open(page, "whole", _("What the batch shows as a whole"));
    fuhe_page_element(page, "p", _("Reasons to look, never verdicts: for reviewers alone, and in no notice."));
    fuhe_page_markup(page, "<ul>\n");
    write_tests(page, index->statistics);
    write_outliers(page, index->statistics);
    write_copies(page, index->statistics->crosscheck);
    write_full_marks(page, index->statistics->crosscheck);
    write_uneven(page, index->statistics->crosscheck);
    if (index->samples != NULL) {
        write_sample(page, &index->samples[FUHE_SAMPLE_MONEY]);
    }
    fuhe_page_markup(page, "</ul>\n");
    fuhe_page_section_close(page);
}
