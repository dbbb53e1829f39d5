/* SPDX-License-Identifier: Apache-2.0 */
/* Counting results, for overviews. Grades are known by their ids, for forms of one batch may have different packs. */
#include "report/tally.h"

#include <string.h>

#include "engine/risk.h"

void fuhe_tally_reset(struct fuhe_tally *tally) {
    memset(tally, 0, sizeof *tally);
    tally->grade_count = 1;
}

/* --- grades --- */

/* The place of a grade in the tally. More grades than there are places for share the last. */
static size_t place_of(struct fuhe_tally *tally, fuhe_text id) {
    size_t place = 0;

    while (place < tally->grade_count && !fuhe_text_equals(tally->grades[place], id)) {
        place++;
    }
    if (place == FUHE_TALLY_GRADES_MAX) {
        return FUHE_TALLY_GRADES_MAX - 1;
    }
    if (place == tally->grade_count) {
        tally->grades[tally->grade_count++] = id;
    }
    return place;
}

static fuhe_text grade_id(const struct fuhe_pack *pack, size_t grade) {
    return grade < pack->grade_count ? pack->grades[grade].id : (fuhe_text){NULL, 0};
}

void fuhe_tally_add_grades(struct fuhe_tally *tally, enum fuhe_review_state state, fuhe_text claimed,
                           fuhe_text recommended) {
    const size_t row = place_of(tally, claimed);
    const size_t column = place_of(tally, recommended);

    tally->matrix[row][column]++;
    tally->partial[row][column] += state == FUHE_REVIEW_PARTIAL;
}

static void add_grades(struct fuhe_tally *tally, const struct fuhe_review *review) {
    const struct fuhe_grading *grading = &review->grading;
    const struct fuhe_pack *pack = review->pack;
    const fuhe_text claimed = grade_id(pack, fuhe_review_claimed_grade(review));

    fuhe_tally_add_grades(tally, review->state, claimed,
                          grade_id(pack, grading->has_grade ? grading->grade : pack->grade_count));
}

/* --- counts --- */

void fuhe_tally_add_form(struct fuhe_tally *tally, const struct fuhe_result *result) {
    const struct fuhe_finding_list *findings = &result->review.findings;

    tally->forms++;
    tally->states[result->review.state]++;
    for (size_t i = 0; i < findings->count; i++) {
        tally->findings[findings->items[i].code][findings->items[i].severity]++;
    }
    add_grades(tally, &result->review);
}

void fuhe_tally_add_unit(struct fuhe_tally *tally, const struct fuhe_unit_review *review) {
    for (size_t i = 0; i < review->finding_count; i++) {
        const struct fuhe_finding *finding = &review->findings[i].finding;
        tally->findings[finding->code][finding->severity]++;
    }
}

static void add_matrix(struct fuhe_tally *tally, const struct fuhe_tally *later) {
    size_t places[FUHE_TALLY_GRADES_MAX];

    for (size_t i = 0; i < later->grade_count; i++) {
        places[i] = place_of(tally, later->grades[i]);
    }
    for (size_t i = 0; i < later->grade_count; i++) {
        for (size_t j = 0; j < later->grade_count; j++) {
            tally->matrix[places[i]][places[j]] += later->matrix[i][j];
            tally->partial[places[i]][places[j]] += later->partial[i][j];
        }
    }
}

void fuhe_tally_add(struct fuhe_tally *tally, const struct fuhe_tally *later) {
    tally->files += later->files;
    tally->forms += later->forms;
    tally->failures += later->failures;
    for (size_t i = 0; i <= FUHE_REVIEW_UNSCORED; i++) {
        tally->states[i] += later->states[i];
    }
    for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
        for (size_t severity = 0; severity < FUHE_SEVERITY_COUNT; severity++) {
            tally->findings[code][severity] += later->findings[code][severity];
        }
    }
    add_matrix(tally, later);
}

size_t fuhe_tally_findings(const struct fuhe_tally *tally, enum fuhe_severity severity) {
    size_t count = 0;

    for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
        count += tally->findings[code][severity];
    }
    return count;
}

struct fuhe_report_summary fuhe_tally_summary(const struct fuhe_tally *tally) {
    struct fuhe_report_summary summary = {.files = tally->files,
                                          .forms = tally->forms,
                                          .unscored = tally->states[FUHE_REVIEW_UNSCORED],
                                          .failures = tally->failures};

    for (size_t i = 0; i < FUHE_SEVERITY_COUNT; i++) {
        summary.findings[i] = fuhe_tally_findings(tally, (enum fuhe_severity)i);
    }
    return summary;
}

/* --- JSON --- */

static void write_states(struct fuhe_record *record, const struct fuhe_tally *tally) {
    fuhe_record_open(record, "states");
    fuhe_record_count(record, "scored", tally->states[FUHE_REVIEW_SCORED]);
    fuhe_record_count(record, "partial", tally->states[FUHE_REVIEW_PARTIAL]);
    fuhe_record_count(record, "unscored", tally->states[FUHE_REVIEW_UNSCORED]);
    fuhe_record_close(record);
}

static void write_severities(struct fuhe_record *record, const struct fuhe_tally *tally) {
    fuhe_record_open(record, "severities");
    fuhe_record_count(record, "error", fuhe_tally_findings(tally, FUHE_SEVERITY_ERROR));
    fuhe_record_count(record, "warning", fuhe_tally_findings(tally, FUHE_SEVERITY_WARNING));
    fuhe_record_count(record, "note", fuhe_tally_findings(tally, FUHE_SEVERITY_NOTE));
    fuhe_record_close(record);
}

static void write_finding(struct fuhe_record *record, size_t code, size_t severity, size_t count) {
    if (count > 0) {
        fuhe_record_open(record, "finding");
        fuhe_record_word(record, "code", fuhe_code_name((enum fuhe_code)code));
        fuhe_record_word(record, "severity", fuhe_severity_name((enum fuhe_severity)severity));
        fuhe_record_count(record, "count", count);
        fuhe_record_close(record);
    }
}

static void write_findings(struct fuhe_record *record, const struct fuhe_tally *tally) {
    fuhe_record_open_list(record, "findings");
    for (size_t code = 0; code < FUHE_CODE_COUNT; code++) {
        for (size_t severity = FUHE_SEVERITY_COUNT; severity-- > 0;) {
            write_finding(record, code, severity, tally->findings[code][severity]);
        }
    }
    fuhe_record_close(record);
}

/* A grade that is not there is left out. */
static void write_grade(struct fuhe_record *record, const char *name, fuhe_text id) {
    if (id.length > 0) {
        fuhe_record_text(record, name, id);
    }
}

static void write_matrix(struct fuhe_record *record, const struct fuhe_tally *tally) {
    fuhe_record_open_list(record, "grades");
    for (size_t i = 0; i < tally->grade_count * tally->grade_count; i++) {
        const size_t claimed = i / tally->grade_count;
        const size_t recommended = i % tally->grade_count;
        if (tally->matrix[claimed][recommended] == 0) {
            continue;
        }
        fuhe_record_open(record, "pair");
        write_grade(record, "claimed", tally->grades[claimed]);
        write_grade(record, "recommended", tally->grades[recommended]);
        fuhe_record_count(record, "count", tally->matrix[claimed][recommended]);
        fuhe_record_close(record);
    }
    fuhe_record_close(record);
}

void fuhe_tally_write(const struct fuhe_tally *tally, bool complete, struct fuhe_output *output) {
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-batch/1");
    fuhe_record_word(&record, "engine", FUHE_VERSION);
    fuhe_record_flag(&record, "complete", complete);
    fuhe_record_count(&record, "files", tally->files);
    fuhe_record_count(&record, "forms", tally->forms);
    fuhe_record_count(&record, "failures", tally->failures);
    write_states(&record, tally);
    write_severities(&record, tally);
    write_findings(&record, tally);
    write_matrix(&record, tally);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}
