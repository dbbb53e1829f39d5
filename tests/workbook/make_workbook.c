/* SPDX-License-Identifier: Apache-2.0 */
/* make_workbook FOLDER [--lang LANGUAGE] [--forms LIMIT] [--rules FILE] FILE…: scores documents and writes their
 * workbook into the folder and their records, as JSON lines, to standard output. Departments are counted here, in place
 * of a store. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/fuhe.h"
#include "report/messages.h"
#include "report/report.h"
#include "engine/risk.h"
#include "workbook/limits.h"
#include "workbook/workbook.h"

enum { DEPARTMENTS_MAX = 4096, NAME_SIZE = 512 };

struct fuhe_survey {
    size_t count;
    struct fuhe_survey_department departments[DEPARTMENTS_MAX];
    char names[DEPARTMENTS_MAX][NAME_SIZE];
};

static struct fuhe_survey survey;

struct making {
    struct fuhe_workbook *workbook;
    struct fuhe_report report;
    struct fuhe_output output;
    uint64_t page;
    struct fuhe_error err;
};

enum fuhe_status fuhe_survey_departments(struct fuhe_survey *from, enum fuhe_department_order order, size_t count,
                                         enum fuhe_status (*take)(void *context,
                                                                  const struct fuhe_survey_department *department),
                                         void *context, struct fuhe_error *err) {
    (void)order, (void)err;
    for (size_t i = 0; i < from->count && i < count; i++) {
        FUHE_TRY(take(context, &from->departments[i]));
    }
    return FUHE_STATUS_OK;
}

/* Asked for by sheets that are not made here. */
enum fuhe_status fuhe_survey_page(struct fuhe_survey *from, uint64_t page,
                                  enum fuhe_status (*take)(void *context, const struct fuhe_survey_form *form),
                                  void *context, struct fuhe_error *err) {
    (void)from, (void)page, (void)take, (void)context, (void)err;
    return FUHE_STATUS_INTERNAL;
}

static struct fuhe_survey_department *find_department(fuhe_text name) {
    size_t i = 0;

    while (i < survey.count && !fuhe_text_equals(survey.departments[i].name, name)) {
        i++;
    }
    if (i == DEPARTMENTS_MAX || name.length >= NAME_SIZE) {
        abort();
    }
    if (i == survey.count) {
        (void)snprintf(survey.names[i], NAME_SIZE, "%.*s", (int)name.length, name.bytes == NULL ? "" : name.bytes);
        survey.departments[i] =
            (struct fuhe_survey_department){.number = i + 1, .spellings = 1, .deviation_sum = {.present = true}};
        survey.departments[i].name = fuhe_text_of(survey.names[i]);
        survey.count++;
    }
    return &survey.departments[i];
}

static void count_form(const struct fuhe_result *result) {
    const struct fuhe_form *form = result->form;
    const struct fuhe_review *review = &result->review;
    const size_t claimed = fuhe_review_claimed_grade(&result->review);
    struct fuhe_survey_department *department =
        find_department(form->department.text.length > 0 ? form->department.text : form->unit.text);
    const bool in_full = review->state == FUHE_REVIEW_SCORED;
    const int64_t deviation = in_full && review->totals.has_deviation ? review->totals.deviation_points.scaled : 0;

    department->forms++;
    department->unscored += review->state == FUHE_REVIEW_UNSCORED;
    department->over += deviation > 0;
    department->under += deviation < 0;
    department->partial += review->state == FUHE_REVIEW_PARTIAL;
    department->lowered += in_full && review->grading.has_grade && claimed < review->grading.grade;
    department->deviation_sum.value.scaled += deviation;
    for (size_t i = 0; i < review->findings.count; i++) {
        department->findings[review->findings.items[i].severity]++;
    }
}

static enum fuhe_status take_result(void *context, const struct fuhe_result *result) {
    struct making *making = context;

    making->page++;
    count_form(result);
    making->report.format->form(&making->report, result);
    making->report.written++;
    return fuhe_workbook_add_form(making->workbook, result, making->page, &making->err);
}

static enum fuhe_status take_unit(void *context, const struct fuhe_document *document,
                                  const struct fuhe_unit_review *review) {
    struct making *making = context;

    (void)document;
    return fuhe_workbook_add_unit(making->workbook, "unit", review, &making->err);
}

static enum fuhe_status print(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    (void)context, (void)err;
    return fwrite(bytes, 1, length, stdout) == length ? FUHE_STATUS_OK : FUHE_STATUS_UNWRITABLE;
}

/* Bytes of a whole file, ended by NUL; the program ends when they cannot be had. */
static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t capacity = 0;

    if (file == NULL) {
        abort();
    }
    *length = 0;
    while (feof(file) == 0 && ferror(file) == 0) {
        if (*length == capacity) {
            capacity = capacity * 2 + 65536;
            bytes = realloc(bytes, capacity);
        }
        *length += fread(bytes + *length, 1, capacity - *length, file);
    }
    (void)fclose(file);
    return bytes;
}

/* A document that cannot be read is a failure in the workbook, and the next one is taken. */
static enum fuhe_status score_file(struct fuhe_scorer *scorer, const char *path, struct making *making) {
    const struct fuhe_score_sink sink = {take_result, take_unit, making};
    struct fuhe_error error = {0};
    size_t length;
    char *bytes = read_file(path, &length);
    enum fuhe_status status = fuhe_scorer_score_buffer(scorer, bytes, length, path, &sink, &error);

    free(bytes);
    if (status == FUHE_STATUS_UNREADABLE) {
        status = fuhe_workbook_add_failure(making->workbook, path, &error, &making->err);
    }
    return status;
}

struct options {
    const char *folder;
    const char *rules;
    struct fuhe_workbook_limits limits;
};

/* Returns the index of the first file. */
static int read_options(int count, char **arguments, struct options *options) {
    int i = 2;

    *options = (struct options){arguments[1], NULL, {20000, 400000, 2000000}};
    for (; i + 1 < count && strncmp(arguments[i], "--", 2) == 0; i += 2) {
        if (strcmp(arguments[i], "--lang") == 0) {
            (void)fuhe_language_set(arguments[i + 1], LOCALE_FOLDER);
        } else if (strcmp(arguments[i], "--forms") == 0) {
            options->limits.forms = (size_t)strtoul(arguments[i + 1], NULL, 10);
        } else {
            options->rules = arguments[i + 1];
        }
    }
    return i;
}

static enum fuhe_status make(struct fuhe_scorer *scorer, const struct options *options, struct making *making,
                             char **files) {
    FUHE_TRY(fuhe_workbook_new(options->folder, true, &making->workbook, &making->err));
    fuhe_workbook_set_limits(making->workbook, options->limits);
    making->report.format->begin(&making->report);
    for (; *files != NULL; files++) {
        FUHE_TRY(score_file(scorer, *files, making));
    }
    FUHE_TRY(fuhe_output_flush(&making->output, &making->err));
    const struct fuhe_workbook_end end = {.survey = &survey};

    return fuhe_workbook_finish(making->workbook, &end, &making->err);
}

int main(int count, char **arguments) {
    static struct making making;
    struct fuhe_pack_library library;
    struct options options;
    const struct fuhe_pack *rules = NULL;

    if (count < 3) {
        return 2;
    }
    const int first = read_options(count, arguments, &options);
    enum fuhe_status status = fuhe_pack_library_init(&library, &making.err);
    if (status == FUHE_STATUS_OK && options.rules != NULL) {
        size_t index;
        status = fuhe_pack_library_add_file(&library, options.rules, &index, &making.err);
        rules = status == FUHE_STATUS_OK ? &library.packs[index] : NULL;
    }
    struct fuhe_scorer *scorer = status == FUHE_STATUS_OK ? fuhe_scorer_new(&library, rules) : NULL;
    if (scorer != NULL) {
        fuhe_output_init(&making.output, print, NULL);
        making.report.format = &fuhe_report_jsonl;
        making.report.output = &making.output;
        status = make(scorer, &options, &making, arguments + first);
    }
    fuhe_workbook_free(making.workbook);
    fuhe_scorer_free(scorer);
    fuhe_pack_library_free(&library);
    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(NULL, &making.err);
    }
    return status == FUHE_STATUS_OK && scorer != NULL ? 0 : 1;
}
